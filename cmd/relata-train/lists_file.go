package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A lister reads the sources; err is the first error.
type lister struct {
	dir string
	err error
}

func (l *lister) read(path ...string) []byte {
	b, err := os.ReadFile(filepath.Join(append([]string{l.dir}, path...)...))
	if err != nil && l.err == nil {
		l.err = err
	}
	return b
}

// table reads a file with a line of column names; comma is its separator.
func (l *lister) table(comma rune, path ...string) []map[string]string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(l.read(path...), []byte("\ufeff"))))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		if l.err == nil {
			l.err = fmt.Errorf("%s: %w", filepath.Join(path...), cmp.Or(err, io.ErrUnexpectedEOF))
		}
		return nil
	}
	records := make([]map[string]string, 0, len(rows))
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, field := range row {
			if i < len(rows[0]) {
				record[rows[0][i]] = strings.TrimSpace(field)
			}
		}
		records = append(records, record)
	}
	return records
}

func (l *lister) json(v any, path ...string) {
	b := l.read(path...)
	if err := json.Unmarshal(b, v); err != nil && l.err == nil {
		l.err = fmt.Errorf("%s: %w", filepath.Join(path...), err)
	}
}
