package extract

import "github.com/relata-graph/relata/extract/fact"

// What comes out of a document is of package fact, which needs no extractor.
type (
	Fact     = fact.Fact
	Status   = fact.Status
	Evidence = fact.Evidence
	Result   = fact.Result
	Nearly   = fact.Nearly
)

// The statuses of facts.
const (
	Actual      = fact.Actual
	Planned     = fact.Planned
	Proposed    = fact.Proposed
	Denied      = fact.Denied
	Conditional = fact.Conditional
	Former      = fact.Former
)
