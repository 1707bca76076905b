package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// told is what Read gives of a folder of files: "id|date|title|url|text" of documents, and
// errors.
func told(t *testing.T, files map[string]string, opts Options) (docs, faults []string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for doc, err := range Read([]string{"."}, opts) {
		if err != nil {
			faults = append(faults, err.Error())
		} else {
			docs = append(docs, strings.Join([]string{doc.ID, doc.Date, doc.Title, doc.URL, doc.Text}, "|"))
		}
	}
	return docs, faults
}

func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		err := w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1]))})
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		if _, err := z.Write([]byte(p)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func want(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestArchives(t *testing.T) {
	docs, faults := told(t, map[string]string{
		"a.txt.gz": gzipped(t, "Peru met."),
		"march.zip": zipped(t, "b/lima.txt", "Lima.", "a.txt", "A.", "wire.jsonl", `{"id":"w1","text":"W."}`, "x.docx", "?",
			"a.md", "Other.", "deep.zip", "?"),
		"old.tar.gz": gzipped(t, tarred(t, "../up.txt", "Up.", "d/2024-03-05/n.txt", "N.")),
		"c.tgz":      gzipped(t, tarred(t, "c.txt.gz", gzipped(t, "C."))),
		"bad.zip":    "no archive",
		"bad.txt.gz": "\x1f\x8b no gzip",
		"empty.zip":  zipped(t),
	}, Options{})
	want(t, "documents", docs, []string{
		"a||||Peru met.", "c/c||||C.",
		"march/a||||Other.", "march/a.txt||||A.", "march/b/lima||||Lima.", "w1||||W.",
		"old/up||||Up.", "old/d/2024-03-05/n|2024-03-05|||N.",
	})
	want(t, "faults", faults, []string{
		"bad.txt.gz: malformed archive or compressed file: gzip: invalid header",
		"bad.zip: malformed archive or compressed file: zip: not a valid zip file",
		"empty.zip: no text: the archive has no files",
		"march.zip/deep.zip: skipped: unknown format: wanted a name that ends in " + wanted,
		"march.zip/x.docx: skipped: unknown format: wanted a name that ends in " + wanted,
	})
}

// TestGrowth reads a file of which little grows to much.
func TestGrowth(t *testing.T) {
	bomb := gzipped(t, strings.Repeat(strings.Repeat("x", 1<<20)+"\n", 80))
	docs, faults := told(t, map[string]string{"bomb.jsonl.gz": bomb, "b.txt": "B."}, Options{MaxBytes: 1 << 19})
	want(t, "documents", docs, []string{"b||||B."})
	if n := len(faults); n != 65 && n != 64 || !strings.Contains(faults[n-1], "it grows to more than 200 times its size") {
		t.Errorf("%d faults, the last of them %s", n, faults[n-1])
	}
}

func TestTable(t *testing.T) {
	docs, faults := told(t, map[string]string{
		"a.csv": "\xEF\xBB\xBFID,Headline,Body,date,section\n" +
			"1,Talks,\"Peru and Chile\nmet, \"\"again\"\".\",2025-03-05,World\n2,Empty,,2025-03-06,\n3,,\"Bad \xff\",,\n",
		"b.csv":     "url;text\nhttps://x.example/1;One, two.\n",
		"c.csv":     "id,text\n7,\"One\nline.\"\n2,\"Two\n3,Three\n4,Four\n",
		"d.csv":     "id,text\n8,\"One\nline.\"\n",
		"nodes.csv": "Id,Label\n1,Peru\n",
	}, Options{})
	want(t, "documents", docs, []string{
		"1|2025-03-05|Talks||Peru and Chile\nmet, \"again\".",
		"b:" + hash("One, two.") + "|||https://x.example/1|One, two.",
		"7||||One\nline.", "8||||One\nline.",
	})
	want(t, "faults", faults, []string{
		`a.csv:4: no text: wanted a field "text" (or "body", "content") with a string`,
		"a.csv:5: not valid UTF-8: byte 4 is 0xFF; wanted UTF-8 (iconv can convert it from Windows-1252, Latin-1 and others)",
		"c.csv:4: malformed table: a quote is not closed, so the rows from here on are one",
		`nodes.csv:1: skipped: malformed table: wanted a column "text" (or "body", "content")`,
	})
}

func TestFeed(t *testing.T) {
	docs, faults := told(t, map[string]string{
		"a.rss": `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>News</title><item><title>Talks &amp; tea</title><link>https://x.example/1</link><guid>g1</guid><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Per` + "\xfa" + ` and Chile met.</p><p>They signed.</p>]]></content:encoded></item>
<item><title>No text</title></item></channel></rss>`,
		"b.xml": `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><id>urn:1</id><updated>2025-03-06T01:00:00Z</updated>
<link rel="self" href="https://x.example/self"/><link href="https://x.example/2"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lan <b>met</b> Sato.</div></content></entry></feed>`,
		"c.xml":    `<?xml version="1.0"?><project><item><title>x</title></item></project>`,
		"dead.rss": "no feed",
	}, Options{})
	want(t, "documents", docs, []string{
		"g1|2025-03-05|Talks & tea|https://x.example/1|Per\u00fa and Chile met.\n\nThey signed.",
		"urn:1|2025-03-06|T|https://x.example/2|Lan met Sato.",
	})
	want(t, "faults", faults, []string{
		"a.rss:4: no text: wanted a text to read",
		"c.xml: skipped: not an RSS or Atom feed",
		"dead.rss: skipped: not an RSS or Atom feed",
	})
}

func TestWARC(t *testing.T) {
	record := func(kind, url, body string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-03-07T10:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			kind, url, len(body), body)
	}
	response := func(kind, body string) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: " + kind + "\r\n\r\n" + body
	}
	page := "<html><head><title>Talks</title></head><body><article><p>" + strings.Repeat("Peru and Chile met in Lima. ", 20) + "</p></article></body></html>"
	docs, faults := told(t, map[string]string{
		"news.warc.gz": gzipped(t,
			record("warcinfo", "", "software: x"),
			record("response", "https://x.example/1", response("text/html; charset=iso-8859-1", strings.ReplaceAll(page, "Peru", "Per\xfa"))),
			record("response", "https://x.example/i", response("image/png", "\x89PNG")),
			record("response", "https://x.example/2", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+page),
			record("response", "https://x.example/3", "garbage")),
		"cut.warc": record("response", "https://x.example/4", response("text/html", strings.ReplaceAll(page, "met", "spoke"))) + "WARC/1.0\r\nX: y",
	}, Options{})
	if len(docs) != 2 || !strings.HasPrefix(docs[1], "news:") ||
		!strings.Contains(docs[1], "|2025-03-07|Talks|https://x.example/1|Per\u00fa and Chile met in Lima.") {
		t.Errorf("got %q", docs)
	}
	want(t, "faults", faults, []string{"cut.warc: malformed WARC file: record 2: unexpected EOF"})
}

func TestEncoding(t *testing.T) {
	docs, faults := told(t, map[string]string{"a.txt": "Per\xfa", "b.jsonl": "{\"id\":\"b\",\"text\":\"Per\xfa\"}"},
		Options{Encoding: "latin1"})
	want(t, "documents", docs, []string{"a||||Per\u00fa", "b||||Per\u00fa"})
	want(t, "faults", faults, nil)
	for _, err := range Read([]string{"."}, Options{Encoding: "klingon"}) {
		if !errors.Is(err, ErrOptions) {
			t.Errorf("got %v", err)
		}
	}
}

func TestFolderDate(t *testing.T) {
	for path, want := range map[string]string{
		"news/2025-03-05/a.txt": "2025-03-05", "2025/03/05/a.txt": "2025-03-05", "20250305/a.txt": "2025-03-05",
		"2025/03/a.txt": "2025-03", "2025-03/x/a.txt": "2025-03", "2024-01-01/2025-03-05/a.txt": "2025-03-05",
		"a/b.txt": "", "202503/a.txt": "", "2025/13/a.txt": "", "x2025-03-05/a.txt": "", "2025-03-05.txt": "",
	} {
		if got := folderDate(path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}
