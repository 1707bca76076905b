package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// coreRelations are the relations that the row "core" of a score sums up.
var coreRelations = []string{"met", "spokeWith", "received", "visited", "holdsPosition", "agreesOn", "signed", "partnerOf"}

// speechActs are the relations whose date is scored only where the gold has
// one: when something was said is seldom told.
var speechActs = []string{"proposes", "supports", "praised", "congratulated", "criticised", "invited"}

// A goldDoc is what readers found in one document.
type goldDoc struct {
	Doc      string       `json:"doc"`
	Date     string       `json:"date"`
	Entities []goldEntity `json:"entities"`
	Facts    []goldFact   `json:"facts"`

	names map[string][]string // folded forms of an entity by its key
}

type goldEntity struct {
	Key     string   `json:"key"`
	Type    string   `json:"type"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

// A goldFact names its subject and object by the key of an entity, or by the
// words of the text.
type goldFact struct {
	Relation string `json:"relation"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	Date     string `json:"date,omitempty"`
	Place    string `json:"place,omitempty"`
	Status   string `json:"status,omitempty"`
	Of       string `json:"of,omitempty"`
	Evidence string `json:"evidence"`
	Optional bool   `json:"optional,omitempty"`
}

// readGold reads one gold file, or all *.json files of a folder in order of name.
func readGold(path string) ([]*goldDoc, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	files := []string{path}
	if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.json")); err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("no *.json files in it")}
		}
	}
	var docs []*goldDoc
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		doc := &goldDoc{}
		if err := json.Unmarshal(data, doc); err != nil {
			return nil, fmt.Errorf("%s: not a gold file: %w", file, err)
		}
		if doc.Doc == "" {
			return nil, fmt.Errorf("%s: not a gold file: no \"doc\"", file)
		}
		doc.fold()
		docs = append(docs, doc)
	}
	return docs, nil
}

// fold prepares the document for comparisons.
func (d *goldDoc) fold() {
	d.names = make(map[string][]string)
	for _, e := range d.Entities {
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			d.names[e.Key] = append(d.names[e.Key], foldName(form))
		}
	}
	for i := range d.Facts {
		d.Facts[i].Status = cmp.Or(d.Facts[i].Status, string(extract.Actual))
	}
}

// readFacts reads facts as JSON, one a line.
func readFacts(r io.Reader) ([]extract.Fact, error) {
	return readLines(r, "a fact", "relation", func(f *extract.Fact) bool { return f.Doc != "" && f.Relation != "" })
}

// readLines reads JSON values, each of which must be whole.
func readLines[T any](r io.Reader, what, key string, whole func(*T) bool) ([]T, error) {
	var lines []T
	dec := json.NewDecoder(r)
	for {
		var v T
		if err := dec.Decode(&v); err == io.EOF {
			return lines, nil
		} else if err != nil {
			return nil, fmt.Errorf("line %d: not %s as JSON: %w", len(lines)+1, what, err)
		}
		if !whole(&v) {
			return nil, fmt.Errorf("line %d: not %s as JSON: no \"doc\" or %q", len(lines)+1, what, key)
		}
		lines = append(lines, v)
	}
}

// A ratio is how many of some are right.
type ratio struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

func (r *ratio) add(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

func (r ratio) value() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.Right) / float64(r.Of)
}

func (r ratio) String() string {
	if r.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", r.value())
}

// A score counts what was found of one relation, or of several.
type score struct {
	Relation  string `json:"relation"`
	Precision ratio  `json:"precision"` // of the found facts, those that a gold fact states
	Recall    ratio  `json:"recall"`    // of the required facts, those that were found
	// How the qualifiers of matched facts are, where found or gold has one.
	Date   ratio `json:"date"`
	Place  ratio `json:"place"`
	Status ratio `json:"status"`
	Of     ratio `json:"office_of"`
}

