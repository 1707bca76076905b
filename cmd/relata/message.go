package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A message is what is said to the user besides results: a line of text or, with --log json,
// a line of JSON.
type message struct {
	Level   string           `json:"level"`
	Message string           `json:"message"`
	Hint    string           `json:"hint,omitempty"`  // what can be done about it
	Input   string           `json:"input,omitempty"` // the file that it is about
	Line    int              `json:"line,omitempty"`  // of the input, from 1
	Counts  map[string]int64 `json:"counts,omitempty"`
}

const (
	levelInfo    = "info"
	levelWarning = "warning"
	levelError   = "error"
)

// saysJSON tells whether messages are written as JSON.
func saysJSON(w io.Writer) bool {
	m, ok := w.(*messages)
	return ok && m.json
}

// say writes a message. One without a text and hint is left out.
func say(w io.Writer, m message) {
	switch {
	case m.Message == "" && m.Hint == "":
	case saysJSON(w):
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(m) // as with text: who does not listen misses it
	default:
		var b strings.Builder
		if m.Message != "" {
			b.WriteString("relata: ")
			if m.Level != levelInfo {
				b.WriteString(m.Level + ": ")
			}
			b.WriteString(m.Message + "\n")
		}
		if m.Hint != "" {
			b.WriteString("relata: hint: " + m.Hint + "\n")
		}
		_, _ = io.WriteString(w, b.String())
	}
}

// warn says what may be wrong.
func warn(w io.Writer, format string, args ...any) {
	say(w, message{Level: levelWarning, Message: fmt.Sprintf(format, args...)})
}
