package graph

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A person is what documents tell of somebody: of one id at first, of all ids
// that are joined in the end.
type person struct {
	id        string   // of the graph, before people are joined
	base      string   // what documents call it
	ids       []string // of all who have been joined, its own among them
	label     string   // the name that most documents use
	names     []*name
	docs      map[string]bool
	countries map[string]int // ids, and how many documents know of them
	titles    map[string]int // as titleKey has them
	genders   map[world.Gender]int
	company   map[string]bool // documents' ids of whom facts name beside
	alsoIs    map[string]bool // documents' ids of other full names that a document has for this one
}

// told is what one document tells of one person or body.
type told struct {
	doc       string
	entity    *entity.Entity
	countries map[string]bool
	titles    map[string]bool
}

func tell(doc string, e *entity.Entity) told {
	t := told{doc, e, map[string]bool{}, map[string]bool{}}
	known := func(c entity.Ref) {
		if c.Type == entity.Country && c.ID != e.Supposed.ID { // what is only supposed keeps nobody apart
			t.countries[c.ID] = true
		}
	}
	known(e.Country)
	for _, o := range e.Offices {
		if key := titleKey(o.Title); key != "" {
			t.titles[key] = true
		}
		known(o.Of)
	}
	return t
}

// titleKey makes equal what says the same: "Minister of Foreign Affairs" and
// "Foreign Minister".
func titleKey(title string) string {
	words := strings.FieldsFunc(world.Fold(title), func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
	words = slices.DeleteFunc(words, func(w string) bool {
		switch w {
		case "of", "for", "the", "and", "to", "affairs":
			return true
		}
		return false
	})
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// sharedTitle gives the least office of both, or the shorter name of one that
// both may have: "secretary" of "commerce secretary". differs is as with shared.
func sharedTitle[V, W any](a map[string]V, b map[string]W) (least string, differs bool) {
	if least, differs = shared(a, b); !differs {
		return least, false
	}
	for _, x := range slices.Sorted(maps.Keys(a)) {
		for _, y := range slices.Sorted(maps.Keys(b)) {
			if within(x, y) {
				return x, false
			}
			if within(y, x) {
				return y, false
			}
		}
	}
	return "", true
}

// within tells whether all words of one title stand in another, which is no
// lesser office.
func within(short, long string) bool {
	have := strings.Fields(long)
	for w := range strings.FieldsSeq(short) {
		i := slices.Index(have, w)
		if i < 0 {
			return false
		}
		have = slices.Delete(have, i, i+1)
	}
	return !slices.ContainsFunc(have, func(w string) bool {
		switch w {
		case "vice", "deputy", "assistant", "associate", "under", "adviser", "advisor", "counsel", "chief", "spokesperson", "lieutenant", "envoy":
			return true
		}
		return false
	})
}

// newPerson gathers what documents tell. Their names are all full, or all parts.
func newPerson(id string, all []told, company map[string]map[string]bool) *person {
	p := &person{id: id, base: id, docs: map[string]bool{}, countries: map[string]int{}, titles: map[string]int{}, genders: map[world.Gender]int{}, company: map[string]bool{}, alsoIs: map[string]bool{}}
	labels := map[string]int{}
	for _, t := range all {
		e := t.entity
		p.docs[t.doc] = true
		labels[e.Name]++
		if e.Gender != world.UnknownGender {
			p.genders[e.Gender]++
		}
		for c := range t.countries {
			p.countries[c]++
		}
		for k := range t.titles {
			p.titles[k]++
		}
		for _, a := range e.Aliases {
			if strings.ContainsAny(a, " ") {
				p.alsoIs[world.PersonID(a)] = true
			}
		}
		maps.Copy(p.company, company[e.ID])
	}
	p.label = mostUsed(labels)
	p.names = []*name{parseName(p.label)}
	return p
}

// mostUsed gives the name with the highest count, of equals the longest.
func mostUsed(names map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(names)), func(a, b string) int {
		return cmp.Or(cmp.Compare(names[b], names[a]), cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), strings.Compare(a, b))
	})
}

// add takes in what is known of o, who is the same.
func (p *person) add(o *person) {
	p.names = append(p.names, o.names...)
	maps.Copy(p.docs, o.docs)
	maps.Copy(p.company, o.company)
	for k, n := range o.countries {
		p.countries[k] += n
	}
	for k, n := range o.titles {
		p.titles[k] += n
	}
	for k, n := range o.genders {
		p.genders[k] += n
	}
}

