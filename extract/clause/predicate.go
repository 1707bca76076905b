package clause

import (
	"github.com/relata-graph/relata/extract/nlp"
)

// A Kind is the word class of a predicate.
type Kind uint8

// The kinds of predicates.
const (
	Verb Kind = iota
	Noun
	Adjective
)

func (k Kind) String() string { return [...]string{"verb", "noun", "adjective"}[k] }

// An Arg is one filler of an argument of a predicate. Conjuncts are separate
// Args of the same Function.
type Arg struct {
	// Function is "subject", "object", "indirect", "complement" (an infinitive or
	// participle), "clause" (a finite clause), "topic", "purpose", "possessor",
	// "modifier", "apposition", "including", "predecessor" (in an office), "speaker",
	// "self" or a preposition.
	Function string
	Mention  int       // index into entity.Document.Mentions, -1 if it is none
	Tokens   nlp.Range // the words of it
	Head     string    // lemma of its head
	Text     string    // the phrase as one would name it, without determiners
	Owners   []int     // mentions of those whose it is, where it is no name itself: "Japan's help", "Russian attacks"
}

// A Predicate is something that a sentence says happens or holds.
type Predicate struct {
	Kind     Kind
	Sentence int
	Token    int
	Lemma    string // in lower case, "meet"
	Form     string // in lower case, "met"
	Args     []Arg
	Words    []string // lemmas and forms of its particles and modifiers, for phrasal triggers: "sit down"
	Under    []string // lemmas of the words that govern it, the nearest first
	Status   string   // "actual", "planned", "proposed", "denied" or "conditional"
	Stance   string   // of what is planned: "committed" if it is held to or gone on with, "ready" if one is ready for it, else ""
	Date     string   // ISO 8601, as exact as the text; "" if not told
	Days     bool     // Date is the first of several days
	Dated    bool     // Date is told of this itself, not of the clause that it stands in
	Place    int      // mention where it happens, -1 if not told
	Event    int      // mention of the occasion, -1 if not told
	Speaker  int      // mention of who says so, -1 if the text itself does
	Office   int      // mention that says an office of the subject, "is Peru's envoy to Kenya", -1 if it says none
	Past     bool     // an office is said to have been held: "was", "has served as"
	Perfect  bool     // told as past already when the rest happens: "has met", "had met"
	Recent   bool     // told in the present perfect: "has met"
	Now      bool     // goes on or has just ended when the text is written: "is visiting", "has just returned"
	When     bool     // told as the time of something else: "when he visited Peru"
	Here     bool     // it happens "here", where the document is written
}
