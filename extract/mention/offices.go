package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A peopleReader reads offices and the people who hold them.
type peopleReader struct {
	bodyReader
	depth int // of offices inside offices
}

// office reads the name of one office that starts at token i.
func (s *peopleReader) office(i int) (o office, ok bool) {
	o.first = i
	j := i
	if w := s.ws[j]; w.lower == "the" || w.lower == "a" || w.lower == "an" || world.PossessiveDeterminer.Has(w.lower) {
		o.det = w.lower
		j++
	}
	n := 0
	for step := 0; ; step++ {
		if j >= len(s.ws) || step > 12 {
			return o, false
		}
		w := s.ws[j]
		if j > i && w.cut {
			return o, false
		}
		if k := s.nominated(j); k > j {
			o.status = "planned"
			j = k
			continue
		}
		var noun world.OfficeNoun
		if noun, n = s.officeNoun(j); n > 0 && !(n == 1 && world.OfficeModifier.Has(w.lower) && s.officeFollows(j+1)) {
			o.noun = noun
			break
		}
		switch {
		case world.Hyphen.Has(w.lower):
			if j == i || w.gap {
				return o, false
			}
			if len(o.keep) > 0 && o.keep[len(o.keep)-1] == j-1 {
				o.keep = append(o.keep, j)
			}
			j++
			continue
		case world.FormerWord.Has(w.lower):
			o.status = "former"
			j++
			continue
		case world.ComingWord.Has(w.lower):
			o.status = "planned"
			j++
			continue
		case w.lower == "no" || w.lower == "not":
			return o, false
		case s.counts(j):
			j++
			continue
		}
		if end, m := s.bodyAt(j); end > j && s.officeFollows(s.skipGenitive(end)) {
			if m.Type == entity.Country {
				if o.of.ID != "" && o.of.Type != entity.Country {
					return o, false
				}
				o.country = m.ref
			}
			if m.Type == entity.Country && o.of.ID == "" || m.Type != entity.Country {
				o.of = owner(m.ref)
			}
			if h := s.at[j]; m.Type == entity.Place && h.seat {
				// "White House Counsel"
				o.of = entity.CountryRef(h.capital)
				for k := j; k < end; k++ {
					o.keep = append(o.keep, k)
				}
			}
			if len(o.keep) > 0 && s.ws[o.keep[len(o.keep)-1]].shape == lower && m.Type != entity.Country {
				o.keep = o.keep[:len(o.keep)-1]
			}
			o.inside = append(o.inside, s.insides(m)...)
			j = s.skipGenitive(end)
			continue
		}
		switch {
		case world.OfficeGrading.Has(w.lower) || subject(w) && w.shape != punct:
			o.keep = append(o.keep, j)
		case s.drops(j) && !(j > i && w.shape == capital):
		case w.lower == "and" && o.unknown == 0 && len(o.keep) > 0 && j+1 < len(s.ws) && (subject(s.ws[j+1]) || world.OfficeGrading.Has(s.ws[j+1].lower)):
			o.keep = append(o.keep, j)
		case w.shape == upper && !w.loud && len(w.form) >= 3 && len(w.form) <= 6 && !hasDigit(w.form) && o.of.Type != entity.Organization && s.officeFollows(s.skipGenitive(j+1)):
			// "FEMA Administrator"
			b := body{Type: entity.Organization, ref: entity.NewRef(entity.Organization, w.form), first: j, end: j + 1, name: [2]int{j, j + 1}}
			o.of = b.ref
			o.inside = append(o.inside, s.insides(b)...)
			j = s.skipGenitive(j + 1)
			continue
		case w.shape == capital && !world.ClosedWord.Has(w.lower) || w.shape == upper && len(w.form) > 1 && !world.ClosedWord.Has(w.lower):
			o.unknown++
			if o.unknown > 2 || o.unknown > 1 && s.nameLike(j-1) {
				return o, false
			}
			o.keep = append(o.keep, j)
		default:
			return o, false
		}
		j++
	}
	o.head, o.words = j+n-1, n
	o.visible = s.ws[o.head].shape != lower
	if o.unknown > 0 && (!o.visible || o.noun.Rank == world.HeadRank || o.noun.Rank == world.GradeRank || s.ws[j].loud || s.nameLike(o.keep[0])) {
		// "Kishida Prime Minister": a name, not a modifier.
		return o, false
	}
	if s.ws[o.head].upos == "VERB" && !o.visible {
		return o, false
	}
	if o.visible && o.of.ID == "" && slices.ContainsFunc(o.keep, func(k int) bool {
		return s.ws[k].shape == lower && world.PortfolioWord.Has(s.ws[k].lower) && !world.OfficeGrading.Has(s.ws[k].lower)
	}) {
		return o, false // "the investments President Soto made"
	}
	if o.noun.Rank == world.HeadRank && (o.of.Type == entity.Place && !world.Genitive.Has(s.ws[j-1].lower) || slices.ContainsFunc(o.keep, func(k int) bool {
		w := s.ws[k]
		return (subject(w) || world.PortfolioWord.Has(w.lower)) && !world.OfficeGrading.Has(w.lower) && !world.RealmNoun.Has(w.lower) && !world.HeadTitleWord.Has(w.lower)
	})) {
		return o, false // "Clean Energy President Soto welcomed it", "from Geneva President Soto"
	}
	if o.unknown > 0 && o.keep[0] == 0 && !s.heading {
		return o, false // "Watch Minister Soto speak": the capital tells nothing
	}
	if pre, _, ok := strings.Cut(s.ws[j].lower, "-"); ok && world.FormerWord.Has(pre) {
		o.status = "former"
		o.full = titleForm(word{lower: s.ws[j].lower[len(pre)+1:]})
	} else if o.noun.Full != "" {
		o.full = o.noun.Full
	} else {
		for k := j; k < j+n; k++ {
			o.keep = append(o.keep, k)
		}
	}
	o.end = j + n
	s.afterNoun(&o)
	s.complements(&o)
	s.afterNoun(&o)
	return o, true
}

