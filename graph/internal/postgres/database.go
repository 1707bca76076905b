// Package postgres keeps documents and their graph in a PostgreSQL database, the
// graph in the tables that Cayley's SQL backend reads.
//
// In come documents as bytes with their ids, aliases as bytes, and quads; out come
// the same. One database holds one store: the schema relata has the documents and
// what state the store is in, and a schema relata_graph_N has the graph of the Nth
// commit, which never changes. A commit is one transaction, so that a process that
// is killed, or a full disk, leaves the last one. One process writes (Acquire);
// others read at the same time what was committed when they came (Open): documents
// in one snapshot, the graph under a lock that keeps its schema. Locks are
// PostgreSQL's advisory locks and end with the connection. The package does not know
// what documents or aliases mean.
//
// From below: session.go has connections, term.go nodes as Cayley's table has them,
// tables.go the tables, graph.go the graph, database.go all that is open for reading,
// lock.go the writer.
package postgres

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/lib/pq"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

// A Database is open for reading. It stays as it is when something is committed. Its
// methods are safe for concurrent use, but for Close.
type Database struct {
	snapshot
	db     *sql.DB
	number int64    // of the graph; 0 if there is none
	quads  int64    // in it
	graphs []*Graph // to be closed
}

// Open opens the store in the database at a URL (postgres://user@host/name), as
// libpq understands it with its environment. The error is storefile.ErrEmpty,
// ErrVersion, or of the database.
func Open(address string) (*Database, error) {
	db, err := connect(address)
	if err != nil {
		return nil, err
	}
	d := &Database{snapshot: snapshot{url: address}, db: db}
	if err := d.begin(); err != nil {
		d.Close()
		return nil, named(address, err)
	}
	return d, nil
}

// begin begins the snapshot, and locks the graph that it has.
func (d *Database) begin() error {
	if _, err := d.db.Exec("SELECT pg_advisory_lock_shared($1, $2)", lockSpace, lockClean); err != nil {
		return err
	}
	tx, err := d.db.BeginTx(background, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	d.tx = tx
	made, found := false, 0
	if err := tx.QueryRow("SELECT to_regclass('relata.state') IS NOT NULL").Scan(&made); err != nil {
		return err
	}
	if !made {
		return storefile.ErrEmpty
	}
	err = tx.QueryRow("SELECT version, graph, quads FROM relata.state").Scan(&found, &d.number, &d.quads)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return storefile.ErrEmpty
	case err != nil:
		return err
	case found != version:
		return fmt.Errorf("%w: it has %d, want %d", storefile.ErrVersion, found, version)
	}
	if d.number > 0 {
		if _, err := tx.Exec("SELECT pg_advisory_lock_shared($1, $2)", lockSpace, d.number); err != nil {
			return err
		}
	}
	_, err = tx.Exec("SELECT pg_advisory_unlock_shared($1, $2)", lockSpace, lockClean)
	return err
}

// Entries gives the ids and heads of all documents, sorted by id.
func (d *Database) Entries() ([]storefile.Entry, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	rows, err := d.tx.Query("SELECT id, head FROM relata.documents ORDER BY id")
	if err != nil {
		return nil, named(d.url, err)
	}
	defer rows.Close()
	var entries []storefile.Entry
	for rows.Next() {
		var e storefile.Entry
		if err := rows.Scan(&e.ID, &e.Head); err != nil {
			return nil, named(d.url, err)
		}
		entries = append(entries, e)
	}
	return entries, named(d.url, rows.Err())
}

// Data gives the data of a document; buf is not used.
func (d *Database) Data(e storefile.Entry, buf []byte) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var head, data []byte
	var sum int64
	row := d.tx.QueryRow("SELECT head, data, sum FROM relata.documents WHERE id = $1", e.ID)
	if err := row.Scan(&head, &data, &sum); err != nil {
		return nil, named(d.url, err)
	}
	if sum != sumOf(head, data) {
		return nil, named(d.url, fmt.Errorf("%w: document %q", storefile.ErrDamaged, e.ID))
	}
	return data, nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sumOf is the checksum of a document.
func sumOf(head, data []byte) int64 {
	length := binary.LittleEndian.AppendUint64(nil, uint64(len(head)))
	sum := crc32.Update(crc32.Checksum(length, castagnoli), castagnoli, head)
	return int64(crc32.Update(sum, castagnoli, data))
}

// Aliases gives what was committed as such, nil for nothing.
func (d *Database) Aliases() (aliases []byte, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	err = d.tx.QueryRow("SELECT aliases FROM relata.state").Scan(&aliases)
	return aliases, named(d.url, err)
}

// Graph gives the graph, nil if documents were written without it.
func (d *Database) Graph() (*Graph, error) {
	if d.number == 0 {
		return nil, nil
	}
	g, err := openGraph(&d.snapshot, d.number, d.quads)
	if err == nil {
		d.graphs = append(d.graphs, g)
	}
	return g, err
}

// Check reads all documents and the graph and gives what is damaged: "graph", and
// ids of documents.
func (d *Database) Check() (sections, documents []string, err error) {
	entries, err := d.Entries()
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		if _, err := d.Data(e, nil); errors.Is(err, storefile.ErrDamaged) {
			documents = append(documents, e.ID)
		} else if err != nil {
			return nil, nil, err
		}
	}
	g, err := d.Graph()
	if g == nil || err != nil {
		return nil, documents, err
	}
	for _, err := range g.scan() {
		if lost := (*pq.Error)(nil); errors.Is(err, storefile.ErrDamaged) || errors.As(err, &lost) && lost.Code == "42P01" {
			return []string{"graph"}, documents, nil
		} else if err != nil {
			return nil, nil, err
		}
	}
	return nil, documents, nil
}

// Close ends the connections.
func (d *Database) Close() error {
	var errs []error
	for _, g := range d.graphs {
		errs = append(errs, g.QuadStore.Close())
	}
	if d.tx != nil {
		d.tx.Rollback()
	}
	return errors.Join(append(errs, d.db.Close())...)
}
