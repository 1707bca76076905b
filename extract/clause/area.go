package clause

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// How an area is called: what a person would name as the subject of talk or cooperation.

// areaName gives the name of the area that node k heads and that text writes, "" if that
// names none: it only says that somebody is tied to somebody, or is a word that says
// nothing by itself, somebody who acts, or a piece of a name.
func (t *tree) areaName(k int, text string) string {
	n := &t.nodes[k]
	actor := n.mention < 0 && n.upos == "NOUN" && (world.ActorNoun.Has(n.lemma) || world.ActorNoun.Has(n.form))
	emphasis := n.mention < 0 && world.EmphasisNoun.Has(n.lemma) && t.caseOf(k) == "with"
	setting := n.mention < 0 && world.MannerNoun.Has(n.lemma) && t.caseOf(k) == "in" && !t.hasKid(k, "compound") // "in the context of trade"
	if actor || emphasis || setting || t.isFiller(k) || t.isVerb(k) && t.furthersFiller(k) {
		return ""
	}
	if m := t.mentionAt(k); m == nil || m.Kind != entity.Named {
		text = t.completed(k, shorn(text))
	}
	if text = tidied(text); t.isVacuous(k, text) {
		return ""
	}
	if !strings.Contains(text, " ") && (t.empty(k) || t.isPiece(k) || world.VagueNoun.Has(strings.ToLower(text)) ||
		n.mention < 0 && world.IncompleteNoun.Has(n.lemma) || t.isHuman(k) && n.deprel != "obl" || !isWord(text)) {
		return t.owned(k)
	}
	return text
}

// completed writes noun k, of which text is but one word, with what stands right behind it and says
// what of: "risks posed to shipping", "preparations for the visit", "protection of free speech".
func (t *tree) completed(k int, text string) string {
	n := &t.nodes[k]
	if strings.Contains(text, " ") || text == "" || n.mention >= 0 || n.upos != "NOUN" || !strings.EqualFold(text, n.form) ||
		world.ShellNoun.Has(n.lemma) || world.FillerNoun.Has(n.lemma) || world.VagueNoun.Has(n.lemma) || t.isHuman(k) ||
		world.AgreementNoun.Has(n.lemma) || world.GatheringNoun.Has(n.lemma) {
		return text
	}
	const long = 10 // words
	for _, o := range t.kids(k, "nmod", "acl") {
		says := t.isTold(o) || t.isNominal(o) && world.CompletingPreposition.Has(t.caseOf(o)) && !t.isTime(o) &&
			!t.isAttempt(o) && !(t.caseOf(o) == "for" && t.canAct(o))
		if !says || t.first(o) != n.tokens.Last || t.setOff(o) {
			continue
		}
		first := n.tokens.First
		for _, last := range []int{t.wholeEnd(o), t.extent(o).Last, t.nodes[o].tokens.Last} {
			if last-first <= long && (last > t.nodes[o].tokens.Last || !t.isVerb(o)) {
				return t.written(first, last)
			}
		}
	}
	return text
}

// isTold tells whether node a is a participle behind a noun that says of what that comes or to what it
// goes: "posed to shipping", "linked with crime".
func (t *tree) isTold(a int) bool {
	return t.nodes[a].xpos == "VBN" && t.isVerb(a) && slices.ContainsFunc(t.kids(a, "obl", "obl:agent"), func(o int) bool {
		p := t.caseOf(o)
		return o > a && (p == "to" || p == "with" || p == "by" || p == "from") && !t.isTime(o)
	})
}

// owned writes noun k, which says nothing by itself, with the thing whose it is: "the
// project's objectives"; "" if it is no thing's.
func (t *tree) owned(k int) string {
	n, p := &t.nodes[k], t.kid(k, "nmod:poss")
	if n.mention >= 0 || !world.IncompleteNoun.Has(n.lemma) && !world.VagueNoun.Has(n.lemma) || p < 0 || p > k ||
		t.nodes[p].upos != "NOUN" || t.canAct(p) || t.isTime(p) {
		return ""
	}
	return t.phraseText(p) + "'s " + t.phraseText(k)
}

