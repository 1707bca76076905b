package graph

import (
	"cmp"
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
// date, sorted by id. A statement whose date is missing or less exact goes to
// the more exact one if only one fits, of all, of those of its document, or of
// those shortly before its document, and neither place nor event, level, amount or
// who it was with differs. The records are sorted by document.
func mergeFacts(records []*record, in *identity.Identity) []Fact {
	reported := map[string]string{}
	for _, rec := range records {
		reported[rec.Document.ID] = rec.Document.Date
	}
	var facts []Fact
	for c, told := range claimsOf(records, in) {
		for date, told := range byDate(told, reported) {
			first := told[0]
			first.Date = date
			facts = append(facts, Fact{
				ID: first.MakeID(false), Relation: c.relation, Status: c.status, Date: date,
				CAMEO: first.CAMEO, PLOVER: first.PLOVER,
				Subject: first.Subject, Object: first.Object, Of: first.Of, To: first.To,
				Statements: statements(told),
			})
		}
	}
	slices.SortFunc(facts, func(a, b Fact) int { return strings.Compare(a.ID, b.ID) })
	return facts
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

// claimsOf groups what records tell by the claim, in the names of the graph.
func claimsOf(records []*record, in *identity.Identity) map[claim][]extract.Fact {
	symmetric := symmetricOf(records)
	claims := map[claim][]extract.Fact{}
	for _, rec := range records {
		for _, f := range rec.Facts {
			f.With = slices.Clone(f.With)
			for r := range f.Refs() {
				*r = in.Ref(rec.Document.ID, *r)
			}
			if symmetric[f.Relation] && f.Object.ID < f.Subject.ID {
				f.Subject, f.Object = f.Object, f.Subject
			}
			c := claim{f.Relation, f.Subject.ID, f.Object.ID, f.Status, f.Of.ID, f.To.ID}
			claims[c] = append(claims[c], f)
		}
	}
	return claims
}

// byDate parts statements of one claim by the date of the fact that they tell;
// reported are the dates of documents.
func byDate(told []extract.Fact, reported map[string]string) map[string][]extract.Fact {
	dated := map[string][]extract.Fact{} // by the date that they give themselves
	for _, f := range told {
		dated[f.Date] = append(dated[f.Date], f)
	}
	// The longest dates first: what joins a date is not itself joined.
	dates := slices.SortedFunc(maps.Keys(dated), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	merged := map[string][]extract.Fact{}
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
		for _, f := range dated[d] {
			to := d
			if e := only(within, &f, dated, reported[f.Doc]); e != "" && !conflict(f, dated[e]) {
				to = e
			}
			merged[to] = append(merged[to], f)
		}
	}
	return merged
}

// fresh is how many days old what a document tells without a date mostly is.
const fresh = 7

// only gives the only one of dates at which f can have happened; of several, the
// only one that its document gives itself, since who tells of a meeting twice
// tells its date once; else the only one of the days before it was reported. It is
// "" if there is none.
func only(dates []string, f *extract.Fact, dated map[string][]extract.Fact, reported string) string {
	age := func(date string) (days int, known bool) { return Days(date, reported) }
	possible := selected(dates, func(d string) bool {
		days, known := age(d)
		return !known || f.Status != extract.Actual || days >= -1 // not told before it happened
	})
	if len(possible) > 1 {
		own := selected(possible, func(d string) bool {
			return slices.ContainsFunc(dated[d], func(o extract.Fact) bool { return o.Doc == f.Doc })
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

// conflict tells whether f says something that others know and none of them says.
// A country is no other place than its city.
func conflict(f extract.Fact, others []extract.Fact) bool {
	around := func(o extract.Fact) bool { return isAround(f.Place, o.Place) || isAround(o.Place, f.Place) }
	if slices.ContainsFunc(others, around) {
		f.Place = entity.Ref{}
	}
	for _, details := range []func(extract.Fact) []string{
		func(f extract.Fact) []string { return []string{f.Place.ID} },
		func(f extract.Fact) []string { return []string{f.Event.ID} },
		func(f extract.Fact) []string { return []string{f.Level} },
		func(f extract.Fact) []string { return []string{f.Amount} },
		func(f extract.Fact) []string {
			ids := make([]string, len(f.With))
			for i, w := range f.With {
				ids[i] = w.ID
			}
			return ids
		},
	} {
		mine, known, same := details(f), false, false
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
	return false
}

// statements gathers what each document says of one fact.
func statements(told []extract.Fact) []Statement {
	slices.SortStableFunc(told, func(a, b extract.Fact) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Evidence.End, b.Evidence.End))
	})
	var list []Statement
	for _, f := range told {
		if n := len(list); n == 0 || list[n-1].Doc != f.Doc {
			list = append(list, Statement{Doc: f.Doc, By: f.By})
		}
		s := &list[len(list)-1]
		if len(f.Date) > len(s.Date) {
			s.Date = f.Date
		}
		if s.Place.ID == "" || isAround(s.Place, f.Place) {
			s.Place = f.Place
		}
		if s.Event.ID == "" {
			s.Event = f.Event
		}
		s.Level, s.Amount = cmp.Or(s.Level, f.Level), cmp.Or(s.Amount, f.Amount)
		s.With = append(s.With, f.With...)
		e := Evidence{Evidence: f.Evidence, Rule: f.Rule}
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
