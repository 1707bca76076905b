package coref

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

// TestTitleWords reads titles: those written in several ways have the same words.
func TestTitleWords(t *testing.T) {
	for _, tt := range []struct {
		title, noun, lower string
		vice               bool
	}{
		{"Minister of Foreign Affairs", "minister", "foreign", false},
		{"Foreign Minister", "minister", "foreign", false},
		{"Minister of External Affairs", "minister", "foreign", false},
		{"Deputy Foreign Minister", "minister", "foreign", true},
		{"Vice-President", "president", "", true},
		{"PM", "prime minister", "", false},
		{"Minister of Defence", "minister", "defense", false},
		{"Keeper of Birds", "", "birds keeper", false},
	} {
		got := titleWords(tt.title)
		if got.noun != tt.noun || got.lower != tt.lower || got.vice != tt.vice {
			t.Errorf("%s: got %+v, want %q, %q, vice %v", tt.title, got, tt.noun, tt.lower, tt.vice)
		}
	}
}

// TestTitlesCompared tells which titles one person can hold.
func TestTitlesCompared(t *testing.T) {
	for _, tt := range []struct {
		a, b            string
		within, clashes bool
	}{
		{"Secretary", "Defense Secretary", true, false},
		{"Defense Secretary", "Secretary", false, false},
		{"Foreign Minister", "Deputy Foreign Minister", false, true},
		{"President", "Prime Minister", false, true},
		{"President", "Supreme Leader", false, false},
	} {
		a, b := titleWords(tt.a), titleWords(tt.b)
		if a.within(b) != tt.within || a.clashes(b) != tt.clashes {
			t.Errorf("%s, %s: within %v, clashes %v", tt.a, tt.b, a.within(b), a.clashes(b))
		}
	}
}

// TestNational tells whose offices can only be a country's.
func TestNational(t *testing.T) {
	for title, want := range map[string]bool{
		"President":                     true,
		"Vice President of Sales":       false,
		"Interim President":             true,
		"High Commissioner":             true,
		"High Commissioner for Herring": false,
		"Mayor":                         false,
		"Minister for Trade":            true,
		"Director":                      false,
	} {
		if got := National(&entity.Office{Title: title}); got != want {
			t.Errorf("%s: %v, want %v", title, got, want)
		}
	}
}
