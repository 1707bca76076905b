package program

import (
	"testing"

	"github.com/relata-graph/relata/rules"
)

// How facts stand to records is what the records of the pack declare.
func TestTie(t *testing.T) {
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		t.Fatal(err)
	}
	p := Compile(pack)
	for name, want := range map[string]Tie{
		"met": Meeting, "spokeWith": Call, "visited": Journey, "discussed": Part, "attended": Part, "signed": Outcome,
		"agreesOn": Outcome, "partnerOf": State, "criticised": Loose,
	} {
		if got := p.Relation(name).Tie; got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
}
