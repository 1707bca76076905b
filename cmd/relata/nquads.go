package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

// loadNQuads reads a graph from files of N-Quads, as one. With --skip-bad it tells of
// the first bad lines, counts all, and goes on.
func loadNQuads(c *cli.Context, paths []string) (*graph.Store, error) {
	bad := 0
	files := make([]io.Reader, len(paths))
	for i, path := range paths {
		f := &lateFile{path: path}
		defer f.close()
		files[i] = f
		if c.Bool("skip-bad") {
			files[i] = graph.GoodLines(f, func(e *graph.SyntaxError) {
				if bad++; bad <= 3 {
					warn(c.App.ErrWriter, "%v", located(path, e))
				}
			})
		}
	}
	store, err := graph.Load(files...)
	if e, ok := errors.AsType[*graph.FileError](err); ok {
		return nil, faultOf(paths[e.File], e)
	}
	if bad > 0 {
		warn(c.App.ErrWriter, "%s left out", count(bad, "bad line"))
	}
	return store, err
}

// faultOf says why a file cannot be loaded.
func faultOf(path string, err error) error {
	if e, ok := errors.AsType[*graph.SyntaxError](err); ok {
		return hint(located(path, e), "leave bad lines out with --skip-bad")
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e
	}
	return fmt.Errorf("%s: %w", path, err)
}

// located says where a fault is: "graph.nq:3:17: want ...".
func located(path string, e *graph.SyntaxError) error {
	return fmt.Errorf("%s:%d:%d: %w", path, e.Line, e.Column, e.Err)
}

// A lateFile is an input that is open from the first Read to the last.
type lateFile struct {
	path string
	file io.ReadCloser
	err  error
}

func (f *lateFile) Read(p []byte) (n int, err error) {
	if f.file == nil && f.err == nil {
		f.file, f.err = openInput(f.path)
	}
	if f.err == nil {
		n, f.err = f.file.Read(p)
	}
	if f.err != nil {
		f.close()
	}
	return n, f.err
}

func (f *lateFile) close() {
	if f.file != nil {
		f.file.Close()
		f.file = nil
	}
}
