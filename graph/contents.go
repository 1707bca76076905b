package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
	"sync"

	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph/internal/storefile"
)

// A stored is a document of a store: its head, and its record as it is, in bytes,
// or in a file.
type stored struct {
	head  head
	rec   *record
	data  []byte          // if rec is nil
	entry storefile.Entry // if both are
}

// contents are the documents of a store, by id, and the file or database that has
// those records that are not in memory; nil if there is none.
type contents struct {
	from reading
	docs map[string]*stored
}

// readContents reads the heads of documents.
func readContents(from reading) (contents, error) {
	c := contents{from, map[string]*stored{}}
	entries, err := from.Entries()
	for _, e := range entries {
		d := &stored{entry: e}
		if err := decode(e.Head, d.head.code); err != nil {
			return c, fmt.Errorf("%w: document %q: %w", storefile.ErrDamaged, e.ID, err)
		}
		c.docs[e.ID] = d
	}
	return c, err
}

// bytes gives the record of a document in bytes, in *buf if it comes from the file,
// which may be replaced by a larger one.
func (c *contents) bytes(d *stored, buf *[]byte) ([]byte, error) {
	switch {
	case d.rec != nil:
		return encode(d.rec.code), nil
	case d.data != nil:
		return d.data, nil
	}
	data, err := c.from.Data(d.entry, *buf)
	if err == nil {
		*buf = data
	}
	return data, err
}

// records gives all records, sorted by document.
func (c *contents) records() ([]*record, error) {
	ids := slices.Sorted(maps.Keys(c.docs))
	records, faults := make([]*record, len(ids)), make([]error, len(ids))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			var buf []byte
			for i := w; i < len(ids); i += workers {
				err := fault.Contain(func() { records[i], faults[i] = c.record(ids[i], &buf) })
				faults[i] = cmp.Or(err, faults[i])
			}
		})
	}
	wg.Wait()
	for _, err := range faults {
		if err != nil {
			return nil, err
		}
	}
	return records, nil
}

// record gives the record of a document, by way of buf as with bytes.
func (c *contents) record(id string, buf *[]byte) (*record, error) {
	d := c.docs[id]
	if d.rec != nil {
		return d.rec, nil
	}
	data, err := c.bytes(d, buf)
	if err != nil {
		return nil, err
	}
	rec := &record{}
	if err := decode(data, rec.code); err != nil {
		return nil, fmt.Errorf("%w: document %q: %w", storefile.ErrDamaged, id, err)
	}
	return rec, nil
}

// documents gives the documents with ids as a file has them.
func (c *contents) documents(ids []string) iter.Seq2[storefile.Document, error] {
	return func(yield func(storefile.Document, error) bool) {
		var buf []byte
		for _, id := range ids {
			d := c.docs[id]
			data, err := c.bytes(d, &buf)
			if !yield(storefile.Document{ID: id, Head: encode(d.head.code), Data: data}, err) || err != nil {
				return
			}
		}
	}
}

// hashOf is a hash of all of a document that its record depends on.
func hashOf(d *source.Document) string {
	h := sha256.New()
	var n [8]byte
	number := func(i int) {
		binary.LittleEndian.PutUint64(n[:], uint64(i))
		h.Write(n[:])
	}
	for _, s := range []string{d.ID, d.Title, d.Date, d.URL, d.Text} {
		number(len(s))
		h.Write([]byte(s))
	}
	for _, p := range d.Posts {
		number(p.Start)
		number(len(p.Date))
		h.Write([]byte(p.Date))
	}
	return string(h.Sum(nil)[:16])
}
