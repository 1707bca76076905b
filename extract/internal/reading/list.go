package reading

import (
	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
)

// Listed gives the people of the list that a sentence is the heading of: each
// begins a line of its own without a verb.
func (d *Document) Listed(p *clause.Predicate) []entity.Ref {
	sentences := d.NLP.Sentences
	if heading := sentences[p.Sentence].Tokens; heading[len(heading)-1].Form != ":" {
		return nil
	}
	var out []entity.Ref
	for s := p.Sentence + 1; s < len(sentences); s++ {
		ref, bulleted := d.item(s)
		switch {
		case ref.ID != "":
			out = append(out, ref)
		case !bulleted:
			return out
		}
	}
	return out
}

// item returns the person whom a line of a list names first, zero if the sentence is no such
// line, and whether it is one with a bullet, whoever is named in it.
func (d *Document) item(sentence int) (who entity.Ref, bulleted bool) {
	tokens := d.Tokens(sentence)
	first := 0
	for _, t := range tokens {
		switch {
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD":
			return entity.Ref{}, false
		case t.UPOS != "PUNCT" && t.UPOS != "SYM" && t.UPOS != "NUM" && t.UPOS != "X":
		case first < len(tokens) && t.Start == tokens[first].Start: // a bullet or number
			first++
		}
	}
	for _, i := range d.MentionsIn(sentence) {
		n := &d.Mentions[i]
		if n.Tokens.First == first && n.Kind == entity.Named && n.Type == entity.Person && !n.Inside {
			return d.Mentioned(i), first > 0
		}
	}
	return entity.Ref{}, first > 0 && first < len(tokens)
}
