package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// personAt reads titles and the name that follows them, with what the text
// adds after it. ok is false when no name follows.
func (s *peopleReader) personAt(i int) (p person, ok bool) {
	if _, ok = s.titledName(&p, i); ok {
		p.end = s.suffix(p.name[1])
		s.commaLost(&p)
		s.after(&p)
	}
	return p, ok
}

// commaLost takes the country before a title from the office where it ends the clause
// before: in "Malta wants links with Ghana Foreign Minister Ana Borg said." a comma is
// missing, and in "During her stay in Ghana Foreign Minister Ana Borg will speak". The
// minister is then of the country that is the subject, if there is one.
func (s *peopleReader) commaLost(p *person) {
	i, k := p.first, p.end
	if len(p.offices) != 1 || i < 2 || s.at[i].country == nil || s.at[i].adjective || s.ws[i-1].upos != "ADP" || s.ends(k+1) {
		return
	}
	fronted := s.fronted(i) && s.ws[i-1].lower == "in" && s.ws[k].verb()
	if !fronted && (!world.AttributionVerbForm.Has(s.ws[k].lower) || s.ws[k+1].form != ".") {
		return
	}
	o := &p.offices[0]
	j := i + s.at[i].countryLen
	if s.ws[j-1].gap && world.Genitive.Has(s.lowerAt(j)) || o.of.ID != s.at[i].country.ID ||
		!fronted && !slices.ContainsFunc(s.ws[:i], func(w word) bool { return w.verb() }) {
		return
	}
	o.of, o.country = entity.Ref{}, entity.Ref{}
	if end, b := s.bodyAt(0); end > 0 && b.Type == entity.Country && !b.adjective && s.acts(end) {
		o.country = b.ref
	}
}
