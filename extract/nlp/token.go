package nlp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/relata-graph/relata/extract/world"
)

// A tokenizer cuts one block of text (a paragraph, heading or list item) into
// tokens in one pass. It sees the block as runes without the invisible ones.
type tokenizer struct {
	text   string
	runes  []rune  // visible runes of the block; white space is ' '
	start  []int   // byte offset of each rune in text
	end    []int   // byte offset behind each rune
	tokens []Token // of the block
	space  bool    // white space stands before the next token
	ends   []int   // scratch of Split
}

// load takes the block text[from:to].
func (t *tokenizer) load(from, to int) {
	t.runes, t.start, t.end, t.tokens = t.runes[:0], t.start[:0], t.end[:0], t.tokens[:0]
	for i := from; i < to; {
		r, size := rune(t.text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t.text[i:to])
		}
		switch {
		case invisible(r):
			i += size
			continue
		case r == '[' || r > 0x7f:
			if n := t.citation(i, to, r, size); n > 0 {
				i += n
				continue
			}
			if isSpace(r) {
				r = ' '
			}
		case isSpace(r):
			r = ' '
		}
		t.runes = append(t.runes, r)
		t.start = append(t.start, i)
		t.end = append(t.end, i+size)
		i += size
	}
}

// citation gives the bytes of a mark of an editor or footnote that is glued to the word
// before the rune r at text[i:], 0 where there is none: "[citation needed]", "[12]", "[who?]",
// "²" after a word that is no unit.
func (t *tokenizer) citation(i, to int, r rune, size int) int {
	k := len(t.runes)
	if k == 0 || t.runes[k-1] == ' ' {
		return 0
	}
	if r != '[' {
		if superscript(r) && k > 2 && isLetter(t.runes[k-1]) && isLetter(t.runes[k-2]) && isLetter(t.runes[k-3]) {
			return size
		}
		return 0
	}
	const longest = 40
	n := strings.IndexByte(t.text[i:min(to, i+longest)], ']')
	if n < 2 {
		return 0
	}
	mark := t.text[i+1 : i+n]
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
	if end := i + n + 1; end < to && isWord(rune(t.text[end])) {
		return 0 // "[t]he"
	}
	return n + 1
}

// superscript tells whether a rune is a raised digit.
func superscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}

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

// at gives the rune at i, or a space outside of the block.
func (t *tokenizer) at(i int) rune {
	if i < 0 || i >= len(t.runes) {
		return ' '
	}
	return t.runes[i]
}

// run cuts the loaded block. The tokens last until the next is loaded.
func (t *tokenizer) run() []Token {
	for i := 0; i < len(t.runes); {
		if t.runes[i] == ' ' {
			t.space = true
			i++
			continue
		}
		end := i
		for end < len(t.runes) && t.runes[end] != ' ' {
			end++
		}
		t.chunk(i, end)
		i = end
	}
	return t.tokens
}

