// Package quadfile keeps a graph in a file that is made once and read without
// being loaded: behind Cayley's interface, so that paths and Gizmo run on it,
// and by direct look-ups.
//
// In come quads; out comes a file: a sorted dictionary of terms, the quads as
// rows of numbers sorted by subject, predicate, object and label, and lists of
// rows by object, predicate and label. A search is a binary search, a read a few
// bytes; what is read is checked against a checksum when it is first touched.
// From below: term.go has the bytes of a term, blocks.go the checksums, packed.go
// the lists of numbers, format.go where things lie, symbols.go what texts are
// written in, dict.go the terms, file.go and index.go the quads, read.go the direct
// look-ups; write.go makes a file, from what intake.go and sorter.go have sorted;
// quadstore.go, iterator.go, shape.go and walk.go are Cayley's side. The package
// knows nothing of facts or documents.
package quadfile

import (
	"errors"
	"runtime/debug"
)

// A File is a graph that does not change. Its methods are safe for concurrent use.
//
// What a damaged part would have told is left out where a method can give no
// error; so ask Err after reading through Cayley.
type File struct {
	blocks   *blocks
	layout   *layout
	dict     dict
	counts   packed // of subjects
	rowWidth int    // bits
	dirs     [4]column
	close    func() error
}

// A column is what a file has for a direction.
type column struct {
	ids    packed // of its terms, in their order
	starts packed // how many quads come before those of each
	list   packed // the rows of each; of the subject empty, as they are 0, 1, 2, …
	bit    int    // where a row has the place of its term in ids; not the subject's
	width  uint
}

// Open opens a file that lies in data, which is not to be changed. It reads the
// end of it only: damage elsewhere is found when it is read, or by Check. The
// error is ErrFormat, ErrVersion or ErrDamaged.
func Open(data []byte) (*File, error) {
	l, err := readLayout(data)
	if err != nil {
		return nil, err
	}
	b := newBlocks(data[:l.sumsStart], data[l.sumsStart:len(data)-footerSize])
	f := &File{blocks: b, layout: l, close: func() error { return nil }}
	symbols, err := readSymbols(b.bytes(l.symbolsOff, l.symbolsOff+l.symbolsSize))
	if err != nil {
		b.fail("%v", err)
		return nil, f.Err()
	}
	f.dict = dict{b: b, symbols: symbols, off: l.termsOff, n: l.terms,
		groups: packed{b, l.groupsOff, l.groups() + 1, widthOf(l.termsSize)}}
	f.counts = packed{b, l.countsOff, l.rowWords(), widthOf(l.quads)}
	widths, _ := l.rowWidths()
	bit := 0
	for i, d := range l.dirs {
		f.dirs[i] = column{
			ids:    packed{b, d.idsOff, d.count, widthOf(l.terms)},
			starts: packed{b, d.startsOff, d.count + 1, widthOf(l.quads)},
			bit:    bit,
			width:  widths[i],
		}
		if i != subject {
			f.dirs[i].list = packed{b, d.lists, l.quads, widthOf(l.quads)}
		}
		bit += int(widths[i])
	}
	f.rowWidth = bit
	return f, nil
}

// OpenFile opens the file at path, mapped into memory where the system can.
func OpenFile(path string) (*File, error) {
	data, unmap, err := Map(path)
	if err != nil {
		return nil, err
	}
	f, err := Open(data)
	if err != nil {
		return nil, errors.Join(err, unmap())
	}
	f.close = unmap
	return f, nil
}

// Close ends the mapping of a file that OpenFile has opened; nothing may read
// it then.
func (f *File) Close() error { return f.close() }

// Err gives the first damage that reading has found, nil if there was none.
func (f *File) Err() error { return f.blocks.Err() }

// Len gives the number of quads.
func (f *File) Len() int { return f.layout.quads }

// Size gives the number of bytes.
func (f *File) Size() int { return f.layout.size }

// Guard calls read and gives its error, or ErrDamaged if the file that it reads
// was cut by somebody while it was mapped; without Guard that ends the process.
func Guard(read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if _, fault := p.(interface{ Addr() uintptr }); !fault {
			panic(p)
		}
		err = errCut
	}()
	return read()
}
