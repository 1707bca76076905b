package graph_test

import (
	"fmt"
	"math/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

// A life is what a document of these tests tells of a person, in short:
// "Ines Quispe; Peru; Minister of Trade; Ines, Minister Quispe". The second
// part may be missing, and so on; "?" before the name makes it a part of one,
// "~" before the country one that is only supposed, "f" or "m" after it a gender.
func life(s string) entity.Entity {
	parts := strings.Split(s, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = append(parts, "", "", "")
	name, partial := strings.CutPrefix(parts[0], "?")
	e := entity.Entity{Ref: entity.Ref{ID: world.PersonID(name), Type: entity.Person, Name: name}, Partial: partial}
	where, gender, _ := strings.Cut(parts[1], " ")
	where, supposed := strings.CutPrefix(where, "~")
	if where != "" {
		e.Country = country(where)
	}
	if supposed {
		e.Supposed = e.Country
	}
	switch gender {
	case "f":
		e.Gender = world.Female
	case "m":
		e.Gender = world.Male
	}
	for title := range strings.SplitSeq(parts[2], ",") {
		if title = strings.TrimSpace(title); title != "" {
			e.Offices = append(e.Offices, entity.Office{Title: title, Of: e.Country, Status: "actual"})
		}
	}
	for a := range strings.SplitSeq(parts[3], ",") {
		if a = strings.TrimSpace(a); a != "" {
			e.Aliases = append(e.Aliases, a)
		}
	}
	return e
}

// lives makes documents "a", "b", ..., in each of which those named visit places
// of their own; a line "X > Y" has X meet Y too.
func lives(docs ...string) []*extract.Result {
	var results []*extract.Result
	for i, doc := range docs {
		var facts []extract.Fact
		var all []entity.Entity
		for line := range strings.SplitSeq(doc, "\n") {
			one, other, met := strings.Cut(strings.TrimSpace(line), " > ")
			e := life(one)
			all = append(all, e)
			facts = append(facts, fact(e.Ref, "visited", ref(entity.Place, fmt.Sprintf("Town %d %d", i, len(all)))))
			if met {
				o := life(other)
				all = append(all, o)
				facts = append(facts, fact(e.Ref, "met", o.Ref))
			}
		}
		results = append(results, document(string(rune('a'+i)), facts, all...))
	}
	return results
}

// who gives who made the journeys, as "a:person:x" and so on, a line each.
func who(t *testing.T, s *graph.Store) []string {
	var lines []string
	for _, f := range collect(t, s.Facts()) {
		if f.Relation == "visited" {
			lines = append(lines, f.Statements[0].Doc+" "+strings.TrimPrefix(f.Subject.ID, "person:"))
		}
	}
	slices.Sort(lines)
	return lines
}

func openWith(t testing.TB, path string, a *rules.Aliases, results ...*extract.Result) *graph.Store {
	t.Helper()
	opts := options
	opts.Aliases = a
	s, err := graph.Open(path, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	add(t, s, results...)
	return s
}

func TestPeopleOfSeveralNames(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []string
		want string // ids by document
	}{
		{"a name is left out", []string{"Josphat Ndegwa Kiprono; Kenya; Minister of Trade", "Josphat Kiprono; Kenya", "Josphat Kiprono; Kenya; Trade Minister"},
			"a josphat-kiprono, b josphat-kiprono, c josphat-kiprono"},
		{"the second surname is left out", []string{"Antonia Errázuriz Leighton; Chile; Minister of Mining", "Antonia Errázuriz; Chile", "Antonia Errazuriz Leighton"},
			"a antonia-errazuriz-leighton, b antonia-errazuriz-leighton, c antonia-errazuriz-leighton"},
		{"between given and family name", []string{"Mahmoud Abdel-Rahim Shawky; Egypt; Governor", "Mahmoud Shawky; Egypt; Governor"},
			"a mahmoud-abdel-rahim-shawky, b mahmoud-abdel-rahim-shawky"},
		{"short given name, initial and suffix", []string{"Joseph R. Farrow, Jr.; Canada; Senator", "Joe Farrow; Canada; Senator", "Joseph Farrow; Canada; Senator"},
			"a joseph-r-farrow-jr, b joseph-r-farrow-jr, c joseph-r-farrow-jr"},
		{"initials only want two signs", []string{"Kamal Ranjith Silva; Sri Lanka; Speaker", "K. R. Silva; Sri Lanka; Speaker"},
			"a kamal-ranjith-silva, b kamal-ranjith-silva"},
		{"initials only have one", []string{"Kamal Ranjith Silva; Fiji; Speaker", "K. R. Silva; ; Speaker"},
			"a kamal-ranjith-silva, b k-r-silva"},
		{"spellings of Korean names", []string{"Park Ji-hwan; South Korea; Minister", "Ji-hwan Park; South Korea", "Park Jihwan; South Korea; Minister", "Park Ji Hwan; South Korea"},
			"a park-ji-hwan, b park-ji-hwan, c park-ji-hwan, d park-ji-hwan"},
		{"spellings of Arabic names", []string{"Mohamed Al-Kaabi; Bahrain", "Muhammad el-Kaabi", "Mohammed Al Kaabi"},
			"a mohammed-al-kaabi, b mohammed-al-kaabi, c mohammed-al-kaabi"},
		{"the surnames alone", []string{"Andrés Manuel López Obregón; Mexico; Governor", "López Obregón; ; Governor", "López Obregón; Mexico"},
			"a lopez-obregon, b lopez-obregon, c lopez-obregon"},
		{"another country", []string{"Antonia Errázuriz Leighton; Chile; Minister", "Antonia Errázuriz; Spain; Minister"},
			"a antonia-errazuriz-leighton, b antonia-errazuriz"},
		{"another gender", []string{"Kim Larsen Holt; Norway f; Minister", "Kim Holt; Norway m; Minister"}, "a kim-larsen-holt, b kim-holt"},
		{"the surname alone", []string{"Josphat Kiprono; Kenya; Minister", "Samuel Kiprono; Kenya; Minister"}, "a josphat-kiprono, b samuel-kiprono"},
		{"nothing is known", []string{"Josphat Ndegwa Kiprono", "Josphat Kiprono"}, "a josphat-ndegwa-kiprono, b josphat-kiprono"},
		{"two fit", []string{"Josphat Ndegwa Kiprono; Kenya; Minister", "Josphat Barasa Kiprono; Kenya; Minister", "Josphat Kiprono; Kenya; Minister"},
			"a josphat-ndegwa-kiprono, b josphat-barasa-kiprono, c josphat-kiprono"},
		{"middle initials differ", []string{"Anna K. Holm; Sweden; Minister", "Anna B. Holm; Sweden; Minister"}, "a anna-k-holm, b anna-b-holm"},
		{"one man, not father and son", []string{"Rui Costa Mendes Jr.; Angola; Minister\nRui Costa Mendes; Angola; Minister"}, "a rui-costa-mendes-jr, a rui-costa-mendes-jr"},
		{"father and son of two offices", []string{"Rui Costa Mendes Jr.; Angola; Author\nRui Costa Mendes; Angola; Minister"}, "a rui-costa-mendes, a rui-costa-mendes-jr"},
		{"son or not", []string{"Rui Costa Mendes Jr.; ; Author", "Rui Costa Mendes; Angola; Minister"}, "a rui-costa-mendes-jr, b rui-costa-mendes"},
		{"they met", []string{"Josphat Ndegwa Kiprono; Kenya; Minister > Josphat Kiprono; Kenya; Minister", "Josphat Kiprono; Kenya; Minister"},
			"a josphat-ndegwa-kiprono, b josphat-kiprono"},
		{"a Vietnamese given name is not left out", []string{"Nguyễn Minh Châu; Vietnam; Minister", "Nguyễn Minh; Vietnam; Minister"},
			"a nguyen-minh-chau, b nguyen-minh"},
		{"namesakes of two countries", []string{"John Farrow; Australia; Prime Minister", "John Farrow; Canada; Ambassador", "John Farrow; Australia", "John Farrow; ; Ambassador", "John Farrow"},
			"a john-farrow, b john-farrow.canada, c john-farrow, d john-farrow.canada, e john-farrow"},
		{"a country that is only supposed", []string{"John Farrow; Australia; Prime Minister", "John Farrow; ~Canada; President", "John Farrow; ~Canada; President"},
			"a john-farrow, b john-farrow, c john-farrow"},
		{"a country that is misread once", []string{"John Farrow; Australia; Prime Minister", "John Farrow; Australia; Prime Minister", "John Farrow; Japan; Prime Minister"},
			"a john-farrow, b john-farrow, c john-farrow"},
		{"parts of a name", []string{"Josphat Ndegwa Kiprono; Kenya; Trade Minister", "?Kiprono; ; Minister of Trade", "?Kiprono; Kenya", "?Kiprono; Uganda; Minister", "?Kiprono", "Ezra Kiprono; Uganda; Pastor"},
			"a josphat-ndegwa-kiprono, b josphat-ndegwa-kiprono, c josphat-ndegwa-kiprono, d kiprono, e kiprono, f ezra-kiprono"},
		{"strangers with one part of a name", []string{"?Silva; Brazil; Minister", "?Silva; Angola; Governor"}, "a silva.brazil, b silva"},
		{"part of a name that documents vary", []string{"Joe Farrow; Canada; Senator", "Joseph Farrow; Canada; Senator", "?Farrow; Canada; Senator"},
			"a joseph-farrow, b joseph-farrow, c joseph-farrow"},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs := lives(test.docs...)
			for range 4 {
				s := open(t, "", docs...)
				if got := strings.Join(who(t, s), ", "); got != test.want {
					t.Fatalf("got  %s\nwant %s", got, test.want)
				}
				rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			}
		})
	}
}

