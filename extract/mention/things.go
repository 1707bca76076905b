package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A hit is what the lists of the world know at a token.
type hit struct {
	country                               *world.CountryInfo
	capital                               *world.CountryInfo
	org                                   *world.OrgInfo
	place                                 *world.PlaceInfo
	countryLen, capitalLen, orgLen, plLen int
	adjective, seat                       bool

	noun    world.OfficeNoun // see scanner.OfficeNoun
	nounLen int              // -1 where not asked yet
}

// look asks the lists once for every token of a sentence.
func look(ws []word) []hit {
	at := make([]hit, len(ws))
	forms := make([]string, len(ws))
	for i, w := range ws {
		forms[i] = w.form
		if n := len(w.form); w.shape == capital && (n == 3 || n == 4) && shapeOf(w.form[n-1:]) == initial {
			forms[i] = strings.ToUpper(w.form) // "RoK"
		}
	}
	for i, w := range ws {
		if !w.named() && w.shape != number {
			continue
		}
		end := min(i+12, len(forms))
		for k := i + 1; k < end; k++ {
			if ws[k].cut {
				end = k
			}
		}
		h := &at[i]
		if w.shape != number {
			h.country, h.countryLen, h.adjective = world.FindCountry(forms[i:end])
			h.capital, h.capitalLen, h.seat = world.FindCapital(forms[i:end])
		}
		h.org, h.orgLen = world.FindOrganization(forms[i:end])
		h.place, h.plLen = world.FindPlace(forms[i:end])
	}
	return at
}

// A body is a country, organisation, place, event or agreement: tokens [first, end).
type body struct {
	Type       entity.Type
	ref        entity.Ref
	first, end int
	name       [2]int // tokens of the name
	adjective  bool
	inside     []body
}

// kinds tells what a phrase that ends with, or starts with, a noun names.
var kinds = kindTable(map[entity.Type]string{
	entity.Organization: `ministry department party committee council commission agency bank university institute institution college school academy society association
union federation confederation league alliance chamber group corporation company inc inc. ltd ltd. corp corp. co. llc plc ag gmbh holdings foundation fund trust court
tribunal tribunals parliament assembly congress senate house bureau office directorate authority board secretariat presidium centre center laboratory laboratories
airlines airways motors industries bancorp police army navy guard force forces club front movement coalition corps division branch section organisation organization
community embassy consulate service administration airline hospital network knesset duma diet bundestag inspectorate taskforce clinic legislature newspaper guards
incorporated limited foods telecom pharma pharmaceuticals technologies electronics ventures enterprises ab sa s.a. as a.s. nv n.v. bv b.v. oy oyj asa kk bhd berhad pte pty se sas srl spa s.p.a. tbk jsc pjsc ojsc
robotics systems solutions software semiconductors chemicals renewables networks broadcaster consortium conglomerate junta militia cartel ministries departments partners bourse mission polytechnic cooperative syndicate seminary choir orchestra fleet command brigade squadron battalion regiment`,
	entity.Event: `summit conference forum dialogue dialogues olympics games festival exhibition expo workshop seminar symposium week meeting meetings anniversary inauguration ceremony session
congress convention cup championship championships roundtable fair retreat consultations talks plenum webinar consultation hackathon assembly funeral coronation commemoration wedding biennale jubilee day`,
	entity.Agreement: `agreement agreements treaty treaties pact accord accords protocol memorandum memoranda mou mous mou's partnership declaration charter compact convention armistice communiqué
communique roadmap fta cepa epa`,
})

func kindTable(lists map[entity.Type]string) map[string]entity.Type {
	table := map[string]entity.Type{}
	for _, t := range []entity.Type{entity.Event, entity.Agreement, entity.Organization} {
		for _, w := range strings.Fields(lists[t]) {
			table[w] = t
		}
	}
	for _, w := range []string{"congress", "assembly"} {
		table[w] = entity.Organization
	}
	table["convention"] = entity.Agreement
	return table
}

