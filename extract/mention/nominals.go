package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// nominal reads an office without a name: "the ambassador", "his Japanese
// counterpart", "Prime Minister of Peru".
func (s *finder) nominal(i int) int { return s.nominalBeyond(i, i) }

// nominalBeyond reads a nominal at i that ends behind a token.
func (s *finder) nominalBeyond(i, token int) int {
	w := &s.ws[i]
	opens := w.named() || !world.ClosedWord.Has(w.lower) || world.TitleOpener.Has(w.lower) ||
		world.PossessiveDeterminer.Has(w.lower)
	if !opens || w.lower == "its" {
		return i
	}
	o, ok := s.office(i)
	if !ok || o.end <= token || !s.meansHolder(&o) || s.goesOnBehind(&o) {
		return i
	}
	m := entity.Mention{Kind: entity.Nominal, Type: entity.Person, Plural: o.noun.Plural, Gender: o.noun.Gender}
	s.place(&m, o.first, o.end, o.head)
	m.Offices = s.officesOf(&o)
	s.out = append(s.out, m)
	if world.PossessiveDeterminer.Has(o.det) {
		p := s.pronounAt(i, pronounOf(world.PossessiveDeterminer.Value(o.det)))
		p.Inside = true
		s.out = append(s.out, p)
	}
	s.out = append(s.out, o.inside...)
	return o.end
}

// meansHolder tells whether an office without a name means who holds it, rather than
// the office or something else of the same words.
func (s *finder) meansHolder(o *office) bool {
	noun := &s.ws[o.head]
	if noun.upos == "VERB" || noun.upos == "ADJ" && !o.visible {
		return false
	}
	if strings.HasPrefix(noun.lower, "member") && (!o.visible || o.noun.Plural) {
		return false
	}
	if !o.visible {
		return s.lowerMeansHolder(o)
	}
	if (o.noun.Rank == world.GradeRank || s.everyday(o)) && o.det != "the" && o.of.ID == "" {
		return false
	}
	opener := o.head == 0 && len(s.ws) > 1 && s.ws[1].shape == lower // a capital that tells nothing
	return !(opener && o.noun.Plural && o.of.ID == "" && !o.complement && o.noun.Rank >= world.OrgRank)
}

// lowerMeansHolder is meansHolder for an office in small letters.
func (s *finder) lowerMeansHolder(o *office) bool {
	bare := o.of.ID == "" && !o.complement
	if o.det == "" && bare && !s.predicated(o) {
		return false
	}
	if o.noun.Rank == world.GradeRank && o.det != "the" {
		return false
	}
	if s.everyday(o) && o.of.ID == "" && !(o.det == "the" && bare && s.unmodified(o)) {
		return false
	}
	return !(o.det == "" && o.of.ID == "" && o.noun.Plural)
}

// unmodified tells whether the title of an office does not begin before its noun.
func (s *finder) unmodified(o *office) bool {
	return !slices.ContainsFunc(o.keep, func(k int) bool { return k < o.head })
}

// predicated tells whether an office in small letters and without an article
// stands where one is said of somebody: "as trade minister", "became president", "was mayor".
func (s *finder) predicated(o *office) bool {
	i := o.first
	if i > 1 && world.Genitive.Has(s.ws[i-1].lower) && s.nameLike(i-2) {
		for k := i - 2; k >= max(0, i-5); k-- { // "is President Rey's security adviser"
			if world.BeForm.Has(s.ws[k].lower) {
				return o.noun.Rank == world.StateRank && !o.noun.Plural
			}
		}
	}
	return i > 0 && !s.ws[i].cut && (world.PredicateNounCue.Has(s.ws[i-1].lower) || world.BeForm.Has(s.ws[i-1].lower)) && o.noun.Rank != world.CallingRank &&
		o.noun.Rank != world.GradeRank && !o.noun.Plural && !s.everyday(o)
}

// goesOnBehind tells whether what stands behind an office makes it the beginning of
// something else: "Member States", "Prime Minister Office", "president-led".
func (s *finder) goesOnBehind(o *office) bool {
	if o.end >= len(s.ws) {
		return false
	}
	next := &s.ws[o.end]
	if o.end == o.head+1 && next.named() && !next.cut &&
		(next.subject() || world.PlaceNoun.Has(next.lower) || s.kindOf(o.end) != "") {
		return true
	}
	return !next.cut && next.upos == "NOUN" && next.shape == lower && next.gap || !o.complement && s.joined(o.end)
}

// officesOf gives the office of a nominal, by which those who hold it are found; none
// for callings of several.
func (s *finder) officesOf(o *office) []entity.Office {
	if off, ok := s.public(o); ok {
		return []entity.Office{off}
	}
	if !o.noun.Plural {
		return []entity.Office{s.calling(o)}
	}
	if o.noun.Rank == world.CallingRank || o.noun.Single == "" {
		return nil
	}
	one := *o
	one.noun.Plural = false
	off, ok := s.public(&one)
	if !ok {
		return nil
	}
	off.Status = entity.Calling
	return []entity.Office{off}
}
