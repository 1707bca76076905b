package export

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph"
)

// recordColumns are those of event records.
var recordColumns = []string{
	"date", "source", "source_country", "source_role", "target", "target_country", "target_role",
	"relation", "cameo", "plover", "object", "place", "place_country", "status", "reported", "documents",
	"document", "sentence", "fact",
}

// EventRecords writes what users of event data load: tab-separated lines with a
// header, one for each fact and each one it was done to or with, by date or else date of
// report.
// Countries are ISO 3166-1 codes of three letters, roles are offices. A date is
// as exact as the texts have it; reported is the date of the first document that says
// so, and sentence what it says. Offices are no events.
func EventRecords(w io.Writer, s *graph.Store, opts Options) error {
	g, sel, err := selected(s, opts)
	if err != nil {
		return err
	}
	t := tabWriter{bufio.NewWriterSize(w, 1<<16)}
	t.line(recordColumns)
	var facts []*graph.Fact
	for i := range g.facts {
		if f := &g.facts[i]; f.Relation != holdsOffice && sel.wants(f) {
			facts = append(facts, f)
		}
	}
	when := func(f *graph.Fact) string { return cmp.Or(f.Date, g.dates[g.firstReport(f).Doc]) }
	slices.SortStableFunc(facts, func(a, b *graph.Fact) int { return graph.CompareDates(when(a), when(b)) })
	for _, f := range facts {
		targets := parties(f)
		if len(targets) == 0 {
			targets = append(targets, entity.Ref{})
		}
		for _, target := range targets {
			t.line(g.record(f, target))
		}
	}
	return t.Flush()
}

func (g *contents) record(f *graph.Fact, target entity.Ref) []string {
	st := g.firstReport(f)
	object := ""
	if !acts(f.Object.Type) {
		object = f.Object.Name
	}
	place := f.Place()
	return []string{
		f.Date, f.Subject.Name, g.code(f.Subject), g.people.office(f.Subject.ID),
		target.Name, g.code(target), g.people.office(target.ID),
		f.Relation, f.CAMEO, f.PLOVER, object, place.Name, g.code(place), string(f.Status),
		g.dates[st.Doc], strconv.Itoa(len(f.Statements)), st.Doc, st.Evidence[0].Text, f.ID,
	}
}

// firstReport gives the statement of the document with the first date, of those
// without one the first.
func (g *contents) firstReport(f *graph.Fact) *graph.Statement {
	first := &f.Statements[0]
	for i := range f.Statements {
		if graph.CompareDates(g.dates[f.Statements[i].Doc], g.dates[first.Doc]) < 0 {
			first = &f.Statements[i]
		}
	}
	return first
}

// code gives the ISO 3166-1 code of a thing's country, "" where there is none.
func (g *contents) code(r entity.Ref) string {
	if c := world.CountryByID(g.people.country(r).ID); c != nil {
		return c.ISO3
	}
	return ""
}

// parties gives those to whom something is done: where the object is none who acts,
// to whom and with whom.
func parties(f *graph.Fact) []entity.Ref {
	if acts(f.Object.Type) {
		return []entity.Ref{f.Object}
	}
	var list []entity.Ref
	known := map[string]bool{}
	add := func(r entity.Ref) {
		if acts(r.Type) && !known[r.ID] {
			known[r.ID] = true
			list = append(list, r)
		}
	}
	add(f.To)
	for _, st := range f.Statements {
		for _, w := range st.With {
			add(w)
		}
	}
	return list
}

// acts tells whether things of a type are actors of events.
func acts(t entity.Type) bool {
	return t == entity.Person || t == entity.Country || t == entity.Organization
}

type tabWriter struct{ *bufio.Writer }

var tabs = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ", "\x00", "")

func (t tabWriter) line(cells []string) {
	for i, c := range cells {
		if i > 0 {
			t.WriteByte('\t')
		}
		if c = strings.ToValidUTF8(c, "\uFFFD"); strings.ContainsAny(c, "\t\n\r\x00") {
			c = tabs.Replace(c)
		}
		t.WriteString(c)
	}
	t.WriteByte('\n')
}
