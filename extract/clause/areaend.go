package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// longestCloser is how many words an area-closer has at most.
const longestCloser = 4

// closing returns the index of the first of some words from which on they are no part of
// what an area is called but tell when, why or how it is dealt with: "amid", "with the
// aim"; their number if there is none. An area has a word before that.
func closing(words []string) int {
	for i := 1; i < len(words); i++ {
		if i+1 < len(words) && world.BeforeYearWord.Has(strings.ToLower(words[i])) && isYear(words[i+1]) {
			return i // "by 2030"
		}
		for n := 1; n <= longestCloser && i+n <= len(words); n++ {
			if world.AreaCloser.Has(strings.ToLower(strings.Join(words[i:i+n], " "))) {
				return i
			}
		}
	}
	return len(words)
}
