package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// treebanks are what the tagger and the parser learn from.
var treebanks = []string{"UD_English-EWT/en_ewt-ud-train.conllu", "GUM/open/gum-open-train.conllu"}

// newsTrees are sentences as newspapers and releases write them, written for relata, with
// trees that readers have corrected.
//
//go:embed news.conllu
var newsTrees string

// twice gives sentences of a treebank and the same again, all that are of one part in both
// places of the treebank.
func twice(all []nlp.Sentence) []nlp.Sentence {
	whole := len(all) - len(all)%nlp.PartsLength
	return slices.Concat(all[:whole], all)
}

func train(data, text string, silver int, out string) error {
	d := nlp.TrainingData{Seed: 1, Silver: silver}
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
	own, err := nlp.ReadCoNLLU(strings.NewReader(newsTrees))
	if err != nil {
		return fmt.Errorf("news.conllu: %w", err)
	}
	d.Treebank = append(d.Treebank, twice(own.Sentences)...)
	if d.Text, err = readText(text); err != nil {
		return err
	}
	m, err := nlp.Train(d)
	if err != nil {
		return err
	}
	return m.Write(out)
}
