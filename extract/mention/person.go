package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// nameUse looks a word up; of a hyphenated word its first known part.
func nameUse(form string) world.NameUse {
	u := world.LookupName(form)
	if u == (world.NameUse{}) && strings.ContainsAny(form, "-–") {
		for part := range strings.FieldsFuncSeq(form, func(r rune) bool { return r == '-' || r == '–' }) {
			if u = world.LookupName(part); u != (world.NameUse{}) {
				return u
			}
		}
	}
	return u
}

// nameLike tells whether the word at j is known to belong to a person's name.
func (s *scanner) nameLike(j int) bool {
	if j >= len(s.ws) || !s.ws[j].named() || world.ClosedWord.Has(s.ws[j].lower) {
		return false
	}
	u := s.ws[j].use
	return u.Given || u.Surname || s.names[s.ws[j].fold]
}

// honorific reads the honorifics at i and returns the token after them, i if
// there are none.
func (s *scanner) honorific(i int) int {
	end, _ := s.honorifics(i)
	return end
}

func (s *scanner) honorifics(i int) (end int, g world.Gender) {
	end = i
	for end < len(s.ws) && (s.ws[end].named() || s.ws[end].lower == "the" || world.PossessiveDeterminer.Has(s.ws[end].lower)) {
		var key []byte
		next := end
		for k := end; k < len(s.ws) && k < end+4; k++ {
			w := s.ws[k]
			if k > i && w.cut {
				break
			}
			if w.shape == punct {
				break
			}
			if len(key) > 0 {
				key = append(key, ' ')
			}
			l := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", " ")
			key = append(key, l...)
			gender, ok := world.HonorificGender(string(key))
			if !ok && k+1 < len(s.ws) && s.ws[k+1].lower == "'" && !s.ws[k+1].gap {
				gender, ok = world.HonorificGender(string(key) + "'")
				if ok {
					k++
				}
			}
			if ok && k+2 < len(s.ws) && s.ws[k+1].lower == "'" && !s.ws[k+1].gap {
				k++ // "Dato' Ahmad"
			}
			if _, n := s.officeNoun(end); n > k+1-end || n > 0 && string(key) == "chief" && s.officeHere(k+1) {
				ok = false
			}
			if ok && world.NameHonorific.Has(string(key)) && !(k+2 < len(s.ws) && s.ws[k+1].named() && s.ws[k+2].named()) {
				ok = false
			}
			if ok && s.ws[k].shape != lower && s.nameStarts(k+1) && !(string(key) == "u" && w.form != "U") {
				next = k + 1
				if gender != world.UnknownGender {
					g = gender
				}
			}
		}
		if next == end {
			return end, g
		}
		end = next
		if end < len(s.ws) && s.ws[end].form == "." {
			end++
		}
	}
	return end, g
}

// nameStarts tells whether the token at k can start a name or a further title.
func (s *scanner) nameStarts(k int) bool {
	if k < len(s.ws) && s.ws[k].form == "." {
		k++
	}
	if k >= len(s.ws) || s.ws[k].cut {
		return false
	}
	w := s.ws[k]
	return w.named() && !world.ClosedWord.Has(w.lower) || world.NameParticle.Has(w.lower) && k+1 < len(s.ws) && s.ws[k+1].named()
}

// nameAt reads a person's name at i; end is i when there is none. titled tells
// that a title or honorific stands before it.
func (s *scanner) nameAt(i int, titled bool) (first, end int) {
	j := i
	solid := 0 // words other than initials and particles
	for j < len(s.ws) && j < i+10 {
		w := s.ws[j]
		if j > i && w.cut {
			break
		}
		if (w.form == "-" || w.form == "‑") && j > i && !w.gap && j+1 < len(s.ws) && !s.ws[j+1].gap {
			n := s.ws[j+1]
			if s.at[j+1].country != nil || s.kindOf(j+1) != "" || world.HyphenTail.Has(n.lower) || world.ComingWord.Has(n.lower) || n.shape == punct || n.shape == number {
				break
			}
			if n.shape == lower && len(n.form) > 6 {
				break
			}
			if !titled && solid == 1 && n.shape == capital && !(s.ws[j-1].use.Given && j+2 < len(s.ws) && s.ws[j+2].named() && s.kindOf(j+2) == "") {
				return i, i // "the Silva-Novak plan" is of two people
			}
			j += 2
			continue
		}
		if w.shape == lower {
			if world.NameParticle.Has(w.lower) && (j > i || titled || s.joined(j+1)) && s.particleRun(j) {
				j++
				if j < len(s.ws) && world.Hyphen.Has(s.ws[j].lower) && !s.ws[j].gap {
					j++
				}
				continue
			}
			break
		}
		if w.shape == initial {
			if w.form == "I" || j > i && len(w.form) == 1 && !(j+1 < len(s.ws) && s.ws[j+1].named()) {
				break
			}
			j++
			if j < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && j+1 < len(s.ws) && s.ws[j+1].named() {
				j++
			}
			continue
		}
		if (w.form == `"` || w.form == "“" || w.form == "(") && j > i && j+3 < len(s.ws) && s.ws[j+1].shape == capital && (s.ws[j+2].form == `"` || s.ws[j+2].form == "”") && s.ws[j+3].shape == capital {
			j += 3
			continue
		}
		if !w.named() || !s.namePart(i, j, titled, solid) {
			break
		}
		solid++
		j++
	}
	for j > i && (s.ws[j-1].shape == lower && world.NameParticle.Has(s.ws[j-1].lower) && !s.joined(j-2) || s.ws[j-1].shape == punct) {
		j--
	}
	if solid == 0 || j == i {
		return i, i
	}
	return i, j
}

