package identity

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// An unnamed is an agreement or event that a document calls what many are called:
// "a memorandum of understanding", "the opening ceremony".
type unnamed struct {
	doc     string
	ref     entity.Ref
	parties map[string]bool // the graph's ids: countries and bodies, or if there are none people
	people  map[string]bool
	dates   map[string]int
}

// partiesShown is how many parties an unnamed thing can be known by.
const partiesShown = 3

// tellUnnamed gives the agreements and events without names ids of their own, made
// of their parties, their day, and the document where these do not tell enough. It
// gives them by those ids.
func (j *joins) tellUnnamed(docs []Document) map[string]*unnamed {
	all := map[string]*unnamed{}
	for i := range docs {
		for _, u := range j.unnamedIn(&docs[i]) {
			id := u.id()
			j.ids[mention{u.doc, u.ref.ID}] = id
			if all[id] == nil {
				all[id] = u
			}
		}
	}
	return all
}

// unnamedIn gathers what facts of a document tell of things without names, sorted
// by id.
func (j *joins) unnamedIn(d *Document) []*unnamed {
	found := map[string]*unnamed{}
	for i := range d.Facts {
		f := &d.Facts[i]
		for r := range f.Refs() {
			if r.Type != entity.Agreement && r.Type != entity.Event || !isUnnamed(*r) {
				continue
			}
			u := found[r.ID]
			if u == nil {
				u = &unnamed{doc: d.ID, ref: *r, dates: map[string]int{}}
				found[r.ID] = u
			}
			if f.Date != "" {
				u.dates[f.Date]++
			}
			for _, p := range append([]entity.Ref{f.Subject, f.Object}, f.With...) {
				switch p.Type {
				case entity.Country, entity.Organization:
					note(&u.parties, j.id(d.ID, p.ID))
				case entity.Person:
					note(&u.people, j.id(d.ID, p.ID))
				}
			}
		}
	}
	for i := range d.Entities {
		if u := found[d.Entities[i].ID]; u != nil && d.Entities[i].SameAs != "" {
			delete(found, u.ref.ID)
		}
	}
	list := make([]*unnamed, 0, len(found))
	for _, id := range slices.Sorted(maps.Keys(found)) {
		u := found[id]
		if len(u.parties) == 0 {
			u.parties = u.people
		}
		list = append(list, u)
	}
	return list
}

// isUnnamed tells whether many things are called like r: nothing in the name, as far
// as it does not tell parties, subject or place, is the name of one.
func isUnnamed(r entity.Ref) bool {
	head, topic := "", false
	for i, w := range strings.Fields(r.Name) {
		first, _ := utf8.DecodeRuneInString(w)
		folded := strings.Trim(world.Fold(w), `"'(),.`)
		if i > 0 && folded != "of" && world.EventEnd.Has(folded) || folded == "between" || folded == "on" {
			topic = true
			break
		}
		common := isCommon(folded) || r.Type == entity.Agreement && world.PortfolioWord.Has(folded)
		number := i > 0 && unicode.IsDigit(first) && strings.Trim(w, "0123456789") == "" // "Group of 20 summit"
		if (unicode.IsUpper(first) || number) && !common {
			return false
		}
		if common {
			head = folded
		}
	}
	// "Treaty on Extradition" is common, "Convention on Biological Diversity" is not.
	return !topic || head != "convention" && head != "protocol"
}

// isCommon tells whether a word names no one thing in the name of an agreement or
// event.
func isCommon(w string) bool {
	for _, form := range []string{w, strings.TrimSuffix(w, "s")} {
		if world.CommonNameWord.Has(form) || world.AgreementNoun.Has(form) || world.MeetingNoun.Has(form) ||
			world.GatheringNoun.Has(form) || world.OccasionNoun.Has(form) {
			return true
		}
	}
	return w == "of" || w == "and" || w == "the"
}

// day gives the date that most facts tell.
func (u *unnamed) day() string { return mostUsed(u.dates) }

// isKnown tells whether parties and day are enough to know it by in any document.
func (u *unnamed) isKnown() bool {
	enough := 1
	if u.ref.Type == entity.Agreement {
		enough = 2
	}
	n := len(u.parties)
	return n >= enough && n <= partiesShown && len(u.day()) == len("2025-06-06")
}

// id makes the id: "agreement:mou.kenya.peru.2025-03-04".
func (u *unnamed) id() string {
	parts := []string{u.ref.ID}
	if len(u.parties) <= partiesShown {
		for _, p := range slices.Sorted(maps.Keys(u.parties)) {
			_, local, _ := strings.Cut(p, ":")
			parts = append(parts, local)
		}
	}
	if day := u.day(); day != "" {
		parts = append(parts, day)
	}
	if !u.isKnown() {
		_, doc, _ := strings.Cut(entity.MakeID(u.ref.Type, u.doc), ":")
		parts = append(parts, doc)
	}
	return strings.Join(parts, ".")
}

// label adds to a name what tells u from others: "MoU, Kenya and Peru, 2025-03-04".
func (u *unnamed) label(name string, called func(id string) string) string {
	var parties []string
	for p := range u.parties {
		parties = append(parties, called(p))
	}
	slices.Sort(parties)
	if n := len(parties); n > partiesShown {
		parties = append(parties[:partiesShown-1], fmt.Sprintf("%d others", n-partiesShown+1))
	}
	if n := len(parties); n > 1 {
		parties = append(parties[:n-2], parties[n-2]+" and "+parties[n-1])
	}
	parts := []string{name}
	if len(parties) > 0 {
		parts = append(parts, strings.Join(parties, ", "))
	}
	if day := u.day(); day != "" {
		parts = append(parts, day)
	}
	if len(parts) == 1 {
		return fmt.Sprintf("%s (%s)", name, u.doc)
	}
	return strings.Join(parts, ", ")
}
