package main

import (
	"bytes"
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
	files := &joined{paths: paths}
	defer files.close()
	var r io.Reader = files
	bad := 0
	if c.Bool("skip-bad") {
		r = graph.GoodLines(files, func(e *graph.SyntaxError) {
			if bad++; bad <= 3 {
				fmt.Fprintf(c.App.ErrWriter, "relata: warning: %v\n", files.locate(e))
			}
		})
	}
	store, err := graph.Load(r, "")
	if e, ok := errors.AsType[*graph.SyntaxError](err); ok {
		return nil, hint(files.locate(e), "leave bad lines out with --skip-bad")
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return nil, e
	}
	if err != nil && len(files.starts) > 0 {
		return nil, fmt.Errorf("%s: %w", paths[len(files.starts)-1], err)
	}
	if bad > 0 {
		fmt.Fprintf(c.App.ErrWriter, "relata: warning: %s left out\n", count(bad, "bad line"))
	}
	return store, err
}

// joined reads files one after another, each from a new line on.
type joined struct {
	paths  []string
	starts []int // lines before each file that was opened
	lines  int   // so far
	file   io.ReadCloser
}

func (j *joined) Read(p []byte) (int, error) {
	for {
		if j.file == nil {
			if len(j.starts) == len(j.paths) {
				return 0, io.EOF
			}
			f, err := openInput(j.paths[len(j.starts)])
			if err != nil {
				return 0, err
			}
			j.file = f
			j.starts = append(j.starts, j.lines)
		}
		n, err := j.file.Read(p)
		j.lines += bytes.Count(p[:n], []byte{'\n'})
		if err == io.EOF && n == 0 && len(p) > 0 {
			j.close()
			j.lines++
			return copy(p, "\n"), nil
		}
		if err == io.EOF {
			err = nil
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

func (j *joined) close() {
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
}

// locate says in which file a fault is: "graph.nq:3:17: want ...".
func (j *joined) locate(e *graph.SyntaxError) error {
	at := 0
	for at+1 < len(j.starts) && j.starts[at+1] < e.Line {
		at++
	}

	return fmt.Errorf("%s:%d:%d: %s", j.paths[at], e.Line-j.starts[at], e.Column, e.Err)
}
