package coref

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Resolve decides which mentions of a document mean the same thing. mentions
// are what Find found; dependencies are used where the sentences are parsed.
// origin tells who writes or speaks the document, if it is known from elsewhere;
// otherwise a person with an office who stands alone in a heading is taken. Where
// it is not clear who is meant, a mention's Entities stay empty.
// mentions is not changed. Resolve is safe for concurrent use.
func Resolve(doc *nlp.Document, mentions []entity.Mention, origin Origin) *entity.Document {
	r := newResolver(doc, mentions, origin)
	r.weights = pronounWeights()
	r.resolve()
	return r.Document
}

func newResolver(doc *nlp.Document, mentions []entity.Mention, origin Origin) *resolver {
	r := &resolver{
		Document: &entity.Document{NLP: doc, Mentions: slices.Clone(mentions), Author: -1},
		byID:     map[string]int{},
		byWord:   map[string][]int{},
		why:      map[int]string{},
		origin:   origin,
	}
	for i := range r.Mentions {
		r.Mentions[i].Offices = slices.Clone(mentions[i].Offices)
	}
	return r
}

func (r *resolver) resolve() {
	r.things()
	r.people()
	r.quoted = quotations(r.NLP, r.Mentions)
	r.findAuthor(r.origin.Author)
	r.localCountries()
	r.references()
	r.retinues()
	if countryOfURL(r.origin.URL).ID != "" { // who publishes tells more than who is left over
		r.atHome()
	}
	r.homeCountries()
	r.atHome()
	r.retinues() // nationalities are known better now
	r.references()
	r.finish()
}

// A resolver resolves one document.
type resolver struct {
	*entity.Document
	origin  Origin
	byID    map[string]int                            // entities that are not people
	byWord  map[string][]int                          // people by each folded word of their names
	quoted  []bool                                    // mentions between quotation marks
	why     map[int]string                            // why mentions mean what they do
	persons []individual                              // parallel to Entities; zero where no person
	weights map[cue]int                               // of what speaks for the candidates of a pronoun
	watch   func(m *entity.Mention, list []candidate) // sees them, in training
}

// An individual is what is known of a person while resolving.
type individual struct {
	words      []string // folded words of the fullest name
	generation string   // "jr" at its end
	family     []string // as written
	given      []string
	forms      map[string]int // names as written -> how often
	titles     []title        // offices by their words
	national   []title        // those that are not of an organisation or place
	office     string         // the first one as written
	royal      string         // "King", where a bare name needs it
	home       entity.Ref     // the country of a document that tells of nobody else's officials
	official   bool           // an office or a word like "counterpart" is known
	count      int
}

// add appends an entity.
func (r *resolver) add(ref entity.Ref) int {
	r.Entities = append(r.Entities, entity.Entity{Ref: ref})
	r.persons = append(r.persons, individual{forms: map[string]int{}})
	return len(r.Entities) - 1
}

// things groups the named mentions that are no people.
func (r *resolver) things() {
	var names []entity.Ref
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Named || m.Type == entity.Person {
			continue
		}
		ref := r.refOf(m)
		e, ok := r.byID[ref.ID]
		if !ok {
			e = r.add(ref)
			r.byID[ref.ID] = e
			if ref.Type == entity.Organization && sameAs(ref) == "" {
				r.Entities[e].Country = entity.CountryInName(ref.Name)
			}
			names = append(names, ref)
		}
		m.Entities = []int{e}
		written := plainSpaces(r.text(m.NameSpan))
		r.persons[e].forms[written]++
		r.persons[e].count++
	}
	r.joinBodies(names)
	r.joinOrganizations(names)
	// "Rakhine", "Rakhine State"
	for _, long := range names {
		if i := strings.LastIndexByte(long.Name, ' '); long.Type == entity.Place && i > 0 && world.PlaceNoun.Has(strings.ToLower(long.Name[i+1:])) {
			for _, short := range names {
				if (short.Type == entity.Place || short.Type == entity.Organization) && short.Name == long.Name[:i] && r.byID[short.ID] != r.byID[long.ID] {
					r.merge(r.byID[short.ID], r.byID[long.ID])
					r.byID[short.ID] = r.byID[long.ID]
				}
			}
		}
	}
}

