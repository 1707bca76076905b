package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "find the facts of texts; write them, or their graph",
		ArgsUsage: "PATH...",
		Description: `PATH is a text (.txt, .md, .html), JSON lines with a "text" each (.jsonl, .ndjson), a folder of such files,
or "-" for standard input. A text that cannot be read is told of and left out; the exit code is then 1.

The ending of FILE names its format: .jsonl for facts, one a line; entities.jsonl for all that the texts speak
of, with the forms that each text has for it, one a line; else a format of the graph:
` + graphEndings + `. Without -o and --store
the facts go to standard output. They have the names and ids that each text alone gives: the graph joins them.

A document's id is its own ("id" of a JSON line), else the file's name without ending ("lima" for news/lima.txt),
else, for lines without an id and for standard input, the hash of its text ("wire:0a1b2c3d4e5f"). Where another file
has the name already, in this run or in the store, the id begins with the folder ("d2/news"). A store knows documents
again by their file, as seen from the store's folder, or by the id of their own: what they say now replaces what they
said. A file that has moved and says the same is the same document.

With --store, FILE is the graph of all that the store holds. A store keeps the aliases, and uses them until
others are given.

Examples:
   relata extract news/*.txt -o graph.nq -o graph.graphml
   relata extract news --store graph.db
   curl -s https://news.example/today.html | relata extract --format html - | jq .relation`,
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE`; \"-\" is standard output (repeatable)"},
			&cli.StringFlag{Name: "store", Usage: "put the graph into a store: `PATH` of a file, made when missing"},
			aliasesFlag,
			packFlag, rulesFlag,
			baseFlag,
			allFlag,
			&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first text that cannot be read, and write nothing"},
			jobsFlag,
			quietFlag,
		}, inputFlags()...),
		Action: extractAction,
	}
}

func extractAction(c *cli.Context) error {
	if !c.Args().Present() {
		return usage(c, "no texts given")
	}
	paths := c.StringSlice("o")
	if len(paths) == 0 && c.String("store") == "" {
		paths = []string{"-"}
	}
	var factPaths, entityPaths, graphPaths []string
	for i, path := range paths {
		if slices.Contains(paths[:i], path) {
			return usage(c, "-o %s is given twice", path)
		}
		switch {
		case holdsEntities(path):
			entityPaths = append(entityPaths, path)
		case holdsFacts(path):
			factPaths = append(factPaths, path)
		default:
			graphPaths = append(graphPaths, path)
		}
	}
	if path := c.String("store"); graphKind(path) == "nquads" || holdsFacts(path) || holdsGraph(path) {
		return usage(c, "--store %s: a store is no file of this format: want a name such as graph.db, or -o %[1]s", path)
	}
	wantGraph := c.String("store") != "" || len(graphPaths) > 0
	if c.String("aliases") != "" && !wantGraph {
		return usage(c, "--aliases: want a graph that they are for: --store, or -o FILE of a graph")
	}
	aliases, err := loadAliases(c)
	if err != nil {
		return err
	}
	writers, err := graphWriters(c, graphPaths)
	if err != nil {
		return err
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	x, err := extract.New(pack)
	if err != nil {
		return err
	}
	if wantGraph || len(entityPaths) > 0 { // what a text without facts calls people tells who others are
		x = x.Whole()
	}
	factFiles, err := createOutputs(factPaths, c.App.Writer)
	if err != nil {
		return err
	}
	defer factFiles.discard()
	entityFiles, err := createOutputs(entityPaths, c.App.Writer)
	if err != nil {
		return err
	}
	defer entityFiles.discard()
	graphFiles, err := createOutputs(graphPaths, c.App.Writer)
	if err != nil {
		return err
	}
	defer graphFiles.discard()
	var store *graph.Store // nil when only facts are wanted
	known := map[string]source.Origin(nil)
	if dir := filepath.Dir(c.String("store")); c.String("store") != "" {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return hint(fmt.Errorf("no folder %s for the store", dir), "make it first")
		}
	}
	if wantGraph {
		if store, err = graph.Open(c.String("store"), graphOptions(pack, aliases)); err != nil {
			return storeFault(err)
		}
		defer store.Close()
		if known, err = store.Origins(); err != nil {
			return err
		}
	}

	in := &inputs{c: c, paths: c.Args().Slice(), strict: c.Bool("fail-fast"), known: known, root: filepath.Dir(c.String("store"))}
	facts, err := extractAll(c, x, in, func(r *extract.Result) error {
		for _, file := range factFiles {
			if err := writeFacts(file, r.Facts); err != nil {
				return err
			}
		}
		for _, file := range entityFiles {
			if err := writeEntities(file, r); err != nil {
				return err
			}
		}
		if store == nil {
			return nil
		}
		return store.Add(r)
	})
	if err != nil {
		return err
	}
	stored := ""
	if store != nil {
		if c.String("store") != "" {
			n, err := store.Changes()
			if err != nil {
				return err
			}
			stored = fmt.Sprintf("; in the store %d added, %d replaced, %d unchanged", n.Added, n.Replaced, n.Unchanged)
		}
		if err := store.Commit(); err != nil {
			return err
		}
	}
	for i, file := range graphFiles {
		if err := writers[i](file, store, exportOptions(c)); err != nil {
			return err
		}
	}
	if store != nil {
		if err := warnOfAliases(c, store, aliases); err != nil {
			return err
		}
	}
	if err := errors.Join(factFiles.commit(), entityFiles.commit(), graphFiles.commit()); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.ErrWriter, "relata: %s%s\n", in.summary(facts), stored)
	}
	return in.fault()
}

// writeFacts writes facts as JSON, one a line.
func writeFacts(w io.Writer, facts []extract.Fact) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range facts {
		if err := enc.Encode(&facts[i]); err != nil {
			return err
		}
	}
	return nil
}
