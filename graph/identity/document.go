package identity

import (
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// A Document is what one document says: who is in it, and what they do. Ids
// that its facts name need not be among its entities.
type Document struct {
	ID       string
	Entities []entity.Entity
	Facts    []extract.Fact
}
