package world

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestRows holds every list that is no list of words to its form: a row has its
// fields, values that are known and a key of its own. TestWords does so for the
// lists of words.
func TestRows(t *testing.T) {
	codes := map[string]bool{"": true}
	for _, list := range []string{"nations.tsv", "countries.tsv"} { // the second has what nobody lives in, too
		for f := range records(list) {
			codes[f[0]] = true
		}
	}
	kinds := []string{"city", "region", "continent", "sea", "river", "island", "mountain", "site"}
	for _, list := range []struct {
		name        string
		least, most int                   // fields
		key         func([]string) string // no other row may have it
		check       func([]string) error
	}{
		{"offices.tsv", 2, 4, first, checkOffice},
		{"nations.tsv", 8, 8, first, func(f []string) error {
			if iso := len(f[0]) == 2 && f[0] == strings.ToUpper(f[0]); !iso && !strings.HasPrefix(f[0], "-") {
				return fmt.Errorf("code %q, want two capitals, or a hyphen and a key", f[0])
			}
			return named(f[1])
		}},
		{"countries.tsv", 6, 6, first, func(f []string) error { return named(f[4] + f[5]) }},
		{"organizations.tsv", 3, 3, id("org:"), func(f []string) error { return item(f[1]) }},
		{"companies.tsv", 3, 3, id("org:"), func(f []string) error { return item(f[1]) }},
		{"geography.tsv", 4, 4, func(f []string) string { return f[0] + " " + f[1] }, func(f []string) error {
			if !slices.Contains(kinds, f[2]) {
				return fmt.Errorf("kind %q, want one of %s", f[2], strings.Join(kinds, ", "))
			}
			return among("code of a country", f[1], codes)
		}},
		{"places.tsv", 6, 6, first, func(f []string) error {
			if _, err := strconv.Atoi(f[4]); err != nil && f[4] != "" {
				return fmt.Errorf("population %q, want a number", f[4])
			}
			return among("code of a country", f[2], codes)
		}},
		{"people.tsv", 2, 2, first, checkNames},
		{"names.tsv", 2, 2, first, checkNames},
	} {
		rows := map[string]bool{}
		for f := range records(list.name) {
			switch err := list.check(padded(f, list.most)); {
			case len(f) < list.least || len(f) > list.most:
				t.Errorf("%s: %q: %d fields parted by tabs, want %d to %d", list.name, f[0], len(f), list.least, list.most)
			case rows[list.key(f)]:
				t.Errorf("%s: %q: there is a row for it already", list.name, f[0])
			case err != nil:
				t.Errorf("%s: %q: %v", list.name, f[0], err)
			}
			rows[list.key(f)] = true
		}
	}
}

// TestNames asks that countries and organisations are found by their names and
// are not two, and that the long list of places is in order.
func TestNames(t *testing.T) {
	ids, items := map[string]bool{}, map[string]string{}
	for _, c := range loadCountries().countries {
		if ids[c.ID] {
			t.Errorf("two countries are %s", c.ID)
		}
		ids[c.ID] = true
		if old := items[c.Wikidata]; old != "" {
			t.Errorf("%s and %s are both %s", old, c.ID, c.Wikidata)
		}
		items[c.Wikidata] = c.ID
		if err := item(c.Wikidata); err != nil || c.Wikidata == "" {
			t.Errorf("%s: Wikidata item %q, want one like Q881", c.ID, c.Wikidata)
		}
		if len(c.ISO2) == 2 && len(c.ISO3) != 3 && c.ISO2 != "XK" {
			t.Errorf("%s: ISO 3166-1 codes %q, %q", c.ID, c.ISO2, c.ISO3)
		}
		if got, _, adjective := FindCountry(strings.Fields(c.Name)); got == nil || got.ID != c.ID || adjective {
			t.Errorf("%s is not found by its name", c.ID)
		}
		if c.Official != "" {
			if got, _, _ := FindCountry(strings.Fields(c.Official)); got == nil || got.ID != c.ID {
				t.Errorf("%s is not found by its official name %q", c.ID, c.Official)
			}
		}
	}
	for _, o := range loadOrganizations().organizations {
		if ids[o.ID] {
			t.Errorf("two organisations are %s", o.ID)
		}
		ids[o.ID] = true
		for _, name := range o.Names {
			if got, _ := FindOrganization(strings.Fields(name)); got == nil || got.ID != o.ID {
				t.Errorf("%s is not found by its name %q", o.ID, name)
			}
		}
	}
	last := ""
	for f := range records("places.tsv") {
		if f[0] <= last {
			t.Errorf("places.tsv: %q stands after %q", f[0], last)
		}
		last = f[0]
		if !strings.HasPrefix(f[0], ListKey(f[1])) {
			t.Errorf("places.tsv: the key of %q is %q, want %q", f[1], f[0], ListKey(f[1]))
		}
		if p := gazetteer(f[0]); p == nil || p.Name != f[1] || p.Kind == "" {
			t.Errorf("places.tsv: %q is not found", f[0])
		}
	}
}

func first(f []string) string { return f[0] }

func id(prefix string) func([]string) string {
	return func(f []string) string { return ID(prefix, f[0]) }
}

func padded(f []string, n int) []string { return append(slices.Clone(f), make([]string, n)...) }

// checkOffice asks that a noun is written as it is looked up, and that its rank
// and gender are known.
func checkOffice(f []string) error {
	noun, rank, gender := f[0], f[1], f[2]
	switch {
	case strings.Join(strings.Fields(strings.ReplaceAll(noun, "-", " ")), " ") != noun:
		return fmt.Errorf("want single spaces, and for hyphens too")
	case ranks[rank] == NoRank:
		return fmt.Errorf("rank %q, want head, state, org, grade or calling", rank)
	case gender != "" && genders[gender] == UnknownGender:
		return fmt.Errorf("gender %q, want m, f or nothing", gender)
	}
	return nil
}

// checkNames asks for a class of names that is known, and names in order, each
// once and folded.
func checkNames(f []string) error {
	if c := f[0]; len(c) < 2 || !strings.Contains("vckjhew", c[:1]) || c[1] != 's' && c[1] != 'g' || c[2:] != "" && c[2:] != "f" && c[2:] != "m" {
		return fmt.Errorf("want a culture (v, c, k, j, h, e, w), s or g, and f or m if the names tell it")
	}
	seen := map[string]bool{}
	for name := range strings.FieldsSeq(f[1]) {
		if seen[name] {
			return fmt.Errorf("%s is there twice", name)
		}
		if Fold(name) != name {
			return fmt.Errorf("%s: want it folded, %s", name, Fold(name))
		}
		seen[name] = true
	}
	return nil
}

func among(what, value string, known map[string]bool) error {
	if !known[value] {
		return fmt.Errorf("%s %q is not in nations.tsv", what, value)
	}
	return nil
}

func named(name string) error {
	if name == "" {
		return fmt.Errorf("no name")
	}
	return nil
}

// item asks for nothing or an item of Wikidata.
func item(q string) error {
	if n, err := strconv.Atoi(strings.TrimPrefix(q, "Q")); q != "" && (err != nil || n <= 0 || q[0] != 'Q') {
		return fmt.Errorf("Wikidata item %q, want one like Q1065", q)
	}
	return nil
}
