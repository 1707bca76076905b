package graph_test

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract"
)

func TestFactsMerge(t *testing.T) {
	ada, bo, cy := person("Ada Nkemelu"), person("Bo Lindqvist"), person("Cy Farouk")
	for _, test := range []struct {
		name string
		docs []*extract.Result
		want []string
	}{
		{"one fact of three documents, either way round", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(bo, "met", ada, on("2025-03-01"))}),
			document("c", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 [a b c]"}},
		{"two dates, none fits better", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-01-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-02-01"))}),
			document("c", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{
			"Ada Nkemelu met Bo Lindqvist 2025-01-01 [a]", "Ada Nkemelu met Bo Lindqvist 2025-02-01 [b]",
			"Ada Nkemelu met Bo Lindqvist [c]",
		}},
		{"two dates, one in the same text, one just before another", []*extract.Result{ // all are of 2025-03-01
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-01-01")), fact(ada, "met", bo, at(90))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-02-27"))}),
			document("c", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{
			"Ada Nkemelu met Bo Lindqvist 2025-01-01 [a]", "Ada Nkemelu met Bo Lindqvist 2025-02-27 [b c]",
		}},
		{"told before it happened", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-04-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-04-01 [a]", "Ada Nkemelu met Bo Lindqvist [b]"}},
		{"with somebody else", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "agreesOn", bo, on("2025-02-01"), with("Peru"))}),
			document("b", []extract.Fact{fact(ada, "agreesOn", bo, with("Chile"))}),
			document("c", []extract.Fact{fact(ada, "agreesOn", bo, with("Chile", "Peru"))}),
		}, []string{"Ada Nkemelu agreesOn Bo Lindqvist 2025-02-01 [a c]", "Ada Nkemelu agreesOn Bo Lindqvist [b]"}},
		{"a country and its city", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"), in("Lima"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, func(f *extract.Fact) { f.Place = country("Peru") })}),
			document("c", []extract.Fact{fact(ada, "met", bo, func(f *extract.Fact) { f.Place = country("Chile") })}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 Lima [a b]", "Ada Nkemelu met Bo Lindqvist Chile [c]"}},
		{"less exact", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-03"))}),
			document("c", []extract.Fact{fact(ada, "met", bo, on("2024"))}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2024 [c]", "Ada Nkemelu met Bo Lindqvist 2025-03-01 [a b]"}},
		{"another place", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"), in("Lima"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, in("Oslo"))}),
			document("c", []extract.Fact{fact(ada, "met", bo, in("Lima"))}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 Lima [a c]", "Ada Nkemelu met Bo Lindqvist Oslo [b]"}},
		{"status and direction tell apart", []*extract.Result{
			document("a", []extract.Fact{
				fact(ada, "met", bo), fact(ada, "met", bo, as(extract.Planned), at(90)),
				fact(ada, "received", bo), fact(bo, "received", ada), fact(ada, "met", cy),
			}),
		}, []string{
			"Ada Nkemelu met Bo Lindqvist [a]", "Ada Nkemelu met Bo Lindqvist planned [a]",
			"Ada Nkemelu met Cy Farouk [a]", "Ada Nkemelu received Bo Lindqvist [a]",
			"Bo Lindqvist received Ada Nkemelu [a]",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := shown(t, open(t, "", test.docs...)); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	results := world(1, 40)
	want := quads(t, open(t, "", results...))
	for range 5 {
		rand.Shuffle(len(results), func(i, j int) { results[i], results[j] = results[j], results[i] })
		s := open(t, "", results[:20]...)
		add(t, s, results[20:]...)
		if got := quads(t, s); !slices.Equal(got, want) {
			t.Fatal("another order gives another graph")
		}
	}
}
