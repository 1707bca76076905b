package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// An office is an office's name as it was read: tokens [first, end).
type office struct {
	first, end int
	head       int // its noun's last token
	words      int // how many tokens the noun has
	noun       world.OfficeNoun
	det        string // "the", "a", "his"; "" if none
	keep       []int  // tokens of the title
	full       string // replaces the noun when that is an abbreviation
	of, to     entity.Ref
	country    entity.Ref // of the holder, where of is another thing
	status     string
	complement bool
	unknown    int // capitalised words before the noun that are not known
	inside     []entity.Mention
	visible    bool // the noun is capitalised
}

// OfficeNoun reads the longest noun of an office at token i.
func (s *scanner) officeNoun(i int) (noun world.OfficeNoun, n int) {
	if i >= len(s.ws) {
		return world.OfficeNoun{}, 0
	}
	h := &s.at[i]
	if h.nounLen < 0 {
		h.noun, h.nounLen = s.readNoun(i)
	}
	return h.noun, h.nounLen
}

func (s *scanner) readNoun(i int) (noun world.OfficeNoun, n int) {
	var key []byte
	for k := i; k < len(s.ws) && k < i+6; k++ {
		w := s.ws[k]
		if k > i && (w.cut || world.Hyphen.Has(w.lower) && w.gap) {
			break
		}
		if world.Hyphen.Has(w.lower) && k > i {
			continue
		}
		if w.shape == punct || w.shape == number {
			break
		}
		if k == i {
			if pre, rest, ok := strings.Cut(w.lower, "-"); ok && world.OfficePrefix.Has(pre) {
				if got, ok := world.LookupOffice(strings.ReplaceAll(rest, "-", " ")); ok {
					noun, n = got, 1
				}
			}
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = append(key, strings.ReplaceAll(w.lower, "-", " ")...)
		if got, ok := world.LookupOffice(string(key)); ok && (got.Full == "" || w.shape != lower) {
			noun, n = got, k+1-i
		} else if full, ok := s.abbreviated[w.form]; ok && k == i && w.shape == upper && !w.loud {
			noun, n = world.OfficeNoun{Rank: world.StateRank, Full: full}, 1
		}
	}
	return noun, n
}

// office reads the name of one office that starts at token i.
func (s *scanner) office(i int) (o office, ok bool) {
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

// nominated reads "nominee for the office of" before the noun of an office, and
// returns the token after it, i if it is not there.
func (s *scanner) nominated(i int) int {
	if s.ws[i].lower != "nominee" || i+2 >= len(s.ws) || s.ws[i+1].lower != "for" && s.ws[i+1].lower != "as" {
		return i
	}
	j := i + 2
	if s.ws[j].lower == "the" || s.ws[j].lower == "a" || s.ws[j].lower == "an" {
		j++
	}
	if !s.officeFollows(j) {
		return i
	}
	return j
}

// counts tells whether the word at j says the how manieth the holder of an office
// is, which is no part of its name: "the 45th president", "its first female
// president", but "first vice president".
func (s *scanner) counts(j int) bool {
	w := s.ws[j]
	if ordinal(w.lower) && j+1 < len(s.ws) {
		return s.officeFollows(j + 1)
	}
	if w.shape != lower || !world.OrdinalWord.Has(w.lower) || j+1 >= len(s.ws) {
		return false
	}
	if world.HolderAdjective.Has(s.ws[j+1].lower) {
		return s.officeFollows(j + 2)
	}
	noun, n := s.officeNoun(j + 1)
	return n > 0 && noun.Rank == world.HeadRank && !strings.HasPrefix(s.ws[j+1].lower, "vice") && s.ws[j+n].lower != "lady" && s.ws[j+n].lower != "gentleman"
}

// everyday tells whether the noun of an office is a word of other uses too:
// "general", but not "consul general".
func (s *scanner) everyday(o *office) bool {
	return o.words == 1 && world.EverydayOffice.Has(s.ws[o.head].lower)
}

// officeFollows tells whether a noun of an office comes up within a few
// modifiers.
func (s *scanner) officeFollows(j int) bool {
	for k := j; k < len(s.ws) && k < j+6; k++ {
		w := s.ws[k]
		if w.cut {
			return false
		}
		if _, n := s.officeNoun(k); n > 0 {
			return true
		}
		switch {
		case world.OfficeGrading.Has(w.lower), subject(w), s.drops(k), world.FormerWord.Has(w.lower), ordinal(w.lower), w.lower == "and", world.Hyphen.Has(w.lower) && !w.gap, world.Genitive.Has(w.lower):
		case s.at[k].country != nil:
			k += s.at[k].countryLen - 1
		case s.at[k].seat:
			k += s.at[k].capitalLen - 1
		case w.shape == upper && !w.loud && w.upos != "VERB":
		default:
			return false
		}
	}
	return false
}

// drops tells whether a word says nothing of an office before its noun, and is no
// verb of its own: "the newly elected president", but not "Peru elected".
func (s *scanner) drops(j int) bool {
	if w := s.ws[j]; !world.OfficeEpithet.Has(w.lower) || w.upos != "VERB" || j == 0 {
		return world.OfficeEpithet.Has(w.lower)
	}
	switch s.ws[j-1].upos {
	case "AUX", "PROPN", "NOUN", "PRON":
		return world.Genitive.Has(s.ws[j-1].lower)
	}
	return true
}

func (s *scanner) skipGenitive(j int) int {
	if j < len(s.ws) && world.Genitive.Has(s.ws[j].lower) {
		return j + 1
	}
	return j
}

// afterNoun reads "-elect", "designate", "Emerita", "(SMS)", "(Retired)".
func (s *scanner) afterNoun(o *office) {
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

func initials(s string) string {
	var b strings.Builder
	for _, f := range strings.Fields(s) {
		if f[0] >= 'A' && f[0] <= 'Z' {
			b.WriteByte(f[0])
		}
	}
	return b.String()
}

// complementOf tells which prepositions tie a complement to an office.
func complementOf(o *office, prep string) bool {
	switch prep {
	case "of":
		return true
	case "for":
		return o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank
	case "to":
		return o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank
	case "at":
		return o.noun.Rank >= world.StateRank && o.noun.Rank != world.CallingRank
	case "on":
		return o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank
	}
	return false
}

// complements reads "of the Department of Justice of the Philippines", "for
// Foreign Affairs of Chile", "to Việt Nam".
func (s *scanner) complements(o *office) {
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
func (s *scanner) board(i int) int {
	if i+2 < len(s.ws) && world.InnerBody.Has(s.ws[i].lower) && s.ws[i+1].lower == "of" && world.BoardMemberNoun.Has(s.ws[i+2].lower) {
		return i + 3
	}
	return i
}

// owner makes the reference to what has an office: "Partnership for Central
// America" is then an organisation.
func owner(r entity.Ref) entity.Ref {
	if r.Type == entity.Agreement || r.Type == entity.Event {
		return entity.NewRef(entity.Organization, r.Name)
	}
	return r
}

// portfolio reads what a minister is for, or the words of an organisation's
// name after its noun, and stops before a person's name: "Foreign Affairs",
// "Sustainability and the Environment". It returns the token after, start if
// there is none.
func (s *scanner) portfolio(start int, organisation bool) int {
	end := start
	listed := false
	for j := start; j < len(s.ws); {
		w := s.ws[j]
		if j > start && w.cut {
			break
		}
		if s.at[j].country != nil && j > start && !s.at[j].adjective && s.at[j].countryLen > 0 && w.named() {
			j += s.at[j].countryLen
			end = j
			continue
		}
		switch {
		case w.named() && !world.ClosedWord.Has(w.lower):
			if j > start && s.honorific(j) > j {
				return end
			}
			if _, n := s.officeNoun(j); n > 0 && !world.PortfolioWord.Has(w.lower) {
				if !(j+n < len(s.ws) && (world.Genitive.Has(s.ws[j+n].lower))) {
					return end
				}
				j += n
				end = j
				continue
			}
			if !(subject(w) || world.OfficeGrading.Has(w.lower) || s.at[j].country != nil || s.at[j].org != nil || s.low[w.lower] && !s.nameLike(j)) {
				if j > start && !(world.Hyphen.Has(s.ws[j-1].lower) && !s.ws[j-1].gap) {
					if s.ws[j-1].lower != "the" || w.use.Given {
						return end
					}
				}
				if organisation && j == start && s.nameLike(j) && j+1 < len(s.ws) && s.nameLike(j+1) {
					return end
				}
			}
			j++
			end = j
		case world.PortfolioWord.Has(w.lower) && (end == j || end == start):
			if w.upos == "VERB" {
				return end
			}
			if j == start && w.shape == lower && !world.PortfolioWord.Has(w.lower) {
				return end
			}
			j++
			end = j
		case world.Hyphen.Has(w.lower) && !w.gap && j > start && j+1 < len(s.ws) && !s.ws[j+1].gap:
			j++
		case w.form == "&", w.lower == "and", w.lower == "of", w.lower == "for", w.lower == "the", w.lower == "on", w.lower == "or":
			if j == start {
				return start
			}
			k := j + 1
			for k < len(s.ws) && k < j+3 && (s.ws[k].lower == "the" || s.ws[k].lower == "of") {
				k++
			}
			if !s.subjectAt(k, s.ws[end-1].shape) || w.lower == "of" && s.at[k].country != nil && !s.at[k].adjective {
				return end
			}
			if organisation && (w.lower == "and" || w.form == "&") && s.kindAhead(k) {
				return end
			}
			if w.lower == "and" || w.form == "&" {
				if o, n := s.officeNoun(k); n > 0 && o.Rank != world.NoRank && !s.subjectAt(k+n, capital) || s.secondOffice(k) {
					return end
				}
			}
			j = k
		case w.form == ",":
			// "Trade, Tourism and Investment"
			if !s.subjectList(j+1, s.ws[end-1].shape) {
				if !(listed && j+1 < len(s.ws) && s.ws[j+1].lower == "and" && s.subjectAt(j+2, s.ws[end-1].shape) && !s.secondOffice(j+2)) {
					return end
				}
			}
			listed = true
			j++
		case world.Genitive.Has(w.lower):
			if !s.subjectAt(j+1, capital) {
				return end
			}
			j++
		default:
			return end
		}
	}
	return end
}

// strange gives the end of the name of an organisation that no list knows, of
// which the words [start, end) have been read as a portfolio; start if all of
// them are words of portfolios.
func (s *scanner) strange(start, end int) int {
	unknown := false
	for k := start; k < end; k++ {
		if w := s.ws[k]; w.named() && !subject(w) && !world.OfficeGrading.Has(w.lower) && s.at[k].country == nil {
			unknown = true
		}
	}
	if !unknown {
		return start
	}
	k := end
	for k < len(s.ws) && s.ws[k].named() && !s.ws[k].cut && !world.ClosedWord.Has(s.ws[k].lower) {
		k++
	}
	if k == end+1 || k > end && !s.ws[end].use.Given {
		// No name follows, or it comes after a mark.
		if k >= len(s.ws) || s.ws[k].form == "," || s.ws[k].form == "." || s.ws[k].form == ")" {
			return k
		}
	}
	return end
}

// subjectAt tells whether a word of a portfolio stands at k in the same case
// as the words before.
func (s *scanner) subjectAt(k int, like shape) bool {
	if k >= len(s.ws) || s.ws[k].cut {
		return false
	}
	w := s.ws[k]
	if (w.shape == lower) != (like == lower) {
		return false
	}
	return subject(w) || world.OfficeGrading.Has(w.lower) && w.shape != lower || s.at[k].country != nil && w.named()
}

// subjectList tells whether portfolio words up to an "and" and one more follow.
func (s *scanner) subjectList(k int, like shape) bool {
	for n := 0; k < len(s.ws) && n < 10; n++ {
		if s.ws[k].lower == "and" {
			return n > 0 && s.subjectAt(k+1, like) && !s.secondOffice(k+1)
		}
		if s.ws[k].form != "," && !s.subjectAt(k, like) || s.secondOffice(k) {
			return false
		}
		k++
	}
	return false
}

// secondOffice tells whether another office starts at k: "and Second Minister
// for Home Affairs".
func (s *scanner) secondOffice(k int) bool {
	for n := 0; k < len(s.ws) && n < 5; n++ {
		if _, m := s.officeNoun(k); m > 0 && !(m == 1 && world.OfficeModifier.Has(s.ws[k].lower)) {
			return true
		}
		if !world.OfficeGrading.Has(s.ws[k].lower) && !subject(s.ws[k]) && s.at[k].country == nil {
			return false
		}
		k++
	}
	return false
}

// titleOf writes the office's name.
func (s *scanner) titleOf(o *office) string {
	var b strings.Builder
	for n, k := range o.keep {
		w := s.ws[k]
		if n > 0 && (k != o.keep[n-1]+1 || w.gap) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		form := w.form
		if w.loud {
			form = titleForm(w)
		}
		b.WriteString(form)
	}
	title := b.String()
	if o.full != "" {
		// The noun is an abbreviation: its complements come after it.
		before := 0
		for n, k := range o.keep {
			if k < o.head {
				before = n + 1
			}
		}
		p, q := *o, *o
		p.keep, p.full = o.keep[:before], ""
		q.keep, q.full = o.keep[before:], ""
		title = strings.TrimSpace(s.titleOf(&p) + " " + o.full + " " + s.titleOf(&q))
	}
	if rest, ok := strings.CutPrefix(title, "State "); ok && o.noun.Rank == world.HeadRank {
		title = rest
	}
	return strings.Trim(title, " -")
}

func titleForm(w word) string {
	if world.ClosedWord.Has(w.lower) && w.shape == lower {
		return w.lower
	}
	return world.TitleCase(w.lower)
}

// public makes the Office that facts are made from; ok is false for callings.
func (s *scanner) public(o *office) (entity.Office, bool) {
	if o.noun.Rank == world.CallingRank || o.noun.Plural {
		return entity.Office{}, false
	}
	if o.noun.Single != "" {
		one := *o
		one.full, one.keep = world.TitleCase(o.noun.Single), nil
		if written := strings.TrimSuffix(s.nameOf(o.head, o.head+1), "s"); strings.EqualFold(strings.ReplaceAll(written, "-", " "), o.noun.Single) {
			one.full = written // "Co-Chair"
		}
		for _, k := range o.keep {
			if k < o.head-strings.Count(o.noun.Single, " ") || k > o.head {
				one.keep = append(one.keep, k)
			}
		}
		o = &one
	}
	title := s.titleOf(o)
	if title == "" {
		return entity.Office{}, false
	}
	off := entity.Office{Title: title, Of: o.of, To: o.to, Status: o.status, Span: s.span(o.first, o.end)}
	if off.Status == "" {
		off.Status = "actual"
	}
	if off.Of.Type == "" && o.country.ID != "" {
		off.Of = o.country
	}
	return off, true
}

func (s *scanner) span(first, end int) nlp.Span {
	return nlp.Span{Start: s.sent.Tokens[first].Start, End: s.sent.Tokens[end-1].End}
}
