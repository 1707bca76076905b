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
)

var formats = map[string]string{
	".txt": plain, ".text": plain,
	".md": markdown, ".markdown": markdown,
	".html": webpage, ".htm": webpage, ".xhtml": webpage,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonFile,
}

const wanted = ".txt, .md, .html or .jsonl"

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

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

// parse makes one document of a file's bytes. The error is fault.Err where one of the
// libraries that read markup panics.
func parse(data []byte, format string) (doc *Document, err error) {
	if broken := fault.Contain(func() { doc, err = parsed(data, format) }); broken != nil {
		return nil, broken
	}
	return doc, err
}

func parsed(data []byte, format string) (*Document, error) {
	var doc *Document
	var err error
	if format == webpage {
		doc, err = parseHTML(data)
	} else {
		var text string
		if text, err = decode(data); err == nil {
			if format == markdown {
				doc, err = parseMarkdown(text)
			} else {
				doc = &Document{Text: text, Title: headline(text)}
			}
		}
	}
	if err == nil && strings.TrimSpace(doc.Text) == "" {
		err = fmt.Errorf("%w: wanted a text to read", ErrEmpty)
	}
	return doc, err
}
