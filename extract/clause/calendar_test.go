package clause

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/nlp"
)

// The document is of Friday, 6 June 2025; the day told before is 3 May 2019.
func TestCalendar(t *testing.T) {
	for _, c := range []struct{ text, past, future string }{
		{"today", "2025-06-06", "2025-06-06"},
		{"the day before yesterday", "2025-06-04", "2025-06-04"},
		{"on Tuesday", "2025-06-03", "2025-06-10"},
		{"Tuesday , 10 June", "2025-06-10", "2025-06-10"},
		{"last Friday", "2025-05-30", "2025-05-30"},
		{"next Friday", "2025-06-13", "2025-06-13"},
		{"in August", "2024-08", "2025-08"},
		{"last August", "2024-08", "2024-08"},
		{"this August", "2025-08", "2025-08"},
		{"17 to 19 December 2024", "2024-12-17", "2024-12-17"},
		{"on 17 - 19 December", "2024-12-17", "2025-12-17"},
		{"December 17 - 19", "2024-12-17", "2025-12-17"},
		{"the 6th of June 2019", "2019-06-06", "2019-06-06"},
		{"30 March to 2 April 2014", "2014-03-30", "2014-03-30"},
		{"2014-03-30", "2014-03-30", "2014-03-30"},
		{"in late 2012", "2012", "2012"},
		{"by 2030", "", ""},
		{"they may go", "", ""},
		{"last year", "2024", "2024"},
		{"this evening", "2025-06-06", "2025-06-06"},
		{"last night", "2025-06-05", "2025-06-05"},
		{"two decades ago", "2005", "2005"},
		{"three weeks ago", "2025-05", "2025-05"},
		{"two days later", "2019-05-05", "2019-05-05"},
		{"the previous morning", "2019-05-02", "2019-05-02"},
		{"a month before .", "2019-04", "2019-04"},
		{"a month before the vote", "", ""},
	} {
		var tokens []nlp.Token
		for _, form := range strings.Fields(c.text) {
			tokens = append(tokens, nlp.Token{Form: form})
		}
		now, _ := numeric("2025-06-06")
		times := calendar{now: now, known: true}.times(tokens, func() timex { return exact("2019-05-03") })
		var got timex
		if len(times) > 0 {
			got = times[0]
		}
		if got.past != c.past || got.future != c.future || len(times) > 1 {
			t.Errorf("%s: got %v, want past %q and future %q", c.text, times, c.past, c.future)
		}
	}
}
