// Package world is what relata knows before it reads: the words of the language
// by classes, countries, places, organisations, titles, and names of persons,
// all from the lists in data (its README tells how to add a word).
//
// In come words, as a text has them: one for a class ([Class.Has]), an office
// ([LookupOffice]) or a part of a name ([LookupName]), a run of them for what has
// a name ([FindCountry], [FindPlace], [FindOrganization]). Out comes what the
// lists say of them, and the one spelling ([Fold], [ListKey]) and identifier
// ([ID], [PersonID]) under which things of the same name are the same. It may not
// know a document, a sentence, or what stands around the words. All of it is
// immutable and safe for concurrent use; a list is read when it is first asked.
package world

import (
	"embed"
	"iter"
	"strings"
)

// data holds the lists. Lines are records, fields are parted by tabs, the
// values of a field by "|"; "#" starts a comment line.
//
//go:embed data/*.tsv
var data embed.FS

// records yields the fields of each record of a list.
func records(name string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		b, _ := data.ReadFile("data/" + name) // embedded: it is there
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// values splits a field into its values.
func values(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}
