// Command relata reads news and writes the graph of who met whom, who went
// where, and which countries agreed on what.
//
// Results go to standard output, everything else to standard error. Exit codes
// are 0 for done, 1 for failed or some inputs failed, 2 for wrong usage, 3 for differences
// found, 4 for no input could be read.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract/fault"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a write to a closed pipe returns an error instead
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// patience is how long a command that was told to stop may take to save what it has
// found, before it is left as it is: it may wait for a pipe, or read a long text.
const patience = 500 * time.Millisecond

// run is main without the process around it. It gives the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // whoever asks twice does not wait
	out := &page{w: bufio.NewWriter(stdout), terminal: isTerminal(stdout)}
	stderr = &messages{w: stderr}
	app := newApp()
	app.Reader, app.Writer, app.ErrWriter = stdin, out, stderr
	app.Metadata = map[string]any{terminalWidth: columnsOf(stdout)}

	err, ended := within(ctx, patience, func() error {
		err := app.RunContext(ctx, append([]string{app.Name}, flagsFirst(app, args)...))
		return cmp.Or(err, out.Flush())
	})
	switch {
	case err == nil && ended:
		return exitDone
	case ctx.Err() != nil:
		say(stderr, message{Level: levelInfo, Message: "interrupted; output files are as they were"})
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE) && !errors.As(err, new(*writeError)): // a table of which one has seen enough
		return exitDone
	case errors.Is(err, syscall.EPIPE):
		err = errors.New("the reader of the output closed it before everything was written")
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{code: exitFailed, err: err}
	}
	f.err = withoutCall(f.err)
	printError(stderr, f)
	return f.code
}

// within runs f and gives its error, unless f has not ended some time after ctx is
// done: then f is left to itself.
func within(ctx context.Context, patience time.Duration, f func() error) (err error, ended bool) {
	result := make(chan error, 1)
	go func() {
		var err error
		broken := fault.Contain(func() { err = f() })
		result <- cmp.Or(broken, err)
	}()
	select {
	case err = <-result:
		return err, true
	case <-ctx.Done():
	}
	select {
	case err = <-result:
		return err, true
	case <-time.After(patience):
		return nil, false
	}
}

func newApp() *cli.App {
	app := &cli.App{
		Name:  "relata",
		Usage: "read news, write the graph of who met whom, who went where, who agreed on what",
		Description: `Every edge of the graph carries the sentence behind it. The same input gives the same bytes.

Results go to standard output, everything else to standard error. Exit codes:
   0    done
   1    failed, or some inputs could not be read: the others were, and outputs are of them
   2    wrong usage
   3    differences found (diff, check, rules lint)
   4    no input could be read: outputs are as they were
   130  interrupted: outputs are as they were, a store keeps what was read

Examples:
   relata extract news/*.txt -o graph.nq -o graph.graphml
   relata query graph.nq who-met "Lương Cường"
   relata explain "President Lan met Prime Minister Sato in Lima."

"relata COMMAND --help" tells more about a command.`,
		Commands: []*cli.Command{
			extractCommand(), initCommand(), runCommand(), checkCommand(), queryCommand(), statsCommand(), diffCommand(),
			exportCommand(), drawCommand(), explainCommand(), entitiesCommand(), parseCommand(), rulesCommand(),
			removeCommand(), mergeCommand(), storeCommand(), evalCommand(), doctorCommand(), completionCommand(), versionCommand(),
		},
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "version", Usage: "print the version", DisableDefaultText: true},
		},
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
			if c.Subcommands != nil && c.Action == nil {
				c.Action = unknownCommand
			}
			prepare(c.Subcommands)
		}
	}
	prepare(app.Commands)
	return app
}