// run reads a run of words that can be the name of a thing, starting at i.
// last is the index of its last noun that tells a kind, -1 if none.
func (s *scanner) run(i int) (end, last int) {
	last = -1
	j := i
	for j < len(s.ws) && j < i+24 {
		w := s.ws[j]
		if j > i && w.cut {
			break
		}
		switch {
		case world.Hyphen.Has(w.lower):
			if j == i || j+1 >= len(s.ws) || !s.ws[j+1].named() && s.ws[j+1].shape != lower {
				return j, last
			}
			if w.gap && s.at[j+1].country == nil && s.at[j+1].org == nil {
				return j, last
			}
			if s.ws[j+1].shape == lower && w.gap {
				return j, last
			}
			j++
			if s.ws[j].shape == lower {
				j++
			}
			continue
		case w.shape == number:
			if j > i && !(last >= 0 || j+1 < len(s.ws) && s.ws[j+1].named() && len(w.form) <= 4) || j == i && !ordinal(w.lower) {
				return j, last
			}
		case w.form == "&":
		case w.form == "(":
			// "Communist Party of Vietnam (CPV) Central Committee"
			if j > i && j+3 < len(s.ws) && s.ws[j+1].shape == upper && s.ws[j+2].form == ")" && (s.ws[j+3].named() && s.kindAhead(j+3) || world.Genitive.Has(s.ws[j+3].lower)) {
				j += 3
				continue
			}
			return j, last
		case world.Genitive.Has(w.lower):
			if j == i || j+1 >= len(s.ws) || !s.kindAhead(j+1) {
				return j, last
			}
			if last < 0 && s.at[i].country == nil && s.at[i].org == nil && w.lower != "'" && !(s.officeBefore(j) && s.kindOf(j+1) == entity.Organization) && !subject(s.ws[j-1]) {
				return j, last
			}
		case w.lower == "and" || w.form == ",":
			if j == i || j+1 >= len(s.ws) || !subject(s.ws[j-1]) || s.kindOf(j-1) != "" && last >= 0 || !s.subjectAt(j+1, capital) || !s.kindAhead(j+1) || s.secondOffice(j+1) || w.form == "," && !s.subjectList(j+1, capital) {
				return j, last
			}
		case w.lower == "of" || w.lower == "for" || w.lower == "on":
			// handled by the caller
			return j, last
		case w.named():
			if world.ClosedWord.Has(w.lower) && !(world.MonthGivenName.Has(w.lower) || j == i && isMonth(w.lower)) {
				return j, last
			}
			if j > i && s.honorific(j) > j && !subject(w) {
				return j, last
			}
			if o, n := s.officeNoun(j); n > 0 && !o.Plural && !(j+n < len(s.ws) && world.Genitive.Has(s.ws[j+n].lower)) && !(world.PortfolioWord.Has(w.lower) && s.kindAhead(j+1)) && !(j > i && j+n < len(s.ws) && s.kindOf(j+n) != "") {
				return j, last
			}
			if k := s.kindOf(j); k != "" {
				last = j
			}
			if n := max(s.at[j].countryLen, s.at[j].orgLen); n > 1 {
				if j += n - 1; s.kindOf(j) != "" {
					last = j
				}
			}
		default:
			return j, last
		}
		j++
	}
	return j, last
}

func ordinal(s string) bool {
	return len(s) > 2 && s[0] >= '0' && s[0] <= '9' && (strings.HasSuffix(s, "th") || strings.HasSuffix(s, "st") || strings.HasSuffix(s, "nd") || strings.HasSuffix(s, "rd"))
}

func isMonth(s string) bool { return world.MonthName.Has(s) }

// kindOf tells the kind that the noun at j gives to a phrase, "" if none.
func (s *scanner) kindOf(j int) entity.Type {
	w := s.ws[j]
	if !w.named() {
		return ""
	}
	if world.CompanyForm.Has(w.lower) && (w.loud || w.shape != upper && len(w.form) < 3) {
		return "" // "As", "Sa"
	}
	if w.lower == "house" && !(j+1 < len(s.ws) && s.ws[j+1].lower == "of") {
		return ""
	}
	return kinds[w.lower]
}

