// Package reading reads a document, before any rule is asked: its sentences,
// whom they name and who that is, and what they say as predicates.
//
// In comes a source.Document, with what of it is of use; out comes a Document,
// which answers what can be asked of the text alone. It knows no rules and no
// facts, so nothing here depends on what has been found before.
package reading

import (
	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
)

// A Document is a source.Document with everything found in it, or in a part of it. It must
// not be changed, and is then safe for concurrent use.
type Document struct {
	*entity.Document // its words, mentions and entities
	Source           *source.Document
	Predicates       []clause.Predicate // in text order

	bySentence [][]int // indexes of mentions
	parties    []party // that somebody leads
	byID       map[string]*entity.Entity
	first      *lead // of the first part, nil if this is it
	cast       *coref.Cast
}

// A lead is what the first part of a document tells of all.
type lead struct{ dateline entity.Ref }

// A party is people of no name of whom a document tells who leads them: "a delegation led
// by Ada Bauer".
type party struct {
	sentence int
	noun     nlp.Range
	leaders  []int // entities
}

// Named gives the entities of the document, up to the end of this part.
func (d *Document) Named() []entity.Entity {
	if d.cast == nil {
		return d.Entities
	}
	return d.cast.Entities()
}

// Renamed gives what this part knows by another name than those before it, by the id that
// it had.
func (d *Document) Renamed() map[string]entity.Ref {
	if d.cast == nil {
		return nil
	}
	return d.cast.Renamed()
}

// Sentence gives a sentence by its index.
func (d *Document) Sentence(i int) *nlp.Sentence { return &d.NLP.Sentences[i] }

// Tokens gives the tokens of a sentence.
func (d *Document) Tokens(sentence int) []nlp.Token { return d.NLP.Sentences[sentence].Tokens }

// MentionsIn gives the indexes of the mentions of a sentence, in text order.
func (d *Document) MentionsIn(sentence int) []int { return d.bySentence[sentence] }

// Entity gives an entity by its id, nil if the document has none of it.
func (d *Document) Entity(id string) *entity.Entity { return d.byID[id] }

// Mentioned is the one entity that a mention refers to, zero if it is none or
// several, or the index is below 0.
func (d *Document) Mentioned(mention int) entity.Ref {
	if mention < 0 {
		return entity.Ref{}
	}
	if e := d.Mentions[mention].Entities; len(e) == 1 {
		return d.Entities[e[0]].Ref
	}
	return entity.Ref{}
}

// Venue is the entity of a mention as the place where something happens, which of a body
// is the house in which it sits.
func (d *Document) Venue(mention int) entity.Ref {
	ref := d.Mentioned(mention)
	if ref.Type == entity.Organization {
		return entity.NewRef(entity.Place, ref.Name)
	}
	return ref
}

// Standing gives the ids of an entity and, of a person, of the country.
func (d *Document) Standing(ref entity.Ref) []string {
	out := []string{ref.ID}
	if e := d.Entity(ref.ID); e != nil && e.Country.ID != "" {
		out = append(out, e.Country.ID)
	}
	return out
}

// Date is when a sentence was written, as far as known.
func (d *Document) Date(sentence int) string { return d.Source.DateAt(d.Sentence(sentence).Start) }
