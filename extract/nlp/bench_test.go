package nlp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchmarkText is news of our own.
func benchmarkText(b *testing.B) string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "news", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal("no texts in testdata/news: ", err)
	}
	var text strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
		text.WriteString("\n\n")
	}
	return text.String()
}

// benchmark runs do on the text, and on its tagged sentences, and reports how
// many tokens a second it does.
func benchmark(b *testing.B, do func(m *Model, text string, doc *Document)) {
	m, text := loadModel(b), benchmarkText(b)
	doc := Split(text)
	tokens := 0
	for i := range doc.Sentences {
		m.Tag(&doc.Sentences[i])
		tokens += len(doc.Sentences[i].Tokens)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		do(m, text, doc)
		n += tokens
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkSplit(b *testing.B) {
	benchmark(b, func(_ *Model, text string, _ *Document) { Split(text) })
}

func BenchmarkTag(b *testing.B) {
	benchmark(b, func(m *Model, _ string, doc *Document) {
		for i := range doc.Sentences {
			m.Tag(&doc.Sentences[i])
		}
	})
}

func BenchmarkSplitAndTag(b *testing.B) {
	benchmark(b, func(m *Model, text string, _ *Document) {
		doc := Split(text)
		for i := range doc.Sentences {
			m.Tag(&doc.Sentences[i])
		}
	})
}

func BenchmarkParse(b *testing.B) {
	benchmark(b, func(m *Model, _ string, doc *Document) {
		for i := range doc.Sentences {
			m.Parse(&doc.Sentences[i], nil)
		}
	})
}

// BenchmarkLoad loads the models one after the other; Load does so side by
// side.
func BenchmarkLoad(b *testing.B) {
	for _, file := range []struct {
		name string
		data []byte
		read func(d *decoder) error
	}{
		{"lexicon", lexiconFile, func(d *decoder) error {
			l, err := d.lexicon()
			if err != nil {
				return err
			}
			all, err := d.irregulars()
			newLemmatizer(l, all)
			return err
		}},
		{"tagger", taggerFile, func(d *decoder) error { _, err := d.linear(); return err }},
		{"parser", parserFile, func(d *decoder) error { _, err := d.linear(); return err }},
		{"names", namesFile, func(d *decoder) error {
			d.uint() // the margin
			if _, err := d.lexicon(); err != nil {
				return err
			}
			_, err := d.linear()
			return err
		}},
	} {
		b.Run(file.name, func(b *testing.B) {
			b.SetBytes(int64(len(file.data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := file.read(&decoder{data: file.data}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
