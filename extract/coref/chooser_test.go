package coref

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPronounWeights reads model/pronouns.tsv.
func TestPronounWeights(t *testing.T) {
	var before []string
	for line := range strings.Lines(pronounModel) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != len(cue{})+1 {
			t.Fatalf("%q: %d fields, want %d", f, len(f), len(cue{})+1)
		}
		if n, err := strconv.Atoi(f[len(f)-1]); err != nil || n == 0 {
			t.Errorf("%q: weight %q, want a number that is not 0", f, f[len(f)-1])
		}
		if q := f[:len(f)-1]; slices.Compare(before, q) >= 0 {
			t.Errorf("%q after %q", q, before)
		} else {
			before = q
		}
	}
	if n := len(pronounWeights()); n < 500 {
		t.Errorf("%d cues, want some hundreds", n)
	}
}
