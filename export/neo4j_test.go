package export_test

import (
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/relata-graph/relata/export"
)

// neo4jField is a field of a header by the operations manual of Neo4j, "Import, CSV header
// format": a name with a type, or one of those with a meaning.
var neo4jField = regexp.MustCompile(`^(\w+:ID|name|:LABEL|:START_ID|:END_ID|:TYPE|\w+:(int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(\[\])?)$`)

// What neo4j-admin checks before it imports: known fields, unique ids, relationships between
// nodes that there are, values of their types.
func TestNeo4jRules(t *testing.T) {
	for name, s := range map[string]func() (nodes, edges string){
		"plain": func() (string, string) {
			s := store(t, results())
			opts := export.Options{All: true}
			return write(t, export.Neo4jNodes, s, opts), write(t, export.Neo4jEdges, s, opts)
		},
		"hostile": func() (string, string) {
			s := hostileGraph(t, hostile)
			return write(t, export.Neo4jNodes, s, export.Options{}), write(t, export.Neo4jEdges, s, export.Options{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			nodes, edges := s()
			ids := map[string]bool{}
			for _, row := range neo4jRows(t, nodes) {
				if id := row["iri:ID"]; id == "" || ids[id] || row[":LABEL"] == "" {
					t.Errorf("node %q twice, without id or without label", id)
				}
				ids[row["iri:ID"]] = true
			}
			for _, row := range neo4jRows(t, edges) {
				if !ids[row[":START_ID"]] || !ids[row[":END_ID"]] || row[":TYPE"] == "" {
					t.Errorf("a relationship from %q to %q of type %q", row[":START_ID"], row[":END_ID"], row[":TYPE"])
				}
			}
		})
	}
}

// neo4jRows reads a file and checks its header and the types of its values.
func neo4jRows(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for i, row := range rows {
		cells := map[string]string{}
		for k, field := range rows[0] {
			cells[field] = row[k]
			switch _, kind, _ := strings.Cut(field, ":"); {
			case i == 0:
				if !neo4jField.MatchString(field) {
					t.Errorf("field %q", field)
				}
			case row[k] == "":
			case kind == "long" || kind == "int":
				_, err = strconv.Atoi(row[k])
			case kind == "double":
				_, err = strconv.ParseFloat(row[k], 64)
			case kind == "date":
				_, err = time.Parse(time.DateOnly, row[k])
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if i > 0 {
			list = append(list, cells)
		}
	}
	return list
}
