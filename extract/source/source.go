// Package source reads news texts from files and streams: plain text, Markdown,
// HTML and JSON lines.
package source

import (
	"fmt"
	"io"
	"iter"
	"os"
	"regexp"
)

// A Document is one text to read, with what is known of it.
type Document struct {
	ID    string         // unique in a run: from metadata, else the file's name without its ending; see Read
	Text  string         // valid UTF-8; every offset that relata reports counts bytes of this
	Title string         // "" if unknown
	Date  string         // ISO 8601 day of publication, as exact as known; "" if unknown
	URL   string         // "" if unknown
	Extra map[string]any // other fields of a JSON line, kept as they are

	Origin Origin
}

// An Origin tells where a document came from, so that one knows it when it comes
// again.
type Origin struct {
	Path string // of its file below Options.Root, with slashes; "-" for standard input
	Hash string // of its text
	Own  bool   // the document tells its ID itself: with that it is the same wherever it comes from
}

// Options tell how to read. The zero value reads each file as its ending says.
type Options struct {
	// Date is the date of documents that do not tell their own: YYYY, YYYY-MM
	// or YYYY-MM-DD. It also gives its year to a dateline without one ("LIMA,
	// Nov. 17").
	Date string
	// Format is how all inputs are written, whatever their endings: "txt",
	// "md", "html" or "jsonl" (or another ending that names the same). When
	// empty, the ending of a file tells, and standard input is recognised by
	// its first bytes.
	Format string
	// Stdin is what the path "-" reads; nil means os.Stdin.
	Stdin io.Reader
	// MaxBytes is how large a document may be that is not a JSON line; zero
	// means 64 MB.
	MaxBytes int64
	// Known are the origins of documents that were read before, by their IDs. A
	// file among them keeps its ID, which no other file is given.
	Known map[string]Origin
	// Root is the directory that the paths of origins start from. When empty it
	// is the working directory.
	Root string
}

const maxBytes = 64 << 20

var isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

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
// the same directory its ending ("a.txt"), as no other has. A file whose text is
// known from one of the same name that is no longer there is that one, moved. A
// JSON line without an ID has the file's and the hash of its text
// ("wire:0a1b2c3d4e5f"), as has what a pipe or standard input gives
// ("stdin:0a1b2c3d4e5f"). Where lines with different texts say the same ID, the
// first keeps it and the others get the hash too.
//
// The date is the one that metadata tells, else that of a dateline, else one in
// the file's name (or a JSON line's ID), else Options.Date.
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
			if format == "" {
				yield(nil, &Error{Err: fmt.Errorf("%w: format %q: wanted txt, md, html or jsonl", ErrOptions, opts.Format)})
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
		r := reader{opts: opts, yield: yield, ids: map[string]Origin{}}
		files := expand(paths, opts.Format != "")
		r.identify(files)
		for _, f := range files {
			if !r.file(f) {
				return
			}
		}
	}
}
