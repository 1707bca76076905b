package export_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/graph"
)

// hostile are names that are hard on one format or another.
var hostile = []string{
	`a "quoted" & <b>bold</b> ]]> name`, `back\slash \n \N \G`, "tab\there", "line\nbreak", "carriage\rreturn\r\nand line",
	"\x01\x07control\x1f\x7f", "emoji 👩‍👩‍👧 🇻🇳", "עברית \u200fשלום", "\u202eoverride\u202c", "العربية", strings.Repeat("x", 10000),
	"INF", "-INF", "NaN", "null", "true", "1e5", "-1", "=1+1", "@cmd", "", " ", "Nguye\u0302\u0303n", "Nguyễn", "comma, semi; pipe|",
	"  spaces  ", "sep\u2028arated\u2029", "%41 %zz", "O'Brien", "{curly} [square] #hash", "[AP] a.txt", "#", "\ufeff", "\ufeffmarked",
	"&amp; &#38;", "</script><script>alert(1)</script>", "<!-- -->", "<![CDATA[x]]>", "{{data}}", "${x} $(y) `z`", "\u0000zero", "\ufffe\uffff",
	"a.b.c", "日本語の名前", "_:b0", "@prefix", "x^^y", "'''", `"""`,
}

// hostileGraph is a graph in which the i-th name is what person:pI is called; it met the next
// one, as a document of that name tells in a sentence with it.
func hostileGraph(t testing.TB, names []string) *graph.Store {
	t.Helper()
	var b strings.Builder
	literal := func(s string) string {
		s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(s)
		return `"` + s + `"`
	}
	rel := func(name string) string { return "<urn:relata:rel/" + name + ">" }
	const typed = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
	for i, name := range names {
		doc := "<urn:relata:doc/" + url.PathEscape("d"+name) + ">"
		say := func(subject, predicate, object, label string) {
			fmt.Fprintln(&b, subject, predicate, object, label, ".")
		}
		person := func(i int) string { return fmt.Sprintf("<urn:relata:person/p%03d>", i%len(names)) }
		fact, evidence := fmt.Sprintf("<urn:relata:fact/%016d>", i), fmt.Sprintf("<urn:relata:evidence/e/%d-%d>", i, i+1)
		say(doc, typed, "<http://schema.org/NewsArticle>", doc)
		say(person(i), typed, "<http://schema.org/Person>", "")
		say(person(i), "<http://www.w3.org/2000/01/rdf-schema#label>", literal(name), "")
		say(fact, typed, rel("Fact"), doc)
		say(fact, rel("relation"), rel("met"), doc)
		say(fact, rel("subject"), person(i), doc)
		say(fact, rel("object"), person(i+1), doc)
		say(fact, rel("status"), `"actual"`, doc)
		say(fact, rel("evidence"), evidence, doc)
		say(evidence, rel("text"), literal("Said of "+name), doc)
	}
	s, err := graph.Load(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every name and every sentence is read back from every format as it was, but for what a
// format cannot hold.
func TestHostileNames(t *testing.T) {
	s := hostileGraph(t, hostile)
	for format, r := range readers {
		t.Run(format, func(t *testing.T) {
			w, err := export.Format(format)
			if err != nil {
				t.Fatal(err)
			}
			names, sentences := r.read(t, write(t, w, s, export.Options{Layout: true}))
			if names != nil {
				compare(t, "name", names, hostile, func(name string) string {
					if r.labels && slices.Contains([]string{"", " ", "\ufeff", "\ufffe\uffff"}, name) { // nothing to see
						name = fmt.Sprintf("p%03d", slices.Index(hostile, name))
					}
					return r.kept(name)
				})
			}
			if sentences != nil {
				compare(t, "sentence", sentences, hostile, func(name string) string { return r.kept("Said of " + name) })
			}
		})
	}
}

func compare(t *testing.T, what string, got, names []string, kept func(string) string) {
	t.Helper()
	var want []string
	for _, name := range names {
		want = append(want, kept(name))
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(got) != len(want) {
		t.Fatalf("%d %ss, want %d", len(got), what, len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s %.200q, want %.200q", what, got[i], want[i])
		}
	}
}

// A reader reads the names of people and the sentences that a file has.
type reader struct {
	read   func(t *testing.T, text string) (names, sentences []string)
	kept   func(string) string // what a format keeps of a text
	labels bool                // names are labels, which are never empty
}

var readers = map[string]reader{
	"a.nq":            {readQuads, same, false},
	"a.nt":            {readQuads, same, false},
	"a.graphml":       {readGraphML, xmlKeeps, true},
	"a.gexf":          {readGEXF, xmlKeeps, true},
	"nodes.csv":       {column("Label", unescaped), csvKeeps, true},
	"edges.csv":       {column("", unescaped), csvKeeps, true},
	"neo4j-nodes.csv": {column("name", same), csvKeeps, true},
	"facts.csv":       {column("subject", same), csvKeeps, false},
	"a.dot":           {readDOT, dotKeeps, true},
	"a.cyjs":          {readCytoscape, same, true},
	"a.jsonl":         {readFacts, same, false},
	"a.jsonld":        {readJSONLD, same, false},
	"a.tsv":           {readRecords, tsvKeeps, false},
	"a.html":          {readPage, same, true},
}

func same(s string) string { return s }

func xmlKeeps(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}

func csvKeeps(s string) string {
	return regexp.MustCompile(`\r+\n`).ReplaceAllString(strings.ReplaceAll(s, "\x00", ""), "\n")
}

func dotKeeps(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ':
			return -1
		}
		return r
	}, s)
}

