package identity_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

func TestPeopleOfSeveralNames(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []string
		want string // ids by document
	}{
		{"a name is left out", []string{
			"Josphat Ndegwa Kiprono; Kenya; Minister of Trade", "Josphat Kiprono; Kenya",
			"Josphat Kiprono; Kenya; Trade Minister",
		}, "a josphat-kiprono, b josphat-kiprono, c josphat-kiprono"},
		{"the second surname is left out", []string{
			"Antonia Errázuriz Leighton; Chile; Minister of Mining", "Antonia Errázuriz; Chile",
			"Antonia Errazuriz Leighton",
		}, "a antonia-errazuriz-leighton, b antonia-errazuriz-leighton, c antonia-errazuriz-leighton"},
		{"between given and family name", []string{
			"Mahmoud Abdel-Rahim Shawky; Egypt; Governor", "Mahmoud Shawky; Egypt; Governor",
		}, "a mahmoud-abdel-rahim-shawky, b mahmoud-abdel-rahim-shawky"},
		{"short given name, initial and suffix", []string{
			"Joseph R. Farrow, Jr.; Canada; Senator", "Joe Farrow; Canada; Senator", "Joseph Farrow; Canada; Senator",
		}, "a joseph-r-farrow-jr, b joseph-r-farrow-jr, c joseph-r-farrow-jr"},
		{"initials only want two signs", []string{
			"Kamal Ranjith Silva; Sri Lanka; Speaker", "K. R. Silva; Sri Lanka; Speaker",
		}, "a kamal-ranjith-silva, b kamal-ranjith-silva"},
		{"initials only have one", []string{"Kamal Ranjith Silva; Fiji; Speaker", "K. R. Silva; ; Speaker"},
			"a kamal-ranjith-silva, b k-r-silva"},
		{"spellings of Korean names", []string{
			"Park Ji-hwan; South Korea; Minister", "Ji-hwan Park; South Korea", "Park Jihwan; South Korea; Minister",
			"Park Ji Hwan; South Korea",
		}, "a park-ji-hwan, b park-ji-hwan, c park-ji-hwan, d park-ji-hwan"},
		{"spellings of Arabic names", []string{"Mohamed Al-Kaabi; Bahrain", "Muhammad el-Kaabi", "Mohammed Al Kaabi"},
			"a mohammed-al-kaabi, b mohammed-al-kaabi, c mohammed-al-kaabi"},
		{"the surnames alone", []string{
			"Andrés Manuel López Obregón; Mexico; Governor", "López Obregón; ; Governor", "López Obregón; Mexico",
		}, "a lopez-obregon, b lopez-obregon, c lopez-obregon"},
		{"another country", []string{"Antonia Errázuriz Leighton; Chile; Minister", "Antonia Errázuriz; Spain; Minister"},
			"a antonia-errazuriz-leighton, b antonia-errazuriz"},
		{"another gender", []string{
			"Kim Larsen Holt; Norway f; Minister", "Kim Holt; Norway m; Minister",
		}, "a kim-larsen-holt, b kim-holt"},
		{"the surname alone", []string{
			"Josphat Kiprono; Kenya; Minister", "Samuel Kiprono; Kenya; Minister",
		}, "a josphat-kiprono, b samuel-kiprono"},
		{"nothing is known", []string{
			"Josphat Ndegwa Kiprono", "Josphat Kiprono",
		}, "a josphat-ndegwa-kiprono, b josphat-kiprono"},
		{"two fit", []string{
			"Josphat Ndegwa Kiprono; Kenya; Minister", "Josphat Barasa Kiprono; Kenya; Minister",
			"Josphat Kiprono; Kenya; Minister",
		}, "a josphat-ndegwa-kiprono, b josphat-barasa-kiprono, c josphat-kiprono"},
		{"middle initials differ", []string{
			"Anna K. Holm; Sweden; Minister", "Anna B. Holm; Sweden; Minister",
		}, "a anna-k-holm, b anna-b-holm"},
		{"one man, not father and son", []string{
			"Rui Costa Mendes Jr.; Angola; Minister\nRui Costa Mendes; Angola; Minister",
		}, "a rui-costa-mendes-jr, a rui-costa-mendes-jr"},
		{"father and son of two offices", []string{
			"Rui Costa Mendes Jr.; Angola; Author\nRui Costa Mendes; Angola; Minister",
		}, "a rui-costa-mendes, a rui-costa-mendes-jr"},
		{"son or not", []string{
			"Rui Costa Mendes Jr.; ; Author", "Rui Costa Mendes; Angola; Minister",
		}, "a rui-costa-mendes-jr, b rui-costa-mendes"},
		{"they met", []string{
			"Josphat Ndegwa Kiprono; Kenya; Minister > Josphat Kiprono; Kenya; Minister",
			"Josphat Kiprono; Kenya; Minister",
		}, "a josphat-ndegwa-kiprono, b josphat-kiprono"},
		{"a Vietnamese given name is not left out", []string{
			"Nguyễn Minh Châu; Vietnam; Minister", "Nguyễn Minh; Vietnam; Minister",
		}, "a nguyen-minh-chau, b nguyen-minh"},
		{"transliterations", []string{
			"Nimali Disanayaka; Sri Lanka; Auditor General", "Nimali Dissanayake; Sri Lanka; Auditor General",
		}, "a nimali-dissanayake, b nimali-dissanayake"},
		{"a misprint", []string{
			"Inés Quispetupa; Peru; Minister of Mining", "Inés Quispetupa; Peru", "Inés Quispetuqa; Peru; Minister of Mining",
			"Inés Quispteupa; Peru; Minister of Mining",
		}, "a ines-quispetupa, b ines-quispetupa, c ines-quispetupa, d ines-quispetupa"},
		{"another letter, and too little in common", []string{
			"Inés Quispetupa; Peru", "Inés Quispetuca; Peru; Painter",
		}, "a ines-quispetupa, b ines-quispetuca"},
		{"another vowel is another name", []string{
			"Philip Barton; ; Envoy", "Philip Burton; ; Bishop",
		}, "a philip-barton, b philip-burton"},
		{"short words have no misprints", []string{
			"Kim Jong Un; North Korea; Leader", "Kim Jong Il; North Korea; Leader", "Kim Jong Un; North Korea; Leader",
		}, "a kim-jong-un, b kim-jong-il, c kim-jong-un"},
		{"given names of a man and a woman", []string{
			"Daniel Quispetupa; Peru; Minister of Mining", "Daniela Quispetupa; Peru; Minister of Mining",
		}, "a daniel-quispetupa, b daniela-quispetupa"},
		{"initials and a word before the name", []string{
			"Ranjani Wickrama; Kenya; Auditor General", "U. G. Ranjani Wickrama; Kenya; Auditor General",
			"Petitioner Ranjani Wickrama; Kenya; Auditor General", "Ranjani Wickrama; Kenya",
		}, "a ranjani-wickrama, b ranjani-wickrama, c ranjani-wickrama, d ranjani-wickrama"},
		{"a part of a name that its document spells otherwise", []string{
			"Josphat Kiprono; Kenya; Minister\n?Kipronoh; Kenya; Minister", "Josphat Kipronoh; Kenya; Minister",
			"Josphat Kiprono; Kenya; Minister",
		}, "a josphat-kiprono, a josphat-kiprono, b josphat-kiprono, c josphat-kiprono"},
		{"a town before the name", []string{
			"Ranjani Wickrama; Kenya", "Ranjani Wickrama; Kenya; Auditor General", "Nairobi Ranjani Wickrama; ; Auditor General",
		}, "a ranjani-wickrama, b ranjani-wickrama, c ranjani-wickrama"},
		{"initials of many", []string{
			"R. K. E. P. de Silva; Fiji; Director", "Raja de Silva; Fiji; Judge", "Rukmal de Silva; Fiji; Author",
		}, "a r-k-e-p-de-silva, b raja-de-silva, c rukmal-de-silva"},
		{"namesakes of two countries", []string{
			"John Farrow; Australia; Prime Minister", "John Farrow; Canada; Ambassador", "John Farrow; Australia",
			"John Farrow; ; Ambassador", "John Farrow",
		}, "a john-farrow, b john-farrow.canada, c john-farrow, d john-farrow.canada, e john-farrow"},
		{"a country that is only supposed", []string{
			"John Farrow; Australia; Prime Minister", "John Farrow; ~Canada; President",
			"John Farrow; ~Canada; President",
		}, "a john-farrow, b john-farrow, c john-farrow"},
		{"a country that is misread once", []string{
			"John Farrow; Australia; Prime Minister", "John Farrow; Australia; Prime Minister",
			"John Farrow; Japan; Prime Minister",
		}, "a john-farrow, b john-farrow, c john-farrow"},
		{"parts of a name", []string{
			"Josphat Ndegwa Kiprono; Kenya; Trade Minister", "?Kiprono; ; Minister of Trade", "?Kiprono; Kenya",
			"?Kiprono; Uganda; Minister", "?Kiprono", "Ezra Kiprono; Uganda; Pastor",
		}, "a josphat-ndegwa-kiprono, b josphat-ndegwa-kiprono, " +
			"c josphat-ndegwa-kiprono, d kiprono, e kiprono.e, f ezra-kiprono"},
		{"strangers with one part of a name", []string{
			"?Silva; Brazil; Minister", "?Silva; Angola; Governor",
		}, "a silva.brazil, b silva"},
		{"strangers with a part of a name of several", []string{
			"?Silva; Brazil; Judge", "?Silva; Brazil; Inspector", "?Silva; Brazil; Inspector",
			"Ana Silva; Chile; Author", "Rui Silva; Peru; Author",
		}, "a silva.a, b silva, c silva, d ana-silva, e rui-silva"},
		{"part of a name that documents vary", []string{
			"Joe Farrow; Canada; Senator", "Joseph Farrow; Canada; Senator", "?Farrow; Canada; Senator",
		}, "a joseph-farrow, b joseph-farrow, c joseph-farrow"},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs := lives(test.docs...)
			for range 4 {
				if got := who(identity.Resolve(docs, nil), docs); got != test.want {
					t.Fatalf("got  %s\nwant %s", got, test.want)
				}
				rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			}
		})
	}
}

