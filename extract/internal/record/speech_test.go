package record_test

import (
	"slices"
	"testing"
)

// What somebody says has the day on which the text tells that he spoke.
func TestSpeeches(t *testing.T) {
	x := diplomacy(t)
	const date = "2025-11-06" // a Thursday
	for _, c := range []struct{ text, want string }{
		{"President Rosa Delgado said on Monday that she supports President Joseph Kimani.",
			"Rosa Delgado supports Joseph Kimani | date=2025-11-03"},
		{"Speaking to reporters in Lima on Monday, President Rosa Delgado praised Joseph Kimani.",
			"Rosa Delgado praised Joseph Kimani | date=2025-11-03"},
		{"President Rosa Delgado on Friday addressed the parliament in Nairobi. She praised Kenya for its hospitality.",
			"Rosa Delgado praised Kenya | date=2025-10-31"},
		{"President Rosa Delgado has criticised Kenya. She made the remarks during a visit to Nairobi on Friday.",
			"Rosa Delgado criticised Kenya | date=2025-10-31"},
		{"Prime Minister Ion Cazacu criticised Moldova. The remarks came on Tuesday as he opened a bridge.",
			"Ion Cazacu criticised Moldova | date=2025-11-04"},
		// Others, and what was before.
		{"President Rosa Delgado said on Monday that President Joseph Kimani had criticised Peru.",
			"Joseph Kimani criticised Peru | by=\"Rosa Delgado\""},
		{"President Rosa Delgado said on Monday that ties are good. She previously criticised Kenya.",
			"Rosa Delgado criticised Kenya"},
		{"Officials said on Monday that the harbour is closed. President Rosa Delgado criticised Kenya.",
			"Rosa Delgado criticised Kenya"},
	} {
		if got := facts(x, c.text, date); !slices.Contains(got, c.want) {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
