package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/ask"
)

func queryCommand() *cli.Command {
	var named strings.Builder
	for _, q := range ask.Queries() {
		fmt.Fprintf(&named, "   %-28s %s\n", q.Name+" "+q.Args, q.Help)
	}
	return &cli.Command{
		Name:      queryName,
		Usage:     "ask a graph: who met whom, what happened when, or anything in Gizmo",
		ArgsUsage: "GRAPH... NAME ARG... | GRAPH... --gizmo SCRIPT | GRAPH... -f FILE.js",
		Description: graphInputs + `

Queries with a name; "relata query who-met --help" tells more about one:
` + named.String() + `
People and things go by any of their names, in any spelling, or by their id (person:luong-cuong). "date" is when
something happened as far as a text says it, "reported" the date of the first document that tells it. --from, --to go by the
report where no text says when, or only "in March" and the report is of March.

Gizmo is Cayley's query language: https://github.com/cayleygraph/cayley/blob/master/docs/gizmoapi.md. Things are
called person:luong-cuong, country:japan, rel:met. A thing that several documents name is printed once. Facts that
did not happen (planned, proposed, denied) are no edges, but nodes: see the example. --evidence is for scripts that
end at facts, or tag them. Rows are written as they are found. A script that sends nothing gives the value of its
last expression (.Count(), .ToArray()); fields of an object from g.Emit are columns; SaveOpt leaves a cell empty where
Save leaves out the row. Errors say line and column.

Examples:
   relata query graph.db who-met "Lương Cường" --from 2025 --evidence
   relata query graph.nq path "Kim Jong Un" "Joko Widodo"
   relata query news/*.txt --gizmo 'g.V("<person:luong-cuong>").Out("<rel:met>").All()'
   relata query graph.nq --gizmo 'g.V("planned").In("<rel:status>").Save("<rel:subject>", "who").Save("<rel:object>", "what").All()'
   relata query graph.nq --output csv -f query.js`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "only what happened, or else was reported, since `DATE`: YYYY[-MM[-DD]]"},
			&cli.StringFlag{Name: "to", Usage: "only until this `DATE`"},
			&cli.StringSliceFlag{Name: "relation", Usage: "these `RELATIONS` instead of the query's: met,spokeWith"},
			&cli.StringSliceFlag{Name: "status", Usage: "only `STATUS`: actual, planned, proposed, denied, conditional, former"},
			&cli.StringFlag{Name: "at", Usage: "offices: as documents until this `DATE` tell"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` rows; 0: all", DefaultText: "all, but 20 of top and communities"},
			&cli.StringFlag{Name: "gizmo", Aliases: []string{"g"}, Usage: "`SCRIPT` to run"},
			&cli.StringFlag{Name: "f", Usage: "`FILE` with the script to run"},
			&cli.BoolFlag{Name: "evidence", Usage: "print the sentences behind each row; a table has five of each, csv and json all"},
			&cli.BoolFlag{Name: "all-rows", Usage: "print rows of a script as often as they come"},
			&cli.IntFlag{
				Name: "max-memory", Value: 1024, Usage: "stop a script that takes more than `MB` besides the graph; 0: no limit",
				DefaultText: "1024",
			},
			&cli.DurationFlag{Name: "timeout", Value: time.Minute, Usage: "stop a script after this `TIME`", DefaultText: "1m"},
			outputFlag(),
		}, graphFlags()...),
		Action: queryAction,
	}
}

func queryAction(c *cli.Context) error {
	paths := c.Args().Slice()
	if len(paths) > 0 && paths[0] == "help" {
		return queryHelp(c, paths[1:])
	}
	output, err := outputOf(c)
	if err != nil {
		return err
	}
	var run func(*graph.Store) error
	if c.IsSet("gizmo") || c.IsSet("f") {
		for _, flag := range narrowing {
			if c.IsSet(flag) {
				return usage(c, "--%s is for queries with a name: a script selects by itself", flag)
			}
		}
		script, err := scriptOf(c)
		if err != nil {
			return err
		}
		run = func(s *graph.Store) error { return runScript(c, s, script, output) }
	} else {
		var question []string
		if paths, question, err = splitQuestion(c, paths); err != nil {
			return err
		}
		opts, err := askOptions(c)
		if err != nil {
			return err
		}
		if opts.At != "" && question[0] != "offices" {
			return usage(c, "--at is for offices; --from and --to are for all queries")
		}
		run = func(s *graph.Store) error {
			t, err := answer(c, s, question, opts)
			if err != nil {
				return err
			}
			return t.write(c.App.Writer, output, widthOf(c))
		}
	}
	store, fault, err := openGraph(c, paths)
	if err != nil {
		return err
	}
	defer closeAfter(store)
	if err := run(store); err != nil {
		return err
	}
	return fault
}

// queryHelp prints the help of the query that args name, else that of the command.
func queryHelp(c *cli.Context, args []string) error {
	for _, q := range ask.Queries() {
		if !slices.Contains(args, q.Name) {
			continue
		}
		w := c.App.Writer
		usage := strings.TrimSpace(q.Name + " " + q.Args)
		fmt.Fprintf(w, "relata query GRAPH... %s - %s\n\n%s\n\nColumns: ", usage, q.Help, q.Long)
		var names, data []string
		for _, column := range q.Columns() {
			if column.Data {
				data = append(data, column.Name)
			} else {
				names = append(names, column.Name)
			}
		}
		fmt.Fprint(w, strings.Join(names, ", "))
		if len(data) > 0 {
			fmt.Fprintf(w, "; in csv and json also %s", strings.Join(data, ", "))
		}
		fmt.Fprint(w, "\n\nExamples:\n")
		for _, e := range q.Examples {
			fmt.Fprintf(w, "   relata query graph.db %s\n", e)
		}
		fmt.Fprintln(w)
		fmt.Fprintln(w, `--from, --to, --relation, --status, --limit, --evidence and --output: see "relata query --help".`)
		return nil
	}
	return cli.ShowSubcommandHelp(c)
}

// narrowing are the flags of askOptions.
var narrowing = []string{"from", "to", "at", "relation", "status", "limit"}

// askOptions reads the flags that narrow a query with a name.
func askOptions(c *cli.Context) (ask.Options, error) {
	opts := ask.Options{
		From: c.String("from"), To: c.String("to"), At: c.String("at"), Relations: listed(c, "relation"),
		Limit: c.Int("limit"),
	}
	if c.IsSet("limit") && opts.Limit <= 0 {
		opts.Limit = -1
	}
	for _, name := range listed(c, "status") {
		s := extract.Status(name)
		if !slices.Contains(statuses, s) {
			return opts, usage(c, "unknown status %q: want some of %v", name, statuses)
		}
		opts.Statuses = append(opts.Statuses, s)
	}
	return opts, nil
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
	isQuery := func(arg string) bool { return queries[arg].Name != "" }
	at := slices.IndexFunc(args, isQuery)
	if at == 0 && c.String("store") == "" && isFile(args[0]) { // a folder called visits
		if next := slices.IndexFunc(args[1:], isQuery); next >= 0 {
			at = next + 1
		}
	}
	if at < 0 {
		if name := strange(c, args); name != "" {
			err := fmt.Errorf("unknown query %q: want one of %s", name, strings.Join(names, ", "))
			if s := nearest(name, names); s != "" {
				hint := fmt.Sprintf("did you mean %q? %s", s, helpHint(c))
				return nil, nil, &failure{code: exitUsage, err: err, hint: hint}
			}
			return nil, nil, usage(c, "%w", err)
		}
		return nil, nil, usage(c, "no query given: want one of %s, or --gizmo SCRIPT, or -f FILE", strings.Join(names, ", "))
	}
	q := queries[args[at]]
	least, most := q.Arguments()
	if n := len(args) - at - 1; n < least || n > most {
		err := fmt.Errorf("%s: got %s, want %s", q.Name, count(n, "argument"), cmp.Or(q.Args, "none"))
		return nil, nil, &failure{code: exitUsage, err: err, hint: fmt.Sprintf("run %q", helpName(c)+" "+q.Name+" --help")}
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
		if !isFile(arg) {
			return arg
		}
	}
	return ""
}

func isFile(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// answer answers a named query.
func answer(c *cli.Context, s *graph.Store, question []string, opts ask.Options) (*table, error) {
	a, err := ask.Ask(s, question[0], question[1:], opts)
	if err != nil {
		return nil, askFault(c, err)
	}
	tell := func(format string, args ...any) { fmt.Fprintf(c.App.ErrWriter, "relata: hint: "+format+"\n", args...) }
	if len(a.Missing) > 0 {
		tell("no fact of the graph says %s, which %s asks for; its relations: %s",
			strings.Join(a.Missing, " or "), question[0], cmp.Or(strings.Join(a.Relations, ", "), "none"))
	}
	for _, h := range a.Hints {
		tell("%s", h)
	}
	if a.More > 0 {
		tell("%d more: --limit 0 shows all", a.More)
	}
	t := &table{}
	for _, column := range a.Columns {
		t.columns = append(t.columns, tableColumn{column.Name, column.Data})
	}
	for _, row := range a.Rows {
		t.add(row.Cells...)
		if c.Bool("evidence") {
			t.cite(citationsOf(row.Facts...))
		} else if a.Quoted {
			var quote []citation
			if doc, e, ok := row.Quote(); ok {
				quote = append(quote, citation{doc, e.Evidence})
			}
			t.cite(quote)
		}
	}
	return t, nil
}

// askFault adds to an error of ask.Ask what can be done about it.
func askFault(c *cli.Context, err error) error {
	if errors.Is(err, ask.ErrOptions) {
		return usage(c, "%w", err)
	}
	several, ok := errors.AsType[*ask.ChoiceError](err)
	if !ok {
		return err
	}
	const most = 12
	t := newTable("", "", "", "")
	for _, choice := range several.Choices[:min(most, len(several.Choices))] {
		what := string(choice.Type)
		if choice.Office != "" {
			what = choice.Office
		}
		t.add(choice.Name, choice.ID, what, count(choice.Facts, "fact"))
	}
	var b strings.Builder
	for _, line := range t.lines(widthOf(c))[1:] {
		b.WriteString("\n   " + line)
	}
	if n := len(several.Choices) - most; n > 0 {
		fmt.Fprintf(&b, "\n   and %d more", n)
	}
	err = fmt.Errorf("%q: %w", several.Name, graph.ErrAmbiguousName)
	return hint(err, "want the whole name, or the id, of one of these:%s", &b)
}
