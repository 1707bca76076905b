package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

var declaredCharset = regexp.MustCompile(
	`(?i)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)`)

// decodeHTML honours the byte order mark, else the charset that the page
// declares in its first 1024 bytes. What declares none, or one that nobody
// knows, has to be UTF-8.
func decodeHTML(data []byte) (string, error) {
	declared := declaredCharset.FindSubmatch(data[:min(len(data), 1024)])
	if declared == nil || bytes.HasPrefix(data, []byte(utf8BOM)) || bytes.IndexByte(data, 0) >= 0 {
		return decode(data)
	}
	enc, name := charset.Lookup(string(declared[1]))
	// A page whose declaration can be read is not UTF-16.
	if enc == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
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
	return parsePage(page)
}

func parsePage(page string) (*Document, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	meta := metadata(root)
	doc := &Document{Date: meta.date(), URL: meta.url}
	prune(root)
	article, err := readability.FromDocument(root, nil)
	parts := articles(root)
	if parts == nil && err == nil && article.Node != nil {
		parts = []*html.Node{article.Node}
	}
	w := blockWriter{}
	dated := len(parts) > 1 // each of several articles tells its day
	for _, part := range parts {
		before := len(w.posts)
		w.node(part, false)
		dated = dated && len(w.posts) > before
	}
	if doc.Text = w.text.String(); meta.live || dated {
		doc.Posts = w.posts
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
		heading += "\n\n"
		doc.Text = heading + doc.Text
		for i := range doc.Posts {
			doc.Posts[i].Start += len(heading)
		}
	}
	return doc, nil
}
