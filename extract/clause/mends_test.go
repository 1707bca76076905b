package clause_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/clause"
)

// names returns the names of all mends in their order.
func names() []string {
	var out []string
	for _, m := range clause.Mends() {
		out = append(out, m.Name)
	}
	return out
}

// arcs returns the tree of a sentence with the mends named.
func arcs(t *testing.T, text string, mends ...string) []string {
	t.Helper()
	doc, mentions := read(t, text)
	if len(mentions) != 1 {
		t.Fatalf("%d sentences: %s", len(mentions), text)
	}
	return clause.Arcs(doc, 0, mentions[0], mends)
}

// mended tells by mend what is right in the tree of its example, and of further
// sentences.
var mended = []struct{ mend, arc, text string }{
	{mend: "prepositional-object", arc: "talks obl announced"},
	{mend: "active-subject", arc: "bauer nsubj met"},
	{"active-subject", "dialogue nsubj grown", "The dialogue of Chile and Ghana on transit has grown."},
	{mend: "headline-infinitive", arc: "bauer nsubj visit"},
	{mend: "namee", arc: "kimani obj named"},
	{mend: "name-behind-noun", arc: "air appos airline"},
	{mend: "particle", arc: "visit obj called"},
	{mend: "doubled-word", arc: "kimani obl met"},
	{mend: "only-object", arc: "chile obj asked"},
	{mend: "made-office", arc: "executive xcomp appointed"},
	{mend: "after-particle", arc: "kimani obj swore"},
	{"after-particle", "kimani obj saw", "Ada Bauer saw off Joseph Kimani at the airport."},
	{mend: "after-day", arc: "kimani obj received"},
	{mend: "two-objects", arc: "ghana iobj sent"},
	{mend: "sum-in", arc: "loans nmod euros"},
	{mend: "recipient", arc: "ghana nmod tariffs"},
	{"recipient", "ghana nmod donation", "Chile's donation of 40 ambulances to Ghana was announced in May."},
	{mend: "content", arc: "protect acl agreement"},
	{mend: "agent", arc: "bauer obl:agent appointed"},
	{mend: "not-subject", arc: "transit nmod dialogue"},
	{mend: "relative-that", arc: "that obj began"},
	{mend: "relative-which", arc: "restored acl:relcl ties"},
	{mend: "noun-infinitive", arc: "meet acl readiness"},
	{"noun-infinitive", "visit acl invitation", "Ada Bauer was happy to accept an invitation from Joseph Kimani to visit Nairobi."},
	{mend: "second-infinitive", arc: "open conj bring"},
	{mend: "second-subject", arc: "have xcomp important"},
	{mend: "told-that", arc: "needs ccomp told"},
	{mend: "ministers", arc: "kimani appos envoys"},
	{mend: "fellows", arc: "mwangi conj haddad"},
	{mend: "people", arc: "kimani conj bauer"},
	{mend: "pair", arc: "economy compound trade"},
	{mend: "owners", arc: "chile nmod:poss commitment"},
	{mend: "tagged-noun", arc: "work conj fight"},
	{mend: "object-noun", arc: "youth obj helping"},
	{mend: "listed-noun", arc: "fight conj pipeline"},
	{mend: "verb-series", arc: "build conj raise"},
	{mend: "verb-form", arc: "thanked conj asked"},
	{mend: "headline-verbs", arc: "agree conj discuss"},
	{mend: "to-noun", arc: "reform obl committed"},
	{mend: "sides", arc: "chile nmod memorandum"},
	{mend: "countries", arc: "union conj chile"},
	{"countries", "ghana conj chile", "Chile, Ghana committed to reform"},
	{mend: "time-behind-name", arc: "group obl merge"},
	{mend: "circumstance", arc: "malawi obl discussed"},
	{"circumstance", "fisheries nmod cooperation", "The cooperation between Chile and Ghana on fisheries has grown."},
	{mend: "opening-place", arc: "lima obl met"},
	{mend: "purpose", arc: "release advcl asked"},
	{"purpose", "invest advcl invited", "Chile invited foreign companies to invest in lithium."},
	{mend: "office-predicate", arc: "kimani nsubj minister"},
	{mend: "office-served", arc: "minister obl served"},
	{mend: "office-list", arc: "envoy conj minister"},
}

