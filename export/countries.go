package export

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// countryLinks ties countries: that of the subject of a fact to that of its object,
// of those to whom it was done, and of those with whom; and all countries of
// which one document says that they signed one agreement. What a person or body does counts for his country.
func countryLinks(g *contents, sel *selection) []link {
	var links []link
	signers := map[string][]*graph.Fact{} // of agreements
	var agreements []string
	for i := range g.facts {
		f := &g.facts[i]
		if !sel.wants(f) {
			continue
		}
		from := g.people.country(f.Subject)
		if from.ID == "" {
			continue
		}
		if f.Object.Type == entity.Agreement {
			if signers[f.Object.ID] == nil {
				agreements = append(agreements, f.Object.ID)
			}
			signers[f.Object.ID] = append(signers[f.Object.ID], f)
		}
		if f.Object.Type != entity.Position {
			links = appendLink(links, from, g.people.country(f.Object), f, false)
		}
		links = appendLink(links, from, g.people.country(f.To), f, false)
		for _, st := range f.Statements {
			for _, with := range st.With {
				links = appendLink(links, from, g.people.country(with), f, true)
			}
		}
	}
	slices.Sort(agreements)
	for _, id := range agreements {
		links = appendSigners(links, signers[id], g.people)
	}
	return links
}

// appendSigners ties the countries of those of whom one document tells that they signed
// an agreement: "memorandum of understanding" of two documents may be two.
func appendSigners(links []link, facts []*graph.Fact, p *people) []link {
	for i, a := range facts {
		for _, b := range facts[:i] {
			if a.Relation == b.Relation && a.Status == b.Status && toldTogether(a, b) {
				links = appendLink(links, p.country(a.Subject), p.country(b.Subject), b, true)
			}
		}
	}
	return links
}

// toldTogether tells whether one document states both facts.
func toldTogether(a, b *graph.Fact) bool {
	return slices.ContainsFunc(a.Statements, func(s graph.Statement) bool {
		return slices.ContainsFunc(b.Statements, func(t graph.Statement) bool { return s.Doc == t.Doc })
	})
}

// appendLink adds a link between two countries that are known and not one. Where
// neither does it to the other, the one with the lesser id is the source.
func appendLink(links []link, from, to entity.Ref, f *graph.Fact, mutual bool) []link {
	if from.ID == "" || to.ID == "" || from.ID == to.ID {
		return links
	}
	if mutual && strings.Compare(from.ID, to.ID) > 0 {
		from, to = to, from
	}
	return append(links, link{&from, &to, kindOf(f), f})
}
