package mention

import (
	"sort"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Find finds what a document mentions: people with their titles, countries,
// organisations, places, events, agreements, pronouns and nominals ("the
// ambassador", "both sides"). Tokens and capitals are enough; tags make it more
// exact where the document has them. Mentions come sorted by start, larger ones
// first; they overlap only where one is Inside another. Entities are left to
// Resolve. Find takes time linear in the document and is safe for concurrent use.
func Find(doc *nlp.Document) []entity.Mention {
	s := &scanner{
		doc: doc, names: map[string]bool{}, low: map[string]bool{}, seen: seenWords{},
		abbreviated: map[string]string{}, defined: map[string]entity.Ref{}, firms: map[string]bool{}, known: map[string]knownWord{}, genders: map[string]world.Gender{},
	}
	for i := range doc.Sentences {
		for _, t := range doc.Sentences[i].Tokens {
			if shapeOf(t.Form) == lower {
				s.low[t.Form] = true
			}
		}
	}
	// The first reading learns the names and abbreviations that the document
	// introduces anywhere, so that the second knows them everywhere.
	read := make([]reading, len(doc.Sentences))
	for i := range doc.Sentences {
		r := &read[i]
		r.ws = wordsOf(doc, &doc.Sentences[i], s.known)
		r.heading = titleCased(r.ws)
		r.at = look(r.ws)
		s.seen.add(r.ws, r.at)
	}
	for i := range doc.Sentences {
		s.sent = &doc.Sentences[i]
		read[i].tagged = s.tagNames(read[i].ws, read[i].at)
	}
	for i := range doc.Sentences {
		s.sentence(i, &read[i])
	}
	s.out = nil
	for i := range doc.Sentences {
		s.sentence(i, &read[i])
	}
	sort.SliceStable(s.out, func(i, j int) bool {
		a, b := &s.out[i], &s.out[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End > b.End
		}
		return !a.Inside && b.Inside
	})
	return s.out
}

// A scanner reads one document.
type scanner struct {
	doc         *nlp.Document
	names       map[string]bool // folded words of people's names in the document
	low         map[string]bool // words that the document has in lower case
	seen        seenWords
	abbreviated map[string]string     // abbreviations of offices that it introduces: "SMS"
	defined     map[string]entity.Ref // abbreviations of things that it introduces: "JICA"
	firms       map[string]bool       // names that it shows to be those of companies
	known       map[string]knownWord
	genders     map[string]world.Gender // of full names
	out         []entity.Mention

	index   int
	sent    *nlp.Sentence
	reading        // of the sentence
	bodies  []body // bodyAt by token; end is -1 where not asked yet
	depth   int    // of offices inside offices
}

// A reading is what a sentence's tokens are by themselves.
type reading struct {
	ws      []word
	at      []hit
	heading bool       // most words are capitalised
	tagged  []nlp.Name // by token: the name that the trained model sees there; nil where it was not asked
}

func (s *scanner) sentence(index int, r *reading) {
	s.index, s.sent = index, &s.doc.Sentences[index]
	s.reading = *r
	s.bodies = make([]body, len(s.ws))
	for i := range s.bodies {
		s.bodies[i].end = -1
	}
	for i := range s.at {
		h := &s.at[i]
		h.nounLen = -1
		if h.org != nil && h.orgLen == 1 && s.names[s.ws[i].fold] {
			h.org, h.orgLen = nil, 0 // "Honda" of a text about Minister Taro Honda
		}
	}
	for i := 0; i < len(s.ws); {
		i = max(s.step(i), i+1)
	}
}

// titleCased tells whether a sentence is a heading with all its words capitalised.
func titleCased(ws []word) bool {
	caps, lows := 0, 0
	for _, w := range ws {
		switch {
		case w.shape == capital || w.shape == upper:
			caps++
		case w.shape == lower && !world.ClosedWord.Has(w.lower):
			lows++
		}
	}
	n := len(ws)
	return caps >= 4 && lows*5 <= caps && ws[n-1].form != "." && ws[n-1].form != ","
}

// step reads what starts at token i and returns the token after it.
func (s *scanner) step(i int) int {
	w := s.ws[i]
	if w.shape == punct {
		return i + 1
	}
	if end := s.group(i); end > i {
		return end
	}
	if end := s.eachOther(i); end > i {
		return end
	}
	if w.named() {
		s.learnFirm(i)
		if b, ok := s.firmAt(i); ok && s.body(b) {
			return b.end
		}
	}
	if w.named() || titleStart(w.lower) || world.RankOf(w.lower) != world.NoRank || strings.Contains(w.lower, "-") || world.FormerWord.Has(w.lower) || world.OfficeGrading.Has(w.lower) || world.PortfolioWord.Has(w.lower) || s.drops(i) {
		if p, ok := s.personAt(i); ok {
			s.person(&p)
			return p.end
		}
		list := s.respective(i)
		if list == nil {
			list = s.list(i)
		}
		if list != nil {
			for k := range list {
				s.person(&list[k])
			}
			return list[len(list)-1].end
		}
	}
	open := w.named() && (!world.ClosedWord.Has(w.lower) || s.startsPerson(i))
	if open || ordinal(w.lower) || w.lower == "the" || world.MonthName.Has(w.lower) && w.named() {
		end, b := s.bodyAt(i)
		if open && !(end > i && b.Type != entity.Place && b.Type != entity.Country && end > i+1 && (s.at[i].org != nil || b.Type == entity.Organization && world.BodySuffix.Has(s.ws[end-1].lower))) {
			if p, ok := s.bareName(i); ok && (end <= i || p.name[1] >= end) && !(b.Type == entity.Country && p.name[1] == end) {
				s.person(&p)
				return p.end
			}
		}
		// A country or organisation may start an office: "the Japanese ambassador".
		if end > i && (b.Type == entity.Country || b.Type == entity.Organization) {
			if e := s.nominal(i, end); e > i {
				return e
			}
		}
		if end > i {
			if s.body(b) {
				return end
			}
		} else if b, ok := s.taggedBody(i); ok && s.body(b) {
			return b.end
		}
	}
	if e := s.nominal(i, i); e > i {
		return e
	}
	if e := s.eventNominal(i); e > i {
		return e
	}
	if p, ok := possessives[w.lower]; ok {
		return s.pronoun(i, p)
	}
	if p, ok := pronouns[w.lower]; ok {
		return s.pronoun(i, p)
	}
	return i + 1
}

func titleStart(l string) bool {
	return l == "the" || l == "his" || l == "her" || l == "a" || l == "an"
}

// person emits the mention of a person and what stands inside it.
func (s *scanner) person(p *person) {
	m := entity.Mention{Kind: entity.Named, Type: entity.Person, Gender: p.gender}
	s.place(&m, p.first, p.end, p.name[1]-1)
	end := s.generation(p.name[1])
	m.Name = s.personName(p.name[0], end)
	m.NameSpan = s.span(p.name[0], end)
	words := p.name[1] - p.name[0]
	for k := p.name[0]; k < p.name[1]; k++ {
		w := s.ws[k]
		if w.named() && w.shape != initial && (words > 1 || p.honorific || len(p.offices) > 0) && !(s.low[w.lower] && !w.use.Given && !w.use.Surname) {
			s.names[w.fold] = true
			if _, last, ok := strings.Cut(w.form, "-"); ok && len(last) > 3 && shapeOf(last) == capital {
				s.names[world.Fold(last)] = true // "al-Abadi"
			}
		}
	}
	for i := range p.offices {
		o := &p.offices[i]
		if m.Gender == world.UnknownGender {
			m.Gender = o.noun.Gender
		}
		if off, ok := s.public(o); ok {
			m.Offices = append(m.Offices, off)
		} else if o.noun.Rank == world.CallingRank {
			m.Offices = append(m.Offices, s.calling(o))
		}
	}
	if m.Gender == world.UnknownGender {
		g, ok := s.genders[m.Name]
		if !ok {
			g = genderOf(m.Name)
			s.genders[m.Name] = g
		}
		m.Gender = g
	}
	s.out = append(s.out, m)
	for i := range p.offices {
		s.out = append(s.out, p.offices[i].inside...)
	}
}

// genderOf tells the gender of a name's given part.
func genderOf(name string) world.Gender {
	_, given, _ := world.NameOrder(name)
	if len(given) == 0 {
		given = strings.Fields(name)
		if len(given) < 2 {
			return world.UnknownGender
		}
		given = given[:1]
	}
	for _, g := range given {
		if u := world.LookupName(g); u.Given {
			return u.Gender
		}
	}
	return world.UnknownGender
}

// generation gives the end of a name that ended before j, with "Jr." or "III".
func (s *scanner) generation(j int) int {
	k := j
	if k < len(s.ws) && s.ws[k].form == "," {
		k++
	}
	if k >= len(s.ws) || s.ws[k].cut || s.ws[k].shape == lower {
		return j
	}
	w := s.ws[k]
	plain := strings.TrimSuffix(w.lower, ".")
	if !world.GenerationSuffix.Has(plain) || plain != "jr" && plain != "sr" && (w.shape != upper || k > j) {
		return j
	}
	if k+1 < len(s.ws) && s.ws[k+1].form == "." && !s.ws[k+1].gap && plain == w.lower && k+2 < len(s.ws) && !s.ws[k+2].cut && s.ws[k+2].shape == lower {
		return k + 2 // a full stop of its own
	}
	return k + 1
}

// personName writes a name with plain spaces, without commas, capitals toned
// down where all is in capitals.
func (s *scanner) personName(i, end int) string {
	var b strings.Builder
	for k := i; k < end; k++ {
		w := s.ws[k]
		if w.form == "," {
			continue
		}
		if b.Len() > 0 && w.gap {
			b.WriteByte(' ')
		}
		if w.loud || w.shape == upper && len(w.form) > 3 && !strings.Contains(w.form, ".") {
			b.WriteString(world.TitleCase(w.lower))
		} else {
			b.WriteString(w.form)
		}
	}
	return b.String()
}

// body emits the mention of a thing; false when it should not be one here.
func (s *scanner) body(b body) bool {
	m := s.mention(b)
	switch b.Type {
	case entity.Organization:
		if s.allOf(b.name[0], b.name[1], world.PartnerModifier) {
			return false // "Australia and Fiji are Strategic Partners"
		}
	case entity.Place:
		h := s.at[b.name[0]]
		if h.capital != nil && b.name[0]+h.capitalLen >= b.end && s.actor(b.first, b.end, h.seat) {
			m.Type, m.Name = entity.Country, h.capital.Name
		} else if b.name[1]-b.name[0] == 1 && b.end < len(s.ws) && s.ws[b.end].shape == capital && !s.ws[b.end].cut && !world.ClosedWord.Has(s.ws[b.end].lower) && !s.ws[b.end].loud && s.at[b.end].country == nil && !s.officeFollows(b.end) && !s.nameLike(b.end) {
			return false // "Nord Stream"
		} else if h.place != nil && h.place.Kind == "city" && b.name[0] > 0 && s.ws[b.name[0]-1].lower == "the" && b.name[0]+h.plLen == b.end {
			return false // "the Doha Round"
		} else if h.place != nil && h.place.Ambiguous && b.name[0]+h.plLen == b.end && !s.located(b.first, b.end) {
			return false
		}
	case "":
		return false
	}
	s.out = append(s.out, m)
	if b.Type == entity.Event {
		s.peopleIn(m.Head+1, b.end)
	}
	for _, in := range b.inside {
		im := s.mention(in)
		im.Inside = true
		if im.Span != m.Span {
			s.out = append(s.out, im)
		}
	}
	return true
}

// peopleIn emits the people named inside a larger name.
func (s *scanner) peopleIn(i, end int) {
	for i < end {
		p, ok := s.personAt(i)
		if !ok {
			p, ok = s.bareName(i)
		}
		if !ok || p.name[1] > end {
			i++
			continue
		}
		p.end = min(p.end, end)
		n := len(s.out)
		s.person(&p)
		for k := n; k < len(s.out); k++ {
			s.out[k].Inside = true
		}
		i = p.end
	}
}

// located tells whether an ambiguous name stands where a place does.
func (s *scanner) located(first, end int) bool {
	if first > 0 && world.PlaceCue.Has(s.ws[first-1].lower) {
		return true
	}
	if first == 0 && world.Hyphen.Has(s.ws[len(s.ws)-1].form) { // a dateline, "Doha, 19 February –"
		return true
	}
	return end+1 < len(s.ws) && s.ws[end].form == "," && (s.at[end+1].country != nil && !s.at[end+1].adjective || s.at[end+1].place != nil && s.at[end+1].place.Kind == "region")
}

// betweenStates tells whether "both" or "relations between" stands before a token.
func (s *scanner) betweenStates(j int) bool {
	if j < 1 {
		return false
	}
	w := s.ws[j-1].lower
	return w == "both" || w == "between" && j > 1 && world.StateRelationNoun.Has(s.ws[j-2].lower)
}

// stateOwned tells whether what stands at j is what states have or do, after
// "Lima's": "long-standing policy", but not "long-standing mayor".
func (s *scanner) stateOwned(j int) bool {
	if j < len(s.ws) && s.ws[j].shape == punct { // Lima's "quiet diplomacy"
		j++
	}
	for n := 0; n < 3 && j < len(s.ws) && !s.ws[j].cut && s.ws[j].shape == lower; n++ {
		if world.StateActNoun.Has(s.ws[j].lower) {
			return j+1 == len(s.ws) || s.ws[j+1].upos != "NOUN"
		}
		j++
	}
	return false
}

// actor tells whether a capital at [first, end) stands for a government: as a
// subject, or between two such.
func (s *scanner) actor(first, end int, seat bool) bool {
	if end < len(s.ws) && world.Genitive.Has(s.ws[end].lower) && s.stateOwned(end+1) {
		return true
	}
	if first > 1 && (s.ws[first-1].lower == "to" && world.SupplyNoun.Has(s.ws[first-2].lower) || s.ws[first-1].lower == "from" && world.EnvoyNoun.Has(s.ws[first-2].lower)) {
		return true
	}
	if first > 0 && (world.PlaceCue.Has(s.ws[first-1].lower) || s.ws[first-1].lower == "of" && !seat) {
		return false
	}
	if end < len(s.ws) && s.ws[end].form == "," {
		return false
	}
	k := end
	if k+1 < len(s.ws) && s.ws[k].lower == "and" && (s.at[k+1].capital != nil || s.at[k+1].country != nil) {
		n := max(s.at[k+1].capitalLen, s.at[k+1].countryLen)
		if s.betweenStates(first) {
			return true
		}
		k += 1 + n
	}
	if first > 1 && s.ws[first-1].lower == "and" && (s.ws[first-2].named()) {
		for b := 1; b <= 3 && first-1-b >= 0; b++ {
			f := first - 1 - b
			if h := s.at[f]; (h.capital != nil && f+h.capitalLen == first-1 || h.country != nil && f+h.countryLen == first-1) && s.betweenStates(f) {
				return true
			}
		}
	}
	if k < len(s.ws) && world.Genitive.Has(s.ws[k].lower) {
		return seat
	}
	if first > 0 && world.AddressVerbForm.Has(s.ws[first-1].lower) || first > 1 && (s.ws[first-1].lower == "on" || s.ws[first-1].lower == "against") && world.PenaltyNoun.Has(s.ws[first-2].lower) {
		return true
	}
	if k < len(s.ws) && !s.ws[k].cut {
		if k+2 < len(s.ws) && s.ws[k].lower == "on" && world.WeekdayName.Has(s.ws[k+1].lower) { // "Lima on Monday accused"
			k += 2
		}
		if k+1 < len(s.ws) && strings.HasSuffix(s.ws[k].lower, "ly") && s.ws[k].shape == lower {
			k++
		}
		return world.StateActVerbForm.Has(s.ws[k].lower) || world.AddressVerbForm.Has(s.ws[k].lower) && s.ws[k].upos == "VERB" || s.ws[k].upos == "VERB" && strings.HasSuffix(s.ws[k].lower, "ed") || s.ws[k].upos == "AUX"
	}
	return false
}
