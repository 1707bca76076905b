package source

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The names of each field, in the order in which they are tried; case, "_" and
// "-" do not matter.
var (
	idFields    = []string{"id", "docid", "documentid", "guid", "uuid"}
	textFields  = []string{"text", "body", "content", "articlebody", "fulltext", "maintext"}
	titleFields = []string{"title", "headline"}
	dateFields  = []string{
		"date", "published", "datepublished", "publishedat", "publishdate", "datepublish", "publicationdate", "pubdate",
	}
	urlFields = []string{"url", "link", "permalink", "canonicalurl", "sourceurl"}
)

var unpunctuated = strings.NewReplacer("_", "", "-", "")

// json reads a file that holds JSON lines or, when its first line is no value
// of its own, values over several lines: objects, or one array of them.
func (r *reader) json(f file, in *bufio.Reader) bool {
	head, err := in.Peek(in.Size())
	first, _, cut := bytes.Cut(head, []byte("\n"))
	first = bytes.TrimSpace(bytes.TrimPrefix(first, []byte(utf8BOM)))
	// A line that does not fit the buffer is not of a value over several lines.
	if bytes.HasPrefix(first, []byte("{")) && (syntaxError(first) < len(first) || !cut && err == nil) {
		return r.lines(f, in)
	}
	data, err := r.readAll(in)
	if err != nil {
		return r.fail(f, 0, err)
	}
	text, err := decode(data)
	if err != nil {
		return r.fail(f, 0, err)
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	array := strings.HasPrefix(strings.TrimSpace(text), "[")
	if array {
		dec.Token()
	}
	found := false
	for ; !array || dec.More(); found = true {
		start := int(dec.InputOffset())
		start = len(text) - len(strings.TrimLeft(text[start:], ", \t\r\n"))
		line := 1 + strings.Count(text[:start], "\n")
		var fields map[string]any
		err := dec.Decode(&fields)
		if err == io.EOF {
			break
		}
		if err == nil && fields == nil || errors.As(err, new(*json.UnmarshalTypeError)) {
			if !r.fail(f, line, fmt.Errorf("%w: wanted an object", ErrJSON)) {
				return false
			}
			continue
		}
		if err != nil {
			at := max(0, syntaxError([]byte(text[start:]))-1)
			line += strings.Count(text[start:start+at], "\n")
			return r.fail(f, line, fmt.Errorf("%w: %v; wanted objects, or an array of objects", ErrJSON, err))
		}
		if !r.object(f, line, fields) {
			return false
		}
	}
	if array {
		dec.Token()
		if _, err := dec.Token(); err != io.EOF || !strings.HasSuffix(strings.TrimSpace(text), "]") {
			return r.fail(f, 1+strings.Count(text, "\n"), fmt.Errorf("%w: wanted the file to end with the array", ErrJSON))
		}
	}
	return found || r.fail(f, 0, fmt.Errorf("%w: wanted JSON objects", ErrEmpty))
}

// syntaxError tells how many bytes of data could be read as JSON before a fault
// was found: len(data) if the end came too early, -1 if there is no fault.
func syntaxError(data []byte) int {
	var v json.RawMessage
	if s := (*json.SyntaxError)(nil); errors.As(json.Unmarshal(data, &v), &s) {
		return int(s.Offset)
	}
	return -1
}

// lines reads JSON lines.
func (r *reader) lines(f file, in *bufio.Reader) bool {
	if head, _ := in.Peek(2); utf16Order(head) != nil {
		in = bufio.NewReader(transform.NewReader(in, unicode.BOMOverride(unicode.UTF8.NewDecoder())))
	} else if head, _ := in.Peek(3); string(head) == utf8BOM {
		in.Discard(3)
	}
	if head, _ := in.Peek(1); len(head) > 0 && head[0] == 0 { // maybe without any end
		return r.fail(f, 1, fmt.Errorf("%w: wanted JSON lines", ErrBinary))
	}
	lines := lineReader{in: in, max: r.opts.MaxBytes}
	found, read := false, false
	for n := 1; ; n++ {
		line, err := lines.next()
		switch {
		case errors.Is(err, ErrTooLarge):
			found = true
			if !r.fail(f, n, err) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return r.fail(f, n, err)
		}
		// A mark stands at a later line, too, where files were joined.
		if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte(utf8BOM))); len(line) > 0 {
			found = true
			fields, bad := parseObject(line)
			switch {
			case bad == nil:
				read = true
				if !r.object(f, n, fields) {
					return false
				}
			case errors.Is(bad, ErrBinary) && !read:
				return r.fail(f, n, bad) // so will all lines be
			case !r.fail(f, n, bad):
				return false
			}
		}
		if err == io.EOF {
			return found || r.fail(f, 0, fmt.Errorf("%w: wanted JSON lines", ErrEmpty))
		}
	}
}

