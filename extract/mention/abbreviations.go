package mention

import (
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
	s.note(w.form, b.Type, b.name[0], b.name[1])
	if b.ref.Type == entity.Organization {
		s.defined[w.form] = b.ref
	}
	b.end = last + 2
}

// note remembers what an abbreviation stands for.
func (s *reader) note(abbr string, t entity.Type, i, end int) {
	if _, ok := s.defined[abbr]; ok {
		return
	}
	name := s.nameOf(i, end)
	s.defined[abbr] = entity.NewRef(t, name)
}
