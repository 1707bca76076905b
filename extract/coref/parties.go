package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// homeCountries gives officials whose country is not told the one that the
// document leaves for them: who meets officials of other countries, or writes
// of such meetings, is of the one that remains.
func (r *roster) homeCountries() {
	counts := r.countryCounts()
	taken := map[string]bool{} // an official is known
	for e := range r.Entities {
		if c := r.Entities[e].Country.ID; c != "" && r.profiles[e].official {
			taken[c] = true
		}
	}
	shown := r.parties(taken)
	var parties, subjects []int
	for e := range r.Entities { // in order of appearance
		if counts[e] < 2 || inPassing(counts, e) {
			continue
		}
		subjects = append(subjects, e)
		if shown[e] {
			parties = append(parties, e)
		}
	}
	r.acrossTable(parties, counts)
	r.onlyOffice(parties, counts)
	r.onlyOffice(subjects, counts)
}

// countryCounts tells how often the document names each country.
func (r *roster) countryCounts() map[int]int {
	counts := map[int]int{}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; names(m, entity.Country) {
			counts[m.Entities[0]]++
		}
	}
	return counts
}

// inPassing tells whether a document names a country only in passing: two are named
// more often, one of them more than twice as often. Of such a one nobody is taken to be.
func inPassing(counts map[int]int, e int) bool {
	more, most := 0, 0
	for _, n := range counts {
		most = max(most, n)
		if n > counts[e] {
			more++
		}
	}
	return more > 1 && most > 2*counts[e]
}

// acrossTable gives who meets officials of all parties but one the country of
// the one that is left, if the document names no other of which he can be as often.
func (r *roster) acrossTable(parties []int, counts map[int]int) {
	opposed := r.opposed()
	for e := range r.Entities {
		if opposed[e] == nil || e == r.Author {
			continue
		}
		could := func(c int) bool { return !opposed[e][r.Entities[c].ID] && r.suits(e, r.Entities[c].Ref) }
		left, many := nobody, false
		for _, p := range parties {
			if could(p) {
				many = many || left != nobody
				left = p
			}
		}
		for c := range r.Entities {
			many = many || left != nobody && c != left && counts[c] >= counts[left] && could(c)
		}
		if left != nobody && !many {
			r.belongs(e, r.Entities[left].Ref)
		}
	}
}

// opposed gives the countries whose officials each person meets: what stands between
// two people says that they are of two sides, and not that they came together.
func (r *roster) opposed() map[int]map[string]bool {
	opposed := map[int]map[string]bool{}
	note := func(e, other int) {
		c := r.Entities[other].Country.ID
		if c == "" || !r.profiles[other].official {
			return
		}
		if opposed[e] == nil || e == r.Author {
			opposed[e] = map[string]bool{}
		}
		opposed[e][c] = true
	}
	for s := range r.sentences() {
		if !meets(s.tokens) && !anyWord(s.tokens, world.JointVerbForm) {
			continue
		}
		companions := wordsBefore(s.tokens, world.CompanionWord)
		opponents := wordsBefore(s.tokens, world.MeetingForm, world.SidePreposition)
		for i := range s.mentions {
			for k := i + 1; k < len(s.mentions); k++ {
				a, b := &s.mentions[i], &s.mentions[k]
				if !s.twoPeople(a, b) {
					continue
				}
				from, to := a.Tokens.Last, b.Tokens.First
				if companions[from] == companions[to] && opponents[from] < opponents[to] {
					note(a.Entities[0], b.Entities[0])
					note(b.Entities[0], a.Entities[0])
				}
			}
		}
	}
	return opposed
}

// twoPeople tells whether a and b are two people of a sentence, one after the other.
func (s *sentence) twoPeople(a, b *entity.Mention) bool {
	for _, m := range [...]*entity.Mention{a, b} {
		if m.Type != entity.Person || m.Inside || len(m.Entities) != 1 || s.quotedBefore(m.Tokens.Last) {
			return false
		}
	}
	return b.Tokens.First > a.Tokens.Last
}

