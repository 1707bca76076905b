package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of clauses: infinitives, "that" and relative clauses, and the nouns,
// verbs and people that they belong to.

// mendHeadline makes the infinitive that is all that a headline says of somebody
// its verb.
func (t *tree) mendHeadline() {
	root := t.root()
	if root < 0 || !t.isPerson(root) && !t.isCountry(root) || t.hasKid(root, "cop", "nsubj", "case") || !t.untensed() {
		return
	}
	for _, v := range t.nodes[root].kids {
		if n := &t.nodes[v]; v < root || n.xpos != "VB" || !t.kidLemma(v, "mark", "to") {
			continue
		}
		switch rel(t.nodes[v].deprel) {
		case "xcomp", "parataxis", "acl", "advcl", "dep":
			if t.hasKid(v, "nsubj") {
				return
			}
			kids := slices.Clone(t.nodes[root].kids)
			t.hang(v, -1, "root")
			t.hang(root, v, "nsubj")
			for _, k := range kids {
				if k > v {
					t.hang(k, v, t.nodes[k].deprel)
				}
			}
			return
		}
	}
}

// mendContents hangs what an agreement is to do on it where a passive stands
// between.
func (t *tree) mendContents() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.xpos != "VB" || n.head < 0 || n.head > i ||
			!t.kidLemma(i, "mark", "to") || t.hasKid(i, "nsubj") {
			continue
		}
		k := t.kid(n.head, "nsubj:pass")
		if k >= 0 && k < n.head && world.ActNoun.Has(t.nodes[k].lemma) && t.nodes[k].mention < 0 {
			t.hang(i, k, "acl")
		}
	}
}

// mendRelativeWhich hangs a clause that begins with "which" on the noun before it
// of its number.
func (t *tree) mendRelativeWhich() {
	for w := range t.nodes {
		n := &t.nodes[w]
		if n.form != "which" || n.head < 0 || w < 2 || t.nodes[w-1].form != "," ||
			n.deprel != "nsubj" && n.deprel != "nsubj:pass" {
			continue
		}
		v := n.head
		switch rel(t.nodes[v].deprel) {
		case "parataxis", "ccomp", "advcl", "conj":
		default:
			continue
		}
		if !t.isVerb(v) {
			continue
		}
		plural := t.kidOf(v, "aux", world.PluralAuxiliary) || t.nodes[v].xpos == "VBP"
		fits := func(k int) bool { return !t.isActor(k) && plural == (t.nodes[k].xpos == "NNS") }
		k := w - 2
		for hops := 0; hops < 6 && k >= 0 && !fits(k); hops++ {
			k = t.nodes[k].head
		}
		if k >= 0 && k != v && t.isNominal(k) && fits(k) {
			t.hang(v, k, "acl:relcl")
		}
	}
}

// mendRelativeWho hangs a clause with "who" on the person right before it, where the parser hung
// it on a thing, and one that speaks of one person, where it hung it on the first of several.
func (t *tree) mendRelativeWho() {
	for w := range t.nodes {
		v := t.nodes[w].head
		if t.nodes[w].form != "who" || v < w || t.nodes[v].head < 0 {
			continue
		}
		if k := t.beforePlace(w); k >= 0 && !t.isPerson(t.nodes[v].head) &&
			(t.nodes[v].deprel == "acl:relcl" || t.nodes[v].deprel == "parataxis") {
			t.hang(v, k, "acl:relcl")
			continue
		}
		if !t.ofOne(v) {
			continue
		}
		k, d := t.before(w), t.nodes[v].deprel
		if h := t.nodes[v].head; k >= 0 && d == "nsubj" && h > v && t.hasKid(v, "cop") {
			t.partRelative(v, h, k)
			continue
		}
		if k >= 0 && (d == "parataxis" || d == "acl:relcl" && slices.Contains(t.conjuncts(t.nodes[v].head), k)) {
			t.hang(v, k, "acl:relcl")
		}
	}
}

// mendRelativeWhom hangs a clause on the noun before "with whom" or "to which", and that on the
// clause, where the parser hung the clause on the pronoun.
func (t *tree) mendRelativeWhom() {
	for w := range t.nodes {
		n := &t.nodes[w]
		v := t.kid(w, "acl:relcl")
		if n.form != "whom" && n.form != "which" || v < w || w < 2 || n.head < 0 || t.nodes[w-1].upos != "ADP" || t.nodes[w-1].head != w ||
			!t.isVerb(v) || !t.hasKid(v, "nsubj", "nsubj:pass") {
			continue
		}
		k := w - 2
		if t.nodes[k].form == "," {
			k--
		}
		if k < 0 || !t.isNominal(k) {
			continue
		}
		t.hang(v, k, "acl:relcl")
		t.hang(w, v, "obl")
		if c := w - 2; t.nodes[c].form == "," {
			t.hang(c, v, "punct")
		}
	}
}

