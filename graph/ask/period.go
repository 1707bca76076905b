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
		if d != "" && !graph.IsDate(d) {
			return period{}, fmt.Errorf("%w: %q: want YYYY, YYYY-MM or YYYY-MM-DD", ErrOptions, d)
		}
	}
	p := period{graph.FirstDay(from), graph.LastDay(to)}
	if p.to != "" && p.to < p.from {
		return period{}, fmt.Errorf("%w: from %s to %s is no time", ErrOptions, from, to)
	}
	return p, nil
}

// has tells whether any day that a date may mean lies in the period. No date
// lies in no period, and all do in the open one.
func (p period) has(date string) bool {
	if p == (period{}) {
		return true
	}
	return date != "" && graph.LastDay(date) >= p.from && (p.to == "" || graph.FirstDay(date) <= p.to)
}

// agree tells whether two dates can be those of one thing: one is missing, or
// less exact than the other.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
