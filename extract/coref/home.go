package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// retinues gives officials whose country is not told that of those with whom
// the text puts them: who accompanies a president, leads a country's
// delegation, or invites a guest to a country, is of that country.
func (r *resolver) retinues() {
	for first := 0; first < len(r.Mentions); {
		last := first
		for last < len(r.Mentions) && r.Mentions[last].Sentence == r.Mentions[first].Sentence {
			last++
		}
		r.retinue(first, last)
		first = last
	}
}

// retinue reads one sentence, that of mentions [first, last).
func (r *resolver) retinue(first, last int) {
	tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
	word := func(k int) string {
		if k < 0 || k >= len(tokens) {
			return ""
		}
		return strings.ToLower(tokens[k].Form)
	}
	r.besides(first, last, tokens)
	for k := range tokens {
		switch w := word(k); {
		case w == "accompanied" || w == "joined" || w == "flanked":
			if by := wordAfter(tokens[k+1:], "by", 6); by >= 0 {
				r.follow(first, last, r.countryOfPerson(r.before(first, last, k)), k+1+by)
			}
		case (w == "travelled" || w == "traveled" || w == "travelling" || w == "traveling") && word(k+1) == "with":
			if leader := r.after(first, last, k); leader >= 0 && r.Entities[leader].Country.ID != "" {
				for i := last - 1; i >= first; i-- {
					if m := &r.Mentions[i]; m.Tokens.Last <= k && m.Kind == entity.Named && m.Type == entity.Person && !m.Inside && len(m.Entities) == 1 {
						r.settle(m, r.Entities[leader].Country, world.StateRank)
						break
					}
				}
			}
		case w == "accompanying" && k == 0:
			for _, be := range []string{"are", "were", "is", "was"} {
				if at := wordAfter(tokens[k+1:], be, 10); at >= 0 {
					r.follow(first, last, r.countryOfPerson(r.after(first, last, k)), k+1+at)
				}
			}
		case w == "delegation" || w == "entourage":
			for at, has := range tokens[k+1 : min(k+6, len(tokens))] {
				if strings.HasPrefix(has.Lemma, "includ") || strings.HasPrefix(has.Lemma, "compris") {
					of := r.countryOfPerson(r.before(first, last, k))
					if of.ID == "" {
						of, _ = r.countryBefore(first, last, k)
					}
					r.follow(first, last, of, k+1+at)
				}
			}
			r.delegation(first, last, k)
		case w == "visit" || w == "visited" || w == "visiting" || w == "trip":
			r.visit(first, last, k)
		case w == "credentials" || w == "credence":
			r.credentials(first, last, k)
		case w == "invitation" && word(k+1) == "of":
			r.invitation(first, last, k)
		}
	}
}

// besides gives an official the country that he is named beside, "thanked Peru
// and President Soto", or that of the greater one whom somebody meets together
// with him: "met Peruvian President Soto and Trade Minister Rey", "met President
// Soto and Trade Minister Rey of Peru".
func (r *resolver) besides(first, last int, tokens []nlp.Token) {
	before, previous := -1, -1
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		if m.Inside {
			continue
		}
		p := previous
		previous = i
		if len(m.Entities) != 1 || m.Kind != entity.Named {
			continue
		}
		if a := before; a >= 0 && m.Type == entity.Person && m.Tokens.First > r.Mentions[a].Tokens.Last && (r.joint(&r.Mentions[a], m, tokens) || r.enumerated(a, i, last, tokens)) {
			switch b := &r.Mentions[a]; {
			case b.Type == entity.Country:
				r.settle(m, r.Entities[b.Entities[0]].Ref, world.HeadRank, world.StateRank)
			case r.Entities[b.Entities[0]].Country.ID != "":
				r.settle(m, r.Entities[b.Entities[0]].Country, world.StateRank)
			case !r.heads(m.Entities[0]):
				r.settle(b, r.Entities[m.Entities[0]].Country, world.HeadRank)
			}
		}
		if p >= 0 && m.Type == entity.Person {
			r.introduced(&r.Mentions[p], m, tokens)
		}
		before = -1
		if k := m.Tokens.First; k > 0 && (m.Type == entity.Person || m.Type == entity.Country && !m.Adjective) {
			if tag := tokens[k-1].UPOS; tag == "ADP" && !strings.EqualFold(tokens[k-1].Form, "between") || tag == "VERB" {
				before = i
			}
		}
	}
}

// heads tells whether somebody is the head of a state or government.
func (r *resolver) heads(e int) bool {
	_, ok := r.headTitle(e)
	return ok
}

// enumerated tells whether mentions a and b of people begin a list, of which the
// next one is the end: "President Soto, Trade Minister Rey and Speaker Luna".
func (r *resolver) enumerated(a, b, last int, tokens []nlp.Token) bool {
	x, y := &r.Mentions[a], &r.Mentions[b]
	if x.Type != entity.Person || y.Tokens.First != x.Tokens.Last+1 || tokens[x.Tokens.Last].Form != "," {
		return false
	}
	for i := b + 1; i < last; i++ {
		if z := &r.Mentions[i]; z.Kind == entity.Named && z.Type == entity.Person && !z.Inside && z.Tokens.First >= y.Tokens.Last {
			return r.joint(y, z, tokens)
		}
	}
	return false
}

