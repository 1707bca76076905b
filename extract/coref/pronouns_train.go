package coref

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// A PronounText is a text of which it is known whom some pronouns mean.
type PronounText struct {
	Doc      *nlp.Document
	Mentions []entity.Mention // as Find gives them
	Pronouns map[nlp.Span]Antecedents
}

// Antecedents are the places of the names of whom a pronoun means, and of some
// whom it does not mean. Where Names is empty, it means nobody who is named or,
// if there are Others, somebody else than these.
type Antecedents struct {
	Names, Others []nlp.Span
}

// A choice is one pronoun to learn from: of each candidate the cues, and whether
// the pronoun means it.
type choice struct {
	cues [][]int
	good []bool
}

// TrainPronouns learns the weights of cues from texts and gives the content of
// model/pronouns.tsv. Candidates depend on earlier pronouns, so it learns three times,
// at first from texts with all other pronouns open. progress, if not nil, is
// told how many pronouns and cues there are.
func TrainPronouns(texts []PronounText, progress func(format string, args ...any)) string {
	var weights map[cue]int
	for range 3 {
		ids := map[cue]int{}
		var choices []choice
		for _, x := range texts {
			choices = append(choices, x.choices(weights, ids)...)
		}
		weights = learnCues(choices, ids)
		if progress != nil {
			progress("%d pronouns, %d cues", len(choices), len(weights))
		}
	}
	var b strings.Builder
	for _, q := range slices.SortedFunc(maps.Keys(weights), func(a, b cue) int { return slices.Compare(a[:], b[:]) }) {
		fmt.Fprintf(&b, "%s\t%d\n", strings.Join(q[:], "\t"), weights[q])
	}
	return b.String()
}

// choices resolves a text and gives the choices at its known pronouns.
func (x *PronounText) choices(weights map[cue]int, ids map[cue]int) []choice {
	found := map[nlp.Span]choice{}
	r := newResolver(x.Doc, x.Mentions, Origin{})
	r.weights = weights
	r.watch = func(m *entity.Mention, list []candidate) {
		known, ok := x.Pronouns[m.Span]
		if !ok {
			return
		}
		meant, others := r.peopleAt(known.Names), r.peopleAt(known.Others)
		var c choice
		any := false
		for _, k := range list {
			good := k.e != nobody && slices.Contains(meant, k.e)
			if len(known.Names) == 0 {
				good = k.e == nobody || len(known.Others) > 0 && !slices.Contains(others, k.e)
			}
			any = any || good
			c.good = append(c.good, good)
			var cues []int
			for _, q := range k.cues {
				if _, ok := ids[q]; !ok {
					ids[q] = len(ids)
				}
				cues = append(cues, ids[q])
			}
			c.cues = append(c.cues, cues)
		}
		if any {
			found[m.Span] = c
		}
	}
	r.resolve()
	var list []choice
	for _, span := range slices.SortedFunc(maps.Keys(found), func(a, b nlp.Span) int { return cmp.Compare(a.Start, b.Start) }) {
		list = append(list, found[span])
	}
	return list
}

// peopleAt gives the people whose names stand at places.
func (r *resolver) peopleAt(spans []nlp.Span) []int {
	var people []int
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind == entity.Named && m.Type == entity.Person && len(m.Entities) == 1 && slices.ContainsFunc(spans, func(s nlp.Span) bool {
			return m.NameSpan.Start < s.End && s.Start < m.NameSpan.End && (m.End == s.End || m.NameSpan.End == s.End || m.Start == s.Start || m.NameSpan.Start == s.Start)
		}) {
			people = append(people, m.Entities[0])
		}
	}
	return people
}

// learnCues fits weights by the odds of the candidates that are meant, with
// AdaGrad. Cues that hold of few candidates are left out.
func learnCues(choices []choice, ids map[cue]int) map[cue]int {
	const (
		rounds  = 20
		rare    = 20
		decay   = 0.3
		speed   = 0.15
		skipped = 1e-5
	)
	count := make([]int, len(ids))
	for _, c := range choices {
		for _, cues := range c.cues {
			for _, q := range cues {
				count[q]++
			}
		}
	}
	weight, squares, sum := make([]float64, len(ids)), make([]float64, len(ids)), make([]float64, len(ids))
	for q := range squares {
		squares[q] = 1e-6
	}
	order := rand.New(rand.NewPCG(1, 1))
	for round := range rounds {
		for _, k := range order.Perm(len(choices)) {
			c := &choices[k]
			odds := make([]float64, len(c.cues))
			top := math.Inf(-1)
			for n, cues := range c.cues {
				for _, q := range cues {
					odds[n] += weight[q]
				}
				top = max(top, odds[n])
			}
			all, good := 0.0, 0.0
			for n := range odds {
				odds[n] = math.Exp(odds[n] - top)
				all += odds[n]
				if c.good[n] {
					good += odds[n]
				}
			}
			for n, cues := range c.cues {
				slope := odds[n] / all
				if c.good[n] {
					slope -= odds[n] / good
				}
				if math.Abs(slope) < skipped {
					continue
				}
				for _, q := range cues {
					if count[q] >= rare {
						g := slope + decay*weight[q]
						squares[q] += g * g
						weight[q] -= speed / math.Sqrt(squares[q]) * g
					}
				}
			}
		}
		if round >= rounds/2 {
			for q := range sum {
				sum[q] += weight[q]
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
