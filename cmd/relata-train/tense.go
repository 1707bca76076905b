package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/nlp"
)

// A conjugator puts sentences in other tenses.
type conjugator struct {
	past   map[string]string // lemmas of past forms
	forms  map[[2]string]string
	random *rand.Rand
}

func newConjugator(forms []nlp.WordForm, random *rand.Rand) *conjugator {
	c := &conjugator{past: map[string]string{}, forms: map[[2]string]string{}, random: random}
	for _, f := range forms {
		if f.XPOS == "VBD" && c.past[f.Form] == "" {
			c.past[f.Form] = f.Lemma
		}
		if key := [2]string{f.Lemma, f.XPOS}; c.forms[key] == "" {
			c.forms[key] = f.Form
		}
	}
	return c
}

// conjugate gives a sentence with each of its simple pasts, by chance, in the
// present, the perfect or the future.
func (c *conjugator) conjugate(s nlp.Sentence) nlp.Sentence {
	if slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool { return t.Deprel == "cc" && s.Tokens[t.Head].UPOS == "VERB" }) {
		return s // verbs that share a subject keep one tense
	}
	for i := 0; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		lemma := c.past[t.Form]
		if t.XPOS != "VBD" || t.UPOS != "VERB" || lemma == "" {
			continue
		}
		subject := slices.IndexFunc(s.Tokens, func(d nlp.Token) bool { return d.Head == i && d.Deprel == "nsubj" })
		if subject < 0 || subject > i {
			continue
		}
		form := func(xpos string) bool {
			f := c.forms[[2]string{lemma, xpos}]
			if xpos == "VB" || xpos == "VBP" {
				f = lemma
			}
			if f != "" {
				t.Form, t.XPOS = f, xpos
			}
			return f != ""
		}
		plural := isPlural(&s, subject)
		switch c.random.IntN(10) {
		case 0, 1, 2:
			if plural {
				form("VBP")
			} else {
				form("VBZ")
			}
		case 3:
			if form("VBN") {
				if plural {
					s = withAux(s, i, "have", "VBP")
				} else {
					s = withAux(s, i, "has", "VBZ")
				}
				i++
			}
		case 4:
			if form("VB") {
				s = withAux(s, i, "will", "MD")
				i++
			}
		}
	}
	return s
}

func isPlural(s *nlp.Sentence, subject int) bool {
	return strings.HasSuffix(s.Tokens[subject].XPOS, "S") || slices.ContainsFunc(s.Tokens, func(d nlp.Token) bool {
		return d.Head == subject && d.Deprel == "conj"
	})
}

// withAux gives a sentence with an auxiliary before token verb.
func withAux(s nlp.Sentence, verb int, form, xpos string) nlp.Sentence {
	tokens := slices.Clone(s.Tokens)
	for i := range tokens {
		if tokens[i].Head >= verb {
			tokens[i].Head++
		}
	}
	s.Tokens = slices.Insert(tokens, verb, nlp.Token{
		Form: form, UPOS: "AUX", XPOS: xpos, Head: verb + 1, Deprel: "aux", SpaceBefore: true,
	})
	return s
}

// headline gives a sentence as a headline has it: without articles and full stop.
func headline(s nlp.Sentence) nlp.Sentence {
	at := make([]int, len(s.Tokens))
	var tokens []nlp.Token
	for i, t := range s.Tokens {
		at[i] = len(tokens)
		if t.Deprel == "det" && t.XPOS == "DT" && slices.Contains([]string{"the", "a", "an"}, strings.ToLower(t.Form)) ||
			t.Form == "." && i == len(s.Tokens)-1 {
			continue
		}
		if len(tokens) == 0 {
			t.Form = atStart(t, true)
		}
		tokens = append(tokens, t)
	}
	for i := range tokens {
		if tokens[i].Head >= 0 {
			tokens[i].Head = at[tokens[i].Head]
		}
	}
	s.Tokens = tokens
	return s
}

// atStart gives the form of a word at the start of a sentence or within.
func atStart(t nlp.Token, start bool) string {
	r, size := utf8.DecodeRuneInString(t.Form)
	switch {
	case start:
		return string(unicode.ToUpper(r)) + t.Form[size:]
	case t.UPOS == "PROPN" || t.Form == "I" || t.XPOS == "JJ" || strings.ToUpper(t.Form) == t.Form && size < len(t.Form):
		return t.Form
	}
	return string(unicode.ToLower(r)) + t.Form[size:]
}