// wordsBefore gives how many words of some classes stand before each token, and
// before the end.
func wordsBefore(tokens []nlp.Token, classes ...world.Class) []int {
	before := make([]int, len(tokens)+1)
	for i := range tokens {
		before[i+1] = before[i]
		word := strings.ToLower(tokens[i].Form)
		if slices.ContainsFunc(classes, func(c world.Class) bool { return c.Has(word) }) {
			before[i+1]++
		}
	}
	return before
}

// quotedBefore tells whether a verb of saying stands at a token, perhaps with an auxiliary:
// who says something is not told to meet anybody.
func (s *sentence) quotedBefore(k int) bool {
	if k < len(s.tokens) && s.tokens[k].UPOS == "AUX" {
		k++
	}
	return k < len(s.tokens) && world.AttributionVerbForm.Has(strings.ToLower(s.tokens[k].Form))
}

// onlyOffice gives a head of state or government the country, of two that a
// document is about, that alone can have one, and a chancellor the only country
// named that has one.
func (r *roster) onlyOffice(parties []int, counts map[int]int) {
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.Entities[e].Country.ID != "" {
			continue
		}
		t, ok := r.headOffice(e)
		if !ok || t.noun == "president" && (t.vice || !r.publicly(e) || r.shared(e, t)) {
			continue
		}
		left, many := entity.Ref{}, false
		for c := range r.Entities {
			among := counts[c] > 0
			if t.noun != "chancellor" {
				among = len(parties) == 2 && slices.Contains(parties, c)
			}
			if among && r.suits(e, r.Entities[c].Ref) {
				many = many || left.ID != ""
				left = r.Entities[c].Ref
			}
		}
		if left.ID != "" && !many {
			r.belongs(e, left)
		}
	}
}

// parties tells which countries act in the document: as a government, with an
// interest, or side by side with a country of which an official is named.
func (r *roster) parties(taken map[string]bool) map[int]bool {
	shown := map[int]bool{}
	for s := range r.sentences() {
		var list []int // countries side by side
		end := 0       // of the list
		for i := range s.mentions {
			m := &s.mentions[i]
			if !names(m, entity.Country) {
				continue
			}
			e := m.Entities[0]
			if s.acts(m) {
				shown[e] = true
			}
			if !s.sideBySide(end, m.Tokens.First) {
				list = list[:0]
			}
			list = append(list, e)
			end = m.Tokens.Last
			if len(list) > 1 && slices.ContainsFunc(list, func(c int) bool { return taken[r.Entities[c].ID] }) {
				for _, c := range list {
					shown[c] = true
				}
			}
		}
	}
	return shown
}

// acts tells whether a country is mentioned as a government or with an interest.
func (s *sentence) acts(m *entity.Mention) bool {
	next := m.Tokens.Last
	return world.GovernmentNoun.Has(strings.ToLower(s.tokens[m.Head].Form)) ||
		next < len(s.tokens) && world.PartyNoun.Has(strings.ToLower(s.tokens[next].Form)) || s.partyOf(m)
}

// sideBySide tells whether a list of countries that ends before a token goes on
// with another one.
func (s *sentence) sideBySide(end, next int) bool {
	if end == 0 || next <= end || next-end >= 7 {
		return false
	}
	return listed(outsideBrackets(s.tokens[end:next])) || next == end+1 && world.Hyphen.Has(s.tokens[end].Form)
}

// partyOf tells whether a country comes after "support of", "commitment of".
func (s *sentence) partyOf(m *entity.Mention) bool {
	k := m.Tokens.First
	if s.wordAt(k, "the") {
		k++
	}
	for k--; k > 0 && s.wordAt(k, "the"); k-- {
	}
	return k > 0 && s.wordAt(k, "of") && world.PartyNoun.Has(strings.ToLower(s.tokens[k-1].Form))
}

// shared tells whether the document calls others of no known country by the title of a
// head, as one calls those of clubs and firms.
func (r *roster) shared(e int, t title) bool {
	for o := range r.Entities {
		if o != e && r.Entities[o].Type == entity.Person && r.Entities[o].Country.ID == "" &&
			slices.Contains(r.profiles[o].national, t) {
			return true
		}
	}
	return false
}
