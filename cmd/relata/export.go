package main

import (
	"slices"

	"github.com/urfave/cli/v2"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write a graph in other formats",
		ArgsUsage: "GRAPH... -o FILE",
		Description: graphInputs + `

The ending of FILE names its format; with .gz behind it the file is compressed. "-" is standard output, as N-Quads.

` + formatHelp() + `
RDF and facts as JSON lines hold the whole graph. The others hold what is asked for: without flags what people
have to do with each other (--view people), what happened and not what is planned or denied. The other views:
--view countries ties countries, full everything that facts name, events makes nodes of facts.
GraphML, GEXF and the like carry

` + attributeHelp() + `
Gephi shows the edges of .gexf by time (Timeline, below the graph). Gephi reads INF in an attribute as Infinity.

Examples:
   relata export graph.db -o graph.nq -o facts.jsonl
   relata export graph.nq -o graph.gexf --layout --top 300
   relata export graph.nq -o countries.graphml --view countries --relation signed --relation agreesOn
   relata export graph.nq -o gephi/nodes.csv -o gephi/edges.csv --from 2024-01 --to 2024-06`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE` (repeatable)"},
		}, networkFlags(), graphFlags()),
		Action: exportAction,
	}
}

func exportAction(c *cli.Context) error {
	paths := c.StringSlice("o")
	if len(paths) == 0 {
		return usage(c, "no -o FILE given")
	}
	read := c.Args().Slice()
	if c.IsSet("store") {
		read = append(read, c.String("store"))
	}
	if err := checkOutputs(c, paths, read); err != nil {
		return err
	}
	writers, err := graphWriters(c, paths)
	if err != nil {
		return err
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	opts, err := exportOptions(c, pack)
	if err != nil {
		return err
	}
	store, fault, err := openGraph(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer store.Close()
	files, err := createOutputs(c.Context, paths, c.App.Writer)
	if err != nil {
		return err
	}
	defer files.discard()
	if err := writeGraphs(c, store, files, writers, opts); err != nil {
		return err
	}
	if err := files.commit(); err != nil {
		return err
	}
	return fault
}
