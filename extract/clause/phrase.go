package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// verbText writes a verb with what stands close behind it, in at most eight
// words.
func (t *tree) verbText(i int) string {
	x := t.nodes[i].xpos
	if t.slight(i) || x != "VB" && x != "VBG" && !t.kidLemma(i, "mark", "to") { // "how storms have ruined it"
		return ""
	}
	if world.CompanionVerb.Has(t.nodes[i].lemma) && !t.hasKid(i, "obj") && !slices.ContainsFunc(t.kids(i, "obl"), func(k int) bool {
		return t.caseOf(k) != "with" && !t.kidOf(k, "det", world.Demonstrative) && !t.isVague(k)
	}) {
		return "" // "willing to work with Peru"
	}
	own := []string{"obj", "obl", "compound:prt", "xcomp"}
	if t.isCessation(i) {
		own = append(own, "advcl")
	}
	known := func(o int) bool { return t.isSum(o) || t.points(o) || t.isKnown(o) }
	if t.hasIt(i) || slices.ContainsFunc(t.kids(i, "obj"), known) { // "options for achieving this"
		return ""
	}
	first := t.nodes[i].tokens.First
	long := 8 // words
	end := t.closedAt(first, t.verbEnd(i, own...))
	if slices.ContainsFunc(t.nodes, func(n node) bool {
		return n.deprel == "cc" && n.tokens.First > first && n.tokens.Last < end
	}) {
		long = 12 // what is listed is not cut
	}
	if end-first > long {
		end = t.closedAt(first, t.verbEnd(i, "obj"))
	}
	if o := t.kid(i, "obj"); end-first > long && o > i && len(t.conjuncts(o)) == 1 && !t.hasKid(o, "nmod", "acl") {
		end = t.nodes[o].tokens.Last
	}
	if end-first > long || end-first < 2 || t.isCessation(i) && t.keepsFrom(i, end) {
		return ""
	}
	tokens := t.sentence.Tokens[first:end]
	if n := len(tokens); tokens[n-1].UPOS == "ADJ" && tokens[n-2].UPOS == "CCONJ" && !t.makes(i) {
		return "" // half a list, "promote fair and inclusive"
	}
	if o := t.kid(i, "obj"); o > i && t.extent(o).First < end && slices.ContainsFunc(t.kids(i, "conj"), func(v int) bool {
		return t.isVerb(v) && v < o
	}) {
		return tokens[0].Form + " " + t.written(t.extent(o).First, end) // what two verbs share: "assess and receive feedback"
	}
	return t.written(first, end)
}

// written returns the tokens from first to before end as the text writes them, in one line.
func (t *tree) written(first, end int) string {
	tokens := t.sentence.Tokens
	return strings.Join(strings.Fields(t.doc.NLP.Text[tokens[first].Start:tokens[end-1].End]), " ")
}

// isVague tells whether a noun says nothing of what it is about: "issues of mutual interest".
func (t *tree) isVague(k int) bool {
	n := &t.nodes[k]
	return n.mention < 0 && (world.ShellNoun.Has(n.lemma) || world.FillerNoun.Has(n.lemma)) && !t.told(k) &&
		!slices.ContainsFunc(t.kids(k, "nmod", "acl"), func(o int) bool { return !t.isManner(o) })
}

// closedAt returns where the name of an area ends that begins at token first and ends at
// token end at the latest.
func (t *tree) closedAt(first, end int) int {
	words := make([]string, 0, end-first)
	for _, tok := range t.sentence.Tokens[first:end] {
		words = append(words, tok.Form)
	}
	end = first + closing(words)
	for end > first+1 && t.sentence.Tokens[end-1].UPOS == "PUNCT" {
		end--
	}
	return end
}

// keepsFrom tells whether verb i says behind token end what it keeps somebody or something
// from doing to another: "keep the ship from ramming the bridge".
func (t *tree) keepsFrom(i, end int) bool {
	return slices.ContainsFunc(t.kids(i, "advcl"), func(k int) bool {
		return t.leadsTo(k, "from") && t.extent(k).First >= end && t.hasKid(k, "obj")
	})
}

