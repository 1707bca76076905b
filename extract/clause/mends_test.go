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

// A trial is a sentence, the example of the mend if it is "", and what is right in
// its tree.
type trial struct{ arc, text string }

// sentence returns the sentence of a trial of a mend.
func (c trial) sentence(m clause.Mend) string {
	if c.text == "" {
		return m.Example
	}
	return c.text
}

// mended are trials, by mend, that fail without it.
var mended = map[string][]trial{
	"prepositional-object": {{arc: "talks obl revealed"}},
	"active-subject": {
		{arc: "bauer nsubj met"},
		{"dialogue nsubj grown", "The dialogue of Chile and Ghana on transit has grown."},
	},
	"parted":         {{arc: "delgado nsubj greeted"}},
	"parted-passive": {{arc: "kimani nsubj promised"}},
	"parted-thing": {
		{arc: "partnership nsubj moved"},
		{"kimani nsubj travelled", "Joseph Kimani, wanted by the Lima Criminal Court, last travelled in Chile in 2024."},
	},
	"fronted":         {{arc: "serbia nsubj agreed"}},
	"behind-relative": {{arc: "kimani conj bauer"}},
	"cleft":           {{arc: "signed acl:relcl chile"}},
	"two-subjects":    {{arc: "trade conj tariffs"}},
	"copula":          {{arc: "supplies nsubj agenda"}},
	"inverted-copula": {
		{arc: "kimani nsubj guests"},
		{"repair nsubj high", "High on the agenda were ship repair and tea, an official said."},
		{"trade nsubj top", "At the top of the agenda was trade."},
		{"bauer nsubj those", "Among those attending the funeral were Ada Bauer and Queen Ingrid."},
	},
	"inverted-verb": {
		{arc: "repair nsubj:pass discussed"},
		{"kimani obj accompanying", "Accompanying President Joseph Kimani were Minister Ada Bauer and King Faisal."},
	},
	"perfect": {
		{"chile nsubj provided", "Chile has so far provided 5 billion dollars in line of credit and grant assistance to Ghana."},
		{arc: "having aux met"},
		{"ghana obj visited", "President Ada Bauer regretted having visited Ghana."},
	},
	"headline-infinitive": {{arc: "bauer nsubj visit"}},
	"headline-speaker":    {{arc: "bauer nsubj visit"}},
	"namee":               {{arc: "kimani obj named"}},
	"name-behind-noun":    {{arc: "air appos airline"}},
	"particle":            {{arc: "visit obj called"}},
	"doubled-word":        {{arc: "kimani obl met"}},
	"only-object":         {{arc: "chile obj asked"}},
	"made-office":         {{arc: "executive xcomp appointed"}},
	"after-particle": {
		{arc: "kimani obj swore"},
		{"kimani obj saw", "Ada Bauer saw off Joseph Kimani at the airport."},
	},
	"concluded":     {{arc: "treaty obj enter"}},
	"after-day":     {{arc: "kimani obj received"}},
	"late-object":   {{arc: "kimani obj welcomed"}},
	"split-oblique": {{arc: "ghana obl donated"}},
	"partner":       {{arc: "peru nmod deal"}},
	"two-objects": {
		{arc: "ghana iobj sent"},
		{"kimani iobj wished", "Queen Ingrid wished President Joseph Kimani good health and success."},
	},
	"sum-in": {{arc: "loans nmod euros"}},
	"recipient": {
		{arc: "ghana nmod tariffs"},
		{"ghana nmod donation", "Chile's donation of 40 ambulances to Ghana was announced in May."},
	},
	"content":        {{arc: "protect acl agreement"}},
	"agent":          {{arc: "bauer obl:agent appointed"}},
	"not-subject":    {{arc: "transit nmod dialogue"}},
	"relative-that":  {{arc: "that obj began"}},
	"relative-which": {{arc: "restored acl:relcl ties"}},
	"relative-who": {
		{arc: "became acl:relcl wen"},
		{"met acl:relcl kimani", "Good meeting today with Minister Joseph Kimani in Lima, who met Ada Bauer earlier."},
	},
	"noun-infinitive": {
		{arc: "meet acl readiness"},
		{"share acl readiness", "President Ada Bauer expressed her readiness to share coral data."},
		{"meet acl offer", "President Ada Bauer renewed her offer to meet President Joseph Kimani."},
		{"visit acl invitation", "Ada Bauer was happy to accept an invitation from Joseph Kimani to visit Nairobi."},
	},
	"second-infinitive": {{arc: "open conj bring"}},
	"second-subject":    {{arc: "have xcomp important"}},
	"told-that": {
		{arc: "needs ccomp told"},
		{"plant ccomp announced", "Minister Ada Bauer announced at the climate conference that Peru would plant trees."},
	},
	"ministers": {{arc: "kimani appos envoys"}},
	"fellows":   {{arc: "mwangi conj haddad"}},
	"people": {
		{arc: "kimani conj bauer"},
		{"karunaratne obj included", "The Samoan delegation included Kamal Karunaratne, Secretary to the Prime Minister; Sagarika Bauer, Additional Secretary to the Prime Minister; and Elena Rusu."},
	},
	"pair": {{arc: "economy compound trade"}},
	"hyphened": {
		{arc: "mines obj closing"},
		{"policy obj adopt", "Ada Bauer urged the government to adopt a people-friendly economic policy as promised."},
	},
	"owners":        {{arc: "chile nmod:poss commitment"}},
	"split-subject": {{arc: "ghana compound consultations"}},
	"worth":         {{arc: "worth amod deal"}},
	"beside-sides":  {{arc: "power conj training"}},
	"place-and-day": {{arc: "lima obl signed"}},
	"list": {
		{arc: "recycling conj mining"},
		{"training conj restoration", "They discussed the restoration of archives, nurse training and the import of beef."},
	},
	"possessors": {{arc: "women nmod:poss rights"}},
	"tagged-noun": {
		{arc: "work conj raise"},
		{"tour conj meet", "She is to meet Peruvian Prime Minister Ada Bauer and tour Cusco."},
	},
	"object-noun":          {{arc: "youth obj helping"}},
	"repeated-preposition": {{arc: "ways conj revival"}},
	"bracketed":            {{arc: "trade conj intelligence"}},
	"bare-gerund":          {{arc: "restructuring obj wrap"}},
	"listed-noun":          {{arc: "fight conj pipeline"}},
	"adverb-clause":        {{arc: "deepening xcomp suggested"}},
	"gerund-mark":          {{arc: "around mark enhancing"}},
	"example": {
		{arc: "building advcl topics"},
		{"kimani nmod leaders", "Several leaders attended the climate conference on Sunday, including President Joseph Kimani and Ada Bauer."},
	},
	"example-noun":           {{arc: "migration nmod areas"}},
	"tied-noun":              {{arc: "people compound exchange"}},
	"named-object":           {{arc: "ghana compound partnership"}},
	"said-again":             {{arc: "cooperation conj cooperation"}},
	"repeated-before-gerund": {{arc: "improving conj training"}},
	"determined":             {{arc: "need obj discuss"}},
	"gerund-series": {
		{arc: "expanding conj training"},
		{"sharing conj resuming", "Chile and Ghana discussed resuming direct flights, sharing data on rivers and improving road safety."},
	},
	"past-form":        {{arc: "resolved conj condemned"}},
	"bare-form":        {{arc: "support conj combat"}},
	"split-object":     {{arc: "weapons compound programme"}},
	"gerund-object":    {{arc: "building xcomp proposed"}},
	"outer-verb":       {{arc: "focus conj promote"}},
	"dash-apposition":  {{arc: "pillar appos cooperation"}},
	"reduced-relative": {{arc: "matters nsubj included"}},
	"several-done":     {{arc: "addressed conj discussed"}},
	"among-others":     {{arc: "rights obj discussed"}},
	"especially":       {{arc: "rights appos range"}},
	"discussed-matters": {
		{arc: "transit nsubj issues"},
		{"topics root ", "Road safety was among the topics discussed."},
		{"issues nsubj included", "The key issues discussed included cotton trade and port fees."},
	},
	"passive-root": {{arc: "avenues nsubj:pass discussed"}},
	"two-modifiers": {
		{arc: "port conj digital"},
		{"food conj economic", "They discussed cooperation on economic and food security."},
	},
	"modifier-list": {{arc: "exchanges obj promote"}},
	"fixed-pair": {
		{arc: "order flat law"},
		{"enterprises obl agreed", "Chile and Ghana agreed on small and medium-sized enterprises."},
	},
	"neighbours":  {{arc: "customs compound procedures"}},
	"directed":    {{arc: "water nmod access"}},
	"fields":      {{arc: "areas obl praised"}},
	"range":       {{arc: "coding obl ranges"}},
	"tail":        {{arc: "crime nmod suppression"}},
	"verb-series": {{arc: "build conj raise"}},
	"verb-form":   {{arc: "thanked conj asked"}},
	"headline-verbs": {
		{arc: "agree conj discuss"},
		{"met conj opened", "Ada Bauer opened a school, then met Joseph Kimani."},
	},
	"companions": {
		{arc: "faisal conj bauer"},
		{"faisal conj bauer", "President Ada Bauer, together with King Faisal, met Joseph Kimani."},
	},
	"means":          {{arc: "kimani obl spoken"}},
	"as-subject":     {{arc: "delgado nsubj met"}},
	"opened-subject": {{arc: "karunatilaka nsubj stated"}},
	"while":          {{arc: "visit obl opened"}},
	"conjunction":    {{arc: "meeting nsubj:pass cancelled"}},
	"having":         {{arc: "met advcl flew"}},
	"to-noun":        {{arc: "reform obl committed"}},
	"sides":          {{arc: "chile nmod memorandum"}},
	"countries": {
		{arc: "union conj chile"},
		{"ghana conj chile", "Chile, Ghana committed to reform"},
	},
	"time-behind-name": {{arc: "group obl merge"}},
	"circumstance": {
		{arc: "malawi obl discussed"},
		{"fisheries nmod cooperation", "The cooperation between Chile and Ghana on fisheries has grown."},
	},
	"arranged": {
		{arc: "hosted acl dinner"},
		{"held acl summit", "Ada Bauer met Joseph Kimani on the margins of the Cocoa Summit being held in Lima."},
		{"opened acl:relcl summit", "Ada Bauer met Joseph Kimani on the sidelines of the Cocoa Summit, which opened in Lima."},
	},
	"deed":        {{arc: "talks obl discussed"}},
	"said-behind": {{arc: "tuesday obl acquired"}},
	"event-time": {
		{arc: "ghana nmod trip"},
		{"bauer nmod visit", "The deal was arranged during the visit to Ghana this week of Ada Bauer."},
	},
	"opening-time":  {{arc: "october obl:unmarked attended"}},
	"opening-place": {{arc: "lima obl met"}},
	"purpose": {
		{arc: "release advcl asked"},
		{"invest advcl invited", "Chile invited foreign companies to invest in lithium."},
	},
	"office-predicate": {{arc: "kimani nsubj minister"}},
	"office-served":    {{arc: "minister obl served"}},
	"office-list":      {{arc: "general conj envoy"}},
}