// runsOut tells whether the capitalised words after j are few and end at a
// mark, number or small letter, so that in a heading they can still be a name.
func (s *scanner) runsOut(j int) bool {
	for k := j + 1; k < len(s.ws) && k < j+4; k++ {
		w := s.ws[k]
		if !w.named() || w.cut || s.officeHere(k) || hasDigit(w.form) || world.Postnominal.Has(w.lower) {
			return true
		}
		if world.ClosedWord.Has(w.lower) || subject(w) || s.kindOf(k) != "" || s.at[k].country != nil || s.at[k].org != nil || strings.HasSuffix(w.lower, "s") && !s.nameLike(k) {
			return false
		}
	}
	return j+4 >= len(s.ws)
}

// joined tells whether a hyphen without a space stands at j.
func (s *scanner) joined(j int) bool {
	return j >= 0 && j < len(s.ws) && world.Hyphen.Has(s.ws[j].lower) && !s.ws[j].gap
}

// particleRun tells whether a capitalised word follows the particles at j.
func (s *scanner) particleRun(j int) bool {
	for k := j; k < len(s.ws) && k < j+6; k++ {
		w := s.ws[k]
		if w.named() {
			return !world.ClosedWord.Has(w.lower) && s.at[k].org == nil
		}
		if !world.NameParticle.Has(w.lower) && !world.Hyphen.Has(w.lower) {
			return false
		}
	}
	return false
}

