package entity

import "sync"

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

type countryLists struct {
	countries []CountryInfo
	byISO     map[string]int
	names     *index // value: twice the number of the country, one more for an adjective
	capitals  *index // the same, one more for a seat
}

var loadCountries = sync.OnceValue(func() *countryLists {
	l := &countryLists{byISO: map[string]int{}, names: newIndex(), capitals: newIndex()}
	for f := range records("countries.tsv") {
		// code, iso3, wikidata, continent, name, official, names, adjectives, demonyms, capital
		c := CountryInfo{
			ID: MakeID(Country, f[4]), Name: f[4], Official: f[5],
			ISO3: f[1], Wikidata: f[2], Continent: f[3],
			Adjectives: values(f[7]), Demonyms: values(f[8]), Capital: f[9],
		}
		if len(f[0]) == 2 {
			c.ISO2 = f[0]
		}
		c.Names = append(c.Names, c.Name)
		if c.Official != "" && c.Official != c.Name {
			c.Names = append(c.Names, c.Official)
		}
		c.Names = append(c.Names, values(f[6])...)
		l.byISO[f[0]] = len(l.countries)
		l.countries = append(l.countries, c)
	}
	for i, c := range l.countries {
		for _, name := range c.Names {
			l.names.add(name, 2*i)
		}
		if c.Capital != "" {
			l.capitals.add(c.Capital, 2*i)
		}
	}
	for i, c := range l.countries {
		for _, name := range c.Adjectives {
			l.names.add(name, 2*i+1)
		}
		for _, name := range c.Demonyms {
			l.names.add(name, 2*i+1)
		}
	}
	for f := range records("capitals.tsv") {
		// code, capitals, seats
		i := l.byISO[f[0]]
		for _, name := range values(f[1]) {
			l.capitals.add(name, 2*i)
		}
		for _, name := range values(f[2]) {
			l.capitals.add(name, 2*i+1)
		}
	}
	return l
})

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
