package rules

import (
	"slices"
	"testing"
)

const handing = `
relations:
  handed: {subject: Country, object: Person}
  handedTo: {subject: Country, object: Country}
frames:
  - frame: extradite
    doc: A country hands somebody over.
    roles:
      from: {is: subject, type: Country}
      to: {is: [to, indirect], type: Country, optional: true}
      who: {is: object, type: Person, not-head: [minister]}
    states:
      - {relation: handedTo, subject: from, object: to}
      - {as: person, relation: handed, subject: from, object: who, to: to, status: planned, not: [{is: against}]}
    not: [{is: for}]
    senses:
      - sense: act
        on: {verb: [extradite]}
        if: [{is: to}]
        examples:
          - {text: Peru extradited Lan to Kenya., facts: [Peru handedTo Kenya, "Peru handed Lan | status=planned"]}
          - {text: Peru slept., facts: []}
      - sense: noun
        doc: The extradition of somebody.
        on: {noun: [extradition]}
        roles: {from: {is: [by, possessor]}, who: {is: of, not-head: []}}
        status: actual
        examples:
          - {text: The extradition of Lan to Kenya by Peru., facts: [Peru handedTo Kenya, "Peru handed Lan | status=planned"]}
          - {text: The extradition failed., facts: []}
`

// TestFrame checks the rules that a frame becomes: one for each statement of each sense.
func TestFrame(t *testing.T) {
	p := load1(t, files(handing))
	type read struct {
		name, doc, relation, status string
		subject, object             []string
		ifs, nots                   int
	}
	var got []read
	for _, r := range p.Rules {
		got = append(got, read{r.Name, r.Doc, r.Relation, r.Status, r.Subject.Is, r.Object.Is, len(r.If), len(r.Not)})
		if r.Frame != "extradite" || len(r.Examples) != 2 || r.Object.Optional {
			t.Errorf("rule %s: frame %q, %d examples, optional object %t", r.Name, r.Frame, len(r.Examples), r.Object.Optional)
		}
	}
	const act, noun = "A country hands somebody over.", "The extradition of somebody."
	to := []string{"to", "indirect"}
	want := []read{
		{"extradite-act", act, "handedTo", "", []string{"subject"}, to, 1, 1},
		{"extradite-act-person", act, "handed", "planned", []string{"subject"}, []string{"object"}, 1, 2},
		{"extradite-noun", noun, "handedTo", "actual", []string{"by", "possessor"}, to, 0, 1},
		{"extradite-noun-person", noun, "handed", "planned", []string{"by", "possessor"}, []string{"of"}, 0, 2},
	}
	if !slices.EqualFunc(got, want, func(a, b read) bool {
		return a.name == b.name && a.doc == b.doc && a.relation == b.relation && a.status == b.status &&
			slices.Equal(a.subject, b.subject) && slices.Equal(a.object, b.object) && a.ifs == b.ifs && a.nots == b.nots
	}) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	person := p.Rules[1]
	if q := person.Qualifiers; len(q) != 1 || q[0].Name != "to" || !q[0].Optional {
		t.Errorf("the qualifiers are %+v", q)
	}
	if a, b := person.Object.NotHead, p.Rules[3].Object.NotHead; len(a) != 1 || len(b) != 0 {
		t.Errorf("not-head is %v where the frame tells it, %v where a sense does", a, b)
	}
	if !p.Rules[0].Together(&person) || p.Rules[0].Together(&p.Rules[2]) {
		t.Error("the statements of a sense, and no others, are together")
	}
}

// TestFrameReplaced checks that a frame replaces all rules of the frame of its name.
func TestFrameReplaced(t *testing.T) {
	base := load1(t, files(handing))
	own := load1(t, files(`
frames:
  - frame: extradite
    roles: {from: {is: subject}, who: {is: object}}
    states: [{relation: handed, subject: from, object: who}]
    senses:
      - on: {verb: [extradite]}
        examples:
          - {text: Peru extradited Lan., facts: [Peru handed Lan]}
          - {text: Lan slept., facts: []}
rules:
  - rule: extradite-noun-person
    relation: handed
    on: {noun: [extradition]}
    subject: {is: by}
    object: {is: of}
    examples:
      - {text: The extradition of Lan by Peru., facts: [Peru handed Lan]}
      - {text: An extradition., facts: []}
`), base)
	merged, err := Merge(base, own)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range merged.Rules {
		names = append(names, r.Name)
	}
	if !slices.Equal(names, []string{"extradite", "extradite-noun-person"}) {
		t.Errorf("the rules are %v", names)
	}
}
