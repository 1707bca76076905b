package entity

import "github.com/relata-graph/relata/extract/world"

// A Type is the kind of thing an entity is.
type Type string

// The types of entities. See the README for what counts as each.
const (
	Person       Type = "Person"
	Country      Type = "Country"
	Organization Type = "Organization"
	Place        Type = "Place"
	Event        Type = "Event"
	Agreement    Type = "Agreement"
	Position     Type = "Position"
	Area         Type = "Area"
)

// prefixes are the beginnings of identifiers.
var prefixes = map[Type]string{
	Person: "person:", Country: "country:", Organization: "org:", Place: "place:",
	Event: "event:", Agreement: "agreement:", Position: "position:", Area: "area:",
}

// MakeID makes the identifier of a thing from its name, as world.ID does:
// "place:lima" for (Place, "Lima"), "thing:..." for a type that is not listed.
//
// The name is taken as it is: for a listed country or organisation use the ID
// of its info, for a person world.PersonID.
func MakeID(t Type, name string) string {
	prefix, ok := prefixes[t]
	if !ok {
		prefix = "thing:"
	}
	return world.ID(prefix, name)
}
