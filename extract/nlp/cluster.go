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
	id := make(map[string]int, len(words))
	for i, w := range words {
		id[w] = i
	}
	// Neighbours: the most frequent words, the edge of the sentence, and all others.
	other, edge := contexts, contexts+1
	width := contexts + 2
	neighbours := make([]map[int32]int32, len(words))
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
			if neighbours[w] == nil {
				neighbours[w] = make(map[int32]int32)
			}
			neighbours[w][int32(context(i-1))]++
			neighbours[w][int32(width+context(i+1))]++
		}
	}
	type neighbour struct{ context, n int32 }
	around := make([][]neighbour, len(words))
	for w, m := range neighbours {
		for c, n := range m {
			around[w] = append(around[w], neighbour{c, n})
		}
		slices.SortFunc(around[w], func(a, b neighbour) int { return cmp.Compare(a.context, b.context) })
	}
	nlogn := make([]float64, 1<<16)
	for n := range nlogn[1:] {
		nlogn[n+1] = float64(n+1) * math.Log(float64(n+1))
	}
	f := func(n int32) float64 {
		if int(n) < len(nlogn) {
			return nlogn[n]
		}
		return float64(n) * math.Log(float64(n))
	}
	group := make([]int, len(words))
	joint := make([]int32, 2*width*groups) // how often a context stands beside a group
	size := make([]int32, groups)
	move := func(w, g int, sign int32) {
		for _, a := range around[w] {
			joint[int(a.context)*groups+g] += sign * a.n
		}
		size[g] += sign * int32(count[words[w]])
	}
	for w := range words {
		group[w] = w % groups
		move(w, group[w], 1)
	}
	gain := make([]float64, groups)
	for range sweeps {
		moved := 0
		for w := range words {
			from := group[w]
			move(w, from, -1)
			n := int32(count[words[w]])
			for g := range gain {
				gain[g] = 2 * (f(size[g]) - f(size[g]+n))
			}
			for _, a := range around[w] {
				row := joint[int(a.context)*groups : int(a.context+1)*groups]
				for g, n := range row {
					gain[g] += f(n+a.n) - f(n)
				}
			}
			best := from
			for g := range gain {
				if gain[g] > gain[best] {
					best = g
				}
			}
			group[w] = best
			move(w, best, 1)
			if best != from {
				moved++
			}
		}
		if moved*200 < len(words) {
			break
		}
	}
	out := make(map[string]int, len(words))
	for i, w := range words {
		out[w] = group[i] + 1
	}
	return out
}
