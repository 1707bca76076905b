package main

import (
	"fmt"
	"path/filepath"

	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// nameSets are what the model of names learns from, in the order of their
// Source numbers: the first sets the habits.
var nameSets = []struct {
	files []string
	read  func(file string) ([]namedDocument, error)
}{
	{[]string{"UNER_English-EWT/en_ewt-ud-train.commit-0c7ce0d.iob2"}, readUNER},
	{[]string{"WikiGold/wikigold.conll.txt"}, readWikiGold},
	{[]string{"CrossNER-politics/train.txt", "CrossNER-politics/dev.txt", "CrossNER-politics/test.txt"}, readCrossNER},
	{[]string{"GUM/open/gum-open-train.conllu"}, readGUM},
}

// trainNames trains the model of names, for the tags of the built-in tagger.
func trainNames(data, text, out string) error {
	d := nlp.NameData{Seed: 1, Progress: progress()}
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	people, err := newPeoples(data, d.Seed)
	if err != nil {
		return err
	}
	for source, set := range nameSets {
		for _, file := range set.files {
			docs, err := set.read(filepath.Join(data, file))
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			if source == 0 { // a part once more, with other people
				var others []namedDocument
				for k := 0; k < len(docs); k += 4 {
					others = append(others, *people.renamed(&docs[k]))
				}
				docs = append(docs, others...)
			}
			for k := range docs {
				doc := &docs[k]
				for i := range doc.Sentences {
					m.Tag(&doc.Sentences[i])
				}
				clues := mention.Clues(&doc.Document)
				for i, s := range doc.Sentences {
					d.Sentences = append(d.Sentences, nlp.NamedSentence{
						Tokens: s.Tokens, Clues: clues[i], Names: doc.names[i], Source: source,
					})
				}
			}
		}
	}
	for _, read := range []func() ([]nlp.Sentence, error){
		func() ([]nlp.Sentence, error) { return readText(text) },
		func() ([]nlp.Sentence, error) { return readMASC(data) },
		func() ([]nlp.Sentence, error) { return readGAP(data) },
	} {
		sentences, err := read()
		if err != nil {
			return err
		}
		d.Text = append(d.Text, sentences...)
	}
	if d.Lists, err = listedNames(data); err != nil {
		return err
	}
	names, err := nlp.TrainNames(d)
	if err != nil {
		return err
	}
	return names.Write(out)
}
