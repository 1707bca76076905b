// Command relata-train rebuilds what relata embeds: the models of extract/nlp
// and the lists of extract/world. It also measures the models. It is for those
// who work on relata; users do not need it.
//
//	go run ./cmd/relata-train model -data ../shared/data -out extract/nlp/model
//	go run ./cmd/relata-train names -data ../shared/data -out extract/nlp/model
//	go run ./cmd/relata-train pronouns -data ../shared/data -out extract/coref/model
//	go run ./cmd/relata-train lists -data ../shared/data -out extract/world/data
//	go run ./cmd/relata-train eval -data ../shared/data [FILE.conllu ...]
//
// Training takes about thirteen minutes on one core, seven on two, and 4 GB of
// memory, that of names and of pronouns another minute each. The same data and,
// for names and pronouns, the same models of the tagger and parser give the same bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/relata-graph/relata/extract/nlp"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "relata-train: error:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("no command, want model, names, pronouns, lists or eval")
	}
	flags := flag.NewFlagSet(args[0], flag.ExitOnError)
	data := flags.String("data", "../shared/data", "`directory` of the treebanks and word lists")
	switch args[0] {
	case "help", "-h", "-help", "--help":
		fmt.Print(help)
		return nil
	case "model":
		text := flags.String("text", "../shared/corpus/whitehouse.jsonl", "`file` of articles (JSON lines with a text field) for clusters of words")
		out := flags.String("out", "extract/nlp/model", "`directory` for the models")
		flags.Parse(args[1:])
		return train(*data, *text, *out)
	case "names":
		text := flags.String("text", "../shared/corpus/whitehouse.jsonl", "`file` of articles (JSON lines with a text field) for clusters of words")
		out := flags.String("out", "extract/nlp/model", "`directory` for the model")
		flags.Parse(args[1:])
		return trainNames(*data, *text, *out)
	case "pronouns":
		out := flags.String("out", "extract/coref/model", "`directory` for the weights")
		flags.Parse(args[1:])
		return trainPronouns(*data, *out)
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
	return fmt.Errorf("unknown command %q, want model, names, pronouns, lists or eval", args[0])
}

func train(data, text, out string) error {
	d := nlp.TrainingData{Seed: 1}
	d.Progress = progress()
	for _, file := range []string{"UD_English-EWT/en_ewt-ud-train.conllu", "GUM/open/gum-open-train.conllu"} {
		doc, err := readTreebank(filepath.Join(data, file))
		if err != nil {
			return err
		}
		d.Treebank = append(d.Treebank, mergeHyphens(doc)...)
	}
	news, err := newsSentences(12)
	if err != nil {
		return err
	}
	d.Treebank = append(d.Treebank, news...)
	if d.Forms, err = readForms(data); err != nil {
		return err
	}
	if d.Text, err = readText(text); err != nil {
		return err
	}
	m, err := nlp.Train(d)
	if err != nil {
		return err
	}
	return m.Write(out)
}

// progress gives a function that prints lines with the time passed.
func progress() func(format string, args ...any) {
	start := time.Now()
	return func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+format+"\n", append([]any{time.Since(start).Seconds()}, args...)...)
	}
}
