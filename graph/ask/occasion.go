package ask

import (
	"cmp"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// Days that may lie between what is told of one occasion.
const (
	apart   = 7   // between reports of one journey
	overdue = 180 // from the report of a plan without a date to what came of it
	slack   = 3   // between two dates of one event: time zones, a visit's first and second day
)

// sameOccasion tells whether two facts about the same people and country can be
// one occasion: their dates agree, and one document tells both or they were
// reported within days.
func sameOccasion(f, g *graph.Fact) bool {
	if !agree(f.Date, g.Date) && !near(f.Date, g.Date, slack) {
		return false
	}
	if toldBefore(f, g) || toldBefore(g, f) {
		return false
	}
	for _, s := range f.Statements {
		for _, t := range g.Statements {
			if s.Doc == t.Doc || near(s.Reported, t.Reported, apart) {
				return true
			}
		}
	}
	return f.Date != "" && g.Date != ""
}

// toldBefore tells whether f has no date and was told before g happened.
func toldBefore(f, g *graph.Fact) bool {
	_, last := f.Reported()
	return f.Date == "" && g.Date != "" && last != "" && graph.LastDay(last) < graph.FirstDay(g.Date)
}

// near tells whether at most n days lie between two exact dates.
func near(a, b string, n int) bool {
	if len(a) < 10 || len(b) < 10 {
		return false
	}
	d, ok := graph.Days(a, b)
	return ok && -n <= d && d <= n
}

// mostExact gives the fact of the longest date.
func mostExact(facts []graph.Fact) *graph.Fact {
	best := &facts[0]
	for i := range facts {
		if len(facts[i].Date) > len(best.Date) {
			best = &facts[i]
		}
	}
	return best
}

// carries tells whether what happened in g is what was to happen in plan: the
// same event, at a time that fits and not told days before the plan was.
func carries(g, plan *graph.Fact) bool {
	if !sameEvent(g, plan) {
		return false
	}
	planned, _ := plan.Reported()
	_, told := g.Reported()
	if d, ok := graph.Days(graph.LastDay(told), planned); ok && d > slack {
		return false
	}
	if plan.Date != "" && g.Date != "" {
		return agree(plan.Date, g.Date) || near(plan.Date, g.Date, slack)
	}
	if d, ok := graph.Days(graph.LastDay(g.Date), planned); ok && d > slack {
		return false
	}
	d, ok := graph.Days(cmp.Or(plan.Date, planned), g.When())
	return !ok || d <= overdue
}

// sameEvent tells whether two facts are of the same with the same, a country
// standing for its city and the other way round. Who did something at a place
// was there.
func sameEvent(g, plan *graph.Fact) bool {
	straight := g.Subject.ID == plan.Subject.ID && samePlace(g.Object, plan.Object)
	turned := g.Subject.ID == plan.Object.ID && g.Object.ID == plan.Subject.ID
	if kindOf(g.Relation) == kindOf(plan.Relation) {
		return straight || turned && kindOf(plan.Relation) == "met"
	}
	return plan.Relation == "visited" && at(plan.Subject.ID)(g) && samePlace(g.Place(), plan.Object)
}

// kindOf gives relations that tell the same event one name: who received
// somebody met him.
func kindOf(relation string) string {
	if relation == "received" {
		return "met"
	}
	return relation
}

// samePlace tells whether two things are one, or one is the country of the other.
func samePlace(a, b entity.Ref) bool {
	if a.ID == b.ID {
		return a.ID != ""
	}
	c := graph.CountryOf(a).ID
	return c != "" && c == graph.CountryOf(b).ID && (a.ID == c || b.ID == c)
}

// happened are the statuses of what came of a plan.
func happened(s extract.Status) bool { return s == extract.Actual || s == extract.Former }
