package mention

import "github.com/relata-graph/relata/extract/entity"

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
	quoted := false
	if k < len(s.ws) && (s.ws[k].form == `"` || s.ws[k].form == "“" || s.ws[k].form == "``") {
		quoted = true
		k++
	}
	if k >= len(s.ws) || !s.ws[k].named() || len(s.ws[k].form) < 2 {
		return
	}
	e := k + 1
	if quoted {
		if e >= len(s.ws) {
			return
		}
		e++
	}
	if e >= len(s.ws) || s.ws[e].form != ")" {
		return
	}
	if s.ws[k].shape != upper && !quoted {
		return
	}
	s.note(s.ws[k].form, b.Type, b.name[0], b.name[1])
	if b.ref.Type == entity.Organization {
		s.defined[s.ws[k].form] = b.ref
	}
	b.end = e + 1
}

// note remembers what an abbreviation stands for.
func (s *reader) note(abbr string, t entity.Type, i, end int) {
	if _, ok := s.defined[abbr]; ok {
		return
	}
	name := s.nameOf(i, end)
	s.defined[abbr] = entity.NewRef(t, name)
}
