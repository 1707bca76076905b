package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A pattern tells something in one way, with slots in braces for who, what,
// where and when; its facts name slots.
type pattern struct {
	kind   string // the file that it stands in
	name   string
	text   string
	facts  []string
	unseen bool // never looked at while rules are written
}

// readPatterns reads the patterns of all files of dir, every third of a file unseen.
func readPatterns(t *testing.T, dir string) (all []pattern) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
		for i, block := range blocks[1:] { // the first one says what the file is
			p := pattern{kind: strings.TrimSuffix(filepath.Base(file), ".txt"), unseen: i%3 == 2}
			var text []string
			for k, line := range strings.Split(block, "\n") {
				switch {
				case k == 0:
					p.name = line
				case line[0] == '=' || line[0] == '?':
					p.facts = append(p.facts, line)
				default:
					text = append(text, line)
				}
			}
			p.text = strings.ReplaceAll(strings.Join(text, " "), " / ", "\n")
			all = append(all, p)
		}
	}
	return all
}

var slot = regexp.MustCompile(`\{[^}]*\}`)

// write puts words in place of the slots of a text.
func (f *filling) write(text string) (string, error) {
	var unknown error
	written := slot.ReplaceAllStringFunc(text, func(s string) string {
		word, ok := f.words[s[1:len(s)-1]]
		if !ok {
			unknown = fmt.Errorf("unknown slot %s", s)
		}
		return word
	})
	return written, unknown
}

// gold is what a filled pattern says, its text and its facts.
func (p *pattern) gold(f *filling, id string) (text string, doc *goldDoc, err error) {
	if text, err = f.write(p.text); err != nil {
		return "", nil, err
	}
	doc = &goldDoc{Doc: id, Date: f.isoDay(f.doc), Entities: f.entities, Facts: p.offices(f)}
	for _, line := range p.facts {
		facts, err := f.facts(line)
		if err != nil {
			return "", nil, err
		}
		doc.Facts = append(doc.Facts, facts...)
	}
	if p.kind != "journeys" {
		doc.Facts = append(doc.Facts, f.presences()...)
	}
	for i := range doc.Facts {
		doc.Facts[i].Evidence = text
	}
	doc.fold()
	return text, doc, nil
}

// presences are facts that count neither way: who does something in a city has visited it.
func (f *filling) presences() (facts []goldFact) {
	for _, who := range f.entities {
		for _, where := range f.entities {
			if who.Type == "Person" && where.Type == "Place" {
				facts = append(facts, goldFact{Relation: "visited", Subject: who.Key, Object: where.Key, Optional: true})
			}
		}
	}
	return facts
}

// facts reads "= p1, p2 discussed a1; a2 | date=d1 place=c1.capital": each of
// the subjects with each of the objects. "?" marks facts that are fair but not required.
func (f *filling) facts(line string) (facts []goldFact, err error) {
	statement, qualifiers, _ := strings.Cut(line[1:], " | ")
	words := strings.Fields(statement)
	at := slices.IndexFunc(words, func(w string) bool { return !strings.HasSuffix(w, ",") })
	if at < 0 || at+2 >= len(words) {
		return nil, fmt.Errorf("not a fact: %s", line)
	}
	fact := goldFact{Relation: words[at+1], Optional: line[0] == '?'}
	for _, q := range strings.Fields(qualifiers) {
		key, value, _ := strings.Cut(q, "=")
		switch key {
		case "date":
			if fact.Date = f.values[value]; fact.Date == "" {
				return nil, fmt.Errorf("unknown date %s", value)
			}
		case "place":
			fact.Place = value
		case "status":
			fact.Status = value
		case "of":
			fact.Of = value
		default:
			return nil, fmt.Errorf("unknown qualifier %s", q)
		}
	}
	for _, subject := range words[:at+1] {
		fact.Subject = strings.TrimSuffix(subject, ",")
		for object := range strings.SplitSeq(strings.Join(words[at+2:], " "), "; ") {
			if fact.Object, err = f.object(object); err != nil {
				return nil, err
			}
			facts = append(facts, fact)
		}
	}
	return facts, nil
}

// object is the key of an entity, or words.
func (f *filling) object(text string) (string, error) {
	if slices.ContainsFunc(f.entities, func(e goldEntity) bool { return e.Key == text }) {
		return text, nil
	}
	if words, ok := f.words[text]; ok {
		return words, nil
	}
	return f.write(text)
}

// offices are the facts of "{head1} {p1}" and "{min2} {p2}": of their country,
// as far as the text speaks of it.
func (p *pattern) offices(f *filling) (facts []goldFact) {
	for i, home := range homes {
		number := string(rune('1' + i))
		country := "c" + string(rune('1'+home))
		for _, kind := range []string{"head", "min"} {
			if !strings.Contains(p.text, "{"+kind+number+"}") || !strings.Contains(p.text, "{p"+number+"}") {
				continue
			}
			fact := goldFact{Relation: "holdsPosition", Subject: "p" + number, Object: f.words[kind+number]}
			if strings.Contains(p.text, "{"+country+"}") || strings.Contains(p.text, "{"+country+".") {
				fact.Of = country
			}
			facts = append(facts, fact)
		}
	}
	return facts
}