func (r *resolver) text(s nlp.Span) string { return r.NLP.Text[s.Start:s.End] }

func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// refOf identifies a named thing by what the lists and the document say.
func (r *resolver) refOf(m *entity.Mention) entity.Ref {
	words := strings.Fields(m.Name)
	switch m.Type {
	case entity.Country:
		if c, n, _ := world.FindCountry(words); n == len(words) && c != nil {
			return entity.CountryRef(c)
		}
	case entity.Organization:
		if o, n := world.FindOrganization(words); n == len(words) && o != nil {
			return entity.Ref{ID: o.ID, Type: entity.Organization, Name: o.Name}
		}
	case entity.Place:
		if p, n := world.FindPlace(words); n == len(words) && p != nil {
			return entity.Ref{ID: p.ID, Type: entity.Place, Name: p.Name}
		}
	}
	name := strings.TrimPrefix(strings.TrimPrefix(m.Name, "The "), "the ")
	if m.Defines != "" {
		name = m.Defines
	}
	if m.Type == entity.Organization {
		return entity.Ref{ID: entity.MakeID(m.Type, entity.BodyName(name)), Type: m.Type, Name: name}
	}
	return entity.NewRef(m.Type, name)
}

// joinBodies joins the names of one body with and without its country, where the
// document tells of the body of one country: "the U.S. Department of State" and
// "the State Department".
func (r *resolver) joinBodies(names []entity.Ref) {
	type body struct {
		ids       []string
		long      string // one with the country
		countries map[string]bool
	}
	bodies := map[string]*body{}
	var keys []string
	for _, ref := range names {
		if ref.Type != entity.Organization || sameAs(ref) != "" {
			continue
		}
		rest, country := entity.WithoutCountry(ref.Name)
		if country.ID != "" && rest == "" || world.Fold(cmp.Or(rest, ref.Name)) == "party" { // a country has several
			continue
		}
		key := entity.MakeID(entity.Organization, entity.BodyName(cmp.Or(rest, ref.Name)))
		if bodies[key] == nil {
			bodies[key] = &body{countries: map[string]bool{}}
			keys = append(keys, key)
		}
		b := bodies[key]
		b.ids = append(b.ids, ref.ID)
		if country.ID != "" {
			b.countries[country.ID] = true
			b.long = cmp.Or(b.long, ref.ID)
		}
	}
	for _, key := range keys {
		b := bodies[key]
		if len(b.countries) != 1 {
			continue
		}
		for _, id := range b.ids {
			if r.byID[id] != r.byID[b.long] {
				r.merge(r.byID[id], r.byID[b.long])
				r.byID[id] = r.byID[b.long]
			}
		}
	}
}

// joinOrganizations joins short forms with the one full form that they begin or
// end: "the Law Society" and "the Law Society of Peru", "the Party".
func (r *resolver) joinOrganizations(names []entity.Ref) {
	for _, short := range names {
		if short.Type != entity.Organization {
			continue
		}
		s := world.Fold(short.Name)
		if !strings.Contains(s, " ") && s != "party" {
			continue
		}
		found, many := "", false
		rest, country := entity.WithoutCountry(short.Name)
		for _, long := range names {
			if long.ID == short.ID || long.Type != entity.Organization {
				continue
			}
			l := world.Fold(long.Name)
			if world.Fold(rest) == "party" { // "the Vietnamese Party", "Communist Party of Vietnam"
				if r.Entities[r.byID[long.ID]].Country.ID == country.ID && strings.Contains(l, " party") && !strings.Contains(l, "'s") {
					many = many || found != ""
					found = long.ID
				}
				continue
			}
			if strings.HasPrefix(l, s+" of ") || strings.HasPrefix(l, s+" for ") || strings.HasPrefix(l, s+" on ") || strings.HasSuffix(l, "'s "+s) ||
				s == "party" && (strings.HasSuffix(l, " party") || strings.Contains(l, " party of ")) && !strings.Contains(l, "'s") {
				many = many || found != ""
				found = long.ID
			}
		}
		if found != "" && !many && r.byID[found] != r.byID[short.ID] {
			r.merge(r.byID[short.ID], r.byID[found])
			r.byID[short.ID] = r.byID[found]
		}
	}
}

