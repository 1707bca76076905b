package extract

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/rules"
)

// reached returns what a path leads to from a predicate, in the tree as the
// parser gives it, as arguments whose function is the path.
func (m *matcher) reached(path *rules.Path, p *clause.Predicate) []clause.Arg {
	if p.Token < 0 {
		return nil
	}
	s := &m.a.entities.NLP.Sentences[p.Sentence]
	at := make([]bool, len(s.Tokens))
	at[p.Token] = true
	for i := range path.Steps {
		at = follow(s, at, &path.Steps[i])
	}
	var out []clause.Arg
	for i, here := range at {
		if here {
			out = append(out, m.argAt(p.Sentence, i, path.Text))
		}
	}
	return out
}

// follow takes a step from all words of a set. Each word is left at most once,
// so a step costs no more than the sentence is long.
func follow(s *nlp.Sentence, from []bool, step *rules.Step) []bool {
	to := make([]bool, len(from))
	if step.Optional {
		copy(to, from)
	}
	left := make([]bool, len(from))
	for todo := slices.Clone(from); ; {
		next := make([]bool, len(from))
		more := false
		for i := range s.Tokens {
			t := &s.Tokens[i]
			if t.Head < 0 || !dependsAs(t.Deprel, step.Relations) {
				continue
			}
			source, target := t.Head, i
			if step.Up {
				source, target = i, t.Head
			}
			if todo[source] && !left[source] && (len(step.Words) == 0 || hasWord(s, target, step.Words)) {
				to[target], next[target] = true, true
				more = true
			}
		}
		for i, was := range todo {
			left[i] = left[i] || was
		}
		if !more || !step.Many {
			return to
		}
		todo = next
	}
}

func dependsAs(deprel string, relations []string) bool {
	base, _, _ := strings.Cut(deprel, ":")
	return slices.Contains(relations, deprel) || slices.Contains(relations, base)
}

// hasWord tells whether a word, or a preposition or mark before it, is one of words.
func hasWord(s *nlp.Sentence, i int, words []string) bool {
	if slices.Contains(words, strings.ToLower(s.Tokens[i].Lemma)) {
		return true
	}
	return slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool {
		return t.Head == i && (t.Deprel == "case" || t.Deprel == "mark") && slices.Contains(words, strings.ToLower(t.Form))
	})
}

// argAt is the word of a sentence as an argument: the name that it ends, with
// titles and all, the smallest mention that it stands in, or the phrase that it
// heads.
func (m *matcher) argAt(sentence, token int, function string) clause.Arg {
	s := &m.a.entities.NLP.Sentences[sentence]
	var inside nlp.Range
	whole := false
	for _, i := range m.a.mentions[sentence] {
		n := &m.a.entities.Mentions[i]
		r := n.Tokens
		if r.First > token || token >= r.Last || whole {
			continue
		}
		if whole = n.Kind == entity.Named && !n.Inside && r.Last == token+1; whole || (inside == nlp.Range{} || r.Last-r.First < inside.Last-inside.First) {
			inside = r
		}
	}
	if inside != (nlp.Range{}) {
		return m.argOf(sentence, inside, function)
	}
	r := nlp.Range{First: token, Last: token + 1}
	for r.First > 0 && below(s, r.First-1, token) {
		r.First--
	}
	for r.Last < len(s.Tokens) && below(s, r.Last, token) {
		r.Last++
	}
	a := m.argOf(sentence, r, function)
	a.Head = strings.ToLower(s.Tokens[token].Lemma)
	return a
}

// below tells whether word i is part of the phrase of word head, without what is
// coordinated with it, tells more of it, or only joins it to others.
func below(s *nlp.Sentence, i, head int) bool {
	for range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			return false
		}
		if t.Head == head {
			base, _, _ := strings.Cut(t.Deprel, ":")
			switch base {
			case "conj", "cc", "punct", "appos", "parataxis", "case", "mark", "cop", "nsubj", "advcl", "acl", "det", "aux":
				return false
			}
			return true
		}
		i = t.Head
	}
	return false
}

// argOf is a range of words as an argument.
func (m *matcher) argOf(sentence int, r nlp.Range, function string) clause.Arg {
	s := &m.a.entities.NLP.Sentences[sentence]
	a := clause.Arg{Function: function, Mention: -1, Tokens: r, Head: strings.ToLower(s.Tokens[r.Last-1].Lemma)}
	a.Text = strings.Join(strings.Fields(m.doc.Text[s.Tokens[r.First].Start:s.Tokens[r.Last-1].End]), " ")
	for _, i := range m.a.mentions[sentence] {
		if mention := &m.a.entities.Mentions[i]; mention.Tokens == r {
			a.Mention, a.Head = i, strings.ToLower(s.Tokens[mention.Head].Lemma)
			break
		}
	}
	return a
}
