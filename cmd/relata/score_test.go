package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// fact makes a found fact from "relation subject|object", with further fields
// as "key=value".
func fact(statement string, fields ...string) extract.Fact {
	relation, names, _ := strings.Cut(statement, " ")
	subject, object, _ := strings.Cut(names, "|")
	f := extract.Fact{Doc: "d", Relation: relation, Status: extract.Actual,
		Subject: entity.Ref{Name: subject}, Object: entity.Ref{Name: object}}
	for _, field := range fields {
		key, value, _ := strings.Cut(field, "=")
		switch key {
		case "date":
			f.Date = value
		case "place":
			f.Place.Name = value
		case "status":
			f.Status = extract.Status(value)
		case "of":
			f.Of.Name = value
		case "evidence":
			f.Evidence.Text = value
		}
	}
	return f
}

func TestCompare(t *testing.T) {
	entities := []goldEntity{
		{Key: "lan", Name: "Phạm Thị Lan", Aliases: []string{"President Lan", "Lan"}},
		{Key: "sato", Name: "Satō Yuki", Aliases: []string{"PM Sato"}},
		{Key: "peru", Name: "Peru"},
		{Key: "us", Name: "U.S."},
		{Key: "un", Name: "UN"},
	}
	required := func(relation, subject, object string) goldFact {
		return goldFact{Relation: relation, Subject: subject, Object: object, Status: "actual"}
	}
	optional := func(g goldFact, evidence string) goldFact {
		g.Optional, g.Evidence = true, evidence
		return g
	}
	withEvidence := func(g goldFact, evidence string) goldFact {
		g.Evidence = evidence
		return g
	}
	tests := []struct {
		name                 string
		gold                 []goldFact
		found                []extract.Fact
		right, of, hit, want int
	}{
		{"any alias, folded", []goldFact{required("received", "lan", "sato")}, []extract.Fact{fact("received lan|Sato Yuki")}, 1, 1, 1, 1},
		{"direction counts", []goldFact{required("received", "lan", "sato")}, []extract.Fact{fact("received PM Sato|Lan")}, 0, 1, 0, 1},
		{"symmetric, whichever way", []goldFact{required("met", "lan", "sato")}, []extract.Fact{fact("met PM Sato|Lan")}, 1, 1, 1, 1},
		{"relation counts", []goldFact{required("met", "lan", "sato")}, []extract.Fact{fact("received Lan|PM Sato")}, 0, 1, 0, 1},
		{"symmetric both ways, once", []goldFact{required("met", "lan", "sato")},
			[]extract.Fact{fact("met Lan|PM Sato"), fact("met PM Sato|Lan")}, 1, 1, 1, 1},
		{"another wording of a matched fact", []goldFact{required("holdsPosition", "lan", "Minister of Foreign Affairs")},
			[]extract.Fact{fact("holdsPosition Lan|Minister of Foreign Affairs"), fact("holdsPosition Lan|Foreign Minister")}, 1, 1, 1, 1},
		{"repeated false alarm, once", nil, []extract.Fact{fact("met Lan|Peru"), fact("met Lan|Peru", "date=2024")}, 0, 1, 0, 0},
		{"names of countries and organisations", []goldFact{required("aided", "us", "un")},
			[]extract.Fact{fact("aided the United States of America|United Nations")}, 1, 1, 1, 1},
		{"half of the words", []goldFact{required("agreesOn", "peru", "cooperation in the training of judges")},
			[]extract.Fact{fact("agreesOn Peru|judges training")}, 1, 1, 1, 1},
		{"less than half of the words", []goldFact{required("agreesOn", "peru", "training of judges and young police officers")},
			[]extract.Fact{fact("agreesOn Peru|training of pilots")}, 0, 1, 0, 1},
		{"each found fact has one gold fact", []goldFact{required("agreesOn", "peru", "trade"), required("agreesOn", "peru", "trade fairs")},
			[]extract.Fact{fact("agreesOn Peru|trade")}, 1, 1, 1, 2},
		{"greedy order would lose one", []goldFact{required("agreesOn", "peru", "trade"), required("agreesOn", "peru", "trade fairs")},
			[]extract.Fact{fact("agreesOn Peru|trade fairs"), fact("agreesOn Peru|fairs")}, 2, 2, 2, 2},
		{"optional missed", []goldFact{optional(required("met", "lan", "sato"), "")}, nil, 0, 0, 0, 0},
		{"optional found", []goldFact{optional(required("met", "lan", "sato"), "")}, []extract.Fact{fact("met Lan|PM Sato")}, 1, 1, 0, 0},
		{"optional instead of required", []goldFact{
			withEvidence(required("agreesOn", "peru", "trade"), "Peru agreed on trade and customs"),
			optional(required("agreesOn", "peru", "customs"), "agreed on trade and customs"),
		}, []extract.Fact{fact("agreesOn Peru|customs", "evidence=On Monday Peru agreed on trade and customs.")}, 1, 1, 1, 1},
		{"optional elsewhere is none instead", []goldFact{
			withEvidence(required("agreesOn", "peru", "trade"), "Peru agreed on trade"),
			optional(required("agreesOn", "peru", "customs"), "customs would be simpler"),
		}, []extract.Fact{fact("agreesOn Peru|customs", "evidence=Later customs would be simpler.")}, 1, 1, 0, 1},
		{"required before optional", []goldFact{
			optional(required("agreesOn", "peru", "trade"), ""), required("agreesOn", "peru", "free trade"),
		}, []extract.Fact{fact("agreesOn Peru|trade")}, 1, 1, 1, 1},
		{"other document", nil, []extract.Fact{{Doc: "e", Relation: "met"}}, 0, 0, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := newGold(t, entities, tt.gold)
			rep := compare([]*goldDoc{doc}, tt.found, map[string]bool{"met": true})
			want := score{Relation: "all", Precision: ratio{tt.right, tt.of}, Recall: ratio{tt.hit, tt.want}}
			if rep.All.Precision != want.Precision || rep.All.Recall != want.Recall {
				t.Errorf("precision %v, recall %v; want %v, %v\n%+v", rep.All.Precision, rep.All.Recall, want.Precision, want.Recall, rep.Differences)
			}
		})
	}
}

