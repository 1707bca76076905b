package extract_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

func load(t testing.TB, dir string, base ...*rules.Pack) *extract.Extractor {
	t.Helper()
	pack, err := rules.Load(os.DirFS(filepath.Join("..", "testdata", "rules")), dir, dir, base...)
	if err != nil {
		t.Fatal(err)
	}
	if pack, err = rules.Merge(append(base, pack)...); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestLint compares what is found in testdata/rules/lint with its lint.golden.
func TestLint(t *testing.T) {
	got := load(t, "lint").Lint().Error() + "\n"
	golden := filepath.Join("..", "testdata", "rules", "lint", "lint.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("found:\n%swant:\n%s", got, want)
	}
}

// TestBuiltinLint keeps the packs of the program clean.
func TestBuiltinLint(t *testing.T) {
	for _, name := range rules.BuiltinNames() {
		for _, f := range builtin(t, name).Lint() {
			t.Error(f)
		}
	}
}
