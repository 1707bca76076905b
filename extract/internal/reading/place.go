package reading

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Dateline is the place of the document's dateline, zero if it has none.
func (d *Document) Dateline() entity.Ref {
	if d.first != nil {
		return d.first.dateline
	}
	const leads = 8 // sentences
	for s := range min(leads, len(d.bySentence)) {
		if !isHeader(d.Tokens(s)) {
			continue
		}
		for _, i := range slices.Backward(d.MentionsIn(s)) {
			if ref := d.Mentioned(i); ref.Type == entity.Place {
				return ref
			}
		}
	}
	return entity.Ref{}
}

// isHeader tells whether a sentence is a dateline, "LIMA, Nov. 17 (VNA) –", or
// the line with the place and date of a release, "Press release, Helsinki 22.1.2025".
func isHeader(tokens []nlp.Token) bool {
	const longest = 8 // tokens of a line
	if world.DatelineDash.Has(tokens[len(tokens)-1].Form) {
		return true
	}
	dated := func(t nlp.Token) bool { return len(t.Form) >= 4 && t.Form[0] >= '0' && t.Form[0] <= '9' }
	verb := func(t nlp.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "ADP" }
	return len(tokens) <= longest && slices.ContainsFunc(tokens, dated) && !slices.ContainsFunc(tokens, verb)
}

// AtHome tells whether a place is in the country of one of some people, or is it.
func (d *Document) AtHome(place entity.Ref, people ...entity.Ref) bool {
	return slices.ContainsFunc(people, func(ref entity.Ref) bool {
		e := d.Entity(ref.ID)
		return e != nil && e.Country.ID != "" && (place.ID == e.Country.ID || IsIn(place, e.Country))
	})
}

// Cities gives those of a sentence, each once, that stand after "in" or "to" and
// lie in the country of one of some people: "received her at the Akorda during
// her visit to Astana".
func (d *Document) Cities(sentence int, people ...entity.Ref) []entity.Ref {
	var out []entity.Ref
	tokens := d.Tokens(sentence)
	for _, i := range d.MentionsIn(sentence) {
		first := d.Mentions[i].Tokens.First
		if first == 0 || tokens[first-1].Form != "in" && tokens[first-1].Form != "to" {
			continue
		}
		if ref := d.Mentioned(i); IsCity(ref) && d.AtHome(ref, people...) && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// IsIn tells whether a place is known to be in a country.
func IsIn(place, country entity.Ref) bool {
	p, _ := world.FindPlace(strings.Fields(place.Name))
	return place.Type == entity.Place && p != nil && p.CountryID == country.ID
}

// LandOf gives the id of the country in which a place is known to be, which it may be
// itself; "" if that is not known.
func LandOf(place entity.Ref) string {
	if place.Type == entity.Country {
		return place.ID
	}
	words := strings.Fields(place.Name)
	if p, n := world.FindPlace(words); p != nil && n == len(words) && !p.Ambiguous {
		return p.CountryID
	}
	return ""
}

// IsCity tells whether the lists know a place as a city.
func IsCity(place entity.Ref) bool {
	words := strings.Fields(place.Name)
	p, n := world.FindPlace(words)
	return place.Type == entity.Place && p != nil && p.Kind == "city" && n == len(words)
}
