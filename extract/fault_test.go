package extract

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/source"
)

// TestFaultStaysWithItsDocument reads with an extractor that nothing was put into.
func TestFaultStaysWithItsDocument(t *testing.T) {
	docs := []*source.Document{{ID: "a", Text: "One met Two."}, {ID: "b", Text: "Two met One."}}
	n := 0
	for r := range new(Extractor).All(t.Context(), slices.Values(docs), 2) {
		if !errors.Is(r.Err, ErrFault) || !strings.Contains(r.Err.Error(), "document "+docs[n].ID+": ") ||
			!strings.Contains(r.Err.Error(), ".go:") {
			t.Errorf("error %v, want a fault at document %s with its place", r.Err, docs[n].ID)
		}
		n++
	}
	if n != len(docs) {
		t.Errorf("%d results, want %d", n, len(docs))
	}
}