func TestPartsOfNames(t *testing.T) {
	a := "Hara Kenji; Japan m; Prime Minister > Inés Quispe"
	for _, test := range []struct {
		name string
		docs []string
		want string // who met Inés Quispe in document b
	}{
		{"country agrees", []string{a, "?Hara; Japan > Inés Quispe"}, "hara-kenji"},
		{"office agrees", []string{a, "?Hara; ; Prime Minister > Inés Quispe"}, "hara-kenji"},
		{"country differs", []string{a, "?Hara; Peru; Prime Minister > Inés Quispe"}, "hara"},
		{"nothing known", []string{a, "?Hara > Inés Quispe"}, "hara"},
		{"two fit", []string{a, "?Hara; Japan > Inés Quispe", "Hara Yuko; Japan > Inés Quispe"}, "hara"},
		{"the document tells them apart", []string{
			a, "?Hara; Japan > Inés Quispe\nHara Kenji; Japan m; Prime Minister",
		}, "hara"},
		{"gender differs", []string{a, "?Hara; Japan f > Inés Quispe"}, "hara"},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs := lives(test.docs...)
			for range 5 {
				rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
				in := identity.Resolve(docs, nil)
				if got := in.ID("b", "person:hara"); got != "person:"+test.want {
					t.Errorf("got %s, want %s", got, test.want)
				}
				merges := in.Merges()
				if joined := test.want == "hara-kenji"; joined != (len(merges) == 1) {
					t.Errorf("merges: %+v", merges)
				} else if joined && (merges[0].Reason == "" || merges[0].Into.Name != "Hara Kenji") {
					t.Errorf("merge: %+v", merges[0])
				}
			}
		})
	}
}

