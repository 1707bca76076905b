package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// unclear is the person where several can be meant.
const unclear = -2

// A match is a person of whom a name can be a form.
type match struct {
	e, score int
	why      string
}

// findPerson finds the person of whom a name is a form: nobody if there is none,
// unclear if there are several.
func (r *roster) findPerson(i int, ws []string) int {
	m := &r.Mentions[i]
	var found []match
	asked := map[int]bool{}
	for _, w := range ws {
		for _, e := range r.byWord[w] {
			if asked[e] {
				continue
			}
			asked[e] = true
			if s, why := r.score(m, ws, e); s > 0 {
				found = append(found, match{e, s, why})
			}
		}
	}
	if len(found) == 0 {
		return nobody
	}
	slices.SortFunc(found, func(a, b match) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.e, b.e)) })
	if len(found) == 1 || found[0].score > found[1].score {
		r.why[i] = found[0].why
		return found[0].e
	}
	best := found[0].score
	return r.namedLast(i, slices.DeleteFunc(found, func(c match) bool { return c.score < best }))
}

// namedLast gives the one of several people of whom a name can be a form who was
// named last before, unclear if none was. Who was named in passing a while ago does not
// take a name by which the text calls another: "Kim" behind "the prisoner Tony Kim".
func (r *roster) namedLast(i int, found []match) int {
	m := &r.Mentions[i]
	best, at := unclear, -1
	called, by := unclear, -1 // who was called just so last
	for _, c := range found {
		for k := i - 1; k >= 0; k-- {
			o := &r.Mentions[k]
			if len(o.Entities) != 1 || o.Entities[0] != c.e {
				continue
			}
			if k > at {
				best, at = c.e, k
				r.why[i] = c.why + ", and nobody else of whom that holds was named later before"
			}
			if o.Kind == entity.Named && o.Name == m.Name {
				if k > by {
					called, by = c.e, k
				}
				break
			}
		}
	}
	if called >= 0 && called != best && r.Mentions[at].Sentence < m.Sentence-1 {
		r.why[i] = "the text calls just one of them so before"
		return called
	}
	return best
}

// score tells how well a mention's name fits a person, and why; 0 is not at all.
func (r *roster) score(m *entity.Mention, ws []string, e int) (score int, why string) {
	p, ent := &r.profiles[e], &r.Entities[e]
	told := m.Guessed || !p.guessed // "Ms Terehia" tells more than the name of Moana Terehia, whoever else has such a name
	if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender && len(ws) < len(p.words) && told {
		return 0, ""
	}
	full := p.words
	switch {
	case slices.Equal(ws, full):
		score, why = 10, "the name"
	case len(ws) > 1 && sameWords(ws, full):
		score, why = 9, "the name in another order"
	case len(ws) > 1 && variant(ws, full):
		score, why = 8, "the name with words left out, added or shortened"
	case len(ws) == 1 && (len(m.Offices) > 0 || m.NameSpan.Start == m.Start) && r.kin(ws[0], e):
		return 0, "" // but "Ms Soto" may be
	case len(ws) == 1 && len(full) > 1:
		score, why = p.scorePart(ws[0], len(m.Offices) > 0 || m.NameSpan.Start > m.Start)
	}
	if score == 0 {
		return 0, ""
	}
	agree, clash := r.compare(m, e)
	if clash && score < 9 || r.servesHead(m, e) {
		return 0, ""
	}
	if !agree && len(ws) > 1 && slices.Equal(ws, full) && world.GenerationOf(m.Name) != p.generation {
		return 0, "" // father and son
	}
	if agree {
		score += 5
		why += ", and the office agrees"
	}
	return score, why
}

// servesHead tells whether a mention calls an aide of a head who person e is not, being one,
// or the other way round: "Secretary to the Prime Minister Soto" is not President Soto.
func (r *roster) servesHead(m *entity.Mention, e int) bool {
	for _, o := range m.Offices {
		if o.Status != "actual" {
			continue
		}
		t := titleWords(o.Title)
		if _, aide := servedHead(o.Title); aide && r.rules(e) || t.rank == world.HeadRank && !t.vice && len(r.profiles[e].served) > 0 {
			return true
		}
	}
	return false
}

// rules tells whether the text calls somebody the head of a state or government.
func (r *roster) rules(e int) bool {
	t, ok := r.headOffice(e)
	return ok && !t.vice
}

// scorePart tells how well a single word fits the name of a person, titled if an
// office or honorific stands beside it.
func (p *profile) scorePart(word string, titled bool) (score int, why string) {
	is := func(written string) bool { return world.Fold(written) == word }
	first, last := p.words[0], p.words[len(p.words)-1]
	switch {
	case word == last || slices.ContainsFunc(p.family, is):
		return 4, "the name by which people are called"
	case word == first && titled:
		score = 3
	case word == first:
		score = 2
	case slices.ContainsFunc(p.given, is) && slices.Contains(p.words, word):
		score = 2
	case slices.Contains(p.words, word) && titled:
		score = 1
	case strings.HasSuffix(last, "-"+word):
		score = 3
	}
	return score, "part of the name"
}

// compare tells whether the offices of a mention agree with a person's, or
// cannot be one person's.
func (r *roster) compare(m *entity.Mention, e int) (agree, clash bool) {
	own := r.Entities[e].Country.ID
	abroad := false
	for _, o := range m.Offices {
		c := r.nation(o)
		elsewhere := c.ID != "" && own != "" && c.ID != own
		abroad = abroad || elsewhere
		if o.Status == entity.Calling {
			continue
		}
		t := titleWords(o.Title)
		for _, u := range r.profiles[e].titles {
			switch {
			case t.within(u) || u.within(t):
				agree = true
			case t.clashes(u):
				clash = clash || o.Status != "former"
			}
		}
		clash = clash || elsewhere && t.rank != world.OrgRank
	}
	if agree {
		return !abroad, abroad
	}
	return false, clash
}

// kin tells whether a person with a full name and no office is another of the surname by which
// the text calls a leader: "Ana Soto" where President Soto is Luis Soto.
func (r *roster) kin(surname string, e int) bool {
	p := &r.profiles[e]
	if !r.surnames[surname] || len(p.words) < 2 || p.words[len(p.words)-1] != surname || len(p.national) > 0 {
		return false
	}
	return !slices.ContainsFunc(world.LeadersCalled(surname), func(l world.Leader) bool {
		return slices.ContainsFunc(p.words[:len(p.words)-1], func(w string) bool {
			return slices.ContainsFunc(l.Words[:len(l.Words)-1], func(v string) bool { return w[0] == v[0] })
		})
	})
}
