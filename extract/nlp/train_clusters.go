package nlp

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// clusters groups words that occur between the same words, by exchanging them
// between groups as long as that raises the likelihood of the words' neighbours
// (the exchange algorithm of Kneser and Ney 1993, with words, not groups, as
// contexts). It gives the number of each word's group, from 1.
func clusters(sentences []Sentence, groups, minCount, contexts, sweeps int) map[string]int {
	words, count := frequentForms(sentences, minCount)
	x := exchange{
		around: neighboursOf(words, sentences, contexts),
		groups: groups,
		group:  make([]int, len(words)),
		joint:  make([]int32, 2*(contexts+2)*groups),
		size:   make([]int32, groups),
		gain:   make([]float64, groups),
		table:  make([]float64, 1<<16),
	}
	for n := range x.table[1:] {
		x.table[n+1] = float64(n+1) * math.Log(float64(n+1))
	}
	for _, w := range words {
		x.count = append(x.count, int32(count[w]))
	}
	for w := range words {
		x.group[w] = w % groups
		x.move(w, x.group[w], 1)
	}
	for range sweeps {
		if x.sweep()*200 < len(words) {
			break
		}
	}
	out := make(map[string]int, len(words))
	for i, w := range words {
		out[w] = x.group[i] + 1
	}
	return out
}

// frequentForms gives the forms, in small letters, that occur at least so often,
// by falling count, and the counts of all.
func frequentForms(sentences []Sentence, minCount int) ([]string, map[string]int) {
	count := make(map[string]int)
	for _, s := range sentences {
		for i := range s.Tokens {
			count[string(appendLower(nil, s.Tokens[i].Form))]++
		}
	}
	words := make([]string, 0, len(count))
	for w, n := range count {
		if n >= minCount {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return words, count
}

// A neighbour is a context and how often a word stands in it.
type neighbour struct{ context, n int32 }

// neighboursOf counts what stands before and after each word: one of the most
// frequent words, the edge of the sentence, or any other word. The contexts after
// a word are numbered after those before it.
func neighboursOf(words []string, sentences []Sentence, contexts int) [][]neighbour {
	id := make(map[string]int, len(words))
	for i, w := range words {
		id[w] = i
	}
	other, edge, width := contexts, contexts+1, contexts+2
	counts := make([]map[int32]int32, len(words))
	for _, s := range sentences {
		ids := make([]int, len(s.Tokens))
		for i := range s.Tokens {
			n, ok := id[string(appendLower(nil, s.Tokens[i].Form))]
			if ids[i] = n; !ok {
				ids[i] = -1
			}
		}
		context := func(i int) int {
			switch {
			case i < 0 || i >= len(ids):
				return edge
			case ids[i] < 0 || ids[i] >= contexts:
				return other
			}
			return ids[i]
		}
		for i, w := range ids {
			if w < 0 {
				continue
			}
			if counts[w] == nil {
				counts[w] = make(map[int32]int32)
			}
			counts[w][int32(context(i-1))]++
			counts[w][int32(width+context(i+1))]++
		}
	}
	around := make([][]neighbour, len(words))
	for w, m := range counts {
		for c, n := range m {
			around[w] = append(around[w], neighbour{c, n})
		}
		slices.SortFunc(around[w], func(a, b neighbour) int { return cmp.Compare(a.context, b.context) })
	}
	return around
}

// An exchange is a grouping of words under way.
type exchange struct {
	around [][]neighbour // of each word
	count  []int32       // of each word
	group  []int         // of each word
	groups int
	joint  []int32 // how often a context stands beside a group
	size   []int32 // how often the words of a group occur
	gain   []float64
	table  []float64 // n log n of small n
}

// move adds a word to a group, or takes it out if sign is -1.
func (x *exchange) move(word, group int, sign int32) {
	for _, a := range x.around[word] {
		x.joint[int(a.context)*x.groups+group] += sign * a.n
	}
	x.size[group] += sign * x.count[word]
}

// sweep moves each word to its best group and counts those that leave theirs.
func (x *exchange) sweep() (moved int) {
	for w, from := range x.group {
		x.move(w, from, -1)
		best := x.best(w, from)
		x.group[w] = best
		x.move(w, best, 1)
		if best != from {
			moved++
		}
	}
	return moved
}

// best gives the group in which a word that is in none raises the likelihood
// most; from, where it was, if no other is better.
func (x *exchange) best(word, from int) int {
	n := x.count[word]
	for g := range x.gain {
		x.gain[g] = 2 * (x.nlogn(x.size[g]) - x.nlogn(x.size[g]+n))
	}
	for _, a := range x.around[word] {
		row := x.joint[int(a.context)*x.groups : int(a.context+1)*x.groups]
		for g, n := range row {
			x.gain[g] += x.nlogn(n+a.n) - x.nlogn(n)
		}
	}
	best := from
	for g := range x.gain {
		if x.gain[g] > x.gain[best] {
			best = g
		}
	}
	return best
}

func (x *exchange) nlogn(n int32) float64 {
	if int(n) < len(x.table) {
		return x.table[n]
	}
	return float64(n) * math.Log(float64(n))
}
