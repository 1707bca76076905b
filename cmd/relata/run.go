package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/relata-graph/relata/rules"
	"github.com/urfave/cli/v2"
)

func runCommand() *cli.Command {
	return &cli.Command{
		Name:  "run",
		Usage: "do what " + projectFile + " says: read its sources, write its outputs",
		Description: projectFile + ` names sources, rules, aliases, a store and outputs, each output with its own --view, --relation and
so on. "relata init" writes one to start from, with all keys explained. --pack, --rules and --strict add to what it says.

A document that does not tell its id has the path of its file in the project ("articles/2025-03-05/lima"), whatever else
is read.

All outputs appear together when everything is done. An input that cannot be read is told of and left out; the exit
code is then 1, or 4 when none could be read, and outputs stay as they were.

Examples:
   relata init && relata run
   relata run --config news/relata.yaml --jobs 1`,
		Flags: projectFlags(),
		Action: func(c *cli.Context) error {
			_, j, err := projectOf(c)
			if err != nil {
				return err
			}
			return j.run(c)
		},
	}
}

// projectOf gives the project that --config names, and the run that it tells.
func projectOf(c *cli.Context) (*rules.Project, *job, error) {
	if c.Args().Present() {
		return nil, nil, usage(c, "%q: want no arguments: sources stand in %s", c.Args().First(), c.String("config"))
	}
	p, err := loadProject(c)
	if err != nil {
		return nil, nil, err
	}
	j, err := jobOf(c, p)
	return p, j, err
}

//go:embed relata.yaml
var projectTemplate []byte

func initCommand() *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "write a " + projectFile + " to start from, with all keys explained",
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usage(c, "want no arguments")
			}
			f, err := os.OpenFile(projectFile, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return hint(fmt.Errorf("%s is there already", projectFile), "relata run does what it says")
			}
			if err != nil {
				return err
			}
			if _, err := f.Write(projectTemplate); err != nil {
				f.Close()
				return err
			}
			if err := f.Close(); err != nil {
				return err
			}
			fmt.Fprintf(c.App.ErrWriter, "relata: wrote %s: name your texts in it, behind the key sources:, then: relata run\n", projectFile)
			return nil
		},
	}
}
