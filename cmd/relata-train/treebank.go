package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
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

// readForms reads the dictionaries: lemmas and irregular forms of WordNet,
// verb forms of UniMorph.
func readForms(data string) ([]nlp.WordForm, error) {
	var forms []nlp.WordForm
	each := func(file string, fields int, do func(f []string)) error {
		in, err := os.Open(filepath.Join(data, "lemma", file))
		if err != nil {
			return err
		}
		defer in.Close()
		lines := bufio.NewScanner(in)
		for lines.Scan() {
			if f := strings.FieldsFunc(lines.Text(), func(r rune) bool { return r == '\t' || r == ' ' }); len(f) >= fields && !strings.Contains(f[0], "_") {
				do(f)
			}
		}
		return lines.Err()
	}
	verbs := make(map[string]bool)
	base := func(xpos string) func(f []string) {
		return func(f []string) {
			if xpos == "VB" {
				verbs[f[0]] = true
			}
			lemma := f[0]
			if name := strings.ToUpper(lemma[:1]) + lemma[1:]; xpos == "JJ" && isNationality(name) {
				lemma = name
			}
			forms = append(forms, nlp.WordForm{Form: f[0], XPOS: xpos, Lemma: lemma})
			if xpos == "NN" && !strings.HasSuffix(f[0], "s") {
				forms = append(forms, nlp.WordForm{Form: plural(f[0]), XPOS: "NNS", Lemma: f[0]})
			}
		}
	}
	exceptions := func(xpos ...string) func(f []string) {
		return func(f []string) {
			for _, x := range xpos {
				forms = append(forms, nlp.WordForm{Form: f[0], XPOS: x, Lemma: f[1]})
			}
		}
	}
	irregular := make(map[string][]string)
	unimorph := map[string]string{"V;3;SG;PRS": "VBZ", "V;PST": "VBD", "V;V.PTCP;PST": "VBN", "V;V.PTCP;PRS": "VBG"}
	for _, err := range []error{
		each("wordnet-exc/lemmas.noun.txt", 1, base("NN")),
		each("wordnet-exc/lemmas.verb.txt", 1, base("VB")),
		each("wordnet-exc/lemmas.adj.txt", 1, base("JJ")),
		each("wordnet-exc/lemmas.adv.txt", 1, base("RB")),
		each("wordnet-exc/noun.exc", 2, exceptions("NNS")),
		each("wordnet-exc/adj.exc", 2, func(f []string) {
			if strings.HasSuffix(f[0], "st") {
				exceptions("JJS")(f)
			} else if strings.HasSuffix(f[0], "er") {
				exceptions("JJR")(f)
			}
		}),
		each("wordnet-exc/verb.exc", 2, func(f []string) { irregular[f[0]] = append(irregular[f[0]], f[1:]...) }),
		each("unimorph-eng/eng.2020-02.tsv", 3, func(f []string) {
			of := irregular[f[1]] // where both lists have a form, UniMorph's other verbs for it are hardly English ("fled" of "flead")
			if x := unimorph[f[2]]; x != "" && verbs[f[0]] && (of == nil || slices.Contains(of, f[0])) {
				forms = append(forms, nlp.WordForm{Form: f[1], XPOS: x, Lemma: f[0]})
			}
		}),
	} {
		if err != nil {
			return nil, fmt.Errorf("reading word lists: %w", err)
		}
	}
	return forms, nil
}

// readText reads the sentences of articles, one JSON object a line.
func readText(file string) ([]nlp.Sentence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []nlp.Sentence
	for d := json.NewDecoder(f); ; {
		var article struct{ Text string }
		switch err := d.Decode(&article); {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, nlp.Split(article.Text).Sentences...)
	}
}

func plural(noun string) string {
	n := len(noun)
	switch {
	case n > 1 && noun[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(noun[n-2])):
		return noun[:n-1] + "ies"
	case strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "z"):
		return noun + "es"
	}
	return noun + "s"
}

// isNationality tells whether a word is an adjective of a country.
func isNationality(word string) bool {
	_, n, adjective := world.FindCountry([]string{word})
	return n == 1 && adjective
}