// partRelative hangs clause v on node k before it, and on v the time before the comma that the
// parser gave to verb h behind: "Bauer, who was in Lima last week, spoke".
func (t *tree) partRelative(v, h, k int) {
	t.hang(v, k, "acl:relcl")
	for _, x := range t.kids(h, "obl") {
		if x > v && x < h && t.isTime(x) {
			t.hang(x, v, "obl:unmarked")
		}
	}
}

// ofOne tells whether clause v speaks of one person by its number: "who was", "who became
// a judge".
func (t *tree) ofOne(v int) bool {
	finite := append(t.kids(v, "cop", "aux"), v)
	if slices.ContainsFunc(finite, func(k int) bool { return t.nodes[k].xpos == "VBZ" || t.nodes[k].form == "was" }) {
		return true
	}
	return slices.ContainsFunc(t.kids(v, "xcomp"), func(k int) bool {
		return t.nodes[k].xpos == "NN" && world.CopularVerb.Has(t.nodes[v].lemma)
	})
}

// mendNounInfinitives hangs an infinitive on the noun right before it that takes
// one, and on an invitation.
func (t *tree) mendNounInfinitives() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if c := t.commitmentOf(i); c >= 0 {
			t.hang(i, c, "acl")
		}
		if t.serving(i) {
			continue
		}
		if i == 0 || n.head < 0 || n.xpos != "VB" || n.deprel != "acl" && n.deprel != "advcl" && n.deprel != "xcomp" {
			continue
		}
		k := i - 1
		for k > 0 && (t.nodes[k].upos == "PART" || t.nodes[k].head == i && (t.nodes[k].deprel == "mark" || world.PreverbalAdverb.Has(t.nodes[k].form))) {
			k-- // "readiness to further deepen ties"
		}
		o := t.kid(n.head, "obj")
		if o >= 0 && o < i && t.nodes[o].lemma == "invitation" && n.deprel != "acl" {
			t.hang(i, o, "acl")
			continue
		}
		if o >= 0 && n.deprel != "acl" && (takesInfinitive(t.nodes[o].lemma) || governed(t.nodes[o].lemma) != "") {
			if f := t.kid(o, "nmod"); f > o && t.extent(f).Last == t.nodes[k].tokens.Last {
				switch t.caseOf(f) {
				case "for": // "stressed the need for unity to guard the border"
					t.hang(i, f, "acl")
					if t.servesFor(f) { // not what comes of it
						t.nodes[i].deprel = "advcl"
					}
					continue
				case "by", "of": // "discussed the decision by Peru to leave the pact"
					t.hang(i, o, "acl")
					continue
				}
			}
		}
		switch p := &t.nodes[k]; {
		case p.deprel == "nmod" && p.head > n.head && t.isActor(k) && t.caseOf(k) == "of" &&
			takesInfinitive(t.nodes[p.head].lemma) && t.nodes[p.head].deprel == "obj":
			t.hang(i, p.head, "acl") // "praised the commitment of Peru to fight crime"
		case k <= n.head, n.deprel == "xcomp" && p.deprel != "obj":
		case world.InfinitiveNoun.Has(p.lemma) && (p.deprel == "conj" || p.deprel == "nmod" || p.deprel == "obl"),
			world.IntentionNoun.Has(p.lemma) && p.deprel == "obj" && p.upos == "NOUN" && n.lemma != "continue":
			t.hang(i, k, "acl")
		case governed(p.lemma) == "proposed" && p.deprel == "obj" && p.upos == "NOUN" && t.hasKid(k, "nmod:poss"):
			t.hang(i, k, "acl")
		}
	}
}

