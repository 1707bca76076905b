package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What is no area though it is called by several words: a piece that was cut out of a
// longer phrase, and words that say nothing without what stands around them. This goes by
// the words alone, so that it holds whatever the tree is.

// remedy writes what is wanted against the bad thing that node k heads and text calls, "cooperation
// on identity fraud", "" if that is not said by a noun above it.
func (t *tree) remedy(k int, text string) string {
	p := t.caseOf(k)
	for t.nodes[k].deprel == "conj" {
		k = t.nodes[k].head
		p = t.caseOf(k)
	}
	h := t.nodes[k].head
	if p == "" || h < 0 || h > k || t.nodes[h].upos != "NOUN" || rel(t.nodes[k].deprel) != "nmod" || t.isHuman(h) ||
		!world.ShellNoun.Has(t.nodes[h].lemma) && !world.StepNoun.Has(t.nodes[h].lemma) {
		return ""
	}
	return t.nodes[h].form + " " + p + " " + text
}

// unopened returns text without the verb k that opens it: "address" in "address new challenges".
func (t *tree) unopened(k int, text string) string {
	verb, rest, ok := strings.Cut(text, " ")
	if !ok || !t.isVerb(k) || verb != t.nodes[k].form && verb != t.nodes[k].lemma {
		return text
	}
	return strings.TrimPrefix(rest, "the ")
}

// spanOf returns the tokens around that of node k that write text, none if no such tokens do.
func (t *tree) spanOf(k int, text string) (nlp.Range, bool) {
	tokens, all := t.sentence.Tokens, t.doc.NLP.Text
	if text == "" {
		return nlp.Range{}, false
	}
	for first := t.nodes[k].token; first >= 0; first-- {
		start := tokens[first].Start
		if !strings.HasPrefix(all[start:], text) {
			continue
		}
		last := first
		for last < len(tokens) && tokens[last].End <= start+len(text) {
			last++
		}
		if last > t.nodes[k].token {
			return nlp.Range{First: first, Last: last}, true
		}
	}
	return nlp.Range{}, false
}

// untailed cuts from the end of an area's name what says nothing there: a participle or an adverb
// whose phrase is gone, "projects initiated", what was told before, "training in these areas", and
// what the name stands for in the rest of a text, "Extradition (the “Agreement”)".
func (t *tree) untailed(k int, text string) string {
	if i := strings.Index(text, " (the "); i > 0 {
		text = text[:i]
	}
	r, ok := t.spanOf(k, text)
	if !ok {
		return text
	}
	tokens, last := t.sentence.Tokens, r.Last
	if n := t.pointing(r); n > 0 {
		if last = r.Last - n; last-r.First < 2 || n > 2 && isAct(&tokens[r.First]) {
			return "" // "invest in those sectors" says no more than "invest"
		}
	} else if r.Last-r.First > 2 && r.Last < len(tokens) {
		end, before, next := &tokens[r.Last-1], &tokens[r.Last-2], &tokens[r.Last]
		leads := next.UPOS == "ADP" || next.UPOS == "PART" || next.UPOS == "SCONJ" || next.XPOS == "TO"
		participle := end.UPOS == "VERB" && (end.XPOS == "VBN" || end.XPOS == "VBG" && world.MotionVerb.Has(end.Lemma)) && leads
		loose := end.UPOS == "ADV" && strings.HasSuffix(end.Form, "ly") && !isAct(&tokens[r.First])
		if (participle || loose) && (before.UPOS == "NOUN" || before.UPOS == "PROPN") {
			last--
		}
	}
	if last == r.Last {
		return text
	}
	return tidied(t.doc.NLP.Text[tokens[r.First].Start:tokens[last-1].End])
}

// isAct tells whether a token is a verb that can open the name of an area: "plant trees".
func isAct(tok *nlp.Token) bool {
	return tok.UPOS == "VERB" && (tok.XPOS == "VB" || tok.XPOS == "VBG")
}

