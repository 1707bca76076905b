package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/rules"
)

const projectFile = "relata.yaml"

var configFlag = &cli.StringFlag{
	Name: "config", Usage: "`FILE` to read instead of " + projectFile + "; paths in it start at its folder",
	Value: projectFile, DefaultText: projectFile,
}

// projectFlags are those of runs that a project decides on.
func projectFlags() []cli.Flag {
	return append([]cli.Flag{
		configFlag,
		failFastFlag,
		jobsFlag,
		packFlag, rulesFlag, strictFlag,
		quietFlag, logFlag,
	}, decidedFlags()...)
}

// decidedFlags are those that only a project sets. Packs, rules and --strict add to what it says.
func decidedFlags() []cli.Flag {
	return hidden(slices.Concat([]cli.Flag{
		&cli.StringFlag{Name: "store"}, &cli.StringFlag{Name: "aliases"},
	}, inputFlags(), []cli.Flag{baseFlag}))
}

// hidden gives flags that only a project sets.
func hidden(flags []cli.Flag) []cli.Flag {
	var out []cli.Flag
	for _, f := range flags {
		switch f := f.(type) {
		case *cli.StringFlag:
			out = append(out, &cli.StringFlag{Name: f.Name, Hidden: true})
		case *cli.StringSliceFlag:
			out = append(out, &cli.StringSliceFlag{Name: f.Name, Hidden: true})
		case *cli.BoolFlag:
			out = append(out, &cli.BoolFlag{Name: f.Name, Hidden: true})
		}
	}
	return out
}

// loadProject reads the project that --config names.
func loadProject(c *cli.Context) (*rules.Project, error) {
	file := c.String("config")
	p, err := rules.LoadProject(files{}, filepath.ToSlash(file))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hint(fmt.Errorf("no %s here", file), "relata init writes one; relata extract PATH... needs none")
	}
	if faults, ok := errors.AsType[rules.Faults](err); ok {
		return nil, projectFaults(c, faults)
	}
	return p, err
}

// projectFaults says what is wrong in a project.
func projectFaults(c *cli.Context, faults rules.Faults) error {
	tellFaults(c.App.ErrWriter, faults)
	return &failure{code: exitUsage, err: fmt.Errorf("%s in %s", count(len(faults), "fault"), faults[0].Pos.File)}
}

// A projectJob is what a project makes of a run.
type projectJob struct {
	c      *cli.Context
	dir    string // of the project
	faults rules.Faults
	job
}

// jobOf gives the run that a project tells, and sets the flags that it decides on.
func jobOf(c *cli.Context, p *rules.Project) (*job, error) {
	j := &projectJob{c: c, dir: filepath.Dir(c.String("config"))}
	j.cache = p.Cache != ""
	decided := [][2]string{
		{"date", p.Date}, {"format", p.Format}, {"encoding", p.Encoding}, {"base", p.Base},
		{"aliases", j.path(p.Aliases)}, {"store", j.store(p.Store)}, {"store", j.path(p.Cache)}, // one of the two
	}
	for _, name := range p.Packs {
		decided = append(decided, [2]string{"pack", name})
	}
	if p.Strict {
		decided = append(decided, [2]string{"strict", "true"})
	}
	for _, folder := range p.Rules {
		decided = append(decided, [2]string{"rules", j.path(folder)})
	}
	for _, d := range decided {
		if flag, value := d[0], d[1]; value != "" {
			if err := c.Set(flag, value); err != nil {
				return nil, err
			}
		}
	}
	for _, s := range p.Sources {
		j.source(s)
	}
	for _, out := range p.Outputs {
		j.output(out)
	}
	if len(j.faults) > 0 {
		return nil, projectFaults(c, j.faults)
	}
	j.root, j.own, j.copies = j.dir, true, true
	return &j.job, nil
}

func (j *projectJob) fault(at rules.Named, format string, args ...any) {
	j.faults = append(j.faults, rules.Fault{Pos: at.Pos, Msg: fmt.Sprintf(format, args...)})
}

// path is a path of the project as seen from the working folder.
func (j *projectJob) path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(j.dir, filepath.FromSlash(p))
}

func (j *projectJob) store(p string) string {
	if p == "" || graphKind(p) == "store" && strings.Contains(p, "://") {
		return p
	}
	return j.path(p)
}

// source adds what a path or glob names.
func (j *projectJob) source(s rules.Named) {
	path := j.path(s.Name)
	if !strings.ContainsAny(s.Name, "*?[") {
		j.paths = append(j.paths, path)
		return
	}
	found, err := filepath.Glob(path)
	switch {
	case err != nil:
		j.fault(s, "sources: %q is no pattern: %v", s.Name, err)
	case len(found) == 0:
		warn(j.c.App.ErrWriter, "%s: nothing is called %q yet", s.Pos, s.Name)
	}
	j.paths = append(j.paths, found...)
}

// output adds an output with its own flags.
func (j *projectJob) output(out rules.Output) {
	set := flag.NewFlagSet("output", flag.ContinueOnError)
	for _, f := range networkFlags() {
		if err := f.Apply(set); err != nil {
			j.fault(out.File, "output: %v", err)
			return
		}
	}
	c := cli.NewContext(j.c.App, set, j.c)
	c.Command = j.c.Command
	if base := j.c.String("base"); base != "" {
		_ = c.Set("base", base) // any text is one
	}
	at := out.File
	faults := len(j.faults)
	for _, f := range out.Flags {
		if err := c.Set(f.Key, f.Value); err != nil {
			j.fault(rules.Named{Pos: f.Pos}, "output %s: %s: want %s, got %q", out.File.Name, f.Key, wanted(f.Key), f.Value)
		}
		at.Pos = f.Pos
	}
	if len(j.faults) > faults {
		return
	}
	opts, err := exportOptions(c)
	if err != nil {
		j.fault(at, "output %s: %v", out.File.Name, err)
		return
	}
	if err := j.addOutput(c, j.path(out.File.Name), opts); err != nil {
		j.fault(out.File, "output: %v", err)
	}
}

// wanted says what a flag takes that not every text is.
func wanted(flag string) string {
	if flag == "top" || flag == "min-weight" {
		return "a number"
	}
	return "true or false"
}