func tsvKeeps(s string) string {
	return strings.NewReplacer("\x00", "", "\t", " ", "\n", " ", "\r", " ").Replace(s)
}

func unescaped(s string) string { return strings.ReplaceAll(s, `\\`, `\`) }

func readQuads(t *testing.T, text string) (names, sentences []string) {
	for q, err := range graph.ReadNQuads(strings.NewReader(text)) {
		if err != nil {
			t.Fatal(err)
		}
		value, _ := q.Object.(quad.String)
		switch q.Predicate {
		case quad.IRI("http://www.w3.org/2000/01/rdf-schema#label"):
			names = append(names, string(value))
		case quad.IRI("urn:relata:rel/text"):
			sentences = append(sentences, string(value))
		}
	}
	return names, sentences
}

func readGraphML(t *testing.T, text string) (names, sentences []string) {
	type data struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	var file struct {
		Nodes []struct {
			Desc string `xml:"desc"`
			Data []data `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Data []data `xml:"data"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal([]byte(text), &file); err != nil {
		t.Fatal(err)
	}
	value := func(list []data, key string) string {
		at := slices.IndexFunc(list, func(d data) bool { return d.Key == key })
		if at < 0 {
			t.Fatalf("no %s", key)
		}
		return list[at].Value
	}
	for _, n := range file.Nodes {
		names = append(names, value(n.Data, "n_label"))
		if n.Desc != value(n.Data, "n_label") {
			t.Errorf("desc %q", n.Desc)
		}
	}
	for _, e := range file.Edges {
		sentences = append(sentences, value(e.Data, "e_evidence"))
	}
	return names, sentences
}

func readGEXF(t *testing.T, text string) (names, sentences []string) {
	var file struct {
		Nodes []struct {
			Label string `xml:"label,attr"`
		} `xml:"graph>nodes>node"`
		Edges []struct {
			Values []struct {
				For   string `xml:"for,attr"`
				Value string `xml:"value,attr"`
			} `xml:"attvalues>attvalue"`
		} `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal([]byte(text), &file); err != nil {
		t.Fatal(err)
	}
	for _, n := range file.Nodes {
		names = append(names, n.Label)
	}
	for _, e := range file.Edges {
		for _, v := range e.Values {
			if v.For == "evidence" {
				sentences = append(sentences, v.Value)
			}
		}
	}
	return names, sentences
}

// column reads a column of CSV, and the sentences in the column evidence or sentence if there
// is one. Names alone or, with "" for the name, only sentences.
func column(name string, value func(string) string) func(t *testing.T, text string) (names, sentences []string) {
	return func(t *testing.T, text string) (names, sentences []string) {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		evidence := max(slices.Index(rows[0], "evidence"), slices.Index(rows[0], "sentence"))
		for _, row := range rows[1:] {
			if at := slices.Index(rows[0], name); at >= 0 {
				names = append(names, value(row[at]))
			}
			if evidence >= 0 {
				sentences = append(sentences, value(row[evidence]))
			}
		}
		return names, sentences
	}
}

// readDOT reads the labels of nodes and the tooltips of edges, a statement a line.
func readDOT(t *testing.T, text string) (names, sentences []string) {
	value := func(line, name string) string {
		_, rest, found := strings.Cut(line, name+`="`)
		if !found {
			t.Fatalf("no %s in %q", name, line)
		}
		var b strings.Builder
		for i := 0; i < len(rest) && rest[i] != '"'; i++ {
			if rest[i] == '\\' {
				i++
			}
			b.WriteByte(rest[i])
		}
		return strings.ReplaceAll(b.String(), "&amp;", "&")
	}
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "  n") && strings.Contains(line, " -> "):
			sentences = append(sentences, value(line, "edgetooltip"))
		case strings.HasPrefix(line, "  n"):
			names = append(names, value(line, "label"))
		}
	}
	return names, sentences
}

