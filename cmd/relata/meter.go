package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/source"
)

// A meter tells how far the work is: on a terminal in a line that changes, elsewhere, for
// logs, in a line now and then.
type meter struct {
	w        io.Writer // nil when nobody is to see it
	terminal bool
	every    time.Duration // between two tellings
	bytes    *source.Progress
	start    time.Time
	shown    time.Time
	now      func() time.Time
}

func progress(c *cli.Context) *meter {
	if c.Bool("quiet") {
		return &meter{}
	}
	m := &meter{w: c.App.ErrWriter, every: 30 * time.Second, bytes: &source.Progress{}, now: time.Now}
	if log, ok := m.w.(*messages); ok && !log.json && isTerminal(log.w) {
		m.w, m.terminal, m.every = log.w.(*os.File), true, 100*time.Millisecond
	}
	m.start = m.now()
	if m.shown = m.start; m.terminal {
		m.shown = time.Time{}
	}
	return m
}

// counts tells of what was done, if it is time to.
func (m *meter) counts(documents, facts int) {
	if m.w == nil {
		return
	}
	now := m.now()
	if now.Sub(m.shown) < m.every {
		return
	}
	m.shown = now
	read, total := m.bytes.Bytes()
	text := m.line(documents, facts, read, total)
	if m.terminal {
		fmt.Fprintf(m.w, "\x1b[K%s\r", text)
		return
	}
	say(m.w, message{Level: levelInfo, Message: text, Counts: map[string]int64{
		"documents": int64(documents), "facts": int64(facts), "bytes": read, "total_bytes": total,
	}})
}

// line is what counts tells. What is read ahead of the work counts as done: it is little.
func (m *meter) line(documents, facts int, read, total int64) string {
	s := count(documents, "document") + ", " + count(facts, "telling") + " of facts"
	elapsed := m.now().Sub(m.start)
	if elapsed < time.Second || read == 0 {
		return s
	}
	if rate := float64(documents) / elapsed.Seconds(); rate >= .1 { // a long text takes longer than that tells
		s += fmt.Sprintf(", %.*f documents/s", decimals(rate), rate)
	}
	if read = min(read, total); read > 0 {
		left := time.Duration(float64(elapsed) * float64(total-read) / float64(read))
		s += fmt.Sprintf(", %d%%, %s left", 100*read/total, briefly(left))
	}
	return s
}

func decimals(rate float64) int {
	if rate < 10 {
		return 1
	}
	return 0
}

// briefly gives a duration as people say it: "45s", "3m", "2h10m".
func briefly(d time.Duration) string {
	switch {
	case d < time.Minute:
		return d.Round(time.Second).String()
	case d < 10*time.Minute:
		return d.Round(10 * time.Second).String()
	}
	return strings.TrimSuffix(d.Round(time.Minute).String(), "0s")
}

// done takes the line off the terminal.
func (m *meter) done() {
	if m.terminal {
		fmt.Fprint(m.w, "\x1b[K")
	}
}
