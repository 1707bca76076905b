package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// A stretch reads as head, then n times a unit.
func stretch(head, unit string, n int) io.Reader {
	block := strings.Repeat(unit, 1+(1<<16)/len(unit))
	return io.MultiReader(strings.NewReader(head), io.LimitReader(&repeated{block: block}, int64(n*len(unit))))
}

type repeated struct {
	block string
	at    int
}

func (r *repeated) Read(p []byte) (int, error) {
	n := copy(p, r.block[r.at:])
	r.at = (r.at + n) % len(r.block)
	return n, nil
}

// cost runs f, which must not need more than the memory, in bytes in use at once, and ten
// seconds.
func cost(t *testing.T, memory uint64, f func()) {
	t.Helper()
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	before, most, start := stats.HeapAlloc, uint64(0), time.Now()
	done, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(watched)
		for {
			select {
			case <-done:
				return
			case <-time.After(10 * time.Millisecond):
				runtime.ReadMemStats(&stats)
				most = max(most, stats.HeapAlloc)
			}
		}
	}()
	f()
	close(done)
	<-watched
	if most > before && most-before > memory {
		t.Errorf("%d MB in use, want at most %d", (most-before)>>20, memory>>20)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestHostileRecords reads records without an end, as deep as they are long, of wrong
// lengths: what was good before them is read, there is an error, and it costs little.
func TestHostileRecords(t *testing.T) {
	const size = 100 << 20
	csv, rss := "id,text\n1,One.\n", "<rss><channel><item><guid>1</guid><description>One.</description></item>"
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<article><p>One.</p></article>"
	response := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
	for _, test := range []struct {
		name, format, head, unit, fault string
	}{
		{"a quote without end", "csv", csv + `2,"`, "more\n", "in a record"},
		{"a row without end", "csv", csv, "x,", "in a record"},
		{"names without end", "csv", "", "x,", "in a record"},
		{"quotes", "csv", csv, `"`, "in a record"},
		{"deep elements", "rss", rss, "<a>", "elements in more than 1000 others"},
		{"a deep item", "rss", rss + "<item>", "<a>", "in a record"},
		{"deep markup in an item", "rss", rss + "<item><description>", "&lt;b>", "in a record"},
		{"an element without end", "rss", rss + "<", "a", "in a record"},
		{"a comment without end", "rss", rss + "<!--", "a", "in a record"},
		{"a declaration without end", "rss", rss + "<!DOCTYPE x [", "<!ENTITY a 'b'>", "in a record"},
		{"attributes without end", "rss", rss + "<a ", "b='c' ", "in a record"},
		{"an item without end", "rss", rss + "<item>", "<link/>", "in a record"},
		{"no line", "warc", response, "WARC/1.0", "at most"},
		{"fields without end", "warc", response + "WARC/1.0\r\n", "a: b\r\n", "at most"},
		{"one field without end", "warc", response + "WARC/1.0\r\na: ", "b", "at most"},
		{"fields of a server without end", "warc",
			response + "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1000000000000\r\n\r\nHTTP/1.1 200 OK\r\n", "a: b\r\n", "EOF"},
		{"a page without end", "warc",
			response + "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000000000000000\r\n\r\n" + page, "<p>x</p>", "at most"},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs, faults := 0, []string(nil)
			cost(t, 200<<20, func() {
				in := stretch(test.head, test.unit, size/len(test.unit))
				for doc, err := range Read([]string{"-"}, Options{Stdin: in, Format: test.format, MaxBytes: 4 << 20}) {
					check(t, doc, err)
					if err != nil {
						faults = append(faults, err.Error())
					} else {
						docs++
					}
				}
			})
			if want := min(strings.Count(test.head, "One."), 1); docs != want {
				t.Errorf("%d documents, want %d", docs, want)
			}
			if len(faults) == 0 || !strings.Contains(faults[0], test.fault) || len(faults) > 2 {
				t.Errorf("got %.300q, want one error of %q", faults, test.fault)
			}
		})
	}
}

// TestEntities reads a feed with an entity that would grow without end.
func TestEntities(t *testing.T) {
	bomb := `<!DOCTYPE x [<!ENTITY a "lol">` + strings.Repeat(`<!ENTITY a "&a;&a;&a;&a;&a;&a;&a;&a;">`, 30) +
		`<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><item><description>&a;&f;met &amp;amp; left</description></item></rss>`
	docs, faults := told(t, map[string]string{"a.rss": bomb}, Options{})
	if len(faults) > 0 || len(docs) != 1 || !strings.HasSuffix(docs[0], "|&a;&f;met & left") {
		t.Errorf("got %q, %q", docs, faults)
	}
}

// TestArchiveNames reads archives whose files have the same names, or ones that lead out
// of the archive.
func TestArchiveNames(t *testing.T) {
	docs, faults := told(t, map[string]string{
		"a.zip": zipped(t, "x.txt", "X.", "x.txt", "X.", "x.txt", "Y.", "./x.txt", "Z.", "..", "U.", "", "E.",
			`..\..\win.txt`, "W.", "/etc/passwd.txt", "P.", "esc\x1b]0;t\a.txt", "C.", "sp ace\n.txt", "S."),
		"b.tar": tarred(t, "n.gz", gzipped(t, "G."), "n", "N.", "n.gz.gz", "M."),
	}, Options{Format: "txt"})
	// The archives themselves are read by their endings.
	want(t, "documents", docs, []string{
		"a/win||||W.", "a/x||||Z.", "a/etc/passwd||||P.", "a/esc\x1b]0;t\a||||C.", "a/sp ace\n||||S.",
		"a/x:" + hash("X.") + "||||X.", "a/x:" + hash("Y.") + "||||Y.",
		"b/n||||G.", "b/n:" + hash("N.") + "||||N.", "b/n.gz||||M.",
	})
	want(t, "faults", faults, []string{"a.zip/x.txt: duplicate: the archive has this file twice"})
}

