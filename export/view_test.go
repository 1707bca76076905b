package export_test

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
)

// drawn gives the nodes of a network by label, and its edges as "A met B 1".
func drawn(t *testing.T, opts export.Options) (nodes map[string][2]float64, edges []string) {
	t.Helper()
	var file struct {
		Elements struct {
			Nodes []struct {
				Data     struct{ ID, Name string }
				Position struct{ X, Y float64 }
			}
			Edges []struct {
				Data struct {
					Source, Target, Interaction string
					Weight                      json.Number
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, export.Cytoscape, store(t, results()), opts)), &file); err != nil {
		t.Fatal(err)
	}
	nodes, names := map[string][2]float64{}, map[string]string{}
	for _, n := range file.Elements.Nodes {
		nodes[n.Data.Name] = [2]float64{n.Position.X, n.Position.Y}
		names[n.Data.ID] = n.Data.Name
	}
	for _, e := range file.Elements.Edges {
		d := e.Data
		edges = append(edges, strings.Join([]string{names[d.Source], d.Interaction, names[d.Target], d.Weight.String()}, " "))
	}
	slices.Sort(edges)
	return nodes, edges
}

func TestViews(t *testing.T) {
	const met = "Ngozi Okoro met Trần Thu Lan 1"
	const aided, signed = "Harbour & River Fund aided Norway 1", "Norway signed Fjord <Water> Treaty 1"
	for _, test := range []struct {
		name string
		opts export.Options
		want []string
	}{
		{"people", export.Options{}, []string{met}},
		{"people, every status", export.Options{All: true},
			[]string{`Ilse "Ilka" Brandt met (denied) Ngozi Okoro 1`, met}},
		{"full, of some relations", export.Options{View: export.Full, Relations: []string{"aided", "signed"}},
			[]string{aided, signed}},
		{"full, of some types", export.Options{View: export.Full, Types: []entity.Type{entity.Country, entity.Organization}},
			[]string{aided}},
		{"full, from a day on", export.Options{View: export.Full, From: "2024"},
			[]string{met, "Trần Thu Lan holdsPosition President of Norway 1"}},
		{"full, up to a month", export.Options{View: export.Full, To: "2023-11"}, []string{aided, signed}},
		{"full, strong edges", export.Options{View: export.Full, MinWeight: 2}, nil},
		{"planned", export.Options{View: export.Full, Statuses: []extract.Status{extract.Planned}},
			[]string{"Trần Thu Lan visited (planned) Chile 1"}},
		{"countries", export.Options{View: export.Countries, Statuses: []extract.Status{extract.Planned}},
			[]string{"Norway visited (planned) Chile 1"}},
		{"events", export.Options{View: export.Events, Relations: []string{"met"}}, []string{
			"Ngozi Okoro subject met 2025-03-01 1", "met 2025-03-01 object Trần Thu Lan 1", "met 2025-03-01 place Lima 1",
		}},
	} {
		if _, edges := drawn(t, test.opts); !slices.Equal(edges, test.want) {
			t.Errorf("%s: %q, want %q", test.name, edges, test.want)
		}
	}
}

func TestLayout(t *testing.T) {
	nodes, _ := drawn(t, export.Options{View: export.Full, All: true, Layout: true})
	for a, p := range nodes {
		for b, q := range nodes {
			if a < b && !(math.Hypot(p[0]-q[0], p[1]-q[1]) > 10) {
				t.Errorf("%s at %v and %s at %v lie on each other", a, p, b, q)
			}
		}
	}
}

// A country has one color, whoever of a graph is drawn.
func TestColorsStay(t *testing.T) {
	person := func(name string) entity.Ref { return ref(entity.Person, name) }
	chile, norway := ref(entity.Country, "Chile"), ref(entity.Country, "Norway")
	r := &extract.Result{Document: &source.Document{ID: "d", Date: "2024-05-01"}}
	say := func(f extract.Fact) {
		f.Doc, f.Status, f.Evidence = "d", extract.Actual, extract.Evidence{Start: len(r.Facts), End: len(r.Facts) + 1, Text: "x"}
		r.Facts = append(r.Facts, f)
	}
	holds := func(name string, of entity.Ref) {
		say(extract.Fact{Relation: "holdsPosition", Subject: person(name), Object: ref(entity.Position, "Minister"), Of: of})
	}
	holds("Ana Rojas", chile)
	holds("Luis Soto", chile)
	holds("Kari Nilsen", norway)
	holds("Per Dahl", norway)
	holds("Siv Berg", norway)
	for _, pair := range [][2]string{
		{"Ana Rojas", "Luis Soto"}, {"Ana Rojas", "Kari Nilsen"}, {"Luis Soto", "Kari Nilsen"}, {"Per Dahl", "Siv Berg"},
	} {
		say(extract.Fact{Relation: "met", Subject: person(pair[0]), Object: person(pair[1])})
	}
	s := store(t, []*extract.Result{r})
	colors := func(opts export.Options) map[string]string {
		opts.View = export.People
		found := map[string]string{}
		text := write(t, export.GraphML, s, opts)
		for node := range strings.SplitSeq(text, "<node ") {
			_, country, ok := strings.Cut(node, `<data key="n_country">`)
			_, color, _ := strings.Cut(node, `<data key="n_color">`)
			if ok {
				country, _, _ = strings.Cut(country, "<")
				found[country], _, _ = strings.Cut(color, "<")
			}
		}
		return found
	}
	all, top := colors(export.Options{}), colors(export.Options{Top: 3})
	if len(all) != 2 || !maps.Equal(all, top) || all["Chile"] == all["Norway"] {
		t.Errorf("colors %v, of the strongest three %v", all, top)
	}
}

// A country that only a place tells of is a node of the view of countries.
func TestCountryOfPlace(t *testing.T) {
	r := &extract.Result{Document: &source.Document{ID: "d"}, Facts: []extract.Fact{{
		Doc: "d", Relation: "visited", Subject: ref(entity.Country, "Chile"), Object: ref(entity.Place, "Copenhagen"),
		Status: extract.Actual, Evidence: extract.Evidence{End: 1, Text: "x"},
	}}}
	text := write(t, export.GraphML, store(t, []*extract.Result{r}), export.Options{View: export.Countries})
	if !strings.Contains(text, `<data key="n_label">Denmark</data>`) {
		t.Errorf("no Denmark in\n%s", text)
	}
}
