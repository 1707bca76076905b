package coref

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
)

// How many of the sentences of titles.txt are read right to the word, of those
// that may be looked at and of the others. Raise them with what is gained.
const (
	titledFloor       = 0.93
	titledUnseenFloor = 0.64
)

// A titled is a sentence with the people whom it names, and their offices.
type titled struct {
	section, text string
	people        []string
	unseen        bool
}

// TestTitled reads titles of all forms, testdata/titles.txt, and counts the
// sentences in which every person and every office is right, and nothing else is
// found. How the unseen ones fail is not told, so that nothing is written for them.
func TestTitled(t *testing.T) {
	var right, all [2]int
	for _, s := range readTitled(t) {
		got := peopleIn(t, s.text)
		slices.Sort(s.people)
		k := 0
		if s.unseen {
			k = 1
		}
		all[k]++
		if plainTitles(got) == plainTitles(s.people) {
			right[k]++
		} else if !s.unseen && testing.Verbose() {
			t.Logf("%s: %s\n got %s\nwant %s", s.section, s.text,
				strings.Join(got, " | "), strings.Join(s.people, " | "))
		}
	}
	for k, floor := range [...]float64{titledFloor, titledUnseenFloor} {
		share := float64(right[k]) / float64(all[k])
		name := [...]string{"seen", "unseen"}[k]
		t.Logf("%s: %d of %d right, %.3f", name, right[k], all[k], share)
		if share < floor {
			t.Errorf("%s: %.3f right, want %.3f", name, share, floor)
		}
	}
}

// plainTitles is what is compared: letters in one case, without articles.
func plainTitles(people []string) string {
	s := " " + strings.ToLower(strings.Join(people, " | ")) + " "
	for _, word := range [...]string{"the", "of"} {
		s = strings.ReplaceAll(s, " "+word+" ", " ")
	}
	return strings.ReplaceAll(s, "  ", " ")
}

// readTitled reads testdata/titles.txt, every third block of a section unseen.
func readTitled(t *testing.T) (all []titled) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	section, n := "", 0
	for block := range strings.SplitSeq(string(data), "\n\n") {
		for i, line := range strings.Split(strings.TrimSpace(block), "\n") {
			switch {
			case strings.HasPrefix(line, "## "):
				section, n = line[3:], 0
			case strings.HasPrefix(line, "#") || line == "":
			case i == 0:
				n++
				all = append(all, titled{section: section, text: line, unseen: n%3 == 0})
			default:
				last := &all[len(all)-1]
				last.people = append(last.people, strings.TrimPrefix(line, "= "))
			}
		}
	}
	return all
}

// peopleIn gives the people whom a text names as titles.txt has them.
func peopleIn(t *testing.T, text string) (people []string) {
	doc := fixture.Tagged(t, text)
	for _, e := range Resolve(doc, mention.Find(doc), Origin{}).Entities {
		if e.Type != entity.Person {
			continue
		}
		line := e.Name
		for i, o := range e.Offices {
			line += [...]string{": ", "; "}[min(i, 1)] + o.Title
			if o.Of.Name != "" {
				line += " of " + o.Of.Name
			}
			if o.To.Name != "" {
				line += " to " + o.To.Name
			}
			if o.Status != "actual" && o.Status != entity.Calling {
				line += fmt.Sprintf(" (%s)", o.Status)
			}
		}
		people = append(people, line)
	}
	slices.Sort(people)
	return people
}
