package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// tree writes files below a new directory and gives its path.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func readAll(paths []string, opts Options) (docs []*Document, errs []error) {
	for doc, err := range Read(paths, opts) {
		if err != nil {
			errs = append(errs, err)
		} else {
			docs = append(docs, doc)
		}
	}
	return docs, errs
}

func one(t *testing.T, name, text string, opts Options) *Document {
	t.Helper()
	dir := tree(t, map[string]string{name: text})
	docs, errs := readAll([]string{filepath.Join(dir, name)}, opts)
	if len(errs) > 0 || len(docs) != 1 {
		t.Fatalf("%d documents, errors %v; want one document", len(docs), errs)
	}
	return docs[0]
}

func ids(docs []*Document) []string {
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.ID)
	}
	return ids
}

func TestReadDirectory(t *testing.T) {
	dir := tree(t, map[string]string{
		"b.txt":         "Minister Banda met Minister Okoye.",
		"a/lima.md":     "# Talks in Lima\n\nThey *met* there.",
		"a/x.txt":       "One.",
		"c/x.txt":       "Two.",
		"y.txt":         "Three.",
		"y.md":          "Four.",
		".hidden.txt":   "No.",
		".git/head.txt": "No.",
		"photo.jpg":     "\xFF\xD8",
		"n.jsonl":       `{"text": "Five."}` + "\n" + `{"id": "five", "text": "Six."}`,
	})
	want := []string{"lima", "x", "b", "c/x", "n:" + hash("Five."), "five", "y", "y.txt"}
	arguments := [][]string{
		{dir},
		{dir, filepath.Join(dir, "b.txt")},
		{filepath.Join(dir, "y.txt"), filepath.Join(dir, "c"), dir + "/a/../", filepath.Join(dir, "a")},
	}
	for _, paths := range arguments {
		docs, errs := readAll(paths, Options{})
		if got := ids(docs); !slices.Equal(got, want) {
			t.Errorf("ids %q, want %q", got, want)
		}
		if len(errs) != 1 || !errors.Is(errs[0], ErrSkipped) || !strings.Contains(errs[0].Error(), "photo.jpg: skipped") {
			t.Errorf("errors %v, want photo.jpg skipped", errs)
		}
	}
}

