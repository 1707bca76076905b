package nlp

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strings"
)

// A class is a set of the forms that a word can be.
type class uint16

const (
	nounBase class = 1 << iota
	nounPlural
	verbBase
	verbS
	verbPast
	verbPart
	verbIng
	adjective
	compared // comparative or superlative
	adverb
)

// A lexicon knows the forms of English words by the hash of their small
// letters, the most frequent tag of common words, and the cluster of words with
// the same neighbours (0 if unknown).
type lexicon struct {
	shift uint8
	slots []slot // start is the class, n the tag and, from the ninth bit, the cluster
}

func (l *lexicon) look(hash uint64) (c class, tag, cluster uint32) {
	if s := find(l.slots, l.shift, key(hash)); s.key != 0 {
		return class(s.start), s.n & 0xff, s.n >> 8
	}
	return 0, 0, 0
}

func (l *lexicon) has(word string, c class) bool {
	got, _, _ := l.look(hashString(word))
	return got&c != 0
}

// A lexiconEntry is a word while a lexicon is made.
type lexiconEntry struct {
	class        class
	tag, cluster uint32
}

func newLexicon(words map[string]lexiconEntry) *lexicon {
	l := &lexicon{}
	l.slots, l.shift = newTable(len(words))
	keys := make([]string, 0, len(words))
	for w := range words {
		keys = append(keys, w)
	}
	slices.Sort(keys)
	for _, w := range keys {
		k := key(hashWords(w))
		e := words[w]
		s := find(l.slots, l.shift, k)
		*s = slot{k, s.start | uint32(e.class), max(s.n, e.cluster<<8|e.tag)}
	}
	return l
}

// hashWords hashes words parted by spaces, a single word as hashString does.
func hashWords(words string) uint64 {
	first, rest, more := strings.Cut(words, " ")
	h := hashString(first)
	for more {
		first, rest, more = strings.Cut(rest, " ")
		h = mix(h, hashString(first))
	}
	return h
}

func (l *lexicon) write(w io.Writer) error {
	out := bufio.NewWriter(w)
	used := slices.DeleteFunc(slices.Clone(l.slots), func(s slot) bool { return s.key == 0 })
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	writeUint(out, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		writeUint(out, uint64(s.key-last))
		last = s.key
		writeUint(out, uint64(s.start))
		writeUint(out, uint64(s.n))
	}
	return out.Flush()
}

func (d *decoder) lexicon() (*lexicon, error) {
	l := &lexicon{}
	n := d.count()
	l.slots, l.shift = newTable(n)
	k := uint32(0)
	for range n {
		k += uint32(d.uint())
		*find(l.slots, l.shift, k) = slot{k, uint32(d.uint()), uint32(d.uint())}
	}
	if d.bad {
		return nil, errModel
	}
	return l, nil
}
