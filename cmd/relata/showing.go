package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// visible gives a text as a terminal may get it: control characters, which could
// change what stands elsewhere on it, and bytes that are not UTF-8 are written as
// "\u001b" and "\xff". Ends of lines and tabs stay.
func visible(s string) string {
	if strings.IndexFunc(s, control) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case control(r) && r != utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// control tells of characters that visible shows, and maybe of U+FFFD.
func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 || r == utf8.RuneError
}

// messages writes what is said to people, each message in one Write.
type messages struct {
	w    io.Writer
	json bool // of those that say has; see there
}

func (m *messages) Write(p []byte) (int, error) {
	if _, err := io.WriteString(m.w, visible(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// A page is standard output for people to read.
type page struct {
	w        *bufio.Writer
	terminal bool
	rest     []byte // the beginning of a character
}

func (p *page) Write(data []byte) (int, error) {
	text := append(p.rest, data...)
	end := len(text)
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				end -= n
			}
			break
		}
	}
	_, err := p.w.WriteString(visible(string(text[:end])))
	p.rest = append(p.rest[:0], text[end:]...)
	if err != nil {
		return 0, err
	}
	return len(data), nil
}

// Flush sends what has been written.
func (p *page) Flush() error {
	p.w.WriteString(visible(string(p.rest)))
	p.rest = nil
	return p.w.Flush()
}

// forData gives standard output for data, which go through as they are unless it is a
// terminal.
func forData(w io.Writer) io.Writer {
	if p, ok := w.(*page); ok && !p.terminal {
		return p.w
	}
	return w
}