// TestBombs reads archives that hold much in little: one stretch that all files of a zip
// share, files that are compressed twice, a tar file with holes.
func TestBombs(t *testing.T) {
	dir := t.TempDir()
	line := strings.Repeat("x", 1<<20) + "\n"
	huge := gzipped(t, strings.Repeat(line, 60))
	files := map[string][]byte{
		"shared.zip": overlapped(t, []byte(strings.Repeat(line, 40)), 500),
		"many.tar.gz": []byte(gzipped(t, tarred(t, "a.jsonl.gz", huge, "b.jsonl.gz", huge, "c.jsonl.gz", huge, "d.jsonl.gz", huge,
			"e.docx", strings.Repeat(line, 60)))),
		"hole.tar": holed(t),
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			var faults []string
			cost(t, 200<<20, func() {
				for doc, err := range Read([]string{filepath.Join(dir, name)}, Options{MaxBytes: 1 << 19}) {
					check(t, doc, err)
					if err != nil && !strings.Contains(err.Error(), "on a line") {
						faults = append(faults, err.Error())
					}
				}
			})
			if len(faults) == 0 || len(faults) > 3 || !strings.Contains(faults[len(faults)-1], "more than 200 times its size") {
				t.Errorf("got %.300q", faults)
			}
		})
	}
}

// overlapped is a zip archive whose directory names one file n times.
func overlapped(t *testing.T, data []byte, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.jsonl")
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	start := bytes.LastIndex(whole, []byte("PK\x01\x02"))
	end := bytes.LastIndex(whole, []byte("PK\x05\x06"))
	entry, tail := whole[start:end], slices.Clone(whole[end:])
	directory := bytes.Repeat(entry, n)
	size := uint32(len(directory))
	tail[8], tail[9], tail[10], tail[11] = byte(n), byte(n>>8), byte(n), byte(n>>8)
	tail[12], tail[13], tail[14], tail[15] = byte(size), byte(size>>8), byte(size>>16), byte(size>>24)
	return slices.Concat(whole[:start], directory, tail)
}

// holed is a tar archive of a few blocks whose file has a hole of a terabyte.
func holed(t *testing.T) []byte {
	t.Helper()
	block := func(name string, kind byte, size int) []byte {
		b := make([]byte, 512)
		copy(b, name)
		copy(b[100:], "0000644\x000000000\x000000000\x00")
		copy(b[124:], fmt.Sprintf("%011o\x0000000000000\x00        ", size))
		b[156] = kind
		copy(b[257:], "ustar\x0000")
		sum := 0
		for _, c := range b {
			sum += int(c)
		}
		copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
		return b
	}
	var pax bytes.Buffer
	for _, kv := range []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=a.jsonl", "GNU.sparse.realsize=1099511627776"} {
		n := len(kv) + 4
		pax.WriteString(fmt.Sprintf("%d %s\n", n, kv))
	}
	pad := func(b []byte) []byte { return append(b, make([]byte, -len(b)&511)...) }
	data := pad([]byte("1\n0\n3\n"))
	data = append(data, pad([]byte("{}\n"))...)
	out := slices.Concat(block("p", tar.TypeXHeader, pax.Len()), pad(pax.Bytes()), block("a.jsonl", tar.TypeReg, 512+3), data)
	return append(out, make([]byte, 1024)...)
}

func FuzzRecords(f *testing.F) {
	f.Add("id;text\n1;\"One \"\"two\"\"\n three.\"\n2;x\n\"", "csv")
	f.Add("<feed><entry><id>1</id><content type='xhtml'><p>x<b>y</content><link href=u rel=alternate></entry>", "rss")
	f.Add("<?xml version='1.0' encoding='latin1'?><rdf:RDF><item><description>&lt;p>\xfa&nbsp;</description></item>", "rss")
	f.Add("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 80\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n"+
		"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>xy\r\n0\r\n\r\n", "warc")
	f.Fuzz(func(t *testing.T, in, format string) {
		if !slices.Contains([]string{"csv", "rss", "warc"}, format) {
			return
		}
		seen := map[string]bool{}
		for doc, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(in), Format: format, MaxBytes: 1 << 16}) {
			check(t, doc, err)
			if doc != nil && seen[doc.ID] {
				t.Errorf("id %q given twice", doc.ID)
			} else if doc != nil {
				seen[doc.ID] = true
			}
		}
	})
}

func FuzzArchive(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"a.txt", "../b.csv", "a.txt"} {
		if w, err := z.Create(name); err == nil {
			io.WriteString(w, "text\nOne.\n")
		}
	}
	z.Close()
	f.Add(b.Bytes(), true)
	b = bytes.Buffer{}
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	w.WriteHeader(&tar.Header{Name: "a.txt", Size: 4, Mode: 0o600})
	io.WriteString(w, "One.")
	w.Close()
	g.Close()
	f.Add(b.Bytes(), false)
	f.Fuzz(func(t *testing.T, data []byte, zipped bool) {
		path := filepath.Join(t.TempDir(), "a.tar")
		if zipped {
			path = filepath.Join(t.TempDir(), "a.zip")
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for doc, err := range Read([]string{path}, Options{MaxBytes: 1 << 16}) {
			check(t, doc, err)
			if doc != nil && seen[doc.ID] {
				t.Errorf("id %q given twice", doc.ID)
			} else if doc != nil {
				seen[doc.ID] = true
			}
		}
	})
}
