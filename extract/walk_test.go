package extract_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// One text goes through all rooms of the program, with what each makes of it.
// What Extractor.Extract does is done here by hand.
func Example_walk() {
	check := func(err error) {
		if err != nil {
			log.Fatal(err)
		}
	}

	// source: a file has become a document, with its date.
	doc := &source.Document{ID: "accra", Date: "2025-03-04", Text: "Maltese Foreign Minister Ana Zammit held talks with " +
		"President Kofi Adu of Ghana in Accra on Monday. The two sides agreed to share flood data."}

	// nlp: sentences, tokens, tags, lemmas.
	model, err := nlp.Load()
	check(err)
	text := nlp.Split(doc.Text)
	for i := range text.Sentences {
		model.Tag(&text.Sentences[i])
	}
	held := text.Sentences[0].Tokens[5]
	fmt.Printf("nlp      %d sentences; %s is a %s of %q\n", len(text.Sentences), held.Form, held.UPOS, held.Lemma)

	// world: what is known before reading.
	malta, _, adjective := world.FindCountry([]string{"Maltese"})
	fmt.Printf("world    Maltese is an adjective of %s: %v; ministers are a state's: %v; %q is a light verb: %v\n",
		malta.ID, adjective, world.RankOf("minister") == world.StateRank, held.Lemma, world.LightVerb.Has(held.Lemma))

	// mention: what refers to somebody or something.
	mentions := mention.Find(text)
	of := make([][]int, len(text.Sentences)) // the mentions of each sentence
	for i, m := range mentions {
		of[m.Sentence] = append(of[m.Sentence], i)
		office := ""
		if len(m.Offices) > 0 {
			office = ", " + m.Offices[0].Title + " of " + m.Offices[0].Of.Name
		}
		fmt.Printf("mention  %s (%s%s)\n", doc.Text[m.Start:m.End], m.Type, office)
	}

	// clause.Parse: dependency trees, in which a name with its titles is one token.
	for i := range text.Sentences {
		clause.Parse(model, &text.Sentences[i], mentions[of[i][0]:of[i][len(of[i])-1]+1])
	}
	fmt.Printf("parse    talks is the %s of held\n", text.Sentences[0].Tokens[6].Deprel)

	// coref: who is who in the document.
	who := coref.Resolve(text, mentions, coref.Origin{})
	for _, m := range who.Mentions {
		var ids []string
		for _, e := range m.Entities {
			ids = append(ids, who.Entities[e].ID)
		}
		if m.Sentence == 1 {
			fmt.Printf("coref    %s are %s\n", doc.Text[m.Start:m.End], strings.Join(ids, " and "))
		}
	}

	// clause: predicates and their arguments, syntax sorted out.
	for i := range text.Sentences {
		for _, p := range (clause.Analyzer{}).Predicates(who, i, of[i], doc.Date) {
			if p.Lemma != "talk" && p.Lemma != "agree" {
				continue
			}
			fmt.Printf("clause   %s %q, %s, on %q:", p.Kind, p.Lemma, p.Status, p.Date)
			for _, a := range p.Args {
				fmt.Printf(" %s=%s", a.Function, a.Text)
			}
			fmt.Println()
		}
	}

	// rules and extract: rules start at predicates, their roles are filled, facts are stated.
	pack, err := rules.Builtin("diplomacy")
	check(err)
	extractor, err := extract.New(pack)
	check(err)
	result := extractor.Extract(doc)
	for _, f := range result.Facts {
		fmt.Printf("extract  %s %s %s %s %s (%s)\n", f.Subject.Name, f.Relation, f.Object.Name, f.Date, f.Place.Name, f.Rule)
	}

	// graph: facts of all documents as quads; export writes them to files.
	store, err := graph.Open("", graph.Options{Relations: []graph.Relation{{Name: "met", Symmetric: true}}})
	check(err)
	check(store.Add(result))
	check(store.Commit())
	for q, err := range store.Quads() {
		check(err)
		if line := q.NQuad(); strings.Contains(line, "rel:met> <person") {
			fmt.Println("graph   ", line)
		}
	}
	check(store.Close())
	// Output:
	// nlp      2 sentences; held is a VERB of "hold"
	// world    Maltese is an adjective of country:malta: true; ministers are a state's: true; "hold" is a light verb: true
	// mention  Maltese Foreign Minister Ana Zammit (Person, Foreign Minister of Malta)
	// mention  Maltese (Country)
	// mention  President Kofi Adu of Ghana (Person, President of Ghana)
	// mention  Ghana (Country)
	// mention  Accra (Place)
	// mention  The two sides ()
	// parse    talks is the obj of held
	// coref    The two sides are country:malta and country:ghana
	// clause   noun "talk", actual, on "2025-03-03": subject=Ana Zammit with=Kofi Adu in=Accra self=talks
	// clause   verb "agree", actual, on "": subject=sides complement=share topic=flood data purpose=flood data self=agreed
	// extract  Ana Zammit holdsPosition Foreign Minister   (diplomacy.title)
	// extract  Kofi Adu holdsPosition President   (diplomacy.title)
	// extract  Ana Zammit visited Accra 2025-03-03  (diplomacy.visit-abroad-verb)
	// extract  Ana Zammit met Kofi Adu 2025-03-03 Accra (diplomacy.meet-talks)
	// extract  Malta agreesOn flood data 2025-03-03  (diplomacy.agree-on)
	// extract  Ghana agreesOn flood data 2025-03-03  (diplomacy.agree-on)
	// graph    <person:ana-zammit> <rel:met> <person:kofi-adu> <doc:accra> .
	// graph    <person:kofi-adu> <rel:met> <person:ana-zammit> <doc:accra> .
}
