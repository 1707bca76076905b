package identity

import (
	"slices"
	"strings"
)

// A census counts the people of all documents by the words of their names, as they
// sound. Who has a name of rare words hardly has a namesake.
type census struct {
	people int
	words  map[string]int
}

// newCensus counts people by their names; those whose names sound alike count once.
func newCensus(names []*name) *census {
	c := &census{words: map[string]int{}}
	known := map[string]bool{}
	for _, n := range names {
		var sounds []string
		for _, w := range n.words {
			if !isInitial(w) {
				sounds = append(sounds, consonants(sound(w)))
			}
		}
		slices.Sort(sounds)
		sounds = slices.Compact(sounds)
		key := strings.Join(sounds, " ")
		if known[key] {
			continue
		}
		known[key] = true
		c.people++
		for _, s := range sounds {
			c.words[s]++
		}
	}
	return c
}

// namesakes estimates how many people have all words of a name by chance, if words
// do not depend on each other.
func (c *census) namesakes(n *name) float64 {
	expected := float64(max(c.people, 1))
	for _, w := range n.words {
		if isInitial(w) {
			expected /= 10 // few letters begin most names
		} else {
			expected *= float64(max(c.words[consonants(sound(w))], 1)) / float64(max(c.people, 1))
		}
	}
	return expected
}

// rare is the rarity of a name that hardly anybody else has.
const rare = 2

// rarity is what a name weighs as a sign that two who have it are one: each point
// is a namesake less in ten, a hundred, or two thousand of such names.
func (c *census) rarity(n *name) int {
	switch expected := c.namesakes(n); {
	case expected < 0.0005:
		return 3
	case expected < 0.01:
		return 2
	case expected < 0.1:
		return 1
	}
	return 0
}
