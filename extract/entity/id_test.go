package entity

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

func TestMakeID(t *testing.T) {
	for _, test := range []struct {
		typ      Type
		name, id string
	}{
		{Person, "Lương Cường", "person:luong-cuong"},
		{Country, "Côte d'Ivoire", "country:cote-divoire"},
		{Organization, "The Red Cross", "org:red-cross"},
		{Organization, "Johnson & Johnson", "org:johnson-and-johnson"},
		{Place, "Lima", "place:lima"},
		{Place, "The Hague", "place:the-hague"},
		{Event, "the 31st APEC Summit", "event:31st-apec-summit"},
		{Agreement, "Treaty on Mutual Legal Assistance", "agreement:treaty-on-mutual-legal-assistance"},
		{Position, "Prime Minister", "position:prime-minister"},
		{Area, "defence / security", "area:defence-security"},
		{Person, "習近平", "person:習近平"},
		{Place, "U.S. — Mexico border", "place:us-mexico-border"},
		{Area, "***", "area:xe22c13cd"},
	} {
		if got := MakeID(test.typ, test.name); got != test.id {
			t.Errorf("MakeID(%s, %q) = %q, want %q", test.typ, test.name, got, test.id)
		}
	}
}

func FuzzID(f *testing.F) {
	for _, s := range []string{"Lương Cường", "", "the ", "Mr.", "<a b>\\\"{}|^`", "\xff", "Tan Sri", "He", "ⓐ①½", "Dr. Jr.", "-'-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, typ := range []Type{Person, Country, Organization, Place, Event, Agreement, Position, Area} {
			checkID(t, s, MakeID(typ, s), prefixes[typ])
		}
		checkID(t, s, world.PersonID(s), "person:")
		family, given, _ := world.NameOrder(s)
		if n := len(family) + len(given); n > 0 && len(family) == 0 {
			t.Errorf("NameOrder(%q) has no family name", s)
		}
	})
}

func checkID(t *testing.T, name, id, prefix string) {
	rest, ok := strings.CutPrefix(id, prefix)
	if !ok || rest == "" || !utf8.ValidString(id) || strings.HasPrefix(rest, "-") || strings.HasSuffix(rest, "-") || strings.Contains(rest, "--") {
		t.Errorf("identifier of %q is %q", name, id)
	}
	for _, r := range rest {
		if r < utf8.RuneSelf && !(r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z') ||
			r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
			t.Errorf("identifier of %q is %q, which has %q", name, id, r)
		}
	}
}
