package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// define takes an abbreviation in brackets after a thing: "(JICA)".
func (s *reader) define(b *body) {
	j := b.end
	if j+2 >= len(s.ws) || s.ws[j].form != "(" {
		return
	}
	k := j + 1
	if s.ws[k].lower == "the" {
		k++
	}
	quoted := world.OpeningQuoteMark.Has(s.ws[k].form)
	last := k // before the closing bracket
	if quoted {
		k, last = k+1, k+2
	}
	if last+1 >= len(s.ws) || s.ws[last+1].form != ")" {
		return
	}
	w := &s.ws[k]
	if !w.named() || len(w.form) < 2 || w.shape != upper && !quoted {
		return
	}
	ref := entity.NewRef(b.Type, s.nameOf(b.name[0], b.name[1]))
	if b.ref.Type == entity.Organization {
		ref = b.ref
	}
	gain := s.gain(w.form, ref.Name)
	if gain > 0 || gain == 0 && ref.Type == entity.Organization && !strings.HasSuffix(s.defined[w.form].Name, " "+ref.Name) {
		s.defined[w.form] = ref
	}
	b.end = last + 2
}

// note remembers what an abbreviation stands for, unless a name that it fits as well is known.
func (s *reader) note(abbr string, t entity.Type, i, end int) {
	if name := s.nameOf(i, end); s.gain(abbr, name) > 0 {
		s.defined[abbr] = entity.NewRef(t, name)
	}
}

// gain tells how much better an abbreviation fits a name than the one that it is known to stand
// for; a first name is a gain.
func (s *reader) gain(abbr, name string) int {
	old, known := s.defined[abbr]
	if !known {
		return 1
	}
	return fit(abbr, name) - fit(abbr, old.Name)
}

// fit tells how well an abbreviation fits a name, which may have been read from a later word
// on: "Solar Alliance" where "International Solar Alliance (ISA)" stands. 2: it has the
// first letters of the words, those of small words or not; 1: it has that of the first word.
func fit(abbr, name string) int {
	var all, large strings.Builder
	for w := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(w)
		all.WriteRune(unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			large.WriteRune(r)
		}
	}
	switch {
	case all.String() == abbr || large.String() == abbr:
		return 2
	case name != "" && strings.IndexRune(abbr, []rune(all.String())[0]) == 0:
		return 1
	}
	return 0
}
