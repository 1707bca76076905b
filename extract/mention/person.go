package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A person is a mention of a person as it was read: tokens [first, end).
type person struct {
	first, end int
	name       [2]int // tokens of the name
	offices    []office
	gender     world.Gender
	honorific  bool
}

// shareOf gives the first of two offices the organisation or country of the second
// where it belongs to both: "President and CEO of the Bank of Peru", "General Secretary
// and President of Laos".
func shareOf(offices []office) {
	n := len(offices)
	if n < 2 {
		return
	}
	a, b := &offices[n-2], &offices[n-1]
	free := a.of.ID == "" && !a.complement &&
		(a.noun.Rank == world.OrgRank || a.noun.Rank == world.HeadRank && len(a.keep) == 1)
	if free && b.of.Type == entity.Organization && b.complement && b.noun.Rank == world.OrgRank {
		a.of = b.of
	}
	ruling := a.of.ID == "" && !a.complement && a.noun.Rank == world.OrgRank && a.words > 1
	if ruling && b.of.Type == entity.Country && b.complement && b.noun.Rank == world.HeadRank {
		a.of = b.of
	}
}

// servesAnother tells whether a person holds an office of another country than that
// of an office, which nobody does at once: "Japanese Prime Minister Sato, the Russian
// president" are two.
func (p *person) servesAnother(o *office) bool {
	return o.ofState() && slices.ContainsFunc(p.offices, func(a office) bool {
		return a.ofState() && a.of.ID != o.of.ID && a.status == o.status
	})
}

// ofState tells whether an office is one of a state that is told.
func (o *office) ofState() bool {
	return o.of.Type == entity.Country && (o.noun.Rank == world.HeadRank || o.noun.Rank == world.StateRank)
}
