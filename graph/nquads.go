package graph

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// ReadNQuads reads W3C N-Quads 1.1 (and so N-Triples) strictly. IRIs come as
// the file has them, in full; literals as quad.String, quad.LangString and
// quad.TypedString, whose text is never converted. The first error ends the
// sequence and names the line.
func ReadNQuads(r io.Reader) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		br := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			lines, err := br.ReadString('\n')
			if err != nil && err != io.EOF {
				yield(quad.Quad{}, fmt.Errorf("line %d: %w", n, err))
				return
			}
			for line := range strings.SplitSeq(strings.TrimSuffix(lines, "\n"), "\r") {
				q, perr := parseLine(line)
				if perr != nil {
					yield(quad.Quad{}, fmt.Errorf("line %d: %w", n, perr))
					return
				}
				if q.Subject != nil && !yield(q, nil) {
					return
				}
			}
			if err != nil {
				return
			}
		}
	}
}

// parseLine reads one statement; the quad has no subject if the line is blank.
func parseLine(line string) (quad.Quad, error) {
	var q quad.Quad
	if !utf8.ValidString(line) {
		return q, errors.New("want UTF-8")
	}
	p := lineParser{rest: line}
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
	if strings.HasPrefix(p.rest, `"`) {
		q.Object, err = p.literal()
	} else {
		q.Object, err = p.node("object")
	}
	if err != nil {
		return q, err
	}
	p.space()
	if !strings.HasPrefix(p.rest, ".") {
		if q.Label, err = p.node("graph label or full stop"); err != nil {
			return q, err
		}
		p.space()
	}
	if !strings.HasPrefix(p.rest, ".") {
		return q, fmt.Errorf("want a full stop, have %s", p.near())
	}
	p.rest = p.rest[1:]
	if !p.atEnd() {
		return q, fmt.Errorf("want the end of the line, have %s", p.near())
	}
	return q, nil
}

type lineParser struct{ rest string }

func (p *lineParser) space() { p.rest = strings.TrimLeft(p.rest, " \t") }

func (p *lineParser) atEnd() bool {
	p.space()
	return p.rest == "" || p.rest[0] == '#'
}

func (p *lineParser) near() string {
	if p.rest == "" {
		return "the end of the line"
	}
	s := []rune(p.rest[:min(len(p.rest), 80)])
	return strconv.Quote(string(s[:min(len(s), 20)]))
}

func (p *lineParser) node(what string) (quad.Value, error) {
	if !strings.HasPrefix(p.rest, "_:") {
		return p.iri(what)
	}
	label := p.rest[2:]
	end := len(label)
	for i, r := range label {
		if r != '.' && r != '-' && !isLabelRune(r) {
			end = i
			break
		}
	}
	label = strings.TrimRight(label[:end], ".")
	r, _ := utf8.DecodeRuneInString(label)
	if label == "" || r == '-' || r == '.' || r == 0xb7 || 0x300 <= r && r <= 0x36f || r == 0x203f || r == 0x2040 {
		return nil, fmt.Errorf("want the label of a blank node, have %s", p.near())
	}
	p.rest = p.rest[2+len(label):]
	return quad.BNode(label), nil
}

// isLabelRune tells the characters of a blank node's label but for - and full stop.
func isLabelRune(r rune) bool {
	switch {
	case '0' <= r && r <= '9', 'A' <= r && r <= 'Z', 'a' <= r && r <= 'z', r == '_', r == ':', r == 0xb7,
		0xc0 <= r && r <= 0x37d && r != 0xd7 && r != 0xf7,
		0x37f <= r && r <= 0x1fff, r == 0x200c, r == 0x200d, r == 0x203f, r == 0x2040,
		0x2070 <= r && r <= 0x218f, 0x2c00 <= r && r <= 0x2fef, 0x3001 <= r && r <= 0xd7ff,
		0xf900 <= r && r <= 0xfdcf, 0xfdf0 <= r && r <= 0xfffd, 0x10000 <= r && r <= 0xeffff:
		return true
	}
	return false
}

func (p *lineParser) iri(what string) (quad.Value, error) {
	if !strings.HasPrefix(p.rest, "<") {
		return nil, fmt.Errorf("want %s, have %s", what, p.near())
	}
	end := strings.IndexByte(p.rest, '>')
	if end < 0 {
		return nil, fmt.Errorf("want > after %s", p.near())
	}
	iri := p.rest[1:end]
	if strings.IndexByte(iri, '\\') >= 0 {
		var err error
		if iri, err = unquote(iri, "uU"); err != nil {
			return nil, err
		}
	}
	for _, r := range iri {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			return nil, fmt.Errorf("IRI <%s> holds %q", iri, r)
		}
	}
	if !isAbsolute(iri) {
		return nil, fmt.Errorf("want an absolute IRI, have <%s>", iri)
	}
	p.rest = p.rest[end+1:]
	return quad.IRI(iri), nil
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
	end := 1
	for end < len(p.rest) && p.rest[end] != '"' {
		if p.rest[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(p.rest) {
		return nil, fmt.Errorf("want a closing quote after %s", p.near())
	}
	text := p.rest[1:end]
	if strings.IndexByte(text, '\\') >= 0 {
		var err error
		if text, err = unquote(text, `uUtbnrf"'\`); err != nil {
			return nil, err
		}
	}
	p.rest = p.rest[end+1:]
	if typ, ok := strings.CutPrefix(p.rest, "^^"); ok {
		p.rest = typ
		iri, err := p.iri("a datatype")
		if err != nil {
			return nil, err
		}
		return quad.TypedString{Value: quad.String(text), Type: iri.(quad.IRI)}, nil
	}
	tag, ok := strings.CutPrefix(p.rest, "@")
	if !ok {
		return quad.String(text), nil
	}
	n := 0
	for n < len(tag) && (tag[n] == '-' || isAlnum(tag[n])) {
		n++
	}
	for i, part := range strings.Split(tag[:n], "-") {
		if part == "" || i == 0 && strings.ContainsAny(part, "0123456789") {
			return nil, fmt.Errorf("want a language tag, have %s", p.near())
		}
	}
	p.rest = tag[n:]
	return quad.LangString{Value: quad.String(text), Lang: tag[:n]}, nil
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
