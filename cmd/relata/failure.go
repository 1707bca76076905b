package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitDiffers     = 3
	exitNone        = 4   // of the inputs, none could be read
	exitInterrupted = 130 // 128 + SIGINT, as shells have it
)

// A failure is an error with its exit code, and what the user can do about it.
type failure struct {
	code int
	err  error // nil when all has been said already
	hint string
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("exit code %d", f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// hint adds to an error what the user can do about it.
func hint(err error, format string, args ...any) error {
	return &failure{code: exitFailed, err: err, hint: fmt.Sprintf(format, args...)}
}

// usage is the error for a command line that cannot be understood.
func usage(c *cli.Context, format string, args ...any) error {
	return &failure{code: exitUsage, err: fmt.Errorf(format, args...), hint: helpHint(c)}
}

func helpHint(c *cli.Context) string { return fmt.Sprintf("run %q", helpName(c)+" --help") }

// helpName is how the command is called, "relata query".
func helpName(c *cli.Context) string {
	if c.Command != nil && c.Command.HelpName != "" {
		return c.Command.HelpName
	}
	return "relata"
}

// withoutCall gives an error of the file system without the name of the call: people know
// no stat.
func withoutCall(err error) error {
	if p, ok := err.(*fs.PathError); ok && p.Op != "write" {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

// printError says what has failed, and what the user can do about it.
func printError(w io.Writer, f *failure) {
	var faults rules.Faults
	m := message{Level: levelError, Hint: f.hint}
	if errors.As(f.err, &faults) {
		tellFaults(w, faults)
		m.Message = count(len(faults), "fault") + " in rules"
		if strings.Contains(faults.Error(), "unknown role function") || strings.Contains(faults.Error(), "unknown type") {
			m.Hint = cmp.Or(m.Hint, "relata rules functions lists the role functions and types")
		}
	} else if f.err != nil {
		m.Message = f.err.Error()
		if e, ok := errors.AsType[*source.Error](f.err); ok {
			m.Input, m.Line = filepath.ToSlash(e.Path), e.Line
		}
		switch {
		case errors.Is(f.err, graph.ErrDamaged):
			m.Hint = cmp.Or(m.Hint, "relata store check FILE.db tells what is damaged, and what can be done")
		case errors.Is(f.err, fault.Err):
			m.Hint = cmp.Or(m.Hint, "please report it, with what was read")
		}
	}
	say(w, m)
}

// tellFaults says what is wrong in files, each on a line that starts with its place, as
// editors read it.
func tellFaults(w io.Writer, faults rules.Faults) {
	if !saysJSON(w) {
		fmt.Fprintln(w, faults)
		return
	}
	for _, f := range faults {
		say(w, message{Level: levelError, Message: f.Error(), Input: f.Pos.File, Line: f.Pos.Line})
	}
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
