package export

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// Facts writes JSON lines, one for each fact and document that states it, as Told
// has them.
func Facts(w io.Writer, s *graph.Store, _ Options) error {
	told, err := Told(s)
	if err != nil {
		return err
	}
	bw := bufio.NewWriter(w)
	enc := json.NewEncoder(bw)
	enc.SetEscapeHTML(false)
	for _, f := range told {
		if err := enc.Encode(f); err != nil {
			return err
		}
	}
	return bw.Flush()
}

// Told gives each fact once for each document that states it: what the document
// says, with the graph's ids and names and the first sentence that says it. They
// are ordered by document and place in the text.
func Told(s *graph.Store) ([]extract.Fact, error) {
	var told []extract.Fact
	for f, err := range s.Facts() {
		if err != nil {
			return nil, err
		}
		for _, st := range f.Statements {
			e := st.Evidence[0]
			told = append(told, extract.Fact{
				Doc: st.Doc, Relation: f.Relation, Subject: f.Subject, Object: f.Object, Date: st.Date,
				Place: st.Place, Status: f.Status, By: st.By, Of: f.Of, To: f.To, With: st.With,
				Level: st.Level, Amount: st.Amount, Event: st.Event, Evidence: e.Evidence, Rule: e.Rule,
				CAMEO: f.CAMEO, PLOVER: f.PLOVER, ID: f.ID,
			})
		}
	}
	// Facts come by id: a stable sort leaves nothing to chance.
	slices.SortStableFunc(told, func(a, b extract.Fact) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Evidence.End, b.Evidence.End),
			strings.Compare(a.Relation, b.Relation),
			strings.Compare(a.Subject.ID, b.Subject.ID), strings.Compare(a.Object.ID, b.Object.ID))
	})
	return told, nil
}