// usual gives what at least a tenth as many documents say as say the most
// frequent: what a few say of somebody of whom many tell is mostly misread.
func usual[K comparable](counts map[K]int) map[K]bool {
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	m := map[K]bool{}
	for k, n := range counts {
		if 10*n >= most {
			m[k] = true
		}
	}
	return m
}

// parts tells namesakes apart: people or bodies of one id of whom documents say
// that they are of different countries. It gives the documents of each and the
// country, first those of whom most documents tell. What tells no country comes
// with those whose titles it shares, else with the first.
//
// A country is often misread. So documents that know no other office make a
// second person only if they are several, and not few beside the others.
func parts(all []told) (groups [][]told, countries []string) {
	root := map[string]string{} // of a country, another of the same person's
	find := func(c string) string {
		for root[c] != c {
			c = root[c]
		}
		return c
	}
	for _, t := range all {
		first := ""
		for _, c := range slices.Sorted(maps.Keys(t.countries)) {
			if root[c] == "" {
				root[c] = c
			}
			if first = cmp.Or(first, c); find(first) != find(c) {
				root[find(c)] = find(first)
			}
		}
	}
	by := map[string][]told{}
	counts := map[string]map[string]int{}
	var unknown []told
	for _, t := range all {
		if len(t.countries) == 0 {
			unknown = append(unknown, t)
			continue
		}
		r := find(slices.Min(slices.Collect(maps.Keys(t.countries))))
		by[r] = append(by[r], t)
		if counts[r] == nil {
			counts[r] = map[string]int{}
		}
		for c := range t.countries {
			counts[r][c]++
		}
	}
	roots := slices.SortedFunc(maps.Keys(by), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(by[b]), len(by[a])), strings.Compare(mostUsed(counts[a]), mostUsed(counts[b])))
	})
	if len(roots) == 0 {
		return [][]told{unknown}, []string{""}
	}
	main := roots[0]
	known := map[string]int{} // titles of the first
	for _, t := range by[main] {
		for k := range t.titles {
			known[k]++
		}
	}
	titles := []map[string]int{known} // of each group
	groups, countries = [][]told{by[main]}, []string{mostUsed(counts[main])}
	for _, r := range roots[1:] {
		theirs := map[string]int{}
		for _, t := range by[r] {
			for k := range t.titles {
				theirs[k]++
			}
		}
		_, otherOffice := sharedTitle(theirs, usual(known))
		if len(by[main]) >= 10*len(by[r]) {
			_, otherOffice = sharedTitle(theirs, known)
		}
		unknownOffice := len(theirs) == 0 || len(known) == 0
		if otherOffice || 5*len(by[r]) >= len(by[main]) && (unknownOffice || len(by[r]) > 1) {
			groups, countries, titles = append(groups, by[r]), append(countries, mostUsed(counts[r])), append(titles, theirs)
		} else {
			groups[0] = append(groups[0], by[r]...)
		}
	}
	for _, t := range unknown {
		at := 0
		if _, differs := shared(t.titles, known); differs {
			for i := 1; i < len(titles); i++ {
				if k, _ := shared(t.titles, titles[i]); k != "" {
					at = i
					break
				}
			}
		}
		groups[at] = append(groups[at], t)
	}
	return groups, countries
}

// people are the people of all documents.
type people struct {
	full     []*person                  // sorted by id
	partial  map[string][]told          // those whose names are parts, by the documents' id
	joined   []*person                  // full, and joined
	byWord   map[string][]*person       // joined ones by the words of their names
	company  map[string]map[string]bool // by the documents' ids
	families map[string]int             // how many people have a surname
	names    map[string]map[string]int  // of countries and offices, by id and titleKey
	v        *verdicts
	pairs    map[[2]*person]*pair
}

// A pair is two people in full whose names are alike.
type pair struct {
	a, b    *person // in order of id
	like    likeness
	reasons []string // for one person
	against string   // for two people
	doubt   string   // that one of them may be another still
}

const (
	byAliases = "the aliases say so"
	tooLittle = "too little of what is known agrees"
)