// afterNoun reads "-elect", "designate", "Emerita", "(SMS)", "(Retired)".
func (s *peopleReader) afterNoun(o *office) {
	for o.end < len(s.ws) {
		w := s.ws[o.end]
		next := o.end + 1
		switch {
		case world.Hyphen.Has(w.lower) && !w.gap && next < len(s.ws) && world.ComingWord.Has(s.ws[next].lower):
			o.status = "planned"
			o.end = next + 1
			continue
		case (w.lower == "designate" || w.lower == "elect" || w.lower == "nominee") && !o.noun.Plural:
			o.status = "planned"
			o.end = next
			continue
		case w.lower == "emeritus" || w.lower == "emerita":
			o.keep = append(o.keep, o.end)
			o.end = next
			continue
		case w.form == "(":
			end := next
			for end < len(s.ws) && end < next+5 && s.ws[end].form != ")" {
				end++
			}
			if end >= len(s.ws) || s.ws[end].form != ")" || end == next {
				return
			}
			in := s.ws[next]
			if end == next+1 && in.shape == upper && len(in.form) <= 6 {
				// The abbreviation of the office, or the party of the holder.
				if strings.HasPrefix(initials(s.titleOf(o)), in.form[:1]) && len(in.form) > 1 {
					s.abbreviated[in.form] = s.titleOf(o)
				}
			} else if in.lower == "retired" || in.lower == "ret" || in.lower == "ret." || in.lower == "rtd" {
				o.status = "former"
			} else if in.shape != initial {
				return
			}
			o.end = end + 1
			continue
		}
		return
	}
}

