package coref_test

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

// TestHolders tells who is found behind an office: nobody where its own words go
// on, or those of a body, and not who is only spoken of before it.
func TestHolders(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"She spoke as Assistant Secretary for Mental Health and Substance Use.", ""},
		{"He was the adviser on the Sustainable Development Goals.", ""},
		{"He is an elected member of the Bois Forte Band of fishermen.", ""},
		{"They met the hosts of Slovenia, and spoke with Foreign Minister Logar.", "Logar: Foreign Minister"},
		{"They met Defence Minister Reznikov in Kyiv.", "Reznikov: Defence Minister"},
		{"At the request of President Rosa Delgado, the Minister of Education will reopen the schools.", "Rosa Delgado: President"},
		{"Speaking to Rosa Delgado, the Minister of Education who opened the schools was glad.", "Rosa Delgado: "},
		{"Meeting with the heads chaired by European Council President Luis Rey, the President spoke.", "Luis Rey: President"},
		{"Hossein Amir Rezaei met her. Amir Rezaei spoke.", "Hossein Amir Rezaei: "},
		{"President Rosa Delgado, the leader of Peru, will reopen the schools.", "Rosa Delgado: President, leader"},
	} {
		var got []string
		for _, e := range read(t, c.text).Entities {
			if e.Type != entity.Person {
				continue
			}
			var offices []string
			for _, o := range e.Offices {
				offices = append(offices, o.Title)
			}
			got = append(got, e.Name+": "+strings.Join(offices, ", "))
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
