package main

import (
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// A vocabulary is what the slots of passages are filled from.
type vocabulary struct {
	countries [][]string            // rows of countries.tsv
	names     map[string][]string   // rows of names.tsv by their first column
	words     map[string][][]string // rows of words.tsv by their class, without it
}

func readVocabulary(t *testing.T, dir string) *vocabulary {
	t.Helper()
	v := &vocabulary{names: make(map[string][]string), words: make(map[string][][]string)}
	v.countries = readTable(t, filepath.Join(dir, "countries.tsv"))
	for _, row := range readTable(t, filepath.Join(dir, "names.tsv")) {
		v.names[row[0]] = row
	}
	for _, row := range readTable(t, filepath.Join(dir, "words.tsv")) {
		v.words[row[0]] = append(v.words[row[0]], row[1:])
	}
	return v
}

func readTable(t *testing.T, file string) (rows [][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// A filling gives the slots of one passage their words and meaning.
type filling struct {
	vocabulary *vocabulary
	random     *rand.Rand

	words    map[string]string // what the text has in place of a slot
	values   map[string]string // the date or the words that a fact has in place of a slot
	entities []goldEntity      // the key is the slot
	doc      time.Time
}

// fill draws the slots of a passage; the same name and number draw the same.
func (v *vocabulary) fill(name string, number int) *filling {
	h := fnv.New64a()
	h.Write([]byte(name))
	f := &filling{
		vocabulary: v, random: rand.New(rand.NewPCG(h.Sum64(), uint64(number))),
		words: make(map[string]string), values: make(map[string]string),
	}
	f.drawDates()
	f.drawPeople(f.drawCountries())
	f.drawThings()
	return f
}

func (f *filling) oneOf(words ...string) string { return words[f.random.IntN(len(words))] }

func (f *filling) isoDay(day time.Time) string { return day.Format(time.DateOnly) }

// drawDates leaves a week of the same month on both sides of the day of the text.
func (f *filling) drawDates() {
	f.doc = time.Date(2022+f.random.IntN(4), time.Month(1+f.random.IntN(12)), 9+f.random.IntN(12), 0, 0, 0, 0, time.UTC)
	for f.doc.Weekday() < time.Tuesday || f.doc.Weekday() > time.Thursday {
		f.doc = f.doc.AddDate(0, 0, 1)
	}
	day := func(form string, d time.Time, forms ...string) {
		f.words["on"+form] = "on " + d.Format(f.oneOf(append(forms, "Monday", "January 2", "2 January")...))
		f.words["day"+form], f.values["d"+form] = d.Format("Monday"), f.isoDay(d)
	}
	day("1", f.doc.AddDate(0, 0, -1-f.random.IntN(2)))
	day("f1", f.doc.AddDate(0, 0, 1+f.random.IntN(2)))
	f.values["f1"] = f.values["df1"]
	f.values["doc"] = f.isoDay(f.doc)
	f.words["wire1"] = f.doc.Format("January 2")

	month := f.doc.AddDate(0, 1+f.random.IntN(4), 1-f.doc.Day())
	f.words["month1"], f.values["month1"] = month.Format("January"), month.Format("2006-01")
	first, last := f.doc.AddDate(0, 0, -1), f.doc.AddDate(0, 0, 2)
	f.words["range1"], f.values["range1"] = first.Format("Monday 2")+" to "+last.Format("Monday 2 January"), f.isoDay(first)
	for _, period := range []string{"lastweek", "thisweek", "rangemonth1", "d1month"} { // all of the month of the text
		f.values[period] = f.doc.Format("2006-01")
	}
	f.values["nextyear"] = f.doc.AddDate(1, 0, 0).Format("2006")
	f.words["year1"] = f.doc.AddDate(-2-f.random.IntN(20), 0, 0).Format("2006")
}

// drawCountries draws three countries and gives their rows.
func (f *filling) drawCountries() (rows [3][]string) {
	for i, k := range f.random.Perm(len(f.vocabulary.countries))[:3] {
		row, key := f.vocabulary.countries[k], "c"+string(rune('1'+i))
		name, adjective, capital, city := row[0], row[1], row[2], row[3]
		rows[i] = row
		f.entity(key, "Country", name, adjective)
		f.entity(key+".capital", "Place", capital)
		f.entity(key+".city", "Place", city)
		f.words[key+".adj"], f.words[key+".poss"] = adjective, possessive(name)
		f.words["CAPITAL"+key[1:]] = strings.ToUpper(capital)
	}
	return rows
}

// entity makes a slot that is somebody or something.
func (f *filling) entity(key, kind, name string, aliases ...string) {
	f.words[key] = name
	f.entities = append(f.entities, goldEntity{Key: key, Type: kind, Name: name, Aliases: aliases})
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// homes are the countries of people: p1 and p3 are of c1, p2 and p4 of c2, p5 of c3.
var homes = []int{0, 1, 0, 1, 2}

func (f *filling) drawPeople(countries [3][]string) {
	var used []string // names that two people of one passage do not share
	for i, home := range homes {
		number, row := string(rune('1'+i)), f.vocabulary.names[countries[home][5]]
		man := f.random.IntN(2) == 0
		given, family := "", ""
		for given == "" || slices.Contains(used, given) || slices.Contains(used, family) {
			column := row[3]
			if man {
				column = row[2]
			}
			given, family = f.oneOf(strings.Split(column, ",")...), f.oneOf(strings.Split(row[4], ",")...)
		}
		used = append(used, given, family)
		name, called := given+" "+family, family
		switch row[1] {
		case "family":
			name = family + " " + given
		case "last":
			name = family + " " + given
			called = given[strings.LastIndexByte(given, ' ')+1:]
		}
		f.person(number, name, called, man)
		f.words["head"+number] = countries[home][4]
		f.words["min"+number] = f.word("minister")
		f.words["min"+number+".word"] = "Minister"
		if strings.Contains(f.words["min"+number], "Secretary") {
			f.words["min"+number+".word"] = "Secretary"
		}
	}
}

func (f *filling) person(number, name, called string, man bool) {
	key := "p" + number
	f.entity(key, "Person", name, called)
	he, his, him, mr := "she", "her", "her", "Ms"
	if man {
		he, his, him, mr = "he", "his", "him", "Mr"
	}
	for form, word := range map[string]string{
		"last": called, "poss": possessive(called), "mr": mr + " " + called,
		"he": he, "He": capital(he), "his": his, "him": him,
	} {
		f.words[key+"."+form] = word
	}
	f.words["his"+number] = his
}

func capital(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	return strings.ToUpper(word[:n]) + word[n:]
}

// word draws a word of a class of words.tsv.
func (f *filling) word(class string) string {
	rows := f.vocabulary.words[class]
	return rows[f.random.IntN(len(rows))][0]
}

func (f *filling) drawThings() {
	subjects := f.vocabulary.words["subject"]
	for i, k := range f.random.Perm(len(subjects))[:4] {
		number, subject := string(rune('1'+i)), subjects[k][0]
		f.words["a"+number], f.words["a"+number+".Cap"] = subject, capital(subject)
		f.words["A"+number] = inCapitals(subject)
	}
	tasks := f.vocabulary.words["task"]
	for i, k := range f.random.Perm(len(tasks))[:2] {
		number := string(rune('1' + i))
		f.words["v"+number], f.words["v"+number+".object"] = tasks[k][0], tasks[k][1]
	}
	agreement := f.word("agreement")
	f.words["agr1"], f.words["agr1.word"] = agreement, strings.Fields(agreement)[0]
	f.words["an1"] = article(agreement) + " " + agreement
	f.words["e1"] = f.word("scope") + " " + f.word("matter") + " " + f.word("gathering")
	f.words["n1"], f.words["days1"] = f.word("ordinal"), f.word("number")
	for _, number := range []string{"1", "2"} {
		country := f.words["c"+number+f.oneOf("", ".adj")]
		f.entity("b"+number, "Organization", country+" "+f.word("matter")+" "+f.word("body"))
	}
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// inCapitals is a subject as the name of a document has it.
func inCapitals(subject string) string {
	words := strings.Fields(strings.TrimPrefix(subject, "the "))
	for i, w := range words {
		if !slices.Contains([]string{"of", "the", "against", "and"}, w) {
			words[i] = capital(w)
		}
	}
	return strings.Join(words, " ")
}
