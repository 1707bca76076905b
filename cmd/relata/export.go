package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write a graph in other formats",
		ArgsUsage: "GRAPH... -o FILE",
		Description: graphInputs + `

The ending of FILE names its format; with .gz behind it the file is compressed. "-" is standard output, as N-Quads.

` + formatHelp() + `
RDF and facts as JSON lines hold the whole graph; N-Triples and Turtle have no place for which document tells what.
The others hold what is asked for, with a warning where nothing fits: without flags what people
have to do with each other (--view people; everything, where no facts tie people), what happened and not what is
planned or denied. The other views: --view countries ties countries, full everything that facts name, events makes
nodes of facts.
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

func drawCommand() *cli.Command {
	return &cli.Command{
		Name:      "draw",
		Usage:     "draw a graph as SVG or PNG",
		ArgsUsage: "GRAPH... -o FILE.svg|FILE.png",
		Description: graphInputs + `

Circles are people, or what --view says, the larger the more facts they have; lines tie those that have to do with
each other, the thicker the more facts. Without --top the 60 with most facts are drawn. A country has one color in
all pictures, pages and files of a graph.
PNG writes names in the letters of DejaVu Sans: Latin, Greek, Cyrillic and some more. Names in Chinese, Japanese or
Korean, and from right to left, need SVG, which browsers draw with the letters of the system.

Examples:
   relata draw graph.nq -o graph.svg
   relata draw graph.nq -o countries.png --view countries --top 30 --from 2024`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE`, .svg or .png (repeatable)"},
			&cli.IntFlag{Name: "width", Usage: "width in `PIXELS`", Value: 1200, DefaultText: "1200"},
		}, networkFlags(), graphFlags()),
		Action: func(c *cli.Context) error {
			for _, path := range c.StringSlice("o") {
				if e := ending(path); e != ".svg" && e != ".png" {
					return usage(c, "-o %s: want a picture, .svg or .png; relata export writes other formats", path)
				}
			}
			if w := c.Int("width"); w < 200 || w > 10000 {
				return usage(c, "--width %d: want 200 to 10000", w)
			}
			return exportAction(c)
		},
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
	writers := make([]export.Writer, len(paths))
	for i, path := range paths {
		var err error
		if writers[i], err = graphWriter(c, path); err != nil {
			return err
		}
	}
	opts, err := exportOptions(c)
	if err != nil {
		return err
	}
	store, fault, err := openGraph(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer store.Close()
	files, err := createOutputs(c.Context, paths, forData(c.App.Writer))
	if err != nil {
		return err
	}
	defer files.discard()
	if err := writeGraphs(c, store, files, writers, slices.Repeat([]export.Options{opts}, len(files))); err != nil {
		return err
	}
	if err := files.commit(); err != nil {
		return err
	}
	return fault
}
