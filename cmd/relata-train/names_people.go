package main

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// peoples make up names of persons of many countries, so that the model of
// names does not only know the names that are common in its texts.
type peoples struct {
	random          *rand.Rand
	countries       []string
	given, surnames map[string][]string // by country
}

func newPeoples(data string, seed uint64) (*peoples, error) {
	p := &peoples{random: rand.New(rand.NewPCG(seed, 5)), given: map[string][]string{}, surnames: map[string][]string{}}
	l := &lister{dir: data}
	read := func(file string, names map[string][]string) {
		for _, r := range l.table(',', "gazetteer", "names-cc0", file) {
			if name := cmp.Or(r["Romanized Name"], r["Localized Name"]); name != "" && !strings.ContainsAny(name, "/,()") {
				names[r["Country"]] = append(names[r["Country"]], name)
			}
		}
	}
	read("common-forenames-by-country.csv", p.given)
	read("common-surnames-by-country.csv", p.surnames)
	lines := func(file string) []string {
		return strings.Fields(string(l.read("gazetteer", "names-vietnamese", file)))
	}
	const vietnamese = "VN"
	p.given[vietnamese] = append(lines("boy_one_word.txt"), lines("girl_one_word.txt")...)
	for line := range strings.Lines(string(l.read("gazetteer", "names-vietnamese", "vn_surname_freq.tsv"))) {
		name, _, _ := strings.Cut(line, "\t")
		p.surnames[vietnamese] = append(p.surnames[vietnamese], name)
	}
	for _, country := range slices.Sorted(maps.Keys(p.given)) {
		if len(p.surnames[country]) > 0 {
			p.countries = append(p.countries, country)
		}
	}
	return p, l.err
}

func (p *peoples) pick(names []string) string { return names[p.random.IntN(len(names))] }

// name makes up a name of two to four words or so.
func (p *peoples) name() []string {
	country := p.pick(p.countries)
	given, surname := p.pick(p.given[country]), p.pick(p.surnames[country])
	var parts []string
	switch country {
	case "VN", "CN", "TW", "KR", "HK", "KH": // the family name first
		parts = []string{surname, given}
		if p.random.IntN(2) == 0 {
			parts = append(parts, p.pick(p.given[country]))
		}
		if p.random.IntN(4) == 0 { // "Desmond Tan Wei Ming"
			other := p.pick(p.countries)
			parts = append([]string{p.pick(p.given[other])}, parts...)
		}
	default:
		parts = []string{given, surname}
		switch p.random.IntN(4) {
		case 0:
			parts = []string{given, p.pick(p.given[country]), surname}
		case 1:
			parts = append(parts, p.pick(p.surnames[country]))
		}
	}
	return strings.Fields(strings.Join(parts, " "))
}

// renamed gives a document with other people in it: those whose names have
// several words.
func (p *peoples) renamed(d *namedDocument) *namedDocument {
	var r nameReader
	others := map[string][]string{}
	for i, s := range d.Sentences {
		k := 0
		for _, n := range d.names[i] {
			for ; k < n.First; k++ {
				r.token(s.Tokens[k].Form, "O", nil)
			}
			var words []string
			for ; k < n.Last; k++ {
				words = append(words, s.Tokens[k].Form)
			}
			if name := strings.Join(words, " "); n.Type == nlp.PersonName && len(words) > 1 {
				if others[name] == nil {
					others[name] = p.name()
				}
				words = others[name]
			}
			label := "B-" + n.Type.String()
			for _, w := range words {
				r.token(w, label, unerTypes)
				label = "I-" + n.Type.String()
			}
		}
		for ; k < len(s.Tokens); k++ {
			r.token(s.Tokens[k].Form, "O", nil)
		}
		r.sentence()
	}
	r.document()
	return &r.docs[0]
}
