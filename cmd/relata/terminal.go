package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
	"golang.org/x/text/width"
)

// terminalWidth is the key of App.Metadata for the columns of the terminal.
const terminalWidth = "width"

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columnsOf gives the columns of the terminal that w is, 0 if it is none.
func columnsOf(w io.Writer) int {
	if !isTerminal(w) {
		return 0
	}
	columns, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// widthOf gives the columns of the terminal of standard output, 0 if it is none.
func widthOf(c *cli.Context) int {
	columns, _ := c.App.Metadata[terminalWidth].(int)
	return columns
}

// columnsWide gives how many columns of a terminal a text takes.
func columnsWide(s string) int {
	n := 0
	for _, r := range s {
		n += runeWide(r)
	}
	return n
}

func runeWide(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// cut shortens a text to columns; what was cut shows as "…".
func cut(s string, columns int) string {
	if columnsWide(s) <= columns {
		return s
	}
	n := 1 // for the …
	for i, r := range s {
		if n += runeWide(r); n > columns {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// alignColumns puts the cells of rows under each other, two spaces between them.
// Lines that are wider than width, if it is not 0, become narrower in the widest
// columns; the last one is never padded.
func alignColumns(rows [][]string, width int) []string {
	var wide []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], columnsWide(cell))
		}
	}
	if width > 0 {
		shrink(wide, width-2*(len(wide)-1))
	}
	lines := make([]string, len(rows))
	for k, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			cell = cut(cell, wide[i])
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", wide[i]-columnsWide(cell)+2))
			}
		}
		lines[k] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// shrink takes from the widest columns until all together have at most total,
// but leaves each ten, as a date needs.
func shrink(wide []int, total int) {
	const least = 10
	sum := 0
	for _, n := range wide {
		sum += n
	}
	for ; sum > total; sum-- {
		i := slices.Index(wide, slices.Max(wide))
		if i < 0 || wide[i] <= least {
			return
		}
		wide[i]--
	}
}

// wrap breaks a text into lines of at most width columns, at spaces; the lines
// after the first begin with indent. A width of 0 means one line.
func wrap(s, indent string, width int) []string {
	if width == 0 || columnsWide(s) <= width {
		return []string{s}
	}
	var lines []string
	words := strings.Split(s, " ")
	line := words[0]
	for _, word := range words[1:] {
		if strings.TrimSpace(line) != "" && columnsWide(line)+1+columnsWide(word) > width {
			lines = append(lines, line)
			line = indent + word
			continue
		}
		line += " " + word
	}
	return append(lines, line)
}
