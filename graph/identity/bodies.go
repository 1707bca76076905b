package identity

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// national finds words of organisations that most countries have one of.
var national = func() *regexp.Regexp {
	var words []string
	for w := range world.NationalBody.All() {
		words = append(words, w)
	}
	return regexp.MustCompile(`\b(` + strings.Join(words, "|") + `)\b`)
}()

// isOfMany tells whether most countries can have a body of a name: it is national,
// or has no word that is a name: "First National Bank".
func isOfMany(name string) bool {
	folded := world.Fold(name)
	if national.MatchString(folded) {
		return true
	}
	words := strings.Fields(folded)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool {
		return !isCommon(w) && !world.PortfolioWord.Has(w) && world.NameHead.Value(w) != string(entity.Organization)
	})
}

// beside gives the countries that sentences of a document tell of a body right before
// or behind its name: "Kenya's First National Bank", "the First National Bank in Kenya".
func beside(d *Document, e *entity.Entity) map[string]bool {
	var told map[string]bool
	for i := range d.Facts {
		f := &d.Facts[i]
		if f.Subject.ID != e.ID && f.Object.ID != e.ID && f.Of.ID != e.ID {
			continue
		}
		before, after, found := strings.Cut(f.Evidence.Text, e.Name)
		if !found {
			continue
		}
		if words := strings.Fields(after); len(words) > 1 && words[0] == "in" {
			if c, _, _ := world.FindCountry(words[1:]); c != nil {
				note(&told, c.ID)
			}
		}
		words := strings.Fields(strings.TrimSuffix(strings.ReplaceAll(before, "’", "'"), "'s "))
		for n := min(4, len(words)); n > 0; n-- {
			if c, k, _ := world.FindCountry(words[len(words)-n:]); c != nil && k == n {
				note(&told, c.ID)
				break
			}
		}
	}
	return told
}

// tellBodies gives bodies of which most countries have one, and that documents call
// by a name without the country, an id with it, where the document tells the country:
// by itself, beside the name, or as that of who holds an office there. Those of which
// a document tells none are apart. Names with the country in them that mean the same
// are joined.
func (j *joins) tellBodies(docs []Document) {
	groups := map[string]map[entity.Ref]int{} // how many documents, by the id with the country
	add := func(group, id, name string) {
		if groups[group] == nil {
			groups[group] = map[entity.Ref]int{}
		}
		groups[group][entity.Ref{ID: id, Type: entity.Organization, Name: name}]++
	}
	isNational := map[string]bool{} // by the name, of which there are few
	for i := range docs {
		d := &docs[i]
		holders := holdersOf(d.Entities)
		for i := range d.Entities {
			e := &d.Entities[i]
			if e.Type != entity.Organization || e.SameAs != "" {
				continue
			}
			is, known := isNational[e.Name]
			if !known {
				is = isOfMany(e.Name)
				isNational[e.Name] = is
			}
			if !is {
				continue
			}
			if rest, country := entity.WithoutCountry(e.Name); country.ID != "" {
				if isOfMany(rest) {
					add(withCountry(entity.MakeID(e.Type, entity.BodyName(rest)), country.ID), e.ID, e.Name)
				}
				continue
			}
			country := e.Country.ID
			for _, told := range []map[string]bool{beside(d, e), holders[e.ID]} {
				if country == "" && len(told) == 1 {
					country, _ = shared(told, told)
				}
			}
			if country != "" {
				to := j.move(d.ID, e.ID, country)
				add(to, to, e.Name)
			}
		}
	}
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		j.joinBody(groups[group])
	}
}

// holdersOf gives for bodies the countries of those who hold offices there.
func holdersOf(entities []entity.Entity) map[string]map[string]bool {
	holders := map[string]map[string]bool{}
	for i := range entities {
		e := &entities[i]
		for _, o := range e.Offices {
			if o.Of.Type == entity.Organization && e.Country.ID != "" {
				put(holders, o.Of.ID, e.Country.ID)
			}
		}
	}
	return holders
}

// joinBody joins the ids and names of one body, and how many documents have them.
func (j *joins) joinBody(names map[entity.Ref]int) {
	docs := map[string]int{}
	for n, count := range names {
		docs[n.ID] += count
	}
	to := mostUsed(docs)
	for _, n := range slices.SortedFunc(maps.Keys(names), func(a, b entity.Ref) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Name, b.Name))
	}) {
		if n.ID != to && j.into[n.ID] == "" {
			j.join(n, to, "both are the same body of one country")
		}
	}
}
