package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// mendHeadline makes the infinitive that is all that a headline says of somebody
// its verb: "President Delgado to visit Kenya".
func (t *tree) mendHeadline() {
	root := slices.IndexFunc(t.nodes, func(n node) bool { return n.head < 0 })
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

// mendPurposes hangs an infinitive that the parser hung on somebody on the verb:
// "met the ministers to discuss trade".
func (t *tree) mendPurposes() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl" || n.xpos != "VB" || n.head < 0 {
			continue
		}
		if m := t.mentionAt(n.head); !(m != nil && m.Type == entity.Person) && !world.ActorNoun.Has(t.nodes[n.head].lemma) && !(world.AudienceNoun.Has(t.nodes[n.head].lemma) && t.nodes[n.head].deprel == "obj") {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) {
			a = t.nodes[a].head
		}
		if a >= 0 {
			t.hang(i, a, "advcl")
		}
	}
}

// mendOpening hangs the place that opens a sentence on its main verb: "In Peru,
// where she welcomed the new government, she met".
func (t *tree) mendOpening() {
	if len(t.nodes) < 4 || t.nodes[0].upos != "ADP" || t.nodes[1].mention < 0 {
		return
	}
	root := slices.IndexFunc(t.nodes, func(n node) bool { return n.head < 0 })
	if m := t.mentionAt(1); root > 1 && t.isVerb(root) && (m.Type == entity.Place || m.Type == entity.Country) && t.nodes[1].head != root {
		for k := root; k >= 0; k = t.nodes[k].head { // never below itself
			if k == 1 {
				return
			}
		}
		t.hang(1, root, "obl")
		t.hang(0, 1, "case")
	}
}

// mendTimes parts a name from the word for a day or month that follows it: "in
// Lima today" is two phrases, which parsers read as one.
func (t *tree) mendTimes() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if t.nodes[i].mention < 0 || !t.opens(i+1, h) || !t.isTime(h) || t.nodes[h].mention >= 0 || t.nodes[h].head < 0 {
			continue
		}
		switch rel(t.nodes[i].deprel) {
		case "compound", "nmod", "flat", "amod":
		default:
			continue
		}
		g, deprel := t.nodes[h].head, t.nodes[h].deprel
		t.hang(i, g, deprel)
		for _, k := range slices.Clone(t.nodes[h].kids) {
			if k < i {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		if i > 0 && t.nodes[i-1].upos == "ADP" {
			t.hang(i-1, i, "case")
			if t.nodes[i].deprel = "nmod"; t.isVerb(g) {
				t.nodes[i].deprel = "obl"
			}
		}
		t.nodes[h].deprel = "obl:unmarked"
	}
}

// mendCircumstances hangs phrases of time, place, subject and occasion that the
// parser hung on a person or country on what they take part in: people are met
// in a place, they are not "of" it; cooperation between two is on something.
func (t *tree) mendCircumstances() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || !t.isPerson(n.head) && !t.isCountry(n.head) && !(t.nodes[n.head].mention < 0 && t.isTime(n.head)) && !(rel(t.nodes[n.head].deprel) == "advmod" && world.LooseAdverb.Has(t.nodes[n.head].form)) || t.isTime(i) && t.isTime(n.head) || t.isPerson(i) && !t.isTime(n.head) || !t.isNominal(i) && n.upos != "NUM" {
			continue
		}
		c := t.kid(i, "case")
		if c < 0 || !world.CircumstancePreposition.Has(t.nodes[c].form) {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) && !t.isVerbal(a) {
			a = t.nodes[a].head
		}
		if a < 0 {
			continue
		}
		if t.isVerb(a) {
			t.hang(i, a, "obl")
		} else {
			t.hang(i, a, "nmod")
		}
	}
}

// mendLists makes the items of a list of names conjuncts of its first: parsers
// trained on running text read "the King, Prime Minister A, Foreign Minister B
// and C" as appositions or flat names as often as not.
func (t *tree) mendLists() {
	t.partLists()
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head >= i || !t.isPerson(i) {
			continue
		}
		if p := t.nodes[n.head].head; n.deprel == "conj" && t.isCountry(n.head) && t.nodes[n.head].deprel == "nmod" && p >= 0 && t.isPerson(p) {
			t.hang(i, p, "conj") // "Haddad of Oman and Mwangi of Kenya"
		}
		if !t.isPerson(n.head) {
			continue
		}
		switch rel(n.deprel) {
		case "appos", "list", "flat", "dep", "parataxis", "compound", "nmod":
			if !t.hasKid(i, "case") && !t.sameEntity(i, n.head) {
				n.deprel = "conj"
			}
		}
	}
}