// merge makes all mentions of entity from mean entity to.
func (r *resolver) merge(from, to int) {
	for i := range r.Mentions {
		for k, e := range r.Mentions[i].Entities {
			if e == from {
				r.Mentions[i].Entities[k] = to
			}
		}
	}
	for f, n := range r.persons[from].forms {
		r.persons[to].forms[f] += n
	}
	r.persons[to].count += r.persons[from].count
	r.persons[from].count = 0
}

// finish names the entities, drops those without mentions and sorts them by
// first mention.
func (r *resolver) finish() {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		for k := range m.Offices {
			o := &m.Offices[k]
			o.Of, o.To = r.current(o.Of), r.current(o.To)
			if len(m.Entities) == 1 && m.Kind != entity.Pronoun && !m.Plural && o.Of.ID == "" && o.Status != entity.Calling && National(o) {
				o.Of = r.ownLand(m.Entities[0])
			}
		}
		for k := range m.Offices {
			// "served as Co-Chairs of the Fund"
			if o := &m.Offices[k]; m.Plural && m.Kind == entity.Nominal && o.Status == entity.Calling && titleWords(o.Title).rank != world.CallingRank {
				o.Status = "actual"
			}
		}
		m.Offices = slices.DeleteFunc(m.Offices, func(o entity.Office) bool { return o.Status == entity.Calling })
		if m.Kind == entity.Named && m.Type == entity.Person && len(m.Entities) == 1 {
			e := &r.Entities[m.Entities[0]]
			for _, o := range m.Offices {
				e.Offices = addOffice(e.Offices, o)
			}
		}
	}
	for i := range r.Entities {
		for k := range r.Entities[i].Offices {
			if o := &r.Entities[i].Offices[k]; o.Of.ID == "" && National(o) {
				o.Of = r.ownLand(i)
			}
		}
	}
	// A short title stands for the full one: "Minister Lee", "Minister for Trade Lee".
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind == entity.Pronoun || m.Type != entity.Person || len(m.Entities) != 1 || m.Plural {
			continue
		}
		if m.Kind == entity.Nominal {
			// "the Peruvian leader" is no office of who is President of Peru.
			m.Offices = slices.DeleteFunc(m.Offices, func(o entity.Office) bool {
				ti := titleWords(o.Title)
				return slices.ContainsFunc(r.Entities[m.Entities[0]].Offices, func(full entity.Office) bool { return leads(ti, titleWords(full.Title)) })
			})
		}
		for k := range m.Offices {
			o := &m.Offices[k]
			t := titleWords(o.Title)
			for _, full := range r.Entities[m.Entities[0]].Offices {
				if t.within(titleWords(full.Title)) && o.Status == full.Status && (o.Of.ID == "" || o.Of == full.Of) {
					o.Title, o.Of, o.To = full.Title, full.Of, o.To.Or(full.To)
					break
				}
			}
		}
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		p := &r.persons[i]
		if e.Type == entity.Person {
			e.Name = bestName(p.forms)
			if p.royal != "" && single(e.Name) {
				e.Name = p.royal + " " + e.Name
			}
			e.ID = world.PersonID(e.Name)
			e.Partial = len(nameWords(e.Name)) < 2
		}
		for f := range p.forms {
			if f != e.Name {
				e.Aliases = append(e.Aliases, f)
			}
		}
		slices.Sort(e.Aliases)
		e.SameAs = sameAs(e.Ref)
	}
	r.forms()
	// Order of first mention.
	order := make([]int, 0, len(r.Entities))
	seen := make([]bool, len(r.Entities))
	visit := func(e int) {
		if e >= 0 && !seen[e] {
			seen[e] = true
			order = append(order, e)
		}
	}
	for i := range r.Mentions {
		if r.Mentions[i].Kind == entity.Named {
			for _, e := range r.Mentions[i].Entities {
				visit(e)
			}
		}
	}
	visit(r.Author)
	index := make([]int, len(r.Entities))
	entities := make([]entity.Entity, len(order))
	for n, e := range order {
		index[e] = n
		entities[n] = r.Entities[e]
	}
	for i := range r.Mentions {
		ents := r.Mentions[i].Entities
		for k := range ents {
			ents[k] = index[ents[k]]
		}
	}
	if r.Author >= 0 {
		r.Author = index[r.Author]
	}
	r.Entities = entities
}

