package quadfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sync/atomic"
)

// Errors of reading, for errors.Is.
var (
	ErrFormat  = errors.New("not a graph file")
	ErrVersion = errors.New("a graph file of another version")
	ErrDamaged = errors.New("the graph file is damaged")
)

var errCut = fmt.Errorf("%w: it was cut while it was read", ErrDamaged)

// Checksums are of blocks of this many bytes.
const (
	blockBits = 16
	blockSize = 1 << blockBits
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// blocks are the bytes of a file with a checksum for each block, which is
// compared before the block is first read. A read of what is damaged, or of
// what is not there, gives zeros and leaves the error in err.
type blocks struct {
	data  []byte
	sums  []byte          // four bytes a block
	sound []atomic.Uint32 // 1 where a block and the one behind it have been compared
	err   atomic.Pointer[error]
}

func newBlocks(data, sums []byte) *blocks {
	return &blocks{data: data, sums: sums, sound: make([]atomic.Uint32, len(sums)/4)}
}

// fail keeps the first error.
func (b *blocks) fail(format string, args ...any) {
	err := fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
	b.err.CompareAndSwap(nil, &err)
}

// Err gives the first damage that was found, nil if there was none.
func (b *blocks) Err() error {
	if err := b.err.Load(); err != nil {
		return *err
	}
	return nil
}

// ready tells whether the bytes at an offset, and eight more, can be read.
func (b *blocks) ready(off int) bool {
	i := off >> blockBits
	if uint(i) >= uint(len(b.sound)) {
		b.fail("byte %d is past the end", off)
		return false
	}
	return b.sound[i].Load() == 1 || b.compare(i)
}

// compare compares the checksums of a block and the one behind it, into which a
// word can reach.
func (b *blocks) compare(i int) bool {
	for j := i; j < min(i+2, len(b.sound)); j++ {
		block := b.data[j<<blockBits : min((j+1)<<blockBits, len(b.data))]
		if crc32.Checksum(block, castagnoli) != binary.LittleEndian.Uint32(b.sums[4*j:]) {
			b.fail("the checksum of bytes %d to %d does not fit", j<<blockBits, j<<blockBits+len(block))
			return false
		}
	}
	b.sound[i].Store(1)
	return true
}

// word gives the eight bytes at an offset.
func (b *blocks) word(off int) uint64 {
	if !b.ready(off) {
		return 0
	}
	if off > len(b.data)-8 {
		b.fail("byte %d is past the end", off)
		return 0
	}
	return binary.LittleEndian.Uint64(b.data[off:])
}

// bytes gives the bytes from an offset to another, nil if they are not there.
func (b *blocks) bytes(from, to int) []byte {
	if from < 0 || from > to || to > len(b.data) {
		b.fail("bytes %d to %d are not there", from, to)
		return nil
	}
	for off := from; off < to; off = (off>>blockBits + 1) << blockBits {
		if !b.ready(off) {
			return nil
		}
	}
	return b.data[from:to]
}
