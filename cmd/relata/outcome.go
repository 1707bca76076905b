package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

// Targets are the paths of what extract is to write.
type targets struct {
	facts, entities, graphs []string
	store                   string // "" for none
}

// graph tells whether a graph is wanted, and not only what single texts say.
func (t *targets) graph() bool { return t.store != "" || len(t.graphs) > 0 }

func targetsOf(c *cli.Context) (targets, error) {
	want := targets{store: c.String("store")}
	paths := c.StringSlice("o")
	if len(paths) == 0 && want.store == "" {
		paths = []string{"-"}
	}
	for _, path := range paths {
		switch {
		case holdsEntities(path):
			want.entities = append(want.entities, path)
		case holdsFacts(path):
			want.facts = append(want.facts, path)
		default:
			want.graphs = append(want.graphs, path)
		}
	}
	read := append([]string{want.store, c.String("aliases")}, c.Args().Slice()...)
	if err := checkOutputs(c, paths, slices.DeleteFunc(read, func(p string) bool { return p == "" })); err != nil {
		return want, err
	}
	if path := want.store; graphKind(path) == "nquads" || holdsFacts(path) || holdsGraph(path) {
		return want, usage(c,
			"--store %s: a store is no file of this format: want a name such as graph.db, or -o %[1]s", path)
	}
	if c.String("aliases") != "" && !want.graph() {
		return want, usage(c, "--aliases: want a graph that they are for: --store, or -o FILE of a graph")
	}
	return want, nil
}

// files gives the paths of all files.
func (t *targets) files() []string { return slices.Concat(t.facts, t.entities, t.graphs) }

// An outcome is where the results of texts go: files that appear when all is
// done, and a store.
type outcome struct {
	files                   outputFiles              // all of them
	facts, entities, graphs outputFiles              // parts of files
	store                   *graph.Store             // nil when only facts and entities are wanted
	known                   map[string]source.Origin // documents of the store
	lasting                 bool                     // the store is a file
}

// openOutcome opens all files and the store, or none.
func openOutcome(c *cli.Context, want targets, opts graph.Options) (*outcome, error) {
	o := &outcome{lasting: want.store != ""}
	if err := o.open(c, want, opts); err != nil {
		o.discard()
		return nil, err
	}
	return o, nil
}

func (o *outcome) open(c *cli.Context, want targets, opts graph.Options) (err error) {
	if o.files, err = createOutputs(c.Context, want.files(), c.App.Writer); err != nil {
		return err
	}
	n, m := len(want.facts), len(want.facts)+len(want.entities)
	o.facts, o.entities, o.graphs = o.files[:n], o.files[n:m], o.files[m:]
	if dir := filepath.Dir(want.store); o.lasting {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return hint(fmt.Errorf("no folder %s for the store", dir), "make it first")
		}
	}
	if !want.graph() {
		return nil
	}
	store, err := graph.Open(want.store, opts)
	if err != nil {
		return storeFault(err)
	}
	o.store = store
	o.known, err = store.Origins()
	return err
}

// add takes the result of a text.
func (o *outcome) add(r *extract.Result) error {
	for _, file := range o.facts {
		if err := writeFacts(file, r.Facts); err != nil {
			return file.fault(err)
		}
	}
	for _, file := range o.entities {
		if err := writeEntities(file, r); err != nil {
			return file.fault(err)
		}
	}
	if o.store == nil {
		return nil
	}
	return o.store.Add(r)
}

// commitStore puts what was added into the store, and says what that changed if
// the store lasts.
func (o *outcome) commitStore() (changes string, err error) {
	if o.store == nil {
		return "", nil
	}
	if o.lasting {
		n, err := o.store.Changes()
		if err != nil {
			return "", err
		}
		changes = fmt.Sprintf("; in the store %d added, %d replaced, %d unchanged", n.Added, n.Replaced, n.Unchanged)
	}
	return changes, o.store.Commit()
}

// discard leaves the files that were not committed as they stood before, and
// closes the store.
func (o *outcome) discard() {
	if o.store != nil {
		o.store.Close()
	}
	o.files.discard()
}

// writeFacts writes facts as JSON, one a line.
func writeFacts(w io.Writer, facts []extract.Fact) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range facts {
		if err := enc.Encode(&facts[i]); err != nil {
			return err
		}
	}
	return nil
}
