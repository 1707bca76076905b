package clause

// objectControl lists verbs whose object (or the complement of whose
// preposition) is the subject of their infinitive: "urged Ito to help".
var objectControl = set("urge", "ask", "call", "invite", "encourage", "want", "allow", "help", "enable", "tell", "order",
	"request", "instruct", "direct", "advise", "recommend", "persuade", "convince", "force", "press", "task", "authorize",
	"authorise", "appeal", "expect", "require", "permit", "lead", "send", "assign", "appoint", "name", "see", "let", "make",
	"have", "command", "beg", "implore", "compel", "challenge", "consider", "view", "regard", "describe", "label", "treat", "see",
	"deem", "declare", "call", "elect", "nominate", "designate", "welcome")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// surfaceSubjects returns the nodes that are the grammatical subject of a
// predicate, coordination distributed: its own, or the one it shares with the
// clause it belongs to ("agreed to meet", "who visited", "A came and spoke").
func (t *tree) surfaceSubjects(i int) []int {
	if s, ok := t.surface[i]; ok {
		return s
	}
	t.surface[i] = nil // a cycle ends here
	s := t.findSurface(i)
	t.surface[i] = s
	return s
}

func (t *tree) findSurface(i int) []int {
	if own := t.kids(i, "nsubj", "csubj"); len(own) > 0 {
		var out []int
		for _, k := range own {
			if a := t.antecedent(i, k); a >= 0 {
				out = append(out, t.conjuncts(a)...)
			} else {
				out = append(out, t.conjuncts(k)...)
			}
		}
		return out
	}
	n := &t.nodes[i]
	if n.head < 0 {
		return nil
	}
	g := n.head
	switch n.deprel {
	case "conj":
		return t.surfaceSubjects(g)
	case "xcomp", "ccomp":
		if n.deprel == "ccomp" && !t.kidLemma(i, "aux", "having") && (n.xpos == "VBD" || n.xpos == "VBZ" || n.xpos == "VBP") {
			return nil
		}
		if objectControl[t.nodes[g].lemma] && !t.telephones(g) {
			if t.passive(g) {
				return t.surfaceSubjects(g)
			}
			if o := t.kid(g, "iobj", "obj"); o >= 0 {
				return t.conjuncts(o)
			}
			for _, o := range t.kids(g, "obl") {
				if c := t.caseOf(o); c == "on" || c == "upon" || c == "to" || c == "for" {
					return t.conjuncts(o)
				}
			}
		}
		return t.surfaceSubjects(g)
	case "advcl":
		if n.xpos == "VBG" && judging[t.nodes[g].lemma] && t.kidLemma(i, "mark", "for", "of", "on", "over") {
			if o := t.kid(g, "obj"); o >= 0 { // "thanked Kenya for hosting"
				return t.conjuncts(o)
			}
		}
		if n.lemma == "replace" || n.lemma == "succeed" {
			if o := t.kid(g, "obj"); o >= 0 && objectControl[t.nodes[g].lemma] { // "appointed Ito, replacing Sato"
				return t.conjuncts(o)
			}
		}
		if n.xpos == "VB" {
			for _, o := range t.kids(g, "obl") { // "called on Japan to help"
				if c := t.caseOf(o); objectControl[t.nodes[g].lemma] && (c == "on" || c == "upon") {
					return t.conjuncts(o)
				}
			}
			for _, o := range t.kids(g, "obj") { // "announced the designation of a delegation to attend"
				if nominating[t.nodes[o].lemma] {
					return t.named(o)
				}
			}
		}
		return t.surfaceSubjects(g)
	case "acl":
		if n.xpos == "VBG" || n.xpos == "VBN" {
			if n.xpos == "VBN" || !t.eventNoun(g) { // "doses donated to Peru" are donated
				return t.conjuncts(g)
			}
			return nil
		}
		if nominating[t.nodes[g].lemma] {
			return t.named(g)
		}
		if t.nodes[g].lemma == "invitation" {
			return t.invited(g)
		}
		for _, k := range t.kids(g, "nmod") { // "an opportunity for Japan to accept"
			if n.xpos == "VB" && k < i && t.caseOf(k) == "for" {
				return t.conjuncts(k)
			}
		}
		return t.nounSubjects(g) // "Japan's commitment to accept"
	case "acl:relcl":
		return t.conjuncts(g)
	}
	return nil
}

