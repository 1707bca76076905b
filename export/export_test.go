package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

var update = flag.Bool("update", false, "write the golden files anew")

func ref(t entity.Type, name string) entity.Ref {
	return entity.Ref{ID: entity.MakeID(t, name), Type: t, Name: name}
}

// results are three documents about invented people.
func results() []*extract.Result {
	lan := entity.Entity{Ref: ref(entity.Person, "Trần Thu Lan"), Aliases: []string{"Lan", "President Lan"}}
	okoro := entity.Entity{Ref: ref(entity.Person, "Ngozi Okoro")}
	brandt := entity.Entity{Ref: ref(entity.Person, `Ilse "Ilka" Brandt`)}
	chile := entity.Entity{Ref: ref(entity.Country, "Chile"), SameAs: "Q298"}
	norway := entity.Entity{Ref: ref(entity.Country, "Norway"), SameAs: "Q20"}
	lima := ref(entity.Place, "Lima")
	fund := entity.Entity{Ref: ref(entity.Organization, "Harbour & River Fund")}
	treaty := ref(entity.Agreement, "Fjord <Water> Treaty")
	evidence := func(start int, text string) extract.Evidence {
		return extract.Evidence{Start: start, End: start + len(text), Text: text}
	}
	document := func(id, title, date, url string, entities []entity.Entity, facts ...extract.Fact) *extract.Result {
		for i := range facts {
			facts[i].Doc = id
			if facts[i].Relation == "met" {
				facts[i].CAMEO, facts[i].PLOVER = "040", "CONSULT"
			}
		}
		return &extract.Result{Document: &source.Document{ID: id, Title: title, Date: date, URL: url}, Entities: entities, Facts: facts}
	}
	return []*extract.Result{
		document("lima-talks", "Leaders meet in Lima", "2025-03-02", "https://news.example/lima?id=1&x=2", []entity.Entity{lan, okoro, chile},
			extract.Fact{Relation: "met", Subject: lan.Ref, Object: okoro.Ref, Date: "2025-03-01", Place: lima, Status: extract.Actual,
				Evidence: evidence(0, "President Lan met Ngozi Okoro in Lima on Saturday & they\nspoke \"at length\"."), Rule: "diplomacy.met-talks"},
			extract.Fact{Relation: "visited", Subject: lan.Ref, Object: chile.Ref, Date: "2025-04", Status: extract.Planned, By: okoro.Ref,
				Evidence: evidence(90, "Lan will visit Chile in April, Okoro said."), Rule: "diplomacy.visited"},
			extract.Fact{Relation: "holdsPosition", Subject: lan.Ref, Object: ref(entity.Position, "President"), Of: norway.Ref, Status: extract.Actual,
				Evidence: evidence(0, "President Lan met Ngozi Okoro in Lima on Saturday & they\nspoke \"at length\"."), Rule: "diplomacy.office"},
		),
		document("fonds für Häfen", "", "2024", "", []entity.Entity{brandt, norway, fund},
			extract.Fact{Relation: "aided", Subject: fund.Ref, Object: norway.Ref, Date: "2023", Status: extract.Actual, Amount: "$5 million", With: []entity.Ref{chile.Ref},
				Evidence: evidence(7, "The fund & Chile gave Norway $5 million ]]> in 2023."), Rule: "diplomacy.aided"},
			extract.Fact{Relation: "signed", Subject: norway.Ref, Object: treaty, Date: "2023-11", Status: extract.Actual, Event: ref(entity.Event, "Water Forum"),
				Evidence: evidence(70, "Norway signed the Fjord <Water> Treaty."), Rule: "diplomacy.signed"},
		),
		document("okoro", "Okoro looks back", "2025-12", "", []entity.Entity{okoro, lan},
			extract.Fact{Relation: "met", Subject: okoro.Ref, Object: lan.Ref, Status: extract.Actual,
				Evidence: evidence(12, "I met Lan, Okoro recalls."), Rule: "diplomacy.met"},
			extract.Fact{Relation: "met", Subject: okoro.Ref, Object: brandt.Ref, Date: "2024-02-29", Status: extract.Denied,
				Evidence: evidence(40, "She denied having met Brandt on 29 February 2024."), Rule: "diplomacy.met"},
		),
	}
}