// newPeople gathers the people of records and tells namesakes apart.
func newPeople(in *identity, records []*record, v *verdicts) *people {
	ps := &people{partial: map[string][]told{}, byWord: map[string][]*person{}, company: map[string]map[string]bool{}, v: v, families: map[string]int{}, names: map[string]map[string]int{}, pairs: map[[2]*person]*pair{}}
	full := map[string][]told{}
	for _, rec := range records {
		for i := range rec.Entities {
			e := &rec.Entities[i]
			if e.Type == entity.Person {
				ps.call(e)
			}
			switch {
			case e.Type != entity.Person:
			case e.Partial:
				ps.partial[e.ID] = append(ps.partial[e.ID], tell(rec.Document.ID, e))
			default:
				full[e.ID] = append(full[e.ID], tell(rec.Document.ID, e))
			}
		}
		for i := range rec.Facts {
			f := &rec.Facts[i]
			if f.Subject.Type == entity.Person && f.Object.Type == entity.Person && f.Subject.ID != f.Object.ID {
				ps.meet(f.Subject.ID, f.Object.ID)
				ps.meet(f.Object.ID, f.Subject.ID)
			}
		}
	}
	for id, all := range ps.partial {
		if full[id] != nil { // who is known by one name
			full[id] = append(full[id], all...)
			delete(ps.partial, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(full)) {
		ps.full = append(ps.full, in.tellApart(id, full[id], ps.company)...)
	}
	slices.SortFunc(ps.full, func(a, b *person) int { return strings.Compare(a.id, b.id) })
	return ps
}

// call notes how what is known of e is called.
func (ps *people) call(e *entity.Entity) {
	note := func(key, name string) {
		if ps.names[key] == nil {
			ps.names[key] = map[string]int{}
		}
		ps.names[key][name]++
	}
	note(e.Country.ID, e.Country.Name)
	for _, o := range e.Offices {
		note(titleKey(o.Title), o.Title)
		note(o.Of.ID, o.Of.Name)
	}
}

func (ps *people) agreed(what, key string) string {
	return fmt.Sprintf("the %s (%s) agrees", what, mostUsed(ps.names[key]))
}

func (ps *people) differ(a, b map[string]int) string {
	x, y := mostUsed(ps.names[mostUsed(a)]), mostUsed(ps.names[mostUsed(b)])
	return fmt.Sprintf("the countries differ (%s, %s)", min(x, y), max(x, y))
}

func (ps *people) meet(a, b string) {
	if ps.company[a] == nil {
		ps.company[a] = map[string]bool{}
	}
	ps.company[a][b] = true
}

// tellApart makes the people of one id of the documents, and their ids: all but
// the first have their country at the end, "person:john-smith.australia".
func (in *identity) tellApart(id string, all []told, company map[string]map[string]bool) []*person {
	groups, countries := parts(all)
	var list []*person
	for i, g := range groups {
		p := newPerson(id, g, company)
		if i > 0 {
			p.id = in.suffixed(id, countries[i], g)
		}
		list = append(list, p)
	}
	return list
}

// suffixed gives what documents call id the id with the country.
func (in *identity) suffixed(id, country string, docs []told) string {
	to := withCountry(id, country)
	for _, t := range docs {
		in.ids[mention{t.doc, id}] = to
	}
	return to
}

// withCountry gives the id of the one who is of a country: "person:john-smith.australia".
func withCountry(id, country string) string {
	_, local, _ := strings.Cut(country, ":")
	return id + "." + local
}

// The names of many people, and those who have to do with many, are no sign
// that two of them are one.
const crowd = 20

// weigh tells what speaks for two people of like names being one, and what
// speaks against it.
func (ps *people) weigh(a, b *person, like likeness, how string) *pair {
	p := &pair{a: a, b: b, like: like}
	country, countryDiffers := shared(usual(a.countries), usual(b.countries))
	title, titleDiffers := sharedTitle(usual(a.titles), usual(b.titles))
	_, genderDiffers := shared(usual(a.genders), usual(b.genders))
	doc, _ := shared(a.docs, b.docs)
	oneName := a.alsoIs[b.base] || b.alsoIs[a.base]
	p.reasons = []string{how}
	switch {
	case ps.v.apart(a.id, b.id):
		p.against = byAliases
	case ps.v.one(a.id, b.id):
		p.like, p.reasons = decided, []string{byAliases}
		return p
	case countryDiffers:
		p.against = ps.differ(a.countries, b.countries)
	case genderDiffers:
		p.against = "the genders differ"
	case a.company[b.base] || b.company[a.base]:
		p.against = "a document tells what one does to the other"
	case doc != "" && title == "" && a.names[0].suffix != b.names[0].suffix:
		p.against = fmt.Sprintf("document %s has both, one with %q", doc, a.names[0].suffix+b.names[0].suffix)
	}
	if p.against != "" {
		return p
	}
	if country != "" {
		p.reasons = append(p.reasons, ps.agreed("country", country))
	}
	if title != "" {
		p.reasons = append(p.reasons, ps.agreed("office", title))
	}
	if oneName {
		p.reasons = append(p.reasons, "a document has both names for one person")
	}
	if doc != "" {
		p.reasons = append(p.reasons, fmt.Sprintf("document %s has both", doc))
	}
	for _, c := range slices.Sorted(maps.Keys(a.company)) {
		if b.company[c] && len(ps.company[c]) < crowd {
			p.reasons = append(p.reasons, fmt.Sprintf("both have to do with %s", c))
			break
		}
	}
	want := 1
	switch {
	case like == certain && a.names[0].suffix != b.names[0].suffix: // father and son, perhaps
	case like == faint, like == surnames && title == "":
		want = 2
	case like == certain, like == close && len(a.names[0].words) > 2 && len(b.names[0].words) > 2:
		want = 0
	case like == partial && country != "" && (titleDiffers || ps.families[a.names[0].surname()] >= crowd):
		want = 2
	}
	if len(p.reasons)-1 < want {
		p.against = tooLittle
	}
	return p
}

// join finds the people in full who are one.
func (ps *people) join(in *identity) {
	byKey := map[string][]*person{} // in order of id
	for _, p := range ps.full {
		ps.families[p.names[0].surname()]++
		for _, key := range append(p.names[0].keys(), ps.v.keys(p.id)...) {
			byKey[key] = append(byKey[key], p)
		}
	}
	near := map[*person][]*pair{} // that can be joined
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		all := byKey[key]
		for i, b := range all {
			for _, a := range all[:i] {
				if ps.pairs[[2]*person{a, b}] != nil {
					continue
				}
				like, how := compare(a.names[0], b.names[0])
				if a.base == b.base {
					like, how = certain, "the names are equal"
				}
				if like == unlike && !ps.v.one(a.id, b.id) {
					continue
				}
				p := ps.weigh(a, b, like, how)
				ps.pairs[[2]*person{a, b}] = p
				if p.against == "" {
					near[a], near[b] = append(near[a], p), append(near[b], p)
				}
			}
		}
	}
	for _, p := range ps.full {
		ps.doubt(p, near[p])
	}
	var edges []*pair
	for _, p := range ps.pairs {
		if p.against == "" && p.doubt == "" {
			edges = append(edges, p)
		}
	}
	slices.SortFunc(edges, func(x, y *pair) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(len(y.reasons), len(x.reasons)), strings.Compare(x.a.id, y.a.id), strings.Compare(x.b.id, y.b.id))
	})
	group := map[*person][]*person{}
	for _, p := range ps.full {
		group[p] = []*person{p}
	}
	for _, e := range edges {
		a, b := group[e.a], group[e.b]
		if slices.Contains(a, e.b) || e.like != decided && !ps.allFit(a, b) {
			continue
		}
		both := slices.Concat(a, b)
		for _, p := range both {
			group[p] = both
		}
	}
	done := map[*person]bool{}
	for _, p := range ps.full {
		if done[p] {
			continue
		}
		all := group[p]
		slices.SortFunc(all, func(a, b *person) int {
			return cmp.Or(cmp.Compare(len(b.docs), len(a.docs)), cmp.Compare(len(b.id), len(a.id)), strings.Compare(a.id, b.id))
		})
		for _, p := range all {
			done[p] = true
		}
		ps.unite(in, all)
	}
	for _, p := range ps.joined {
		for _, w := range p.words() {
			ps.byWord[w] = append(ps.byWord[w], p)
		}
	}
}