// namePart tells whether the capitalised word at j can go on the name that
// started at i.
func (s *scanner) namePart(i, j int, titled bool, solid int) bool {
	w := s.ws[j]
	if hasDigit(w.form) {
		return false
	}
	u := w.use
	known := u.Given || u.Surname || s.names[w.fold]
	if solid > 0 && w.shape == capital && (s.ws[j-1].form == "Al" || s.ws[j-1].form == "El") && !s.heading && s.at[j].country == nil {
		return true // "Tarik Al Said"
	}
	if n, ok := s.taggedName(i); ok && n.Type == nlp.PersonName && n.First <= i && n.Last <= j && !known {
		return false // "Malcolm Smith Motorsports"
	}
	plain := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", "")
	if solid > 0 && (w.shape == upper || plain == "jr" || plain == "sr" || plain == "phd") && world.Postnominal.Has(plain) && !w.loud {
		return false
	}
	if w.shape == capital && !w.loud && (solid > 0 && s.inPerson(i, j) || solid == 0 && s.startsPerson(j)) {
		return true // "Samantha Power", "Will Norris"
	}
	if world.ClosedWord.Has(w.lower) && j > 0 && !s.heading && !w.loud && w.shape == capital && len(w.form) > 1 && (solid > 0 && s.ws[j-1].use.FamilyFirst || solid == 0 && titled && u.FamilyFirst && j+1 < len(s.ws) && s.ws[j+1].named()) && u.Surname {
		return true // "To Lam"
	}
	if world.ClosedWord.Has(w.lower) {
		return solid > 0 && (world.MonthGivenName.Has(w.lower) || w.lower == "may") && j > i && s.ws[j-1].use.Given && !(j+1 < len(s.ws) && s.ws[j+1].shape == number)
	}
	if w.shape == upper && !w.loud {
		if s.at[j].org != nil || s.at[j].country != nil || s.defined[w.form].ID != "" {
			return false
		}
		return (solid > 0 || titled && len(w.form) > 3 || known && j+1 < len(s.ws) && s.ws[j+1].named()) && len(w.form) > 1 && !hasDigit(w.form)
	}
	if o, n := s.officeNoun(j); n > 0 {
		if solid == 1 && o.Rank == world.GradeRank && n == 1 && s.ws[j-1].use.Given && (s.closedBy(j+1) || world.Postnominal.Has(s.ws[j+1].lower) || s.ws[j+1].shape == lower && s.ws[j+1].lower != "of") {
			return true // "Julie Bishop"
		}
		if solid == 0 || o.Plural || !known || s.officeHere(j+n) || j+n < len(s.ws) && s.ws[j+n].named() && !world.Postnominal.Has(s.ws[j+n].lower) {
			return false
		}
		return true
	}
	if h := s.at[j]; h.country != nil {
		if h.countryLen > 1 {
			return false
		}
		nextNamed := j+1 < len(s.ws) && s.ws[j+1].named() && !world.ClosedWord.Has(s.ws[j+1].lower)
		if solid == 0 {
			return titled && u.Given && nextNamed && !h.adjective || !titled && u.Given && nextNamed && s.nameLike(j+1) && !subject(s.ws[j+1])
		}
		return (u.Given || u.Surname) && solid > 0 && s.skipGenitive(j+1) == j+1 && s.ws[j-1].use.Given && !s.joined(j+1)
	}
	if s.at[j].org != nil && s.at[j].orgLen > 1 {
		return false
	}
	if subject(w) || world.OfficeGrading.Has(w.lower) {
		if solid == 0 {
			return known && (titled || u.Given) && !s.kindAhead(j)
		}
		return known && !s.kindAhead(j)
	}
	if s.kindOf(j) != "" {
		return solid > 0 && known && !(j+1 < len(s.ws) && s.ws[j+1].named())
	}
	if w.loud || s.heading {
		if solid == 0 && titled {
			return known || !s.low[w.lower]
		}
		return known || solid > 0 && w.upos != "VERB" && !strings.HasSuffix(w.lower, "ing") && !s.low[w.lower] && s.runsOut(j)
	}
	if s.low[w.lower] && !known {
		return false
	}
	if solid > 0 && !known && s.at[j].place != nil && s.at[j].plLen > 1 {
		return false
	}
	return true
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func (s *scanner) officeHere(j int) bool {
	if j >= len(s.ws) {
		return false
	}
	_, n := s.officeNoun(j)
	return n > 0
}

// suffix reads "Jr.", ", S.C.", "MP" after a name and returns the token after.
func (s *scanner) suffix(j int) int {
	for range 3 {
		k := j
		comma := false
		if k < len(s.ws) && s.ws[k].form == "," {
			k++
			comma = true
		}
		if k >= len(s.ws) || s.ws[k].cut {
			return j
		}
		w := s.ws[k]
		plain := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", "")
		if !world.Postnominal.Has(plain) || w.shape == lower || w.loud || comma && len(plain) > 4 {
			return j
		}
		if w.shape == capital && plain != "jr" && plain != "sr" && plain != "phd" && plain != "esq" {
			return j
		}
		j = k + 1
		if plain == "jr" || plain == "sr" {
			if j < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && (j+1 < len(s.ws)) && !s.ws[j+1].cut && s.ws[j+1].shape == lower {
				j++
			}
		}
	}
	return j
}

// list reads several people under one title: "Senators Kato and Lima". It
// returns nil when there is no such list at i.
func (s *scanner) list(i int) []person {
	o, ok := s.office(i)
	if !ok || !o.noun.Plural || o.noun.Single == "" || o.complement && s.ws[o.end-1].shape == lower {
		return nil
	}
	var out []person
	j := o.end
	for len(out) < 8 {
		k := s.honorific(j)
		first, end := s.nameAt(k, true)
		if end <= first || o.noun.Rank == world.CallingRank && end-first < 2 {
			break
		}
		one := o
		one.noun.Plural = false
		one.inside = nil
		p := person{first: j, name: [2]int{first, end}, end: s.suffix(end), offices: []office{one}}
		if len(out) == 0 {
			p.first = i
			p.offices[0].inside = o.inside
		}
		if p.end+1 < len(s.ws) && s.ws[p.end].lower == "of" {
			s.after(&p)
		}
		out = append(out, p)
		j = p.end
		if j < len(s.ws) && s.ws[j].form == "," {
			j++
		}
		if j < len(s.ws) && s.ws[j].lower == "and" {
			j++
		}
		if j == p.end || j >= len(s.ws) || s.ws[j].cut {
			break
		}
		if _, isOffice := s.office(j); isOffice {
			break
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// respective reads people of one office each in another country: "the foreign
// ministers of Peru and Chile, Ana Rey and Luis Soto". It returns nil where there
// is no such list at i.
func (s *scanner) respective(i int) []person {
	o, ok := s.office(i)
	if !ok || !o.noun.Plural || o.noun.Single == "" || !o.complement || o.of.Type != entity.Country {
		return nil
	}
	lands := []entity.Ref{o.of}
	j := o.end
	for k := s.afterComma(j); k > j && k < len(s.ws) && len(lands) < 6; k = s.afterComma(j) {
		end, b := s.bodyAt(k)
		if end <= k || b.Type != entity.Country || b.adjective {
			break
		}
		lands = append(lands, b.ref)
		o.inside = append(o.inside, s.insides(b)...)
		j = end
	}
	if len(lands) < 2 || j >= len(s.ws) || s.ws[j].cut || s.ws[j].form != "," && !world.Hyphen.Has(s.ws[j].form) {
		return nil
	}
	var out []person
	for k := j + 1; len(out) < len(lands); {
		first, end := s.nameAt(s.honorific(k), true)
		if end <= first {
			return nil
		}
		one := o
		one.noun.Plural, one.inside, one.of = false, nil, lands[len(out)]
		out = append(out, person{first: k, name: [2]int{first, end}, end: s.suffix(end), offices: []office{one}})
		if k = s.afterComma(end); k == end && len(out) < len(lands) {
			return nil
		}
	}
	out[0].first, out[0].offices[0].inside = i, o.inside
	return out
}

// afterComma returns the token after a comma, an "and" or both at j, j if there
// is none.
func (s *scanner) afterComma(j int) int {
	k := j
	if k < len(s.ws) && s.ws[k].form == "," && !s.ws[k].cut {
		k++
	}
	if k < len(s.ws) && s.ws[k].lower == "and" && !s.ws[k].cut {
		k++
	}
	return k
}

// A person is a mention of a person as it was read: tokens [first, end).
type person struct {
	first, end int
	name       [2]int
	offices    []office
	gender     world.Gender
	honorific  bool
}

// personAt reads titles and the name that follows them, with what the text
// adds after it. ok is false when no name follows.
func (s *scanner) personAt(i int) (p person, ok bool) {
	p.first = i
	j := i
	comma, and := false, false
	for range 6 {
		if j >= len(s.ws) || j > i && s.ws[j].cut {
			return p, false
		}
		if e, g := s.honorifics(j); e > j {
			p.honorific = true
			if g != world.UnknownGender {
				p.gender = g
			}
			j = e
			comma = false
			continue
		}
		if o, good := s.office(j); good && (o.det == "" || j == i || comma || p.honorific) && (o.unknown == 0 || len(p.offices) == 0 || comma || and) {
			if len(p.offices) > 0 {
				before := &p.offices[len(p.offices)-1]
				if comma && !and && o.noun.Rank != world.GradeRank && (p.offices[0].det != "" || o.det != "" || before.noun.Rank == world.CallingRank || !s.inOfficeList(o.end)) {
					return p, false
				}
				if and && (p.offices[0].det != "" && len(p.offices) == 1 && !before.complement || o.det != "" && o.det != "the") {
					return p, false
				}
				if before.noun.Plural {
					return p, false
				}
			}
			p.offices = append(p.offices, o)
			if and {
				shareOf(p.offices)
			}
			j = o.end
			comma, and = false, false
			if j < len(s.ws) && !s.ws[j].cut {
				switch {
				case s.ws[j].form == ",":
					if i > 0 && s.ws[i-1].lower == "as" {
						return p, false // "As Foreign Minister, Sato ..."
					}
					comma = true
					j++
					if j < len(s.ws) && s.ws[j].lower == "and" {
						and = true
						j++
					}
				case s.ws[j].lower == "and" || s.ws[j].form == "&":
					and = true
					j++
				}
			}
			continue
		}
		break
	}
	if and || len(p.offices) == 0 && !p.honorific {
		return p, false
	}
	if n := len(p.offices); n > 0 && p.offices[n-1].noun.Plural {
		return p, false
	}
	first, end := s.nameAt(j, true)
	if end <= first {
		return p, false
	}
	if comma {
		o := p.offices[len(p.offices)-1]
		if !o.complement && o.det == "" && o.of.ID == "" {
			return p, false
		}
		if end-first < 2 && !s.names[s.ws[first].fold] || !s.confident(first, end) && !s.closedBy(end) {
			return p, false
		}
	}
	if n := len(p.offices); n > 0 && !p.honorific && !s.nameLike(first) && !s.inPerson(first, end-1) {
		// "Head Start": a weak noun and an unknown word are no title and name.
		o := &p.offices[n-1]
		if end-first == 1 && s.ws[o.head].shape == upper && !s.ws[o.head].loud && s.noPerson(first) {
			return p, false // "MP Materials"
		}
		if s.everyday(o) && !o.complement && (o.visible || end-first == 1) || end-first == 1 && (o.noun.Rank == world.OrgRank || s.low[s.ws[first].lower]) {
			return p, false
		}
	}
	if len(p.offices) > 0 && !p.honorific && s.ws[first].loud && !s.nameLike(first) {
		return p, false
	}
	if n := len(p.offices); n > 0 && !p.honorific && s.nobody(&p.offices[n-1], first, end) {
		return p, false
	}
	if n := len(p.offices); n > 0 && p.offices[n-1].noun.Rank == world.CallingRank && !p.honorific && (end-first < 2 && !s.names[s.ws[first].fold] || s.heading || s.ws[first].loud) {
		return p, false
	}
	p.name = [2]int{first, end}
	p.end = s.suffix(end)
	s.after(&p)
	return p, true
}

// nobody tells whether the words after an office are rather the last of its own,
// "Secretary for Health and Substance Use", or of the name of a body, "member of
// the Native Lands Caucus": an everyday noun or a place, in which the model sees
// no person and which the document knows as nobody's name.
func (s *scanner) nobody(o *office, first, end int) bool {
	for k := first; k < end; k++ {
		if !s.noPerson(k) || s.names[s.ws[k].fold] {
			return false
		}
	}
	if before := s.at[max(first-1, 0)]; before.place != nil && before.plLen > 1 {
		return true // "the New York School"
	}
	if h := s.at[first]; h.place != nil && h.plLen == end-first {
		return o.noun.Rank != world.HeadRank && o.noun.Rank != world.StateRank // "the director California chose", but "President Lincoln"
	}
	return !s.ws[first].use.Given && s.ws[end-1].named() && !s.nameLike(end-1) && everyday(s.ws[end-1].lower)
}

// everyday tells whether a word is known as a noun.
func everyday(word string) bool {
	model, err := nlp.Load()
	if err != nil {
		return false
	}
	readings, _ := model.Readings(word)
	return slices.ContainsFunc(readings, func(r nlp.Reading) bool { return r.XPOS == "NN" || r.XPOS == "NNS" })
}

// fronted tells whether the token at i stands in a phrase before the sentence's
// subject, so that what follows its comma may be the subject.
func (s *scanner) fronted(i int) bool {
	return s.ws[0].upos == "ADP" && !slices.ContainsFunc(s.ws[:i], func(w word) bool { return w.upos == "VERB" || w.upos == "AUX" || w.form == "," })
}

// shareOf gives the first of two offices the organisation of the second where
// it belongs to both: "President and CEO of the Bank of Peru".
func shareOf(offices []office) {
	n := len(offices)
	if n < 2 {
		return
	}
	a, b := &offices[n-2], &offices[n-1]
	if b.of.Type == entity.Organization && b.complement && a.of.ID == "" && !a.complement && b.noun.Rank == world.OrgRank && (a.noun.Rank == world.OrgRank || a.noun.Rank == world.HeadRank && len(a.keep) == 1) {
		a.of = b.of
	}
}

// inOfficeList tells whether a comma-separated list of offices, the last of
// which ended at j, comes to "and" one more office or to a name.
func (s *scanner) inOfficeList(j int) bool {
	if j >= len(s.ws) {
		return false
	}
	if s.ws[j].form == "," || s.ws[j].lower == "and" {
		return true
	}
	_, e := s.nameAt(s.honorific(j), true)
	return e > j
}

// closedBy tells that a comma, bracket or the end of the sentence follows.
func (s *scanner) closedBy(j int) bool {
	return j >= len(s.ws) || s.ws[j].shape == punct && !world.Hyphen.Has(s.ws[j].form) || s.ws[j].upos == "VERB" || s.ws[j].upos == "AUX"
}

// after reads what stands after a name: "of Ecuador", ", Prime Minister of
// Peru", "(Japan's envoy to Chile)".
func (s *scanner) after(p *person) {
	j := p.end
	if j >= len(s.ws) || s.ws[j].cut {
		return
	}
	if (s.ws[j].lower == "of" || s.ws[j].lower == "from") && len(p.offices) > 0 {
		o := &p.offices[len(p.offices)-1]
		end, m := s.bodyAt(j + 1)
		if end > j+1 && o.noun.Rank != world.CallingRank && (o.of.ID == "" || s.ws[j].lower == "of" && o.of.Type == entity.Country && m.Type != entity.Country && o.noun.Rank == world.GradeRank) && (m.Type == entity.Country && !m.adjective || m.Type == entity.Organization || m.Type == entity.Place || m.Type == "") && m.Type != entity.Event {
			if s.ws[j].lower == "of" || m.Type != entity.Country {
				if m.Type != "" {
					o.of = m.ref
				}
			} else {
				o.country = m.ref
			}
			o.inside = append(o.inside, s.insides(m)...)
			p.end = end
		} else if end <= j+1 && s.ws[j].lower == "of" && o.of.ID == "" && o.noun.Rank == world.GradeRank && j+1 < len(s.ws) && s.ws[j+1].shape == capital && !s.nameLike(j+1) {
			// "Professor Bart van den Hurk of Deltares"
			e := s.portfolio(j+1, false)
			if e > j+1 {
				name := s.nameOf(j+1, e)
				o.of = entity.NewRef(entity.Organization, name)
				o.inside = append(o.inside, s.insides(body{Type: entity.Organization, ref: o.of, first: j + 1, end: e, name: [2]int{j + 1, e}})...)
				p.end = e
			}
		}
	}
	if n := len(p.offices); n > 0 && j+2 < len(s.ws) && s.ws[j].form == "," && s.ws[j+1].lower == "of" {
		// "Trade Minister Ito, of Japan,"
		o := &p.offices[n-1]
		if end, m := s.bodyAt(j + 2); end > j+2 && m.Type == entity.Country && !m.adjective && o.of.ID == "" && o.country.ID == "" && o.noun.Rank != world.CallingRank {
			o.country = m.ref
			o.inside = append(o.inside, s.insides(m)...)
			p.end = end
		}
	}
	s.apposition(p)
}

// apposition reads ", the Prime Minister of Peru" and "(Japan's envoy to
// Chile)" after a name.
func (s *scanner) apposition(p *person) {
	j := p.end
	if j+1 >= len(s.ws) || s.ws[j].cut || s.ws[j+1].cut {
		return
	}
	if s.ws[j].form == "(" {
		if o, ok := s.office(j + 1); ok && o.end < len(s.ws) && s.ws[o.end].form == ")" && o.noun.Rank != world.CallingRank {
			p.offices = append(p.offices, o)
			p.end = o.end + 1
		}
		return
	}
	if s.ws[j].loud && s.ws[j-1].loud {
		// "JANE DOE MINISTER FOR TRADE"
		if o, ok := s.office(j); ok && o.det == "" && o.unknown == 0 && o.complement && !o.noun.Plural && !world.OfficeEpithet.Has(s.ws[j].lower) && !world.FormerWord.Has(s.ws[j].lower) {
			p.offices = append(p.offices, o)
			p.end = o.end
		}
		return
	}
	if s.ws[j].form != "," {
		return
	}
	titled := false
	for _, o := range p.offices {
		titled = titled || o.noun.Rank != world.GradeRank
	}
	k := j + 1
	for n := 0; n < 3; n++ {
		o, ok := s.office(k)
		if !ok || o.noun.Rank == world.CallingRank || o.noun.Plural || o.det != "" && o.det != "the" && !world.PossessiveDeterminer.Has(o.det) && o.det != "a" && o.det != "an" {
			return
		}
		if s.ws[k].cut || !o.visible && o.det == "" && !o.complement && o.of.ID == "" && !s.sharesBody(o.end) {
			return
		}
		// ", Prime Minister Sato and ..." names the next person.
		e := o.end
		if h := s.honorific(e); h > e {
			return
		}
		if f, l := s.nameAt(e, true); l > f {
			return
		}
		if e < len(s.ws) && s.ws[e].form == "," && !s.ws[e].cut {
			if titled {
				h := s.honorific(e + 1)
				if f, l := s.nameAt(h, true); h > e+1 || l > f+1 && s.confident(f, l) {
					return
				}
			}
			// ", Assistant Secretary for Africa, U.S. Department of State"
			if end, m := s.bodyAt(e + 1); end > e+1 && m.Type == entity.Organization && (end >= len(s.ws) || s.ws[end].shape == punct || s.ws[end].lower == "and") && (o.of.ID == "" || o.of.Type == entity.Country || s.ws[end-1].lower != "") {
				if o.of.ID == "" || o.of.Type != entity.Organization || o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank {
					if o.of.Type == entity.Organization && o.of.ID != "" {
						// "for the Bureau for Africa": a part of the larger one; both are said.
						o.keepPart(s)
					}
					o.of = m.ref
					o.inside = append(o.inside, s.insides(m)...)
					e = end
					o.end = end
				}
			}
		}
		if e < len(s.ws) && (s.ws[e].lower == "and" && titled || world.AttributionVerbForm.Has(s.ws[e].lower)) {
			return // "did not meet Sato, a spokesman said"
		}
		if e < len(s.ws) && (s.ws[e].upos == "VERB" || s.ws[e].upos == "AUX") && s.fronted(p.first) {
			return // "After talks with Sato, the foreign minister left"
		}
		p.offices = append(p.offices, o)
		p.end = o.end
		if n > 0 {
			titled = true
			shareOf(p.offices)
		}
		if o.end+1 >= len(s.ws) || s.ws[o.end].cut {
			return
		}
		switch {
		case s.ws[o.end].lower == "and":
			k = o.end + 1
		case s.ws[o.end].form == "," && s.ws[o.end+1].lower == "and":
			k = o.end + 2
		default:
			return
		}
		if k >= len(s.ws) || s.ws[k].lower == "the" {
			return
		}
	}
}

// sharesBody tells whether "and" and another office with its body follow at j:
// "chairman and chief executive of the Bank of Peru".
func (s *scanner) sharesBody(j int) bool {
	if j+1 >= len(s.ws) || s.ws[j].lower != "and" || s.ws[j].cut {
		return false
	}
	o, ok := s.office(j + 1)
	return ok && o.complement && !o.noun.Plural && o.noun.Rank == world.OrgRank && o.of.Type == entity.Organization
}

// keepPart puts a complement that named a part of an organisation into the title.
func (o *office) keepPart(s *scanner) {
	for k := o.head + 1; k < o.end; k++ {
		if len(o.keep) > 0 && o.keep[len(o.keep)-1] < k {
			o.keep = append(o.keep, k)
		}
	}
}

// confident tells whether the capitalised words [first, end) are surely a
// person's name.
func (s *scanner) confident(first, end int) bool {
	if end-first == 1 {
		return s.names[s.ws[first].fold]
	}
	words, known := 0, 0
	given, family, inits := false, false, false
	for k := first; k < end; k++ {
		w := s.ws[k]
		if w.shape == initial {
			inits = true
			continue
		}
		if !w.named() {
			continue
		}
		words++
		u := w.use
		if s.names[w.fold] {
			known++
		}
		if u.Given && words == 1 {
			given = true
		}
		if u.Surname || u.Given {
			known++
			family = family || words > 1 && u.Surname || u.FamilyFirst && u.Surname
		}
	}
	if h := s.at[first]; h.place != nil && h.plLen == end-first && !s.names[s.ws[end-1].fold] {
		return false
	}
	if words < 2 {
		return words == 1 && inits && known > 0
	}
	if first == 0 && !given && s.ws[0].upos != "" && s.ws[0].upos != "PROPN" {
		return false
	}
	return given || family && known*2 >= words || known >= 2 || inits && known > 0
}

// bareName reads a name without a title.
func (s *scanner) bareName(i int) (p person, ok bool) {
	first, end := s.nameAt(i, false)
	if end <= first {
		return p, false
	}
	last := s.ws[end-1]
	seen := s.inPerson(first, end-1)
	if s.low[last.lower] && !s.ws[first].use.Given && !seen {
		return p, false // "Pell Grant"
	}
	if !last.use.Given && !last.use.Surname && !s.names[last.fold] && end-first > 1 && s.noPerson(first) && s.noPerson(end-1) {
		return p, false // "Du Bois Medal"
	}
	if n, ok := s.taggedName(first); ok && n.Type != nlp.PersonName && n.Last >= end && !s.names[s.ws[end-1].fold] {
		return p, false // "Juvenile Justice"
	}
	p = person{first: first, name: [2]int{first, end}}
	p.end = s.suffix(end)
	post := p.end > end
	confident := post && end-first > 1 || s.confident(first, end) || seen && (end-first > 1 || s.aloneAs(first)) || end-first > 1 && s.startsPerson(first)
	if !confident && end-first > 1 && !s.ws[i].loud && !s.heading {
		confident = s.speaks(end) || i > 0 && (s.ws[i-1].lower == "said" || s.ws[i-1].lower == "told")
		confident = confident && s.at[i].place == nil && s.at[i].org == nil
		if !confident && s.at[i].place == nil && s.at[i].capital == nil && s.at[i].org == nil && !s.ws[i].cut && s.ws[end-1].upos == "PROPN" {
			confident = s.shown(i, end)
		}
	}
	if !confident && end-first > 1 && end-first < 5 && s.at[i].place == nil && s.at[i].org == nil && !s.heading && !s.ws[i].loud {
		before := p
		s.apposition(&before)
		if before.end > p.end {
			p = before
			return p, true
		}
		return p, false
	}
	if !confident && end-first == 1 && s.lone(first) {
		s.names[s.ws[first].fold] = true
		confident = true
	}
	if !confident {
		return p, false
	}
	if h := s.at[i]; h.place != nil && h.plLen >= end-first && !h.place.Ambiguous && !s.names[s.ws[end-1].fold] && !s.namesake(i) {
		return p, false
	}
	if end-first == 1 && i+1 < len(s.ws) && s.ws[end].named() && !world.ClosedWord.Has(s.ws[end].lower) {
		// Part of a larger name of another kind: "Biden Administration".
		if s.kindAhead(end) || s.ws[end].loud != s.ws[i].loud {
			return p, false
		}
	}
	s.apposition(&p)
	return p, true
}

// aloneAs tells whether one word that the model takes for a person's name can be
// one where it stands, for all that else has its name.
func (s *scanner) aloneAs(i int) bool {
	h := &s.at[i]
	return h.country == nil && h.org == nil && s.kindOf(i) == "" && (h.place == nil || h.place.Ambiguous && !s.located(i, i+1))
}

// namesake tells whether a word is the name of a small place that the model
// takes for a person's where no place is likely: "Alice's hand", "Dyer said".
func (s *scanner) namesake(i int) bool {
	p := s.at[i].place
	return p != nil && s.at[i].plLen == 1 && p.Kind == "city" && p.Population < world.Metropolis && s.at[i].capital == nil && !s.located(i, i+1) &&
		i < len(s.tagged) && s.tagged[i].Type == nlp.PersonName && s.tagged[i].First == i && s.tagged[i].Last == i+1
}

// lone tells whether a capitalised word that stands alone is a person's name,
// though no title or longer name shows it: "Penny left".
func (s *scanner) lone(i int) bool {
	w := s.ws[i]
	if w.shape != capital || w.loud || s.heading || w.upos != "PROPN" || s.low[w.lower] || len(w.form) < 3 || s.at[i].place != nil && !s.at[i].place.Ambiguous && !s.namesake(i) || s.at[i].country != nil || s.at[i].org != nil || s.at[i].capital != nil || s.kindOf(i) != "" {
		return false
	}
	if i > 0 && !s.ws[i].cut {
		before := s.ws[i-1]
		if before.named() && !world.ClosedWord.Has(before.lower) || before.lower == "the" || before.lower == "a" || before.lower == "an" || world.Hyphen.Has(before.lower) || before.shape == number && !(i > 1 && world.PlaceCue.Has(s.ws[i-2].lower)) {
			return false
		}
		if world.PlaceCue.Has(before.lower) && !(w.use.Given && (before.lower == "to" || before.lower == "from")) {
			return false
		}
	}
	j := i + 1
	next := word{shape: punct}
	if j < len(s.ws) && !s.ws[j].cut {
		next = s.ws[j]
	}
	if next.named() && !world.ClosedWord.Has(next.lower) || world.Hyphen.Has(next.lower) && !next.gap || next.shape == number {
		return false
	}
	verb := next.upos == "VERB" || next.upos == "AUX" || next.shape == lower && strings.HasSuffix(next.lower, "ly")
	if i < len(s.tagged) && s.tagged[i].Type == nlp.PersonName && s.tagged[i].First == i && s.tagged[i].Last == i+1 && (verb || world.Genitive.Has(next.lower) || s.tagged[i].Margin >= trusted) {
		return true
	}
	if next.form == "," && j+1 < len(s.ws) && s.ws[j+1].lower == "who" || next.lower == "who" || next.lower == "whom" || world.HumanVerbForm.Has(next.lower) {
		return true
	}
	if s.singled(i, next) {
		return true
	}
	if !w.use.Given && !w.use.Surname || s.at[i].place != nil && !verb {
		return false
	}
	if w.use.Given && w.use.Gender != world.UnknownGender {
		return true
	}
	return verb || world.Genitive.Has(next.lower) && j+1 < len(s.ws) && world.KinNoun.Has(s.ws[j+1].lower) || i > 0 && world.HumanVerbForm.Has(s.ws[i-1].lower)
}

// shown tells whether the words around show that unknown names [i, end) are a
// person's: "compatriot Vasek Pospisil", "Nichole Hiltz, who".
func (s *scanner) shown(i, end int) bool {
	if i > 0 && (world.KinNoun.Has(s.ws[i-1].lower) || s.ws[i-1].shape == lower && world.RankOf(s.ws[i-1].lower) == world.CallingRank) {
		return true
	}
	next := word{shape: punct}
	if end < len(s.ws) && !s.ws[end].cut {
		next = s.ws[end]
	}
	return next.form == "," && end+1 < len(s.ws) && s.ws[end+1].lower == "who" || next.lower == "who" || world.HumanVerbForm.Has(next.lower) || s.singled(end-1, next)
}

// singled tells whether the words around show that the subject at i is a
// person: "After 1987, Osterman kept her promise".
func (s *scanner) singled(i int, next word) bool {
	if next.shape != lower || next.upos != "VERB" && next.upos != "AUX" && !strings.HasSuffix(next.lower, "ly") || world.NameVerbForm.Has(next.lower) || world.StateActVerbForm.Has(next.lower) && next.upos == "VERB" {
		return false
	}
	for k := i + 2; k < len(s.ws); k++ {
		if world.SingularPersonPronoun.Has(s.ws[k].lower) && !(k+1 < len(s.ws) && world.QuotingVerbForm.Has(s.ws[k+1].lower)) {
			return true
		}
		if s.ws[k].named() && s.ws[k].upos == "PROPN" && s.nameLike(k) {
			return false
		}
	}
	if s.index+1 < len(s.doc.Sentences) {
		after := &s.doc.Sentences[s.index+1]
		return after.Paragraph == s.doc.Sentences[s.index].Paragraph && len(after.Tokens) > 0 && world.SingularPersonPronoun.Has(strings.ToLower(after.Tokens[0].Form))
	}
	return false
}

func (s *scanner) speaks(j int) bool {
	return j < len(s.ws) && world.NameVerbForm.Has(s.ws[j].lower)
}
