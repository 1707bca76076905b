package rules

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestFaults compares the faults of each folder of testdata/rules/faults with
// its faults.golden.
func TestFaults(t *testing.T) {
	root := filepath.Join("..", "testdata", "rules", "faults")
	cases, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) {
			pack, err := Load(os.DirFS(root), c.Name(), "test")
			if err == nil {
				t.Fatalf("no fault, got a pack of %d rules", len(pack.Rules))
			}
			got := err.Error() + "\n"
			golden := filepath.Join(root, c.Name(), "faults.golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("faults:\n%swant:\n%s", got, want)
			}
		})
	}
}

const relations = `
relations:
  knows: {subject: Person, object: Person, symmetric: true}
  met: {doc: Face to face., subject: Person, object: Person, symmetric: true, implies: [knows], cameo: 040, plover: CONSULT}
  visited: {subject: Person, object: [Country, Place]}
lists:
  talks: [talks, $meetings]
  meetings: [meeting, meeting, sit-down]
  greetings: [greet, hug]
`

const examples = `
    examples:
      - {text: Lan met Sato., facts: [Lan met Sato]}
      - {text: Lan slept., facts: []}
`

func files(contents ...string) fs.FS {
	m := fstest.MapFS{}
	for i, c := range contents {
		m[fmt.Sprintf("p/%c.yaml", 'a'+i)] = &fstest.MapFile{Data: []byte(c)}
	}
	return m
}