// of gives the pair of two people, nil if their names are not alike.
func (ps *people) of(a, b *person) *pair {
	if b.id < a.id {
		a, b = b, a
	}
	return ps.pairs[[2]*person{a, b}]
}

// fit tells that nothing speaks against two being one.
func (ps *people) fit(a, b *person) bool {
	p := ps.of(a, b)
	return p != nil && (p.against == "" || p.against == tooLittle)
}

func (ps *people) allFit(as, bs []*person) bool {
	for _, a := range as {
		for _, b := range bs {
			if !ps.fit(a, b) {
				return false
			}
		}
	}
	return true
}

// doubt marks the pairs of p that cannot be joined because p may be one of
// several who are not one: those of whom less is known to agree, or all.
func (ps *people) doubt(p *person, pairs []*pair) {
	other := func(q *pair) *person {
		if q.a == p {
			return q.b
		}
		return q.a
	}
	slices.SortFunc(pairs, func(x, y *pair) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(len(y.reasons), len(x.reasons)), strings.Compare(other(x).id, other(y).id))
	})
	for i, x := range pairs {
		for _, y := range pairs[:i] {
			if ps.fit(other(x), other(y)) {
				continue
			}
			why := fmt.Sprintf("%s (%s) fits both %s and %s, who are two", p.label, p.id, other(y).id, other(x).id)
			if x.like != decided {
				x.doubt = why
			}
			if x.like == y.like && len(x.reasons) == len(y.reasons) && y.like != decided {
				y.doubt = why
			}
		}
	}
}