// introduced gives an official the country that tells right before of him or of
// what he does: "her Mexican counterpart, Foreign Secretary Rey", "the Kremlin
// said President Orlov".
func (r *resolver) introduced(a, b *entity.Mention, tokens []nlp.Token) {
	if b.Tokens.First <= a.Tokens.Last {
		return
	}
	between := tokens[a.Tokens.Last:b.Tokens.First]
	switch {
	case a.Kind == entity.Nominal && a.Type == entity.Person && len(a.Offices) == 1 && a.Offices[0].Status == entity.Calling && len(between) == 1 && between[0].Form == ",":
		if c := a.Offices[0].Of; c.Type == entity.Country {
			r.settle(b, c, world.HeadRank, world.StateRank)
		}
	case a.Kind == entity.Named && a.Type == entity.Country && !a.Adjective && len(a.Entities) == 1 && len(between) <= 2 && (len(between) == 1 || len(between) == 2 && strings.EqualFold(between[1].Form, "that")):
		if world.QuotingVerbForm.Has(strings.ToLower(between[0].Form)) {
			r.settle(b, r.Entities[a.Entities[0]].Ref, world.HeadRank, world.StateRank)
		}
	}
}

// credentials gives who receives those of an ambassador, at token k, the country
// that he is sent to.
func (r *resolver) credentials(first, last, k int) {
	var to entity.Ref
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		if m.Type != entity.Person || m.Inside {
			continue
		}
		for _, o := range m.Offices {
			if m.Tokens.First < k && o.To.Type == entity.Country {
				to = o.To
			}
		}
		if m.Tokens.First > k && m.Kind == entity.Named && len(m.Entities) == 1 && to.ID != "" {
			r.settle(m, to, world.HeadRank, world.StateRank)
			return
		}
	}
}

// joint tells whether no more than "and" joins two mentions, and no new clause
// begins with the second.
func (r *resolver) joint(a, b *entity.Mention, tokens []nlp.Token) bool {
	if k := b.Tokens.Last; k < len(tokens) && (tokens[k].UPOS == "VERB" || tokens[k].UPOS == "AUX") {
		return false
	}
	and := false
	for _, t := range tokens[a.Tokens.Last:b.Tokens.First] {
		switch l := strings.ToLower(t.Form); {
		case l == "and":
			and = true
		case l != "," && l != "with" && t.UPOS != "ADV":
			return false
		}
	}
	return and
}

// wordAfter finds a word among the first of some tokens, -1 if it is not there.
func wordAfter(tokens []nlp.Token, word string, within int) int {
	for k := 0; k < len(tokens) && k < within; k++ {
		if strings.EqualFold(tokens[k].Form, word) {
			return k
		}
	}
	return -1
}

// before gives the person mentioned last before token k, -1 if none.
func (r *resolver) before(first, last, k int) int {
	found := -1
	for i := first; i < last && r.Mentions[i].Tokens.Last <= k; i++ {
		if m := &r.Mentions[i]; !m.Inside && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Type == entity.Person {
			found = m.Entities[0]
		}
	}
	return found
}

// after gives the person mentioned next after token k, -1 if none.
func (r *resolver) after(first, last, k int) int {
	for i := first; i < last; i++ {
		if m := &r.Mentions[i]; m.Tokens.First > k && !m.Inside && len(m.Entities) == 1 && r.Entities[m.Entities[0]].Type == entity.Person {
			return m.Entities[0]
		}
	}
	return -1
}

// countryOfPerson gives the country of a person, zero if there is none.
func (r *resolver) countryOfPerson(e int) entity.Ref {
	if e < 0 {
		return entity.Ref{}
	}
	return r.Entities[e].Country
}

// follow gives the officials listed after token k the country of their leader
// or delegation.
func (r *resolver) follow(first, last int, country entity.Ref, k int) {
	if country.ID == "" {
		return
	}
	tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
	end := k + 1
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		if m.Tokens.First <= k || m.Inside {
			continue
		}
		if m.Type != entity.Person || m.Tokens.First > end && !listed(tokens[end:m.Tokens.First]) {
			return
		}
		end = m.Tokens.Last
		if m.Kind == entity.Named && len(m.Entities) == 1 {
			r.settle(m, country, world.StateRank)
		}
	}
}

// settle gives a person of an office of some rank a country, where the text
// tells none.
func (r *resolver) settle(m *entity.Mention, country entity.Ref, ranks ...world.OfficeRank) {
	e := m.Entities[0]
	if r.Entities[e].Country.ID != "" {
		return
	}
	for _, o := range m.Offices {
		if o.Of.ID != "" {
			return
		}
	}
	for _, t := range r.persons[e].titles {
		if slices.Contains(ranks, t.rank) || t.rank == world.HeadRank && t.vice {
			r.Entities[e].Country = country
			return
		}
	}
}

