// Package storefile keeps documents and what is made of them, all as bytes, in
// one file that is whole at any moment.
//
// In come documents with their ids and sections with their names; out come the
// same, or an error that says what is damaged. A file never changes: Lock.Replace
// writes another beside it and renames that, so a process that is killed, or a
// full disk, leaves the file as it was, and who has it open reads on. One process
// writes (Acquire), others read at the same time (Open). The package does not
// know what the bytes mean.
//
// A file is a header, sections one after the other, a directory of them and a
// trailer. Checksums (CRC-32C) cover every byte: one the header, directory and
// trailer, one each section, and one each document.
package storefile

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// Errors of this package, for errors.Is.
var (
	ErrNotStore = errors.New("not a relata store")
	ErrVersion  = errors.New("another version of the store's format")
	ErrEmpty    = errors.New("the store is empty: nothing has been written yet")
	ErrDamaged  = errors.New("the store is damaged")
)

const (
	magic       = "relata store" // of 12 bytes, so that the first section begins at byte 16
	headerSize  = len(magic) + 4 // with the version
	endMagic    = "end\n"
	trailerSize = 3*8 + 4 + len(endMagic) // offset and length of the directory, length of the file, checksum
	docsName    = "documents"
	indexName   = "index"
)

// Version is that of the format of files, and of what their users put into them.
// It changes with either.
const Version = 3

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A section is a part of a file.
type section struct {
	name           string
	offset, length int64
	sum            uint32
}

func appendText[T ~string | ~[]byte](b []byte, s T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendDirectory writes where sections are.
func appendDirectory(b []byte, sections []section) []byte {
	b = binary.AppendUvarint(b, uint64(len(sections)))
	for _, s := range sections {
		b = appendText(b, s.name)
		b = binary.AppendUvarint(b, uint64(s.length))
		b = binary.LittleEndian.AppendUint32(b, s.sum)
	}
	return b
}

// readDirectory reads what appendDirectory has written of a file whose directory
// is at end. The sections fill the file from the header to there.
func readDirectory(b []byte, end int64) ([]section, error) {
	r := &reader{data: b}
	sections := make([]section, r.count())
	offset := int64(headerSize)
	for i := range sections {
		s := section{name: string(r.text()), offset: offset, length: r.size(), sum: r.sum()}
		if s.length > end-offset {
			return nil, errShort
		}
		sections[i] = s
		offset += s.length
	}
	if offset != end || len(r.data) > 0 {
		r.err = errShort
	}
	return sections, r.err
}

func header() []byte { return binary.LittleEndian.AppendUint32([]byte(magic), Version) }

// appendTrailer writes the end of a file whose directory is at offset.
func appendTrailer(b []byte, offset int64, directory []byte) []byte {
	start := len(b)
	size := offset + int64(len(directory)) + int64(trailerSize)
	for _, n := range []int64{offset, int64(len(directory)), size} {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	b = binary.LittleEndian.AppendUint32(b, trailerSum(directory, b[start:]))
	return append(b, endMagic...)
}

// trailerSum is the checksum of what is neither section nor document.
func trailerSum(directory, numbers []byte) uint32 {
	sum := crc32.Checksum(header(), castagnoli)
	sum = crc32.Update(sum, castagnoli, directory)
	return crc32.Update(sum, castagnoli, numbers)
}

var errShort = errors.New("it ends too early")

// A reader takes numbers and texts from the front of data. After the first error
// it gives only zeros.
type reader struct {
	data []byte
	err  error
}

func (r *reader) size() int64 {
	n, k := binary.Uvarint(r.data)
	if k <= 0 || int64(n) < 0 {
		r.data, r.err = nil, errShort
		return 0
	}
	r.data = r.data[k:]
	return int64(n)
}

// count reads a number of things that take a byte at least.
func (r *reader) count() int {
	n := r.size()
	if n > int64(len(r.data)) {
		r.data, r.err = nil, errShort
		return 0
	}
	return int(n)
}

func (r *reader) text() []byte {
	n := r.count()
	s := r.data[:n:n]
	r.data = r.data[n:]
	return s
}

func (r *reader) sum() uint32 {
	if len(r.data) < 4 {
		r.data, r.err = nil, errShort
		return 0
	}
	n := binary.LittleEndian.Uint32(r.data)
	r.data = r.data[4:]
	return n
}

// A writer counts and sums up what it writes.
type writer struct {
	w      *bufio.Writer
	offset int64
	sum    uint32
}

func (w *writer) Write(b []byte) (int, error) {
	n, err := w.w.Write(b)
	w.offset += int64(n)
	w.sum = crc32.Update(w.sum, castagnoli, b[:n])
	return n, err
}

// section writes a section.
func (w *writer) section(name string, write func(io.Writer) error) (section, error) {
	s := section{name: name, offset: w.offset}
	w.sum = 0
	err := write(w)
	s.length, s.sum = w.offset-s.offset, w.sum
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return s, err
}