func (s score) f1() float64 {
	p, r := s.Precision.value(), s.Recall.value()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (s *score) add(o score) {
	for _, sum := range [][2]*ratio{{&s.Precision, &o.Precision}, {&s.Recall, &o.Recall},
		{&s.Date, &o.Date}, {&s.Place, &o.Place}, {&s.Status, &o.Status}, {&s.Of, &o.Of}} {
		sum[0].Right += sum[1].Right
		sum[0].Of += sum[1].Of
	}
}

// A difference is a miss, a false alarm, a qualifier that is not right, or a
// fact that says again what another one says, which counts neither way.
type difference struct {
	Kind     string `json:"kind"` // "miss", "false alarm", "repeat", "date", "place", "status", "of"
	Doc      string `json:"doc"`
	Relation string `json:"relation"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	Found    string `json:"found,omitempty"` // of a qualifier
	Want     string `json:"want,omitempty"`
	Rule     string `json:"rule,omitempty"`
	Evidence string `json:"evidence"`
}

// A report is what a comparison of found facts with gold gives.
type report struct {
	Relations   []score       `json:"relations"` // in order of name
	Core        score         `json:"core"`      // the relations of coreRelations, each fact counting the same
	All         score         `json:"all"`
	Entities    []entityScore `json:"entities,omitempty"`
	Differences []difference  `json:"differences,omitempty"` // by document and relation

	EntityDifferences []entityDifference `json:"entity_differences,omitempty"` // by document, in the order of the gold
}

// compare scores facts against gold, document by document. Facts of documents
// without gold are left out. Symmetric holds the names of symmetric relations.
func compare(gold []*goldDoc, facts []extract.Fact, symmetric map[string]bool) report {
	byDoc := make(map[string][]extract.Fact)
	for _, f := range facts {
		byDoc[f.Doc] = append(byDoc[f.Doc], f)
	}
	scores := make(map[string]*score)
	rep := report{Core: score{Relation: "core"}, All: score{Relation: "all"}}
	for _, doc := range gold {
		found := make(map[string][]extract.Fact)
		want := make(map[string][]goldFact)
		for _, f := range byDoc[doc.Doc] {
			found[f.Relation] = append(found[f.Relation], f)
			scores[f.Relation] = cmp.Or(scores[f.Relation], &score{Relation: f.Relation})
		}
		for _, g := range doc.Facts {
			want[g.Relation] = append(want[g.Relation], g)
			scores[g.Relation] = cmp.Or(scores[g.Relation], &score{Relation: g.Relation})
		}
		for _, name := range slices.Sorted(maps.Keys(scores)) {
			c := comparison{doc: doc, found: found[name], gold: want[name], symmetric: symmetric[name]}
			s, differences := c.score()
			scores[name].add(s)
			rep.Differences = append(rep.Differences, differences...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(scores)) {
		rep.Relations = append(rep.Relations, *scores[name])
		rep.All.add(*scores[name])
		if slices.Contains(coreRelations, name) {
			rep.Core.add(*scores[name])
		}
	}
	return rep
}

// A comparison is of the facts of one relation in one document.
type comparison struct {
	doc       *goldDoc
	found     []extract.Fact
	gold      []goldFact
	symmetric bool
}

func (c *comparison) score() (score, []difference) {
	var s score
	var diffs []difference
	matched := c.match()
	ofGold := make([]int, len(c.gold)) // what was found for it, -1 for nothing
	for i := range ofGold {
		ofGold[i] = -1
	}
	for f, g := range matched {
		if g >= 0 {
			ofGold[g] = f
		}
	}

	alarmed := make(map[string]bool)
	for f, g := range matched {
		fact, kind := c.found[f], "false alarm"
		switch {
		case g >= 0:
			s.Precision.add(true)
			diffs = append(diffs, c.qualifiers(&s, fact, c.gold[g])...)
			continue
		case slices.ContainsFunc(c.gold, func(g goldFact) bool { return c.same(fact, g) }), alarmed[c.statement(f)]:
			kind = "repeat"
		default:
			alarmed[c.statement(f)] = true
			s.Precision.add(false)
		}
		diffs = append(diffs, difference{Kind: kind, Doc: fact.Doc, Relation: fact.Relation, Subject: fact.Subject.Name,
			Object: fact.Object.Name, Rule: fact.Rule, Evidence: fact.Evidence.Text})
	}
	instead := c.instead(ofGold)
	for g, gold := range c.gold {
		if gold.Optional {
			continue
		}
		hit := ofGold[g] >= 0 || instead[g]
		s.Recall.add(hit)
		if !hit {
			diffs = append(diffs, difference{Kind: "miss", Doc: c.doc.Doc, Relation: gold.Relation, Subject: c.doc.name(gold.Subject),
				Object: c.doc.name(gold.Object), Evidence: gold.Evidence})
		}
	}
	return s, diffs
}

// statement is what found fact f says without its qualifiers: a fact that a
// document repeats has the same one.
func (c *comparison) statement(f int) string {
	subject, object := refKey(c.found[f].Subject), refKey(c.found[f].Object)
	if c.symmetric && object < subject {
		subject, object = object, subject
	}
	return subject + "\t" + object
}

func refKey(r entity.Ref) string { return cmp.Or(r.ID, foldName(r.Name)) }

// match pairs found facts with gold facts, each with one at most: for each
// found fact the index of its gold fact or -1. As many required facts as
// possible are matched, then as many facts as possible, then such that dates,
// places and statuses agree best.
func (c *comparison) match() []int {
	const required, any = 1 << 40, 1 << 20
	weights := make([][]int, len(c.found))
	for f, fact := range c.found {
		weights[f] = make([]int, len(c.gold))
		for g, gold := range c.gold {
			if !c.same(fact, gold) {
				continue
			}
			w := any
			if !gold.Optional {
				w += required
			}
			for _, agrees := range []bool{fact.Date == gold.Date, string(fact.Status) == gold.Status,
				c.doc.is(gold.Place, fact.Place.Name), c.doc.is(gold.Of, fact.Of.Name), overlap(fact.Evidence.Text, gold.Evidence)} {
				if agrees {
					w++
				}
			}
			weights[f][g] = w
		}
	}
	return assign(weights, len(c.gold))
}

func (c *comparison) same(f extract.Fact, g goldFact) bool {
	return c.doc.is(g.Subject, f.Subject.Name) && c.doc.is(g.Object, f.Object.Name) ||
		c.symmetric && c.doc.is(g.Subject, f.Object.Name) && c.doc.is(g.Object, f.Subject.Name)
}

// instead finds required facts that an optional one satisfies: another wording,
// found with the same relation, subject and overlapping evidence. Each optional
// fact stands for one required fact.
func (c *comparison) instead(ofGold []int) map[int]bool {
	var optional, missed []int
	for g, gold := range c.gold {
		switch {
		case gold.Optional && ofGold[g] >= 0:
			optional = append(optional, g)
		case !gold.Optional && ofGold[g] < 0:
			missed = append(missed, g)
		}
	}
	weights := make([][]int, len(optional))
	for i, o := range optional {
		weights[i] = make([]int, len(missed))
		for j, m := range missed {
			if c.gold[o].Subject == c.gold[m].Subject && overlap(c.found[ofGold[o]].Evidence.Text, c.gold[m].Evidence) {
				weights[i][j] = 1
			}
		}
	}
	satisfied := make(map[int]bool)
	for _, j := range assign(weights, len(missed)) {
		if j >= 0 {
			satisfied[missed[j]] = true
		}
	}
	return satisfied
}

// qualifiers scores date, place, status and office of a matched fact.
func (c *comparison) qualifiers(s *score, f extract.Fact, g goldFact) []difference {
	var diffs []difference
	check := func(kind string, r *ratio, right bool, found, want string) {
		if found == "" && want == "" {
			return
		}
		r.add(right)
		if !right {
			diffs = append(diffs, difference{Kind: kind, Doc: f.Doc, Relation: f.Relation, Subject: f.Subject.Name, Object: f.Object.Name,
				Found: found, Want: want, Rule: f.Rule, Evidence: f.Evidence.Text})
		}
	}
	if g.Date != "" || !slices.Contains(speechActs, f.Relation) {
		check("date", &s.Date, f.Date == g.Date, f.Date, g.Date)
	}
	check("place", &s.Place, c.doc.is(g.Place, f.Place.Name), f.Place.Name, c.doc.name(g.Place))
	check("status", &s.Status, string(f.Status) == g.Status, string(f.Status), g.Status)
	if f.Relation == "holdsPosition" {
		check("of", &s.Of, c.doc.is(g.Of, f.Of.Name), f.Of.Name, c.doc.name(g.Of))
	}
	return diffs
}

// is tells whether name is what gold means: the key of an entity, or words.
func (d *goldDoc) is(gold, name string) bool {
	if forms, ok := d.names[gold]; ok {
		return slices.Contains(forms, foldName(name))
	}
	if gold == "" || name == "" {
		return gold == name
	}
	return shareWords(gold, name)
}

func (d *goldDoc) name(gold string) string {
	for _, e := range d.Entities {
		if e.Key == gold {
			return e.Name
		}
	}
	return gold
}

// foldWords gives the words of a text as world.Fold does, without punctuation.
func foldWords(text string) string {
	isMark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }
	return strings.Join(strings.FieldsFunc(world.Fold(text), isMark), " ")
}

// foldSpace makes any white space one space.
func foldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

// foldName gives names of one thing the same form: the identifier of a listed
// country or organisation ("U.S.", "Vietnamese"), else the folded words without
// a leading article and without spaces, so that "Al Jaber" is "Al-Jaber".
func foldName(name string) string {
	words := strings.Fields(name)
	if c, n, _ := world.FindCountry(words); c != nil && n == len(words) {
		return c.ID
	}
	if o, n := world.FindOrganization(words); o != nil && n == len(words) {
		return o.ID
	}
	return strings.ReplaceAll(strings.TrimPrefix(foldWords(name), "the "), " ", "")
}

// shareWords tells whether at least half of the words of each stand in the other.
func shareWords(a, b string) bool {
	wa, wb := contentWords(a), contentWords(b)
	shared := 0
	for w := range wa {
		if wb[w] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(wa) && 2*shared >= len(wb)
}

// contentWords are the words of a phrase that count when it is compared.
func contentWords(phrase string) map[string]bool {
	fields := strings.Fields(foldWords(phrase))
	words := make(map[string]bool)
	for i, w := range fields {
		switch {
		case w == "the" || w == "a" || w == "an" || w == "bilateral":
		case w == "cooperation" && i+1 < len(fields) && fields[i+1] == "in":
		case w == "in" && i > 0 && fields[i-1] == "cooperation":
		default:
			words[w] = true
		}
	}
	if len(words) == 0 {
		for _, w := range fields {
			words[w] = true
		}
	}
	return words
}

// overlap tells whether two pieces of a text stand in the same place as far as
// their words show: one holds the other, or one begins as the other ends.
func overlap(a, b string) bool {
	const least = 12 // bytes of a common end and beginning, so that "in the" is not enough
	a, b = foldWords(a), foldWords(b)
	if a == "" || b == "" {
		return false
	}
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	for n := min(len(a), len(b)); n >= least; n-- {
		if a[len(a)-n:] == b[:n] || b[len(b)-n:] == a[:n] {
			return true
		}
	}
	return false
}

// assign gives each row the column, or -1, such that no column is given twice
// and the sum of the weights is greatest. Only positive weights are given.
// It is the Hungarian method (Kuhn 1955, Munkres 1957) in the form with
// potentials and shortest augmenting paths (Jonker and Volgenant 1987).
func assign(weights [][]int, columns int) []int {
	n, m := len(weights), len(weights)+columns // a column of weight 0 for each row that stays alone
	cost := func(row, col int) int {
		if col > columns {
			return 0
		}
		return -weights[row-1][col-1]
	}
	u, v := make([]int, n+1), make([]int, m+1)
	rowOf := make([]int, m+1) // from 1, 0 = free
	for row := 1; row <= n; row++ {
		const unreached = int(^uint(0) >> 1)
		least, from := make([]int, m+1), make([]int, m+1)
		for j := range least {
			least[j] = unreached
		}
		done := make([]bool, m+1)
		rowOf[0] = row
		col := 0
		for rowOf[col] != 0 {
			done[col] = true
			next, delta := 0, unreached
			for j := 1; j <= m; j++ {
				if done[j] {
					continue
				}
				if d := cost(rowOf[col], j) - u[rowOf[col]] - v[j]; d < least[j] {
					least[j], from[j] = d, col
				}
				if least[j] < delta {
					next, delta = j, least[j]
				}
			}
			for j := 0; j <= m; j++ {
				if done[j] {
					u[rowOf[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			col = next
		}
		for col != 0 {
			rowOf[col] = rowOf[from[col]]
			col = from[col]
		}
	}
	assigned := make([]int, n)
	for i := range assigned {
		assigned[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if r := rowOf[j]; r != 0 && weights[r-1][j-1] > 0 {
			assigned[r-1] = j - 1
		}
	}
	return assigned
}
