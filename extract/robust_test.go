package extract

import (
	"strings"
	"testing"
	"time"

	"github.com/relata-graph/relata/extract/source"
)

// TestLinearTime extracts hostile texts and ones four times as long. Quadratic
// time would be sixteen times as long. A busy machine can make one measurement
// slow, hardly five in a row.
func TestLinearTime(t *testing.T) {
	x := newExtractor(t).Whole()
	extract := func(text string) time.Duration {
		start := time.Now()
		x.Extract(&source.Document{ID: "a", Text: text, Date: "2025-06-06"})
		return time.Since(start)
	}
	extract("President Rosa Delgado met Prime Minister Joseph Kimani in Lima.") // loads what is loaded once
	for _, unit := range []string{
		"(", "“", "\xff", "they ", "the two sides ", "Peru-", "Peru and Kenya, ", "Jr. ", "meeting between ",
		"Minister of ", "Okoro met Delgado and ", "Okoro met Delgado. ",
		"President Okoro met Prime Minister Delgado in Lima.\n\n",
	} {
		short := strings.Repeat(unit, 1+8000/len(unit))
		var a, b time.Duration
		linear := false
		for range 5 {
			a, b = extract(short), extract(strings.Repeat(short, 4))
			if linear = b < 10*a+100*time.Millisecond; linear {
				break
			}
		}
		if !linear {
			t.Errorf("%q: %v for %d bytes, %v for four times as many", unit, a, len(short), b)
		}
	}
}

// TestLong extracts a megabyte without a space, brackets that never close and
// ten thousand words without a stop.
func TestLong(t *testing.T) {
	x := newExtractor(t).Whole()
	for _, text := range []string{
		strings.Repeat("lima", 1<<18), strings.Repeat("(", 100_000), strings.Repeat("and they met ", 3334),
	} {
		for _, f := range x.Extract(&source.Document{ID: "a", Text: text}).Facts {
			t.Errorf("%.20s...: fact %v, want none", text, f)
		}
	}
}
