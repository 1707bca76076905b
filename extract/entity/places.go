package entity

import (
	"strconv"
	"sync"
)

// A PlaceInfo is what is known of a place. It must not be changed.
type PlaceInfo struct {
	ID         string // "place:lima"
	Name       string // "Lima"
	CountryID  string // "country:peru"; "" for seas, continents and the like
	Population int    // of a city; 0 if unknown
	Kind       string // "city", "region", "continent", "sea" (oceans, straits, lakes too), "river", "island", "mountain", "site"
	// Ambiguous tells that the name is also an English word, a given name or a
	// surname ("Nice", "Reading", "Victoria"), so that the text must show that
	// the place is meant.
	Ambiguous bool
}

type placeList struct {
	places []PlaceInfo
	names  *index
}

var loadPlaces = sync.OnceValue(func() *placeList {
	countries := loadCountries()
	l := &placeList{names: newIndex()}
	// The list written by hand comes first: its names win.
	for _, file := range []string{"geography.tsv", "places.tsv"} {
		for f := range records(file) {
			// name, code of the country, kind, population, "a" if ambiguous, other names
			p := PlaceInfo{ID: MakeID(Place, f[0]), Name: f[0], Kind: f[2], Ambiguous: f[4] == "a"}
			if i, ok := countries.byCode[f[1]]; ok {
				p.CountryID = countries.countries[i].ID
			}
			p.Population, _ = strconv.Atoi(f[3])
			p.Ambiguous = p.Ambiguous || LookupName(p.Name) != NameUse{}
			l.names.add(p.Name, len(l.places))
			for _, name := range values(f[5]) {
				l.names.add(name, len(l.places))
			}
			l.places = append(l.places, p)
		}
	}
	return l
})

// FindPlace finds the longest name of a place at the start of words: cities,
// first-level regions of countries, continents, parts of the world, seas and
// straits. Of places with one name the largest is taken. A leading "the" is
// skipped and counted in n; names must start with a capital. p is nil when
// there is none.
func FindPlace(words []string) (p *PlaceInfo, n int) {
	l := loadPlaces()
	v, n := l.names.find(words)
	if n == 0 {
		return nil, 0
	}
	return &l.places[v], n
}
