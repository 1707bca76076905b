package clause

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// tagged writes a tree of words that are written "form/tag" with a space or, where it is a
// tilde, nothing before the next; each is its own node. Nothing but words and tags counts.
func tagged(words string) *topics {
	var s nlp.Sentence
	var text strings.Builder
	t := &tree{doc: &entity.Document{}}
	for i, w := range strings.Fields(words) {
		form, tag, _ := strings.Cut(strings.TrimSuffix(w, "~"), "/")
		start := text.Len()
		text.WriteString(form)
		upos := map[string]string{"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ", "IN": "ADP", "VB": "VERB", "VBG": "VERB",
			"VBN": "VERB", "VBD": "VERB", "RB": "ADV", "DT": "DET", "WDT": "PRON", "CC": "CCONJ", "CD": "NUM"}[tag]
		if upos == "" {
			upos = "PUNCT"
		}
		lemma := strings.ToLower(form)
		if tag == "NNS" {
			lemma = singular(lemma)
		}
		if form == "people" || form == "persons" {
			lemma = "person"
		}
		s.Tokens = append(s.Tokens, nlp.Token{Span: nlp.Span{Start: start, End: text.Len()}, Form: form, Lemma: lemma, UPOS: upos, XPOS: tag})
		t.nodes = append(t.nodes, node{token: i, tokens: nlp.Range{First: i, Last: i + 1}, form: form, lemma: lemma, upos: upos, xpos: tag, mention: -1, head: -1})
		if !strings.HasSuffix(w, "~") {
			text.WriteByte(' ')
		}
	}
	t.doc = &entity.Document{NLP: &nlp.Document{Text: text.String()}}
	t.sentence = &s
	return &topics{tree: t, seen: map[string]bool{}}
}

// TestSounded shows which names of areas are pieces and which say nothing.
func TestSounded(t *testing.T) {
	for _, c := range []struct {
		words string
		head  int
		wants bool
		text  string
		want  string
	}{
		{"a/DT weighty/JJ consensus/NN on/IN ferries/NNS", 2, false, "important consensus", ""},
		{"an/DT important/JJ consensus/NN", 2, false, "important consensus", ""},
		{"an/DT important/JJ harbour/NN", 2, false, "important harbour", "important harbour"},
		{"discuss/VB relevant/JJ matters/NNS", 2, false, "relevant matters", ""},
		{"the/DT 4/CD th/NN", 2, false, "4 th", ""},
		{"boost/VB tea/NN training/NN in/IN these/DT areas/NNS", 2, false, "tea training in these areas", "tea training"},
		{"invest/VB in/IN those/DT sectors/NNS", 0, false, "invest in those sectors", ""},
		{"new/JJ ferries/NNS built/VBN by/IN Peru/NNP", 1, false, "new ferries built", "new ferries"},
		{"two/CD deals/NNS with/IN lenders/NNS swiftly/RB ./.", 1, false, "deals with lenders swiftly", "deals with lenders"},
		{"combat/VB tea/NN smuggling/NN in/IN Peru/NNP", 1, false, "combat tea", "combat tea smuggling"},
		{"tea/NN deals/NNS Monday/NNP", 1, false, "tea deals", "tea deals"},
		{"tea/NN exports/NNS for/IN win/NN~ -/HYPH~ win/NN gains/NNS", 1, false, "tea exports for win", "tea exports"},
		{"win/NN~ -/HYPH~ win/NN gains/NNS for/IN Peru/NNP", 3, false, "win gains for Peru", ""},
		{"bus/NN access/NN for/IN persons/NNS with/IN canes/NNS", 1, false, "bus access for persons", "bus access"},
		{"avoid/VB actions/NNS that/WDT harm/VB trade/NN", 0, false, "avoid actions", ""},
		{"told/VBD reporters/NNS", 1, false, "told reporters", ""},
		{"so/RB diverse/JJ", 1, false, "so diverse", ""},
		{"come/VB to/IN fruition/NN", 0, false, "come to fruition", ""},
		{"the/DT deadly/JJ attack/NN on/IN ships/NNS", 2, true, "deadly attack on ships", ""},
		{"the/DT deadly/JJ attack/NN on/IN ships/NNS", 2, false, "deadly attack on ships", "deadly attack on ships"},
		{"relief/NN from/IN hunger/NN", 0, true, "relief from hunger", "relief from hunger"},
		{"end/VB hunger/NN now/RB", 0, true, "end hunger", "end hunger"},
	} {
		x := tagged(c.words)
		x.wants = c.wants
		if got := x.sounded(c.head, c.text); got != c.want {
			t.Errorf("%s: %q is called %q, want %q", c.words, c.text, got, c.want)
		}
	}
	if !world.IdlePhrase.Has("stay in touch") {
		t.Error("a saying is none")
	}
}