func store(t testing.TB, results []*extract.Result) *graph.Store {
	t.Helper()
	s, err := graph.Open("", graph.Options{Relations: []graph.Relation{{Name: "met", Symmetric: true}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add(results...); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	return s
}

func write(t testing.TB, w export.Writer, s *graph.Store, opts export.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := w(&b, s, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		file string
		opts export.Options
	}{
		{"graph.nq", export.Options{}},
		{"based.nq", export.Options{Base: "https://example.org/graph/"}},
		{"graph.nt", export.Options{}},
		{"graph.ttl", export.Options{}},
		{"graph.trig", export.Options{Base: "https://example.org/graph#"}},
		{"graph.jsonld", export.Options{}},
		{"graph.graphml", export.Options{View: export.Full}},
		{"all.graphml", export.Options{All: true, View: export.Full}},
		{"people.graphml", export.Options{Layout: true}},
		{"countries.graphml", export.Options{View: export.Countries}},
		{"events.graphml", export.Options{View: export.Events, Statuses: []extract.Status{extract.Denied}}},
		{"graph.gexf", export.Options{View: export.Full, Layout: true}},
		{"graph.svg", export.Options{View: export.Full, Width: 800}},
		{"nodes.csv", export.Options{View: export.Full}},
		{"edges.csv", export.Options{View: export.Full}},
		{"neo4j-nodes.csv", export.Options{}},
		{"neo4j-edges.csv", export.Options{}},
		{"graph.dot", export.Options{View: export.Full}},
		{"graph.cyjs", export.Options{View: export.Full}},
		{"graph.jsonl", export.Options{}},
		{"facts.csv", export.Options{All: true}},
		{"events.tsv", export.Options{All: true}},
	} {
		t.Run(test.file, func(t *testing.T) {
			w, err := export.Format(test.file)
			if err != nil {
				t.Fatal(err)
			}
			docs := results()
			got := write(t, w, store(t, docs), test.opts)
			for range 3 {
				rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
				if write(t, w, store(t, docs), test.opts) != got {
					t.Fatal("another order of documents gives other bytes")
				}
			}
			golden := filepath.Join("testdata", test.file)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from what is written; see with: go test ./export -update && git diff", golden)
			}
		})
	}
}

func TestFormat(t *testing.T) {
	for _, name := range []string{"a.nq", "A.NQ", "x.y/b.graphml", "facts.jsonl", "a.nq.gz", "nodes.csv", "x.Nodes.csv.gz", "a.facts.csv"} {
		if _, err := export.Format(name); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"a.pdf", "nq", "", "a.csv", "mynodes.csv", "a.gz"} {
		if _, err := export.Format(name); err == nil || !strings.Contains(err.Error(), ".graphml, .gexf, ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBase(t *testing.T) {
	for _, base := range []string{"graph/", "https://example.org/graph", "https://example.org/a b/", "https://example.org/<>/"} {
		for _, w := range []export.Writer{export.NQuads, export.GraphML} {
			if err := w(io.Discard, store(t, nil), export.Options{Base: base}); err == nil {
				t.Errorf("%s: no error", base)
			}
		}
	}
}

// What is written comes back as the same graph.
func TestRoundTrip(t *testing.T) {
	s := store(t, results())
	for _, base := range []string{"", "https://example.org/graph/"} {
		opts := export.Options{Base: base}
		text := write(t, export.NQuads, s, opts)
		back, err := graph.Load(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []export.Writer{export.NQuads, export.GraphML, export.Facts} {
			if write(t, w, back, opts) != write(t, w, s, opts) {
				t.Errorf("base %q: another graph comes back", base)
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	s := store(t, nil)
	if got := write(t, export.NQuads, s, export.Options{}) + write(t, export.Facts, s, export.Options{}); got != "" {
		t.Errorf("got %q", got)
	}
	for _, w := range []export.Writer{export.GraphML, export.GEXF, export.SVG} {
		checkXML(t, write(t, w, s, export.Options{Layout: true}))
	}
}

func checkXML(t *testing.T, text string) (data []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return data
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if c, ok := token.(xml.CharData); ok {
			data = append(data, string(c))
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"Trần Thu Lan", `a"b\c`, "<x>&]]>", "\x00\x07\x7f", "a\r\nb", "\xff\xfe", "%41 %zz", "INF", "|", "\u2028\ufffe\U0010ffff", " ", "."} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		r := ref(entity.Person, name)
		r.ID = "person:" + name // worse than any real one
		s, err := graph.Open("", graph.Options{})
		if err != nil {
			t.Fatal(err)
		}
		err = s.Add(&extract.Result{
			Document: &source.Document{ID: name, Title: text, URL: text},
			Entities: []entity.Entity{{Ref: r, Aliases: []string{text}}},
			Facts: []extract.Fact{{Relation: "visited", Subject: r, Object: ref(entity.Country, "Chile"), Status: extract.Actual, Level: text,
				Rule: "r", Evidence: extract.Evidence{End: len(text), Text: text}}},
		})
		if err != nil {
			if strings.TrimSpace(strings.ToValidUTF8(name, "?")) != "" {
				t.Fatal(err)
			}
			return
		}
		if err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		nq := write(t, export.NQuads, s, export.Options{})
		if !utf8.ValidString(nq) {
			t.Fatalf("not UTF-8: %q", nq)
		}
		back, err := graph.Load(strings.NewReader(nq))
		if err != nil {
			t.Fatalf("%v in\n%s", err, nq)
		}
		if again := write(t, export.NQuads, back, export.Options{}); again != nq {
			t.Fatalf("wrote\n%sread and wrote\n%s", nq, again)
		}
		if a, b := write(t, export.Facts, s, export.Options{}), write(t, export.Facts, back, export.Options{}); a != b {
			t.Fatalf("facts\n%s\n%s", a, b)
		}
		checkAll(t, s)
	})
}

// checkAll parses what each format writes of a graph.
func checkAll(t *testing.T, s *graph.Store) {
	t.Helper()
	opts := export.Options{View: export.Full, Layout: true}
	for _, w := range []export.Writer{export.GraphML, export.GEXF, export.SVG} {
		checkXML(t, write(t, w, s, opts))
	}
	for _, w := range []export.Writer{
		export.GephiNodes, export.GephiEdges, export.Neo4jNodes, export.Neo4jEdges, export.FactsCSV,
	} {
		text := write(t, w, s, opts)
		if rows, err := csv.NewReader(strings.NewReader(text)).ReadAll(); err != nil || len(rows) < 2 {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
	for _, w := range []export.Writer{export.Cytoscape, export.JSONLD} {
		if text := write(t, w, s, opts); !json.Valid([]byte(text)) {
			t.Fatalf("no JSON:\n%s", text)
		}
	}
	header := 0
	for line := range strings.Lines(write(t, export.EventRecords, s, opts)) {
		n := strings.Count(line, "\t")
		if header == 0 {
			header = n
		}
		if n != header {
			t.Fatalf("%d columns, want %d: %q", n+1, header+1, line)
		}
	}
	for q, err := range graph.ReadNQuads(strings.NewReader(write(t, export.NTriples, s, opts))) {
		if err != nil || q.Label != nil {
			t.Fatalf("%v: %v", q, err)
		}
	}
}

func FuzzReadNQuads(f *testing.F) {
	f.Add(`<http://e.x/s> <http://e.x/p> "a\u0041"@en <http://e.x/g> . # c`)
	f.Add(`_:a.b <urn:x:%41> "\t"^^<urn:y> .`)
	f.Add("<urn:relata:fact/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:relata:rel/Fact> <urn:relata:doc/a> .\n" +
		`<urn:relata:fact/1> <urn:relata:rel/date> "20" <urn:relata:doc/a> .`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := graph.Load(strings.NewReader(text))
		if err != nil {
			return
		}
		var quads []quad.Quad
		for q, err := range s.Quads() {
			if err != nil {
				t.Fatal(err)
			}
			quads = append(quads, q)
		}
		nq := write(t, export.NQuads, s, export.Options{})
		back, err := graph.Load(strings.NewReader(nq))
		if err != nil {
			t.Fatalf("%v in\n%s", err, nq)
		}
		var again []quad.Quad
		for q := range back.Quads() {
			again = append(again, q)
		}
		if !slices.Equal(quads, again) {
			t.Fatalf("%v\n%v", quads, again)
		}
		// Others may write what is no graph of facts; that is told, and stops nothing.
		_ = export.GraphML(io.Discard, s, export.Options{})
	})
}
