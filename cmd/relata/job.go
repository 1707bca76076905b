package main

import (
	"errors"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// A job is a run over texts: what is read, and what is made of it. What else decides
// on a run, its flags say.
type job struct {
	paths []string // of texts
	shard shard    // of the texts
	root  string   // where the paths of documents start
	own   bool     // it is a project: documents are known by their paths in it
	want  targets
	trial bool // nothing of it stays
	cache bool // the store only spares reading again: it has what the texts say, and no more
	// Of each of want.graphs.
	writers []export.Writer
	opts    []export.Options

	manifest *manifest // what was read, when it is done and a manifest is wanted
	copies   bool      // the manifest tells which texts are copies
}

// addOutput adds a file that is to be written; opts are for a graph.
func (j *job) addOutput(c *cli.Context, path string, opts export.Options) error {
	if !j.want.add(path) {
		return nil
	}
	writer, err := graphWriter(c, path)
	j.writers, j.opts = append(j.writers, writer), append(j.opts, opts)
	return err
}

// run reads the texts and writes what is wanted, all of it or nothing.
func (j *job) run(c *cli.Context) error {
	j.want.store = c.String("store")
	if err := j.want.check(c, j.paths); err != nil {
		return err
	}
	aliases, err := loadAliases(c)
	if err != nil {
		return err
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	opts := graphOptions(pack, aliases)
	if j.want.store != "" || len(j.want.manifests) > 0 {
		if opts.Fingerprint, err = fingerprint(pack); err != nil {
			return err
		}
	}
	load, out, err := prepare(c, pack, j.want, opts)
	if err != nil && j.cache {
		load, out, err = j.withoutCache(c, pack, opts, err)
	}
	if err != nil {
		return err
	}
	defer out.discard()

	in := &inputs{
		c: c, paths: j.paths, strict: c.Bool("fail-fast"), known: out.known, root: j.root,
		keep: out.keep, outputs: j.want.files(), shard: j.shard,
	}
	if in.pathIDs = j.own; j.cache { // what was read before names nothing
		in.known, in.seen = nil, map[string]bool{}
	}
	if len(j.want.manifests) > 0 {
		if in.manifest, err = newManifest(opts.Fingerprint, c.String("aliases"), j.copies); err != nil {
			return err
		}
		j.manifest = in.manifest
	}
	facts, err := extractAll(c, load, in, out.add)
	if err != nil {
		if c.Context.Err() != nil {
			out.interrupted(c.App.ErrWriter)
		}
		return err
	}
	return j.finish(c, in, out, aliases, facts)
}

// finish writes what was found in the texts.
func (j *job) finish(c *cli.Context, in *inputs, out *outcome, aliases *rules.Aliases, facts int) error {
	if in.manifest != nil {
		in.manifest.finish(in.faults, in.skips, in.repeated)
	}
	if in.none() {
		stays := ""
		if slices.ContainsFunc(j.want.files(), func(path string) bool { return path != "-" }) || j.want.store != "" {
			stays = "; what earlier runs wrote stays as it is"
		}
		summarize(c, in.summary(facts, stays))
		return in.fault()
	}
	if j.cache {
		if err := out.prune(in.seen); err != nil {
			return err
		}
	}
	stored, err := j.conclude(c, out, aliases)
	if err != nil {
		return err
	}
	summarize(c, in.summary(facts, stored))
	return in.fault()
}

// conclude commits the store and writes the files, all or none. It says what changed in
// the store.
func (j *job) conclude(c *cli.Context, out *outcome, aliases *rules.Aliases) (stored string, err error) {
	if out.store != nil {
		if stored, err = out.commitStore(c); err != nil {
			return "", err
		}
		if j.trial {
			stored = ""
		}
		if err := writeGraphs(c, out.store, out.graphs, j.writers, j.opts); err != nil {
			return "", err
		}
		if err := warnOfAliases(c, out.store, aliases); err != nil {
			return "", err
		}
	}
	for _, file := range out.manifests {
		if err := j.manifest.write(file); err != nil {
			return "", file.fault(err)
		}
	}
	return stored, out.files.commit()
}

// summarize says in the end what was done, unless nobody wants to know.
func summarize(c *cli.Context, m message) {
	if !c.Bool("quiet") {
		say(c.App.ErrWriter, m)
	}
}

// withoutCache prepares a run whose cache cannot be opened: one that another run uses is left
// alone, any other made anew.
func (j *job) withoutCache(c *cli.Context, pack *rules.Pack, opts graph.Options, fault error) (
	func() (*extract.Extractor, error), *outcome, error) {
	path := j.want.store
	switch {
	case errors.Is(fault, graph.ErrLocked):
		j.want.store = ""
	case errors.Is(fault, graph.ErrDamaged) || errors.Is(fault, graph.ErrVersion):
		if err := os.Remove(path); err != nil {
			return nil, nil, err
		}
	default:
		return nil, nil, fault
	}
	warn(c.App.ErrWriter, "cache %v; all texts are read", fault)
	return prepare(c, pack, j.want, opts)
}

// prepare opens what results of texts go to, and tells how to load what reads texts.
func prepare(c *cli.Context, pack *rules.Pack, want targets, opts graph.Options) (
	func() (*extract.Extractor, error), *outcome, error) {
	out, err := openOutcome(c, want, opts)
	// What a text without facts calls people tells who others are.
	whole := want.graph() || len(want.entities) > 0
	return func() (*extract.Extractor, error) {
		x, err := extract.New(pack)
		if err != nil {
			return nil, err
		}
		if whole {
			x = x.Whole()
		}
		if len(want.nearly) > 0 {
			x = x.Nearly()
		}
		return x, nil
	}, out, err
}
