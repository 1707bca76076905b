package extract

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/source"
)

// What facts are stands in package fact, which needs no extractor.
type (
	Fact     = fact.Fact
	Status   = fact.Status
	Evidence = fact.Evidence
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

// A Result is what one document yields: its entities and the facts that use
// them, both in text order.
type Result struct {
	Document *source.Document
	Entities []entity.Entity
	Facts    []Fact
}
