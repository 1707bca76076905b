package storefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrLocked tells that another process writes.
var ErrLocked = errors.New("store is in use")

// A Lock is the right to replace a file, which one process has at a time. The
// system takes it back when the process ends, however it ends.
type Lock struct {
	path string   // what no symbolic link hides
	file *os.File // locked, and at path
	made bool     // the file was made for the lock, and is empty yet
}

// Acquire locks the file at path, and makes an empty one if there is none. It
// does not wait: the error is ErrLocked and says who has it. Files that killed
// writers have left beside it are removed.
func Acquire(path string) (*Lock, error) {
	for range 100 { // another process may replace the file between two steps
		info, err := os.Stat(path)
		made := errors.Is(err, fs.ErrNotExist)
		if err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
		}
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		locked, err := lockFile(file)
		if err != nil || !locked {
			file.Close()
			if err == nil {
				err = fmt.Errorf("%s: %w%s; wait until it has finished", path, ErrLocked, holder(path))
			}
			return nil, err
		}
		l := &Lock{path: path, file: file, made: made}
		if target, err := filepath.EvalSymlinks(path); err == nil {
			l.path = target
		}
		if l.current() {
			l.removeLeft()
			return l, nil
		}
		file.Close()
	}
	return nil, fmt.Errorf("%s: %w: it is replaced again and again", path, ErrLocked)
}

// current tells whether the locked file is still the one at the path.
func (l *Lock) current() bool {
	ours, err := l.file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(l.path)
	return err == nil && os.SameFile(ours, there)
}

// pattern gives what the names of files that will replace the file begin and end with.
func (l *Lock) pattern() (prefix, suffix string) { return "." + filepath.Base(l.path) + ".", ".tmp" }

// removeLeft removes what killed writers have left.
func (l *Lock) removeLeft() {
	prefix, suffix := l.pattern()
	entries, err := os.ReadDir(filepath.Dir(l.path))
	if err != nil {
		return
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) && e.Type().IsRegular() {
			os.Remove(filepath.Join(filepath.Dir(l.path), name))
		}
	}
}

// Replace puts a file with contents in the place of the one at the path: all of
// it, safe on the disk, or nothing.
func (l *Lock) Replace(contents Contents) error {
	dir := filepath.Dir(l.path)
	prefix, suffix := l.pattern()
	temp, err := os.CreateTemp(dir, prefix+"*"+suffix)
	if err != nil {
		return err
	}
	if err = l.fill(temp, contents); err == nil {
		err = os.Rename(temp.Name(), l.path)
	}
	if err != nil {
		temp.Close()
		os.Remove(temp.Name())
		return err
	}
	l.file.Close()
	l.file, l.made = temp, false
	return syncDir(dir)
}

// fill writes contents to temp, which gets the lock and the mode of the file
// before it takes its place.
func (l *Lock) fill(temp *os.File, contents Contents) error {
	info, err := l.file.Stat()
	if err != nil {
		return err
	}
	if err := temp.Chmod(info.Mode().Perm()); err != nil {
		return err
	}
	if locked, err := lockFile(temp); err != nil || !locked {
		return errors.Join(err, errors.New("locking the new file"))
	}
	if err := contents.write(temp); err != nil {
		return err
	}
	return temp.Sync()
}

// Release gives the lock back. An empty file that was made for it goes.
func (l *Lock) Release() error {
	if l.made && l.current() {
		os.Remove(l.path)
	}
	return l.file.Close()
}
