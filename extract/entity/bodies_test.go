package entity_test

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

func TestBodyName(t *testing.T) {
	for name, want := range map[string]string{
		"State Department":                 "Department of State",
		"Department of State":              "Department of State",
		"Foreign Ministry":                 "Ministry of Foreign Affairs",
		"Ministry for Foreign Affairs":     "Ministry of Foreign Affairs",
		"Ministry of the Interior":         "Ministry of Interior",
		"Interior Ministry":                "Ministry of Interior",
		"Ministry of Defence":              "Ministry of Defense",
		"New York Police Department":       "New York Police Department",
		"Supreme Court":                    "Supreme Court",
		"Department":                       "Department",
		"Trade and Industry Ministry":      "Ministry of Trade and Industry",
		"Department for Social Protection": "Department of Social Protection",
	} {
		if got := entity.BodyName(name); got != want {
			t.Errorf("BodyName(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestBodiesAreOne(t *testing.T) {
	tests := []struct{ text, form, country string }{
		{"The U.S. Department of State thanked Peru. The State Department will help. The Department of State agreed.", "State Department", "United States"},
		{"Peru's Ministry of Foreign Affairs spoke. The Foreign Ministry of Peru agreed.", "Foreign Ministry of Peru", "Peru"},
	}
	for _, tt := range tests {
		d := read(t, tt.text)
		n := 0
		for _, e := range d.Entities {
			if e.Type != entity.Organization {
				continue
			}
			n++
			if e.Country.Name != tt.country {
				t.Errorf("%s: %s is of %q, want %q", tt.text, e.Name, e.Country.Name, tt.country)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d bodies, want 1: %v", tt.text, n, d.Entities)
		}
	}
}