// pointing returns how many tokens at the end of r point to what was told before: "in these
// areas", "for this purpose", "on the matter", "with such imports".
func (t *tree) pointing(r nlp.Range) int {
	tokens := t.sentence.Tokens
	if r.Last-r.First > 3 && tokens[r.Last-1].XPOS == "NNS" && world.DomainNoun.Has(tokens[r.Last-1].Lemma) && tokens[r.Last-2].Form == "in" && tokens[r.Last-3].XPOS != "VBN" {
		return 2 // "exchanges of students in fields"
	}
	if r.Last-r.First < 4 || tokens[r.Last-1].UPOS != "NOUN" || tokens[r.Last-3].UPOS != "ADP" {
		return 0
	}
	d, noun := strings.ToLower(tokens[r.Last-2].Form), tokens[r.Last-1].Lemma
	empty := world.UnsaidNoun.Has(noun) || world.VagueNoun.Has(noun)
	if d == "such" || world.Demonstrative.Has(d) && empty || d == "the" && noun == "matter" {
		return 3
	}
	return 0
}

// whole writes text with the nouns right behind it that belong to its last one, "people" of "people
// smuggling", or without the phrase at its end in which it breaks off: "gains for win" of "win-win".
func (t *tree) whole(k int, text string) string {
	r, ok := t.spanOf(k, text)
	if !ok || r.Last-r.First < 2 || r.Last >= len(t.sentence.Tokens) {
		return text
	}
	tokens, all := t.sentence.Tokens, t.doc.NLP.Text
	end := r.Last
	if p := tokens[end-1].UPOS; p == "NOUN" || p == "ADJ" {
		for end < len(tokens) && end-r.Last < 3 && tokens[end].UPOS == "NOUN" && !isWhen(&tokens[end]) {
			end++
		}
		switch t.tokenAt(end).UPOS {
		case "DET", "PRON", "AUX", "ADJ", "PROPN", "NUM", "NOUN":
		default:
			if end > r.Last {
				return all[tokens[r.First].Start:tokens[end-1].End]
			}
		}
	}
	if end == r.Last && !t.isGlued(r.Last) && !t.lacksWhich(r) {
		return text
	}
	for i := r.Last - 1; i > r.First+1; i-- {
		if tokens[i].UPOS == "ADP" {
			return all[tokens[r.First].Start:tokens[i-1].End]
		}
	}
	return text
}

// tokenAt returns the token at i, an empty one if there is none.
func (t *tree) tokenAt(i int) *nlp.Token {
	if i < 0 || i >= len(t.sentence.Tokens) {
		return &nlp.Token{}
	}
	return &t.sentence.Tokens[i]
}

// isGlued tells whether a hyphen or a stroke at token i joins two words: "win-win", "import/export".
func (t *tree) isGlued(i int) bool {
	f, before, next := t.tokenAt(i), t.tokenAt(i-1), t.tokenAt(i+1)
	return (f.Form == "-" || f.Form == "/") && i > 0 && before.End == f.Start && f.End == next.Start
}

// lacksWhich tells whether tokens r end in people or things of whom what is told behind them says
// which are meant: "access for persons" of "persons with disabilities", "avoid actions" of "actions
// that harm trade".
func (t *tree) lacksWhich(r nlp.Range) bool {
	end, next := t.tokenAt(r.Last-1), t.tokenAt(r.Last)
	if !world.UnsaidNoun.Has(end.Lemma) || end.UPOS != "NOUN" {
		return false
	}
	if world.HumanNoun.Has(end.Lemma) {
		return next.Form == "with" || world.RelativePronoun.Has(next.Form)
	}
	return r.Last-r.First == 2 && isAct(t.tokenAt(r.First)) && (next.Form == "that" || next.Form == "which")
}

