package extract

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// Explain writes how a document is understood: for each sentence its tree, its
// mentions and who they are, its predicates with their arguments, and for each
// rule that started whether it stated facts or what it lacked; at the end the
// facts. Errors are those of w.
func (x *Extractor) Explain(w io.Writer, doc *source.Document) error {
	out := bufio.NewWriter(w)
	a := x.analyse(doc, nil)
	type step struct {
		rule *rules.Rule
		why  string
	}
	steps := map[*clause.Predicate][]step{}
	m := &matcher{x: x, doc: doc, a: a}
	m.trace = func(r *rules.Rule, p *clause.Predicate, why string) { steps[p] = append(steps[p], step{r, why}) }
	m.run()

	next := 0
	for i := range a.entities.NLP.Sentences {
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
			if len(p.Args) < 2 && len(steps[p]) == 0 { // only "self"
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
				if s.why == "" {
					fmt.Fprintf(out, "    rule %s: states %s\n", s.rule.Name, s.rule.Relation)
				} else {
					fmt.Fprintf(out, "    rule %s: %s\n", s.rule.Name, s.why)
				}
			}
		}
		fmt.Fprint(out, "\n")
	}
	for i := range m.facts {
		fmt.Fprintf(out, "fact: %s (%s)\n", m.facts[i].String(), m.facts[i].Rule)
	}
	if len(m.facts) == 0 {
		fmt.Fprint(out, "no facts\n")
	}
	return out.Flush()
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
	return fmt.Sprintf("%s [%s]", m.doc.Text[mention.Start:mention.End], strings.Join(ids, " "))
}

func of(word string, ref entity.Ref) string {
	if ref.Name == "" {
		return ""
	}
	return word + ref.Name
}
