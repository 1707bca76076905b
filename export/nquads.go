package export

import (
	"bufio"
	"bytes"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// NQuads writes W3C N-Quads in canonical form: sorted lines, full IRIs, only the
// escapes that are needed. Dates are typed by their form as xsd:date,
// xsd:gYearMonth or xsd:gYear, offsets are xsd:integer. graph.Load reads it back.
func NQuads(w io.Writer, s *graph.Store, opts Options) error { return lines(w, s, opts, true) }

// NTriples writes what NQuads writes, without the documents that are the labels.
func NTriples(w io.Writer, s *graph.Store, opts Options) error { return lines(w, s, opts, false) }

func lines(w io.Writer, s *graph.Store, opts Options, labels bool) error {
	quads, err := allQuads(s, opts.Base)
	if err != nil {
		return err
	}
	t := newTermWriter(opts.Base)
	subjects, err := runs(t, quads, false)
	if err != nil {
		return err
	}
	bw := bufio.NewWriterSize(w, 1<<16)
	var buf []byte
	var ends []int
	var sorted [][]byte
	for _, r := range subjects {
		buf, ends, sorted = buf[:0], append(ends[:0], 0), sorted[:0]
		for _, q := range quads[r.start:r.end] {
			if buf, err = line(t, append(buf, r.key...), q, labels); err != nil {
				return err
			}
			ends = append(ends, len(buf))
		}
		for i, end := range ends[1:] {
			sorted = append(sorted, buf[ends[i]:end])
		}
		slices.SortFunc(sorted, bytes.Compare)
		for i, l := range sorted {
			if i == 0 || !bytes.Equal(l, sorted[i-1]) {
				bw.Write(l)
			}
		}
	}
	return bw.Flush()
}

// line writes a quad behind its subject.
func line(t *termWriter, b []byte, q quad.Quad, label bool) ([]byte, error) {
	b, err := t.term(b, q.Predicate)
	if err != nil {
		return b, err
	}
	if b, err = t.term(append(b, ' '), q.Object); err != nil {
		return b, err
	}
	if label && q.Label != nil {
		if b, err = t.term(append(b, ' '), q.Label); err != nil {
			return b, err
		}
	}
	return append(b, " .\n"...), nil
}
