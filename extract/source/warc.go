package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/relata-graph/relata/extract/fault"
)

// maxHead is how many bytes the head of a record, or of what a server sent, may have.
const maxHead = 1 << 20

// warc reads the pages of a WARC file (ISO 28500), such as those of Common Crawl. Pages
// that have no article are skipped.
func (r *reader) warc(f file, in *bufio.Reader) bool {
	for n, found := 1, false; ; n++ {
		head, err := warcHead(in)
		if err == io.EOF {
			return found || r.fail(f, 0, fmt.Errorf("%w: the file has no pages", ErrEmpty))
		}
		if err != nil {
			return r.fail(f, 0, fmt.Errorf("%w: record %d: %w", ErrWARC, n, err))
		}
		size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return r.fail(f, 0, fmt.Errorf("%w: record %d: no length", ErrWARC, n))
		}
		body := &io.LimitedReader{R: in, N: size}
		if head.Get("WARC-Type") == "response" {
			doc, err := r.page(head, body)
			switch {
			case err != nil:
				err = fmt.Errorf("record %d, %s: %w", n, head.Get("WARC-Target-URI"), err)
				if !r.fail(f, 0, err) {
					return false
				}
			case doc != nil:
				found = true
				if !r.record(f, 0, doc) {
					return false
				}
			}
		}
		if _, err = io.Copy(io.Discard, body); err == nil && body.N > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return r.fail(f, 0, fmt.Errorf("%w: record %d: %w", ErrWARC, n, err))
		}
	}
}

// warcHead reads the head of a record. The error is io.EOF at the end of the file.
func warcHead(in *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		b, err := in.Peek(1)
		if err != nil {
			return nil, err
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		in.Discard(1)
	}
	lines, head := lineReader{in: in, max: maxHead}, []byte{}
	for len(head) <= maxHead {
		line, err := lines.next()
		head = append(head, line...)
		switch {
		case err != nil && err != io.EOF:
			return nil, err
		case len(head) == len(line) && !bytes.HasPrefix(line, []byte("WARC/")):
			return nil, errors.New("wanted a line such as WARC/1.0")
		case err == io.EOF:
			return nil, io.ErrUnexpectedEOF
		case len(bytes.TrimRight(line, "\r\n")) == 0:
			_, fields, _ := bytes.Cut(head, []byte("\n"))
			return textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
		}
	}
	return nil, fmt.Errorf("%w: wanted at most %d bytes in a head", ErrTooLarge, maxHead)
}

// page is the document of a response, nil if it is none that people read.
func (r *reader) page(head textproto.MIMEHeader, body io.Reader) (doc *Document, err error) {
	if broken := fault.Contain(func() { doc, err = r.answer(head, body) }); broken != nil {
		return nil, broken
	}
	return doc, err
}

func (r *reader) answer(head textproto.MIMEHeader, body io.Reader) (*Document, error) {
	limit := &recordLimit{in: body, max: r.opts.MaxBytes, left: maxHead}
	response, err := http.ReadResponse(bufio.NewReader(limit), nil)
	if err != nil {
		return nil, nil // what a server sent that speaks no HTTP is nobody's fault here
	}
	limit.left = r.opts.MaxBytes + maxHead // the error of a larger one is that of readAll
	kind, params, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if response.StatusCode != http.StatusOK || kind != "text/html" && kind != "application/xhtml+xml" {
		return nil, nil
	}
	data, err := r.readAll(response.Body)
	if err != nil {
		return nil, err
	}
	page, err := decodeHTML(data)
	if name := params["charset"]; name != "" && declaredCharset.FindSubmatch(data[:min(len(data), 1024)]) == nil {
		if enc, _ := charset.Lookup(name); enc != nil {
			var text []byte
			text, err = enc.NewDecoder().Bytes(data)
			page = string(text)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSkipped, err)
	}
	doc, err := parsePage(page)
	if err != nil || strings.TrimSpace(doc.Text) == "" {
		return nil, nil
	}
	doc.URL = first(head.Get("WARC-Target-URI"), doc.URL)
	if date := parseDate(head.Get("WARC-Date")); dateOf(doc, "", "") == "" {
		doc.Date = date // of the crawl
	}
	return doc, nil
}
