package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// subjects finds who does what the predicates of a tree say, and remembers what
// it found. It is for one tree and not safe for concurrent use.
type subjects struct {
	*tree
	surface map[int][]int // what surfaceSubjects found; nil while it is being found
}

func subjectsOf(t *tree) *subjects { return &subjects{tree: t, surface: map[int][]int{}} }

// surfaceSubjects returns the nodes that are the grammatical subject of a
// predicate, coordination distributed: its own, or the one it shares with the
// clause it belongs to ("agreed to meet", "who visited", "A came and spoke").
func (s *subjects) surfaceSubjects(i int) []int {
	if found, ok := s.surface[i]; ok {
		return found
	}
	s.surface[i] = nil // a cycle ends here
	found := s.findSurface(i)
	s.surface[i] = found
	return found
}

func (s *subjects) findSurface(i int) []int {
	if own := s.kids(i, "nsubj", "csubj"); len(own) > 0 {
		var out []int
		for _, k := range own {
			a := s.antecedent(i, k)
			if a >= 0 {
				k = a
			}
			if among := s.amongWhom(a); len(among) > 0 {
				out = append(out, among...)
				continue
			}
			out = append(out, s.conjuncts(k)...)
		}
		return out
	}
	n := &s.nodes[i]
	if n.head < 0 {
		return nil
	}
	switch n.deprel {
	case "conj":
		return s.surfaceSubjects(n.head)
	case "xcomp", "ccomp":
		return s.ofComplement(i)
	case "advcl":
		if who := s.ofAdverbial(i); len(who) > 0 {
			return who
		}
		return s.besides(i)
	case "acl":
		if who := s.ofNounClause(i); len(who) > 0 {
			return who
		}
		return s.besides(i)
	case "acl:relcl":
		return s.conjuncts(n.head)
	}
	return nil
}

// ofComplement returns who does what the complement at node i says: the subject
// or, after "urged", the object of the verb above it; nobody where it has a tense
// of its own.
func (s *subjects) ofComplement(i int) []int {
	n := &s.nodes[i]
	g := n.head
	if n.deprel == "ccomp" && !s.kidLemma(i, "aux", "having") && (n.xpos == "VBD" || n.xpos == "VBZ" || n.xpos == "VBP") {
		return nil
	}
	if !world.ObjectControlVerb.Has(s.nodes[g].lemma) || s.telephones(g) || s.passive(g) {
		return s.surfaceSubjects(g)
	}
	if o := s.kid(g, "iobj", "obj"); o >= 0 {
		return s.conjuncts(o)
	}
	for _, o := range s.kids(g, "obl") {
		if world.ControlPreposition.Has(s.caseOf(o)) {
			return s.conjuncts(o)
		}
	}
	return s.surfaceSubjects(g)
}

// ofAdverbial returns who does what the adverbial clause at node i says.
func (s *subjects) ofAdverbial(i int) []int {
	n := &s.nodes[i]
	g := n.head
	controls := world.ObjectControlVerb.Has(s.nodes[g].lemma)
	if n.xpos == "VBG" && world.JudgementVerb.Has(s.nodes[g].lemma) && s.kidOf(i, "mark", world.ReasonPreposition) {
		if o := s.kid(g, "obj"); o >= 0 { // "thanked Kenya for hosting"
			return s.conjuncts(o)
		}
	}
	if n.xpos == "VBG" && s.kidLemma(i, "mark", "from") {
		if o := s.kid(g, "obj"); o >= 0 && o < i && s.canAct(o) { // "prevented Kenya from joining"
			return s.conjuncts(o)
		}
	}
	if controls && world.SuccessionVerb.Has(n.lemma) {
		if o := s.kid(g, "obj"); o >= 0 { // "appointed Ito, replacing Sato"
			return s.conjuncts(o)
		}
	}
	if n.xpos == "VB" {
		if o := s.kid(g, "iobj", "obj"); controls && o >= 0 && o < i && s.canAct(o) && !s.telephones(g) {
			// "invited the Speaker to visit Peru"
			return s.conjuncts(o)
		}
		for _, o := range s.kids(g, "obl") { // "called on Japan to help"
			if c := s.caseOf(o); controls && (c == "on" || c == "upon") && !s.isTime(o) && !s.telephones(g) {
				return s.conjuncts(o)
			}
		}
		for _, o := range s.kids(g, "obj") { // "announced the designation of a delegation to attend"
			if world.NominationNoun.Has(s.nodes[o].lemma) {
				return s.named(o)
			}
			if s.nodes[o].lemma == "invitation" { // "extended an invitation to a delegation to visit Peru"
				return s.invited(o)
			}
		}
	}
	return s.surfaceSubjects(g)
}

