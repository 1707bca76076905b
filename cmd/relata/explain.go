package main

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show how a sentence or a file is understood, and why a rule states a fact or not",
		ArgsUsage: "SENTENCE | PATH...",
		Description: `For each sentence: its words with their tags and tree, who is named, what is said of whom, the rules that
started and what each lacked. At the end stand the facts.

Examples:
   relata explain "President Lan met Prime Minister Sato in Lima on Saturday." --date 2024-11-18
   relata explain news/lima.txt`,
		Flags:  append([]cli.Flag{rulesFlag}, inputFlags()...),
		Action: explainAction,
	}
}

func explainAction(c *cli.Context) error {
	if !c.Args().Present() {
		return usage(c, "no sentence or file given")
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	x, err := extract.New(pack)
	if err != nil {
		return err
	}
	in := &inputs{c: c, paths: c.Args().Slice()}
	for doc := range in.sentenceOrDocuments() {
		if err := x.Explain(c.App.Writer, doc); err != nil {
			return err
		}
	}
	return in.fault()
}

// sentenceOrDocuments takes a single argument that is no file and has spaces
// for the text itself.
func (in *inputs) sentenceOrDocuments() iter.Seq[*source.Document] {
	text := in.paths[0]
	if len(in.paths) == 1 && strings.ContainsAny(text, " \n") {
		if _, err := os.Stat(text); errors.Is(err, fs.ErrNotExist) {
			return func(yield func(*source.Document) bool) {
				yield(&source.Document{ID: "sentence", Text: text, Date: in.c.String("date")})
			}
		}
	}
	return in.documents(in.c.Context)
}
