package nlp

import (
	"strings"
	"unicode/utf8"
)

// A line is a line of the text without the space around it.
type line struct {
	Span
	width int  // runes
	word  int  // runes of its first word
	blank bool // nothing but space
	first rune // first letter, digit or mark
	last  rune
	item  bool // starts with a bullet or a number
}

func lines(text string) []line {
	var all []line
	for start := 0; start <= len(text); {
		end := len(text)
		next := end + 1
		if i := strings.IndexAny(text[start:], "\n\r\v\f\u2028\u2029\u0085"); i >= 0 {
			end = start + i
			_, size := utf8.DecodeRuneInString(text[end:])
			next = end + size
			if strings.HasPrefix(text[end:], "\r\n") {
				next = end + 2
			}
		}
		l := line{Span: Span{start, end}, blank: true}
		inWord := true
		for _, r := range text[start:end] {
			if isSpace(r) || invisible(r) {
				if !l.blank {
					l.width++
					inWord = false
				}
				continue
			}
			if l.blank {
				l.first, l.blank = r, false
			}
			l.last = r
			l.width++
			if inWord {
				l.word++
			}
		}
		l.item = !l.blank && startsItem(strings.TrimSpace(text[start:end]))
		all = append(all, l)
		start = next
	}
	return all
}

// startsItem tells whether a line starts like an item of a list: with a
// bullet, or a number with a full stop or bracket.
func startsItem(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("•*·▪●◦‣–—-+>|#", r):
		return len(s) > size && s[size] == ' '
	case r == '(':
		return len(s) > 2 && s[2] == ')' || lettered(s[1:])
	}
	return numberLength(s) > 0 || lettered(s)
}

// lettered tells whether a line starts with a letter or a small Roman number and a
// bracket: "a) ", "iii) ".
func lettered(s string) bool {
	letters, rest, ok := strings.Cut(s, ") ")
	return ok && rest != "" && isLettering(letters)
}

// isLettering tells whether letters count the items of a list: "b", "iv".
func isLettering(s string) bool {
	return len(s) == 1 && s[0] >= 'a' && s[0] <= 'z' || s != "" && len(s) <= 4 && strings.Trim(s, "ivx") == ""
}

// numberLength gives the bytes of a paragraph number with its full stop or
// bracket ("2.", "3.1", "4)"), or 0.
func numberLength(s string) int {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i >= len(s) || s[i] != '.' && s[i] != ')' {
		return 0
	}
	if i+1 == len(s) || s[i+1] != ' ' {
		return 0
	}
	return i + 1
}

// blocks joins the lines of wrapped text and gives the spans of what then
// stands alone: paragraphs, headings, list items.
func blocks(text string) []Span {
	all := lines(text)
	// Lines that break before a small letter were wrapped. Their greatest width
	// tells where the text was wrapped.
	wrap := 0
	for i := 0; i+1 < len(all); i++ {
		if l, next := all[i], all[i+1]; !l.blank && !next.blank && isLower(next.first) && !next.item && l.width <= 120 {
			wrap = max(wrap, l.width)
		}
	}
	var out []Span
	width, until := 0, 0 // of the running text that ends before a line
	for i := 0; i < len(all); i++ {
		if all[i].blank {
			continue
		}
		if i >= until {
			width, until = running(all, i)
		}
		b := all[i].Span
		for i+1 < len(all) {
			l, next := all[i], all[i+1]
			if next.blank || next.item {
				break
			}
			soft := isLower(next.first) && l.width >= 20 && l.last != '.' && l.last != ':' && l.last != '|' ||
				wrap >= 45 && l.width <= wrap && l.width+1+next.word > wrap ||
				width > 0 && 4*l.width >= 3*width && !strings.ContainsRune(".!?:;|", l.last)
			if !soft {
				break
			}
			i++
			b.End = all[i].End
		}
		out = append(out, b)
	}
	return out
}

// running tells whether the lines from i on, up to the next blank one, are wrapped text: many
// of them break before a small letter. width is that of the longest, 0 where they are not;
// end is the line after them.
func running(all []line, i int) (width, end int) {
	breaks, small := 0, 0
	for end = i; end < len(all) && !all[end].blank; end++ {
		if end == i {
			continue
		}
		breaks++
		if isLower(all[end].first) && !all[end].item {
			small++
		}
		width = max(width, all[end-1].width)
	}
	const shortest, longest = 30, 120
	if small == 0 || 3*small < breaks || width < shortest || width > longest {
		width = 0
	}
	return width, end
}
