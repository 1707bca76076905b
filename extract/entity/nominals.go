package entity

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// A pronoun is what a pronoun tells of whom it means.
type pronoun struct {
	kind   Type // Person, or "" where it can be a thing too
	plural bool
	gender Gender
}

const anyType Type = "any"

var pronouns = map[string]pronoun{
	"he": {Person, false, Male}, "him": {Person, false, Male}, "himself": {Person, false, Male},
	"she": {Person, false, Female}, "herself": {Person, false, Female},
	"they": {anyType, true, 0}, "them": {anyType, true, 0}, "themselves": {anyType, true, 0},
	"i": {Person, false, 0}, "me": {Person, false, 0}, "myself": {Person, false, 0},
	"we": {anyType, true, 0}, "us": {anyType, true, 0}, "ourselves": {anyType, true, 0},
	"it": {anyType, false, 0}, "itself": {anyType, false, 0},
}

var possessives = map[string]pronoun{
	"his": {Person, false, Male}, "her": {Person, false, Female}, "their": {anyType, true, 0},
	"my": {Person, false, 0}, "our": {anyType, true, 0}, "its": {anyType, false, 0},
}

// pronoun emits a pronoun.
func (s *scanner) pronoun(i int, p pronoun) int {
	w := s.ws[i]
	if w.lower == "i" && w.form != "I" || w.lower == "us" && w.form == "US" || w.lower == "it" && w.form == "IT" {
		return i + 1
	}
	m := Mention{Kind: Pronoun, Plural: p.plural, Gender: p.gender}
	if p.kind == Person {
		m.Type = Person
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
	m := Mention{Kind: Pronoun, Plural: true}
	s.place(&m, i, i+2, i)
	s.out = append(s.out, m)
	return i + 2
}

// groupNouns are what two or more countries or people are called together.
var groupNouns = map[string]Type{
	"countries": Country, "nations": Country, "states": Country, "governments": Country, "sides": anyType, "parties": anyType, "neighbours": Country, "neighbors": Country,
	"peoples": Country, "republics": Country, "kingdoms": Country, "capitals": Country, "allies": Country, "partners": anyType,
	"leaders": Person, "ministers": Person, "officials": Person, "presidents": Person, "diplomats": Person, "men": Person, "women": Person, "statesmen": Person,
	"politicians": Person, "counterparts": Person, "ambassadors": Person, "chiefs": Person, "heads": Person, "secretaries": Person, "premiers": Person, "kings": Person, "monarchs": Person, "chairmen": Person, "speakers": Person,
	"generals": Person, "principals": Person, "envoys": Person, "delegations": Country, "militaries": Country, "economies": Country, "foreign ministers": Person, "prime ministers": Person,
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
		if world.RegionAdjective.Has(l) || isHyphen(l) && j > start || s.at[j].place != nil && s.at[j].place.Kind == "continent" {
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
	m := Mention{Kind: Nominal}
	if kind, ok := groupNouns[noun]; ok && (count > 0 || kind == Person && det == "the" || j == start || noun == "countries" || noun == "nations") {
		if det == "its" || det == "this" || det == "each" || det == "his" || det == "my" || det == "her" {
			return i
		}
		if noun == "states" && count == 0 && (s.ws[j].named() || det == "the") || noun == "parties" && count == 0 && det != "the" {
			return i
		}
		if kind == Person {
			if _, n := s.officeNoun(j); n > 1 {
				if count == 0 {
					return i
				}
				// "the two Heads of State"
				m.Type, m.Plural, m.Count = Person, true, count
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
	if (noun == "government" || noun == "administration" && s.ws[j].shape == capital) && (det == "the" || det == "our" || det == "my") && j == i+1 && count == 0 && (j+1 >= len(s.ws) || s.acts(j+1) || s.ws[j+1].shape == punct || isGenitive(s.ws[j+1].lower) || s.ws[j+1].upos == "ADP" && s.ws[j+1].lower != "of") {
		m.Type = Country
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
		m.Type = Country
		s.place(&m, i, j+1, j)
		s.out = append(s.out, m)
		if p := possessives[det]; p.kind == Person {
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
		return next.shape == punct || isGenitive(next.lower) || s.acts(j+1)
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
	if world.ClosedWord.Has(w.lower) && !w.named() && !titleStart(w.lower) && possessives[w.lower].kind == "" || w.lower == "its" {
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
		if o.noun.rank == gradeRank && o.det != "the" || s.everyday(&o) && !(o.det == "the" && o.of.ID == "" && !o.complement && single == o.head || o.of.ID != "") {
			return i
		}
		if o.det == "" && o.of.ID == "" && o.noun.plural {
			return i
		}
	} else if (o.noun.rank == gradeRank || s.everyday(&o)) && o.det != "the" && o.of.ID == "" || s.ws[o.head].shape == lower {
		return i
	} else if o.head == 0 && len(s.ws) > 1 && s.ws[1].shape == lower && o.noun.plural && o.of.ID == "" && !o.complement && o.noun.rank >= orgRank {
		return i
	}
	if strings.HasPrefix(noun.lower, "member") && (!o.visible || o.noun.plural) {
		return i
	}
	if o.end < len(s.ws) {
		next := s.ws[o.end]
		if o.end == o.head+1 && next.named() && !next.cut && (subject(next) || world.PlaceNoun.Has(next.lower) || s.kindOf(o.end) != "") {
			return i // "Member States", "Prime Minister Office"
		}
		if !next.cut && next.upos == "NOUN" && next.shape == lower && next.gap || !o.complement && isHyphen(next.lower) && !next.gap {
			return i
		}
	}
	m := Mention{Kind: Nominal, Type: Person, Plural: o.noun.plural, Gender: o.noun.gender}
	s.place(&m, o.first, o.end, o.head)
	if off, ok := s.public(&o); ok {
		m.Offices = []Office{off}
	} else if o.noun.plural {
		if o.noun.rank != callingRank && o.noun.single != "" {
			one := o
			one.noun.plural = false
			if off, ok := s.public(&one); ok {
				off.Status = calling
				m.Offices = []Office{off}
			}
		}
	} else {
		m.Offices = []Office{s.calling(&o)}
	}
	if possessives[o.det].kind != "" {
		pm := Mention{Kind: Pronoun, Plural: possessives[o.det].plural, Gender: possessives[o.det].gender, Inside: true}
		if possessives[o.det].kind == Person {
			pm.Type = Person
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
	return i > 0 && !s.ws[i].cut && world.PredicateNounCue.Has(s.ws[i-1].lower) && o.noun.rank != callingRank && o.noun.rank != gradeRank && !o.noun.plural && !s.everyday(o)
}

// calling is the status of what is no office, inside this package only; Resolve
// takes it out.
const calling = "calling"

// calling makes an Office of what is none, because whose it is tells who is meant.
func (s *scanner) calling(o *office) Office {
	return Office{Title: strings.ToLower(s.titleOf(o)), Of: pick(o.of, o.country), To: o.to, Status: calling, Span: s.span(o.first, o.end)}
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
	for j < len(s.ws) && j < start+4 && (ordinal(s.ws[j].lower) || s.ws[j].lower == "year" || isHyphen(s.ws[j].lower) || strings.HasSuffix(s.ws[j].lower, "-year") || world.GroupNumber.Number(s.ws[j].lower) > 0 || world.OrdinalWord.Has(s.ws[j].lower)) {
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
		if w.shape == punct && !isHyphen(w.lower) && !isGenitive(w.lower) || w.lower == "and" && end+1 < len(s.ws) && !s.ws[end+1].named() || world.EventEnd.Has(w.lower) || w.upos == "VERB" || w.upos == "AUX" {
			break
		}
		end++
	}
	if end == j+2 {
		return i
	}
	first := start
	b := body{Type: Event, first: i, end: end, name: [2]int{first, end}}
	b.ref.Name = s.nameOf(first, end)
	b.inside = s.countriesIn(j, end)
	n := len(s.out)
	if !s.body(b) {
		return i
	}
	s.out[n].Head = head
	return end
}