// delegation reads "together with a Peruvian delegation" and "a Peruvian
// delegation led by", with the delegation at token k.
func (r *resolver) delegation(first, last, k int) {
	tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
	country, start := r.countryBefore(first, last, k)
	if country.ID == "" {
		return
	}
	led := wordAfter(tokens[k+1:], "by", 3) >= 0
	with := false
	for n := max(0, start-4); n < start; n++ {
		switch strings.ToLower(tokens[n].Form) {
		case "with", "leading", "leads", "led", "heading", "heads", "headed":
			with = true
		}
	}
	var leader *entity.Mention
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		if m.Kind != entity.Named || m.Type != entity.Person || m.Inside || len(m.Entities) != 1 {
			continue
		}
		if with && !led && m.Tokens.Last <= start && leader == nil || led && m.Tokens.First > k && leader == nil {
			leader = m
		}
	}
	if leader != nil {
		r.settle(leader, country, world.HeadRank, world.StateRank)
	}
}

// countryBefore gives the country named right before token k, and its token.
func (r *resolver) countryBefore(first, last, k int) (country entity.Ref, start int) {
	for i := first; i < last; i++ {
		if m := &r.Mentions[i]; m.Type == entity.Country && m.Kind == entity.Named && len(m.Entities) == 1 && m.Tokens.Last > k-3 && m.Tokens.First <= k {
			country, start = r.Entities[m.Entities[0]].Ref, m.Tokens.First
		}
	}
	return country, start
}

// visit reads "was in Chile for a visit to strengthen ties between Kenya and
// Chile" and "visit to Chile, where she was received by President B", with the
// visit at token k.
func (r *resolver) visit(first, last, k int) {
	tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
	var visitor *entity.Mention
	target := -1
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		if len(m.Entities) != 1 {
			continue
		}
		switch before := tokens[max(m.Tokens.First-1, 0)]; {
		case m.Type == entity.Person && m.Kind == entity.Named && !m.Inside && visitor == nil && m.Tokens.Last <= k:
			visitor = m
		case m.Type == entity.Country && m.Kind == entity.Named && !m.Adjective && target < 0:
			switch l := strings.ToLower(before.Form); {
			case l == "to" && m.Tokens.First > k, l == "in" && m.Tokens.First < k, strings.HasPrefix(l, "visit"):
				target = i
			}
		}
	}
	if target < 0 {
		return
	}
	at := &r.Mentions[target]
	country := r.Entities[at.Entities[0]].Ref
	for i := target + 1; i < last; i++ {
		m := &r.Mentions[i]
		if m.Inside || len(m.Entities) != 1 {
			continue
		}
		if m.Type == entity.Country && m.Kind == entity.Named && i+1 < last && visitor != nil {
			// "ties between Kenya and Chile"
			n := &r.Mentions[i+1]
			if n.Type == entity.Country && n.Kind == entity.Named && len(n.Entities) == 1 && m.Entities[0] != n.Entities[0] && tokens[max(m.Tokens.First-1, 0)].Form == "between" && listed(tokens[m.Tokens.Last:n.Tokens.First]) {
				switch at.Entities[0] {
				case m.Entities[0]:
					r.settle(visitor, r.Entities[n.Entities[0]].Ref, world.HeadRank, world.StateRank)
				case n.Entities[0]:
					r.settle(visitor, r.Entities[m.Entities[0]].Ref, world.HeadRank, world.StateRank)
				}
			}
		}
		if m.Type == entity.Person && m.Kind == entity.Named && m.Tokens.First > 1 && strings.EqualFold(tokens[m.Tokens.First-1].Form, "by") && world.HostVerbForm.Has(strings.ToLower(tokens[m.Tokens.First-2].Form)) {
			r.settle(m, country, world.HeadRank, world.StateRank)
		}
	}
}

// invitation reads "visit to Peru at the invitation of President A", with the
// invitation at token k.
func (r *resolver) invitation(first, last, k int) {
	tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
	var country entity.Ref
	for i := first; i < last; i++ {
		m := &r.Mentions[i]
		switch {
		case m.Tokens.Last <= k && m.Type == entity.Country && m.Kind == entity.Named && !m.Adjective && !m.Inside && len(m.Entities) == 1:
			for n := max(0, m.Tokens.First-4); n < m.Tokens.First; n++ {
				if w := strings.ToLower(tokens[n].Form); w == "visit" || w == "trip" || w == "visits" {
					country = r.Entities[m.Entities[0]].Ref
				}
			}
		case m.Tokens.First > k && m.Kind == entity.Named && m.Type == entity.Person && !m.Inside:
			if country.ID != "" && len(m.Entities) == 1 && m.Tokens.First <= k+4 {
				r.settle(m, country, world.HeadRank, world.StateRank)
			}
			return
		}
	}
}
