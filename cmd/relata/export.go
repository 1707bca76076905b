package main

import (
	"github.com/urfave/cli/v2"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write a graph in other formats",
		ArgsUsage: "GRAPH... -o FILE",
		Description: graphInputs + `

The ending of FILE names its format: ` + graphEndings + `,
.jsonl (facts, one a line, under the names that the graph has for things). "-" is standard output, as N-Quads.

Examples:
   relata export graph.db -o graph.nq -o facts.jsonl
   relata export graph.nq -o graph.graphml`,
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE` (repeatable)"},
			baseFlag,
			allFlag,
		}, graphFlags()...),
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
	for i, file := range files {
		if err := writers[i](file, store, exportOptions(c)); err != nil {
			return file.fault(err)
		}
	}
	if err := files.commit(); err != nil {
		return err
	}
	return fault
}
