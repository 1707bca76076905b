//go:build linux

package storefile_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

// TestFullDisk lets files grow to no more than some bytes, which writes meet as
// they meet the end of a disk.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	makeFile(t, path, 3)
	before := mustRead(t, path)
	l, err := storefile.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Skip(err)
	}
	with := func(most uint64) error {
		less := limit
		less.Cur = most
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &less); err != nil {
			t.Skip(err)
		}
		defer syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
		return l.Replace(contents(500))
	}
	for most := uint64(0); ; most += 4001 {
		err := with(most)
		if entries, _ := os.ReadDir(dir); len(entries) != 1 {
			t.Fatalf("%d bytes: left: %v", most, entries)
		}
		if err == nil {
			break
		}
		if !errors.Is(err, syscall.EFBIG) {
			t.Fatalf("%d bytes: %v", most, err)
		}
		if !bytes.Equal(mustRead(t, path), before) {
			t.Fatalf("%d bytes: the file has changed", most)
		}
	}
	mustDump(t, path)
}