// A lineReader gives the lines of a stream and holds no more than one of them.
type lineReader struct {
	in   *bufio.Reader
	max  int64  // bytes in a line
	long []byte // the line so far, when it does not fit the buffer of in
}

// next gives the next line, with its end, until the call after. The error is io.EOF with the last line, which may be
// empty, and ErrTooLarge for a line that is left out.
func (l *lineReader) next() ([]byte, error) {
	l.long = l.long[:0]
	line, err := l.in.ReadSlice('\n')
	size := int64(len(line))
	for err == bufio.ErrBufferFull {
		if size <= l.max {
			l.long = append(l.long, line...)
		}
		line, err = l.in.ReadSlice('\n')
		size += int64(len(line))
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case size > l.max:
		return nil, fmt.Errorf("%w: wanted at most %d bytes on a line", ErrTooLarge, l.max)
	case len(l.long) > 0:
		l.long = append(l.long, line...)
		line = l.long
	}
	return line, err
}

func parseObject(line []byte) (map[string]any, error) {
	if bytes.IndexByte(line, 0) >= 0 {
		return nil, fmt.Errorf("%w: wanted JSON lines", ErrBinary)
	}
	// encoding/json would put U+FFFD for what is not UTF-8, without a word.
	if !utf8.Valid(line) {
		return nil, checkUTF8(string(line))
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	var fields map[string]any
	err := dec.Decode(&fields)
	if err == nil && fields == nil {
		err = errors.New("null")
	}
	if t := new(json.UnmarshalTypeError); errors.As(err, &t) {
		err = errors.New(t.Value)
	}
	if err == nil && int(dec.InputOffset()) != len(line) {
		err = errors.New("more than one value on the line")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %v; wanted one object on one line", ErrJSON, err)
	}
	return fields, nil
}

// object passes on the document that a JSON object describes.
func (r *reader) object(f file, line int, fields map[string]any) bool {
	names := map[string]string{} // as in the lists of names above -> as in the object
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		folded := strings.ToLower(unpunctuated.Replace(name))
		if names[folded] == "" {
			names[folded] = name
		}
	}
	// take removes the first field that is there and can be used.
	take := func(from []string, use func(any) string) string {
		for _, folded := range from {
			if name, ok := names[folded]; ok {
				if s := use(fields[name]); s != "" {
					delete(fields, name)
					return s
				}
			}
		}
		return ""
	}
	text := func(v any) string {
		s, _ := v.(string)
		if strings.TrimFunc(s, blank) == "" {
			return ""
		}
		return s
	}
	label := func(v any) string {
		if n, ok := v.(json.Number); ok {
			return n.String()
		}
		return strings.Join(strings.Fields(text(v)), " ")
	}
	dated := "" // as it is written, if it cannot be read
	doc := &Document{
		ID:    take(idFields, label),
		Text:  take(textFields, text),
		Title: take(titleFields, func(v any) string { return strings.Join(strings.Fields(text(v)), " ") }),
		Date: take(dateFields, func(v any) string {
			date := parseDate(label(v))
			if date == "" {
				dated = cmp.Or(dated, label(v))
			}
			return date
		}),
		URL: take(urlFields, func(v any) string { return strings.TrimSpace(text(v)) }),
	}
	if doc.Text == "" {
		return r.fail(f, line, fmt.Errorf(`%w: wanted a field "text" (or "body", "content") with a string`, ErrEmpty))
	}
	if doc.Date == "" {
		doc.Dated = dated
	}
	if len(fields) > 0 {
		doc.Extra = fields
	}
	return r.record(f, line, doc)
}

// record passes on a document that is one of many in a file.
func (r *reader) record(f file, line int, doc *Document) bool {
	if strings.TrimFunc(doc.Text, blank) == "" {
		return r.fail(f, line, fmt.Errorf("%w: wanted a text to read", ErrEmpty))
	}
	doc.Date = dateOf(doc, doc.ID, cmp.Or(folderDate(f.path), r.opts.Date))
	if !r.names.nameLine(f, doc) {
		return r.fail(f, line, fmt.Errorf("%w: the text of %q was there before", ErrDuplicate, doc.ID))
	}
	return r.yield(doc, nil)
}
