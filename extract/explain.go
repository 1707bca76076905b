package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// ExplainOptions tell what Explain leaves out. The zero value shows all.
type ExplainOptions struct {
	// Rule is the name of a rule or a relation: only the sentences and predicates
	// where such a rule started, and the facts that it stated, are shown.
	Rule      string
	FactsOnly bool
}

// wants tells whether what a rule does is shown.
func (o ExplainOptions) wants(rule, relation string) bool {
	return o.Rule == "" || o.Rule == relation || o.Rule == rule || strings.HasSuffix(rule, "."+o.Rule)
}

// Explain writes how a document is understood: for each sentence its tree, its
// mentions and who they are, its predicates with their arguments, and for each
// rule that started whether it stated facts or what it lacked; at the end the
// facts. Predicates of which nothing is said are left out. Errors are those of w.
func (x *Extractor) Explain(w io.Writer, doc *source.Document, opts ExplainOptions) error {
	out := bufio.NewWriter(w)
	e := explanation{
		x: x, doc: x.readAll(doc), opts: opts, w: out,
		steps: map[*clause.Predicate][]step{}, fits: map[int][]step{}, started: map[int]bool{},
		learned: map[*clause.Predicate][]match.Candidate{},
	}
	var records []*record.Record
	facts := match.Run(x.program, e.doc, match.Options{
		Trace:   e.note,
		Reader:  x.reader,
		Weighed: e.weighed,
		Records: func(all []*record.Record) { records = all },
	})
	next := 0
	for i := range e.doc.NLP.Sentences {
		first := next
		for next < len(e.doc.Predicates) && e.doc.Predicates[next].Sentence == i {
			next++
		}
		if !opts.FactsOnly && (opts.Rule == "" || e.started[i]) {
			e.sentence(i, e.doc.Predicates[first:next])
		}
	}
	if !opts.FactsOnly && opts.Rule == "" {
		for _, rec := range records {
			e.record(rec)
		}
	}
	e.facts(facts)
	return out.Flush()
}

// record writes what a document says of one thing that it is about, and which
// sentence said it.
func (e *explanation) record(rec *record.Record) {
	fmt.Fprintf(e.w, "record %s, %s", rec.Kind.Name, cmp.Or(string(rec.Status), "named"))
	if rec.Date() != "" {
		fmt.Fprintf(e.w, ", %s", rec.Date())
	}
	if rec.Place().ID != "" {
		fmt.Fprintf(e.w, ", %s", rec.Place().Name)
	}
	fmt.Fprint(e.w, "\n")
	for i, filled := range rec.Filled {
		for _, f := range filled {
			fmt.Fprintf(e.w, "  %s: %s, sentence %d\n", rec.Kind.Slots[i].Name, f.Ref.Name, f.Sentence+1)
		}
	}
	fmt.Fprint(e.w, "\n")
}

// An explanation is what the rules did with a document, as it is written.
type explanation struct {
	x       *Extractor
	doc     *reading.Document
	opts    ExplainOptions
	w       io.Writer
	steps   map[*clause.Predicate][]step
	fits    map[int][]step // of patterns, by sentence
	started map[int]bool   // sentences
	learned map[*clause.Predicate][]match.Candidate
}

// A step is a rule that started.
type step struct {
	rule *rules.Rule
	why  string // it stated nothing, "" if it did
}

// note keeps what became of a rule.
func (e *explanation) note(m match.Match, o match.Outcome) {
	r, p := m.Rule, m.Predicate
	if !e.opts.wants(r.Name, r.Relation) {
		return
	}
	s := step{r, e.why(&m, o)}
	if p.Token < 0 {
		e.fits[p.Sentence] = append(e.fits[p.Sentence], s)
	} else {
		e.steps[p] = append(e.steps[p], s)
	}
	e.started[p.Sentence] = true
}

// why tells why a rule stated nothing, "" if it did.
func (e *explanation) why(m *match.Match, o match.Outcome) string {
	switch o.Verdict {
	case match.Unmet:
		return "condition not met: " + strings.Join(match.Ways(o.Role), "/")
	case match.Excluded:
		return "excluded by: " + strings.Join(match.Ways(o.Role), "/")
	case match.Unfilled:
		return lack(m, o.Name, o.Role)
	case match.Never:
		return "no fact that is " + strings.Join(e.x.program.Relation(m.Rule.Relation).Never, " or ")
	case match.Same:
		return "subject and object are the same"
	}
	return ""
}

// sentence writes all of a sentence.
func (e *explanation) sentence(i int, predicates []clause.Predicate) {
	s := e.doc.Sentence(i)
	fmt.Fprintf(e.w, "sentence %d, bytes %d-%d: %s\n\n", i+1, s.Start, s.End, oneLine(e.doc.Source.Text[s.Start:s.End]))
	e.tree(s)
	e.mentions(e.doc.MentionsIn(i))
	for k := range predicates {
		e.predicate(&predicates[k])
	}
	if len(e.fits[i]) > 0 {
		fmt.Fprint(e.w, "\n  patterns\n")
	}
	e.rules(e.fits[i])
	fmt.Fprint(e.w, "\n")
}

func (e *explanation) tree(s *nlp.Sentence) {
	table := tabwriter.NewWriter(e.w, 0, 0, 2, ' ', 0)
	for k := range s.Tokens {
		t := &s.Tokens[k]
		fmt.Fprintf(table, "  %d\t%s\t%s\t%s\t%s\t%d\t%s\n", k+1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head+1, t.Deprel)
	}
	table.Flush()
}

