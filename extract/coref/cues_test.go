package coref

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/nlp"
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

// TestTrainPronouns learns from texts in which a pronoun means the first of
// the two people in the sentence before.
func TestTrainPronouns(t *testing.T) {
	const first, second = "President Pedro Soto", "Mr Jan Novak"
	var texts []PronounText
	for _, verb := range strings.Fields("met thanked praised invited greeted visited joined called helped saw") {
		text := first + " " + verb + " " + second + ". He left."
		doc, mentions := fixture.Parsed(t, text)
		at := func(s string) nlp.Span {
			i := strings.Index(text, s)
			return nlp.Span{Start: i, End: i + len(s)}
		}
		texts = append(texts, PronounText{doc, mentions, map[nlp.Span]Antecedents{
			at("He"): {Names: []nlp.Span{at("Pedro Soto")}, Others: []nlp.Span{at("Jan Novak")}},
		}})
	}
	texts = append(texts, texts...) // so that cues are not rare
	got := TrainPronouns(texts, nil)
	if got != TrainPronouns(texts, nil) {
		t.Error("the same texts give other weights")
	}
	weight := func(prefix string) int {
		for line := range strings.Lines(got) {
			if rest, ok := strings.CutPrefix(line, prefix+"\t"); ok {
				n, _ := strconv.Atoi(strings.TrimSpace(rest))
				return n
			}
		}
		return 0
	}
	if yes, no := weight("first\tyes\t\t"), weight("first\tno\t\t"); yes <= 0 || no >= 0 {
		t.Errorf("weights %d and %d, want the first person before the other", yes, no)
	}
}
