package source

import (
	"strings"
	"testing"
)

func TestBoilerplate(t *testing.T) {
	const (
		statement = "<p>Foreign Minister Ana Banda met Minister Okoye in Lusaka on Tuesday.</p>"
		long      = "<p>Ministers of the two countries spoke about the railway, the harbour and the price of copper, for three hours.</p>" +
			"<p>They will meet again in the autumn, in Nairobi, when a conference, which is held every second year, takes place.</p>"
		dialog = "<p>We use cookies to make our site work, for example to manage your session, and, with your leave, others.</p>" +
			"<p>By clicking on the button, you accept our use of cookies, which you can refuse, change or withdraw at any time.</p>" +
			"<p>For more on how these cookies work, please read our policy, or write to our office, which answers on weekdays.</p>"
	)
	tests := []struct {
		name, body string
		has, not   string // words, with "|" between
	}{
		{"consent", `<div id="cookie-banner">` + dialog + `</div><main><h1>Talks</h1><div>` + statement + `</div></main>`,
			"Okoye", "cookies"},
		{"dialog", `<section role="dialog">` + dialog + `</section><div><h1>Talks</h1>` + statement + `</div>`, "Okoye", "cookies"},
		{"a page about cookies", `<main class="cookies"><article class="cookies"><h1>Talks</h1>` + long + `</article></main>`, "copper", ""},
		{"a page without main", `<div class="consent page"><h1>Talks</h1>` + long + `</div>`, "copper", ""},
		{"headlines", `<article><h1>Talks</h1>` + long + `<h3>Read more</h3><ul><li><a href="/a">Lind met Nasser</a></li>
			<li><a href="/b">Berg in Kyiv</a></li></ul></article>`, "copper", "Lind|Kyiv|Read more"},
		{"headline", `<article><h1>Talks</h1>` + long + `<p><b>See also:</b> <a href="/a">Lind met Nasser in Cairo</a></p>` + statement + `</article>`,
			"copper|Okoye", "Lind"},
		{"links in a sentence", `<article><h1>Talks</h1>` + long + `<ul><li><a href="/a">Kenya</a> will send four teachers.</li></ul>
			<p>Who signed: <a href="/b">Lusaka</a></p></article>`, "Kenya will send|Who signed: Lusaka", ""},
		{"several", `<main><article><h2>One</h2>` + long + `</article><article><h2>Two</h2>` + statement + statement + `</article></main>`,
			"copper|Okoye|One|Two", ""},
		{"teasers", `<main><article><h1>One</h1>` + long + `</article><article><h3><a href="/a">Two</a></h3>` + statement + statement +
			`</article></main>`, "copper", "Okoye"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := one(t, "a.html", "<!doctype html><html><head><title>Talks</title></head><body>"+test.body+"</body></html>", Options{})
			for w := range strings.SplitSeq(test.has, "|") {
				if !strings.Contains(doc.Text, w) {
					t.Errorf("without %q:\n%s", w, doc.Text)
				}
			}
			for w := range strings.SplitSeq(test.not, "|") {
				if w != "" && strings.Contains(doc.Text, w) {
					t.Errorf("with %q:\n%s", w, doc.Text)
				}
			}
		})
	}
}

func TestLinesGoOn(t *testing.T) {
	line := func(s string) string { return `{"text": "` + s + `"}` + "\n" }
	tests := []struct {
		name, data string
		docs, errs int
		says       string
	}{
		{"a mark at a later line", line("One.") + utf8BOM + line("Two."), 2, 0, ""},
		{"a NUL in a line", line("One.") + line("T\x00wo.") + line("Three."), 2, 1, ":2: not a text file"},
		{"no lines", "\x00\x01\x02\n\x00\n\x00\n", 0, 1, "not a text file"},
		{"a long line", line("One.") + line(strings.Repeat("Two ", 50_000)) + line("Three."), 2, 1, ":2: too large: wanted at most 100000 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := tree(t, map[string]string{"a.jsonl": test.data})
			docs, errs := readAll([]string{dir}, Options{MaxBytes: 100_000})
			if len(docs) != test.docs || len(errs) != test.errs {
				t.Fatalf("%d documents, errors %v; want %d and %d", len(docs), errs, test.docs, test.errs)
			}
			if len(errs) > 0 && !strings.Contains(errs[0].Error(), test.says) {
				t.Errorf("error %q, want %q", errs[0], test.says)
			}
		})
	}
}

// TestFootnoteMarks reads sentences with marks of notes, and with what looks like them.
func TestFootnoteMarks(t *testing.T) {
	for markup, want := range map[string]string{
		`They met on Tuesday.<sup>1</sup> They left.`:                                      "They met on Tuesday. They left.",
		`They met<sup id="r"><a href="#cite_note-2">[2]</a></sup> on Tuesday.`:             "They met on Tuesday.",
		`They met on Tuesday.<a href="#fn6" class="footnote-ref">6</a> They left.`:         "They met on Tuesday. They left.",
		`They met<sup>[note 3]</sup> on Tuesday<sup>*</sup>.`:                              "They met on Tuesday.",
		`It has 40 km<sup>2</sup> and 3m<sup>3</sup> of water.`:                            "It has 40 km2 and 3m3 of water.",
		`On the 4<sup>th</sup> day they met at <a href="/rooms/12">12</a> Main Street.`:    "On the 4th day they met at 12 Main Street.",
		`They met for the <a href="#notes">second</a> time, for <a href="#x">3</a> hours.`: "They met for the second time, for 3 hours.",
	} {
		doc, err := parseHTML([]byte("<html><body><article><p>" + markup + "</p></article></body></html>"))
		if err != nil || strings.TrimSpace(doc.Text) != want {
			t.Errorf("%s: %q, %v, want %q", markup, doc.Text, err, want)
		}
	}
}

// TestLinkedDate takes the date of the article, not of what else JSON-LD tells of.
func TestLinkedDate(t *testing.T) {
	const image = `{"@type":"ImageObject","datePublished":"2019-01-01"}`
	for data, want := range map[string]string{
		`[` + image + `,{"@type":"NewsArticle","datePublished":"2025-06-05","image":` + image + `}]`:                                                             "2025-06-05",
		`{"@graph":[{"@type":"WebPage","datePublished":"2018-05-05"},{"@type":["Thing","https://schema.org/OpinionNewsArticle"],"datePublished":"2025-06-05"}]}`: "2025-06-05",
		`{"@type":"WebPage","datePublished":"2018-05-05"}`:                                                                                                       "2018-05-05",
		`{"datePublished":"2018-05-05"}`: "2018-05-05",
		image:                            "",
	} {
		doc, err := parseHTML([]byte(`<html><head><script type="application/ld+json">` + data + `</script></head><body><p>They met.</p></body></html>`))
		if err != nil || doc.Date != want {
			t.Errorf("%s: date %q, %v, want %q", data, doc.Date, err, want)
		}
	}
}
