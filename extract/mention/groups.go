package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

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
func (s *finder) group(i int) int {
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
func (s *finder) ofTwo(j int) bool {
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
