package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkWords counts the words below n that are of links, and gives the text that is of none.
func linkWords(n *html.Node) (words int, outside string) {
	var rest strings.Builder
	var walk func(n *html.Node, linked bool)
	walk = func(n *html.Node, linked bool) {
		switch {
		case n.Type == html.TextNode && linked:
			words += len(strings.FieldsFunc(n.Data, unicode.IsSpace))
		case n.Type == html.TextNode:
			rest.WriteString(n.Data)
		case n.DataAtom == atom.Time || n.DataAtom == atom.Script || n.DataAtom == atom.Style:
			return
		}
		for c := range n.ChildNodes() {
			walk(c, linked || n.DataAtom == atom.A)
		}
	}
	walk(n, false)
	return words, rest.String()
}
