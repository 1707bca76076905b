package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/relata-graph/relata"

// mayImport says which packages of the module each may import, besides what
// those may import themselves.
var mayImport = map[string][]string{
	"extract/fault":            nil,
	"extract/source":           {"extract/fault"},
	"extract/world":            nil,
	"extract/nlp":              {"extract/world"},
	"extract/entity":           {"extract/nlp"},
	"extract/mention":          {"extract/entity"},
	"extract/coref":            {"extract/mention"},
	"extract/clause":           {"extract/coref"},
	"extract/internal/fixture": {"extract/mention"},
	"rules":                    {"extract/world"},
	"extract/fact":             {"extract/entity", "extract/source"},
	"extract/internal/reading": {"extract/clause", "extract/source"},
	"extract/internal/program": {"extract/clause", "rules"},
	"extract/internal/record":  {"extract/internal/reading", "extract/internal/program", "extract/fact"},
	"extract/learned":          nil,
	"extract/internal/match":   {"extract/internal/record", "extract/learned"},
	"extract":                  {"extract/internal/match"},
	"graph/identity":           {"extract"},
	"graph/internal/storefile": nil,
	"graph/quadfile":           nil,
	"graph/internal/gizmo":     {"graph/quadfile"},
	"graph/internal/postgres":  {"graph/internal/storefile", "graph/quadfile"},
	"graph":                    {"graph/identity", "graph/internal/postgres", "graph/internal/gizmo"},
	"graph/ask":                {"graph"},
	"graph/diff":               {"extract/fact"},
	"export":                   {"graph"},
	"cmd":                      {"export", "graph/ask", "graph/diff"},
}

// livesIn says which packages may import a module of others. Those under
// golang.org/x may be imported everywhere.
var livesIn = map[string][]string{
	"go.yaml.in/yaml/v3":                  {"rules"},
	"github.com/cayleygraph/cayley":       {"graph", "graph/quadfile", "graph/internal/gizmo", "graph/internal/postgres"},
	"github.com/cayleygraph/quad":         {"graph", "graph/quadfile", "graph/internal/gizmo", "graph/internal/postgres", "export"},
	"github.com/lib/pq":                   {"graph/internal/postgres"},
	"github.com/dop251/goja":              {"graph/internal/gizmo"},
	"gonum.org/v1/gonum":                  {"graph/ask"},
	"github.com/urfave/cli/v2":            {"cmd"},
	"codeberg.org/readeck/go-readability": {"extract/source"},
	"github.com/yuin/goldmark":            {"extract/source"},
	"github.com/go-fonts/dejavu":          {"export"},
}

// TestImports holds the arrows between the packages: what finds facts knows
// nothing of graphs, and each library has one place. Test files are free.
func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if _, err := os.Stat(filepath.Join(file, "go.mod")); d.IsDir() && err == nil && file != root {
			return filepath.SkipDir // a module of its own
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != root || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		importer := placeOf(filepath.ToSlash(rel), maps.Keys(mayImport))
		if importer == "" {
			t.Errorf("%s: its package stands in no list of this test", file)
			return nil
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if !allowed(importer, imported) {
				t.Errorf("%s: package %s may not import %s", file, importer, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func allowed(importer, imported string) bool {
	if own, ok := strings.CutPrefix(imported, module+"/"); ok {
		return reaches(importer, placeOf(own, maps.Keys(mayImport)))
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") || first == "golang.org" {
		return true
	}
	return slices.Contains(livesIn[placeOf(imported, maps.Keys(livesIn))], importer)
}

// reaches tells whether the arrows lead from one package to another.
func reaches(from, to string) bool {
	return from == to || slices.ContainsFunc(mayImport[from], func(next string) bool { return reaches(next, to) })
}

// placeOf is the longest of places that is p or a folder above it, "" if none is.
func placeOf(p string, places func(func(string) bool)) string {
	listed := slices.Collect(places)
	for ; p != "." && p != "/"; p = path.Dir(p) {
		if slices.Contains(listed, p) {
			return p
		}
	}
	return ""
}
