package quadfile

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// A symbols is a table of short strings that come often in terms. Texts are
// written as their numbers, a byte each, which about halves them; each can be
// read without its neighbours. The method is FSST (Boncz, Neumann and Leis, "FSST:
// Fast Random Access String Compression", VLDB 2020), without its vector code.
type symbols struct {
	list []symbol
	// first says for each byte which symbols begin with it: from one to before
	// another, the longest first.
	first [257]uint16
}

// A symbol is a string of at most 8 bytes, from the lowest byte of word.
type symbol struct {
	word uint64
	size int
}

const (
	maxSymbols = 255
	escape     = 255 // a byte of its own follows
)

func newSymbol(b []byte) symbol {
	return symbol{load(b), len(b)}
}

// load gives the first 8 bytes of b as a word, zeros for those that are not there.
func load(b []byte) uint64 {
	if len(b) >= 8 {
		return binary.LittleEndian.Uint64(b)
	}
	var w [8]byte
	copy(w[:], b)
	return binary.LittleEndian.Uint64(w[:])
}

func (s symbol) bytes() []byte {
	return binary.LittleEndian.AppendUint64(nil, s.word)[:s.size]
}

// newSymbols makes a table of symbols, of which there are at most maxSymbols and
// each has 1 to 8 bytes.
func newSymbols(list []symbol) *symbols {
	t := &symbols{list: slices.Clone(list)}
	slices.SortFunc(t.list, func(a, b symbol) int {
		return cmp.Or(cmp.Compare(byte(a.word), byte(b.word)), b.size-a.size, bytes.Compare(a.bytes(), b.bytes()))
	})
	t.list = slices.Compact(t.list)
	i := 0
	for b := range t.first {
		for i < len(t.list) && int(byte(t.list[i].word)) < b {
			i++
		}
		t.first[b] = uint16(i)
	}
	return t
}

// longest gives the number of the longest symbol that b, which is not empty,
// begins with, and escape if none does.
func (t *symbols) longest(b []byte) int {
	word := load(b)
	for i := int(t.first[b[0]]); i < int(t.first[int(b[0])+1]); i++ {
		s := &t.list[i]
		if (word^s.word)<<(64-8*s.size) == 0 && s.size <= len(b) {
			return i
		}
	}
	return escape
}

// encode adds text to dst.
func (t *symbols) encode(dst, text []byte) []byte {
	for len(text) > 0 {
		i := t.longest(text)
		dst = append(dst, byte(i))
		if i == escape {
			dst = append(dst, text[0])
			text = text[1:]
		} else {
			text = text[t.list[i].size:]
		}
	}
	return dst
}

// decode is encode the other way round, false for what encode does not write.
func (t *symbols) decode(dst, code []byte) ([]byte, bool) {
	for i := 0; i < len(code); i++ {
		switch c := int(code[i]); {
		case c < len(t.list):
			dst = binary.LittleEndian.AppendUint64(dst, t.list[c].word)
			dst = dst[:len(dst)-8+t.list[c].size]
		case c == escape && i+1 < len(code):
			i++
			dst = append(dst, code[i])
		default:
			return dst, false
		}
	}
	return dst, true
}

// append adds the table itself to b.
func (t *symbols) append(b []byte) []byte {
	b = append(b, byte(len(t.list)))
	for _, s := range t.list {
		b = append(append(b, byte(s.size)), s.bytes()...)
	}
	return b
}

// readSymbols is append the other way round.
func readSymbols(b []byte) (*symbols, error) {
	wrong := errors.New("the table of symbols is wrong")
	if len(b) == 0 {
		return nil, wrong
	}
	n, b := int(b[0]), b[1:]
	var list []symbol
	for range n {
		if len(b) == 0 || b[0] < 1 || b[0] > 8 || int(b[0]) >= len(b) {
			return nil, wrong
		}
		size := int(b[0])
		list = append(list, newSymbol(b[1:1+size]))
		b = b[1+size:]
	}
	t := newSymbols(list)
	if n > maxSymbols || len(b) > 0 || !slices.Equal(t.list, list) {
		return nil, wrong
	}
	return t, nil
}

const (
	// trainingRounds is how often a table is made from what the one before does.
	trainingRounds = 5
	// worthGain is how many bytes a symbol must cover in the sample for each of its
	// own.
	worthGain = 5
)

// train makes the table that shortens texts like those of a sample.
func train(sample [][]byte) *symbols {
	t := newSymbols(nil)
	var c coverage
	for range trainingRounds {
		c = coverage{pairs: c.pairs}
		clear(c.pairs)
		c.count(t, sample)
		t = newSymbols(c.best(t))
	}
	return t
}

// A coverage says how often symbols come in a sample, and pairs of them; a byte
// that begins no symbol counts as one, with a number above those of symbols.
type coverage struct {
	single [parts]int
	pairs  []int32 // parts for each of parts
}

const parts = maxSymbols + 256

func (c *coverage) count(t *symbols, sample [][]byte) {
	if c.pairs == nil {
		c.pairs = make([]int32, parts*parts)
	}
	for _, text := range sample {
		for last := -1; len(text) > 0; {
			i, size := t.longest(text), 1
			if i == escape {
				i = maxSymbols + int(text[0])
			} else {
				size = t.list[i].size
			}
			c.single[i]++
			if last >= 0 {
				c.pairs[last*parts+i]++
			}
			last, text = i, text[size:]
		}
	}
}

// best gives the symbols, and pairs of them as one, that cover most.
func (c *coverage) best(t *symbols) []symbol {
	part := func(i int) symbol {
		if i >= maxSymbols {
			return symbol{uint64(i - maxSymbols), 1}
		}
		return t.list[i]
	}
	gains := map[symbol]int{}
	gain := func(s symbol, times int) {
		if times >= worthGain {
			gains[s] += times * s.size
		}
	}
	for i, n := range c.single {
		if n == 0 {
			continue
		}
		a := part(i)
		gain(a, n)
		for j, n := range c.pairs[i*parts : (i+1)*parts] {
			if n == 0 {
				continue
			}
			if b := part(j); a.size+b.size <= 8 {
				gain(symbol{a.word | b.word<<(8*a.size), a.size + b.size}, int(n))
			}
		}
	}
	list := slices.Collect(maps.Keys(gains))
	slices.SortFunc(list, func(a, b symbol) int {
		return cmp.Or(gains[b]-gains[a], b.size-a.size, bytes.Compare(a.bytes(), b.bytes()))
	})
	return list[:min(len(list), maxSymbols)]
}