// unite makes one of people who are one, the first of whom gives the id.
func (ps *people) unite(in *identity, all []*person) {
	to := all[0]
	for _, p := range all[1:] {
		why := ps.of(to, p)
		for _, o := range all {
			if q := ps.of(o, p); q != nil && q.against == "" && q.doubt == "" && (why == nil || why.against+why.doubt != "") {
				why = q
			}
		}
		in.into[p.id] = to.id
		in.merges = append(in.merges, Merge{From: entity.Ref{ID: p.id, Type: entity.Person, Name: p.label}, Into: entity.Ref{ID: to.id}, Reason: strings.Join(why.reasons, ", ")})
	}
	one := *to
	if len(all) > 1 {
		one.docs, one.company = maps.Clone(to.docs), maps.Clone(to.company)
		one.countries, one.titles, one.genders = maps.Clone(to.countries), maps.Clone(to.titles), maps.Clone(to.genders)
		for _, p := range all[1:] {
			one.add(p)
		}
	}
	one.ids = nil
	for _, p := range all {
		one.ids = append(one.ids, p.id)
	}
	ps.joined = append(ps.joined, &one)
}

// words gives the words of p's names.
func (p *person) words() []string {
	set := map[string]bool{}
	for _, n := range p.names {
		for _, w := range n.words {
			set[w] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// resolve finds for people of whom a document has part of the name who they are.
func (ps *people) resolve(in *identity, records []*record) {
	for _, rec := range records {
		doc := rec.Document.ID
		reasons := map[string]string{} // by the id in the document
		for i := range rec.Entities {
			e := &rec.Entities[i]
			if e.Type != entity.Person || ps.partial[e.ID] == nil {
				continue
			}
			if p, reason := ps.match(tell(doc, e)); p != nil {
				in.ids[mention{doc, e.ID}] = p.id
				reasons[e.ID] = reason
			}
		}
		// Nobody does anything to himself: such two are not one.
		for i := range rec.Facts {
			s, o := rec.Facts[i].Subject.ID, rec.Facts[i].Object.ID
			if s != o && in.id(doc, s) == in.id(doc, o) {
				for _, id := range []string{s, o} {
					if reasons[id] != "" {
						delete(in.ids, mention{doc, id})
						delete(reasons, id)
					}
				}
			}
		}
		for i := range rec.Entities {
			from := rec.Entities[i].Ref
			if reason := reasons[from.ID]; reason != "" {
				delete(reasons, from.ID)
				in.merges = append(in.merges, Merge{Doc: doc, From: from, Into: entity.Ref{ID: in.id(doc, from.ID)}, Reason: reason})
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ps.partial)) {
		strangers := slices.DeleteFunc(slices.Clone(ps.partial[id]), func(t told) bool { return in.ids[mention{t.doc, id}] != "" })
		if len(strangers) > 0 {
			in.tellApart(id, strangers, nil)
		}
	}
}

// A candidate is somebody whom a part of a name may mean.
type candidate struct {
	*person
	called  bool     // by this part of the name people are called
	reasons []string // that it is meant
	told    int      // how many documents tell so
	beside  bool     // the document has the full name of somebody else
	abroad  bool     // only the country speaks against it
	against string
}

// candidates gives all people in full whose names have a part, those who fit
// best first.
func (ps *people) candidates(t told) []candidate {
	part, _ := split(t.entity.Name)
	if len(part) == 0 {
		return nil
	}
	known := newPerson(t.entity.ID, []told{t}, nil)
	var all []candidate
	for _, p := range ps.byWord[part[0]] {
		has, called := p.hasPart(part)
		if !has {
			continue
		}
		c := candidate{person: p, called: called}
		country, countryDiffers := shared(known.countries, usual(p.countries))
		title, titleDiffers := sharedTitle(known.titles, usual(p.titles))
		_, genderDiffers := shared(known.genders, usual(p.genders))
		switch {
		case slices.ContainsFunc(p.ids, func(id string) bool { return ps.v.one(t.entity.ID, id) }):
			all = append(all, candidate{person: p, called: true, reasons: []string{byAliases}, told: math.MaxInt})
			continue
		case slices.ContainsFunc(p.ids, func(id string) bool { return ps.v.apart(t.entity.ID, id) }):
			c.against = byAliases
		case genderDiffers:
			c.against = "the genders differ"
		case countryDiffers:
			c.abroad = true
			c.against = ps.differ(known.countries, p.countries)
		case title == "" && (country == "" || titleDiffers):
			c.against = tooLittle
		}
		if title != "" {
			c.told += p.titles[title]
		}
		if c.against == "" {
			c.beside = p.docs[t.doc]
			if country != "" {
				c.reasons = append(c.reasons, ps.agreed("country", country))
				c.told += p.countries[country]
			}
			if title != "" {
				c.reasons = append(c.reasons, ps.agreed("office", title))
			}
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(-compareBool(a.against == "", b.against == ""), -compareBool(a.told == math.MaxInt, b.told == math.MaxInt),
			-compareBool(a.called, b.called), cmp.Compare(len(b.reasons), len(a.reasons)), cmp.Compare(b.told, a.told), strings.Compare(a.id, b.id))
	})
	return all
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// match finds the one person in full whom a partial name of a document means,
// and says why; nil if there is none, or more than one.
func (ps *people) match(t told) (*person, string) {
	all := ps.candidates(t)
	if len(all) == 0 || all[0].against != "" || all[0].beside {
		return nil, ""
	}
	first, rest := all[0], "nobody else fits"
	if first.told == math.MaxInt {
		return first.person, byAliases
	}
	for _, c := range all {
		if c.abroad && c.told >= 10*first.told {
			return nil, "" // what speaks against him may be misread
		}
	}
	if len(all) > 1 && all[1].against == "" {
		second := all[1]
		rest = fmt.Sprintf("%s (%s) fits less", second.label, second.id)
		if second.called == first.called && len(second.reasons) == len(first.reasons) && first.told < 10*second.told {
			return nil, ""
		}
	}
	return first.person, fmt.Sprintf("%q is part of the name, %s, and %s", t.entity.Name, strings.Join(first.reasons, ", "), rest)
}

// hasPart tells whether part stands in a name of p, and whether it is what
// people are called by: the family name, or in eastern names the last word.
func (p *person) hasPart(part []string) (has, called bool) {
	for _, n := range p.names {
		at := slices.Index(n.words, part[0])
		if at < 0 || at+len(part) > len(n.words) || !slices.Equal(n.words[at:at+len(part)], part) {
			continue
		}
		has = true
		if at >= n.family || at+len(part) == len(n.words) {
			called = called || !n.eastern || at == 0 || at+len(part) == len(n.words)
		}
	}
	return has, called
}

// shared gives the least element of both; differ tells that both know something
// and agree in nothing.
func shared[K cmp.Ordered, V, W any](a map[K]V, b map[K]W) (least K, differ bool) {
	found := false
	for k := range a {
		if _, ok := b[k]; ok && (!found || k < least) {
			least, found = k, true
		}
	}
	return least, !found && len(a) > 0 && len(b) > 0
}
