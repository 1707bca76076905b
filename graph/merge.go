package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
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

func (c claim) id(date string) string {
	b := make([]byte, 0, 256)
	for _, s := range []string{c.relation, c.subject, c.object, string(c.status), date, c.of, c.to} {
		b = append(append(b, s...), 0)
	}
	sum := sha256.Sum256(b)
	return "fact:" + hex.EncodeToString(sum[:8])
}

// mergeFacts makes one fact of all statements that claim the same at the same
// date, and gives them in no order. A statement whose date is missing or less exact
// goes to the more exact one if only one fits, and neither place nor event, level
// or amount differs. The records are sorted by document.
func mergeFacts(records []*record, in identity.Names) iter.Seq[*Fact] {
	return func(yield func(*Fact) bool) {
		for c, told := range claimsOf(records, in) {
			subject, object := told[0].ref(told[0].Subject), told[0].ref(told[0].Object)
			if subject.ID != c.subject {
				subject, object = object, subject
			}
			for date, told := range byDate(told) {
				f := &Fact{
					ID: c.id(date), Relation: c.relation, Status: c.status, Date: date, Subject: subject, Object: object,
					Of: told[0].ref(told[0].Of), To: told[0].ref(told[0].To), Statements: statements(told),
				}
				if !yield(f) {
					return
				}
			}
		}
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
			c := claim{t.Relation, t.id(t.Subject), t.id(t.Object), t.Status, t.id(t.Of), t.id(t.To)}
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

// byDate parts tellings of one claim by the date of the fact that they tell.
func byDate(told []telling) iter.Seq2[string, []telling] {
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
			if len(within) == 1 && !conflict(t, dated[within[0]]) {
				to = within[0]
			}
			merged[to] = append(merged[to], t)
		}
	}
	return maps.All(merged)
}

// conflict tells whether t says something that others know and none of them says.
func conflict(t telling, others []telling) bool {
	for _, detail := range []func(telling) string{
		func(t telling) string { return t.id(t.Place) },
		func(t telling) string { return t.id(t.Event) },
		func(t telling) string { return t.Level },
		func(t telling) string { return t.Amount },
	} {
		mine, known, same := detail(t), false, false
		for _, o := range others {
			theirs := detail(o)
			known = known || theirs != ""
			same = same || theirs == mine
		}
		if mine != "" && known && !same {
			return true
		}
	}
	return false
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
		if s.Place.ID == "" {
			s.Place = t.ref(t.Place)
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
