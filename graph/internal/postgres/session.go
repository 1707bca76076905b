package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

// version is that of the tables. What users put into them has storefile.Version.
const version = 1<<16 | storefile.Version

// The second keys of advisory locks; those of graphs are their numbers.
const (
	lockSpace = 0x72656c61 // the first key of all
	lockWrite = -1         // who writes
	lockClean = -2         // shared while a reader takes the lock of a graph
)

var background = context.Background()

// connect gives a connection of its own for a session.
func connect(address string) (*sql.DB, error) {
	if _, err := url.Parse(address); err != nil { // its text has the password
		return nil, fmt.Errorf("URL of PostgreSQL: %w", errors.Unwrap(err))
	}
	db, err := sql.Open("postgres", address)
	if err == nil {
		db.SetMaxOpenConns(1)
		_, err = db.Exec("SET application_name = 'relata'")
	}
	if err != nil {
		if db != nil {
			db.Close()
		}
		return nil, named(address, err)
	}
	return db, nil
}

// named says of an error of which database it is, without the password.
func named(address string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", Name(address), err)
}

// IsURL tells whether address is the URL of a database.
func IsURL(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Name is the address of a database without its password.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres"
	}
	u.RawQuery = ""
	return u.Redacted()
}

// A snapshot reads what was committed when it began.
type snapshot struct {
	url string
	mu  sync.Mutex // a connection does one thing at a time
	tx  *sql.Tx
}

// each calls f with each row of an answer.
func (s *snapshot) each(f func(*sql.Rows) error, query string, args ...any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	rows, err := s.tx.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
