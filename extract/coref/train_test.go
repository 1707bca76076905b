package coref

import (
	"strconv"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/nlp"
)

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
