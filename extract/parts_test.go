package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/source"
)

// TestParts extracts a text that is read in several parts, and has what stands in one of
// them tell who is meant in another.
func TestParts(t *testing.T) {
	filler := strings.Repeat("The cat slept on the mat by the door of the old house until the evening came.\n\n", 4000)
	text := "President Okoro met Rosa Delgado, the Foreign Minister of Peru, in Lima on 5 May 2024.\n\n" + filler +
		"President Daniel Okoro met Foreign Minister Delgado in Nairobi on 7 May 2024.\n\n" + filler +
		"Delgado visited Kenya on 9 May 2024.\n\nIt rained."
	r := newExtractor(t).Extract(&source.Document{ID: "a", Text: text, Date: "2024-05-10"})
	var got []string
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Relation == "met" || f.Relation == "visited" {
			got = append(got, f.Subject.Name+" "+f.Relation+" "+f.Object.Name+" "+f.Date)
		}
		if text[f.Evidence.Start:f.Evidence.End] != f.Evidence.Text {
			t.Errorf("%s: %q is not at its place in the text", f.ID, f.Evidence.Text)
		}
	}
	want := []string{
		"Daniel Okoro met Rosa Delgado 2024-05-05",
		"Daniel Okoro met Rosa Delgado 2024-05-07",
		"Rosa Delgado visited Nairobi 2024-05-07",
		"Rosa Delgado visited Kenya 2024-05-09",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	var people []string
	for _, e := range r.Entities {
		if e.Type == "Person" {
			people = append(people, e.Name)
		}
	}
	if want := []string{"Daniel Okoro", "Rosa Delgado"}; !slices.Equal(people, want) {
		t.Errorf("the people are %q, want %q", people, want)
	}
}
