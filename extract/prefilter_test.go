package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
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
	add(fixture.HardWords)
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
	for _, r := range x.program.Rules {
		for _, e := range r.Examples {
			texts = append(texts, e.Text)
		}
	}
	skipped := 0
	for _, text := range texts {
		if x.prefilter.Matches(text) {
			continue // read in full anyway
		}
		skipped++
		doc := &source.Document{ID: "a", Text: text, Date: "2025-06-06"}
		if got := all.Extract(doc).Facts; len(got) > 0 {
			t.Errorf("%q is left out, want %v", text, got)
		}
	}
	if skipped < 100 { // most texts are examples of rules, so of what starts them
		t.Errorf("%d of %d texts are left out, want 100 at least", skipped, len(texts))
	}
}

func BenchmarkNoTrigger(b *testing.B) {
	x := newExtractor(b)
	var quiet strings.Builder // the sentences in which no rule may start, whatever rules there are
	for sentence := range strings.SplitAfterSeq("Fog lay on the bay of Callao all morning. "+
		"The fishermen repaired their nets. The price of anchovy doubled, from 2.5 soles to 5.1.\n\n"+
		"In Huế it rained for a whole week. The river rose above its banks. Children came to school by boat.\n\n", ".") {
		if !x.prefilter.Matches(sentence) {
			quiet.WriteString(sentence)
		}
	}
	text := strings.Repeat(quiet.String(), 2000)
	if len(text) < 100_000 {
		b.Fatalf("%d bytes without a trigger, want 100 kB", len(text))
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(&source.Document{ID: "a", Text: text, Date: "2025-06-06"})
	}
}
