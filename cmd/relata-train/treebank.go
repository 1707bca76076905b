package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

func readTreebank(file string) (*nlp.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := nlp.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc, nil
}

// mergeHyphens gives the sentences of a treebank with tokens joined where
// nlp.Split keeps a hyphenated name whole ("al-Abadi") and the treebank cuts it.
func mergeHyphens(doc *nlp.Document) []nlp.Sentence {
	ends := make(map[int]int) // end of our token by its start
	for _, s := range nlp.Split(doc.Text).Sentences {
		for _, t := range s.Tokens {
			if strings.Contains(t.Form, "-") {
				ends[t.Start] = t.End
			}
		}
	}
	var out []nlp.Sentence
	for _, s := range doc.Sentences {
		at := make([]int, len(s.Tokens))
		var tokens []nlp.Token
		for i := 0; i < len(s.Tokens); i++ {
			j := i + 1
			if end := ends[s.Tokens[i].Start]; end > s.Tokens[i].End {
				for j < len(s.Tokens) && s.Tokens[j].End <= end {
					j++
				}
				if s.Tokens[j-1].End != end {
					j = i + 1
				}
			}
			head, outside := i, 0
			for k := i; k < j; k++ {
				if h := s.Tokens[k].Head; h < i || h >= j {
					head = k
					outside++
				}
			}
			if outside != 1 {
				j, head = i+1, i
			}
			t := s.Tokens[head]
			t.Start, t.End, t.SpaceBefore = s.Tokens[i].Start, s.Tokens[j-1].End, s.Tokens[i].SpaceBefore
			if j > i+1 {
				t.Form = doc.Text[t.Start:t.End]
				t.Lemma = t.Form
			}
			for k := i; k < j; k++ {
				at[k] = len(tokens)
			}
			tokens = append(tokens, t)
			i = j - 1
		}
		for i := range tokens {
			if tokens[i].Head >= 0 {
				tokens[i].Head = at[tokens[i].Head]
			}
		}
		s.Tokens = tokens
		out = append(out, s)
	}
	return out
}

// readText reads the sentences of articles, one JSON object a line.
func readText(file string) ([]nlp.Sentence, error) {
	articles, err := readArticles(file)
	var all []nlp.Sentence
	for _, text := range articles {
		all = append(all, nlp.Split(text).Sentences...)
	}
	return all, err
}

// readArticles reads the texts of articles.
func readArticles(file string) ([]string, error) {
	var all []string
	err := readValues(file, func(article *struct{ Text string }) { all = append(all, article.Text) })
	return all, err
}
