//go:build !unix

package storefile

import (
	"io/fs"
	"os"
)

// lockFile locks nothing: that two processes do not write one file is left to
// the user.
func lockFile(*os.File) (bool, error) { return true, nil }

func syncDir(string) error { return nil }

// mapFile reads a part of a file.
func mapFile(f *os.File, offset, length int64) (data []byte, unmap func(), err error) {
	data = make([]byte, length)
	_, err = f.ReadAt(data, offset)
	return data, func() {}, err
}

func inodeOf(fs.FileInfo) string { return "?" }
