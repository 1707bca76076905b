package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

var declaredCharset = regexp.MustCompile(`(?i)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)`)

// decodeHTML honours the byte order mark, else the charset that the page
// declares in its first 1024 bytes. What declares none, or one that nobody
// knows, has to be UTF-8.
func decodeHTML(data []byte) (string, error) {
	declared := declaredCharset.FindSubmatch(data[:min(len(data), 1024)])
	if declared == nil || bytes.HasPrefix(data, []byte(utf8BOM)) || bytes.IndexByte(data, 0) >= 0 {
		return decode(data)
	}
	enc, name := charset.Lookup(string(declared[1]))
	if enc == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") { // a page whose declaration can be read is not UTF-16
		return decode(data)
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil || name == "replacement" {
		return "", fmt.Errorf("%w: the page declares %s, which cannot be read; wanted UTF-8", ErrEncoding, declared[1])
	}
	return string(text), nil
}

// parseHTML finds the article of a page, as Mozilla's Readability does, and what
// its metadata tell.
func parseHTML(data []byte) (*Document, error) {
	page, err := decodeHTML(data)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	meta := metadata(root)
	doc := &Document{Date: meta.date(), URL: meta.url}
	article, err := readability.FromDocument(root, nil)
	if err == nil && article.Node != nil {
		doc.Text = blocks(article.Node, false)
	}
	if doc.Text == "" { // nothing that looks like an article: all there is
		doc.Text = blocks(root, false)
	}
	heading := firstHeading(root)
	if doc.Title = strings.Join(strings.Fields(article.Title()), " "); doc.Title == "" {
		doc.Title = heading
	}
	// Readability leaves out a heading that repeats the title, but a headline
	// says things like any other sentence.
	if heading != "" && strings.Contains(doc.Title, heading) && !strings.Contains(doc.Text, heading) {
		doc.Text = heading + "\n\n" + doc.Text
	}
	return doc, nil
}

// What the head of a page tells, by where it is told.
type pageMeta struct {
	url        string
	published  string // <meta property="article:published_time">
	linkedData string // JSON-LD datePublished
	other      string // other <meta> and microdata
	time       string // the first <time> of the article: others tell of today or of other news
}

func (m pageMeta) date() string {
	for _, s := range []string{m.published, m.linkedData, m.other, m.time} {
		if d := parseDate(s); d != "" {
			return d
		}
	}
	return ""
}

func metadata(root *html.Node) pageMeta {
	var m pageMeta
	set := func(field *string, value string) {
		if *field == "" {
			*field = strings.TrimSpace(value)
		}
	}
	var openGraph string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if attr(n, "itemprop") == "datePublished" {
			set(&m.other, attr(n, "content"))
			set(&m.other, attr(n, "datetime"))
		}
		switch n.DataAtom {
		case atom.Meta:
			switch strings.ToLower(attr(n, "property") + attr(n, "name")) {
			case "article:published_time", "og:article:published_time":
				set(&m.published, attr(n, "content"))
			case "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate", "publishdate",
				"publish-date", "publication_date", "citation_publication_date", "parsely-pub-date", "sailthru.date":
				set(&m.other, attr(n, "content"))
			case "og:url":
				set(&openGraph, attr(n, "content"))
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				set(&m.url, attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					set(&m.linkedData, datePublished(v))
				}
			}
		case atom.Time:
			for a := range n.Ancestors() {
				if a.DataAtom == atom.Article || a.DataAtom == atom.Main {
					set(&m.time, attr(n, "datetime"))
				}
			}
		}
	}
	set(&m.url, openGraph)
	return m
}

// datePublished finds the date of the first article, or page, in JSON-LD.
func datePublished(v any) string {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if s := datePublished(e); s != "" {
				return s
			}
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			return s
		}
		for _, name := range []string{"mainEntity", "mainEntityOfPage", "@graph"} {
			if s := datePublished(v[name]); s != "" {
				return s
			}
		}
	}
	return ""
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
		case atom.Img:
			if w.alt {
				w.run(attr(n, "alt"), false)
			}
			return
		case atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option:
			g = newLine
		case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Details, atom.Div, atom.Dl,
			atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
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
