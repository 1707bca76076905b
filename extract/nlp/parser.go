package nlp

import (
	"errors"
	"strings"
)

// A parser builds dependency trees by the transitions of the arc-hybrid system
// (Kuhlmann et al. 2011), chosen greedily by features after Zhang and Nivre
// (2011). Punctuation is no part of the tree that it builds but a feature of
// the words beside it (Ma et al. 2014), and is attached by rule in the end. The
// parser always gives a projective tree with one root, in linear time.
type parser struct {
	*linear
	lexicon     *lexicon
	supertagger *supertagger
	moves       []move
	// Labels of the model by kind of move, for the best legal one.
	left, right []int
}

func newParser(m *linear, t *supertagger, l *lexicon) (*parser, error) {
	p := &parser{linear: m, lexicon: l, supertagger: t}
	for i, name := range m.labels {
		kind, deprel, _ := strings.Cut(name, " ")
		h := hashString(deprel)
		v := move{deprel: deprel, hash: h, bit: 1 << (mix(h, 7) >> 58)}
		switch kind {
		case "shift":
		case "left":
			v.kind = left
			p.left = append(p.left, i)
		case "right":
			v.kind = right
			p.right = append(p.right, i)
		default:
			return nil, errors.New("unknown transition " + kind)
		}
		p.moves = append(p.moves, v)
	}
	if len(p.left) == 0 || len(p.right) == 0 || p.moves[0].kind != shift {
		return nil, errors.New("transitions are missing")
	}
	return p, nil
}

// bestLegal gives the legal move of the highest score.
func (p *parser) bestLegal(s *state, scores *scores) int {
	if s.next == s.n {
		if len(s.stack) == 1 {
			return -1
		}
		return maxOf(scores, p.right, p.right[0])
	}
	best := 0
	if s.legal(left) {
		best = maxOf(scores, p.left, best)
	}
	if s.legal(right) {
		best = maxOf(scores, p.right, best)
	}
	return best
}

func maxOf(scores *scores, among []int, best int) int {
	for _, i := range among {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return best
}

var rootMove = move{kind: left, deprel: "root", hash: hashString("root")}

// parse finds the heads and relations of units.
func (p *parser) parse(s *state) {
	var f features
	for !s.done() {
		if s.next == s.n && len(s.stack) == 1 {
			s.apply(0, &rootMove)
			break
		}
		if len(s.stack) == 0 {
			s.apply(0, &p.moves[0])
			continue
		}
		s.features(&f)
		next := p.choose(s, f.all())
		s.apply(next, &p.moves[next])
	}
}

// choose gives the move that the features of a state speak for. It overwrites the
// features.
func (p *parser) choose(s *state, features []uint32) int {
	if p.sketch != nil {
		if i, plain := p.sketch.decide(features); plain && s.legal(p.moves[i].kind) {
			return i
		}
	}
	if p.lessons != nil {
		p.lessons.see(features)
	}
	var sums scores
	p.score(features, &sums)
	best := p.bestLegal(s, &sums)
	if p.lessons != nil {
		p.lessons.hear(best, sums[:])
	}
	return best
}
