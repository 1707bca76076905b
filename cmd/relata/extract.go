package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
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
` + graphEndings + `. With .gz behind
it the file is compressed. All files appear together when everything is done; until then, and when the run fails or
is stopped, those of the last run stay as they are. Without -o and --store the facts go to standard output. They have the names
and ids that each text alone gives: the graph joins them.

A document's id is its own ("id" of a JSON line), else the file's name without ending ("lima" for news/lima.txt),
else, for lines without an id and for standard input, the hash of its text ("wire:0a1b2c3d4e5f"). Where another file
has the name already, in this run or in the store, the id begins with the folder ("d2/news"). A store knows documents
again by their file, as seen from the store's folder, or by the id of their own: what they say now replaces what they
said. A file that has moved and says the same is the same document.

With --store, FILE is the graph of all that the store holds. A store keeps the aliases, and uses them until
others are given. What it has of a text stays, and the text is not read again, unless the text, its title, date or
address has changed, or the rules, or relata. A long run saves what it has found every few seconds: when it is
interrupted, or killed, run it again.

A store in PostgreSQL is a database of its own, which must be there. relata makes the schema relata in it, for documents,
and schemas relata_graph_N, with the tables of Cayley's SQL backend. Passwords come from ~/.pgpass or PGPASSWORD;
"?sslmode=verify-full" after the name insists on TLS. Files are then known again as seen from the working folder.

Examples:
   relata extract news/*.txt -o graph.nq -o graph.graphml
   relata extract news --store graph.db
   relata extract news --store 'postgres://news@db.example/graph'
   curl -s https://news.example/today.html | relata extract --format html - | jq .relation`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE`; \"-\" is standard output (repeatable)"},
			&cli.StringFlag{
				Name: "store", Usage: "put the graph into a store: `PATH` of a file, made when missing, or postgres://USER@HOST/DB",
			},
			aliasesFlag,
			packFlag, rulesFlag,
			&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first text that cannot be read, and write nothing"},
			jobsFlag,
			quietFlag,
		}, networkFlags(), inputFlags()),
		Action: extractAction,
	}
}

func extractAction(c *cli.Context) error {
	if !c.Args().Present() {
		return usage(c, "no texts given")
	}
	want, err := targetsOf(c)
	if err != nil {
		return err
	}
	aliases, err := loadAliases(c)
	if err != nil {
		return err
	}
	writers, err := graphWriters(c, want.graphs)
	if err != nil {
		return err
	}
	opts, err := exportOptions(c)
	if err != nil {
		return err
	}
	load, out, err := prepare(c, want, aliases)
	if err != nil {
		return err
	}
	defer out.discard()

	in := &inputs{
		c: c, paths: c.Args().Slice(), strict: c.Bool("fail-fast"), known: out.known, root: rootOf(want.store),
		keep: out.keep, outputs: want.files(),
	}
	facts, err := extractAll(c, load, in, out.add)
	if err != nil {
		if c.Context.Err() != nil {
			out.interrupted(c.App.ErrWriter)
		}
		return err
	}
	stored, err := out.commitStore(c)
	if err != nil {
		return err
	}
	if out.store != nil {
		if err := writeGraphs(c, out.store, out.graphs, writers, opts); err != nil {
			return err
		}
		if err := warnOfAliases(c, out.store, aliases); err != nil {
			return err
		}
	}
	if err := out.files.commit(); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.ErrWriter, "relata: %s%s\n", in.summary(facts), stored)
	}
	return in.fault()
}

// prepare opens what results of texts go to, and tells how to load what reads texts.
func prepare(c *cli.Context, want targets, aliases *rules.Aliases) (func() (*extract.Extractor, error), *outcome, error) {
	pack, err := loadPack(c)
	if err != nil {
		return nil, nil, err
	}
	opts := graphOptions(pack, aliases)
	if want.store != "" {
		if opts.Fingerprint, err = fingerprint(pack); err != nil {
			return nil, nil, err
		}
	}
	out, err := openOutcome(c, want, opts)
	if want.graph() || len(want.entities) > 0 { // what a text without facts calls people tells who others are
		return wholeReader(pack), out, err
	}
	return func() (*extract.Extractor, error) { return extract.New(pack) }, out, err
}
