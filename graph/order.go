package graph

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// compareQuads orders by subject, predicate, object and label; IRIs stand before
// blank nodes and these before literals.
func compareQuads(a, b quad.Quad) int {
	return cmp.Or(compareValues(a.Subject, b.Subject), compareValues(a.Predicate, b.Predicate),
		compareValues(a.Object, b.Object), compareValues(a.Label, b.Label))
}

func compareValues(a, b quad.Value) int {
	ka, sa, ta := sortKey(a)
	kb, sb, tb := sortKey(b)
	return cmp.Or(cmp.Compare(ka, kb), strings.Compare(sa, sb), strings.Compare(ta, tb))
}

func sortKey(v quad.Value) (kind int, text, kindOfText string) {
	switch v := v.(type) {
	case nil:
		return 0, "", ""
	case quad.IRI:
		return 1, string(v), ""
	case quad.BNode:
		return 2, string(v), ""
	case quad.Int:
		return 3, fmt.Sprintf("%020d", uint64(v)^1<<63), "" // in order of size
	case quad.String:
		return 4, string(v), ""
	case quad.LangString:
		return 4, string(v.Value), "@" + v.Lang
	case quad.TypedString:
		return 4, string(v.Value), "^" + string(v.Type)
	default:
		return 5, quad.StringOf(v), ""
	}
}
