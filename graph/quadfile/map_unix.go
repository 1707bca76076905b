//go:build unix

package quadfile

import (
	"fmt"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// Map gives the bytes of a file, for reading only, and what ends that. They are
// mapped into memory where the system can, else read. If somebody cuts the file
// meanwhile, reading what is no longer there is a fault: see Guard.
func Map(path string) (data []byte, unmap func() error, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	size := info.Size()
	if !info.Mode().IsRegular() || size == 0 || size > math.MaxInt {
		return nil, nil, fmt.Errorf("%s: %w", path, ErrFormat)
	}
	data, err = unix.Mmap(int(file.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return nil, nil, fmt.Errorf("mapping %s: %w", path, err)
	}
	return data, func() error { return unix.Munmap(data) }, nil
}
