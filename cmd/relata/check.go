package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/diff"
	"github.com/relata-graph/relata/rules"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: "run " + projectFile + " without writing, and fail when the graph is not what was expected",
		Description: `Reads the sources again, compares what comes out with the outputs as they are, and tells which facts came, went and
changed, in which document and by which rule. Nothing is written. "check" in ` + projectFile + ` says what is allowed;
flags overrule it.

The exit code is 3 when more differs than is allowed, or the score against a gold folder is too low; 1 when inputs
failed, 4 when none could be read; else 0. When no fact differs, outputs must be the same to the byte.

To tell which facts differ, the project needs an output that has all of them: N-Quads or facts (.jsonl), or a store.

Examples:
   relata check
   relata check --output markdown >> "$GITHUB_STEP_SUMMARY"
   relata check --max-removed 2% --output junit > relata.xml`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{
				Name: "output", Value: "text", DefaultText: "text",
				Usage: "form of the report: " + strings.Join(checkForms(), ", "),
			},
			&cli.StringFlag{Name: "max-added", Usage: "`LIMIT` of facts that came: a number, a share (5%), or any"},
			&cli.StringFlag{Name: "max-removed", Usage: "`LIMIT` of facts that went"},
			&cli.StringFlag{Name: "max-changed", Usage: "`LIMIT` of facts told otherwise"},
			&cli.BoolFlag{Name: "summary", Usage: "only how many facts, by relation"},
		}, projectFlags()...),
		Action: checkAction,
	}
}

func checkAction(c *cli.Context) error {
	write, ok := checkWriters[c.String("output")]
	if !ok {
		return usage(c, "unknown output %q: want %s", c.String("output"), strings.Join(checkForms(), ", "))
	}
	p, j, err := projectOf(c)
	if err != nil {
		return err
	}
	for _, l := range []struct {
		flag  string
		limit *rules.Limit
	}{{"max-added", &p.Check.Added}, {"max-removed", &p.Check.Removed}, {"max-changed", &p.Check.Changed}} {
		if c.IsSet(l.flag) {
			if *l.limit, err = rules.ParseLimit(c.String(l.flag)); err != nil {
				return usage(c, "--%s: %w", l.flag, err)
			}
		}
	}
	v, err := check(c, j, p.Check)
	if err != nil {
		return err
	}
	if err := write(c.App.Writer, v, c.Bool("summary")); err != nil {
		return err
	}
	return v.fault()
}

// check runs a job into a folder that is thrown away, and compares.
func check(c *cli.Context, j *job, allowed rules.Gates) (*verdict, error) {
	dir, err := os.MkdirTemp("", "relata-check-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	old := j.want
	old.store = c.String("store")
	j.trial = true
	if err := j.moveTo(c, dir); err != nil {
		return nil, err
	}
	moved := j.want
	moved.store = c.String("store")
	if allowed.Gold != "" {
		j.want.add(filepath.Join(dir, "gold.jsonl"))
	}
	j.copies = len(j.want.manifests) > 0 // else only counts are asked for
	j.want.add(filepath.Join(dir, "manifest.json"))
	var said *failure
	if err := j.run(c); err != nil && (!errors.As(err, &said) || said.err != nil || said.code == exitNone) {
		return nil, err // but inputs that failed, of which has been told
	}
	if err := errors.Join(c.Set("store", ""), c.Set("aliases", "")); err != nil { // outputs are read without them
		return nil, err
	}
	v := &verdict{Documents: j.manifest.Counts.Documents, Failed: j.manifest.Failed, Outputs: []outputState{}, files: map[string]string{}}
	for id, path := range j.manifest.paths {
		v.files[id] = filepath.ToSlash(filepath.Join(j.root, filepath.FromSlash(path)))
	}
	before := 0
	if was, is := old.telling(), moved.telling(); was != "" {
		var told [2][]extract.Fact
		if told[0], err = factsIfAny(c, was); err != nil {
			return nil, err
		}
		if told[1], err = factsAt(c, is); err != nil {
			return nil, err
		}
		before, v.Diff = len(told[0]), diff.Compare(told[0], told[1])
	}
	if err := v.compareFiles(old.files(), moved.files()); err != nil {
		return nil, err
	}
	v.judge(allowed, before)
	if allowed.Gold != "" {
		return v, holdAgainstGold(c, v, allowed, filepath.Join(dir, "gold.jsonl"))
	}
	return v, nil
}

// moveTo lets a job write into a folder what it would write elsewhere. A store that is a
// file is copied there, so that what it knows need not be read again.
func (j *job) moveTo(c *cli.Context, dir string) error {
	n := 0
	for _, paths := range []*[]string{&j.want.facts, &j.want.entities, &j.want.nearly, &j.want.manifests, &j.want.graphs} {
		moved := make([]string, len(*paths))
		for i, path := range *paths {
			folder := filepath.Join(dir, strconv.Itoa(n))
			if err := os.Mkdir(folder, 0o700); err != nil {
				return err
			}
			moved[i] = filepath.Join(folder, filepath.Base(path))
			n++
		}
		*paths = moved
	}
	store := c.String("store")
	if store == "" {
		return nil
	}
	if graph.IsDatabase(store) {
		return c.Set("store", "")
	}
	copied := filepath.Join(dir, "store.db")
	if err := copyFile(copied, store); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return c.Set("store", copied)
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// telling gives the target that has all facts, "" if none has.
func (t *targets) telling() string {
	if len(t.facts) > 0 {
		return t.facts[0]
	}
	for _, path := range t.graphs {
		if ending(path) == ".nq" {
			return path
		}
	}
	return t.store
}

// factsIfAny gives the facts of a target, none if it is not there yet.
func factsIfAny(c *cli.Context, path string) ([]extract.Fact, error) {
	if !graph.IsDatabase(path) {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	return factsAt(c, path)
}

// holdAgainstGold holds a file of facts against the gold folder of a project.
func holdAgainstGold(c *cli.Context, v *verdict, allowed rules.Gates, facts string) error {
	gold, err := readGold(filepath.Join(filepath.Dir(c.String("config")), allowed.Gold))
	if errors.Is(err, fs.ErrNotExist) {
		return hint(err, "gold is a folder of gold files, or one such file")
	}
	if err != nil {
		return err
	}
	found, err := openLines(c, facts, readFacts)
	if err != nil {
		return err
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	v.score(allowed, gold, found, symmetricOf(pack))
	return nil
}