// complements reads "of the Department of Justice of the Philippines", "for
// Foreign Affairs of Chile", "to Việt Nam".
func (s *peopleReader) complements(o *office) {
	for range 3 {
		j := o.end
		if j+1 >= len(s.ws) || s.ws[j].cut || !complementOf(o, s.ws[j].lower) || s.ws[j].shape != lower {
			return
		}
		prep := s.ws[j].lower
		start := j + 1
		if l := s.ws[start].lower; l == "the" || l == "its" || l == "our" {
			start++
		}
		if start >= len(s.ws) {
			return
		}
		noun := s.ws[o.head].lower
		end, m := s.bodyAt(j + 1)
		inTitle := false
		if m.Type == entity.Country && m.adjective {
			// "Adviser to the German Chancellor"
			end, m = start, body{}
			if s.depth < 1 {
				s.depth++
				if in, ok := s.office(start); ok && in.visible && !in.noun.Plural && prep != "of" {
					if o.of.ID == "" {
						o.of = in.of
					}
					for k := j; k < in.end; k++ {
						o.keep = append(o.keep, k)
					}
					o.inside = append(o.inside, in.inside...)
					o.end, o.complement = in.end, true
				}
				s.depth--
			}
			if o.end > j {
				continue
			}
		}
		if m.Type == "" && prep == "to" && s.depth < 1 && s.ws[start].named() {
			// "Assistant to the President"
			s.depth++
			in, ok := s.office(start)
			s.depth--
			if _, e := s.nameAt(s.honorific(in.end), true); ok && start == j+1 && e > in.end {
				return // "Adviser to President Soto"
			}
			if ok && in.visible && !in.noun.Plural && in.det == "" && in.unknown == 0 {
				for k := j; k < in.end; k++ {
					o.keep = append(o.keep, k)
				}
				o.of = o.of.Or(in.of)
				o.inside = append(o.inside, in.inside...)
				o.end, o.complement = in.end, true
				continue
			}
		}
		if e := s.board(start); e > start && prep == "of" {
			// "Chairman of the Board of Directors of the Bank of Peru"
			for k := j; k < e; k++ {
				o.keep = append(o.keep, k)
			}
			o.end, o.complement = e, true
			continue
		}
		switch {
		case end > start && m.Type == entity.Country:
			switch {
			case prep == "to" || prep == "for" && (noun == "envoy" || noun == "representative" || noun == "coordinator"):
				o.to = m.ref
			case prep == "of" || prep == "for" || prep == "at":
				if o.of.ID == "" || o.of.ID == o.country.ID && o.noun.Rank == world.OrgRank {
					o.of = m.ref
				}
				if o.country.ID == "" {
					o.country = m.ref
				}
			default:
				return
			}
		case end > start && prep == "to" && !(m.Type == entity.Place && s.at[start].capital != nil):
			o.to = m.ref
		case end > start && (prep == "of" || prep == "at" || prep == "for") && m.Type != "":
			if world.InnerBody.Has(s.ws[start].lower) && s.ws[start+1].lower == "of" {
				// "Chairman of the Board of the Bank of Peru"
				inner, in := s.bodyAt(start + 2)
				if inner == end && in.Type == entity.Organization {
					for k := j; k <= start; k++ {
						o.keep = append(o.keep, k)
					}
					m = in
				}
			}
			if noun == "speaker" || prep == "for" && o.noun.Rank == world.StateRank && m.Type != entity.Organization {
				inTitle = true
				if prep == "for" {
					o.of = o.of.Or(m.ref)
				}
			} else if o.of.ID == "" || o.of.Type == entity.Country {
				if o.of.Type == entity.Country && o.country.ID == "" {
					o.country = o.of
				}
				o.of = owner(m.ref)
			}
		case o.noun.Rank == world.CallingRank || o.noun.Rank == world.GradeRank:
			return
		case prep == "at" || prep == "to":
			return
		case prep == "of" && world.RealmNoun.Has(s.ws[start].lower) && !s.subjectAt(start+1, capital) && (start+1 >= len(s.ws) || s.ws[start+1].lower != "of"):
			o.end, o.complement = start+1, true
			continue
		default:
			end = s.portfolio(start, false)
			inTitle = true
			if e := s.strange(start, end); e > start && o.noun.Rank != world.StateRank && prep != "on" {
				// "Founder of Borealis Robotics"
				end, inTitle = e, false
				name := s.nameOf(start, end)
				m = body{Type: entity.Organization, ref: entity.NewRef(entity.Organization, name), first: start, end: end, name: [2]int{start, end}}
				o.of = m.ref
			}
		}
		if end <= start {
			return
		}
		if inTitle {
			for k := j; k < end; k++ {
				o.keep = append(o.keep, k)
			}
		}
		if m.Type != "" {
			o.inside = append(o.inside, s.insides(m)...)
		}
		o.end = end
		o.complement = true
	}
}

// board reads "Board of Directors" at i and returns the token after it, i if it
// is not there.
func (s *peopleReader) board(i int) int {
	if i+2 < len(s.ws) && world.InnerBody.Has(s.ws[i].lower) && s.ws[i+1].lower == "of" && world.BoardMemberNoun.Has(s.ws[i+2].lower) {
		return i + 3
	}
	return i
}
