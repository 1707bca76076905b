package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

func storeCommand() *cli.Command {
	return &cli.Command{
		Name:  "store",
		Usage: "check a store, and make one that was damaged whole",
		Description: `A store is whole at any moment, also when relata is killed or the disk is full. What else may happen to a
file is noticed by checksums.

Examples:
   relata store check graph.db
   relata store repair graph.db`,
		Subcommands: []*cli.Command{
			{
				Name: "check", Usage: "read all of a store and tell what is damaged; the exit code is then 1", ArgsUsage: "STORE",
				Action: checkStoreAction,
			},
			{
				Name: "repair", Usage: "leave out the documents that are damaged, and make the graph anew", ArgsUsage: "STORE",
				Description: "The ids of what was left out go to standard output.",
				Action:      repairStoreAction,
			},
		},
	}
}

func checkStoreAction(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage(c, "want one store, got %d", c.NArg())
	}
	path := c.Args().First()
	name := graph.StoreName(path)
	d, err := graph.Check(path)
	switch {
	case errors.Is(err, graph.ErrDamaged):
		return hint(err, "it cannot be repaired; make it anew: relata extract PATH... --store FILE.db")
	case err != nil:
		return storeFault(err)
	}
	for _, s := range d.Sections {
		fmt.Fprintf(c.App.Writer, "%s: damaged: its %s\n", name, s)
	}
	for _, id := range d.Documents {
		fmt.Fprintf(c.App.Writer, "%s: damaged: document %s\n", name, id)
	}
	n := len(d.Sections) + len(d.Documents)
	if n == 0 {
		fmt.Fprintf(c.App.Writer, "%s: whole, %s\n", name, count(d.Whole, "document"))
		return nil
	}
	return hint(fmt.Errorf("%s: %s damaged", name, count(n, "part")),
		"relata store repair %s leaves out the documents and makes the rest anew; then give the texts of those again", name)
}

func repairStoreAction(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage(c, "want one store, got %d", c.NArg())
	}
	path := c.Args().First()
	name := graph.StoreName(path)
	lost, err := graph.Repair(path)
	switch {
	case errors.Is(err, graph.ErrDamaged):
		return hint(err, "it cannot be repaired; make it anew: relata extract PATH... --store FILE.db")
	case err != nil:
		return storeFault(err)
	}
	for _, id := range lost {
		fmt.Fprintln(c.App.Writer, id)
	}
	fmt.Fprintf(c.App.ErrWriter, "relata: %s is whole; %s left out\n", name, count(len(lost), "document"))
	return nil
}
