package main

import (
	"path/filepath"

	"github.com/relata-graph/relata/extract/nlp"
)

// treebanks are what the tagger and the parser learn from.
var treebanks = []string{"UD_English-EWT/en_ewt-ud-train.conllu", "GUM/open/gum-open-train.conllu"}

func train(data, text, out string) error {
	d := nlp.TrainingData{Seed: 1}
	d.Progress = progress()
	for _, file := range treebanks {
		doc, err := readTreebank(filepath.Join(data, file))
		if err != nil {
			return err
		}
		d.Treebank = append(d.Treebank, mergeHyphens(doc)...)
	}
	var err error
	if d.Forms, err = readForms(data); err != nil {
		return err
	}
	news, err := newsSentences(12, d.Forms)
	if err != nil {
		return err
	}
	joined := composed(d.Treebank, len(d.Treebank)+len(news), 2000)
	d.Treebank = append(append(d.Treebank, news...), joined...)
	if d.Text, err = readText(text); err != nil {
		return err
	}
	m, err := nlp.Train(d)
	if err != nil {
		return err
	}
	return m.Write(out)
}
