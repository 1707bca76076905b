// Package source reads news texts from files and streams: plain text, Markdown,
// HTML, JSON lines, tables, feeds and web archives, one by one, compressed, or in
// archives.
//
// In come paths; out come documents ([Read]), each with its text in UTF-8, the id
// by which it is known when it comes again, and what it tells of itself: title,
// date, address. It may not know what a text says, beyond the date in its first
// lines; so the words for months and days that it needs stand in its patterns.
package source

import (
	"fmt"
	"iter"
	"os"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// Read gives the documents of files, of directories (with all below them, but
// no hidden files) and of standard input ("-"). They come in the order of their
// paths, so neither the order of the arguments nor the file system shows; a
// file that is named twice is read once. JSON lines are read as a stream, one
// document in memory at a time.
//
// Where something cannot be read the sequence has a nil Document and an
// [*Error], and goes on with the next line or file.
//
// A document's ID is its own, if it is a JSON line that has one. Else a file's is
// its name without ending ("a" for news/a.txt), unless another file, of this run
// or of Options.Known, has that: then with as much of its path ("news/a"), or in
// the same directory its ending ("a.txt"), as no other has. A JSON line without an
// ID has the file's and the hash of its text ("wire:0a1b2c3d4e5f"), as has what a
// pipe or standard input gives ("stdin:0a1b2c3d4e5f"). Where lines with different
// texts say the same ID, the first keeps it and the others get the hash too. A text
// that is known from a file that is no longer there is that one, moved or renamed.
//
// What else holds many documents, rows of a table, items of a feed, pages of a web
// archive, is known as JSON lines are. A file in an archive has the ID of the archive
// and its path in it ("march/lima" of march.zip).
//
// The date is the one that metadata tells, else that of a dateline, else one in
// the file's name (or a JSON line's ID), or in those of its folders, else Options.Date.
//
// The sequence can be ranged over again, and concurrently, unless it reads
// standard input.
func Read(paths []string, opts Options) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		if opts.Date != "" && (!isoDate.MatchString(opts.Date) || parseDate(opts.Date) != opts.Date) {
			yield(nil, &Error{Err: fmt.Errorf("%w: date %q: wanted YYYY, YYYY-MM or YYYY-MM-DD", ErrOptions, opts.Date)})
			return
		}
		if opts.Format != "" {
			format := formats["."+opts.Format]
			if format == "" || format == zipArchive || format == tarArchive {
				yield(nil, &Error{Err: fmt.Errorf("%w: format %q: wanted one of %s",
					ErrOptions, opts.Format, strings.Join(Formats(), ", "))})
				return
			}
			opts.Format = format
		}
		if opts.Stdin == nil {
			opts.Stdin = os.Stdin
		}
		if opts.MaxBytes <= 0 {
			opts.MaxBytes = maxBytes
		}
		r := reader{opts: opts, yield: yield, names: newNames(opts)}
		if opts.Encoding != "" {
			var err error
			if r.enc, err = htmlindex.Get(opts.Encoding); err != nil {
				err := fmt.Errorf("%w: encoding %q: wanted one such as windows-1252, iso-8859-2, gbk", ErrOptions, opts.Encoding)
				yield(nil, &Error{Err: err})
				return
			}
		}
		files := expand(paths, opts.Format != "")
		r.names.identify(files, opts.Format)
		opts.Progress.expect(sizeOf(files))
		for _, f := range files {
			if !r.file(f) {
				return
			}
		}
	}
}

func (r *reader) file(f file) bool {
	if f.err != nil {
		return r.fail(f, 0, f.err)
	}
	in := r.opts.Stdin
	f.growth = &growth{}
	if f.path != "-" {
		file, err := os.Open(f.path)
		if err != nil {
			return r.fail(f, 0, err)
		}
		defer file.Close()
		counted, done := r.opts.Progress.of(file, f.size)
		defer done()
		if format := formats[ending(f.path)]; format == zipArchive && !f.pipe {
			return r.zip(f, file)
		}
		in = counted
	}
	buf, err := f.growth.expanded(f.growth.input(in))
	if err != nil {
		return r.fail(f, 0, err)
	}
	format := r.opts.Format
	switch named := formats[ending(f.path)]; {
	case named == tarArchive && !f.pipe:
		return r.tar(f, buf)
	case format != "":
	case f.pipe:
		format = sniff(buf)
	default:
		format = named
	}
	return r.stream(f, buf, format)
}
