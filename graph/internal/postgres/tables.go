package postgres

import (
	"database/sql"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/quadfile"
)

// storeTables are what a database gets the first time. Text is ordered by its bytes.
const storeTables = `
CREATE SCHEMA IF NOT EXISTS relata;
CREATE TABLE IF NOT EXISTS relata.state (
	version INT NOT NULL,
	last    BIGINT NOT NULL, -- number of the last graph that was made
	graph   BIGINT NOT NULL, -- number of the graph of the documents, 0 if it is yet to be made
	quads   BIGINT NOT NULL, -- in that
	aliases BYTEA
);
CREATE TABLE IF NOT EXISTS relata.documents (
	id   TEXT COLLATE "C" PRIMARY KEY,
	head BYTEA NOT NULL,
	data BYTEA NOT NULL,
	sum  BIGINT NOT NULL -- CRC-32C of head and data
);`

// graphTables are the tables of Cayley's SQL backend. The indexes come when they are
// full: those of Cayley, less the ones for who changes quads, and one more.
const graphTables = `
CREATE TABLE %[1]s.nodes (
	hash BYTEA NOT NULL, refs INT NOT NULL, value BYTEA, value_string TEXT, datatype TEXT, language TEXT,
	iri BOOLEAN, bnode BOOLEAN, value_int BIGINT, value_bool BOOLEAN, value_float DOUBLE PRECISION,
	value_time TIMESTAMP WITH TIME ZONE
);
CREATE TABLE %[1]s.quads (
	horizon BIGSERIAL, subject_hash BYTEA NOT NULL, predicate_hash BYTEA NOT NULL, object_hash BYTEA NOT NULL,
	label_hash BYTEA, ts TIMESTAMP
);`

const graphIndexes = `
ALTER TABLE %[1]s.nodes ADD PRIMARY KEY (hash);
CREATE INDEX ON %[1]s.quads (subject_hash, predicate_hash, object_hash);
CREATE INDEX ON %[1]s.quads (object_hash, predicate_hash, subject_hash);
CREATE INDEX ON %[1]s.quads (predicate_hash, object_hash, subject_hash);
CREATE INDEX ON %[1]s.quads (object_hash, subject_hash, predicate_hash);
CREATE INDEX ON %[1]s.quads (label_hash);
ANALYZE %[1]s.nodes;
ANALYZE %[1]s.quads;`

// A node is one of a graph that is written.
type node struct {
	hash hash
	refs int
}

// makeGraph writes a graph with a number, and gives the number of its quads, which
// may come in any order and more than once.
func makeGraph(tx *sql.Tx, number int64, quads iter.Seq2[quad.Quad, error]) (n int, err error) {
	name := schema(number)
	// What a killed transaction would leave is rolled back, so the name is free.
	if _, err := tx.Exec(fmt.Sprintf("SET LOCAL maintenance_work_mem = '256MB'; CREATE SCHEMA %s; "+graphTables,
		name)); err != nil {
		return 0, err
	}
	err = sorted(quads, func(f *quadfile.File) error {
		n = f.Len()
		nodes := map[quad.Value]*node{}
		if err := copyQuads(tx, name, f.Quads(), nodes); err != nil {
			return err
		}
		return copyNodes(tx, name, nodes)
	})
	if err == nil {
		_, err = tx.Exec(fmt.Sprintf(graphIndexes, name))
	}
	return n, err
}

// copyQuads fills the table of quads, and notes their nodes.
func copyQuads(tx *sql.Tx, name string, quads iter.Seq2[quad.Quad, error], nodes map[quad.Value]*node) error {
	columns := []string{"subject_hash", "predicate_hash", "object_hash", "label_hash"}
	return copyIn(tx, name, "quads", columns, func(add func(...any) error) error {
		row := make([]any, 4)
		for q, err := range quads {
			if err != nil {
				return err
			}
			for i, d := range directions {
				v := q.Get(d)
				if row[i] = nil; v == nil {
					continue
				}
				n := nodes[v]
				if n == nil {
					n = &node{hash: graph.HashOf(v)}
					nodes[v] = n
				}
				n.refs++
				row[i] = n.hash[:]
			}
			if err := add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyNodes fills the table of nodes.
func copyNodes(tx *sql.Tx, name string, nodes map[quad.Value]*node) error {
	return copyIn(tx, name, "nodes", nodeColumns, func(add func(...any) error) error {
		for v, n := range nodes {
			row, err := row(n.hash, n.refs, v)
			if err == nil {
				err = add(row...)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// copyIn fills a table with the rows that fill adds.
func copyIn(tx *sql.Tx, schema, table string, columns []string, fill func(add func(...any) error) error) error {
	stmt, err := tx.Prepare(fmt.Sprintf("COPY %s.%s (%s) FROM STDIN", schema, table, strings.Join(columns, ", ")))
	if err != nil {
		return err
	}
	err = fill(func(row ...any) error { _, err := stmt.Exec(row...); return err })
	if err == nil {
		_, err = stmt.Exec()
	}
	if closeErr := stmt.Close(); err == nil {
		err = closeErr
	}
	return err
}

// sorted calls use with a file that has quads, each once.
func sorted(quads iter.Seq2[quad.Quad, error], use func(*quadfile.File) error) error {
	temp, err := os.CreateTemp("", "relata-*.quads")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	defer temp.Close()
	if err := quadfile.Write(temp, quads, quadfile.Options{}); err != nil {
		return err
	}
	f, err := quadfile.OpenFile(temp.Name())
	if err != nil {
		return err
	}
	defer f.Close()
	return quadfile.Guard(func() error { return use(f) })
}
