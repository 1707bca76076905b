package source

import (
	"bufio"
	"io"
)

// A rowReader reads a table for encoding/csv (with LazyQuotes) and cuts rows that are too
// long, so that only these are lost: it ends them, and drops what is left of them.
type rowReader struct {
	in    *bufio.Reader
	comma byte
	max   int64 // bytes in a row

	state   rowState
	size    int64 // bytes of the row so far
	read    int64 // bytes given
	lost    int   // lines dropped, in all
	cut     []cutRow
	above   int    // lines dropped up to the last row that was asked for
	pending []byte // still to give
}

// A cutRow is a row that was cut: where it ends in what was given, and how many lines were
// dropped up to there.
type cutRow struct {
	end  int64
	lost int
}

type rowState byte

const (
	fieldStart rowState = iota
	inField
	inQuotes
	afterQuote // in quotes: the end of them, or half of a doubled one
)

// after gives the state behind a byte, and whether the byte ends a row.
func (s rowState) after(b, comma byte) (next rowState, ends bool) {
	switch {
	case s == inQuotes && b != '"':
		return inQuotes, false
	case s == inQuotes:
		return afterQuote, false
	case b == comma:
		return fieldStart, false
	case b == '\n':
		return fieldStart, true
	case s == afterQuote && b == '\r': // of the end of the line
		return afterQuote, false
	case s == afterQuote: // it is doubled, or stands alone in the text
		return inQuotes, false
	case s == fieldStart && b == '"':
		return inQuotes, false
	}
	return inField, false
}

func (r *rowReader) Read(p []byte) (n int, err error) {
	for n == 0 && err == nil {
		if len(r.pending) > 0 {
			n = copy(p, r.pending)
			r.pending = r.pending[n:]
			break
		}
		n, err = r.pass(p)
	}
	r.read += int64(n)
	return n, err
}

// pass gives what is buffered, up to where a row is too long.
func (r *rowReader) pass(p []byte) (n int, err error) {
	if r.in.Buffered() == 0 {
		if _, err := r.in.Peek(1); err != nil {
			return 0, err
		}
	}
	block, _ := r.in.Peek(min(len(p), r.in.Buffered()))
	for n < len(block) {
		next, ends := r.state.after(block[n], r.comma)
		if r.size++; r.size > r.max && !ends {
			break
		}
		if r.state = next; ends {
			r.size = 0
		}
		n++
	}
	copy(p, block[:n])
	if _, err := r.in.Discard(n); err != nil || r.size <= r.max {
		return n, err
	}
	return n, r.drop(int64(n))
}

// drop leaves out the rest of a row, n bytes behind what was given before.
func (r *rowReader) drop(n int64) error {
	if r.pending = []byte("\n"); r.state == inQuotes {
		r.pending = []byte("\"\n")
	}
	for ends := false; !ends; {
		b, err := r.in.ReadByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if r.state, ends = r.state.after(b, r.comma); b == '\n' && !ends {
			r.lost++
		}
	}
	r.state, r.size = fieldStart, 0
	r.cut = append(r.cut, cutRow{r.read + n + int64(len(r.pending)), r.lost})
	return nil
}

// row tells of a row that ends at a byte of what was given, behind those that were asked
// for before, whether it was cut, and how many lines above it were dropped.
func (r *rowReader) row(end int64) (cut bool, above int) {
	above = r.above
	for ; len(r.cut) > 0 && r.cut[0].end <= end; r.cut = r.cut[1:] {
		cut, r.above = r.cut[0].end == end, r.cut[0].lost
		if !cut {
			above = r.above
		}
	}
	return cut, above
}

// unclosed tells whether what ends at a byte of what was given is the last row, and ends
// in quotes.
func (r *rowReader) unclosed(end int64) bool {
	_, err := r.in.Peek(1)
	return err == io.EOF && r.state == inQuotes && end == r.read
}
