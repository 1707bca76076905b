package nlp

import (
	"strings"
	"unicode"
)

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
			i = t.apostrophe(i, end, i == first)
		case (r == '+' || r == '-' || r == '−') && i == first && isDigit(t.at(i+1)):
			j := t.number(i+1, end)
			t.emit(i, j)
			i = j
		case (r == '#' && isLetter(t.at(i+1)) || r == '@' && isWord(t.at(i+1))) && i == first:
			j := t.wordEnd(i+1, end)
			t.emit(i, j)
			i = j
		default:
			i = t.mark(i, end)
		}
	}
}

// wordEnd gives the end of the letters and digits that start at i.
func (t *tokenizer) wordEnd(i, end int) int {
	for i < end && isWord(t.runes[i]) {
		i++
	}
	return i
}

// apostrophe cuts what starts with the apostrophe i, a clitic, an elision or a
// quote, and gives its end.
func (t *tokenizer) apostrophe(i, end int, first bool) int {
	if n := t.clitic(i, end); n > 0 {
		t.emit(i, i+n)
		return i + n
	}
	j := i + 1
	// The Dutch article in names: "van 't Veld".
	if first && t.at(j) == 't' && j+1 == end && t.at(end) == ' ' && isUpper(t.at(end+1)) {
		t.emit(i, end)
		return end
	}
	// Elisions at the start of a word: '90s, ’em.
	if first && isDigit(t.at(j)) && isDigit(t.at(j+1)) && (j+2 == end || t.at(j+2) == 's' || !isWord(t.at(j+2))) {
		j = t.wordEnd(j, end)
	} else if t.runes[i] == '\'' && t.at(j) == '\'' {
		j++
	}
	t.emit(i, j)
	return j
}

// manyMarks is how many of one mark in a row are no brackets or quotes any more.
const manyMarks = 16

// mark cuts the punctuation mark i, with all of its kind that follow if they are
// one mark ("...", "?!", "--") or too many to say anything, and gives its end.
func (t *tokenizer) mark(i, end int) int {
	r, j := t.runes[i], i+1
	if r == '.' || r == '!' || r == '?' {
		for j < end && (t.runes[j] == '.' || t.runes[j] == '!' || t.runes[j] == '?') {
			j++
		}
	} else if !isOpening(r) && !isClosing(r) && r != '"' || r == '<' || r == '>' {
		for j < end && t.runes[j] == r {
			j++
		}
	}
	if k := t.sameEnd(i, end); k-i >= manyMarks {
		j = k
	}
	// Marks belong to what they stand on.
	for j < end && unicode.IsMark(t.runes[j]) {
		j++
	}
	t.emit(i, j)
	return j
}

// sameEnd gives the end of the runes that are the one at i.
func (t *tokenizer) sameEnd(i, end int) int {
	j := i + 1
	for j < end && t.runes[j] == t.runes[i] {
		j++
	}
	return j
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