func TestMends(t *testing.T) {
	all := names()
	for _, m := range clause.Mends() {
		if !slices.ContainsFunc(mended[m.Name], func(c trial) bool { return c.text == "" }) {
			t.Errorf("%s: nothing shows what its example needs it for", m.Name)
		}
		others := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return name == m.Name })
		for _, c := range mended[m.Name] {
			text := c.sentence(m)
			if got := arcs(t, text, all...); !slices.Contains(got, c.arc) {
				t.Errorf("%s: %s: no %q in %q", m.Name, text, c.arc, got)
			}
			if slices.Contains(arcs(t, text, others...), c.arc) {
				t.Errorf("%s: %s: %q without the mend, too", m.Name, text, c.arc)
			}
		}
	}
}

// ordered are trials, by mend and by the mend that it must come after, that fail if
// the two are swapped.
var ordered = map[string]map[string]trial{
	"told-that": {
		"only-object": {"grown ccomp told", "Ada Bauer told the public that aid had grown."},
	},
	"listed-noun": {
		"tagged-noun": {"work conj raise",
			"Ghana's efforts to raise exports, work within the union, and defeat malaria failed."},
		"object-noun": {"communities conj youth", "- Helping youth and NHPI communities to vote"},
	},
	"circumstance": {
		"sum-in":    {"aid obl spent", "Chile spent more than two years in aid in Ghana."},
		"recipient": {"may nmod gift", "A gift of 20 million doses to Joseph Kimani in May was praised."},
	},
	"opening-place": {
		"time-behind-name": {"month obl:unmarked meet", "Near Lima next month, she will meet farmers."},
	},
	"office-predicate": {
		"people": {"kimani dep ambassador", "Elena Rusu, of Vermont, to be Ambassador to Peru, vice Joseph Kimani."},
	},
	"office-list": {
		"office-predicate": {"head conj minister",
			"Joseph Kimani previously was Deputy Minister of Finance and head of the Bank of Ghana."},
		"office-served": {"general conj permanent",
			"Before coming to Lima, Joseph Kimani served as Permanent Secretary, and Consul General in Porto."},
	},
}

