package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
)

// listFloors are what of the items of lists is read to the word, and how much of what
// is read is an item, a little below what is reached.
var listFloors = map[string]struct{ precision, recall float64 }{
	"seen": {0.97, 0.94}, "unseen": {0.93, 0.91},
}

// TestLists reads sentences with lists by construction, testdata/lists, and compares
// the areas with the items word by word. How the unseen ones fail is not told, so that
// nothing can be written for them.
func TestLists(t *testing.T) {
	_, x := inventor(t)
	sums := map[string]*listScore{"seen": {}, "unseen": {}}
	for i, p := range readLists(t) {
		for n := range fillings {
			text, required, allowed := p.fill(t, n)
			id := fmt.Sprintf("%s.%d", p.name, n)
			read := areasOf(x.Extract(&source.Document{ID: id, Text: text, Date: "2025-03-04"}).Facts)
			if i%3 == 2 {
				sums["unseen"].add(read, required, allowed)
				continue
			}
			if !sums["seen"].add(read, required, allowed) {
				t.Logf("%s: %s\n\twant %s\n\tread %s", id, text, strings.Join(required, "; "), strings.Join(read, "; "))
			}
		}
	}
	for _, kind := range []string{"seen", "unseen"} {
		s, floor := sums[kind], listFloors[kind]
		t.Logf("%-7s items read %d/%d = %.3f, areas right %d/%d = %.3f, sentences %d/%d",
			kind, s.right, s.required, s.recall(), s.read-s.surplus, s.read, s.precision(), s.whole, s.sentences)
		if s.recall() < floor.recall || s.precision() < floor.precision {
			t.Errorf("%s: want at least %.2f of the items and %.2f of the areas", kind, floor.recall, floor.precision)
		}
	}
}

// A listScore counts items of lists and the areas that were read.
type listScore struct {
	right, required, read, surplus int
	whole, sentences               int // sentences of which all is right, and all
}

func (s *listScore) recall() float64 { return float64(s.right) / float64(max(s.required, 1)) }

func (s *listScore) precision() float64 { return 1 - float64(s.surplus)/float64(max(s.read, 1)) }

// add counts a sentence and tells whether all of it is right.
func (s *listScore) add(read, required, allowed []string) bool {
	right, surplus := 0, 0
	for _, item := range required {
		if slices.Contains(read, item) {
			right++
		}
	}
	for _, area := range read {
		if !slices.Contains(required, area) && !slices.Contains(allowed, area) {
			surplus++
		}
	}
	s.right, s.required, s.read, s.surplus = s.right+right, s.required+len(required), s.read+len(read), s.surplus+surplus
	s.sentences++
	whole := right == len(required) && surplus == 0
	if whole {
		s.whole++
	}
	return whole
}

// areasOf gives the names of the areas of facts, as items of lists are compared.
func areasOf(facts []extract.Fact) (names []string) {
	for i := range facts {
		if o := &facts[i].Object; o.Type == "Area" {
			names = append(names, itemName(o.Name))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func itemName(text string) string { return strings.TrimPrefix(strings.ToLower(text), "the ") }

// A listPattern is a sentence with slots and its items, slots too; the optional ones
// may be read or not.
type listPattern struct {
	name, text      string
	items, optional []string
	v               *vocabulary // of passages
	words           map[string][][]string
}

func readLists(t *testing.T) (all []listPattern) {
	t.Helper()
	testdata := filepath.Join("..", "..", "testdata")
	words := make(map[string][][]string)
	for _, row := range readTable(t, filepath.Join(testdata, "lists", "words.tsv")) {
		words[row[0]] = append(words[row[0]], row[1:])
	}
	v := readVocabulary(t, filepath.Join(testdata, "passages"))
	data, err := os.ReadFile(filepath.Join(testdata, "lists", "patterns.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n")[1:] {
		lines := strings.Split(block, "\n")
		last := len(lines) - 1
		p := listPattern{name: lines[0], v: v, words: words}
		p.text = strings.ReplaceAll(strings.Join(lines[1:last], " "), " / ", "\n")
		required, optional, _ := strings.Cut(strings.TrimPrefix(lines[last], "="), "|")
		p.items, p.optional = splitItems(required), splitItems(optional)
		all = append(all, p)
	}
	return all
}

func splitItems(list string) (items []string) {
	for _, item := range strings.Split(list, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// fill writes the sentence with its n-th filling and gives the items.
func (p *listPattern) fill(t *testing.T, n int) (text string, required, allowed []string) {
	t.Helper()
	f := p.v.fill(p.name, n)
	named := make(map[string][]string) // items by slot
	for _, class := range []string{"n", "o", "i", "m", "w"} {
		rows := p.words[class]
		for k, at := range f.random.Perm(len(rows))[:min(len(rows), 6)] {
			slot := fmt.Sprintf("%s%d", class, k+1)
			f.words[slot], f.words[slot+"Cap"] = rows[at][0], capital(rows[at][0])
			for _, item := range splitItems(rows[at][len(rows[at])-1]) {
				named[slot] = append(named[slot], itemName(item))
			}
		}
	}
	text, err := f.write(p.text)
	if err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	for _, slot := range p.items {
		required = append(required, named[slot]...)
	}
	for _, slot := range p.optional {
		allowed = append(allowed, named[slot]...)
	}
	return text, required, allowed
}
