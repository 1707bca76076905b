package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of subjects and objects: what belongs to a verb, and as what.

// mendActive makes the subject of a passive that is none the subject of an active, and a
// participle with a subject of its own, "after Kimani blamed Peru", a verb with a tense.
func (t *tree) mendActive() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if k := t.kid(i, "nsubj"); n.xpos == "VBN" && n.deprel == "advcl" && k >= 0 && k == i-1 && t.isActor(k) &&
			t.hasKid(i, "mark") && t.hasKid(i, "obj") && !t.hasKid(i, "aux") {
			n.xpos = "VBD"
		}
		k := t.kid(i, "nsubj:pass")
		switch {
		case k < 0:
		case !t.hasKid(i, "aux") && t.hasKid(i, "obj"), // "the talks covered trade"
			t.kidLemma(i, "aux", "have") && !t.hasKid(i, "aux:pass"): // "was to have met"
			t.nodes[k].deprel = "nsubj"
		}
	}
}

// mendParticles takes a particle for one where the verb with it governs the noun.
func (t *tree) mendParticles() {
	for i := range t.nodes {
		p := i + 1
		if p >= len(t.nodes) || t.nodes[p].deprel != "case" || !t.isVerb(i) ||
			t.nodes[p].form != "off" && t.nodes[p].form != "out" && !t.handsOver(i, p) {
			continue
		}
		o := t.nodes[p].head
		if o <= p || t.nodes[o].head != i || t.nodes[o].mention >= 0 {
			continue
		}
		if t.hang(p, i, "compound:prt"); t.calledOff(i) || t.handsOver(i, p) {
			t.nodes[o].deprel = "obj"
		} else {
			t.hang(p, o, "case")
		}
	}
}

// handsOver tells whether verb i and word p are "hand over" or the like.
func (t *tree) handsOver(i, p int) bool {
	return t.nodes[p].form == "over" && world.HandingVerb.Has(t.nodes[i].lemma)
}

// mendWithObjects makes an oblique of what the parser took for an object though "with" stands
// before it: "merge with Solaris".
func (t *tree) mendWithObjects() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel == "obj" && n.head >= 0 && n.head < i && t.isVerb(n.head) && t.caseOf(i) == "with" {
			n.deprel = "obl"
		}
	}
}

// mendDoubles makes a word that is said twice an adverb, and gives the verb what
// follows it.
func (t *tree) mendDoubles() {
	for i := 0; i+2 < len(t.nodes); i++ {
		v := t.nodes[i].head
		if v < 0 || v >= i || !t.isVerb(v) || !world.DoublingPreposition.Has(t.nodes[i+1].form) ||
			t.nodes[i].form != t.nodes[i+2].form || t.nodes[i].upos == "NUM" {
			continue
		}
		t.hang(i, v, "advmod")
		for _, k := range append(t.kids(i, "nmod", "obl"), t.kids(i+2, "nmod", "obl")...) {
			t.hang(k, v, "obl")
		}
		t.hang(i+2, i, "fixed")
	}
}

// mendOnlyObject makes an indirect object, or a person as predicate, the object of
// a verb that has no other.
func (t *tree) mendOnlyObject() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || t.hasKid(n.head, "obj", "ccomp") {
			continue
		}
		bare := n.deprel == "xcomp" || n.deprel == "obl"
		if n.deprel == "iobj" || bare && i > n.head && t.isPerson(i) && t.caseOf(i) == "" && t.isVerb(n.head) && !t.passive(n.head) {
			n.deprel = "obj"
		}
	}
}

// mendMadeOffice makes the office after a passive its predicate.
func (t *tree) mendMadeOffice() {
	for i := range t.nodes {
		if n := &t.nodes[i]; n.deprel == "obj" && n.head >= 0 && t.passive(n.head) && t.officeAt(i) {
			n.deprel = "xcomp"
		}
	}
}

// mendAfterParticle makes somebody after a particle the object of a verb that has
// no other.
func (t *tree) mendAfterParticle() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || !t.isPerson(i) || !t.isVerb(n.head) || t.hasKid(n.head, "obj") {
			continue
		}
		if c := t.caseOf(i); c == "off" || c == "in" && world.InductionVerb.Has(t.nodes[n.head].lemma) {
			t.hang(t.kid(i, "case"), n.head, "compound:prt")
			n.deprel = "obj"
		}
	}
}

