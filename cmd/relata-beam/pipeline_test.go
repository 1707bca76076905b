package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// TestSameBytes holds what Beam's local runner makes of the project's own texts against one
// run of relata.
func TestSameBytes(t *testing.T) {
	texts, err := filepath.Glob("../../testdata/news/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	dir := t.TempDir()
	for i, name := range texts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(map[string]string{
			"id": strings.TrimSuffix(filepath.Base(name), ".txt"), "text": string(text), "date": "2025-03-05",
		})
		if err != nil {
			t.Fatal(err)
		}
		in, err := os.OpenFile(filepath.Join(dir, string(rune('a'+i%3))+".jsonl"), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
		if i == 4 {
			in.Write(append(line, '\n')) // repeated
			in.WriteString("{\"title\": \"broken\"}\n")
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
	}
	out := func(name string) string { return filepath.Join(dir, name) }
	p := pipeline(out("*.jsonl"), outputs{facts: out("beam.facts"), graph: out("beam.nq")})
	ptest.RunAndValidate(t, p)

	cmd := exec.Command("go", "run", "./cmd/relata", "extract", "-q",
		out("a.jsonl"), out("b.jsonl"), out("c.jsonl"), "-o", out("run.jsonl"), "-o", out("run.nq"))
	cmd.Dir = "../.."
	if said, err := cmd.CombinedOutput(); err != nil && !strings.Contains(string(said), "exit status 1") {
		t.Fatalf("%v\n%s", err, said)
	}
	for beam, run := range map[string]string{"beam.facts": "run.jsonl", "beam.nq": "run.nq"} {
		a, err := os.ReadFile(out(beam))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out(run))
		if err != nil {
			t.Fatal(err)
		}
		if len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s and %s differ: %d and %d bytes", beam, run, len(a), len(b))
		}
	}
}
