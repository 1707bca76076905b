package record

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/rules"
)

// keepRecords puts what a fact tells into the records that it is part of. of is the
// record that filled one of its roles, nil if none did: who took part in known talks
// is told to have met the others there.
func (r *Records) keepRecords(rel *program.Relation, f *fact.Fact, at int, t *telling, now scene, of *Record) {
	if f.Status == fact.Denied || isTalks(rel) && r.isBackground(rel, now) {
		return
	}
	sentence := r.sentenceOf(f)
	for _, kind := range r.program.Holding(rel.Name) {
		if of != nil && of.Kind == kind {
			of.sentence = sentence
		}
		rec := r.open(kind, sentence, f.Object)
		rec.facts = append(rec.facts, at)
		rec.Status, rec.travels = f.Status, rec.travels || rel.Tie == journey
		r.join(rec, f.Subject, sentence, "subject")
		r.join(rec, f.Object, sentence, "object")
		rec.tellings = append(rec.tellings, t)
	}
}

// join gives somebody or something part in a record; side is as in [Record.fill].
func (r *Records) join(rec *Record, who entity.Ref, sentence int, side string) {
	var country entity.Ref
	if e := r.doc.Entity(who.ID); e != nil && e.Type == entity.Person {
		country = e.Country
	}
	rec.fill(who, country, sentence, side)
	rec.of = append(rec.of, r.doc.Standing(who)...)
}

// open gives the record of a kind that a sentence tells of: one of the same name,
// or the one that it tells of already; or else a new one. It is then the last.
func (r *Records) open(kind *rules.Record, sentence int, name entity.Ref) *Record {
	if !isName(name) || !kind.Takes(string(name.Type)) {
		name = entity.Ref{}
	}
	found := -1
	for i, rec := range slices.Backward(r.records) {
		if rec.Kind != kind {
			continue
		}
		same := rec.sentence == sentence
		if name.ID != "" {
			known, _ := rec.named()
			same = known.ID == name.ID || same && known.ID == ""
		}
		if same {
			found = i
			break
		}
	}
	rec := &Record{Kind: kind, Filled: make([][]Filling, len(kind.Slots))}
	if found >= 0 {
		rec = r.records[found]
		r.records = slices.Delete(r.records, found, found+1)
	}
	rec.sentence, rec.again, rec.spoken = sentence, sentence, sentence
	r.records = append(r.records, rec)
	return rec
}

// keepTalking keeps who of some ids has part in the talks that a predicate tells of,
// and the countries whose people have.
func (r *Records) keepTalking(started []*rules.Rule, p *clause.Predicate, ids []string, t *telling) {
	for _, s := range started {
		rel := r.program.Relation(s.Relation)
		if !isTalks(rel) || p.Status == string(fact.Denied) {
			continue
		}
		for _, kind := range r.program.Holding(rel.Name) {
			rec := r.open(kind, p.Sentence, entity.Ref{})
			rec.of = append(rec.of, ids...)
			rec.Status = fact.Status(p.Status)
			if !p.When && !r.looksBack(p) {
				t.place, t.own = r.doc.Venue(p.Place), true
				rec.tellings = append(rec.tellings, t)
			}
			for _, id := range ids {
				if r.isPerson(id) {
					r.join(rec, r.doc.Entity(id).Ref, p.Sentence, "")
				}
			}
			met := r.represented(p)
			if slices.ContainsFunc(ids, r.isPerson) {
				met = append(met, r.bodies(p)...)
			}
			for _, party := range met {
				r.join(rec, party, p.Sentence, "")
			}
		}
	}
}

// isPerson tells whether an id is that of a person whom the document knows.
func (r *Records) isPerson(id string) bool {
	e := r.doc.Entity(id)
	return e != nil && e.Type == entity.Person
}

// bodies gives the organisations that are sides of a predicate: "met with the World Bank".
func (r *Records) bodies(p *clause.Predicate) []entity.Ref {
	var out []entity.Ref
	for i := range p.Args {
		switch a := &p.Args[i]; a.Function {
		case "subject", "with", "between", "object":
			if ref := r.doc.Mentioned(a.Mention); ref.Type == entity.Organization {
				out = append(out, ref)
			}
		}
	}
	return out
}

// represented gives the countries whose people, of no name, are sides of a predicate:
// "ministers of Peru and Chile", "Peruvian and Chilean officials".
func (r *Records) represented(p *clause.Predicate) []entity.Ref {
	var out []entity.Ref
	for i := range p.Args {
		a := &p.Args[i]
		if a.Function != "subject" && a.Function != "with" && a.Function != "between" && a.Function != "object" {
			continue
		}
		if a.Mention >= 0 && len(r.doc.Mentions[a.Mention].Entities) > 0 {
			continue
		}
		for _, owner := range a.Owners {
			if ref := r.doc.Mentioned(owner); ref.Type == entity.Country {
				out = append(out, ref)
			}
		}
	}
	return out
}
