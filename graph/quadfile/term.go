package quadfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// The kinds of terms, in their order. A term is written as its kind and bytes
// that sort as the term does.
const (
	kindIRI byte = iota + 1
	kindBlank
	kindInt
	kindText // plain, with a language or with a type, together by their text
	kindBool
	kindFloat
	kindTime
)

const (
	// textEnd stands between a text and its language or type; a NUL of the text
	// itself is written as nulEscape.
	textEnd   = "\x00\x01"
	nulEscape = "\x00\xff"
	nul       = "\x00"
)

var errTerm = errors.New("a term is written wrongly")

// appendTerm adds a term to b: IRIs stand before blank nodes, these before
// integers by size, and these before texts, then booleans, numbers and times.
func appendTerm(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(b, kindIRI), v...), nil
	case quad.BNode:
		return append(append(b, kindBlank), v...), nil
	case quad.Int:
		return binary.BigEndian.AppendUint64(append(b, kindInt), uint64(v)^1<<63), nil
	case quad.String:
		return appendText(append(b, kindText), string(v)), nil
	case quad.LangString:
		return append(append(appendText(append(b, kindText), string(v.Value)), textEnd+"@"...), v.Lang...), nil
	case quad.TypedString:
		return append(append(appendText(append(b, kindText), string(v.Value)), textEnd+"^"...), v.Type...), nil
	case quad.Bool:
		if v {
			return append(b, kindBool, 1), nil
		}
		return append(b, kindBool, 0), nil
	case quad.Float:
		return binary.BigEndian.AppendUint64(append(b, kindFloat), sortable(float64(v))), nil
	case quad.Time:
		t := time.Time(v)
		b = binary.BigEndian.AppendUint64(append(b, kindTime), uint64(t.Unix())^1<<63)
		return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond())), nil
	}
	return b, fmt.Errorf("a term of type %T: want an IRI, a blank node or a literal", v)
}

func appendText(b []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, 0)
		if i < 0 {
			return append(b, s...)
		}
		b = append(append(b, s[:i]...), nulEscape...)
		s = s[i+1:]
	}
}

// sortable gives the bits of x so that they sort as numbers do.
func sortable(x float64) uint64 {
	u := math.Float64bits(x)
	if u>>63 == 1 {
		return ^u
	}
	return u | 1<<63
}

// parseTerm is appendTerm the other way round. It keeps nothing of b.
func parseTerm(b []byte) (quad.Value, error) {
	if len(b) == 0 {
		return nil, errTerm
	}
	kind, b := b[0], b[1:]
	switch {
	case kind == kindIRI:
		return quad.IRI(b), nil
	case kind == kindBlank:
		return quad.BNode(b), nil
	case kind == kindInt && len(b) == 8:
		return quad.Int(binary.BigEndian.Uint64(b) ^ 1<<63), nil
	case kind == kindText:
		return parseText(b)
	case kind == kindBool && len(b) == 1 && b[0] <= 1:
		return quad.Bool(b[0] == 1), nil
	case kind == kindFloat && len(b) == 8:
		u := binary.BigEndian.Uint64(b)
		if u>>63 == 1 {
			return quad.Float(math.Float64frombits(u &^ (1 << 63))), nil
		}
		return quad.Float(math.Float64frombits(^u)), nil
	case kind == kindTime && len(b) == 12:
		seconds := int64(binary.BigEndian.Uint64(b) ^ 1<<63)
		return quad.Time(time.Unix(seconds, int64(binary.BigEndian.Uint32(b[8:]))).UTC()), nil
	}
	return nil, errTerm
}

func parseText(b []byte) (quad.Value, error) {
	if bytes.IndexByte(b, 0) < 0 {
		return quad.String(b), nil
	}
	text, rest, found := bytes.Cut(b, []byte(textEnd))
	s := strings.ReplaceAll(string(text), nulEscape, nul)
	switch {
	case !found:
		return quad.String(s), nil
	case len(rest) > 0 && rest[0] == '@':
		return quad.LangString{Value: quad.String(s), Lang: string(rest[1:])}, nil
	case len(rest) > 0 && rest[0] == '^':
		return quad.TypedString{Value: quad.String(s), Type: quad.IRI(rest[1:])}, nil
	}
	return nil, errTerm
}
