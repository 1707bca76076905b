package world

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Class is a set of words that the language treats alike: speech verbs, shell
// nouns, words that come before a month. It is immutable. Words are looked up as
// they are; each class tells in data/classes.tsv whether its words are lemmas or
// forms in small letters.
type Class struct {
	words map[string]string
	// marks has the bits of the words (see markOf): most words that are asked for are of
	// no class, and this tells so without a look-up.
	marks  *[markBits / 64]uint64
	sorted func() []string // computed once, since All is asked for in reading, too
}

func newClass() Class {
	words := map[string]string{}
	return Class{words, new([markBits / 64]uint64), sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(words)) })}
}

// add puts a word into a class that is being made.
func (c Class) add(word, value string) {
	c.words[word] = value
	if word != "" {
		m := markOf(word)
		c.marks[m/64] |= 1 << (m % 64)
	}
}

const markBits = 1 << 12

// markOf numbers words by their length and their first, last and middle bytes.
func markOf(word string) uint32 {
	n := len(word)
	h := uint32(word[0]) | uint32(word[n-1])<<8 | uint32(word[n/2])<<16 | uint32(n)<<24
	return h * 0x9e3779b1 / (1 << 32 / markBits)
}

// mayHave is false for most words that are not of the class.
func (c Class) mayHave(word string) bool {
	if word == "" || c.marks == nil {
		return false
	}
	m := markOf(word)
	return c.marks[m/64]&(1<<(m%64)) != 0
}

// Has tells whether a word is of the class.
func (c Class) Has(word string) bool {
	if !c.mayHave(word) {
		return false
	}
	_, ok := c.words[word]
	return ok
}

// Value gives what the class says of a word: "dollar" for the currency sign "$".
// It is "" for words that are not of the class and in classes without values.
func (c Class) Value(word string) string {
	if !c.mayHave(word) {
		return ""
	}
	return c.words[word]
}

// Number is Value as a number: 3 for the month "march"; 0 if there is none.
func (c Class) Number(word string) int {
	v := c.Value(word)
	if v == "" {
		return 0
	}
	n, _ := strconv.Atoi(v) // TestWords reads them all
	return n
}

// All yields the words of the class with their values, in order of the words.
func (c Class) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if c.sorted == nil {
			return
		}
		for _, word := range c.sorted() {
			if !yield(word, c.words[word]) {
				return
			}
		}
	}
}

// Words makes a class of the words given, for what is asked of a few words only.
func Words(words ...string) Class {
	c := newClass()
	for _, w := range words {
		c.add(w, "")
	}
	return c
}

// wordLists are the lists of words with their classes.
var wordLists = []string{"words.tsv", "tokens.tsv", "states.tsv", "hosts.tsv", "givennames.tsv"}

var classes = readClasses()

func readClasses() map[string]Class {
	all := map[string]Class{}
	for f := range records("classes.tsv") {
		all[f[0]] = newClass()
	}
	for _, list := range wordLists {
		for f := range records(list) {
			if len(f) < 2 {
				continue // TestWords tells
			}
			for named := range strings.FieldsSeq(f[1]) {
				name, value, _ := strings.Cut(named, "=")
				if _, explained := all[name]; !explained { // so does it
					all[name] = newClass()
				}
				all[name].add(f[0], value)
			}
		}
	}
	return all
}

// ClassNamed gives a class by its name in data/classes.tsv, "speech-verb".
func ClassNamed(name string) (Class, bool) {
	c, ok := classes[name]
	return c, ok
}

// class gives the words of a class by its name in the lists.
func class(name string) Class { return classes[name] }
