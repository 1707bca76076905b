package reading

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Gathering is the event that an argument describes rather than names, "a workshop on irrigation";
// zero for a bare noun and for several.
func (d *Document) Gathering(sentence int, a *clause.Arg) entity.Ref {
	if d.Sundry(sentence, a) {
		return entity.Ref{}
	}
	if name := d.eventName(sentence, a); name != "" {
		return entity.NewRef(entity.Event, name)
	}
	return entity.Ref{}
}

// eventName is what an argument calls a gathering, without the place where it is and with whom. A bare
// noun, "the ceremony", is no name; it takes one from what follows on it or from whose it is: "ceremony
// in Lima", "dinner hosted by the Oslo Chamber", "funeral of Ada Holm". It is "" for a meeting or event
// where they give none, and for talks of some with each other, "a meeting with the envoys".
func (d *Document) eventName(sentence int, a *clause.Arg) string {
	whole := d.WithoutPlace(sentence, a)
	if a.Mention >= 0 {
		return whole
	}
	text, _, _ := strings.Cut(whole, " with ")
	text, _, _ = strings.Cut(text, " on the theme")
	core, purpose, _ := strings.Cut(text, " to ")
	if verb, _, _ := strings.Cut(purpose, " "); !world.OccasionVerb.Has(verb) {
		text = core
	}
	talks := a.Head == "meeting"
	vague := talks || world.EventWord.Has(a.Head) || a.Head == "function"
	switch {
	case talks && d.hasPersonIn(sentence, a.Tokens.First, a.Text): // "meeting with Ada Holm"
		return ""
	case !isBareEvent(core):
		return text
	case whole != a.Text && !vague:
		return a.Text
	}
	h := d.headOf(sentence, a)
	more := d.eventTail(sentence, h+1, !vague)
	switch {
	case talks && more != "" && d.hasPersonIn(sentence, h, more): // "a meeting hosted by Ada Holm"
		return ""
	case more != "":
		return core + " " + more
	}
	if owner := d.owner(sentence, h); owner.ID != "" && owner.Type != entity.Country && (!talks || owner.Type == entity.Organization) {
		return core + " of " + owner.Name
	}
	if vague {
		return ""
	}
	return core
}

// headOf is the token of the noun that heads an argument.
func (d *Document) headOf(sentence int, a *clause.Arg) int {
	tokens := d.Tokens(sentence)
	for h := a.Tokens.First; h < a.Tokens.Last; h++ {
		if strings.EqualFold(tokens[h].Lemma, a.Head) {
			return h
		}
	}
	return a.Tokens.Last - 1
}

// hasPersonIn tells whether a text, which begins at a token or soon after it, names somebody.
func (d *Document) hasPersonIn(sentence, first int, text string) bool {
	return slices.ContainsFunc(d.MentionsIn(sentence), func(x int) bool {
		m := &d.Mentions[x]
		return m.Type == entity.Person && m.Tokens.First > first &&
			strings.Contains(text, d.Tokens(sentence)[m.Tokens.Last-1].Form)
	})
}

// owner is whose noun h is, "Ada Holm's funeral"; zero if that is nobody known.
func (d *Document) owner(sentence, h int) entity.Ref {
	for _, x := range d.MentionsIn(sentence) {
		m := &d.Mentions[x]
		if t := &d.Tokens(sentence)[m.Head]; t.Head == h && t.Deprel == "nmod:poss" {
			return d.Mentioned(x)
		}
	}
	return entity.Ref{}
}

// isBareEvent tells whether the name of a gathering has no word by which it differs from others:
// "opening ceremony".
func isBareEvent(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 0 && !slices.ContainsFunc(words[:len(words)-1], func(w string) bool {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s") // "yesterday's meeting"
		return !world.EventFiller.Has(w) && strings.Trim(w, "0123456789") != ""
	})
}

