//go:build unix

package storefile

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"syscall"
)

// lockFile locks a file until it is closed, and tells whether it could.
func lockFile(f *os.File) (bool, error) {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case err != nil:
			return false, &fs.PathError{Op: "lock", Path: f.Name(), Err: err}
		default:
			return true, nil
		}
	}
}

// syncDir makes the names of a folder safe on the disk, where its file system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

// mapFile gives a part of a file in place.
func mapFile(f *os.File, offset, length int64) (data []byte, unmap func(), err error) {
	if length == 0 {
		return nil, func() {}, nil
	}
	start := offset - offset%int64(os.Getpagesize())
	all, err := syscall.Mmap(int(f.Fd()), start, int(offset-start+length), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, nil, &fs.PathError{Op: "map", Path: f.Name(), Err: err}
	}
	return all[offset-start:], func() { syscall.Munmap(all) }, nil
}

func inodeOf(info fs.FileInfo) string {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return strconv.FormatUint(uint64(st.Ino), 10)
	}
	return "?"
}