// kindAhead tells whether a noun of a kind comes within the capitalised words at j.
func (s *scanner) kindAhead(j int) bool {
	for k := j; k < len(s.ws) && k < j+8; k++ {
		w := s.ws[k]
		if s.kindOf(k) != "" {
			return true
		}
		if !(w.named() && !world.ClosedWord.Has(w.lower)) && !world.Hyphen.Has(w.lower) && w.lower != "and" && !world.Genitive.Has(w.lower) {
			return false
		}
	}
	return false
}

func (s *scanner) officeBefore(j int) bool {
	for n := 1; n <= 3 && j-n >= 0; n++ {
		if _, m := s.officeNoun(j - n); m == n {
			return true
		}
	}
	return false
}

// bodyAt reads the thing that is named at i, which may start with "the". end is
// i when there is none.
func (s *scanner) bodyAt(i int) (end int, b body) {
	if i >= len(s.ws) {
		return i, body{}
	}
	if m := s.bodies[i]; m.end >= 0 {
		return m.end, m
	}
	start := i
	if l := s.ws[i].lower; (l == "the" || l == "its" || l == "our") && i+1 < len(s.ws) {
		start++
	}
	b = s.thing(start)
	if b.end <= start {
		b = body{end: i}
	} else {
		b.first = i
		if b.Type == entity.Country && start > i && b.end == b.name[1] && (b.adjective || b.name[1]-b.name[0] == 1 && s.ws[start].shape == capital && !strings.HasSuffix(s.ws[start].lower, "s")) {
			b.first = start // "the Japan relations"
		}
	}
	s.bodies[i] = b
	return b.end, b
}

func (s *scanner) thing(i int) body {
	h := s.at[i]
	w := s.ws[i]
	if !w.named() && !ordinal(w.lower) {
		return body{}
	}
	if b := s.governmentAt(i); b.end > i {
		return b
	}
	end, last := s.run(i)
	var b body
	if last >= 0 {
		b = s.phrase(i, last, end)
	}
	if h.org != nil && i+h.orgLen >= b.end && !(h.country != nil && h.countryLen >= h.orgLen) {
		b = body{Type: entity.Organization, ref: entity.Ref{ID: h.org.ID, Type: entity.Organization, Name: h.org.Name}, end: i + h.orgLen, name: [2]int{i, i + h.orgLen}}
	}
	if h.country != nil && i+h.countryLen >= b.end {
		b = s.countryBody(i)
	}
	if b.end <= i {
		if name, ok := s.defined[w.form]; ok && w.shape == upper {
			b = body{Type: name.Type, ref: name, end: i + 1, name: [2]int{i, i + 1}}
		}
	}
	if p := s.placeAt(i); p.end > b.end {
		b = p
	}
	if b.end <= i {
		return body{}
	}
	if b.Type == entity.Organization && h.org == nil {
		if t, ok := s.taggedBody(i); ok && t.Type == entity.Organization && t.end > b.end {
			b = t // "Union of Peruvian Miners"
		}
	}
	b.first = i
	if b.Type != entity.Country && b.Type != entity.Place {
		s.define(&b)
	}
	return b
}

func (s *scanner) countryBody(i int) body {
	h := s.at[i]
	return body{Type: entity.Country, ref: entity.CountryRef(h.country), end: i + h.countryLen, name: [2]int{i, i + h.countryLen}, adjective: h.adjective}
}

