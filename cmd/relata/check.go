package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
failed; else 0. When no fact differs, outputs must be the same to the byte.

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

// A verdict is what a check finds.
type verdict struct {
	Diff      *diff.Diff      `json:"diff"` // nil if no output tells all facts
	Outputs   []outputState   `json:"outputs"`
	Gates     []gate          `json:"gates"`
	Documents int             `json:"documents"`
	Failed    []manifestFault `json:"failed"`
}

// An outputState tells how an output stands to what a run would write.
type outputState struct {
	File  string `json:"file"`
	State string `json:"state"` // "same", "differs" or "missing"
}

// A gate is something that is asked for, with what came out.
type gate struct {
	Name    string `json:"name"`
	Allowed string `json:"allowed"`
	Is      string `json:"is"`
	Passed  bool   `json:"passed"`
}

func checkAction(c *cli.Context) error {
	write, ok := checkWriters[c.String("output")]
	if !ok {
		return usage(c, "unknown output %q: want %s", c.String("output"), strings.Join(checkForms(), ", "))
	}
	if c.Args().Present() {
		return usage(c, "%q: want no arguments: sources stand in %s", c.Args().First(), c.String("config"))
	}
	p, err := loadProject(c)
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
	j, err := jobOf(c, p)
	if err != nil {
		return err
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

// fault is the end of a check: an error that has been said, nil if all is well.
func (v *verdict) fault() error {
	broken := slices.ContainsFunc(v.Gates, func(g gate) bool { return !g.Passed && g.Name != failedGate })
	switch {
	case broken:
		return &failure{code: exitDiffers}
	case slices.ContainsFunc(v.Gates, func(g gate) bool { return !g.Passed }):
		return &failure{code: exitFailed}
	}
	return nil
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
	if err := j.moveTo(c, dir); err != nil {
		return nil, err
	}
	moved := j.want
	moved.store = c.String("store")
	if allowed.Gold != "" {
		j.want.add(filepath.Join(dir, "gold.jsonl"))
	}
	j.want.add(filepath.Join(dir, "manifest.json"))
	var said *failure
	if err := j.run(c); err != nil && (!errors.As(err, &said) || said.err != nil) {
		return nil, err // but inputs that failed, of which has been told
	}
	if err := errors.Join(c.Set("store", ""), c.Set("aliases", "")); err != nil { // outputs are read without them
		return nil, err
	}
	v := &verdict{Documents: j.manifest.Counts.Documents, Failed: j.manifest.Failed, Outputs: []outputState{}}
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
		return v, v.score(c, allowed, filepath.Join(dir, "gold.jsonl"))
	}
	return v, nil
}

// moveTo lets a job write into a folder what it would write elsewhere. A store that is a
// file is copied there, so that what it knows need not be read again.
func (j *job) moveTo(c *cli.Context, dir string) error {
	n := 0
	for _, paths := range []*[]string{&j.want.facts, &j.want.entities, &j.want.manifests, &j.want.graphs} {
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

// compareFiles tells of each file whether it is as the one that a run has written.
func (v *verdict) compareFiles(stand, written []string) error {
	for i, path := range stand {
		same, err := sameBytes(path, written[i])
		state := "differs"
		switch {
		case errors.Is(err, fs.ErrNotExist):
			state = "missing"
		case err != nil:
			return err
		case same:
			state = "same"
		}
		v.Outputs = append(v.Outputs, outputState{filepath.ToSlash(path), state})
	}
	return nil
}

func sameBytes(a, b string) (bool, error) {
	f, err := os.Open(a)
	if err != nil {
		return false, err
	}
	defer f.Close()
	g, err := os.Open(b)
	if err != nil {
		return false, err
	}
	defer g.Close()
	one, two := bufio.NewReaderSize(f, 1<<16), bufio.NewReaderSize(g, 1<<16)
	for {
		p, errA := one.ReadByte()
		q, errB := two.ReadByte()
		switch {
		case errA == io.EOF && errB == io.EOF:
			return true, nil
		case errA == io.EOF || errB == io.EOF || p != q:
			return false, nil
		case errA != nil || errB != nil:
			return false, cmp.Or(errA, errB)
		}
	}
}

const failedGate = "inputs failed"

// judge holds what was found against what is allowed, of so many facts before.
func (v *verdict) judge(allowed rules.Gates, before int) {
	differ := func(name string, l rules.Limit, n int) bool {
		v.Gates = append(v.Gates, gate{name, l.String(), strconv.Itoa(n), l.Allows(n, before)})
		return n > 0
	}
	differs := false
	if d := v.Diff; d != nil {
		for _, n := range []struct {
			name  string
			limit rules.Limit
			n     int
		}{
			{"facts added", allowed.Added, len(d.Added)},
			{"facts removed", allowed.Removed, len(d.Removed)},
			{"facts changed", allowed.Changed, len(d.Changed)},
		} {
			differs = differ(n.name, n.limit, n.n) || differs
		}
	}
	other := 0
	for _, o := range v.Outputs {
		if o.State != "same" {
			other++
		}
	}
	if !differs {
		v.Gates = append(v.Gates, gate{"outputs that differ", "0", strconv.Itoa(other), other == 0})
	}
	v.Gates = append(v.Gates, gate{
		failedGate, strconv.Itoa(allowed.Failed), strconv.Itoa(len(v.Failed)), len(v.Failed) <= allowed.Failed,
	})
}

// score holds facts against a gold folder.
func (v *verdict) score(c *cli.Context, allowed rules.Gates, facts string) error {
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
	all := compare(gold, found, symmetricOf(pack)).All
	for _, s := range []struct {
		name      string
		least, is float64
	}{
		{"precision", allowed.Precision, all.Precision.value()}, {"recall", allowed.Recall, all.Recall.value()},
		{"F1", allowed.F1, all.f1()},
	} {
		if s.least > 0 {
			v.Gates = append(v.Gates, gate{
				s.name, fmt.Sprintf("%.3f", s.least), fmt.Sprintf("%.3f", s.is), s.is >= s.least,
			})
		}
	}
	return nil
}
