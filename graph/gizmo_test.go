package graph_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

func TestGizmo(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	docs := []*extract.Result{document("a", []extract.Fact{
		fact(ada, "met", bo, on("2025-03-01")), fact(bo, "visited", country("Chile")),
	})}
	for _, path := range []string{"", filepath.Join(t.TempDir(), "graph.db")} {
		s := open(t, path, docs...)
		ctx := context.Background()
		rows, err := s.Gizmo(ctx, `g.V("<person:ada-nkemelu>").Tag("who").Out("<rel:met>").Out("<rel:visited>").All()`)
		want := []graph.Row{{
			Node: graph.Node{ID: "country:chile", Label: "Chile"},
			Tags: map[string]graph.Node{"who": {ID: "person:ada-nkemelu", Label: "Ada Nkemelu"}},
		}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("got %+v, %v", rows, err)
		}
		rows, err = s.Gizmo(ctx, `g.emit({n: g.V().Has("<rel:date>", "2025-03-01").Count()})`)
		if err != nil || fmt.Sprint(rows) != "[{{  <nil>} map[] [{n {  1}}]}]" {
			t.Errorf("got %+v, %v", rows, err)
		}
		rows, err = s.Gizmo(ctx, `g.V("<person:nobody>").All()`)
		if err != nil || len(rows) != 0 {
			t.Errorf("nobody: %+v, %v", rows, err)
		}
		for _, script := range []string{
			`g.V(`, `g.X()`, `throw "no"`, strings.Repeat("(", 100) + strings.Repeat(")", 100), strings.Repeat(" ", 1<<20),
			`g.V().Tag().All()`, `g.V().Out({}).All()`, `g.V().Has().All()`, `g.V().Skip("x").All()`,
			`g.V().GetLimit()`, `g.V().Follow(1).All()`, `g.V().And(null).All()`, `g.V().ForEach()`, `g.emit(g.V())`,
			`g.V().Intersect().All()`, `g.V.call(1).All.call(2)`, `g.V().Save(g.M()).All()`, `regex("(")`, `g.emit(g.V)`,
			`var o = {}; o.o = [o]; o`, `function f() { f() } f()`,
		} {
			if _, err := s.Gizmo(ctx, script); err == nil {
				t.Errorf("no error for %.40s", script)
			}
		}
		short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		start := time.Now()
		_, err = s.Gizmo(short, `while (true) {}`)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
			t.Errorf("endless: %v", err)
		}
		cancel()
		add(t, s, document("z", []extract.Fact{fact(ada, "visited", country("Chile"))})) // the engine has let go
	}
}

// TestGizmoAsWritten asks as people do, and wants what they mean, or a hint.
func TestGizmoAsWritten(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	s := open(t, "", document("a", []extract.Fact{
		fact(ada, "met", bo, on("2025-03-01")), fact(bo, "visited", country("Chile")),
	}))
	for _, c := range []struct{ script, want, hint string }{
		{script: `g.V("<person:ada-nkemelu>").Out("<rel:met>").Count()`, want: "1"},
		{script: `g.V("<person:ada-nkemelu>").Out("<rel:met>").ToArray()`, want: "person:bo-lindqvist(Bo Lindqvist)"},
		{script: `g.V("<person:ada-nkemelu>").out("<rel:nothing>").toArray()`},
		{script: `g.V("<person:ada-nkemelu>").Out("<rel:met>").ToValue()`, want: "person:bo-lindqvist(Bo Lindqvist)"},
		{script: `g.emit(1); 2`, want: "1"},
		{script: `g.V("<person:ada-nkemelu>").Tag("a").TagArray()`,
			want: "person:ada-nkemelu(Ada Nkemelu) a=person:ada-nkemelu(Ada Nkemelu)"},
		{script: `g.V("<person:ada-nkemelu>").ForEach(function(d) { g.emit({z: d.id, n: [1, {x: 2.5}], a: NaN}) })`,
			want: "z=person:ada-nkemelu(Ada Nkemelu) n=[1 map[x:2.5]] a=<nil>"},
		{script: `g.V("<person:bo-lindqvist>").SaveOpt("<rel:nothing>", "n").SaveOpt("<rel:visited>", "v").All()`,
			want: "person:bo-lindqvist(Bo Lindqvist) v=country:chile(Chile)"},
		{script: `g.V("<person:bo-lindqvist>").Save("<rel:nothing>", "n").All()`},
		{script: `g.V("<person:ada-nkemelu>", "<person:ada-nkemelu>", "<country:chile>").GetLimit(2); g.V("2025-03-01").All()`,
			want: "person:ada-nkemelu(Ada Nkemelu) country:chile(Chile) 2025-03-01"},
		{script: `g.V().Has("<rel:date>", gt("2025")).In("<rel:none>").Count()`, want: "0"},
		{script: `g.V("<person:ada-nkemelu>").Out("<rel:met>")`, hint: "end it with .All()"},
		{script: `g.M().Out("<rel:met>")`, hint: "g.V().Follow(path)"},
		{script: `var n = 1`, hint: "sends nothing"},
		{script: `g.V("person:ada-nkemelu").All()`, hint: `"<person:ada-nkemelu>"`},
		{script: `g.V("Ada").All()`, hint: `no text of the graph is "Ada"`},
		{script: `g.V("<person:ada-nkemelu>").Out("rel:met").All()`, hint: `"<rel:met>"`},
	} {
		var got []string
		hints, err := s.RunGizmo(context.Background(), c.script, graph.GizmoOptions{}, func(r graph.Row) error {
			got = append(got, written(r))
			return nil
		})
		if told := strings.Join(hints, "; "); err != nil || strings.Join(got, " ") != c.want ||
			!strings.Contains(told, c.hint) || (c.hint == "") != (told == "") {
			t.Errorf("%s: got %q, hints %q, %v; want %q, hint %q", c.script, got, hints, err, c.want, c.hint)
		}
	}
}

