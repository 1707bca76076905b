package main

import (
	"slices"

	"github.com/urfave/cli/v2"
)

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "find the facts of texts; write them, or their graph",
		ArgsUsage: "PATH...",
		Description: `PATH is a text (.txt, .md, .html), JSON lines with a "text" each (.jsonl, .ndjson), a folder of such files,
or "-" for standard input. A text that cannot be read is told of and left out; the exit code is then 1, or 4
when none could be read, and outputs stay as they were.

The ending of FILE names its format: .jsonl for facts, one a line; entities.jsonl for all that the texts speak
of, with the forms that each text has for it, one a line; nearly.jsonl, for those who write rules, for the sentences
in which rules started and stated nothing, with the rule that came closest and what it lacked; else a format of
the graph:
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
   relata extract news -o nearly.jsonl && jq -r .rule nearly.jsonl | sort | uniq -c | sort -nr
   curl -s https://news.example/today.html | relata extract --format html - | jq .relation`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringSliceFlag{Name: "o", Usage: "write to `FILE`; \"-\" is standard output (repeatable)"},
			&cli.StringFlag{
				Name: "store", Usage: "put the graph into a store: `PATH` of a file, made when missing, or postgres://USER@HOST/DB",
			},
			aliasesFlag,
			packFlag, rulesFlag, strictFlag,
			failFastFlag,
			shardFlag,
			jobsFlag,
			quietFlag, logFlag,
		}, networkFlags(), inputFlags()),
		Action: extractAction,
	}
}

func extractAction(c *cli.Context) error {
	if !c.Args().Present() {
		return usage(c, "no texts given")
	}
	j := job{paths: c.Args().Slice(), root: rootOf(c.String("store")), copies: true}
	paths := c.StringSlice("o")
	if len(paths) == 0 && c.String("store") == "" {
		paths = []string{"-"}
	}
	var err error
	if j.shard, err = shardOf(c); err != nil {
		return err
	}
	opts, err := exportOptions(c)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := j.addOutput(c, path, opts); err != nil {
			return err
		}
	}
	return j.run(c)
}
