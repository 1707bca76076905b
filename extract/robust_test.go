package extract

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

// TestMemory extracts texts without a sentence, and one of nothing but sentences, and
// looks how much memory is in use meanwhile.
func TestMemory(t *testing.T) {
	x := newExtractor(t).Whole()
	x.Extract(&source.Document{ID: "a", Text: "President Rosa Delgado met Prime Minister Joseph Kimani in Lima."})
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	used := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	inUse := func() float64 {
		metrics.Read(used)
		return float64(used[0].Value.Uint64())
	}
	for _, test := range []struct {
		unit  string
		bytes int
		most  float64 // bytes a byte of the text, besides some for all
	}{
		{`"`, 1 << 20, 40}, {"(", 1 << 20, 40}, {"lima", 1 << 20, 40}, {".", 1 << 20, 40}, {"\n", 1 << 20, 150},
		{"President Okoro met Prime Minister Delgado in Lima.\n\n", 100_000, 200},
	} {
		text := strings.Repeat(test.unit, test.bytes/len(test.unit))
		runtime.GC()
		before := inUse()
		done := make(chan struct{})
		go func() {
			defer close(done)
			x.Extract(&source.Document{ID: "a", Text: text})
		}()
		peak := before
		for ended := false; !ended; {
			select {
			case <-done:
				ended = true
			case <-time.After(time.Millisecond):
			}
			peak = max(peak, inUse())
		}
		const forAll = 16 << 20
		if a := (peak - before - forAll) / float64(len(text)); a > test.most {
			t.Errorf("%q: %.0f bytes a byte, want at most %.0f", test.unit, a, test.most)
		} else {
			t.Logf("%q: %.0f bytes a byte", test.unit, a)
		}
	}
}
