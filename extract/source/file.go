package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
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

// A file is one input, or what kept it from being one.
type file struct {
	path   string
	abs    string // with slashes; the key of identity
	origin string // Origin.Path
	id     string // of the document; of JSON lines and of pipes what it begins with
	fresh  bool   // no known document comes from this path
	below  bool   // met in a directory that was named
	pipe   bool   // not a regular file: its first bytes tell its format
	err    error
}

// expand lists the files that paths name, sorted.
func expand(paths []string, anyEnding bool) []file {
	seen := map[string]bool{}
	var files []file
	add := func(f file) {
		f.abs = f.path
		if abs, err := filepath.Abs(f.path); err == nil && f.path != "-" {
			f.abs = filepath.ToSlash(abs)
		}
		if !seen[f.abs] {
			seen[f.abs] = true
			files = append(files, f)
		}
	}
	var walk func(dir string) int
	walk = func(dir string) int {
		entries, err := os.ReadDir(dir)
		if err != nil {
			add(file{path: dir, err: err})
		}
		found := len(entries)
		for _, e := range entries {
			name := filepath.Join(dir, e.Name())
			if strings.HasPrefix(e.Name(), ".") {
				found--
				continue
			}
			if e.IsDir() {
				walk(name)
				continue
			}
			f := file{path: name, below: true}
			info, err := os.Stat(name) // follows a link, but only to a file: links to directories can be circles
			switch {
			case err != nil:
				f.err = err
			case !info.Mode().IsRegular():
				f.err = fmt.Errorf("%w: not a regular file", ErrSkipped)
			case !anyEnding && formats[ending(name)] == "":
				f.err = fmt.Errorf("%w: the ending names no format; wanted %s", ErrSkipped, wanted)
			}
			add(f)
		}
		return found
	}
	for _, p := range slices.Sorted(slices.Values(paths)) {
		if p == "-" {
			add(file{path: p, pipe: true})
			continue
		}
		info, err := os.Stat(p)
		p = filepath.Clean(p)
		switch {
		case err != nil:
			add(file{path: p, err: err})
		case info.IsDir():
			if walk(p) == 0 {
				add(file{path: p, err: fmt.Errorf("%w: the directory has no files", ErrEmpty)})
			}
		case !anyEnding && info.Mode().IsRegular() && formats[ending(p)] == "":
			add(file{path: p, err: fmt.Errorf("%w: wanted a name that ends in %s, or the format stated", ErrFormat, wanted)})
		default:
			add(file{path: p, pipe: !info.Mode().IsRegular()})
		}
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return files
}

const wanted = ".txt, .md, .html or .jsonl"

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// A reader passes documents and errors on until the caller has enough.
type reader struct {
	opts  Options
	yield func(*Document, error) bool
	ids   map[string]Origin // in use

	byHash map[string][]string // ids of Options.Known
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

func (r *reader) file(f file) bool {
	if f.err != nil {
		return r.fail(f, 0, f.err)
	}
	in := r.opts.Stdin
	if f.path != "-" {
		file, err := os.Open(f.path)
		if err != nil {
			return r.fail(f, 0, err)
		}
		defer file.Close()
		in = file
	}
	buf := bufio.NewReaderSize(in, 256<<10)
	format := r.opts.Format
	switch {
	case format != "":
	case f.pipe:
		format = sniff(buf)
	default:
		format = formats[ending(f.path)]
	}
	switch json := format == jsonLines || format == jsonFile; {
	case json && holdsFacts(buf):
		err := ErrFacts
		if f.below {
			err = fmt.Errorf("%w: %w", ErrSkipped, ErrFacts)
		}
		return r.fail(f, 0, err)
	case format == jsonLines:
		return r.lines(f, buf)
	case json:
		return r.json(f, buf)
	}
	data, err := r.readAll(buf)
	if err != nil {
		return r.fail(f, 0, err)
	}
	doc, err := parse(data, format)
	if err != nil {
		return r.fail(f, 0, err)
	}
	doc.Date = r.date(doc, stem(filepath.Base(f.path)))
	r.name(f, doc)
	return r.yield(doc, nil)
}

func (r *reader) readAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.opts.MaxBytes+1))
	if err == nil && int64(len(data)) > r.opts.MaxBytes {
		err = fmt.Errorf("%w: wanted at most %d bytes in one document; many documents can be one file of JSON lines", ErrTooLarge, r.opts.MaxBytes)
	}
	return data, err
}

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

// parse makes one document of a file's bytes.
func parse(data []byte, format string) (*Document, error) {
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
