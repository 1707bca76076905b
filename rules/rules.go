// Package rules holds the rule packs and the package that reads and checks
// them. A rule is data: it says what starts it, who fills which role, and shows
// examples; nothing in this package or in the engine knows a field such as
// diplomacy.
//
// In come folders ([Load], [Builtin]); out comes a [Pack], or all that is wrong
// with it as [Faults]. The package may not know how a sentence is read or when a
// rule fits: it knows the words of the rule language, and the classes of words
// that rules use as lists.
//
// A pack is a folder of YAML files, all of the same form:
//
//	types:                           # optional: kinds of things known by their words, besides Person, Country, ...
//	  Product: what a company sells
//	relations:                       # what facts may be stated
//	  met:
//	    doc: both took part in the same meeting
//	    subject: Person              # a type or a list of types
//	    object: Person
//	    symmetric: true
//	    implies: [knows]             # stated too, with the same evidence
//	    state: false                 # true if it holds rather than happens: it has no place then
//	    abroad: true                 # if no fact has the subject's own country as object
//	    never: proposed              # a status that states no fact of it, or several
//	    binding: committed           # who is committed to it, or "ready" for it, has it already: actual, not planned
//	    cameo: "040"
//	    plover: CONSULT
//	records:                         # optional: what documents are about over several sentences; see below
//	  talks:
//	    doc: a meeting, with all who took part
//	    noun: [talks, meeting]       # what it is called: "the talks" finds it again
//	    verb: [hold, take place]     # with a noun of it, opens one: "talks were held in Lima"
//	    holds: [met]                 # facts of these relations open one or belong to one, which dates what its people
//	                                 # do next
//	    remote: [spokeWith]          # those of holds that have no place
//	    lasts: false                 # true if it goes on for days, as a journey: it dates to the month
//	    parts: [discussed]           # what people do at one: takes its date and place
//	    outcomes: [agreesOn]         # what comes of one: takes its date
//	    shares: [discussed]          # facts of these, told of one who has part in it, hold of all
//	    within: 4                    # sentences after which it is forgotten
//	    slots:                       # what its facts have as subject or object, by type
//	      people: {type: Person}     # roles ask for it as talks.people
//	      parties: {type: Country, stands-for: true, several: true} # of people the country; unknown if it is one
//	lists:                           # words named once; used as $talks
//	  talks: [talks, meeting, discussion]
//	                                 # $meeting-noun and the like are classes of the language, which all packs can
//	                                 # use: see extract/world/data/classes.tsv; a list of the same name goes before
//	rules:
//	  - rule: met-talks
//	    doc: People hold talks, meet, sit down together.
//	    relation: met
//	    on:                          # any of these words starts it, by lemma
//	      verb: [meet, sit down]
//	      noun: [$talks]
//	      adjective: []
//	      under: [agree, plan]       # optional: only as complement of one of these verbs
//	                                 # or, instead of words: title: true, for each office that a
//	                                 # person's name carries (subject: the person, self: the office, of, to)
//	                                 # or pattern: see below
//	    subject: {is: [subject, between], type: Person}   # the first function that is filled wins; also path: see below
//	    object: {is: [object, with, between], type: Person}
//	    with: {is: with, type: Country, optional: true}   # further qualifiers: to, of, level, amount, event, place, by
//	    if: [{is: object, head: [hand]}]                  # each must hold; roles also take not-head, stands-for,
//	                                                  # owner, side, across, compatriot, again, near
//	    not: [{is: for, type: Organization}]              # none may hold
//	    status: planned                                   # instead of what the clause says
//	    examples:
//	      - text: President Lan met with Prime Minister Sato in Lima on Saturday.
//	        date: 2024-11-18
//	        facts: ["Lan met Sato | date=2024-11-16 place=Lima"]
//	      - text: President Lan read a book about Prime Minister Sato.
//	        facts: []
//	frames: []                       # rules that share their roles; see below
//
// # Frames
//
// What can be said in several ways, or states several facts, is a frame: its roles are
// told once, what it states once, and then each way to say it, a sense, with its
// words, its examples and what is different there. Each statement of each sense is a
// rule, extradite-act and extradite-act-person here; a pack added to another replaces a
// frame of the same name as a whole.
//
//	frames:
//	  - frame: extradite
//	    doc: A country hands somebody over to another.
//	    roles:
//	      from: {is: subject, type: Country}
//	      to: {is: [to, indirect], type: Country, optional: true}   # a statement holds without it, if it is a qualifier there
//	      who: {is: object, type: Person}
//	    states:
//	      - {relation: extraditedTo, subject: from, object: to}
//	      - {as: person, relation: extradited, subject: from, object: who, to: to}   # also if, not, status,
//	                                         # and in: [act], the senses that state it
//	    not: [{is: subject, head: [court]}]        # of all senses; if, too
//	    senses:
//	      - sense: act
//	        on: {verb: [extradite, hand over, deport, surrender]}
//	        examples: []
//	      - sense: noun                            # one sense alone needs no name
//	        doc: The extradition of somebody.
//	        on: {noun: [extradition, deportation]}
//	        roles: {from: {is: [possessor, by, from]}, who: {is: of}}   # instead of these keys of the frame's roles; is and path go together
//	        examples: []                           # also if, not, status, states
//
// # Records
//
// A document tells in one sentence who met, in another what the talks were about. The
// role {is: talks.people} is filled by the people of the talks told last, whatever
// sentence told them. After "subject", as in {is: [subject, talks.people]}, it is so
// only where the clause leaves open who its subject is, "both sides", "the ministers",
// and soon after the talks were spoken of. As a condition it asks that the subject has
// part in some. With near: true both hold only soon after the talks were spoken of,
// whether or not the role asks for the subject. Facts of such roles have the date and place of the record where their
// clause tells none, and so have those told before it was dated.
//
// # Paths
//
// Where no function leads to the words that a role is about, path does, alone or
// after is: a way through the dependency tree, mended where the parser is known to
// go wrong, as "relata explain" prints it, from the word that started the rule.
//
//	subject: {path: ">nsubj >acl(lead|head) >obl(by) >conj*", type: Person}   # "a delegation led by Lan visited Peru"
//
// A step ">nsubj" goes down to the words that depend as nsubj, "<obj" goes up
// from a word that depends as obj. "nmod" stands for "nmod:poss" too, "a|b" for
// either; a word in brackets, or $list, is the lemma of the word reached, or a
// preposition before it. A step with ? may be left out, with * or + it may be repeated.
//
// # Patterns
//
// Headlines, lists and schedules have no syntax to speak of. A pattern reads the
// words of a sentence in their order, and names parts of it for the roles:
//
//	on:
//	  pattern: "^ who:<Country> (, who:<Country>)+ (sign|ink) what:([ADJ|NOUN]* $papers)"
//	subject: {is: who, type: Country}
//	object: {is: what, type: Agreement}
//
// Between spaces stand: a word, by its lemma or form in lower case, or a mark,
// where - is any dash; $papers, the words of a list; <Person|Country>, somebody
// or something of these types, with titles and all; [NOUN|VBD], a word with
// one of these universal or Penn tags; _, any word; ^ and $, the start and end of
// the sentence; ( | ), alternatives. Each may be followed by ?, * or +, and have
// a name before it; a name may stand several times. A \ takes the sign after it
// for itself. A pattern must have a word that cannot be left out. Facts of
// patterns have the date and place of their sentence where it tells one of
// each, and the status actual if the rule gives none.
package rules

