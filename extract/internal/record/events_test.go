package record_test

import (
	"slices"
	"strings"
	"testing"
)

// A gathering takes its name from what the text tells of it; "event" and "meeting" are none.
func TestEventNames(t *testing.T) {
	x := diplomacy(t)
	for _, c := range []struct{ text, want string }{
		{"President Rosa Delgado attended the ceremony.", "ceremony"},
		{"President Rosa Delgado attended the event in Lima.", ""},
		{"President Rosa Delgado attended a grand opening ceremony on Monday.", "grand opening ceremony"},
		{"President Rosa Delgado attended the opening ceremony of the Kisumu Science Park.", "opening ceremony of the Kisumu Science Park"},
		{"President Rosa Delgado spoke at a seminar held in Lima on Tuesday.", "seminar in Lima"},
		{"President Rosa Delgado said at a forum organised by the Oslo-based Nordic Council that trade grew.", "forum organised by the Oslo-based Nordic Council"},
		{"President Rosa Delgado attended a special ceremony to mark the 50th anniversary of the Kenya Navy.",
			"special ceremony to mark the 50th anniversary of the Kenya Navy"},
		{"President Rosa Delgado plans to attend Peter Kirk's funeral.", "funeral of Peter Kirk"},
		{"President Rosa Delgado addressed a seminar on the theme \"Trade for Growth\".", "seminar on Trade for Growth"},
		{"President Rosa Delgado attended a meeting with farmers in Lima.", ""},
		{"President Rosa Delgado attended a progress review meeting with farmers in Lima.", "progress review meeting"},
		{"A workshop on irrigation was held in Kisumu. President Rosa Delgado attended the two-day workshop.", "workshop on irrigation"},
		{"A workshop on irrigation was held in Kisumu. President Rosa Delgado attended the event.", "workshop on irrigation"},
		{"A workshop on irrigation was held in Kisumu. President Rosa Delgado attended the banquet.", "banquet"},
		{"The Fisheries Forum session on tuna was held in Kisumu. The Lake Fisheries Forum opened. President Rosa Delgado attended the forum.",
			"Lake Fisheries Forum"},
	} {
		var got []string
		for _, f := range facts(x, c.text, "2025-06-05") {
			if name, ok := strings.CutPrefix(f, "Rosa Delgado attended "); ok {
				name, _, _ = strings.Cut(name, " | ")
				got = append(got, name)
			}
		}
		want := strings.Fields(c.want)
		if len(want) == 0 && len(got) > 0 || len(want) > 0 && !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