func parseJSON(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

func readCytoscape(t *testing.T, text string) (names, sentences []string) {
	var file struct {
		Elements struct {
			Nodes, Edges []struct {
				Data struct{ Name, Evidence string }
			}
		}
	}
	parseJSON(t, text, &file)
	for _, n := range file.Elements.Nodes {
		names = append(names, n.Data.Name)
	}
	for _, e := range file.Elements.Edges {
		sentences = append(sentences, e.Data.Evidence)
	}
	return names, sentences
}

func readFacts(t *testing.T, text string) (names, sentences []string) {
	for line := range strings.Lines(text) {
		var fact struct {
			Subject  struct{ Name string }
			Evidence struct{ Text string }
		}
		parseJSON(t, line, &fact)
		names, sentences = append(names, fact.Subject.Name), append(sentences, fact.Evidence.Text)
	}
	return names, sentences
}

func readJSONLD(t *testing.T, text string) (names, sentences []string) {
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for key, e := range v {
				s, _ := e.(string)
				switch key {
				case "rdfs:label":
					names = append(names, s)
				case "rel:text":
					sentences = append(sentences, s)
				default:
					walk(e)
				}
			}
		}
	}
	var file map[string]any
	parseJSON(t, text, &file)
	walk(file["@graph"])
	return names, sentences
}

func readRecords(t *testing.T, text string) (names, sentences []string) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(header) {
			t.Fatalf("%d cells, want %d: %q", len(cells), len(header), line)
		}
		names = append(names, cells[slices.Index(header, "source")])
		sentences = append(sentences, cells[slices.Index(header, "sentence")])
	}
	return names, sentences
}

func readPage(t *testing.T, text string) (names, sentences []string) {
	_, rest, _ := strings.Cut(text, `<script id="data" type="application/json">`)
	data, _, _ := strings.Cut(rest, "</script>")
	var file struct {
		Names [][]any
		Texts []string
	}
	parseJSON(t, data, &file)
	for _, n := range file.Names {
		names = append(names, n[1].(string))
	}
	return names, file.Texts
}

// The same for names that nobody thought of.
func FuzzHostileNames(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		name = strings.ToValidUTF8(name, "\uFFFD")
		s := hostileGraph(t, []string{name, "other"})
		for format, r := range readers {
			w, err := export.Format(format)
			if err != nil {
				t.Fatal(err)
			}
			_, sentences := r.read(t, write(t, w, s, export.Options{}))
			if sentences != nil {
				compare(t, format+": sentence", sentences, []string{name, "other"}, func(name string) string { return r.kept("Said of " + name) })
			}
		}
	})
}
