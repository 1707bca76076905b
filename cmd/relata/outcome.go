package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

// Targets are the paths of what a run is to write.
type targets struct {
	facts, entities, nearly, manifests, graphs []string
	store                                      string // "" for none
}

// graph tells whether a graph is wanted, and not only what single texts say.
func (t *targets) graph() bool { return t.store != "" || len(t.graphs) > 0 }

// add adds a file, and tells whether it is for a graph.
func (t *targets) add(path string) bool {
	switch {
	case holdsEntities(path):
		t.entities = append(t.entities, path)
	case holdsNearly(path):
		t.nearly = append(t.nearly, path)
	case holdsManifest(path):
		t.manifests = append(t.manifests, path)
	case holdsFacts(path):
		t.facts = append(t.facts, path)
	default:
		t.graphs = append(t.graphs, path)
		return true
	}
	return false
}

// check refuses targets that are no files for what they are to hold, or are read.
func (t *targets) check(c *cli.Context, inputs []string) error {
	read := append([]string{t.store, c.String("aliases")}, inputs...)
	if err := checkOutputs(c, t.files(), slices.DeleteFunc(read, func(p string) bool { return p == "" })); err != nil {
		return err
	}
	if path := t.store; graphKind(path) == "nquads" || holdsFacts(path) || holdsGraph(path) {
		return usage(c,
			"--store %s: a store is no file of this format: want a name such as graph.db, or -o %[1]s", path)
	}
	if c.String("aliases") != "" && !t.graph() {
		return usage(c, "--aliases: want a graph that they are for: --store, or -o FILE of a graph")
	}
	return nil
}

// files gives the paths of all files.
func (t *targets) files() []string {
	return slices.Concat(t.facts, t.entities, t.nearly, t.manifests, t.graphs)
}

// An outcome is where the results of texts go: files that appear when all is
// done, and a store.
type outcome struct {
	files                                      outputFiles              // all of them
	facts, entities, nearly, manifests, graphs outputFiles              // parts of files
	store                                      *graph.Store             // nil when only facts and entities are wanted
	known                                      map[string]source.Origin // documents of the store
	path                                       string                   // of the store; "" if it does not last
	whole                                      bool                     // all or nothing is kept of a run
	saved                                      time.Time                // when the store was
	saving                                     time.Duration            // what that took
}

// openOutcome opens all files and the store, or none.
func openOutcome(c *cli.Context, want targets, opts graph.Options) (*outcome, error) {
	o := &outcome{path: want.store, whole: c.Bool("fail-fast"), saved: time.Now()}
	if err := o.open(c, want, opts); err != nil {
		o.discard()
		return nil, err
	}
	return o, nil
}

func (o *outcome) open(c *cli.Context, want targets, opts graph.Options) (err error) {
	if o.files, err = createOutputs(c.Context, want.files(), forData(c.App.Writer)); err != nil {
		return err
	}
	rest := o.files
	for _, part := range []struct {
		files *outputFiles
		paths []string
	}{
		{&o.facts, want.facts}, {&o.entities, want.entities}, {&o.nearly, want.nearly}, {&o.manifests, want.manifests},
		{&o.graphs, want.graphs},
	} {
		*part.files, rest = rest[:len(part.paths)], rest[len(part.paths):]
	}
	if dir := rootOf(want.store); want.store != "" {
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
		if err := writeLines(file, r.Facts); err != nil {
			return file.fault(err)
		}
	}
	for _, file := range o.entities {
		if err := writeEntities(file, r); err != nil {
			return file.fault(err)
		}
	}
	for _, file := range o.nearly {
		if err := writeLines(file, r.Nearly); err != nil {
			return file.fault(err)
		}
	}
	if o.store == nil {
		return nil
	}
	if err := o.store.Add(r); err != nil {
		return err
	}
	return o.save()
}

// What is found is saved so often that a killed run loses little, and so seldom
// that it takes little of the time.
const (
	saveEvery = 2 * time.Second
	saveShare = 20 // of the time
)

// save saves the store when it is time to.
func (o *outcome) save() error {
	start := time.Now()
	if o.path == "" || o.whole || start.Sub(o.saved) < max(saveEvery, saveShare*o.saving) {
		return nil
	}
	err := o.store.Save()
	o.saved = time.Now()
	o.saving = o.saved.Sub(start)
	return err
}

// keep tells whether the store has what a document says, and how many facts that
// are; the document is then kept there.
func (o *outcome) keep(doc *source.Document) (facts int, kept bool) {
	if o.path == "" || len(o.facts)+len(o.entities)+len(o.nearly) > 0 {
		return 0, false
	}
	return o.store.Keep(doc)
}

// prune takes out of the store what was not seen.
func (o *outcome) prune(seen map[string]bool) error {
	if o.path == "" {
		return nil
	}
	var gone []string
	for id := range o.known {
		if !seen[id] {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	return o.store.Remove(gone...)
}

// interrupted keeps what was found until now, and says so.
func (o *outcome) interrupted(w io.Writer) {
	if o.path == "" || o.whole || o.store.Save() != nil {
		return
	}
	if n, err := o.store.Changes(); err == nil {
		kept := n.Added + n.Replaced
		text := fmt.Sprintf("%s kept in %s; run the same again for the others", count(kept, "document"), graph.StoreName(o.path))
		say(w, message{Level: levelInfo, Message: text, Counts: map[string]int64{"kept": int64(kept)}})
	}
}

// commitStore puts what was added into the store, and says what that changed if
// the store lasts.
func (o *outcome) commitStore(c *cli.Context) (changes string, err error) {
	if o.path != "" {
		n, err := o.store.Changes()
		if err != nil {
			return "", err
		}
		changes = fmt.Sprintf("; in the store %d added, %d replaced, %d unchanged", n.Added, n.Replaced, n.Unchanged)
		if n.Moved > 0 {
			changes += fmt.Sprintf(", %d moved", n.Moved)
		}
		if n.Outdated > 0 {
			warn(c.App.ErrWriter, "%s of the store: read with other rules or by another relata; "+
				"give their texts again to have all alike", count(n.Outdated, "document"))
		}
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
