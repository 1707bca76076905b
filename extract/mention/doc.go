// Package mention finds what a document mentions.
//
// A document comes in as nlp.Document: sentences of tokens, which are more exact
// where they are tagged. Find gives its mentions in the order of the text: people
// with their titles, countries with demonyms and capitals, organisations, places,
// events, agreements, pronouns, and nominals such as "the ambassador" and "both
// sides". Clues gives what the trained model of names learns from.
//
// It knows words and what stands beside them. It may not know who is who: a mention
// has no entity until coref says so. It may not know trees, clauses or rules, and what
// the words of the language are for is asked of world, not written here.
//
// A document is read twice, sentence by sentence and token by token: the first reading
// learns the names and abbreviations that it introduces anywhere, the second has them
// everywhere. What walks through it are four small values, each on top of the one
// before: a sentence (words, hits of the lists), a reader (with the lessons of the
// document), a bodyReader and a peopleReader, and the finder that writes down.
//
// The files stand on floors; each uses only those above it in this list:
//
//	words, hits         a token, and what the lists of the world know at it
//	sentence            the sentence at hand
//	seen, text, clues   what the words of a document show of each other
//	reader              with what the document has taught so far, and the model of names
//	officenouns         "Vice President"
//	honorifics, nameparts, names, postnominals, certainty
//	                    "Mr", "Luong Cuong", "Jr", and whether it is surely a name
//	portfolios          "Foreign Affairs"
//	body, abbreviations, countries, places, firms, runs, phrases, bodies
//	                    what is named and is no person: "Ministry of Health"
//	office, designations, modifiers, complements, remits, offices
//	                    "former Deputy Minister for Trade of Peru"
//	holders             who has an office, and who hardly has it
//	titles, lists, barenames
//	                    "Ana Lima, the Prime Minister of Chile", with the grammar of titles
//	capitals, output    what is written down, and where a capital is a government
//	pronouns, groups, nominals, bodynouns, anniversaries
//	                    "she", "both sides", "the ambassador", "the bank", "the 50th anniversary of"
//	find                which of these is tried first
//	longnames           which names a parser is told to take as one word
package mention
