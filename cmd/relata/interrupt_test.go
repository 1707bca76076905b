//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt tells runs that wait, read or write to stop: they end soon, say so,
// and leave no file.
func TestInterrupt(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	dir := t.TempDir()
	for _, name := range []string{"pipe", "pipe.nq", "pipe.jsonl"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := strings.Repeat("President Pham Thi Lan met Prime Minister Sato Yuki in Lima. ", 30_000)
	writeFile(t, filepath.Join(dir, "long.txt"), long)
	writeTexts(t, filepath.Join(dir, "many.jsonl"), 20_000)
	tests := []struct {
		name, args string
		says       string
	}{
		{"standard input", "extract - -o out.nq", ""},
		{"lines of standard input", "extract --format jsonl - --store new.db", "0 documents kept in new.db"},
		{"a pipe that nobody writes", "extract pipe -o out.nq", ""},
		{"a pipe of lines", "extract pipe.jsonl -o out.nq", ""},
		{"a pipe of a graph", "export pipe.nq -o out.graphml", ""},
		{"a pipe for a script", "query many.jsonl -f pipe", ""},
		{"a pipe for aliases", "extract many.jsonl --aliases pipe -o out.nq", ""},
		{"a pipe for rules", "extract many.jsonl --rules pipe -o out.nq", ""},
		{"a pipe of facts", "eval pipe pipe.jsonl", ""},
		{"a pipe that nobody reads", "extract many.jsonl -o pipe.nq", ""},
		{"a long text", "extract long.txt -o out.nq", ""},
		{"explain of a long text", "explain long.txt", ""},
		{"parse of a long text", "parse long.txt", ""},
		{"many texts", "extract many.jsonl -o out.nq -o out.graphml", ""},
		{"many texts into a store", "extract many.jsonl --store kept.db", "documents kept in kept.db"},
		{"a question to many texts", "query many.jsonl top", ""},
		{"a script without end", "query one.nq --gizmo while(true){}", ""},
	}
	writeFile(t, filepath.Join(dir, "one.nq"), "<a:b> <a:c> <a:d> .\n")
	for i, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cmd := exec.Command("relata", strings.Fields(test.args)...)
			cmd.Dir = dir
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, store, ok := strings.Cut(test.args, "--store "); ok { // a busy machine is slow
				for range 1000 {
					if _, err := os.Stat(filepath.Join(dir, store)); err == nil {
						break
					}
					time.Sleep(10 * time.Millisecond)
				}
			}
			time.Sleep(700 * time.Millisecond)
			start := time.Now()
			cmd.Process.Signal([]os.Signal{syscall.SIGINT, syscall.SIGTERM}[i%2])
			killed := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
			defer killed.Stop()
			cmd.Wait()
			if took := time.Since(start); took > 3*time.Second { // a busy machine is slow
				t.Errorf("ended after %v", took)
			}
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("exit code %d\n%s", code, &stderr)
			}
			if !strings.Contains(stderr.String(), "relata: interrupted") || !strings.Contains(stderr.String(), test.says) {
				t.Errorf("says %q, want %q", &stderr, test.says)
			}
			left, _ := filepath.Glob(filepath.Join(dir, ".*"))
			outputs, _ := filepath.Glob(filepath.Join(dir, "out.*"))
			if len(left)+len(outputs) > 0 {
				t.Errorf("left: %v %v", left, outputs)
			}
		})
	}
}

// TestInterruptTwice asks a run twice that waits for a pipe: it ends at once.
func TestInterruptTwice(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.nq"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("relata", "export", "pipe.nq", "-o", "out.graphml")
	cmd.Dir = dir
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	start := time.Now()
	for range 20 {
		cmd.Process.Signal(syscall.SIGTERM)
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Wait(); err == nil || time.Since(start) > patience {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

// TestLeftovers kills a run that waits with an output open: the next run removes
// what it has left, but not what a living one needs.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "a.txt"), "President Pham Thi Lan met Prime Minister Sato Yuki in Lima.")
	start := func() (cmd *exec.Cmd, in io.WriteCloser) {
		t.Helper()
		before := temporaries(dir)
		cmd = exec.Command("relata", "extract", "-q", "-", "-o", "out.nq")
		cmd.Dir = dir
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for range 1000 {
			if now := temporaries(dir); len(now) > 0 && !slices.Equal(now, before) {
				return cmd, in
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatal("no temporary file")
		return nil, nil
	}
	dead, _ := start()
	dead.Process.Kill()
	dead.Wait()
	if n := len(temporaries(dir)); n != 1 {
		t.Fatalf("a killed run has left %d files", n)
	}
	living, in := start()
	if n := len(temporaries(dir)); n != 1 {
		t.Errorf("%d files after the next run has begun", n)
	}
	other := exec.Command("relata", "extract", "-q", "a.txt", "-o", "other.nq")
	other.Dir = dir
	if out, err := other.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	io.WriteString(in, "President Pham Thi Lan met Prime Minister Sato Yuki in Oslo.")
	in.Close()
	if err := living.Wait(); err != nil {
		t.Errorf("the run beside another: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "out.nq")); err != nil || len(temporaries(dir)) > 0 {
		t.Errorf("%v, left %v", err, temporaries(dir))
	}
}

// temporaries gives the temporary files of outputs in a folder.
func temporaries(dir string) []string {
	names, _ := filepath.Glob(filepath.Join(dir, tempNames))
	return names
}

func writeFile(t *testing.T, path, data string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