// serving parts infinitive i from the thing that it says the use of, and tells whether it did:
// "called for a survey to move the country forward". Where the parser made the thing the one
// who does it, it is what there is need for: "the need for computers to fight fraud".
func (t *tree) serving(i int) bool {
	n := &t.nodes[i]
	if n.deprel != "acl" || n.xpos != "VB" || n.head < 0 || n.head > i || !t.kidLemma(i, "mark", "to") {
		return false
	}
	o := n.head
	if s := t.kid(i, "nsubj"); s > o && s < i {
		f := t.kid(i, "mark")
		if f < 0 || f > s || t.nodes[f].form != "for" || !takesInfinitive(t.nodes[o].lemma) && governed(t.nodes[o].lemma) == "" || !t.isUsed(s, i) {
			return false
		}
		t.hang(s, o, "nmod")
		t.hang(f, s, "case")
		t.hang(i, s, "advcl")
		return true
	}
	if h := t.nodes[o].head; t.caseOf(o) != "for" || h < 0 || t.nodes[o].deprel != "obl" || governed(t.nodes[h].lemma) == "" || !t.isUsed(o, i) {
		return false
	}
	n.deprel = "advcl"
	return true
}

// commitmentOf returns the object to which a gerund behind "to" belongs, "underscored the
// commitment of both to protecting forests", -1 if there is none.
func (t *tree) commitmentOf(i int) int {
	n := &t.nodes[i]
	m := t.kid(i, "mark")
	if n.xpos != "VBG" || n.deprel != "advcl" || n.head < 0 || m < n.head || t.nodes[m].form != "to" {
		return -1
	}
	if o := t.kid(n.head, "obj"); o >= 0 && o < m && slices.Contains(commitments, t.nodes[o].lemma) {
		return o
	}
	return -1
}

// commitments are made to doing something.
var commitments = []string{"commitment", "dedication", "devotion", "approach", "contribution", "aversion", "opposition", "resistance"}

// mendSecondSubject makes an infinitive a complement where it was to be a second
// subject.
func (t *tree) mendSecondSubject() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel == "csubj" && n.xpos == "VB" && n.head >= 0 && i > n.head && t.hasKid(n.head, "nsubj") {
			n.deprel = "xcomp"
		}
	}
}

// mendThat makes a clause what is told where the parser made it tell more of
// those who are told, or of where it was told: "said at the summit that trade had grown".
func (t *tree) mendThat() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if rel(n.deprel) != "acl" || n.head < 0 {
			continue
		}
		o, k := &t.nodes[n.head], n.head+1
		if o.head < 0 || k >= i {
			continue
		}
		that := &t.nodes[k]
		if that.form != "that" || that.head != i || rel(that.deprel) == "nsubj" || !t.hasKid(i, "nsubj") {
			continue
		}
		v := &t.nodes[o.head]
		told := n.deprel == "acl:relcl" || that.deprel == "mark" && !world.ContentNoun.Has(o.lemma)
		if o.deprel == "obj" && told && world.TellingVerb.Has(v.lemma) ||
			o.deprel == "obl" && that.deprel == "mark" && world.SpeechVerb.Has(v.lemma) && !world.ContentNoun.Has(o.lemma) &&
				!t.hasKid(o.head, "ccomp") {
			that.deprel = "mark"
			t.hang(i, o.head, "ccomp")
		}
	}
}

// mendPurposes hangs an infinitive that hangs on somebody on the verb.
func (t *tree) mendPurposes() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl" || n.xpos != "VB" || n.head < 0 {
			continue
		}
		h, m := &t.nodes[n.head], t.mentionAt(n.head)
		if !(m != nil && m.Type == entity.Person) && !world.ActorNoun.Has(h.lemma) && !(world.JoinedNoun.Has(h.lemma) && h.deprel == "obj") && // "joined forces to build"
			!(world.AudienceNoun.Has(h.lemma) && h.deprel == "obj") {
			continue
		}
		if a := t.verbAbove(n.head); a >= 0 {
			t.hang(i, a, "advcl")
		}
	}
}

// mendGerundMarks makes a word between a verb and a gerund that is no adverb the
// preposition of the gerund: "revolved around building".
func (t *tree) mendGerundMarks() {
	for i := 1; i < len(t.nodes); i++ {
		k := i - 1
		if k > 1 && t.nodes[k].head == i && (t.nodes[k].upos == "ADV" || t.nodes[k].form == "further") {
			k-- // "towards further strengthening"
		}
		n, p := &t.nodes[i], &t.nodes[k]
		loose := p.deprel == "advmod" || p.deprel == "obl" && p.upos == "ADP" && len(p.kids) == 0
		if n.xpos == "VBG" && n.deprel == "advcl" && loose && p.head == n.head && p.head < i-1 && world.ContentPreposition.Has(p.form) {
			t.hang(k, i, "mark")
		}
	}
}

