package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// nominal reads an office without a name: "the ambassador", "his Japanese
// counterpart", "Prime Minister of Peru".
func (s *finder) nominal(i, beyond int) int {
	w := s.ws[i]
	if world.ClosedWord.Has(w.lower) && !w.named() && !titleStart(w.lower) && !world.PossessiveDeterminer.Has(w.lower) || w.lower == "its" {
		return i
	}
	o, ok := s.office(i)
	if !ok || o.end <= beyond {
		return i
	}
	noun := s.ws[o.head]
	if noun.upos == "VERB" || noun.upos == "ADJ" && !o.visible {
		return i
	}
	single := o.head
	for _, k := range o.keep {
		single = min(single, k)
	}
	if !o.visible {
		if o.det == "" && o.of.ID == "" && !o.complement && !s.predicated(i, &o) {
			return i
		}
		if o.noun.Rank == world.GradeRank && o.det != "the" || s.everyday(&o) && !(o.det == "the" && o.of.ID == "" && !o.complement && single == o.head || o.of.ID != "") {
			return i
		}
		if o.det == "" && o.of.ID == "" && o.noun.Plural {
			return i
		}
	} else if (o.noun.Rank == world.GradeRank || s.everyday(&o)) && o.det != "the" && o.of.ID == "" || s.ws[o.head].shape == lower {
		return i
	} else if o.head == 0 && len(s.ws) > 1 && s.ws[1].shape == lower && o.noun.Plural && o.of.ID == "" && !o.complement && o.noun.Rank >= world.OrgRank {
		return i
	}
	if strings.HasPrefix(noun.lower, "member") && (!o.visible || o.noun.Plural) {
		return i
	}
	if o.end < len(s.ws) {
		next := s.ws[o.end]
		if o.end == o.head+1 && next.named() && !next.cut && (subject(next) || world.PlaceNoun.Has(next.lower) || s.kindOf(o.end) != "") {
			return i // "Member States", "Prime Minister Office"
		}
		if !next.cut && next.upos == "NOUN" && next.shape == lower && next.gap || !o.complement && world.Hyphen.Has(next.lower) && !next.gap {
			return i
		}
	}
	m := entity.Mention{Kind: entity.Nominal, Type: entity.Person, Plural: o.noun.Plural, Gender: o.noun.Gender}
	s.place(&m, o.first, o.end, o.head)
	if off, ok := s.public(&o); ok {
		m.Offices = []entity.Office{off}
	} else if o.noun.Plural {
		if o.noun.Rank != world.CallingRank && o.noun.Single != "" {
			one := o
			one.noun.Plural = false
			if off, ok := s.public(&one); ok {
				off.Status = entity.Calling
				m.Offices = []entity.Office{off}
			}
		}
	} else {
		m.Offices = []entity.Office{s.calling(&o)}
	}
	if world.PossessiveDeterminer.Has(o.det) {
		pm := entity.Mention{Kind: entity.Pronoun, Plural: possessives[o.det].plural, Gender: possessives[o.det].gender, Inside: true}
		if possessives[o.det].kind == entity.Person {
			pm.Type = entity.Person
		}
		s.place(&pm, i, i+1, i)
		s.out = append(s.out, m, pm)
	} else {
		s.out = append(s.out, m)
	}
	s.out = append(s.out, o.inside...)
	return o.end
}

// predicated tells whether an office in small letters and without an article
// stands where one is said of somebody: "as trade minister", "became president".
func (s *finder) predicated(i int, o *office) bool {
	return i > 0 && !s.ws[i].cut && world.PredicateNounCue.Has(s.ws[i-1].lower) && o.noun.Rank != world.CallingRank && o.noun.Rank != world.GradeRank && !o.noun.Plural && !s.everyday(o)
}
