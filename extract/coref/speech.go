package coref

import (
	"strings"

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
			switch c {
			case '“', '«':
				open = true
			case '”', '»':
				open = false
			case '"':
				open = !open
			}
		}
	}
	return quoted
}

// speaker finds who says the quoted words around a mention: the one person next
// to a verb of speech in the same paragraph, or the last one before where the
// quotation starts its paragraph.
func (r *roster) speaker(i int) int {
	m := &r.Mentions[i]
	p := r.NLP.Sentences[m.Sentence].Paragraph
	found, before, many := nobody, nobody, false
	first := i
	for first > 0 && r.Mentions[first-1].Sentence >= m.Sentence-8 {
		first--
	}
	for k := first; k < len(r.Mentions); k++ {
		o := &r.Mentions[k]
		paragraph := r.NLP.Sentences[o.Sentence].Paragraph
		if o.Sentence > m.Sentence+2 || paragraph > p {
			break
		}
		if len(o.Entities) != 1 || r.Entities[o.Entities[0]].Type != entity.Person || r.quoted[k] || !r.says(o) {
			continue
		}
		switch e := o.Entities[0]; {
		case paragraph < p:
			before = e
		case o.Sentence >= m.Sentence-4:
			many = many || found >= 0 && found != e
			found = e
		}
	}
	switch {
	case many:
		return nobody
	case found < 0 && r.opensQuoted(m.Sentence):
		return before
	}
	return found
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

// says tells whether a verb of speech stands next to a mention.
func (r *roster) says(m *entity.Mention) bool {
	tokens := r.tokens(m)
	return m.Tokens.Last < len(tokens) && world.QuotingVerbForm.Has(strings.ToLower(tokens[m.Tokens.Last].Form)) ||
		m.Tokens.First > 0 && world.QuotingVerbForm.Has(strings.ToLower(tokens[m.Tokens.First-1].Form))
}
