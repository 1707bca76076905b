package main

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// A docEntity is a thing that a document speaks of, with all that the document
// calls it. Its JSON is one line of an entities file.
type docEntity struct {
	Doc string `json:"doc"`
	entity.Ref
	Forms   []entity.Form `json:"forms,omitempty"`
	Country entity.Ref    `json:"country,omitzero"`
	SameAs  string        `json:"sameAs,omitempty"`
}

// holdsEntities tells whether a file is for entities as JSON lines.
func holdsEntities(path string) bool { return isNamed(path, "entities.jsonl") }

// holdsNearly tells whether a file is for the sentences in which rules started and stated
// nothing.
func holdsNearly(path string) bool { return isNamed(path, "nearly.jsonl") }

// writeEntities writes the entities of a document as JSON, one a line.
func writeEntities(w io.Writer, r *extract.Result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range r.Entities {
		e := &r.Entities[i]
		if err := enc.Encode(docEntity{r.Document.ID, e.Ref, e.Forms, e.Country, e.SameAs}); err != nil {
			return err
		}
	}
	return nil
}

// readEntities reads entities as JSON, one a line.
func readEntities(r io.Reader) ([]docEntity, error) {
	return readLines(r, "an entity", func(e *docEntity) error {
		if e.Doc == "" || e.ID == "" {
			return errors.New(`no "doc" or "id"`)
		}
		return nil
	})
}
