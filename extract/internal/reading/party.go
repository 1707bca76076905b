package reading

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// findParties gives the parties of a document, in text order.
func (d *Document) findParties() []party {
	var out []party
	for i := range d.Predicates {
		p := &d.Predicates[i]
		if p.Kind != clause.Verb || !world.LeadingVerb.Has(p.Lemma) || p.Status == "denied" {
			continue
		}
		var led party
		for k := range p.Args {
			switch a := &p.Args[k]; {
			case a.Function == "object" && led.noun.Last == 0 && world.TravellingParty.Has(a.Head):
				led.sentence, led.noun = p.Sentence, a.Tokens
			case a.Function == "subject":
				led.leaders = append(led.leaders, d.people(a.Mention)...)
			}
		}
		if led.noun.Last > 0 && len(led.leaders) > 0 {
			out = append(out, led)
		}
	}
	return out
}

// people gives the people whom a mention refers to, none if its index is below 0.
func (d *Document) people(mention int) []int {
	if mention < 0 {
		return nil
	}
	var out []int
	for _, e := range d.Mentions[mention].Entities {
		if d.Entities[e].Type == entity.Person {
			out = append(out, e)
		}
	}
	return out
}

// Leaders gives those who lead the party that an argument is: where its sentence tells it,
// or, of "the delegation", the party told of last, or else next, as of "a delegation". They
// go and meet others as the party does.
func (d *Document) Leaders(sentence int, a *clause.Arg) []entity.Ref {
	const after = 2 // sentences
	if !world.TravellingParty.Has(a.Head) || len(d.people(a.Mention)) > 0 {
		return nil
	}
	var found *party
	article := d.article(sentence, a)
	for i := range d.parties {
		p := &d.parties[i]
		switch {
		case p.sentence == sentence && p.noun.First < a.Tokens.Last && a.Tokens.First < p.noun.Last:
			return d.refs(p.leaders)
		case article == "" || p.sentence > sentence+after || !d.mayLead(p, a):
		case article == "the" && p.sentence < sentence || found == nil && p.sentence > sentence:
			found = p
		}
	}
	if found == nil {
		return nil
	}
	return d.refs(found.leaders)
}

// article is that of an argument that is one: "the" for what is known, "a" for what is not; ""
// where there is none.
func (d *Document) article(sentence int, a *clause.Arg) string {
	tokens := d.Tokens(sentence)
	for k := a.Tokens.Last - 1; k >= 0; k-- {
		switch t := &tokens[k]; {
		case k >= a.Tokens.First && t.XPOS == "NNS" && strings.EqualFold(t.Lemma, a.Head):
			return ""
		case t.UPOS == "DET":
			switch strings.ToLower(t.Form) {
			case "the", "this":
				return "the"
			case "a", "an":
				return "a"
			}
			return ""
		case k < a.Tokens.First && t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PUNCT" && t.UPOS != "NUM":
			return ""
		}
	}
	return ""
}

// mayLead tells whether the leaders of a party may be those of an argument that is told to be
// somebody's: "the Peruvian delegation".
func (d *Document) mayLead(p *party, a *clause.Arg) bool {
	owners := a.Owners
	if a.Mention >= 0 {
		owners = []int{a.Mention}
	}
	for _, owner := range owners {
		for _, o := range d.Mentions[owner].Entities {
			of := &d.Entities[o]
			if slices.ContainsFunc(p.leaders, func(e int) bool {
				home := d.Entities[e].Country.ID
				return of.Type == entity.Country && home != "" && home != of.ID || of.Type == entity.Person && e != o
			}) {
				return false
			}
		}
	}
	return true
}

func (d *Document) refs(entities []int) []entity.Ref {
	var out []entity.Ref
	for _, e := range entities {
		out = append(out, d.Entities[e].Ref)
	}
	return out
}
