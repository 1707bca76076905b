package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Failure is an example of a rule that does not give the facts it should.
type Failure struct {
	Pos  rules.Pos
	Rule string
	Msg  string // "missing: Lan met Sato" or "unexpected: ..."
}

// String is the failure as a compiler would print it, file:line:column first.
func (f Failure) String() string {
	return fmt.Sprintf("%s:%d:%d: rule %s: %s", f.Pos.File, f.Pos.Line, f.Pos.Column, f.Rule, f.Msg)
}

// Check runs the examples of all rules and returns those that fail, in order of
// the rules, then the statements of frames that none shows. An example must give
// exactly its facts, as far as they are of the relations that the rule states, or the
// sense of a frame that it is of. Of the examples of a rule or sense one at least must
// get a fact from it and not only from others of its pack.
func (x *Extractor) Check() []Failure {
	var out []Failure
	alone := *x
	alone.reader = nil
	own := map[string]bool{} // by the names of rules: they stated a fact of an example
	for _, sense := range x.pack.Senses() {
		before, r := len(out), sense[0]
		for i := range r.Examples {
			e := &r.Examples[i]
			result := alone.Extract(&source.Document{ID: "example", Text: e.Text, Date: e.Date})
			out = append(out, x.compare(sense, e, result, own)...)
		}
		shown := func(r *rules.Rule) bool { return own[r.Name] || r.Retells() }
		if len(out) == before && !slices.ContainsFunc(sense, shown) {
			msg := "no example gets a fact from this rule: other rules state them all"
			out = append(out, Failure{r.Pos, r.Name, msg})
		}
	}
	if len(out) > 0 {
		return out
	}
	for i, r := range x.program.Rules {
		shown := func(o *rules.Rule) bool { return own[o.Name] && o.Restates(r) }
		told := slices.ContainsFunc(x.program.Rules[:i], r.Restates)
		if r.Frame != "" && !own[r.Name] && !r.Retells() && !told && !slices.ContainsFunc(x.program.Rules, shown) {
			out = append(out, Failure{r.Pos, r.Name, "no example of the frame gets a fact from this statement"})
		}
	}
	return out
}

// compare gives the differences between what a text was found to say and what an
// example of rules that stand together says that it does. Those that stated one of
// the facts are noted in own, by name.
func (x *Extractor) compare(sense []*rules.Rule, e *rules.Example, result *Result, own map[string]bool) (out []Failure) {
	relations := map[string]bool{}
	for _, r := range sense {
		relations[r.Relation] = true
	}
	for _, f := range e.Facts {
		relations[f.Relation] = true
	}
	fail := func(pos rules.Pos, msg string) { out = append(out, Failure{pos, sense[0].Name, msg}) }
	used := make([]bool, len(result.Facts))
	for _, want := range e.Facts {
		best, why := -1, ""
		for k := range result.Facts {
			f := &result.Facts[k]
			if used[k] || !x.sameFact(&want, f, result.Entities) {
				continue
			}
			if why = unlike(&want, f, result.Entities); why == "" {
				best = k
				break
			}
		}
		if best < 0 {
			if why != "" {
				why = " (found, but with " + why + ")"
			}
			fail(want.Pos, "missing: "+want.String()+why)
			continue
		}
		used[best] = true
	}
	for k := range result.Facts {
		f := &result.Facts[k]
		for _, r := range sense {
			if f.Rule == r.Pack+"."+r.Name || used[k] && !strings.HasPrefix(f.Rule, r.Pack+".") {
				own[r.Name] = true
			}
		}
		if relations[f.Relation] && !used[k] {
			fail(e.Pos, "unexpected: "+f.String()+" (rule "+f.Rule+")")
		}
	}
	return out
}

func (x *Extractor) sameFact(want *rules.ExampleFact, f *Fact, entities []entity.Entity) bool {
	if want.Relation != f.Relation {
		return false
	}
	if named(want.Subject, f.Subject, entities) && named(want.Object, f.Object, entities) {
		return true
	}
	return x.program.Relation(f.Relation).Symmetric &&
		named(want.Subject, f.Object, entities) && named(want.Object, f.Subject, entities)
}

// unlike tells which expected qualifier differs, "" if none.
func unlike(want *rules.ExampleFact, f *Fact, entities []entity.Entity) string {
	status := false
	for _, q := range want.Qualifiers {
		status = status || q.Key == "status"
		got := f.Qualifier(q.Key)
		if q.Key == "status" && got == "" {
			got = string(Actual)
		}
		ref := entity.Ref{}
		switch q.Key {
		case "place":
			ref = f.Place
		case "by":
			ref = f.By
		case "of":
			ref = f.Of
		case "to":
			ref = f.To
		}
		same := got == q.Value || ref.ID != "" && named(q.Value, ref, entities)
		if !same && world.Fold(got) != world.Fold(q.Value) {
			return fmt.Sprintf("%s=%q", q.Key, got)
		}
	}
	if !status && f.Status != Actual {
		return fmt.Sprintf("status=%q", f.Status)
	}
	return ""
}

// named tells whether an example's word or words name an entity: all of them
// stand in one form of its name; described things must be equal but for case.
func named(want string, ref entity.Ref, entities []entity.Entity) bool {
	if world.Fold(want) == world.Fold(ref.Name) {
		return true
	}
	switch ref.Type {
	case entity.Person, entity.Country, entity.Organization, entity.Place:
	default:
		return false
	}
	forms := []string{ref.Name}
	for i := range entities {
		if entities[i].ID == ref.ID {
			forms = append(forms, entities[i].Aliases...)
		}
	}
	words := strings.Fields(world.Fold(want))
	return slices.ContainsFunc(forms, func(form string) bool {
		have := strings.Fields(world.Fold(form))
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(have, w) })
	})
}
