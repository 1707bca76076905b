package clause

// A mend corrects one kind of mistake that the parser makes.
type mend struct {
	name    string
	why     string   // what is right
	example string   // a sentence in which the parser goes wrong
	after   []string // names of the mends that must come before it
	apply   func(*tree)
}

// mends are all that changes a tree once it is read, in the order in which they do.
var mends = []mend{
	// Objects and subjects that prepositions and auxiliaries tell to be none, and those of headlines.
	{
		name:    "active-subject",
		why:     `Without an auxiliary, or with "have" alone, it is no passive.`,
		example: "Ada Bauer was to have met Joseph Kimani.",
		apply:   (*tree).mendActive,
	},
	{
		name:    "fronted",
		why:     "Those who stand between an opening phrase and the verb are its subject.",
		example: "At a meeting held in Accra on Monday, Serbia and Ghana agreed to cooperate in renewable energy.",
		apply:   (*tree).mendFronted,
	},
	{
		name:    "two-subjects",
		why:     `What "and" joins with a subject before the verb is no sentence.`,
		example: "Tariffs and trade were discussed.",
		apply:   (*tree).mendTwoSubjects,
	},
	{
		name:    "labelled-quote",
		why:     "Who stands before a colon and a quote says it, and is no subject of what is quoted.",
		example: `Ada Bauer, Chief of Staff, Clean Seas: "President Kimani is a champion of free trade."`,
		apply:   (*tree).mendLabels,
	},
	{
		name:    "parted-object",
		why:     "What stands behind a phrase about how something is done is the object of the verb before it.",
		example: "Chile condemns in the strongest terms the attack by Ghanaian forces on a refugee camp.",
		apply:   (*tree).mendPartedObjects,
	},
	{
		name:    "listed-phrase",
		why:     `A noun that "and" joins to the noun before it is no second verb.`,
		example: "Chile has spent some $70 million in support of village schools and the electoral commissions in Ghana.",
		apply:   (*tree).mendListedNouns,
	},
	{
		name:    "inverted-copula",
		why:     `A phrase that opens the sentence before "be" is the predicate.`,
		example: "Among the guests were President Joseph Kimani and Minister Ada Bauer.",
		apply:   (*tree).mendInverted,
	},
	{
		name:    "inverted-verb",
		why:     `A participle that opens the sentence before "be" is the verb.`,
		example: "Also discussed at the talks between Chile and Ghana were ship repair and tea.",
		apply:   (*tree).mendInvertedVerbs,
	},
	{
		name:    "perfect",
		why:     `Behind "having" a participle is the verb.`,
		example: "President Ada Bauer denied having met Joseph Kimani.",
		apply:   (*tree).mendPerfects,
	},
	{
		name:    "included",
		why:     `"Include" behind a participle that is told of a noun is the verb of that noun.`,
		example: "Priority sectors identified included tourism and fisheries.",
		apply:   (*tree).mendIncluded,
	},
	{
		name:    "headline-infinitive",
		why:     "The infinitive of a headline is its verb.",
		example: "President Ada Bauer to visit Ghana in May",
		apply:   (*tree).mendHeadline,
	},

	// Names beside nouns.
	{
		name:    "namee",
		why:     "A name is no modifier of what its bearer is named.",
		example: "Ada Bauer named Joseph Kimani finance minister.",
		apply:   (*tree).mendNamee,
	},

	{
		name:    "hyphen-name",
		why:     "A name before a hyphen is no mark.",
		example: "Chile-backed engineers repaired the dam.",
		apply:   (*tree).mendHyphenNames,
	},

	// Verbs with their particles and objects.
	{
		name:    "participle-object",
		why:     "What somebody denies or avoids doing is no modifier of whom it is done to.",
		example: "President Rosa Delgado denied supporting Kenya.",
		apply:   (*tree).mendParticipleObjects,
	},
	{
		name:    "particle",
		why:     "A particle is no preposition of the object.",
		example: "Ada Bauer called off her visit to Ghana.",
		apply:   (*tree).mendParticles,
	},
	{
		name:    "doubled-word",
		why:     "A word said twice is an adverb, what follows belongs to the verb.",
		example: "Ada Bauer met face to face with Joseph Kimani.",
		apply:   (*tree).mendDoubles,
	},
	{
		name:    "wished",
		why:     "Nobody belongs to a noun with an adjective behind his name.",
		example: "Queen Ingrid wished President Lucas Ferreira good health and success.",
		apply:   (*tree).mendWished,
	},
	{
		name:    "name-behind-noun",
		why:     "A name goes with the noun before it and is no second subject.",
		example: "Ghana's purchase of the miner Kestrel Motors was completed in May.",
		apply:   (*tree).mendNameBehind,
	},
	{
		name:    "shown",
		why:     "What photographs show somebody do, he does.",
		example: "Photographs showed President Ada Bauer meeting Prime Minister Joseph Kimani.",
		apply:   (*tree).mendShown,
	},
	{
		name:    "asked-for",
		why:     "What somebody is asked for is no part of him.",
		example: "Chile appealed to donors for vaccines.",
		apply:   (*tree).mendAskedFor,
	},
	{
		name:    "only-object",
		why:     "What has no other object beside it is no indirect one and no predicate.",
		example: "They asked Chile to help.",
		apply:   (*tree).mendOnlyObject,
	},
	{
		name:    "made-office",
		why:     "What somebody is made is no object.",
		example: "Elena Rusu has been appointed chief executive of Tanaka Holdings.",
		apply:   (*tree).mendMadeOffice,
	},
	{
		name:    "after-particle",
		why:     "Somebody after a particle is the object.",
		example: "Elena Rusu swore in Joseph Kimani as Minister of Justice.",
		apply:   (*tree).mendAfterParticle,
	},
	{
		name:    "concluded",
		why:     "An agreement that is entered into is the object.",
		example: "Chile will enter into a treaty with Ghana.",
		apply:   (*tree).mendConcluded,
	},
	{
		name:    "split-oblique",
		why:     "Somebody behind a preposition is no part of the object behind him.",
		example: "Chile donated to Ghana 20 ambulances.",
		apply:   (*tree).mendSplitObliques,
	},
	{
		name:    "two-objects",
		why:     "The first of two objects is to whom.",
		example: "Chile sent Ghana a medal.",
		apply:   (*tree).mendTwoObjects,
	},

	{
		name:    "split-object",
		why:     "Of two nouns that follow each other as objects, the first belongs to the second.",
		example: "Chile wants Ghana to give up its weapons programme.",
		apply:   (*tree).mendSplitObjects,
	},

	{
		name:    "named-object",
		why:     "A country right before what is furthered says whose that is.",
		example: "Leaders spoke of new progress in developing Chile-Ghana strategic cooperative partnership.",
		apply:   (*tree).mendNamedObjects,
	},

	// Sums and numbers, to which nobody belongs.
	{
		name:    "sum-in",
		why:     "A sum and what it is in are one phrase.",
		example: "Chile offered 16 million euros in loans.",
		apply:   (*tree).mendSums,
	},
	{
		name:    "recipient",
		why:     "Something goes to somebody, not how much of it.",
		example: "Chile imposed tariffs of 30 percent on Ghana.",
		apply:   (*tree).mendRecipients,
	},

	// Clauses and their nouns.
	{
		name:    "content",
		why:     "What an agreement is to do belongs to it, though a passive stands between.",
		example: "An agreement was signed to protect forests.",
		apply:   (*tree).mendContents,
	},
	{
		name:    "agent",
		why:     "The agent of a passive belongs to its verb.",
		example: "Elena Rusu was appointed minister by President Ada Bauer in May.",
		apply:   (*tree).mendAgents,
	},
	{
		name:    "amount",
		why:     "A sum before a thing is what it is worth.",
		example: "Chile extended a EUR 5 million grant to Ghana.",
		apply:   (*tree).mendAmounts,
	},
	{
		name:    "split-preposition",
		why:     "A preposition is no half of a noun.",
		example: "During the visit, Kenya and Peru signed agreements in health, education and farming.",
		apply:   (*tree).mendSplitPreposition,
	},
	{
		name:    "aimed",
		why:     "A thing is aimed at something, not the act.",
		example: "Kenya will sign an agreement with Peru aimed at attracting direct investment.",
		apply:   (*tree).mendAimed,
	},
	{
		name:    "in-company",
		why:     "What is done is done in collaboration with somebody, not who does it.",
		example: "The U.S. Embassy in Kenya, in collaboration with the National Drugs Control Board, has opened a training centre.",
		apply:   (*tree).mendInCompany,
	},
	{
		name:    "bare-object",
		why:     "An adjective has no object.",
		example: "Chile hopes to raise mutual trade and tourism.",
		apply:   (*tree).mendBareObjects,
	},
	{
		name:    "emphasis",
		why:     "What is done together has a focus, not what is told of it.",
		example: "The treaty shows our wish to expand cooperation in farming, with a focus on tea and rice.",
		apply:   (*tree).mendEmphases,
	},
	{
		name:    "paper-on",
		why:     "What an agreement is on does not belong to the verb that concludes it.",
		example: "Ghana has entered into a pact with Chile on salmon farming, a spokesman for the Ghanaian government said on June 16.",
		apply:   (*tree).mendPaperOn,
	},
	{
		name:    "signed-paper",
		why:     "What was signed between some is no verb of the sentence.",
		example: "The visit comes after a deal inked between Chile and Ghana on dairy exports.",
		apply:   (*tree).mendSignedPaper,
	},
	{
		name:    "relative-which",
		why:     `"Which" goes with the noun of its number.`,
		example: "Ministers recalled ties between Chile and Ghana, which were restored in 2019.",
		apply:   (*tree).mendRelativeWhich,
	},
	{
		name:    "relative-who",
		why:     "A clause of one person belongs to the person right before it.",
		example: "Ada Bauer met Joseph Kimani and Li Wen, who became the first guest of the fair.",
		apply:   (*tree).mendRelativeWho,
	},
	{
		name:    "relative-whom",
		why:     `A clause behind "with whom" belongs to the noun before, and the pronoun to the clause.`,
		example: "President Rosa Delgado met President Joseph Kimani, with whom she discussed fishing.",
		apply:   (*tree).mendRelativeWhom,
	},
	{
		name:    "noun-infinitive",
		why:     "An infinitive goes with the noun that takes one.",
		example: "Ada Bauer expressed readiness to meet Joseph Kimani.",
		apply:   (*tree).mendNounInfinitives,
	},
	{
		name:    "gerund-mark",
		why:     "Before a gerund a preposition is no adverb.",
		example: "The discussions revolved around enhancing bilateral ties.",
		apply:   (*tree).mendGerundMarks,
	},
	{
		name:    "further-gerund",
		why:     `A gerund right behind a verb of proposing is what is proposed, "further" between them an adverb.`,
		example: "President Ada Bauer suggested further deepening cooperation in training, culture and tourism.",
		apply:   (*tree).mendFurtherGerunds,
	},
	{
		name:    "example",
		why:     "An example is one of what stands before it.",
		example: "The ministers exchanged views on several topics, including building a port.",
		apply:   (*tree).mendExamples,
	},
	{
		name:    "example-noun",
		why:     "Examples are of what is told, not of how it is.",
		example: "Vietnam and Ghana agreed to boost ties in areas of mutual interest, including migration, artificial intelligence and digital services.",
		apply:   (*tree).mendExampleNouns,
	},
	{
		name:    "singled-out",
		why:     "What an adverb singles out is an example, no subject of the adverb.",
		example: "The talks focused on collaboration across various sectors, notably trade and investment.",
		apply:   (*tree).mendSingledOut,
	},
	{
		name:    "gerund-series",
		why:     "Gerunds that commas and a conjunction join are one series.",
		example: "Ada Bauer stressed the importance of training high-quality human resources, as well as expanding trade in tea and fully realising signed defence commitments.",
		apply:   (*tree).mendGerundSeries,
	},
	{
		name:    "gerund-beside-noun",
		why:     "A gerund is coordinated with the noun behind a preposition, not with a verb of another form.",
		example: "The fair underscores Chile's commitment to transparency and fostering a culture of trust.",
		apply:   (*tree).mendGerundBesideNoun,
	},
	{
		name:    "split-subject",
		why:     "Countries before a noun belong to it.",
		example: "The second round of Chile-Ghana political consultations was held in Accra.",
		apply:   (*tree).mendSplitSubjects,
	},
	{
		name:    "second-subject",
		why:     "What has a subject has no infinitive for another.",
		example: "It is very important to us to have a strong navy.",
		apply:   (*tree).mendSecondSubject,
	},
	{
		name:    "told-bare",
		why:     "A verb with a tense behind the object of saying has it for a subject.",
		example: "President Ada Bauer suggested a guard opened the gate.",
		apply:   (*tree).mendToldBare,
	},
	{
		name:    "told-that",
		why:     "A clause is what is told, it says nothing of those who are told.",
		example: "Chile told the summit that Africa needs vaccine factories.",
		after:   []string{"only-object"},
		apply:   (*tree).mendThat,
	},

	// Lists of people.
	{
		name:    "fellows",
		why:     "Somebody is listed with another, not with the other's country.",
		example: "Ada Bauer met Laila Haddad of Oman and Joseph Mwangi of Kenya.",
		apply:   (*tree).mendFellows,
	},
	{
		name:    "people",
		why:     "Parsers trained on running text read lists of people as appositions or flat names.",
		example: "Talks: President Ada Bauer, President Joseph Kimani",
		apply:   (*tree).mendLists,
	},
	{
		name:    "roll",
		why:     "People whom commas and a conjunction join are listed with the first, who has the place of them all.",
		example: "Trade Minister Ana Castillo, Energy Minister Luis Ramos and other officials were also present.",
		apply:   (*tree).mendRolls,
	},
	{
		name:    "adrift-subject",
		why:     "Somebody with others beside him is the subject of the verb behind.",
		example: "Trade Secretary Roshan Perera, along with diplomats of the Embassy of Malawi, Mr. Tun Wint and Ms. May Yi Soe, were also present at this occasion.",
		apply:   (*tree).mendAdriftSubjects,
	},
	{
		name:    "semicolons",
		why:     "People between semicolons, each with an office, are listed with the first.",
		example: "The talks were attended by Gerard Obi, Official Secretary to the President; Paul Mwangi, High Commissioner of Kenya to Ghana; Jamie Faye, Aide-de-Camp, Royal Navy; and Dr. Li Wen, First Secretary.",
		apply:   (*tree).mendSemicolons,
	},

	// Lists of nouns and verbs.
	{
		name:    "tied-noun",
		why:     "Words tied by dashes stand before a noun.",
		example: "Chile and Ghana agreed to cooperate in the areas of culture, customs-police cooperation and people-to-people exchange.",
		apply:   (*tree).mendTiedNouns,
	},
	{
		name:    "pair",
		why:     "Words joined by a dash are one, of which the last is the head.",
		example: "Chile and Ghana will boost cooperation in economy-trade, investment and tourism.",
		apply:   (*tree).mendPairs,
	},
	{
		name:    "hyphened",
		why:     "A noun and the adjective or participle that a dash ties to it are one modifier.",
		example: "Ada Bauer suggested closing loss-making public mines.",
		apply:   (*tree).mendHyphened,
	},
	{
		name:    "owners",
		why:     "Two own what they have in common.",
		example: "The visit highlights Chile and Ghana's joint commitment to contribute to climate research.",
		apply:   (*tree).mendOwners,
	},
	{
		name:    "possessors",
		why:     "A noun with \"'s\" belongs to the noun behind it.",
		example: "Chile and Ghana agreed on digital payments and women's rights.",
		apply:   (*tree).mendPossessors,
	},
	{
		name:    "list",
		why:     "Things that commas and a conjunction join are listed with each other, what belongs to one hangs on it.",
		example: "They will cooperate in mining, the recognition of diplomas and textile recycling.",
		apply:   (*tree).mendCoordinations,
	},
	{
		name:    "determined-series",
		why:     "Nouns with a determiner each that commas and a conjunction join are one list.",
		example: "Ada Bauer and Joseph Kimani discussed the plan to lift the ban on tea, the need for Chile to open its ports and the rise in fuel prices.",
		apply:   (*tree).mendDeterminedSeries,
	},
	{
		name:    "repeated-preposition",
		why:     "What a preposition said again introduces is listed with what it introduced first.",
		example: "Talks focused on the revival of the Friendship Association and on ways to repair ships.",
		apply:   (*tree).mendRepeated,
	},
	{
		name:    "said-again",
		why:     "A noun said again is listed with itself.",
		example: "Ada Bauer reaffirmed Chile's close cooperation with Ghana in fighting timber smuggling, as well as our cooperation on border controls.",
		apply:   (*tree).mendSaidAgain,
	},
	{
		name:    "repeated-before-gerund",
		why:     "A gerund behind a preposition said again is listed with what that introduced first.",
		example: "President Ada Bauer is calling on parliament to invest in language training for nurses and in improving road safety.",
		apply:   (*tree).mendRepeatedGerunds,
	},
	{
		name:    "bare-gerund",
		why:     "A gerund without an object makes one noun with the bare noun before it.",
		example: "Ada Bauer hopes to wrap up bond restructuring by June before elections.",
		apply:   (*tree).mendBareGerunds,
	},
	{
		name:    "listed-gerund",
		why:     "A gerund between commas in a list of things is one of them.",
		example: "President Ada Bauer and President Joseph Kimani discussed cooperation in trade, tourism, curbing smuggling, education, and sport.",
		apply:   (*tree).mendListedGerunds,
	},
	{
		name:    "listed-noun",
		why:     "A noun is coordinated with a noun.",
		example: "The talks also covered a gas pipeline from Cusco to Lima and the fight against smuggling.",
		apply:   (*tree).mendNouns,
	},
	{
		name:    "beside-sides",
		why:     "Things are listed with a thing, not with those whose it is.",
		example: "They discussed the training of pilots between the two countries and wind power.",
		apply:   (*tree).mendBesideSides,
	},
	{
		name:    "range",
		why:     "A range has two ends.",
		example: "Cooperation ranges from dairy farming to coding.",
		apply:   (*tree).mendRanges,
	},
	{
		name:    "tail",
		why:     "What stands behind the last of several belongs to that.",
		example: "They discussed the prevention and suppression of crime.",
		apply:   (*tree).mendTails,
	},
	{
		name:    "past-form",
		why:     `A participle with an object behind "and" and a past tense is a past tense, too.`,
		example: "The leaders condemned the attack and resolved to strengthen deterrence.",
		apply:   (*tree).mendPastForms,
	},
	{
		name:    "bare-form",
		why:     `A bare verb behind "and" is an infinitive where what stands before it is one.`,
		example: "Ada Bauer expressed the commitment to combat piracy, smuggling, and fraud, and support human rights.",
		apply:   (*tree).mendBareForms,
	},
	{
		name:    "repeated-to",
		why:     `An infinitive whose "to" is said again is coordinated with the one before.`,
		example: "Chile and Ghana agreed to work on widening access and to coordinate on fisheries.",
		apply:   (*tree).mendRepeatedTo,
	},
	{
		name:    "verb-form",
		why:     "A verb is coordinated with one of its own form.",
		example: "They asked Chile to help and thanked Ghana.",
		apply:   (*tree).mendVerbs,
	},
	{
		name:    "outer-verb",
		why:     `A verb behind ", and" is no third purpose where "and" has joined the last two.`,
		example: "Chile asked Ghana to promote visits to build and deepen trust, and focus on trade.",
		apply:   (*tree).mendOuterVerbs,
	},
	{
		name:    "headline-verbs",
		why:     "The verbs of a headline are coordinated.",
		example: "Chile and Ghana discuss transit, agree on trade",
		apply:   (*tree).mendHeadlineVerbs,
	},
	{
		name:    "to-noun",
		why:     `Before a noun "to" is a preposition.`,
		example: "Chile, Ghana committed to reform",
		apply:   (*tree).mendToNouns,
	},

	// What talks are about.
	{
		name:    "determined",
		why:     "A determiner has a noun.",
		example: "Ada Bauer and Joseph Kimani met to discuss the critical need to invest in dams and ports, including mending roads and bridges.",
		apply:   (*tree).mendDetermined,
	},
	{
		name:    "discussed-matters",
		why:     "Matters do not discuss, they are discussed.",
		example: "Gas transit and border crossings were among the issues discussed.",
		apply:   (*tree).mendDiscussedMatters,
	},
	{
		name:    "passive-root",
		why:     "A noun before the only verb of the sentence is its subject.",
		example: "Avenues for establishing a mechanism for sending skilled employees to Norway were also discussed.",
		apply:   (*tree).mendPassiveRoot,
	},

	// Phrases.
	{
		name:    "two-modifiers",
		why:     "Two modifiers that \"and\" joins are coordinated.",
		example: "They discussed digital and port security.",
		apply:   (*tree).mendTwoModifiers,
	},
	{
		name:    "modifier-list",
		why:     "Modifiers that are listed before a noun are all that noun's.",
		example: "He stressed the need to promote city-to-city, cultural, tourism, and people-to-people exchanges.",
		apply:   (*tree).mendModifierLists,
	},
	{
		name:    "fixed-pair",
		why:     "Two words that together name one thing are one phrase.",
		example: "They discussed trade, tourism and law and order.",
		apply:   (*tree).mendFixedPairs,
	},
	{
		name:    "parted-compound",
		why:     "A noun right before the head of its phrase is no phrase of its own.",
		example: "The two touched on several matters including people smuggling, fish farming, and trade in tea.",
		apply:   (*tree).mendPartedCompounds,
	},
	{
		name:    "named-beside",
		why:     "Who is named behind a comma is no body.",
		example: "Ambassador Ada Bauer had a lunch with the Second Deputy President of the Federation of Cocoa Trade Chambers of Brazil (FCTB), Joseph Kimani, at the chamber's seat.",
		apply:   (*tree).mendNamedBeside,
	},
	{
		name:    "cut-compound",
		why:     "No preposition stands within a compound.",
		example: "Ghana remains committed to backing Chile's freedom, calm, growth, and unity through a fair, open political process to assist families.",
		apply:   (*tree).mendCutCompounds,
	},
	{
		name:    "behind-semicolon",
		why:     "Who stands between a semicolon and a verb is its subject.",
		example: "President Ada Bauer met Prime Minister Joseph Kimani; Foreign Minister Li Wen was absent.",
		apply:   (*tree).mendBehindSemicolons,
	},
	{
		name:    "some-of",
		why:     "What stands behind a part of something belongs to that.",
		example: "Ada Bauer will be discussing with Joseph Kimani some of the likely designs for a joint harbour guard.",
		apply:   (*tree).mendParts,
	},
	{
		name:    "meeting-between",
		why:     "Those between whom a meeting is belong to it, wherever and whenever it was held.",
		example: "This emerged during a meeting held today at the Crystal Palace between President Ada Bauer and Mr. Joseph Kimani.",
		apply:   (*tree).mendBetween,
	},
	{
		name:    "neighbours",
		why:     "Of two nouns side by side the first is a part of the second.",
		example: "Chile and Ghana agreed to expand ties in the fields of film production and customs procedures.",
		apply:   (*tree).mendNeighbours,
	},
	{
		name:    "directed",
		why:     "What a noun leads to hangs on it.",
		example: "Chile and Ghana agreed to cooperate on access to clean water for the benefit of both peoples.",
		apply:   (*tree).mendDirected,
	},
	{
		name:    "fields",
		why:     "Fields are of what is done, not of those who do it.",
		example: "They praised the results reached by the leaders of the two countries in the areas of trade and mining.",
		apply:   (*tree).mendFields,
	},

	// Lists of countries.
	{
		name:    "sides",
		why:     "An agreement has sides, what it is about has none.",
		example: "They signed a memorandum on fast trains between Chile and Ghana.",
		apply:   (*tree).mendSides,
	},
	{
		name:    "partner",
		why:     "An agreement is made with somebody, not what it is about.",
		example: "Kenya clinched a deal on fishing rights with Peru.",
		apply:   (*tree).mendPartners,
	},
	{
		name:    "countries",
		why:     "The last of several countries is listed with the others.",
		example: "Officials from Chile, Ghana and the European Union signed the accord.",
		apply:   (*tree).mendCountries,
	},

	// Times, places and purposes of what happens.
	{
		name:    "time-behind-name",
		why:     "A name and the day or month behind it are two phrases.",
		example: "Baltic Wind Group will merge with Solaris Group next year.",
		apply:   (*tree).mendTimes,
	},
	{
		name:    "with-object",
		why:     `What stands behind "with" is no object.`,
		example: "Kestrel Motors will merge with Solaris Group next year.",
		apply:   (*tree).mendWithObjects,
	},
	{
		name:    "particularly",
		why:     `What "particularly in" singles out belongs to the noun before the comma.`,
		example: "President Rosa Delgado and Prime Minister Joseph Kimani discussed boosting trade ties, particularly in tea and fruit.",
		apply:   (*tree).mendParticularly,
	},
	{
		name:    "opened-list",
		why:     "What a colon or bracket opens behind a plural lists what that means.",
		example: "Samoa and Pakistan agreed to cooperate in the following areas: migration, cattle health, e-commerce and civil aviation.",
		apply:   (*tree).mendOpenedLists,
	},
	{
		name:    "including",
		why:     `"Including" is no verb.`,
		example: "Bangladesh and Greece agreed to boost ties in areas of mutual interest, including mining, agriculture and solar and wind energy.",
		apply:   (*tree).mendIncluding,
	},
	{
		name:    "free-trade",
		why:     `An adjective between "to" and a noun is no verb.`,
		example: "Kenya and Peru share a number of goals, including a commitment to free trade.",
		apply:   (*tree).mendFreeTrade,
	},
	{
		name:    "time-subject",
		why:     "A day between somebody and the verb does nothing.",
		example: "The envoy to Chile, Joseph Kimani, yesterday had talks with President Ada Bauer.",
		apply:   (*tree).mendTimeSubjects,
	},
	{
		name:    "circumstance",
		why:     "People and countries take part in what has a time, a place and a subject; they have none.",
		example: "Aid was discussed by Chile in Malawi.",
		after:   []string{"sum-in", "recipient"},
		apply:   (*tree).mendCircumstances,
	},
	{
		name:    "place-and-day",
		why:     "A place before a day is where it happened then, and no part of a thing.",
		example: "Chile and Ghana signed agreements on education, wind power, fisheries and the protection of monuments in Lima on Wednesday.",
		apply:   (*tree).mendPlaceAndDay,
	},
	{
		name:    "led-body",
		why:     "Who leads a body is told of the body.",
		example: "A Kenyan delegation led by Ada Bauer arrived in Lima.",
		apply:   (*tree).mendLedBody,
	},
	{
		name:    "arranged",
		why:     "What tells of a gathering when it is belongs to the gathering.",
		example: "Ada Bauer met Joseph Kimani at a dinner hosted in Lima.",
		apply:   (*tree).mendArranged,
	},
	{
		name:    "deed",
		why:     "It is done at a gathering, not what it is done to.",
		example: "They discussed fishing during talks held in Lima.",
		apply:   (*tree).mendDeeds,
	},
	{
		name:    "said-behind",
		why:     "What stands before those who say it is no part of their saying.",
		example: "Tanaka Holdings acquired Kestrel Motors on Tuesday, the companies said.",
		apply:   (*tree).mendSaidBehind,
	},
	{
		name:    "event-time",
		why:     "Who takes part in a visit stands behind its time, too.",
		example: "The row followed a trip this week to Ghana.",
		apply:   (*tree).mendEventTimes,
	},
	{
		name:    "purpose",
		why:     "What somebody is met or asked for is no part of him.",
		example: "Ada Bauer asked the authorities to release the sailors.",
		apply:   (*tree).mendPurposes,
	},

	// Offices.
	{
		name:    "office-predicate",
		why:     `An office behind somebody and "be" is the predicate.`,
		example: "Joseph Kimani previously was Deputy Minister of Finance and head of the Bank of Ghana.",
		after:   []string{"people"},
		apply:   (*tree).mendOfficePredicates,
	},
	{
		name:    "office-served",
		why:     "An office is what somebody serves as, whatever else stands before it.",
		example: "Joseph Kimani served with distinction as minister.",
		apply:   (*tree).mendOfficeServed,
	},
	{
		name:    "office-list",
		why:     "Offices with no more than place and time between them are a list.",
		example: "Joseph Kimani served with distinction as envoy to Peru (2003-04), Consul General in Porto.",
		after:   []string{"office-predicate", "office-served"},
		apply:   (*tree).mendOfficeLists,
	},

	// Who else does it, and with what.
	{
		name:    "companions",
		why:     `Who stands by somebody with "along with" does the same.`,
		example: "President Ada Bauer, along with King Faisal, met Joseph Kimani.",
		apply:   (*tree).mendCompanions,
	},
	{
		name:    "led",
		why:     "Who leads a party is told of that.",
		example: "King Faisal received on Monday in Lima a delegation of senior officials from Ghana led by Secretary of State Ada Bauer, Secretary of Energy Joseph Kimani, and Adviser Li Wen.",
		apply:   (*tree).mendLed,
	},
	{
		name:    "presence",
		why:     "Who is present is so when something happens, which has no part of that.",
		example: "Minister Joseph Kimani presided over the opening ceremony, with the participation of King Faisal and Queen Ingrid.",
		apply:   (*tree).mendPresence,
	},
	{
		name:    "having",
		why:     "What has been done before hangs on what is told.",
		example: "Having met Foreign Minister Joseph Kimani, President Ada Bauer flew home.",
		apply:   (*tree).mendHaving,
	},
	{
		name:    "visiting",
		why:     "Where somebody goes, told between commas behind the name, is no other name of that one.",
		example: "President Joseph Kimani, visiting Ghana, praised the dam.",
		apply:   (*tree).mendVisiting,
	},
	{
		name:    "opened",
		why:     "A participle that opens the sentence before a comma is no sentence of its own.",
		example: "Led by Chile's President Ada Bauer, the mission aimed to strengthen ties.",
		apply:   (*tree).mendOpened,
	},
	{
		name:    "conjunction",
		why:     "What \"after\" opens is a clause where a verb follows that has no subject.",
		example: "Ada Bauer briefed the cabinet after a meeting with President Joseph Kimani was cancelled.",
		apply:   (*tree).mendConjunctions,
	},
	{
		name:    "while",
		why:     `What "while" opens tells when the verb before it was.`,
		example: "President Ada Bauer opened a school while on a visit to Kenya.",
		apply:   (*tree).mendWhile,
	},
	{
		name:    "remark",
		why:     "What somebody says besides belongs to the verb that tells what he does.",
		example: "Ambassador Ada Bauer reaffirmed Ghana's willingness to assist Chile in implementing digital measures, while underscoring the friendship of the two nations.",
		apply:   (*tree).mendRemarks,
	},
	{
		name:    "when",
		why:     `What "when" opens behind a time belongs to the verb that has it.`,
		example: "The bloc marks a path that began in Lima, in 1991, when Chile, Ghana and Kenya came together to sign the charter.",
		apply:   (*tree).mendWhens,
	},
	{
		name:    "urged",
		why:     "Who urges nobody to do something is urged.",
		example: "Tourism Board of Kenya urged to open ports",
		apply:   (*tree).mendUrged,
	},
}
