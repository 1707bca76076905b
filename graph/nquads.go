package graph

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// A SyntaxError is a line that is no statement of N-Quads.
type SyntaxError struct {
	Line   int // from 1
	Column int // in runes, from 1
	Err    error
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *SyntaxError) Unwrap() error { return e.Err }

// ReadNQuads reads W3C N-Quads (and so N-Triples) strictly; a byte order mark may
// stand before them. IRIs come as the file has them, in full; literals as
// quad.String, quad.LangString and quad.TypedString, whose text is never converted.
// What is wrong with a line comes as a *SyntaxError, and whoever goes on gets the
// next line; an error of r ends the sequence.
func ReadNQuads(r io.Reader) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		p := lineParser{terms: map[string]quad.Value{}}
		lines := lineReader{r: bufio.NewReaderSize(r, 1<<16)}
		for n := 1; ; n++ {
			text, err := lines.next()
			if err != nil && err != io.EOF {
				yield(quad.Quad{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			for line := range bytes.SplitSeq(text, []byte{'\r'}) {
				q, perr := p.parse(line)
				if perr != nil {
					perr = p.fault(n, line, perr)
				}
				if (perr != nil || q.Subject != nil) && !yield(q, perr) {
					return
				}
			}
			if err != nil {
				return
			}
		}
	}
}

// maxLine is how many bytes a line may have, so that what is no N-Quads, and has no
// lines, does not fill the memory.
const maxLine = 64 << 20

// A lineReader reads lines of up to maxLine bytes.
type lineReader struct {
	r    *bufio.Reader
	long []byte
	then bool // not the first line
}

// next gives a line without its end, good until the next call.
func (l *lineReader) next() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		l.long = l.long[:0]
		for err == bufio.ErrBufferFull {
			if len(l.long) > maxLine {
				return nil, fmt.Errorf("want at most %d bytes on a line", maxLine)
			}
			l.long = append(l.long, line...)
			line, err = l.r.ReadSlice('\n')
		}
		l.long = append(l.long, line...)
		line = l.long
	}
	if !l.then {
		line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		l.then = true
	}
	return bytes.TrimSuffix(line, []byte{'\n'}), err
}

// mostTerms is how many IRIs are kept to be met again; in sorted files they stand together.
const mostTerms = 1 << 17

// A lineParser reads statements. It keeps the IRIs that it has met last, most of which
// come again.
type lineParser struct {
	rest  []byte
	terms map[string]quad.Value
}

// parse reads one statement; the quad has no subject if the line is blank. After an
// error rest begins where it was found.
func (p *lineParser) parse(line []byte) (quad.Quad, error) {
	var q quad.Quad
	p.rest = line
	if !utf8.Valid(line) {
		for r, n := utf8.DecodeRune(p.rest); r != utf8.RuneError || n != 1; r, n = utf8.DecodeRune(p.rest) {
			p.rest = p.rest[n:]
		}
		return q, errors.New("want UTF-8")
	}
	if p.atEnd() {
		return q, nil
	}
	var err error
	if q.Subject, err = p.node("subject"); err != nil {
		return q, err
	}
	p.space()
	if q.Predicate, err = p.iri("predicate"); err != nil {
		return q, err
	}
	p.space()
	if p.begins('"') {
		q.Object, err = p.literal()
	} else {
		q.Object, err = p.node("object")
	}
	if err != nil {
		return q, err
	}
	p.space()
	if !p.begins('.') {
		if q.Label, err = p.node("graph label or full stop"); err != nil {
			return q, err
		}
		p.space()
	}
	if !p.begins('.') {
		return q, fmt.Errorf("want a full stop, have %s", p.near())
	}
	p.rest = p.rest[1:]
	if !p.atEnd() {
		return q, fmt.Errorf("want the end of the line, have %s", p.near())
	}
	return q, nil
}

// fault tells where in a line parse stopped.
func (p *lineParser) fault(n int, line []byte, err error) *SyntaxError {
	return &SyntaxError{n, 1 + utf8.RuneCount(line[:len(line)-len(p.rest)]), err}
}

func (p *lineParser) begins(c byte) bool { return len(p.rest) > 0 && p.rest[0] == c }

func (p *lineParser) space() {
	for len(p.rest) > 0 && (p.rest[0] == ' ' || p.rest[0] == '\t') {
		p.rest = p.rest[1:]
	}
}

func (p *lineParser) atEnd() bool {
	p.space()
	return len(p.rest) == 0 || p.rest[0] == '#'
}

func (p *lineParser) near() string {
	if len(p.rest) == 0 {
		return "the end of the line"
	}
	s := []rune(string(p.rest[:min(len(p.rest), 80)]))
	return strconv.Quote(string(s[:min(len(s), 20)]))
}

func (p *lineParser) node(what string) (quad.Value, error) {
	if !bytes.HasPrefix(p.rest, []byte("_:")) {
		return p.iri(what)
	}
	label := p.rest[2:]
	end := 0
	for end < len(label) {
		r, n := utf8.DecodeRune(label[end:])
		if r != '.' && r != '-' && !isLabelRune(r) {
			break
		}
		end += n
	}
	label = bytes.TrimRight(label[:end], ".")
	r, _ := utf8.DecodeRune(label)
	if len(label) == 0 || r == '-' || r == '.' || r == 0xb7 || 0x300 <= r && r <= 0x36f || r == 0x203f || r == 0x2040 {
		return nil, fmt.Errorf("want the label of a blank node, have %s", p.near())
	}
	p.rest = p.rest[2+len(label):]
	return quad.BNode(label), nil
}

