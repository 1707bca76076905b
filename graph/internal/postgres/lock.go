package postgres

import (
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

// A Lock is the right to write a store, which one process has at a time. The server
// takes it back when the connection ends.
type Lock struct {
	url string
	db  *sql.DB
}

// A Change is what a commit does.
type Change struct {
	Added   iter.Seq2[storefile.Document, error] // and replaced
	Removed []string                             // ids
	Aliases []byte
	// Quads are those of all documents; nil leaves the graph to another commit.
	Quads iter.Seq2[quad.Quad, error]
}

// The server holds the lock of a killed process until it notices that nobody is there any
// more, after the statement at hand.
const (
	patience = 5 * time.Second
	between  = 100 * time.Millisecond
)

// Acquire locks the store in the database at a URL, see Open. It waits no longer than the
// server takes to notice that the last writer was killed: then the error is
// storefile.ErrLocked and says who has it.
func Acquire(address string) (*Lock, error) {
	db, err := connect(address)
	if err != nil {
		return nil, err
	}
	l := &Lock{address, db}
	locked := false
	for end := time.Now().Add(patience); ; time.Sleep(between) {
		err = db.QueryRow("SELECT pg_try_advisory_lock($1, $2)", lockSpace, lockWrite).Scan(&locked)
		if err != nil || locked || time.Now().After(end) {
			break
		}
	}
	if err == nil && !locked {
		err = fmt.Errorf("%w%s; wait until it has finished", storefile.ErrLocked, l.holder())
	}
	if err != nil {
		db.Close()
		return nil, named(address, err)
	}
	return l, nil
}

// holder says who writes, as far as the server tells.
func (l *Lock) holder() string {
	var user, client string
	var pid int
	err := l.db.QueryRow(`SELECT a.usename, coalesce(host(a.client_addr), 'the server itself'), a.pid
		FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
		WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database
			WHERE datname = current_database()) AND l.classid = $1::bigint::oid AND l.objid = 4294967295::bigint::oid`,
		lockSpace).Scan(&user, &client, &pid)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(" by user %s from %s (process %d of the server)", user, client, pid)
}

// Commit does a change, all of it, safe on the disk, or nothing.
func (l *Lock) Commit(c Change) error {
	tx, err := l.db.Begin()
	if err != nil {
		return named(l.url, err)
	}
	if err = c.apply(tx); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		tx.Rollback()
		return named(l.url, err)
	}
	return named(l.url, l.clean())
}

func (c *Change) apply(tx *sql.Tx) error {
	if _, err := tx.Exec("SET LOCAL client_min_messages = warning; " + storeTables); err != nil {
		return err
	}
	var last, number int64
	err := tx.QueryRow("SELECT last FROM relata.state").Scan(&last)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = tx.Exec("INSERT INTO relata.state (version, last, graph, quads) VALUES ($1, 0, 0, 0)", version)
	}
	if err == nil {
		err = c.documents(tx)
	}
	if err != nil {
		return err
	}
	quads := 0
	if c.Quads != nil {
		last++
		number = last
		if quads, err = makeGraph(tx, number, c.Quads); err != nil {
			return err
		}
	}
	_, err = tx.Exec("UPDATE relata.state SET last = $1, graph = $2, quads = $3, aliases = $4",
		last, number, quads, c.Aliases)
	return err
}

// documents removes and writes documents.
func (c *Change) documents(tx *sql.Tx) error {
	for _, id := range c.Removed {
		if _, err := tx.Exec("DELETE FROM relata.documents WHERE id = $1", id); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(`CREATE TEMPORARY TABLE added (id TEXT, head BYTEA, data BYTEA, sum BIGINT)
		ON COMMIT DROP`); err != nil {
		return err
	}
	stmt := func(add func(...any) error) error {
		for d, err := range c.Added {
			if err == nil {
				err = add(d.ID, d.Head, d.Data, sumOf(d.Head, d.Data))
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := copyIn(tx, "pg_temp", "added", []string{"id", "head", "data", "sum"}, stmt); err != nil {
		return err
	}
	_, err := tx.Exec(`INSERT INTO relata.documents SELECT id, head, data, sum FROM added
		ON CONFLICT (id) DO UPDATE SET head = excluded.head, data = excluded.data, sum = excluded.sum`)
	return err
}

// clean drops the graphs that are no longer the store's and that nobody reads.
func (l *Lock) clean() error {
	var mine bool
	err := l.db.QueryRow("SELECT pg_try_advisory_lock($1, $2)", lockSpace, lockClean).Scan(&mine)
	if err != nil || !mine { // a reader comes just now: the next one cleans
		return err
	}
	defer l.db.Exec("SELECT pg_advisory_unlock($1, $2)", lockSpace, lockClean)
	old, err := l.replaced()
	if err != nil {
		return err
	}
	for _, number := range old {
		var free bool
		err := l.db.QueryRow("SELECT pg_try_advisory_lock($1, $2)", lockSpace, number).Scan(&free)
		if err == nil && free {
			_, err = l.db.Exec("DROP SCHEMA " + schema(number) + " CASCADE; SELECT pg_advisory_unlock(" +
				fmt.Sprint(lockSpace) + ", " + fmt.Sprint(number) + ")")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// replaced gives the numbers of graphs that are not the store's.
func (l *Lock) replaced() ([]int64, error) {
	rows, err := l.db.Query(`SELECT n FROM (SELECT substr(nspname, $1)::bigint AS n FROM pg_namespace
		WHERE nspname ~ '^relata_graph_[0-9]+$') AS all_graphs WHERE n <> (SELECT graph FROM relata.state) ORDER BY n`,
		len(strings.TrimSuffix(schema(0), "0"))+1)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var numbers []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
	}
	return numbers, rows.Err()
}

// Release gives the lock back, when nobody in this process reads any more.
func (l *Lock) Release() error {
	var made bool
	err := l.db.QueryRow("SELECT to_regclass('relata.state') IS NOT NULL").Scan(&made)
	if err == nil && made {
		err = l.clean()
	}
	if err == nil { // the server ends the session, and its locks with it, only some time after it is closed
		_, err = l.db.Exec("SELECT pg_advisory_unlock($1, $2)", lockSpace, lockWrite)
	}
	return errors.Join(named(l.url, err), l.db.Close())
}
