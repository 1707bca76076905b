package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/graph/diff"
)

// tell makes a fact from "Lan met Sato" in document doc.
func tell(doc, says string, change ...func(*fact.Fact)) fact.Fact {
	words := strings.Fields(says)
	person := func(name string) entity.Ref { return entity.NewRef(entity.Person, name) }
	f := fact.Fact{Doc: doc, Relation: words[1], Subject: person(words[0]), Object: person(words[2]), Status: fact.Actual}
	for _, c := range change {
		c(&f)
	}
	f.ID = f.MakeID(f.Relation == "met")
	return f
}

func on(date string) func(*fact.Fact)   { return func(f *fact.Fact) { f.Date = date } }
func as(s fact.Status) func(*fact.Fact) { return func(f *fact.Fact) { f.Status = s } }
func at(start int) func(*fact.Fact)     { return func(f *fact.Fact) { f.Evidence.Start = start } }
func in(place string) func(f *fact.Fact) {
	return func(f *fact.Fact) { f.Place = entity.NewRef(entity.Place, place) }
}

func show(d *diff.Diff) string {
	var lines []string
	for i := range d.Removed {
		lines = append(lines, "- "+d.Removed[i].Doc+" "+d.Removed[i].String())
	}
	for i := range d.Added {
		lines = append(lines, "+ "+d.Added[i].Doc+" "+d.Added[i].String())
	}
	for _, c := range d.Changed {
		line := "~ " + c.After.Doc + " " + c.After.String()
		for _, f := range c.Fields {
			line += fmt.Sprintf(" {%s: %s -> %s}", f.Name, f.Before, f.After)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestCompare(t *testing.T) {
	for name, test := range map[string]struct {
		before, after []fact.Fact
		want          string
	}{
		"another place in the text, either way round": {
			[]fact.Fact{tell("a", "Lan met Sato")}, []fact.Fact{tell("a", "Sato met Lan", at(900))}, "",
		},
		"told twice": {
			[]fact.Fact{tell("a", "Lan met Sato")}, []fact.Fact{tell("a", "Lan met Sato"), tell("a", "Lan met Sato", at(90))}, "",
		},
		"added and removed": {
			[]fact.Fact{tell("a", "Lan met Sato"), tell("b", "Lan met Sato")},
			[]fact.Fact{tell("b", "Lan met Sato"), tell("b", "Lan met Holm")},
			"- a Lan met Sato\n+ b Lan met Holm",
		},
		"changed": {
			[]fact.Fact{tell("a", "Lan met Sato", on("2025-03")), tell("a", "Lan visited Peru", as(fact.Planned))},
			[]fact.Fact{tell("a", "Lan met Sato", on("2025-03"), in("Lima")), tell("a", "Lan visited Peru")},
			"~ a Lan met Sato | date=2025-03 place=Lima {place:  -> Lima}\n~ a Lan visited Peru {status: planned -> actual}",
		},
		"who and whom": {
			[]fact.Fact{tell("a", "Lan received Sato")}, []fact.Fact{tell("a", "Sato received Lan")},
			"~ a Sato received Lan {subject: Lan -> Sato} {object: Sato -> Lan}",
		},
	} {
		d := diff.Compare(test.before, test.after)
		if got := show(d); got != test.want || d.Same() != (test.want == "") {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
	}
}