func TestCompareQualifiers(t *testing.T) {
	entities := []goldEntity{{Key: "lan", Name: "Lan"}, {Key: "peru", Name: "Peru"}, {Key: "lima", Name: "Lima"}}
	gold := []goldFact{
		{Relation: "visited", Subject: "lan", Object: "peru", Status: "actual", Date: "2024-11-16"},
		{Relation: "visited", Subject: "lan", Object: "lima", Status: "actual", Place: "lima"},
		{Relation: "praised", Subject: "lan", Object: "peru", Status: "actual"},
		{Relation: "holdsPosition", Subject: "lan", Object: "President", Status: "former", Of: "peru"},
		{Relation: "holdsPosition", Subject: "lan", Object: "President", Status: "actual", Of: "peru"},
	}
	found := []extract.Fact{
		fact("visited Lan|Peru", "date=2024-11"),
		fact("visited Lan|Lima", "place=Lima"),
		fact("praised Lan|Peru", "date=2024"), // a speech act: its date is not scored
		fact("holdsPosition Lan|President", "of=Peru"),
		fact("holdsPosition Lan|President", "status=former"),
	}
	rep := compare([]*goldDoc{newGold(t, entities, gold)}, found, nil)
	all := rep.All
	if all.Date != (ratio{0, 1}) || all.Place != (ratio{1, 1}) || all.Status != (ratio{5, 5}) || all.Of != (ratio{1, 2}) {
		t.Errorf("date %v, place %v, status %v, of %v", all.Date, all.Place, all.Status, all.Of)
	}
	var kinds []string
	for _, d := range rep.Differences {
		kinds = append(kinds, d.Kind)
	}
	if !slices.Equal(kinds, []string{"of", "date"}) {
		t.Errorf("differences: %+v", rep.Differences)
	}
}

func newGold(t *testing.T, entities []goldEntity, facts []goldFact) *goldDoc {
	t.Helper()
	doc := &goldDoc{Doc: "d", Entities: entities, Facts: facts}
	doc.fold()
	return doc
}

// TestAssign compares with trying every assignment.
func TestAssign(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		rows, columns := rng.IntN(6), rng.IntN(6)
		weights := make([][]int, rows)
		for i := range weights {
			weights[i] = make([]int, columns)
			for j := range weights[i] {
				weights[i][j] = max(0, rng.IntN(12)-4)
			}
		}
		sum, taken := 0, map[int]bool{}
		for i, j := range assign(weights, columns) {
			if j < 0 {
				continue
			}
			if taken[j] || weights[i][j] == 0 {
				t.Fatalf("column %d given twice or without weight in %v", j, weights)
			}
			taken[j] = true
			sum += weights[i][j]
		}
		if best := bestSum(weights, columns, 0, map[int]bool{}); sum != best {
			t.Fatalf("sum %d, want %d in %v", sum, best, weights)
		}
	}
}

func bestSum(weights [][]int, columns, row int, taken map[int]bool) int {
	if row == len(weights) {
		return 0
	}
	best := bestSum(weights, columns, row+1, taken)
	for j := range columns {
		if !taken[j] {
			taken[j] = true
			best = max(best, weights[row][j]+bestSum(weights, columns, row+1, taken))
			delete(taken, j)
		}
	}
	return best
}

func TestOverlap(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Lan met Sato in Lima.", "met Sato", true},
		{"met\nSato", "Lan met  Sato in Lima.", true},
		{"On Monday Lan met Prime Minister Sato", "met Prime Minister Sato for talks in Lima", true},
		{"Lan was in the", "in the end Sato came", false},
		{"Lan met Sato", "Sato met Lan", false},
		{"", "Lan", false},
	}
	for _, tt := range tests {
		if got := overlap(tt.a, tt.b); got != tt.want {
			t.Errorf("overlap(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}
