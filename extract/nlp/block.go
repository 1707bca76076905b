package nlp

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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
			if n := citation(t.text[i:to], r, size, t.runes); n > 0 {
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

// at gives the rune at i, or a space outside of the block.
func (t *tokenizer) at(i int) rune {
	if i < 0 || i >= len(t.runes) {
		return ' '
	}
	return t.runes[i]
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