// verbEnd is where a verb ends with those of its dependents that stand close
// behind it.
func (t *tree) verbEnd(i int, own ...string) int {
	end := t.nodes[i].tokens.Last
	for _, k := range t.kids(i, own...) {
		if t.singlesOut(k) || t.nodes[k].deprel == "xcomp" && t.isVerb(k) && !t.isCessation(i) {
			continue
		}
		if e := t.extent(k); k > i && !t.isTime(k) && e.First <= end+2 {
			for _, x := range t.conjuncts(k) { // "mediate between A and B"
				end = max(end, t.wholeEnd(x))
			}
		}
	}
	return end
}

// wholeEnd is where the phrase of node k ends with what is coordinated inside it: "flights
// between A and B", "the release of prisoners and hostages".
func (t *tree) wholeEnd(k int) int {
	end := t.extent(k).Last
	if t.nodes[k].mention >= 0 {
		return end
	}
	apart := func(c int) bool { return t.outside(c) && (t.nodes[c].head == k || !t.joined(c)) }
	for _, c := range t.subtree(k, apart) {
		end = max(end, t.nodes[c].tokens.Last)
	}
	return end
}

// joined tells whether node c is a nominal that is coordinated with another, or what joins
// it to that.
func (t *tree) joined(c int) bool {
	switch n := &t.nodes[c]; n.deprel {
	case "conj":
		return !t.isVerb(c) && !t.hasKid(c, "nsubj", "cop")
	case "cc", "case", "det":
		return true
	case "punct":
		return n.form == "," || isDash(n.form)
	}
	return false
}

// phraseText writes a phrase as one would name it: as in the text, without
// determiners, possessors at the start, relative clauses and appositions.
func (t *tree) phraseText(k int) string {
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named && m.Name != "" {
		return m.Name
	}
	text := t.text(k, t.outside, nil) + t.sharedTail(k)
	if world.AgreementNoun.Has(t.nodes[k].lemma) && strings.Count(text, " ") >= 6 {
		// "the trade agreement to build two bridges over the river", without what for
		name := t.text(k, func(c int) bool {
			return t.outside(c) || t.nodes[c].head == k && t.nodes[c].deprel == "acl" && t.nodes[c].xpos == "VB"
		}, nil)
		if strings.Contains(name, " ") {
			text = name
		}
	}
	const long = 10 // words
	if strings.Count(text, " ") >= long {
		// "the campaign to free the city", without from whom
		text = t.text(k, func(c int) bool {
			h, r := t.nodes[c].head, rel(t.nodes[c].deprel)
			return h == k && t.outside(c) || rel(t.nodes[h].deprel) == "acl" && (r == "obl" || r == "advcl" || r == "conj")
		}, func(int) bool { return false })
	}
	if strings.Count(text, " ") >= long {
		text = t.shortened(k, text)
	}
	return text
}

// listText writes the phrase of k and those coordinated with it.
func (t *tree) listText(k int) string {
	var b strings.Builder
	all := t.conjuncts(k)
	for n, x := range all {
		switch {
		case n == 0:
		case n < len(all)-1:
			b.WriteString(", ")
		case t.kidLemma(x, "cc", "or"):
			b.WriteString(" or ")
		default:
			b.WriteString(" and ")
		}
		b.WriteString(t.text(x, t.outside, nil))
	}
	return b.String()
}

// themeText writes the phrase of k, which a preposition introduces, with that.
func (t *tree) themeText(k int) string {
	text := t.caseOf(k) + " "
	if t.kidLemma(k, "det", "the") {
		text += "the "
	}
	return text + t.listText(k)
}

// shortened gives the beginning of the long phrase of k up to a preposition in it, but
// behind no participle or adverb: "the projects begun" of "the projects begun in Peru".
func (t *tree) shortened(k int, text string) string {
	const first, last = 4, 8 // words that may come before it
	hangs := map[string]bool{}
	for _, x := range t.subtree(k, nil) {
		switch t.nodes[x].xpos {
		case "VBN", "VBD", "VBG", "RB", "RBR", "IN", "VB", "JJR":
			hangs[t.nodes[x].form] = true
		}
	}
	words := strings.Fields(text)
	for i := min(last, len(words)-1); i >= first; i-- {
		if word := words[i]; world.NamingPreposition.Has(word) && word != "of" && !hangs[strings.ToLower(words[i-1])] {
			return strings.TrimRight(strings.Join(words[:i], " "), ",")
		}
	}
	return text
}

