// Command relata reads news and writes the graph of who met whom, who went
// where, and which countries agreed on what.
//
// Results go to standard output, everything else to standard error. Exit codes
// are 0 for done, 1 for failed, 2 for wrong usage, 3 for differences found.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

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

func main() {
	signal.Ignore(syscall.SIGPIPE) // a write to a closed pipe returns an error instead
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process around it. It gives the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	out := bufio.NewWriter(stdout)
	app := newApp()
	app.Reader, app.Writer, app.ErrWriter = stdin, out, stderr

	err := app.RunContext(ctx, append([]string{app.Name}, flagsFirst(app, args)...))
	if flushErr := out.Flush(); err == nil {
		err = flushErr
	}
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "relata: interrupted")
		return exitInterrupted
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{code: exitFailed, err: err}
	}
	if p, ok := f.err.(*fs.PathError); ok && p.Op != "write" { // people know no stat
		f.err = fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	printError(stderr, f)
	return f.code
}

func newApp() *cli.App {
	app := &cli.App{
		Name:  "relata",
		Usage: "read news, write the graph of who met whom, who went where, who agreed on what",
		Description: `Every edge of the graph carries the sentence behind it. The same input gives the same bytes.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 failed,
2 wrong usage, 3 differences found.

Examples:
   relata extract news/*.txt -o graph.nq -o graph.graphml
   relata query graph.nq who-met "Lương Cường"
   relata explain "President Lan met Prime Minister Sato in Lima."

"relata COMMAND --help" tells more about a command.`,
		Commands: []*cli.Command{
			extractCommand(), queryCommand(), exportCommand(), explainCommand(), parseCommand(), rulesCommand(), evalCommand(), versionCommand(),
		},
		Flags:                     []cli.Flag{&cli.BoolFlag{Name: "version", Usage: "print the version", DisableDefaultText: true}},
		Action:                    unknownCommand,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		OnUsageError:              wrongFlag,
		ExitErrHandler:            func(*cli.Context, error) {}, // run prints errors and gives the exit code
	}
	var prepare func(commands []*cli.Command)
	prepare = func(commands []*cli.Command) {
		for _, c := range commands {
			c.OnUsageError = wrongFlag
			c.HideHelpCommand = true // an argument may be "help"
			for _, f := range c.Flags {
				if b, ok := f.(*cli.BoolFlag); ok {
					b.DisableDefaultText = true // "(default: false)" tells nothing
				}
			}
			if c.Subcommands != nil {
				c.Action = unknownCommand
			}
			prepare(c.Subcommands)
		}
	}
	prepare(app.Commands)
	return app
}

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

func helpHint(c *cli.Context) string {
	name := "relata"
	if c.Command != nil && c.Command.HelpName != "" {
		name = c.Command.HelpName
	}
	return fmt.Sprintf("run %q", name+" --help")
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
	}
	if f.hint != "" {
		fmt.Fprintln(w, "relata: hint:", f.hint)
	}
}

// longFlag finds flags as the flag package writes them: with one hyphen.
var longFlag = regexp.MustCompile(`(^| )-(\w[\w-]+)`)

func wrongFlag(c *cli.Context, err error, _ bool) error {
	message := longFlag.ReplaceAllString(err.Error(), "$1--$2")
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: "); ok {
		message = "unknown flag " + name
		var names []string
		for _, f := range c.Command.Flags {
			names = append(names, f.Names()...)
		}
		if s := nearest(strings.TrimLeft(name, "-"), names); len(s) > 1 {
			return &failure{code: exitUsage, err: errors.New(message), hint: "did you mean --" + s + "? " + helpHint(c)}
		}
	}
	return usage(c, "%s", message)
}

// unknownCommand is the action of what has commands under it: it runs when none
// of them is named.
func unknownCommand(c *cli.Context) error {
	if c.Bool("version") {
		return printVersion(c)
	}
	if !c.Args().Present() {
		return usage(c, "no command given")
	}
	name, commands := c.Args().First(), c.Command.Subcommands
	err := fmt.Errorf("unknown command %q", name)
	var names []string
	for _, command := range commands {
		names = append(names, command.Name)
	}
	if s := nearest(name, names); s != "" {
		return &failure{code: exitUsage, err: err, hint: fmt.Sprintf("did you mean %q? %s", s, helpHint(c))}
	}
	return &failure{code: exitUsage, err: err, hint: helpHint(c)}
}

// flagsFirst puts the flags of a command line before its other arguments, since
// the flag package stops at the first of those.
func flagsFirst(app *cli.App, args []string) []string {
	commands, flags := app.Commands, app.Flags
	var front, rest []string
	named := true // commands may still be named
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case len(arg) > 1 && arg[0] == '-':
			front = append(front, arg)
			if takesValue(flags, arg) {
				if i++; i == len(args) {
					return front // for cli to tell that the value is missing
				}
				front = append(front, args[i])
			}
		default:
			at := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(arg) })
			if !named || at < 0 {
				named = false
				rest = append(rest, arg)
				continue
			}
			front = append(front, arg)
			flags, commands = commands[at].Flags, commands[at].Subcommands
		}
	}
	if len(rest) == 0 {
		return front
	}
	return append(append(front, "--"), rest...)
}

// takesValue tells whether the next argument belongs to the flag arg.
func takesValue(flags []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool
		}
	}
	return false
}
