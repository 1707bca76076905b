package world

import (
	"strings"
	"testing"
)

// TestLeaders checks that every row of the leaders can be used.
func TestLeaders(t *testing.T) {
	for called, leaders := range loadLeaders() {
		for _, l := range leaders {
			if l.Country == nil || RankOf(l.Office) == NoRank && RankOf(l.Office[strings.LastIndexByte(l.Office, ' ')+1:]) == NoRank {
				t.Errorf("%v: no country or office %q", l.Words, l.Office)
			}
			if l.From < 1940 || l.To != 0 && l.To < l.From || called == "" {
				t.Errorf("%v: %d-%d", l.Words, l.From, l.To)
			}
		}
	}
	if whole, part := loadLeaders()["putin"][0].Names([]string{"vladimir", "vladimirovich", "putin"}); !whole || part {
		t.Error("a name with a word more is not the whole name")
	}
	if whole, part := LeadersCalled("assad")[0].Names([]string{"assad"}); whole || !part {
		t.Error("Assad is not al-Assad")
	}
	for name, want := range map[string]bool{"vladmir putin": true, "vlad putin": false, "vladimir putina": false, "valery putin": false} {
		if _, part := LeadersCalled("putin")[0].Names(strings.Fields(name)); part != want {
			t.Errorf("%s: %v, want %v", name, part, want)
		}
	}
}