// mendConcluded makes the agreement that a verb concludes by its preposition its object:
// "enter into a treaty", but not "come close to an agreement".
func (t *tree) mendConcluded() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || t.hasKid(n.head, "obj") {
			continue
		}
		m := t.mentionAt(i)
		if !world.AgreementNoun.Has(n.lemma) && (m == nil || m.Type != entity.Agreement) {
			continue
		}
		if p := world.ConclusionVerb.Value(t.nodes[n.head].lemma); p != "" && p == t.caseOf(i) && t.kid(i, "case") == n.head+1 {
			t.hang(n.head+1, n.head, "compound:prt")
			n.deprel = "obj"
		}
	}
}

// mendSplitObliques parts somebody behind a preposition from the object behind him, of which
// the parser made him a part: "donated to Chile 20 buses", "discussed with Kimani fishing rights".
func (t *tree) mendSplitObliques() {
	for k := 2; k+1 < len(t.nodes); k++ {
		n := &t.nodes[k]
		i := n.head
		if i > k && t.nodes[i].deprel == "nummod" {
			i = t.nodes[i].head // "Chile 20 buses"
		}
		if n.deprel != "compound" || i <= k || !t.isActor(k) || !t.isNamed(k) || t.nodes[i].deprel != "obl" || t.nodes[i].mention >= 0 || t.isTime(i) {
			continue
		}
		v, c := t.nodes[i].head, k-1
		if t.nodes[c].deprel != "case" || t.nodes[c].head != i || v != c-1 || !t.isVerb(v) || t.hasKid(v, "obj", "xcomp", "ccomp") ||
			!world.PartyPreposition.Has(t.nodes[c].form) && !world.SidePreposition.Has(t.nodes[c].form) {
			continue
		}
		switch next := t.nodes[k+1].upos; {
		case next == "NUM" || next == "DET" || next == "ADJ", next == "NOUN" && t.isPerson(k):
			t.hang(k, v, "obl")
			t.hang(c, k, "case")
			t.nodes[i].deprel = "obj"
		}
	}
}

// mendTwoObjects makes the first of two objects the indirect one, where nothing, not even a comma, parts
// them: "sent Ghana a medal", but not "met Kimani in Lima, their first talks".
func (t *tree) mendTwoObjects() {
	for i := range t.nodes {
		o := t.kids(i, "obj")
		if len(o) != 2 || !t.isActor(o[0]) || t.isActor(o[1]) || t.isTime(o[1]) {
			continue
		}
		if first := t.subtree(o[0], nil); t.subtree(o[1], nil)[0] != first[len(first)-1]+1 {
			continue
		}
		t.nodes[o[0]].deprel = "iobj"
	}
}

// mendSplitObjects makes the first of two nouns that follow each other as the objects
// of a verb a part of the second: "give up its weapons programme".
func (t *tree) mendSplitObjects() {
	for i := 0; i+1 < len(t.nodes); i++ {
		a, b := &t.nodes[i], &t.nodes[i+1]
		if a.head < 0 || a.head != b.head || a.head >= i || a.deprel != "iobj" && a.deprel != "obj" || b.deprel != "obj" ||
			a.upos != "NOUN" || b.upos != "NOUN" || a.mention >= 0 || b.mention >= 0 || t.isActor(i) || t.isTime(i+1) ||
			a.xpos == "NNS" && !t.hasKid(i, "nmod:poss") || t.hasKid(i, "det") {
			continue
		}
		t.modify(i, "compound")
	}
}

// mendNamedObjects makes a country right before a noun without a determiner a part of that,
// where both seem to be objects of a verb that takes one: "deepening Chile-Ghana trade ties".
func (t *tree) mendNamedObjects() {
	for i := 0; i+1 < len(t.nodes); i++ {
		a := &t.nodes[i]
		if d := rel(a.deprel); d != "obj" && d != "iobj" || !t.isLand(i) || a.head < 0 || a.head > i ||
			!world.FurtheringVerb.Has(t.nodes[a.head].lemma) || t.mentionAt(i).Adjective {
			continue
		}
		c, ok := t.chunkAt(i + 1)
		if b := c.noun; ok && t.nodes[b].head == a.head && t.nodes[b].mention < 0 && t.nodes[c.first].upos != "DET" && !t.isTime(b) &&
			(rel(t.nodes[b].deprel) == "obj" || t.nodes[b].deprel == "obl:unmarked") {
			t.hang(b, a.head, "obj")
			t.hang(i, b, "compound")
		}
	}
}