import (
	"crypto/sha256"
	"slices"
	"strings"
)

// A Pack is a set of relations and rules that has been read and checked. It is
// immutable and safe for concurrent use.
type Pack struct {
	Types     []Type     // in order of name
	Relations []Relation // in order of name
	Records   []Record   // in order of name
	Lists     []List     // in order of name
	Rules     []Rule     // in order of name
	Learned   *Learned   // nil = none

	uses map[string]bool // names of lists that the files of the pack use
	hash []byte          // of the files
}

// Hash gives a hash of the files that the pack was read from, of their bytes,
// names and the packs' names: what it finds in a text may change only when the hash does.
func (p *Pack) Hash() []byte { return slices.Clone(p.hash) }

// LearnedRule is what facts name instead of a rule, where a pack's Learned states them.
const LearnedRule = "learned"

// Learned is what a pack has learned from judged texts rather than been told by rules: the
// weights by which its relations are stated where no rule states them.
type Learned struct {
	File    string // that they stand in, as messages show it
	Pack    string // name of the pack
	Weights []byte // see package learned
}

// Strict gives the pack without what it has learned.
func (p *Pack) Strict() *Pack {
	strict := *p
	strict.Learned = nil
	hash := sha256.Sum256(p.hash)
	strict.hash = hash[:]
	return &strict
}