func TestReadStopsEarly(t *testing.T) {
	dir := tree(t, map[string]string{"a.jsonl": "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "b.txt": "Three."})
	for range Read([]string{dir}, Options{}) {
		break
	}
}

func TestIDs(t *testing.T) {
	tests := []struct{ paths, want []string }{
		{[]string{"/r/a.txt", "/r/b.txt"}, []string{"a", "b"}},
		{[]string{"/r/a.txt", "/s/a.txt"}, []string{"a", "s/a"}},
		{[]string{"/r/a.md", "/r/a.txt"}, []string{"a", "a.txt"}},
		{[]string{"/r/q/a.txt", "/s/q/a.txt", "/s/q/b.txt"}, []string{"a", "q/a", "b"}},
		{[]string{"/q/a.txt", "/r/q/a.txt", "/s/q/a.txt"}, []string{"a", "q/a", "s/q/a"}},
		{[]string{"/r/a.md", "/r/a.txt", "/r/a.txt.md"}, []string{"a", "a.txt", "a.txt.md"}},
		{[]string{"/a.txt", "/a/a.txt"}, []string{"a", "a/a"}},
		{[]string{"/.txt", "/stdin.txt"}, []string{".txt", "stdin"}},
		{[]string{"/known/a.txt", "/new/a.txt", "/new/b.txt"}, []string{"a", "new/a", "b"}},
		{[]string{"/new/a.txt"}, []string{"new/a"}},
		{[]string{"/known/c.txt"}, []string{"odd"}},
	}
	for _, test := range tests {
		files := make([]file, len(test.paths))
		for i, p := range test.paths {
			files[i] = file{path: p, abs: p}
		}
		opts := Options{Root: "/"}
		if strings.Contains(test.paths[0], "new") || strings.Contains(test.paths[0], "known") {
			opts.Known = map[string]Origin{"a": {Path: "known/a.txt"}, "odd": {Path: "known/c.txt"}}
		}
		newNames(opts).identify(files, "")
		var got []string
		for _, f := range files {
			got = append(got, f.id)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("identify(%q) = %q, want %q", test.paths, got, test.want)
		}
	}
}

// TestKnown reads files one after the other, as they come to a store.
func TestKnown(t *testing.T) {
	dir := tree(t, map[string]string{
		"d1/news.txt": "One.", "d2/news.txt": "Two.", "d3/news.txt": "One.",
		"d1/wire.jsonl": `{"text": "A."}`, "d2/wire.jsonl": "{\"text\": \"B.\"}\n{\"id\": \"news\", \"text\": \"C.\"}\n{\"id\": \"own\", \"text\": \"D.\"}",
		"d3/wire.jsonl": `{"id": "own", "text": "E."}`,
	})
	known := map[string]Origin{}
	read := func(name string) string {
		docs, errs := readAll([]string{filepath.Join(dir, name)}, Options{Root: dir, Known: known})
		if len(errs) > 0 {
			t.Errorf("%s: %v", name, errs)
		}
		for _, d := range docs {
			known[d.ID] = d.Origin
		}
		return strings.Join(ids(docs), " ")
	}
	steps := []struct{ name, want string }{
		{"d1/news.txt", "news"},
		{"d2/news.txt", "d2/news"},
		{"d3/news.txt", "d3/news"}, // a copy
		{"d1/news.txt", "news"},
		{"d1/wire.jsonl", "wire:" + hash("A.")},
		{"d2/wire.jsonl", "wire:" + hash("B.") + " news:" + hash("C.") + " own"},
		{"d3/wire.jsonl", "own"},
		{"d2/wire.jsonl", "wire:" + hash("B.") + " news:" + hash("C.") + " own"},
	}
	for _, step := range steps {
		if got := read(step.name); got != step.want {
			t.Errorf("%s: ids %q, want %q", step.name, got, step.want)
		}
	}
	for _, name := range []string{"d1/news.txt", "d2/news.txt"} {
		if err := os.Rename(filepath.Join(dir, name), filepath.Join(dir, "d3", filepath.Base(filepath.Dir(name))+".txt")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "moved"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, "d3/d1.txt"), filepath.Join(dir, "moved/news.txt")); err != nil {
		t.Fatal(err)
	}
	if got := read("moved/news.txt"); got != "news" {
		t.Errorf("a moved file has id %q, want news", got)
	}
	if want := (Origin{Path: "moved/news.txt", Hash: hash("One.")}); known["news"] != want {
		t.Errorf("origin %v, want %v", known["news"], want)
	}
}

// TestWritten reads what relata writes, and what only looks like it.
func TestWritten(t *testing.T) {
	for name, data := range map[string]string{
		"facts.jsonl":  `{"doc":"a","relation":"met","subject":{},"object":{},"status":"actual","evidence":{}}` + "\n",
		"things.jsonl": `{"doc":"a","id":"person:b","type":"Person","name":"B","forms":[{"text":"B"}],"country":{}}` + "\n",
		"page.html":    `<!DOCTYPE html><html><head><meta name="generator" content="relata"></head><body><p>One met Two.</p></body></html>`,
	} {
		dir := tree(t, map[string]string{name: strings.Repeat(data, 3)})
		_, errs := readAll([]string{filepath.Join(dir, name)}, Options{})
		if len(errs) != 1 || !errors.Is(errs[0], ErrWritten) || errors.Is(errs[0], ErrSkipped) {
			t.Errorf("%s named: errors %v, want one, of what relata has written", name, errs)
		}
		_, errs = readAll([]string{dir}, Options{})
		if len(errs) != 1 || !errors.Is(errs[0], ErrWritten) || !errors.Is(errs[0], ErrSkipped) {
			t.Errorf("%s below a directory: errors %v, want one, that is skipped", name, errs)
		}
	}
	dir := tree(t, map[string]string{"text.jsonl": `{"doc":"a","id":"1","type":"article","name":"B","body":"One met Two."}`})
	if docs, errs := readAll([]string{dir}, Options{}); len(docs) != 1 || len(errs) > 0 {
		t.Errorf("%d documents, errors %v, want one document", len(docs), errs)
	}
}

func TestErrors(t *testing.T) {
	dir := tree(t, map[string]string{
		"empty.txt":    "",
		"blank.txt":    "\xEF\xBB\xBF \r\n\u00A0\n",
		"zip.txt":      "PK\x03\x04\x00\x00",
		"paper.txt":    "%PDF-1.7\n",
		"paper.pdf":    "%PDF-1.7\n",
		"noise.txt":    "\x01\x02\xFE\x03",
		"latin.txt":    "First line.\nThe caf\xE9 in Paris.",
		"odd16.txt":    "\xFF\xFEa",
		"page.html":    "<html><body><p>Le caf\xE9</p></body></html>",
		"file.docx":    "x",
		"long.txt":     strings.Repeat("x", 2000),
		"none.jsonl":   "\n\n",
		"none.json":    "[]",
		"dir/.nothing": "",
	})
	tests := []struct {
		path string
		is   error
		line int
		text string
	}{
		{"empty.txt", ErrEmpty, 0, "no text"},
		{"blank.txt", ErrEmpty, 0, "no text"},
		{"zip.txt", ErrBinary, 0, "not a text file"},
		{"paper.txt", ErrPDF, 0, "PDF is not read"},
		{"paper.pdf", ErrPDF, 0, "paper.pdf: PDF is not read"},
		{"noise.txt", ErrBinary, 0, "not a text file"},
		{"latin.txt", ErrEncoding, 2, ":2: not valid UTF-8: byte 19 is 0xE9; wanted UTF-8"},
		{"odd16.txt", ErrEncoding, 0, "UTF-16"},
		{"page.html", ErrEncoding, 1, "byte 21 is 0xE9"},
		{"file.docx", ErrFormat, 0, "wanted a name that ends in .txt, .md, .html, .jsonl,"},
		{"long.txt", ErrTooLarge, 0, "wanted at most 1000 bytes"},
		{"none.jsonl", ErrEmpty, 0, "wanted JSON lines"},
		{"none.json", ErrEmpty, 0, "wanted JSON objects"},
		{"dir", ErrEmpty, 0, "no files"},
		{"missing.txt", fs.ErrNotExist, 0, "missing.txt: no such file"},
	}
	for _, test := range tests {
		docs, errs := readAll([]string{filepath.Join(dir, test.path)}, Options{MaxBytes: 1000})
		if len(docs) != 0 || len(errs) != 1 {
			t.Errorf("%s: %d documents, errors %v; want one error", test.path, len(docs), errs)
			continue
		}
		var e *Error
		if !errors.As(errs[0], &e) || !errors.Is(e, test.is) || e.Line != test.line || !strings.Contains(e.Error(), test.text) {
			t.Errorf("%s: %v, want %v with %q in line %d", test.path, errs[0], test.is, test.text, test.line)
		}
	}

	if os.Getuid() != 0 {
		secret := filepath.Join(dir, "long.txt")
		if err := os.Chmod(secret, 0); err != nil {
			t.Fatal(err)
		}
		if _, errs := readAll([]string{secret}, Options{}); len(errs) != 1 || !errors.Is(errs[0], fs.ErrPermission) {
			t.Errorf("errors %v, want permission", errs)
		}
	}
	for _, opts := range []Options{{Date: "17 Nov"}, {Date: "2024-13"}, {Date: "2024-02-30"}, {Format: "docx"}} {
		if _, errs := readAll([]string{dir}, opts); len(errs) != 1 || !errors.Is(errs[0], ErrOptions) {
			t.Errorf("%+v: errors %v, want one that tells the option", opts, errs)
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"mark", "\xEF\xBB\xBFHello.", "Hello."},
		{"as it is", "Vie\u0323\u0302t\u00A0Nam\r\n\r\ntalks\r\n", "Vie\u0323\u0302t\u00A0Nam\r\n\r\ntalks\r\n"},
		{"UTF-16LE", "\xFF\xFEH\x00\xE0\x1E", "H\u1EE0"},
		{"UTF-16BE", "\xFE\xFF\x00H\xD8\x3D\xDE\x00", "H\U0001F600"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := one(t, "a.txt", test.in, Options{}).Text; got != test.want {
				t.Errorf("text %q, want %q", got, test.want)
			}
		})
	}
}

func TestStdin(t *testing.T) {
	tests := []struct{ name, in, format, id, text string }{
		{"plain", "Two ministers met.", "", "stdin:" + hash("Two ministers met."), "Two ministers met."},
		{"page", "\n<!DOCTYPE html><title>T</title><p>Two ministers met.</p>", "", "stdin:" + hash("Two ministers met."), "Two ministers met."},
		{"lines", `{"text": "Two ministers met."}`, "", "stdin:" + hash("Two ministers met."), "Two ministers met."},
		{"array", `[{"id": 7, "text": "Two ministers met."}]`, "", "7", "Two ministers met."},
		{"front matter", "---\ntitle: T\n---\nTwo *ministers* met.", "", "stdin:" + hash("Two ministers met."), "Two ministers met."},
		{"stated", "Two *ministers* met.", "markdown", "stdin:" + hash("Two ministers met."), "Two ministers met."},
		{"brace stated", "{note}", "text", "stdin:" + hash("{note}"), "{note}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			docs, errs := readAll([]string{"-", "-"}, Options{Stdin: strings.NewReader(test.in), Format: test.format})
			if len(errs) > 0 || len(docs) != 1 || docs[0].ID != test.id || docs[0].Text != test.text {
				t.Errorf("documents %+v, errors %v", docs, errs)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Kenya and Chile sign trade pact\n\nThe ministers met.", "Kenya and Chile sign trade pact"},
		{"\r\n  Will Chile join?\r\n\r\nThe ministers met.", "Will Chile join?"},
		{"The ministers met on Monday.\n\nThey talked.", ""},
		{"Kenya and Chile sign trade pact\nThe ministers met.", ""},
		{"Kenya and Chile sign trade pact", ""},
		{"1. Kenya and Chile met\n\nMore.", ""},
		{"PRESS RELEASE\n\nMore.", ""},
		{"NAIROBI, 12 May 2021\n\nMore.", ""},
	}
	for _, test := range tests {
		if got := headline(test.text); got != test.want {
			t.Errorf("headline(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestJSONLines(t *testing.T) {
	long := strings.Repeat("Long text. ", 100_000)
	dir := tree(t, map[string]string{"n.jsonl": strings.Join([]string{
		"\xEF\xBB\xBF" + `{"id": "a", "text": "One.", "title": " A  title ", "date": "2024-11-17T23:30:00-05:00", "url": "https://example.org/a", "lang": "en", "views": 12345678901234567890}`,
		`{"id": "b", "text": "cut`,
		"",
		`{"guid": 12, "articleBody": "Two.", "Headline": "H", "date_published": "17 November 2024", "link": "https://example.org/b"}` + "\r",
		`{"title": "no text"}`,
		`["text"]`,
		`{"text": "x"} {"text": "y"}`,
		`{"text": "caf` + "\xE9" + `"}`,
		`{"text": "` + long + `"}`,
		`{"id": "a", "text": "One."}`,
		`{"id": "a", "text": "Other."}`,
		`{"text": "Bad date.", "date": "soon"}`,
		`null`,
	}, "\n")})
	path := filepath.Join(dir, "n.jsonl")
	docs, errs := readAll([]string{path}, Options{Date: "2020"})
	want := []Document{
		{ID: "a", Text: "One.", Title: "A title", Date: "2024-11-17", URL: "https://example.org/a", Extra: map[string]any{"lang": "en"}},
		{ID: "12", Text: "Two.", Title: "H", Date: "2024-11-17", URL: "https://example.org/b"},
		{ID: "n:" + hash(long), Text: long, Date: "2020"},
		{ID: "a:" + hash("Other."), Text: "Other.", Date: "2020"},
		{ID: "n:" + hash("Bad date."), Text: "Bad date.", Date: "2020", Dated: "soon", Extra: map[string]any{"date": "soon"}},
	}
	if len(docs) != len(want) {
		t.Fatalf("ids %q, want %d documents", ids(docs), len(want))
	}
	if v := docs[0].Extra["views"]; fmt.Sprint(v) != "12345678901234567890" {
		t.Errorf("views = %v: a number must stay as it was", v)
	}
	delete(docs[0].Extra, "views")
	for i, d := range docs {
		d.Origin = Origin{}
		if !reflect.DeepEqual(*d, want[i]) {
			t.Errorf("document %d: %.200v, want %.200v", i, *d, want[i])
		}
	}
	faults := []struct {
		line int
		is   error
	}{{2, ErrJSON}, {5, ErrEmpty}, {6, ErrJSON}, {7, ErrJSON}, {8, ErrEncoding}, {10, ErrDuplicate}, {13, ErrJSON}}
	if len(errs) != len(faults) {
		t.Fatalf("errors %v, want %d", errs, len(faults))
	}
	for i, f := range faults {
		if !errors.Is(errs[i], f.is) || !strings.HasPrefix(errs[i].Error(), fmt.Sprintf("%s:%d: ", path, f.line)) {
			t.Errorf("error %q, want %v in line %d", errs[i], f.is, f.line)
		}
		if strings.Contains(errs[i].Error(), "interface") {
			t.Errorf("error %q tells of Go", errs[i])
		}
	}
}

func TestJSONFile(t *testing.T) {
	tests := []struct{ name, in, texts, lines string }{
		{"lines", "{\"text\": \"One.\"}\n{\"text\": 2}\n{\"text\": \"Three.\"}", "One. Three.", "2"},
		{"faulty first line", "{\"text\": One}\n{\"text\": \"Two.\"}", "Two.", "1"},
		{"one value", "{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n", "One.", ""},
		{"values", "{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Two.\"\n}", "One. Two.", ""},
		{"array", "[\n {\"text\": \"One.\"},\n 3,\n {\"text\": \"Two.\"}\n]", "One. Two.", "3"},
		{"broken array", "[\n{\"text\": \"One.\"},\n{\"text\":\n Two}\n]", "One.", "4"},
		{"array without end", "[\n{\"text\": \"One.\"}\n", "One.", "3"},
		{"more than the array", "[{\"text\": \"One.\"}]\n7", "One.", "2"},
		{"cut array", "[\n{\"text\": \"One.\"},\n{\"te", "One.", "3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := tree(t, map[string]string{"n.json": test.in})
			docs, errs := readAll([]string{dir}, Options{})
			var texts, lines []string
			for _, d := range docs {
				texts = append(texts, d.Text)
			}
			for _, err := range errs {
				var e *Error
				if errors.As(err, &e) {
					lines = append(lines, fmt.Sprint(e.Line))
				}
			}
			if strings.Join(texts, " ") != test.texts || strings.Join(lines, " ") != test.lines {
				t.Errorf("texts %q, errors %v; want %s and faults in lines %q", texts, errs, test.texts, test.lines)
			}
		})
	}
}

func TestUTF16Lines(t *testing.T) {
	var b strings.Builder
	b.WriteString("\xFF\xFE")
	for _, c := range `{"text": "One."}` + "\n" + `{"text": "Two."}` {
		b.WriteByte(byte(c))
		b.WriteByte(0)
	}
	docs, errs := readAll([]string{filepath.Join(tree(t, map[string]string{"n.jsonl": b.String()}), "n.jsonl")}, Options{})
	if len(docs) != 2 || len(errs) > 0 || docs[1].Text != "Two." {
		t.Errorf("documents %q, errors %v", ids(docs), errs)
	}
}

func TestMarkdown(t *testing.T) {
	doc := one(t, "a.md", strings.ReplaceAll(`---
title: "Ministers meet in Quito"
date: 2023-05-04 10:00:00 +0200
link: https://example.org/quito
tags: [a, b]
---
# Talks

Minister **Ana Ruiz** met [her guest](https://example.org "t"), &eacute;lite
_Mr_ Tan\*, on `+"`Monday`"+`.

![Ana Ruiz arrives](p.jpg)

* First item
* Second item

| Who | Where |
|-----|-------|
| Tan | Quito |

<div>Raw <b>block</b></div><script>no()</script>

    let code = 1
    more()
`, "\n", "\r\n"), Options{})
	want := Document{ID: "a", Title: "Ministers meet in Quito", Date: "2023-05-04", URL: "https://example.org/quito",
		Text: "Talks\n\nMinister Ana Ruiz met her guest, élite Mr Tan*, on Monday.\n\nAna Ruiz arrives\n\nFirst item\nSecond item\n\n" +
			"Who\nWhere\nTan\nQuito\n\nRaw block\n\nlet code = 1\nmore()"}
	doc.Origin = Origin{}
	if !reflect.DeepEqual(*doc, want) {
		t.Errorf("document\n%+v\nwant\n%+v", *doc, want)
	}

	doc = one(t, "b.md", "---\n\nText.\n\n## Head *ing*\n\nMore.\n\n---\n", Options{})
	if doc.Text != "Text.\n\nHead ing\n\nMore." || doc.Title != "Head ing" {
		t.Errorf("no front matter: %+v", *doc)
	}
}

const story = `<p>Foreign Minister Ana Ruiz of Ecuador met her Kenyan counterpart, Peter Otieno, in Quito on Thursday, and the two of them
talked about trade, coffee, and the climate, for more than three hours.</p>
<p>Ms Ruiz said that the talks had been open&nbsp;and useful, and that both countries, which opened embassies last year, wanted more.</p>
<ul><li>Coffee exports, which had grown</li><li>Flowers</li></ul>
<p>Mr Otieno invited her to Nairobi.<br>She accepted, and thanked him, and the people of Kenya, for their welcome and their friendship.</p>`

func TestTangledMarkdown(t *testing.T) {
	for _, unit := range []string{
		"*a_ ", "[a](", "[a][", "``a", "> ", ">", "- ", "1. ", "a\n|-|\n", "[a]: b\n", "[a]: b\n\n", `<a href="`, "a*b_c~~ ", "a**b", "*_",
	} {
		start := time.Now()
		_, err := parseMarkdown("# Talks\n\n" + strings.Repeat(unit, 50_000))
		if d := time.Since(start); err != nil || d > 5*time.Second {
			t.Errorf("%q fifty thousand times: %v, %v", unit, err, d)
		}
	}
	doc, err := parseMarkdown(strings.Repeat("- *Lima*: [Ruiz](/r) met [Otieno](/o)\n", 2000))
	if err != nil || strings.ContainsAny(doc.Text, "*[") {
		t.Errorf("a long list is not read as Markdown: %.80q, %v", doc.Text, err)
	}
}

func TestHTML(t *testing.T) {
	const text = "Ministers meet in Quito\n\nForeign Minister Ana Ruiz of Ecuador met her Kenyan counterpart, Peter Otieno, in Quito on Thursday, and the two of them " +
		"talked about trade, coffee, and the climate, for more than three hours.\n\n" +
		"Ms Ruiz said that the talks had been open\u00A0and useful, and that both countries, which opened embassies last year, wanted more.\n\n" +
		"Coffee exports, which had grown\nFlowers\n\n" +
		"Mr Otieno invited her to Nairobi.\nShe accepted, and thanked him, and the people of Kenya, for their welcome and their friendship."
	page := func(head, top string) string {
		return "<!doctype html><html><head>" + head + "</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>" +
			"<main><article><h1>Ministers meet in Quito</h1>" + top + story + "</article></main>" +
			"<aside class='sidebar'><h2>Other news</h2><a href='/1'>Rain in Oslo</a></aside><footer>All rights reserved</footer><script>x</script></body></html>"
	}
	tests := []struct{ name, head, top, title, date, url string }{
		{"meta", `<title>Ministers meet in Quito | The Daily Andes</title><meta property="article:published_time" content="2023-05-04T23:00:00-05:00">
			<meta property="og:title" content="Ministers meet in Quito"><link rel="canonical" href="https://example.org/q"><meta property="og:url" content="https://example.org/og">`,
			"", "Ministers meet in Quito", "2023-05-04", "https://example.org/q"},
		{"linked data", `<title>Ministers meet in Quito</title><meta property="og:url" content="https://example.org/og"><script type="application/ld+json">
			{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Andes"}, {"@type": "NewsArticle", "headline": "Ministers meet in Quito", "datePublished": "2023-05-04"}]}</script>`,
			"", "Ministers meet in Quito", "2023-05-04", "https://example.org/og"},
		{"time", `<title>Ministers meet in Quito</title>`, `<time datetime="2023-05-04">4 May</time>`, "Ministers meet in Quito", "2023-05-04", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := one(t, "a.html", page(test.head, test.top), Options{})
			if got := strings.Replace(doc.Text, "4 May\n\n", "", 1); got != text {
				t.Errorf("text %q\nwant %q", doc.Text, text)
			}
			if doc.Title != test.title || doc.Date != test.date || doc.URL != test.url {
				t.Errorf("title %q, date %q, url %q", doc.Title, doc.Date, doc.URL)
			}
		})
	}
}

// The posts of a live page have dates of their own; other pages have one.
func TestLivePage(t *testing.T) {
	page := func(kind string) string {
		post := func(at, text string) string {
			return `<div class="block"><time datetime="` + at + `">11.00</time><p>` + strings.Repeat(text+" ", 9) + `</p></div>`
		}
		return `<!doctype html><html><head><title>Talks</title><script type="application/ld+json">{"@type":["` + kind +
			`"],"datePublished":"2025-06-05T06:00:00Z"}</script></head><body><main><h1>Talks</h1><p>Follow the talks.</p>` +
			post("2025-06-05T11:00:00Z", "Berg has arrived in Lima, where ministers wait.") +
			post("2025-06-04T20:00:00Z", "Odhiambo met Nasser today, ministers said.") + `</main></body></html>`
	}
	for _, c := range []struct{ kind, want string }{{"LiveBlogPosting", "2025-06-04"}, {"NewsArticle", "2025-06-05"}} {
		doc := one(t, "a.html", page(c.kind), Options{})
		for text, want := range map[string]string{"Talks": "2025-06-05", "Berg": "2025-06-05", "Odhiambo": c.want} {
			if got := doc.DateAt(strings.Index(doc.Text, text)); got != want {
				t.Errorf("%s: %q is of %q, want %q", c.kind, text, got, want)
			}
		}
	}
}

func TestHTMLCharsets(t *testing.T) {
	tests := []struct{ name, in string }{
		{"utf-8", "<p>S\u00E3o Paulo</p>"},
		{"declared", "<meta charset=windows-1252><p>S\xE3o Paulo</p>"},
		{"http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>S` + "\xE3o Paulo</p>"},
		{"xml", `<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>S` + "\xE3o Paulo</p></body></html>"},
		{"utf-16", "\xFE\xFF\x00<\x00p\x00>\x00S\x00\xE3\x00o\x00 \x00P\x00a\x00u\x00l\x00o"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := one(t, "a.htm", test.in, Options{}).Text; got != "S\u00E3o Paulo" {
				t.Errorf("text %q", got)
			}
		})
	}
}

func FuzzJSONLine(f *testing.F) {
	f.Add(`{"id": "a", "text": "One.", "date": "12 May 2021", "x": [1, {"y": null}]}`)
	f.Add("{\"text\": \"\\ud800 \xff\"}\n[]\n{")
	f.Add("[{\"text\": \"One.\"},\n{}]")
	f.Fuzz(func(t *testing.T, in string) {
		for _, format := range []string{jsonLines, jsonFile} {
			seen := map[string]bool{}
			for doc, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(in), Format: format}) {
				check(t, doc, err)
				if doc != nil {
					if seen[doc.ID] {
						t.Errorf("id %q given twice", doc.ID)
					}
					seen[doc.ID] = true
				}
			}
		}
	})
}

func FuzzMarkup(f *testing.F) {
	f.Add("---\ntitle: T\ndate: 2021-05-12\n---\n# H\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>x</b> &#xD800; **y**")
	f.Add("<!doctype html><meta charset=utf-16><script type=application/ld+json>[{\"@graph\": 1}]</script>" + story)
	f.Add("<pre> a\n b</pre><table><tr><td>1<td>2</table><svg><p>x")
	f.Add("\xFF\xFEa\x00")
	f.Fuzz(func(t *testing.T, in string) {
		for _, format := range []string{"md", "html", "txt"} {
			for doc, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(in), Format: format}) {
				check(t, doc, err)
			}
		}
	})
}

