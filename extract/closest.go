package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// ExplainRelation writes for each sentence which facts of a relation it states;
// or, where it states none, which rule for it came closest, which of its parts
// are there and which are not, and what stands in their place; or, where no rule
// started, the words that are nearest to one that starts a rule. A rule for
// another relation counts if that one implies the relation. Errors are those of w.
func (x *Extractor) ExplainRelation(w io.Writer, doc *source.Document, relation string) error {
	out := bufio.NewWriter(w)
	e := &closeness{x: x, relation: relation, attempts: map[int][]attempt{}, stated: map[int][]string{}}
	e.m = &matcher{x: x, doc: doc, a: x.analyse(doc, nil)}
	e.m.trace = e.note
	e.m.run()
	for i := range e.m.a.entities.NLP.Sentences {
		s := &e.m.a.entities.NLP.Sentences[i]
		fmt.Fprintf(out, "sentence %d: %s\n", i+1, strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " "))
		e.explain(out, i)
		fmt.Fprint(out, "\n")
	}
	facts := 0
	for i := range e.m.facts {
		if f := &e.m.facts[i]; f.Relation == relation {
			facts++
			fmt.Fprintf(out, "fact: %s (%s)\n", f.String(), f.Rule)
		}
	}
	if facts == 0 {
		fmt.Fprintf(out, "no fact %q\n", relation)
	}
	return out.Flush()
}

// closeness is how near the rules for a relation came to stating it.
type closeness struct {
	x        *Extractor
	m        *matcher
	relation string
	attempts map[int][]attempt // by sentence
	stated   map[int][]string  // by sentence: the rules that stated it
}

// An attempt is a rule that started and stated nothing.
type attempt struct {
	rule  *rules.Rule
	word  string // that started it
	parts []part
}

// A part is a role or condition of a rule at work.
type part struct {
	name  string
	ok    bool
	notes []string
}

func (a *attempt) missing() int {
	n := 0
	for _, p := range a.parts {
		if !p.ok {
			n++
		}
	}
	return n
}

// states tells whether a rule may state the relation.
func (e *closeness) states(r *rules.Rule) bool {
	seen := map[string]bool{}
	for todo := []string{r.Relation}; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		if name == e.relation {
			return true
		}
		if rel := e.x.relations[name]; rel != nil && !seen[name] {
			todo = append(todo, rel.Implies...)
		}
		seen[name] = true
	}
	return false
}

func (e *closeness) note(r *rules.Rule, p *clause.Predicate, why string) {
	switch {
	case !e.states(r):
	case why == "":
		e.stated[p.Sentence] = append(e.stated[p.Sentence], r.Name)
	default:
		word := p.Form
		for i := range p.Args {
			if p.Token < 0 && p.Args[i].Function == "self" {
				word = p.Args[i].Text
			}
		}
		e.attempts[p.Sentence] = append(e.attempts[p.Sentence], attempt{r, word, e.m.diagnose(r, p)})
	}
}

func (e *closeness) explain(w io.Writer, sentence int) {
	if by := e.stated[sentence]; len(by) > 0 {
		fmt.Fprintf(w, "  stated by rule %s\n", strings.Join(slices.Compact(by), ", "))
		return
	}
	attempts := e.attempts[sentence]
	if len(attempts) == 0 {
		e.notStarted(w, sentence)
		return
	}
	slices.SortStableFunc(attempts, func(a, b attempt) int {
		return cmp.Or(cmp.Compare(a.missing(), b.missing()), -cmp.Compare(len(a.parts)-a.missing(), len(b.parts)-b.missing()))
	})
	best := &attempts[0]
	fmt.Fprintf(w, "  closest is rule %s (%s), started by %q:\n", best.rule.Name, best.rule.Pos, best.word)
	for _, p := range best.parts {
		sign := "ok"
		if !p.ok {
			sign = "NO"
		}
		for i, note := range p.notes {
			if i > 0 {
				sign, p.name = "", ""
			}
			fmt.Fprintf(w, "    %-3s %-8s %s\n", sign, p.name, note)
		}
	}
	for _, a := range attempts[1:min(len(attempts), 4)] {
		var names []string
		for _, p := range a.parts {
			if !p.ok {
				names = append(names, p.name)
			}
		}
		fmt.Fprintf(w, "  then rule %s, started by %q: NO %s\n", a.rule.Name, a.word, strings.Join(slices.Compact(names), ", "))
	}
}

