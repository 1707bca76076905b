package nlp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

// Split cuts a text into sentences and tokens. It takes time linear in the
// length of the text, accepts any bytes, and leaves tags and trees empty.
//
// Blank lines always end a sentence. A single line break does where the line
// looks like a block of its own (a headline, caption, list item), not where it
// wraps running text. Datelines, paragraph numbers and the cells of a table
// written with bars are sentences of their own, so that they do not disturb
// the sentence that follows. What goes on for a thousand tokens without an end
// is no language and is cut there, so that work that is more than linear in the
// length of a sentence stays linear in that of the text.
func Split(text string) *Document {
	doc := &Document{Text: text}
	t := tokenizer{text: text}
	paragraph := 0
	for _, b := range blocks(text) {
		t.load(b.Start, b.End)
		t.space = b.Start > 0
		tokens := slices.Clone(t.run())
		if len(tokens) == 0 {
			continue
		}
		t.ends = ends(tokens, t.ends[:0])
		for _, end := range t.ends {
			s := tokens[:end:end]
			tokens = tokens[end:]
			doc.Sentences = append(doc.Sentences, Sentence{
				Span:      Span{s[0].Start, s[len(s)-1].End},
				Paragraph: paragraph,
				Tokens:    s,
			})
		}
		paragraph++
	}
	return doc
}

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
		return len(s) > 2 && s[2] == ')'
	}
	return numberLength(s) > 0
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

// ends appends the lengths of the sentences that a block's tokens make.
func ends(tokens []Token, out []int) []int {
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, to-from)
			from = to
		}
	}
	cut(paragraphNumber(tokens))
	cut(from + dateline(tokens[from:]))
	for i := from; i < len(tokens); i++ {
		form := tokens[i].Form
		if form == "|" || form == "||" {
			cut(i + 1)
			continue
		}
		// A list whose items were joined to one line: "- First - Second".
		if i > from && i+1 < len(tokens) && isBullet(form) && form == tokens[from].Form &&
			tokens[i].SpaceBefore && tokens[i+1].SpaceBefore && capitalised(tokens[i+1].Form) {
			cut(i)
		}
		if i-from == maxTokens || i > from && glued(tokens, i) {
			cut(i)
		}
		if !endsWithStop(form) {
			continue
		}
		j := i + 1
		for j < len(tokens) && !tokens[j].SpaceBefore && isCloser(tokens[j].Form) {
			j++
		}
		// Marks of footnotes: [12].
		for j+2 < len(tokens) && tokens[j].Form == "[" && numeral(tokens[j+1].Form) && tokens[j+2].Form == "]" {
			j += 3
		}
		if j == len(tokens) {
			break
		}
		if startsSentence(tokens, i, j) || i > from && startsSmall(tokens, from, j) && loneStop(form) {
			cut(j)
			i = j - 1
		}
	}
	cut(len(tokens))
	return out
}

const maxTokens = 1000 // of a sentence

// paragraphNumber gives the number of tokens of a paragraph's number ("2.", "3" before a
// capital).
func paragraphNumber(tokens []Token) int {
	if len(tokens) < 3 || !numeral(tokens[0].Form) || len(tokens[0].Form) > 3 {
		return 0
	}
	switch second := tokens[1]; {
	case (second.Form == "." || second.Form == ")") && !second.SpaceBefore && tokens[2].SpaceBefore:
		return 2
	case second.SpaceBefore && world.SentenceStarter.Has(strings.ToLower(second.Form)) && capitalised(second.Form):
		return 1
	}
	return 0
}

func numeral(form string) bool {
	for i := 0; i < len(form); i++ {
		if form[i] < '0' || form[i] > '9' {
			return false
		}
	}
	return form != ""
}

