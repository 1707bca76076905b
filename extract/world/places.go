package world

import (
	"strconv"
	"strings"
	"sync"
)

// A PlaceInfo is what is known of a place. It must not be changed.
type PlaceInfo struct {
	ID         string // "place:lima"
	Name       string // "Lima"
	CountryID  string // "country:peru"; "" for seas, continents and the like
	Population int    // of a city; 0 if unknown
	// Kind is "city", "region", "continent", "sea" (oceans, straits, lakes too),
	// "river", "island", "mountain" or "site".
	Kind string
	// Ambiguous tells that the name is also an English word, a nationality, a
	// given name or, of places below a million people, a surname ("Nice",
	// "Reading", "Victoria"), so that the text must show that the place is meant.
	Ambiguous bool
}

type placeList struct {
	places []PlaceInfo
	names  index
}

// The list written by hand is small and read at once.
var loadGeography = sync.OnceValue(func() *placeList {
	l := &placeList{names: index{}}
	for f := range records("geography.tsv") {
		// name, code of the country, kind, other names
		p := newPlace(f[0], f[1], f[2], "")
		if known := gazetteer(ListKey(p.Name)); known != nil && known.CountryID == p.CountryID {
			p.Population = known.Population
		}
		p.Ambiguous = isAmbiguous(p)
		for _, name := range append([]string{p.Name}, values(f[3])...) {
			l.names.add(name, len(l.places))
		}
		l.places = append(l.places, p)
	}
	return l
})

// The list of cities and regions is long. Its lines are sorted by key, so that
// it can be searched as it is.
var loadGazetteer = sync.OnceValue(func() string {
	b, _ := data.ReadFile("data/places.tsv")
	return string(b)
})

// gazetteer returns the place whose key is key, or nil.
func gazetteer(key string) *PlaceInfo {
	line, _ := seek(loadGazetteer(), []byte(key))
	f := strings.Split(line, "\t")
	if f[0] != key || len(f) < 6 {
		return nil
	}
	// key, name, code of the country, kind, population, "a" if an English word
	p := newPlace(f[1], f[2], f[3], f[4])
	p.Ambiguous = f[5] == "a" || isAmbiguous(p)
	return &p
}

// seek returns the first line of sorted lines whose key, the part before the
// tab, begins with key, and whether longer keys begin with key and a space.
func seek(lines string, key []byte) (line string, longer bool) {
	// The first line that is not less than key starts in [low, high].
	low, high := 0, len(lines)
	for low < high {
		middle := low + (high-low)/2
		start := low + strings.LastIndexByte(lines[low:middle], '\n') + 1
		end := start + strings.IndexByte(lines[start:], '\n') + 1
		if lines[start:end] < string(key) {
			low = end
		} else {
			high = start
		}
	}
	rest := lines[low:]
	if !strings.HasPrefix(rest, string(key)) {
		return "", false
	}
	line, rest, _ = strings.Cut(rest, "\n")
	if line[len(key)] == '\t' {
		return line, strings.HasPrefix(rest, string(key)+" ")
	}
	return line, line[len(key)] == ' '
}

func newPlace(name, code, kind, population string) PlaceInfo {
	p := PlaceInfo{ID: ID("place:", name), Name: name, Kind: kind}
	if c := CountryByCode(code); c != nil {
		p.CountryID = c.ID
	}
	p.Population, _ = strconv.Atoi(population)
	return p
}

// Metropolis is the population from which on a city is meant rather than a
// person with its name as surname, who would be introduced with more than that.
const Metropolis = 1_000_000

// FindPlace finds the longest name of a place at the start of words: cities,
// first-level regions of countries, continents, parts of the world, seas and
// straits. Of places with one name the largest is taken. A leading "the" is
// skipped and counted in n; names must start with a capital. p is nil when
// there is none.
func FindPlace(words []string) (p *PlaceInfo, n int) {
	l, lines := loadGeography(), loadGazetteer()
	v, n := l.names.find(words)
	if n > 0 {
		p = &l.places[v]
	}
	var found string
	m := longestName(words, func(key []byte, _ bool) (hit, longer bool) {
		line, longer := seek(lines, key)
		if hit = len(line) > len(key) && line[len(key)] == '\t'; hit {
			found = line[:len(key)]
		}
		return hit, longer
	})
	if m > n {
		return gazetteer(found), m
	}
	return p, n
}

// isAmbiguous reports whether the name of a place is a person's too, or a
// nationality ("Somali").
func isAmbiguous(p PlaceInfo) bool {
	use := LookupName(p.Name)
	if use.Given || use.Surname && p.Population < Metropolis {
		return true
	}
	_, n, adjective := FindCountry([]string{p.Name})
	return n > 0 && adjective
}
