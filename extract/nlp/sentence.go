package nlp

import (
	"iter"
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
// the sentence that follows. What goes on for five hundred tokens without an end
// is no language and is cut there, so that work that is more than linear in the
// length of a sentence stays linear in that of the text.
func Split(text string) *Document {
	doc := &Document{Text: text}
	s := splitter{tokenizer: tokenizer{text: text}}
	for _, b := range blocks(text) {
		doc.Sentences = s.split(b, doc.Sentences)
	}
	return doc
}

// Parts is Split for a long text, a part after the other. Each document has the whole
// text, so that offsets are those of Split, and the sentences of size bytes of it or a
// little more, up to the end of a paragraph. There is one at least.
func Parts(text string, size int) iter.Seq[*Document] {
	return func(yield func(*Document) bool) {
		doc, start := &Document{Text: text}, 0
		s := splitter{tokenizer: tokenizer{text: text}}
		for _, b := range blocks(text) {
			if b.Start-start >= size && len(doc.Sentences) > 0 {
				if !yield(doc) {
					return
				}
				doc, start = &Document{Text: text}, b.Start
			}
			doc.Sentences = s.split(b, doc.Sentences)
		}
		yield(doc)
	}
}

// A splitter is at a block of a text.
type splitter struct {
	tokenizer
	paragraph int
}

// split appends the sentences of a block.
func (s *splitter) split(b Span, sentences []Sentence) []Sentence {
	s.load(b.Start, b.End)
	s.space = b.Start > 0
	tokens := slices.Clone(s.run())
	if len(tokens) == 0 {
		return sentences
	}
	s.ends = ends(tokens, s.ends[:0])
	for _, end := range s.ends {
		of := tokens[:end:end]
		tokens = tokens[end:]
		sentences = append(sentences, Sentence{
			Span:      Span{of[0].Start, of[len(of)-1].End},
			Paragraph: s.paragraph,
			Tokens:    of,
		})
	}
	s.paragraph++
	return sentences
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
		if i > from && i+1 < len(tokens) && form == tokens[from].Form && world.Bullet.Has(form) &&
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
		for j < len(tokens) && !tokens[j].SpaceBefore && world.ClosingMark.Has(tokens[j].Form) {
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

const maxTokens = 500 // of a sentence

// startsSentence tells whether a sentence starts at token j, after the stop at
// i and what closes it.
func startsSentence(tokens []Token, i, j int) bool {
	k := j
	for k < len(tokens) && (world.OpeningMark.Has(tokens[k].Form) || world.DatelineDash.Has(tokens[k].Form)) {
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
	case world.TitleAbbreviation.Has(abbreviation) && (j == i+1 || tokens[i+1].Form == ")"): // "(Retd.) Peter Mwangi"
		return false
	case j > i+1 && isUpper(r): // closed by a quote or bracket
		return true
	case j == i+1 && k == j && ministerAt(tokens, k) && endsBeforeMinister(stop):
		return true // "left the U.S. Prime Minister"
	case stop == "E." && i > 0 && tokens[i-1].Form == "H.": // "H. E. Mr."
		return false
	case stop == "P.M." && i > 0 && capitalised(tokens[i-1].Form): // "Ambassador P.M. Soto"
		return false
	case world.ClockAbbreviation.Has(abbreviation):
		return isUpper(r) && !world.TimeCapital.Has(strings.ToLower(next)) && !allCaps(next)
	case world.OpeningMark.Has(tokens[j].Form) && tokens[j].Form != "(" && k > j:
		return true
	case utf8.RuneCountInString(stop) == 2 && i > 0 && capitalised(tokens[i-1].Form):
		// An initial in a name.
		low := strings.ToLower(next)
		return world.Salutation.Has(low) || world.SentenceStarter.Has(low) && !world.NameLikeWord.Has(low) &&
			k+1 < len(tokens) && !capitalised(tokens[k+1].Form)
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
	form := tokens[i].Form
	return !tokens[i].SpaceBefore && isWord(r) && capitalised(form) && world.SentenceStarter.Has(strings.ToLower(form))
}