// written is a row on one line.
func written(r graph.Row) string {
	var words []string
	put := func(name string, n graph.Node) {
		text := fmt.Sprint(n.Value)
		if n.ID != "" {
			text = n.ID + "(" + n.Label + ")"
		}
		words = append(words, name+text)
	}
	if r.ID != "" || r.Value != nil {
		put("", r.Node)
	}
	for _, f := range r.Fields {
		put(f.Name+"=", f.Node)
	}
	for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
		put(tag+"=", r.Tags[tag])
	}
	return strings.Join(words, " ")
}

func TestGizmoErrorsSayWhere(t *testing.T) {
	s := open(t, "", document("a", nil))
	for script, want := range map[string]string{
		"g.V(":                                "line 1, column 5: ",
		"var a = 1;\n  g.V().Out({}).All()":   "line 2, column 12: TypeError: want a node",
		"g.V().All()\n\n  throw 'no'":         "line 3, column 3: no",
		"g.X()":                               "line 1, column 4: TypeError: ",
		"let a = 1;\nlet a = 2":               "line 2, column ",
		"[\n" + strings.Repeat("(", 100):      "line 2, column 64: brackets are more than 64 deep",
		strings.Repeat(" ", 1<<20):            "script has 1048576 bytes, want at most 65536",
		"p = g.V(); while (1) p = p.And(p)":   "line 1, column 31: TypeError: a path has more than 1000 steps",
		"p = g.M(); while (1) p = p.Out()":    "a path has more than 1000 steps",
		"function f() { g.X() }\n\n\n f()":    "line 1, column 19: ",
		"g.V().ForEach(function() { g.X() })": "line 1, column 31: ",
	} {
		if _, err := s.Gizmo(context.Background(), script); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: got %v, want %s", script, err, want)
		}
	}
}

// TestGizmoLimits holds the limits inside functions of the language, which do not
// notice that they should end.
func TestGizmoLimits(t *testing.T) {
	s := open(t, "", document("a", nil))
	for _, script := range []string{
		`"x".repeat(1 << 28)`,
		`var s = "ab"; while (true) s += s`,
		`var a = []; while (true) a.push({})`,
		`new Array(1e8).join("x")`,
	} {
		s := open(t, "", document("a", nil))
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		start := time.Now()
		_, err := s.RunGizmo(ctx, script, graph.GizmoOptions{MaxMemory: 32 << 20}, func(graph.Row) error { return nil })
		if !errors.Is(err, graph.ErrGizmoMemory) {
			t.Errorf("%s: %v after %v", script, err, time.Since(start))
		}
		cancel()
		s.Close() // waits for the end of the script, which else counts for the next
	}
	for _, script := range []string{
		`while (true) {}`,
		`/^(a+)+\1$/.test("aaaaaaaaaaaaaaaaaaaaab")`,
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		start := time.Now()
		if _, err := s.Gizmo(ctx, script); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 2*time.Second {
			t.Errorf("%s: %v after %v", script, err, time.Since(start))
		}
		cancel()
	}
	stop := errors.New("enough")
	if _, err := s.RunGizmo(context.Background(), `while (true) g.emit(1)`, graph.GizmoOptions{},
		func(graph.Row) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("each: %v", err)
	}
}
