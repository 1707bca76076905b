package graph

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// A claim is what must be equal in statements of one fact, but for the date.
type claim struct {
	relation, subject, object string
	status                    extract.Status
	of, to                    string
}

// mergeFacts makes one fact of all statements that claim the same at the same
// date, and gives them in no order. A statement whose date is missing or less exact
// goes to the more exact one if only one fits, of all, of those of its document, or
// of those shortly before its document, and neither place nor event, level, amount
// or who it was with differs. The records are sorted by document.
func mergeFacts(records []*record, in identity.Names) iter.Seq[*Fact] {
	reported := map[string]string{}
	for _, rec := range records {
		reported[rec.Document.ID] = rec.Document.Date
	}
	return func(yield func(*Fact) bool) {
		for c, told := range claimsOf(records, in) {
			for date, told := range byDate(told, reported) {
				if !yield(c.fact(date, told)) {
					return
				}
			}
		}
	}
}

// fact makes the fact of a claim and a date that documents tell.
func (c claim) fact(date string, told []telling) *Fact {
	first := told[0]
	f := extract.Fact{
		Relation: c.relation, Subject: first.ref(first.Subject), Status: c.status, Date: date, To: first.ref(first.To),
	}
	f.Object, f.Of = first.office()
	if f.Subject.ID != c.subject {
		f.Subject, f.Object = f.Object, f.Subject
	}
	return &Fact{
		ID: f.MakeID(false), Relation: f.Relation, CAMEO: first.CAMEO, PLOVER: first.PLOVER, Subject: f.Subject,
		Object: f.Object, Status: f.Status, Date: date, Of: f.Of, To: f.To, Statements: statements(told),
	}
}

// symmetricOf gives the symmetric ones among the relations of records.
func symmetricOf(records []*record) map[string]bool {
	symmetric := map[string]bool{}
	for _, rec := range records {
		for _, rel := range rec.Symmetric {
			symmetric[rel] = true
		}
	}
	return symmetric
}

// A telling is what a document says, with who is who.
type telling struct {
	*extract.Fact
	in identity.Names
}

// id gives the graph's id of what the document calls r.
func (t telling) id(r entity.Ref) string {
	if r.ID == "" {
		return ""
	}
	return t.in.ID(t.Doc, r.ID)
}

// ref gives the graph's name of what the document calls r.
func (t telling) ref(r entity.Ref) entity.Ref {
	if r.ID == "" {
		return r
	}
	return t.in.Ref(t.Doc, r)
}

// office gives the graph's names of the object, and of whose it is if it is an
// office.
func (t telling) office() (object, owner entity.Ref) {
	if t.Object.Type == entity.Position {
		return t.in.Office(t.Fact)
	}
	return t.ref(t.Object), t.ref(t.Of)
}

// claimsOf groups what records tell by the claim, each in the order of documents.
func claimsOf(records []*record, in identity.Names) iter.Seq2[claim, []telling] {
	symmetric := symmetricOf(records)
	var claims []claim
	numbers := map[claim]int{}
	total := 0
	for _, rec := range records {
		total += len(rec.Facts)
	}
	told := make([]telling, 0, total)
	of := make([]int, 0, total) // the numbers of their claims
	for _, rec := range records {
		for i := range rec.Facts {
			t := telling{&rec.Facts[i], in}
			object, owner := t.office()
			c := claim{t.Relation, t.id(t.Subject), object.ID, t.Status, owner.ID, t.id(t.To)}
			if symmetric[c.relation] && c.object < c.subject {
				c.subject, c.object = c.object, c.subject
			}
			n, known := numbers[c]
			if !known {
				n = len(claims)
				numbers[c] = n
				claims = append(claims, c)
			}
			told, of = append(told, t), append(of, n)
		}
	}
	return func(yield func(claim, []telling) bool) {
		ends := make([]int, len(claims)+1) // of the tellings of each claim, from 1
		for _, n := range of {
			ends[n+1]++
		}
		for n := range claims {
			ends[n+1] += ends[n]
		}
		grouped, next := make([]telling, len(told)), slices.Clone(ends)
		for i, n := range of {
			grouped[next[n]] = told[i]
			next[n]++
		}
		for n, c := range claims {
			if !yield(c, grouped[ends[n]:ends[n+1]]) {
				return
			}
		}
	}
}