// sharedTail writes the of-phrase that bare noun k shares with the one that "and"
// joins to it: "prevention" has that of "the prevention and suppression of crime".
func (t *tree) sharedTail(k int) string {
	m := k + 2
	if m >= len(t.nodes) || t.nodes[m].head != k || t.nodes[m].deprel != "conj" || t.nodes[k+1].upos != "CCONJ" || !t.isThing(k) || !t.isThing(m) ||
		t.hasKid(k, "nmod", "acl", "compound", "amod") || t.hasKid(m, "det", "amod", "compound") {
		return ""
	}
	for _, o := range t.kids(m, "nmod") {
		if t.caseOf(o) == "of" && !t.apart(m, o) {
			_, tail, _ := strings.Cut(t.text(m, t.outside, nil), " ")
			return " " + tail
		}
	}
	return ""
}

// text writes the phrase of k: its words in order, without the dependents that
// skip tells to leave out whole and the words that drop tells to leave out alone. Behind
// k it ends before a noun that does not follow on what stands before it.
func (t *tree) text(k int, skip, drop func(int) bool) string {
	nodes := t.subtree(k, func(c int) bool {
		if t.nodes[c].head == k {
			return t.apart(k, c) || skip(c)
		}
		return t.aside(c) || t.partyTo(k, c) || drop != nil && skip(c)
	})
	var b strings.Builder
	var last *nlp.Token
	comma := false // one is to come before the next word
	for x, c := range nodes {
		n := &t.nodes[c]
		if drop == nil && x > 0 && c > k && last != nil && t.isCutOff(nodes[x-1], c) {
			break
		}
		comma = comma || last != nil && n.form == "," && (drop == nil || !drop(c))
		mark := n.upos == "PUNCT" && n.mention < 0 // a name may end in a bracket
		if drop != nil && drop(c) || mark && (last == nil || !isDash(n.form)) ||
			last == nil && (n.upos == "ADV" && !t.isQuality(c) || n.upos == "PART" || world.AreaOpener.Has(n.form)) && !t.opensCompound(c) {
			continue
		}
		if comma {
			b.WriteByte(',')
			comma = false
		}
		for x := n.tokens.First; x < n.tokens.Last; x++ {
			tok := &t.sentence.Tokens[x]
			if last != nil && (tok.SpaceBefore || last.End != tok.Start) {
				b.WriteByte(' ')
			}
			b.WriteString(tok.Form)
			last = tok
		}
	}
	return b.String()
}

// opensCompound tells whether a word is joined to the next by a hyphen: "long-standing".
func (t *tree) opensCompound(k int) bool {
	return k+1 < len(t.nodes) && t.nodes[k+1].form == "-" && t.isTied(k+1)
}

// partyTo tells whether node c, further down in the phrase of k, says between whom an
// act is or for whom what is to be done by it.
func (t *tree) partyTo(k, c int) bool {
	if !world.ActNoun.Has(t.nodes[k].lemma) {
		return false
	}
	p := t.caseOf(c)
	return p == "between" && t.nodes[c].mention >= 0 || p == "for" && t.underInfinitive(c, k)
}

// underInfinitive tells whether node c belongs to what noun k is to do: an
// "agreement to supply gas for heating" is one to supply gas.
func (t *tree) underInfinitive(c, k int) bool {
	for c = t.nodes[c].head; c >= 0 && c != k; c = t.nodes[c].head {
		if t.nodes[c].deprel == "acl" && t.nodes[c].xpos == "VB" {
			return true
		}
	}
	return false
}

// isStanding tells whether a phrase says as what somebody acts: "in her capacity as host".
func (t *tree) isStanding(c int) bool {
	return world.StandingNoun.Has(t.nodes[c].lemma) && t.caseOf(c) == "in" && t.hasKid(c, "nmod:poss")
}

