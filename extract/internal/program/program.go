// Package program is a rule pack made ready to run: an index, by the words of
// texts, of where its rules may start.
//
// In comes a rules.Pack; out comes a Program, which tells of a text, a sentence
// or a predicate which rules may start there, and where the patterns and paths of
// rules lead in a sentence. It knows words, tags and trees, but no document as a
// whole, no facts, and nothing of the field of a pack.
package program

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Program is a compiled pack. It is immutable and safe for concurrent use.
type Program struct {
	Rules     []*rules.Rule   // in order of the pack, with the types of their relations
	Titles    []*rules.Rule   // those started by titles
	Records   []*rules.Record // in order of the pack
	Described []entity.Type   // of things that are known by their words rather than by name

	actors    []string // see Actors
	relations map[string]*Relation
	nouns     map[*rules.Record]world.Class
	holding   map[string][]*rules.Record // by the names of the relations that they hold
	starts    map[string]*start          // by Key
	patterns  map[string][]*Pattern      // by their keys
}

// A start is what may start at a word, by the clause.Kind of its predicate.
type start struct {
	rules   [3][]*rules.Rule // in order of the pack
	records [3]bool          // whether records are told of with it
}

// startAt gives what may start at a word, for more to be added.
func (p *Program) startAt(word string) *start {
	s := p.starts[word]
	if s == nil {
		s = &start{}
		p.starts[word] = s
	}
	return s
}

// Compile makes the program of a pack, which must not change after that.
func Compile(pack *rules.Pack) *Program {
	p := &Program{
		relations: map[string]*Relation{}, holding: map[string][]*rules.Record{}, nouns: map[*rules.Record]world.Class{}, patterns: map[string][]*Pattern{},
		starts: map[string]*start{},
	}
	for _, t := range pack.Types {
		p.Described = append(p.Described, entity.Type(t.Name))
	}
	p.Described = append(p.Described, entity.Area, entity.Agreement, entity.Event, entity.Position)
	for i := range pack.Relations {
		rel := &pack.Relations[i]
		p.relations[rel.Name] = &Relation{rel, tie(rel, pack.Records)}
	}
	for i := range pack.Records {
		p.addRecord(&pack.Records[i])
	}
	patterns := 0
	for i := range pack.Rules {
		r := p.typed(&pack.Rules[i])
		p.Rules = append(p.Rules, r)
		if r.On.Title {
			p.Titles = append(p.Titles, r)
		}
		for k := range r.On.Patterns {
			compiled := compilePattern(r, &r.On.Patterns[k], patterns)
			patterns++
			for _, key := range compiled.keys {
				p.patterns[key] = append(p.patterns[key], compiled)
			}
		}
		for kind, w := range Triggers(r) {
			list := &p.startAt(Key(kind, w)).rules[kind]
			if len(*list) == 0 || (*list)[len(*list)-1] != r {
				*list = append(*list, r)
			}
		}
	}
	return p
}

func (p *Program) addRecord(rec *rules.Record) {
	p.Records = append(p.Records, rec)
	p.nouns[rec] = world.Words(rec.Noun...)
	for _, name := range rec.Holds {
		p.holding[name] = append(p.holding[name], rec)
	}
	for _, slot := range rec.Slots {
		if !slices.ContainsFunc(slot.Type, func(t string) bool { return !acts(entity.Type(t)) }) {
			p.actors = append(p.actors, rec.Name+"."+slot.Name)
		}
	}
	for _, w := range rec.Verb {
		p.startAt(Key(clause.Verb, w)).records[clause.Verb] = true
	}
	for _, w := range rec.Noun {
		p.startAt(Key(clause.Noun, w)).records[clause.Noun] = true
	}
}

// typed is a rule whose roles have the types that its relation declares, where
// they leave them open.
func (p *Program) typed(rule *rules.Rule) *rules.Rule {
	r := *rule
	if rel := p.relations[r.Relation]; rel != nil {
		if len(r.Subject.Type) == 0 {
			r.Subject.Type = rel.Subject
		}
		if len(r.Object.Type) == 0 {
			r.Object.Type = rel.Object
		}
	}
	return &r
}

// Relation gives the relation of a name, nil if the pack has none.
func (p *Program) Relation(name string) *Relation { return p.relations[name] }

// Actors gives the functions by which roles ask records for who can act, in order of the
// pack.
func (p *Program) Actors() []string { return p.actors }

// acts tells whether things of a type can act.
func acts(t entity.Type) bool {
	return t == entity.Person || t == entity.Country || t == entity.Organization
}

// Holding gives the kinds of records that facts of a relation are part of, in order
// of the pack.
func (p *Program) Holding(relation string) []*rules.Record { return p.holding[relation] }

// Nouns gives what records of a kind are called.
func (p *Program) Nouns(rec *rules.Record) world.Class { return p.nouns[rec] }

// Named yields the kinds of records that have a slot for things of a type.
func (p *Program) Named(t entity.Type) iter.Seq[*rules.Record] {
	return func(yield func(*rules.Record) bool) {
		for _, rec := range p.Records {
			if rec.Takes(string(t)) && !yield(rec) {
				return
			}
		}
	}
}

// Wants tells whether any rule may start at a predicate with this lemma or form, or
// it may tell of a record.
func (p *Program) Wants(kind clause.Kind, lemma, form string) bool {
	if s := p.starts[lemma]; s != nil && (len(s.rules[kind]) > 0 || s.records[kind]) {
		return true
	}
	s := p.starts[form]
	return s != nil && len(s.rules[kind]) > 0
}

// Started gives the rules that the words of a predicate start, in order of the
// pack.
func (p *Program) Started(at *clause.Predicate) []*rules.Rule {
	var out []*rules.Rule
	add := func(s *start) {
		if s == nil {
			return
		}
		for _, r := range s.rules[at.Kind] {
			if !slices.Contains(out, r) && triggered(r, at) {
				out = append(out, r)
			}
		}
	}
	add(p.starts[at.Lemma])
	if at.Form != at.Lemma {
		add(p.starts[at.Form])
	}
	return out
}

// Patterns gives the patterns whose keys are words of a sentence, in order of the
// pack.
func (p *Program) Patterns(tokens []nlp.Token) []*Pattern {
	if len(p.patterns) == 0 {
		return nil
	}
	var out []*Pattern
	for i := range tokens {
		for _, word := range [...]string{strings.ToLower(tokens[i].Lemma), strings.ToLower(tokens[i].Form)} {
			for _, pattern := range p.patterns[word] {
				if !slices.Contains(out, pattern) {
					out = append(out, pattern)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *Pattern) int { return cmp.Compare(a.order, b.order) })
	return out
}
