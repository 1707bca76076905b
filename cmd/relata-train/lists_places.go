package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// regionWords are what the names of regions end with where people leave it out.
var regionWords = regexp.MustCompile(`(?i) (province|region|county|department|governorate|` +
	`oblast'?|krai|kray|prefecture|district|municipality|parish|state|division|city|republic|atoll|voivodeship|canton)$`)

// A place is a city or region of the gazetteer.
type place struct {
	name, country, kind string
	population          int
	rank                int // capitals before other cities, cities before regions
	others              []string
}

func (l *lister) places(w io.Writer) {
	places := append(l.cities(), l.regions()...)
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.population, a.population),
			cmp.Compare(a.name, b.name), cmp.Compare(a.country, b.country))
	})
	words := l.commonWords()
	lines := map[string]string{} // by key
	for _, p := range places {
		// Of cities with names that are words texts hardly ever mean the small ones.
		common := words[world.Fold(p.name)]
		if directions.MatchString(p.name) || common && p.rank < 2 && p.population < 50000 && p.kind == "city" {
			continue
		}
		population, ambiguous := "", ""
		if p.population > 0 {
			population = strconv.Itoa(p.population)
		}
		if common {
			ambiguous = "a"
		}
		names := append([]string{p.name}, p.others...)
		if _, taken := lines[world.ListKey(p.name)]; taken { // by a city: leaves "Hanoi Province"
			names = p.others
		}
		for _, name := range names {
			key := world.ListKey(name)
			if _, taken := lines[key]; !taken && (len([]rune(key)) > 2 || p.rank == 2) {
				lines[key] = strings.Join([]string{key, names[0], p.country, p.kind, population, ambiguous}, "\t")
			}
		}
	}
	for _, line := range slices.Sorted(maps.Values(lines)) {
		fmt.Fprintln(w, line)
	}
}

// cities gives the cities that are large, or the seat of a region or country.
func (l *lister) cities() []place {
	var cities []place
	for _, r := range l.table('\t', "gazetteer", "geonames-cities", "cities1000.tsv") {
		population, _ := strconv.Atoi(r["population"])
		p := place{name: strings.ReplaceAll(r["name"], "’", "'"), country: r["country"], kind: "city", population: population}
		switch feature := r["feature"]; {
		case feature == "PPLC":
			p.rank = 2
		case feature == "PPLX", strings.HasSuffix(feature, "H"), feature == "PPLQ", feature == "PPLW":
			continue // parts of cities, places that are gone
		case population >= 15000, feature == "PPLA":
			p.rank = 1
		default:
			continue
		}
		cities = append(cities, p)
	}
	return cities
}

func (l *lister) regions() []place {
	var listed []struct{ Code, Name string }
	l.json(&listed, "gazetteer", "geonames-cities", "admin1.json")
	var regions []place
	for _, r := range listed {
		country, _, _ := strings.Cut(r.Code, ".")
		full, _, _ := strings.Cut(strings.ReplaceAll(r.Name, "’", "'"), " (")
		p := place{name: full, country: country, kind: "region"}
		if short := regionWords.ReplaceAllString(full, ""); short != full {
			p.name, p.others = short, []string{full}
		}
		if directions.MatchString(p.name) { // "Central", "North West": a name only with its province
			p.name, p.others = full, nil
		}
		regions = append(regions, p)
	}
	return regions
}

var directions = regexp.MustCompile(`(?i)^(the )?(north|south|east|west|central|centre|northern|southern|` +
	`eastern|western|upper|lower|north-?east(ern)?|north-?west(ern)?|south-?east(ern)?|south-?west(ern)?|[ -])+` +
	`( (region|district|province|division|state|county|department))?$`)

// commonWords are the words that MASC mostly does not write and tag as names.
func (l *lister) commonWords() map[string]bool {
	counts, named := map[string]int{}, map[string]int{}
	for _, folder := range []string{"spoken", "written"} {
		files, err := filepath.Glob(filepath.Join(l.dir, "MASC_tagged", folder, "*.txt"))
		if err == nil && len(files) == 0 {
			err = fmt.Errorf("no text in MASC_tagged/%s", folder)
		}
		if err != nil && l.err == nil {
			l.err = err
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil && l.err == nil {
				l.err = err
			}
			for token := range strings.FieldsSeq(string(b)) {
				i := strings.LastIndexByte(token, '_')
				switch {
				case i <= 0 || token[i+1:] == "FW":
				case strings.HasPrefix(token[i+1:], "NNP"):
					named[strings.ToLower(token[:i])]++
				case token[:i] == strings.ToLower(token[:i]):
					counts[token[:i]]++
				}
			}
		}
	}
	words := map[string]bool{}
	for word, n := range counts {
		words[word] = n >= 2 && 2*n >= named[word]
	}
	for word := range world.NoPlaceWord.All() {
		words[word] = true
	}
	return words
}
