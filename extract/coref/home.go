package coref

import (
	"net/url"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// An Origin is what is known of a document from elsewhere than its text.
type Origin struct {
	Author string // who writes or speaks it
	Title  string // its title, which may tell the author
	URL    string // where it was published
	Date   string // when, "2025-06-03", perhaps without its end
}

// countryOfURL gives the country where a page is published: of a government's
// page its country, else that of the domain.
func countryOfURL(address string) entity.Ref {
	parts := hostOf(address)
	n := len(parts)
	if n < 2 {
		return entity.Ref{}
	}
	top := parts[n-1]
	if world.AmericanHost.Has(top) {
		top = "us"
	} else if world.WorldwideHost.Has(top) && !world.GovernmentHost.Has(parts[n-2]) {
		return entity.Ref{}
	}
	if top == "uk" {
		top = "gb"
	}
	if c := world.CountryByCode(strings.ToUpper(top)); c != nil && len(top) == 2 {
		return entity.CountryRef(c)
	}
	return entity.Ref{}
}

// hostOf gives the parts of the name of the host of a page, nil if the address is none.
func hostOf(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	return strings.Split(strings.ToLower(u.Hostname()), ".")
}

// home gives the country at home in which a document is written, where officials
// need no country: that of its author, of its page, of its dateline, or the one
// for which it speaks. It is zero where nothing tells, or where the document
// calls officials by that very country, as those abroad do. url is the address of
// the page, if it has one.
func (r *roster) home(url string) entity.Ref {
	var home entity.Ref
	if r.Author >= 0 && r.profiles[r.Author].official {
		home = r.Entities[r.Author].Country
	}
	page := func() entity.Ref { return countryOfURL(url) }
	for _, tells := range [...]func() entity.Ref{page, r.dateline, r.spokenFor, r.authorsPeople, r.leadersAtHome} {
		if home.ID == "" {
			home = tells()
		}
	}
	if home.ID == "" || r.foreign(home) {
		return entity.Ref{}
	}
	return home
}

// foreign tells whether the document calls people officials of a country, again
// and again or before it names any without.
func (r *roster) foreign(country entity.Ref) bool {
	told, bare := 0, 0
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if !names(m, entity.Person) || m.Entities[0] == r.Author {
			continue
		}
		for _, o := range m.Offices {
			t := titleWords(o.Title)
			minister := strings.HasSuffix(t.noun, "minister") || strings.HasPrefix(t.noun, "secretary")
			if t.rank != world.HeadRank && !minister || o.Status == entity.Calling || stateOfOffice(o.Title) == country {
				continue // "U.S. Senator" is said at home too
			}
			switch {
			case o.Of == country:
				told++
			case o.Of.ID == "" && (r.Entities[m.Entities[0]].Country.ID == "" || r.profiles[m.Entities[0]].implied()):
				bare++
			}
		}
	}
	return told > 0 && told*2 >= bare
}

// dateline gives the country of the place with which a text opens: "NAIROBI,
// May 3 –", "WASHINGTON –".
func (r *roster) dateline() entity.Ref {
	if r.cast.goesOn() {
		return r.cast.dateline
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Sentence > 4 {
			break
		}
		if m.Kind != entity.Named || m.Type != entity.Place && m.Type != entity.Country || m.Adjective {
			continue
		}
		tokens := r.tokens(m)
		first := m.Tokens.First
		if first > 0 && !world.DatelineDash.Has(tokens[first-1].Form) || !closesDateline(tokens, m.Tokens.Last) {
			continue
		}
		if country := countryOfPlace(m.Name); country.ID != "" {
			return country
		}
	}
	return entity.Ref{}
}

// countryOfPlace gives the country of a capital, a country or another place that
// can be no other.
func countryOfPlace(name string) entity.Ref {
	words := strings.Fields(name)
	if c, n, seat := world.FindCapital(words); c != nil && n == len(words) && !seat {
		return entity.CountryRef(c)
	}
	if c, n, adjective := world.FindCountry(words); c != nil && n == len(words) && !adjective {
		return entity.CountryRef(c)
	}
	if p, n := world.FindPlace(words); p != nil && n == len(words) && p.CountryID != "" && !p.Ambiguous {
		if c := world.CountryByID(p.CountryID); c != nil {
			return entity.CountryRef(c)
		}
	}
	return entity.Ref{}
}

// closesDateline tells whether a dash comes soon after token k of a sentence,
// with dates, agencies and places alone before it.
func closesDateline(tokens []nlp.Token, k int) bool {
	for end := min(k+14, len(tokens)); k < end; k++ {
		switch t := &tokens[k]; {
		case world.DatelineDash.Has(t.Form):
			return t.SpaceBefore || k+1 == len(tokens) || tokens[k+1].SpaceBefore // "Lima, May 3- "
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "ADP":
			return false
		}
	}
	return false
}