// diagnose tells of each part of a rule whether it is there.
func (m *matcher) diagnose(r *rules.Rule, p *clause.Predicate) []part {
	var parts []part
	subjects := m.fill(&r.Subject, p, nil)
	parts = append(parts, m.rolePart("subject", &r.Subject, p, subjects, nil))
	objects := m.fill(&r.Object, p, subjects)
	object := m.rolePart("object", &r.Object, p, objects, subjects)
	if object.ok && len(subjects) == 1 && len(objects) == 1 && subjects[0].ref.ID == objects[0].ref.ID {
		object.ok, object.notes = false, []string{fmt.Sprintf("%s is already the subject", objects[0].ref.Name)}
	}
	parts = append(parts, object)
	for i := range r.Qualifiers {
		if q := &r.Qualifiers[i]; !q.Optional {
			parts = append(parts, m.rolePart(q.Name, &q.Role, p, m.fill(&q.Role, p, nil), nil))
		}
	}
	for i := range r.If {
		if role := &r.If[i]; m.holds(role, p) {
			parts = append(parts, part{"if", true, []string{wants(role, " or ") + " is there"}})
		} else {
			parts = append(parts, part{"if", false, append([]string{"wants " + wants(role, " or ")}, m.inPlace(role, p, nil)...)})
		}
	}
	for i := range r.Not {
		if role := &r.Not[i]; m.holds(role, p) {
			parts = append(parts, part{"not", false, []string{m.holder(role, p) + "this rules it out", "it must not have " + wants(role, " or ")}})
		}
	}
	return parts
}

func (m *matcher) rolePart(name string, role *rules.Role, p *clause.Predicate, fillers, subjects []filler) part {
	if len(fillers) == 0 {
		return part{name, false, append([]string{"wants " + wants(role, ", else ")}, m.inPlace(role, p, subjects)...)}
	}
	var names []string
	for _, f := range fillers {
		names = append(names, f.ref.Name)
	}
	return part{name, true, []string{fmt.Sprintf("%s, as %s", strings.Join(names, ", "), fillers[0].function)}}
}

// wants says in words what fills a role; or joins the ways to it.
func wants(role *rules.Role, or string) string {
	s := "something"
	if len(role.Type) > 0 {
		s = article(role.Type[0]) + strings.Join(role.Type, " or ")
	}
	if role.Several {
		s = "two or more, each " + s
	}
	s += " as " + strings.Join(ways(role), or)
	if len(role.Head) > 0 {
		s += "; its word one of: " + strings.Join(role.Head, ", ")
	}
	if len(role.NotHead) > 0 {
		s += "; its word none of: " + strings.Join(role.NotHead, ", ")
	}
	return s
}

// holder names what makes an unwanted condition hold.
func (m *matcher) holder(role *rules.Role, p *clause.Predicate) string {
	for i := range p.Args {
		a := &p.Args[i]
		if slices.Contains(role.Is, a.Function) && m.headFits(role, a) && (len(role.Type) == 0 || len(m.refs(role, a)) > 0) {
			return fmt.Sprintf("%q is there as %s: ", m.said(a), a.Function)
		}
	}
	return ""
}

// inPlace tells what stands where a role looks, and why it does not do; or, if
// nothing does, where else something stands that would.
func (m *matcher) inPlace(role *rules.Role, p *clause.Predicate, taken []filler) []string {
	var out, elsewhere []string
	free := func(a *clause.Arg) bool {
		return slices.ContainsFunc(m.refs(role, a), func(ref entity.Ref) bool {
			return !slices.ContainsFunc(taken, func(f filler) bool { return f.ref.ID == ref.ID })
		})
	}
	note := func(a *clause.Arg) {
		if why := m.unfit(role, a); why != "" {
			out = append(out, fmt.Sprintf("%q is there as %s, but %s", m.said(a), a.Function, why))
		} else if free(a) {
			out = append(out, fmt.Sprintf("%q is there as %s, but alone, or after what came first", m.said(a), a.Function))
		}
	}
	for i := range p.Args {
		a := &p.Args[i]
		switch {
		case slices.Contains(role.Is, a.Function):
			note(a)
		case a.Mention >= 0 && len(role.Type) > 0 && m.unfit(role, a) == "" && free(a):
			elsewhere = append(elsewhere, fmt.Sprintf("%q would do, but is there as %s", m.said(a), a.Function))
		}
	}
	for i := range role.Path {
		for _, a := range m.reached(&role.Path[i], p) {
			note(&a)
		}
	}
	if out = append(out, elsewhere...); len(out) == 0 {
		out = []string{"nothing stands there"}
	}
	return out
}

