package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/relata-graph/relata/extract/fault"
)

// A recordLimit reads records, none of which may be longer than max bytes.
type recordLimit struct {
	in        io.Reader
	max, left int64
}

func (l *recordLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, tooLong(l.max)
	}
	n, err := l.in.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

func tooLong(most int64) error {
	return fmt.Errorf("%w: wanted at most %d bytes in a record", ErrTooLarge, most)
}

// next begins a record.
func (l *recordLimit) next() { l.left = l.max }

// table reads comma-separated values (RFC 4180) whose first row names the columns, as
// the fields of JSON lines are named. Semicolons and tabs separate too.
func (r *reader) table(f file, in *bufio.Reader) bool {
	if head, _ := in.Peek(3); string(head) == utf8BOM {
		in.Discard(3)
	}
	cutter := &rowReader{in: in, comma: separator(in), max: r.opts.MaxBytes}
	rows := csv.NewReader(cutter)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = rune(cutter.comma), true, -1
	names, err := rows.Read()
	if cut, _ := cutter.row(rows.InputOffset()); cut {
		return r.fail(f, 1, tooLong(cutter.max))
	}
	if err == io.EOF {
		return r.fail(f, 0, fmt.Errorf("%w: wanted a row of names and rows of texts", ErrEmpty))
	}
	if err != nil {
		return r.fail(f, 1, fmt.Errorf("%w: %w", ErrTable, err))
	}
	if !hasText(names) {
		err := fmt.Errorf(`%w: wanted a column "text" (or "body", "content")`, ErrTable)
		if f.below {
			err = fmt.Errorf("%w: %w", ErrSkipped, err)
		}
		return r.fail(f, 1, err)
	}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return true
		}
		cut, above := cutter.row(rows.InputOffset())
		if err != nil {
			e := (*csv.ParseError)(nil)
			if !errors.As(err, &e) {
				return r.fail(f, 0, fmt.Errorf("%w; the rows from there on are not read", err))
			}
			if !r.fail(f, e.Line+above, fmt.Errorf("%w: %v", ErrTable, e.Err)) {
				return false
			}
			continue
		}
		line, _ := rows.FieldPos(0)
		line += above
		bad := checkRow(row)
		switch {
		case cut:
			bad = tooLong(cutter.max)
		case bad == nil && cutter.unclosed(rows.InputOffset()) && strings.Contains(row[len(row)-1], "\n"):
			bad = fmt.Errorf("%w: a quote is not closed, so the rows from here on are one", ErrTable)
		}
		if bad != nil {
			if !r.fail(f, line, bad) {
				return false
			}
		} else if !r.object(f, line, fieldsOf(row, names)) {
			return false
		}
	}
}

// fieldsOf gives the values of a row by the names of their columns.
func fieldsOf(row, names []string) map[string]any {
	fields := map[string]any{}
	for i, value := range row {
		if i < len(names) && value != "" {
			fields[names[i]] = value
		}
	}
	return fields
}

// separator tells what separates the names in a first row.
func separator(in *bufio.Reader) byte {
	head, _ := in.Peek(4 << 10)
	head, _, _ = bytes.Cut(head, []byte("\n"))
	best := byte(',')
	for _, c := range []byte(";\t") {
		if bytes.Count(head, []byte{c}) > bytes.Count(head, []byte{best}) {
			best = c
		}
	}
	return best
}

func hasText(names []string) bool {
	for _, name := range names {
		for _, known := range textFields {
			if strings.ToLower(unpunctuated.Replace(strings.TrimSpace(name))) == known {
				return true
			}
		}
	}
	return false
}

func checkRow(row []string) error {
	for _, value := range row {
		if strings.IndexByte(value, 0) >= 0 {
			return fmt.Errorf("%w: wanted a table", ErrBinary)
		}
		if err := checkUTF8(value); err != nil {
			return err
		}
	}
	return nil
}

