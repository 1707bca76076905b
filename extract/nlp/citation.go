package nlp

import "strings"

// citation gives the bytes of a mark of an editor or footnote at the start of text, whose
// first rune is r of so many bytes, where it is glued to a word that ends the runes before;
// 0 where there is none: "[citation needed]", "[12]", "[who?]", "²" after a word that is no
// unit.
func citation(text string, r rune, size int, before []rune) int {
	k := len(before)
	if k == 0 || before[k-1] == ' ' {
		return 0
	}
	if r != '[' {
		if superscript(r) && k > 2 && isLetter(before[k-1]) && isLetter(before[k-2]) && isLetter(before[k-3]) {
			return size
		}
		return 0
	}
	const longest = 40
	n := strings.IndexByte(text[:min(len(text), longest)], ']')
	if n < 2 {
		return 0
	}
	mark := text[1:n]
	words := 0
	for _, c := range []byte(mark) {
		switch {
		case c == ' ':
			words++
		case c == '?':
			words += 2
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == ',', c == '-':
		default:
			return 0
		}
	}
	if words == 0 && len(mark) > 1 && strings.Trim(mark, "0123456789,-") != "" {
		return 0 // "minister[ial]"
	}
	if end := n + 1; end < len(text) && isWord(rune(text[end])) {
		return 0 // "[t]he"
	}
	return n + 1
}

// superscript tells whether a rune is a raised digit.
func superscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}
