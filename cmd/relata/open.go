package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// graphInputs tells in help texts what openGraph reads.
const graphInputs = `GRAPH is a store (.db, or postgres://USER@HOST/DATABASE, as "relata extract --store" makes it), one or several
N-Quads files (.nq), or texts and folders of texts, which are read first.`

// graphFlags are the flags of openGraph.
func graphFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.StringFlag{Name: "store", Usage: "`PATH` of the store to read, instead of GRAPH"},
		aliasesFlag,
		packFlag, rulesFlag, strictFlag,
		jobsFlag,
		quietFlag,
		&cli.BoolFlag{Name: "skip-bad", Usage: "leave out lines of .nq and .nt that are no N-Quads, and count them"},
	}, inputFlags()...)
}

var aliasesFlag = &cli.StringFlag{
	Name:  "aliases",
	Usage: "YAML `FILE` that says which names are the same, which are different, and how things are called",
}

var (
	jobsFlag = &cli.IntFlag{
		Name: "jobs", Aliases: []string{"j"}, Usage: "read `N` texts at a time; 0: one a processor", DefaultText: "0",
	}
	failFastFlag = &cli.BoolFlag{
		Name: "fail-fast", Usage: "stop at the first text that cannot be read, and write nothing",
	}
	quietFlag = &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no summary, no progress"}
)

var logFlag = &cli.StringFlag{
	Name: "log", Value: "text", DefaultText: "text",
	Usage: "how messages are written to standard error: text, or json for one object a line",
	Action: func(c *cli.Context, value string) error {
		m, _ := c.App.ErrWriter.(*messages)
		switch {
		case value == "json" && m != nil:
			m.json = true
		case value != "text":
			return usage(c, "--log %q: want text or json", value)
		}
		return nil
	},
}

// warnOfAliases tells of names of the alias file that fit nothing in the store.
func warnOfAliases(c *cli.Context, store *graph.Store, aliases *rules.Aliases) error {
	if aliases == nil {
		return nil
	}
	unknown, err := store.Unmatched(aliases)
	for _, n := range unknown {
		warn(c.App.ErrWriter, "%s: %q is in no document", n.Pos, n.Name)
	}
	return err
}

// openGraph opens the graph that a command line names: --store, or paths of a
// store, of N-Quads, or of texts. Texts that cannot be read are told of; fault
// is then not nil, and for the end of the command.
func openGraph(c *cli.Context, paths []string) (store *graph.Store, fault error, err error) {
	aliases, err := loadAliases(c)
	if err != nil {
		return nil, nil, err
	}
	if store, fault, err = openAny(c, paths, aliases); err != nil {
		return nil, nil, err
	}
	if err = warnOfAliases(c, store, aliases); err != nil {
		store.Close()
		return nil, nil, err
	}
	return store, fault, nil
}

// openAny opens the graph with aliases, which may be nil.
func openAny(c *cli.Context, paths []string, aliases *rules.Aliases) (store *graph.Store, fault error, err error) {
	if s := c.String("store"); s != "" {
		if len(paths) > 0 {
			return nil, nil, usage(c, "--store %s and %q: want one graph", s, paths[0])
		}
		store, err := openStore(s, aliases)
		return store, nil, err
	}
	kinds := make(map[string]bool)
	for _, p := range paths {
		kinds[graphKind(p)] = true
	}
	switch {
	case len(paths) == 0:
		return nil, nil, usage(c, "no graph given: name a store, a .nq file or texts")
	case len(kinds) > 1:
		return nil, nil, usage(c, "want one kind of input: a store, .nq files or texts")
	case kinds["store"] && len(paths) > 1:
		return nil, nil, usage(c, "want one store, got %d", len(paths))
	case kinds["store"]:
		store, err := openStore(paths[0], aliases)
		return store, nil, err
	case kinds["nquads"] && aliases != nil:
		return nil, nil, usage(c, "--aliases: who is who is settled in N-Quads, want a store or texts")
	case kinds["nquads"]:
		store, err := loadNQuads(c, paths)
		return store, nil, err
	}
	return graphOfTexts(c, paths, aliases)
}

// loadAliases reads the file of --aliases; nil if there is none.
func loadAliases(c *cli.Context) (*rules.Aliases, error) {
	file := c.String("aliases")
	if file == "" {
		return nil, nil
	}
	aliases, err := rules.LoadAliases(files{}, filepath.ToSlash(file))
	if faults, ok := errors.AsType[rules.Faults](err); ok {
		tellFaults(c.App.ErrWriter, faults)
		return nil, fmt.Errorf("%s in aliases", count(len(faults), "fault"))
	}
	return aliases, err
}

func graphKind(path string) string {
	if graph.IsDatabase(path) {
		return "store"
	}
	switch ending(path) {
	case ".nq", ".nt":
		return "nquads"
	case ".db":
		return "store"
	}
	return "texts"
}

func openStore(path string, aliases *rules.Aliases) (*graph.Store, error) {
	store, err := graph.Open(path, graph.Options{ReadOnly: true, Aliases: aliases})
	return store, storeFault(err)
}

// rootOf is where the paths of a store's documents start: the store's folder, or,
// for a database, which has none, the working folder.
func rootOf(store string) string {
	if graph.IsDatabase(store) {
		return "."
	}
	return filepath.Dir(store)
}

// storeFault adds to an error of graph.Open what can be done about it.
func storeFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return hint(err, "make one: relata extract PATH... --store FILE.db")
	case errors.Is(err, graph.ErrEmpty):
		return hint(err, "fill it: relata extract PATH... --store STORE")
	case errors.Is(err, graph.ErrVersion):
		return hint(err, "make it anew: relata extract PATH... --store FILE.db")
	case errors.Is(err, graph.ErrNotStore):
		return hint(err, "want a file that relata extract --store has made; N-Quads files end in .nq")
	}
	return err
}

func graphOfTexts(c *cli.Context, paths []string, aliases *rules.Aliases) (store *graph.Store, fault error, err error) {
	pack, err := loadPack(c)
	if err != nil {
		return nil, nil, err
	}
	if store, err = graph.Open("", graphOptions(pack, aliases)); err != nil {
		return nil, nil, err
	}
	in := &inputs{c: c, paths: paths}
	if _, err := extractAll(c, wholeReader(pack), in, func(r *extract.Result) error { return store.Add(r) }); err != nil {
		return nil, nil, err
	}
	if in.none() { // an empty graph would only mislead
		store.Close()
		return nil, nil, in.fault()
	}
	return store, in.fault(), store.Commit()
}

func graphOptions(pack *rules.Pack, aliases *rules.Aliases) graph.Options {
	opts := graph.Options{Aliases: aliases}
	for _, r := range pack.Relations {
		opts.Relations = append(opts.Relations, graph.Relation{Name: r.Name, Symmetric: r.Symmetric})
	}
	return opts
}
