package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

// runScript runs a Gizmo script and writes what it finds as it comes. Evidence is
// that of the facts among its results and tags.
func runScript(c *cli.Context, s *graph.Store, script, output string) error {
	tell := func(format string, args ...any) { fmt.Fprintf(c.App.ErrWriter, "relata: hint: "+format+"\n", args...) }
	unknown, err := s.Unknown(script)
	if err != nil {
		return err
	}
	for _, u := range unknown {
		if len(u.Near) > 0 {
			tell("<%s> is not in the graph; did you mean <%s>?", u.ID, strings.Join(u.Near, ">, <"))
		} else {
			tell("<%s> is not in the graph", u.ID)
		}
	}
	l := listing{w: c.App.Writer, output: output, width: widthOf(c), tell: tell}
	if c.Bool("evidence") {
		if l.facts, err = factsOf(s); err != nil {
			return err
		}
	}
	if !c.Bool("all-rows") {
		l.seen = make(map[[16]byte]bool)
	}
	opts := graph.GizmoOptions{MaxMemory: int64(c.Int("max-memory")) << 20, Repeat: c.Bool("all-rows")}
	ctx, stop := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer stop()
	hints, err := s.RunGizmo(ctx, script, opts, l.add)
	switch {
	case errors.Is(err, graph.ErrGizmoMemory):
		err = fmt.Errorf("the script takes more than %d MB of memory", c.Int("max-memory"))
		return hint(err, "--max-memory %d gives it more", 4*c.Int("max-memory"))
	case errors.Is(err, context.DeadlineExceeded):
		err = fmt.Errorf("the script did not end in %v", c.Duration("timeout"))
		return hint(err, "--timeout 10m gives it more time")
	case err != nil:
		return err
	}
	for _, h := range hints {
		tell("%s", h)
	}
	return l.end()
}

// closeAfter closes a store, but waits for no script that goes on after its end.
func closeAfter(s *graph.Store) {
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_ = s.Close()
	}()
	select {
	case <-closed:
	case <-time.After(100 * time.Millisecond):
	}
}

// factsOf gives the facts of a graph by their ids.
func factsOf(s *graph.Store) (map[string]graph.Fact, error) {
	facts := make(map[string]graph.Fact)
	for f, err := range s.Facts() {
		if err != nil {
			return nil, err
		}
		facts[f.ID] = f
	}
	return facts, nil
}

// scriptOf gives the Gizmo script of the command line.
func scriptOf(c *cli.Context) (string, error) {
	file := c.String("f")
	switch {
	case file != "" && c.IsSet("gizmo"):
		return "", usage(c, "--gizmo and -f: want one script")
	case file != "":
		const maxScript = 1 << 20 // bytes
		data, err := readAtMost(file, maxScript)
		return string(data), err
	}
	return c.String("gizmo"), nil
}