// eventTail reads what tells behind a noun, from token i, which gathering it is: whose, what for,
// on what or, if a place may name it, where; "" if that is not told.
func (d *Document) eventTail(sentence, i int, placed bool) string {
	const near = 4 // tokens to where it is, "held on Monday in"
	tokens := d.Tokens(sentence)
	at := func(k int) string {
		if k < len(tokens) {
			return strings.ToLower(tokens[k].Form)
		}
		return ""
	}
	for at(i) == "there" || at(i) == "here" || world.AsideMark.Has(at(i)) {
		i++
	}
	switch word := at(i); {
	case world.TitleParticiple.Has(word):
		return d.quoted(sentence, i+1)
	case at(i+2) == "theme" && (word == "under" || word == "on" || word == "with"):
		return d.quoted(sentence, i+3)
	case world.HostingParticiple.Has(word) && at(i+1) == "by":
		return d.nounPhrase(sentence, i, i+2)
	case word == "to" && world.OccasionVerb.Has(at(i+1)), word == "in" && (at(i+1) == "honour" || at(i+1) == "honor" || at(i+1) == "memory") && at(i+2) == "of":
		return d.nounPhrase(sentence, i, i+2)
	case world.OccasionGerund.Has(word):
		return d.nounPhrase(sentence, i, i+1)
	case word == "of", word == "on", word == "for":
		return d.nounPhrase(sentence, i, i+1)
	case placed && (word == "in" || word == "at" || word == "held"):
		for k := i; k < min(i+near, len(tokens)); k++ {
			if at(k) != "in" && at(k) != "at" {
				continue
			}
			for _, x := range d.MentionsIn(sentence) {
				m := &d.Mentions[x]
				from := m.Tokens.First
				if m.Kind == entity.Named && (from == k+1 || from == k+2 && at(k+1) == "the") {
					return d.words(sentence, k, m.Tokens.Last)
				}
			}
		}
	}
	return ""
}

// nounPhrase gives the words from token first to the end of the noun phrase that begins at token i,
// "" if there is none. It ends before what tells a time, and after what "of" joins to it.
func (d *Document) nounPhrase(sentence, first, i int) string {
	const longest = 14 // tokens
	tokens := d.Tokens(sentence)
	end := i // behind the last noun
	for k := i; k < min(i+longest, len(tokens)); k++ {
		t := &tokens[k]
		if m := d.namedFrom(sentence, k); m > k {
			end, k = m, m-1
			continue
		}
		lower := strings.ToLower(t.Form)
		if world.Weekday.Has(lower) || world.Month.Has(lower) || world.TimeNoun.Has(lower) {
			break
		}
		switch {
		case t.Form == "-" && k > i && k+1 < len(tokens): // "Oslo-based"
			k, end = k+1, i
			continue
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			end = k + 1
			continue
		case t.UPOS == "DET" && k > i && end == k: // "the council that met"
		case t.UPOS == "DET", t.UPOS == "ADJ", t.UPOS == "NUM", t.XPOS == "POS", lower == "of", lower == "and" && end == k:
			continue
		}
		break
	}
	if end == i {
		return ""
	}
	return d.words(sentence, first, end)
}

// quoted gives what stands in quotation marks at token i, or behind a word or two there, with what
// they are for: "titled" or "on the theme"; "" if nothing does.
func (d *Document) quoted(sentence, i int) string {
	const near = 2
	tokens := d.Tokens(sentence)
	open := func(t nlp.Token) bool { return world.OpeningQuoteMark.Has(t.Form) }
	first := slices.IndexFunc(tokens[i:min(i+near, len(tokens))], open)
	if first < 0 {
		return ""
	}
	first += i + 1
	n := slices.IndexFunc(tokens[first:], func(t nlp.Token) bool { return strings.ContainsAny(t.Form, "\"”’") })
	if n < 1 || n > 15 {
		return ""
	}
	return "on " + strings.TrimRight(d.words(sentence, first, first+n), ",.")
}

// namedFrom is the token behind the name that begins at token k, k if none does.
func (d *Document) namedFrom(sentence, k int) int {
	for _, x := range d.MentionsIn(sentence) {
		if m := &d.Mentions[x]; m.Kind == entity.Named && m.Tokens.First == k {
			k = max(k, m.Tokens.Last)
			break
		}
	}
	return k
}

// words are those of a sentence from one token to another, in one line.
func (d *Document) words(sentence, first, end int) string {
	tokens := d.Tokens(sentence)
	return strings.Join(strings.Fields(d.Source.Text[tokens[first].Start:tokens[end-1].End]), " ")
}
