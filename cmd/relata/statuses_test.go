package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
)

var statusFaults = flag.String("statuses", "", "file to write how the seen sentences of statuses.txt fail to")

// statusFloors are what of the statuses is right of those that are read, and of all,
// a little below what is reached, so that a fall fails.
var statusFloors = map[string]struct{ precision, recall float64 }{
	"": {0.94, 0.86}, " unseen": {0.85, 0.71},
}

// TestStatuses reads acts in contexts that say how real they are,
// testdata/statuses.txt, and asks only for the status. How the unseen ones
// fail is not told.
func TestStatuses(t *testing.T) {
	_, x := inventor(t)
	sums := make(map[string]*statusScore)
	var faults strings.Builder
	for _, c := range makeContexts(t) {
		got := c.read(x)
		right := slices.Contains(c.want, string(got))
		for _, name := range []string{c.group, c.want[0] + c.group} {
			if sums[name] == nil {
				sums[name] = new(statusScore)
			}
			sums[name].count(right, got != "")
		}
		if !right && c.group == "" {
			fmt.Fprintf(&faults, "%s, not %s: %s\n", got, strings.Join(c.want, "/"), c.doc.Text)
		}
	}
	if *statusFaults != "" {
		if err := os.WriteFile(*statusFaults, []byte(faults.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, group := range []string{"", " unseen"} {
		for _, status := range []string{"actual", "planned", "proposed", "conditional", "denied", ""} {
			if s := sums[status+group]; s != nil {
				t.Logf("%-19s %3d right %3d wrong %3d missed", status+group, s.right, s.wrong, s.missed)
			}
		}
		s, floor := sums[group], statusFloors[group]
		precision := float64(s.right) / float64(s.right+s.wrong)
		recall := float64(s.right) / float64(s.right+s.wrong+s.missed)
		if precision < floor.precision || recall < floor.recall {
			t.Errorf("statuses%s: precision %.3f, recall %.3f, want at least %.2f, %.2f",
				group, precision, recall, floor.precision, floor.recall)
		}
	}
}

// A statusScore counts the acts by what is said of their status.
type statusScore struct{ right, wrong, missed int }

func (s *statusScore) count(right, read bool) {
	switch {
	case right:
		s.right++
	case read:
		s.wrong++
	default:
		s.missed++
	}
}

// An actContext is a sentence that tells an act, with the statuses that are right.
type actContext struct {
	group           string // "" or " unseen"
	want            []string
	relation        string
	subject, object string
	doc             *source.Document
}

// read returns the status of the act, "" if it is not found.
func (c *actContext) read(x *extract.Extractor) extract.Status {
	for _, f := range x.Extract(c.doc).Facts {
		if f.Relation != c.relation {
			continue
		}
		s, o := f.Subject.Name, f.Object.Name
		if c.relation == "met" && s == c.object {
			s, o = o, s
		}
		if s == c.subject && (o == c.object || c.relation == "signed" && strings.Contains(strings.ToLower(o), c.object)) {
			return f.Status
		}
	}
	return ""
}

// actForms are the slots of an act in the order of its forms.
var actForms = []string{"{do}", "{does}", "{did}", "{done}", "{doing}", "{deed}"}

// perContext is how many acts are put into each context.
const perContext = 2

func makeContexts(t *testing.T) (all []actContext) {
	dir := filepath.Join("..", "..", "testdata", "passages")
	data, err := os.ReadFile(filepath.Join(filepath.Dir(dir), "statuses.txt"))
	if err != nil {
		t.Fatal(err)
	}
	v := readVocabulary(t, dir)
	var acts [][]string
	n := 0
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSpace(line), " | ")
		switch {
		case strings.HasPrefix(line, "#"), parts[0] == "":
		case strings.HasPrefix(line, "act "):
			acts = append(acts, parts)
		default:
			group := ""
			if n++; n%3 == 0 {
				group = " unseen"
			}
			for k := range perContext {
				all = append(all, v.context(parts, acts[(n*perContext+n/perContext+k)%len(acts)], group, n*perContext+k))
			}
		}
	}
	return all
}

// context fills a context, its statuses and its text, with an act.
func (v *vocabulary) context(parts, act []string, group string, number int) actContext {
	f := v.fill("statuses", number)
	text := parts[1]
	for i, form := range actForms {
		text = strings.ReplaceAll(text, form, act[1+i])
	}
	text = strings.NewReplacer("{A}", "{c1.adj} {head1} {p1}", "{B}", "{c2.adj} {head2} {p2}").Replace(text)
	for slot, words := range f.words {
		text = strings.ReplaceAll(text, "{"+slot+"}", words)
	}
	who := strings.Fields(strings.TrimPrefix(act[0], "act ")) // p1 met p2
	object := f.words[who[2]]
	if object == "" {
		object = who[2]
	}
	return actContext{
		group: group, want: strings.Split(parts[0], "/"),
		relation: who[1], subject: f.words[who[0]], object: object,
		doc: &source.Document{ID: "s", Text: capital(text), Date: f.values["doc"]},
	}
}