// governmentAt reads "Japanese government", "Kenya's government", "Government
// of Kenya".
func (s *scanner) governmentAt(i int) body {
	if h := s.at[i]; h.country != nil {
		j := s.skipGenitive(i + h.countryLen)
		if j < len(s.ws) && (s.ws[j].lower == "federal" || s.ws[j].lower == "central") {
			j++
		}
		if j < len(s.ws) && world.GovernmentNoun.Has(s.ws[j].lower) && !(s.ws[j].named() && s.officeHere(j+1)) { // "Kenya's Cabinet Secretary"
			b := s.countryBody(i)
			b.end, b.adjective = j+1, false
			return b
		}
	}
	if w := s.ws[i].lower; (w == "government" || w == "governments") && i+2 < len(s.ws) && s.ws[i+1].lower == "of" {
		j := i + 2
		if s.ws[j].lower == "the" {
			j++
		}
		if j < len(s.ws) {
			if h := s.at[j]; h.country != nil && !h.adjective {
				b := s.countryBody(j)
				return b
			}
		}
	}
	return body{}
}

var complementsOfThings = map[entity.Type]world.Class{
	entity.Organization: world.OrganizationPreposition,
	entity.Event:        world.EventPreposition,
	entity.Agreement:    world.AgreementPreposition,
}

// phrase makes a body of the run [i, end) whose last telling noun is at last.
func (s *scanner) phrase(i, last, end int) body {
	kind := s.kindOf(last)
	stop := last + 1
	// "Working Group II", "Qayyarah Airfield West"
	if stop < end && isRoman(s.ws[stop].form) {
		stop++
	}
	loud := s.ws[last].loud
	b := body{Type: kind, end: stop}
	full := stop
	if !world.BodySuffix.Has(s.ws[last].lower) && stop == last+1 {
		for range 4 {
			if full+1 >= len(s.ws) || s.ws[full].cut {
				break
			}
			prep := s.ws[full].lower
			if s.ws[full].form == "(" && kind == entity.Organization {
				break
			}
			if s.ws[full].form == "(" && full+3 < len(s.ws) && s.ws[full+1].shape == upper && s.ws[full+2].form == ")" && complementsOfThings[kind].Has(s.ws[full+3].lower) {
				// "Memorandum of Understanding (MOU) on ..."
				prep = s.ws[full+3].lower
				if e := s.complementOfThing(full+4, kind, prep); e > full+4 {
					s.note(s.ws[full+1].form, kind, i, stop)
					full = e
					continue
				}
				break
			}
			if !complementsOfThings[kind].Has(prep) {
				break
			}
			if prep == "on" && kind == entity.Organization && !world.SubjectBody.Has(s.ws[last].lower) {
				break
			}
			if prep == "on" && kind == entity.Organization && full+1 < len(s.ws) && (world.ClosedWord.Has(s.ws[full+1].lower) || s.ws[full+1].shape == number) && s.ws[full+1].lower != "the" {
				break
			}
			e := s.complementOfThing(full+1, kind, prep)
			if e <= full+1 {
				break
			}
			full = e
			if kind == entity.Event {
				break
			}
		}
	}
	if full == stop && last == i && !world.SoloBody.Has(s.ws[i].lower) {
		// A bare noun.
		if !(kind == entity.Agreement && strings.HasPrefix(s.ws[i].lower, "mou")) {
			return body{}
		}
	}
	if full == stop && i == last-1 && !s.ws[i].named() && !ordinal(s.ws[i].lower) {
		return body{}
	}
	if loud && full == stop && last-i < 1 {
		return body{}
	}
	if kind == entity.Event && (s.ws[last].lower == "day" || s.ws[last].lower == "week") && last == i+1 && !subject(s.ws[i]) && s.at[i].org == nil && s.at[i].country == nil {
		return body{}
	}
	if kind == entity.Organization && s.ws[last].lower == "administration" && full == stop && !subject(s.ws[last-1]) {
		return body{}
	}
	if kind == entity.Organization {
		// "Communist Party of Peru (CPP) Central Committee's Secretariat"
		next := full
		if next+3 < len(s.ws) && s.ws[next].form == "(" && s.ws[next+1].shape == upper && s.ws[next+2].form == ")" {
			next += 3
		}
		if next < len(s.ws) && world.Genitive.Has(s.ws[next].lower) {
			next++
		}
		if next > full && next < len(s.ws) && s.ws[next].named() && !s.ws[next].cut && !world.ClosedWord.Has(s.ws[next].lower) && s.kindAhead(next) {
			if end, last := s.run(next); last >= 0 {
				if c := s.phrase(next, last, end); c.Type == entity.Organization || c.Type == "" && s.kindOf(last) == entity.Organization {
					if s.ws[full].form == "(" {
						s.note(s.ws[full+1].form, kind, i, full)
					}
					full = max(c.end, last+1)
				}
			}
		}
	}
	b.end = full
	b.name = [2]int{i, full}
	name := s.nameOf(i, full)
	b.ref = entity.NewRef(kind, name)
	b.inside = s.countriesIn(i, full)
	return b
}