func (e *explanation) mentions(indexes []int) {
	if len(indexes) > 0 {
		fmt.Fprint(e.w, "\n  mentions\n")
	}
	for _, k := range indexes {
		m := &e.doc.Mentions[k]
		text := oneLine(e.doc.Source.Text[m.Start:m.End])
		fmt.Fprintf(e.w, "    %s (%s): %s\n", text, m.Type, strings.Join(e.who(m), ", "))
		for _, o := range m.Offices {
			fmt.Fprintf(e.w, "      office: %s%s%s (%s)\n", o.Title, of(" of ", o.Of), of(" to ", o.To), o.Status)
		}
	}
}

// weighed keeps what the reader found.
func (e *explanation) weighed(c match.Candidate) {
	if p := c.Predicate; e.opts.wants(c.Rule.Name, c.Rule.Relation) {
		e.learned[p] = append(e.learned[p], c)
		e.started[p.Sentence] = true
	}
}

// predicate writes a predicate with its arguments and rules, unless nothing is
// said of it.
func (e *explanation) predicate(p *clause.Predicate) {
	steps, found := e.steps[p], e.learned[p]
	stated := len(found) > 0 || slices.ContainsFunc(steps, func(s step) bool { return s.why == "" })
	switch {
	case e.opts.Rule != "" && len(steps) == 0 && len(found) == 0,
		e.opts.Rule == "" && len(p.Args) < 2 && !stated, // only "self"
		len(steps) == 0 && len(found) == 0 && isTime(p.Lemma):
		return
	}
	fmt.Fprintf(e.w, "\n  %s %q, %s", p.Kind, p.Lemma, p.Status)
	if p.Date != "" {
		fmt.Fprintf(e.w, ", %s", p.Date)
	}
	fmt.Fprint(e.w, "\n")
	for i := range p.Args {
		if a := &p.Args[i]; a.Function != "self" {
			fmt.Fprintf(e.w, "    %s: %s\n", a.Function, e.show(a))
		}
	}
	e.rules(steps)
	for i := range found {
		c := &found[i]
		states := "states"
		if !c.Told {
			states = "does not state"
		}
		wants := "never stated so"
		if !math.IsInf(c.Least, 1) {
			wants = fmt.Sprintf("wants %.2f", c.Least)
		}
		fmt.Fprintf(e.w, "    learned from %s and %s: %s %s (%.2f, %s)\n", c.Rule.Subject.Is[0], c.Rule.Object.Is[0], states, c.Rule.Relation, c.Score, wants)
	}
}

func (e *explanation) rules(steps []step) {
	for _, s := range steps {
		fmt.Fprintf(e.w, "    rule %s: %s\n", s.rule.Name, cmp.Or(s.why, "states "+s.rule.Relation))
	}
}

func (e *explanation) facts(facts []Fact) {
	shown := 0
	for i := range facts {
		if f := &facts[i]; e.opts.wants(f.Rule, f.Relation) {
			shown++
			fmt.Fprintf(e.w, "fact: %s (%s)\n", f.String(), f.Rule)
		}
	}
	if shown == 0 {
		fmt.Fprint(e.w, "no facts\n")
	}
}

// show writes an argument with who it is.
func (e *explanation) show(a *clause.Arg) string {
	if a.Mention < 0 {
		return a.Text
	}
	m := &e.doc.Mentions[a.Mention]
	return fmt.Sprintf("%s [%s]", e.doc.Source.Text[m.Start:m.End], strings.Join(e.who(m), " "))
}

// who gives the ids of those a mention refers to.
func (e *explanation) who(m *entity.Mention) []string {
	var ids []string
	for _, i := range m.Entities {
		ids = append(ids, e.doc.Entities[i].ID)
	}
	if len(ids) == 0 {
		return []string{"unresolved"}
	}
	return ids
}

func of(word string, ref entity.Ref) string {
	if ref.Name == "" {
		return ""
	}
	return word + ref.Name
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// isTime tells nouns that only say when.
func isTime(lemma string) bool {
	return world.WeekdayName.Has(lemma) || world.MonthName.Has(lemma) || world.CalendarNoun.Has(lemma)
}

// lack says what a role wanted, and why what stands in its place did not do.
func lack(m *match.Match, name string, role *rules.Role) string {
	s := "no " + name + ": wanted " + describe(role)
	for _, function := range role.Is {
		if why := m.NotTold(role, function); why != "" {
			return s + "; " + why
		}
	}
	for i := range m.Predicate.Args {
		a := &m.Predicate.Args[i]
		if !slices.Contains(role.Is, a.Function) || len(role.Type) == 0 || a.Function == "self" {
			continue
		}
		text := m.Doc.Said(a)
		if text == "" || len(m.Refs(role, a)) > 0 {
			continue
		}
		if a.Mention < 0 {
			s += fmt.Sprintf("; %q is no known %s", text, strings.Join(role.Type, "/"))
		} else if who := m.Doc.Mentions[a.Mention].Entities; len(who) > 0 {
			s += fmt.Sprintf("; %q is of type %s", text, m.Doc.Entities[who[0]].Type)
		} else {
			s += fmt.Sprintf("; it is not clear who %q is", text)
		}
	}
	return s
}

// describe says what fills a role.
func describe(role *rules.Role) string {
	s := strings.Join(match.Ways(role), "/")
	if len(role.Type) > 0 {
		s += " of type " + strings.Join(role.Type, "/")
	}
	if role.Several {
		s += ", at least two"
	}
	if len(role.Head) > 0 {
		s += " with a head such as " + role.Head[0]
	}
	return s
}
