package mention

import (
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