// allOf tells whether all words of [i, end) are in a set.
func (s *scanner) allOf(i, end int, words world.Class) bool {
	for ; i < end; i++ {
		if !words.Has(s.ws[i].lower) {
			return false
		}
	}
	return true
}

func isRoman(s string) bool { return s == "I" || s == "II" || s == "III" || s == "IV" || s == "V" }

// complementOfThing reads what follows "of", "for" or "on" in a thing's name.
func (s *scanner) complementOfThing(j int, kind entity.Type, prep string) int {
	start := j
	if j < len(s.ws) && (s.ws[j].lower == "the" || s.ws[j].lower == "its") {
		start++
	}
	if start >= len(s.ws) || !s.ws[start].named() && !(s.ws[start].lower == "former" && start+1 < len(s.ws) && s.at[start+1].country != nil) {
		return j
	}
	if s.ws[start].lower == "former" {
		start++
	}
	if h := s.at[start]; h.country != nil {
		end := start + h.countryLen
		if !h.adjective {
			if end < len(s.ws) && s.ws[end].lower == "and" && (kind == entity.Agreement) && end+1 < len(s.ws) && s.at[end+1].country != nil {
				return end + 1 + s.at[end+1].countryLen
			}
			if !(end < len(s.ws) && (world.Hyphen.Has(s.ws[end].lower) || s.subjectAt(end, capital))) {
				return end
			}
		}
	}
	if h := s.at[start]; h.org != nil && !s.subjectAt(start+h.orgLen, capital) {
		return start + h.orgLen
	}
	if p := s.placeAt(start); p.end > start && !s.subjectAt(p.end, capital) {
		return p.end
	}
	if kind == entity.Event {
		// "Inauguration of His Excellency William Ruto"
		if p, ok := s.personAt(start); ok {
			return p.name[1]
		}
		if f, l := s.nameAt(start, false); l > f+1 && s.confident(f, l) {
			return l
		}
	}
	if prep == "for" && s.nameLike(start) {
		return j
	}
	if _, n := s.officeNoun(start); n > 0 && !world.PortfolioWord.Has(s.ws[start].lower) {
		if l := s.ws[max(j-2, 0)].lower; kind == entity.Organization && l == "office" {
			if e := s.complementEnd(start, n); e > start {
				return e
			}
		}
		return j
	}
	end := s.portfolio(start, true)
	if kind == entity.Agreement || kind == entity.Event {
		// Agreements are named by what they are about, in any capitalised words.
		for end < len(s.ws) && s.ws[end].named() && !s.ws[end].cut && !world.ClosedWord.Has(s.ws[end].lower) && s.at[end].country == nil {
			end++
		}
		if end+1 < len(s.ws) && s.ws[end].lower == "in" && kind == entity.Agreement && s.ws[end+1].named() && s.at[end+1].place != nil && s.at[end+1].place.Kind == "continent" {
			end++
			end = s.portfolio(end, true)
		}
	}
	if end <= start {
		return j
	}
	return end
}