// isFiller tells whether a noun only says that somebody is tied to somebody or that there
// is something: "their close friendship", "relations between the two countries", "issues
// of mutual interest".
func (t *tree) isFiller(k int) bool {
	n := &t.nodes[k]
	l := n.lemma
	if n.mention >= 0 || n.upos != "NOUN" || !world.FillerNoun.Has(l) || t.told(k) ||
		t.hasKid(k, "compound") && !world.BondNoun.Has(l) { // "the Cyprus issue"
		return false
	}
	return !slices.ContainsFunc(t.kids(k, "nmod", "acl"), func(o int) bool {
		return o > k && t.nodes[o].deprel != "acl:relcl" && !t.isManner(o) && !t.isTime(o) && !t.isBetweenSides(o) &&
			!world.DomainNoun.Has(t.nodes[o].lemma) && // "ties in the fields of tea and coffee"
			!(t.caseOf(o) == "between" && t.isCountry(o)) && !(t.isVerb(o) && t.furthersFiller(o))
	})
}

// furthersFiller tells whether verb i does no more than further what is a filler:
// "strengthen bilateral ties".
func (t *tree) furthersFiller(i int) bool {
	if !world.FurtheringVerb.Has(t.nodes[i].lemma) || t.hasKid(i, "xcomp") ||
		slices.ContainsFunc(t.kids(i, "obl"), func(o int) bool { return !t.isFiller(o) }) {
		return false
	}
	return slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool { return t.isFiller(o) && len(t.conjuncts(o)) == 1 })
}

// isVacuous tells whether the text that verb k opens furthers nothing that is named: "expand
// cooperation across a wide range of sectors".
func (t *tree) isVacuous(k int, text string) bool {
	if text == "" || !t.isVerb(k) || !world.FurtheringVerb.Has(t.nodes[k].lemma) {
		return false
	}
	end := min(k+len(strings.Fields(text)), len(t.nodes))
	return !slices.ContainsFunc(t.nodes[k+1:end], func(n node) bool {
		switch n.upos {
		case "DET", "ADP", "PRON", "CCONJ", "PART", "ADV", "PUNCT", "SCONJ":
			return false
		case "NOUN":
			return n.mention >= 0 || rel(n.deprel) == "compound" ||
				!world.FillerNoun.Has(n.lemma) && !world.ShellNoun.Has(n.lemma) && !world.VagueNoun.Has(n.lemma)
		}
		return !world.WeighingAdjective.Has(n.lemma) && !world.WeighingAdjective.Has(n.form)
	})
}

// isPiece tells whether node k, a single word, is a piece of a longer name.
func (t *tree) isPiece(k int) bool {
	n := &t.nodes[k]
	if n.mention >= 0 || n.upos != "PROPN" {
		return false
	}
	named := func(i int) bool {
		return i > 0 && i < len(t.nodes) && (t.nodes[i].upos == "PROPN" || i > k && t.nodes[i].upos == "ADJ") &&
			world.Capital(t.sentence.Tokens[t.nodes[i].token].Form)
	}
	return named(k-1) || named(k+1)
}

// shorn cuts what says when, why or how an area is dealt with from the end of its name:
// "trade amid tensions". Of a name that is nothing else, nothing is left.
func shorn(text string) string {
	words := strings.Fields(text)
	if len(words) > 0 && closing([]string{"", words[0]}) == 1 {
		return ""
	}
	return strings.Join(words[:closing(words)], " ")
}

// tidied cuts what is left over at both ends of a name: an opening quotation mark that
// nothing closes, a preposition or article that nothing follows.
func tidied(text string) string {
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, `"`)%2 != 0 {
		text = strings.NewReplacer("“", "", "”", "", `"`, "").Replace(text)
	}
	switch opened := strings.Count(text, "(") - strings.Count(text, ")"); {
	case opened > 0:
		text = text[:strings.LastIndex(text, "(")]
	case opened < 0: // "impose) order": the bracket was opened before
		text = strings.Replace(text, ")", "", 1)
	}
	words := strings.Fields(text)
	for len(words) > 0 {
		last := strings.TrimRight(words[len(words)-1], ",;‘“(")
		words[len(words)-1] = last
		if last != "" && !world.DanglingWord.Has(strings.ToLower(last)) {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// empty tells whether a bare word says nothing as an area.
func (t *tree) empty(k int) bool {
	n := &t.nodes[k]
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named {
		return false
	}
	return world.ShellNoun.Has(n.lemma) || world.MannerNoun.Has(n.lemma) || world.ContentNoun.Has(n.lemma) ||
		world.VagueNoun.Has(n.lemma) || n.upos != "NOUN" && n.upos != "PROPN"
}

// isWord tells whether a text is a word rather than a number, an ordinal or a letter: "21st".
func isWord(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n < len(text) && !unicode.IsDigit(r)
}
