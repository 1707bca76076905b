package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A pronoun is what a pronoun tells of whom it means.
type pronoun struct {
	kind   entity.Type // Person, or "" where it can be a thing too
	plural bool
	gender world.Gender
}

const anyType entity.Type = "any"

var pronouns = map[string]pronoun{
	"he": {entity.Person, false, world.Male}, "him": {entity.Person, false, world.Male}, "himself": {entity.Person, false, world.Male},
	"she": {entity.Person, false, world.Female}, "herself": {entity.Person, false, world.Female},
	"they": {anyType, true, 0}, "them": {anyType, true, 0}, "themselves": {anyType, true, 0},
	"i": {entity.Person, false, 0}, "me": {entity.Person, false, 0}, "myself": {entity.Person, false, 0},
	"we": {anyType, true, 0}, "us": {anyType, true, 0}, "ourselves": {anyType, true, 0},
	"it": {anyType, false, 0}, "itself": {anyType, false, 0},
}

var possessives = map[string]pronoun{
	"his": {entity.Person, false, world.Male}, "her": {entity.Person, false, world.Female}, "their": {anyType, true, 0},
	"my": {entity.Person, false, 0}, "our": {anyType, true, 0}, "its": {anyType, false, 0},
}

// pronoun emits a pronoun.
func (s *scanner) pronoun(i int, p pronoun) int {
	w := s.ws[i]
	if w.lower == "i" && w.form != "I" || w.lower == "us" && w.form == "US" || w.lower == "it" && w.form == "IT" {
		return i + 1
	}
	m := entity.Mention{Kind: entity.Pronoun, Plural: p.plural, Gender: p.gender}
	if p.kind == entity.Person {
		m.Type = entity.Person
	}
	s.place(&m, i, i+1, i)
	s.out = append(s.out, m)
	return i + 1
}

// eachOther reads "each other" and "one another".
func (s *scanner) eachOther(i int) int {
	if i+1 >= len(s.ws) || s.ws[i+1].cut {
		return i
	}
	if a, b := s.ws[i].lower, s.ws[i+1].lower; !(a == "each" && b == "other") && !(a == "one" && b == "another") {
		return i
	}
	m := entity.Mention{Kind: entity.Pronoun, Plural: true}
	s.place(&m, i, i+2, i)
	s.out = append(s.out, m)
	return i + 2
}

// groupNouns are what two or more countries or people are called together.
var groupNouns = map[string]entity.Type{
	"countries": entity.Country, "nations": entity.Country, "states": entity.Country, "governments": entity.Country, "sides": anyType, "parties": anyType, "neighbours": entity.Country, "neighbors": entity.Country,
	"peoples": entity.Country, "republics": entity.Country, "kingdoms": entity.Country, "capitals": entity.Country, "allies": entity.Country, "partners": anyType,
	"leaders": entity.Person, "ministers": entity.Person, "officials": entity.Person, "presidents": entity.Person, "diplomats": entity.Person, "men": entity.Person, "women": entity.Person, "statesmen": entity.Person,
	"politicians": entity.Person, "counterparts": entity.Person, "ambassadors": entity.Person, "chiefs": entity.Person, "heads": entity.Person, "secretaries": entity.Person, "premiers": entity.Person, "kings": entity.Person, "monarchs": entity.Person, "chairmen": entity.Person, "speakers": entity.Person,
	"generals": entity.Person, "principals": entity.Person, "envoys": entity.Person, "delegations": entity.Country, "militaries": entity.Country, "economies": entity.Country, "foreign ministers": entity.Person, "prime ministers": entity.Person,
}

