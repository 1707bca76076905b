package storefile

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
	"iter"
)

// A Document is what a file keeps of one document.
type Document struct {
	ID   string
	Head []byte // what one wants to know of it without reading Data
	Data []byte
}

// A Section is a part of a file beside the documents.
type Section struct {
	Name  string
	Write func(io.Writer) error
}

// Contents are what a file holds. The first section begins at byte 16, so that
// it can be read in place.
type Contents struct {
	Sections  []Section
	Documents iter.Seq2[Document, error] // sorted by id, each once; it ends with an error
}

// write writes a file.
func (c Contents) write(out io.Writer) error {
	w := &writer{w: bufio.NewWriterSize(out, 1<<20)}
	if _, err := w.Write(header()); err != nil {
		return err
	}
	var sections []section
	var index []byte
	documents := func(w io.Writer) (err error) {
		index, err = c.documents(w)
		return err
	}
	all := append(c.Sections[:len(c.Sections):len(c.Sections)], Section{docsName, documents},
		Section{indexName, func(w io.Writer) error { _, err := w.Write(index); return err }})
	for _, s := range all {
		written, err := w.section(s.Name, s.Write)
		if err != nil {
			return err
		}
		sections = append(sections, written)
	}
	offset := w.offset
	directory := appendDirectory(nil, sections)
	if _, err := w.Write(appendTrailer(directory, offset, directory)); err != nil {
		return err
	}
	return w.w.Flush()
}

// documents writes the data of all documents, and gives their index.
func (c Contents) documents(w io.Writer) (index []byte, err error) {
	n := 0
	for d, err := range c.Documents {
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(d.Data); err != nil {
			return nil, err
		}
		index = appendText(index, d.ID)
		index = appendText(index, d.Head)
		index = binary.AppendUvarint(index, uint64(len(d.Data)))
		index = binary.LittleEndian.AppendUint32(index, crc32.Checksum(d.Data, castagnoli))
		n++
	}
	return append(binary.AppendUvarint(nil, uint64(n)), index...), nil
}
