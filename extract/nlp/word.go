package nlp

import (
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

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
		if j := t.figure(i, end); j > i {
			return j
		}
	}
	j := i
	for part := i; j < end; j++ { // part is the start of what stands after the last hyphen
		if r := t.runes[j]; isWord(r) {
			if isUpper(r) && j > i && t.glued(i, j, end) {
				break
			}
		} else if !t.inside(i, part, j, end) {
			break
		} else if isHyphen(r) {
			part = j + 1
		}
	}
	// Dollars of other countries: US$, A$.
	if t.at(j) == '$' && j-i <= 3 && isUpper(t.at(j-1)) && isDigit(t.at(j+1)) {
		t.emit(i, j+1)
		return j + 1
	}
	return t.full(i, j, end)
}

// figure cuts the number that starts at i, and its unit, and gives its end; or i
// if it is the beginning of a word, or all of the chunk.
func (t *tokenizer) figure(i, end int) int {
	j := t.number(i, end)
	if j >= end {
		return i
	}
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
	return i
}

// inside tells whether the mark j stands inside of the word that starts at i and
// whose last part starts at part.
func (t *tokenizer) inside(i, part, j, end int) bool {
	r, before, next := t.runes[j], t.at(j-1), t.at(j+1)
	switch {
	case j+1 >= end || !isWord(next):
		return false
	case r == '@':
		return true
	case r == '.':
		// A full stop between words: an acronym or a name of a computer, unless a sentence was
		// glued to the next ("visit.The").
		if j-part > 1 && isLower(before) && isLower(t.at(j-2)) &&
			isUpper(next) && (isLower(t.at(j+2)) || !isWord(t.at(j+2))) {
			return false
		}
		// "Dr.Holm", "MR.S. Holm": the space of an address is lost.
		if j-i < len("Excellency") && part == i && isUpper(next) && world.NameTitle.Has(lower(t.runes[i:j])) {
			return false
		}
		return !(isDigit(before) != isDigit(next) && isDigit(before) && j-i > 3) && !t.starter(j+1, end)
	case isApostrophe(r):
		return t.clitic(j, end) == 0 && isLetter(next) && isLetter(before)
	case r == ',' || r == ':' || r == '/':
		return isDigit(before) && isDigit(next) && isDigit(t.at(i))
	case r == '&':
		return isUpper(before) && isUpper(next)
	case isHyphen(r):
		k := j + 1
		for k < end && (isWord(t.runes[k]) || t.runes[k] == '.' && isWord(t.at(k+1))) {
			k++
		}
		return t.joins(t.runes[part:j], t.runes[j+1:k])
	}
	return false
}

// glued tells whether a new sentence starts at the capital j inside of a word
// that starts at i, its space lost: "saidThe", "2025The". Words with capitals
// inside are names otherwise ("iPhone", "YouTube").
func (t *tokenizer) glued(i, j, end int) bool {
	before := t.runes[i:j]
	n := len(before)
	small := n > 1 && isLower(before[0]) && isLower(before[n-1])
	return (small || n == 4 && allDigits(before)) && t.starter(j, end)
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
	n := len(word)
	if n > 3 && unicode.ToLower(word[n-1]) == 't' && isApostrophe(word[n-2]) && unicode.ToLower(word[n-3]) == 'n' {
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

// unitLength gives the length of a unit written onto a number ("5km", "$3bn",
// "9AM"), or 0.
func unitLength(r []rune) int {
	n := 0
	for n < len(r) && n < 4 && r[n] >= 'a' && r[n] <= 'z' {
		n++
	}
	switch {
	case n > 0 && world.UnitSuffix.Has(string(r[:n])):
		return n
	case n == 0 && len(r) > 1 && (r[0] == 'A' || r[0] == 'P') && r[1] == 'M':
		return 2
	}
	return 0
}
