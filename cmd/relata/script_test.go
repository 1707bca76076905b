package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/relata-graph/relata/export"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"relata": main})
}

// TestScripts runs testdata/scripts: each file is a session with its files. In
// scripts $NEWS is the folder of the project's own texts, and $DATABASE the URL of a
// database, if there is one.
func TestScripts(t *testing.T) {
	news, err := filepath.Abs("../../testdata/news")
	if err != nil {
		t.Fatal(err)
	}
	address, drop, err := newDatabase("relata_scripts")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(drop) // after the scripts, which run at the same time
	testscript.Run(t, testscript.Params{
		Dir: "testdata/scripts",
		Setup: func(e *testscript.Env) error {
			e.Setenv("NEWS", news)
			e.Setenv("DATABASE", address)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0 || cond == "postgres" && address != "", nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exit": exit},
	})
}

// exit is the script command "exit CODE PROGRAM ARGS...": it runs the program,
// which must end with the code.
func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE PROGRAM ARGS...")
	}
	code := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// TestREADME runs the console blocks of the README in order, in a folder that
// holds a copy of testdata: each line "$ relata ..." is run by the shell, and
// what stands under it must be what it writes, errors included. A line "..." is
// any number of lines, and "..." within a line any characters. A command with
// nothing under it must only succeed.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if os.IsNotExist(err) {
		t.Skip("no README.md")
	} else if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("../../testdata")); err != nil {
		t.Fatal(err)
	}
	for _, c := range consoleCommands(string(readme)) {
		c.line = strings.Replace(c.line, "go run ./cmd/relata ", "relata ", 1)
		if !strings.HasPrefix(c.line, "relata ") {
			continue // how to install and the like
		}
		got, code := shell(t, dir, c.line)
		if len(c.want) == 0 && code != 0 {
			t.Errorf("README.md:%d: %s: exit code %d\n%s", c.number, c.line, code, got)
		}
		if len(c.want) > 0 && !matches(c.want, got) {
			t.Errorf("README.md:%d: %s\nwrote:\n%s\nwant:\n%s", c.number, c.line, got, strings.Join(c.want, "\n"))
		}
	}
}

// TestREADMERules runs the examples of the rule files that the README shows.
func TestREADMERules(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if os.IsNotExist(err) {
		t.Skip("no README.md")
	} else if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(readme), "```yaml\n")[1:]
	shown := 0
	for _, block := range blocks {
		block, _, _ = strings.Cut(block, "```")
		if !strings.Contains(block, "examples:") {
			continue
		}
		shown++
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(block), 0o666); err != nil {
			t.Fatal(err)
		}
		if got, code := shell(t, dir, "relata rules test --rules ."); code != 0 {
			t.Errorf("rules test of\n%sexit code %d\n%s", block, code, got)
		}
	}
	if shown == 0 {
		t.Error("the README shows no rules with examples")
	}
}

type consoleCommand struct {
	line   string
	number int      // of the line in the file, from 1
	want   []string // lines of output
}

func consoleCommands(text string) []consoleCommand {
	var commands []consoleCommand
	inside := false // a console block
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "```") {
			inside = !inside && strings.TrimSpace(line) == "```console"
			continue
		}
		if !inside {
			continue
		}
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			commands = append(commands, consoleCommand{line: command, number: i + 1})
			continue
		}
		if len(commands) == 0 {
			continue
		}
		last := &commands[len(commands)-1]
		switch {
		case len(last.want) == 0 && strings.HasSuffix(last.line, "\\"):
			last.line += "\n" + line
		case len(last.want) > 0 || strings.TrimSpace(line) != "":
			last.want = append(last.want, line)
		}
	}
	return commands
}

// matches tells whether a command wrote what the lines of a block say. White
// space at the end of lines and empty lines at the end do not count.
func matches(want []string, got string) bool {
	return outputPattern(want).MatchString(strings.TrimRight(got, "\n") + "\n")
}

// outputPattern is what the lines of a block match.
func outputPattern(lines []string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString(`\A`)
	for _, line := range lines {
		if line = strings.TrimRight(line, " "); line == "..." {
			b.WriteString(`(?:.*\n)*?`)
			continue
		}
		b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(line), regexp.QuoteMeta("..."), ".*"))
		b.WriteString(` *\n`)
	}
	b.WriteString(`\n*\z`)
	return regexp.MustCompile(b.String())
}

// shell runs a line and gives all it writes and its exit code.
func shell(t *testing.T, dir, line string) (string, int) {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func TestMatches(t *testing.T) {
	tests := []struct {
		want, got string
		matches   bool
	}{
		{"a\nb", "a\nb\n", true},
		{"a\nb", "a\nc", false},
		{"a", "a\nb", false},
		{"a\n...\nd", "a\nb\nc\nd", true},
		{"a\n...\nd", "a\nd", true},
		{"a\n...", "a\nb", true},
		{"a\n...", "a", true},
		{"...\nb", "a\nb", true},
		{"fact:...  met", "fact:7c1e  met", true},
		{"a.c", "abc", false},
	}
	for _, tt := range tests {
		if got := matches(strings.Split(tt.want, "\n"), tt.got); got != tt.matches {
			t.Errorf("%q matches %q: %v", tt.want, tt.got, got)
		}
	}
}

func TestConsoleCommands(t *testing.T) {
	commands := consoleCommands("# a\n```console\n$ relata a \\\n    b\nx\n\ny\n$ relata c\n```\n```sh\n$ relata d\n```\n```console\n$ relata e\n```\n")
	var got []string
	for _, c := range commands {
		got = append(got, fmt.Sprintf("%d %s: %s", c.number, c.line, strings.Join(c.want, "|")))
	}
	want := []string{"3 relata a \\\n    b: x||y", "8 relata c: ", "14 relata e: "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestGraphEndings compares the help text with what can be written.
func TestGraphEndings(t *testing.T) {
	for _, ending := range regexp.MustCompile(`\.[a-z]+`).FindAllString(graphEndings, -1) {
		if _, err := export.Format("graph" + ending); err != nil {
			t.Error(err)
		}
	}
}
