package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
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
	a := x.analyse(doc, nil)
	type step struct {
		rule *rules.Rule
		why  string
	}
	steps := map[*clause.Predicate][]step{}
	fits := map[int][]step{}  // of patterns, by sentence
	started := map[int]bool{} // sentences
	m := &matcher{x: x, doc: doc, a: a}
	m.trace = func(r *rules.Rule, p *clause.Predicate, why string) {
		if opts.wants(r.Name, r.Relation) {
			if p.Token < 0 {
				fits[p.Sentence] = append(fits[p.Sentence], step{r, why})
			} else {
				steps[p] = append(steps[p], step{r, why})
			}
			started[p.Sentence] = true
		}
	}
	m.run()

	next := 0
	for i := range a.entities.NLP.Sentences {
		if opts.FactsOnly || opts.Rule != "" && !started[i] {
			for next < len(a.predicates) && a.predicates[next].Sentence == i {
				next++
			}
			continue
		}
		s := &a.entities.NLP.Sentences[i]
		fmt.Fprintf(out, "sentence %d, bytes %d-%d: %s\n\n", i+1, s.Start, s.End, strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " "))
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for k := range s.Tokens {
			t := &s.Tokens[k]
			fmt.Fprintf(table, "  %d\t%s\t%s\t%s\t%s\t%d\t%s\n", k+1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head+1, t.Deprel)
		}
		table.Flush()
		if len(a.mentions[i]) > 0 {
			fmt.Fprint(out, "\n  mentions\n")
		}
		for _, k := range a.mentions[i] {
			mention := &a.entities.Mentions[k]
			var ids []string
			for _, e := range mention.Entities {
				ids = append(ids, a.entities.Entities[e].ID)
			}
			if len(ids) == 0 {
				ids = []string{"unresolved"}
			}
			fmt.Fprintf(out, "    %s (%s): %s\n", strings.Join(strings.Fields(doc.Text[mention.Start:mention.End]), " "), mention.Type, strings.Join(ids, ", "))
			for _, o := range mention.Offices {
				fmt.Fprintf(out, "      office: %s%s%s (%s)\n", o.Title, of(" of ", o.Of), of(" to ", o.To), o.Status)
			}
		}
		for ; next < len(a.predicates) && a.predicates[next].Sentence == i; next++ {
			p := &a.predicates[next]
			stated := slices.ContainsFunc(steps[p], func(s step) bool { return s.why == "" })
			switch {
			case opts.Rule != "" && len(steps[p]) == 0,
				opts.Rule == "" && len(p.Args) < 2 && !stated, // only "self"
				len(steps[p]) == 0 && isTime(p.Lemma):
				continue
			}
			fmt.Fprintf(out, "\n  %s %q, %s", p.Kind, p.Lemma, p.Status)
			if p.Date != "" {
				fmt.Fprintf(out, ", %s", p.Date)
			}
			fmt.Fprint(out, "\n")
			for _, arg := range p.Args {
				if arg.Function != "self" {
					fmt.Fprintf(out, "    %s: %s\n", arg.Function, m.show(&arg))
				}
			}
			for _, s := range steps[p] {
				fmt.Fprintf(out, "    rule %s: %s\n", s.rule.Name, cmp.Or(s.why, "states "+s.rule.Relation))
			}
		}
		if len(fits[i]) > 0 {
			fmt.Fprint(out, "\n  patterns\n")
		}
		for _, s := range fits[i] {
			fmt.Fprintf(out, "    rule %s: %s\n", s.rule.Name, cmp.Or(s.why, "states "+s.rule.Relation))
		}
		fmt.Fprint(out, "\n")
	}
	facts := 0
	for i := range m.facts {
		if f := &m.facts[i]; opts.wants(f.Rule, f.Relation) {
			facts++
			fmt.Fprintf(out, "fact: %s (%s)\n", f.String(), f.Rule)
		}
	}
	if facts == 0 {
		fmt.Fprint(out, "no facts\n")
	}
	return out.Flush()
}

// isTime tells nouns that only say when.
func isTime(lemma string) bool {
	switch lemma {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"today", "tomorrow", "yesterday", "day", "week", "weekend", "month", "year", "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// lack says what a role wanted, and why what stands in its place did not do.
func (m *matcher) lack(name string, role *rules.Role, p *clause.Predicate) string {
	s := "no " + name + ": wanted " + describe(role)
	for i := range p.Args {
		a := &p.Args[i]
		if !slices.Contains(role.Is, a.Function) || len(role.Type) == 0 || a.Function == "self" {
			continue
		}
		text := strings.Join(strings.Fields(a.Text), " ")
		var mention *entity.Mention
		if a.Mention >= 0 {
			mention = &m.a.entities.Mentions[a.Mention]
			text = strings.Join(strings.Fields(m.doc.Text[mention.Start:mention.End]), " ")
		}
		switch {
		case text == "" || len(m.refs(role, a)) > 0:
		case mention != nil && len(mention.Entities) > 0:
			s += fmt.Sprintf("; %q is of type %s", text, m.a.entities.Entities[mention.Entities[0]].Type)
		case mention != nil:
			s += fmt.Sprintf("; it is not clear who %q is", text)
		default:
			s += fmt.Sprintf("; %q is no known %s", text, strings.Join(role.Type, "/"))
		}
	}
	return s
}

// show writes an argument with who it is.
func (m *matcher) show(a *clause.Arg) string {
	if a.Mention < 0 {
		return a.Text
	}
	mention := &m.a.entities.Mentions[a.Mention]
	var ids []string
	for _, e := range mention.Entities {
		ids = append(ids, m.a.entities.Entities[e].ID)
	}
	if len(ids) == 0 {
		ids = []string{"unresolved"}
	}
	return fmt.Sprintf("%s [%s]", m.doc.Text[mention.Start:mention.End], strings.Join(ids, " "))
}

func of(word string, ref entity.Ref) string {
	if ref.Name == "" {
		return ""
	}
	return word + ref.Name
}
