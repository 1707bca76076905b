package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitDiffers     = 3
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

func printError(w io.Writer, f *failure) {
	var faults rules.Faults
	if errors.As(f.err, &faults) { // each on a line that starts with its place, as editors read it
		fmt.Fprintln(w, faults)
		fmt.Fprintf(w, "relata: error: %s in rules\n", count(len(faults), "fault"))
		if strings.Contains(faults.Error(), "unknown role function") || strings.Contains(faults.Error(), "unknown type") {
			f.hint = cmp.Or(f.hint, "relata rules functions lists the role functions and types")
		}
	} else if f.err != nil {
		fmt.Fprintln(w, "relata: error:", f.err)
		switch {
		case errors.Is(f.err, graph.ErrDamaged):
			f.hint = cmp.Or(f.hint, "relata store check FILE.db tells what is damaged, and what can be done")
		case errors.Is(f.err, fault.Err):
			f.hint = cmp.Or(f.hint, "please report it, with what was read")
		}
	}
	if f.hint != "" {
		fmt.Fprintln(w, "relata: hint:", f.hint)
	}
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
