package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
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
	known := map[string]uint16{}
	add := func(name string, kind uint16) {
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
	for _, r := range l.table('\t', "gazetteer", "geonames-cities", "cities1000.tsv") {
		n, _ := strconv.Atoi(r["population"])
		kind := villageNames
		if n >= 100_000 {
			kind = cityNames
		} else if n >= 15_000 {
			kind = townNames
		}
		add(r["name"], kind)
	}
	var regions []struct{ Name string }
	l.json(&regions, "gazetteer", "geonames-cities", "admin1.json")
	for _, r := range regions {
		add(r.Name, regionNames)
	}
	for _, r := range l.table('\t', "gazetteer", "factbook", "parties.tsv") {
		name, short, _ := strings.Cut(r["party"], " or ")
		add(name, partyNames)
		add(short, partyNames)
	}
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-forenames-by-country.csv") {
		add(cmp.Or(r["Romanized Name"], r["Localized Name"]), givenNames)
	}
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-surnames-by-country.csv") {
		add(cmp.Or(r["Romanized Name"], r["Localized Name"]), surnameNames)
	}
	for line := range strings.Lines(string(l.read("gazetteer", "us-executive", "legislators-current.yaml"))) {
		field, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.Trim(strings.TrimSpace(value), "'\"")
		switch field {
		case "first":
			add(value, givenNames)
		case "last":
			add(value, surnameNames)
		}
	}
	petrarch(string(l.read("gazetteer", "petrarch", "Phoenix.International.actors.txt")), func(name, code string) {
		if strings.HasPrefix(code, "MNC") {
			add(name, companyNames)
		} else if strings.HasPrefix(code, "NGO") || strings.HasPrefix(code, "IGO") || strings.HasPrefix(code, "INT") || strings.HasPrefix(code, "IMG") {
			add(name, bodyNames)
		}
	})
	petrarch(string(l.read("gazetteer", "petrarch", "Phoenix.Countries.actors.txt")), func(name, code string) {
		if strings.Contains(code, "GOV") || strings.Contains(code, "ELI") {
			add(name, leaderNames)
		}
	})
	return known, l.err
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
	l := &lister{dir: data}
	var all []nlp.Sentence
	for _, file := range []string{"gap-development.tsv", "gap-test.tsv", "gap-validation.tsv"} {
		for i, line := range strings.Split(string(l.read("GAP", file)), "\n") {
			if f := strings.Split(line, "\t"); i > 0 && len(f) > 1 {
				all = append(all, nlp.Split(f[1]).Sentences...)
			}
		}
	}
	return all, l.err
}
