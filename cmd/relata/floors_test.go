package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFloors holds the files of each package to floors: a file uses what stands
// in files below it, and no two files use each other, over whatever files
// between them. Where it fails, something stands in the wrong file.
func TestFloors(t *testing.T) {
	for _, p := range listPackages(t) {
		uses := fileUses(t, p)
		for _, circle := range circles(uses) {
			t.Errorf("%s: files use each other in a circle: %s", p.ImportPath, strings.Join(circle, ", "))
			for _, from := range circle {
				for _, to := range circle {
					if names := uses[from][to]; len(names) > 0 {
						t.Logf("\t%s uses %s of %s", from, strings.Join(names, ", "), to)
					}
				}
			}
		}
	}
}

// A goPackage is what go list tells of a package.
type goPackage struct {
	Dir, ImportPath, Export string
	GoFiles                 []string
	exports                 map[string]string // file of the compiled package, by import path
}

// listPackages gives the packages of the module, with what they import compiled.
func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=Dir,ImportPath,Export,GoFiles", "./...")
	cmd.Dir = filepath.Join("..", "..")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	exports := map[string]string{}
	var own []goPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return own
		} else if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/") {
			p.exports = exports
			own = append(own, p)
		}
	}
}

// fileUses gives for each file of a package the names that it uses of each other
// file, in order.
func fileUses(t *testing.T, p goPackage) map[string]map[string][]string {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(p.exports[path]) }
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", open)}
	pkg, err := config.Check(p.ImportPath, fset, files, &info)
	if err != nil {
		t.Fatal(err)
	}
	file := func(pos token.Pos) string { return filepath.Base(fset.Position(pos).Filename) }
	uses := map[string]map[string][]string{}
	for id, o := range info.Uses {
		f, isFunc := o.(*types.Func)
		method := isFunc && f.Signature().Recv() != nil
		if o.Pkg() != pkg || o.Parent() != pkg.Scope() && !method {
			continue // fields belong to their type, which is used where it is known
		}
		from, to := file(id.Pos()), file(o.Pos())
		if from == to {
			continue
		}
		if uses[from] == nil {
			uses[from] = map[string][]string{}
		}
		if names := uses[from][to]; !slices.Contains(names, o.Name()) {
			uses[from][to] = append(names, o.Name())
		}
	}
	for _, to := range uses {
		for _, names := range to {
			slices.Sort(names)
		}
	}
	return uses
}

// circles gives the files of a package that reach each other, group by group, in
// order (Tarjan 1972, Depth-First Search and Linear Graph Algorithms).
func circles(uses map[string]map[string][]string) [][]string {
	var found [][]string
	var stack []string
	number, low := map[string]int{}, map[string]int{}
	var visit func(string)
	visit = func(file string) {
		number[file] = len(number) + 1
		low[file] = number[file]
		stack = append(stack, file)
		for to := range uses[file] {
			if number[to] == 0 {
				visit(to)
				low[file] = min(low[file], low[to])
			} else if slices.Contains(stack, to) {
				low[file] = min(low[file], number[to])
			}
		}
		if low[file] == number[file] {
			first := slices.Index(stack, file)
			if group := slices.Clone(stack[first:]); len(group) > 1 {
				slices.Sort(group)
				found = append(found, group)
			}
			stack = stack[:first]
		}
	}
	for file := range uses {
		if number[file] == 0 {
			visit(file)
		}
	}
	slices.SortFunc(found, slices.Compare)
	return found
}
