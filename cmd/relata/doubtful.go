package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph/identity"
)

func entitiesCommand() *cli.Command {
	return &cli.Command{
		Name:  "entities",
		Usage: "list who is doubtful: likely duplicates, and strangers taken for one",
		Subcommands: []*cli.Command{{
			Name: "doubtful", Usage: "list likely duplicates and likely wrong merges, and draft an alias file",
			ArgsUsage: "GRAPH...",
			Description: `People of like names who were not taken for one because too little is known of them, the likeliest
first; then those who were taken for one although their documents tell two countries, a man and a woman, or of a name
of many offices that no document joins. --draft writes an alias file with a line for each, not yet in force, and the
reasons beside it: take the mark before a line away where it is true, and give the file with --aliases to extract, query or
explain.

` + graphInputs + ` N-Quads do not tell what was joined: give a store or texts.

Examples:
   relata entities doubtful graph.db
   relata entities doubtful graph.db --draft aliases.yaml
   relata query graph.db --aliases aliases.yaml who-met Kiprono`,
			Flags: append(graphFlags(),
				&cli.StringFlag{Name: "draft", Usage: "write an alias `FILE` to review"},
				&cli.IntFlag{Name: "limit", Usage: "list `N` at most; 0: all", DefaultText: "0"},
				outputFlag(),
			),
			Action: doubtfulAction,
		}},
	}
}

func doubtfulAction(c *cli.Context) error {
	output, err := outputOf(c)
	if err != nil {
		return err
	}
	if c.String("store") == "" && c.NArg() > 0 && graphKind(c.Args().First()) == "nquads" {
		return usage(c, "N-Quads do not tell what was joined, and why: give a store or texts")
	}
	store, fault, err := openGraph(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer store.Close()
	all, err := store.Doubtful()
	if err != nil {
		return err
	}
	if n := c.Int("limit"); n > 0 && n < len(all) {
		all = all[:n]
	}
	if file := c.String("draft"); file != "" {
		files, err := createOutputs(c.Context, []string{file}, c.App.Writer)
		if err != nil {
			return err
		}
		defer files.discard()
		if err := writeDraft(files[0], all); err != nil {
			return err
		}
		if err := files.commit(); err != nil {
			return err
		}
	}
	t := newTable("doubt", "name", "documents", "or", "its documents", "for one", "for two", "id", "other id")
	t.columns[7].data, t.columns[8].data = true, true
	for _, d := range all {
		if d.B.ID == "" {
			t.add("one or two", d.A.Name, d.DocsA, nil, nil, strings.Join(d.For, "; "), d.Against, d.A.ID, nil)
			continue
		}
		t.add("two or one", d.A.Name, d.DocsA, d.B.Name, d.DocsB, strings.Join(d.For, ", "), d.Against, d.A.ID, d.B.ID)
	}
	if err := t.write(c.App.Writer, output, widthOf(c)); err != nil {
		return err
	}
	return fault
}

// writeDraft writes an alias file: a line for each doubt, a comment until whoever reviews
// it takes the mark away.
func writeDraft(w io.Writer, all []identity.Doubtful) error {
	var b strings.Builder
	b.WriteString("# Drafted for review: take the mark before a line away where it is true.\n")
	section := func(key string, wanted func(identity.Doubtful) bool, ids func(identity.Doubtful) []string) {
		opened := false
		for _, d := range all {
			if !wanted(d) {
				continue
			}
			if list := ids(d); len(list) > 1 {
				if !opened {
					fmt.Fprintf(&b, "%s:\n", key)
				}
				opened = true
				var quoted []string
				for _, id := range list {
					quoted = append(quoted, strconv.Quote(id))
				}
				fmt.Fprintf(&b, "  # - [%s] # %s\n", strings.Join(quoted, ", "), foldSpace(why(d)))
			} else {
				fmt.Fprintf(&b, "# %s (%s) has one id only: %s\n", foldSpace(d.A.Name), d.A.ID, foldSpace(why(d)))
			}
		}
	}
	section("same", func(d identity.Doubtful) bool { return d.B.ID != "" },
		func(d identity.Doubtful) []string { return []string{d.A.ID, d.B.ID} })
	section("different", func(d identity.Doubtful) bool { return d.B.ID == "" },
		func(d identity.Doubtful) []string { return d.IDs })
	_, err := io.WriteString(w, b.String())
	return err
}

// why gives the reasons of a doubt in a line.
func why(d identity.Doubtful) string {
	if len(d.For) == 0 {
		return d.Against
	}
	return fmt.Sprintf("%s; but %s", strings.Join(d.For, ", "), d.Against)
}
