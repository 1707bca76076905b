package source

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	htmlrender "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// toHTML is CommonMark with GitHub's tables and strikethrough. HTML inside is
// kept, so that its text is read like the rest.
var toHTML = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	goldmark.WithRendererOptions(htmlrender.WithUnsafe()),
)

// parseMarkdown reads Markdown with front matter; its text is what a reader of
// the page sees, with a heading on a line of its own.
func parseMarkdown(text string) (*Document, error) {
	doc := &Document{}
	body := frontMatter(text, doc)
	if tangled(body) {
		doc.Text = body
		doc.Title = cmp.Or(doc.Title, headline(body))
		return doc, nil
	}
	var page bytes.Buffer
	if err := toHTML.Convert([]byte(body), &page); err != nil {
		return nil, err
	}
	root, err := html.Parse(&page)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	doc.Text = blocks(root, true)
	if doc.Title == "" {
		doc.Title = firstHeading(root)
	}
	return doc, nil
}

// The most marks of one paragraph, and the most quotes or lists one in another, that people write. The time that
// parsers of Markdown take grows with the square of them.
const (
	maxMarks = 1000
	maxDepth = 100 // bytes of marks at the start of a line
)

var (
	nested  = regexp.MustCompile(`^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])(?:[ \t]|$)))+`)
	ownLine = regexp.MustCompile(`^[ \t]*(?:$|[|#]|(?:[-+*]|\d+[.)])[ \t])`)
)

// tangled tells of a text with so many marks in a paragraph, or of links in all, that it is no Markdown.
func tangled(text string) bool {
	marks, links := 0, 0
	for line := range strings.Lines(text) {
		if ownLine.MatchString(line) {
			marks = 0
		}
		for _, c := range []byte(line) {
			if strings.IndexByte("*_~`[]<", c) >= 0 {
				marks++
			}
		}
		if strings.HasPrefix(strings.TrimLeft(line, " "), "[") && strings.Contains(line, "]:") {
			links++
		}
		if marks > maxMarks || links > maxMarks || len(strings.Join(strings.Fields(nested.FindString(line)), "")) > maxDepth {
			return true
		}
	}
	return false
}

var frontLine = regexp.MustCompile(`^[\w-]+:(\s|$)`)

// frontMatter reads the "key: value" lines between "---" lines at the top of a
// text into doc, and gives what follows them. What is not a date, a title or a
// link is for the site that the text was written for.
func frontMatter(text string, doc *Document) string {
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t\r") != "---" || !frontLine.MatchString(rest) {
		return text
	}
	var found Document
	for rest != "" {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if line = strings.TrimRight(line, " \t\r"); line == "---" || line == "..." {
			doc.Title, doc.Date, doc.URL = found.Title, found.Date, found.URL
			return rest
		}
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value = value[1 : n-1]
		}
		switch strings.ToLower(key) {
		case "title", "headline":
			found.Title = value
		case "date", "published":
			found.Date = parseDate(value)
		case "url", "link", "canonical", "canonical_url":
			found.URL = value
		}
	}
	return text // never closed: a thematic break
}
