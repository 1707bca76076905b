package source

import (
	"io"
	"sync/atomic"
)

// A Progress tells how far Read is. The zero value is ready; it is safe for concurrent
// use, and is for one Read.
type Progress struct{ read, total atomic.Int64 }

// Bytes gives how many bytes of the files were read, compressed as they are, and how
// many there are in all. total is 0 until that is known, and where it cannot be: of
// pipes.
func (p *Progress) Bytes() (read, total int64) { return p.read.Load(), p.total.Load() }

// expect tells p of the bytes of all files; nil is told nothing.
func (p *Progress) expect(total int64) {
	if p != nil {
		p.total.Store(total)
	}
}

// of gives a reader of a file that tells p of what it reads, and what tells it that the
// file is done with, read to its end or not.
func (p *Progress) of(in io.Reader, size int64) (counted io.Reader, done func()) {
	if p == nil {
		return in, func() {}
	}
	read := int64(0)
	count := func(n int64) {
		read += n
		p.read.Add(n)
	}
	return &countReader{in: in, count: count}, func() { p.read.Add(max(0, size-read)) }
}
