package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

// runScript runs a Gizmo script. Evidence is that of the facts among its
// results and tags.
func runScript(c *cli.Context, s *graph.Store, script string) (*table, error) {
	if id := graph.BareID(script); id != "" {
		fmt.Fprintf(c.App.ErrWriter, "relata: hint: a script names things in angle brackets: \"<%s>\"\n", id)
	}
	unknown, err := s.Unknown(script)
	if err != nil {
		return nil, err
	}
	for _, u := range unknown {
		fmt.Fprintf(c.App.ErrWriter, "relata: hint: <%s> is not in the graph", u.ID)
		if len(u.Near) > 0 {
			fmt.Fprintf(c.App.ErrWriter, "; did you mean <%s>?", strings.Join(u.Near, ">, <"))
		}
		fmt.Fprintln(c.App.ErrWriter)
	}
	ctx, stop := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer stop()
	rows, err := s.Gizmo(ctx, script)
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("the script did not end in %v", c.Duration("timeout"))
		return nil, hint(err, "--timeout 10m gives it more time")
	}
	if err != nil {
		return nil, err
	}
	t := rowTable(rows)
	if c.Bool("evidence") {
		cited := false
		facts := make(map[string]graph.Fact)
		for f, err := range s.Facts() {
			if err != nil {
				return nil, err
			}
			facts[f.ID] = f
		}
		for _, r := range rows {
			citations := citationsOf(facts[r.ID])
			for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
				citations = append(citations, citationsOf(facts[r.Tags[tag].ID])...)
			}
			t.cite(citations)
			cited = cited || len(citations) > 0
		}
		if !cited && len(rows) > 0 {
			t.evidence = nil
			fmt.Fprintln(c.App.ErrWriter,
				"relata: hint: --evidence does not apply: the script neither ends at facts nor tags them")
		}
	}
	if !c.Bool("all-rows") {
		t.unique()
	}
	return t, nil
}

// scriptOf gives the Gizmo script of the command line.
func scriptOf(c *cli.Context) (string, error) {
	file := c.String("f")
	switch {
	case file != "" && c.IsSet("gizmo"):
		return "", usage(c, "--gizmo and -f: want one script")
	case file != "":
		data, err := os.ReadFile(file)
		return string(data), err
	}
	return c.String("gizmo"), nil
}

// rowTable makes a table of what a script finds: id and label of the things,
// value for texts and what was emitted, and a column for each tag.
func rowTable(rows []graph.Row) *table {
	things, values := false, false
	tags := make(map[string]bool)
	for _, r := range rows {
		things = things || r.ID != ""
		values = values || r.ID == "" && (r.Value != nil || r.Emit != nil)
		for tag := range r.Tags {
			tags[tag] = true
		}
	}
	var names []string
	if things || !values {
		names = append(names, "id", "label")
	}
	if values {
		names = append(names, "value")
	}
	sorted := slices.Sorted(maps.Keys(tags))
	t := newTable(append(names, sorted...)...)
	for _, r := range rows {
		var cells []any
		if things || !values {
			cells = append(cells, orNil(r.ID), orNil(r.Label))
		}
		if values {
			value := r.Value
			if r.Emit != nil {
				value = r.Emit
			}
			cells = append(cells, value)
		}
		for _, tag := range sorted {
			n := r.Tags[tag]
			if n.ID != "" {
				n.Value = n.ID
			}
			cells = append(cells, n.Value)
		}
		t.add(cells...)
	}
	return t
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
