package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/rules"
)

var rulesFlag = &cli.StringSliceFlag{
	Name:  "rules",
	Usage: "folder of rule files to add to the built-in rules, or to replace those of the same name (repeatable)",
}

// loadPack gives the built-in rules with those of the --rules folders, each a
// pack called as its folder is.
func loadPack(c *cli.Context) (*rules.Pack, error) {
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		return nil, err
	}
	packs := []*rules.Pack{pack}
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
	return rules.Merge(packs...)
}

// files are the files of the system under the paths that the user gives, so
// that messages show them as given.
type files struct{}

func (files) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }
