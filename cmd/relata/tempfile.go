package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// A tempFile is a file that will take the place of another. It is removed when its
// context is done. While its process lives it is locked, so that others know those
// that a killed one has left.
type tempFile struct {
	*os.File
	keep func() bool // from now on it is not removed; false if it has been
}

// The names of temporary files.
const (
	tempName  = ".relata-%016x.tmp"
	tempNames = ".relata-????????????????.tmp"
)

// createTemp makes a new file in a folder, with the rights that the umask leaves,
// which os.CreateTemp does not give, and removes those of processes that are no more.
func createTemp(ctx context.Context, dir string) (*tempFile, error) {
	removeLeft(dir)
	for try := 0; ; try++ {
		name := filepath.Join(dir, fmt.Sprintf(tempName, rand.Uint64()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			// Not every system has locks. Another process may have taken it for one that was left.
			if locked, err := lockFile(f); (locked || err != nil) && stillAt(f, name) {
				return &tempFile{f, context.AfterFunc(ctx, func() { os.Remove(name) })}, nil
			}
			f.Close()
			err = fs.ErrExist
		}
		if try == 100 || !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
	}
}

// removeLeft removes the temporary files of processes that are no more.
func removeLeft(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if fits, _ := filepath.Match(tempNames, e.Name()); !fits || !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(dir, e.Name())
		if f, err := os.Open(name); err == nil {
			if locked, _ := lockFile(f); locked {
				os.Remove(name)
			}
			f.Close()
		}
	}
}

// stillAt tells whether a file has a name.
func stillAt(f *os.File, name string) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(ours, there)
}

// rename puts the file, which is to be kept, in the place of another, and closes it.
func (t *tempFile) rename(path string) error {
	if !renamesOpen {
		t.Close()
	}
	err := os.Rename(t.Name(), path)
	t.Close()
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync() // not every system can; the name is then on disk a little later
		dir.Close()
	}
	return err
}

// remove closes the file and takes it away.
func (t *tempFile) remove() {
	t.keep()
	t.Close()
	os.Remove(t.Name())
}
