package identity_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/relata-graph/relata/graph/identity"
)

func TestDoubtful(t *testing.T) {
	docs := lives(
		"Inés Quispetupa; Peru; Minister of Mining", "Inés Quispetupa; Peru; Minister of Mining",
		"Ines Quispetuba; ; Minister of Mining",
		"Kim Holt; Norway f; Minister", "Kim Holt; Norway m; Minister", "Greta Holm; Norway",
	)
	var got []string
	for _, d := range identity.Resolve(docs, nil).Doubtful() {
		got = append(got, fmt.Sprintf("%s %d | %s %d | %s", d.A.ID, d.DocsA, d.B.ID, d.DocsB, d.Against))
	}
	want := []string{
		"person:ines-quispetuba 1 | person:ines-quispetupa 2 | too little of what is known agrees",
		"person:kim-holt 2 |  0 | documents tell of a man and of a woman",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
