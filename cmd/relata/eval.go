package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
)

func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score facts against what readers found",
		ArgsUsage: "GOLD FACTS.jsonl [ENTITIES.jsonl]",
		Description: `GOLD is a folder of gold files, or one such file; FACTS.jsonl ("-": standard input) and ENTITIES.jsonl are
what "relata extract" writes.

Precision is the share of the found facts that a gold fact states, recall the share of the required
gold facts that were found. People and countries are compared by any of their names in the text, areas,
agreements, events and positions by their words. "core" sums up ` + fmt.Sprint(coreRelations) + `.
A statement is what the gold has from one passage; its recall is the share of its required facts that were found.
date, place, status and of tell how many of the matched facts have them right.

With ENTITIES.jsonl it is scored who is who: precision and recall are B-cubed (Bagga and Baldwin 1998) over the
forms that the gold lists for each entity, those of several entities left out. A form that was not found is a miss
of recall. "exactly one" counts the entities whose found forms are in one found entity that has no form of
another; "persons of facts" are the people who take part in a required fact.

Examples:
   relata extract docs -o facts.jsonl && relata eval gold facts.jsonl
   relata extract docs -o facts.jsonl -o entities.jsonl && relata eval gold facts.jsonl entities.jsonl
   relata eval gold facts.jsonl --verbose | grep '^miss'`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "table", Usage: "table or json", DefaultText: "table"},
			packFlag, rulesFlag, strictFlag,
			&cli.BoolFlag{
				Name: "verbose", Aliases: []string{"v"},
				Usage: "list misses, false alarms and wrong qualifiers with their evidence; " +
					"entities that are split, hold strangers or miss forms",
			},
		},
		Action: evalAction,
	}
}

func evalAction(c *cli.Context) error {
	format := c.String("format")
	if format != "table" && format != "json" {
		return usage(c, "unknown format %q: want table or json", format)
	}
	if c.NArg() != 2 && c.NArg() != 3 {
		return usage(c, "want GOLD, FACTS.jsonl and perhaps ENTITIES.jsonl, got %d arguments", c.NArg())
	}
	gold, err := readGold(c.Args().Get(0))
	if errors.Is(err, fs.ErrNotExist) {
		return hint(err, "GOLD is a folder of gold files, or one such file")
	}
	if err != nil {
		return err
	}
	facts, err := openLines(c, c.Args().Get(1), readFacts)
	if errors.Is(err, fs.ErrNotExist) {
		return hint(err, "make it: relata extract PATH... -o FACTS.jsonl")
	}
	if err != nil {
		return err
	}
	warnOfStrangers(c.App.ErrWriter, gold, facts)
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	rep := compare(gold, facts, symmetricOf(pack))
	if c.NArg() == 3 {
		entities, err := openLines(c, c.Args().Get(2), readEntities)
		if errors.Is(err, fs.ErrNotExist) {
			return hint(err, "make it: relata extract PATH... -o entities.jsonl")
		}
		if err != nil {
			return err
		}
		rep.Entities, rep.EntityDifferences = compareEntities(gold, entities)
	}
	if !c.Bool("verbose") {
		rep.Differences, rep.EntityDifferences = nil, nil
	}
	if format == "json" {
		return writeJSON(c.App.Writer, rep)
	}
	return rep.print(c.App.Writer)
}

// symmetricOf gives the symmetric relations of a pack.
func symmetricOf(pack *rules.Pack) map[string]bool {
	symmetric := make(map[string]bool)
	for _, r := range pack.Relations {
		symmetric[r.Name] = r.Symmetric
	}
	return symmetric
}

// openLines reads what a file of JSON lines holds; "-" is standard input.
func openLines[T any](c *cli.Context, path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	r := c.App.Reader
	if path != "-" {
		f, err := openInput(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	lines, err := read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return lines, nil
}

// warnOfStrangers tells of documents that only one side has: mostly a mistake.
func warnOfStrangers(w io.Writer, gold []*goldDoc, facts []extract.Fact) {
	found, known := make(map[string]bool), make(map[string]bool)
	for _, f := range facts {
		found[f.Doc] = true
	}
	for _, g := range gold {
		known[g.Doc] = true
		if !found[g.Doc] && len(g.Facts) > 0 {
			warn(w, "no facts found of gold document %s", g.Doc)
		}
	}
	for _, doc := range slices.Sorted(maps.Keys(found)) {
		if !known[doc] {
			warn(w, "no gold for document %s: its facts are not scored", doc)
		}
	}
}

func (r report) print(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "relation\tprecision\trecall\tF1\tright/found\thit/required\tdate\tplace\tstatus\tof\t")
	for _, s := range append(slices.Clone(r.Relations), r.Core, r.All) {
		fmt.Fprintf(tw, "%s\t%s\t%s\t%.3f\t%d/%d\t%d/%d\t%s\t%s\t%s\t%s\t\n", s.Relation, s.Precision, s.Recall, s.f1(),
			s.Precision.Right, s.Precision.Of, s.Recall.Right, s.Recall.Of, s.Date, s.Place, s.Status, s.Of)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "recall per statement: core %.3f of %d, all %.3f of %d\n",
		r.Statements.Core.recall(), r.Statements.Core.Of, r.Statements.All.recall(), r.Statements.All.Of)
	if len(r.Entities) > 0 {
		fmt.Fprintln(w)
		if err := printEntities(w, r.Entities, r.EntityDifferences); err != nil {
			return err
		}
	}
	for _, d := range r.Differences {
		fmt.Fprintf(w, "%s\t%s\t%s(%s, %s)", d.Kind, d.Doc, d.Relation, d.Subject, d.Object)
		if d.Found != "" || d.Want != "" {
			fmt.Fprintf(w, "\tfound %q, want %q", d.Found, d.Want)
		}
		if d.Rule != "" {
			fmt.Fprintf(w, "\t%s", d.Rule)
		}
		if _, err := fmt.Fprintf(w, "\t%s\n", foldSpace(d.Evidence)); err != nil {
			return err
		}
	}
	return nil
}
