package source

import (
	"bufio"
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/relata-graph/relata/extract/fault"
)

// The formats, by the endings that name them.
const (
	plain     = "txt"
	markdown  = "md"
	webpage   = "html"
	jsonLines = "jsonl"
	jsonFile  = "json" // JSON lines, or one value over several lines
	table     = "csv"
	feed      = "rss" // or Atom
	warc      = "warc"

	zipArchive = "zip"
	tarArchive = "tar"
)

var formats = map[string]string{
	".txt": plain, ".text": plain,
	".md": markdown, ".markdown": markdown,
	".html": webpage, ".htm": webpage, ".xhtml": webpage,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonFile,
	".csv": table, ".rss": feed, ".atom": feed, ".xml": feed, ".warc": warc,
	".zip": zipArchive, ".tar": tarArchive, ".tgz": tarArchive,
}

// Formats gives the names of formats that Options.Format takes, each the ending of its
// files.
func Formats() []string {
	return []string{plain, markdown, webpage, jsonLines, table, feed, warc}
}

// wanted names the endings of files that are read.
var wanted = "." + strings.Join(append(Formats(), zipArchive), ", .") + " or ." + tarArchive + ", maybe with .gz behind it"

// unnamed is the error for a file whose ending names no format. PDF is told of itself: a
// user may well think that it is read.
func unnamed(name string) error {
	if ending(name) == ".pdf" {
		return ErrPDF
	}
	return fmt.Errorf("%w: wanted a name that ends in %s", ErrFormat, wanted)
}

// ending gives the ending that tells the format of a file, compressed or not.
func ending(name string) string { return strings.ToLower(filepath.Ext(uncompressed(name))) }

// uncompressed is the name of a file without the ending of gzip.
func uncompressed(name string) string {
	if plain, ok := strings.CutSuffix(strings.ToLower(name), ".gz"); ok {
		return name[:len(plain)]
	}
	return name
}

// isMany tells whether a file of a format may hold several documents.
func isMany(format string) bool {
	switch format {
	case plain, markdown, webpage:
		return false
	}
	return true
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// sniff tells the format of a stream by its first bytes.
func sniff(in *bufio.Reader) string {
	head, _ := in.Peek(512)
	head = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(utf8BOM))))
	switch {
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[{")), bytes.HasPrefix(head, []byte("[\n")):
		return jsonFile
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")),
		bytes.HasPrefix(head, []byte("<head")), bytes.HasPrefix(head, []byte("<?xml")):
		return webpage
	case bytes.HasPrefix(head, []byte("---\n")), bytes.HasPrefix(head, []byte("---\r\n")):
		return markdown
	}
	return plain
}

// parse makes one document of a file's bytes, which are decoded already or not. The error
// is fault.Err where one of the libraries that read markup panics.
func parse(data []byte, format string, decoded bool) (doc *Document, err error) {
	if broken := fault.Contain(func() { doc, err = parsed(data, format, decoded) }); broken != nil {
		return nil, broken
	}
	return doc, err
}

func parsed(data []byte, format string, decoded bool) (*Document, error) {
	var doc *Document
	var err error
	switch {
	case format == webpage && decoded:
		doc, err = parsePage(string(data))
	case format == webpage:
		doc, err = parseHTML(data)
	default:
		var text string
		if text, err = decode(data); err == nil {
			if format == markdown {
				doc, err = parseMarkdown(text)
			} else {
				text = rejoined(text)
				doc = &Document{Text: text, Title: headline(text)}
			}
		}
	}
	if err == nil && strings.TrimSpace(doc.Text) == "" {
		err = fmt.Errorf("%w: wanted a text to read", ErrEmpty)
	}
	return doc, err
}
