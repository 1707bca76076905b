package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/relata-graph/relata/extract"
)

// A goldDoc is what readers found in one document.
type goldDoc struct {
	Doc      string       `json:"doc"`
	Date     string       `json:"date"`
	Entities []goldEntity `json:"entities"`
	Facts    []goldFact   `json:"facts"`

	names map[string][]string // folded forms of an entity by its key
}

type goldEntity struct {
	Key     string   `json:"key"`
	Type    string   `json:"type"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

// A goldFact names its subject and object by the key of an entity, or by the
// words of the text.
type goldFact struct {
	Relation string `json:"relation"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	Date     string `json:"date,omitempty"`
	Place    string `json:"place,omitempty"`
	Status   string `json:"status,omitempty"`
	Of       string `json:"of,omitempty"`
	Evidence string `json:"evidence"`
	Optional bool   `json:"optional,omitempty"`
}

// readGold reads one gold file, or all *.json files of a folder in order of name.
func readGold(path string) ([]*goldDoc, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	files := []string{path}
	if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.json")); err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("no *.json files in it")}
		}
	}
	const maxGold = 64 << 20 // bytes
	var docs []*goldDoc
	for _, file := range files {
		data, err := readAtMost(file, maxGold)
		if err != nil {
			return nil, err
		}
		doc := &goldDoc{}
		if err := json.Unmarshal(data, doc); err != nil {
			return nil, fmt.Errorf("%s: not a gold file: %w", file, err)
		}
		if doc.Doc == "" {
			return nil, fmt.Errorf("%s: not a gold file: no \"doc\"", file)
		}
		doc.fold()
		docs = append(docs, doc)
	}
	return docs, nil
}

// fold prepares the document for comparisons.
func (d *goldDoc) fold() {
	d.names = make(map[string][]string)
	for _, e := range d.Entities {
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			d.names[e.Key] = append(d.names[e.Key], foldName(form))
		}
	}
	for i := range d.Facts {
		d.Facts[i].Status = cmp.Or(d.Facts[i].Status, string(extract.Actual))
	}
}

// is tells whether name is what gold means: the key of an entity, or words.
func (d *goldDoc) is(gold, name string) bool {
	if forms, ok := d.names[gold]; ok {
		return slices.Contains(forms, foldName(name))
	}
	if gold == "" || name == "" {
		return gold == name
	}
	return shareWords(gold, name)
}

func (d *goldDoc) name(gold string) string {
	for _, e := range d.Entities {
		if e.Key == gold {
			return e.Name
		}
	}
	return gold
}
