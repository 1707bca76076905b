package identity

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// isUnowned tells whether a fact gives somebody an office, and not whose it is.
func isUnowned(f *extract.Fact) bool {
	return f.Object.Type == entity.Position && f.Subject.Type == entity.Person && f.Of.ID == ""
}

// tellOffices gives offices of which a document does not tell whose they are the id
// of the one that other documents tell of the same holder, if there is exactly one of
// that title; else one with the holder's, for of presidents there are many.
func (j *joins) tellOffices(docs []Document) {
	known := map[unowned][]owned{} // by the holder and titleKey
	for _, d := range docs {
		for i := range d.Facts {
			f := &d.Facts[i]
			if f.Object.Type != entity.Position || f.Of.ID == "" {
				continue
			}
			key := unowned{j.id(d.ID, f.Subject.ID), titleKey(f.Object.Name)}
			o := owned{j.id(d.ID, f.Object.ID), d.ID, f.Of}
			if !slices.ContainsFunc(known[key], func(k owned) bool { return k.id == o.id }) {
				known[key] = append(known[key], o)
			}
		}
	}
	for _, d := range docs {
		for i := range d.Facts {
			f := &d.Facts[i]
			if !isUnowned(f) {
				continue
			}
			key := unowned{j.id(d.ID, f.Subject.ID), f.Object.ID}
			if _, done := j.offices[key]; done {
				continue
			}
			if of := known[unowned{key.holder, titleKey(f.Object.Name)}]; len(of) == 1 {
				j.offices[key] = of[0]
				continue
			}
			_, local, _ := strings.Cut(key.holder, ":")
			j.offices[key] = owned{id: key.office + "." + local}
		}
	}
}

// of gives the graph's id of what a fact of a document names.
func (j *joins) of(doc string, f *extract.Fact, r *entity.Ref) string {
	if r == &f.Object && isUnowned(f) {
		return j.last(j.offices[unowned{j.id(doc, f.Subject.ID), r.ID}].id)
	}
	return j.id(doc, r.ID)
}
