package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph/diff"
)

// A diffLine is a difference as text and Markdown show it.
type diffLine struct {
	sign, doc, says, sentence, rule string
}

// A diffForm is how much is told of differences.
type diffForm struct {
	summary bool // only how many
	rules   bool // by which rule, too
}

// diffLines gives the differences by relation; of each, what came, went and changed.
func diffLines(d *diff.Diff) map[string][]diffLine {
	lines := map[string][]diffLine{}
	add := func(sign string, f *extract.Fact, says string) {
		line := diffLine{sign, f.Doc, foldSpace(says), foldSpace(f.Evidence.Text), f.Rule}
		lines[f.Relation] = append(lines[f.Relation], line)
	}
	for i := range d.Added {
		add("+", &d.Added[i], d.Added[i].String())
	}
	for i := range d.Removed {
		add("-", &d.Removed[i], d.Removed[i].String())
	}
	for i := range d.Changed {
		f := d.Changed[i].After
		add("~", &f, fmt.Sprintf("%s %s %s: %s", f.Subject.Name, f.Relation, f.Object.Name, changedFields(&d.Changed[i])))
	}
	for _, list := range lines {
		slices.SortStableFunc(list, func(a, b diffLine) int { return strings.Compare(a.doc, b.doc) })
	}
	return lines
}

// changedFields says what has changed of a fact: "date 2025 -> 2026, place - -> Lima".
func changedFields(c *diff.Change) string {
	var fields []string
	for _, x := range c.Fields {
		fields = append(fields, fmt.Sprintf("%s %s -> %s", x.Name, orNone(x.Before), orNone(x.After)))
	}
	return strings.Join(fields, ", ")
}

func orNone(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// counts says how many lines have which sign: "2 added, 1 changed".
func counts(lines []diffLine) string {
	var parts []string
	for _, kind := range []struct{ sign, says string }{{"+", "added"}, {"-", "removed"}, {"~", "changed"}} {
		n := 0
		for _, l := range lines {
			if l.sign == kind.sign {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, kind.says))
		}
	}
	return strings.Join(parts, ", ")
}

func total(d *diff.Diff) string {
	return fmt.Sprintf("%s added, %d removed, %d changed, %d the same",
		count(len(d.Added), "fact"), len(d.Removed), len(d.Changed), d.Unchanged)
}

func writeTextDiff(w io.Writer, d *diff.Diff, form diffForm) {
	lines := diffLines(d)
	for _, relation := range slices.Sorted(maps.Keys(lines)) {
		fmt.Fprintf(w, "%s: %s\n", relation, counts(lines[relation]))
		if form.summary {
			continue
		}
		for _, l := range lines[relation] {
			if form.rules {
				l.says += ", by " + l.rule
			}
			fmt.Fprintf(w, "  %s %s: %s\n", l.sign, l.doc, l.says)
			if l.sentence != "" {
				fmt.Fprintf(w, "      %s\n", l.sentence)
			}
		}
	}
	fmt.Fprintln(w, total(d))
}

func writeMarkdownDiff(w io.Writer, d *diff.Diff, form diffForm) {
	fmt.Fprintf(w, "### %s\n", total(d))
	lines := diffLines(d)
	for _, relation := range slices.Sorted(maps.Keys(lines)) {
		fmt.Fprintf(w, "\n**%s**: %s\n", markdownText(relation), counts(lines[relation]))
		if form.summary {
			continue
		}
		by, more := "", ""
		if form.rules {
			by, more = " rule |", "---|"
		}
		fmt.Fprintf(w, "\n| | document | fact | sentence |%s\n|---|---|---|---|%s\n", by, more)
		for _, l := range lines[relation] {
			if form.rules {
				by = " " + markdownText(l.rule) + " |"
			}
			fmt.Fprintf(w, "| %s | %s | %s | %s |%s\n", l.sign, markdownText(l.doc), markdownText(l.says), markdownText(l.sentence), by)
		}
	}
}

// markdownText is a text as a cell of a table shows it.
var markdownText = strings.NewReplacer(
	"|", "\\|", "<", "&lt;", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[").Replace
