package rules

import "slices"

// The words of the rule language. schema.json tells them to editors.

var (
	fileKeys     = []string{"types", "relations", "records", "lists", "rules", "frames"}
	relationKeys = []string{"doc", "subject", "object", "symmetric", "implies", "state", "said", "abroad", "never", "binding", "cameo", "plover"}
	ruleKeys     = append([]string{
		"rule", "doc", "relation", "on", "subject", "object", "if", "not", "status", "examples",
	}, qualifiers...)
	frameKeys     = []string{"frame", "doc", "roles", "states", "if", "not", "senses"}
	senseKeys     = []string{"sense", "doc", "on", "roles", "states", "if", "not", "status", "examples"}
	statementKeys = append([]string{"as", "in", "relation", "subject", "object", "if", "not", "status"}, qualifiers...)
	triggerKeys   = []string{"verb", "noun", "adjective", "under", "title", "pattern"}
	roleKeys      = []string{
		"is", "path", "type", "head", "not-head", "several", "stands-for", "owner", "side", "across", "compatriot", "again", "near",
	}
	qualifierKeys = append([]string{"optional"}, roleKeys...)
	exampleKeys   = []string{"text", "date", "facts"}
	recordKeys    = []string{
		"doc", "noun", "verb", "holds", "remote", "lasts", "parts", "outcomes", "shares", "within", "slots",
	}
	slotKeys = []string{"type", "stands-for", "alone", "several", "side"}

	relationNeeds  = []string{"subject", "object"}
	ruleNeeds      = []string{"rule", "relation", "on", "subject", "object", "examples"}
	frameNeeds     = []string{"frame", "roles", "states", "senses"}
	senseNeeds     = []string{"on", "examples"}
	statementNeeds = []string{"relation", "subject", "object"}
	exampleNeeds   = []string{"text", "facts"}
	recordNeeds    = []string{"holds", "slots"}
	slotNeeds      = []string{"type"}
)

// qualifiers are the roles that a rule can add to a fact. An example can also
// tell its date and status, which come from the clause.
var (
	qualifiers = []string{"to", "with", "of", "level", "amount", "event", "place", "by"}
	factKeys   = append([]string{"date", "status"}, qualifiers...)
)

// Functions gives the words that a role's "is" may name: functions of a clause,
// then prepositions.
func Functions() []string { return slices.Clone(functions) }

// Types gives the types of entities that a role's "type" may name, without
// those that packs add.
func Types() []string { return slices.Clone(types) }

var types = []string{"Person", "Country", "Organization", "Place", "Event", "Agreement", "Position", "Area"}

var sides = []string{"subject", "object"}

// stances are how one may stand to what one plans.
var stances = []string{"committed", "ready"}

var statuses = []string{"actual", "planned", "proposed", "denied", "conditional", "former"}

// functions are the arguments of a predicate that a role may name: those that
// clause normalises, then prepositions.
var functions = []string{
	"subject", "object", "indirect", "complement", "clause", "topic", "purpose", "possessor", "modifier", "apposition",
	"speaker", "self", "listed",

	"about", "according to", "across", "after", "against", "ahead of", "along with", "alongside", "amid", "among",
	"around", "as", "as well as", "at", "before", "behind", "beside", "between", "by", "concerning", "despite", "during",
	"following", "for", "from", "in", "in front of", "including", "into", "near", "of", "on", "on behalf of",
	"in honour of", "in honor of", "in support of", "at the invitation of",
	"over", "per", "regarding", "since", "such as", "through", "throughout", "to", "together with", "toward",
	"towards", "under", "until", "upon", "via", "with", "within", "without",
}

// dependencies are the relations of Universal Dependencies.
var dependencies = []string{
	"acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
	"csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
	"nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative",
	"xcomp",
}

// tags are the universal ones and those of the Penn Treebank.
var tags = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
	"SYM", "VERB", "X", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS",
	"PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
	"WDT", "WP", "WP$", "WRB",
}
