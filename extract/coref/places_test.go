package coref

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// TestNamePlaces checks that places are called as the text calls them, by the id that the
// lists know.
func TestNamePlaces(t *testing.T) {
	tests := []struct{ text, id, want string }{
		{"She flew to Bombay on Monday. It rained in Bombay.", "place:mumbai", "Bombay"},
		{"She flew to Mumbai on Monday. It rained in Bombay.", "place:mumbai", "Mumbai"},
		{"She flew to Kiev on Monday.", "place:kyiv", "Kiev"},
		{"She flew to Kyiv on Monday.", "place:kyiv", "Kyiv"},
	}
	for _, tt := range tests {
		doc := nlp.Split(tt.text)
		got := "nothing"
		for _, e := range Resolve(doc, mention.Find(doc), Origin{}).Entities {
			if e.Type == entity.Place && e.ID == tt.id {
				got = e.Name
			}
		}
		if got != tt.want {
			t.Errorf("%s is called %s, want %s, in: %s", tt.id, got, tt.want, tt.text)
		}
	}
}