// complementEnd reads an office as part of a name: "Office of the High
// Commissioner for Human Rights".
func (s *scanner) complementEnd(start, n int) int {
	end := start + n
	if end+1 < len(s.ws) && (s.ws[end].lower == "for" || s.ws[end].lower == "of") && s.ws[end+1].named() && subject(s.ws[end+1]) {
		end = s.portfolio(end+1, true)
	}
	return end
}

// nameOf writes the name of the tokens [i, end), without brackets and with
// plain spaces.
func (s *scanner) nameOf(i, end int) string {
	var b strings.Builder
	depth := 0
	for k := i; k < end; k++ {
		w := s.ws[k]
		if w.form == "(" {
			depth++
		}
		if depth == 0 {
			if b.Len() > 0 && w.gap {
				b.WriteByte(' ')
			}
			if w.loud && (s.at[k].org == nil || s.at[k].orgLen > 1) {
				b.WriteString(titleForm(w))
			} else {
				b.WriteString(w.form)
			}
		}
		if w.form == ")" {
			depth--
		}
	}
	return strings.TrimSpace(b.String())
}

// define takes an abbreviation in brackets after a thing: "(JICA)".
func (s *scanner) define(b *body) {
	j := b.end
	if j+2 >= len(s.ws) || s.ws[j].form != "(" {
		return
	}
	k := j + 1
	if s.ws[k].lower == "the" {
		k++
	}
	quoted := false
	if k < len(s.ws) && (s.ws[k].form == `"` || s.ws[k].form == "“" || s.ws[k].form == "``") {
		quoted = true
		k++
	}
	if k >= len(s.ws) || !s.ws[k].named() || len(s.ws[k].form) < 2 {
		return
	}
	e := k + 1
	if quoted {
		if e >= len(s.ws) {
			return
		}
		e++
	}
	if e >= len(s.ws) || s.ws[e].form != ")" {
		return
	}
	if s.ws[k].shape != upper && !quoted {
		return
	}
	s.note(s.ws[k].form, b.Type, b.name[0], b.name[1])
	if b.ref.Type == entity.Organization {
		s.defined[s.ws[k].form] = b.ref
	}
	b.end = e + 1
}

// note remembers what an abbreviation stands for.
func (s *scanner) note(abbr string, t entity.Type, i, end int) {
	if _, ok := s.defined[abbr]; ok {
		return
	}
	name := s.nameOf(i, end)
	s.defined[abbr] = entity.NewRef(t, name)
}

