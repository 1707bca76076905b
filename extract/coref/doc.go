// Package coref decides who is who in a document: which mentions mean the same
// person or thing, and whom "he", "the President" and "both sides" mean.
//
// In comes a document whose sentences have tokens and, where they are parsed,
// dependencies; the mentions found in it (package mention); and what is known of
// its origin. Out goes an entity.Document: each mention with its entities, none
// where it is not clear who is meant, and the entities with their names, offices
// and countries. The package reads one document at a time, a long one part by
// part (Cast). It knows nothing of other documents, of rules, and of what the sentences
// state.
//
// The files stand on floors; each uses only those below it.
//
//	train, learn                make the model of he and she; no part of reading
//	resolve                     the passes over a document, in their order
//	references                  a pass that reads on from mention to mention:
//	  they, it                    "they", "each other"; "it", "its"
//	  groups, fitness             "the two leaders", "the ministers": who suits the word
//	  sides                       "both sides", "the two countries", "our neighbours"
//	  lands                       "the country", "the Government"
//	  holders, callings           "the President"; "the diplomat", "her guest", "his counterpart"
//	  he_she, we                  "he", "her", "I"; "we", "our"
//	  candidates, cues            whom he and she can mean, and what speaks for each
//	  thread, focus, meeting      what has been read so far: who was named, who met, who is the subject
//	  chooser                     the trained model
//	entities                    what goes out: names, offices, forms, order
//	author, home, local         who writes a document, and where; where a sentence is set
//	retinue, beside, visits     of which country officials are: with whom they come, whom they visit
//	parties                     and which country is left for them
//	people, match, bodies       names joined into people; into countries, organisations, places
//	speech, function, tree      who is quoted; what a mention does in its sentence
//	officials                   of which country somebody is, and can be
//	recall                      who is known from the parts of the document before
//	roster, sentence            what is known of the document as a whole
//	cast                        what is kept of a part of it
//	title, name, tokens         titles, names and runs of words by themselves
package coref