// An entry is an item of RSS 2.0, RSS 1.0 or Atom (RFC 4287).
type entry struct {
	Title   string `xml:"title"`
	ID      string `xml:"id"`
	GUID    string `xml:"guid"`
	Encoded string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content struct {
		Text  string `xml:",chardata"`
		Inner string `xml:",innerxml"`
		Type  string `xml:"type,attr"`
	} `xml:"http://www.w3.org/2005/Atom content"`
	Summary     string `xml:"summary"`
	Description string `xml:"description"`
	PubDate     string `xml:"pubDate"`
	DCDate      string `xml:"http://purl.org/dc/elements/1.1/ date"`
	Published   string `xml:"published"`
	Updated     string `xml:"updated"`
	Links       []struct {
		Href string `xml:"href,attr"`
		Rel  string `xml:"rel,attr"`
		Text string `xml:",chardata"`
	} `xml:"link"`
}

// maxOpen is how many elements may be open in a feed; items stand in two or three.
const maxOpen = 1000

// feed reads the items of an RSS or Atom feed.
func (r *reader) feed(f file, in *bufio.Reader) bool {
	limit := &recordLimit{in: in, max: r.opts.MaxBytes, left: r.opts.MaxBytes}
	dec := xml.NewDecoder(limit)
	dec.CharsetReader = charset.NewReaderLabel
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	found, known := false, false
	for depth := 0; ; {
		limit.next()
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		line, _ := dec.InputPos()
		if err != nil {
			return r.fail(f, line, fmt.Errorf("%w: %w", ErrFeed, err))
		}
		start, ok := token.(xml.StartElement)
		if _, end := token.(xml.EndElement); end {
			depth--
		}
		if !ok {
			continue
		}
		if depth++; depth > maxOpen { // the decoder keeps what is open
			return r.fail(f, line, fmt.Errorf("%w: elements in more than %d others", ErrFeed, maxOpen))
		}
		switch start.Name.Local {
		case "rss", "feed", "RDF":
			known = true
		case "item", "entry":
			var e entry
			if err := dec.DecodeElement(&e, &start); err != nil {
				return r.fail(f, line, fmt.Errorf("%w: %w", ErrFeed, err))
			}
			found = true
			depth--
			doc, err := e.document()
			if err != nil && !r.fail(f, line, err) || err == nil && !r.record(f, line, doc) {
				return false
			}
		}
		if !known && !found {
			break
		}
	}
	switch {
	case found:
		return true
	case known:
		return r.fail(f, 0, fmt.Errorf("%w: the feed has no items", ErrEmpty))
	case f.below:
		return r.fail(f, 0, fmt.Errorf("%w: %w", ErrSkipped, ErrFeed))
	}
	return r.fail(f, 0, ErrFeed)
}

// document is what an item tells. The error is fault.Err.
func (e *entry) document() (doc *Document, err error) {
	if broken := fault.Contain(func() { doc, err = e.told() }); broken != nil {
		return nil, broken
	}
	return doc, err
}

func (e *entry) told() (*Document, error) {
	content := e.Content.Text
	if e.Content.Type == "xhtml" {
		content = e.Content.Inner
	}
	text, err := textOf(first(e.Encoded, content, e.Description, e.Summary))
	if err != nil {
		return nil, err
	}
	title, err := textOf(e.Title)
	if err != nil {
		return nil, err
	}
	doc := &Document{ID: first(e.ID, e.GUID), Title: title, Text: text}
	for _, date := range []string{e.PubDate, e.Published, e.DCDate, e.Updated} {
		if doc.Date == "" {
			doc.Date = parseDate(date)
		}
	}
	for _, l := range e.Links {
		if url := first(l.Href, l.Text); doc.URL == "" && (l.Rel == "" || l.Rel == "alternate") {
			doc.URL = url
		}
	}
	return doc, nil
}

// first is the first text that is not blank, without space around it.
func first(texts ...string) string {
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// textOf is the text of a piece of HTML.
func textOf(markup string) (string, error) {
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return "", fmt.Errorf("%w: %v", ErrFeed, err)
	}
	prune(root)
	return strings.TrimSpace(blocks(root, false)), nil
}