// isLabelRune tells the characters of a blank node's label but for - and full stop. The
// colon that RDF 1.1 allowed there is left out, as in RDF 1.2: other readers refuse it.
func isLabelRune(r rune) bool {
	switch {
	case '0' <= r && r <= '9', 'A' <= r && r <= 'Z', 'a' <= r && r <= 'z', r == '_', r == 0xb7,
		0xc0 <= r && r <= 0x37d && r != 0xd7 && r != 0xf7,
		0x37f <= r && r <= 0x1fff, r == 0x200c, r == 0x200d, r == 0x203f, r == 0x2040,
		0x2070 <= r && r <= 0x218f, 0x2c00 <= r && r <= 0x2fef, 0x3001 <= r && r <= 0xd7ff,
		0xf900 <= r && r <= 0xfdcf, 0xfdf0 <= r && r <= 0xfffd, 0x10000 <= r && r <= 0xeffff:
		return true
	}
	return false
}

// forbidden are the bytes that an IRI must not hold.
var forbidden = func() (table [256]bool) {
	for c := range byte(' ' + 1) {
		table[c] = true
	}
	for _, c := range []byte("<>\"{}|^`\\") {
		table[c] = true
	}
	return table
}()

func (p *lineParser) iri(what string) (quad.Value, error) {
	if !p.begins('<') {
		return nil, fmt.Errorf("want %s, have %s", what, p.near())
	}
	end := bytes.IndexByte(p.rest, '>')
	if end < 0 {
		return nil, fmt.Errorf("want > after %s", p.near())
	}
	if v, ok := p.terms[string(p.rest[1:end])]; ok {
		p.rest = p.rest[end+1:]
		return v, nil
	}
	iri, err := checkedIRI(string(p.rest[1:end]))
	if err != nil {
		return nil, err
	}
	v := quad.Value(quad.IRI(iri))
	if len(p.terms) >= mostTerms {
		clear(p.terms)
	}
	p.terms[string(p.rest[1:end])] = v
	p.rest = p.rest[end+1:]
	return v, nil
}

// checkedIRI resolves the escapes of an IRI and checks that it is one.
func checkedIRI(iri string) (string, error) {
	if strings.IndexByte(iri, '\\') >= 0 {
		var err error
		if iri, err = unquote(iri, "uU"); err != nil {
			return "", err
		}
	}
	for i := range len(iri) {
		if forbidden[iri[i]] {
			return "", fmt.Errorf("IRI <%s> holds %q", iri, iri[i])
		}
	}
	if !isAbsolute(iri) {
		return "", fmt.Errorf("want an absolute IRI, have <%s>", iri)
	}
	return iri, nil
}

// isAbsolute tells whether an IRI begins with a scheme.
func isAbsolute(iri string) bool {
	scheme, _, ok := strings.Cut(iri, ":")
	for i, c := range []byte(scheme) {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || !('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.')) {
			return false
		}
	}
	return ok && scheme != ""
}

func (p *lineParser) literal() (quad.Value, error) {
	end, escapes := 1, false
	for end < len(p.rest) && p.rest[end] != '"' {
		if p.rest[end] == '\\' {
			escapes = true
			end++
		}
		end++
	}
	if end >= len(p.rest) {
		return nil, fmt.Errorf("want a closing quote after %s", p.near())
	}
	text := string(p.rest[1:end])
	if escapes {
		var err error
		if text, err = unquote(text, `uUtbnrf"'\`); err != nil {
			return nil, err
		}
	}
	p.rest = p.rest[end+1:]
	if bytes.HasPrefix(p.rest, []byte("^^")) {
		p.rest = p.rest[2:]
		iri, err := p.iri("a datatype")
		if err != nil {
			return nil, err
		}
		return quad.TypedString{Value: quad.String(text), Type: iri.(quad.IRI)}, nil
	}
	if !p.begins('@') {
		return quad.String(text), nil
	}
	tag := p.rest[1:]
	n := 0
	for n < len(tag) && (tag[n] == '-' || isAlnum(tag[n])) {
		n++
	}
	for i, part := range strings.Split(string(tag[:n]), "-") {
		if part == "" || i == 0 && strings.ContainsAny(part, "0123456789") {
			return nil, fmt.Errorf("want a language tag, have %s", p.near())
		}
	}
	p.rest = tag[n:]
	return quad.LangString{Value: quad.String(text), Lang: string(tag[:n])}, nil
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// unquote resolves the escapes in s, of which only the kinds in allowed are right.
func unquote(s, allowed string) (string, error) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, `\`)
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		if after == "" || strings.IndexByte(allowed, after[0]) < 0 {
			return "", fmt.Errorf("unknown escape \\%.1s", after)
		}
		n := 1
		switch c := after[0]; c {
		case 'u', 'U':
			n = 5
			if c == 'U' {
				n = 9
			}
			if len(after) < n {
				return "", fmt.Errorf("want %d hexadecimal digits after \\%c", n-1, c)
			}
			v, err := strconv.ParseUint(after[1:n], 16, 32)
			if err != nil || !utf8.ValidRune(rune(v)) {
				return "", fmt.Errorf("\\%s is no character", after[:n])
			}
			b.WriteRune(rune(v))
		case 't':
			b.WriteByte('\t')
		case 'b':
			b.WriteByte('\b')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 'f':
			b.WriteByte('\f')
		default:
			b.WriteByte(c)
		}
		s = after[n:]
	}
}
