package identity

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// The names of many people, and those who have to do with many, are no sign
// that two of them are one.
const crowd = 20

// An agreement is what is known of both of two people.
type agreement struct {
	country, title                              string // that both have, "" if none
	countryDiffers, titleDiffers, genderDiffers bool
	doc                                         string // that has both
}

func (a *person) agreement(b *person) agreement {
	var g agreement
	g.country, g.countryDiffers = shared(usual(a.countries), usual(b.countries))
	g.title, g.titleDiffers = sharedTitle(usual(a.titles), usual(b.titles))
	_, g.genderDiffers = shared(usual(a.genders), usual(b.genders))
	g.doc, _ = shared(a.docs, b.docs)
	return g
}

// weigh tells what speaks for two people of like names being one, and what
// speaks against it.
func (ps *people) weigh(a, b *person, like likeness, how string) *pair {
	p := &pair{a: a, b: b, like: like, reasons: []string{how}}
	apart := ps.v.apart(a.id, b.id)
	if !apart && ps.v.one(a.id, b.id) {
		p.like, p.reasons = decided, []string{byAliases}
		return p
	}
	g := a.agreement(b)
	if apart {
		p.against = byAliases
	} else {
		p.against = ps.against(a, b, g)
	}
	if p.against != "" {
		return p
	}
	reasons := ps.reasons(a, b, g)
	p.reasons = append(p.reasons, reasons...)
	p.points = len(reasons)
	if like < faint {
		p.points = ps.points(a, b, g)
	}
	if p.points < ps.wanted(a, b, like, g) && !ps.onlyOne(a, b, like, g) {
		p.against = tooLittle
	}
	return p
}

// against tells what speaks against one person, "" if nothing does.
func (ps *people) against(a, b *person, g agreement) string {
	switch {
	case g.countryDiffers && !ps.misread(a, b, g):
		return ps.called.differ(a.countries, b.countries)
	case g.genderDiffers:
		return "the genders differ"
	case a.company[b.base] || b.company[a.base]:
		return "a document tells what one does to the other"
	case g.doc != "" && g.title == "" && a.names[0].suffix != b.names[0].suffix:
		return fmt.Sprintf("document %s has both, one with %q", g.doc, a.names[0].suffix+b.names[0].suffix)
	}
	return ""
}

// misread tells whether a country that differs may be misread: hardly anybody else
// has such a name, the office agrees, and few documents tell the country of one.
func (ps *people) misread(a, b *person, g agreement) bool {
	few := func(p *person) bool {
		_, most := most(p.countries)
		return most <= 2
	}
	return g.title != "" && (few(a) || few(b)) && ps.rarity(a, b) >= rare
}

// rarity is that of the less rare of two names.
func (ps *people) rarity(a, b *person) int {
	return min(ps.census.rarity(a.names[0]), ps.census.rarity(b.names[0]))
}

// reasons tells what speaks for one person besides the names.
func (ps *people) reasons(a, b *person, g agreement) []string {
	var reasons []string
	if g.country != "" {
		reasons = append(reasons, ps.called.agreed("country", g.country))
	}
	if g.title != "" {
		reasons = append(reasons, ps.called.agreed("office", g.title))
	}
	if a.alsoIs[b.base] || b.alsoIs[a.base] {
		reasons = append(reasons, "a document has both names for one person")
	}
	if g.doc != "" {
		reasons = append(reasons, fmt.Sprintf("document %s has both", g.doc))
	}
	for _, c := range slices.Sorted(maps.Keys(a.company)) {
		if b.company[c] && len(ps.company[c]) < crowd {
			return append(reasons, fmt.Sprintf("both have to do with %s", c))
		}
	}
	return reasons
}

// afterPlace tells whether the longer of two names is the other behind the name of a
// place or country, which stood before it in the text: "Prague Rosa Delgado".
func afterPlace(x, y *name) bool {
	if len(x.words) > len(y.words) {
		x, y = y, x
	}
	before := len(y.words) - len(x.words)
	if before != 1 || !slices.Equal(x.words, y.words[1:]) {
		return false
	}
	w := []string{strings.ToUpper(y.words[0][:1]) + y.words[0][1:]}
	p, _ := world.FindPlace(w)
	c, _, _ := world.FindCountry(w)
	return (p != nil || c != nil) && !world.LookupName(w[0]).Given
}

// onlyOne tells that words are left out of a name that hardly anybody else has, even
// without them.
func (ps *people) onlyOne(a, b *person, like likeness, g agreement) bool {
	x, y := a.names[0], b.names[0]
	return like == partial && !g.titleDiffers && !g.countryDiffers && x.suffix == y.suffix &&
		x.words[0] == y.words[0] && !isInitial(x.words[0]) && ps.rarity(a, b) >= rare
}

// points weighs what speaks for one person where the names alone say little: each
// thing that both have by how few others have it, and the names by how few others
// can be called so.
func (ps *people) points(a, b *person, g agreement) int {
	points := ps.rarity(a, b)
	if g.country != "" && ps.holders[g.country] < crowd {
		points++
	}
	if g.title != "" {
		points++
		if ps.holders[g.title] < crowd {
			points++
		}
	}
	if few, many := min(len(a.docs), len(b.docs)), max(len(a.docs), len(b.docs)); many >= crowd*few {
		points++ // whom many tell of, some misspell
	}
	if body, _ := shared(a.bodies, b.bodies); body != "" && ps.holders[body] < crowd {
		points++
	}
	if a.alsoIs[b.base] || b.alsoIs[a.base] {
		points++
	}
	for c := range a.company {
		if b.company[c] && len(ps.company[c]) < crowd {
			return points + 1
		}
	}
	return points
}

// wanted tells how many reasons besides the names it takes to join two people.
func (ps *people) wanted(a, b *person, like likeness, g agreement) int {
	x, y := a.names[0], b.names[0]
	wary := 0
	if g.titleDiffers || g.countryDiffers {
		wary = 1
	}
	switch {
	case like == varied:
		return 2 + wary
	case like == part && afterPlace(x, y):
		return 2 + wary
	case like == misspelt, like == part:
		return 3 + wary
	case like == certain && x.suffix != y.suffix: // father and son, perhaps
		return 1
	case like == faint, like == surnames && g.title == "":
		return 2
	case like == certain, like == close && len(x.words) > 2 && len(y.words) > 2:
		return 0
	case like == partial && g.country != "" && (g.titleDiffers || ps.families[x.surname()] >= crowd):
		return 2
	}
	return 1
}
