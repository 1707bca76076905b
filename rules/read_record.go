package rules

import (
	"maps"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// readRecords reads the records of all files; from then on roles can ask for
// their slots.
func (r *reader) readRecords() []Record {
	records := declared(r, "record", r.readRecord, func(rec Record) Pos { return rec.Pos })
	maps.Copy(r.records, records)
	return byName(records)
}

func (r *reader) readRecord(key word, n *yaml.Node) Record {
	m := r.mapping(n, "record", recordKeys, recordNeeds)
	at := map[string]Pos{}
	rec := Record{
		Name:   key.text,
		Doc:    r.text(m["doc"], "doc").text,
		Noun:   r.lemmas(m["noun"], "noun", at),
		Verb:   r.lemmas(m["verb"], "verb", at),
		Lasts:  r.flag(m["lasts"], "lasts"),
		Within: r.number(m["within"], "within"),
		Pos:    key.pos,
		at:     map[string][]Pos{},
	}
	related := func(key string) (names []string) {
		for _, w := range r.words(m[key], key) {
			names = append(names, w.text)
			rec.at[key] = append(rec.at[key], w.pos)
		}
		return names
	}
	rec.Holds, rec.Remote, rec.Shares = related("holds"), related("remote"), related("shares")
	rec.Parts, rec.Outcomes = related("parts"), related("outcomes")
	slots := map[string]Slot{}
	for name, value := range r.entries(m["slots"], "slots") {
		m := r.mapping(value, "slot", slotKeys, slotNeeds)
		if r.named(name, "slot") {
			slots[name.text] = Slot{
				Name:      name.text,
				Type:      r.chosen(m["type"], "type", r.typeNames()),
				StandsFor: r.flag(m["stands-for"], "stands-for"),
				Alone:     r.flag(m["alone"], "alone"),
				Several:   r.flag(m["several"], "several"),
				Side:      r.choice(r.text(m["side"], "side"), "side", sides),
				Pos:       name.pos,
			}
		}
	}
	rec.Slots = byName(slots)
	return rec
}

// number reads a number of at least 1.
func (r *reader) number(n *yaml.Node, what string) int {
	w := r.text(n, what)
	if w.text == "" {
		return 0
	}
	i, err := strconv.Atoi(w.text)
	if err != nil || i < 1 {
		r.fault(w.pos, "%s: want a number of at least 1, got %q", what, w.text)
		return 0
	}
	return i
}
