package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"golang.org/x/text/encoding"
)

// A reader passes documents and errors on until the caller has enough.
type reader struct {
	opts  Options
	yield func(*Document, error) bool
	names *names
	enc   encoding.Encoding // Options.Encoding, nil if that is empty
}

// The methods of reader tell whether to go on.

func (r *reader) fail(f file, line int, err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Err: err}
	}
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		e.Err = p.Err
	}
	e.Path = f.path
	if line > 0 {
		e.Line = line
	}
	return r.yield(nil, e)
}

func (r *reader) readAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.opts.MaxBytes+1))
	if err == nil && int64(len(data)) > r.opts.MaxBytes {
		err = fmt.Errorf("%w: wanted at most %d bytes in one document; many documents can be one file of JSON lines",
			ErrTooLarge, r.opts.MaxBytes)
	}
	return data, err
}
