package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	if x.prefilter == nil {
		t.Fatal("no prefilter")
	}
	return x
}

// hardWords are ways to write words so that their letters do not stand side by
// side, or do beside others.
const hardWords = `President Okoro didn't meet Rosa Delgado.
PRESIDENT OKORO MET ROSA DELGADO
Okoro saidThe PresidentMet Rosa DelgadoVisits.
Okoro me` + "\u00ad" + `t Rosa Delgado, Ki` + "\u200b" + `ssed by Pe` + "\u0301" + `dro.
Okoro communique` + "\u0301" + ` Delgado.
Okoro and Delgado cannot tal` + "\u212a" + ` to v` + "\u0130" + `sit Lima.
Okoro hasn’t welcomed Delgado; they re‑established ties, co-operated, sat down.
Okoro's tête-à-tête with Delgado was of 2025talks and visit_lima.
Rosa Delgado (SMS), ex-minister, co‐chairs; the vice-chancellor's attaché.
The fishermen mended their nets, and the fog lay on the bay.
5visits+3talks=8meetings`

// TestPrefilter extracts what the prefilter leaves out of whole texts, their
// lines and sentences: there must be no facts.
func TestPrefilter(t *testing.T) {
	x := newExtractor(t)
	all := x.Whole()
	var texts []string
	add := func(text string) {
		texts = append(texts, text, strings.ToUpper(text))
		texts = append(texts, strings.Split(text, "\n")...)
		texts = append(texts, strings.SplitAfter(text, ". ")...)
	}
	add(hardWords)
	for _, dir := range []string{"news", "unseen"} {
		files, err := filepath.Glob(filepath.Join("..", "testdata", dir, "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no texts in testdata/%s: %v", dir, err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			add(string(b))
		}
	}
	for _, r := range x.rules {
		for _, e := range r.Examples {
			texts = append(texts, e.Text)
		}
	}
	skipped := 0
	for _, text := range texts {
		if x.prefilter.matches(text) {
			continue // read in full anyway
		}
		skipped++
		doc := &source.Document{ID: "a", Text: text, Date: "2025-06-06"}
		if got := all.Extract(doc).Facts; len(got) > 0 {
			t.Errorf("%q is left out, want %v", text, got)
		}
	}
	if skipped*10 < len(texts) {
		t.Errorf("%d of %d texts are left out, want a tenth at least", skipped, len(texts))
	}
}

// checkPrefilter fails if the prefilter leaves out a text with a sentence in
// which a rule may start.
func checkPrefilter(t *testing.T, x *Extractor, text string) {
	t.Helper()
	if x.prefilter.matches(text) {
		return
	}
	doc := fixture.Tagged(t, text)
	someone := []entity.Mention{{Type: entity.Person}}
	for i := range doc.Sentences {
		if x.mayState(&doc.Sentences[i], someone) {
			t.Errorf("%q is left out, but a rule may start in it", text)
		}
		for word := range wordSet(&doc.Sentences[i]) {
			for _, p := range x.patterns[word] {
				if len(p.rule.If) == 0 {
					t.Errorf("%q is left out, but a pattern of %s may fit it", text, p.rule.Name)
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
	x := newExtractor(t)
	for _, r := range x.rules {
		for _, word := range anchors(r) {
			forms := append(x.model.Forms(word), strings.ToUpper(word), "re"+word, word+"n't", word+"’s", "the"+strings.ToUpper(word[:1])+word[1:], "pre-"+word, "“"+word+"”")
			for _, form := range forms {
				if !x.prefilter.matches("It was a " + form + ", they say.") {
					checkPrefilter(t, x, "It was a "+form+", they say.")
				}
			}
			for _, form := range forms[:len(forms)-7] {
				if !x.prefilter.matches(form) {
					t.Errorf("%s is left out, want every form of %s", form, word)
				}
			}
		}
	}
}

func FuzzPrefilter(f *testing.F) {
	x := newExtractor(f)
	for line := range strings.Lines(hardWords) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPrefilter(t, x, text) })
}

func BenchmarkNoTrigger(b *testing.B) {
	x := newExtractor(b)
	var quiet strings.Builder // the sentences in which no rule may start, whatever rules there are
	for sentence := range strings.SplitAfterSeq("Fog lay on the bay of Callao all morning. The fishermen repaired their nets. The price of anchovy doubled, from 2.5 soles to 5.1.\n\n"+
		"In Huế it rained for a whole week. The river rose above its banks. Children came to school by boat.\n\n", ".") {
		if !x.prefilter.matches(sentence) {
			quiet.WriteString(sentence)
		}
	}
	text := strings.Repeat(quiet.String(), 1000)
	if len(text) < 100_000 {
		b.Fatalf("%d bytes without a trigger, want 100 kB", len(text))
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(&source.Document{ID: "a", Text: text, Date: "2025-06-06"})
	}
}