// dateline gives the number of tokens of a dateline that opens a block,
// including its dash: "HÀ NỘI —", "VIETNAM, October 10 - HÀ NỘI –", "LONDON
// (Reuters) -", "Paris, 3 May 2024 –". It has a place in capitals, an agency in
// brackets or the name of a month, and no words in small letters.
func dateline(tokens []Token) int {
	const limit = 16
	place, agency, month, found := false, false, false, 0
	for i := 0; i < len(tokens) && i < limit; i++ {
		form := tokens[i].Form
		switch {
		case isDash(form):
			if i == 0 || i+1 >= len(tokens) {
				return found
			}
			spaced := tokens[i].SpaceBefore || tokens[i+1].SpaceBefore || form == "—" || form == "--"
			next := tokens[i+1].Form
			if spaced && (place || agency || month) && (capitalised(next) || isOpener(next)) {
				found = i + 1
				place, agency, month = false, false, false
			}
		case form == ",", form == "/", form == ".", form == ":", form == "(":
		case form == ")":
			agency = i > 1
		case allCaps(form):
			place = true
		case i > 0 && world.DateMonth.Has(strings.ToLower(strings.TrimSuffix(form, "."))):
			month = true
		case capitalised(form), numeral(form), form == "date", form[0] >= '0' && form[0] <= '9', strings.HasSuffix(form, "."):
		default:
			return found
		}
	}
	return found
}

func isBullet(form string) bool {
	switch form {
	case "-", "–", "*", "•", "·", "▪", "●", "◦", "‣":
		return true
	}
	return false
}

func isDash(form string) bool {
	switch form {
	case "-", "–", "—", "--", "―":
		return true
	}
	return false
}

// allCaps tells whether a form is a word of two letters or more, all of them
// capitals ("NỘI").
func allCaps(form string) bool {
	n := 0
	for _, r := range form {
		if isLower(r) || isDigit(r) {
			return false
		}
		if isUpper(r) {
			n++
		}
	}
	return n >= 2 && !strings.Contains(form, ".")
}

func endsWithStop(form string) bool {
	r, _ := utf8.DecodeLastRuneInString(form)
	return strings.ContainsRune(".!?…。！？", r)
}

func isCloser(form string) bool {
	switch form {
	case "\"", "'", "''", "”", "’", ")", "]", "»", "}":
		return true
	}
	return false
}

func isOpener(form string) bool {
	switch form {
	case "\"", "'", "``", "“", "‘", "(", "[", "«", "„":
		return true
	}
	return false
}

// startsSentence tells whether a sentence starts at token j, after the stop at
// i and what closes it.
func startsSentence(tokens []Token, i, j int) bool {
	k := j
	for k < len(tokens) && (isOpener(tokens[k].Form) || isDash(tokens[k].Form)) {
		k++
	}
	if k == len(tokens) {
		return tokens[j].SpaceBefore
	}
	next := tokens[k].Form
	r, _ := utf8.DecodeRuneInString(next)
	if isLower(r) || strings.ContainsAny(next[:1], ",;:)]%") || next == "”" || next == "’" {
		return false
	}
	stop := tokens[i].Form
	if len(stop) == 1 || stop[0] == '!' || stop[0] == '?' || stop[0] == '.' || !strings.HasSuffix(stop, ".") {
		// A stop of its own. Without space after it a capital must follow.
		return tokens[j].SpaceBefore || isUpper(r) && stop == "." || stop == "。"
	}
	// An abbreviation: it ends the sentence when what follows would hardly go on with it.
	abbreviation := strings.ToLower(stop)
	switch {
	case j > i+1 && isUpper(r): // closed by a quote or bracket
		return true
	case world.TitleAbbreviation.Has(abbreviation):
		return false
	case j == i+1 && k == j && ministerAt(tokens, k) && endsBeforeMinister(stop):
		return true // "left the U.S. Prime Minister"
	case stop == "E." && i > 0 && tokens[i-1].Form == "H.": // "H. E. Mr."
		return false
	case abbreviation == "a.m." || abbreviation == "p.m.":
		return isUpper(r) && !world.TimeCapital.Has(strings.ToLower(next)) && !allCaps(next)
	case isOpener(tokens[j].Form) && tokens[j].Form != "(" && k > j:
		return true
	case utf8.RuneCountInString(stop) == 2 && i > 0 && capitalised(tokens[i-1].Form):
		// An initial in a name.
		return world.Salutation.Has(strings.ToLower(next)) || world.SentenceStarter.Has(strings.ToLower(next)) && !world.NameLikeWord.Has(strings.ToLower(next)) && k+1 < len(tokens) && !capitalised(tokens[k+1].Form)
	}
	return isUpper(r) && world.SentenceStarter.Has(strings.ToLower(next))
}