// telephones tells whether somebody is called up rather than called upon: who
// does what follows is the caller.
func (t *tree) telephones(g int) bool {
	o := t.kid(g, "obj")
	return t.nodes[g].lemma == "call" && o >= 0 && t.isPerson(o)
}

// accepted tells whether the noun at node g is an invitation that somebody has
// accepted.
func (t *tree) accepted(g int) bool {
	h := t.nodes[g].head
	return t.nodes[g].lemma == "invitation" && rel(t.nodes[g].deprel) == "obj" && t.nodes[h].lemma == "accept"
}

// invited returns whom the invitation at node g is for: who it goes "to", or who
// has accepted or received it.
func (t *tree) invited(g int) []int {
	h := t.nodes[g].head
	under := t.kids(g, "nmod")
	if h >= 0 && rel(t.nodes[g].deprel) == "obj" {
		under = append(under, t.kids(h, "obl")...)
	}
	for _, k := range under {
		if c := t.caseOf(k); (c == "to" || c == "for") && t.personAt(k) >= 0 {
			return t.conjuncts(k)
		}
	}
	if h >= 0 && (rel(t.nodes[g].deprel) == "obj" && taking[t.nodes[h].lemma] || rel(t.nodes[g].deprel) == "obl" && judging[t.nodes[h].lemma]) { // "thanked her for the invitation"
		return t.surfaceSubjects(h)
	}
	return nil
}

// taking verbs have the one who is given something as their subject.
var taking = set("accept", "receive", "get", "decline", "refuse", "reject", "have", "welcome")

// judging verbs say what their object has done: "thanked Ito for coming".
var judging = set("thank", "praise", "commend", "applaud", "laud", "hail", "salute", "congratulate", "criticise", "criticize", "condemn", "denounce", "accuse",
	"blame", "rebuke", "slam", "sanction", "honour", "honor", "credit", "suspect", "charge")

// nominating nouns put someone up to something: who does it is whom they name.
var nominating = set("designation", "appointment", "nomination", "selection", "choice", "election")

// named returns whom a nominating noun names: "the appointment of Ito to lead".
func (t *tree) named(i int) []int {
	for _, k := range t.kids(i, "nmod") {
		if t.caseOf(k) == "of" {
			return t.conjuncts(k)
		}
	}
	return nil
}

// eventNoun tells whether a participle after the noun says what the act is
// about rather than who does it: "a visit aimed at", "a pact covering".
func (t *tree) eventNoun(i int) bool { return t.nodes[i].mention < 0 && t.nodes[i].upos == "NOUN" }

// antecedent returns the noun that a relative pronoun k in clause i stands for,
// -1 if k is none.
func (t *tree) antecedent(i, k int) int {
	if !relativePronoun[t.nodes[k].form] || t.nodes[k].upos == "DET" && t.nodes[k].deprel == "det" {
		return -1
	}
	for hops := 0; i >= 0 && hops < 8; hops++ {
		switch t.nodes[i].deprel {
		case "acl:relcl":
			return t.nodes[i].head
		case "conj", "xcomp", "ccomp", "advcl":
			i = t.nodes[i].head
		default:
			return t.before(k)
		}
	}
	return -1
}

// before returns the named person that "who" follows directly, -1 if none:
// parsers read "Nasser, who came along, declined" in many ways.
func (t *tree) before(k int) int {
	if f := t.nodes[k].form; f != "who" && f != "whom" {
		return -1
	}
	if k--; k >= 0 && t.nodes[k].form == "," {
		k--
	}
	if k >= 0 && t.isPerson(k) {
		return k
	}
	return -1
}

