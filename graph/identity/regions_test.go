package identity_test

import (
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// saying makes a fact with the sentence behind it.
func saying(f extract.Fact, text string) extract.Fact {
	f.Evidence.Text = text
	return f
}

func TestBodiesBesideCountries(t *testing.T) {
	bank := ref(entity.Organization, "First National Bank")
	firm := ref(entity.Organization, "Kestrel Motors")
	praised := func(doc string, who entity.Ref, text string) identity.Document {
		return document(doc, []extract.Fact{saying(fact(who, "praised", country("Fiji")), text)})
	}
	docs := []identity.Document{
		praised("a", bank, "The First National Bank in Algeria praised Fiji."),
		praised("b", bank, "Kenya’s First National Bank praised Fiji."),
		praised("c", bank, "The First National Bank praised Fiji."),
		praised("d", firm, "Kestrel Motors in Kenya praised Fiji."),
	}
	in := identity.Resolve(docs, nil)
	for _, want := range [][2]string{
		{"a", "org:first-national-bank.algeria"}, {"b", "org:first-national-bank.kenya"},
		{"c", "org:first-national-bank"}, {"d", "org:kestrel-motors"},
	} {
		for _, d := range docs {
			if d.ID == want[0] && in.ID(d.ID, d.Facts[0].Subject.ID) != want[1] {
				t.Errorf("%s: got %s, want %s", d.ID, in.ID(d.ID, d.Facts[0].Subject.ID), want[1])
			}
		}
	}
}

func TestPlacesInRegions(t *testing.T) {
	visited := func(doc, place, text string) identity.Document {
		return document(doc, []extract.Fact{saying(fact(life("Ana Paz").Ref, "visited", ref(entity.Place, place)), text)})
	}
	docs := []identity.Document{
		visited("a", "San José", "Paz visited San José, Costa Rica, on Monday."),
		visited("b", "San José", "Paz visited San José, California, on Monday."),
		visited("c", "Paris", "Paz visited Paris, France."), visited("d", "Paris", "Paz visited Paris."),
		visited("e", "Paris", "Paz visited Paris, Texas."), visited("f", "Paris", "Paz visited Paris, Peru and Chile."),
	}
	in := identity.Resolve(docs, nil)
	for doc, want := range map[string][2]string{
		"a": {"place:san-jose", "San José"}, "b": {"place:san-jose.california", "San José, California"},
		"c": {"place:paris", "Paris"}, "d": {"place:paris", "Paris"}, "e": {"place:paris.texas", "Paris, Texas"},
		"f": {"place:paris", "Paris"},
	} {
		if r := in.Ref(doc, docs[doc[0]-'a'].Facts[0].Object); r.ID != want[0] || r.Name != want[1] {
			t.Errorf("%s: got %s %q, want %q", doc, r.ID, r.Name, want)
		}
	}
}

func TestOfficesOfNobody(t *testing.T) {
	holds := func(doc, who, title, of string) identity.Document {
		f := fact(life(who).Ref, "holdsPosition", entity.Ref{
			ID: entity.MakeID(entity.Position, of+" "+title), Type: entity.Position, Name: title,
		})
		if of != "" {
			f.Of = country(of)
		}
		f.Doc = doc
		return document(doc, []extract.Fact{f}, life(who))
	}
	docs := []identity.Document{
		holds("a", "Ana Paz", "President", "Bolivia"), holds("b", "Ana Paz", "President", ""),
		holds("c", "Greta Holm", "President", ""), holds("d", "Ana Paz", "Professor", ""),
		holds("e", "Rui Costa", "President", "Angola"), holds("f", "Rui Costa", "President", "Bolivia"),
		holds("g", "Rui Costa", "President", ""),
	}
	in := identity.Resolve(docs, nil)
	for doc, want := range map[string][2]string{
		"a": {"position:bolivia-president", "country:bolivia"}, "b": {"position:bolivia-president", "country:bolivia"},
		"c": {"position:president.greta-holm", ""}, "d": {"position:professor.ana-paz", ""},
		"g": {"position:president.rui-costa", ""},
	} {
		office, owner := in.Office(&docs[doc[0]-'a'].Facts[0])
		if office.ID != want[0] || owner.ID != want[1] {
			t.Errorf("%s: got %s of %q, want %q", doc, office.ID, owner.ID, want)
		}
	}
}
