package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

var variantFaults = flag.String("variants", "", "file to write which facts are lost in the seen sentences of variants.txt to")

// variantFloors are what of the facts is kept, a little below what is reached, so that a
// fall fails.
var variantFloors = map[string]float64{"": 0.94, " unseen": 0.95}

// TestVariants puts the examples of the rules of diplomacy, those of one sentence, into
// others, testdata/variants.txt, and asks which of the facts that they state alone are kept:
// what does not depend on a fact should not change it (metamorphic testing, Chen et al. 1998).
func TestVariants(t *testing.T) {
	pack, x := inventor(t)
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "variants.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sentences := plainExamples(pack)
	stated := make([]map[string]bool, len(sentences)) // alone
	for i, s := range sentences {
		stated[i] = statedIn(x, s+".")
	}
	type score struct{ kept, all int }
	sums := map[string]*score{"": {}, " unseen": {}}
	var faults strings.Builder
	n := 0
	for line := range strings.Lines(string(data)) {
		context := strings.TrimSpace(line)
		if context == "" || context[0] == '#' {
			continue
		}
		group := ""
		if n++; n%3 == 0 {
			group = " unseen"
		}
		one := score{}
		for i, s := range sentences {
			if i%4 != n%4 { // a fourth of them a context
				continue
			}
			text := strings.Replace(context, "{s}", s, 1)
			if !strings.HasPrefix(context, "{s}") {
				text = strings.Replace(context, "{s}", inside(s), 1)
			}
			got := statedIn(x, text)
			for f := range stated[i] {
				one.all++
				if got[f] {
					one.kept++
				} else if group == "" {
					fmt.Fprintf(&faults, "%s: %s\n", f, text)
				}
			}
		}
		t.Logf("%3d of %3d kept %.3f: %s", one.kept, one.all, float64(one.kept)/float64(one.all), context)
		sums[group].kept += one.kept
		sums[group].all += one.all
	}
	if *variantFaults != "" {
		if err := os.WriteFile(*variantFaults, []byte(faults.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for group, s := range sums {
		share := float64(s.kept) / float64(s.all)
		t.Logf("facts kept%s: %d of %d = %.3f", group, s.kept, s.all, share)
		if share < variantFloors[group] {
			t.Errorf("facts kept%s: %.3f, want at least %.2f", group, share, variantFloors[group])
		}
	}
}

// plainExamples gives the examples of a pack's rules that are one sentence and state
// facts, without the full stop.
func plainExamples(pack *rules.Pack) (all []string) {
	seen := map[string]bool{}
	for _, r := range pack.Rules {
		for _, e := range r.Examples {
			s, ok := strings.CutSuffix(strings.Join(strings.Fields(e.Text), " "), ".")
			if ok && len(e.Facts) > 0 && !seen[s] && !strings.ContainsAny(s, `"“.?!;:`) && !strings.Contains(s, " -- ") {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}

// inside gives a sentence as it stands inside another: a word that is no name begins small.
func inside(s string) string {
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "The", "A", "An", "In", "On", "At", "During", "After", "Both", "His", "Her", "Its", "Their", "Two", "As", "For":
		r, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[size:]
	}
	return s
}

// statedIn gives the facts of a text, apart from offices.
func statedIn(x *extract.Extractor, text string) map[string]bool {
	facts := map[string]bool{}
	for _, f := range x.Extract(&source.Document{ID: "v", Text: text, Date: "2025-03-05"}).Facts {
		if f.Relation != "holdsPosition" {
			facts[fmt.Sprintf("%s(%s, %s) %s", f.Relation, f.Subject.Name, f.Object.Name, f.Status)] = true
		}
	}
	return facts
}
