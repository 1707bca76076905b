package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

// author gives who is "I" in a document, by its title; "" if nobody says so there.
func (r *reader) author() string {
	// "Our countries" of a spokeswoman, who never says "I", are not hers alone.
	for word := range strings.FieldsSeq(r.doc.Text) {
		if word == "I" {
			return authorIn(r.doc.Title)
		}
	}
	return ""
}

// authorIn gives the full name of the person whose statement, remarks or letter a title
// announces: "Remarks by President Rosa Delgado on fishing"; "" if it is of nobody, or of several.
func authorIn(title string) string {
	words := strings.FieldsFunc(title, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune(".,'’-", r) // "_" of web pages, too
	})
	if len(words) < 4 || !world.BylineWord.Has(strings.ToLower(words[0])) ||
		!slices.Contains([]string{"by", "from", "of"}, words[1]) {
		return ""
	}
	for first := 2; first < len(words) && capital(words[first]); first++ {
		if !world.LookupName(words[first]).Given {
			continue // an office
		}
		last := first + 1
		for last < len(words) && capital(words[last]) && (strings.HasSuffix(words[last], ".") || world.LookupName(words[last]).Given) {
			last++
		}
		for surname := false; last < len(words) && capital(words[last]) && !world.ClosedWord.Has(strings.ToLower(words[last])) &&
			(!surname || world.LookupName(words[last]).Surname); last++ { // one that is not known, too
			surname = true
		}
		if last-first < 2 || last < len(words) && words[last] == "and" || strings.Contains(strings.Join(words[first:last], " "), ",") {
			return ""
		}
		return strings.Join(words[first:last], " ")
	}
	return ""
}

// capital tells whether a word starts with a capital letter.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