func check(t *testing.T, doc *Document, err error) {
	t.Helper()
	if (doc == nil) == (err == nil) {
		t.Fatalf("document %v and error %v: want one of them", doc, err)
	}
	if err != nil {
		if !errors.As(err, new(*Error)) {
			t.Errorf("%v is not an *Error", err)
		}
		return
	}
	if !utf8.ValidString(doc.Text) || strings.TrimSpace(doc.Text) == "" || doc.ID == "" {
		t.Errorf("document %+v: want an id and valid text", doc)
	}
	if doc.Date != "" && !isoDate.MatchString(doc.Date) {
		t.Errorf("date %q", doc.Date)
	}
}

func BenchmarkJSONLines(b *testing.B) {
	var in strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&in, `{"id": "doc-%d", "date": "2021-05-12", "title": "Ministers meet", "url": "https://example.org/%d", "text": "%s"}`+"\n",
			i, i, strings.Repeat(`Minister Ana Ruiz met \"Peter Otieno\" in Quito \u2013 São Tomé.\n\n`, 80))
	}
	path := filepath.Join(tree(b, map[string]string{"n.jsonl": in.String()}), "n.jsonl")
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read([]string{path}, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkCorpus reads the White House's releases, where they are at hand.
func BenchmarkCorpus(b *testing.B) {
	path := os.Getenv("RELATA_CORPUS")
	info, err := os.Stat(path)
	if err != nil {
		b.Skip("RELATA_CORPUS names no file of JSON lines")
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		for range Read([]string{path}, Options{}) {
		}
	}
}