func TestLabel(t *testing.T) {
	named := func(id, name string, aliases ...string) identity.Document {
		r := entity.Ref{ID: "person:tran-lan", Type: entity.Person, Name: name}
		return document(id, []extract.Fact{fact(r, "visited", country("Chile"))}, entity.Entity{Ref: r, Aliases: aliases})
	}
	docs := []identity.Document{
		named("a", "Tran Lan"), named("b", "Trần Lan", "Lan"), named("c", "Trần Lan"), named("d", "Lan Tran"),
	}
	e, ok := identity.Resolve(docs, nil).Entity("person:tran-lan")
	if !ok {
		t.Fatal("she is not there")
	}
	if want := []string{"Lan", "Lan Tran", "Tran Lan"}; e.Name != "Trần Lan" || !slices.Equal(e.Aliases, want) {
		t.Errorf("got %q %q", e.Name, e.Aliases)
	}
}

func TestBodiesOfCountries(t *testing.T) {
	ministry := ref(entity.Organization, "Ministry of Foreign Affairs")
	doc := func(id, of string) identity.Document {
		spokesman := life("Spokesman of " + id)
		var others []entity.Entity
		if of != "" {
			spokesman.Country = country(of)
			spokesman.Offices = []entity.Office{{Title: "Spokesperson", Of: ministry, Status: "actual"}}
			others = append(others, spokesman)
		}
		return document(id, []extract.Fact{fact(ministry, "praised", country("Fiji"))}, others...)
	}
	docs := []identity.Document{doc("a", "Peru"), doc("b", "Chile"), doc("c", ""), doc("d", "Peru")}
	in := identity.Resolve(docs, nil)
	for doc, want := range map[string]string{
		"a": "org:ministry-of-foreign-affairs.peru", "b": "org:ministry-of-foreign-affairs.chile",
		"c": "org:ministry-of-foreign-affairs", "d": "org:ministry-of-foreign-affairs.peru",
	} {
		if got := in.ID(doc, ministry.ID); got != want {
			t.Errorf("%s: got %s, want %s", doc, got, want)
		}
	}
	var facts []extract.Fact
	courts := []string{"Supreme Court of Peru", "Peruvian Supreme Court", "Supreme Court of Chile", "Supreme Court"}
	for _, name := range courts {
		facts = append(facts, fact(ref(entity.Organization, name), "praised", country("Fiji")))
	}
	in = identity.Resolve(append(docs, document("e", facts)), nil)
	ids := map[string]string{}
	for _, name := range courts {
		ids[name] = in.ID("e", ref(entity.Organization, name).ID)
	}
	peru, chile, none := ids[courts[0]], ids[courts[2]], ids[courts[3]]
	if ids[courts[1]] != peru || peru == chile || chile != "org:supreme-court-of-chile" || none != "org:supreme-court" {
		t.Errorf("got %v", ids)
	}
	x := in.Explain("org:ministry-of-foreign-affairs")
	if x == nil || len(x.Apart) != 2 || !slices.Equal(x.Documents, []string{"c"}) {
		t.Errorf("%+v", x)
	}
}

