package coref_test

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

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
