// Command relata-train rebuilds what relata embeds: the models of extract/nlp
// and the lists of extract/world. It also measures the models. It is for those
// who work on relata; users do not need it.
//
//	go run ./cmd/relata-train model -data ../shared/data -out extract/nlp/model
//	go run ./cmd/relata-train names -data ../shared/data -out extract/nlp/model
//	go run ./cmd/relata-train sketches -data ../shared/data -out extract/nlp/model
//	go run ./cmd/relata-train pronouns -data ../shared/data -out extract/coref/model
//	go run ./cmd/relata-train facts -texts TEXTS.jsonl -judged JUDGED.jsonl
//	go run ./cmd/relata-train lists -data ../shared/data -out extract/world/data
//	go run ./cmd/relata-train eval -data ../shared/data [FILE.conllu ...]
//
// Training takes about an hour on one core, half of that on two, and
// 5 GB of memory: of the models, names and pronouns another minute each, sketches three
// minutes and 2.7 GB. The same data and, for names, sketches and pronouns, the same
// models of the tagger, the parser and, for sketches, names give the same bytes; sketches
// also follow how the code finds mentions and mends trees.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "relata-train: error:", err)
		os.Exit(1)
	}
}

// The text that the models of tags, trees and names learn from, besides data sets.
const (
	articles      = "../shared/corpus/whitehouse.jsonl"
	articlesUsage = "`file` of articles (JSON lines with a text field) for clusters of words"
)

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("no command, want model, names, sketches, pronouns, facts, lists or eval")
	}
	flags := flag.NewFlagSet(args[0], flag.ExitOnError)
	data := flags.String("data", "../shared/data", "`directory` of the treebanks and word lists")
	switch args[0] {
	case "help", "-h", "-help", "--help":
		fmt.Print(help)
		return nil
	case "model":
		text := flags.String("text", articles, articlesUsage)
		silver := flags.Int("silver", 0, "`number` of sentences of the articles of which the parser learns, too, what four others agree on (three times as long)")
		out := flags.String("out", "extract/nlp/model", "`directory` for the models")
		flags.Parse(args[1:])
		return train(*data, *text, *silver, *out)
	case "names":
		text := flags.String("text", articles, articlesUsage)
		out := flags.String("out", "extract/nlp/model", "`directory` for the model")
		flags.Parse(args[1:])
		return trainNames(*data, *text, *out)
	case "sketches":
		text := flags.String("text", articles, articlesUsage)
		out := flags.String("out", "extract/nlp/model", "`directory` for the sketches")
		flags.Parse(args[1:])
		return trainSketches(*data, *text, *out)
	case "pronouns":
		out := flags.String("out", "extract/coref/model", "`directory` for the weights")
		flags.Parse(args[1:])
		return trainPronouns(*data, *out)
	case "facts":
		texts := flags.String("texts", "", "`file` of judged texts, as JSON lines")
		judged := flags.String("judged", "", "`file` of what was judged of them, as JSON lines")
		out := flags.String("out", "rules/diplomacy/learned.bin", "`file` for the weights")
		flags.Parse(args[1:])
		return trainFacts(*texts, *judged, *out)
	case "lists":
		out := flags.String("out", "extract/world/data", "`directory` for the lists")
		flags.Parse(args[1:])
		return lists(*data, *out)
	case "eval":
		flags.Parse(args[1:])
		if err := eval(os.Stdout, *data, flags.Args()); err != nil || flags.NArg() > 0 {
			return err
		}
		return evalNames(os.Stdout, *data, nameTests)
	}
	return fmt.Errorf("unknown command %q, want model, names, sketches, pronouns, facts, lists or eval", args[0])
}
