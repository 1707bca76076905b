package export

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"github.com/relata-graph/relata/graph"
)

// Cytoscape writes a network as the JSON of Cytoscape and Cytoscape.js.
func Cytoscape(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	j := jsonWriter{bufio.NewWriterSize(w, 1<<16)}
	j.WriteString(`{"format_version": "1.0", "generated_by": "relata", "data": {"name": "relata"}, "elements": {
"nodes": [`)
	attributes := (&network{}).attributesOf()
	for i := range n.nodes {
		node := &n.nodes[i]
		j.next(i)
		j.WriteString(`{"data": {"id": "n` + strconv.Itoa(i+1) + `", "name": `)
		j.text(node.label)
		members(j, attributes, node)
		j.WriteByte('}')
		if n.placed {
			j.WriteString(`, "position": {"x": ` + number(node.x) + `, "y": ` + number(node.y) + `}`)
		}
		j.WriteByte('}')
	}
	j.WriteString("],\n\"edges\": [")
	for i := range n.edges {
		e := n.edge(i)
		j.next(i)
		j.WriteString(`{"data": {"id": "e` + strconv.Itoa(i+1) + `", "source": "n` + strconv.Itoa(e.source+1) +
			`", "target": "n` + strconv.Itoa(e.target+1) + `", "interaction": `)
		j.text(e.kind)
		members(j, edgeAttributes, e)
		j.WriteString("}}")
	}
	j.WriteString("]\n}}\n")
	return j.Flush()
}

type jsonWriter struct{ *bufio.Writer }

// next begins another element of a list on a line of its own.
func (j jsonWriter) next(i int) {
	if i > 0 {
		j.WriteByte(',')
	}
	j.WriteByte('\n')
}

// text writes a string of JSON. It has no "<" or "&", so that it may stand in HTML.
func (j jsonWriter) text(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x80 || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			b, _ := json.Marshal(s) // a string always has JSON
			j.Write(b)
			return
		}
	}
	j.WriteByte('"')
	j.WriteString(s)
	j.WriteByte('"')
}

// members writes the values that there are, after others.
func members[T any](j jsonWriter, attributes []attribute[T], of *T) {
	for _, a := range attributes {
		v := a.value(of)
		if v == "" {
			continue
		}
		j.WriteString(`, "` + a.name + `": `)
		if a.typ == "string" {
			j.text(v)
		} else {
			j.WriteString(v)
		}
	}
}
