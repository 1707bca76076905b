package rules

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

func (r *reader) readExamples(n *yaml.Node) []Example {
	var all []Example
	positive, negative := false, false
	items := r.items(n, "examples")
	if n != nil && n.Kind == yaml.SequenceNode && len(items) == 0 {
		r.fault(r.pos(n), "want an example with facts and one without")
	}
	for _, item := range items {
		m := r.mapping(item, "example", exampleKeys, exampleNeeds)
		e := Example{Text: r.text(m["text"], "text").text, Pos: r.pos(item)}
		if date := r.text(m["date"], "date"); date.text != "" {
			e.Date = date.text
			r.checkDate(date)
		}
		facts := r.items(m["facts"], "facts")
		for _, f := range facts {
			if w := r.text(f, "facts"); w.text != "" {
				e.Facts = append(e.Facts, r.readFact(w))
			}
		}
		all = append(all, e)
		positive = positive || len(facts) > 0
		negative = negative || m["facts"] != nil && len(facts) == 0
	}
	if all != nil && !positive {
		r.fault(r.pos(n), "want an example with facts")
	}
	if all != nil && !negative {
		r.fault(r.pos(n), "want an example that gives no fact, with facts: []")
	}
	return all
}

func (r *reader) checkDate(date word) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, date.text); err == nil {
			return
		}
	}
	r.fault(date.pos, "want a date like 2024-11-18, 2024-11 or 2024, got %q", date.text)
}

var keyValue = regexp.MustCompile(`^\s*([^\s="]+)=(?:"([^"]*)"|([^\s"]+))(?:\s|$)`)

// readFact reads `Lan met Sato | date=2024-11-16 place="New York"`. The
// relation is the first word that is one.
func (r *reader) readFact(w word) ExampleFact {
	f := ExampleFact{Pos: w.pos}
	statement, rest, _ := strings.Cut(w.text, "|")
	words := strings.Fields(statement)
	at := slices.IndexFunc(words, func(s string) bool { _, ok := r.relations[s]; return ok })
	switch {
	case at < 0 && r.partial:
	case at < 0:
		known, hint := slices.Sorted(maps.Keys(r.relations)), ""
		for _, s := range words[min(1, len(words)):] {
			if hint = suggest(s, known); hint != "" {
				break
			}
		}
		r.fault(w.pos, "no word of the fact %q is a relation%s, want \"subject relation object\"",
			strings.TrimSpace(statement), hint)
	case at == 0 || at == len(words)-1:
		r.fault(w.pos, "the fact %q lacks its %s, want \"subject relation object\"",
			strings.TrimSpace(statement), []string{"subject", "object"}[min(at, 1)])
	}
	if at > 0 {
		f.Subject, f.Relation, f.Object = strings.Join(words[:at], " "), words[at], strings.Join(words[at+1:], " ")
	} else if len(words) > 0 && at == 0 {
		f.Relation = words[0]
	}

	seen := map[string]bool{}
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		m := keyValue.FindStringSubmatch(rest)
		if m == nil {
			r.fault(w.pos, "want key=value or key=\"two words\", got %q", rest)
			break
		}
		rest = rest[len(m[0]):]
		key, value := m[1], m[2]+m[3]
		switch {
		case !slices.Contains(factKeys, key):
			r.fault(w.pos, "unknown key %q of a fact%s", key, suggest(key, factKeys))
		case seen[key] && key != "with":
			r.fault(w.pos, "key %q of the fact is repeated", key)
		case key == "date":
			r.checkDate(word{value, w.pos})
		case key == "status":
			r.choice(word{value, w.pos}, "status", statuses)
		}
		seen[key] = true
		f.Qualifiers = append(f.Qualifiers, KeyValue{key, value})
	}
	return f
}
