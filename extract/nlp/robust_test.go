package nlp

import (
	"strings"
	"testing"
	"time"
)

// hostile are texts that, repeated without end, could cost more than linear
// time.
var hostile = []string{
	"(", "[ ", "“", "' ", "word ", "x", "a.", "a. ", "A. ", "A.", "A-", "a-b", "1,", "1-", "http://", "a@", ":", ":-", "| ", "\n", "\r\n", ". ", "...", ") ( ", "Lima ",
	"Lima, ", "and ", "Minister of ", "said that ", "'s", "e\u0301", "\u0301", "\u00ad", "\xff", "Việt Nam–", "- A ", "1. A ", "lima\n", "U.S.", "Okoro met Delgado. ",
}

// stages are the ways through this package, each with the text's sentences.
var stages = []struct {
	name string
	run  func(m *Model, names *NameModel, text string, doc *Document)
}{
	{"Split", func(_ *Model, _ *NameModel, text string, _ *Document) { Split(text) }},
	{"Tag", func(m *Model, _ *NameModel, _ string, doc *Document) {
		for i := range doc.Sentences {
			m.Tag(&doc.Sentences[i])
		}
	}},
	{"Names", func(_ *Model, names *NameModel, _ string, doc *Document) {
		for i := range doc.Sentences {
			names.Names(doc.Sentences[i].Tokens, nil)
		}
	}},
	{"Parse", func(m *Model, _ *NameModel, _ string, doc *Document) {
		for i := range doc.Sentences {
			m.Parse(&doc.Sentences[i], nil)
		}
	}},
}

// TestLinearTime gives every stage hostile texts and ones four times as long.
// Quadratic time would be sixteen times as long. A busy machine can make one
// measurement slow, hardly five in a row.
func TestLinearTime(t *testing.T) {
	m := loadModel(t)
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range hostile {
		short := strings.Repeat(unit, 1+2500/len(unit))
		long := strings.Repeat(short, 4)
		docs := [2]*Document{Split(short), Split(long)}
		for _, stage := range stages {
			measure := func(text string, doc *Document) time.Duration {
				start := time.Now()
				stage.run(m, names, text, doc)
				return time.Since(start)
			}
			linear := false
			var a, b time.Duration
			for range 5 {
				a, b = measure(short, docs[0]), measure(long, docs[1])
				if linear = b < 10*a+60*time.Millisecond; linear {
					break
				}
			}
			if !linear {
				t.Errorf("%s of %q: %v for %d bytes, %v for %d", stage.name, unit, a, len(short), b, len(long))
			}
		}
	}
}

// TestLong goes through a megabyte on one line, brackets that never close and
// sentences of thousands of words.
func TestLong(t *testing.T) {
	m := loadModel(t)
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text string
		parsed     bool
	}{
		{"a megabyte on one line", strings.Repeat("The ministers met in Lima, and then they left. ", 1<<20/48), false},
		{"a word of a megabyte", strings.Repeat("lima", 1<<18), true},
		{"100,000 brackets", strings.Repeat("(", 100_000), true},
		{"a sentence of 10,000 words", strings.Repeat("and they met ", 3334), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			doc := checkOffsets(t, test.text)
			for i := range doc.Sentences {
				s := &doc.Sentences[i]
				if i > 100 {
					break
				}
				m.Tag(s)
				names.Names(s.Tokens, nil)
				if test.parsed {
					m.Parse(s, nil)
				}
			}
			t.Log(time.Since(start))
		})
	}
}

// TestAllocations fails if tagging or parsing allocates for each token.
func TestAllocations(t *testing.T) {
	m := loadModel(t)
	sentence := func(n int) *Sentence {
		s := &Split(strings.Repeat("the minister will visit the port and ", n)).Sentences[0]
		m.Tag(s)
		return s
	}
	short, long := sentence(10), sentence(80)
	for _, stage := range []struct {
		name string
		run  func(s *Sentence)
	}{{"Tag", m.Tag}, {"Parse", func(s *Sentence) { m.Parse(s, nil) }}} {
		a := testing.AllocsPerRun(5, func() { stage.run(short) })
		b := testing.AllocsPerRun(5, func() { stage.run(long) })
		if b > a+10 {
			t.Errorf("%s: %v allocations for %d tokens, %v for %d", stage.name, a, len(short.Tokens), b, len(long.Tokens))
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	m := loadModel(f)
	names, err := LoadNames()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range append([]string{newsText, "", "\xff\xfe.\xf0\x9f", "'s'’ll\r\n|x|\u2028(a) No. 5"}, hostile...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := checkOffsets(t, text)
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			m.Tag(s)
			last := 0
			for _, n := range names.Names(s.Tokens, nil) {
				if n.First < last || n.Last <= n.First || n.Last > len(s.Tokens) {
					t.Fatalf("name %+v after %d of %d tokens", n, last, len(s.Tokens))
				}
				last = n.Last
			}
			m.Parse(s, nil)
			checkTree(t, s)
		}
		checkCoNLLU(t, doc)
	})
}