// emit appends the token of runes [i, j).
func (t *tokenizer) emit(i, j int) {
	if i >= j {
		return
	}
	from, to := t.start[i], t.end[j-1]
	form := t.text[from:to]
	if !isASCII(form) {
		if n := j - i; utf8.RuneCountInString(form) != n || !utf8.ValidString(form) {
			form = string(t.runes[i:j])
		}
		form = norm.NFC.String(form)
	}
	t.tokens = append(t.tokens, Token{Span: Span{from, to}, Form: form, Head: -1, SpaceBefore: t.space})
	t.space = false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// chunk cuts a run of runes without white space.
func (t *tokenizer) chunk(i, end int) {
	if j := t.address(i, end); j > i {
		for i < j && isOpening(t.runes[i]) {
			t.emit(i, i+1)
			i++
		}
		t.emit(i, j)
		i = j
	}
	first := i
	if n := emoticon(t.runes[i:end]); n > 0 {
		t.emit(i, i+n)
		i += n
	}
	for i < end {
		r := t.runes[i]
		switch {
		case isWord(r):
			i = t.word(i, end)
		case isApostrophe(r):
			if n := t.clitic(i, end); n > 0 {
				t.emit(i, i+n)
				i += n
				continue
			}
			j := i + 1
			// Elisions at the start of a word: '90s, ’em.
			if i == first && (isDigit(t.at(j)) && isDigit(t.at(j+1)) && (j+2 == end || t.at(j+2) == 's' || !isWord(t.at(j+2)))) {
				for j < end && isWord(t.runes[j]) {
					j++
				}
			} else if r == '\'' && t.at(j) == '\'' {
				j++
			}
			t.emit(i, j)
			i = j
		case (r == '+' || r == '-' || r == '−') && i == first && isDigit(t.at(i+1)):
			j := t.number(i+1, end)
			t.emit(i, j)
			i = j
		case (r == '#' && isLetter(t.at(i+1)) || r == '@' && isWord(t.at(i+1))) && i == first:
			j := i + 1
			for j < end && isWord(t.runes[j]) {
				j++
			}
			t.emit(i, j)
			i = j
		default:
			j := i + 1
			if r == '.' || r == '!' || r == '?' {
				for j < end && (t.runes[j] == '.' || t.runes[j] == '!' || t.runes[j] == '?') {
					j++
				}
			} else if !isOpening(r) && !isClosing(r) && r != '"' || r == '<' || r == '>' {
				for j < end && t.runes[j] == r {
					j++
				}
			}
			// Marks belong to what they stand on.
			for j < end && unicode.IsMark(t.runes[j]) {
				j++
			}
			t.emit(i, j)
			i = j
		}
	}
}

func isOpening(r rune) bool { return strings.ContainsRune("([{<“‘«„‹", r) }

func isClosing(r rune) bool { return strings.ContainsRune(")]}>”’»›", r) }

// emoticon gives the length of a smiley that a chunk starts with (":-)"), if no
// word goes on after it, or 0.
func emoticon(r []rune) int {
	if len(r) < 2 || !strings.ContainsRune(":;=", r[0]) {
		return 0
	}
	mouth := 1
	if r[1] == '-' || r[1] == '\'' {
		mouth = 2
	}
	n := mouth
	for n < len(r) && r[n] == r[mouth] && strings.ContainsRune(")(DPp|/]", r[n]) {
		n++
	}
	if n == mouth || n < len(r) && isWord(r[n]) {
		return 0
	}
	return n
}

// address gives the end of a URL, domain name or e-mail address that starts at
// i (after brackets), or 0.
func (t *tokenizer) address(i, end int) int {
	for i < end && isOpening(t.runes[i]) {
		i++
	}
	found := false
	if end-i > 4 && t.runes[i] == 'w' && t.runes[i+1] == 'w' && t.runes[i+2] == 'w' && t.runes[i+3] == '.' {
		found = true
	}
	at := -1
	for j := i; j < end && !found; j++ {
		switch t.runes[j] {
		case ':':
			found = j > i && t.at(j+1) == '/' && t.at(j+2) == '/' && j+3 < end
			if !found && string(t.runes[i:j]) != "mailto" {
				return 0
			}
		case '@':
			if j == i {
				return 0
			}
			at = j
		case '.':
			found = at > 0 && j > at+1 && isWord(t.at(j+1))
		case '"', ',', '(', ')', '“', '”', '—', '–', ';', '|':
			return 0
		}
	}
	if !found {
		return 0
	}
	for end > i && strings.ContainsRune(".,;:!?)]}>\"'”’»|…", t.runes[end-1]) {
		end--
	}
	return end
}

// clitic gives the length of the clitic that stands at the apostrophe i: 's,
// 'm, 'd, 're, 've, 'll; 0 if there is none.
func (t *tokenizer) clitic(i, end int) int {
	a, b := unicode.ToLower(t.at(i+1)), unicode.ToLower(t.at(i+2))
	switch {
	case i+2 <= end && (a == 's' || a == 'm' || a == 'd') && !isWord(b):
		return 2
	case i+3 <= end && !isWord(t.at(i+3)) && (a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l'):
		return 3
	}
	return 0
}

// number gives the end of the digits with separators that start at i.
func (t *tokenizer) number(i, end int) int {
	for i < end {
		r := t.runes[i]
		if !isDigit(r) && !((r == '.' || r == ',' || r == ':' || r == '/') && isDigit(t.at(i+1)) && isDigit(t.at(i-1))) {
			break
		}
		i++
	}
	return i
}

// word cuts the word that starts at i, with its clitics, and gives its end.
func (t *tokenizer) word(i, end int) int {
	if isDigit(t.runes[i]) {
		if j := t.number(i, end); j < end {
			// Dates and telephone numbers stay whole (2025-06-06, 555-0123), ranges do not (10-15).
			k, hyphens := j, 0
			for k < end && isHyphen(t.runes[k]) && isDigit(t.at(k+1)) {
				k = t.number(k+1, end)
				hyphens++
			}
			if (hyphens > 1 || hyphens == 1 && j-i == 3 && k-j == 5) && !isWord(t.at(k)) {
				t.emit(i, k)
				return k
			}
			if n := unitLength(t.runes[j:end]); n > 0 && !isWord(t.at(j+n)) {
				t.emit(i, j)
				t.emit(j, j+n)
				return j + n
			}
			if !isWord(t.runes[j]) && !isHyphen(t.runes[j]) && !isApostrophe(t.runes[j]) {
				return t.full(i, j, end)
			}
		}
	}
	j := i
	part := i // start of what stands after the last hyphen
scan:
	for j < end {
		r, next := t.runes[j], t.at(j+1)
		switch {
		case isWord(r):
			if isUpper(r) && j > i && t.glued(i, j, end) {
				break scan
			}
		case j+1 >= end || !isWord(next):
			break scan
		case r == '@':
		case r == '.':
			// A full stop between words: an acronym or a name of a computer, unless a sentence was
			// glued to the next ("visit.The").
			if j-part > 1 && isLower(t.at(j-1)) && isLower(t.at(j-2)) && isUpper(next) && (isLower(t.at(j+2)) || !isWord(t.at(j+2))) {
				break scan
			}
			if isDigit(t.at(j-1)) != isDigit(next) && isDigit(t.at(j-1)) && j-i > 3 || t.starter(j+1, end) {
				break scan
			}
		case isApostrophe(r):
			if t.clitic(j, end) > 0 {
				break scan
			}
			if !isLetter(next) || !isLetter(t.at(j-1)) {
				break scan
			}
		case r == ',' || r == ':' || r == '/':
			if !isDigit(t.at(j-1)) || !isDigit(next) || !isDigit(t.at(i)) {
				break scan
			}
		case r == '&':
			if !isUpper(t.at(j-1)) || !isUpper(next) {
				break scan
			}
		case isHyphen(r):
			k := j + 1
			for k < end && (isWord(t.runes[k]) || t.runes[k] == '.' && isWord(t.at(k+1))) {
				k++
			}
			if !t.joins(t.runes[part:j], t.runes[j+1:k]) {
				break scan
			}
			part = j + 1
		default:
			break scan
		}
		j++
	}
	// Dollars of other countries: US$, A$.
	if t.at(j) == '$' && j-i <= 3 && isUpper(t.at(j-1)) && isDigit(t.at(j+1)) {
		t.emit(i, j+1)
		return j + 1
	}
	return t.full(i, j, end)
}

// glued tells whether a new sentence starts at the capital j inside of a word
// that starts at i, its space lost: "saidThe", "2025The". Words with capitals
// inside are names otherwise ("iPhone", "YouTube").
func (t *tokenizer) glued(i, j, end int) bool {
	before := t.runes[i:j]
	return (isLower(before[0]) && len(before) > 1 && isLower(before[len(before)-1]) || len(before) == 4 && allDigits(before)) && t.starter(j, end)
}

// starter tells whether the word at i is one that starts sentences, with a
// capital.
func (t *tokenizer) starter(i, end int) bool {
	if !isUpper(t.runes[i]) {
		return false
	}
	j := i + 1
	for j < end && isLower(t.runes[j]) {
		j++
	}
	return j-i > 1 && !isWord(t.at(j)) && world.SentenceStarter.Has(lower(t.runes[i:j]))
}

// full emits the word [i, j), cut as English contractions ask, with the full
// stop of an abbreviation, and gives the end.
func (t *tokenizer) full(i, j, end int) int {
	word := t.runes[i:j]
	if n := len(word); n > 3 && unicode.ToLower(word[n-1]) == 't' && isApostrophe(word[n-2]) && unicode.ToLower(word[n-3]) == 'n' {
		t.emit(i, j-3)
		t.emit(j-3, j)
		return j
	}
	if n := contraction(word); n > 0 {
		t.emit(i, i+n)
		t.emit(i+n, j)
		return j
	}
	if t.at(j) == '.' && t.at(j+1) != '.' && j < end && t.abbreviates(i, j, end) {
		j++
	}
	t.emit(i, j)
	return j
}

// Contractions gives the words written as one of which a token with this form,
// in small letters, may be a part: "cannot" for "can". They are in order.
func Contractions(form string) []string {
	var all []string
	for w, at := range world.Contraction.All() {
		cut, _ := strconv.Atoi(at)
		if w[:cut] == form || w[cut:] == form {
			all = append(all, w)
		}
	}
	return all
}

// contraction gives where a word without apostrophe is cut in two, or 0.
func contraction(word []rune) int {
	if len(word) > len("shouldnt") || len(word) <= 3 && !isLower(word[0]) { // "Im" and "Ive" are names
		return 0
	}
	var buf [len("shouldnt")]byte
	for i, r := range word {
		if r >= utf8.RuneSelf {
			return 0
		}
		buf[i] = byte(r) | 0x20
	}
	return world.Contraction.Number(string(buf[:len(word)]))
}

func lower(r []rune) string { return strings.ToLower(string(r)) }

// unitLength gives the length of a unit written onto a number ("5km", "$3bn",
// "9AM"), or 0.
func unitLength(r []rune) int {
	n := 0
	for n < len(r) && n < 4 && r[n] >= 'a' && r[n] <= 'z' {
		n++
	}
	switch string(r[:n]) {
	case "am", "pm", "km", "kg", "cm", "mm", "m", "bn", "mn", "mln", "tn", "trn", "mw", "ha", "kph", "mph", "sqm", "k", "ft", "lbs", "hrs", "gb", "mb":
		return n
	case "":
		if len(r) > 1 && (r[0] == 'A' || r[0] == 'P') && r[1] == 'M' {
			return 2
		}
	}
	return 0
}

// joins tells whether a hyphen between two parts of a word stands inside of a
// token. The treebanks cut compounds ("long - term", "U.S. - Kenya") but not
// after prefixes ("re-elected", "pro-Beijing"). Names of one person or thing
// stay whole here ("al-Abadi", "Ki-moon", "COVID-19").
func (t *tokenizer) joins(left, right []rune) bool {
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	l := lower(left)
	if world.Prefix.Has(l) && isLetter(right[0]) {
		return true
	}
	if !isUpper(right[0]) && !isDigit(right[0]) && !isUpper(left[0]) {
		return false
	}
	if isUpper(right[0]) && (world.NameArticle.Has(l) || world.CompoundGivenName.Has(l)) {
		return true
	}
	if isUpper(left[0]) && isDigit(right[0]) && (allDigits(right) || right[len(right)-1] == 's' && allDigits(right[:len(right)-1])) {
		return len(left) <= 5 && !world.TokenMonth.Has(l)
	}
	// Korean and Chinese given names after or before a family name.
	if isUpper(left[0]) && syllable(left) && syllable(right) && !world.SyllableWord.Has(lower(right)) {
		if isUpper(right[0]) && world.NotGivenName.Has(l) {
			return false
		}
		n := len(t.tokens)
		return n > 0 && t.space && capitalised(t.tokens[n-1].Form)
	}
	return false
}

func allDigits(r []rune) bool {
	for _, c := range r {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

func capitalised(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return isUpper(r)
}

// syllable tells whether letters can be one syllable of a romanised Korean or
// Chinese name: one or two consonants (or "hs", "ch", ...), vowels, and n, ng,
// k, l, m, p, t, h or r.
func syllable(r []rune) bool {
	if len(r) < 2 || len(r) > 6 {
		return false
	}
	s := lower(r)
	vowel := strings.IndexAny(s, "aeiouy")
	if s[0] == 'y' {
		if vowel = strings.IndexAny(s[1:], "aeiou") + 1; vowel == 0 {
			return false
		}
	}
	if vowel < 0 || vowel > 0 && !world.SyllableOnset.Has(s[:vowel]) {
		return false
	}
	rest := strings.TrimLeft(s[vowel:], "aeiouwy")
	return rest == "" || world.SyllableCoda.Has(rest)
}
