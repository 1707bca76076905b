package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An outputFile is a file that appears as a whole or not at all: what stands there
// stays until it is put in its place. Standard output, devices and pipes are
// written directly. A name that ends in .gz is compressed.
type outputFile struct {
	io.Writer
	path string
	end  []func() error // what ends the writers, the outermost first
	file *os.File       // nil for standard output
	temp *tempFile      // what is renamed to path; nil when written directly
}

// createOutput opens an output, so that a path that cannot be written is known
// before the work is done. "-" is stdout. Writing fails when ctx is done.
func createOutput(ctx context.Context, path string, stdout io.Writer) (*outputFile, error) {
	if path == "-" {
		o := &outputFile{path: path}
		o.writeTo(ctx, stdout, false)
		if b, ok := stdout.(interface{ Flush() error }); ok {
			o.end = append(o.end, b.Flush)
		}
		return o, nil
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the link stays a link
	}
	o := &outputFile{path: path}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		info = nil
	case info.IsDir():
		return nil, o.fault(errors.New("is a folder"))
	case !info.Mode().IsRegular():
		if o.file, err = os.OpenFile(path, os.O_WRONLY, 0); err != nil {
			return nil, o.fault(err)
		}
		o.writeTo(ctx, o.file, false)
		return o, nil
	case info.Mode().Perm()&0o222 == 0:
		return nil, hint(o.fault(errors.New("the file is read-only")), "name another file, or make it writable")
	}
	o.temp, err = createTemp(ctx, filepath.Dir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hint(o.fault(err), "make the folder %s first", filepath.Dir(path))
	}
	if err != nil {
		return nil, o.fault(err)
	}
	o.file = o.temp.File
	if info != nil {
		if err := o.file.Chmod(info.Mode().Perm()); err != nil {
			o.discard()
			return nil, o.fault(err)
		}
	}
	o.writeTo(ctx, o.file, strings.HasSuffix(strings.ToLower(path), compressedEnding))
	return o, nil
}

// writeTo makes the writers of o before w.
func (o *outputFile) writeTo(ctx context.Context, w io.Writer, compress bool) {
	below := bufio.NewWriterSize(stopWriter{ctx, w}, 1<<16)
	o.Writer, o.end = below, []func() error{below.Flush}
	if compress {
		z := gzip.NewWriter(below)
		above := bufio.NewWriterSize(z, 1<<16)
		o.Writer, o.end = above, []func() error{above.Flush, z.Close, below.Flush}
	}
}

// A stopWriter writes until its context is done.
type stopWriter struct {
	ctx context.Context
	w   io.Writer
}

func (s stopWriter) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}

// A writeError is what kept an output from being written.
type writeError struct {
	path string
	err  error
}

func (e *writeError) Error() string { return "write " + e.path + ": " + e.err.Error() }

func (e *writeError) Unwrap() error { return e.err }

// fault names the output in an error.
func (o *outputFile) fault(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	path := o.path
	if path == "-" {
		path = "standard output"
	}
	return &writeError{path, err}
}

// finish writes what is still to write, down to the disk.
func (o *outputFile) finish() error {
	for _, end := range o.end {
		if err := end(); err != nil {
			return o.fault(err)
		}
	}
	if o.file == nil {
		return nil
	}
	end := o.file.Close
	if o.temp != nil { // open, and so locked, until it is in its place
		end = o.file.Sync
	}
	if err := end(); err != nil {
		return o.fault(err)
	}
	return nil
}

// place puts a finished file where it belongs.
func (o *outputFile) place() error {
	if o.temp == nil {
		return nil
	}
	if err := o.temp.rename(o.path); err != nil {
		return o.fault(err)
	}
	o.temp = nil
	return nil
}

// discard leaves what stood there before. It does nothing after place.
func (o *outputFile) discard() {
	if o.temp != nil {
		o.temp.remove()
		o.temp = nil
	}
}

// outputFiles are written together: all of them appear, or none.
type outputFiles []*outputFile

// createOutputs opens all of them, or none.
func createOutputs(ctx context.Context, paths []string, stdout io.Writer) (outputFiles, error) {
	var files outputFiles
	for _, path := range paths {
		f, err := createOutput(ctx, path, stdout)
		if err != nil {
			files.discard()
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// commit puts the files in their places when all of them are on disk.
func (files outputFiles) commit() error {
	for _, f := range files {
		if err := f.finish(); err != nil {
			return err
		}
	}
	for _, f := range files { // all, or who interrupts has some of them
		if f.temp != nil && !f.temp.keep() {
			return context.Canceled
		}
	}
	for _, f := range files {
		if err := f.place(); err != nil {
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
