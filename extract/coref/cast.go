package coref

import (
	"iter"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// A Cast is who is who in a text that is read part by part: whom and what the parts so far
// have named. The zero value has read nothing; nil keeps nothing. It is for one goroutine.
type Cast struct {
	members  []member         // in the order of their first mentions
	byID     map[string]int   // those that are no people, by each id that their names give
	byWord   map[string][]int // people by each folded word of their names
	author   int              // the member that "I" means, nobody if unknown
	dateline entity.Ref       // the country of the place with which the text opens
	parts    int              // that have been read
	renamed  map[string]entity.Ref
}

// A member is somebody or something of a cast.
type member struct {
	entity.Entity
	profile
}

// A profile is what the document tells of an entity: of things how they are
// called and how often, of people all else too.
type profile struct {
	words      []string // folded words of the fullest name
	generation string   // "jr" at its end
	family     []string // as written
	given      []string
	forms      map[string]int // names as written -> how often
	titles     []title        // offices by their words
	national   []title        // those that are not of an organisation or place
	served     []title        // of the heads whom the offices are to serve: "Secretary to the President"
	office     string         // the first one as written
	royal      string         // "King", where a bare name needs it
	home       entity.Ref     // the country of a document that tells of nobody else's officials
	official   bool           // an office or a word like "counterpart" is known
	by         evidence       // what told the country
	paramount  bool           // the lists have the person as the leader of a state at that time
	known      title          // the office that the lists have, where the document tells none
	leadsIn    entity.Ref     // the country of that
	guestOf    []string       // countries to which the text tells journeys
	lent       bool           // called by a country and the name: "Peru's Rosa Delgado"
	guessed    bool           // the gender is, from the given name
	count      int
}

// nobody is the entity, and the member, that is none.
const nobody = -1

// Entities gives what the parts so far have named, in the order of their first mentions.
func (c *Cast) Entities() []entity.Entity {
	out := make([]entity.Entity, len(c.members))
	for i := range c.members {
		out[i] = c.members[i].Entity
	}
	return out
}

// Renamed gives what the last part knows by another name than those before it, by the id
// that it had: "person:sato" is now "person:hana-sato".
func (c *Cast) Renamed() map[string]entity.Ref { return c.renamed }

// goesOn tells whether a part is not the first of its text.
func (c *Cast) goesOn() bool { return c != nil && c.parts > 0 }

// called gives the people with a folded word in their names.
func (c *Cast) called(word string) []int {
	if c == nil {
		return nil
	}
	return c.byWord[word]
}

// thing gives what a name means that is no person's.
func (c *Cast) thing(id string) (k int, ok bool) {
	if c == nil {
		return nobody, false
	}
	k, ok = c.byID[id]
	return k, ok
}

// put keeps what a part knows of member k, or of somebody new if k is nobody, and gives
// the member.
func (c *Cast) put(k int, m member) int {
	if k == nobody {
		k = len(c.members)
		c.members = append(c.members, m)
	} else {
		old := &c.members[k]
		if old.Ref != m.Ref {
			c.renamed[old.ID] = m.Ref
		}
		m.Forms = joinForms(old.Forms, m.Forms)
		*old = m
	}
	if m.Type == entity.Person {
		for w := range calledBy(m.words) {
			if !slices.Contains(c.byWord[w], k) {
				c.byWord[w] = append(c.byWord[w], k)
			}
		}
	}
	return k
}

// calledBy gives the words by which a person of a name can be called: its own, and "abadi"
// of "al-abadi".
func calledBy(words []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, w := range words {
			if slices.Contains(words[:i], w) {
				continue
			}
			if !yield(w) {
				return
			}
			if _, last, ok := strings.Cut(w, "-"); ok && len(last) > 2 && !yield(last) {
				return
			}
		}
	}
}

// joinForms gives the forms of two lists, each once, sorted by text.
func joinForms(a, b []entity.Form) []entity.Form {
	compare := func(x, y entity.Form) int { return strings.Compare(x.Text, y.Text) }
	all := slices.Concat(a, b)
	slices.SortStableFunc(all, compare)
	return slices.CompactFunc(all, func(x, y entity.Form) bool { return x.Text == y.Text })
}

// An evidence is what tells of which country a person is.
type evidence uint8

// What tells of which country a person is, the surest first. What a name says with its
// offices is told; all else is only asked of those of whom nothing before has told it.
const (
	told        evidence = iota // "President Soto of Peru"
	byLists                     // the lists of leaders
	byPlace                     // the sentence is set there: "In Peru, President Soto"
	byCalling                   // the text calls the person so elsewhere: "the Peruvian leader"
	byCompany                   // those with whom they come
	byMission                   // the ambassador whom they serve
	byHead                      // the head whom they serve
	byPage                      // the page is of that country
	byRemainder                 // it alone is left of the parties
	byHome                      // the document is written there
	byMost                      // most officials of the document are of it
)

// implied tells whether the document takes a person's country for known: it is one of the
// lists, or that of whom the person serves.
func (p *profile) implied() bool { return p.by == byLists || p.by == byHead }
