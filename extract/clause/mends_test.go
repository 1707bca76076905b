package clause_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// names returns the names of all mends in their order.
func names() []string {
	var out []string
	for _, m := range clause.Mends() {
		out = append(out, m.Name)
	}
	return out
}

// misread are the trees of the trials in which a parser went wrong as the mends say, by text:
// whether today's does, too, is no matter of theirs. Others are read as they are now.
func misread(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "mends.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, tree := range strings.SplitAfter(string(data), "\n\n") {
		first, _, _ := strings.Cut(tree, "\n")
		out[strings.TrimPrefix(first, "# text = ")] = tree
	}
	return out
}

// arcs returns the tree of a sentence, misread if it is kept, with the mends named.
func arcs(t *testing.T, sentence string, mends ...string) []string {
	t.Helper()
	tree := misread(t)[sentence]
	if tree == "" {
		doc, mentions := read(t, sentence)
		return clause.Arcs(doc, 0, mentions[0], mends)
	}
	text, err := nlp.ReadCoNLLU(strings.NewReader(tree))
	if err != nil || len(text.Sentences) != 1 {
		t.Fatalf("%v: want one tree: %q", err, tree)
	}
	found := mention.Find(text)
	index := make([]int, len(found))
	for i := range index {
		index[i] = i
	}
	return clause.Arcs(coref.Resolve(text, found, coref.Origin{}), 0, index, mends)
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
	"active-subject": {
		{arc: "bauer nsubj met"},
		{"dialogue nsubj grown", "The dialogue of Chile and Ghana on transit has grown."},
	},
	"fronted":          {{arc: "serbia nsubj agreed"}},
	"wished":           {{arc: "ferreira iobj wished"}},
	"name-behind-noun": {{arc: "motors nmod purchase"}},
	"shown":            {{arc: "meeting acl bauer"}},
	"asked-for":        {{arc: "vaccines obl appealed"}},
	"told-bare":        {{arc: "guard nsubj opened"}},
	"two-subjects":     {{arc: "trade conj tariffs"}},
	"labelled-quote":   {{arc: "bauer dislocated champion"}},
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
		{"chile nsubj provided", "Chile has so far provided 2 million dollars in loans and school books to Ghana."},
		{arc: "having aux met"},
		{"met xcomp denied", "President Rosa Delgado denied having met General Oleg Petrov."},
		{"ghana obj visited", "President Ada Bauer regretted having visited Ghana."},
	},
	"included": {
		{arc: "sectors nsubj included"}, {arc: "tourism obj included"},
		{"sectors nsubj include", "The sectors identified include tourism and fisheries."},
	},
	"headline-infinitive": {{arc: "bauer nsubj visit"}},
	"hyphen-name":         {{arc: "chile compound backed"}},
	"namee":               {{arc: "kimani obj named"}},
	"participle-object":   {{arc: "supporting xcomp denied"}},
	"particle":            {{arc: "visit obj called"}},
	"doubled-word":        {{arc: "kimani obl met"}},
	"only-object":         {{arc: "chile obj asked"}},
	"made-office":         {{arc: "executive xcomp appointed"}},
	"after-particle": {
		{arc: "kimani obj swore"},
		{"kimani obj saw", "Ada Bauer saw off Joseph Kimani at the airport."},
	},
	"concluded":         {{arc: "treaty obj enter"}},
	"parted-object":     {{arc: "attack obj condemns"}},
	"listed-phrase":     {{arc: "commissions conj schools"}},
	"split-oblique":     {{arc: "ghana obl donated"}},
	"amount":            {{arc: "grant obj extended"}, {"agreement obj signed", "Corvus Mining signed a USD 20 million agreement with Chile to drill wells."}, {"tariffs obj imposed", "Chile imposed 50% tariffs on Ghanaian goods."}},
	"split-preposition": {{arc: "health nmod agreements"}},
	"in-company":        {{arc: "collaboration obl opened"}},
	"bare-object":       {{arc: "trade obj raise"}},
	"aimed":             {{arc: "aimed acl agreement"}},
	"emphasis":          {{arc: "focus nmod cooperation"}},
	"paper-on":          {{arc: "farming nmod pact"}},
	"signed-paper":      {{arc: "inked acl deal"}, {"signed acl memorandum", "The council was launched by way of a memorandum of understanding (MoU) signed between Kestrel Motors and Solaris Group."}},
	"partner":           {{arc: "peru nmod deal"}},
	"meeting-between":   {{arc: "bauer nmod meeting"}},
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
	"relative-which": {{arc: "restored acl:relcl ties"}},
	"relative-who": {
		{arc: "became acl:relcl wen"},
		{"met acl:relcl kimani", "Good meeting today with Minister Joseph Kimani in Lima, who met Ada Bauer earlier."},
	},
	"relative-whom": {
		{arc: "discussed acl:relcl kimani"},
		{"whom obl discussed", "President Rosa Delgado visited Minister Ada Bauer, with whom she discussed fishing."},
	},
	"with-object": {{arc: "group obl merge"}},
	"particularly": {
		{arc: "tea nmod ties"},
		{"trade nmod cooperation", "President Rosa Delgado and Prime Minister Joseph Kimani discussed expanding cooperation, particularly in trade and energy."},
	},
	"opened-list": {
		{arc: "migration appos areas"},
		{"sport appos sectors", "Portugal and South Korea agreed to cooperate in several sectors (sport, digital payments and cocoa grading)."},
		{"transport appos sectors", "Angola and Latvia agreed to cooperate in several sectors (public transport, maritime safety and customs procedures)."},
	},
	"including":  {{arc: "mining nmod areas"}},
	"free-trade": {{arc: "trade nmod commitment"}},
	"noun-infinitive": {
		{"move advcl survey", "President Rosa Delgado called for an independent survey to move the country forward."},
		{"computers nmod need", "President Rosa Delgado stressed the need for computers to fight fraud."},
		{arc: "meet acl readiness"},
		{"share acl readiness", "President Ada Bauer expressed her readiness to share coral data."},
		{"deepen acl readiness", "President Ada Bauer expressed readiness to further deepen trade."},
		{"meet acl offer", "President Ada Bauer renewed her offer to meet President Joseph Kimani."},
		{"pursue acl commitment", "President Ada Bauer highlighted the commitment of President Joseph Kimani to pursue safe migration."},
		{"visit acl invitation", "Ada Bauer was happy to accept an invitation from Joseph Kimani to visit Nairobi."},
	},
	"second-subject": {{arc: "have xcomp important"}},
	"told-that": {
		{arc: "needs ccomp told"},
		{"plant ccomp announced", "Minister Ada Bauer announced at the climate conference that Peru would plant trees."},
		{"assist ccomp assured", "President Ada Bauer assured the envoy that Chile would assist Ghana."},
	},
	"fellows":        {{arc: "mwangi conj haddad"}},
	"people":         {{arc: "kimani conj bauer"}},
	"semicolons":     {{arc: "faye conj obi"}},
	"adrift-subject": {{arc: "perera nsubj present"}},
	"roll":           {{arc: "castillo nsubj present"}},
	"pair":           {{arc: "economy compound trade"}},
	"hyphened": {
		{arc: "mines obj closing"},
		{"policy obj adopt", "Ada Bauer urged the government to adopt a people-friendly economic policy as promised."},
	},
	"owners":        {{arc: "chile nmod:poss commitment"}, {"kenya nmod:poss commitment", "Kenya and Peru’s joint commitment to clean seas is clear."}},
	"split-subject": {{arc: "ghana compound consultations"}},
	"beside-sides":  {{arc: "power conj training"}},
	"place-and-day": {{arc: "lima obl signed"}},
	"list": {
		{arc: "recycling conj mining"},
		{"training conj restoration", "They discussed the restoration of archives, nurse training and the import of beef."},
	},
	"possessors":           {{arc: "women nmod:poss rights"}},
	"repeated-preposition": {{arc: "ways conj revival"}},
	"bare-gerund":          {{arc: "restructuring obj wrap"}},
	"listed-noun":          {{arc: "fight conj pipeline"}},
	"gerund-mark":          {{arc: "around mark enhancing"}},
	"example": {
		{arc: "building advcl topics"},
	},
	"example-noun":           {{arc: "migration nmod areas"}},
	"singled-out":            {{arc: "trade appos sectors"}},
	"tied-noun":              {{arc: "people compound exchange"}},
	"named-object":           {{arc: "ghana compound partnership"}},
	"said-again":             {{arc: "cooperation conj cooperation"}},
	"repeated-before-gerund": {{arc: "improving conj training"}},
	"determined":             {{arc: "need obj discuss"}},
	"gerund-series": {
		{arc: "expanding conj training"},
		{"sharing conj resuming", "Chile and Ghana discussed resuming direct flights, sharing data on rivers and improving road safety."},
	},
	"gerund-beside-noun": {
		{arc: "fostering conj transparency"},
		{"fighting conj trade", "Ada Bauer and Joseph Kimani discussed trade, tourism, and fighting piracy."},
		{"combating conj energy", "They discussed initiatives on energy, education, and combating malaria."},
		{"establishing conj energy", "President Ada Bauer conveyed keen interest in renewable energy and farm development, along with establishing direct flights between Chile and Ghana."},
		{"promoting conj fisheries", "The talks covered several matters of interest, including fisheries and promoting literacy."},
	},
	"determined-series": {
		{arc: "need conj plan"},
		{arc: "rise conj plan"},
		{"contributions conj accomplishments",
			"They discussed the accomplishments of the fund over the past four years, the partnership with schools, the contributions of nurses to health, and the enduring interests of farmers."},
	},
	"further-gerund": {
		{arc: "deepening xcomp suggested"},
		{"boosting xcomp proposed", "President Ada Bauer proposed further boosting trade."},
		{"staging xcomp suggesting", "President Ada Bauer praised the role of farmers in trade, suggesting staging joint fairs and visits by students."},
	},
	"past-form": {
		{arc: "resolved conj condemned"},
		{"expressed conj reaffirmed", "Admiral Rui Carvalho reaffirmed Peru's commitment to strengthening its ties and expressed support for new rules."},
	},
	"bare-form":    {{arc: "support conj combat"}},
	"split-object": {{arc: "weapons compound programme"}},
	"outer-verb":   {{arc: "focus conj promote"}},
	"especially":   {{arc: "rights appos range"}},
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
	"repeated-to":      {{arc: "coordinate conj work"}},
	"parted-compound":  {{arc: "people compound smuggling"}},
	"named-beside":     {{arc: "kimani appos president"}},
	"behind-semicolon": {{arc: "wen nsubj absent"}, {"ferhat nsubj offered", "Chile expelled Ghana's Ambassador Joseph Kimani; Algeria's President Nabil Ferhat offered to mediate."}},
	"cut-compound":     {{arc: "freedom obj backing"}, {arc: "process obl backing"}},
	"some-of":          {{arc: "guard nmod designs"}},
	"neighbours":       {{arc: "customs compound procedures"}},
	"directed":         {{arc: "water nmod access"}},
	"fields":           {{arc: "areas obl praised"}},
	"range":            {{arc: "coding obl ranges"}},
	"tail":             {{arc: "crime nmod suppression"}},
	"verb-form":        {{arc: "thanked conj asked"}},
	"headline-verbs": {
		{arc: "agree conj discuss"},
		{"met conj opened", "Ada Bauer opened a school, then met Joseph Kimani."},
	},
	"companions": {
		{arc: "faisal conj bauer"},
		{"faisal conj bauer", "President Ada Bauer, together with King Faisal, met Joseph Kimani."},
	},
	"while": {{arc: "visit obl opened"}},
	"remark": {
		{arc: "underscoring advcl reaffirmed"},
		{"calling advcl addressed", "He addressed the dynamics between Kenya and Ghana, which further complicate the landscape, calling for nuanced diplomacy."},
	},
	"when":        {{arc: "came advcl began"}},
	"urged":       {{arc: "board nsubj:pass urged"}},
	"conjunction": {{arc: "meeting nsubj:pass cancelled"}},
	"having":      {{arc: "met advcl flew"}},
	"visiting":    {{arc: "visiting acl kimani"}, {arc: "ghana obj visiting"}},
	"opened":      {{arc: "mission nsubj aimed"}},
	"led":         {{arc: "led acl delegation"}},
	"presence": {
		{arc: "participation obl presided"},
		{"ingrid obl organised", "The embassy organised a gala dinner with Queen Ingrid and King Faisal as guests of honour."},
	},
	"time-subject": {{arc: "kimani nsubj had"}},
	"to-noun":      {{arc: "reform obl committed"}},
	"sides":        {{arc: "chile nmod memorandum"}},
	"countries": {
		{arc: "union conj chile"},
		{"ghana conj chile", "Chile, Ghana committed to reform"},
	},
	"listed-gerund": {
		{arc: "curbing conj trade"},
		{"sport conj trade", "President Ada Bauer and President Joseph Kimani discussed cooperation in trade, tourism, curbing smuggling, education, and sport."},
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
	"led-body": {
		{arc: "delegation nsubj arrived"},
		{"delegation nsubj met", "A Kenyan delegation led by Vice Premier Ada Bauer met Joseph Kimani."},
	},
	"deed":        {{arc: "talks obl discussed"}},
	"said-behind": {{arc: "tuesday obl acquired"}},
	"event-time": {
		{arc: "ghana nmod trip"},
		{"bauer nmod visit", "The deal was arranged during the visit to Ghana this week of Ada Bauer."},
	},
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
	"circumstance": {
		"sum-in":    {"aid obl spent", "Chile spent more than two years in aid in Ghana."},
		"recipient": {"may nmod gift", "A gift of 20 million doses to Joseph Kimani in May was praised."},
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
