package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

func doctorCommand() *cli.Command {
	return &cli.Command{
		Name:      "doctor",
		Usage:     "tell whether all is well here: models, terminal, folders, " + projectFile + ", graphs",
		ArgsUsage: "[GRAPH|PATH]...",
		Description: `A line for each thing that a run needs, "ok", "note" or "FAIL", and what to do about it. ` +
			projectFile + ` is looked at when it is there. A store is read to its end, as are
N-Quads and texts that are named. Nothing is changed.

The exit code is 1 when something fails, else 0.

Examples:
   relata doctor
   relata doctor graph.db articles`,
		Flags:  slices.Concat([]cli.Flag{configFlag}, hidden([]cli.Flag{packFlag, rulesFlag, strictFlag}), decidedFlags()),
		Action: doctorAction,
	}
}

// A diagnosis is what is said of one thing.
type diagnosis struct {
	of, is string
	err    error  // why it is not well
	advice string // "" if there is none
}

func doctorAction(c *cli.Context) error {
	looks := []func(*cli.Context) diagnosis{
		aboutProgram, aboutModels, aboutTerminal, aboutLocale, aboutFolder, aboutTemporary, aboutProject,
	}
	for _, path := range c.Args().Slice() {
		looks = append(looks, func(c *cli.Context) diagnosis { return aboutInput(c, path) })
	}
	failed := false
	for _, look := range looks {
		f := look(c)
		state := "ok"
		switch {
		case f.err != nil:
			state, f.is, failed = "FAIL", withoutCall(f.err).Error(), true
			if e, ok := errors.AsType[*failure](f.err); ok {
				f.advice = cmp.Or(f.advice, e.hint)
			}
		case f.advice != "":
			state = "note"
		}
		fmt.Fprintf(c.App.Writer, "%-4s  %-11s %s\n", state, f.of, f.is)
		if f.advice != "" {
			fmt.Fprintf(c.App.Writer, "%18sdo: %s\n", "", f.advice)
		}
	}
	if failed {
		return &failure{code: exitFailed}
	}
	return nil
}

func aboutProgram(*cli.Context) diagnosis {
	return diagnosis{of: "relata", is: fmt.Sprintf("%s, %s, %s/%s, %s",
		programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH, count(runtime.GOMAXPROCS(0), "processor"))}
}

// aboutModels reads a sentence of which the facts are known.
func aboutModels(*cli.Context) diagnosis {
	const advice = "install relata again; if that does not help, please report it"
	pack, err := rules.Builtin(defaultPack)
	if err != nil {
		return diagnosis{of: "models", err: err, advice: advice}
	}
	x, err := extract.New(pack)
	if err != nil {
		return diagnosis{of: "models", err: err, advice: advice}
	}
	text := "President Rosa Delgado met Prime Minister Joseph Kimani in Lima."
	for _, f := range x.Extract(&source.Document{ID: "doctor", Text: text}).Facts {
		if f.Relation == "met" {
			return diagnosis{of: "models", is: fmt.Sprintf("whole; %d rules of the pack %s", len(pack.Rules), defaultPack)}
		}
	}
	return diagnosis{of: "models", err: fmt.Errorf("no fact found in %q", text), advice: advice}
}

func aboutTerminal(c *cli.Context) diagnosis {
	f := diagnosis{of: "terminal", is: "standard output is none: tables are as wide as they are"}
	if columns := widthOf(c); columns > 0 {
		f.is = count(columns, "column")
		if columns < 80 {
			f.advice = "make it 80 columns wide or more, or use --output json"
		}
	}
	return f
}

func aboutLocale(c *cli.Context) diagnosis {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"))
	f := diagnosis{of: "locale", is: cmp.Or(locale, "none set") + "; results are UTF-8 in any"}
	utf8 := strings.Contains(strings.ReplaceAll(strings.ToLower(locale), "-", ""), "utf8")
	if runtime.GOOS != "windows" && !utf8 && widthOf(c) > 0 {
		f.advice = "names with diacritics may show wrong here: export LC_ALL=C.UTF-8"
	}
	return f
}

func aboutFolder(*cli.Context) diagnosis { return aboutWriting("folder", ".") }

func aboutTemporary(*cli.Context) diagnosis { return aboutWriting("temporary", os.TempDir()) }

// aboutWriting makes a file in a folder and removes it.
func aboutWriting(of, dir string) diagnosis {
	file, err := os.CreateTemp(dir, ".relata-doctor-*")
	if err == nil {
		err = errors.Join(file.Close(), os.Remove(file.Name()))
	}
	if err != nil {
		advice := "outputs need a folder that may be written: check who owns it, or name another"
		if of == "temporary" {
			advice = "relata check needs it: set TMPDIR to a folder that may be written"
		}
		return diagnosis{of: of, err: err, advice: advice}
	}
	return diagnosis{of: of, is: dir + " can be written"}
}

// aboutProject looks at the project: what it says, its rules, aliases and sources.
func aboutProject(c *cli.Context) diagnosis {
	f := diagnosis{of: "project"}
	file := c.String("config")
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) && !c.IsSet("config") {
		f.is = "no " + file + " here; relata init writes one"
		return f
	}
	p, err := loadProject(c)
	if err != nil {
		f.err = err
		return f
	}
	j, err := jobOf(c, p)
	if err != nil {
		f.err = err
		return f
	}
	pack, err := loadPack(c)
	if err != nil {
		f.err = err
		return f
	}
	if _, f.err = loadAliases(c); f.err != nil {
		return f
	}
	for _, path := range j.paths {
		if _, err := os.Stat(path); path != "-" && err != nil {
			f.err = fmt.Errorf("%s: sources: %w", file, withoutCall(err))
			f.advice = "name texts, or folders of texts, that are there"
			return f
		}
	}
	f.is = fmt.Sprintf("%s: %s, %d rules, %s", file, count(len(j.paths), "source"), len(pack.Rules),
		count(len(j.want.files()), "output"))
	return f
}

// aboutInput reads a store, N-Quads or texts to their end.
func aboutInput(c *cli.Context, path string) diagnosis {
	f := diagnosis{of: graphKind(path)}
	switch f.of {
	case "store":
		d, err := graph.Check(path)
		if err != nil {
			f.err, f.advice = err, "make it: relata extract PATH... --store "+path
			return f
		}
		if n := len(d.Sections) + len(d.Documents); n > 0 {
			f.err, f.advice = fmt.Errorf("%s: %s damaged", graph.StoreName(path), count(n, "part")),
				"relata store check "+graph.StoreName(path)
			return f
		}
		f.is = fmt.Sprintf("%s is whole, %s", graph.StoreName(path), count(d.Whole, "document"))
	case "nquads":
		store, err := loadNQuads(c, []string{path})
		if err != nil {
			f.err = err
			return f
		}
		defer store.Close()
		f.is = path + " is whole"
	default:
		in := &inputs{c: c, paths: []string{path}}
		for range in.documents(c.Context) {
		}
		if f.is = path + ": " + count(in.read, "document"); in.err != nil {
			f.err = in.err
		} else if len(in.faults) > 0 {
			f.err = fmt.Errorf("%s, %s failed", f.is, count(len(in.faults), "input"))
		}
	}
	return f
}
