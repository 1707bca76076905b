package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/relata-graph/relata/extract/source"
)

// A manifest tells what a run has read and what became of it. It has no time and no
// place of the run in it, so that two runs over the same give the same.
type manifest struct {
	Relata    string             `json:"relata"`            // version
	Rules     string             `json:"rules"`             // stands for rules, models and the program
	Aliases   string             `json:"aliases,omitempty"` // hash of the file
	Counts    manifestCounts     `json:"counts"`
	Documents []manifestDocument `json:"documents"`        // by id
	Failed    []manifestFault    `json:"failed,omitempty"` // by input
	Skipped   []manifestFault    `json:"skipped,omitempty"`
	Copies    [][]string         `json:"copies,omitempty"` // documents that are much the same

	mu       sync.Mutex        // guards Documents and sketches while texts are read
	sketches map[string]sketch // nil if nobody asks for copies
	paths    map[string]string // of the files of documents, by id
}

type manifestCounts struct {
	Documents int `json:"documents"`
	Facts     int `json:"facts"` // as the documents tell them
	Failed    int `json:"failed"`
	Skipped   int `json:"skipped"`
	Repeated  int `json:"repeated"` // lines that were there before
}

type manifestDocument struct {
	ID    string `json:"id"`
	Hash  string `json:"hash"` // of the text
	Date  string `json:"date,omitempty"`
	Facts int    `json:"facts"`
}

type manifestFault struct {
	Input  string `json:"input"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}

// String is the fault as messages have it: "b.txt:3: not JSON".
func (f manifestFault) String() string {
	if f.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", f.Input, f.Line, f.Reason)
	}
	return f.Input + ": " + f.Reason
}

// holdsManifest tells whether a file is for the manifest of a run.
func holdsManifest(path string) bool { return isNamed(path, "manifest.json") }

// newManifest gives the manifest of a run that has read nothing yet, with a fingerprint of
// what reads and the file of aliases. It looks for copies if these are wanted.
func newManifest(fingerprint, aliases string, copies bool) (m *manifest, err error) {
	m = &manifest{Relata: programVersion(), Rules: fingerprint, paths: map[string]string{}}
	if copies {
		m.sketches = map[string]sketch{}
	}
	m.Aliases, err = hashOf(aliases)
	return m, err
}

// document adds a document that was read or is known, and the facts it tells.
func (m *manifest) document(doc *source.Document, facts int) {
	var s sketch
	ok := false
	if m.sketches != nil {
		s, ok = sketchOf(doc.Text)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.Documents = append(m.Documents, manifestDocument{doc.ID, doc.Origin.Hash, doc.Date, facts})
	if m.paths[doc.ID] = doc.Origin.Path; ok {
		m.sketches[doc.ID] = s
	}
}

// inputFault is a fault of an input for the manifest.
func inputFault(err error) manifestFault {
	f := manifestFault{Input: "-", Reason: err.Error()}
	if e, ok := errors.AsType[*source.Error](err); ok {
		f = manifestFault{filepath.ToSlash(e.Path), e.Line, e.Err.Error()}
	}
	return f
}

// finish completes the manifest with what became of the other inputs.
func (m *manifest) finish(faults, skips []error, repeated int) {
	slices.SortFunc(m.Documents, func(a, b manifestDocument) int { return cmp.Compare(a.ID, b.ID) })
	order := func(a, b manifestFault) int {
		return cmp.Or(cmp.Compare(a.Input, b.Input), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Reason, b.Reason))
	}
	for _, err := range faults {
		m.Failed = append(m.Failed, inputFault(err))
	}
	for _, err := range skips {
		m.Skipped = append(m.Skipped, inputFault(err))
	}
	slices.SortFunc(m.Failed, order)
	slices.SortFunc(m.Skipped, order)
	m.Copies = copies(m.sketches)
	m.Counts = manifestCounts{
		Documents: len(m.Documents), Failed: len(m.Failed), Skipped: len(m.Skipped), Repeated: repeated,
	}
	for _, d := range m.Documents {
		m.Counts.Facts += d.Facts
	}
}

// write writes the manifest as JSON.
func (m *manifest) write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(m)
}

// hashOf is the hash of a file, "" of none.
func hashOf(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return short(sum[:]), nil
}