var relativePronoun = set("who", "whom", "which", "that", "whose")

// lightVerbs carry a noun that says what happens: "held talks", "paid a visit".
var lightVerbs = set("have", "hold", "pay", "make", "host", "conduct", "give", "take", "do", "undertake", "begin", "start", "open",
	"conclude", "end", "finish", "attend", "join", "lead", "chair", "co-chair", "cochair", "engage", "participate", "kick",
	"wrap", "continue", "complete", "launch", "enter", "exchange", "compare", "reach", "sign", "offer", "extend", "convene", "resume", "arrange",
	"organise", "organize", "provide", "deliver", "place", "express", "announce", "schedule", "plan", "cancel", "postpone", "enjoy",
	"embark", "arrive", "stage", "throw", "receive", "initiate", "form", "establish", "maintain", "share", "build", "forge",
	"face", "issue", "adopt", "wire", "reaffirm", "reiterate", "voice", "convey", "renew", "affirm", "pledge", "impose", "levy", "slap", "send", "restore", "upgrade", "elevate", "normalise", "normalize", "celebrate", "mark", "mend", "sever", "cut", "carry", "grant", "bid")

// carriers are prepositions by which a noun of action takes the subject of its
// clause: "he raised it in talks with Sato", "on a visit to Lima".
var carriers = set("in", "into", "during", "at", "on", "after", "before", "for", "through", "via", "following", "over", "by", "upon", "while", "ahead of", "prior to", "in the course of")

// returning verbs come "from" what their subject has done: "returned from talks".
var returning = set("return", "come", "arrive", "emerge", "fly")

// nounSubjects returns who does what a noun of action says: its possessor, or
// the subject of the verb that carries it.
func (t *tree) nounSubjects(i int) []int {
	if t.oneOf(i) {
		return t.nounSubjects(t.nodes[i].head)
	}
	if t.hasKid(i, "cop") || t.hasKid(i, "nsubj") {
		return t.surfaceSubjects(i)
	}
	if p := t.kids(i, "nmod:poss"); len(p) > 0 && t.office(i) < 0 { // "named Ito as his deputy"
		var out []int
		for _, k := range p {
			out = append(out, t.conjuncts(k)...)
		}
		return out
	}
	if c := t.container(i); c != i {
		return t.nounSubjects(c)
	}
	for _, v := range t.relativeVerbs(i) {
		if lightVerbs[t.nodes[v].lemma] { // "the visit that he paid"
			if t.passive(v) {
				return t.agents(v)
			}
			return t.surfaceSubjects(v)
		}
	}
	for _, k := range t.kids(i, "nmod") { // "the announcement by Peru"
		if t.caseOf(k) == "by" && t.isActor(k) {
			return t.conjuncts(k)
		}
	}
	n := &t.nodes[i]
	if n.head < 0 {
		return nil
	}
	g := n.head
	switch rel(n.deprel) {
	case "conj":
		return t.nounSubjects(g)
	case "obj":
		if (lightVerbs[t.nodes[g].lemma] || refusals[t.nodes[g].lemma] || t.calledOff(g) || t.nodes[g].lemma == "become" || t.nodes[g].lemma == "remain") && !t.passive(g) {
			return t.surfaceSubjects(g)
		}
	case "nsubj":
		if n.deprel == "nsubj:pass" && lightVerbs[t.nodes[g].lemma] {
			return t.agents(g)
		}
	case "obl":
		if c := t.caseOf(i); (carriers[c] || c == "from" && returning[t.nodes[g].lemma]) && (t.isVerb(g) || t.hasKid(g, "cop")) {
			return t.surfaceSubjects(g)
		} else if c == "as" { // "consider X as a partner", "serves as minister"
			if t.replaced(i) != nil {
				return t.surfaceSubjects(g)
			}
			return t.predicated(g)
		}
	case "xcomp", "advcl":
		if o := t.kids(g, "obj"); len(o) > 0 && objectControl[t.nodes[g].lemma] {
			return t.conjuncts(o[0])
		}
		return t.surfaceSubjects(g)
	case "nmod":
		if v := t.postOf(i); v >= 0 {
			return t.surfaceSubjects(v)
		}
		if listed[t.caseOf(i)] { // "share a number of goals, including a commitment"
			if up := t.nodes[g].head; up >= 0 && amounts[t.nodes[up].lemma] && t.caseOf(g) == "of" {
				g = up
			}
			if t.nodes[g].deprel == "obj" {
				return t.nounSubjects(g)
			}
		}
		if t.caseOf(i) == "as" { // "the appointment of Ito as envoy"
			if nominating[t.nodes[g].lemma] {
				return t.named(g)
			}
			if up := t.nodes[g].head; up >= 0 && nominating[t.nodes[up].lemma] {
				return t.conjuncts(g)
			}
			return nil
		}
		// "on the sidelines of talks", "the outcome of his talks": the larger noun's
		if carriers[t.caseOf(i)] && t.isVerbal(g) {
			return t.nounSubjects(g)
		}
	case "appos":
		if t.nodes[g].mention >= 0 {
			return []int{g}
		}
	}
	return nil
}

