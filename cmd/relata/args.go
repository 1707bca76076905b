package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// queryName is the command whose arguments may be a topic of help.
const queryName = "query"

// flagsFirst puts the flags of a command line before its other arguments, since
// the flag package stops at the first of those. A call for help comes without
// arguments, of which cli would make topics of its own; query gets them after
// the word help.
func flagsFirst(app *cli.App, args []string) []string {
	commands, flags := app.Commands, app.Flags
	var front, rest []string
	named, help := true, false // commands may still be named
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case !named && (arg == "--help" || arg == "-h"):
			help = true
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
			if named && at < 0 && len(commands) > 0 { // no command: what follows are not its flags
				return append(append(front, "--"), args[i:]...)
			}
			if !named || at < 0 {
				named = false
				rest = append(rest, arg)
				continue
			}
			front = append(front, arg)
			flags, commands = commands[at].Flags, commands[at].Subcommands
		}
	}
	switch {
	case help && front[0] == queryName:
		return append([]string{queryName, "--", "help"}, rest...)
	case help:
		return append(front, "--help")
	case len(rest) == 0:
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

// listed gives the values of a flag, which may stand with commas between them.
func listed(c *cli.Context, flag string) []string {
	var values []string
	for _, v := range c.StringSlice(flag) {
		for _, name := range strings.Split(v, ",") {
			if name = strings.TrimSpace(name); name != "" {
				values = append(values, name)
			}
		}
	}
	return values
}
