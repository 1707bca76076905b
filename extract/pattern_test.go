package extract_test

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/source"
)

// TestPatterns runs the examples of testdata/rules/patterns.
func TestPatterns(t *testing.T) {
	for _, f := range load(t, "patterns").Check() {
		t.Error(f)
	}
}

// TestPatternTime fits patterns with loops in loops to sentences that almost
// fit. It ends at once or never.
func TestPatternTime(t *testing.T) {
	x := load(t, "patterns-slow")
	x.Extract(&source.Document{ID: "a", Text: "Talks: " + strings.Repeat("fish and ", 2000) + "ships"})
}
