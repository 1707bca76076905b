package world

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ID makes the identifier of a thing from its name: "place:lima" for ("place:",
// "Lima"). After the prefix stand the folded words joined by hyphens, without a
// leading article unless it is a person or place; letters of scripts other than
// Latin are kept. The result is a valid IRI for any string and never ends with
// the prefix.
func ID(prefix, name string) string {
	var b strings.Builder
	b.Grow(len(prefix) + len(name))
	b.WriteString(prefix)
	folded := Fold(name)
	if rest, ok := strings.CutPrefix(folded, "the "); ok && prefix != "person:" && prefix != "place:" {
		folded = rest
	}
	gap := false
	for _, r := range folded {
		switch {
		case r == '&':
			if b.Len() > len(prefix) {
				b.WriteByte('-')
			}
			b.WriteString("and")
			gap = true
		case r == '\'' || r == '"' || r == '.': // "Côte d'Ivoire", "U.S."
		case r == utf8.RuneError || !(unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)):
			gap = true
		default:
			if gap && b.Len() > len(prefix) {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	if b.Len() == len(prefix) {
		h := fnv.New32a()
		h.Write([]byte(name))
		fmt.Fprintf(&b, "x%08x", h.Sum32())
	}
	return b.String()
}
