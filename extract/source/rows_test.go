package source

import (
	"fmt"
	"strings"
	"testing"
)

// TestCutRows reads tables with rows that are too long: these alone are lost, and lines are
// counted through them.
func TestCutRows(t *testing.T) {
	long := strings.Repeat("x", 200)
	for _, test := range []struct{ name, row string }{
		{"a long value", "2," + long},
		{"a long quoted value", `2,"` + long + `"`},
		{"many values", "2" + strings.Repeat(",y", 200)},
		{"a value over lines", `2,"` + strings.Repeat("x\n", 200) + `"`},
		{"doubled quotes", `2,"` + strings.Repeat(`""`, 200) + "\nmore" + `"`},
		{"a quote alone in quotes", `2,"` + long + `" in it` + "\n3,Three.\n" + `"`},
		{"a quote in a value", `2,5" ` + long},
	} {
		t.Run(test.name, func(t *testing.T) {
			table := "id,text\n1,One.\n" + test.row + "\n4,Four.\n" + test.row + "\n5,\xFF\n6,Six."
			docs, faults := told(t, map[string]string{"a.csv": table}, Options{MaxBytes: 100})
			want(t, "documents", docs, []string{"1||||One.", "4||||Four.", "6||||Six."})
			down := 1 + strings.Count(test.row, "\n")
			const limit = "too large: wanted at most 100 bytes in a record"
			for i, fault := range []string{
				"a.csv:3: " + limit, fmt.Sprintf("a.csv:%d: %s", 4+down, limit), fmt.Sprintf("a.csv:%d: not valid UTF-8", 4+2*down),
			} {
				if i >= len(faults) || !strings.HasPrefix(faults[i], fault) {
					t.Fatalf("got faults %.400q, want one that begins with %q", faults, fault)
				}
			}
		})
	}
}