// A Type is a kind of thing that the pack's facts are about, besides those that
// every pack has. Such things are described by their words rather than known by
// their names, as products are.
type Type struct {
	Name string // "Product"
	Doc  string
	Pos  Pos
}

// A List is words with a name, which rules use as $name.
type List struct {
	Name  string
	Words []string // lists within it resolved
	Pos   Pos
}

// A Relation is a kind of fact.
type Relation struct {
	Name      string
	Doc       string
	Subject   []string // types of entities
	Object    []string
	Symmetric bool
	Implies   []string // names of relations stated too
	State     bool     // it holds rather than happens, so that it has no place
	Said      bool     // it is done by saying so, when its subject is told to speak
	Abroad    bool     // the object is not the subject's own country
	Never     []string // statuses that no fact of the relation has
	Binding   []string // stances by which what is planned holds already: "committed", "ready"
	CAMEO     string   // event code of the CAMEO codebook, "" if none
	PLOVER    string   // event type of the PLOVER codebook, "" if none
	Pos       Pos

	impliesAt []Pos // where each of Implies stands
}

// A Rule states a relation where a trigger stands with its roles filled.
type Rule struct {
	Name       string // unique in a pack
	Doc        string
	Relation   string
	On         Trigger
	Subject    Role
	Object     Role
	Qualifiers []Qualifier // in order of name
	If         []Role      // each must be filled
	Not        []Role      // none may be filled
	Status     string      // "" = as the clause says; a denial stays one
	Examples   []Example
	Pack       string // name of the pack it comes from
	Pos        Pos
	Frame      string // name of the frame of which it is one statement of one sense, "" if of none

	sense, as  string // the sense of the frame, all of whose rules share their examples, and the statement
	relationAt Pos    // where Relation stands
}

// A Trigger is the words that start a rule, by lemma. Several words in one
// entry are a phrasal verb or a compound, "sit down".
type Trigger struct {
	Verb, Noun, Adjective []string
	Under                 []string  // lemmas of verbs or nouns, one of which must govern the trigger; empty = any
	Title                 bool      // started by each title that a person carries, instead of by words
	Patterns              []Pattern // started where one of them fits, instead of by words

	at map[string]Pos // where the words stand, by key and word: "verb meet"
}

// Pos gives where a word of the trigger stands; key is "verb", "noun",
// "adjective" or "under". A word of a list stands in the list.
func (t *Trigger) Pos(key, word string) Pos { return t.at[key+" "+word] }

