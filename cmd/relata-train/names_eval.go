package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

var nameTests = []string{"UNER_English-EWT/en_ewt-ud-test.iob2", "UNER_English-PUD/en_pud-ud-test.iob2"}

// evalNames prints how well the built-in model finds names in texts that it
// was not trained on.
func evalNames(w io.Writer, data string, files []string) error {
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	names, err := nlp.LoadNames()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-18s %-5s %6s %6s %6s %6s\n", "", "", "P", "R", "F1", "names")
	for _, file := range files {
		docs, err := readUNER(filepath.Join(data, file))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		var score nameScore
		for k := range docs {
			doc := &docs[k]
			for i := range doc.Sentences {
				m.Tag(&doc.Sentences[i])
			}
			clues := mention.Clues(&doc.Document)
			for i := range doc.Sentences {
				score.add(doc.names[i], names.Names(doc.Sentences[i].Tokens, clues[i]))
			}
		}
		score.print(w, strings.TrimSuffix(filepath.Base(file), ".iob2"))
	}
	return nil
}

// A nameScore counts names by type, all under 0: found, there, and both.
type nameScore [nlp.LocationName + 1]struct{ got, gold, right float64 }

func (s *nameScore) add(gold, got []nlp.Name) {
	type span struct {
		nlp.Range
		nlp.NameType
	}
	there := make(map[span]bool)
	for _, n := range gold {
		there[span{n.Range, n.Type}] = true
		s[0].gold++
		s[n.Type].gold++
	}
	for _, n := range got {
		s[0].got++
		s[n.Type].got++
		if there[span{n.Range, n.Type}] {
			s[0].right++
			s[n.Type].right++
		}
	}
}

func (s *nameScore) print(w io.Writer, title string) {
	for t, c := range s {
		name := "all"
		if t > 0 {
			name, title = nlp.NameType(t).String(), ""
		}
		fmt.Fprintf(w, "%-18s %-5s %6.2f %6.2f %6.2f %6.0f\n", title, name,
			100*c.right/max(c.got, 1), 100*c.right/max(c.gold, 1), 200*c.right/max(c.got+c.gold, 1), c.gold)
	}
}
