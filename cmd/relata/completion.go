package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph/ask"
	"github.com/relata-graph/relata/rules"
)

// completions are what shells run: each asks "relata completion words".
//
//go:embed completion
var completions embed.FS

var shells = []string{"bash", "fish", "powershell", "zsh"}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print what makes a shell complete commands, flags and questions",
		ArgsUsage: strings.Join(shells, "|"),
		Description: `Once, or in the file that the shell reads when it starts:
   bash         source <(relata completion bash)                     # ~/.bashrc
   zsh          source <(relata completion zsh)                      # ~/.zshrc, after compinit
   fish         relata completion fish > ~/.config/fish/completions/relata.fish
   powershell   relata completion powershell | Out-String | Invoke-Expression    # $PROFILE`,
		Action: completionAction,
		Subcommands: []*cli.Command{{
			Name: "words", Hidden: true, Usage: "print what may stand for the last of `WORDS`",
			Action: func(c *cli.Context) error {
				for _, word := range complete(c.App, c.Args().Slice()) {
					fmt.Fprintln(c.App.Writer, word)
				}
				return nil
			},
		}},
	}
}

// completionAction is for what is no subcommand: the name of a shell.
func completionAction(c *cli.Context) error {
	shell := c.Args().First()
	if c.NArg() != 1 || !slices.Contains(shells, shell) {
		return usage(c, "%q: want one of %s", strings.Join(c.Args().Slice(), " "), strings.Join(shells, ", "))
	}
	script, err := completions.ReadFile("completion/" + shell)
	if err != nil {
		return err
	}
	_, err = c.App.Writer.Write(script)
	return err
}

// complete gives what may stand for the last of words, which stand behind "relata" on a
// command line, sorted; none where that is a file, or anything.
func complete(app *cli.App, words []string) []string {
	if len(words) == 0 {
		return nil
	}
	before, last := words[:len(words)-1], words[len(words)-1]
	if last == `""` { // PowerShell loses an empty word
		last = ""
	}
	commands, flags := app.Commands, app.Flags
	var path, args []string
	valueOf := "" // the flag whose value is next
	for _, word := range before {
		at := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(word) })
		switch {
		case valueOf != "":
			valueOf = ""
		case len(word) > 1 && word[0] == '-':
			if takesValue(flags, word) {
				valueOf = strings.TrimLeft(word, "-")
			}
		case len(args) > 0 || at < 0:
			args = append(args, word)
		default:
			path = append(path, word)
			flags, commands = commands[at].Flags, commands[at].Subcommands
		}
	}
	var found []string
	switch {
	case valueOf != "":
		found = valuesOf(path, valueOf)
	case strings.HasPrefix(last, "-"):
		found = []string{"--help"}
		for _, f := range flags {
			if v, ok := f.(cli.VisibleFlag); !ok || v.IsVisible() {
				found = append(found, flagNamed(f.Names()[0]))
			}
		}
	case len(args) == 0 && len(commands) > 0:
		for _, c := range commands {
			if !c.Hidden {
				found = append(found, c.Name)
			}
		}
	}
	if len(path) == 1 && valueOf == "" && !strings.HasPrefix(last, "-") {
		found = append(found, argumentsOf(path[0], args)...)
	}
	found = slices.DeleteFunc(found, func(word string) bool { return !strings.HasPrefix(word, last) })
	slices.Sort(found)
	return slices.Compact(found)
}

func flagNamed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// argumentsOf gives what may follow the arguments of a command, where that is no file.
func argumentsOf(command string, args []string) []string {
	var names []string
	switch command {
	case "completion":
		if len(args) == 0 {
			return shells
		}
	case queryName:
		for _, q := range ask.Queries() {
			if slices.Contains(args, q.Name) {
				return nil
			}
			names = append(names, q.Name)
		}
		if len(args) == 0 {
			return nil // the graph comes first
		}
	}
	return names
}

// valuesOf gives the values of a flag that has few.
func valuesOf(path []string, flag string) []string {
	switch {
	case flag == "view":
		var names []string
		for _, v := range export.Views() {
			names = append(names, v[0])
		}
		return names
	case flag == "status":
		var names []string
		for _, s := range statuses {
			names = append(names, string(s))
		}
		return names
	case flag == "pack":
		return append(rules.BuiltinNames(), noPack)
	case flag == "log":
		return []string{"text", "json"}
	case flag == "format":
		return source.Formats()
	case flag == "output" && slices.Equal(path, []string{"check"}):
		return checkForms()
	case flag == "output" && slices.Equal(path, []string{queryName}):
		return []string{"table", "json", "csv"}
	}
	return nil
}
