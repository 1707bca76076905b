package clause

// A mend corrects one kind of mistake that the parser makes.
type mend struct {
	name  string
	why   string   // what goes wrong without it, with a sentence in which it does
	after []string // names of the mends that must come before it
	apply func(*tree)
}

// mends are all that changes a tree once it is read, in the order in which they do.
var mends = []mend{
	// Subjects and objects that contradict their prepositions and auxiliaries.
	{name: "prepositional-object", apply: (*tree).mendPrepositional,
		why: `An object has no preposition: "met with Ito".`},
	{name: "active-subject", apply: (*tree).mendActive,
		why: `Without an auxiliary it is no passive: "the talks covered trade", "was to have met".`},

	{name: "headline-infinitive", apply: (*tree).mendHeadline,
		why: `A headline's infinitive is its verb: "President Delgado to visit Kenya".`},

	{name: "namee", apply: (*tree).mendNamee,
		why: `The name is no modifier of what its bearer becomes: "named Lan finance minister".`},
	{name: "name-behind-noun", apply: (*tree).mendNameBehind,
		why: `A name goes with the noun before it, it is no second subject: "its purchase of the miner Kestrel ended".`},

	// Verbs with their particles and objects.
	{name: "particle", apply: (*tree).mendParticles,
		why: `The particle is no preposition of the object: "called off the visit".`},
	{name: "doubled-word", apply: (*tree).mendDoubles,
		why: `A word said twice is an adverb: "met face to face with the king".`},
	{name: "only-object", apply: (*tree).mendOnlyObject,
		why: `Without another object it is no indirect one and no predicate: "called Peru a partner", "named Ito as chief".`},
	{name: "made-office", apply: (*tree).mendMadeOffice,
		why: `What one is made is no object: "was appointed head of the fleet".`},
	{name: "after-particle", apply: (*tree).mendAfterParticle,
		why: `Somebody after a particle is the object: "saw off the king", "swore in Ito".`},
	{name: "after-day", apply: (*tree).mendAfterDay,
		why: `Nobody is called a day: "received on Monday the envoy of Peru".`},
	{name: "two-objects", apply: (*tree).mendTwoObjects,
		why: `The first of two objects is to whom: "sent Peru tents".`},

	// Sums and numbers, which have no recipients of their own.
	{name: "sum-in", apply: (*tree).mendSums,
		why: `A sum in something is one phrase: "16 million euros in aid".`},
	{name: "recipient", apply: (*tree).mendRecipients,
		why: `What goes to somebody is not how much it is: "a donation of 20 tents to Peru", "tariffs of 25 percent on Peru".`},

	// Clauses.
	{name: "content", apply: (*tree).mendContents,
		why: `What an agreement is to do belongs to it: "an agreement was signed to protect forests".`},
	{name: "agent", apply: (*tree).mendAgents,
		why: `The agent of a passive belongs to its verb: "appointed head of the fleet by Peru".`},
	{name: "not-subject", apply: (*tree).mendNotSubject,
		why: `A preposition between two subjects is no conjunction: "the cooperation of Peru on trade has grown".`},
	{name: "relative-that", apply: (*tree).mendRelativeThat,
		why: `"that" is the object of a relative clause: "the accord that Peru signed".`},
	{name: "relative-which", apply: (*tree).mendRelativeWhich,
		why: `"which" goes with the noun of its number: "ties between Peru and Kenya, which were restored".`},
	{name: "noun-infinitive", apply: (*tree).mendNounInfinitives,
		why: `An infinitive goes with the noun before it: "support for efforts to do C", "extended an invitation to visit".`},
	{name: "second-infinitive", apply: (*tree).mendSecondInfinitive,
		why: `"to" goes with "to": "to raise trade to 5 billion dollars and to set up a fund".`},
	{name: "second-subject", apply: (*tree).mendSecondSubject,
		why: `No clause is the subject of another's adjective: "was due to visit".`},
	{name: "told-that", apply: (*tree).mendThat,
		why: `A clause is what is told: "told the summit that Africa needs factories".`},

	// Lists of people.
	{name: "ministers", apply: (*tree).mendMinisters,
		why: `People are not listed with countries: "the foreign ministers of Kenya and Peru, Petrov and Li, met".`},
	{name: "fellows", apply: (*tree).mendFellows,
		why: `Somebody is listed with another, not with his country: "Haddad of Oman and Mwangi of Kenya".`},
	{name: "people", apply: (*tree).mendLists,
		why: `A list of people is none of appositions: "the King, Prime Minister A, Foreign Minister B and C".`},

	// Lists of nouns and verbs.
	{name: "pair", apply: (*tree).mendPairs,
		why: `Words joined by a dash are one: "cooperation in economy-trade and investment".`},
	{name: "owners", apply: (*tree).mendOwners,
		why: `Two own what they have in common: "praised Kenya and Peru's commitment".`},
	{name: "tagged-noun", apply: (*tree).mendTagged,
		why: `What has the dependents of a verb is one: "to cooperate on trade and push forward with talks".`},
	{name: "object-noun", apply: (*tree).mendObjectNouns,
		why: `A noun right behind a verb is its object: "step up training".`},
	{name: "listed-noun", apply: (*tree).mendNouns,
		why: `Nouns are listed with nouns: "focusing on rice, fisheries and trade", "called for talks and for a truce".`},
	{name: "verb-series", apply: (*tree).mendVerbSeries,
		why: `Verbs of one form are a series: "increase A, effectively do B".`},
	{name: "verb-form", apply: (*tree).mendVerbs,
		why: `Verbs of one form are coordinated: "plan to stress the importance of doing A and discuss B".`},
	{name: "headline-verbs", apply: (*tree).mendHeadlineVerbs,
		why: `A headline's verbs are coordinated: "Kenya, Peru discuss transit, agree on trade".`},
	{name: "to-noun", apply: (*tree).mendToNouns,
		why: `Before a noun "to" is a preposition: "Kenya and Peru commit to ceasefire".`},

	// Sides and lists of countries.
	{name: "sides", apply: (*tree).mendSides,
		why: `A pact has sides: "a pact on high-speed railways between Kenya and the African Union".`},
	{name: "countries", apply: (*tree).mendCountries,
		why: `The last country is of the list: "the leaders of Kenya, Peru and the United States met", "Kenya, Peru agree".`},

	// Times, places and purposes, which hang on what happens.
	{name: "time-behind-name", apply: (*tree).mendTimes,
		why: `A name and a day are two phrases: "in Lima today".`},
	{name: "circumstance", apply: (*tree).mendCircumstances,
		why: `People are met in a place, they are not of it: "met Ito in Lima"; cooperation between two is on something.`},
	{name: "opening-place", apply: (*tree).mendOpening,
		why: `A place that opens a sentence is where all happens: "In Peru, where she welcomed the government, she met".`},
	{name: "purpose", apply: (*tree).mendPurposes,
		why: `What one is met for is no part of him: "met the ministers to discuss trade".`},

	// Offices.
	{name: "office-predicate", apply: (*tree).mendOfficePredicates,
		why: `An office behind "be" is the predicate: "Ito previously was head of the bank".`},
	{name: "office-served", apply: (*tree).mendOfficeServed,
		why: `One serves as something: "served in the last government as minister".`},
	{name: "office-list", apply: (*tree).mendOfficeLists,
		why: `Offices are a list: "was envoy in Lima (2002-03), then director".`},
}
