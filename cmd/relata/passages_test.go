package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

var passagesTo = flag.String("passages", "",
	"folder to write the seen passages (in.jsonl), their gold (gold) and one text of each pattern (seen.txt) to")

// fillings is how many passages each pattern makes.
const fillings = 4

// floors are what of the passages is read right, by kind, a little below what
// is reached, so that a fall fails. Raise them with what is gained.
var floors = map[string]struct{ precision, recall float64 }{
	"agreements": {0.92, 0.70}, "agreements unseen": {0.81, 0.68},
	"talks": {0.96, 0.77}, "talks unseen": {0.97, 0.75},
	"journeys": {0.97, 0.93}, "journeys unseen": {0.97, 0.80},
	"events": {0.97, 0.66}, "events unseen": {0.80, 0.66},
	"offices": {0.97, 0.96}, "offices unseen": {0.97, 0.96},
}

// TestPassages reads passages by construction, testdata/passages, and scores
// them as eval does. How the unseen ones fail is not told, so that rules cannot
// be written for them.
func TestPassages(t *testing.T) {
	pack, x := inventor(t)
	symmetric := symmetricOf(pack)
	passages := makePassages(t)
	if *passagesTo != "" {
		writePassages(t, *passagesTo, passages)
	}
	t.Logf("%-18s %9s %6s %9s  %s", "kind", "precision", "recall", "required", "date place of")
	for _, name := range []string{
		"agreements", "talks", "journeys", "events", "offices",
		"agreements unseen", "talks unseen", "journeys unseen", "events unseen", "offices unseen",
	} {
		s := scorePassages(x, passages, name, symmetric)
		t.Logf("%-18s %9s %6s %9d  %s %s %s", name, s.Precision, s.Recall, s.Recall.Of, s.Date, s.Place, s.Of)
		if floor := floors[name]; s.Precision.value() < floor.precision || s.Recall.value() < floor.recall {
			t.Errorf("%s: precision %s, recall %s, want at least %.2f, %.2f",
				name, s.Precision, s.Recall, floor.precision, floor.recall)
		}
	}
}

// inventor gives what reads invented texts, unless tests are to be short.
func inventor(t *testing.T) (*rules.Pack, *extract.Extractor) {
	t.Helper()
	if testing.Short() {
		t.Skip("short")
	}
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return pack, x
}

// An invention is a pattern filled.
type invention struct {
	*pattern
	doc  *source.Document
	gold *goldDoc

	facts []extract.Fact // once read
}

func makePassages(t *testing.T) (all []*invention) {
	dir := filepath.Join("..", "..", "testdata", "passages")
	v, patterns := readVocabulary(t, dir), readPatterns(t, dir)
	for i := range patterns {
		p := &patterns[i]
		for n := range fillings {
			id := fmt.Sprintf("%s.%s.%d", p.kind, p.name, n)
			text, gold, err := p.gold(v.fill(p.name, n), id)
			if err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			all = append(all, &invention{pattern: p, gold: gold, doc: &source.Document{ID: id, Text: text, Date: gold.Date}})
		}
	}
	return all
}

// scorePassages scores the passages of a kind, "talks" or "talks unseen";
// offices are those of all kinds, and no other kind counts them.
func scorePassages(x *extract.Extractor, passages []*invention, name string, symmetric map[string]bool) score {
	kind, unseen := strings.CutSuffix(name, " unseen")
	var gold []*goldDoc
	var facts []extract.Fact
	for _, p := range passages {
		if p.unseen != unseen || p.kind != kind && kind != "offices" {
			continue
		}
		if p.facts == nil {
			p.facts = x.Extract(p.doc).Facts
		}
		facts, gold = append(facts, p.facts...), append(gold, p.gold)
	}
	sum := score{Relation: name}
	for _, s := range compare(gold, facts, symmetric).Relations {
		if (s.Relation == "holdsPosition") == (kind == "offices") {
			sum.add(s)
		}
	}
	return sum
}

// writePassages writes the seen passages as files that relata extract and eval read.
func writePassages(t *testing.T, dir string, passages []*invention) {
	t.Helper()
	var lines, texts bytes.Buffer
	encoder := json.NewEncoder(&lines)
	write := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	write(os.MkdirAll(filepath.Join(dir, "gold"), 0o777))
	for _, p := range passages {
		if p.unseen {
			continue
		}
		write(encoder.Encode(map[string]string{"id": p.doc.ID, "text": p.doc.Text, "date": p.doc.Date}))
		gold, err := json.Marshal(p.gold)
		write(err)
		write(os.WriteFile(filepath.Join(dir, "gold", p.doc.ID+".json"), gold, 0o666))
		if strings.HasSuffix(p.doc.ID, ".0") {
			fmt.Fprintf(&texts, "%s, %s\n%s\n\n", p.doc.ID, p.doc.Date, p.doc.Text)
		}
	}
	write(os.WriteFile(filepath.Join(dir, "in.jsonl"), lines.Bytes(), 0o666))
	write(os.WriteFile(filepath.Join(dir, "seen.txt"), texts.Bytes(), 0o666))
}
