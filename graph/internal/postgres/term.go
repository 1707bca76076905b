package postgres

import (
	"cmp"
	"database/sql"
	"strconv"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// A hash is what Cayley's tables call a node.
type hash = graph.ValueHash

// schema is where the graph with a number is.
func schema(number int64) string { return "relata_graph_" + strconv.FormatInt(number, 10) }

var directions = [4]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}

// nodeColumns are those columns of Cayley's table of nodes that are filled.
var nodeColumns = []string{"hash", "refs", "value", "value_string", "iri", "value_int"}

// row gives what nodeColumns have of a node that is in so many quads. What Cayley's
// own columns would change (a time loses its nanoseconds, a text with \x00 gets a
// zero byte for it) is kept as bytes, which Cayley reads, too.
func row(h hash, refs int, v quad.Value) ([]any, error) {
	r := []any{h[:], refs, nil, nil, nil, nil}
	switch v := v.(type) {
	case quad.IRI:
		if !strings.ContainsRune(string(v), 0) {
			r[3], r[4] = string(v), true
			return r, nil
		}
	case quad.String:
		if !strings.ContainsRune(string(v), 0) && !strings.Contains(string(v), `\x00`) {
			r[3] = string(v)
			return r, nil
		}
	case quad.Int:
		r[5] = int64(v)
		return r, nil
	}
	data, err := pquads.MarshalValue(v)
	r[2] = data
	return r, err
}

// readNode reads a row with hash, value, value_string, iri and value_int.
func readNode(rows *sql.Rows) (h hash, v quad.Value, err error) {
	var key, value []byte
	var text sql.NullString
	var iri sql.NullBool
	var number sql.NullInt64
	if err := rows.Scan(&key, &value, &text, &iri, &number); err != nil {
		return h, nil, err
	}
	copy(h[:], key)
	switch {
	case value != nil:
		v, err = pquads.UnmarshalValue(value)
	case iri.Bool:
		v = quad.IRI(text.String)
	case number.Valid:
		v = quad.Int(number.Int64)
	default:
		v = quad.String(text.String)
	}
	return h, v, err
}

// compareQuads orders quads as package quadfile does.
func compareQuads(a, b quad.Quad) int {
	for _, d := range quad.Directions {
		if c := compareValues(a.Get(d), b.Get(d)); c != 0 {
			return c
		}
	}
	return 0
}

func compareValues(a, b quad.Value) int {
	if c := cmp.Compare(kind(a), kind(b)); c != 0 || a == nil {
		return c
	}
	m, isNumber := a.(quad.Int)
	if n, ok := b.(quad.Int); ok && isNumber {
		return cmp.Compare(m, n)
	}
	return strings.Compare(quad.ToString(a), quad.ToString(b))
}

// kind orders the kinds of terms.
func kind(v quad.Value) int {
	switch v.(type) {
	case nil:
		return 0
	case quad.IRI:
		return 1
	case quad.BNode:
		return 2
	case quad.Int:
		return 3
	}
	return 4
}
