package graph

import (
	"bufio"
	"bytes"
	"io"

	"github.com/cayleygraph/quad"
)

// GoodLines gives what r has without the lines that are no N-Quads, of which it tells
// bad; the other lines keep their numbers.
func GoodLines(r io.Reader, bad func(*SyntaxError)) io.Reader {
	return &goodLines{
		lines: lineReader{r: bufio.NewReaderSize(r, 1<<16)}, parser: lineParser{terms: map[string]quad.Value{}}, bad: bad,
	}
}

type goodLines struct {
	lines  lineReader
	parser lineParser
	bad    func(*SyntaxError)
	n      int    // lines so far
	rest   []byte // checked and not yet read
	err    error
}

func (g *goodLines) Read(p []byte) (int, error) {
	for len(g.rest) == 0 {
		if g.err != nil {
			return 0, g.err
		}
		g.n++
		var line []byte
		if line, g.err = g.lines.next(); g.err != nil && g.err != io.EOF {
			return 0, g.err
		}
		for part := range bytes.SplitSeq(line, []byte{'\r'}) {
			if _, err := g.parser.parse(part); err != nil {
				g.bad(g.parser.fault(g.n, part, err))
				line = nil
				break
			}
		}
		g.rest = append(append(g.rest[:0], line...), '\n')
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}
