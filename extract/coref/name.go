package coref

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

// nameWords are the folded words of a name that tell people apart.
func nameWords(name string) []string {
	var words []string
	separates := func(r rune) bool { return r == ' ' || r == ',' || r == '"' }
	for _, w := range strings.FieldsFunc(world.Fold(name), separates) {
		w = strings.Trim(w, ".-'")
		if w == "" || world.Postnominal.Has(w) && len(w) < 3 && !world.PostnominalName.Has(w) {
			continue
		}
		words = append(words, w)
	}
	return words
}

// isInitial tells whether a word is one letter.
func isInitial(w string) bool { return utf8.RuneCountInString(w) == 1 }

// sameWords tells whether two names have the same words in any order.
func sameWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(x, y)
}

// variant tells whether the shorter name a is a form of b: words left out,
// initials, short first names ("Joe", "Joseph").
func variant(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n, k := len(a), len(b)
	if a[n-1] != b[k-1] && !(n == 2 && a[0] == b[0] && slices.Contains(b, a[1])) {
		// Family name first, one given name left out.
		return n >= 2 && a[0] == b[0] && subsequence(a, b)
	}
	if subsequence(a, b) {
		return true
	}
	if a[n-1] != b[k-1] {
		return false
	}
	x, y := a[0], b[0]
	if isInitial(x) || isInitial(y) {
		return x[:1] == y[:1]
	}
	return n == 2 && len(x) > 2 && len(y) > 2 && x[:2] == y[:2] && (len(x) <= 4 || len(y) <= 4)
}

// subsequence tells whether the words of a stand in b in their order, perhaps as
// initials.
func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || isInitial(a[i]) && strings.HasPrefix(w, a[i])) {
			i++
		}
	}
	return i == len(a)
}

// bestName gives the fullest form of a name, of forms that differ only in
// order the most frequent.
func bestName(forms map[string]int) string {
	names := make([]string, 0, len(forms))
	for f := range forms {
		names = append(names, f)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(len(nameWords(b)), len(nameWords(a))),
			cmp.Compare(forms[b], forms[a]),
			cmp.Compare(len(b), len(a)),
			cmp.Compare(a, b))
	})
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// single tells whether a name is one word, perhaps with a numeral: "Leo XIV".
func single(name string) bool {
	words := strings.Fields(name)
	return len(words) == 1 || len(words) == 2 && strings.Trim(words[1], "IVX") == ""
}

// plainSpaces writes a text with single spaces between its words.
func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }
