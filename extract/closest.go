package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/program"
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
	read := x.readAll(doc)
	e := &closeness{program: x.program, relation: relation, attempts: map[int][]attempt{}, stated: map[int][]string{}}
	facts := match.Run(x.program, read, match.Options{Trace: e.note, Reader: x.reader, Weighed: e.weighed})
	for i := range read.NLP.Sentences {
		s := read.Sentence(i)
		fmt.Fprintf(out, "sentence %d: %s\n", i+1, oneLine(doc.Text[s.Start:s.End]))
		e.explain(out, i, s)
		fmt.Fprint(out, "\n")
	}
	stated := 0
	for i := range facts {
		if f := &facts[i]; f.Relation == relation {
			stated++
			fmt.Fprintf(out, "fact: %s (%s)\n", f.String(), f.Rule)
		}
	}
	if stated == 0 {
		fmt.Fprintf(out, "no fact %q\n", relation)
	}
	return out.Flush()
}

// closeness is how near the rules for a relation came to stating it.
type closeness struct {
	program  *program.Program
	relation string
	attempts map[int][]attempt // by sentence
	stated   map[int][]string  // by sentence: the rules that stated it
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
		if rel := e.program.Relation(name); rel != nil && !seen[name] {
			todo = append(todo, rel.Implies...)
		}
		seen[name] = true
	}
	return false
}

// note keeps what became of a rule.
func (e *closeness) note(m match.Match, o match.Outcome) {
	r, p := m.Rule, m.Predicate
	switch {
	case !e.states(r):
	case o.Verdict == match.Stated:
		e.stated[p.Sentence] = append(e.stated[p.Sentence], r.Name)
	default:
		e.attempts[p.Sentence] = append(e.attempts[p.Sentence], attemptOf(&m))
	}
}

// weighed keeps what the reader stated.
func (e *closeness) weighed(c match.Candidate) {
	if c.Told && e.states(c.Rule) {
		e.stated[c.Predicate.Sentence] = append(e.stated[c.Predicate.Sentence], c.Rule.Name)
	}
}

// explain writes how near the rules came to stating the relation in a sentence.
func (e *closeness) explain(w io.Writer, sentence int, s *nlp.Sentence) {
	if by := e.stated[sentence]; len(by) > 0 {
		fmt.Fprintf(w, "  stated by rule %s\n", strings.Join(slices.Compact(by), ", "))
		return
	}
	attempts := e.attempts[sentence]
	if len(attempts) == 0 {
		e.notStarted(w, s)
		return
	}
	sortAttempts(attempts)
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
		missing := strings.Join(slices.Compact(names), ", ")
		fmt.Fprintf(w, "  then rule %s, started by %q: NO %s\n", a.rule.Name, a.word, missing)
	}
}

// notStarted tells why no rule for the relation started in a sentence: a word of
// one is there but not as the rule has it, or only words that look alike are.
func (e *closeness) notStarted(w io.Writer, s *nlp.Sentence) {
	words := program.Words(s)
	var found []near
	for _, r := range e.program.Rules {
		if e.states(r) {
			found = append(found, nearTo(r, s, words)...)
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

// near is why a rule did not start, at a word that might have started it.
type near struct {
	note, word, rule string
	shared           int // letters of the word with one that starts the rule
}

// nearTo gives what of a sentence comes near to starting a rule.
func nearTo(r *rules.Rule, s *nlp.Sentence, words map[string]bool) []near {
	var found []near
	if r.On.Title {
		note := fmt.Sprintf("rule %s starts at the offices that names carry, as in \"President Lan\"", r.Name)
		found = append(found, near{note, "", r.Name, 0})
	}
	for k := range r.On.Patterns {
		for _, key := range r.On.Patterns[k].Keys() {
			if words[key] {
				note := fmt.Sprintf("%q is here, but the words around it are not those of rule %s: %s",
					key, r.Name, r.On.Patterns[k].Text)
				found = append(found, near{note, key, r.Name, 100})
			}
		}
	}
	for kind, trigger := range program.Triggers(r) {
		key := program.Key(kind, trigger)
		for i := range s.Tokens {
			t := &s.Tokens[i]
			shared := alike(strings.ToLower(t.Lemma), key)
			if shared > 0 && t.UPOS != "ADP" && t.UPOS != "AUX" {
				found = append(found, near{reason(r, kind, trigger, words, t), t.Form, r.Name, shared})
			}
		}
	}
	return found
}

// reason tells why a word of a sentence does not start a rule that has the
// trigger, or one like it.
func reason(r *rules.Rule, kind clause.Kind, trigger string, words map[string]bool, t *nlp.Token) string {
	if key := program.Key(kind, trigger); key != strings.ToLower(t.Lemma) && key != strings.ToLower(t.Form) {
		return fmt.Sprintf("%q is like the %s %q of rule %s", t.Form, kind, trigger, r.Name)
	}
	for part := range strings.FieldsSeq(trigger) {
		if !words[part] {
			return fmt.Sprintf("%q is here, but rule %s starts at %q", t.Form, r.Name, trigger)
		}
	}
	if len(r.On.Under) > 0 {
		return fmt.Sprintf("%q is here, but rule %s takes it only under one of: %s",
			t.Form, r.Name, strings.Join(r.On.Under, ", "))
	}
	return fmt.Sprintf("%q is here, but rule %s takes it only as a %s with its words close by: %q",
		t.Form, r.Name, kind, trigger)
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
