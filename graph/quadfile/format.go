package quadfile

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
)

// The indices of the directions.
const (
	subject = iota
	predicate
	object
	label
)

// Version is the version of the format that is written, and the only one that is
// read.
const Version = 1

// A file is
//
//	header     magic, version
//	symbols    what terms are written in
//	terms      groups of terms, the first of a group whole, the others by what differs
//	groups     where each group begins, and where the last ends
//	rows       the quads by subject, predicate, object and label: the last three,
//	           as places in the lists of ids of their directions
//	firsts     a bit for each row, 1 where a subject begins
//	counts     for every 64 rows, how many subjects began before
//	then for each direction
//	ids        the ids of the terms that stand in it, 0 for the missing label
//	starts     how many quads come before those of each, and how many there are
//	list       for the others than the subject: the rows of each, those of an
//	           object by predicate
//	sums       the checksum of each block of all before
//	footer     the numbers of type layout, a checksum of sums and footer, magic
//
// All but symbols, terms, header and footer are packed lists. The id of a term is its
// place in the order of terms, from 1.
const (
	magic      = "relata quads"
	headerSize = len(magic) + 4
	groupTerms = 16
	numFields  = 28
	footerSize = numFields*8 + 4 + len(magic)
)

// A layout says where in a file things are.
type layout struct {
	size, terms, quads      int // bytes, terms and quads in all
	symbolsOff, symbolsSize int
	termsOff, termsSize     int
	groupsOff, rowsOff      int
	firstsOff, countsOff    int
	sumsStart               int
	dirs                    [4]dirLayout // by direction, from subject
}

type dirLayout struct {
	count                    int // of ids
	idsOff, startsOff, lists int
}

// fields gives the numbers of a layout in their order in the footer.
func (l *layout) fields() []*int {
	f := []*int{&l.size, &l.terms, &l.quads, &l.symbolsOff, &l.symbolsSize, &l.termsOff, &l.termsSize, &l.groupsOff,
		&l.rowsOff, &l.firstsOff, &l.countsOff, &l.sumsStart}
	for i := range l.dirs {
		d := &l.dirs[i]
		f = append(f, &d.count, &d.idsOff, &d.startsOff, &d.lists)
	}
	return f
}

// groups is how many groups of terms there are.
func (l *layout) groups() int { return (l.terms + groupTerms - 1) / groupTerms }

// rowWords is how many words the bits of firsts take.
func (l *layout) rowWords() int { return (l.quads + 63) / 64 }

// rowWidths are the bits of the parts of a row, of which the subject has none.
func (l *layout) rowWidths() (widths [4]uint, sum uint) {
	for i := predicate; i <= label; i++ {
		widths[i] = widthOf(max(l.dirs[i].count-1, 0))
		sum += widths[i]
	}
	return widths, sum
}

func header() []byte { return binary.LittleEndian.AppendUint32([]byte(magic), Version) }

// footer gives what ends a file with sums.
func (l *layout) footer(sums []byte) []byte {
	var b []byte
	for _, v := range l.fields() {
		b = binary.LittleEndian.AppendUint64(b, uint64(*v))
	}
	crc := crc32.Update(crc32.Checksum(sums, castagnoli), castagnoli, b)
	return append(binary.LittleEndian.AppendUint32(b, crc), magic...)
}

// readLayout checks header and footer and that all parts lie in data.
func readLayout(data []byte) (*layout, error) {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	if v := binary.LittleEndian.Uint32(data[len(magic):]); v != Version {
		return nil, fmt.Errorf("%w: %d, want %d", ErrVersion, v, Version)
	}
	if len(data) < headerSize+footerSize || string(data[len(data)-len(magic):]) != magic {
		return nil, fmt.Errorf("%w: its end is missing", ErrDamaged)
	}
	l := &layout{}
	tail := data[len(data)-footerSize:]
	for i, v := range l.fields() {
		u := binary.LittleEndian.Uint64(tail[8*i:])
		if u > math.MaxInt/256 {
			return nil, fmt.Errorf("%w: the footer is wrong", ErrDamaged)
		}
		*v = int(u)
	}
	if l.size != len(data) {
		return nil, fmt.Errorf("%w: it has %d bytes, want %d", ErrDamaged, len(data), l.size)
	}
	end := len(data) - footerSize // of the sums
	if l.sumsStart < headerSize || l.sumsStart > end || end-l.sumsStart != 4*((l.sumsStart+blockSize-1)/blockSize) {
		return nil, fmt.Errorf("%w: the footer is wrong", ErrDamaged)
	}
	fields := tail[:numFields*8]
	crc := crc32.Update(crc32.Checksum(data[l.sumsStart:end], castagnoli), castagnoli, fields)
	if crc != binary.LittleEndian.Uint32(tail[numFields*8:]) {
		return nil, fmt.Errorf("%w: the checksum of the footer does not fit", ErrDamaged)
	}
	return l, l.check()
}

// check checks that all parts lie between header and sums and that numbers fit.
func (l *layout) check() error {
	_, row := l.rowWidths()
	ok := l.terms <= math.MaxUint32 && l.quads <= math.MaxUint32 && l.lies(l.symbolsOff, l.symbolsSize) &&
		l.lies(l.termsOff, l.termsSize) &&
		l.lies(l.groupsOff, packedSize(l.groups()+1, widthOf(l.termsSize))) &&
		l.lies(l.rowsOff, packedSize(l.quads, row)) && l.lies(l.firstsOff, packedSize(l.rowWords(), 64)) &&
		l.lies(l.countsOff, packedSize(l.rowWords(), widthOf(l.quads)))
	for i, d := range l.dirs {
		ok = ok && d.count <= l.terms+1 && (d.count > 0) == (l.quads > 0) &&
			l.lies(d.idsOff, packedSize(d.count, widthOf(l.terms))) &&
			l.lies(d.startsOff, packedSize(d.count+1, widthOf(l.quads)))
		if i != subject {
			ok = ok && l.lies(d.lists, packedSize(l.quads, widthOf(l.quads)))
		}
	}
	if !ok {
		return fmt.Errorf("%w: the footer is wrong", ErrDamaged)
	}
	return nil
}

func (l *layout) lies(off, size int) bool {
	return headerSize <= off && off <= l.sumsStart && size <= l.sumsStart-off
}
