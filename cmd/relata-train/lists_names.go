package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

var (
	cultures = map[string]string{"VN": "v", "CN": "c", "TW": "c", "KR": "k", "KP": "k", "JP": "j"}
	genders  = map[string]string{"F": "f", "M": "m"}
	iberian  = []string{ // SV is Sweden in that list
		"ES", "PT", "MX", "AR", "CL", "CO", "PY", "PE", "CR", "CU",
		"DO", "GT", "BR", "PH", "BO", "EC", "HN", "NI", "PA", "UY", "VE",
	}
	yamlField = regexp.MustCompile(`^    (first|last|gender): '?([^']*)'?$`)
	capitals  = regexp.MustCompile(`^\p{Lu}[\p{Lu}'-]+$`)
)

func (l *lister) names(w io.Writer) {
	p := nameParts{}
	l.worldNames(p)
	l.vietnameseNames(p)
	l.officialNames(p)
	// Vietnamese families live in many countries.
	maps.DeleteFunc(p["ws"], func(name string, _ bool) bool { return p["vs"][name] })
	for _, class := range slices.Sorted(maps.Keys(p)) {
		fmt.Fprintf(w, "%s\t%s\n", class, strings.Join(slices.Sorted(maps.Keys(p[class])), " "))
	}
}

// nameParts are parts of names by their class, as people.tsv explains them.
type nameParts map[string]map[string]bool

func (p nameParts) add(class, name string) {
	foreign := func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' && r != '\'' }
	for _, word := range strings.FieldsFunc(world.Fold(name), func(r rune) bool { return r == '/' || r == ',' }) {
		word = strings.Trim(word, " ")
		if strings.ContainsFunc(word, foreign) || len(word) < 2 {
			continue
		}
		if p[class] == nil {
			p[class] = map[string]bool{}
		}
		p[class][word] = true
	}
}

func culture(country string) string { return cmp.Or(cultures[country], "w") }

// worldNames adds the names that are frequent in each country.
func (l *lister) worldNames(p nameParts) {
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-forenames-by-country.csv") {
		p.add(culture(r["Country"])+"g"+genders[r["Gender"]], r["Romanized Name"])
	}
	for _, r := range l.table(',', "gazetteer", "names-cc0", "common-surnames-by-country.csv") {
		c := culture(r["Country"])
		if slices.Contains(iberian, r["Country"]) {
			c = "e"
		}
		if r["Country"] != "KH" { // translated there, not romanised
			p.add(c+"s", r["Romanized Name"])
		}
	}
}

func (l *lister) vietnameseNames(p nameParts) {
	for _, f := range []struct{ class, file string }{
		{"vs", "vn_surname_freq.tsv"}, {"vg", "vn_middle_freq.tsv"}, {"vg", "vn_given_freq.tsv"},
		{"vgf", "girl_one_word_no_accents.txt"}, {"vgm", "boy_one_word_no_accents.txt"},
	} {
		lines := bufio.NewScanner(bytes.NewReader(l.read("gazetteer", "names-vietnamese", f.file)))
		for lines.Scan() {
			name, count, counted := strings.Cut(lines.Text(), "\t")
			if n, _ := strconv.Atoi(count); !counted || n >= 2 {
				p.add(f.class, name)
			}
		}
	}
}

// officialNames adds the names of those who govern.
func (l *lister) officialNames(p nameParts) {
	for _, file := range []string{"legislators-current.yaml", "executive.yaml"} {
		person := map[string]string{}
		lines := bufio.NewScanner(bytes.NewReader(l.read("gazetteer", "us-executive", file)))
		for lines.Scan() {
			m := yamlField.FindStringSubmatch(lines.Text())
			if m == nil {
				continue
			}
			person[m[1]] = m[2]
			if m[1] == "gender" {
				p.add("wg"+genders[m[2]], person["first"])
				p.add("ws", person["last"])
				clear(person)
			}
		}
	}
	// The Factbook writes surnames in capitals.
	for _, file := range []string{"leaders.tsv", "chiefs_of_mission.tsv"} {
		for _, r := range l.table('\t', "gazetteer", "factbook", file) {
			text, _, _ := strings.Cut(r["text"], "(")
			for word := range strings.FieldsSeq(text) {
				if capitals.MatchString(word) && len(word) > 2 {
					p.add(culture(r["iso2"])+"s", word)
				}
			}
		}
	}
}
