package world

import "testing"

// TestRegions holds the list of regions to its form: codes of countries, and
// parts that are listed before.
func TestRegions(t *testing.T) {
	seen := map[string]bool{}
	for f := range records("regions.tsv") {
		if len(f) != 3 {
			t.Fatalf("%q: %d fields, want 3", f, len(f))
		}
		for _, code := range values(f[1]) {
			if CountryByCode(code) == nil {
				t.Errorf("%s: no country has the code %q", f[0], code)
			}
		}
		for _, part := range values(f[2]) {
			if !seen[part] {
				t.Errorf("%s: part %q is not listed before", f[0], part)
			}
		}
		for _, name := range values(f[0]) {
			if seen[name] {
				t.Errorf("%s is listed twice", name)
			}
			seen[name] = true
		}
	}
	for _, tt := range []struct {
		code, region string
		want         bool
	}{
		{"PE", "latin american", true},
		{"PE", "andean", true},
		{"KE", "african", true},
		{"KE", "european", false},
		{"KE", "lunar", false},
	} {
		if got := InRegion(CountryByCode(tt.code), tt.region); got != tt.want {
			t.Errorf("%s in %q: %v, want %v", tt.code, tt.region, got, tt.want)
		}
	}
}
