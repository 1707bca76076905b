package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// An outputFile is a file that appears as a whole or not at all: what stands there
// stays until commit. Standard output, devices and pipes are written directly.
type outputFile struct {
	*bufio.Writer
	path string
	file *os.File // nil for standard output
	temp string   // the file that commit renames to path; "" when written directly
}

// createOutput opens an output, so that a path that cannot be written is known
// before the work is done. "-" is stdout.
func createOutput(path string, stdout io.Writer) (*outputFile, error) {
	if path == "-" {
		return &outputFile{Writer: bufio.NewWriter(stdout), path: path}, nil
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the link stays a link
	}
	mode := fs.FileMode(0o666) // less what the umask takes
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
		}
		if !info.Mode().IsRegular() {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return nil, err
			}
			return &outputFile{Writer: bufio.NewWriter(f), path: path, file: f}, nil
		}
		mode = info.Mode().Perm()
	}
	temp := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.tmp", filepath.Base(path), os.Getpid()))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return nil, &fs.PathError{Op: "write", Path: path, Err: errors.Unwrap(err)}
	}
	return &outputFile{Writer: bufio.NewWriter(f), path: path, file: f, temp: temp}, nil
}

// commit puts the file in its place.
func (o *outputFile) commit() error {
	err := o.Flush()
	if o.file == nil {
		return err
	}
	if closeErr := o.file.Close(); err == nil {
		err = closeErr
	}
	if err == nil && o.temp != "" {
		err = os.Rename(o.temp, o.path)
	}
	if err != nil {
		o.discard()
	} else {
		o.temp = ""
	}
	return err
}

// discard leaves what stood there before. It does nothing after commit.
func (o *outputFile) discard() {
	if o.temp != "" {
		o.file.Close()
		os.Remove(o.temp)
		o.temp = ""
	}
}

// outputFiles are written together.
type outputFiles []*outputFile

// createOutputs opens all of them, or none.
func createOutputs(paths []string, stdout io.Writer) (outputFiles, error) {
	var files outputFiles
	for _, path := range paths {
		f, err := createOutput(path, stdout)
		if err != nil {
			files.discard()
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (files outputFiles) commit() error {
	for _, f := range files {
		if err := f.commit(); err != nil {
			return err
		}
	}
	return nil
}

func (files outputFiles) discard() {
	for _, f := range files {
		f.discard()
	}
}
