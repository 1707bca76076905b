package main

import (
	_ "embed"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// newsTest is the name of the sentences of news that the models have not learned from.
const newsTest = "news-test.conllu"

//go:embed news-test.conllu
var newsTestTrees string

// readTest reads a treebank to measure with.
func readTest(data, file string) (*nlp.Document, error) {
	if file == newsTest {
		return nlp.ReadCoNLLU(strings.NewReader(newsTestTrees))
	}
	return readTreebank(filepath.Join(data, file))
}

// eval prints how well the built-in model does on treebanks that it was not
// trained on: the files given, or the test sets.
func eval(w io.Writer, data string, files []string) error {
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	if len(files) == 0 {
		files = []string{
			"UD_English-EWT/en_ewt-ud-test.conllu", "UD_English-PUD/en_pud-ud-test.conllu", "GUM/open/gum-open-test.conllu",
			newsTest,
		}
	}
	fmt.Fprintf(w, "%-18s %6s %6s %6s %6s %6s %6s | %7s %9s\n", "",
		"UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS-", "tokens", "sentences")
	for _, file := range files {
		gold, err := readTest(data, file)
		if err != nil {
			return err
		}
		var n, upos, xpos, lemmas, lemma, uas, las, universal float64
		for _, s := range gold.Sentences {
			got := s
			got.Tokens = make([]nlp.Token, len(s.Tokens))
			for i, t := range s.Tokens {
				got.Tokens[i] = nlp.Token{Span: t.Span, Form: t.Form, Head: -1, SpaceBefore: t.SpaceBefore}
			}
			m.Tag(&got)
			m.Parse(&got, nil)
			for i, t := range s.Tokens {
				g := got.Tokens[i]
				n++
				upos += one(g.UPOS == t.UPOS)
				xpos += one(g.XPOS == t.XPOS)
				lemmas += one(t.Lemma != "")
				lemma += one(t.Lemma != "" && g.Lemma == t.Lemma)
				uas += one(g.Head == t.Head)
				las += one(g.Head == t.Head && g.Deprel == t.Deprel)
				universal += one(g.Head == t.Head && withoutSubtype(g.Deprel) == withoutSubtype(t.Deprel))
			}
		}
		tokens, sentences := rawScores(gold)
		lemmaScore := "-" // a treebank may have no lemmas
		if lemmas > 0 {
			lemmaScore = fmt.Sprintf("%.2f", 100*lemma/lemmas)
		}
		fmt.Fprintf(w, "%-18s %6.2f %6.2f %6s %6.2f %6.2f %6.2f | %7.2f %9.2f\n",
			strings.TrimSuffix(filepath.Base(file), ".conllu"),
			100*upos/n, 100*xpos/n, lemmaScore, 100*uas/n, 100*las/n, 100*universal/n, tokens, sentences)
	}
	_, err = fmt.Fprintln(w, "UPOS to LAS: gold tokens, predicted tags, punctuation included; "+
		"LAS-: without subtypes; tokens, sentences: F1 on raw text")
	return err
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func withoutSubtype(deprel string) string {
	s, _, _ := strings.Cut(deprel, ":")
	return s
}

// rawScores tells how well raw text is cut: F1 of tokens and of sentences,
// which are right when their first and last bytes are.
func rawScores(gold *nlp.Document) (tokens, sentences float64) {
	got := nlp.Split(gold.Text)
	spans := func(d *nlp.Document) (tokens, sentences map[nlp.Span]bool) {
		tokens, sentences = make(map[nlp.Span]bool), make(map[nlp.Span]bool)
		for _, s := range d.Sentences {
			sentences[s.Span] = true
			for _, t := range s.Tokens {
				tokens[t.Span] = true
			}
		}
		return tokens, sentences
	}
	goldTokens, goldSentences := spans(gold)
	gotTokens, gotSentences := spans(got)
	return f1(goldTokens, gotTokens), f1(goldSentences, gotSentences)
}

func f1(gold, got map[nlp.Span]bool) float64 {
	right := 0
	for s := range got {
		if gold[s] {
			right++
		}
	}
	return 200 * float64(right) / float64(len(gold)+len(got))
}
