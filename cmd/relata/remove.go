package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

func removeCommand() *cli.Command {
	return &cli.Command{
		Name:      "remove",
		Usage:     "take documents out of a store",
		ArgsUsage: "STORE ID... | STORE --missing-from DIR",
		Description: `ID is that of a document, as --evidence and .jsonl files have it. The graph is then that of the others.

--missing-from DIR removes the documents of files of DIR, and of the folders in it, that are there no more. A line
that is gone from a .jsonl file that is still there is not noticed. The ids of what is removed go to standard output.

Examples:
   relata remove graph.db lima d2/news
   relata remove graph.db --missing-from news`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "missing-from", Usage: "remove the documents whose files are gone from `DIR`"},
			quietFlag,
		},
		Action: removeAction,
	}
}

func removeAction(c *cli.Context) error {
	path, ids := c.Args().First(), c.Args().Tail()
	dir := c.String("missing-from")
	switch {
	case path == "":
		return usage(c, "no store given")
	case len(ids) == 0 && dir == "":
		return usage(c, "no document given: want ids, or --missing-from DIR")
	}
	if _, err := os.Stat(path); err != nil && !graph.IsDatabase(path) {
		return storeFault(fmt.Errorf("no store at %s: %w", path, fs.ErrNotExist))
	}
	store, err := graph.Open(path, graph.Options{})
	if err != nil {
		return storeFault(err)
	}
	defer store.Close()
	origins, err := store.Origins()
	if err != nil {
		return err
	}
	if dir != "" {
		missing, err := missingFrom(dir, rootOf(path), origins)
		if err != nil {
			return err
		}
		ids = append(ids, missing...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, id := range ids {
		if _, ok := origins[id]; ok {
			continue
		}
		err := fmt.Errorf("%s has no document %q", graph.StoreName(path), id)
		if s := nearest(id, slices.Sorted(maps.Keys(origins))); s != "" {
			return hint(err, "did you mean %q?", s)
		}
		return err
	}
	if err := errors.Join(store.Remove(ids...), store.Commit()); err != nil {
		return err
	}
	for _, id := range ids {
		fmt.Fprintln(c.App.Writer, id)
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(c.App.ErrWriter, "relata: %s removed, %d left\n", count(len(ids), "document"), len(origins)-len(ids))
	}
	return nil
}

// missingFrom gives the ids of the documents whose files were in dir and are gone.
// The paths of origins start from root.
func missingFrom(dir, root string, origins map[string]source.Origin) ([]string, error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, fmt.Errorf("--missing-from %s: want a folder", dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if root, err = filepath.Abs(root); err != nil {
		return nil, err
	}
	separator := string(filepath.Separator)
	inside := strings.TrimSuffix(abs, separator) + separator
	var ids []string
	for id, o := range origins {
		file := filepath.Join(root, filepath.FromSlash(o.Path))
		if o.Path == "-" || !strings.HasPrefix(file, inside) {
			continue
		}
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			ids = append(ids, id)
		} else if err != nil {
			return nil, err
		}
	}
	return ids, nil
}
