package ask

import (
	"errors"
	"fmt"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// ErrOptions is the error for options that make no sense, for errors.Is.
var ErrOptions = errors.New("wrong option")

// A period is from one day to another; "" where it is open.
type period struct{ from, to string }

// newPeriod checks dates, YYYY[-MM[-DD]], and makes days of them.
func newPeriod(from, to string) (period, error) {
	for _, d := range []string{from, to} {
		if d == "" {
			continue
		}
		if err := graph.CheckDate(d); err != nil {
			return period{}, fmt.Errorf("%w: %w", ErrOptions, err)
		}
	}
	p := period{graph.FirstDay(from), graph.LastDay(to)}
	if p.to != "" && p.to < p.from {
		return period{}, fmt.Errorf("%w: from %s to %s is no time", ErrOptions, from, to)
	}
	return p, nil
}

// has tells whether all days that a date may mean lie in the period. No date
// lies in no period, and all do in the open one.
func (p period) has(date string) bool {
	if p == (period{}) {
		return true
	}
	return date != "" && graph.FirstDay(date) >= p.from && (p.to == "" || graph.LastDay(date) <= p.to)
}

// holds tells whether a fact lies in the period: by its date, or by that of the
// first report where no text says when it was or the report was in the month or
// year that it says.
func (p period) holds(f *graph.Fact) bool {
	date, _ := counted(f)
	return p.has(date)
}

// counted gives the date by which a fact counts, and whether it is that of the
// first report.
func counted(f *graph.Fact) (date string, report bool) {
	first, _ := f.Reported()
	if len(f.Date) < len(first) && strings.HasPrefix(first, f.Date) {
		return first, true
	}
	return f.Date, false
}

// agree tells whether two dates can be those of one thing: one is missing, or
// less exact than the other.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
