package graph

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Errors of Find, for errors.Is.
var (
	ErrUnknownName   = errors.New("nothing in the graph has this name")
	ErrAmbiguousName = errors.New("the name fits several")
	ErrWrongType     = errors.New("wrong type")
)

// A NamedQuery is a question that has a name on the command line.
type NamedQuery struct {
	Name string
	Args string // "PERSON", "[ENTITY]": optional in brackets
	Help string
	run  func(s *Store, args []string) (*Answer, error)
	asks []string // relations that it is about; empty = any
}

// An Answer is a table with the facts behind each row.
type Answer struct {
	Columns []string
	Rows    []AnswerRow
	// Missing are the relations that the question is about and of which the graph
	// has no fact at all, as that of a rule pack without them; Relations are those
	// that it has. Both are sorted, and empty when nothing is missing.
	Missing, Relations []string
}

// An AnswerRow is a line of a table.
type AnswerRow struct {
	Cells []any  // one a column: a string, an int, or nil where nothing is known
	Facts []Fact // with the evidence
}

var namedQueries = []NamedQuery{
	{"who-met", "PERSON", "whom a person met, when and where", func(s *Store, args []string) (*Answer, error) {
		meetings, err := s.WhoMet(args[0])
		if err != nil {
			return nil, err
		}
		a := &Answer{Columns: []string{"date", "person", "place", "documents"}}
		for _, m := range meetings {
			a.Rows = append(a.Rows, AnswerRow{cells(m.Fact.Date, m.With.Name, m.Fact.Place().Name, len(m.Fact.Statements)), []Fact{m.Fact}})
		}
		return a, nil
	}, []string{"met"}},
	{"timeline", "[ENTITY]", "what happened, by date; to one entity if it is given", func(s *Store, args []string) (*Answer, error) {
		facts, err := s.Timeline(strings.Join(args, ""))
		if err != nil {
			return nil, err
		}
		a := &Answer{Columns: []string{"date", "subject", "relation", "object", "status", "place", "documents"}}
		for _, f := range facts {
			a.Rows = append(a.Rows, AnswerRow{cells(f.Date, f.Subject.Name, f.Relation, f.Object.Name+f.details(), string(f.Status), f.Place().Name, len(f.Statements)), []Fact{f}})
		}
		return a, nil
	}, nil},
}

// cells makes nil of what is empty.
func cells(values ...any) []any {
	for i, v := range values {
		if v == "" {
			values[i] = nil
		}
	}
	return values
}

