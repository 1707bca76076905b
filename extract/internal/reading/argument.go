package reading

import (
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// ArgAt is the word of a sentence as an argument: the name that it ends, with
// titles and all, the smallest mention that it stands in, or the phrase that it
// heads.
func (d *Document) ArgAt(sentence, token int, function string) clause.Arg {
	s := d.Sentence(sentence)
	if r := d.mentionAt(sentence, token); r != (nlp.Range{}) {
		return d.Arg(sentence, r, function)
	}
	r := nlp.Range{First: token, Last: token + 1}
	for r.First > 0 && below(s, r.First-1, token) {
		r.First--
	}
	for r.Last < len(s.Tokens) && below(s, r.Last, token) {
		r.Last++
	}
	a := d.Arg(sentence, r, function)
	a.Head = strings.ToLower(s.Tokens[token].Lemma)
	return a
}

// mentionAt is the name that a word ends, with titles and all, or else the
// smallest mention that it stands in; empty if there is neither.
func (d *Document) mentionAt(sentence, token int) nlp.Range {
	var inside nlp.Range
	for _, i := range d.MentionsIn(sentence) {
		n := &d.Mentions[i]
		r := n.Tokens
		if r.First > token || token >= r.Last {
			continue
		}
		if n.Kind == entity.Named && !n.Inside && r.Last == token+1 {
			return r
		}
		if inside == (nlp.Range{}) || r.Last-r.First < inside.Last-inside.First {
			inside = r
		}
	}
	return inside
}

// below tells whether word i is part of the phrase of word head, without what is
// coordinated with it, tells more of it, or only joins it to others.
func below(s *nlp.Sentence, i, head int) bool {
	for range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			return false
		}
		if t.Head == head {
			base, _, _ := strings.Cut(t.Deprel, ":")
			switch base {
			case "conj", "cc", "punct", "appos", "parataxis", "case", "mark", "cop", "nsubj", "advcl", "acl", "det",
				"aux":
				return false
			}
			return true
		}
		i = t.Head
	}
	return false
}

// Arg is a range of words of a sentence, not empty, as an argument with a function.
func (d *Document) Arg(sentence int, r nlp.Range, function string) clause.Arg {
	s := d.Sentence(sentence)
	a := clause.Arg{Function: function, Mention: -1, Tokens: r, Head: strings.ToLower(s.Tokens[r.Last-1].Lemma)}
	a.Text = strings.Join(strings.Fields(d.Source.Text[s.Tokens[r.First].Start:s.Tokens[r.Last-1].End]), " ")
	for _, i := range d.MentionsIn(sentence) {
		if mention := &d.Mentions[i]; mention.Tokens == r {
			a.Mention, a.Head = i, strings.ToLower(s.Tokens[mention.Head].Lemma)
			break
		}
	}
	return a
}

// WithoutPlace is the text of an argument up to where it tells in which place that is: "the
// climate summit in Lima".
func (d *Document) WithoutPlace(sentence int, a *clause.Arg) string {
	tokens := d.Tokens(sentence)
	for _, i := range d.MentionsIn(sentence) {
		m := &d.Mentions[i]
		in := m.Tokens.First - 1
		if m.Type != entity.Place && m.Type != entity.Country || in <= a.Tokens.First || in >= a.Tokens.Last {
			continue
		}
		if f := tokens[in].Form; f == "in" || f == "at" {
			text := d.Source.Text[tokens[a.Tokens.First].Start:tokens[in-1].End]
			if strings.HasPrefix(a.Text, text) {
				return strings.Join(strings.Fields(text), " ")
			}
		}
	}
	return a.Text
}

// Sundry tells whether an argument is some things of a kind, none of them in particular:
// "seminars and workshops".
func (d *Document) Sundry(sentence int, a *clause.Arg) bool {
	for _, t := range d.Tokens(sentence)[max(a.Tokens.First-1, 0):a.Tokens.Last] {
		switch {
		case t.UPOS == "DET" || t.UPOS == "NUM" || t.UPOS == "PRON" || t.Form != strings.ToLower(t.Form):
			return false
		case strings.EqualFold(t.Lemma, a.Head):
			return t.XPOS == "NNS"
		}
	}
	return false
}

// Inside gives the countries and bodies whose names stand within a mention: those of
// "the Malta-Ghana Policy Dialogue".
func (d *Document) Inside(mention int) []entity.Ref {
	whole := &d.Mentions[mention]
	var out []entity.Ref
	for _, i := range d.MentionsIn(whole.Sentence) {
		n := &d.Mentions[i]
		if i == mention || n.Tokens.First < whole.Tokens.First || n.Tokens.Last > whole.Tokens.Last {
			continue
		}
		if ref := d.Mentioned(i); ref.Type == entity.Country || ref.Type == entity.Organization {
			out = append(out, ref)
		}
	}
	return out
}

// Group gives the type, or "any", of those who are called by a mention together, "both
// parties", "the ministers", "delegations"; "" if it calls nobody so.
func (d *Document) Group(m *entity.Mention) entity.Type {
	if m.Kind == entity.Named || !m.Plural {
		return ""
	}
	head := strings.ToLower(d.Tokens(m.Sentence)[m.Head].Form)
	return entity.Type(world.GroupNoun.Value(head))
}

// Subjects gives the ids of the subjects of a predicate.
func (d *Document) Subjects(p *clause.Predicate) []string {
	var out []string
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == "subject" && a.Mention >= 0 {
			for _, e := range d.Mentions[a.Mention].Entities {
				out = append(out, d.Entities[e].ID)
			}
		}
	}
	return out
}

// Said is an argument as the text has it, in one line.
func (d *Document) Said(a *clause.Arg) string {
	text := a.Text
	if a.Mention >= 0 {
		mention := &d.Mentions[a.Mention]
		text = d.Source.Text[mention.Start:mention.End]
	}
	return strings.Join(strings.Fields(text), " ")
}