// mendExamples hangs a gerund that is an example on the noun that it is one of:
// "discussed several matters, including building a port".
func (t *tree) mendExamples() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.xpos != "VBG" || n.deprel != "advcl" || n.head < 0 || n.head > i ||
			!t.kidOf(i, "mark", world.ExamplePreposition) {
			continue
		}
		k := t.subtree(i, nil)[0] - 1
		for k > n.head && t.nodes[k].form == "," {
			k--
		}
		of := -1
		for ; k > n.head; k = t.nodes[k].head {
			if t.isNominal(k) {
				of = k
			}
			if world.ShellNoun.Has(t.nodes[k].lemma) {
				break
			}
		}
		if of >= 0 {
			t.hang(i, of, "advcl")
		}
	}
}

// mendExampleNouns hangs things that are examples on the noun in the plural that says what of,
// rather than on what tells more of that: "areas of mutual interest, including trade".
func (t *tree) mendExampleNouns() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i || t.isPlural(n.head) ||
			!world.ExamplePreposition.Has(t.caseOf(i)) || t.caseOf(n.head) != "of" {
			continue
		}
		if h := t.nodes[n.head].head; h >= 0 && t.isPlural(h) && t.followsComma(i) &&
			(world.ShellNoun.Has(t.nodes[h].lemma) || world.DomainNoun.Has(t.nodes[h].lemma)) {
			t.hang(i, h, "nmod")
		}
	}
}

// mendSingledOut hangs a noun that the parser made the subject of the adverb before it on the
// noun of which it is an example: "various sectors, notably trade".
func (t *tree) mendSingledOut() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if rel(n.deprel) != "nsubj" || n.head != i-1 || !t.isNominal(i) || !world.Particularizer.Has(t.nodes[i-1].form) {
			continue
		}
		if h := t.nodes[i-1].head; h >= 0 && h < i-1 && t.isNominal(h) {
			t.hang(i, h, "appos")
			t.hang(i-1, i, "advmod")
		}
	}
}

// mendConjunctions makes what "after" stands before the subject of the clause that
// follows without one: "after talks with Peru were cancelled".
func (t *tree) mendConjunctions() {
	for i := range t.nodes {
		n := &t.nodes[i]
		c := t.kid(i, "case")
		if rel(n.deprel) != "obl" && n.deprel != "nmod" || n.head < 0 || n.head > i || c < 0 || len(t.kids(i, "case")) > 1 ||
			!world.TimeConjunction.Has(t.nodes[c].form) {
			continue
		}
		below := t.subtree(i, func(k int) bool { return t.nodes[k].deprel == "acl" })
		v := t.clauseBehind(below[len(below)-1] + 1)
		if v < 0 || t.nodes[v].head != n.head && t.nodes[v].head != i {
			continue
		}
		t.hang(v, n.head, "advcl")
		t.hang(i, v, "nsubj")
		if t.passive(v) {
			n.deprel = "nsubj:pass"
		}
		t.hang(c, v, "mark")
	}
}

// clauseBehind returns the verb of the finite clause without a subject whose verb or
// auxiliary stands at node k, -1 if there is none.
func (t *tree) clauseBehind(k int) int {
	if k >= len(t.nodes) {
		return -1
	}
	v := k
	if r := rel(t.nodes[k].deprel); r == "aux" || r == "cop" {
		v = t.nodes[k].head
	}
	if v < k || !isFinite(t.nodes[k].xpos) || v == k && t.nodes[v].upos != "VERB" ||
		t.hasKid(v, "nsubj", "nsubj:pass", "mark", "cc", "expl", "csubj") || t.nodes[v].deprel == "conj" || t.nodes[v].deprel == "acl:relcl" {
		return -1
	}
	return v
}

// mendToldBare makes what somebody says without "that" a clause: "suggested a guard opened the
// gate" is of the guard.
func (t *tree) mendToldBare() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl" || !isFinite(n.xpos) || n.head < 0 || n.head > i || t.hasKid(i, "mark", "nsubj", "nsubj:pass") ||
			!world.SpeechVerb.Has(t.nodes[n.head].lemma) && !world.ProposalVerb.Has(t.nodes[n.head].lemma) {
			continue
		}
		if o := t.kid(n.head, "obj"); o > n.head && o < i && !slices.ContainsFunc(t.nodes[o:i], func(k node) bool { return k.upos == "PUNCT" }) {
			t.hang(o, i, "nsubj")
			n.deprel = "ccomp"
		}
	}
}
