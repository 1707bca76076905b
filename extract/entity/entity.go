// Package entity has the types that the rooms of reading share: mentions, and the
// people, countries, organisations, places, events and agreements that they mean,
// with their offices and ids.
//
// In come names and what the lists of package world know of them; out come
// references (NewRef, CountryRef), ids (MakeID) and one way of writing the name of a
// body (BodyName). It knows no text: finding is of package mention, who is who of
// package coref.
package entity

import (
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A Ref names an entity: ID is the same in every document ("person:luong-cuong"),
// Name is how it is written.
type Ref struct {
	ID   string `json:"id"`
	Type Type   `json:"type"`
	Name string `json:"name"`
}

// NewRef names a thing of a type as its name alone tells it.
func NewRef(t Type, name string) Ref { return Ref{MakeID(t, name), t, name} }

// CountryRef names a country of the lists.
func CountryRef(c *world.CountryInfo) Ref { return Ref{c.ID, Country, c.Name} }

// Or is r, or other where r is nobody.
func (r Ref) Or(other Ref) Ref {
	if r.ID != "" {
		return r
	}
	return other
}

// A Kind tells how a mention refers.
type Kind uint8

// The kinds of mentions.
const (
	Named   Kind = iota // "President Lương Cường", "Japan", "Japanese", "the Ministry of Justice"
	Nominal             // "the ambassador", "the two leaders", "both countries", "the visiting minister"
	Pronoun             // "he", "they", "I", "we", "his"
)

// Calling is the status of what is no office ("the diplomat"), from mention.Find
// until coref.Resolve, which uses it to tell who is meant and drops it.
const Calling = "calling"

// An Office is a title that a text gives to a person.
type Office struct {
	Title  string   // "Prime Minister", "Minister of Foreign Affairs", without country, "former", "new"
	Of     Ref      // whose office: country or organisation; zero when the text does not say
	To     Ref      // where an ambassador is accredited; zero otherwise
	Status string   // "actual", "former" or "planned"
	Span   nlp.Span // the words that say it, in the document's text
}

// A Mention is a place in the text that refers to something.
type Mention struct {
	nlp.Span            // the whole of it, titles and apposition included
	Sentence  int       // index of its sentence
	Tokens    nlp.Range // its tokens in the sentence
	Head      int       // index of its head token: the last word of a name, the noun of a nominal
	Kind      Kind
	Type      Type
	Name      string   // the name alone, as written ("Ito Naoki"); the canonical name for a country; "" unless Named
	NameSpan  nlp.Span // where Name stands
	Defines   string   // the full name of what an abbreviation stands for in the document; "" otherwise
	Offices   []Office // the titles it carries
	Plural    bool     // "they", "both sides", "the two leaders"
	Count     int      // how many a plural counts: 2 for "both", 0 when it does not say
	Gender    world.Gender
	Guessed   bool // the gender is that of most who have the given name
	Adjective bool // a country as adjective or demonym: "Japanese"
	Inside    bool // stands inside a larger mention's title, like "Japanese" in "Japanese Prime Minister Ishiba"
	// Entities are indexes into Document.Entities: one, or several for a group
	// ("both sides"). Empty when it is not clear who is meant.
	Entities []int
}

// An Entity is one thing that a document speaks of.
type Entity struct {
	Ref
	Aliases []string // every other form of the name in the document, sorted
	Forms   []Form   // all else that the document calls it, sorted by text; no pronouns
	Offices []Office // of a person, in order of appearance, each once
	Country Ref      // of a person: nationality as far as offices and adjectives show it; of a body: as its name tells
	// Supposed is the country, of a person or of the offices, that is not told but
	// taken from where the document was written; zero if there is none.
	Supposed Ref
	Gender   world.Gender
	Partial  bool   // only part of a person's name is known ("Kishida")
	SameAs   string // Wikidata item ("Q881"), where we list it
}

// A Form is how a document calls a thing: "Sato", "PM Sato", "the guest".
type Form struct {
	Text string `json:"text"`
	Why  string `json:"why,omitempty"` // why it is taken for the thing: "the family name, and the office agrees"
}

// A Document is what Resolve finds: mentions in text order and the entities
// they refer to in order of first mention. It is immutable.
type Document struct {
	NLP      *nlp.Document
	Mentions []Mention
	Entities []Entity
	Author   int // index of the entity that "I" means, -1 if unknown
	// Speakers are, by sentence that begins within quotation marks, the mentions of those
	// whose words it gives, -1 of others and where that is not clear.
	Speakers []int
}
