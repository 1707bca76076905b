package rules

import "slices"

// The words of the rule language. schema.json tells them to editors.

var (
	fileKeys      = []string{"relations", "lists", "rules"}
	relationKeys  = []string{"doc", "subject", "object", "symmetric", "implies", "occasion", "cameo", "plover"}
	ruleKeys      = append([]string{"rule", "doc", "relation", "on", "subject", "object", "if", "not", "status", "examples"}, qualifiers...)
	triggerKeys   = []string{"verb", "noun", "adjective", "under", "title"}
	roleKeys      = []string{"is", "type", "head", "not-head", "several", "stands-for", "owner"}
	qualifierKeys = append([]string{"optional"}, roleKeys...)
	exampleKeys   = []string{"text", "date", "facts"}

	relationNeeds = []string{"subject", "object"}
	ruleNeeds     = []string{"rule", "relation", "on", "subject", "object", "examples"}
	roleNeeds     = []string{"is"}
	exampleNeeds  = []string{"text", "facts"}
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

// Types gives the types of entities that a role's "type" may name.
func Types() []string { return slices.Clone(types) }

var types = []string{"Person", "Country", "Organization", "Place", "Event", "Agreement", "Position", "Area"}

// occasions tell what a fact of a relation means for the time of those told after it.
var occasions = []string{"meeting", "journey", "part", "outcome", "state"}

var statuses = []string{"actual", "planned", "proposed", "denied", "conditional", "former"}

// functions are the arguments of a predicate that a role may name: those that
// clause normalises, then prepositions.
var functions = []string{
	"subject", "object", "indirect", "complement", "clause", "topic", "purpose", "possessor", "modifier", "apposition", "speaker", "self", "participants",

	"about", "according to", "across", "after", "against", "ahead of", "along with", "alongside", "amid", "among", "around",
	"as", "as well as", "at", "before", "behind", "beside", "between", "by", "concerning", "despite", "during",
	"following", "for", "from", "in", "in front of", "including", "into", "near", "of", "on", "on behalf of", "in honour of", "in honor of", "in support of", "at the invitation of",
	"over", "per", "regarding", "since", "such as", "through", "throughout", "to", "together with", "toward",
	"towards", "under", "until", "upon", "via", "with", "within", "without",
}
