package graph_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
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
		if err != nil || fmt.Sprint(rows) != "[{{  <nil>} map[] map[n:1]}]" {
			t.Errorf("got %+v, %v", rows, err)
		}
		rows, err = s.Gizmo(ctx, `g.V("<person:nobody>").All()`)
		if err != nil || len(rows) != 0 {
			t.Errorf("nobody: %+v, %v", rows, err)
		}
		for _, script := range []string{
			`g.V(`, `g.X()`, `throw "no"`, strings.Repeat("(", 100) + strings.Repeat(")", 100), strings.Repeat(" ", 1<<20),
			`g.V().Tag().All()`, `g.V().Out({}).All()`, `g.V(null).Has().All()`, `g.V().Skip("x").All()`,
			`g.V().GetLimit()`, `g.M().All()`, `g.V().Follow(1).All()`, `g.V().And(null).All()`,
			`g.V().Intersect().All()`,
		} {
			if _, err := s.Gizmo(ctx, script); err == nil {
				t.Logf("no error for %.40s", script)
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
