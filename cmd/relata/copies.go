package main

import (
	"cmp"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Documents that are much the same, such as one wire text in five papers, are found by
// sketches: MinHash (Broder 1997) in its one-permutation form (Li, Owen and Zhang 2012) over
// runs of words.
const (
	shingle  = 5   // words of a run
	bins     = 64  // of a sketch
	banded   = 4   // bins of a band; documents that agree in a band are compared
	alike    = 0.8 // the share of bins in which copies agree, about that of the runs that they share
	fewWords = 20  // a shorter text is no report that could be copied
)

// A sketch holds of the runs of words of a text the least hash in each bin; 0 for none.
type sketch [bins]uint64

// sketchOf gives the sketch of a text, and whether the text is long enough for one.
func sketchOf(text string) (s sketch, ok bool) {
	var run [shingle]uint64
	words := 0
	word, in := fnvOffset, false
	end := func() {
		if !in {
			return
		}
		copy(run[:], run[1:])
		run[shingle-1] = word
		word, in = fnvOffset, false
		if words++; words < shingle {
			return
		}
		h := fnvOffset
		for _, w := range run {
			h = mix(h ^ w)
		}
		if bin := h % bins; s[bin] == 0 || h < s[bin] {
			s[bin] = h
		}
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
			continue
		}
		in = true
		var b [utf8.UTFMax]byte
		for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToLower(r))] {
			word = (word ^ uint64(c)) * fnvPrime
		}
	}
	end()
	return s, words >= fewWords
}

// FNV-1a (Fowler, Noll and Vo).
const (
	fnvOffset uint64 = 0xcbf29ce484222325
	fnvPrime  uint64 = 0x100000001b3
)

// mix spreads the bits of a hash (the finalizer of SplitMix64, Steele, Lea and Flood 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// likeness is the share of bins in which two sketches agree, of those that either fills.
func (s *sketch) likeness(t *sketch) float64 {
	same, filled := 0, 0
	for i := range s {
		if s[i] == 0 && t[i] == 0 {
			continue
		}
		filled++
		if s[i] == t[i] {
			same++
		}
	}
	return float64(same) / float64(max(filled, 1))
}

// copies gives the groups of documents, by their ids, that are much the same, each sorted.
func copies(sketches map[string]sketch) [][]string {
	type band struct {
		at   int
		bins [banded]uint64
	}
	parent := map[string]string{}
	root := func(id string) string {
		for parent[id] != "" {
			id = parent[id]
		}
		return id
	}
	seen := map[band][]string{}
	for _, id := range slices.Sorted(maps.Keys(sketches)) {
		s := sketches[id]
		for at := 0; at < bins; at += banded {
			b := band{at, [banded]uint64(s[at : at+banded])}
			if b.bins == ([banded]uint64{}) {
				continue
			}
			firsts := seen[b]
			known := slices.IndexFunc(firsts, func(first string) bool {
				t := sketches[first]
				return s.likeness(&t) >= alike
			})
			if known < 0 {
				seen[b] = append(firsts, id)
			} else if a, b := root(firsts[known]), root(id); a != b {
				parent[max(a, b)] = min(a, b)
			}
		}
	}
	groups := map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(sketches)) {
		groups[root(id)] = append(groups[root(id)], id)
	}
	var out [][]string
	for _, g := range groups {
		if len(g) > 1 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	return out
}
