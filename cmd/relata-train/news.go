package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/nlp"
)

//go:embed news.txt
var newsPatterns string

// newsSentences makes analysed sentences from the patterns of news.txt, each
// pattern n times with other choices and, by the forms of verbs, in other tenses;
// patterns that are made of other clauses more often.
func newsSentences(n int, forms []nlp.WordForm) ([]nlp.Sentence, error) {
	const clauses = 3 // how many times as often
	choices := make(map[string][]string)
	var patterns []string
	for line := range strings.Lines(newsPatterns) {
		line = strings.TrimSpace(line)
		name, choice, ok := strings.Cut(line, ": ")
		if ok && strings.ToUpper(name) == name && !strings.ContainsAny(name, " [") {
			choices[name] = append(choices[name], choice)
		} else if line != "" && line[0] != '#' {
			patterns = append(patterns, line)
			clause, ok := strings.CutSuffix(line, " [punct ./.]")
			if ok && strings.HasPrefix(clause, "[nsubj ") && !isComposed(line) {
				choices["CLAUSE"] = append(choices["CLAUSE"], clause)
				choices["PREDICATE"] = append(choices["PREDICATE"], strings.TrimSpace(clause[phraseEnd(clause):]))
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	verbs := newConjugator(forms, random)
	var all []nlp.Sentence
	for _, pattern := range patterns {
		times := n
		if isComposed(pattern) {
			times *= clauses
		}
		for range times {
			g := generator{choices: choices, random: random}
			if err := g.phrase(pattern, "root", -1); err != nil {
				return nil, fmt.Errorf("%w in %q", err, pattern)
			}
			s := verbs.conjugate(g.sentence())
			if random.IntN(8) == 0 {
				s = headline(s)
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// A generator writes one sentence. The head of a token is the number of its
// phrase until the sentence is done.
type generator struct {
	choices map[string][]string
	random  *rand.Rand
	tokens  []nlp.Token
	phrases []int // phrase each token is the head of
	n       int
}

// phrase adds the words of a pattern. The one outside of brackets depends by
// the relation on the head of phrase above.
func (g *generator) phrase(pattern, relation string, above int) error {
	pattern = g.expand(pattern)
	own := g.n
	g.n++
	heads := 0
	for rest := pattern; rest != ""; {
		rest = strings.TrimLeft(rest, " ")
		if rest[0] != '[' {
			word, after, _ := strings.Cut(rest, " ")
			rest = after
			form, xpos, ok := strings.Cut(word, "/")
			if !ok {
				return fmt.Errorf("word %q, want one with its tag", word)
			}
			heads++
			if heads > 1 {
				return fmt.Errorf("word %q beside the head of its phrase", word)
			}
			g.tokens = append(g.tokens, nlp.Token{
				Form: form, UPOS: universal(xpos, relation), XPOS: xpos, Head: above, Deprel: relation, SpaceBefore: true,
			})
			g.phrases = append(g.phrases, own)
			continue
		}
		end := phraseEnd(rest)
		if end == 0 {
			return fmt.Errorf("bracket without end")
		}
		relation, inner, _ := strings.Cut(rest[1:end-1], " ")
		if err := g.phrase(inner, relation, own); err != nil {
			return err
		}
		rest = strings.TrimLeft(rest[end:], " ")
	}
	if heads != 1 {
		return fmt.Errorf("%d heads in %q, want one", heads, pattern)
	}
	return nil
}

// isComposed tells whether a pattern is made of other clauses.
func isComposed(pattern string) bool {
	return strings.Contains(pattern, "@CLAUSE") || strings.Contains(pattern, "@PREDICATE")
}

// phraseEnd gives where the bracket that a pattern begins with ends, 0 if it does not.
func phraseEnd(pattern string) int {
	depth := 0
	for i, c := range pattern {
		if c == '[' {
			depth++
		} else if c == ']' {
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// expand puts choices in the place of the names that stand outside of brackets.
func (g *generator) expand(pattern string) string {
	for {
		at, depth := -1, 0
		for i, c := range pattern {
			switch {
			case c == '[':
				depth++
			case c == ']':
				depth--
			case c == '@' && depth == 0 && at < 0:
				at = i
			}
		}
		if at < 0 {
			return pattern
		}
		name, after, _ := strings.Cut(pattern[at+1:], " ")
		list := g.choices[name]
		if len(list) == 0 {
			return pattern
		}
		pattern = pattern[:at] + list[g.random.IntN(len(list))] + " " + after
	}
}

// sentence gives the tokens with their heads and capitals set, without a comma
// before another mark.
func (g *generator) sentence() nlp.Sentence {
	var s nlp.Sentence
	var phrases []int
	for i, t := range g.tokens {
		if t.Form == "," && i+1 < len(g.tokens) && g.tokens[i+1].UPOS == "PUNCT" {
			continue
		}
		r, size := utf8.DecodeRuneInString(t.Form)
		if len(s.Tokens) == 0 {
			t.Form = string(unicode.ToUpper(r)) + t.Form[size:]
		} else if t.UPOS != "PROPN" && t.XPOS != "JJ" && t.XPOS != "NNP" {
			t.Form = strings.ToLower(t.Form)
		}
		s.Tokens = append(s.Tokens, t)
		phrases = append(phrases, g.phrases[i])
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head >= 0 {
			s.Tokens[i].Head = slices.Index(phrases, s.Tokens[i].Head)
		}
	}
	return s
}

// universal gives the universal tag for a Penn tag in a relation.
func universal(xpos, relation string) string {
	switch {
	case relation == "mark":
		if xpos == "TO" {
			return "PART"
		}
		return "SCONJ"
	case relation == "cop" || strings.HasPrefix(relation, "aux"):
		return "AUX"
	}
	switch xpos {
	case "NN", "NNS":
		return "NOUN"
	case "NNP":
		if relation == "amod" {
			return "ADJ"
		}
		return "PROPN"
	case "JJ", "JJR", "JJS":
		return "ADJ"
	case "RB", "RBS", "WRB":
		return "ADV"
	case "IN", "RP":
		return "ADP"
	case "DT":
		return "DET"
	case "PRP", "PRP$", "WP", "WP$", "WDT":
		return "PRON"
	case "CD":
		return "NUM"
	case "CC":
		return "CCONJ"
	case "POS":
		return "PART"
	case ".", ",":
		return "PUNCT"
	}
	return "VERB"
}