// ofNounClause returns who does what the infinitive or participle at node i says
// that hangs on a noun.
func (s *subjects) ofNounClause(i int) []int {
	n := &s.nodes[i]
	g := n.head
	switch {
	case n.xpos == "VBG" && world.ExperienceNoun.Has(s.nodes[g].lemma) && s.kidLemma(i, "mark", "of"):
		return s.nounSubjects(g) // "had the honour of receiving"
	case s.caseOf(g) == "among" && s.hasKid(g, "cop") && (n.xpos == "VBG" || n.xpos == "VBN"):
		return s.surfaceSubjects(g) // "among those attending was Kimani"
	case n.xpos == "VBG" && s.isWhereabouts(g) && s.followsComma(i): // "is in Lima, meeting investors"
		return s.surfaceSubjects(g)
	case n.xpos == "VBN", n.xpos == "VBG" && !s.eventNoun(g): // "doses donated to Peru" are donated
		return s.conjuncts(g)
	case n.xpos == "VBG":
		return nil
	case world.NominationNoun.Has(s.nodes[g].lemma):
		return s.named(g)
	case s.nodes[g].lemma == "invitation":
		return s.invited(g)
	}
	for _, k := range s.kids(g, "nmod") { // "an opportunity for Japan to accept"
		if n.xpos == "VB" && k < i && s.caseOf(k) == "for" {
			return s.conjuncts(k)
		}
	}
	return s.nounSubjects(g) // "Japan's commitment to accept"
}

// invited returns whom the invitation at node g is for: who it goes "to", or who
// has accepted or received it.
func (s *subjects) invited(g int) []int {
	h, deprel := s.nodes[g].head, rel(s.nodes[g].deprel)
	under := s.kids(g, "nmod")
	if h >= 0 && deprel == "obj" {
		under = append(under, s.kids(h, "obl")...)
	}
	for _, k := range under {
		if c := s.caseOf(k); (c == "to" || c == "for") && s.personAt(k) >= 0 {
			return s.conjuncts(k)
		}
	}
	if h >= 0 && (deprel == "obj" && world.RecipientVerb.Has(s.nodes[h].lemma) ||
		deprel == "obl" && world.JudgementVerb.Has(s.nodes[h].lemma)) { // "thanked her for the invitation"
		return s.surfaceSubjects(h)
	}
	return nil
}

// nounSubjects returns who does what a noun of action says: its possessor, or
// the subject of the verb that carries it.
func (s *subjects) nounSubjects(i int) []int {
	if s.oneOf(i) {
		return s.nounSubjects(s.nodes[i].head)
	}
	if (s.hasKid(i, "cop") || s.hasKid(i, "nsubj")) && !s.ownEvent(i) {
		return s.surfaceSubjects(i)
	}
	if p := s.kids(i, "nmod:poss"); len(p) > 0 && s.office(i) < 0 { // "named Ito as his deputy"
		var out []int
		for _, k := range p {
			out = append(out, s.conjuncts(k)...)
		}
		return out
	}
	if c := s.container(i); c != i {
		return s.nounSubjects(c)
	}
	for _, v := range s.relativeVerbs(i) {
		if world.LightVerb.Has(s.nodes[v].lemma) { // "the visit that he paid"
			if s.passive(v) {
				return s.agents(v)
			}
			return s.surfaceSubjects(v)
		}
	}
	for _, k := range s.kids(i, "nmod") { // "the announcement by Peru"
		if s.caseOf(k) == "by" && s.isActor(k) {
			return s.conjuncts(k)
		}
	}
	if s.nodes[i].head < 0 {
		return nil
	}
	return s.carried(i)
}

// isWhereabouts tells whether node g says where somebody is: "Delgado is in Lima".
func (s *subjects) isWhereabouts(g int) bool {
	c := s.caseOf(g)
	return (c == "in" || c == "at") && s.hasKid(g, "cop") && s.hasKid(g, "nsubj")
}

// ownEvent tells whether node i is an event of somebody who is named: "is sure Peru's talks
// will fail" is of Peru's talks.
func (s *subjects) ownEvent(i int) bool {
	l := s.nodes[i].lemma
	if !world.OccasionNoun.Has(l) && !world.JourneyNoun.Has(l) {
		return false
	}
	return slices.ContainsFunc(s.kids(i, "nmod:poss"), func(p int) bool {
		m := s.mentionAt(p)
		return m != nil && m.Kind == entity.Named && s.isActor(p)
	})
}

