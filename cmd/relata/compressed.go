package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const compressedEnding = ".gz"

// ending gives the ending of a file's name in small letters, without the .gz of a
// compressed one: ".nq" of "Graph.nq.gz".
func ending(path string) string {
	path = strings.ToLower(path)
	return filepath.Ext(strings.TrimSuffix(path, compressedEnding))
}

// isNamed tells whether a file, compressed or not, has a name or one that ends with it:
// "entities.jsonl", "march.entities.jsonl.gz".
func isNamed(path, name string) bool {
	base := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), compressedEnding)
	return base == name || strings.HasSuffix(base, "."+name)
}

// openInput opens a file for reading; what is compressed with gzip, whatever its
// name, is read in clear.
func openInput(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b := bufio.NewReaderSize(f, 1<<16)
	if magic, _ := b.Peek(2); string(magic) != "\x1f\x8b" {
		return inputFile{b, f}, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return inputFile{z, f}, nil
}

// readAtMost reads a whole file, which may have so many bytes.
func readAtMost(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = fmt.Errorf("%s: want at most %d bytes", path, most)
	}
	return data, err
}

// An inputFile is a file with what reads it.
type inputFile struct {
	io.Reader
	io.Closer
}
