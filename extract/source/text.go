package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	utf8BOM    = "\xEF\xBB\xBF"
	utf16LEBOM = "\xFF\xFE"
	utf16BEBOM = "\xFE\xFF"
)

// decode gives the text of UTF-8, or of UTF-16 that begins with a byte order
// mark. It changes nothing but that it drops the mark.
func decode(data []byte) (string, error) {
	text := string(data)
	if order := utf16Order(data); order != nil {
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			units = append(units, order.Uint16(data[i:]))
		}
		if text = string(utf16.Decode(units)); len(data)%2 != 0 || strings.ContainsRune(text, utf8.RuneError) {
			return "", fmt.Errorf("%w: the file begins like UTF-16, but is not; wanted UTF-8", ErrEncoding)
		}
	}
	if strings.HasPrefix(text, "%PDF-") {
		return "", ErrPDF
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", fmt.Errorf("%w: wanted plain text, Markdown, HTML or JSON lines", ErrBinary)
	}
	return strings.TrimPrefix(text, utf8BOM), checkUTF8(text)
}

func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte(utf16LEBOM)):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte(utf16BEBOM)):
		return binary.BigEndian
	}
	return nil
}

// checkUTF8 says where s stops being UTF-8.
func checkUTF8(s string) error {
	if utf8.ValidString(s) {
		return nil
	}
	at := 0
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < '\b' || r > '\r' && r < ' ' && r != '\x1b' }) {
		return fmt.Errorf("%w: wanted plain text, Markdown, HTML or JSON lines", ErrBinary)
	}
	return &Error{
		Line:   1 + strings.Count(s[:at], "\n"),
		Offset: int64(at),
		Err: fmt.Errorf("%w: byte %d is 0x%02X; wanted UTF-8 (iconv can convert it from Windows-1252, Latin-1 and others)",
			ErrEncoding, at, s[at]),
	}
}

// blank tells white space and characters that do not show.
func blank(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }
