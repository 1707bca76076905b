package main

import (
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/graph"
)

func statsCommand() *cli.Command {
	return &cli.Command{
		Name:      "stats",
		Usage:     "count what a graph holds: documents, entities, facts, dates, sentences, bytes",
		ArgsUsage: "GRAPH...",
		Description: graphInputs + `

"with a date" counts facts of which a text says when they happened; the others have only the dates of the documents
that tell them. A fact counts once here, however many documents tell it; "extract" counts tellings, a fact once for each
document. An edge of a network or a page is all facts of one relation between two nodes.

Examples:
   relata stats graph.db
   relata stats graph.nq --output json`,
		Flags:  append([]cli.Flag{outputFlag()}, graphFlags()...),
		Action: statsAction,
	}
}

func statsAction(c *cli.Context) error {
	output, err := outputOf(c)
	if err != nil {
		return err
	}
	store, fault, err := openGraph(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer store.Close()
	t := newTable("what", "which", "status", "number")
	for _, part := range []func(*graph.Store, *table) error{countDocuments, countEntities, countFacts, countQuads} {
		if err := part(store, t); err != nil {
			return err
		}
	}
	paths := c.Args().Slice()
	if s := c.String("store"); s != "" {
		paths = []string{s}
	}
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() && graphKind(p) != "texts" {
			t.add("bytes", p, nil, info.Size())
		}
	}
	if err := t.write(c.App.Writer, output, widthOf(c)); err != nil {
		return err
	}
	return fault
}

func countDocuments(s *graph.Store, t *table) error {
	all, dated, first, last := 0, 0, "", ""
	for d, err := range s.Documents() {
		if err != nil {
			return err
		}
		all++
		if d.Date == "" {
			continue
		}
		if dated++; first == "" || d.Date < first {
			first = d.Date
		}
		last = max(last, d.Date)
	}
	t.add("documents", nil, nil, all)
	which := "with a date"
	if dated > 0 {
		which = fmt.Sprintf("with a date, %s to %s", first, last)
	}
	t.add("documents", which, nil, dated)
	tell := map[string]bool{}
	for f, err := range s.Facts() {
		if err != nil {
			return err
		}
		for _, st := range f.Statements {
			tell[st.Doc] = true
		}
	}
	t.add("documents", "that tell a fact", nil, len(tell))
	return nil
}

func countEntities(s *graph.Store, t *table) error {
	all, types := 0, map[string]int{}
	for e, err := range s.Entities() {
		if err != nil {
			return err
		}
		all++
		types[string(e.Type)]++
	}
	t.add("entities", nil, nil, all)
	for _, name := range byCount(types) {
		t.add("entities", name, nil, types[name])
	}
	return nil
}

func countFacts(s *graph.Store, t *table) error {
	type kind struct{ relation, status string }
	kinds, relations := map[kind]int{}, map[string]int{}
	all, dated, placed, several, tellings, sentences := 0, 0, 0, 0, 0, 0
	for f, err := range s.Facts() {
		if err != nil {
			return err
		}
		all++
		kinds[kind{f.Relation, string(f.Status)}]++
		relations[f.Relation]++
		if f.Date != "" {
			dated++
		}
		if f.Place().ID != "" {
			placed++
		}
		if len(f.Statements) > 1 {
			several++
		}
		tellings += len(f.Statements)
		for _, st := range f.Statements {
			sentences += len(st.Evidence)
		}
	}
	t.add("facts", nil, nil, all)
	t.add("facts", "with a date", nil, dated)
	t.add("facts", "with a place", nil, placed)
	t.add("facts", "told by several documents", nil, several)
	for _, relation := range byCount(relations) {
		for _, status := range statuses {
			if n := kinds[kind{relation, string(status)}]; n > 0 {
				t.add("facts", relation, string(status), n)
			}
		}
	}
	t.add("tellings", "each fact by each document", nil, tellings)
	t.add("tellings", "sentences behind them", nil, sentences)
	return nil
}

func countQuads(s *graph.Store, t *table) error {
	n, err := s.CountQuads()
	if err != nil {
		return err
	}
	t.add("quads", nil, nil, n)
	return nil
}

// byCount gives names by how often they were counted, the most frequent first.
func byCount(counts map[string]int) []string {
	names := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	return names
}