// group reads "both sides", "the two leaders", "the Southeast Asian nation",
// "the country", "our country", "both".
func (s *scanner) group(i int) int {
	w := s.ws[i]
	j := i
	count, det := 0, ""
	switch w.lower {
	case "both":
		count, det = 2, "both"
		j++
		if j < len(s.ws) && (s.ws[j].lower == "the" || s.ws[j].lower == "our" || s.ws[j].lower == "their" || s.ws[j].lower == "of") {
			j++
		}
	case "the", "these", "their", "our", "his", "her", "its", "my", "this", "each":
		det = w.lower
		j++
		if j < len(s.ws) && world.GroupNumber.Number(s.ws[j].lower) > 0 {
			count = world.GroupNumber.Number(s.ws[j].lower)
			j++
		}
	default:
		if world.GroupNumber.Number(w.lower) > 0 && w.lower == "two" {
			count, det = 2, "two"
			j++
		} else {
			return i
		}
	}
	start := j
	for j < len(s.ws) && j < start+4 && !s.ws[j].cut {
		l := s.ws[j].lower
		if world.RegionAdjective.Has(l) || world.Hyphen.Has(l) && j > start || s.at[j].place != nil && s.at[j].place.Kind == "continent" {
			j++
			continue
		}
		if count > 0 && (l == "respective" || l == "visiting" || l == "top" || l == "senior" || l == "foreign" || l == "prime" || l == "defence" || l == "defense" || l == "own" || world.PortfolioWord.Has(l) && s.ws[j].shape == lower) {
			if groupNouns[l] != "" {
				break
			}
			j++
			continue
		}
		break
	}
	if j >= len(s.ws) || s.ws[j].cut || s.ws[j].shape == upper && !s.ws[j].loud {
		return i
	}
	noun := s.ws[j].lower
	m := entity.Mention{Kind: entity.Nominal}
	if kind, ok := groupNouns[noun]; ok && (count > 0 || kind == entity.Person && det == "the" || j == start || noun == "countries" || noun == "nations") {
		if det == "its" || det == "this" || det == "each" || det == "his" || det == "my" || det == "her" {
			return i
		}
		if noun == "states" && count == 0 && (s.ws[j].named() || det == "the") || noun == "parties" && count == 0 && det != "the" {
			return i
		}
		if kind == entity.Person {
			if _, n := s.officeNoun(j); n > 1 {
				if count == 0 {
					return i
				}
				// "the two Heads of State"
				m.Type, m.Plural, m.Count = entity.Person, true, count
				s.place(&m, i, j+n, j)
				s.out = append(s.out, m)
				return j + n
			}
			if count == 0 && j+1 < len(s.ws) && s.ws[j+1].lower == "of" {
				return i
			}
		}
		if count == 0 && (noun == "heads" || noun == "chiefs" || noun == "men" || noun == "women" || noun == "partners" || noun == "allies" || noun == "economies" || noun == "capitals" || noun == "secretaries" || noun == "neighbours" || noun == "neighbors" || noun == "officials" || noun == "politicians" || noun == "counterparts" || noun == "delegations" && det != "the") {
			return i
		}
		m.Plural, m.Count = true, count
		if kind != anyType {
			m.Type = kind
		}
		s.place(&m, i, j+1, j)
		s.out = append(s.out, m)
		return j + 1
	}
	if (noun == "government" || noun == "administration" && s.ws[j].shape == capital) && (det == "the" || det == "our" || det == "my") && j == i+1 && count == 0 && (j+1 >= len(s.ws) || s.acts(j+1) || s.ws[j+1].shape == punct || world.Genitive.Has(s.ws[j+1].lower) || s.ws[j+1].upos == "ADP" && s.ws[j+1].lower != "of") {
		m.Type = entity.Country
		s.place(&m, i, j+1, j)
		s.out = append(s.out, m)
		return j + 1
	}
	if world.CountryNoun.Has(noun) && count == 0 && det != "both" && det != "these" && s.ws[j].shape == lower {
		if j == start && noun != "country" && noun != "nation" && noun != "kingdom" || det == "each" || det == "this" {
			return i
		}
		if j+1 < len(s.ws) && s.ws[j+1].upos == "NOUN" && s.ws[j+1].gap {
			return i
		}
		m.Type = entity.Country
		s.place(&m, i, j+1, j)
		s.out = append(s.out, m)
		if p := possessives[det]; p.kind == entity.Person {
			s.pronoun(i, p)
			s.out[len(s.out)-1].Inside = true
		}
		return j + 1
	}
	if count > 0 && (det == "the" || det == "these") && j == i+2 && s.acts(j) {
		// "The two discussed trade."
		m.Plural, m.Count = true, count
		s.place(&m, i, j, j-1)
		s.out = append(s.out, m)
		return j
	}
	if det == "the" && count == 0 && j == i+1 && s.ofTwo(j) {
		m.Plural = noun == "pair"
		s.place(&m, i, j+1, j)
		s.out = append(s.out, m)
		return j + 1
	}
	if det == "both" && (j == i+1 && s.ws[j].lower != "of") {
		if next := s.ws[j]; world.StateActVerbForm.Has(next.lower) || next.upos == "VERB" && strings.HasSuffix(next.lower, "ed") {
			m.Plural, m.Count = true, 2
			s.place(&m, i, i+1, i)
			s.out = append(s.out, m)
			return i + 1
		}
	}
	return i
}

