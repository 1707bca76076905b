package source

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A gap is what separates two pieces of text.
type gap int

const (
	none gap = iota
	space
	newLine
	newBlock
)

// blocks gives the text below n as a browser would show it: a blank line between
// blocks, a line for each list item and cell, white space otherwise collapsed.
// With alt, images are what their alternative text says.
func blocks(n *html.Node, alt bool) string {
	w := blockWriter{alt: alt}
	w.node(n, false)
	return w.text.String()
}

type blockWriter struct {
	text    strings.Builder
	pending gap
	alt     bool
	posts   []Post // a post starts at each <time> that tells its day
}

func (w *blockWriter) separate(g gap) { w.pending = max(w.pending, g) }

func (w *blockWriter) write(s string) {
	if w.text.Len() > 0 {
		w.text.WriteString([...]string{"", " ", "\n", "\n\n"}[w.pending])
	}
	w.pending = none
	w.text.WriteString(s)
}

const htmlSpace = " \t\r\n\f" // no-break spaces stay

func (w *blockWriter) node(n *html.Node, pre bool) {
	g := none
	switch n.Type {
	case html.TextNode:
		w.run(n.Data, pre)
		return
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object,
			atom.Nav, atom.Button, atom.Select, atom.Textarea, atom.Audio, atom.Video, atom.Canvas:
			return
		case atom.Br:
			w.separate(newLine)
			return
		case atom.Time:
			if d := parseDate(attr(n, "datetime")); len(d) == len(time.DateOnly) {
				w.posts = append(w.posts, Post{Start: w.text.Len(), Date: d})
			}
		case atom.Img:
			if w.alt {
				w.run(attr(n, "alt"), false)
			}
			return
		case atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option:
			g = newLine
		case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
			atom.Details, atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
			atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
			atom.Header, atom.Hr, atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Ul:
			g = newBlock
			pre = pre || n.DataAtom == atom.Pre
		}
	}
	w.separate(g)
	for c := range n.ChildNodes() {
		w.node(c, pre)
	}
	w.separate(g)
}

// run writes text that has no markup.
func (w *blockWriter) run(s string, pre bool) {
	for s != "" {
		word := strings.TrimLeft(s, htmlSpace)
		if white := s[:len(s)-len(word)]; white != "" {
			if w.separate(space); pre && strings.Contains(white, "\n") {
				w.separate(newLine)
			}
		}
		end := strings.IndexAny(word, htmlSpace)
		if end < 0 {
			end = len(word)
		}
		if word != "" {
			w.write(word[:end])
		}
		s = word[end:]
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func firstHeading(root *html.Node) string {
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3:
			if s := blocks(n, false); s != "" {
				return strings.Join(strings.Fields(s), " ")
			}
		}
	}
	return ""
}
