package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"github.com/relata-graph/relata/rules"
)

// Errors of Open and Add, for errors.Is.
var (
	ErrLocked   = errors.New("store is in use")
	ErrNotStore = errors.New("not a relata store")
	ErrReadOnly = errors.New("store is open for reading only")
)

// The buckets of a file beside Cayley's.
var (
	metaBucket     = []byte("relata")
	documentBucket = []byte("documents") // records as JSON by document id

	versionKey = []byte("version")
	dirtyKey   = []byte("dirty")   // Cayley's part is behind the documents
	aliasesKey = []byte("aliases") // as JSON

	storeVersion = []byte("1")
)

// A file is a bbolt file with documents and aliases, and beside them the quads
// that they make, in Cayley's part.
type file struct {
	path    string
	db      *bbolt.DB
	kv      *boltKV // Cayley's part of db
	cayley  graph.QuadStore
	aliases *rules.Aliases // that it had when it was opened; nil if none
	dirty   bool           // its writer was killed: update is wanted first
}

// openFile opens a file, and makes it if there is none and it is not only for
// reading. One that is dirty is opened for writing all the same.
func openFile(path string, readOnly bool) (*file, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && readOnly:
		return nil, fmt.Errorf("no store at %s: %w", path, fs.ErrNotExist)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("opening store: %w", err)
	case err == nil && (info.IsDir() || info.Size() == 0 && readOnly):
		return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
	}
	f := &file{path: path}
	if f.db, err = openBolt(path, readOnly); err != nil {
		return nil, err
	}
	fresh, err := f.readMeta(readOnly)
	if err == nil && f.dirty && readOnly {
		f.db.Close()
		if f.db, err = openBolt(path, false); err != nil {
			return nil, err
		}
	}
	if err == nil && fresh {
		err = f.init()
	}
	if err == nil {
		f.kv = newBoltKV(f.db)
		f.cayley, err = kv.New(f.kv, graph.Options{kv.OptNoBloom: true})
	}
	if err != nil {
		f.db.Close()
		return nil, fmt.Errorf("opening store %s: %w", path, err)
	}
	return f, nil
}

func openBolt(path string, readOnly bool) (*bbolt.DB, error) {
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{
		ReadOnly:     readOnly,
		Timeout:      time.Millisecond, // zero would wait for the lock for ever
		FreelistType: bbolt.FreelistMapType,
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%s: %w%s; wait until it has finished", path, ErrLocked, holder(path))
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum),
		errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, io.EOF):
		return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
	case err != nil && strings.Contains(err.Error(), "file size too small"): // bbolt has no name for it
		return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
	case err != nil:
		return nil, fmt.Errorf("opening store %s: %w", path, err)
	}
	return db, nil
}

// readMeta reads what the file says of itself, and tells whether it is new.
func (f *file) readMeta(readOnly bool) (fresh bool, err error) {
	err = f.db.View(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil {
			if k, _ := tx.Cursor().First(); k != nil || readOnly {
				return ErrNotStore
			}
			fresh = true
			return nil
		}
		if v := meta.Get(versionKey); !bytes.Equal(v, storeVersion) {
			return fmt.Errorf("it has version %s, want %s: make it anew with this relata", v, storeVersion)
		}
		f.dirty = meta.Get(dirtyKey) != nil
		if a := meta.Get(aliasesKey); a != nil {
			f.aliases = &rules.Aliases{}
			return json.Unmarshal(a, f.aliases)
		}
		return nil
	})
	return fresh, err
}

// init makes the buckets of a new file.
func (f *file) init() error {
	err := f.db.Update(func(tx *bbolt.Tx) error {
		for _, b := range [][]byte{cayleyBucket, documentBucket} {
			if _, err := tx.CreateBucketIfNotExists(b); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = kv.Init(newBoltKV(f.db), nil)
	}
	if err != nil {
		return err
	}
	return f.db.Update(func(tx *bbolt.Tx) error { // last: a file with it is whole
		meta, err := tx.CreateBucketIfNotExists(metaBucket)
		if err != nil {
			return err
		}
		return meta.Put(versionKey, storeVersion)
	})
}

// close closes the file. The caller sees to it that no query is running.
func (f *file) close() error {
	f.kv.release()
	return f.db.Close()
}

// records gives all records, sorted by document.
func (f *file) records() ([]*record, error) {
	var records []*record
	err := f.db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket(documentBucket).ForEach(func(id, data []byte) error {
			rec, err := readRecord(id, data)
			if err == nil {
				records = append(records, rec)
			}
			return err
		})
	})
	return records, err
}

// record gives the record of a document, nil if there is none.
func (f *file) record(id string) (rec *record, err error) {
	err = f.db.View(func(tx *bbolt.Tx) error {
		if data := tx.Bucket(documentBucket).Get([]byte(id)); data != nil {
			rec, err = readRecord([]byte(id), data)
		}
		return err
	})
	return rec, err
}

func readRecord(id, data []byte) (*record, error) {
	rec := &record{}
	if err := json.Unmarshal(data, rec); err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	return rec, nil
}

// write writes the records that differ from the file's, and aliases as JSON if
// they are not nil, and marks Cayley's part as behind until the next update. It
// tells whether there was anything to write.
func (f *file) write(changed map[string]*record, aliases []byte) (wrote bool, err error) {
	data := map[string][]byte{}
	for id, rec := range changed {
		if data[id], err = json.Marshal(rec); err != nil {
			return false, err
		}
	}
	f.kv.release()
	err = f.db.View(func(tx *bbolt.Tx) error {
		docs := tx.Bucket(documentBucket)
		maps.DeleteFunc(data, func(id string, d []byte) bool { return bytes.Equal(docs.Get([]byte(id)), d) })
		return nil
	})
	if err != nil || len(data) == 0 && aliases == nil {
		return false, err
	}
	return true, f.db.Update(func(tx *bbolt.Tx) error {
		docs := tx.Bucket(documentBucket)
		for _, id := range slices.Sorted(maps.Keys(data)) {
			if err := docs.Put([]byte(id), data[id]); err != nil {
				return err
			}
		}
		meta := tx.Bucket(metaBucket)
		if aliases != nil {
			if err := meta.Put(aliasesKey, aliases); err != nil {
				return err
			}
		}
		return meta.Put(dirtyKey, []byte("1"))
	})
}

// update brings Cayley's part up to the documents, whose quads are want: it
// writes those that are missing and deletes those that should not be there.
func (f *file) update(want []quad.Quad) error {
	have, err := scan(f.cayley)
	if err != nil {
		return err
	}
	f.kv.release()
	for batch := range batches(deltas(have, want)) {
		if err := f.cayley.ApplyDeltas(batch, graph.IgnoreOpts{}); err != nil {
			return err
		}
	}
	return f.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(dirtyKey) })
}
