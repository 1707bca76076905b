package nlp

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestSketchSums compares the sums of a sketch, as written and read again, with plain ones.
func TestSketchSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	k := &sketch{labels: []int{7, 3}, lead: 5, rows: new(sketchTable)}
	for i := range k.rows {
		for j := range k.rows[i] {
			k.rows[i][j] = byte(random.IntN(256))
		}
	}
	for i := range sketchPicks {
		k.picks = append(k.picks, i)
	}
	var b bytes.Buffer
	if err := k.write(&b); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	k, err := (&decoder{data: data}).sketch()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (&decoder{data: data[:len(data)-1]}).sketch(); err == nil {
		t.Error("no error for a file that is cut short")
	}
	for range 1000 {
		var features []uint32
		var at []uint16
		var want, got [sketchLabels]int32
		for range sketchPicks {
			f := random.Uint32()
			features = append(features, f)
			row := sketchRow(f)
			at = append(at, row)
			for i := range want {
				want[i] += int32(k.rows[row][i])
			}
		}
		if k.rows.sum(at, &got); got != want {
			t.Fatalf("sums %v, want %v", got, want)
		}
		best, lead := bestOf(&want)
		for i, v := range want {
			if v > want[best] || i != best && want[best]-v < lead {
				t.Fatalf("best of %v is %d by %d", want, best, lead)
			}
		}
		label, plain := k.decide(features)
		if plain != (best < 2 && lead >= 5) || plain && label != k.labels[best] {
			t.Fatalf("label %d, %t of %v", label, plain, want)
		}
	}
}

// TestSketches compares trees of the built-in model with those that it makes without sketches.
func TestSketches(t *testing.T) {
	m := loadModel(t)
	if m.parser.sketch == nil {
		t.Skip("no sketches")
	}
	exact := m.exact()
	tokens, other := 0, 0
	for _, text := range texts(t) {
		a, b := Split(text), Split(text)
		for i := range a.Sentences {
			for _, by := range []struct {
				m *Model
				s *Sentence
			}{{m, &a.Sentences[i]}, {exact, &b.Sentences[i]}} {
				by.m.Tag(by.s)
				by.m.Parse(by.s, nil)
			}
			for k, x := range a.Sentences[i].Tokens {
				y := &b.Sentences[i].Tokens[k]
				tokens++
				if x.XPOS != y.XPOS || x.Head != y.Head || x.Deprel != y.Deprel {
					other++
				}
			}
		}
	}
	t.Logf("%d of %d tokens have another tag, head or relation", other, tokens)
	if other*100 > tokens {
		t.Errorf("%d of %d tokens have another tag, head or relation, want 1 %% at most", other, tokens)
	}
}

// texts gives the texts of testdata.
func texts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/news/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	var all []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(b))
	}
	return all
}

// TestTrainSketches trains twice on a text: both trainings must give the same bytes, and a sketch that
// finds much of what it has learned plain.
func TestTrainSketches(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	m := loadModel(t)
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	read := func(m *Model, names *NameModel, _ int) {
		doc := Split(newsText)
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			m.Tag(s)
			names.Names(s.Tokens, nil)
			m.Parse(s, nil)
		}
	}
	var files [2][]byte
	for i := range files {
		s, err := TrainSketches(m, names, 20, read, t.Logf)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := s.Write(dir); err != nil {
			t.Fatal(err)
		}
		if files[i], err = os.ReadFile(filepath.Join(dir, "sketches.bin")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("sketches differ from one training to the next")
	}
	if _, err := TrainSketches(m, names, 0, read, t.Logf); err == nil {
		t.Error("no error without texts")
	}
}
