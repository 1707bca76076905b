package source

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
)

// What is compressed may grow so much: text shrinks to a quarter, seldom to a tenth.
const (
	maxGrowth    = 200
	alwaysGrowth = 64 << 20 // bytes, however little was read
)

// A growth is how many bytes were read of a file and how many came out of all that is
// compressed in it, also of what is compressed twice, or is found in it twice.
type growth struct{ read, grown int64 }

// input counts what is read of the file.
func (g *growth) input(in io.Reader) io.Reader {
	return &countReader{in: in, count: func(n int64) { g.read += n }}
}

// output reads what came out of it, as long as that is not absurd.
func (g *growth) output(in io.Reader) io.Reader {
	return &countReader{in: in, count: func(n int64) { g.grown += n }, limit: g}
}

func (g *growth) check() error {
	if g.grown > max(alwaysGrowth, maxGrowth*g.read) {
		return fmt.Errorf("%w: it grows to more than %d times its size", ErrCompressed, maxGrowth)
	}
	return nil
}

// A countReader tells count how many bytes it reads and, with a limit, ends when those
// are too many.
type countReader struct {
	in    io.Reader
	count func(bytes int64)
	limit *growth
}

func (c *countReader) Read(p []byte) (int, error) {
	if c.limit != nil {
		if err := c.limit.check(); err != nil {
			return 0, err
		}
	}
	n, err := c.in.Read(p)
	c.count(int64(n))
	return n, err
}

// expanded gives what a stream holds, in clear if it is compressed with gzip.
func (g *growth) expanded(in io.Reader) (*bufio.Reader, error) {
	buf := bufio.NewReaderSize(in, 256<<10)
	if magic, _ := buf.Peek(2); string(magic) != "\x1f\x8b" {
		return buf, nil
	}
	z, err := gzip.NewReader(buf)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrCompressed, err)
	}
	return bufio.NewReaderSize(g.output(z), 256<<10), nil
}