// mendAgents hangs the agent of a passive on its verb.
func (t *tree) mendAgents() {
	for k := range t.nodes {
		n := &t.nodes[k]
		if n.deprel != "nmod" && n.deprel != "obl" || t.caseOf(k) != "by" || !t.isActor(k) {
			continue
		}
		v := n.head
		if n.deprel == "obl" { // "was accused of spying by Kenya"
			if v < 0 || t.passive(v) || t.nodes[v].deprel != "advcl" && t.nodes[v].deprel != "xcomp" {
				continue
			}
			v = t.nodes[v].head
		}
		for hops := 0; v >= 0 && !t.isVerb(v) && hops < 4; hops++ {
			v = t.nodes[v].head
		}
		if v >= 0 && v < k && t.hasKid(v, "aux:pass") && !t.hasKid(v, "obl:agent") {
			t.hang(k, v, "obl:agent")
		}
	}
}

// mendOwners makes two countries the owners of what they have in common.
func (t *tree) mendOwners() {
	for i := range t.nodes {
		n := &t.nodes[i]
		a := t.listedBefore(i)
		if a < 0 || t.nodes[a].head < 0 || !among([]string{"obj", "iobj", "nsubj"}, t.nodes[a].deprel) ||
			!slices.ContainsFunc(t.kids(i, "case"), func(k int) bool { return k > i }) {
			continue
		}
		owned := n.head
		if n.head == a && n.deprel == "conj" { // "highlights Kenya" may be a clause, with the rest hung on its verb
			noun := func(x node) bool { return x.upos == "NOUN" && x.head < i }
			owned = slices.IndexFunc(t.nodes[i+1:], noun) + i + 1
		}
		if owned <= i || !world.ShellNoun.Has(t.nodes[owned].lemma) {
			continue
		}
		deprel := "obj"
		if d := t.nodes[a].deprel; rel(d) == "nsubj" { // "Chile and Ghana's mayor", too, may be the subject
			if !t.kidLemma(owned, "amod", "joint", "common", "share", "shared", "mutual", "collective") {
				continue
			}
			deprel = d
		}
		t.hang(owned, t.nodes[a].head, deprel)
		t.hang(a, owned, "nmod:poss")
		t.hang(i, a, "conj")
	}
}

// mendSplitSubjects joins two subjects that stand side by side where the first one ends
// with a country: both are one, "the second round of Chile-Ghana consultations".
func (t *tree) mendSplitSubjects() {
	for g := range t.nodes {
		n := &t.nodes[g]
		if n.deprel != "nsubj" && n.deprel != "nsubj:pass" || n.mention >= 0 || n.upos != "NOUN" {
			continue
		}
		x := t.subtree(g, nil)[0] - 1
		if x < 0 || t.nodes[x].deprel != "nmod" || !t.isCountry(x) {
			continue
		}
		s := t.nodes[x].head
		if s < 0 || s > x || t.nodes[s].head != n.head || t.nodes[s].deprel != n.deprel {
			continue
		}
		for _, c := range t.kids(x, "case") {
			t.hang(c, g, "case")
		}
		t.hang(g, s, "nmod")
		t.hang(x, g, "compound")
	}
}

// mendNamee makes a name before what its bearer is named the object.
func (t *tree) mendNamee() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if rel(n.deprel) != "obj" && n.deprel != "xcomp" || n.head < 0 || n.upos != "NOUN" ||
			!world.ObjectControlVerb.Has(t.nodes[n.head].lemma) {
			continue
		}
		for _, k := range t.kids(i, "compound", "amod", "flat") {
			if k < i && k > n.head && t.isPerson(k) {
				t.hang(k, n.head, "obj")
				n.deprel = "xcomp"
				break
			}
		}
	}
}

// mendParticipleObjects makes a participle between a verb that decides what is done and a name
// what is done to its bearer: "denied supporting Kenya", but not "met visiting Prime Minister Kimani".
func (t *tree) mendParticipleObjects() {
	for i := 1; i+1 < len(t.nodes); i++ {
		n, v := &t.nodes[i], i-1
		o := n.head
		if n.xpos != "VBG" || n.deprel != "amod" || o != i+1 || t.nodes[o].mention < 0 || t.nodes[o].head != v || t.nodes[o].deprel != "obj" ||
			!world.GerundVerb.Has(t.nodes[v].lemma) && governed(t.nodes[v].lemma) == "" {
			continue
		}
		t.hang(i, v, "xcomp")
		t.hang(o, i, "obj")
		n.upos = "VERB"
	}
}
