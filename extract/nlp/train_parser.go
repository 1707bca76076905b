package nlp

import (
	"math/rand/v2"
	"slices"
)

// trainParser trains with the dynamic oracle of Goldberg and Nivre (2013): the
// parser walks through its own mistakes and learns the best of what is left. It
// learns from a treebank and from text of whose trees part is known.
func trainParser(d TrainingData, treebank, text []Sentence, l *lexicon) (*parser, error) {
	examples := l.examples(treebank)
	t := supertag(examples, d.Seed)
	d.Progress("supertagger: %d labels", len(t.labels))
	more := l.examples(text)
	for i := range more {
		t.tag(more[i].units)
	}
	untrained, err := untrainedParser(examples, t, l)
	if err != nil {
		return nil, err
	}
	w := mixture(d.Seed, func(seed uint64) *weights {
		return untrained.learn(slices.Concat(examples, more), seed, d.Progress)
	})
	return newParser(w.model(3_600_000), t, l)
}

// examples gives sentences as the parser learns them: word by word and, where
// there are names, once more with each of them one unit.
func (l *lexicon) examples(treebank []Sentence) []example {
	var all []example
	for i, s := range treebank {
		all = append(all, l.example(s.Tokens, PartOf(i)))
		if groups := names(s.Tokens); len(groups) > 0 {
			all = append(all, l.example(collapse(s.Tokens, groups), PartOf(i)))
		}
	}
	return all
}

// untrainedParser gives a parser that has the moves of the examples and no weights.
func untrainedParser(examples []example, t *supertagger, l *lexicon) (*parser, error) {
	relations := make(map[string]int)
	for _, e := range examples {
		for i, r := range e.rels {
			switch h := e.heads[i]; {
			case int(h) < i:
				relations["right "+r]++
			case int(h) < len(e.heads):
				relations["left "+r]++
			}
		}
	}
	return newParser(&linear{labels: append([]string{"shift"}, frequent(relations, 5)...)}, t, l)
}

// learn trains weights for the moves of a parser on the examples.
func (p *parser) learn(examples []example, seed uint64, progress func(format string, args ...any)) *weights {
	const epochs, margin = 6, 5
	w, random := newWeights(p.labels, 3), rand.New(rand.NewPCG(seed, 2))
	ids := make(map[string]int)
	for i, name := range p.labels {
		ids[name] = i
	}
	scores := make([]float32, len(p.moves))
	var s state
	var f features
	order := random.Perm(len(examples))
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		moves, wrong := 0, 0
		for _, k := range order {
			e := &examples[k]
			s.units = e.units
			s.restart()
			for s.next < s.n || len(s.stack) > 1 {
				s.features(&f)
				if epoch == 0 {
					w.count(f.all())
				}
				if len(s.stack) == 0 {
					s.apply(0, &p.moves[0])
					continue
				}
				w.score(f.all(), scores)
				best, gold, rival := p.choices(e, &s, scores, ids)
				moves++
				w.step++
				if best != gold {
					wrong++
				}
				if rival >= 0 && scores[gold] <= scores[rival]+margin {
					w.update(f.all(), gold, 1)
					w.update(f.all(), rival, -1)
				}
				next := gold
				if epoch > 0 && random.IntN(10) > 0 {
					next = best
				}
				s.apply(next, &p.moves[next])
			}
		}
		progress("parser: epoch %d, %.2f%% of moves right", epoch+1, 100-100*float64(wrong)/float64(moves))
	}
	w.average()
	return w
}

// choices gives the best move by the scores, the best of those that lose nothing,
// and the best of the others; -1 if there is none.
func (p *parser) choices(e *example, s *state, scores []float32, ids map[string]int) (best, gold, rival int) {
	costs := e.costs(s)
	best, gold, rival = -1, -1, -1
	for i := range p.moves {
		kind := p.moves[i].kind
		if !s.legal(kind) || s.next == s.n && kind == left {
			continue
		}
		if best < 0 || scores[i] > scores[best] {
			best = i
		}
		if p.loses(e, s, i, costs, ids) {
			if rival < 0 || scores[i] > scores[rival] {
				rival = i
			}
		} else if gold < 0 || scores[i] > scores[gold] {
			gold = i
		}
	}
	return best, gold, rival
}

// loses tells whether a move makes the tree worse than another would: by the
// arcs it costs, or by the relation of a right arc.
func (p *parser) loses(e *example, s *state, move int, costs [3]int, ids map[string]int) bool {
	kind, top := p.moves[move].kind, s.top(0)
	switch {
	case costs[kind] != min(costs[shift], costs[left], costs[right]):
		return true
	case kind == left && e.heads[top] == s.next:
		return p.moves[move].deprel != e.rels[top] && ids["left "+e.rels[top]] != 0
	case kind == right && e.heads[top] == s.top(1):
		return p.moves[move].deprel != e.rels[top] && ids["right "+e.rels[top]] != 0
	}
	return false
}

// costs counts the arcs of the right tree that each kind of move makes
// impossible; moves that are not allowed cost more than any.
func (e *example) costs(s *state) [3]int {
	const never = 1 << 20
	costs := [3]int{never, never, never}
	top, below, next := s.top(0), s.top(1), s.next
	head := e.heads[top]
	later := 0 // dependents of the top that are still to come
	for d := next; d < s.n; d++ {
		if e.heads[d] == top {
			later++
		}
	}
	if s.legal(shift) {
		costs[shift] = 0
		for i, u := range s.stack {
			if e.heads[u] == next {
				costs[shift]++
			}
			if e.heads[next] == u && i < len(s.stack)-1 {
				costs[shift]++
			}
		}
	}
	if s.legal(left) && s.next < s.n {
		costs[left] = later
		if head == below || head > next {
			costs[left]++
		}
	}
	if s.legal(right) {
		costs[right] = later
		if head >= next {
			costs[right]++
		}
	}
	return costs
}
