package storefile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
)

// A File is open for reading. It stays as it is when another takes its place. Its
// methods are safe for concurrent use, but for Map and Close.
type File struct {
	path     string
	file     *os.File
	sections []section
	unmap    []func()
}

// An Entry tells what a file has of a document.
type Entry struct {
	ID             string
	Head           []byte
	offset, length int64
	sum            uint32
}

// Open opens the file at path and checks its header, directory and trailer. The
// error is ErrNotStore, ErrVersion, ErrEmpty, ErrDamaged, or of the file system.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: path, file: file}
	if err := f.readFrame(); err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

// readFrame reads what holds the sections.
func (f *File) readFrame() error {
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return ErrNotStore
	}
	size := info.Size()
	if size == 0 {
		return ErrEmpty
	}
	head := make([]byte, min(size, int64(headerSize)+4))
	if err := f.readAt(head, 0); err != nil {
		return err
	}
	if err := checkHeader(head); err != nil {
		return err
	}
	if size < int64(headerSize+trailerSize) {
		return fmt.Errorf("%w: it is cut short", ErrDamaged)
	}
	trailer := make([]byte, trailerSize)
	if err := f.readAt(trailer, size-int64(trailerSize)); err != nil {
		return err
	}
	numbers := trailer[:3*8]
	offset, length, whole := int64(binary.LittleEndian.Uint64(numbers)),
		int64(binary.LittleEndian.Uint64(numbers[8:])), int64(binary.LittleEndian.Uint64(numbers[16:]))
	if string(trailer[len(trailer)-len(endMagic):]) != endMagic || whole != size ||
		offset < int64(headerSize) || length < 0 || offset > size || offset+length != size-int64(trailerSize) {
		return fmt.Errorf("%w: it is cut short, or its end is", ErrDamaged)
	}
	directory := make([]byte, length)
	if err := f.readAt(directory, offset); err != nil {
		return err
	}
	if binary.LittleEndian.Uint32(trailer[len(numbers):]) != trailerSum(directory, numbers) {
		return fmt.Errorf("%w: its directory is", ErrDamaged)
	}
	if f.sections, err = readDirectory(directory, offset); err != nil {
		return fmt.Errorf("%w: its directory: %w", ErrDamaged, err)
	}
	return nil
}

// boltMagic stands at byte 16 of the stores of version 1, which were bbolt files.
const boltMagic = 0xED0CDAED

// checkHeader tells whether a file that begins with head is a store.
func checkHeader(head []byte) error {
	version := uint32(0)
	switch start := head[:min(len(head), headerSize)]; {
	case len(start) == headerSize && bytes.HasPrefix(start, []byte(magic)):
		version = binary.LittleEndian.Uint32(start[len(magic):])
	case bytes.HasPrefix(header(), start):
		return fmt.Errorf("%w: it is cut short", ErrDamaged)
	case len(head) == headerSize+4 && binary.LittleEndian.Uint32(head[headerSize:]) == boltMagic:
		version = 1
	default:
		return ErrNotStore
	}
	if version != Version {
		return fmt.Errorf("%w: it has %d, want %d", ErrVersion, version, Version)
	}
	return nil
}

// readAt fills b.
func (f *File) readAt(b []byte, offset int64) error {
	_, err := f.file.ReadAt(b, offset)
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: it is cut short", ErrDamaged)
	}
	return err
}

// find gives a section by its name.
func (f *File) find(name string) (section, bool) {
	i := slices.IndexFunc(f.sections, func(s section) bool { return s.name == name })
	if i < 0 {
		return section{}, false
	}
	return f.sections[i], true
}

// Read gives a copy of a section, nil if there is none.
func (f *File) Read(name string) ([]byte, error) {
	s, ok := f.find(name)
	if !ok {
		return nil, nil
	}
	data := make([]byte, s.length)
	if err := f.readAt(data, s.offset); err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	if crc32.Checksum(data, castagnoli) != s.sum {
		return nil, fmt.Errorf("%s: %w: section %s", f.path, ErrDamaged, name)
	}
	return data, nil
}

// Map gives a section in place, nil if there is none. It must not be changed, nor
// used after Close. Its bytes are not checked, and a file that somebody cuts while
// it is read makes reading fail as debug.SetPanicOnFault has it.
func (f *File) Map(name string) ([]byte, error) {
	s, ok := f.find(name)
	if !ok {
		return nil, nil
	}
	data, unmap, err := mapFile(f.file, s.offset, s.length)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	f.unmap = append(f.unmap, unmap)
	return data, nil
}

// Has tells whether there is a section with a name.
func (f *File) Has(name string) bool {
	_, ok := f.find(name)
	return ok
}

// Entries gives the entries of all documents, sorted by id.
func (f *File) Entries() ([]Entry, error) {
	index, err := f.Read(indexName)
	if err != nil {
		return nil, err
	}
	docs, _ := f.find(docsName)
	r := &reader{data: index}
	entries := make([]Entry, r.count())
	offset, end := docs.offset, docs.offset+docs.length
	for i := range entries {
		e := Entry{ID: string(r.text()), Head: r.text(), offset: offset, length: r.size(), sum: r.sum()}
		if e.length > end-offset || i > 0 && e.ID <= entries[i-1].ID {
			return nil, fmt.Errorf("%s: %w: its index does not fit the documents", f.path, ErrDamaged)
		}
		offset += e.length
		entries[i] = e
	}
	if r.err != nil || len(r.data) > 0 || offset != end {
		return nil, fmt.Errorf("%s: %w: its index does not fit the documents", f.path, ErrDamaged)
	}
	return entries, nil
}

// Data gives what the file has of a document, in buf if it is large enough.
func (f *File) Data(e Entry, buf []byte) ([]byte, error) {
	data := slices.Grow(buf[:0], int(e.length))[:e.length]
	if err := f.readAt(data, e.offset); err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	if crc32.Checksum(data, castagnoli) != e.sum {
		return nil, fmt.Errorf("%s: %w: document %q", f.path, ErrDamaged, e.ID)
	}
	return data, nil
}

// Check reads all of the file and gives what is damaged: names of sections, and
// ids of documents.
func (f *File) Check() (sections, documents []string, err error) {
	for _, s := range f.sections {
		if s.name == docsName {
			continue // each by itself
		}
		if _, err := f.Read(s.name); errors.Is(err, ErrDamaged) {
			sections = append(sections, s.name)
		} else if err != nil {
			return nil, nil, err
		}
	}
	if slices.Contains(sections, indexName) {
		return sections, nil, nil
	}
	entries, err := f.Entries()
	if err != nil {
		return append(sections, indexName), nil, nil
	}
	var buf []byte
	for _, e := range entries {
		data, err := f.Data(e, buf)
		if errors.Is(err, ErrDamaged) {
			documents = append(documents, e.ID)
		} else if err != nil {
			return nil, nil, err
		} else {
			buf = data
		}
	}
	return sections, documents, nil
}

// Close closes the file.
func (f *File) Close() error {
	for _, unmap := range f.unmap {
		unmap()
	}
	f.unmap = nil
	return f.file.Close()
}
