package ask

import (
	"testing"

	"github.com/relata-graph/relata/graph"
)

func TestPeriod(t *testing.T) {
	week, err := newPeriod("2025-03-10", "2025-03-16")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		date, reported string
		want           bool
	}{
		{"2025-03-10", "2025-04-01", true},
		{"2025-03-17", "2025-03-12", false}, // planned
		{"", "2025-03-16", true},
		{"", "", false},
		{"2025-03", "2025-03-12", true},  // told in the month, as of these days
		{"2025-03", "2025-05-12", false}, // any day of March
		{"2025", "2025-03-12", true},
	} {
		f := &graph.Fact{Date: test.date, Statements: []graph.Statement{{Reported: test.reported}}}
		if got := week.holds(f); got != test.want {
			t.Errorf("%q reported %q: %v", test.date, test.reported, got)
		}
	}
	march, _ := newPeriod("2025-03", "2025-03")
	if !march.has("2025-03") || march.has("2025") || !(period{}).has("") {
		t.Error("a month is not in itself, or a year in it, or no date not in all time")
	}
	for _, bad := range [][2]string{{"March", ""}, {"2025-03-10", "2025-03-09"}, {"2025-02-30", ""}} {
		if _, err := newPeriod(bad[0], bad[1]); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