// apart tells whether dependent c of k is no part of what one would name k.
func (t *tree) apart(k, c int) bool {
	n, r, p := &t.nodes[c], rel(t.nodes[c].deprel), t.caseOf(c)
	if c < k { // whose it is, and "the two"
		if r == "amod" && c+2 == k && t.nodes[c+1].form == "," { // "in economic, tourism and other sectors"
			return true
		}
		return n.deprel == "nmod:poss" && !t.isKindOwner(c) || r == "nummod" && n.lemma == "two" && !isDash(t.nodes[c+1].form)
	}
	switch r {
	case "nmod":
		m := t.mentionAt(c)
		switch {
		case p != "" && !world.NamingPreposition.Has(p),
			t.isTime(c), t.withPerson(c), t.besidePeople(k, c), t.isManner(c), t.lists(c), t.isBetweenSides(c), t.isStanding(c):
			return true
		case world.ActNoun.Has(t.nodes[k].lemma):
			return t.isPlace(c) || p == "between" || p == "by" || p == "with" && t.isActor(c)
		case m != nil && m.Type != entity.Area && t.hasKid(k, "nummod"): // "20 tents to Peru" are 20 tents
			return world.TransferPreposition.Has(p)
		}
		return false
	case "acl": // "an agreement to trade", "help in building a port", but not "perceptions reached in Lima"
		return t.setOff(c) || n.xpos != "VB" && !(n.xpos == "VBG" && t.kidOf(c, "mark", world.GerundPreposition))
	case "flat", "compound", "nummod":
		return false
	}
	return true
}

// besidePeople tells whether phrase c says with whom something is talked of rather than what noun k
// is: "talks on human rights with officials", but not "cooperation with farmers".
func (t *tree) besidePeople(k, c int) bool {
	l := t.nodes[k].lemma
	return t.caseOf(c) == "with" && t.isHuman(c) && t.nodes[c].mention >= 0 && !world.CooperationNoun.Has(l) && !world.TalkingWord.Has(l) &&
		!world.GatheringNoun.Has(l) && !world.ActNoun.Has(l) && !world.ShellNoun.Has(l)
}

// isBetweenSides tells whether a phrase says of both sides, without naming them, that
// something is between them: "trade between the two countries".
func (t *tree) isBetweenSides(c int) bool {
	p := t.caseOf(c)
	return (p == "between" || p == "among") && !t.isNamed(c) && len(t.conjuncts(c)) == 1 &&
		(t.nodes[c].mention >= 0 || world.ActorNoun.Has(t.nodes[c].lemma) || world.GroupNoun.Has(t.nodes[c].form))
}

// isManner tells whether a phrase says how, where or how much: "of mutual interest", "in
// an effective manner", but not "an exchange of visits".
func (t *tree) isManner(c int) bool {
	l := t.nodes[c].lemma
	return t.isAttempt(c) || world.MannerNoun.Has(l) &&
		!(t.caseOf(c) == "of" && (world.GatheringNoun.Has(l) || world.JourneyNoun.Has(l)))
}

// isAttempt tells whether a phrase says what something is done for: "in a bid to create
// jobs", but not "in the effort to save the forests".
func (t *tree) isAttempt(c int) bool {
	if !world.InfinitiveNoun.Has(t.nodes[c].lemma) || t.caseOf(c) != "in" || !t.kidLemma(c, "det", "a", "an") {
		return false
	}
	return slices.ContainsFunc(t.kids(c, "acl"), func(a int) bool { return t.nodes[a].xpos == "VB" })
}

// isKindOwner tells whether a possessor says of which kind something is rather than
// whose: "women's rights", "farmers' markets".
func (t *tree) isKindOwner(c int) bool {
	n, m := &t.nodes[c], t.mentionAt(c)
	group := world.GroupNoun.Value(strings.ToLower(n.form)) // "both countries' ports" are of somebody
	return n.xpos == "NNS" && (m == nil || m.Kind == entity.Nominal && len(m.Entities) == 0) &&
		(group == "" || group == string(entity.Person)) && !t.hasKid(c, "det", "nmod:poss")
}

// aside tells whether a dependent further down is no part of the phrase: there
// everything belongs to it but clauses, asides and circumstances.
func (t *tree) aside(c int) bool {
	switch n := &t.nodes[c]; n.deprel {
	case "acl:relcl", "appos", "parataxis", "advcl":
		return true
	case "nmod":
		p := t.caseOf(c)
		return c > n.head && (p != "" && !world.NamingPreposition.Has(p) || p == "with" || p == "on" && t.isTime(c) || t.isBetweenSides(c))
	}
	return false
}
