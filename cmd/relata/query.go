package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/ask"
)

func queryCommand() *cli.Command {
	var named strings.Builder
	for _, q := range ask.Queries() {
		fmt.Fprintf(&named, "   %-28s %s\n", q.Name+" "+q.Args, q.Help)
	}
	return &cli.Command{
		Name:      "query",
		Usage:     "ask a graph: who met whom, what happened when, or anything in Gizmo",
		ArgsUsage: "[GRAPH...] NAME ARG... | --gizmo SCRIPT | -f FILE.js",
		Description: graphInputs + `

Queries with a name:
` + named.String() + `
Gizmo is Cayley's query language: https://github.com/cayleygraph/cayley/blob/master/docs/gizmoapi.md. Things are
called person:luong-cuong, country:japan, rel:met. A thing that several documents name is printed once. Facts that
did not happen (planned, proposed, denied) are no edges, but nodes: see the example. --evidence is for scripts that
end at facts, or tag them.

Examples:
   relata query --store graph.db who-met "Lương Cường" --evidence
   relata query news/*.txt --gizmo 'g.V("<person:luong-cuong>").Out("<rel:met>").All()'
   relata query graph.nq --gizmo 'g.V("planned").In("<rel:status>").Save("<rel:subject>", "who").Save("<rel:object>", "what").All()'
   relata query graph.nq --output csv -f query.js`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "gizmo", Aliases: []string{"g"}, Usage: "`SCRIPT` to run"},
			&cli.StringFlag{Name: "f", Usage: "`FILE` with the script to run"},
			&cli.BoolFlag{Name: "evidence", Usage: "print the sentences behind each row"},
			&cli.BoolFlag{Name: "all-rows", Usage: "print rows of a script as often as they come"},
			&cli.DurationFlag{Name: "timeout", Value: time.Minute, Usage: "stop a script after this `TIME`", DefaultText: "1m"},
			outputFlag(),
		}, graphFlags()...),
		Action: queryAction,
	}
}

func queryAction(c *cli.Context) error {
	output, err := outputOf(c)
	if err != nil {
		return err
	}
	paths := c.Args().Slice()
	var run func(*graph.Store) (*table, error)
	if c.IsSet("gizmo") || c.IsSet("f") {
		script, err := scriptOf(c)
		if err != nil {
			return err
		}
		run = func(s *graph.Store) (*table, error) { return runScript(c, s, script) }
	} else {
		var question []string
		if paths, question, err = splitQuestion(c, paths); err != nil {
			return err
		}
		run = func(s *graph.Store) (*table, error) { return answer(c, s, question) }
	}
	store, fault, err := openGraph(c, paths)
	if err != nil {
		return err
	}
	defer store.Close()
	t, err := run(store)
	if err != nil {
		return err
	}
	if err := t.write(c.App.Writer, output); err != nil {
		return err
	}
	return fault
}

// splitQuestion parts the paths of a command line from the named query after
// them, and checks that it has the arguments it wants.
func splitQuestion(c *cli.Context, args []string) (paths, question []string, err error) {
	queries := make(map[string]ask.Query)
	var names []string
	for _, q := range ask.Queries() {
		queries[q.Name] = q
		names = append(names, q.Name)
	}
	at := slices.IndexFunc(args, func(arg string) bool { return queries[arg].Name != "" })
	if at < 0 {
		if name := strange(c, args); name != "" {
			err := fmt.Errorf("unknown query %q: want one of %s", name, strings.Join(names, ", "))
			if s := nearest(name, names); s != "" {
				return nil, nil, &failure{code: exitUsage, err: err, hint: fmt.Sprintf("did you mean %q? %s", s, helpHint(c))}
			}
			return nil, nil, usage(c, "%w", err)
		}
		return nil, nil, usage(c, "no query given: want one of %s, or --gizmo SCRIPT, or -f FILE", strings.Join(names, ", "))
	}
	q := queries[args[at]]
	most := len(strings.Fields(q.Args))
	least := most - strings.Count(q.Args, "[")
	if n := len(args) - at - 1; n < least || n > most {
		return nil, nil, usage(c, "%s: got %s, want %s", q.Name, count(n, "argument"), q.Args)
	}
	return args[:at], args[at:], nil
}

// strange gives the first argument that can be neither the graph nor a file,
// and so must have been meant for a query.
func strange(c *cli.Context, args []string) string {
	for i, arg := range args {
		isGraph := i == 0 && len(args) == 1 && c.String("store") == ""
		if isGraph || arg == "-" || filepath.Ext(arg) != "" || strings.ContainsAny(arg, `/\`) {
			continue
		}
		if _, err := os.Stat(arg); err != nil {
			return arg
		}
	}
	return ""
}

// answer answers a named query.
func answer(c *cli.Context, s *graph.Store, question []string) (*table, error) {
	a, err := ask.Ask(s, question[0], question[1:]...)
	if err != nil {
		return nil, err
	}
	if len(a.Rows) == 0 && len(a.Missing) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "relata: hint: no fact of the graph says %s, which %s asks for; its relations: %s\n",
			strings.Join(a.Missing, " or "), question[0], cmp.Or(strings.Join(a.Relations, ", "), "none"))
	}
	t := &table{columns: a.Columns}
	for _, row := range a.Rows {
		t.add(row.Cells...)
		if c.Bool("evidence") {
			var citations []citation
			for _, f := range row.Facts {
				citations = append(citations, citationsOf(f)...)
			}
			t.cite(citations)
		}
	}
	return t, nil
}

func citationsOf(f graph.Fact) []citation {
	var all []citation
	for _, s := range f.Statements {
		for _, e := range s.Evidence {
			all = append(all, citation{s.Doc, e.Evidence})
		}
	}
	return all
}

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
	t := &table{}
	if things || !values {
		t.columns = append(t.columns, "id", "label")
	}
	if values {
		t.columns = append(t.columns, "value")
	}
	sorted := slices.Sorted(maps.Keys(tags))
	t.columns = append(t.columns, sorted...)
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