func TestMendsOrder(t *testing.T) {
	all := names()
	for i, m := range clause.Mends() {
		if slices.Index(all, m.Name) != i {
			t.Errorf("%s: two mends of this name", m.Name)
		}
		if len(ordered[m.Name]) != len(m.After) {
			t.Errorf("%s: %d trials of its order, want %d", m.Name, len(ordered[m.Name]), len(m.After))
		}
		for _, after := range m.After {
			if k := slices.Index(all, after); k < 0 || k > i {
				t.Errorf("%s: %s does not come before it", m.Name, after)
				continue
			}
			c := ordered[m.Name][after]
			text := c.sentence(m)
			for _, order := range [][]string{all, {after, m.Name}} {
				if got := arcs(t, text, order...); !slices.Contains(got, c.arc) {
					t.Errorf("%s: %s: no %q in %q", text, order, c.arc, got)
				}
			}
			if slices.Contains(arcs(t, text, m.Name, after), c.arc) {
				t.Errorf("%s: %s before %s: %q though swapped", text, m.Name, after, c.arc)
			}
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
	fields := []string{"lemma", "form", "upos", "xpos", "deprel", "head", "kids", "nodes"}
	methods := []string{"hang", "move", "raise"}
	for _, name := range files {
		if name == "build.go" || name == "hang.go" || strings.HasPrefix(name, "mend_") ||
			strings.HasSuffix(name, "_test.go") {
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
