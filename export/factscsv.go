package export

import (
	"bufio"
	"io"
	"strconv"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// FactsCSV writes facts as a table (RFC 4180, with line feeds), a line for each fact
// and document that states it, by id of the fact, with the first sentence that says
// it. Offsets are bytes of the document's text.
func FactsCSV(w io.Writer, s *graph.Store, opts Options) error {
	g, sel, err := selected(s, opts)
	if err != nil {
		return err
	}
	c := &csvWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	c.cells("fact", "relation", "cameo", "plover", "status", "date",
		"subject", "subject_type", "subject_country", "subject_office", "subject_id",
		"object", "object_type", "object_country", "object_office", "object_id",
		"of", "to", "with", "place", "event", "by", "level", "amount",
		"documents", "document", "document_date", "title", "url", "sentence", "start", "end", "rule")
	c.line()
	for i := range g.facts {
		f := &g.facts[i]
		if !sel.wants(f) {
			continue
		}
		for _, st := range f.Statements {
			e, doc := st.Evidence[0], g.docs[st.Doc]
			var with []string
			for _, r := range st.With {
				with = append(with, r.Name)
			}
			c.cells(f.ID, f.Relation, f.CAMEO, f.PLOVER, string(f.Status), st.Date)
			g.who(c, f.Subject)
			g.who(c, f.Object)
			c.cells(f.Of.Name, f.To.Name, joined(with), st.Place.Name, st.Event.Name, st.By.Name, st.Level, st.Amount,
				strconv.Itoa(len(f.Statements)), st.Doc, doc.Date, doc.Title, doc.URL,
				e.Text, strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Rule)
			c.line()
		}
	}
	return c.Flush()
}

// who writes the cells of one who has a part in a fact.
func (g *contents) who(c *csvWriter, r entity.Ref) {
	c.cells(r.Name, string(r.Type), g.people.country(r).Name, g.people.office(r.ID), r.ID)
}