func load1(t *testing.T, fsys fs.FS, base ...*Pack) *Pack {
	t.Helper()
	p, err := Load(fsys, "p", "test", base...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLoad(t *testing.T) {
	p := load1(t, files(relations, `
rules:
  - rule: met-talks
    doc: |
      People hold talks.
    relation: met
    on:
      verb: [meet, sit down]
      noun: $talks
      under: [agree, plan]
    subject: {is: [subject, on behalf of], type: Person}
    object: {is: object, type: [Person], head: [$talks, Hand], not-head: hand, stands-for: true}
    with: {is: with, type: Country, optional: true}
    amount: {is: object}
    if: [{is: object}]
    not: [{is: for, type: Organization}, {is: to}]
    status: planned
    examples:
      - text: Lan met Sato.
        date: 2024-11-18
        facts: ['Phan Thi Lan met Kenji Sato | date=2024-11 place="New York" with=Peru with=Chile', Lan knows Sato]
      - {text: Lan slept., facts: []}
`))
	got := p.Rules[0]
	if pos := got.On.Pos("verb", "sit down"); pos != (Pos{"p/b.yaml", 8, 20}) {
		t.Errorf("got position %v of a trigger", pos)
	}
	if pos := got.On.Pos("noun", "meeting"); pos != (Pos{"p/a.yaml", 8, 14}) {
		t.Errorf("got position %v of a trigger of a list", pos)
	}
	got.On.at = nil
	want := Rule{
		Name: "met-talks", Doc: "People hold talks.\n", Relation: "met",
		On:      Trigger{Verb: []string{"meet", "sit down"}, Noun: []string{"talks", "meeting", "sit-down"}, Under: []string{"agree", "plan"}},
		Subject: Role{Is: []string{"subject", "on behalf of"}, Type: []string{"Person"}, Pos: Pos{"p/b.yaml", 11, 14}},
		Object: Role{Is: []string{"object"}, Type: []string{"Person"}, Head: []string{"talks", "meeting", "sit-down", "Hand"},
			NotHead: []string{"hand"}, StandsFor: true, Pos: Pos{"p/b.yaml", 12, 13}},
		Qualifiers: []Qualifier{
			{"amount", Role{Is: []string{"object"}, Pos: Pos{"p/b.yaml", 14, 13}}},
			{"with", Role{Is: []string{"with"}, Type: []string{"Country"}, Optional: true, Pos: Pos{"p/b.yaml", 13, 11}}},
		},
		If: []Role{{Is: []string{"object"}, Pos: Pos{"p/b.yaml", 15, 10}}},
		Not: []Role{{Is: []string{"for"}, Type: []string{"Organization"}, Pos: Pos{"p/b.yaml", 16, 11}},
			{Is: []string{"to"}, Pos: Pos{"p/b.yaml", 16, 42}}},
		Status: "planned",
		Examples: []Example{
			{Text: "Lan met Sato.", Date: "2024-11-18", Pos: Pos{"p/b.yaml", 19, 9}, Facts: []ExampleFact{
				{"Phan Thi Lan", "met", "Kenji Sato", []KeyValue{{"date", "2024-11"}, {"place", "New York"}, {"with", "Peru"}, {"with", "Chile"}}, Pos{"p/b.yaml", 21, 17}},
				{"Lan", "knows", "Sato", nil, Pos{"p/b.yaml", 21, 101}},
			}},
			{Text: "Lan slept.", Pos: Pos{"p/b.yaml", 22, 9}},
		},
		Pack: "test", Pos: Pos{"p/b.yaml", 3, 5}, relationAt: Pos{"p/b.yaml", 6, 15},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	met := Relation{Name: "met", Doc: "Face to face.", Subject: []string{"Person"}, Object: []string{"Person"}, Symmetric: true,
		Implies: []string{"knows"}, CAMEO: "040", PLOVER: "CONSULT", Pos: Pos{"p/a.yaml", 4, 3}, impliesAt: []Pos{{"p/a.yaml", 4, 89}}}
	if !reflect.DeepEqual(p.Relations[1], met) {
		t.Errorf("got %+v\nwant %+v", p.Relations[1], met)
	}
	if got := p.Lists[2]; got.Name != "talks" || len(got.Words) != 3 {
		t.Errorf("got list %+v", got)
	}
}

// rule gives a rule that states a relation by a verb.
func rule(name, relation, verb string) string {
	return "\n  - rule: " + name + "\n    relation: " + relation + "\n    on: {verb: " + verb + "}\n" +
		"    subject: {is: subject}\n    object: {is: object}" + strings.ReplaceAll(examples, " met ", " "+relation+" ")
}

func TestLoadGood(t *testing.T) {
	base := load1(t, files(relations))
	for _, c := range []struct{ name, file string }{
		{"empty file", ""},
		{"comments only", "# nothing yet\n"},
		{"empty document", "# nothing yet\n---"},
		{"document start", "---\nlists: {a: b}\n"},
		{"byte order mark", "\ufefflists: {a: b}\n"},
		{"CRLF", strings.ReplaceAll("rules:"+rule("a", "met", "meet"), "\n", "\r\n")},
		{"relation of the base", "rules:" + rule("a", "met", "meet")},
		{"list of the base", "rules:" + rule("a", "met", "[hold, $greetings]")},
		{"class of the language", "rules:" + rule("a", "met", "[hold, $arrival-verb]")},
		{"own list before that of the base", "lists: {talks: [chat]}\nrules:" + rule("a", "met", "$talks")},
		{"own relation before that of the base", "relations:\n  met: {subject: Person, object: Event}\nrules:" + rule("a", "met", "attend")},
		{"implied relation of the base", "relations:\n  hugged: {subject: Person, object: Person, implies: [met]}\nrules:" + rule("a", "hugged", "hug")},
		{"letters of any script", "lists:\n  đàm-phán: [talk]\nrules:" + rule("gặp", "met", "$đàm-phán")},
		{"title", "rules:" + strings.Replace(rule("a", "met", "x"), "verb: x", "title: true", 1)},
		{"JSON", `{"lists": {"a": ["b"]}}`},
	} {
		t.Run(c.name, func(t *testing.T) { load1(t, files(c.file), base) })
	}
}

func TestLoadClass(t *testing.T) {
	base := load1(t, files(relations))
	verbs := load1(t, files("rules:"+rule("a", "met", "[hold, $arrival-verb]")), base).Rules[0].On.Verb
	for _, want := range []string{"hold", "arrive", "land"} {
		if !slices.Contains(verbs, want) {
			t.Errorf("%q is not among %q", want, verbs)
		}
	}
	own := load1(t, files("lists: {arrival-verb: [appear]}\nrules:"+rule("a", "met", "$arrival-verb")), base).Rules[0].On.Verb
	if !slices.Equal(own, []string{"appear"}) {
		t.Errorf("own list of the name of a class: got %q", own)
	}
}

func TestLoadFiles(t *testing.T) {
	if _, err := Load(files(), "p", "test"); err == nil || err.Error() != "p: file does not exist" {
		t.Errorf("no folder: got %v", err)
	}
	fsys := fstest.MapFS{
		"p/a.yaml": {Data: []byte(strings.Repeat("# long\n", 1<<18))},
		"p/b.yaml": {Data: []byte(strings.Repeat("[", 1<<19))},
		"p/c.yaml": {Data: []byte("lists: " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000))},
		"p/d.yaml": {Data: []byte("lists:\n  a: [\n    b,\n    \"c\x01\"]\n")},
		"p/e.yml":  {Data: []byte("lists:\n  a: [" + strings.Repeat("w, ", 10) + "]\n  z: [$b]\n")},
		"p/.f.yml": {Data: []byte("hidden")},
	}
	_, err := Load(fsys, "p", "test")
	want := `p/a.yaml: a rule file has at most 1048576 bytes
p/b.yaml:1:1: exceeded max depth of 10000
p/c.yaml:1:8: lists: want a mapping, got a list
p/d.yaml:4:5: control characters are not allowed`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

// TestLoadExpansion reads lists that double at each step and lists that are
// used very often.
func TestLoadExpansion(t *testing.T) {
	var double, often strings.Builder
	double.WriteString("lists:\n  l0: [a, b]\n")
	for i := range 60 {
		fmt.Fprintf(&double, "  l%d: [$l%d, $l%d]\n", i+1, i, i)
	}
	load1(t, files(double.String()))

	often.WriteString("lists:\n  big: [")
	for i := range 10000 {
		fmt.Fprintf(&often, "w%d,", i)
	}
	often.WriteString("]\n")
	for i := range 200 {
		fmt.Fprintf(&often, "  l%d: $big\n", i)
	}
	_, err := Load(files(often.String()), "p", "test")
	if err == nil || !strings.Contains(err.Error(), "the lists of the pack give more than 1048576 words") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

func TestBuiltin(t *testing.T) {
	for _, name := range BuiltinNames() {
		p, err := Builtin(name)
		if err != nil {
			t.Errorf("%s:\n%v", name, err)
		} else if len(p.Relations) > 0 && !strings.HasPrefix(p.Relations[0].Pos.File, "rules/"+name+"/") {
			t.Errorf("%s: got position %v", name, p.Relations[0].Pos)
		}
	}
	_, err := Builtin("diplomcy")
	if want := `diplomcy: no such built-in pack (did you mean "diplomacy"?), want one of: business, diplomacy`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestBuiltinTogether checks that the packs of the program can be used at once:
// none replaces what another has.
func TestBuiltinTogether(t *testing.T) {
	var packs []*Pack
	rules, lists, relations := map[string]string{}, map[string]string{}, map[string]Relation{}
	for _, name := range BuiltinNames() {
		p, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, p)
		for _, r := range p.Rules {
			if other := rules[r.Name]; other != "" {
				t.Errorf("%v: the pack %s has a rule %s too", r.Pos, other, r.Name)
			}
			rules[r.Name] = name
		}
		for _, l := range p.Lists {
			if other := lists[l.Name]; other != "" {
				t.Errorf("%v: the pack %s has a list %s too", l.Pos, other, l.Name)
			}
			lists[l.Name] = name
		}
		for _, r := range p.Relations {
			if old, ok := relations[r.Name]; ok && !(sameWords(old.Subject, r.Subject) && sameWords(old.Object, r.Object) && old.Symmetric == r.Symmetric && slices.Equal(old.Implies, r.Implies)) {
				t.Errorf("%v: relation %s is another than that at %v", r.Pos, r.Name, old.Pos)
			}
			relations[r.Name] = r
		}
	}
	if _, err := Merge(packs...); err != nil {
		t.Error(err)
	}
}

func TestTypes(t *testing.T) {
	base := load1(t, files("types:\n  Song: what is sung\nrelations:\n  sang: {subject: Person, object: Song}\n"))
	p := load1(t, files("rules:"+strings.ReplaceAll(rule("a", "sang", "sing"), "object: {is: object}", "object: {is: object, type: Song}")), base)
	if p, err := Merge(base, p); err != nil || len(p.Types) != 1 || p.Types[0].Name != "Song" || p.Rules[0].Object.Type[0] != "Song" {
		t.Errorf("got %+v, %v", p, err)
	}
	_, err := Load(files("types: {song: a, Person: b, Tune: c}\nrelations:\n  sang: {subject: Persn, object: Tun}\n"), "p", "test")
	want := `p/a.yaml:1:9: want letters, the first a capital, as the name of a type, got "song"
p/a.yaml:1:18: type "Person" is one that every pack has
p/a.yaml:3:19: unknown type "Persn" (did you mean "Person"?)
p/a.yaml:3:34: unknown type "Tun" (did you mean "Tune"?)`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

func TestMerge(t *testing.T) {
	base := load1(t, files(relations+"rules:"+rule("a", "met", "meet")+rule("b", "met", "greet")))
	user := load1(t, files("lists: {talks: [chat]}\nrules:"+rule("b", "met", "hug")+rule("c", "met", "$talks")), base)
	p, err := Merge(base, user)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.Rules {
		got = append(got, r.Name+":"+r.On.Verb[0])
	}
	if want := []string{"a:meet", "b:hug", "c:chat"}; !slices.Equal(got, want) {
		t.Errorf("got rules %v, want %v", got, want)
	}
	if len(p.Relations) != 3 || len(p.Lists) != 3 || p.Lists[2].Words[0] != "chat" {
		t.Errorf("got relations %v, lists %v", p.Relations, p.Lists)
	}

	if p, err := Merge(); err != nil || len(p.Rules) != 0 {
		t.Errorf("no packs: got %v, %v", p, err)
	}
	_, err = Merge(user)
	want := `p/a.yaml:4:15: rule b: unknown relation "met"
p/a.yaml:13:15: rule c: unknown relation "met"`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

// TestMergeCycle merges packs that each are right, but imply one another.
func TestMergeCycle(t *testing.T) {
	plain := load1(t, files("relations:\n  a: {subject: Person, object: Person}\n  b: {subject: Person, object: Person}\n"))
	ab := load1(t, files("relations:\n  a: {subject: Person, object: Person, implies: [b]}\n"), plain)
	ba := load1(t, files("relations:\n  b: {subject: Person, object: Person, implies: [a]}\n"), plain)
	_, err := Merge(ab, ba)
	if err == nil || !strings.Contains(err.Error(), "relation a: implies itself") {
		t.Errorf("got %v", err)
	}
}

// FuzzLoad checks that any bytes give a pack, or faults that lie in the file.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(relations + "rules:" + rule("a", "met", "meet")))
	names, _ := filepath.Glob(filepath.Join("..", "testdata", "rules", "faults", "*", "*.y*ml"))
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("#\n---"))
	f.Add([]byte("a: 'b\u2028c\r\n\x85: [\r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pack, err := Load(files(string(data)), "p", "fuzz")
		if err == nil {
			if _, err := Merge(pack); err != nil {
				t.Errorf("merging a pack that was loaded: %v", err)
			}
			return
		}
		faults, ok := err.(Faults)
		if !ok || len(faults) == 0 {
			t.Fatalf("got %T: %v", err, err)
		}
		// Lines end as YAML says.
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.TrimPrefix(string(data), "\ufeff"))
		lines := strings.Split(text, "\n")
		for _, fault := range faults {
			p := fault.Pos
			if p.File != "p/a.yaml" || p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1]))+1 {
				t.Errorf("position %v is not in the file: %v", p, fault)
			}
		}
	})
}

// TestSchema checks that schema.json tells editors what the reader takes.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties           map[string]any
		Required             []string
		AdditionalProperties *bool
	}
	var schema struct {
		object
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	def := func(name string, v any) {
		t.Helper()
		if err := json.Unmarshal(schema.Defs[name], v); err != nil {
			t.Fatalf("$defs/%s: %v", name, err)
		}
	}
	for _, c := range []struct {
		name         string
		keys, needed []string
	}{
		{"", fileKeys, nil},
		{"relation", relationKeys, relationNeeds},
		{"record", recordKeys, recordNeeds},
		{"slot", slotKeys, slotNeeds},
		{"rule", ruleKeys, ruleNeeds},
		{"frame", frameKeys, frameNeeds},
		{"sense", senseKeys, senseNeeds},
		{"statement", statementKeys, statementNeeds},
		{"partialRole", qualifierKeys, nil},
		{"trigger", triggerKeys, nil},
		{"role", roleKeys, nil},
		{"qualifier", qualifierKeys, nil},
		{"example", exampleKeys, exampleNeeds},
	} {
		o := schema.object
		if c.name != "" {
			o = object{}
			def(c.name, &o)
		}
		var keys []string
		for key := range o.Properties {
			keys = append(keys, key)
		}
		if !sameWords(keys, c.keys) || !sameWords(o.Required, c.needed) {
			t.Errorf("%q has keys %v, of which %v are required; want %v and %v", c.name, keys, o.Required, c.keys, c.needed)
		}
		if o.AdditionalProperties == nil || *o.AdditionalProperties {
			t.Errorf("%q allows further keys", c.name)
		}
	}
	for name, want := range map[string][]string{"clauseFunction": functions, "commonType": types, "status": statuses} {
		var d struct{ Enum []string }
		def(name, &d)
		if !sameWords(d.Enum, want) {
			t.Errorf("%s is one of %v, want %v", name, d.Enum, want)
		}
	}
}

func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