// details tells what belongs to the object of a fact: whose office it is, with
// whom something was agreed.
func (f *Fact) details() string {
	var parts []string
	if f.Of.ID != "" {
		parts = append(parts, f.Of.Name)
	}
	if f.To.ID != "" {
		parts = append(parts, "to "+f.To.Name)
	}
	var with []string
	for _, s := range f.Statements {
		for _, w := range s.With {
			if !slices.Contains(with, w.Name) {
				with = append(with, w.Name)
			}
		}
	}
	if len(with) > 0 {
		parts = append(parts, "with "+strings.Join(with, ", "))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// NamedQueries lists the questions that Ask answers, in the order of their help.
func NamedQueries() []NamedQuery { return slices.Clone(namedQueries) }

// Ask answers the named query. The error says which names there are, or which
// arguments the query wants.
func (s *Store) Ask(name string, args ...string) (*Answer, error) {
	i := slices.IndexFunc(namedQueries, func(q NamedQuery) bool { return q.Name == name })
	if i < 0 {
		var names []string
		for _, q := range namedQueries {
			names = append(names, q.Name)
		}
		return nil, fmt.Errorf("unknown query %q: want one of %s", name, strings.Join(names, ", "))
	}
	q := namedQueries[i]
	want := strings.Fields(q.Args)
	least := 0
	for _, arg := range want {
		if arg[0] != '[' {
			least++
		}
	}
	if len(args) < least || len(args) > len(want) {
		return nil, fmt.Errorf("query %s has %d arguments: want %s", q.Name, len(args), q.Args)
	}
	a, err := q.run(s, args)
	if err != nil {
		return nil, err
	}
	m, err := s.things()
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for i := range m.facts {
		has[m.facts[i].Relation] = true
	}
	for _, relation := range q.asks {
		if !has[relation] {
			a.Missing = append(a.Missing, relation)
		}
	}
	if len(a.Missing) > 0 {
		a.Relations = slices.Sorted(maps.Keys(has))
	}
	return a, nil
}

// A Meeting is a meeting of a person with another.
type Meeting struct {
	With entity.Ref
	Fact Fact
}

// WhoMet gives the meetings of a person that took place, by date, those without
// one last. The name resolves as with Find.
func (s *Store) WhoMet(name string) ([]Meeting, error) {
	p, err := s.Find(name, entity.Person)
	if err != nil {
		return nil, err
	}
	m, err := s.things()
	if err != nil {
		return nil, err
	}
	var meetings []Meeting
	for _, f := range m.facts {
		if f.Relation != "met" || f.Status != extract.Actual {
			continue
		}
		switch p.ID {
		case f.Subject.ID:
			meetings = append(meetings, Meeting{f.Object, f})
		case f.Object.ID:
			meetings = append(meetings, Meeting{f.Subject, f})
		}
	}
	slices.SortFunc(meetings, func(a, b Meeting) int {
		return cmp.Or(compareDates(a.Fact.Date, b.Fact.Date), strings.Compare(a.With.Name, b.With.Name), strings.Compare(a.Fact.ID, b.Fact.ID))
	})
	return meetings, nil
}

// Timeline gives the facts of any status in which the named entity has a part,
// or all if name is empty, by date, those without one last.
func (s *Store) Timeline(name string) ([]Fact, error) {
	var e Entity
	if name != "" {
		var err error
		if e, err = s.Find(name); err != nil {
			return nil, err
		}
	}
	m, err := s.things()
	if err != nil {
		return nil, err
	}
	var facts []Fact
	for _, f := range m.facts {
		if name == "" || f.involves(e.ID) {
			facts = append(facts, f)
		}
	}
	slices.SortFunc(facts, func(a, b Fact) int {
		return cmp.Or(compareDates(a.Date, b.Date), strings.Compare(a.Subject.Name, b.Subject.Name),
			strings.Compare(a.Relation, b.Relation), strings.Compare(a.Object.Name, b.Object.Name), strings.Compare(a.ID, b.ID))
	})
	return facts, nil
}

// involves tells whether the entity has a part in f; who only reports it has none.
func (f *Fact) involves(id string) bool {
	if f.Subject.ID == id || f.Object.ID == id || f.Of.ID == id || f.To.ID == id {
		return true
	}
	for _, s := range f.Statements {
		if s.Place.ID == id || s.Event.ID == id || slices.ContainsFunc(s.With, func(w entity.Ref) bool { return w.ID == id }) {
			return true
		}
	}
	return false
}

// compareDates puts the unknown date last.
func compareDates(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b)
}

// Find gives the entity, of one of types if any are given, that name means: its
// id, its label or an alias in any spelling ("Luong Cuong"), its words in
// another order, or some of them, whichever of these fits first. The error is
// ErrUnknownName, ErrAmbiguousName or ErrWrongType and names near or fitting ones.
func (s *Store) Find(name string, types ...entity.Type) (Entity, error) {
	m, err := s.things()
	if err != nil {
		return Entity{}, err
	}
	switch found := fitting(m.entities, name, types); {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return Entity{}, fmt.Errorf("%q: %w: %s", name, ErrAmbiguousName, list(found))
	}
	return Entity{}, unknown(m.entities, name, types)
}

// fitting gives the entities that name fits as Find has it, all equally well.
func fitting(entities []Entity, name string, types []entity.Type) []Entity {
	folded := world.Fold(name)
	wanted := words(name)
	sorted := strings.Join(slices.Sorted(maps.Keys(wanted)), " ")
	fits := []func(form string) bool{
		func(form string) bool { return world.Fold(form) == folded },
		func(form string) bool { return strings.Join(slices.Sorted(maps.Keys(words(form))), " ") == sorted },
		func(form string) bool { return contains(words(form), wanted) },
	}
	among := ofTypes(entities, types)
	for i := range among {
		if among[i].ID == name {
			return among[i : i+1]
		}
	}
	for _, fit := range fits {
		var found []Entity
		for _, e := range among {
			if len(wanted) > 0 && slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), fit) {
				found = append(found, e)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// unknown is the error for a name that fits nothing.
func unknown(entities []Entity, name string, types []entity.Type) error {
	if other := fitting(entities, name, nil); len(other) > 0 {
		var want []string
		for _, t := range types {
			want = append(want, string(t))
		}
		return fmt.Errorf("%q: %w: %s is of type %s, want %s", name, ErrWrongType, list(other[:1]), other[0].Type, strings.Join(want, " or "))
	}
	if near := nearest(world.Fold(name), ofTypes(entities, types)); len(near) > 0 {
		return fmt.Errorf("%q: %w; near are %s", name, ErrUnknownName, list(near))
	}
	return fmt.Errorf("%q: %w", name, ErrUnknownName)
}

// ofTypes gives the entities of one of types, all if there are none.
func ofTypes(entities []Entity, types []entity.Type) []Entity {
	if len(types) == 0 {
		return entities
	}
	var among []Entity
	for _, e := range entities {
		if slices.Contains(types, e.Type) {
			among = append(among, e)
		}
	}
	return among
}

// words gives the folded words of a name.
func words(name string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(world.Fold(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }) {
		m[w] = true
	}
	return m
}

func contains(set, part map[string]bool) bool {
	for w := range part {
		if !set[w] {
			return false
		}
	}
	return true
}

// list names at most five entities.
func list(entities []Entity) string {
	var names []string
	for _, e := range entities[:min(len(entities), 5)] {
		names = append(names, fmt.Sprintf("%s (%s)", e.Name, e.ID))
	}
	if n := len(entities) - len(names); n > 0 {
		names = append(names, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(names, ", ")
}

// nearest gives at most five entities with a form that is few edits from the
// folded name, or has a word that is, the nearest first.
func nearest(folded string, among []Entity) []Entity {
	type near struct {
		Entity
		edits int
	}
	var found []near
	for _, e := range among {
		best := -1
		try := func(a, b string) {
			limit := max(1, min(len(a), len(b))/3)
			if d := edits(a, b); d <= limit && (best < 0 || d < best) {
				best = d
			}
		}
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			try(folded, world.Fold(form))
			for w := range words(form) {
				for v := range words(folded) {
					if len(v) > 3 && len(w) > 3 {
						try(v, w)
					}
				}
			}
		}
		if best >= 0 {
			found = append(found, near{e, best})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.edits, b.edits) })
	var entities []Entity
	for _, n := range found[:min(len(found), 5)] {
		entities = append(entities, n.Entity)
	}
	return entities
}

// edits is the Levenshtein distance of a and b in runes.
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j := range t {
			distance := diagonal
			if s[i] != t[j] {
				distance = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], distance
		}
	}
	return row[len(t)]
}
