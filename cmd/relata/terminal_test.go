package main

import (
	"slices"
	"strings"
	"testing"
)

func TestAlignColumns(t *testing.T) {
	rows := [][]string{{"person", "office"}, {"Trần Lan", "President of the Republic of Peru"}, {"習近平", "-"}}
	want := []string{"person    office", "Trần Lan  President of the Republic of Peru", "習近平    -"}
	if got := alignColumns(rows, 0); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	want = []string{"person    office", "Trần Lan  President of…", "習近平    -"}
	if got := alignColumns(rows, 24); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	for _, line := range alignColumns(rows, 1) { // no narrower than ten each
		if columnsWide(line) > 22 {
			t.Errorf("%q has %d columns", line, columnsWide(line))
		}
	}
}

func TestWrap(t *testing.T) {
	got := strings.Join(wrap("    a: one two three four", "      ", 14), "|")
	if got != "    a: one two|      three|      four" {
		t.Errorf("got %q", got)
	}
	if got := wrap("    averyveryverylongword", "      ", 9); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}