// oneOf tells whether a clause says of its subject that it is one of these: "Peru
// is one of our oldest partners".
func (t *tree) oneOf(i int) bool {
	g := t.nodes[i].head
	return g >= 0 && t.nodes[i].deprel == "nmod" && t.nodes[g].lemma == "one" && t.caseOf(i) == "of" && (t.hasKid(g, "nsubj") || t.nodes[g].deprel == "xcomp" || t.nodes[g].deprel == "obj")
}

// relativeVerbs returns the verbs of relative clauses that have noun i as object:
// "ties, which were raised", "the tariffs that Peru imposed".
func (t *tree) relativeVerbs(i int) []int {
	var out []int
	for _, v := range t.kids(i, "acl:relcl") {
		o := t.kid(v, "obj")
		if t.passive(v) {
			o = t.kid(v, "nsubj:pass")
		}
		if o >= 0 && t.antecedent(v, o) == i || o < 0 && t.isVerb(v) && t.lacksObject(v) {
			out = append(out, v)
		}
	}
	return out
}

// amounts are nouns that say how many of something there are.
var amounts = set("number", "range", "set", "series", "variety", "host", "array", "list")

func (t *tree) isVerbal(i int) bool { return t.nodes[i].upos == "NOUN" && t.nodes[i].mention < 0 }

// predicated returns of what "as N" speaks: the object of the verb if it has
// one, else its subject.
func (t *tree) predicated(g int) []int {
	if o := t.kid(g, "obj"); o >= 0 {
		if nominating[t.nodes[o].lemma] { // "welcomed the election of Ito as chair"
			return t.named(o)
		}
		return t.conjuncts(o)
	}
	return t.surfaceSubjects(g)
}

func (t *tree) agents(i int) []int {
	for _, k := range t.kids(i, "obl") {
		if t.nodes[k].deprel == "obl:agent" || t.caseOf(k) == "by" {
			return t.conjuncts(k)
		}
	}
	near := t.kids(i, "obl", "obj", "xcomp")
	if n := &t.nodes[i]; n.deprel == "acl" { // "doses donated to Peru by Kenya"
		near = append(near, n.head)
	}
	for _, k := range near { // "received with honours by Kenya", "appointed envoy by Kenya", with Kenya hung on the noun before it
		for _, x := range t.kids(k, "nmod") {
			if t.caseOf(x) == "by" && t.nodes[x].mention >= 0 {
				return t.conjuncts(x)
			}
		}
	}
	return nil
}
