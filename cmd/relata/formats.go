package main

import (
	"regexp"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
)

// graphEndings are those of the files that a graph is written to, for help texts.
const graphEndings = ".nq (N-Quads), .graphml (Gephi, yEd, igraph, networkx)"

var baseFlag = &cli.StringFlag{
	Name:        "base",
	Usage:       "`IRI` that the graph's own IRIs begin with in files, \"https://example.org/news/\"",
	DefaultText: "urn:relata:",
}

// absoluteIRI is RFC 3987's, as far as N-Quads need it.
var absoluteIRI = regexp.MustCompile("^[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]+$")

var allFlag = &cli.BoolFlag{
	Name: "all", Usage: "edges in .graphml and the like for planned, proposed and denied facts too",
}

// graphWriters finds for each path how a graph is written there.
func graphWriters(c *cli.Context, paths []string) ([]export.Writer, error) {
	if base := c.String("base"); c.IsSet("base") && !absoluteIRI.MatchString(base) {
		return nil, usage(c, "--base %q: want an IRI such as https://example.org/news/", base)
	}
	writers := make([]export.Writer, len(paths))
	for i, path := range paths {
		if path == "-" {
			writers[i] = export.NQuads
			continue
		}
		if holdsEntities(path) {
			return nil, usage(c, "-o %s: want facts or a graph: what texts call a thing is written by extract", path)
		}
		var err error
		if writers[i], err = export.Format(path); err != nil {
			return nil, usage(c, "%w", err)
		}
	}
	return writers, nil
}

// holdsFacts tells whether a file is for facts as JSON lines.
func holdsFacts(path string) bool {
	switch ending(path) {
	case ".jsonl", ".ndjson":
		return true
	}
	return path == "-"
}

// holdsGraph tells whether a file is for a graph in one of the formats.
func holdsGraph(path string) bool {
	_, err := export.Format(path)
	return err == nil
}

func exportOptions(c *cli.Context) export.Options {
	return export.Options{Base: c.String("base"), All: c.Bool("all")}
}
