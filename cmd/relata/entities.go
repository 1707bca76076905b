package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
)

// entityTypes are those that gold files list, in the order of the table.
var entityTypes = []entity.Type{entity.Person, entity.Country, entity.Organization, entity.Place}

// An entityScore tells how well the entities of documents are kept together and
// apart: B-cubed (Bagga and Baldwin 1998) over the forms that gold files list.
type entityScore struct {
	Type      string  `json:"type"` // also "persons of facts" and "all"
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	Forms     ratio   `json:"forms"` // of the gold's forms, those that were found
	Whole     ratio   `json:"whole"` // of the gold's entities, those that are exactly one, with no stranger

	precise, recalled float64 // sums over forms
}

func (s *entityScore) f1() float64 {
	if s.Precision+s.Recall == 0 {
		return 0
	}
	return 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
}

// An entityDifference is an entity of the gold that was split, holds a
// stranger's form, or of which a form was not found.
type entityDifference struct {
	Kind  string   `json:"kind"` // "split", "stranger", "missing form"
	Doc   string   `json:"doc"`
	Type  string   `json:"type"`
	Name  string   `json:"name"`
	Forms []string `json:"forms"` // those that are elsewhere, foreign, or missing
	In    string   `json:"in,omitempty"`
}

// compareEntities scores entities against gold, document by document.
func compareEntities(gold []*goldDoc, entities []docEntity) ([]entityScore, []entityDifference) {
	byDoc := make(map[string][]docEntity)
	for _, e := range entities {
		byDoc[e.Doc] = append(byDoc[e.Doc], e)
	}
	rows := make([]entityScore, len(entityTypes)+2)
	for i, t := range entityTypes {
		rows[i].Type = string(t)
	}
	persons, all := &rows[len(rows)-2], &rows[len(rows)-1]
	persons.Type, all.Type = "persons of facts", "all"
	var diffs []entityDifference
	for _, doc := range gold {
		c := newClusters(doc, byDoc[doc.Doc])
		inFacts := doc.inFacts()
		for g, e := range doc.Entities {
			of := []*entityScore{all}
			if i := slices.Index(entityTypes, entity.Type(e.Type)); i >= 0 {
				of = append(of, &rows[i])
			}
			if e.Type == string(entity.Person) && inFacts[e.Key] {
				of = append(of, persons)
			}
			for _, row := range of {
				c.score(g, row)
			}
			diffs = append(diffs, c.differences(g)...)
		}
	}
	for i := range rows {
		r := &rows[i]
		r.Precision, r.Recall = r.precise/float64(max(r.Forms.Right, 1)), r.recalled/float64(max(r.Forms.Of, 1))
	}
	return rows, diffs
}

// inFacts tells which entities take part in a required fact.
func (d *goldDoc) inFacts() map[string]bool {
	in := make(map[string]bool)
	for _, f := range d.Facts {
		if !f.Optional {
			in[f.Subject], in[f.Object] = true, true
		}
	}
	return in
}

// clusters are the forms that the gold lists for a document, as the gold groups
// them and as they were found.
type clusters struct {
	gold   *goldDoc
	found  []docEntity
	forms  []goldForm
	inside [][]int // of each found entity, its forms
}

// A goldForm is a form that one entity of the gold has.
type goldForm struct {
	gold   int
	text   string
	places []int // the found entities that have it
}

func newClusters(doc *goldDoc, found []docEntity) *clusters {
	c := &clusters{gold: doc, found: found, inside: make([][]int, len(found))}
	index, names := make(map[string][]int), make(map[string][]int) // found entities by form, and by name
	for f, e := range found {
		for _, form := range append([]entity.Form{{Text: e.Name}}, e.Forms...) {
			key := foldForm(form.Text)
			if !slices.Contains(index[key], f) {
				index[key] = append(index[key], f)
			}
			if r, _ := utf8.DecodeRuneInString(form.Text); unicode.IsUpper(r) && !slices.Contains(names[key], f) {
				names[key] = append(names[key], f)
			}
		}
	}
	shared := make(map[string]bool) // forms of several entities tell nothing
	owner := make(map[string]int)
	for g, e := range doc.Entities {
		for _, text := range append([]string{e.Name}, e.Aliases...) {
			key := foldForm(text)
			if o, ok := owner[key]; ok && o != g {
				shared[key] = true
			}
			owner[key] = g
		}
	}
	for g, e := range doc.Entities {
		seen := make(map[string]bool)
		for _, text := range append([]string{e.Name}, e.Aliases...) {
			key := foldForm(text)
			if key == "" || shared[key] || seen[key] {
				continue
			}
			seen[key] = true
			form := goldForm{gold: g, text: text, places: index[key]}
			if len(form.places) == 0 {
				form.places = c.byPart(index, names, key, entity.Type(e.Type))
			}
			for _, f := range form.places {
				c.inside[f] = append(c.inside[f], len(c.forms))
			}
			c.forms = append(c.forms, form)
		}
	}
	return c
}

