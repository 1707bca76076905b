package nlp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/nlp"
)

func TestNames(t *testing.T) {
	names, err := nlp.LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"President Amara Okonkwo met John Whitfield in Lima on Friday.", "PER Amara Okonkwo, PER John Whitfield, LOC Lima"},
		{"The talks ended without a result.", ""},
		{"The University of Leeds opened an office in Nairobi, Kenya.", "ORG University of Leeds, LOC Nairobi, LOC Kenya"},
	} {
		s := &fixture.Tagged(t, test.text).Sentences[0]
		var got []string
		for _, n := range names.Names(s.Tokens, nil) {
			got = append(got, fmt.Sprintf("%v %s", n.Type, test.text[s.Tokens[n.First].Start:s.Tokens[n.Last-1].End]))
			if n.Margin < 0 {
				t.Errorf("%q: margin of %s is %d, want none below 0", test.text, got[len(got)-1], n.Margin)
			}
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("names of %q: %s, want %s", test.text, got, test.want)
		}
	}
	if got := names.Names(nil, nil); got != nil {
		t.Errorf("names of no tokens: %v, want none", got)
	}
}

func BenchmarkNames(b *testing.B) {
	names, err := nlp.LoadNames()
	if err != nil {
		b.Fatal(err)
	}
	s := &fixture.Tagged(b, "Foreign Minister Amara Okonkwo, who had flown in from Lagos, met her counterpart "+
		"John Whitfield at the University of Lima on Friday to talk about trade and the border.").Sentences[0]
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		names.Names(s.Tokens, nil)
		tokens += len(s.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
