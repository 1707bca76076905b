package source

import (
	"bufio"
	"bytes"
	"encoding/json"
)

// written tells whether a stream is a result of relata, which is no text: a page with
// a graph, the manifest of a run, or JSON lines of facts, of what texts call things, or of
// what rules lacked.
func written(in *bufio.Reader, format string) bool {
	head, _ := in.Peek(in.Size())
	switch format {
	case webpage:
		return bytes.Contains(head, []byte(`<meta name="generator" content="relata">`))
	case jsonLines, jsonFile:
		line, _, _ := bytes.Cut(head, []byte("\n"))
		return fact(line) || thing(line) || lacking(line) || bytes.HasPrefix(head, []byte("{\n \"relata\": "))
	}
	return false
}

func fact(line []byte) bool {
	var v struct{ Relation, Subject, Object, Evidence, Text any }
	return json.Unmarshal(line, &v) == nil && v.Text == nil &&
		v.Relation != nil && v.Subject != nil && v.Object != nil && v.Evidence != nil
}

func thing(line []byte) bool {
	var v struct{ Doc, ID, Type, Name, Forms, Country, SameAs any }
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	return dec.Decode(&v) == nil && v.Doc != nil && v.ID != nil && v.Type != nil && v.Name != nil
}

func lacking(line []byte) bool {
	var v struct{ Doc, Rule, Lacks, Text any }
	return json.Unmarshal(line, &v) == nil && v.Text == nil && v.Doc != nil && v.Rule != nil && v.Lacks != nil
}
