//go:build !unix

package quadfile

import (
	"fmt"
	"os"
)

// Map gives the bytes of a file, for reading only, and what ends that. They are
// mapped into memory where the system can, else read. If somebody cuts the file
// meanwhile, reading what is no longer there is a fault: see Guard.
func Map(path string) (data []byte, unmap func() error, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() || info.Size() == 0 {
		return nil, nil, fmt.Errorf("%s: %w", path, ErrFormat)
	}
	data, err = os.ReadFile(path)
	return data, func() error { return nil }, err
}
