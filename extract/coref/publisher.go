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
	URL    string // where it was published
}

// countryOfURL gives the country where a page is published: of a government's
// page its country, else that of the domain.
func countryOfURL(address string) entity.Ref {
	u, err := url.Parse(address)
	if err != nil {
		return entity.Ref{}
	}
	parts := strings.Split(strings.ToLower(u.Hostname()), ".")
	n := len(parts)
	if n < 2 {
		return entity.Ref{}
	}
	top := parts[n-1]
	if top == "gov" || top == "mil" {
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

// home gives the country at home in which a document is written, where officials
// need no country: that of its author, of its page, of its dateline, or the one
// for which it speaks. It is zero where nothing tells, or where the document
// calls officials by that very country, as those abroad do.
func (r *resolver) home() entity.Ref {
	var home entity.Ref
	if r.Author >= 0 && r.persons[r.Author].official {
		home = r.Entities[r.Author].Country
	}
	page := func() entity.Ref { return countryOfURL(r.origin.URL) }
	for _, tells := range [...]func() entity.Ref{page, r.dateline, r.spokenFor, r.authorsPeople} {
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
func (r *resolver) foreign(country entity.Ref) bool {
	told, bare := 0, 0
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Named || m.Type != entity.Person || len(m.Entities) != 1 || m.Entities[0] == r.Author {
			continue
		}
		for _, o := range m.Offices {
			t := titleWords(o.Title)
			if t.rank != world.HeadRank && !strings.HasSuffix(t.noun, "minister") && !strings.HasPrefix(t.noun, "secretary") || o.Status == entity.Calling {
				continue // "U.S. Senator" is said at home too
			}
			switch {
			case o.Of == country:
				told++
			case o.Of.ID == "" && r.Entities[m.Entities[0]].Country.ID == "":
				bare++
			}
		}
	}
	return told > 0 && told*2 >= bare
}

// dateline gives the country of the place with which a text opens: "NAIROBI,
// May 3 –", "WASHINGTON –".
func (r *resolver) dateline() entity.Ref {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Sentence > 4 {
			break
		}
		if m.Kind != entity.Named || m.Type != entity.Place && m.Type != entity.Country || m.Adjective {
			continue
		}
		tokens := r.NLP.Sentences[m.Sentence].Tokens
		if m.Tokens.First > 0 && !isDash(tokens[m.Tokens.First-1].Form) || !closesDateline(tokens, m.Tokens.Last) {
			continue
		}
		words := strings.Fields(m.Name)
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
	}
	return entity.Ref{}
}

func isDash(s string) bool { return s == "–" || s == "—" || s == "-" || s == "--" }

// closesDateline tells whether a dash comes soon after token k of a sentence,
// with dates, agencies and places alone before it.
func closesDateline(tokens []nlp.Token, k int) bool {
	for end := min(k+14, len(tokens)); k < end; k++ {
		switch t := &tokens[k]; {
		case isDash(t.Form):
			return t.SpaceBefore
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "ADP":
			return false
		}
	}
	return false
}

// spokenFor gives the country of which a text of an official, or of his office,
// says "we": "Australia looks forward to working with our partners".
func (r *resolver) spokenFor() entity.Ref {
	votes := map[int]int{}
	for first := 0; first < len(r.Mentions); {
		last, country := first, -1 // that acts before "our", or after "In our role,"
		opening, ours, others := false, false, false
		for ; last < len(r.Mentions) && r.Mentions[last].Sentence == r.Mentions[first].Sentence; last++ {
			m := &r.Mentions[last]
			tokens := r.NLP.Sentences[m.Sentence].Tokens
			switch {
			case r.quoted[last]:
			case m.Kind == entity.Pronoun && strings.EqualFold(tokens[m.Tokens.First].Form, "we"):
				others = !ours // "Peru led, and we helped"
			case m.Kind == entity.Pronoun && world.OwnPronoun.Has(strings.ToLower(tokens[m.Tokens.First].Form)):
				opening = opening || m.Tokens.First < 3 && strings.EqualFold(tokens[m.Tokens.First].Form, "our")
				ours = true
			case (!ours || opening) && r.acting(m):
				country = m.Entities[0]
			}
		}
		if country >= 0 && ours && !others {
			votes[country]++
		}
		first = last
	}
	best, second := -1, 0
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

// authorsPeople gives the one country of whose officials an official writes.
func (r *resolver) authorsPeople() entity.Ref {
	if r.Author < 0 || r.Entities[r.Author].Country.ID != "" {
		return entity.Ref{}
	}
	var one entity.Ref
	for e := range r.Entities {
		if c := r.Entities[e].Country; r.Entities[e].Type == entity.Person && c.ID != "" && r.persons[e].official {
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
func (r *resolver) acting(m *entity.Mention) bool {
	tokens := r.NLP.Sentences[m.Sentence].Tokens
	if m.Kind != entity.Named || m.Type != entity.Country || m.Adjective || m.Inside || len(m.Entities) != 1 || m.Tokens.Last >= len(tokens) {
		return false
	}
	next := tokens[m.Tokens.Last].UPOS
	return (next == "VERB" || next == "AUX") && !(m.Tokens.First > 0 && tokens[m.Tokens.First-1].UPOS == "ADP")
}

// atHome gives officials whose country nothing tells that of the document. Where
// it names no officials of others, it only tells whose their offices are: what
// they do there is done at home.
func (r *resolver) atHome() {
	home := r.home()
	if home.ID == "" {
		return
	}
	abroad := slices.ContainsFunc(r.Entities, func(e entity.Entity) bool { return e.Type == entity.Person && e.Country.ID != "" && e.Country != home })
	heads := map[string]int{} // who is named most of those who can be the one head
	for e := range r.Entities {
		if t, ok := r.headTitle(e); ok && r.suits(e, home) {
			if best, other := heads[t.noun]; !other || r.persons[e].count > r.persons[best].count {
				heads[t.noun] = e
			}
		}
	}
	for e := range r.Entities {
		if !r.suits(e, home) {
			continue
		}
		if t, ok := r.headTitle(e); ok && (heads[t.noun] != e || !r.publicly(e)) {
			continue
		}
		r.persons[e].home, r.Entities[e].Supposed = home, home
		if abroad {
			r.Entities[e].Country = home
		}
	}
}

// headTitle gives the title by which a person is the one head of a state or
// government.
func (r *resolver) headTitle(e int) (t title, ok bool) {
	i := slices.IndexFunc(r.persons[e].national, func(t title) bool { return t.rank == world.HeadRank })
	if i < 0 {
		return t, false
	}
	t = r.persons[e].national[i]
	if t.vice {
		t.noun = "vice " + t.noun
	}
	return t, true
}

// publicly tells whether the text calls a head as one does those of states,
// "President Soto" or "Soto, the President", not as those of societies: "Soto,
// President, Friends of Birds".
func (r *resolver) publicly(e int) bool {
	return slices.ContainsFunc(r.Mentions, func(m entity.Mention) bool {
		return m.Kind == entity.Named && slices.Contains(m.Entities, e) && slices.ContainsFunc(m.Offices, func(o entity.Office) bool {
			return titleWords(o.Title).rank == world.HeadRank && (o.Span.Start < m.NameSpan.Start || strings.HasPrefix(r.text(o.Span), "the "))
		})
	})
}
