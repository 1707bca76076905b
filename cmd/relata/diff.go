package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph/diff"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "compare two graphs: facts added, removed and changed",
		ArgsUsage: "BEFORE AFTER",
		Description: `BEFORE and AFTER are each a store (.db), an N-Quads file (.nq) or facts (.jsonl, as extract and export
write them).

A fact is what one document tells: it is the same wherever in the text it stands, and by whatever rule it was
found. It has changed when the document tells it of the same two with another status, date, place or the like. The
facts come by relation, then by document. The exit code is 3 when there is a difference, else 0.

Examples:
   relata diff monday.db tuesday.db
   relata diff old.jsonl new.jsonl --relation met,visited
   relata diff main.nq branch.nq --output markdown >> "$GITHUB_STEP_SUMMARY"`,
		Flags: []cli.Flag{
			&cli.StringFlag{
				Name: "output", Value: "text", Usage: "form of the answer: text, json, markdown", DefaultText: "text",
			},
			&cli.StringSliceFlag{Name: "relation", Usage: "only these `RELATIONS`: met,visited"},
			&cli.BoolFlag{Name: "summary", Usage: "only how many, by relation"},
			packFlag, rulesFlag, strictFlag, jobsFlag, quietFlag,
		},
		Action: diffAction,
	}
}

func diffAction(c *cli.Context) error {
	if c.NArg() != 2 {
		return usage(c, "want BEFORE and AFTER, got %s", count(c.NArg(), "argument"))
	}
	output := c.String("output")
	if !slices.Contains([]string{"text", "json", "markdown"}, output) {
		return usage(c, "unknown output %q: want text, json, markdown", output)
	}
	var told [2][]extract.Fact
	for i, path := range c.Args().Slice() {
		var err error
		if told[i], err = toldBy(c, path); err != nil {
			return err
		}
	}
	d := diff.Compare(told[0], told[1])
	w := c.App.Writer
	switch output {
	case "json":
		if err := writeJSON(w, d); err != nil {
			return err
		}
	case "markdown":
		writeMarkdownDiff(w, d, diffForm{summary: c.Bool("summary")})
	default:
		writeTextDiff(w, d, diffForm{summary: c.Bool("summary")})
	}
	if !d.Same() {
		return &failure{code: exitDiffers}
	}
	return nil
}

// toldBy gives the facts that a file of facts or a graph tells, of the relations
// that are asked for.
func toldBy(c *cli.Context, path string) ([]extract.Fact, error) {
	facts, err := factsAt(c, path)
	if only := listed(c, "relation"); len(only) > 0 {
		facts = slices.DeleteFunc(facts, func(f extract.Fact) bool { return !slices.Contains(only, f.Relation) })
	}
	return facts, err
}

func factsAt(c *cli.Context, path string) ([]extract.Fact, error) {
	if holdsFacts(path) {
		facts, err := openLines(c, path, readFacts)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hint(err, "make it: relata extract PATH... -o FACTS.jsonl")
		}
		if err != nil && strings.Contains(err.Error(), "not a fact") {
			return nil, hint(err, "want facts, as relata extract -o FACTS.jsonl writes them")
		}
		return facts, err
	}
	if graphKind(path) == "texts" {
		return nil, usage(c, "%q: want a store (.db), N-Quads (.nq) or facts (.jsonl)", path)
	}
	store, _, err := openGraph(c, []string{path})
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return export.Told(store)
}
