package source

import (
	"bufio"
	"bytes"
	"encoding/json"
)

// written tells whether a stream is a result of relata, which is no text: a page with
// a graph, the manifest of a run, or JSON lines of facts, or of what texts call things.
func written(in *bufio.Reader, format string) bool {
	head, _ := in.Peek(in.Size())
	switch format {
	case webpage:
		return bytes.Contains(head, []byte(`<meta name="generator" content="relata">`))
	case jsonLines, jsonFile:
		line, _, _ := bytes.Cut(head, []byte("\n"))
		return fact(line) || thing(line) || bytes.HasPrefix(head, []byte("{\n \"relata\": "))
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
