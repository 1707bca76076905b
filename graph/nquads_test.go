package graph_test

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// The W3C suites lie in the folder of the quad module.
func TestW3C(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/quad").Output()
	if err != nil {
		t.Skip("no go command to find the quad module with")
	}
	for _, suite := range []string{"nquad_tests.tar.gz", "ntriple_tests.tar.gz"} {
		f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), suite))
		if err != nil {
			t.Skip("the quad module is not in the module cache:", err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for r := tar.NewReader(z); ; {
			h, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			name := path.Base(h.Name)
			if !strings.HasSuffix(name, ".nq") && !strings.HasSuffix(name, ".nt") || strings.HasPrefix(name, ".") {
				continue
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			n++
			bad := strings.Contains(name, "-bad-")
			if err := readAll(string(data)); (err != nil) != bad {
				t.Errorf("%s: error %v, want one: %v", name, err, bad)
			}
		}
		t.Logf("%s: %d files", suite, n)
		if n < 50 {
			t.Errorf("%s: only %d files", suite, n)
		}
	}
}

func readAll(s string) error {
	for _, err := range graph.ReadNQuads(strings.NewReader(s)) {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestReadNQuads(t *testing.T) {
	const text = "# comment\r\n\r\n" +
		`<http://e.x/s><http://e.x/p>"a\tb\u00e9\U0001F600\""@en-GB<http://e.x/g>.# end` + "\n" +
		`_:b.1 <http://e.x/p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .`
	var got []quad.Quad
	for q, err := range graph.ReadNQuads(strings.NewReader(text)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, q)
	}
	want := []quad.Quad{
		{
			Subject: quad.IRI("http://e.x/s"), Predicate: quad.IRI("http://e.x/p"), Label: quad.IRI("http://e.x/g"),
			Object: quad.LangString{Value: "a\tbé😀\"", Lang: "en-GB"},
		},
		{
			Subject: quad.BNode("b.1"), Predicate: quad.IRI("http://e.x/p"),
			Object: quad.TypedString{Value: "007", Type: "http://www.w3.org/2001/XMLSchema#integer"},
		},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %#v", got)
	}
	err := readAll("<http://e.x/s> <http://e.x/p> \"a\" .\n<http://e.x/s> <p> \"a\" .\n")
	if err == nil || err.Error() != "line 2, column 16: want an absolute IRI, have <p>" {
		t.Errorf("error: %v", err)
	}
}

func TestNQuadsFaults(t *testing.T) {
	const s, g = "<http://e.x/s> <http://e.x/p> ", "<http://e.x/g> .\n"
	for _, test := range []struct{ text, want string }{
		{"\uFEFF" + s + `"a" .` + "\n", ""},
		{s + "\"a\" .\n\uFEFF" + s + `"a" .`, "line 2, column 1: want subject, have "},
		{"_:a:b <http://e.x/p> \"a\" .", "line 1, column 4: want predicate, have "},
		{s + "\"é\" x .", "line 1, column 35: want graph label or full stop, have "},
		{s + "\"a\xff\" .", "line 1, column 33: want UTF-8"},
		{s + `"` + strings.Repeat("long ", 1<<15) + `" ` + g + "oh", "line 2, column 1: want subject, have "},
		{s + `"a" .` + "\r" + s + `"b" . c` + "\r\n", "line 1, column 37: want the end of the line, have "},
	} {
		err := readAll(test.text)
		if (err == nil) != (test.want == "") || err != nil && !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%.60q: %v, want %q", test.text, err, test.want)
		}
	}
}

func TestGoodLines(t *testing.T) {
	const good = "<http://e.x/s> <http://e.x/p> \"a\" .\n"
	var told []string
	r := graph.GoodLines(strings.NewReader(good+"bad\n"+good+"<x> .\n# end"), func(e *graph.SyntaxError) {
		told = append(told, e.Error()[:len("line 2, column 1")])
	})
	text, err := io.ReadAll(r)
	if err != nil || string(text) != good+"\n"+good+"\n# end\n" {
		t.Errorf("%q, %v", text, err)
	}
	if strings.Join(told, "; ") != "line 2, column 1; line 4, column 1" {
		t.Errorf("told %q", told)
	}
}

func BenchmarkReadNQuads(b *testing.B) {
	var text strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&text, "<urn:relata:fact/%08x> <urn:relata:rel/text> \"A sentence of some words, the %dth.\" <urn:relata:doc/d%d> .\n",
			i/8, i, i/50)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if err := readAll(text.String()); err != nil {
			b.Fatal(err)
		}
	}
}