// foldForm makes equal what differs in case, diacritics, marks or an article.
func foldForm(form string) string {
	words := strings.Fields(foldWords(form))
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// byPart finds the entities of a type that have a name inside a form, for what
// was found may have less of the title ("Mr Sato SC", "Peruvian government"), or
// a form with this one inside: "the Minister of Justice, Mr Sato".
func (c *clusters) byPart(index, names map[string][]int, form string, t entity.Type) []int {
	words := strings.Fields(form)
	ofType := func(all []int) (of []int) {
		for _, f := range all {
			if c.found[f].Type == t {
				of = append(of, f)
			}
		}
		return of
	}
	for n := len(words) - 1; n > 0; n-- {
		for i := len(words) - n; i >= 0; i-- {
			if t == entity.Person && i+n < len(words) && words[i+n] == "s" {
				continue // "Sato's wife"
			}
			if of := ofType(names[strings.Join(words[i:i+n], " ")]); len(of) > 0 {
				return of
			}
		}
	}
	if len(words) < 2 {
		return nil
	}
	var around []int
	for _, other := range slices.Sorted(maps.Keys(index)) {
		if strings.Contains(" "+other+" ", " "+form+" ") {
			for _, f := range ofType(index[other]) {
				if !slices.Contains(around, f) {
					around = append(around, f)
				}
			}
		}
	}
	if len(around) != 1 {
		return nil
	}
	return around
}

// own counts the forms of found entity f that gold entity g has.
func (c *clusters) own(f, g int) int {
	n := 0
	for _, i := range c.inside[f] {
		if c.forms[i].gold == g {
			n++
		}
	}
	return n
}

// score adds gold entity g to a row. A form in several found entities counts
// with what they give on average.
func (c *clusters) score(g int, row *entityScore) {
	of := 0
	for _, form := range c.forms {
		if form.gold == g {
			of++
		}
	}
	if of == 0 {
		return
	}
	whole, home := true, -1
	for _, form := range c.forms {
		if form.gold != g {
			continue
		}
		row.Forms.add(len(form.places) > 0)
		for _, f := range form.places {
			own := c.own(f, g)
			share := 1 / float64(len(form.places))
			row.precise += float64(own) / float64(len(c.inside[f])) * share
			row.recalled += float64(own) / float64(of) * share
			whole = whole && own == len(c.inside[f]) && (home < 0 || home == f)
			home = f
		}
	}
	row.Whole.add(whole && home >= 0)
}

// differences tells what is not right about gold entity g.
func (c *clusters) differences(g int) []entityDifference {
	e := c.gold.Entities[g]
	byPlace := make(map[int][]string)
	var missing []string
	for _, form := range c.forms {
		if form.gold != g {
			continue
		}
		if len(form.places) == 0 {
			missing = append(missing, form.text)
		}
		for _, f := range form.places {
			byPlace[f] = append(byPlace[f], form.text)
		}
	}
	var diffs []entityDifference
	add := func(kind string, forms []string, in int) {
		d := entityDifference{Kind: kind, Doc: c.gold.Doc, Type: e.Type, Name: e.Name, Forms: forms}
		if in >= 0 {
			d.In = c.found[in].ID
		}
		diffs = append(diffs, d)
	}
	for _, f := range slices.Sorted(maps.Keys(byPlace)) {
		if len(byPlace) > 1 {
			add("split", byPlace[f], f)
		}
		var strangers []string
		for _, i := range c.inside[f] {
			if o := c.forms[i]; o.gold != g {
				strangers = append(strangers, o.text)
			}
		}
		if len(strangers) > 0 {
			add("stranger", strangers, f)
		}
	}
	if len(missing) > 0 {
		add("missing form", missing, -1)
	}
	return diffs
}

// printEntities writes the scores of entities as a table, and what is not right.
func printEntities(w io.Writer, rows []entityScore, diffs []entityDifference) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "entities\tprecision\trecall\tF1\tforms found\texactly one\tshare\t")
	for _, r := range rows {
		fmt.Fprintf(tw, "%s\t%.3f\t%.3f\t%.3f\t%d/%d\t%d/%d\t%s\t\n", r.Type, r.Precision, r.Recall, r.f1(),
			r.Forms.Right, r.Forms.Of, r.Whole.Right, r.Whole.Of, r.Whole)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	for _, d := range diffs {
		in := ""
		if d.In != "" {
			in = "\tin " + d.In
		}
		forms := foldSpace(strings.Join(d.Forms, " | "))
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s %s\t%s%s\n", d.Kind, d.Doc, d.Type, d.Name, forms, in); err != nil {
			return err
		}
	}
	return nil
}
