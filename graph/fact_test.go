package graph

import (
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// TestComparePosts checks by which office readers know a person.
func TestComparePosts(t *testing.T) {
	peru := entity.Ref{ID: "country:peru", Type: entity.Country, Name: "Peru"}
	told := func(days ...string) (list []Statement) {
		for _, day := range days {
			list = append(list, Statement{Reported: day})
		}
		return list
	}
	facts := []Fact{
		{ID: "former", Status: extract.Former, Of: peru, Statements: told("2024", "2025", "2025")},
		{ID: "nobody", Status: extract.Actual, Statements: told("2024", "2025", "2025")},
		{ID: "later", Status: extract.Actual, Of: peru, Statements: told("2025-02")},
		{ID: "earlier", Status: extract.Actual, Of: peru, Statements: told("2025-01")},
		{ID: "often", Status: extract.Actual, Of: peru, Statements: told("2024-01", "2024-02")},
	}
	slices.SortFunc(facts, func(a, b Fact) int { return ComparePosts(&a, &b) })
	for i, want := range []string{"often", "later", "earlier", "nobody", "former"} {
		if facts[i].ID != want {
			t.Errorf("%d: %s, want %s", i, facts[i].ID, want)
		}
	}
}