// unfit tells why an argument does not fill a role, "" if it does.
func (m *matcher) unfit(role *rules.Role, a *clause.Arg) string {
	if !m.headFits(role, a) {
		return fmt.Sprintf("its word is %q", a.Head)
	}
	if len(role.Type) == 0 || len(m.refs(role, a)) > 0 {
		return ""
	}
	if a.Mention >= 0 {
		mention := &m.a.entities.Mentions[a.Mention]
		if len(mention.Entities) > 0 {
			t := string(m.a.entities.Entities[mention.Entities[0]].Type)
			return "it is " + article(t) + t
		}
		return "it is not clear who or what that is"
	}
	return "it is no known " + strings.Join(role.Type, " or ")
}

// article is the indefinite article before the name of a type.
func article(name string) string {
	if strings.ContainsRune("AEIO", rune(name[0])) {
		return "an "
	}
	return "a "
}

// said is an argument as the text has it, in one line.
func (m *matcher) said(a *clause.Arg) string {
	text := a.Text
	if a.Mention >= 0 {
		mention := &m.a.entities.Mentions[a.Mention]
		text = m.doc.Text[mention.Start:mention.End]
	}
	return strings.Join(strings.Fields(text), " ")
}

// notStarted tells why no rule for the relation started in a sentence: a word of
// one is there but not as the rule has it, or only words that look alike are.
func (e *closeness) notStarted(w io.Writer, sentence int) {
	s := &e.m.a.entities.NLP.Sentences[sentence]
	words := wordSet(s)
	type near struct {
		note, word, rule string
		shared           int // letters
	}
	var found []near
	for _, r := range e.x.rules {
		if !e.states(r) {
			continue
		}
		if r.On.Title {
			found = append(found, near{fmt.Sprintf("rule %s starts at the offices that names carry, as in \"President Lan\"", r.Name), "", r.Name, 0})
		}
		for k := range r.On.Patterns {
			for _, key := range r.On.Patterns[k].Keys() {
				if words[key] {
					found = append(found, near{fmt.Sprintf("%q is here, but the words around it are not those of rule %s: %s", key, r.Name, r.On.Patterns[k].Text), key, r.Name, 100})
				}
			}
		}
		for kind, trigger := range wordsOf(r) {
			key := keyWord(kind, trigger)
			for i := range s.Tokens {
				t := &s.Tokens[i]
				if shared := alike(strings.ToLower(t.Lemma), key); shared > 0 && t.UPOS != "ADP" && t.UPOS != "AUX" {
					found = append(found, near{e.reason(r, kind, trigger, words, t), t.Form, r.Name, shared})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(b.shared, a.shared) })
	seen := map[[2]string]bool{} // of a word and a rule only the nearest trigger is told
	found = slices.DeleteFunc(found, func(n near) bool {
		told := seen[[2]string{n.word, n.rule}]
		seen[[2]string{n.word, n.rule}] = true
		return told
	})
	if len(found) == 0 {
		fmt.Fprintf(w, "  no word starts a rule for %s; relata rules show %s tells those that do\n", e.relation, e.relation)
		return
	}
	fmt.Fprintf(w, "  no rule for %s starts; nearest:\n", e.relation)
	for _, n := range found[:min(len(found), 3)] {
		fmt.Fprintf(w, "    %s\n", n.note)
	}
}

// reason tells why a word of a sentence does not start a rule that has the
// trigger, or one like it.
func (e *closeness) reason(r *rules.Rule, kind clause.Kind, trigger string, words map[string]bool, t *nlp.Token) string {
	if key := keyWord(kind, trigger); key != strings.ToLower(t.Lemma) && key != strings.ToLower(t.Form) {
		return fmt.Sprintf("%q is like the %s %q of rule %s", t.Form, kind, trigger, r.Name)
	}
	for part := range strings.FieldsSeq(trigger) {
		if !words[part] {
			return fmt.Sprintf("%q is here, but rule %s starts at %q", t.Form, r.Name, trigger)
		}
	}
	if len(r.On.Under) > 0 {
		return fmt.Sprintf("%q is here, but rule %s takes it only under one of: %s", t.Form, r.Name, strings.Join(r.On.Under, ", "))
	}
	return fmt.Sprintf("%q is here, but rule %s takes it only as a %s with its words close by: %q", t.Form, r.Name, kind, trigger)
}

// alike gives how many letters two lemmas share at the start if they may be of
// one family, "negotiate" and "negotiation", else 0; a word itself is most alike.
func alike(a, b string) int {
	if a == b {
		return 1000
	}
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n < 4 || n < min(len(a), len(b))-2 {
		return 0
	}
	return n
}
