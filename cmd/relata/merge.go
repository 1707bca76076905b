package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

func mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "put stores together, the parts of a run on several machines",
		ArgsUsage: "STORE... --store FILE.db | -o FILE",
		Description: `What comes out is what one run over all texts gives, to the byte: who is who is decided when the parts are
together. Each part is a store that was made with "relata extract PATH... --shard K/N --store PART.db", of the same paths.
A document may be in two parts if both say the same of it.

Examples:
   relata extract news --shard 1/2 --store part-1.db
   relata extract news --shard 2/2 --store part-2.db
   relata merge part-1.db part-2.db -o graph.nq -o graph.html`,
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write the graph to `FILE` (repeatable)"},
			&cli.StringFlag{Name: "store", Usage: "put everything into the store at `PATH`, made when missing"},
			aliasesFlag, quietFlag, logFlag,
		}, networkFlags()...),
		Action: mergeAction,
	}
}

func mergeAction(c *cli.Context) error {
	parts, paths := c.Args().Slice(), c.StringSlice("o")
	switch {
	case len(parts) == 0:
		return usage(c, "no stores given")
	case len(paths) == 0 && c.String("store") == "":
		return usage(c, "want --store FILE.db, or -o FILE")
	}
	var j job
	opts, err := exportOptions(c)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if holdsFacts(path) {
			return usage(c, "-o %s: want a graph, or a store: relata export writes facts of one", path)
		}
		if err := j.addOutput(c, path, opts); err != nil {
			return err
		}
	}
	j.want.store = c.String("store")
	if err := j.want.check(c, parts); err != nil {
		return err
	}
	if slices.ContainsFunc(parts, func(part string) bool { return j.want.store != "" && sameFile(part, j.want.store) }) {
		return usage(c, "--store %s is one of the parts", j.want.store)
	}
	aliases, err := loadAliases(c)
	if err != nil {
		return err
	}
	out, err := openOutcome(c, j.want, graph.Options{Aliases: aliases})
	if err != nil {
		return err
	}
	defer out.discard()
	for _, part := range parts {
		if err := mergePart(out.store, part); err != nil {
			return err
		}
	}
	stored, err := j.conclude(c, out, aliases)
	if err != nil {
		return err
	}
	summarize(c, message{
		Level: levelInfo, Message: count(len(parts), "store") + " merged" + stored,
		Counts: map[string]int64{"stores": int64(len(parts))},
	})
	return nil
}

func mergePart(into *graph.Store, path string) error {
	part, err := openStore(path, nil)
	if err != nil {
		return err
	}
	defer part.Close()
	if err := into.Merge(part); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
