package nlp

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTrain trains twice on a few sentences that the embedded model analysed, and on
// their text: both models must have the same bytes and know their sentences by heart.
func TestTrain(t *testing.T) {
	m := loadModel(t)
	doc := Split(newsText)
	for i := range doc.Sentences {
		m.Tag(&doc.Sentences[i])
		m.Parse(&doc.Sentences[i], nil)
	}
	var treebank []Sentence
	for range 20 {
		treebank = append(treebank, doc.Sentences...)
	}
	data := TrainingData{Treebank: treebank, Text: Split(newsText).Sentences, Forms: []WordForm{{"held", "VBD", "hold"}, {"hold", "VB", "hold"}}, Seed: 1}
	dirs := [2]string{t.TempDir(), t.TempDir()}
	var trained *Model
	for _, dir := range dirs {
		var err error
		if trained, err = Train(data); err != nil {
			t.Fatal(err)
		}
		if err := trained.Write(dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"lexicon.bin", "tagger.bin", "supertags.bin", "parser.bin"} {
		a, err := os.ReadFile(filepath.Join(dirs[0], name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(dirs[1], name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from one training to the next", name)
		}
	}
	for _, s := range doc.Sentences {
		got := Sentence{Tokens: make([]Token, len(s.Tokens))}
		for i, k := range s.Tokens {
			got.Tokens[i] = Token{Form: k.Form}
		}
		trained.Tag(&got)
		trained.Parse(&got, nil)
		checkTree(t, &got)
		for i, k := range s.Tokens {
			if g := got.Tokens[i]; g.UPOS != k.UPOS || g.Lemma != k.Lemma || g.Head != k.Head {
				t.Errorf("token %s: got %s %s %d, want %s %s %d", k.Form, g.UPOS, g.Lemma, g.Head, k.UPOS, k.Lemma, k.Head)
			}
		}
	}
	if _, err := Train(TrainingData{}); err == nil {
		t.Error("no error without sentences")
	}
}

// TestVote has teachers agree on some heads and not on others.
func TestVote(t *testing.T) {
	m := loadModel(t)
	s := Split("Kenya signed the treaty.").Sentences[0]
	m.Tag(&s)
	same := teacher{parser: m.parser}
	vote([]teacher{same, same, same}, s.Tokens)
	for i, want := range []int{1, -1, 3, 1, 1} {
		if got := s.Tokens[i].Head; got != want {
			t.Errorf("%s: got head %d, want %d", s.Tokens[i].Form, got, want)
		}
	}
	other := teacher{parser: m.parser, backward: true}
	vote([]teacher{same, other}, s.Tokens)
	if got := s.Tokens[0].Head; got != unknownHead {
		t.Errorf("two that differ: got head %d, want it unknown", got)
	}
}
