package source

import (
	"errors"
	"fmt"
)

// What can be wrong with an input, besides what the file system says
// (fs.ErrNotExist, fs.ErrPermission, ...). Use errors.Is.
var (
	ErrEmpty      = errors.New("no text")
	ErrBinary     = errors.New("not a text file")
	ErrEncoding   = errors.New("not valid UTF-8")
	ErrFormat     = errors.New("unknown format")
	ErrPDF        = errors.New("PDF is not read")
	ErrJSON       = errors.New("malformed JSON")
	ErrTooLarge   = errors.New("too large")
	ErrDuplicate  = errors.New("duplicate") // a JSON line that repeats the ID and text of another; hardly a fault
	ErrSkipped    = errors.New("skipped")   // a file met in a directory whose ending names no format; hardly a fault
	ErrTable      = errors.New("malformed table")
	ErrFeed       = errors.New("not an RSS or Atom feed")
	ErrWARC       = errors.New("malformed WARC file")
	ErrCompressed = errors.New("malformed archive or compressed file")
	ErrWritten    = errors.New("written by relata, not a text")
	ErrOptions    = errors.New("invalid option")
)

// An Error tells what could not be read, and where. Its Err wraps one of the
// errors of this package or of the file system.
type Error struct {
	Path   string // as it was given, or found below a directory; "-" for standard input; "" for a fault in Options
	Line   int    // from 1; 0 if the fault is not in one line
	Offset int64  // of an ErrEncoding: the byte of the file (of the line, in JSON lines) that is at fault
	Err    error
}

func (e *Error) Error() string {
	path := e.Path
	switch {
	case path == "":
		return e.Err.Error()
	case path == "-":
		path = "standard input"
	}
	if e.Line > 0 {
		path = fmt.Sprintf("%s:%d", path, e.Line)
	}
	return fmt.Sprintf("%s: %v", path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
