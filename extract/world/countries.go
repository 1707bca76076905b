package world

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A CountryInfo is what is known of a state or territory. It must not be
// changed.
type CountryInfo struct {
	ID         string   // "country:vietnam"
	Name       string   // the usual English name, "Vietnam"
	Official   string   // "Socialist Republic of Vietnam"
	Names      []string // every listed name and spelling, Name and Official included
	Demonyms   []string // of its people: "Filipino", "Dane"
	Adjectives []string // "Philippine", "Danish"
	Capital    string
	ISO2, ISO3 string // ISO 3166-1 codes; "" for states that are gone
	Wikidata   string // item, "Q881"
	Continent  string // "Asia"
}

type countryList struct {
	countries []CountryInfo
	byCode    map[string]int
	names     index // value: twice the number of the country, one more for an adjective
	capitals  index // the same, one more for a seat
}

var loadCountries = sync.OnceValue(func() *countryList {
	l := &countryList{byCode: map[string]int{}, names: index{}, capitals: index{}}
	for f := range records("nations.tsv") {
		// code, name, other names, adjectives, other demonyms, capitals, seats, Wikidata item
		c := CountryInfo{
			ID: ID("country:", f[1]), Name: f[1], Names: append([]string{f[1]}, values(f[2])...),
			Adjectives: values(f[3]), Wikidata: f[7],
		}
		if len(f[0]) == 2 {
			c.ISO2 = f[0]
		}
		i := len(l.countries)
		for _, name := range c.Names {
			l.names.add(name, 2*i)
		}
		for _, name := range slices.Concat(c.Adjectives, values(f[4])) {
			c.Demonyms = append(c.Demonyms, name)
			if takesS(name) {
				c.Demonyms = append(c.Demonyms, name+"s")
			}
		}
		for j, name := range values(f[5]) {
			usual, hidden := strings.CutPrefix(name, "-")
			if j == 0 {
				c.Capital = usual
			}
			if !hidden {
				l.capitals.add(name, 2*i)
			}
		}
		for _, name := range values(f[6]) {
			l.capitals.add(name, 2*i+1)
		}
		l.byCode[f[0]] = i
		l.countries = append(l.countries, c)
	}
	for f := range records("countries.tsv") {
		// code, ISO 3166-1 alpha-3, Wikidata item, continent, official name, other official names
		i, ok := l.byCode[f[0]]
		if !ok {
			continue
		}
		c := &l.countries[i]
		c.ISO3, c.Wikidata, c.Continent, c.Official = f[1], cmp.Or(c.Wikidata, f[2]), f[3], f[4]
		for _, name := range append(values(f[4]), values(f[5])...) {
			if !slices.Contains(c.Names, name) {
				c.Names = append(c.Names, name)
				l.names.add(name, 2*i)
			}
		}
	}
	// Last, because every name goes before an adjective: the Philippines.
	for i, c := range l.countries {
		for _, name := range slices.Concat(c.Adjectives, c.Demonyms) {
			l.names.add(name, 2*i+1)
		}
	}
	return l
})

// CountryByCode gives the country with an ISO 3166-1 alpha-2 code in capitals,
// nil if there is none.
func CountryByCode(code string) *CountryInfo {
	l := loadCountries()
	if i, ok := l.byCode[code]; ok {
		return &l.countries[i]
	}
	return nil
}

// CountryByID gives the country with an identifier, "country:peru", nil if there
// is none.
func CountryByID(id string) *CountryInfo {
	l := loadCountries()
	if i := slices.IndexFunc(l.countries, func(c CountryInfo) bool { return c.ID == id }); i >= 0 {
		return &l.countries[i]
	}
	return nil
}

// takesS reports whether a demonym has a plural in s: "Greeks", not "Japaneses".
func takesS(name string) bool {
	for _, end := range []string{"s", "ese", "sh", "ch", "x", "man", "men"} {
		if strings.HasSuffix(name, end) {
			return strings.HasSuffix(name, "German")
		}
	}
	return true
}

// FindCountry finds the longest name of a country at the start of words (the
// forms of tokens, as written): usual, official and foreign names, short forms
// ("U.S.", "ROK") and, with adjective set, adjectives and demonyms ("Dutch",
// "Filipinos"). A leading "the" is skipped and counted in n. Names must start
// with a capital and acronyms must be in capitals: neither "turkey" nor "us" is
// a country. c is nil when there is none.
//
// "Georgia", "Jordan" and "Chad" are countries here, "Korea" is South Korea and
// "Congo" the Democratic Republic: what else they could be shows only in context.
func FindCountry(words []string) (c *CountryInfo, n int, adjective bool) {
	l := loadCountries()
	v, n := l.names.find(words)
	if n == 0 {
		return nil, 0, false
	}
	return &l.countries[v/2], n, v%2 == 1
}

// FindCapital finds the longest name at the start of words that can stand for a
// country's government: its capital ("Hà Nội"), or with seat set a palace,
// street or office ("the Kremlin", "Number 10"). "Brussels" is not found: it
// more often stands for the European Union than for Belgium, and the text
// rarely tells which.
func FindCapital(words []string) (c *CountryInfo, n int, seat bool) {
	l := loadCountries()
	v, n := l.capitals.find(words)
	if n == 0 {
		return nil, 0, false
	}
	return &l.countries[v/2], n, v%2 == 1
}
