package coref_test

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

func TestRoyalNames(t *testing.T) {
	tests := []struct{ text, id, name string }{
		{"Prime Minister Ana Silva met King Hussein in Amman.", "person:king-hussein", "King Hussein"},
		{"Prime Minister Ana Silva met Crown Prince Haakon in Oslo.", "person:crown-prince-haakon", "Crown Prince Haakon"},
		{"Prime Minister Ana Silva met Sheikh Omar bin Khalid in Doha. Sheikh Omar thanked her.", "person:omar-bin-khalid", "Omar bin Khalid"},
	}
	for _, tt := range tests {
		found := false
		for _, e := range read(t, tt.text).Entities {
			found = found || e.ID == tt.id && e.Name == tt.name
			if e.Type == entity.Person {
				t.Log(e.ID, e.Name)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tt.text, tt.id)
		}
	}
}

func TestLoneNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The winner was Maria. In 1990 Osterwald married her coach.", "Maria|Osterwald"},
		{"After a year Ramsey's sister left.", "Ramsey"},
		{"They drove to Osterwald with a map.", ""},
		{"She worked with singer Halvard Brekkestad for years.", "Halvard Brekkestad"},
		{"The Parliament rejected it. Reform failed.", ""},
	}
	for _, tt := range tests {
		var names []string
		for _, e := range read(t, tt.text).Entities {
			if e.Type == entity.Person {
				names = append(names, e.Name)
			}
		}
		if got := strings.Join(names, "|"); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestHonorificBeatsGivenName(t *testing.T) {
	tests := []struct {
		text   string
		people int
	}{
		{"Foreign Minister Jean Moreau met Ana Soto in Lima. Ms Moreau praised Kenya.", 2},
		{"Mr. Jean Moreau met Ana Soto in Lima. Ms Moreau praised Kenya.", 3},
	}
	for _, tt := range tests {
		n := 0
		for _, e := range read(t, tt.text).Entities {
			if e.Type == entity.Person {
				n++
			}
		}
		if n != tt.people {
			t.Errorf("%s: %d people, want %d", tt.text, n, tt.people)
		}
	}
}
