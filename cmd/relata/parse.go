package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/nlp"
)

func parseCommand() *cli.Command {
	return &cli.Command{
		Name:      "parse",
		Usage:     "write the words, tags and trees of a sentence or of files as CoNLL-U",
		ArgsUsage: "SENTENCE | PATH...",
		Description: `The output follows Universal Dependencies v2: https://universaldependencies.org/format.html

Examples:
   relata parse "President Lan met Prime Minister Sato in Lima."
   relata parse news/lima.txt > lima.conllu`,
		Flags: []cli.Flag{
			dateFlag,
			&cli.StringFlag{
				Name:  "format",
				Usage: "conllu, which is what is written anyway; or how all inputs are written: " + formatNames(),
			},
		},
		Action: parseAction,
	}
}

func parseAction(c *cli.Context) error {
	if !c.Args().Present() {
		return usage(c, "no sentence or file given")
	}
	if c.String("format") == "conllu" {
		if err := c.Set("format", ""); err != nil {
			return err
		}
	}
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	in := &inputs{c: c, paths: c.Args().Slice()}
	for doc := range in.sentenceOrDocuments() {
		text := nlp.Split(doc.Text)
		for i := range text.Sentences {
			model.Tag(&text.Sentences[i])
			model.Parse(&text.Sentences[i], nil)
		}
		id := strings.Join(strings.Fields(doc.ID), " ") // of one line
		if _, err := fmt.Fprintf(c.App.Writer, "# newdoc id = %s\n", id); err != nil {
			return err
		}
		if err := nlp.WriteCoNLLU(c.App.Writer, text); err != nil {
			return err
		}
	}
	return in.fault()
}
