package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A namesake is one of several people of one id.
type namesake struct {
	docs    []told
	country string         // that most of docs tell; "" if none tells any
	titles  map[string]int // of those of docs that tell its countries
}

// namesakes tells apart people of one id of whom documents say that they are of
// different countries, first those of whom most documents tell. What tells no
// country comes with those whose titles it shares, else with the first.
//
// A country is often misread. So documents that know no other office make a
// second person only if they are several, and not few beside the others; of a rare
// name, only if they know another office, too.
func namesakes(all []told, rare bool) []*namesake {
	found, unknown := byCountry(all)
	if len(found) == 0 {
		return []*namesake{{docs: unknown}}
	}
	main := found[0]
	list, docs := found[:1:1], main.docs
	for _, n := range found[1:] {
		if n.isAnother(main, rare) {
			list = append(list, n)
		} else {
			docs = append(docs, n.docs...)
		}
	}
	main.docs = docs
	for _, t := range unknown {
		to := main
		if _, differs := shared(t.titles, main.titles); differs {
			for _, n := range list[1:] {
				if k, _ := shared(t.titles, n.titles); k != "" {
					to = n
					break
				}
			}
		}
		to.docs = append(to.docs, t)
	}
	return list
}

// byCountry groups what documents tell by the country, those with most documents
// first, and gives what tells none.
func byCountry(all []told) (found []*namesake, unknown []told) {
	person := sameCountries(all)
	by := map[string]*namesake{}
	countries := map[string]map[string]int{} // and how many documents tell of them
	for _, t := range all {
		if len(t.countries) == 0 {
			unknown = append(unknown, t)
			continue
		}
		r := person(slices.Min(slices.Collect(maps.Keys(t.countries))))
		if by[r] == nil {
			by[r], countries[r] = &namesake{titles: map[string]int{}}, map[string]int{}
		}
		by[r].docs = append(by[r].docs, t)
		for c := range t.countries {
			countries[r][c]++
		}
		for k := range t.titles {
			by[r].titles[k]++
		}
	}
	for r, n := range by {
		n.country = mostUsed(countries[r])
		found = append(found, n)
	}
	slices.SortFunc(found, func(a, b *namesake) int {
		return cmp.Or(cmp.Compare(len(b.docs), len(a.docs)), strings.Compare(a.country, b.country))
	})
	return found, unknown
}

// sameCountries gives one country for all that documents together tell of one
// person.
func sameCountries(all []told) func(country string) string {
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
	return find
}

// isAnother tells whether n is not main with a country misread.
func (n *namesake) isAnother(main *namesake, rare bool) bool {
	_, otherOffice := sharedTitle(n.titles, usual(main.titles))
	if len(main.docs) >= 10*len(n.docs) {
		_, otherOffice = sharedTitle(n.titles, main.titles)
	}
	if rare {
		return otherOffice && len(n.docs) > 1 && 5*len(n.docs) >= len(main.docs)
	}
	unknownOffice := len(n.titles) == 0 || len(main.titles) == 0
	return otherOffice || 5*len(n.docs) >= len(main.docs) && (unknownOffice || len(n.docs) > 1)
}

// tellApart makes the people of one id of the documents, and their ids: all but
// the first have their country at the end, "person:john-smith.australia".
func (j *joins) tellApart(id string, all []told, company map[string]map[string]bool) []*person {
	list := apart(id, all, false, company)
	j.moveTo(list)
	return list
}

// apart makes the people of one id, as tellApart has them. Those of several ids can
// be made at a time.
func apart(id string, all []told, rare bool, company map[string]map[string]bool) []*person {
	var list []*person
	for i, n := range namesakes(all, rare) {
		p := newPerson(id, n.docs, company)
		if i > 0 {
			p.id = withCountry(id, n.country)
		}
		list = append(list, p)
	}
	return list
}

// moveTo gives the documents of the people of one id their ids.
func (j *joins) moveTo(list []*person) {
	for _, p := range list[1:] {
		for doc := range p.docs {
			j.ids[mention{doc, p.base}] = p.id
		}
	}
}