// byDate parts tellings of one claim by the date of the fact that they tell;
// reported are the dates of documents.
func byDate(told []telling, reported map[string]string) iter.Seq2[string, []telling] {
	if len(told) == 1 {
		return func(yield func(string, []telling) bool) { yield(told[0].Date, told) }
	}
	dated := map[string][]telling{} // by the date that they give themselves
	for _, t := range told {
		dated[t.Date] = append(dated[t.Date], t)
	}
	// The longest dates first: what joins a date is not itself joined.
	dates := slices.SortedFunc(maps.Keys(dated), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	merged := map[string][]telling{}
	var exact []string // dates that no other date is more exact than
	for _, d := range dates {
		var within []string
		for _, e := range exact {
			if d == "" || strings.HasPrefix(e, d+"-") {
				within = append(within, e)
			}
		}
		if len(within) == 0 {
			exact = append(exact, d)
		}
		for _, t := range dated[d] {
			to := d
			if e := only(within, t, dated, reported[t.Doc]); e != "" && !conflict(t, dated[e]) {
				to = e
			}
			merged[to] = append(merged[to], t)
		}
	}
	return maps.All(merged)
}

// fresh is how many days old what a document tells without a date mostly is.
const fresh = 7

// only gives the only one of dates at which what t tells can have happened; of
// several, the only one that its document gives itself, since who tells of a meeting
// twice tells its date once; else the only one of the days before it was reported.
// It is "" if there is none.
func only(dates []string, t telling, dated map[string][]telling, reported string) string {
	age := func(date string) (days int, known bool) { return Days(date, reported) }
	possible := selected(dates, func(d string) bool {
		days, known := age(d)
		return !known || t.Status != extract.Actual || days >= -1 // not told before it happened
	})
	if len(possible) > 1 {
		own := selected(possible, func(d string) bool {
			return slices.ContainsFunc(dated[d], func(o telling) bool { return o.Doc == t.Doc })
		})
		if len(own) == 0 {
			own = selected(possible, func(d string) bool {
				days, known := age(d)
				return known && len(d) == len("2025-06-06") && days <= fresh
			})
		}
		possible = own
	}
	if len(possible) != 1 {
		return ""
	}
	return possible[0]
}

// selected gives those of list that keep keeps.
func selected(list []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !keep(s) })
}

// conflict tells whether t says something that others know and none of them says.
// A country is no other place than its city.
func conflict(t telling, others []telling) bool {
	for _, details := range []func(telling) []string{
		func(t telling) []string { return []string{t.id(t.Event)} },
		func(t telling) []string { return []string{t.Level} },
		func(t telling) []string { return []string{t.Amount} },
		func(t telling) []string {
			ids := make([]string, len(t.With))
			for i, w := range t.With {
				ids[i] = t.id(w)
			}
			return ids
		},
	} {
		mine, known, same := details(t), false, false
		for _, o := range others {
			for _, theirs := range details(o) {
				known = known || theirs != ""
				same = same || slices.Contains(mine, theirs)
			}
		}
		if strings.Join(mine, "") != "" && known && !same {
			return true
		}
	}
	return elsewhere(t, others)
}

// elsewhere tells whether t names a place and others name only places elsewhere.
func elsewhere(t telling, others []telling) bool {
	place, known := t.ref(t.Place), false
	for _, o := range others {
		other := o.ref(o.Place)
		if other.ID == place.ID || isAround(place, other) || isAround(other, place) {
			return false
		}
		known = known || other.ID != ""
	}
	return place.ID != "" && known
}

// statements gathers what each document says of one fact.
func statements(told []telling) []Statement {
	slices.SortStableFunc(told, func(a, b telling) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Evidence.End, b.Evidence.End))
	})
	var list []Statement
	for _, t := range told {
		if n := len(list); n == 0 || list[n-1].Doc != t.Doc {
			list = append(list, Statement{Doc: t.Doc, By: t.ref(t.By)})
		}
		s := &list[len(list)-1]
		if len(t.Date) > len(s.Date) {
			s.Date = t.Date
		}
		if place := t.ref(t.Place); s.Place.ID == "" || isAround(s.Place, place) {
			s.Place = place
		}
		if s.Event.ID == "" {
			s.Event = t.ref(t.Event)
		}
		s.Level, s.Amount = cmp.Or(s.Level, t.Level), cmp.Or(s.Amount, t.Amount)
		for _, w := range t.With {
			s.With = append(s.With, t.ref(w))
		}
		e := Evidence{Evidence: t.Evidence, Rule: t.Rule}
		if i := slices.IndexFunc(s.Evidence, func(o Evidence) bool { return o.Start == e.Start && o.End == e.End }); i < 0 {
			s.Evidence = append(s.Evidence, e)
		} else if e.Rule < s.Evidence[i].Rule {
			s.Evidence[i].Rule = e.Rule
		}
	}
	for i := range list {
		slices.SortFunc(list[i].With, func(a, b entity.Ref) int { return strings.Compare(a.ID, b.ID) })
		list[i].With = slices.Compact(list[i].With)
	}
	return list
}