// roles gives all roles of a rule.
func (r *Rule) roles() []*Role {
	all := []*Role{&r.Subject, &r.Object}
	for _, list := range [...][]Role{r.If, r.Not} {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	for i := range r.Qualifiers {
		all = append(all, &r.Qualifiers[i].Role)
	}
	return all
}

// Together tells whether two rules are statements of one sense of a frame: they start
// at the same words and share their examples.
func (r *Rule) Together(o *Rule) bool {
	return r.Name == o.Name || r.Frame != "" && r.Frame == o.Frame && r.Pack == o.Pack && r.sense == o.sense
}

// Senses gives the rules of the pack by those that are together, each group in the place
// of its first.
func (p *Pack) Senses() [][]*Rule {
	var all [][]*Rule
	at := map[[3]string]int{}
	for i := range p.Rules {
		r := &p.Rules[i]
		key := [3]string{r.Pack, r.Frame, r.sense}
		if k, ok := at[key]; ok {
			all[k] = append(all[k], r)
			continue
		}
		if r.Frame != "" {
			at[key] = len(all)
		}
		all = append(all, []*Rule{r})
	}
	return all
}

// Restates tells whether two rules are one statement of a frame, in different senses.
func (r *Rule) Restates(o *Rule) bool {
	return r.Frame != "" && r.Frame == o.Frame && r.Pack == o.Pack && r.as == o.as && r.sense != o.sense
}

// Asks tells whether a role of the rule asks for a record or one of its slots.
func (r *Rule) Asks(record string) bool {
	return slices.ContainsFunc(r.roles(), func(role *Role) bool {
		return role.Again == record || slices.ContainsFunc(role.Is, func(function string) bool {
			name, _, ok := Asked(function)
			return ok && name == record
		})
	})
}

// Retells tells whether a rule takes its subject and object from records alone: it tells
// more of facts that others have stated.
func (r *Rule) Retells() bool {
	other := func(function string) bool { _, _, ok := Asked(function); return !ok }
	for _, role := range [...]*Role{&r.Subject, &r.Object} {
		if len(role.Is) == 0 || len(role.Path) > 0 || slices.ContainsFunc(role.Is, other) {
			return false
		}
	}
	return true
}

// A Role says what may fill an argument.
type Role struct {
	// Is are functions, the first that is filled wins: "subject", "object", "with",
	// "topic", ..., or captures of the rule's patterns.
	Is         []string
	Path       []Path   // ways through the tree, tried in order after the functions
	Type       []string // types of entities; empty = any
	Head       []string // lemmas, one of which must be the head; empty = any
	NotHead    []string // lemmas, none of which may be the head
	Optional   bool     // the rule holds without it
	Several    bool     // filled only by two or more
	StandsFor  bool     // a person or group of people may stand for their country
	Owner      bool     // those whose a thing is may stand for it: "Japan's help", "Russian attacks"
	Side       bool     // of several objects only the first who is of the subject's country
	Across     bool     // only objects who are told to be of another country than the subject
	Compatriot bool     // no objects who are told to be of another country than the subject
	Again      string   // record of which it speaks once more, "the treaty", "it"; "" = any thing
	Near       bool     // of a record only soon after it was spoken of
	Pos        Pos
}

// A Qualifier is a role that adds to a fact: "to", "with", "of", "level",
// "amount", "event", "place" or "by".
type Qualifier struct {
	Name string
	Role
}

// An Example is a text and the facts of the rule's relation that it must give,
// no more and no less.
type Example struct {
	Text  string
	Date  string // the document's date, "" if unknown
	Facts []ExampleFact
	Pos   Pos
}

// An ExampleFact is one expected fact: "Lan met Sato | date=2024-11-16 place=Lima".
// Names are compared by their words; qualifiers that are not given are not compared.
type ExampleFact struct {
	Subject, Relation, Object string
	Qualifiers                []KeyValue // in the order given
	Pos                       Pos
}

// String is the fact as an example writes it.
func (f ExampleFact) String() string {
	s := f.Subject + " " + f.Relation + " " + f.Object
	sep := " | "
	for _, q := range f.Qualifiers {
		value := q.Value
		if strings.ContainsRune(value, ' ') {
			value = `"` + value + `"`
		}
		s += sep + q.Key + "=" + value
		sep = " "
	}
	return s
}

// A KeyValue is one qualifier of an ExampleFact.
type KeyValue struct{ Key, Value string }