// partLists parts people from the countries whose ministers they are: "the foreign
// ministers of Kenya and Peru, Petrov and Li, met", which parsers read as one list.
func (t *tree) partLists() {
	for i := range t.nodes {
		g := t.nodes[i].head
		if g < 0 || !t.isCountry(i) {
			continue
		}
		m := t.mentionAt(g)
		if rel(t.nodes[i].deprel) != "nmod" || t.nodes[g].xpos != "NNS" || m == nil || m.Kind != entity.Nominal || m.Type != entity.Person {
			continue
		}
		first := -1
		for _, k := range t.kids(i, "conj", "appos") {
			switch {
			case !t.isPerson(k):
			case first < 0:
				first = k
				t.hang(k, g, "appos")
			default:
				t.hang(k, first, "conj")
			}
		}
	}
}

// mendVerbs coordinates verbs of one form: one that the parser hung on a gerund or
// infinitive with the verb above in its own form, "plan to stress the importance of
// doing A and discuss B", "asked Peru to help and thanked Kenya"; one without a
// subject that follows without a conjunction, "increase A, effectively do B".
func (t *tree) mendVerbs() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head > i || !t.isVerb(i) || !t.isVerb(n.head) || t.hasKid(i, "mark", "nsubj", "aux") {
			continue
		}
		u := &t.nodes[n.head]
		switch {
		case n.deprel == "parataxis" && n.xpos == u.xpos && u.deprel != "root":
			n.deprel = "conj"
		case n.deprel == "conj" && (n.xpos == "VB" && u.xpos == "VBG" || n.xpos == "VBD" && (u.xpos == "VB" || u.xpos == "VBG")):
			for h := u.head; h >= 0; h = t.nodes[h].head {
				if t.isVerb(h) && t.nodes[h].xpos == n.xpos && h < i {
					t.hang(i, h, "conj")
					break
				}
			}
		}
	}
}

// mendClauses coordinates the second verb of a headline with its first, "Kenya,
// Peru discuss transit, agree on trade", and takes the preposition before a noun
// for one, "Kenya and Peru commit to ceasefire".
func (t *tree) mendClauses() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head > i || !t.isVerb(n.head) {
			continue
		}
		switch {
		case n.deprel == "parataxis" && t.isVerb(i) && n.xpos != "VBN" && n.xpos != "VBG" && t.hasKid(n.head, "nsubj") && !t.hasKid(i, "nsubj", "aux", "expl", "mark") && t.nodes[i-1].form == ",":
			n.deprel = "conj"
		case n.deprel == "xcomp" && n.upos == "NOUN" && t.kidLemma(i, "mark", "to") && !t.hasKid(i, "nsubj", "cop"):
			n.deprel = "obl"
			for _, k := range t.kids(i, "mark") {
				t.nodes[k].deprel = "case"
			}
		}
	}
}

// mendPairs makes the first of two words joined by a dash a part of the second where
// the parser hung the second on it: "cooperation in economy-trade and investment".
func (t *tree) mendPairs() {
	for i := 1; i+1 < len(t.nodes); i++ {
		a, b := i-1, i+1
		if !isDash(t.nodes[i].form) || t.sentence.Tokens[t.nodes[i].token].SpaceBefore || t.sentence.Tokens[t.nodes[b].tokens.First].SpaceBefore ||
			t.nodes[b].head != a && t.nodes[b].head != t.nodes[a].head || t.nodes[a].head < 0 || t.nodes[a].mention >= 0 || t.nodes[a].upos != "NOUN" || t.nodes[b].upos != "NOUN" {
			continue
		}
		switch rel(t.nodes[b].deprel) {
		case "appos", "parataxis", "conj", "dep", "list":
			t.hang(b, t.nodes[a].head, t.nodes[a].deprel)
			for _, k := range slices.Clone(t.nodes[a].kids) {
				t.hang(k, b, t.nodes[k].deprel)
			}
			t.hang(a, b, "compound")
			t.hang(i, a, "punct")
		}
	}
}