// carried returns who does what the noun of action at node i says by the word
// that it hangs on.
func (s *subjects) carried(i int) []int {
	n := &s.nodes[i]
	g := n.head
	above := s.nodes[g].lemma
	switch rel(n.deprel) {
	case "conj":
		return s.nounSubjects(g)
	case "obj":
		wanted, _, _ := strings.Cut(s.signature(i), "|")
		wishes := wanted == "denied" || wanted == "proposed" && !world.RequestVerb.Has(above)
		if (world.LightVerb.Has(above) || wishes || world.CopularVerb.Has(above)) && !s.passive(g) {
			return s.surfaceSubjects(g)
		}
	case "nsubj":
		if n.deprel == "nsubj:pass" && world.LightVerb.Has(above) {
			return s.agents(g)
		}
	case "obl":
		return s.ofOblique(i)
	case "xcomp", "advcl":
		if o := s.kids(g, "obj"); len(o) > 0 && world.ObjectControlVerb.Has(above) {
			return s.conjuncts(o[0])
		}
		return s.surfaceSubjects(g)
	case "nmod":
		return s.ofModifier(i)
	case "appos":
		if s.nodes[g].mention >= 0 {
			return []int{g}
		}
	}
	return nil
}

// ofOblique is carried for a noun behind a preposition: "raised it in talks with".
func (s *subjects) ofOblique(i int) []int {
	g, c := s.nodes[i].head, s.caseOf(i)
	carries := world.CarrierPreposition.Has(c) || c == "from" && world.ReturnVerb.Has(s.nodes[g].lemma) ||
		world.NegativePreposition.Has(c) || governs(c) && s.signature(i) != "" && !world.RequestVerb.Has(s.nodes[g].lemma)
	switch {
	case carries && (s.isVerb(g) || s.hasKid(g, "cop")):
		return s.surfaceSubjects(g)
	case c != "as": // "consider X as a partner", "serves as minister"
	case s.replaced(i) != nil:
		return s.surfaceSubjects(g)
	default:
		return s.predicated(g)
	}
	return nil
}

// ofModifier is carried for a noun that hangs on another.
func (s *subjects) ofModifier(i int) []int {
	if v := s.postOf(i); v >= 0 {
		return s.surfaceSubjects(v)
	}
	g, c := s.nodes[i].head, s.caseOf(i)
	if world.ExamplePreposition.Has(c) { // "share a number of goals, including a commitment"
		up := s.nodes[g].head
		if up >= 0 && world.AmountNoun.Has(s.nodes[up].lemma) && s.caseOf(g) == "of" {
			g = up
		}
		if s.nodes[g].deprel == "obj" {
			return s.nounSubjects(g)
		}
	}
	if c == "as" { // "the appointment of Ito as envoy"
		if world.NominationNoun.Has(s.nodes[g].lemma) {
			return s.named(g)
		}
		if up := s.nodes[g].head; up >= 0 && world.NominationNoun.Has(s.nodes[up].lemma) {
			return s.conjuncts(g)
		}
		return nil
	}
	if world.JourneyNoun.Has(s.nodes[i].lemma) && s.isWhereabouts(g) { // "is in Lima on a visit to see"
		return s.surfaceSubjects(g)
	}
	// "on the sidelines of talks", "the outcome of his talks": the larger noun's
	if world.CarrierPreposition.Has(c) && s.isVerbal(g) {
		return s.nounSubjects(g)
	}
	return nil
}

// predicated returns of what "as N" speaks: the object of the verb if it has
// one, else its subject.
func (s *subjects) predicated(g int) []int {
	if o := s.kid(g, "obj"); o >= 0 {
		if world.NominationNoun.Has(s.nodes[o].lemma) { // "welcomed the election of Ito as chair"
			return s.named(o)
		}
		return s.conjuncts(o)
	}
	return s.surfaceSubjects(g)
}

// besides returns who says or asks what the participle at node i says that stands behind a comma
// and that the parser hung on a noun: "will do all to stop floods, including by calling on Peru
// to build dams", "stood up for the industry, calling for clean boats".
func (s *subjects) besides(i int) []int {
	n := &s.nodes[i]
	l := n.lemma
	asks := world.ProposalVerb.Has(l) || world.RequestVerb.Has(l) || world.SpeechVerb.Has(l)
	if n.xpos != "VBG" || !asks || !s.followsComma(i) || s.isHuman(n.head) {
		return nil
	}
	for v, hops := n.head, 0; v >= 0 && hops < maxDepth; v, hops = s.nodes[v].head, hops+1 {
		switch {
		case s.hasKid(v, "nsubj:pass"), s.nodes[v].deprel == "acl:relcl":
			return nil // it may be either's
		case s.hasKid(v, "nsubj"):
			return s.surfaceSubjects(v)
		}
	}
	return nil
}
