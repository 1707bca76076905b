package export

import (
	"fmt"
	"slices"
	"strings"
)

// A View is what the nodes and edges of a network are.
type View string

// The views. The zero View is People where facts tie people to each other, else Full.
const (
	People    View = "people"    // people, and what ties them: who met, received, called whom
	Countries View = "countries" // countries; what people and bodies do counts for theirs
	Full      View = "full"      // everything: people, countries, offices, places, areas, agreements
	Events    View = "events"    // facts are nodes too, tied to all who have a part in them
)

// Views gives all views with what they show, for help texts.
func Views() [][2]string {
	return [][2]string{
		{string(People), "people and what ties them: who met, received, called, accompanied whom"},
		{string(Countries), "countries: agreements, ties, aid, visits; what people and bodies do counts for theirs"},
		{string(Full), "everything: people, countries, offices, places, areas, agreements"},
		{string(Events), "facts are nodes, tied to all who have a part in them"},
	}
}

// ParseView gives the view of a name; the error names those that there are.
func ParseView(name string) (View, error) {
	var names []string
	for _, v := range Views() {
		names = append(names, v[0])
	}
	if slices.Contains(names, name) {
		return View(name), nil
	}
	return "", fmt.Errorf("unknown view %q: want %s", name, strings.Join(names, ", "))
}