// placeAt reads a place at i.
func (s *scanner) placeAt(i int) body {
	h := s.at[i]
	w := s.ws[i]
	end := i
	var name string
	var id string
	article := i > 0 && s.ws[i-1].lower == "the"
	if h.place != nil && !(h.plLen == 1 && (subject(w) || article && h.place.Kind == "city")) {
		end = i + h.plLen
		name, id = h.place.Name, h.place.ID
	}
	if h.capital != nil && i+h.capitalLen >= end {
		end = i + h.capitalLen
		if name == "" || h.plLen < h.capitalLen {
			name = s.nameOf(i, end)
			id = entity.MakeID(entity.Place, name)
		}
	}
	// "Yamanashi prefecture", "Rakhine State"
	j := i
	for j < len(s.ws) && j < i+4 && s.ws[j].named() && !world.ClosedWord.Has(s.ws[j].lower) && (j == i || !s.ws[j].cut) {
		j++
		if j < len(s.ws) && world.PlaceNoun.Has(s.ws[j].lower) && !s.ws[j].cut && !subject(s.ws[j-1]) && s.at[j-1].org == nil && !(s.at[j-1].adjective) {
			if s.ws[j].named() || j == i+1 && (s.ws[j].lower == "province" || s.ws[j].lower == "prefecture" || s.ws[j].lower == "county" || s.ws[j].lower == "district" || s.ws[j].lower == "peninsula" || s.ws[j].lower == "governorate") {
				if _, n := s.officeNoun(j + 1); n == 0 || !s.ws[j].named() {
					if j+1 < len(s.ws) && s.ws[j+1].shape == capital && world.RegionAdjective.Has(s.ws[j+1].lower) && s.ws[j].named() {
						j++
					}
					return body{Type: entity.Place, end: j + 1, name: [2]int{i, j + 1}, ref: entity.NewRef(entity.Place, s.nameOf(i, j+1))}
				}
			}
		}
	}
	if world.HouseWord.Has(w.lower) && end == i {
		// "State Guest House"
		k := i + 1
		if k < len(s.ws) && s.ws[k].lower == "guest" {
			k++
		}
		if k < len(s.ws) && s.ws[k].named() && (s.ws[k].lower == "house" || s.ws[k].lower == "palace" || s.ws[k].lower == "residence") {
			end = k + 1
			name = s.nameOf(i, end)
			id = entity.MakeID(entity.Place, name)
		}
	}
	if end == i && (w.lower == "gulf" || w.lower == "strait" || w.lower == "bay" || w.lower == "sea") && i+2 < len(s.ws) && s.ws[i+1].lower == "of" && s.ws[i+2].named() {
		end = i + 3
		name = s.nameOf(i, end)
		id = entity.MakeID(entity.Place, name)
	}
	if end == i && (w.lower == "mount" || w.lower == "lake" || w.lower == "cape" || w.lower == "mt.") && i+1 < len(s.ws) && s.ws[i+1].named() && !world.ClosedWord.Has(s.ws[i+1].lower) {
		end = i + 2
		name = s.nameOf(i, end)
		id = entity.MakeID(entity.Place, name)
	}
	if end == i {
		return body{}
	}
	return body{Type: entity.Place, end: end, name: [2]int{i, end}, ref: entity.Ref{ID: id, Type: entity.Place, Name: name}}
}

// countriesIn finds the countries named inside a larger name.
func (s *scanner) countriesIn(i, end int) []body {
	var in []body
	for k := i; k < end; k++ {
		if h := s.at[k]; h.country != nil && k+h.countryLen <= end {
			b := s.countryBody(k)
			b.first = k
			in = append(in, b)
			k = b.end - 1
		}
	}
	return in
}

// insides makes the mentions that stand inside a title.
func (s *scanner) insides(b body) []entity.Mention {
	m := s.mention(b)
	m.Inside = true
	out := []entity.Mention{m}
	for _, c := range b.inside {
		im := s.mention(c)
		im.Inside = true
		if im.Span != m.Span {
			out = append(out, im)
		}
	}
	return out
}

func (s *scanner) mention(b body) entity.Mention {
	m := entity.Mention{Type: b.Type, Kind: entity.Named, Adjective: b.adjective, Name: b.ref.Name}
	s.place(&m, b.first, b.end, b.end-1)
	m.NameSpan = s.span(b.name[0], b.name[1])
	if b.Type != entity.Country {
		m.Name = s.nameOf(b.name[0], b.name[1])
	}
	if ref, ok := s.defined[m.Name]; ok && b.name[1]-b.name[0] == 1 && ref.Type == b.Type {
		m.Defines = ref.Name
	}
	if b.Type != entity.Country && b.name[1] <= b.end {
		m.Head = s.headOf(b.name[0], b.name[1])
	} else if b.Type == entity.Country {
		m.Head = b.end - 1
	}
	return m
}

// headOf finds the noun of a thing's name: the last word before "of", "for",
// "on".
func (s *scanner) headOf(i, end int) int {
	for k := i + 1; k < end; k++ {
		switch s.ws[k].lower {
		case "of", "for", "on", "(", "to", "between":
			return k - 1
		}
	}
	return end - 1
}

// place sets where a mention stands.
func (s *scanner) place(m *entity.Mention, first, end, head int) {
	m.Span = s.span(first, end)
	m.Sentence = s.index
	m.Tokens.First, m.Tokens.Last = first, end
	m.Head = head
}
