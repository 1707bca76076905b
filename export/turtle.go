package export

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// TriG writes RDF for reading: what NQuads writes with short names, graph by graph,
// where a graph is what one document says.
func TriG(w io.Writer, s *graph.Store, opts Options) error { return turtle(w, s, opts, true) }

// Turtle writes what TriG writes, without telling which document says it.
func Turtle(w io.Writer, s *graph.Store, opts Options) error { return turtle(w, s, opts, false) }

func turtle(w io.Writer, s *graph.Store, opts Options, graphs bool) error {
	quads, err := allQuads(s, opts.Base)
	if err != nil {
		return err
	}
	known := prefixes(quads, opts.Base)
	bw := bufio.NewWriterSize(w, 1<<16)
	for _, p := range known {
		bw.WriteString("@prefix " + p[0] + ": <" + p[1] + "> .\n")
	}
	t := newTermWriter(opts.Base)
	t.short = func(b []byte, iri quad.IRI) []byte { return prefixed(b, iri, known) }
	if graphs {
		quads = byLabel(quads)
	}
	list, err := runs(t, quads, graphs)
	if err != nil {
		return err
	}
	open := ""
	for i, r := range list {
		label := ""
		if graphs {
			at := bytes.IndexByte(r.key, ' ')
			label, r.key = string(r.key[:at]), r.key[at+1:]
		}
		if i == 0 || label != open {
			closeGraph(bw, open)
			if open = label; open != "" {
				bw.WriteString("\n" + open + " {\n")
			}
		}
		if err := writeSubject(bw, t, r.key, quads[r.start:r.end]); err != nil {
			return err
		}
	}
	closeGraph(bw, open)
	return bw.Flush()
}

func closeGraph(bw *bufio.Writer, label string) {
	if label != "" {
		bw.WriteString("}\n")
	}
}

// writeSubject writes what is said of a subject, which is followed by a space.
func writeSubject(bw *bufio.Writer, t *termWriter, subject []byte, quads []quad.Quad) error {
	type statement struct{ predicate, object []byte }
	list := make([]statement, 0, len(quads))
	var buf []byte
	for _, q := range quads {
		start, middle := len(buf), 0
		var err error
		if q.Predicate == quad.IRI("rdf:type") {
			buf = append(buf, 'a')
		} else if buf, err = t.term(buf, q.Predicate); err != nil {
			return err
		}
		middle = len(buf)
		if buf, err = t.term(buf, q.Object); err != nil {
			return err
		}
		list = append(list, statement{buf[start:middle:middle], buf[middle:len(buf):len(buf)]})
	}
	slices.SortFunc(list, func(a, b statement) int {
		if c := bytes.Compare(a.predicate, b.predicate); c != 0 {
			return c
		}
		return bytes.Compare(a.object, b.object)
	})
	list = slices.CompactFunc(list, func(a, b statement) bool {
		return bytes.Equal(a.predicate, b.predicate) && bytes.Equal(a.object, b.object)
	})
	bw.WriteByte('\n')
	bw.Write(subject)
	for i, s := range list {
		switch {
		case i == 0:
			bw.Write(s.predicate)
			bw.WriteByte(' ')
		case bytes.Equal(s.predicate, list[i-1].predicate):
			bw.WriteString(", ")
		default:
			bw.WriteString(" ;\n    ")
			bw.Write(s.predicate)
			bw.WriteByte(' ')
		}
		bw.Write(s.object)
	}
	_, err := bw.WriteString(" .\n")
	return err
}

// prefixed gives an IRI as Turtle writes it with a prefix, nil if it cannot.
func prefixed(b []byte, iri quad.IRI, known [][2]string) []byte {
	prefix, local, _ := strings.Cut(string(iri), ":")
	if !slices.ContainsFunc(known, func(p [2]string) bool { return p[0] == prefix }) || local == "" || local[0] == '-' {
		return nil
	}
	for _, c := range []byte(local) {
		if c != '_' && c != '-' && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z') {
			return nil
		}
	}
	return append(b, iri...)
}