// ofTwo tells whether the word at j after "the" means one of two named before, or
// both: "the latter's visit", "the pair met", but "the former president".
func (s *scanner) ofTwo(j int) bool {
	noun, next := s.ws[j].lower, word{shape: punct}
	if j+1 < len(s.ws) && !s.ws[j+1].cut {
		next = s.ws[j+1]
	}
	switch noun {
	case "latter":
		return next.shape == punct || next.upos != "NOUN" && next.upos != "ADJ" && next.upos != "PROPN" && next.upos != "NUM"
	case "former", "pair":
		return next.shape == punct || world.Genitive.Has(next.lower) || s.acts(j+1)
	}
	return false
}

// acts tells whether a verb stands at j, perhaps after an adverb.
func (s *scanner) acts(j int) bool {
	for j < len(s.ws) && !s.ws[j].cut && (strings.HasSuffix(s.ws[j].lower, "ly") || s.ws[j].lower == "also" || s.ws[j].lower == "then") {
		j++
	}
	if j >= len(s.ws) || s.ws[j].cut {
		return false
	}
	w := s.ws[j]
	return world.StateActVerbForm.Has(w.lower) || world.NameVerbForm.Has(w.lower) || w.upos == "VERB" || w.upos == "AUX" || w.upos == "" && w.shape == lower && strings.HasSuffix(w.lower, "ed")
}

// nominal reads an office without a name: "the ambassador", "his Japanese
// counterpart", "Prime Minister of Peru".
func (s *scanner) nominal(i, beyond int) int {
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
func (s *scanner) predicated(i int, o *office) bool {
	return i > 0 && !s.ws[i].cut && world.PredicateNounCue.Has(s.ws[i-1].lower) && o.noun.Rank != world.CallingRank && o.noun.Rank != world.GradeRank && !o.noun.Plural && !s.everyday(o)
}

// calling makes an Office of what is none, because whose it is tells who is meant.
func (s *scanner) calling(o *office) entity.Office {
	return entity.Office{Title: strings.ToLower(s.titleOf(o)), Of: o.of.Or(o.country), To: o.to, Status: entity.Calling, Span: s.span(o.first, o.end)}
}

// eventNominal reads anniversaries and inaugurations in small letters: "the 50th
// anniversary of national reunification".
func (s *scanner) eventNominal(i int) int {
	j := i
	if s.ws[j].lower == "the" || s.ws[j].lower == "a" {
		j++
	}
	if j >= len(s.ws) {
		return i
	}
	start := j
	for j < len(s.ws) && j < start+4 && (ordinal(s.ws[j].lower) || s.ws[j].lower == "year" || world.Hyphen.Has(s.ws[j].lower) || strings.HasSuffix(s.ws[j].lower, "-year") || world.GroupNumber.Number(s.ws[j].lower) > 0 || world.OrdinalWord.Has(s.ws[j].lower)) {
		j++
	}
	if j+2 >= len(s.ws) || s.ws[j].lower != "anniversary" && s.ws[j].lower != "inauguration" || s.ws[j+1].lower != "of" || s.ws[j].lower == "anniversary" && j == start && s.ws[i].lower != "the" {
		return i
	}
	head := j
	// What is celebrated goes up to the next verb, preposition or mark.
	end := j + 2
	for end < len(s.ws) && end < j+16 && !s.ws[end].cut {
		w := s.ws[end]
		if w.shape == punct && !world.Hyphen.Has(w.lower) && !world.Genitive.Has(w.lower) || w.lower == "and" && end+1 < len(s.ws) && !s.ws[end+1].named() || world.EventEnd.Has(w.lower) || w.upos == "VERB" || w.upos == "AUX" {
			break
		}
		end++
	}
	if end == j+2 {
		return i
	}
	first := start
	b := body{Type: entity.Event, first: i, end: end, name: [2]int{first, end}}
	b.ref.Name = s.nameOf(first, end)
	b.inside = s.countriesIn(j, end)
	n := len(s.out)
	if !s.body(b) {
		return i
	}
	s.out[n].Head = head
	return end
}
