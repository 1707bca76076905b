package source

import (
	"bufio"
	"cmp"
	"fmt"
	"path/filepath"

	"golang.org/x/text/transform"
)

// stream reads the documents of a stream of a format.
func (r *reader) stream(f file, buf *bufio.Reader, format string) bool {
	if written(buf, format) {
		err := ErrWritten
		if f.below {
			err = fmt.Errorf("%w: %w", ErrSkipped, ErrWritten)
		}
		return r.fail(f, 0, err)
	}
	if r.enc != nil && format != feed && format != warc {
		buf = bufio.NewReaderSize(transform.NewReader(buf, r.enc.NewDecoder()), 256<<10)
	}
	switch format {
	case jsonLines:
		return r.lines(f, buf)
	case jsonFile:
		return r.json(f, buf)
	case table:
		return r.table(f, buf)
	case feed:
		return r.feed(f, buf)
	case warc:
		return r.warc(f, buf)
	}
	data, err := r.readAll(buf)
	if err != nil {
		return r.fail(f, 0, err)
	}
	doc, err := parse(data, format, r.enc != nil)
	if err != nil {
		return r.fail(f, 0, err)
	}
	doc.Date = dateOf(doc, fileName(filepath.Base(f.path)), cmp.Or(folderDate(f.path), r.opts.Date))
	if !r.names.name(f, doc) {
		return r.fail(f, 0, fmt.Errorf("%w: the archive has this file twice", ErrDuplicate))
	}
	return r.yield(doc, nil)
}
