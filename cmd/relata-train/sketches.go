package main

import (
	"path/filepath"
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// trainSketches trains the sketches of the built-in models on articles and on what the models
// learned from, so that they are not sure of what only articles are like.
func trainSketches(data, text, out string) error {
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	names, err := nlp.LoadNames()
	if err != nil {
		return err
	}
	all, err := sketchTexts(data, text)
	if err != nil {
		return err
	}
	s, err := nlp.TrainSketches(m, names, len(all), func(m *nlp.Model, names *nlp.NameModel, k int) {
		readWhole(m, names, all[k])
	}, progress())
	if err != nil {
		return err
	}
	return s.Write(out)
}

// sketchTexts gives a part of the articles, and the texts of treebanks and of GAP.
func sketchTexts(data, text string) ([]string, error) {
	articles, err := readArticles(text)
	if err != nil {
		return nil, err
	}
	var all []string
	const share = 5 // one of so many articles is enough
	for i := 0; i < len(articles); i += share {
		all = append(all, articles[i])
	}
	for _, file := range treebanks {
		doc, err := readTreebank(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		for part := range slices.Chunk(doc.Sentences, 40) {
			all = append(all, doc.Text[part[0].Start:part[len(part)-1].End])
		}
	}
	gap, err := gapTexts(data)
	return append(all, gap...), err
}

// readWhole has the models read a text as the extractor does.
func readWhole(m *nlp.Model, names *nlp.NameModel, text string) {
	doc := nlp.Split(text)
	for i := range doc.Sentences {
		m.Tag(&doc.Sentences[i])
	}
	in := make([][]entity.Mention, len(doc.Sentences))
	for _, found := range mention.FindBy(names, doc) {
		in[found.Sentence] = append(in[found.Sentence], found)
	}
	for i := range doc.Sentences {
		clause.Parse(m, &doc.Sentences[i], in[i])
	}
}
