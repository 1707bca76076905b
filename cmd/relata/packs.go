package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
)

var rulesFlag = &cli.StringSliceFlag{
	Name:  "rules",
	Usage: "folder of rule files to add to the built-in rules, or to replace those of the same name (repeatable)",
}

var strictFlag = &cli.BoolFlag{
	Name:  "strict",
	Usage: "only what rules state, nothing that is learned: fewer facts, of which more are right",
}

// noPack is the name that leaves out all built-in packs.
const noPack = "none"

var packFlag = &cli.StringSliceFlag{
	Name: "pack",
	Usage: "built-in rules `NAME`: " + strings.Join(rules.BuiltinNames(), ", ") +
		"; \"" + noPack + "\" for those of --rules alone (repeatable)",
	DefaultText: defaultPack,
}

const defaultPack = "diplomacy"

// loadPack gives the rules of the --pack packs with those of the --rules
// folders, each a pack called as its folder is.
func loadPack(c *cli.Context) (*rules.Pack, error) {
	names := c.StringSlice("pack")
	switch {
	case len(names) == 0:
		names = []string{defaultPack}
	case slices.Contains(names, noPack) && (len(names) > 1 || len(c.StringSlice("rules")) == 0):
		return nil, usage(c, "--pack none: want --rules, and no other --pack")
	case slices.Contains(names, noPack):
		names = nil
	}
	var packs []*rules.Pack
	for _, name := range names {
		if builtin := rules.BuiltinNames(); !slices.Contains(builtin, name) {
			err := fmt.Errorf("unknown --pack %q: want %s or %s", name, strings.Join(builtin, ", "), noPack)
			if s := nearest(name, builtin); s != "" {
				return nil, &failure{code: exitUsage, err: err, hint: fmt.Sprintf("did you mean %q?", s)}
			}
			return nil, &failure{code: exitUsage, err: err, hint: "a folder of your own is named with --rules"}
		}
		pack, err := rules.Builtin(name)
		if err != nil {
			return nil, err
		}
		packs = append(packs, pack)
	}
	for _, dir := range c.StringSlice("rules") {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		own, err := rules.Load(files{}, filepath.ToSlash(dir), filepath.Base(abs), packs...)
		if err != nil {
			return nil, err
		}
		packs = append(packs, own)
	}
	pack, err := rules.Merge(packs...)
	if err == nil && c.Bool(strictFlag.Name) {
		pack = pack.Strict()
	}
	return pack, err
}

// files are the files of the system under the paths that the user gives, so
// that messages show them as given.
type files struct{}

func (files) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

// loadExtractor loads the packs that the flags name and makes an extractor of
// them.
func loadExtractor(c *cli.Context) (*rules.Pack, *extract.Extractor, error) {
	pack, err := loadPack(c)
	if err != nil {
		return nil, nil, err
	}
	x, err := extract.New(pack)
	return pack, x, err
}

// wholeReader tells how to load what reads texts also where no rule can find a fact.
func wholeReader(pack *rules.Pack) func() (*extract.Extractor, error) {
	return func() (*extract.Extractor, error) {
		x, err := extract.New(pack)
		if err != nil {
			return nil, err
		}
		return x.Whole(), nil
	}
}
