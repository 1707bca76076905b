package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// A joiner makes one sentence of two.
type joiner struct {
	front    bool // the second stands first
	comma    bool
	word     string // between them
	xpos     string
	own      string // relation of the word
	relation string // relation of the second to the first
}

// joiners are the ways in which news makes one sentence of two, common ones several times.
var joiners = []joiner{
	{word: "after", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "as", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "as", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "before", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "because", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "while", xpos: "IN", own: "mark", relation: "advcl"},
	{word: "while", xpos: "IN", own: "mark", relation: "advcl", comma: true},
	{word: "although", xpos: "IN", own: "mark", relation: "advcl", comma: true},
	{word: "as", xpos: "IN", own: "mark", relation: "advcl", comma: true},
	{word: "when", xpos: "WRB", own: "advmod", relation: "advcl"},
	{word: "after", xpos: "IN", own: "mark", relation: "advcl", comma: true, front: true},
	{word: "as", xpos: "IN", own: "mark", relation: "advcl", comma: true, front: true},
	{word: "while", xpos: "IN", own: "mark", relation: "advcl", comma: true, front: true},
	{word: "and", xpos: "CC", own: "cc", relation: "conj"},
	{word: "and", xpos: "CC", own: "cc", relation: "conj"},
	{word: "and", xpos: "CC", own: "cc", relation: "conj", comma: true},
	{word: "but", xpos: "CC", own: "cc", relation: "conj", comma: true},
}

// composed makes n sentences of two plain ones each, whose trees are known, as
// those of long sentences seldom are. They are to stand behind number before of a
// treebank that begins with from, and are of the part of those they are made of.
func composed(from []nlp.Sentence, before, n int) []nlp.Sentence {
	plain := map[int][]*nlp.Sentence{}
	for i := range from {
		if isPlain(&from[i]) {
			plain[nlp.PartOf(i)] = append(plain[nlp.PartOf(i)], &from[i])
		}
	}
	random := rand.New(rand.NewPCG(2, 2))
	var all []nlp.Sentence
	for k := range n {
		if list := plain[nlp.PartOf(before+k)]; len(list) > 1 {
			a, b := list[random.IntN(len(list))], list[random.IntN(len(list))]
			all = append(all, joiners[random.IntN(len(joiners))].join(a, b))
		}
	}
	return all
}

// isPlain tells whether a sentence is a short statement that begins with the subject of
// its verb and ends with a full stop.
func isPlain(s *nlp.Sentence) bool {
	last := len(s.Tokens) - 1
	if last < 3 || last > 24 || s.Tokens[last].Form != "." {
		return false
	}
	root, subject := -1, -1
	for i, t := range s.Tokens {
		switch {
		case t.Head < 0 && root >= 0, i < last && t.UPOS == "PUNCT" && t.Form != ",":
			return false
		case t.Head < 0:
			root = i
		}
	}
	if root < 0 || s.Tokens[root].UPOS != "VERB" || s.Tokens[last].Head != root {
		return false
	}
	for i, t := range s.Tokens {
		if t.Head == root && strings.HasPrefix(t.Deprel, "nsubj") {
			subject = i
			break
		}
	}
	first := 0
	for s.Tokens[first].Head > first {
		first = s.Tokens[first].Head
		if first == subject {
			break
		}
	}
	return subject >= 0 && subject < root && first == subject
}

// join gives the sentence that a and b make.
func (j joiner) join(a, b *nlp.Sentence) nlp.Sentence {
	main, second := a.Tokens[:len(a.Tokens)-1], b.Tokens[:len(b.Tokens)-1]
	stop := a.Tokens[len(a.Tokens)-1]
	var s nlp.Sentence
	add := func(tokens []nlp.Token) (from int) {
		from = len(s.Tokens)
		for i, t := range tokens {
			if t.Head >= 0 {
				t.Head += from
			}
			if i == 0 {
				t.SpaceBefore = from > 0
				t.Form = atStart(t, from == 0)
			}
			s.Tokens = append(s.Tokens, t)
		}
		return from
	}
	rootOf := func(tokens []nlp.Token) int {
		return slices.IndexFunc(tokens, func(t nlp.Token) bool { return t.Head < 0 })
	}
	mainRoot, secondRoot := rootOf(main), rootOf(second)
	word := nlp.Token{Form: j.word, XPOS: j.xpos, UPOS: universal(j.xpos, j.own), Deprel: j.own, SpaceBefore: true}
	comma := nlp.Token{Form: ",", XPOS: ",", UPOS: "PUNCT", Deprel: "punct"}
	if j.front {
		word.Head = 1 + secondRoot
		word.Form = atStart(word, true)
		s.Tokens = append(s.Tokens, word)
		secondRoot += add(second)
		comma.Head = secondRoot
		s.Tokens = append(s.Tokens, comma)
		mainRoot += add(main)
	} else {
		mainRoot += add(main)
		at := len(s.Tokens)
		if j.comma {
			at++
		}
		word.Head, comma.Head = at+1+secondRoot, at+1+secondRoot
		if j.comma {
			if j.relation == "advcl" {
				comma.Head = mainRoot
			}
			s.Tokens = append(s.Tokens, comma)
		}
		s.Tokens = append(s.Tokens, word)
		secondRoot += add(second)
	}
	s.Tokens[secondRoot].Head, s.Tokens[secondRoot].Deprel = mainRoot, j.relation
	stop.Head = mainRoot
	s.Tokens = append(s.Tokens, stop)
	return s
}
