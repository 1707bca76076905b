package source

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a site puts on each of its pages goes before Readability weighs them: it takes a long consent dialog for the
// article beside a short statement, and keeps lists of other articles that stand inside one.

// consent fits a word of a class or an id of dialogs that ask for consent or an address.
var consent = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:cookies?|cookie(?:bar|banner|notice|consent|law)|consent|gdpr|ccpa|onetrust|cybot|didomi|` +
	`usercentrics|qc-cmp\w*|truste|newsletter|subscribe|subscription)(?:$|[\s_-])`)

// prune takes dialogs and lists of other articles out of a page.
func prune(root *html.Node) {
	var cut []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case linkList(n):
			if label := before(n); label != nil && heading(label) {
				cut = append(cut, label)
			}
			cut = append(cut, n)
		case dialog(n), readMore(n), footnoteMark(n):
			cut = append(cut, n)
		}
	}
	for _, n := range cut {
		if n.Parent != nil { // nil: a heading of two lists
			n.Parent.RemoveChild(n)
		}
	}
}

// dialog tells of an element that lies over the page and is no part of it.
func dialog(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	}
	role := attr(n, "role")
	over := n.DataAtom == atom.Dialog || role == "dialog" || role == "alertdialog" || attr(n, "aria-modal") == "true"
	return (over || consent.MatchString(attr(n, "class")+" "+attr(n, "id"))) && !holds(n, atom.Main, atom.Article, atom.H1)
}

// linkList tells of a list, each item of which is a link and nothing else: headlines of other articles.
func linkList(n *html.Node) bool {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol {
		return false
	}
	items := 0
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		if words, outside := linkWords(c); words == 0 || strings.TrimSpace(outside) != "" {
			return false
		}
		items++
	}
	return items > 0
}

// readMore tells of a paragraph that is a label and the headline of another article, "Read more: ...".
func readMore(n *html.Node) bool {
	if n.DataAtom != atom.P {
		return false
	}
	const headline = 4 // words; fewer are a name: "Source: Ministry of Health"
	words, outside := linkWords(n)
	outside = strings.TrimSpace(outside)
	return words >= headline && strings.HasSuffix(outside, ":") && len(strings.Fields(outside)) <= 3
}

// articles gives the articles of a page that has several, each with a heading of its own and text below it; nil if
// there are not several. The teaser of an article elsewhere is not one: its heading is a link.
func articles(root *html.Node) []*html.Node {
	const short = 80 // bytes of text; a teaser or a caption has fewer
	var found []*html.Node
	for n := range root.Descendants() {
		if n.DataAtom != atom.Article || holds(n, atom.Article) {
			continue
		}
		text, headed := 0, false
		for c := range n.Descendants() {
			switch {
			case c.DataAtom == atom.P:
				_, outside := linkWords(c)
				text += len(strings.TrimSpace(outside))
			case heading(c):
				linked, outside := linkWords(c)
				headed = headed || linked == 0 && strings.TrimSpace(outside) != "" && !within(c, atom.A)
			}
		}
		if headed && text >= short && (len(found) == 0 || found[0].Parent == n.Parent) {
			found = append(found, n)
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

func heading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// before gives the element before n, whatever white space is between; nil if there is none.
func before(n *html.Node) *html.Node {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if p.Type == html.ElementNode {
			return p
		}
		if p.Type == html.TextNode && strings.TrimSpace(p.Data) != "" {
			return nil
		}
	}
	return nil
}

// holds tells whether an element of one of the kinds is below n.
func holds(n *html.Node, kinds ...atom.Atom) bool {
	for c := range n.Descendants() {
		for _, k := range kinds {
			if c.DataAtom == k {
				return true
			}
		}
	}
	return false
}

// within tells whether n is below an element of a kind.
func within(n *html.Node, kind atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == kind {
			return true
		}
	}
	return false
}
