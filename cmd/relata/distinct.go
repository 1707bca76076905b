package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"
)

// checkOutputs refuses an output that is named twice, however it is spelt, or that
// is one of the inputs.
func checkOutputs(c *cli.Context, outputs, inputs []string) error {
	for i, out := range outputs {
		for _, before := range outputs[:i] {
			switch {
			case out == before:
				return usage(c, "-o %s is given twice", out)
			case out != "-" && before != "-" && sameFile(out, before):
				return usage(c, "-o %s and -o %s are one file", before, out)
			}
		}
		at := slices.IndexFunc(inputs, func(in string) bool { return in != "-" && sameFile(in, out) })
		if out != "-" && at >= 0 {
			return usage(c, "-o %s: the file is read as %s: want another name", out, inputs[at])
		}
	}
	return nil
}

// readsOutput gives the output that a document was read from, "" if none: a folder
// of texts may hold what an earlier run has written.
func readsOutput(outputs []string, path string) string {
	at := slices.IndexFunc(outputs, func(out string) bool { return out != "-" && sameFile(out, path) })
	if at < 0 {
		return ""
	}
	return outputs[at]
}

// sameFile tells whether two paths name one file, be it there or not.
func sameFile(a, b string) bool {
	if i, err := os.Stat(a); err == nil {
		j, err := os.Stat(b)
		return err == nil && os.SameFile(i, j)
	}
	return settled(a) == settled(b)
}

// settled gives a path from the root, through the links of its folder.
func settled(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs))
	}
	return abs
}
