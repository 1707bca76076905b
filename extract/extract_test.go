package extract_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

func diplomacy(t testing.TB) *extract.Extractor { return builtin(t, "diplomacy") }

func builtin(t testing.TB, name string) *extract.Extractor {
	t.Helper()
	pack, err := rules.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestExamples(t *testing.T) {
	for _, name := range rules.BuiltinNames() {
		for _, f := range builtin(t, name).Check() {
			t.Error(f)
		}
	}
}

// TestNoField holds the engine to knowing no field: no string of its code is the
// name of a relation. The packages below have to do with words of texts, which
// "met" and "visited" are too; there only names as no word is written count.
func TestNoField(t *testing.T) {
	relations := map[string]string{}
	for _, name := range rules.BuiltinNames() {
		pack, err := rules.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range pack.Relations {
			relations[r.Name] = name
		}
	}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			value, _ := strconv.Unquote(lit.Value)
			if pack := relations[value]; pack != "" && (ofEngine(file) || strings.ToLower(value) != value) {
				t.Errorf("%s: %q is a relation of the pack %s", fset.Position(lit.Pos()), value, pack)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// ofEngine tells whether a file is of the extractor itself rather than of what
// reads texts.
func ofEngine(file string) bool {
	dir := filepath.ToSlash(filepath.Dir(file))
	return dir == "." || dir == "fact" || strings.HasPrefix(dir, "internal/")
}

// facts writes what a text gives in the notation of examples.
func facts(x *extract.Extractor, text, date string) []string {
	var out []string
	result := x.Extract(&source.Document{ID: "a", Text: text, Date: date})
	for i := range result.Facts {
		if f := &result.Facts[i]; f.Relation != "holdsPosition" {
			out = append(out, f.String())
		}
	}
	return out
}

func TestStatusAndTime(t *testing.T) {
	x := diplomacy(t)
	const lan, sato = "President Rosa Delgado", "Prime Minister Joseph Kimani"
	for _, c := range []struct{ text, want string }{
		{lan + " met " + sato + " on Tuesday.", "date=2025-06-03"},
		{lan + " met " + sato + " in April.", "date=2025-04"},
		{lan + " met " + sato + " six years ago.", "date=2019"},
		{lan + " met " + sato + " last month.", "date=2025-05"},
		{lan + " will meet " + sato + " on Tuesday.", "date=2025-06-10 status=planned"},
		{lan + " will meet " + sato + " in November.", "date=2025-11 status=planned"},
		{lan + " agreed to meet " + sato + ".", "status=planned"},
		{lan + " is expected to meet " + sato + ".", "status=planned"},
		{lan + " did not meet " + sato + ".", "status=denied"},
		{lan + " refused to meet " + sato + ".", "status=denied"},
		{lan + " may meet " + sato + ".", "status=conditional"},
		{lan + " wants to meet " + sato + ".", "status=proposed"},
	} {
		want := "Rosa Delgado met Joseph Kimani | " + c.want
		if got := facts(x, c.text, "2025-06-06"); !slices.Contains(got, want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, want)
		}
	}
}

// What happens at a meeting is dated by it, what is only reported is not.
func TestOccasion(t *testing.T) {
	text := "President Rosa Delgado met Prime Minister Joseph Kimani in Lima on June 3. They discussed maritime security."
	want := "Rosa Delgado discussed maritime security | date=2025-06-03 place=Lima"
	if got := facts(diplomacy(t), text, "2025-06-06"); !slices.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
}

// Offsets of evidence slice the text as it was given, however it is written.
func TestEvidence(t *testing.T) {
	text := "\r\nLIMA — President\u00a0Rosa Delga\u0301do met Prime Minister Joseph Kimani.\r\n\r\nIt rained."
	result := diplomacy(t).Extract(&source.Document{ID: "a", Text: text})
	if len(result.Facts) == 0 {
		t.Fatal("no facts")
	}
	for _, f := range result.Facts {
		if got := text[f.Evidence.Start:f.Evidence.End]; got != f.Evidence.Text || !strings.Contains(got, "Kimani") {
			t.Errorf("evidence of %v: text has %q", f, got)
		}
	}
}

func FuzzExtract(f *testing.F) {
	x := diplomacy(f)
	f.Add("President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday.", "2025-06-06")
	f.Add("“We agreed,” she said, “to – meet”…", "")
	f.Fuzz(func(t *testing.T, text, date string) {
		for _, fact := range x.Extract(&source.Document{ID: "a", Text: text, Date: date}).Facts {
			e := fact.Evidence
			if fact.Subject.ID == fact.Object.ID || fact.Relation == "" || text[e.Start:e.End] != e.Text {
				t.Errorf("bad fact %+v", fact)
			}
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	x := diplomacy(b)
	text := strings.Repeat("President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. "+
		"They agreed to expand trade. The weather was fine, and the fishermen of the bay mended their nets.\n\n", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(&source.Document{ID: "a", Text: text, Date: "2025-06-06"})
	}
}