// mendOwners makes two countries the owners of what they have in common where the
// parser took the first for something else: "praised Kenya and Peru's commitment".
func (t *tree) mendOwners() {
	for i := range t.nodes {
		n := &t.nodes[i]
		a := t.listedBefore(i)
		if a < 0 || t.nodes[a].head < 0 || rel(t.nodes[a].deprel) != "obj" && t.nodes[a].deprel != "iobj" || !slices.ContainsFunc(t.kids(i, "case"), func(k int) bool { return k > i }) {
			continue
		}
		owned := n.head
		if n.head == a && n.deprel == "conj" { // "highlights Kenya" may be a clause, with the rest hung on its verb
			owned = slices.IndexFunc(t.nodes[i+1:], func(x node) bool { return x.upos == "NOUN" && x.head < i }) + i + 1
		}
		if owned <= i || !world.ShellNoun.Has(t.nodes[owned].lemma) {
			continue
		}
		t.hang(owned, t.nodes[a].head, "obj")
		t.hang(a, owned, "nmod:poss")
		t.hang(i, a, "conj")
	}
}

// mendTagged makes a noun coordinated with an infinitive a verb where it has the
// dependents of one: "to cooperate on trade and push forward with talks".
func (t *tree) mendTagged() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel == "conj" && n.upos == "NOUN" && n.head >= 0 && t.isVerb(n.head) && t.nodes[n.head].xpos == "VB" && t.hasKid(i, "obl", "advmod") && !t.hasKid(i, "det", "amod", "compound", "nummod", "nmod", "case") {
			n.upos, n.xpos = "VERB", "VB"
		}
	}
}

// mendNouns makes a noun that the parser hung on a verb as its conjunct one of the
// noun before it: "focusing on rice, fisheries and trade", "called for talks and
// for a truce".
func (t *tree) mendNouns() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.upos != "NOUN" || n.head < 0 || n.head > i || !t.isVerb(n.head) || t.hasKid(i, "nsubj", "cop", "mark", "obj") {
			continue
		}
		own := t.caseOf(i)
		if k := t.nodes[i-1]; own == "" && !t.hasKid(i, "cc") && (i-1 == n.head || k.head == n.head && k.deprel == "compound:prt") && !t.hasKid(n.head, "obj") {
			n.deprel = "obj" // "step up training"
			continue
		}
		for _, o := range slices.Backward(t.kids(n.head, "obj", "obl")) {
			if o < i && o > n.head && t.nodes[o].upos == "NOUN" && !t.isTime(o) && (own == "" || own == t.caseOf(o)) {
				t.hang(i, o, "conj")
				break
			}
		}
	}
}

// mendSides hangs the sides of an agreement or of cooperation that the parser hung on what it is about
// on it: "a pact on high-speed railways between Kenya and the African
// Union".
func (t *tree) mendSides() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || t.caseOf(i) != "between" || !t.isLand(i) || !t.hasKid(i, "conj") || world.ReciprocalNoun.Has(t.nodes[n.head].lemma) {
			continue
		}
		a := n.head
		sided := func(k int) bool {
			return world.ActNoun.Has(t.nodes[k].lemma) || world.CooperationNoun.Has(t.nodes[k].lemma)
		}
		for a >= 0 && t.nodes[a].deprel == "nmod" && !sided(a) {
			a = t.nodes[a].head
		}
		if a >= 0 && sided(a) {
			t.hang(i, a, "nmod")
		}
	}
}

// mendCountries makes the last of several countries or organisations a conjunct
// of the others where the parser parted it from them: "the leaders of Kenya, Peru
// and the United States met", "Kenya, Peru agree to open the border".
func (t *tree) mendCountries() {
	for i := range t.nodes {
		p := t.listedBefore(i)
		if p < 0 || t.nodes[i].head == p || t.nodes[i].head < 0 {
			continue
		}
		switch n := &t.nodes[i]; {
		case n.deprel == "conj" && t.isLand(n.head): // a member of the list already
		case n.deprel == "conj", rel(n.deprel) == "nsubj" && t.hasSubject(n.head, p):
			if t.nodes[p].deprel == "conj" && t.isLand(t.nodes[p].head) {
				p = t.nodes[p].head
			}
			if t.nodes[p].deprel == "vocative" {
				t.nodes[p].deprel = n.deprel
			}
			t.hang(i, p, "conj")
		}
	}
}

