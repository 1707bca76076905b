package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

const maxFile = 1 << 20 // bytes of a rule file

// parseFile returns the root of a file's YAML tree, nil if the file is empty,
// or what is wrong with the file. It writes the bytes of the file to seen.
func parseFile(fsys fs.FS, path, shown string, seen io.Writer) (*yaml.Node, *Fault) {
	fault := func(line, column int, msg string) *Fault {
		return &Fault{Pos: Pos{File: shown, Line: line, Column: column}, Msg: msg}
	}
	data, err := readFile(fsys, path, maxFile)
	if err != nil {
		f := fault(0, 0, err.Error())
		f.Err = err
		return nil, f
	}
	fmt.Fprintf(seen, "%s %d\n%s", filepath.Base(shown), len(data), data)
	if len(data) > maxFile {
		return nil, fault(0, 0, fmt.Sprintf("a rule file has at most %d bytes", maxFile))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		line, column := position(data[:len(data)-len(afterInvalid(data))])
		return nil, fault(line, column, "want UTF-8")
	}

	dec := yaml.NewDecoder(bytes.NewReader(data))
	doc, err := decode(dec)
	if err == nil {
		var second *yaml.Node
		if second, err = decode(dec); err == nil {
			return nil, fault(second.Line, second.Column, "want one YAML document in a file")
		}
		if errors.Is(err, io.EOF) {
			if root := doc.Content[0]; root.Tag != "!!null" {
				return root, nil
			}
			return nil, nil
		}
	}
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	line, column, msg := syntaxError(data, err)
	if strings.HasPrefix(msg, "did not find expected key") || strings.HasPrefix(msg, "mapping values are not allowed") {
		msg += "; is a line indented otherwise than its neighbours, or is there a colon in a text without quotes?"
	}
	return nil, fault(line, column, msg)
}

func readFile(fsys fs.FS, path string, most int64) ([]byte, error) {
	f, err := fsys.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	return data, reason(err)
}

// reason drops the operation and path of an error, since a fault names the file.
func reason(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}

// decode reads the next document. The library panics on some malformed files
// where it means to report an internal error.
func decode(dec *yaml.Decoder) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not understood by the YAML reader: %v", r)
		}
	}()
	doc = new(yaml.Node)
	err = dec.Decode(doc)
	return doc, err
}

var yamlError = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?([\s\S]*)$`)

// syntaxError finds where an error of the YAML library is. The library tells
// at best the line where the enclosing construct starts, so the place is taken
// from how far the library reads before it gives up. It reads to the end for
// what is never closed; there the start is what helps.
func syntaxError(data []byte, err error) (line, column int, msg string) {
	r := &byteReader{data: data}
	dec := yaml.NewDecoder(r)
	for {
		if _, e := decode(dec); e != nil {
			break
		}
	}
	read := bytes.TrimRight(data[:r.n], " \t\r\n")
	line, _ = position(read)

	m := yamlError.FindStringSubmatch(err.Error())
	if n, e := strconv.Atoi(m[1]); e == nil && r.n == len(data) {
		// Lines of the parser count from 0, those of the scanner from 1.
		if strings.HasPrefix(m[2], "did not find expected") {
			n++
		}
		line = min(line, n)
	}
	return line, indent(data, line), m[2]
}

// A byteReader gives one byte a call, so that n tells how far its user is.
type byteReader struct {
	data []byte
	n    int
}

func (r *byteReader) Read(p []byte) (int, error) {
	if r.n == len(r.data) {
		return 0, io.EOF
	}
	n := copy(p[:min(1, len(p))], r.data[r.n:])
	r.n += n
	return n, nil
}

// breaks are the line breaks of YAML; the library counts lines by them.
const breaks = "\n\r\u0085\u2028\u2029"

// position gives the line and column of the end of text.
func position(text []byte) (line, column int) {
	line, column = 1, 1
	var last rune
	for _, c := range string(text) {
		switch {
		case c == '\n' && last == '\r':
		case strings.ContainsRune(breaks, c):
			line, column = line+1, 1
		default:
			column++
		}
		last = c
	}
	return line, column
}

// indent gives the column of the first word of a line.
func indent(text []byte, line int) int {
	at, column := 1, 1
	var last rune
	for _, c := range string(text) {
		switch {
		case c == '\n' && last == '\r':
		case strings.ContainsRune(breaks, c):
			if at++; at > line {
				return 1
			}
		case at == line && c != ' ' && c != '\t':
			return column
		case at == line:
			column++
		}
		last = c
	}
	return 1
}

// afterInvalid gives what is left of text from its first byte that is not UTF-8.
func afterInvalid(text []byte) []byte {
	for len(text) > 0 {
		c, n := utf8.DecodeRune(text)
		if c == utf8.RuneError && n == 1 {
			break
		}
		text = text[n:]
	}
	return text
}