func TestMends(t *testing.T) {
	all := names()
	for _, m := range clause.Mends() {
		shown := false
		for _, c := range mended {
			if c.mend != m.Name {
				continue
			}
			text := c.text
			if text == "" {
				text, shown = m.Example, true
			}
			if got := arcs(t, text, all...); !slices.Contains(got, c.arc) {
				t.Errorf("%s: %s: no %q in %q", m.Name, text, c.arc, got)
			}
			others := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return name == m.Name })
			if slices.Contains(arcs(t, text, others...), c.arc) {
				t.Errorf("%s: %s: %q without the mend, too", m.Name, text, c.arc)
			}
		}
		if !shown {
			t.Errorf("%s: nothing shows what its example needs it for", m.Name)
		}
	}
}

// ordered tells what is right only if the mend comes after the other.
var ordered = []struct{ mend, after, arc, text string }{
	{"told-that", "only-object", "grown ccomp told", "Ada Bauer told the press that trade had grown."},
	{"listed-noun", "tagged-noun", "work conj fight", "Chile praised Ghana's efforts to fight piracy, work within the union, combat graft, and defeat malaria."},
	{"listed-noun", "object-noun", "communities conj youth", "- Helping youth and NHPI communities to vote"},
	{"circumstance", "sum-in", "aid obl spent", "Chile spent more than two years in aid in Ghana."},
	{"circumstance", "recipient", "may nmod gift", "A gift of 20 million doses to Joseph Kimani in May was praised."},
	{"opening-place", "time-behind-name", "month obl:unmarked meet", "Near Lima next month, she will meet farmers."},
	{"office-predicate", "people", "kimani dep ambassador", "Elena Rusu, of Vermont, to be Ambassador to Peru, vice Joseph Kimani."},
	{"office-list", "office-predicate", "head conj minister", "Joseph Kimani previously was Deputy Minister of Finance and head of the Bank of Ghana."},
	{"office-list", "office-served", "general conj permanent", "Before coming to Lima, Joseph Kimani served as Permanent Secretary, and Consul General in Porto."},
}

func TestMendsOrder(t *testing.T) {
	all := names()
	for i, m := range clause.Mends() {
		if slices.Index(all, m.Name) != i {
			t.Errorf("%s: two mends of this name", m.Name)
		}
		for _, after := range m.After {
			if k := slices.Index(all, after); k < 0 || k > i {
				t.Errorf("%s: %s does not come before it", m.Name, after)
			}
			c := slices.IndexFunc(ordered, func(c struct{ mend, after, arc, text string }) bool {
				return c.mend == m.Name && c.after == after
			})
			if c < 0 {
				t.Errorf("%s: nothing shows what it needs %s for", m.Name, after)
				continue
			}
			text, arc := ordered[c].text, ordered[c].arc
			if got := arcs(t, text, all...); !slices.Contains(got, arc) {
				t.Errorf("%s: no %q in %q", text, arc, got)
			}
			if got := arcs(t, text, after, m.Name); !slices.Contains(got, arc) {
				t.Errorf("%s: %s, %s: no %q in %q", text, after, m.Name, arc, got)
			}
			if slices.Contains(arcs(t, text, m.Name, after), arc) {
				t.Errorf("%s: %s, %s: %q though swapped", text, m.Name, after, arc)
			}
		}
	}
	for _, c := range ordered {
		m := slices.IndexFunc(clause.Mends(), func(m clause.Mend) bool { return m.Name == c.mend })
		if m < 0 || !slices.Contains(clause.Mends()[m].After, c.after) {
			t.Errorf("%s does not say that it comes after %s", c.mend, c.after)
		}
	}
}

// Once mended, a tree is not changed: other files than those of mends write to no
// node, and call nothing that does.
func TestTreesAreKept(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fields := []string{"token", "mention", "lemma", "form", "upos", "xpos", "deprel", "head", "kids", "nodes"}
	methods := []string{"hang", "move", "raise"}
	for _, name := range files {
		if name == "build.go" || name == "hang.go" || strings.HasPrefix(name, "mend_") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		check := func(x ast.Expr, names []string) {
			if s, ok := x.(*ast.SelectorExpr); ok && slices.Contains(names, s.Sel.Name) {
				t.Errorf("%s: %s changes a tree", set.Position(s.Pos()), s.Sel.Name)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, x := range n.Lhs {
					check(x, fields)
				}
			case *ast.CallExpr:
				check(n.Fun, methods)
			}
			return true
		})
	}
}