// longForm is how many bytes a form has at most: longer ones are sentences.
const longForm = 120

// forms notes how the text calls each entity, apart from its name.
func (r *resolver) forms() {
	reasons := make([]map[string]string, len(r.Entities)) // by form
	note := func(i int, span nlp.Span) {
		e := r.Mentions[i].Entities[0]
		text := plainSpaces(r.text(span))
		if len(text) > longForm || text == r.Entities[e].Name {
			return
		}
		if reasons[e] == nil {
			reasons[e] = map[string]string{}
		}
		if _, ok := reasons[e][text]; !ok {
			reasons[e][text] = r.why[i]
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if len(m.Entities) != 1 || m.Kind == entity.Pronoun || m.Plural {
			continue
		}
		if m.Kind == entity.Nominal {
			note(i, m.Span)
			continue
		}
		note(i, m.NameSpan)
		if m.Type == entity.Person && m.Start < m.NameSpan.Start {
			note(i, nlp.Span{Start: m.Start, End: m.NameSpan.End})
		}
	}
	for e, forms := range reasons {
		for _, text := range slices.Sorted(maps.Keys(forms)) {
			r.Entities[e].Forms = append(r.Entities[e].Forms, entity.Form{Text: text, Why: forms[text]})
		}
	}
}

// single tells whether a name is one word, perhaps with a numeral: "Leo XIV".
func single(name string) bool {
	words := strings.Fields(name)
	return len(words) == 1 || len(words) == 2 && strings.Trim(words[1], "IVX") == ""
}

// current gives the reference to the entity that a reference's thing has become.
func (r *resolver) current(ref entity.Ref) entity.Ref {
	if e, ok := r.byID[ref.ID]; ok {
		return r.Entities[e].Ref
	}
	return ref
}

// National tells whether an office of which the text does not say whose it is can
// only be a country's.
func National(o *entity.Office) bool {
	n := titleWords(o.Title)
	switch {
	case (n.noun == "president" || n.noun == "vice president") && n.lower != "" && !world.TermWord.Has(n.lower): // "vice president of sales"
		return false
	case n.noun == "high commissioner" && n.lower != "": // "for Refugees"
		return false
	case strings.HasSuffix(strings.ToLower(o.Title), "head of mission"):
		return true
	}
	return n.rank == world.HeadRank || n.rank == world.StateRank && n.noun != "mayor" && n.noun != "governor" && n.noun != "administrator" && n.noun != "deputy"
}

// ownLand gives the country of a person, or else that in which the document is
// written.
func (r *resolver) ownLand(e int) entity.Ref { return r.Entities[e].Country.Or(r.persons[e].home) }

func addOffice(list []entity.Office, o entity.Office) []entity.Office {
	for i := range list {
		a := &list[i]
		x, y := titleWords(a.Title), titleWords(o.Title)
		if (x.within(y) || y.within(x)) && a.Status == o.Status && (a.Of.ID == o.Of.ID || a.Of.ID == "" || o.Of.ID == "") && (a.To.ID == o.To.ID || a.To.ID == "" || o.To.ID == "") {
			if a.Of.ID == "" {
				a.Of = o.Of
			}
			if a.To.ID == "" {
				a.To = o.To
			}
			if len(o.Title) > len(a.Title) {
				a.Title = o.Title
			}
			return list
		}
	}
	return append(list, o)
}

// bestName gives the fullest form of a name, of forms that differ only in
// order the most frequent.
func bestName(forms map[string]int) string {
	names := make([]string, 0, len(forms))
	for f := range forms {
		names = append(names, f)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(len(nameWords(b)), len(nameWords(a))),
			cmp.Compare(forms[b], forms[a]),
			cmp.Compare(len(b), len(a)),
			cmp.Compare(a, b))
	})
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// sameAs gives the Wikidata item of a listed country or organisation.
func sameAs(ref entity.Ref) string {
	switch ref.Type {
	case entity.Country:
		if c, _, _ := world.FindCountry(strings.Fields(ref.Name)); c != nil && c.ID == ref.ID {
			return c.Wikidata
		}
	case entity.Organization:
		if o, _ := world.FindOrganization(strings.Fields(ref.Name)); o != nil && o.ID == ref.ID {
			return o.Wikidata
		}
	}
	return ""
}