// mendParticles takes a particle for one where the parser took it for the
// preposition of the object: "called off the visit".
func (t *tree) mendParticles() {
	for i := range t.nodes {
		p := i + 1
		if p >= len(t.nodes) || t.nodes[p].deprel != "case" || !t.isVerb(i) || t.nodes[p].form != "off" && t.nodes[p].form != "out" {
			continue
		}
		o := t.nodes[p].head
		if o <= p || t.nodes[o].head != i || t.nodes[o].mention >= 0 {
			continue
		}
		if t.hang(p, i, "compound:prt"); t.calledOff(i) {
			t.nodes[o].deprel = "obj"
		} else {
			t.hang(p, o, "case")
		}
	}
}

// mendDoubles makes a word that is said twice an adverb, and gives the verb what
// follows it: "met face to face with the king".
func (t *tree) mendDoubles() {
	for i := 0; i+2 < len(t.nodes); i++ {
		v := t.nodes[i].head
		if v < 0 || v >= i || !t.isVerb(v) || !world.DoublingPreposition.Has(t.nodes[i+1].form) || t.nodes[i].form != t.nodes[i+2].form || t.nodes[i].upos == "NUM" {
			continue
		}
		t.hang(i, v, "advmod")
		for _, k := range append(t.kids(i, "nmod", "obl"), t.kids(i+2, "nmod", "obl")...) {
			t.hang(k, v, "obl")
		}
		t.hang(i+2, i, "fixed")
	}
}

// mendObjects tells direct objects from those to whom something is given.
func (t *tree) mendObjects() {
	for i := range t.nodes { // "called Peru a partner", "named Ito as chief": without another object it is no indirect one and no predicate
		n := &t.nodes[i]
		if n.head >= 0 && !t.hasKid(n.head, "obj", "ccomp") && (n.deprel == "iobj" || n.deprel == "xcomp" && i > n.head && t.isPerson(i) && t.caseOf(i) == "" && t.isVerb(n.head) && !t.passive(n.head)) {
			n.deprel = "obj"
		}
	}
	for i := range t.nodes { // "was appointed head of the fleet": what one is made is no object
		if n := &t.nodes[i]; n.deprel == "obj" && n.head >= 0 && t.passive(n.head) && t.officeAt(i) {
			n.deprel = "xcomp"
		}
	}
	for i := range t.nodes { // "saw off the king", "swore in Ito": somebody after the particle is the object of a verb that has no other
		n := &t.nodes[i]
		if n.deprel == "obl" && n.head >= 0 && t.isPerson(i) && (t.caseOf(i) == "off" || t.caseOf(i) == "in" && t.nodes[n.head].lemma == "swear") && t.isVerb(n.head) && !t.hasKid(n.head, "obj") {
			t.hang(t.kid(i, "case"), n.head, "compound:prt")
			n.deprel = "obj"
		}
	}
	for i := range t.nodes { // "received on Monday the envoy of Peru": nobody is called a day
		n := &t.nodes[i]
		if n.deprel != "appos" || n.head < 0 || !t.isPerson(i) || !t.isTime(n.head) || t.nodes[n.head].mention >= 0 {
			continue
		}
		if v := t.nodes[n.head].head; v >= 0 && t.isVerb(v) && !t.passive(v) && !t.hasKid(v, "obj") {
			t.hang(i, v, "obj")
		}
	}
	for i := range t.nodes { // "sent Peru tents": the first of two objects is to whom
		o := t.kids(i, "obj")
		if len(o) != 2 || !t.isActor(o[0]) || t.isActor(o[1]) {
			continue
		}
		t.nodes[o[0]].deprel = "iobj"
	}
}

