package program

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/rules"
)

// ready is a program with its prefilter and the model.
type ready struct {
	model     *nlp.Model
	program   *Program
	prefilter *Prefilter
}

func makeReady(t testing.TB) ready {
	t.Helper()
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := Compile(pack)
	r := ready{model, p, NewPrefilter(p, model)}
	if r.prefilter == nil {
		t.Fatal("no prefilter")
	}
	return r
}

// checkPrefilter fails if the prefilter leaves out a text with a sentence in
// which a rule may start.
func checkPrefilter(t *testing.T, r ready, text string) {
	t.Helper()
	if r.prefilter.Matches(text) {
		return
	}
	doc := fixture.Tagged(t, text)
	someone := []entity.Mention{{Type: entity.Person}}
	for i := range doc.Sentences {
		if r.program.MayState(&doc.Sentences[i], someone) {
			t.Errorf("%q is left out, but a rule may start in it", text)
		}
		for word := range Words(&doc.Sentences[i]) {
			for _, p := range r.program.patterns[word] {
				if len(p.Rule.If) == 0 {
					t.Errorf("%q is left out, but a pattern of %s may fit it", text, p.Rule.Name)
				}
			}
		}
	}
	for _, m := range mention.Find(doc) {
		if len(m.Offices) > 0 {
			t.Errorf("%q is left out, but tells the office %s", text, m.Offices[0].Title)
		}
	}
}

// TestPrefilterForms writes every word that starts a rule in many forms.
func TestPrefilterForms(t *testing.T) {
	r := makeReady(t)
	for _, rule := range r.program.Rules {
		for _, word := range anchors(rule) {
			forms := append(r.model.Forms(word), strings.ToUpper(word), "re"+word, word+"n't", word+"’s",
				"the"+strings.ToUpper(word[:1])+word[1:], "pre-"+word, "“"+word+"”")
			for _, form := range forms {
				if !r.prefilter.Matches("It was a " + form + ", they say.") {
					checkPrefilter(t, r, "It was a "+form+", they say.")
				}
			}
			for _, form := range forms[:len(forms)-7] {
				if !r.prefilter.Matches(form) {
					t.Errorf("%s is left out, want every form of %s", form, word)
				}
			}
		}
	}
}

func FuzzPrefilter(f *testing.F) {
	r := makeReady(f)
	for line := range strings.Lines(fixture.HardWords) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPrefilter(t, r, text) })
}
