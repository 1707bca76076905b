//go:build !unix

package quadfile

import "os"

// Map gives the bytes of a file, for reading only, and what ends that. They are
// mapped into memory where the system can, else read. If somebody cuts the file
// meanwhile, reading what is no longer there is a fault: see Guard.
func Map(path string) (data []byte, unmap func() error, err error) {
	data, err = os.ReadFile(path)
	return data, func() error { return nil }, err
}
