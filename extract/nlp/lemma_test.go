package nlp

import (
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/world"
)

func TestLemma(t *testing.T) {
	m := loadModel(t)
	for _, test := range []struct{ form, xpos, want string }{
		{"met", "VBD", "meet"}, {"agreed", "VBN", "agree"}, {"visiting", "VBG", "visit"}, {"carries", "VBZ", "carry"}, {"planned", "VBD", "plan"}, {"re-signed", "VBD", "re-sign"},
		{"ministers", "NNS", "minister"}, {"Parties", "NNS", "party"}, {"chairmen", "NNS", "chairman"}, {"feces", "NNS", "feces"}, {"amends", "NNS", "amends"}, {"MPs", "NNS", "mp"},
		{"biggest", "JJS", "big"}, {"earlier", "RBR", "early"}, {"1,250,000", "CD", "1250000"}, {"3,5", "CD", "3,5"}, {"U.S.", "NNP", "U.S."}, {"NATO", "NNP", "NATO"},
		{"Sept.", "NNP", "September"}, {"Jan", "NNP", "Jan"}, {"PRESIDENT", "NNP", "President"}, {"’s", "POS", "'s"}, {"n’t", "RB", "not"},
	} {
		if got := m.lemmatizer.lemma(test.form, test.xpos, false, ordinaryCase); got != test.want {
			t.Errorf("lemma of %s as %s is %s, want %s", test.form, test.xpos, got, test.want)
		}
	}
}

// TestForms fails if a form has a lemma of which Forms does not give it.
func TestForms(t *testing.T) {
	m := loadModel(t)
	forms := make(map[string][]string)
	check := func(form, xpos string) {
		for _, style := range []caseStyle{ordinaryCase, allCapitals, titleCase} {
			lemma := strings.ToLower(m.lemmatizer.lemma(form, xpos, false, style))
			if forms[lemma] == nil {
				forms[lemma] = m.Forms(lemma)
			}
			if !slices.Contains(forms[lemma], small(form)) {
				t.Errorf("%s as %s has the lemma %s, of which it is no form", form, xpos, lemma)
			}
		}
	}
	for _, e := range m.irregulars {
		if e.tag != "CD" {
			check(e.form, e.tag)
		}
	}
	for short := range world.CalendarAbbreviation.All() {
		check(strings.ToUpper(short[:1])+short[1:], "NNP")
	}
	tags := []string{"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "FW", "IN"}
	for _, stem := range []string{"meet", "agre", "agree", "visit", "carr", "carry", "planne", "plann", "chairm", "pane", "pan", "dye", "dy", "tour", "co-operat", "re-sign", "exp", "kis", "kiss", "l", "x"} {
		for _, ending := range []string{"", "s", "es", "ies", "ied", "d", "ed", "ing", "ning", "er", "est", "ier", "iest", "men", "'s", "S"} {
			for _, xpos := range tags {
				check(stem+ending, xpos)
				check(strings.ToUpper(stem[:1])+stem[1:]+ending, xpos)
			}
		}
	}
}
