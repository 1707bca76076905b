package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A shownPart is a key of a rule with what it says: "subject", "the subject, a Person".
type shownPart struct {
	Key  string `json:"key"`
	Says string `json:"says"`
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// showWidth is how many columns "rules show" fills.
const showWidth = 100

// writeLine writes a key and what it says, unless that is nothing.
func writeLine(w io.Writer, key, says string) {
	if says != "" {
		writeFolded(w, fmt.Sprintf("  %-10s ", key), says)
	}
}

// writeFolded writes a text in lines of showWidth, all but the first indented
// as far as head is long.
func writeFolded(w io.Writer, head, text string) {
	indent := utf8.RuneCountInString(head)
	line := head
	column := indent
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if i > 0 && column+1+n > showWidth {
			fmt.Fprintln(w, line)
			line, column = strings.Repeat(" ", indent), indent
		} else if i > 0 {
			line += " "
			column++
		}
		line += word
		column += n
	}
	fmt.Fprintln(w, line)
}
