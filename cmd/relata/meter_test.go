package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/relata-graph/relata/extract/source"
)

func TestMeter(t *testing.T) {
	read := &source.Progress{}
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Lan met Sato in Lima."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for range source.Read([]string{dir}, source.Options{Progress: read}) {
		break // the others are left to read
	}
	if done, total := read.Bytes(); done != 21 || total != 84 {
		t.Errorf("%d of %d bytes, want 21 of 84", done, total)
	}
	var out bytes.Buffer
	now := time.Unix(0, 0)
	m := &meter{
		w: &out, every: 30 * time.Second, bytes: read, start: now, shown: now, now: func() time.Time { return now },
	}
	now = now.Add(29 * time.Second)
	m.counts(80, 4)
	if out.Len() > 0 {
		t.Errorf("after 29 s: %q", &out)
	}
	now = now.Add(time.Second)
	m.counts(90, 5)
	m.counts(91, 5)
	m.done()
	if got, want := out.String(), "relata: 90 documents, 5 tellings of facts, 3.0 documents/s, 25%, 1m30s left\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	m.terminal, m.shown = true, time.Time{}
	out.Reset()
	m.counts(90, 5)
	m.done()
	if got, want := out.String(), "\x1b[K90 documents, 5 tellings of facts, 3.0 documents/s, 25%, 1m30s left\r\x1b[K"; got != want {
		t.Errorf("on a terminal: got %q, want %q", got, want)
	}
}

func TestBriefly(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0s", 44600 * time.Millisecond: "45s", 184 * time.Second: "3m0s", 11 * time.Minute: "11m", 130 * time.Minute: "2h10m",
	} {
		if got := briefly(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
