package export

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"

	"github.com/relata-graph/relata/graph"
)

// Unwritten tells how many names of a picture PNG cannot write as SVG does: they have
// letters that its font lacks, or ones that are written from right to left.
func Unwritten(s *graph.Store, opts Options) (int, error) {
	font, err := loadFont()
	if err != nil {
		return 0, err
	}
	opts.Layout = false // where names stand does not matter
	n, err := newNetwork(s, opts)
	if err != nil {
		return 0, err
	}
	lacks := func(r rune) bool {
		var buf sfnt.Buffer
		glyph, err := font.GlyphIndex(&buf, r)
		p, _ := bidi.LookupRune(r)
		return glyph == 0 || err != nil || p.Class() == bidi.R || p.Class() == bidi.AL
	}
	names := 0
	for i := range n.nodes {
		for _, r := range shortened(n.nodes[i].label) {
			if lacks(r) {
				names++
				break
			}
		}
	}
	return names, nil
}
