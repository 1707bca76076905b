package source

import (
	"regexp"
	"strings"
	"unicode"
)

// brokenWord is a word that goes on at the next line: the half before a hyphen, the half
// behind the end of the line, and what stands up to the next white space. What stands
// before the first half is a group of its own, for compounds ("mother-in-" / "law").
var brokenWord = regexp.MustCompile(`([-\pN]?)(\pL+)([-\x{2010}\x{AD}])[ \t]*\r?\n[ \t]*(\p{Ll}\pL*)([^\s\pL]*)([ \t]*)`)

// Where no word tells, the text may: in one set with hyphenation, as many words as this
// end in a hyphen, and against those with one inside a line they are not as few as
// chance would leave them.
const (
	setEnds  = 3
	setShare = 3 // so many hyphens in lines for each at an end
)

// rejoined gives a text without the hyphens of words that were broken to fill lines. The
// line then ends behind the word. A word is whole as it stands elsewhere in the text,
// "Kimani" or "well-known"; one that does not is joined where the text is plainly set
// with hyphenation and its second half is no word of the text. All others stay.
func rejoined(text string) string {
	found := brokenWord.FindAllStringSubmatchIndex(text, -1)
	if found == nil {
		return text
	}
	halves := make([][2]string, len(found))
	uses := map[string]int{}
	for i, m := range found {
		halves[i] = [2]string{text[m[4]:m[5]], text[m[8]:m[9]]}
		first, second := strings.ToLower(halves[i][0]), halves[i][1]
		uses[first+second], uses[first+"-"+second], uses[second] = 0, 0, 0
	}
	set := countUses(text, uses, len(found))
	var out strings.Builder
	at := 0
	for i, m := range found {
		first, second := halves[i][0], halves[i][1]
		joined, hyphened := uses[strings.ToLower(first)+second], uses[strings.ToLower(first)+"-"+second]
		compound := m[2] < m[3]
		hyphen := ""
		switch soft := text[m[6]:m[7]] == "\u00AD"; {
		case soft, !compound && joined > 0 && joined >= hyphened:
		case !compound && hyphened > 0:
			hyphen = "-"
		case !compound && set && uses[second] <= 1: // once: here
		default:
			continue
		}
		out.WriteString(text[at:m[4]])
		out.WriteString(first + hyphen + second + text[m[10]:m[11]])
		if at = m[1]; at < len(text) && text[at] != '\n' && text[at] != '\r' {
			out.WriteByte('\n')
		}
	}
	return out.String() + text[at:]
}

// countUses counts the words that uses asks for, in small letters, and tells whether the
// text is set with hyphenation. ends is the number of words that go on at the next line.
func countUses(text string, uses map[string]int, ends int) (set bool) {
	inside := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		word = strings.Trim(word, "-")
		if strings.Contains(word, "-") {
			inside++
		}
		word = strings.ToLower(word)
		if n, asked := uses[word]; asked {
			uses[word] = n + 1
		}
	}
	return ends >= setEnds && ends*setShare >= inside
}
