package graph

import (
	"bytes"
	"context"
	"sync"

	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// cayleyBucket holds everything of Cayley's.
var cayleyBucket = []byte("cayley")

// A boltKV is the key-value store under Cayley's: bbolt behind the interface of
// hidalgo, whose own adapter uses a bbolt of 2019 and makes a bucket of each
// first part of a key, 65,536 of them for Cayley's values. Here all keys lie
// in one bucket.
//
// Cayley's iterators do not close every read transaction that they begin, and
// bbolt can neither grow nor close its file while one is open. So boltKV knows
// the open ones and release ends them.
type boltKV struct {
	db *bbolt.DB

	mu   sync.Mutex
	open map[*boltTx]bool // read transactions
}

func newBoltKV(db *bbolt.DB) *boltKV {
	return &boltKV{db: db, open: map[*boltTx]bool{}}
}

// release ends the read transactions that nobody has closed. The caller sees to
// it that no query is running.
func (k *boltKV) release() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for tx := range k.open {
		tx.tx.Rollback()
	}
	clear(k.open)
}

func (k *boltKV) Close() error {
	k.release()
	return nil // the Store closes the file, where it keeps more than Cayley's bucket
}

func (k *boltKV) Tx(rw bool) (kv.Tx, error) {
	tx, err := k.db.Begin(rw)
	if err != nil {
		return nil, err
	}
	t := &boltTx{kv: k, tx: tx, b: tx.Bucket(cayleyBucket)}
	if !rw {
		k.mu.Lock()
		k.open[t] = true
		k.mu.Unlock()
	}
	return t, nil
}

type boltTx struct {
	kv *boltKV
	tx *bbolt.Tx
	b  *bbolt.Bucket
}

// flat joins the parts of a key, of which Cayley's have one or two. The first
// is preceded by its length, so that a prefix of the second is a prefix of
// the whole.
func flat(k kv.Key) []byte {
	n := 1
	for _, part := range k {
		n += len(part)
	}
	b := make([]byte, 0, n)
	for i, part := range k {
		if i == 0 {
			b = append(b, byte(len(part)))
		}
		b = append(b, part...)
	}
	return b
}

func (t *boltTx) Get(_ context.Context, k kv.Key) (kv.Value, error) {
	v := t.b.Get(flat(k))
	if v == nil {
		return nil, kv.ErrNotFound
	}
	return v, nil
}

func (t *boltTx) GetBatch(_ context.Context, keys []kv.Key) ([]kv.Value, error) {
	vals := make([]kv.Value, len(keys))
	for i, k := range keys {
		vals[i] = t.b.Get(flat(k))
	}
	return vals, nil
}

func (t *boltTx) Put(k kv.Key, v kv.Value) error {
	if len(k) == 2 && len(k[1]) == 0 {
		return nil // hidalgo's way to make a bucket
	}
	return t.b.Put(flat(k), v)
}

func (t *boltTx) Del(k kv.Key) error { return t.b.Delete(flat(k)) }

func (t *boltTx) Commit(context.Context) error {
	if !t.tx.Writable() {
		return t.Close()
	}
	return t.tx.Commit()
}

func (t *boltTx) Close() error {
	if !t.tx.Writable() {
		t.kv.mu.Lock()
		defer t.kv.mu.Unlock()
		if !t.kv.open[t] {
			return nil // released
		}
		delete(t.kv.open, t)
	}
	if err := t.tx.Rollback(); err != bolterrors.ErrTxClosed {
		return err
	}
	return nil
}

func (t *boltTx) Scan(prefix kv.Key) kv.Iterator {
	return &boltIterator{c: t.b.Cursor(), prefix: flat(prefix)}
}

type boltIterator struct {
	c       *bbolt.Cursor
	prefix  []byte
	started bool
	k, v    []byte
}

func (it *boltIterator) Next(context.Context) bool {
	if it.c == nil {
		return false
	}
	if it.started {
		it.k, it.v = it.c.Next()
	} else {
		it.started = true
		it.k, it.v = it.c.Seek(it.prefix)
	}
	return it.k != nil && bytes.HasPrefix(it.k, it.prefix)
}

func (it *boltIterator) Key() kv.Key {
	if len(it.k) == 0 {
		return nil
	}
	n := 1 + int(it.k[0])
	return kv.Key{it.k[1:n], it.k[n:]}
}

func (it *boltIterator) Val() kv.Value { return it.v }
func (it *boltIterator) Err() error    { return nil }
func (it *boltIterator) Close() error  { it.c = nil; return nil }
