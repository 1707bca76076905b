// Package source reads news texts from files and streams: plain text, Markdown,
// HTML and JSON lines.
package source

// A Document is one text to read, with what is known of it.
type Document struct {
	ID    string         // unique in a run: from metadata, else the file's name without its ending
	Text  string         // valid UTF-8; every offset that relata reports counts bytes of this
	Title string         // "" if unknown
	Date  string         // ISO 8601 day of publication, as exact as known; "" if unknown
	URL   string         // "" if unknown
	Extra map[string]any // other fields of a JSON line, kept as they are
}
