package rules

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/relata-graph/relata/extract/world"
)

// lemmas reads the words of a trigger and notes where they stand.
func (r *reader) lemmas(n *yaml.Node, key string, at map[string]Pos) []string {
	var all []string
	for _, w := range r.words(n, key) {
		at[key+" "+w.text] = w.pos
		switch {
		case strings.ToLower(w.text) != w.text:
			r.fault(w.pos, "%s: want a lemma in lower case, got %q", key, w.text)
		case key == "verb" && inflected(w.text):
			r.fault(w.pos, "%s: want a lemma as in \"meet\", got %q", key, w.text)
		}
		all = append(all, w.text)
	}
	return all
}

// inflection is the end of a verb that is no lemma: -ing or -ed after a
// syllable ("meeting", but "bring", "proceed"), or an -s that lemmas do not have
// ("meets", but "focus").
var inflection = regexp.MustCompile(`^[a-z]*[aeiouy][a-z]*(?:ing|[^aeou]ed)$|^[a-z]*[^aious]s$`)

func inflected(verb string) bool {
	first, _, _ := strings.Cut(verb, " ")
	return inflection.MatchString(first) && !world.LemmaInEd.Has(first)
}
