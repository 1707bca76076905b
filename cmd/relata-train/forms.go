package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// readForms reads the dictionaries: lemmas and irregular forms of WordNet,
// verb forms of UniMorph.
func readForms(data string) ([]nlp.WordForm, error) {
	r := formReader{dir: filepath.Join(data, "lemma"), verbs: map[string]bool{}, irregular: map[string][]string{}}
	for _, err := range []error{
		r.each("wordnet-exc/lemmas.noun.txt", 1, r.base("NN")),
		r.each("wordnet-exc/lemmas.verb.txt", 1, r.base("VB")),
		r.each("wordnet-exc/lemmas.adj.txt", 1, r.base("JJ")),
		r.each("wordnet-exc/lemmas.adv.txt", 1, r.base("RB")),
		r.each("wordnet-exc/noun.exc", 2, func(f []string) { r.add(f[0], "NNS", f[1]) }),
		r.each("wordnet-exc/adj.exc", 2, func(f []string) {
			if strings.HasSuffix(f[0], "st") {
				r.add(f[0], "JJS", f[1])
			} else if strings.HasSuffix(f[0], "er") {
				r.add(f[0], "JJR", f[1])
			}
		}),
		r.each("wordnet-exc/verb.exc", 2, func(f []string) { r.irregular[f[0]] = append(r.irregular[f[0]], f[1:]...) }),
		r.each("unimorph-eng/eng.2020-02.tsv", 3, r.inflected),
	} {
		if err != nil {
			return nil, fmt.Errorf("reading word lists: %w", err)
		}
	}
	return r.forms, nil
}

// A formReader puts word lists together; what it reads first tells how to take
// the others.
type formReader struct {
	dir       string
	forms     []nlp.WordForm
	verbs     map[string]bool
	irregular map[string][]string // verbs by their form
}

// each calls do with the fields of every line that has enough of them.
func (r *formReader) each(file string, fields int, do func(f []string)) error {
	in, err := os.Open(filepath.Join(r.dir, file))
	if err != nil {
		return err
	}
	defer in.Close()
	gap := func(c rune) bool { return c == '\t' || c == ' ' }
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if f := strings.FieldsFunc(lines.Text(), gap); len(f) >= fields && !strings.Contains(f[0], "_") {
			do(f)
		}
	}
	return lines.Err()
}

func (r *formReader) add(form, xpos, lemma string) {
	r.forms = append(r.forms, nlp.WordForm{Form: form, XPOS: xpos, Lemma: lemma})
}

// base reads the dictionary forms of a part of speech.
func (r *formReader) base(xpos string) func(f []string) {
	return func(f []string) {
		if xpos == "VB" {
			r.verbs[f[0]] = true
		}
		lemma := f[0]
		if name := strings.ToUpper(lemma[:1]) + lemma[1:]; xpos == "JJ" && isNationality(name) {
			lemma = name
		}
		r.add(f[0], xpos, lemma)
		if xpos == "NN" && !strings.HasSuffix(f[0], "s") {
			r.add(plural(f[0]), "NNS", f[0])
		}
	}
}

var unimorphVerbs = map[string]string{
	"V;3;SG;PRS": "VBZ", "V;PST": "VBD", "V;V.PTCP;PST": "VBN", "V;V.PTCP;PRS": "VBG",
}

// inflected reads a form of a verb. Where both lists have a form, UniMorph's
// other verbs for it are hardly English ("fled" of "flead").
func (r *formReader) inflected(f []string) {
	of := r.irregular[f[1]]
	if x := unimorphVerbs[f[2]]; x != "" && r.verbs[f[0]] && (of == nil || slices.Contains(of, f[0])) {
		r.add(f[1], x, f[0])
	}
}

func plural(noun string) string {
	n := len(noun)
	switch {
	case n > 1 && noun[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(noun[n-2])):
		return noun[:n-1] + "ies"
	case strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"),
		strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "z"):
		return noun + "es"
	}
	return noun + "s"
}

// isNationality tells whether a word is an adjective of a country.
func isNationality(word string) bool {
	_, n, adjective := world.FindCountry([]string{word})
	return n == 1 && adjective
}
