package main

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
)

// hostileText has what terminals act on: colours, a title of the window, C1 controls.
const hostileText = "Lan \x1b[31mmet\x07 \u009b2JSato \xff\t\x7f\r\n"

const shownText = `Lan \u001b[31mmet\u0007 \u009b2JSato \xff` + "\t" + `\u007f\u000d` + "\n"

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		hostileText: shownText, "Lương Cường 習近平 �\n": "Lương Cường 習近平 �\n", "": "",
	} {
		if got := visible(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

// TestPage writes a text in pieces of each length, which part characters.
func TestPage(t *testing.T) {
	text := strings.Repeat(hostileText+"Lương Cường 習近平", 3)
	for size := 1; size < len(text); size++ {
		var out bytes.Buffer
		p := &page{w: bufio.NewWriter(&out)}
		for rest := text; rest != ""; {
			n := min(size, len(rest))
			p.Write([]byte(rest[:n]))
			rest = rest[n:]
		}
		if err := p.Flush(); err != nil || out.String() != visible(text) {
			t.Fatalf("in pieces of %d: %q, %v", size, &out, err)
		}
	}
}
