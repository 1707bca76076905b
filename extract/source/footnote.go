package source

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	// noted fits what points to a note: "1", "[2]", "(c)", "[note 3]", "*".
	noted = regexp.MustCompile(`^(?:\d{1,3}|[[(](?:note |nb |fn )?(?:\d{1,3}|[a-z])[])]|[*†‡§]+)$`)
	// noteLink fits the addresses and classes of links to notes.
	noteLink = regexp.MustCompile(`(?i)(?:^|[\s#_-])(?:fn|ftn|footnotes?|endnotes?|cite|cite_note|note|ref|reference)(?:$|[\s\d:_-])`)
)

// footnoteMark tells of an element that is a mark of a footnote, and no part of the
// sentence: <sup>1</sup>, <a href="#fn2">[2]</a>. A digit behind a short word is its
// power: "km<sup>2</sup>".
func footnoteMark(n *html.Node) bool {
	if n.DataAtom != atom.Sup && n.DataAtom != atom.A {
		return false
	}
	_, outside := linkWords(n)
	words := strings.Join(strings.Fields(blocks(n, false)), " ")
	if !noted.MatchString(strings.ToLower(words)) {
		return false
	}
	href := attr(n, "href")
	switch {
	case n.DataAtom == atom.A:
		local := strings.HasPrefix(href, "#")
		return local && noteLink.MatchString(href) || noteLink.MatchString(attr(n, "class"))
	case !unicode.IsDigit([]rune(words)[0]), strings.TrimSpace(outside) == "": // brackets, or a link
		return true
	}
	return !power(n)
}

// power tells whether a short word without space stands before an element: "km".
func power(n *html.Node) bool {
	const long = 4 // letters; no unit has as many
	p := n.PrevSibling
	if p == nil || p.Type != html.TextNode {
		return false
	}
	word := p.Data[strings.LastIndexFunc(p.Data, unicode.IsSpace)+1:]
	letters := []rune(strings.TrimLeft(word, "0123456789.,"))
	return len(letters) > 0 && len(letters) < long && unicode.IsLetter(letters[len(letters)-1])
}
