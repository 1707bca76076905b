package main

import (
	"encoding/json"
	"fmt"
	"io"
)

// readLines reads JSON values; fault tells what is wrong with one.
func readLines[T any](r io.Reader, what string, fault func(*T) error) ([]T, error) {
	var lines []T
	dec := json.NewDecoder(r)
	for {
		var v T
		if err := dec.Decode(&v); err == io.EOF {
			return lines, nil
		} else if err != nil {
			return nil, fmt.Errorf("line %d: not %s as JSON: %w", len(lines)+1, what, err)
		}
		if err := fault(&v); err != nil {
			return nil, fmt.Errorf("line %d: not %s as JSON: %w", len(lines)+1, what, err)
		}
		lines = append(lines, v)
	}
}

// writeJSON writes a value as JSON of several lines.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeLines writes values as JSON, one a line.
func writeLines[T any](w io.Writer, values []T) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range values {
		if err := enc.Encode(&values[i]); err != nil {
			return err
		}
	}
	return nil
}
