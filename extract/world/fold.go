package world

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings the spellings of a name to one form: lower case, without
// diacritics ("Việt" -> "viet", "Łódź" -> "lodz", "Straße" -> "strasse"), with
// plain quotes and dashes, without invisible characters, and with single
// spaces. Letters of other scripts are kept. Fold(Fold(s)) == Fold(s), and the
// result is valid UTF-8.
func Fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	// Dropping a mark can bring together two runes that compose, and a lower
	// case can decompose, so that one pass is not always enough.
	for range 4 {
		t := foldOnce(s)
		if t == s {
			break
		}
		s = t
	}
	return s
}

// isPlain reports whether s is ASCII that has nothing to fold but its case.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf, c < ' ', c == '`', c == 0x7f:
			return false
		case c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' '):
			return false
		}
	}
	return true
}

func foldOnce(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		// The combining diacritical marks only: vowel signs and voicing marks
		// of other scripts make different letters.
		if 0x0300 <= r && r <= 0x036F || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if r < utf8.RuneSelf && r != '`' {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
			continue
		}
		r = unicode.ToLower(r)
		if t, ok := foldRunes[r]; ok {
			b.WriteString(t)
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// foldRunes are lower-case letters without a decomposition, as they are
// written where the letter is missing, and the variants of quotes and dashes.
var foldRunes = map[rune]string{
	'đ': "d", 'ð': "d", 'ɗ': "d", 'ł': "l", 'ø': "o", 'ɔ': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'ħ': "h", 'ı': "i", 'ŋ': "ng", 'ŧ': "t", 'ə': "a", 'ɛ': "e", 'ɓ': "b", 'ƙ': "k", 'ƴ': "y", 'ĸ': "k",
	'`': "'", '´': "'", '‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", 'ʻ': "'", 'ʽ': "'", 'ʾ': "'", 'ʿ': "'",
	'′': "'", 'ˈ': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '﹣': "-", '－': "-",
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'")

// Straight makes apostrophes straight: "Côte d’Ivoire" is "Côte d'Ivoire".
func Straight(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return apostrophes.Replace(s)
		}
	}
	return s // a replacer copies also what it leaves
}
