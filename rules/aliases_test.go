package rules

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadAliases(t *testing.T) {
	load := func(text string) (*Aliases, error) {
		return LoadAliases(fstest.MapFS{"aliases.yaml": {Data: []byte(text)}}, "aliases.yaml")
	}
	got, err := load(`# who is who
same:
  - [Lan Pham, "person:pham-thi-lan", Phạm Thị Lan]
  - [Burma, Myanmar]
different: [[Sato Yuki, Sato Yukio]]
name:
  person:pham-thi-lan: Phạm Thị Lan
  Burma: Myanmar
`)
	want := &Aliases{
		Same:      [][]string{{"Lan Pham", "person:pham-thi-lan", "Phạm Thị Lan"}, {"Burma", "Myanmar"}},
		Different: [][]string{{"Sato Yuki", "Sato Yukio"}},
		Labels:    []KeyValue{{"person:pham-thi-lan", "Phạm Thị Lan"}, {"Burma", "Myanmar"}},
	}
	for _, n := range []struct {
		name         string
		line, column int
	}{{"Lan Pham", 3, 6}, {"person:pham-thi-lan", 3, 16}, {"Phạm Thị Lan", 3, 39}, {"Burma", 4, 6}, {"Myanmar", 4, 13}, {"Sato Yuki", 5, 14}, {"Sato Yukio", 5, 25}} {
		want.Names = append(want.Names, Named{n.name, Pos{"aliases.yaml", n.line, n.column}})
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, err := load(""); err != nil || !reflect.DeepEqual(got, &Aliases{}) {
		t.Errorf("an empty file: %+v, %v", got, err)
	}

	_, err = load(`same:
  - [Ada, Bo, Ada]
  - [Bo, Cy]
  - [Di]
  - Eve
  - [Fay, ~]
sme: []
different: [[Ada, Bo], [Gus, 7, {a: b}]]
name:
  Ada: [x]
  Ada: y
  Bo:
`)
	wantFaults := []string{
		`aliases.yaml:2:15: same: "Ada" is twice in the group`,
		`aliases.yaml:3:6: same: "Bo" is already in the group at line 2, want one group`,
		`aliases.yaml:4:5: same: want two names or more, got 1`,
		`aliases.yaml:5:5: same: want a list, got a word or text`,
		`aliases.yaml:6:11: same: want a word or text, got nothing`,
		`aliases.yaml:7:1: alias file: unknown key "sme" (did you mean "same"?)`,
		`aliases.yaml:8:19: different: "Ada" and "Bo" are the same by line 2`,
		`aliases.yaml:8:33: different: want a word or text, got a mapping`,
		`aliases.yaml:10:8: name: want a word or text, got a list`,
		`aliases.yaml:11:3: name: key "Ada" is already at line 10`,
		`aliases.yaml:12:6: name: want a word or text, got nothing`,
	}
	if err == nil || err.Error() != strings.Join(wantFaults, "\n") {
		t.Errorf("got\n%v\nwant\n%s", err, strings.Join(wantFaults, "\n"))
	}
	for text, want := range map[string]string{"- a": "aliases.yaml:1:1: alias file: want a mapping", "same: [": "aliases.yaml:1:"} {
		if _, err := load(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := LoadAliases(fstest.MapFS{}, "none.yaml"); err == nil || !strings.HasPrefix(err.Error(), "none.yaml: ") {
		t.Errorf("no file: %v", err)
	}
}
