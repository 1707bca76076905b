package world

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Leader is one of the heads of states and governments and best known ministers whose
// country news takes for known.
type Leader struct {
	Country  *CountryInfo
	Office   string   // "prime minister"
	Words    []string // of the name, folded
	Called   string   // the word by which people are called, folded
	From, To int      // the first and the last year in office; To is 0 where it has not ended
}

// LeadersCalled gives the leaders whom news calls by a folded word, "putin". The
// leaders must not be changed.
func LeadersCalled(word string) []Leader { return loadLeaders()[word] }

var loadLeaders = sync.OnceValue(func() map[string][]Leader {
	table := map[string][]Leader{}
	for f := range records("leaders.tsv") {
		country := CountryByCode(f[0])
		for _, entry := range values(f[2]) {
			name, years := entry[:strings.LastIndexByte(entry, ' ')], entry[strings.LastIndexByte(entry, ' ')+1:]
			l := Leader{Country: country, Office: f[1]}
			for _, w := range strings.Fields(name) {
				w, called := strings.CutPrefix(w, "*")
				w = strings.Trim(Fold(w), ".")
				l.Words = append(l.Words, w)
				if called {
					l.Called = w
				}
			}
			if l.Called == "" {
				l.Called = l.Words[len(l.Words)-1]
			}
			from, to, _ := strings.Cut(years, "-")
			l.From, _ = strconv.Atoi(from)
			l.To, _ = strconv.Atoi(to)
			table[l.Called] = append(table[l.Called], l)
			if _, last, ok := strings.Cut(l.Called, "-"); ok && len(last) > 3 { // "al-Assad"
				table[last] = append(table[last], l)
			}
		}
	}
	return table
})

// Names tells whether the folded words of a name are this leader's whole name, perhaps
// with others between them. part tells whether they are the end of it by which the
// leader is called.
func (l *Leader) Names(words []string) (whole, part bool) {
	if len(l.Words) > 1 && len(words) >= len(l.Words) && !slices.ContainsFunc(l.Words, func(w string) bool { return !slices.Contains(words, w) }) {
		return true, false
	}
	if len(words) == 1 {
		return len(l.Words) == 1, words[0] == l.Called || strings.HasSuffix(l.Called, "-"+words[0])
	}
	if len(words) == 2 && len(l.Words) == 2 && words[1] == l.Words[1] && oneLetterOff(words[0], l.Words[0]) {
		return false, true // "Narenda Modi"
	}
	n := len(l.Words) - len(words)
	return false, n > 0 && slices.Equal(words, l.Words[n:])
}

// oneLetterOff tells whether a letter more or less, or another one, makes two words of
// five letters and more the same that begin alike.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b) > len(a)+1 {
		return false
	}
	k := 0
	for k < len(a) && a[k] == b[k] {
		k++
	}
	if len(a) == len(b) {
		return k > 1 && k < len(a) && a[k+1:] == b[k+1:]
	}
	return k > 1 && a[k:] == b[k+1:]
}
