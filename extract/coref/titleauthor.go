package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// governs tells whether a page is one of a government.
func governs(address string) bool {
	return slices.ContainsFunc(hostOf(address), func(part string) bool {
		return world.AmericanHost.Has(part) || world.GovernmentHost.Has(part)
	})
}

// authorOf gives who writes or speaks a text by its title, and the last word of what he is called
// there; "" if it names nobody or several.
func authorOf(title string) (name, office string) {
	words := strings.FieldsFunc(title, func(c rune) bool { return c == ' ' || c == '\u00a0' || c == '_' || c == '\\' })
	k := 0
	for k < len(words) && !isPersonal(words[k]) && world.BylineWord.Has(strings.ToLower(words[k])) {
		k++
	}
	if k == 0 || k == len(words) || !isPersonal(words[k]) {
		return "", ""
	}
	for k++; k < len(words) && (world.Capital(words[k]) || name == "" && office == "" && words[k] == "the"); k++ {
		w := strings.TrimRight(words[k], ",:")
		switch {
		case name != "" && strings.HasSuffix(w, "ing"): // "Delgado Welcoming the Accord"
			return complete(name), office
		case name != "" || world.Capital(w) && world.LookupName(w).Given && k+1 < len(words) && world.Capital(words[k+1]):
			name = strings.TrimSpace(name + " " + w)
		default:
			office = w
		}
		if name != "" && w != words[k] {
			return complete(name), office
		}
	}
	if k < len(words) && (words[k] == "and" || words[k] == "&") {
		return "", ""
	}
	return complete(name), office
}

// complete returns a name that has more than one word and not too many, else "".
func complete(name string) string {
	if n := strings.Count(name, " "); n == 0 || n > 3 {
		return ""
	}
	return name
}

// isPersonal tells whether a word leads from what a text is called to whose it is.
func isPersonal(word string) bool {
	switch strings.ToLower(word) {
	case "by", "from", "of":
		return true
	}
	return false
}
