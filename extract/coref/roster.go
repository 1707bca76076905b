package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A roster is what is known of a document as a whole: its mentions, whom and what
// they mean as far as that is decided, and what the text tells of each.
type roster struct {
	*entity.Document
	byID     map[string]int   // entities that are not people
	byWord   map[string][]int // people by each folded word of their names
	surnames map[string]bool  // surnames by which alone the text calls known leaders
	quoted   []bool           // mentions between quotation marks
	telling  evidence         // what is asked for the countries of people
	why      map[int]string   // why mentions mean what they do
	profiles []profile        // parallel to Entities
	cast     *Cast            // of the parts before, nil if the document is read as a whole
	recalled map[int]int      // entities by the members of the cast that they are
}

func newRoster(doc *nlp.Document, mentions []entity.Mention, cast *Cast) *roster {
	r := &roster{
		Document: &entity.Document{NLP: doc, Mentions: slices.Clone(mentions), Author: nobody},
		byID:     map[string]int{},
		byWord:   map[string][]int{},
		surnames: map[string]bool{},
		why:      map[int]string{},
		cast:     cast,
		recalled: map[int]int{},
	}
	for i := range r.Mentions {
		r.Mentions[i].Offices = slices.Clone(mentions[i].Offices)
	}
	return r
}

// add appends an entity.
func (r *roster) add(ref entity.Ref) int {
	r.Entities = append(r.Entities, entity.Entity{Ref: ref})
	r.profiles = append(r.profiles, profile{forms: map[string]int{}})
	return len(r.Entities) - 1
}

// merge makes all mentions of entity from mean entity to.
func (r *roster) merge(from, to int) {
	for i := range r.Mentions {
		for k, e := range r.Mentions[i].Entities {
			if e == from {
				r.Mentions[i].Entities[k] = to
			}
		}
	}
	for f, n := range r.profiles[from].forms {
		r.profiles[to].forms[f] += n
	}
	r.profiles[to].count += r.profiles[from].count
	r.profiles[from].count = 0
}

// text gives what stands in the document at a place.
func (r *roster) text(s nlp.Span) string { return r.NLP.Text[s.Start:s.End] }

// tokens gives those of the sentence of a mention.
func (r *roster) tokens(m *entity.Mention) []nlp.Token { return r.NLP.Sentences[m.Sentence].Tokens }

// names tells whether a mention is the name of one thing of a type.
func names(m *entity.Mention, t entity.Type) bool {
	return m.Kind == entity.Named && m.Type == t && len(m.Entities) == 1
}

// fits tells whether a person can be meant by a word of a gender.
func (r *roster) fits(e int, g world.Gender) bool {
	h := r.Entities[e].Gender
	return r.Entities[e].Type == entity.Person && (g == world.UnknownGender || h == world.UnknownGender || g == h)
}

// inSentence gives the mentions of a sentence.
func (r *roster) inSentence(number int) []entity.Mention {
	first, _ := slices.BinarySearchFunc(r.Mentions, number, func(m entity.Mention, n int) int { return m.Sentence - n })
	last := first
	for last < len(r.Mentions) && r.Mentions[last].Sentence == number {
		last++
	}
	return r.Mentions[first:last]
}

// isHeading tells whether a sentence is short and unfinished, as headings,
// bylines and captions are.
func (r *roster) isHeading(i int) bool {
	s := &r.NLP.Sentences[i]
	n := len(s.Tokens)
	if n == 0 || n > 30 {
		return false
	}
	switch s.Tokens[n-1].Form {
	case ".", "?", "!", ",", ":", ";", "”", `"`:
		return false
	}
	return true
}

// fills tells whether a mention is all that a sentence says.
func fills(m *entity.Mention, s *nlp.Sentence) bool {
	return m.Tokens.Last-m.Tokens.First == len(s.Tokens)
}

// belongs makes a person one of a country by the evidence at hand, unless something
// surer has told one.
func (r *roster) belongs(e int, country entity.Ref) {
	if who := &r.Entities[e]; who.Country.ID == "" && country.ID != "" {
		who.Country, r.profiles[e].by = country, r.telling
	}
}

// body tells whether a mention is of one country or organisation.
func (r *roster) body(m *entity.Mention) bool {
	return !m.Adjective && !m.Inside && r.collective(m.Entities)
}

// collective tells whether there is one thing, a country or an organisation.
func (r *roster) collective(entities []int) bool {
	if len(entities) != 1 {
		return false
	}
	t := r.Entities[entities[0]].Type
	return t == entity.Country || t == entity.Organization
}
