package rules

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadProject(t *testing.T) {
	load := func(text string) (*Project, error) {
		return LoadProject(fstest.MapFS{"relata.yaml": {Data: []byte(text)}}, "relata.yaml")
	}
	got, err := load(`sources: [news, "wire/*.jsonl"]
packs: business
cache: c.db
strict: true
outputs:
  - graph.nq
  - file: p.gexf
    relation: [met, visited]
    top: 30
    layout: true
check:
  max-added: any
  max-removed: 2.5%
  max-failed: 3
  gold: gold
  min-f1: 0.7
`)
	at := func(line, column int) Pos { return Pos{"relata.yaml", line, column} }
	want := &Project{
		Sources: []Named{{"news", at(1, 11)}, {"wire/*.jsonl", at(1, 17)}}, Packs: []string{"business"}, Strict: true, Cache: "c.db",
		Outputs: []Output{
			{File: Named{"graph.nq", at(6, 5)}},
			{File: Named{"p.gexf", at(7, 11)}, Flags: []Flag{
				{KeyValue{"layout", "true"}, at(10, 13)}, {KeyValue{"relation", "met"}, at(8, 16)},
				{KeyValue{"relation", "visited"}, at(8, 21)}, {KeyValue{"top", "30"}, at(9, 10)},
			}},
		},
		Check: Gates{
			Added: Limit{Most: math.MaxInt}, Removed: Limit{Share: .025, Percent: true}, Failed: 3, Gold: "gold", F1: .7,
		},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}

	_, err = load(`source: news
sources: []
store: a.db
cache: b.db
outputs:
  - {view: full}
  - [a.nq]
check:
  max-added: -1
  max-failed: 5%
  min-f1: 2
`)
	wantFaults := []string{
		`relata.yaml:1:1: project: unknown key "source" (did you mean "sources"?)`,
		`relata.yaml:4:8: cache: a store keeps what was read already: want one of the two`,
		`relata.yaml:6:5: output: missing key "file"`,
		`relata.yaml:7:5: output: want a mapping, got a list`,
		`relata.yaml:9:3: check: min-precision, min-recall and min-f1 want a gold folder`,
		`relata.yaml:9:14: max-added: want a number from 0 on, a share such as 5%, or any, got "-1"`,
		`relata.yaml:10:15: max-failed: want a number of inputs`,
		`relata.yaml:11:11: min-f1: want a number from 0 to 1, got "2"`,
	}
	if err == nil || err.Error() != strings.Join(wantFaults, "\n") {
		t.Errorf("got\n%v\nwant\n%s", err, strings.Join(wantFaults, "\n"))
	}
	for text, want := range map[string]string{
		"":                            "relata.yaml: the file is empty, want at least sources and outputs",
		"sources: a\n":                "relata.yaml:1:1: project: want outputs, or a store",
		"sources: []\nstore: x":       "relata.yaml:1:10: sources: want at least one path",
		"outputs: [a.nq]\n":           `relata.yaml:1:1: project: missing key "sources"`,
		"sources: a\noutputs: {b: c}": "relata.yaml:2:10: outputs: want a list, got a mapping",
	} {
		if _, err := load(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func TestLimit(t *testing.T) {
	for _, c := range []struct {
		limit   string
		n, all  int
		allowed bool
	}{
		{"0", 0, 9, true}, {"0", 1, 9, false}, {"3", 3, 0, true}, {"any", 1 << 40, 0, true}, {"5%", 5, 100, true},
		{"5%", 5, 99, false}, {"100%", 3, 3, true}, {"0.7%", 7, 1000, true},
	} {
		l, err := ParseLimit(c.limit)
		if err != nil || l.Allows(c.n, c.all) != c.allowed || l.String() != c.limit {
			t.Errorf("%d of %d within %s (%s): %v, %v", c.n, c.all, c.limit, l, l.Allows(c.n, c.all), err)
		}
	}
	for _, s := range []string{"", "-1", "101%", "x", "NaN%", "1.5"} {
		if l, err := ParseLimit(s); err == nil {
			t.Errorf("%q is %v", s, l)
		}
	}
}

// TestProjectSchema checks that project.schema.json tells editors what LoadProject takes.
func TestProjectSchema(t *testing.T) {
	data, err := os.ReadFile("project.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]any
		Required   []string
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		is           object
		keys, needed []string
	}{
		{schema.object, projectKeys, []string{"sources"}},
		{schema.Defs["output"], append([]string{"file"}, OutputFlags...), []string{"file"}},
		{schema.Defs["check"], gateKeys, nil},
	} {
		var keys []string
		for key := range c.is.Properties {
			keys = append(keys, key)
		}
		if !sameWords(keys, c.keys) || !sameWords(c.is.Required, c.needed) {
			t.Errorf("keys %v, of which %v are required; want %v and %v", keys, c.is.Required, c.keys, c.needed)
		}
	}
}
