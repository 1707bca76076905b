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
		{"a decade later", "2029", "2029"},
		{"up from a year earlier", "", ""},
		// Days of a week.
		{"Tuesday of last week", "2025-05-27", "2025-05-27"},
		{"Wednesday of the previous week", "2025-05-28", "2025-05-28"},
		{"Sunday next week", "2025-06-15", "2025-06-15"},
		{"Monday this week", "2025-06-02", "2025-06-02"},
		{"last week on Wednesday", "2025-05-28", "2025-05-28"},
		{"this past Monday", "2025-06-02", "2025-06-02"},
		{"this coming Monday", "2025-06-09", "2025-06-09"},
		{"Tuesday the 10th of June", "2025-06-10", "2025-06-10"},
		{"Monday 3 March 2025", "2025-03-03", "2025-03-03"},
		{"Friday , 10 January", "2025-01-10", "2025-01-10"},
		{"Saturday , 10 January", "2026-01-10", "2026-01-10"},
		// Days of a month.
		{"second Tuesday of May", "2025-05-13", "2026-05-12"},
		{"last Friday in August 2024", "2024-08-30", "2024-08-30"},
		{"third Monday of last month", "2025-05-19", "2025-05-19"},
		{"1st Monday of next month", "2025-07-07", "2025-07-07"},
		{"fifth Monday of February 2025", "2025-02", "2025-02"},
		{"first Monday of each month", "", ""},
		{"the 13th of last month", "2025-05-13", "2025-05-13"},
		{"a fifth of Monday", "2025-06-02", "2025-06-09"},
		// Stretches of days.
		{"from Sunday 8 to Tuesday 10 June", "2025-06-08", "2025-06-08"},
		{"from Saturday , 30 March to Tuesday , 2 April 2024", "2024-03-30", "2024-03-30"},
		// Days told again in brackets.
		{"yesterday ( 05 )", "2025-06-05", "2025-06-05"},
		{"this evening ( 5 )", "2025-06-05", "2025-06-05"},
		{"on Saturday ( 31st )", "2025-05-31", "2025-05-31"},
		{"last Sunday ( 40 )", "2025-06-01", "2025-06-01"},
		// Years and their parts.
		{"Q1 2025", "2025", "2025"},
		{"in Q3 of 2024", "2024", "2024"},
		{"in mid - 2024", "2024", "2024"},
		{"in spring 2024", "2024", "2024"},
		{"early 2024", "2024", "2024"},
		{"in the year 2023", "2023", "2023"},
		{"in the second half of this year", "2025", "2025"},
		{"at the end of the year", "2025", "2025"},
		{"by the end of the year", "", ""},
		{"at the end of the month", "2025-06", "2025-06"},
		{"by the end of the month", "", ""},
		{"his 2019 trip", "2019", "2019"},
		{"the 2019 model", "", ""},
		{"the last week of May", "2025-05", "2026-05"},
		{"the visit last week of the envoy", "2025-05", "2025-05"},
		{"the last week of the strike", "", ""},
		{"the first half of May", "2025-05", "2026-05"},
		// Distances.
		{"6 years ago", "2019", "2019"},
		{"a fortnight ago", "2025-05", "2025-05"},
		{"12 days ago", "2025-05-25", "2025-05-25"},
		{"a short while ago", "2025-06-06", "2025-06-06"},
		{"three hours ago", "2025-06-06", "2025-06-06"},
		{"in ten days", "", "2025-06-16"},
		{"in two months 's time", "", "2025-08"},
		{"the first visit in ten years", "", ""},
		{"the day after tomorrow", "2025-06-08", "2025-06-08"},
		{"150 decades ago", "", ""},
		{"213 decades ago", "", ""},
		{"999 centuries ago", "", ""},
		{"in 900 decades", "", ""},
		{"in 900 years", "", "2925"},
		// Days in numbers, and days that do not exist.
		{"13/05/2025", "2025-05-13", "2025-05-13"},
		{"5/13/2025", "2025-05-13", "2025-05-13"},
		{"3/4/2025", "", ""},
		{"4/4/2025", "2025-04-04", "2025-04-04"},
		{"2025/05/13", "2025-05-13", "2025-05-13"},
		{"31 April 2025", "2025-04", "2025-04"},
		{"on February 30", "2025-02", "2026-02"},
		{"2025-02-30", "", ""},
	} {
		var tokens []nlp.Token
		for _, form := range strings.Fields(c.text) {
			tokens = append(tokens, nlp.Token{Form: form})
		}
		now, _ := numeric("2025-06-06")
		times := calendar{now: now, known: true}.times(tokens, func(int) timex { return exact("2019-05-03") })
		var got timex
		if len(times) > 0 {
			got = times[0]
		}
		if got.past != c.past || got.future != c.future || len(times) > 1 {
			t.Errorf("%s: got %v, want past %q and future %q", c.text, times, c.past, c.future)
		}
	}
}