func TestBodiesOfCountries(t *testing.T) {
	ministry := ref(entity.Organization, "Ministry of Foreign Affairs")
	doc := func(id, of string) *extract.Result {
		spokesman := life("Spokesman of " + id)
		var others []entity.Entity
		if of != "" {
			spokesman.Country = country(of)
			spokesman.Offices = []entity.Office{{Title: "Spokesperson", Of: ministry, Status: "actual"}}
			others = append(others, spokesman)
		}
		return document(id, []extract.Fact{fact(ministry, "praised", country("Fiji"))}, others...)
	}
	s := open(t, "", doc("a", "Peru"), doc("b", "Chile"), doc("c", ""), doc("d", "Peru"))
	var got []string
	for _, f := range collect(t, s.Facts()) {
		for _, st := range f.Statements {
			got = append(got, st.Doc+" "+f.Subject.ID)
		}
	}
	slices.Sort(got)
	want := []string{"a org:ministry-of-foreign-affairs.peru", "b org:ministry-of-foreign-affairs.chile", "c org:ministry-of-foreign-affairs", "d org:ministry-of-foreign-affairs.peru"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	var facts []extract.Fact
	for _, name := range []string{"Supreme Court of Peru", "Peruvian Supreme Court", "Supreme Court of Chile", "Supreme Court"} {
		facts = append(facts, fact(ref(entity.Organization, name), "praised", country("Fiji"), at(100*len(facts))))
	}
	add(t, s, document("e", facts))
	for name, id := range map[string]string{"Peruvian Supreme Court": "org:supreme-court-of-peru", "Supreme Court of Chile": "org:supreme-court-of-chile", "org:supreme-court": "org:supreme-court"} {
		if e, err := s.Find(name); err != nil || e.ID != id && e.ID != "org:peruvian-supreme-court" {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
	x, err := s.Explain("org:ministry-of-foreign-affairs")
	if err != nil || len(x) != 1 || len(x[0].Apart) != 2 || !slices.Equal(x[0].Documents, []string{"c"}) {
		t.Errorf("%+v, %v", x, err)
	}
}

var overruled = &rules.Aliases{
	Same:      [][]string{{"Josphat Kiprono", "J. Barasa"}, {"Burmese Army", "org:tatmadaw"}},
	Different: [][]string{{"Joe Farrow", "Joseph Farrow"}, {"Ana Paz", "Paz"}},
	Labels:    []rules.KeyValue{{Key: "J. Barasa", Value: "Josphat Kiprono Barasa"}},
}

func overruledDocs() []*extract.Result {
	docs := lives("Josphat Kiprono; Kenya", "J. Barasa; Uganda", "Joe Farrow; Canada; Senator", "Joseph Farrow; Canada; Senator", "Ana Paz; Bolivia; Minister", "?Paz; Bolivia; Minister")
	return append(docs, document("o", []extract.Fact{fact(ref(entity.Organization, "Burmese Army"), "praised", ref(entity.Organization, "Tatmadaw"))}))
}

func TestAliases(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	want := "a josphat-kiprono, b josphat-kiprono, c joe-farrow, d joseph-farrow, e ana-paz, f paz"
	check := func(s *graph.Store) {
		t.Helper()
		if got := strings.Join(who(t, s), ", "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if e, err := s.Find("person:josphat-kiprono"); err != nil || e.Name != "Josphat Kiprono Barasa" || !slices.Equal(e.Aliases, []string{"J. Barasa", "Josphat Kiprono"}) {
			t.Errorf("%+v, %v", e, err)
		}
		if e, err := s.Find("Tatmadaw"); err != nil || !slices.Contains(append(e.Aliases, e.Name), "Burmese Army") {
			t.Errorf("%+v, %v", e, err)
		}
	}
	memory := openWith(t, "", overruled, overruledDocs()...)
	check(memory)
	file := openWith(t, path, overruled, overruledDocs()...)
	check(file)
	if stored, err := graph.ScanCayley(file); err != nil || !slices.Equal(stored, quads(t, memory)) {
		t.Errorf("file and memory differ: %v", err)
	}
	file.Close()
	for _, a := range []*rules.Aliases{nil, overruled} { // the file remembers
		s := openWith(t, path, a)
		check(s)
		s.Close()
	}
	s, err := graph.Open(path, graph.Options{ReadOnly: true, Aliases: &rules.Aliases{}})
	if err != nil {
		t.Fatal(err)
	}
	plain := quads(t, open(t, "", overruledDocs()...))
	if stored, err := graph.ScanCayley(s); err != nil || !slices.Equal(stored, plain) {
		t.Errorf("other aliases for reading: %v", err)
	}
	s.Close()
	s = openWith(t, path, &rules.Aliases{})
	if stored, err := graph.ScanCayley(s); err != nil || !slices.Equal(stored, plain) {
		t.Errorf("other aliases for writing: %v", err)
	}
}

func TestExplain(t *testing.T) {
	s := open(t, "", lives("Josphat Ndegwa Kiprono; Kenya; Trade Minister", "Josphat Kiprono; Kenya; Minister of Trade", "?Kiprono; Kenya", "?Kiprono; Peru", "Josphat Kiprono; Kenya", "Josphat Barasa; Kenya", "Josphat Ndegwa Kiprono; Fiji; Bishop")...)
	xs, err := s.Explain("Josphat Kiprono")
	if err != nil || len(xs) != 1 {
		t.Fatalf("%+v, %v", xs, err)
	}
	x := xs[0]
	var got []string
	got = append(got, x.Name, strings.Join(x.Aliases, ", "), strings.Join(x.Documents, " "))
	for _, o := range x.Offices {
		got = append(got, o.String()+" "+fmt.Sprint(o.Docs))
	}
	for _, m := range x.Merges {
		got = append(got, fmt.Sprintf("+ %s %s: %s", m.Doc, m.From.ID, m.Reason))
	}
	for _, a := range x.Apart {
		got = append(got, fmt.Sprintf("- %s: %s %v", a.ID, a.Reason, a.Docs))
	}
	want := []string{
		"Josphat Kiprono", "Josphat Ndegwa Kiprono, Kiprono", "a b c e",
		"Minister of Trade of Kenya [b]", "Trade Minister of Kenya [a]",
		"+  person:josphat-ndegwa-kiprono.kenya: one name contains the other, the country (Kenya) agrees, the office (Minister of Trade) agrees",
		`+ c person:kiprono: "Kiprono" is part of the name, the country (Kenya) agrees, and nobody else fits`,
		"- person:josphat-ndegwa-kiprono: the countries differ (Fiji, Kenya) []",
		"- person:kiprono: the countries differ (Kenya, Peru) [d]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, name := range []string{"person:kiprono", "Josphat Barasa"} {
		if x, err := s.Explain(name); err != nil || len(x) != 1 || len(x[0].Documents) != 1 {
			t.Errorf("%s: %+v, %v", name, x, err)
		}
	}
	if x, err := s.Explain("kiprono"); err != nil || len(x) != 2 { // one knows it as an alias
		t.Errorf("%+v, %v", x, err)
	}
	if _, err := s.Explain("Nobody"); err == nil {
		t.Error("nobody is explained")
	}
}
