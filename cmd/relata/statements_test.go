package main

import (
	"testing"

	"github.com/relata-graph/relata/extract"
)

// A list of four and a single fact are two statements, whatever their facts are.
func TestStatements(t *testing.T) {
	entities := []goldEntity{{Key: "lan", Name: "Lan"}, {Key: "sato", Name: "Sato"}, {Key: "peru", Name: "Peru"}}
	list := "Peru agreed on trade,  visas, fish and rice"
	gold := []goldFact{
		{Relation: "agreesOn", Subject: "peru", Object: "trade", Evidence: list},
		{Relation: "agreesOn", Subject: "peru", Object: "visas", Evidence: list},
		{Relation: "agreesOn", Subject: "peru", Object: "fish", Evidence: "Peru agreed on trade, visas, fish and rice"},
		{Relation: "agreesOn", Subject: "peru", Object: "rice", Evidence: list},
		{Relation: "met", Subject: "lan", Object: "sato", Evidence: "Lan met Sato"},
		{Relation: "praised", Subject: "lan", Object: "sato", Evidence: "Lan met Sato"},
	}
	found := []extract.Fact{fact("agreesOn Peru|trade"), fact("met Lan|Sato")}
	rep := compare([]*goldDoc{newGold(t, entities, gold)}, found, nil)
	if got, want := rep.Statements.Core, (share{Found: 1.25, Of: 2}); got != want {
		t.Errorf("core %+v, want %+v", got, want)
	}
	if got, want := rep.Statements.All, (share{Found: 0.75, Of: 2}); got != want {
		t.Errorf("all %+v, want %+v", got, want)
	}
}