// ministerAt tells whether the title of a minister starts at token k, with capitals.
func ministerAt(tokens []Token, k int) bool {
	for n := range 3 {
		if k+n+1 >= len(tokens) || !capitalised(tokens[k+n].Form) {
			return false
		}
		if world.MinisterNoun.Has(strings.ToLower(tokens[k+n].Form)) {
			return capitalised(tokens[k+n+1].Form) && !world.TitleAbbreviation.Has(strings.ToLower(tokens[k+n+1].Form))
		}
	}
	return false
}

// endsBeforeMinister tells whether an abbreviation in front of a minister's title ends a
// sentence, as it is no part of the title: "Ltd.", "U.S.", but not "U.K.", "Dep.".
func endsBeforeMinister(abbreviation string) bool {
	if c, _, _ := world.FindCountry([]string{abbreviation}); c != nil {
		return world.WithoutMinisters.Has(c.ISO2)
	}
	return world.ClosingAbbreviation.Has(strings.ToLower(abbreviation))
}

// loneStop tells whether a stop is a token of its own, not an abbreviation's.
func loneStop(form string) bool { return strings.Trim(form, ".!?") == "" && form != "..." }

// startsSmall tells whether a sentence may start at token j though it has a
// small letter: the one that starts at from has one too, so the writer uses no
// capitals.
func startsSmall(tokens []Token, from, j int) bool {
	small := func(form string) bool {
		r, _ := utf8.DecodeRuneInString(form)
		return isLower(r)
	}
	return tokens[j].SpaceBefore && small(tokens[j].Form) && small(tokens[from].Form)
}

// glued tells whether token i was cut off the word before it as the start of a
// new sentence whose space was lost ("saidThe").
func glued(tokens []Token, i int) bool {
	before := tokens[i-1].Form
	r, _ := utf8.DecodeLastRuneInString(before)
	return !tokens[i].SpaceBefore && isWord(r) && capitalised(tokens[i].Form) && world.SentenceStarter.Has(strings.ToLower(tokens[i].Form))
}

// abbreviates tells whether the full stop at j belongs to the word [i, j).
func (t *tokenizer) abbreviates(i, j, end int) bool {
	word := t.runes[i:j]
	// Where the chunk goes on with a word, it is glued text, except after initials: J.Doe.
	after := t.at(j + 1)
	k := j + 1
	for k < len(t.runes) && t.runes[k] == ' ' {
		k++
	}
	last := k >= len(t.runes)
	next := t.at(k)
	n := len(word)
	switch {
	case n == 1 && isUpper(word[0]):
		return !last && (next != '"' && next != '”' || k > j+1)
	case n == 1 && isLower(word[0]):
		return !last && word[0] != 'i' && (isDigit(next) || isLower(next)) && after == ' '
	}
	// U.S., a.m., Ph.D: letters with full stops between.
	if dotted(word) {
		return true
	}
	w := lower(word)
	switch {
	case w == "no" || w == "nos" || w == "art" || w == "fig" || w == "sec" || w == "pp" || w == "ch":
		return isDigit(next) && isUpper(word[0]) || isDigit(next) && w != "no" && w != "art"
	case w == "etc":
		return !last && !isUpper(next)
	case world.Abbreviation.Has(w):
		return true
	case !isUpper(word[0]):
		return false
	case world.ProperAbbreviation.Has(w):
		return !last
	case world.StateAbbreviation.Has(w):
		m := len(t.tokens)
		return m > 0 && t.tokens[m-1].Form == ","
	}
	return false
}

// dotted tells whether a word is single letters with full stops between them,
// or short parts like "Ph.D".
func dotted(word []rune) bool {
	dots, run := 0, 0
	for _, r := range word {
		switch {
		case r == '.':
			dots++
			run = 0
		case isLetter(r):
			run++
			if run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return dots > 0
}
