package identity_test

import (
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

func TestUnnamed(t *testing.T) {
	signed := func(doc, what, date string, parties ...string) identity.Document {
		var facts []extract.Fact
		for _, p := range parties {
			f := fact(country(p), "signed", ref(entity.Agreement, what))
			f.Date = date
			facts = append(facts, f)
		}
		return document(doc, facts)
	}
	attended := func(doc, what, date, who string) identity.Document {
		f := fact(life(who).Ref, "attended", ref(entity.Event, what))
		f.Date = date
		return document(doc, []extract.Fact{f}, life(who))
	}
	docs := []identity.Document{
		signed("a", "MoU on fisheries", "2025-03-04", "Kenya", "Peru"),
		signed("b", "MoU on fisheries", "2025-03-04", "Peru", "Kenya"),
		signed("c", "MoU on fisheries", "2025-03", "Kenya", "Peru"),
		signed("d", "MoU on fisheries", "", "Chile"),
		signed("e", "Lima Accord", "", "Chile"),
		signed("f", "Lima Accord", "2025-03-04", "Peru", "Kenya"),
		signed("g", "Free Trade Agreement", "2025", "Peru", "Kenya", "Chile", "Fiji"),
		attended("h", "opening ceremony", "2025-03-04", "Ana Paz; Bolivia"),
		attended("i", "opening ceremony", "2025-03-05", "Ana Paz; Bolivia"),
		attended("j", "Group of 20 summit", "", "Ana Paz; Bolivia"),
	}
	in := identity.Resolve(docs, nil)
	for doc, want := range map[string][2]string{
		"a": {"agreement:mou-on-fisheries.kenya.peru.2025-03-04", "MoU on fisheries, Kenya and Peru, 2025-03-04"},
		"b": {"agreement:mou-on-fisheries.kenya.peru.2025-03-04", "MoU on fisheries, Kenya and Peru, 2025-03-04"},
		"c": {"agreement:mou-on-fisheries.kenya.peru.2025-03.c", "MoU on fisheries, Kenya and Peru, 2025-03"},
		"d": {"agreement:mou-on-fisheries.chile.d", "MoU on fisheries, Chile"},
		"e": {"agreement:lima-accord", "Lima Accord"},
		"f": {"agreement:lima-accord", "Lima Accord"},
		"g": {"agreement:free-trade-agreement.2025.g", "Free Trade Agreement, Chile, Fiji and 2 others, 2025"},
		"h": {"event:opening-ceremony.ana-paz.2025-03-04", "opening ceremony, Ana Paz, 2025-03-04"},
		"i": {"event:opening-ceremony.ana-paz.2025-03-05", "opening ceremony, Ana Paz, 2025-03-05"},
		"j": {"event:group-of-20-summit", "Group of 20 summit"},
	} {
		i := slices.IndexFunc(docs, func(d identity.Document) bool { return d.ID == doc })
		if r := in.Ref(doc, docs[i].Facts[0].Object); r.ID != want[0] || r.Name != want[1] {
			t.Errorf("%s: got %s %q, want %q", doc, r.ID, r.Name, want)
		}
	}
	if e, _ := in.Entity("agreement:mou-on-fisheries.chile.d"); !slices.Equal(e.Aliases, []string{"MoU on fisheries"}) {
		t.Errorf("%+v", e)
	}
}
