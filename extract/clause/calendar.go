package clause

import (
	"time"

	"github.com/relata-graph/relata/extract/nlp"
)

// A timex is an expression of time with what it resolves to when the text
// speaks of the past and of the future; they differ for "in April".
type timex struct {
	tokens       nlp.Range
	past, future string
	days         bool // begins a stretch of days, "from 8 to 11 October"
}

// exact is the expression that means the same time whatever the text speaks of.
func exact(date string) timex { return timex{past: date, future: date} }

// A cursor is a word of a sentence among its neighbours, all in small letters.
type cursor struct {
	words []string
	at    int
}

// word returns the word that stands n words on, or back if n is negative; "" if
// the sentence has none there.
func (w cursor) word(n int) string {
	if n += w.at; n >= 0 && n < len(w.words) {
		return w.words[n]
	}
	return ""
}

// on is the cursor n words on.
func (w cursor) on(n int) cursor { return cursor{w.words, w.at + n} }

// A calendar reads expressions of time against the date of a document. It knows
// words only, no trees.
type calendar struct {
	now   time.Time
	known bool // whether there is a date
}

// relative is the expression that needs the date of the document: empty if there
// is none.
func (c calendar) relative(date string) timex {
	if !c.known {
		return timex{}
	}
	return exact(date)
}

// nearest resolves a month, with a day or without (0), to the nearest one in the
// past and in the future.
func (c calendar) nearest(m, d int) timex {
	if !c.known {
		return timex{}
	}
	x := c.nearestOf(func(year int) string { return date(year, m, d) })
	if d > 0 { // a day is told with its year unless it is near
		near := func(s string) bool {
			at, err := time.Parse(time.DateOnly, s)
			return err == nil && at.Sub(c.now).Abs() < 45*24*time.Hour
		}
		switch past, future := near(x.past), near(x.future); {
		case future && !past:
			x.past = x.future
		case past && !future: // "will stay from 17 to 31 August", told on the 18th
			x.future = x.past
		}
	}
	return x
}

// nearestOf resolves what comes every year, as a month or a day, to the nearest one
// in the past and in the future, which may both be now.
func (c calendar) nearestOf(of func(year int) string) timex {
	date := of(c.now.Year())
	x := exact(date)
	switch now := day(c.now)[:len(date)]; {
	case date > now:
		x.past = of(c.now.Year() - 1)
	case date < now:
		x.future = of(c.now.Year() + 1)
	}
	return x
}
