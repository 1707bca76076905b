package coref

import (
	"math"
	"math/rand/v2"
)

// A choice is one pronoun to learn from: of each candidate the cues, and whether
// the pronoun means it.
type choice struct {
	cues [][]int
	good []bool
}

// How weights are learned.
const (
	rounds  = 20
	rare    = 20   // cues of fewer candidates are left out
	decay   = 0.3  // of weights
	speed   = 0.15 // of learning
	skipped = 1e-5 // slopes that change nothing
)

// learnCues fits weights by the odds of the candidates that are meant, with
// AdaGrad, and gives their means over the second half of the rounds. Cues that
// hold of few candidates are left out.
func learnCues(choices []choice, ids map[cue]int) map[cue]int {
	l := newLearner(choices, len(ids))
	sum := make([]float64, len(ids))
	order := rand.New(rand.NewPCG(1, 1))
	for round := range rounds {
		for _, k := range order.Perm(len(choices)) {
			l.learn(&choices[k])
		}
		if round >= rounds/2 {
			for q := range sum {
				sum[q] += l.weight[q]
			}
		}
	}
	weights := map[cue]int{}
	for c, q := range ids {
		if n := int(math.Round(sum[q] / (rounds / 2) * 100)); n != 0 {
			weights[c] = n
		}
	}
	return weights
}

// A learner holds what is learned of each cue.
type learner struct {
	count           []int // candidates of which it holds
	weight, squares []float64
}

func newLearner(choices []choice, cues int) *learner {
	l := &learner{make([]int, cues), make([]float64, cues), make([]float64, cues)}
	for _, c := range choices {
		for _, cues := range c.cues {
			for _, q := range cues {
				l.count[q]++
			}
		}
	}
	for q := range l.squares {
		l.squares[q] = 1e-6
	}
	return l
}

// learn moves the weights of the cues of one choice.
func (l *learner) learn(c *choice) {
	odds, all, good := l.odds(c)
	for n, cues := range c.cues {
		slope := odds[n] / all
		if c.good[n] {
			slope -= odds[n] / good
		}
		if math.Abs(slope) < skipped {
			continue
		}
		for _, q := range cues {
			if l.count[q] >= rare {
				g := slope + decay*l.weight[q]
				l.squares[q] += g * g
				l.weight[q] -= speed / math.Sqrt(l.squares[q]) * g
			}
		}
	}
}

// odds gives those of the candidates of a choice, scaled to 1 for the best, and
// the sums of all and of those that are meant.
func (l *learner) odds(c *choice) (odds []float64, all, good float64) {
	odds = make([]float64, len(c.cues))
	top := math.Inf(-1)
	for n, cues := range c.cues {
		for _, q := range cues {
			odds[n] += l.weight[q]
		}
		top = max(top, odds[n])
	}
	for n := range odds {
		odds[n] = math.Exp(odds[n] - top)
		all += odds[n]
		if c.good[n] {
			good += odds[n]
		}
	}
	return odds, all, good
}
