package identity

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// A Merge tells that what documents call by two ids is one thing.
type Merge struct {
	Doc    string     `json:"doc,omitempty"` // the only document that it is about; "" if it is about all that have From
	From   entity.Ref `json:"from"`          // the thing as documents alone would have it
	Into   entity.Ref `json:"into"`          // the thing of the graph
	Reason string     `json:"reason"`
}

// The joins are a union of ids. Each mention first gets the id that is told of
// it, mostly the document's own; then what has two such ids is joined.
type joins struct {
	ids     map[mention]string // what documents tell, where it is not the id that they give
	into    map[string]string  // what those are joined with
	offices map[unowned]owned
	merges  []Merge // of Into only the id is right before all is joined
}

// A mention is an entity of one document.
type mention struct{ doc, id string }

// An unowned is an office of which a document does not tell whose it is, with its
// holder: "President" of somebody.
type unowned struct{ holder, office string } // ids: of the graph, and of documents

// An owned is an office of which documents tell whose it is. The owner is as the
// first of them calls it.
type owned struct {
	id    string
	doc   string
	owner entity.Ref
}

func newJoins() *joins {
	return &joins{ids: map[mention]string{}, into: map[string]string{}, offices: map[unowned]owned{}}
}

// told gives the id of what a document calls id, before things are joined.
func (j *joins) told(doc, id string) string {
	if to, ok := j.ids[mention{doc, id}]; ok {
		return to
	}
	return id
}

// last gives the id of what a thing is joined with.
func (j *joins) last(id string) string {
	for {
		to, ok := j.into[id]
		if !ok {
			return id
		}
		id = to
	}
}

// id gives the graph's id for an id of a document.
func (j *joins) id(doc, id string) string { return j.last(j.told(doc, id)) }

// join makes one of two ids.
func (j *joins) join(from entity.Ref, into, reason string) {
	j.into[from.ID] = into
	j.merges = append(j.merges, Merge{From: from, Into: entity.Ref{ID: into}, Reason: reason})
}

// move gives what a document calls id the id with the country, which it returns.
func (j *joins) move(doc, id, country string) string {
	to := withCountry(id, country)
	j.ids[mention{doc, id}] = to
	return to
}

// withCountry gives the id of the one who is of a country: "person:john-smith.australia".
func withCountry(id, country string) string {
	_, local, _ := strings.Cut(country, ":")
	return id + "." + local
}

// base gives an id without the country that tells namesakes apart.
func base(id string) string {
	id, _, _ = strings.Cut(id, ".")
	return id
}