// spokenFor gives the country of which a text of an official, or of his office,
// says "we": "Australia looks forward to working with our partners".
func (r *roster) spokenFor() entity.Ref {
	votes := map[int]int{}
	for s := range r.sentences() {
		if country := s.ours(); country >= 0 {
			votes[country]++
		}
	}
	best, second := nobody, 0
	for e := range r.Entities {
		switch n := votes[e]; {
		case n == 0:
		case best < 0 || n > votes[best]:
			if best >= 0 {
				second = votes[best]
			}
			best = e
		default:
			second = max(second, n)
		}
	}
	if best < 0 || votes[best] <= second {
		return entity.Ref{}
	}
	return r.Entities[best].Ref
}

// ours gives the country that acts in a sentence before "our", or after "In our
// role," and does not act beside those who write: "Peru led, and we helped".
func (s *sentence) ours() int {
	country := nobody
	opening, ours, others := false, false, false
	for i := range s.mentions {
		m := &s.mentions[i]
		word := strings.ToLower(s.tokens[m.Tokens.First].Form)
		switch {
		case s.quoted[s.first+i]:
		case m.Kind == entity.Pronoun && word == "we":
			others = !ours
		case m.Kind == entity.Pronoun && world.FirstPersonPlural.Has(word):
			opening = opening || m.Tokens.First < 3 && word == "our"
			ours = true
		case (!ours || opening) && s.acting(m):
			country = m.Entities[0]
		}
	}
	if !ours || others {
		return nobody
	}
	return country
}

// authorsPeople gives the one country of whose envoys an official writes.
func (r *roster) authorsPeople() entity.Ref {
	if r.Author < 0 || r.Entities[r.Author].Country.ID != "" {
		return entity.Ref{}
	}
	var one entity.Ref
	for e := range r.Entities {
		if c := r.Entities[e].Country; r.Entities[e].Type == entity.Person && c.ID != "" && r.posted(e) {
			if one.ID != "" && one != c {
				return entity.Ref{}
			}
			one = c
		}
	}
	return one
}

// acting tells whether a mention is of a country with a verb behind it: "Peru
// welcomes".
func (s *sentence) acting(m *entity.Mention) bool {
	if !names(m, entity.Country) || m.Adjective || m.Inside || m.Tokens.Last >= len(s.tokens) {
		return false
	}
	next := s.tokens[m.Tokens.Last].UPOS
	return (next == "VERB" || next == "AUX") && !(m.Tokens.First > 0 && s.tokens[m.Tokens.First-1].UPOS == "ADP")
}

// atHome gives officials whose country nothing tells that of the document. Where
// it names no officials of others, it only tells whose their offices are: what
// they do there is done at home.
func (r *roster) atHome(url string) {
	home := r.home(url)
	if home.ID == "" {
		return
	}
	abroad := slices.ContainsFunc(r.Entities, func(e entity.Entity) bool {
		return e.Type == entity.Person && e.Country.ID != "" && e.Country != home
	})
	heads := r.mostNamedHeads(home)
	for e := range r.Entities {
		if !r.suits(e, home) {
			continue
		}
		if t, ok := r.headTitle(e); ok && (heads[t.noun] != e || !r.publicly(e)) {
			continue
		}
		r.profiles[e].home, r.Entities[e].Supposed = home, home
		if abroad {
			r.belongs(e, home)
		}
	}
}

// mostNamedHeads gives, of those who can be the one head of a country by a title,
// who is named most.
func (r *roster) mostNamedHeads(country entity.Ref) map[string]int {
	heads := map[string]int{}
	for e := range r.Entities {
		if t, ok := r.headTitle(e); ok && r.suits(e, country) {
			if best, other := heads[t.noun]; !other || r.profiles[e].count > r.profiles[best].count {
				heads[t.noun] = e
			}
		}
	}
	return heads
}

// publicly tells whether the text calls a head as one does those of states,
// "President Soto" or "Soto, the President", not as those of societies: "Soto,
// President, Friends of Birds".
func (r *roster) publicly(e int) bool {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Named || !slices.Contains(m.Entities, e) {
			continue
		}
		for _, o := range m.Offices {
			the := strings.HasPrefix(r.text(o.Span), "the ")
			before := the || o.Span.Start < m.NameSpan.Start && o.Title != strings.ToLower(o.Title) // "Open Skies president Soto"
			if before && titleWords(o.Title).rank == world.HeadRank {
				return true
			}
		}
	}
	return false
}
