package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// A fitness tells how well a person suits a word for a group.
type fitness uint8

const (
	unsuited fitness = iota
	possible         // nothing speaks against it
	suited
)

// suitedIf is suited or unsuited.
func suitedIf(suits bool) fitness {
	if suits {
		return suited
	}
	return unsuited
}

// officeFitness tells how well a person suits an office: "the foreign ministers".
func (r *roster) officeFitness(office title, e int) fitness {
	return suitedIf(slices.ContainsFunc(r.profiles[e].titles, office.within))
}

// groupFitness tells how well a person suits the noun of a group: "leaders",
// "ministers", "two".
func (r *roster) groupFitness(noun string, e int) fitness {
	kind, female := world.PeoplePlural.Value(noun), r.Entities[e].Gender == world.Female
	switch {
	case kind == "woman":
		return suitedIf(female)
	case kind == "person":
		return suitedIf(noun != "men" || !female)
	case len(r.profiles[e].titles) == 0:
		return possible
	}
	best := unsuited
	for _, t := range r.profiles[e].titles {
		best = max(best, titleFitness(kind, noun, t))
	}
	return best
}

// titleFitness tells how well the holder of an office suits the noun of a group,
// which is of some kind, "" for any.
func titleFitness(kind, noun string, t title) fitness {
	switch kind {
	case "leader":
		return leaderFitness(noun, t)
	case "minister":
		return ministerFitness(t)
	case "president":
		return suitedIf(t.noun == "president")
	case "premier":
		return suitedIf(world.PremierTitle.Has(t.noun))
	case "secretary":
		return suitedIf(strings.HasSuffix(t.noun, "secretary"))
	case "king":
		return suitedIf(world.MonarchTitle.Has(t.noun))
	case "diplomat":
		return suitedIf(world.DiplomatNoun.Has(t.noun))
	case "commander":
		return suitedIf(t.rank == world.GradeRank || t.noun == "commander" || strings.HasPrefix(t.noun, "chief of"))
	case "chair", "speaker":
		return suitedIf(strings.HasPrefix(t.noun, kind))
	case "official":
		if t.rank == world.HeadRank && noun == "officials" || t.rank == world.CallingRank {
			return possible
		}
	}
	return suited
}

func leaderFitness(noun string, t title) fitness {
	switch {
	case world.FirstTitleNoun.Has(strings.TrimPrefix(t.noun, "first ")):
		return unsuited // "the First Lady" comes along
	case t.rank == world.HeadRank && (!t.vice || noun == "leaders"), world.LeaderTitle.Has(t.noun),
		noun == "chiefs" && t.rank != world.CallingRank:
		return suited
	case t.rank == world.StateRank || t.rank == world.OrgRank:
		return possible
	}
	return unsuited
}

func ministerFitness(t title) fitness {
	minister := strings.HasSuffix(t.noun, "minister")
	secretary := strings.HasSuffix(t.noun, "secretary") && t.noun != "press secretary" || t.noun == "secretary of state"
	switch {
	case minister && t.noun != "prime minister" || secretary:
		return suited
	case minister || world.MinisterLikeTitle.Has(t.noun):
		return possible
	}
	return unsuited
}