// mendNames parts names from the nouns beside them or joins them.
func (t *tree) mendNames() {
	for i := range t.nodes { // "named Lan finance minister": the name is no modifier of what its bearer becomes
		n := &t.nodes[i]
		if rel(n.deprel) != "obj" && n.deprel != "xcomp" || n.head < 0 || n.upos != "NOUN" || !world.ObjectControlVerb.Has(t.nodes[n.head].lemma) {
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
	// A name right behind a noun goes with it where the parser made it a second
	// subject or object of one verb: "its purchase of the miner Kestrel ended".
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.head < 0 || n.deprel != "nsubj" && n.deprel != "nsubj:pass" && n.deprel != "obj" || t.nodes[i-1].xpos != "NN" || t.nodes[i-1].mention >= 0 || t.nodes[i-1].tokens.Last != n.tokens.First {
			continue
		}
		if m := t.mentionAt(i); m == nil || m.Kind != entity.Named || m.Type != entity.Organization {
			continue
		}
		if first := t.kid(n.head, n.deprel); first < i {
			t.hang(i, i-1, "appos")
		}
	}
}

// mendMeasures hangs those to whom something goes on what goes to them rather
// than on how much it is: "a donation of 20 tents to Peru", "tariffs of 25
// percent on Peru", "radars worth 90 million euros to Peru". "16 million euros in
// aid" is one phrase, too.
func (t *tree) mendMeasures() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.mention >= 0 || n.upos != "NOUN" || t.caseOf(i) != "in" || t.isTime(i) || t.hasKid(i, "det", "nmod:poss") {
			continue
		}
		for _, o := range t.kids(n.head, "obj") {
			if o < i && t.counted(o) && t.extent(o).Last == t.nodes[t.subtree(i, nil)[0]].tokens.First {
				t.hang(i, o, "nmod")
			}
		}
	}
	for i := range t.nodes {
		if c := t.caseOf(i); !t.isActor(i) || t.nodes[i].head < 0 || c != "to" && c != "for" && c != "on" && c != "against" {
			continue
		}
		up := t.nodes[i].head
		for hops := 0; hops < 4 && t.measures(up); hops++ {
			up = t.nodes[up].head
		}
		if up >= 0 && up != t.nodes[i].head && up < i {
			t.hang(i, up, "nmod")
		}
	}
}

// counted tells whether a number stands with a noun, or it is a currency.
func (t *tree) counted(i int) bool {
	return t.hasKid(i, "nummod") || t.kidLemma(i, "compound", "million", "billion")
}

// measures tells whether a word says how much of what it hangs on there is: a
// number of things after "of", a sum after "worth".
func (t *tree) measures(i int) bool {
	n := &t.nodes[i]
	if n.head < 0 || n.mention >= 0 || n.head >= i {
		return false
	}
	if n.form == "worth" {
		return true
	}
	switch rel(n.deprel) {
	case "nmod":
		return t.counted(i) && t.caseOf(i) == "of" || t.caseOf(i) == "of" && (t.counted(n.head) || world.QuantityNoun.Has(t.nodes[n.head].lemma)) || t.counted(i) && (t.kidLemma(n.head, "nmod", "worth") || t.caseOf(i) == "worth")
	case "obj", "obl", "appos", "dep":
		return t.nodes[n.head].form == "worth"
	}
	return false
}

// mendContents hangs what an agreement is to do on it, though "was signed" stands
// between: "an agreement was signed to protect forests".
func (t *tree) mendContents() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.xpos != "VB" || n.head < 0 || n.head > i || !t.kidLemma(i, "mark", "to") || t.hasKid(i, "nsubj") {
			continue
		}
		if k := t.kid(n.head, "nsubj:pass"); k >= 0 && k < n.head && world.ActNoun.Has(t.nodes[k].lemma) && t.nodes[k].mention < 0 {
			t.hang(i, k, "acl")
		}
	}
}

// mendRelatives hangs a clause that begins with "which" on the noun before it of
// its number: "ties between Peru and Kenya, which were restored".
func (t *tree) mendRelatives() {
	for w := range t.nodes {
		n := &t.nodes[w]
		if v := n.head; n.form == "that" && n.xpos == "WDT" && n.deprel == "mark" && v > w && t.nodes[v].deprel == "acl" && world.LightVerb.Has(t.nodes[v].lemma) && !world.ContentNoun.Has(t.nodes[t.nodes[v].head].lemma) && !t.passive(v) && !t.hasKid(v, "obj", "ccomp", "xcomp") {
			n.deprel, t.nodes[v].deprel = "obj", "acl:relcl" // "the accord that Peru signed"
			continue
		}
		if n.form != "which" || n.head < 0 || w < 2 || t.nodes[w-1].form != "," || n.deprel != "nsubj" && n.deprel != "nsubj:pass" {
			continue
		}
		v := n.head
		if d := rel(t.nodes[v].deprel); d != "parataxis" && d != "ccomp" && d != "advcl" && d != "conj" || !t.isVerb(v) {
			continue
		}
		plural := t.kidLemma(v, "aux", "were", "are", "have") || t.nodes[v].xpos == "VBP"
		k := w - 2
		for hops := 0; hops < 6 && k >= 0 && (t.isActor(k) || plural != (t.nodes[k].xpos == "NNS")); hops++ {
			k = t.nodes[k].head
		}
		if k >= 0 && k != v && t.isNominal(k) && !t.isActor(k) && plural == (t.nodes[k].xpos == "NNS") {
			t.hang(v, k, "acl:relcl")
		}
	}
}

