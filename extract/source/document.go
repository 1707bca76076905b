package source

import (
	"io"
	"regexp"
)

// A Document is one text to read, with what is known of it.
type Document struct {
	ID    string         // unique in a run: from metadata, else the file's name without its ending; see Read
	Text  string         // valid UTF-8; every offset that relata reports counts bytes of this
	Title string         // "" if unknown
	Date  string         // ISO 8601 day of publication, as exact as known; "" if unknown
	Dated string         // what its metadata give as its date where that cannot be read; else ""
	URL   string         // "" if unknown
	Extra map[string]any // other fields of a JSON line, kept as they are
	Posts []Post         // of a live page, in text order; nil of others

	Origin Origin
}

// A Post is a part of a live page that tells when it was written.
type Post struct {
	Start int    // byte of Document.Text
	Date  string // ISO 8601 day
}

// DateAt is the date of what stands at a byte of the text: that of its post or,
// where there is none, of the document.
func (d *Document) DateAt(offset int) string {
	date := d.Date
	for _, p := range d.Posts {
		if p.Start > offset {
			break
		}
		date = p.Date
	}
	return date
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
	// Encoding is how all texts but feeds and web archives are encoded, by a name of the
	// WHATWG Encoding Standard: "windows-1252". When empty they are UTF-8, or UTF-16 with a
	// byte order mark; pages are in the charset that they declare.
	Encoding string
	// PathIDs gives documents that do not tell their ID the whole path of their file below
	// Root, without ending, so that it does not depend on what else is read.
	PathIDs bool
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
	// Progress is told how far the reading is; nil tells nobody.
	Progress *Progress
}

const maxBytes = 64 << 20

var isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
