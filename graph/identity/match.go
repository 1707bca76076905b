package identity

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// resolve finds for people of whom a document has part of the name who they are.
func (ps *people) resolve(j *joins, docs []Document) {
	for i, found := range ps.matchAll(docs) {
		d := &docs[i]
		reasons := map[string]string{} // by the id in the document
		for id, f := range found {
			j.ids[mention{d.ID, id}] = f.id
			reasons[id] = f.reason
		}
		j.partWith(d.ID, d.Facts, reasons)
		for i := range d.Entities {
			from := d.Entities[i].Ref
			if reason := reasons[from.ID]; reason != "" {
				delete(reasons, from.ID)
				into := entity.Ref{ID: j.id(d.ID, from.ID)}
				j.merges = append(j.merges, Merge{Doc: d.ID, From: from, Into: into, Reason: reason})
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ps.partial)) {
		strangers := slices.DeleteFunc(slices.Clone(ps.partial[id]), func(t told) bool {
			return j.ids[mention{t.doc, id}] != ""
		})
		if len(strangers) > 0 {
			ps.partStrangers(j, id, strangers)
		}
	}
}

// partStrangers tells apart those who are called by a part of a name and of whom it is
// not known who they are. Where several people are called so, only documents that
// tell the same office mean the same one.
func (ps *people) partStrangers(j *joins, id string, strangers []told) {
	part, _ := split(strangers[0].entity.Name)
	several := 0
	if len(part) > 0 {
		for _, p := range ps.byWord[part[0]] {
			if _, called := p.hasPart(part); called {
				several++
			}
		}
	}
	if several < 2 {
		j.tellApart(id, strangers, nil)
		return
	}
	var groups [][]told
	for _, t := range strangers {
		i := slices.IndexFunc(groups, func(g []told) bool {
			_, abroad := shared(g[0].countries, t.countries)
			title, _ := sharedTitle(g[0].titles, t.titles)
			return title != "" && !abroad
		})
		if i < 0 {
			i, groups = len(groups), append(groups, nil)
		}
		groups[i] = append(groups[i], t)
	}
	slices.SortStableFunc(groups, func(a, b []told) int { return cmp.Compare(len(b), len(a)) })
	for _, g := range groups[1:] {
		_, doc, _ := strings.Cut(entity.MakeID(entity.Person, g[0].doc), ":")
		for _, t := range g {
			j.ids[mention{t.doc, id}] = id + "." + doc
		}
	}
}

// A found tells who somebody is, by id, and why.
type found struct{ id, reason string }

// matchAll gives for each document whom it means by parts of names, by their ids
// there. Documents do not depend on each other here.
func (ps *people) matchAll(docs []Document) []map[string]found {
	all := make([]map[string]found, len(docs))
	inParallel(len(docs), func(i int) { all[i] = ps.matchIn(&docs[i]) })
	return all
}

func (ps *people) matchIn(d *Document) map[string]found {
	all := map[string]found{}
	for i := range d.Entities {
		e := &d.Entities[i]
		if e.Type != entity.Person || ps.partial[e.ID] == nil {
			continue
		}
		if p, reason := ps.match(tell(d.ID, e)); p != nil {
			all[e.ID] = found{p.id, reason}
		}
	}
	return all
}

// partWith takes back what makes one of both sides of a fact of doc: nobody does
// anything to himself. It leaves in reasons those of the ids that stay matched.
func (j *joins) partWith(doc string, facts []extract.Fact, reasons map[string]string) {
	for i := range facts {
		s, o := facts[i].Subject.ID, facts[i].Object.ID
		if s == o || j.id(doc, s) != j.id(doc, o) {
			continue
		}
		for _, id := range []string{s, o} {
			if reasons[id] != "" {
				delete(j.ids, mention{doc, id})
				delete(reasons, id)
			}
		}
	}
}

// A candidate is somebody whom a part of a name may mean.
type candidate struct {
	*person
	called  bool     // by this part of the name people are called
	reasons []string // that it is meant
	told    int      // how many documents tell so; sure if the aliases do
	beside  bool     // the document has the full name of somebody else
	abroad  bool     // only the country speaks against it
	against string
}

// sure is more than documents can tell.
const sure = math.MaxInt

// candidates gives all people in full whose names have a part, those who fit
// best first.
func (ps *people) candidates(t told) []candidate {
	part, _ := split(t.entity.Name)
	if len(part) == 0 {
		return nil
	}
	known := newPerson(t.entity.ID, []told{t}, nil)
	var all []candidate
	for _, p := range ps.byWord[part[0]] {
		if has, called := p.hasPart(part); has {
			all = append(all, ps.candidate(p, known, t, called))
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(trueFirst(a.against == "", b.against == ""), trueFirst(a.told == sure, b.told == sure),
			trueFirst(a.called, b.called), cmp.Compare(len(b.reasons), len(a.reasons)), cmp.Compare(b.told, a.told),
			strings.Compare(a.id, b.id))
	})
	return all
}

// candidate weighs whether t, of whom nothing else is known than known, is p.
func (ps *people) candidate(p, known *person, t told, called bool) candidate {
	c := candidate{person: p, called: called}
	apart := false
	for _, id := range p.ids {
		if ps.v.one(t.entity.ID, id) {
			return candidate{person: p, called: true, reasons: []string{byAliases}, told: sure}
		}
		apart = apart || ps.v.apart(t.entity.ID, id)
	}
	country, countryDiffers := shared(known.countries, usual(p.countries))
	title, titleDiffers := sharedTitle(known.titles, usual(p.titles))
	_, genderDiffers := shared(known.genders, usual(p.genders))
	switch {
	case apart:
		c.against = byAliases
	case genderDiffers:
		c.against = "the genders differ"
	case countryDiffers:
		c.abroad = true
		c.against = ps.called.differ(known.countries, p.countries)
	case title == "" && (country == "" || titleDiffers):
		c.against = tooLittle
	}
	if title != "" {
		c.told += p.titles[title]
	}
	if c.against != "" {
		return c
	}
	part, _ := split(t.entity.Name)
	c.beside = p.docs[t.doc] && p.calledIn(t.doc, part[0]) // else the document misspells one of them
	if country != "" {
		c.reasons = append(c.reasons, ps.called.agreed("country", country))
		c.told += p.countries[country]
	}
	if title != "" {
		c.reasons = append(c.reasons, ps.called.agreed("office", title))
	}
	return c
}

// trueFirst compares so that true stands before false.
func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// match finds the one person in full whom a partial name of a document means,
// and says why; nil if there is none, or more than one.
func (ps *people) match(t told) (*person, string) {
	all := ps.candidates(t)
	if p, reason := known(t, all); p != nil {
		return p, reason
	}
	if len(all) == 0 || all[0].against != "" || all[0].beside {
		return nil, ""
	}
	first, rest := all[0], "nobody else fits"
	if first.told == sure {
		return first.person, byAliases
	}
	for _, c := range all {
		if c.abroad && c.told >= 10*first.told {
			return nil, "" // what speaks against him may be misread
		}
	}
	if len(all) > 1 && all[1].against == "" {
		second := all[1]
		rest = fmt.Sprintf("%s (%s) fits less", second.label, second.id)
		if second.called == first.called && len(second.reasons) == len(first.reasons) && first.told < 10*second.told {
			return nil, ""
		}
	}
	return first.person, fmt.Sprintf("%q is part of the name, %s, and %s",
		t.entity.Name, strings.Join(first.reasons, ", "), rest)
}

// known finds the one whom a document that tells nothing else of him calls by the
// name, since hardly any other document has it for anybody else.
func known(t told, all []candidate) (*person, string) {
	if len(t.countries)+len(t.titles) > 0 {
		return nil, ""
	}
	var first candidate
	others := 0
	for _, c := range all {
		switch {
		case !c.called:
		case first.person == nil:
			first = c
		case len(c.docs) > len(first.docs):
			first, others = c, others+len(first.docs)
		default:
			others += len(c.docs)
		}
	}
	if first.person == nil || first.against != tooLittle || first.docs[t.doc] || len(first.docs) < crowd*max(others, 1)/4 {
		return nil, ""
	}
	return first.person, fmt.Sprintf("%q is part of the name, and hardly anybody else has it", t.entity.Name)
}

// why tells why a candidate who is not it is not.
func (c candidate) why() string {
	switch {
	case c.against != "":
		return c.against
	case c.beside:
		return "the document has the full name as somebody else"
	}
	return fmt.Sprintf("%s, but that is so of others as well, or better", strings.Join(c.reasons, ", "))
}
