package coref

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// quotations tells of each mention whether it stands between quotation marks.
// A quotation ends with its paragraph at the latest.
func quotations(doc *nlp.Document, mentions []entity.Mention) []bool {
	quoted := make([]bool, len(mentions))
	next, open, paragraph := 0, false, -1
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Paragraph != paragraph {
			open, paragraph = false, s.Paragraph
		}
		for at, c := range doc.Text[s.Start:s.End] {
			for next < len(mentions) && mentions[next].Start <= s.Start+at {
				quoted[next] = open
				next++
			}
			open = opened(open, c)
		}
	}
	return quoted
}

// speaker gives who says the quoted words around a mention, nobody if that is not clear.
func (r *roster) speaker(i int) int {
	if k := r.speakerOf(r.Mentions[i].Sentence); k >= 0 {
		return r.Mentions[k].Entities[0]
	}
	return nobody
}

// speakerOf finds the mention of who says the quoted words in a sentence: the one person next
// to a verb of speech in the same paragraph, or the last one before where the
// quotation starts its paragraph; -1 if there is none.
func (r *roster) speakerOf(sentence int) int {
	p := r.NLP.Sentences[sentence].Paragraph
	found, before, many := -1, -1, false
	first := sort.Search(len(r.Mentions), func(k int) bool { return r.Mentions[k].Sentence >= sentence-8 })
	for k := first; k < len(r.Mentions); k++ {
		o := &r.Mentions[k]
		paragraph := r.NLP.Sentences[o.Sentence].Paragraph
		if o.Sentence > sentence+2 || paragraph > p {
			break
		}
		if len(o.Entities) != 1 || r.Entities[o.Entities[0]].Type != entity.Person || r.quoted[k] || !r.says(o) {
			continue
		}
		switch {
		case paragraph < p:
			before = k
		case o.Sentence >= sentence-4:
			many = many || found >= 0 && r.Mentions[found].Entities[0] != o.Entities[0]
			found = k
		}
	}
	switch {
	case many:
		return -1
	case found < 0 && r.opensQuoted(sentence):
		return before
	}
	return found
}

// tellSpeakers finds who says the sentences that begin within quotation marks.
func (r *roster) tellSpeakers() {
	open, paragraph := false, -1
	r.Speakers = make([]int, len(r.NLP.Sentences))
	for i := range r.NLP.Sentences {
		s := &r.NLP.Sentences[i]
		if s.Paragraph != paragraph {
			open, paragraph = false, s.Paragraph
		}
		r.Speakers[i] = -1
		if c, _ := utf8.DecodeRuneInString(r.NLP.Text[s.Start:s.End]); open || strings.ContainsRune("“«\"", c) {
			r.Speakers[i] = r.speakerOf(i)
		}
		for _, c := range r.NLP.Text[s.Start:s.End] {
			open = opened(open, c)
		}
	}
}

// opened tells whether words behind a character are quoted; open tells whether it is.
func opened(open bool, c rune) bool {
	switch c {
	case '“', '«':
		return true
	case '”', '»':
		return false
	case '"':
		return !open
	}
	return open
}

// opensQuoted tells whether the paragraph of a sentence starts with a quotation.
func (r *roster) opensQuoted(sentence int) bool {
	p := r.NLP.Sentences[sentence].Paragraph
	for sentence > 0 && r.NLP.Sentences[sentence-1].Paragraph == p {
		sentence--
	}
	switch r.NLP.Sentences[sentence].Tokens[0].Form {
	case `"`, "“", "«", "``":
		return true
	}
	return false
}

// voice gives who says "I" in a mention: who is quoted, else who writes or speaks
// the document.
func (r *roster) voice(i int) int {
	if r.quoted[i] {
		return r.speaker(i)
	}
	return r.Author
}

// says tells whether a verb of speech stands next to a mention, or behind the comma that
// closes it: "Rosa Delgado, head of the bank, said".
func (r *roster) says(m *entity.Mention) bool {
	tokens := r.tokens(m)
	quotes := func(k int) bool {
		return k >= 0 && k < len(tokens) && world.QuotingVerbForm.Has(strings.ToLower(tokens[k].Form))
	}
	behind := m.Tokens.Last
	if behind < len(tokens) && tokens[behind].Form == "," && m.NameSpan.End < m.End {
		behind++
	}
	return quotes(behind) || quotes(m.Tokens.First-1)
}