func TestAliases(t *testing.T) {
	aliases := &rules.Aliases{
		Same:      [][]string{{"Josphat Kiprono", "J. Barasa"}, {"Burmese Army", "org:tatmadaw"}},
		Different: [][]string{{"Joe Farrow", "Joseph Farrow"}, {"Ana Paz", "Paz"}},
		Labels:    []rules.KeyValue{{Key: "J. Barasa", Value: "Josphat Kiprono Barasa"}},
		Names:     []rules.Named{{Name: "Ana Paz"}, {Name: "Ana Pax"}, {Name: "org:tatmadaw"}, {Name: "org:tatmado"}},
	}
	docs := lives("Josphat Kiprono; Kenya", "J. Barasa; Uganda", "Joe Farrow; Canada; Senator",
		"Joseph Farrow; Canada; Senator", "Ana Paz; Bolivia; Minister", "?Paz; Bolivia; Minister")
	docs = append(docs, document("o", []extract.Fact{
		fact(ref(entity.Organization, "Burmese Army"), "praised", ref(entity.Organization, "Tatmadaw")),
	}))
	in := identity.Resolve(docs, aliases)
	want := "a josphat-kiprono, b josphat-kiprono, c joe-farrow, d joseph-farrow, e ana-paz, f paz"
	if got := who(in, docs); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	e, _ := in.Entity("person:josphat-kiprono")
	if e.Name != "Josphat Kiprono Barasa" || !slices.Equal(e.Aliases, []string{"J. Barasa", "Josphat Kiprono"}) {
		t.Errorf("%+v", e)
	}
	if e, _ := in.Entity(in.ID("o", "org:tatmadaw")); !slices.Contains(append(e.Aliases, e.Name), "Burmese Army") {
		t.Errorf("%+v", e)
	}
	unmatched := identity.Unmatched(docs, aliases)
	if len(unmatched) != 2 || unmatched[0].Name != "Ana Pax" || unmatched[1].Name != "org:tatmado" {
		t.Errorf("unmatched: %v", unmatched)
	}
}

func TestExplain(t *testing.T) {
	x := identity.Resolve(lives(
		"Josphat Ndegwa Kiprono; Kenya; Trade Minister",
		"Josphat Kiprono; Kenya; Minister of Trade",
		"?Kiprono; Kenya",
		"?Kiprono; Peru",
		"Josphat Kiprono; Kenya",
		"Josphat Barasa; Kenya",
		"Josphat Ndegwa Kiprono; Fiji; Bishop",
	), nil).Explain("person:josphat-kiprono")
	if x == nil {
		t.Fatal("he is not there")
	}
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
		"+  person:josphat-ndegwa-kiprono.kenya: one name contains the other, the country (Kenya) agrees, " +
			"the office (Minister of Trade) agrees",
		`+ c person:kiprono: "Kiprono" is part of the name, the country (Kenya) agrees, and nobody else fits`,
		"- person:josphat-ndegwa-kiprono: the countries differ (Fiji, Kenya) []",
		"- person:kiprono: the countries differ (Kenya, Peru) [d]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
