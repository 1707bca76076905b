package quadfile

import "math/bits"

// A packed list has unsigned integers of at most 56 bits, one behind the other
// with no bit between them.
type packed struct {
	b     *blocks
	off   int // of its first byte
	n     int
	width uint // bits of each
}

// widthOf is how many bits the numbers up to limit need.
func widthOf(limit int) uint { return uint(bits.Len64(uint64(limit))) }

// packedSize is how many bytes n numbers of width bits take, with those that
// make each readable as part of a word.
func packedSize(n int, width uint) int { return (n*int(width)+7)/8 + 8 }

// at gives the i-th number, and 0 with an error in blocks if there is none.
func (p *packed) at(i int) int {
	if uint(i) >= uint(p.n) {
		p.b.fail("number %d of %d is not there", i, p.n)
		return 0
	}
	return p.b.bits(p.off, i*int(p.width), p.width)
}

// bits gives the number of width bits that begins bit bits after an offset.
func (b *blocks) bits(off, bit int, width uint) int {
	return int(b.word(off+bit>>3) >> (bit & 7) & (1<<width - 1))
}

// search gives the first i from lo to hi of which the number is at least v.
func (p *packed) search(lo, hi, v int) int {
	return search(lo, hi, func(i int) bool { return p.at(i) >= v })
}

// search gives the first i from lo to hi for which past holds, hi if there is
// none. It holds for all behind one for which it holds.
func search(lo, hi int, past func(i int) bool) int {
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); past(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
