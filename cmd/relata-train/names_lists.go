package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// The lists of names that the model of names knows; nlp.NameData.Lists tells
// what the bits are.
const (
	villageNames uint16 = 1 << iota
	townNames
	cityNames
	regionNames
	companyNames
	bodyNames // organisations that are no companies
	leaderNames
	partyNames
	givenNames
	surnameNames
)

// listedNames reads the lists of names.
func listedNames(data string) (map[string]uint16, error) {
	l := &lister{dir: data}
	known := nameKinds{}
	known.places(l)
	for _, r := range l.table('\t', "gazetteer", "factbook", "parties.tsv") {
		name, short, _ := strings.Cut(r["party"], " or ")
		known.add(name, partyNames)
		known.add(short, partyNames)
	}
	known.people(l)
	petrarch(string(l.read("gazetteer", "petrarch", "Phoenix.International.actors.txt")), func(name, code string) {
		body := func(prefix string) bool { return strings.HasPrefix(code, prefix) }
		if strings.HasPrefix(code, "MNC") {
			known.add(name, companyNames)
		} else if slices.ContainsFunc([]string{"NGO", "IGO", "INT", "IMG"}, body) {
			known.add(name, bodyNames)
		}
	})
	petrarch(string(l.read("gazetteer", "petrarch", "Phoenix.Countries.actors.txt")), func(name, code string) {
		if strings.Contains(code, "GOV") || strings.Contains(code, "ELI") {
			known.add(name, leaderNames)
		}
	})
	return known, l.err
}

// nameKinds are the lists that have a name, as nlp.NameData wants them.
type nameKinds map[string]uint16

func (known nameKinds) add(name string, kind uint16) {
	name = strings.Join(strings.Fields(strings.ToLower(name)), " ")
	name = strings.TrimPrefix(name, "the ")
	if len(name) < 3 || len(name) > 80 {
		return
	}
	known[name] |= kind
	if f := world.Fold(name); f != name {
		known[f] |= kind
	}
}

func (known nameKinds) places(l *lister) {
	for _, r := range l.table('\t', "gazetteer", "geonames-cities", "cities1000.tsv") {
		n, _ := strconv.Atoi(r["population"])
		kind := villageNames
		if n >= 100_000 {
			kind = cityNames
		} else if n >= 15_000 {
			kind = townNames
		}
		known.add(r["name"], kind)
	}
	var regions []struct{ Name string }
	l.json(&regions, "gazetteer", "geonames-cities", "admin1.json")
	for _, r := range regions {
		known.add(r.Name, regionNames)
	}
}

func (known nameKinds) people(l *lister) {
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-forenames-by-country.csv") {
		known.add(cmp.Or(r["Romanized Name"], r["Localized Name"]), givenNames)
	}
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-surnames-by-country.csv") {
		known.add(cmp.Or(r["Romanized Name"], r["Localized Name"]), surnameNames)
	}
	for line := range strings.Lines(string(l.read("gazetteer", "us-executive", "legislators-current.yaml"))) {
		field, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.Trim(strings.TrimSpace(value), "'\"")
		switch field {
		case "first":
			known.add(value, givenNames)
		case "last":
			known.add(value, surnameNames)
		}
	}
}

// petrarch reads the names of a PETRARCH list of actors, each with the first
// code that follows it.
func petrarch(text string, add func(name, code string)) {
	var open []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		name, rest, coded := strings.Cut(line, "[")
		if name = strings.Trim(strings.ReplaceAll(name, "_", " "), " +\t\r\n;"); name != "" {
			if line[0] != '+' { // another name of the actor above
				open = open[:0]
			}
			open = append(open, name)
		}
		if coded {
			code, _, _ := strings.Cut(rest, "]")
			for _, n := range open {
				add(n, strings.TrimSpace(code))
			}
			open = open[:0]
		}
	}
}

// readMASC reads the sentences of the MASC corpus.
func readMASC(data string) ([]nlp.Sentence, error) {
	files, _ := filepath.Glob(filepath.Join(data, "MASC_tagged", "*", "*.txt"))
	if len(files) == 0 {
		return nil, fmt.Errorf("no MASC_tagged/*/*.txt in %s", data)
	}
	var all []nlp.Sentence
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var s nlp.Sentence
		end := func() {
			if len(s.Tokens) > 0 {
				all = append(all, s)
			}
			s = nlp.Sentence{}
		}
		for line := range strings.Lines(string(b)) {
			fields := strings.Fields(line)
			if len(fields) == 0 {
				end()
			}
			for _, f := range fields {
				i := strings.LastIndexByte(f, '_')
				if i < 1 {
					continue
				}
				s.Tokens = append(s.Tokens, nlp.Token{Form: f[:i]})
				if f[i:] == "_." {
					end()
				}
			}
		}
		end()
	}
	return all, nil
}

// readGAP reads the sentences of the paragraphs of GAP.
func readGAP(data string) ([]nlp.Sentence, error) {
	texts, err := gapTexts(data)
	var all []nlp.Sentence
	for _, text := range texts {
		all = append(all, nlp.Split(text).Sentences...)
	}
	return all, err
}

// gapTexts gives the texts of GAP.
func gapTexts(data string) ([]string, error) {
	l := &lister{dir: data}
	var all []string
	for _, file := range []string{"gap-development.tsv", "gap-test.tsv", "gap-validation.tsv"} {
		for i, line := range strings.Split(string(l.read("GAP", file)), "\n") {
			if f := strings.Split(line, "\t"); i > 0 && len(f) > 1 {
				all = append(all, f[1])
			}
		}
	}
	return all, l.err
}
