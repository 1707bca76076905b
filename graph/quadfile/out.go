package quadfile

import (
	"encoding/binary"
	"hash/crc32"
	"io"
)

// out writes a file from its beginning and makes the checksums of its blocks.
// After an error it writes nothing more.
type out struct {
	w    io.Writer
	off  int // bytes written or waiting in buf
	buf  []byte
	sums []byte
	err  error

	word uint64 // bits of a packed list that do not fill a byte yet
	bits uint
}

func newOut(w io.Writer) *out { return &out{w: w, buf: make([]byte, 0, blockSize)} }

func (o *out) write(p []byte) {
	o.off += len(p)
	for len(p) > 0 && o.err == nil {
		n := min(len(p), blockSize-len(o.buf))
		o.buf = append(o.buf, p[:n]...)
		p = p[n:]
		if len(o.buf) == blockSize {
			o.flush()
		}
	}
}

// flush writes a block, which is a whole one but for the last.
func (o *out) flush() {
	if len(o.buf) > 0 && o.err == nil {
		o.sums = binary.LittleEndian.AppendUint32(o.sums, crc32.Checksum(o.buf, castagnoli))
		_, o.err = o.w.Write(o.buf)
		o.buf = o.buf[:0]
	}
}

// pack adds a number of width bits to a packed list.
func (o *out) pack(v int, width uint) {
	o.word |= uint64(v) << o.bits
	o.bits += width
	for o.bits >= 8 {
		if len(o.buf) == blockSize-1 {
			o.write([]byte{byte(o.word)})
		} else {
			o.buf = append(o.buf, byte(o.word))
			o.off++
		}
		o.word >>= 8
		o.bits -= 8
	}
}

// endList ends a packed list, so that each number can be read as part of a word.
func (o *out) endList() {
	if o.bits > 0 {
		o.pack(0, 8-o.bits)
	}
	o.write(make([]byte, 8))
}

// finish writes sums and footer.
func (o *out) finish(l *layout) error {
	l.sumsStart = o.off
	o.flush()
	l.size = o.off + len(o.sums) + footerSize
	if o.err == nil {
		_, o.err = o.w.Write(append(o.sums, l.footer(o.sums)...))
	}
	return o.err
}