// mendAgents hangs the agent of a passive on its verb: "appointed head of the
// fleet by Peru", where the parser hangs Peru on the fleet.
func (t *tree) mendAgents() {
	for k := range t.nodes {
		n := &t.nodes[k]
		if n.deprel != "nmod" || t.caseOf(k) != "by" || !t.isActor(k) {
			continue
		}
		v := n.head
		for hops := 0; v >= 0 && !t.isVerb(v) && hops < 4; hops++ {
			v = t.nodes[v].head
		}
		if v >= 0 && v < k && t.hasKid(v, "aux:pass") && !t.hasKid(v, "obl:agent") {
			t.hang(k, v, "obl:agent")
		}
	}
}

// mendSubjects takes a preposition for one where the parser took it for a
// conjunction: "the cooperation of Peru on trade has grown".
func (t *tree) mendSubjects() {
	for m := range t.nodes {
		n := &t.nodes[m]
		if n.deprel != "mark" || n.head < 0 || !world.SubjectlessPreposition.Has(n.form) {
			continue
		}
		first := -1
		for _, s := range t.kids(n.head, "nsubj", "nsubj:pass") {
			switch {
			case s < m:
				first = s
			case first >= 0 && t.subtree(s, nil)[0] == m+1:
				t.hang(m, s, "case")
				t.hang(s, first, "nmod")
			}
		}
	}
}

// mendInfinitives hangs infinitives on what they stand behind.
func (t *tree) mendInfinitives() {
	for i := range t.nodes { // "A and ways to do B", "support for efforts to do C"
		n := &t.nodes[i]
		if i == 0 || n.head < 0 || n.xpos != "VB" || n.deprel != "acl" && n.deprel != "advcl" {
			continue
		}
		k := i - 1
		for k > 0 && t.nodes[k].upos == "PART" {
			k--
		}
		if o := t.kid(n.head, "obj"); o >= 0 && o < i && t.nodes[o].lemma == "invitation" && n.deprel == "advcl" { // "extended an invitation to Ito to visit"
			t.hang(i, o, "acl")
			continue
		}
		switch p := &t.nodes[k]; {
		case k <= n.head:
		case world.InfinitiveNoun.Has(p.lemma) && (p.deprel == "conj" || p.deprel == "nmod"),
			world.IntentionNoun.Has(p.lemma) && p.deprel == "obj" && p.upos == "NOUN" && n.lemma != "continue": // "expressed readiness to do A"
			t.hang(i, k, "acl")
		}
	}
	for i := range t.nodes { // "to raise trade to 5 billion dollars and to set up a fund", where the parser hangs "set up" on the dollars
		n := &t.nodes[i]
		if n.xpos != "VB" || n.deprel != "conj" || n.head < 0 || t.isVerb(n.head) || !t.kidLemma(i, "mark", "to") {
			continue
		}
		v := n.head
		for v >= 0 && !t.isVerb(v) {
			v = t.nodes[v].head
		}
		if v >= 0 && t.kidLemma(v, "mark", "to") {
			t.hang(i, v, "conj")
		}
	}
	for i := range t.nodes { // "was due to visit": no clause is the subject of another's adjective
		if n := &t.nodes[i]; n.deprel == "csubj" && n.xpos == "VB" && n.head >= 0 && i > n.head && t.hasKid(n.head, "nsubj") {
			n.deprel = "xcomp"
		}
	}
}

// mendThat makes a clause what is told where the parser made it tell more of
// those who are told: "told the summit that Africa needs factories".
func (t *tree) mendThat() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl:relcl" || n.head < 0 {
			continue
		}
		o := &t.nodes[n.head]
		k := n.head + 1
		if o.deprel != "obj" || !world.TellingVerb.Has(t.nodes[o.head].lemma) || k >= i || t.nodes[k].form != "that" || t.nodes[k].head != i || rel(t.nodes[k].deprel) == "nsubj" || !t.hasKid(i, "nsubj") {
			continue
		}
		t.nodes[k].deprel = "mark"
		t.hang(i, o.head, "ccomp")
	}
}