// isSevered tells whether text was cut out of a longer phrase in the middle of a word or a name, or
// right before what says of which people or things it speaks, or is a piece of what somebody does.
func (t *tree) isSevered(k int, text string) bool {
	r, ok := t.spanOf(k, text)
	if !ok || r.Last-r.First < 2 && !t.isGlued(r.Last) && !t.isGlued(r.First-1) {
		return false
	}
	opened, end, next := t.tokenAt(r.First), t.tokenAt(r.Last-1), t.tokenAt(r.Last)
	noun := (end.UPOS == "NOUN" || end.UPOS == "ADJ") && next.UPOS == "NOUN" && !isWhen(next) && t.tokenAt(r.Last+1).UPOS != "AUX"
	finite := opened.UPOS == "VERB" && (opened.XPOS == "VBD" || opened.XPOS == "VBZ" || opened.XPOS == "VBP")
	quality := end.UPOS == "ADJ" && (next.UPOS == "PROPN" || !isAct(opened) && !t.hasNoun(r)) // "so diverse"
	hyphen := t.isGlued(r.First-1) && t.tokenAt(r.First-1).Form == "-"
	return hyphen || t.isGlued(r.Last) || noun || finite || quality || t.lacksWhich(r)
}

// hasNoun tells whether there is a noun or a name among tokens r.
func (t *tree) hasNoun(r nlp.Range) bool {
	return slices.ContainsFunc(t.sentence.Tokens[r.First:r.Last], func(tok nlp.Token) bool {
		return tok.UPOS == "NOUN" || tok.UPOS == "PROPN"
	})
}

// isWhen tells whether a token is a word that says when: "trade talks Monday".
func isWhen(tok *nlp.Token) bool {
	return world.TimeNoun.Has(tok.Lemma) || world.Weekday.Has(strings.ToLower(tok.Form)) || world.Month.Has(tok.Form)
}

// isIdle tells whether text is a saying that names no subject, "come to fruition", or ends in a
// word that stands for another: "acting like one".
func (t *tree) isIdle(k int, text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1] // not "ties with the US"
	if last == "one" || last == "ones" || world.ThingPronoun.Has(last) || world.PersonalPronoun.Has(last) {
		return true
	}
	if t.isVerb(k) {
		words[0] = t.nodes[k].lemma
	}
	text = strings.ToLower(strings.Join(words, " "))
	_, rest, _ := strings.Cut(text, " ") // "outlining areas of cooperation"
	return world.IdlePhrase.Has(text) || t.isVerb(k) && world.IdlePhrase.Has(rest)
}

// saysNothing tells whether text only counts, "4 th", or says of something unsaid how good, new or
// big it is: "important consensus", "relevant matters".
func saysNothing(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 || world.QuantityNoun.Has(words[0]) && len(words) == 1 {
		return true
	}
	if len(words) < 2 {
		return false
	}
	counts := !slices.ContainsFunc(words, func(w string) bool { return isWord(w) && len(w) > 2 })
	head := words[len(words)-1]
	return counts && text == strings.ToLower(text) || (world.UnsaidNoun.Has(head) || world.UnsaidNoun.Has(singular(head))) &&
		!slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return !world.WeighingAdjective.Has(w) && !world.RatingAdjective.Has(w) })
}

// singular returns the singular of a regular plural.
func singular(word string) string {
	if s, ok := strings.CutSuffix(word, "ies"); ok {
		return s + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// isIll tells whether text, which node k heads, calls by its first noun phrase something bad, which
// nobody wants or asks for: what is to be done about it is left out.
func (t *tree) isIll(k int, text string) bool {
	r, ok := t.spanOf(k, text)
	if !ok || isAct(t.tokenAt(r.First)) {
		return false
	}
	head := r.First
	for i := r.First + 1; i < r.Last; i++ {
		if p := t.tokenAt(i).UPOS; p != "NOUN" && p != "PROPN" && p != "ADJ" && p != "NUM" && !t.isGlued(i) {
			break
		}
		head = i
	}
	return world.IllNoun.Has(t.tokenAt(head).Lemma)
}
