package program

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/rules"
)

// Follow tells of each word of a sentence whether a path leads to it from a word,
// in the tree as clause has mended it.
func Follow(path *rules.Path, s *nlp.Sentence, from int) []bool {
	at := make([]bool, len(s.Tokens))
	at[from] = true
	for i := range path.Steps {
		if at = follow(s, at, &path.Steps[i]); !slices.Contains(at, true) {
			break
		}
	}
	return at
}

// follow takes a step from all words of a set. Each word is left at most once,
// so a step costs no more than the sentence is long.
func follow(s *nlp.Sentence, from []bool, step *rules.Step) []bool {
	to := make([]bool, len(from))
	if step.Optional {
		copy(to, from)
	}
	if !step.Many {
		once(s, step, from, to)
		return to
	}
	left := make([]bool, len(from))
	for todo := from; ; {
		next := make([]bool, len(from))
		once(s, step, todo, next)
		more := false
		for i := range from {
			left[i] = left[i] || todo[i]
			to[i] = to[i] || next[i]
			next[i] = next[i] && !left[i]
			more = more || next[i]
		}
		if !more {
			return to
		}
		todo = next
	}
}

// once adds the words to which a step leads from those of a set.
func once(s *nlp.Sentence, step *rules.Step, from, to []bool) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		source, target := t.Head, i
		if step.Up {
			source, target = i, t.Head
		}
		if t.Head < 0 || !from[source] || to[target] || !dependsAs(t.Deprel, step.Relations) {
			continue
		}
		if len(step.Words) == 0 || hasWord(s, target, step.Words) {
			to[target] = true
		}
	}
}

func dependsAs(deprel string, relations []string) bool {
	return slices.ContainsFunc(relations, func(r string) bool {
		return strings.HasPrefix(deprel, r) && (len(deprel) == len(r) || deprel[len(r)] == ':')
	})
}

// hasWord tells whether a word, or a preposition or mark before it, is one of words.
func hasWord(s *nlp.Sentence, i int, words []string) bool {
	if slices.Contains(words, strings.ToLower(s.Tokens[i].Lemma)) {
		return true
	}
	return slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool {
		return t.Head == i && (t.Deprel == "case" || t.Deprel == "mark") &&
			slices.Contains(words, strings.ToLower(t.Form))
	})
}
