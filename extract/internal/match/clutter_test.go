package match

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/nlp"
)

func TestIsCluttered(t *testing.T) {
	for text, want := range map[string]bool{
		"President Rosa Delgado Rosa Maria DelgadoFishermen block ports MORE said on Monday": true,
		"President Rosa Delgado said MORE on Monday":                                         false,
		"The DelgadoFishermen pact was signed":                                               false,
		"McDonald and eBay asked for MORE":                                                   false,
	} {
		var tokens []nlp.Token
		for _, word := range strings.Fields(text) {
			tokens = append(tokens, nlp.Token{Form: word})
		}
		if got := isCluttered(tokens); got != want {
			t.Errorf("%s: got %t, want %t", text, got, want)
		}
	}
}
