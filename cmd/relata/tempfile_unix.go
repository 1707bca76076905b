//go:build unix

package main

import (
	"errors"
	"os"
	"syscall"
)

// renamesOpen tells that a file can get another name while it is open.
const renamesOpen = true

// lockFile locks a file until it is closed, and tells whether it could: false
// without an error where another process has locked it.
func lockFile(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}
