package identity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A name is a person's name made comparable: without diacritics, hyphens,
// suffixes and the spellings that differ by who wrote it down.
type name struct {
	words   []string // in native order
	family  int      // index of the first word of the family name
	eastern bool     // the family name stands first: a given name is not left out at the end
	suffix  string   // "jr", "iii"
}

// parseName reads a full name as it is written.
func parseName(s string) *name {
	family, given, known := world.NameOrder(s)
	if len(family) > 1 && len(given) > 0 && world.JoinedArticle.Has(world.Fold(family[0])) {
		family = family[1:] // "El Sisi"
	}
	f, suffix := split(strings.Join(family, " "))
	g, suffixOfGiven := split(strings.Join(given, " "))
	n := &name{suffix: suffix + suffixOfGiven}
	if n.suffix == "" {
		_, n.suffix = split(s)
	}
	n.eastern = known && len(g) > 0 && strings.HasPrefix(world.PersonID(s),
		entity.MakeID(entity.Person, strings.Join(family, " "))+"-") && familyFirst(family, given)
	if n.eastern {
		n.words = slices.Concat(f, g)
	} else {
		n.words, n.family = slices.Concat(g, f), len(g)
	}
	return n
}

// familyFirst tells whether the words are used in names whose family name
// stands first.
func familyFirst(family, given []string) bool {
	return world.LookupName(family[0]).FamilyFirst || !slices.ContainsFunc(given, func(w string) bool {
		u := world.LookupName(w)
		return u != (world.NameUse{}) && !u.FamilyFirst
	})
}

// split gives the words of a name, folded and respelled, and its suffix.
func split(s string) (words []string, suffix string) {
	gap := func(r rune) bool { return r == ' ' || r == '.' || r == ',' || r == '"' || r == '(' || r == ')' }
	for _, w := range strings.FieldsFunc(world.Fold(s), gap) {
		w = strings.ReplaceAll(w, "'", "")
		if first, rest, ok := strings.Cut(w, "-"); ok && world.JoinedArticle.Has(first) {
			w = rest // "al-Sisi"
		}
		w = strings.ReplaceAll(w, "-", "")
		n := len(words)
		switch {
		case w == "":
		case n > 1 && world.GenerationSuffix.Has(w):
			suffix = w
		case n > 0 && (w == "al" || w == "el"): // "Abdel Fattah El Sisi"
		case n > 0 && (words[n-1] == "abdel" || words[n-1] == "abdul" || words[n-1] == "abd"):
			words[n-1] = "abdul" + w
		default:
			words = append(words, respell(w))
		}
	}
	return words, suffix
}

// respell brings the spellings of a word of a name to one.
func respell(w string) string {
	if to := world.NameSpelling.Value(w); to != "" {
		return to
	}
	if rest, ok := strings.CutPrefix(w, "abdel"); ok && rest != "" {
		return "abdul" + rest
	}
	for _, end := range []string{"yy", "iy", "yi", "yj", "ij", "ii"} { // "Zelenskyy", "Dmitriy"
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			return stem + "y"
		}
	}
	return w
}

// compact gives the letters of words without spaces.
func compact(words ...[]string) string { return strings.Join(slices.Concat(words...), "") }

// rotations are the ways to put a name's family name first or last, without
// spaces.
func (n *name) rotations() []string {
	k := len(n.words)
	if k < 2 {
		return nil
	}
	return []string{compact(n.words), compact(n.words[k-1:], n.words[:k-1]), compact(n.words[1:], n.words[:1])}
}

// middle gives the first word between given and family name, "" if there is none.
func (n *name) middle() string {
	words := n.bare()
	if family := n.family - (len(n.words) - len(words)); !n.eastern && family > 1 {
		return words[1]
	}
	return ""
}

// surname gives the first word of the family name.
func (n *name) surname() string {
	if n.family < len(n.words) {
		return n.words[n.family]
	}
	return ""
}

// keys are such that two names that fit have one in common.
func (n *name) keys() []string {
	if len(n.words) < 2 {
		return nil
	}
	keys := n.rotations()
	for i, a := range n.words {
		for _, b := range n.words[i+1:] {
			for _, v := range variants(a) {
				keys = append(keys, min(v, b)+" "+max(v, b))
			}
			keys = append(keys, a[:runeLen(a)]+". "+b) // initial and surname
		}
	}
	bare := n.bare()
	for i, w := range bare {
		if i+1 < len(bare) {
			keys = append(keys, spellingKeys(w, bare[i+1])...)
		}
	}
	if k := len(bare); k > 2 {
		keys = append(keys, spellingKeys(bare[0], bare[k-1])...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// spellingKeys are such that two pairs of words of which one word may be spelt
// otherwise, and another misspelt, have one in common.
func spellingKeys(a, b string) []string {
	x, y := soundKeys(a), soundKeys(b)
	var keys []string
	for _, k := range y {
		keys = append(keys, "~"+x[0]+" "+k)
	}
	for _, k := range x[1:] {
		keys = append(keys, "~"+k+" "+y[0])
	}
	return keys
}

// bare gives the words of a name without initials before the first other one.
func (n *name) bare() []string {
	at := slices.IndexFunc(n.words, func(w string) bool { return !isInitial(w) })
	if at < 0 || n.eastern || at >= n.family {
		return n.words
	}
	return n.words[at:]
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// variants are a given name and the names that it can be short for.
func variants(given string) []string {
	all := []string{given}
	if long := world.ShortName.Value(given); long != "" {
		all = append(all, strings.Split(long, "|")...)
	}
	return all
}

func isInitial(w string) bool { return utf8.RuneCountInString(w) == 1 }
