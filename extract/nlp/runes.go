package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// invisible tells whether a rune is left out of forms: soft hyphens, joiners,
// direction marks, byte order marks.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' ||
		r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func isSpace(r rune) bool {
	return r <= ' ' || r == 0x7f || r > 0x7f && (unicode.IsSpace(r) || unicode.Is(unicode.Cc, r))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r > 0x7f && unicode.IsDigit(r) }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) && !unicode.IsDigit(r)
}

func isWord(r rune) bool { return isLetter(r) || isDigit(r) || r == '_' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isUpper(r rune) bool { return r >= 'A' && r <= 'Z' || r > 0x7f && unicode.IsUpper(r) }

func isLower(r rune) bool { return r >= 'a' && r <= 'z' || r > 0x7f && unicode.IsLower(r) }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func capitalised(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return isUpper(r)
}

func numeral(form string) bool {
	for i := 0; i < len(form); i++ {
		if form[i] < '0' || form[i] > '9' {
			return false
		}
	}
	return form != ""
}

func allDigits(r []rune) bool {
	for _, c := range r {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

func lower(r []rune) string { return strings.ToLower(string(r)) }

func firstRune(s string) (rune, int) {
	for i, r := range s {
		return r, i
	}
	return 0, 0
}
