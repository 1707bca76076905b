package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// speaker returns the mention of who says what node i states, -1 if the text
// tells it itself.
func (s *subjects) speaker(i int) int {
	for hops := 0; hops < 12; hops++ {
		n := &s.nodes[i]
		for _, k := range s.kids(i, "obl") {
			if s.caseOf(k) == "according to" && s.nodes[k].mention >= 0 {
				return s.nodes[k].mention
			}
		}
		for _, k := range s.kids(i, "parataxis") { // "Japan is ready, Ito noted"
			if world.SpeechVerb.Has(s.nodes[k].lemma) {
				if m := s.firstMention(s.surfaceSubjects(k)); m >= 0 {
					return m
				}
			}
		}
		if n.head < 0 {
			return -1
		}
		if s.reported(i) {
			if m := s.firstMention(s.surfaceSubjects(n.head)); m >= 0 {
				return m
			}
		}
		i = n.head
	}
	return -1
}

// quoting returns the mention of who says node i, in a sentence that begins within quotation
// marks, -1 if the node stands behind them or nobody is known to say it.
func (s *subjects) quoting(i int) int {
	said := s.doc.Speakers
	if s.index >= len(said) || said[s.index] < 0 {
		return -1
	}
	before := s.doc.NLP.Text[s.sentence.Start:s.sentence.Tokens[s.nodes[i].token].Start]
	quotes := strings.Count(before, `"`)
	if strings.HasPrefix(before, `"`) {
		quotes--
	}
	if quotes > 0 || strings.ContainsAny(before, "”»") {
		return -1
	}
	return said[s.index]
}

// unsaid tells whether who speaks leaves out "I" before the predicate at node i, as posts do:
// "Had a good meeting with", "Spoke with", "Great to meet", "Good talks with".
func (s *subjects) unsaid(i int) bool {
	v := i
	if g := s.nodes[i].head; g >= 0 && s.nodes[i].deprel == "obj" && s.carries(g, i) {
		v = g
	}
	n := &s.nodes[v]
	if s.hasKid(v, "nsubj", "nsubj:pass", "csubj", "aux", "cop", "expl") {
		return false
	}
	if n.head >= 0 && among([]string{"csubj", "xcomp", "ccomp", "advcl", "acl"}, n.deprel) && s.enjoyed(n.head) {
		return (n.xpos == "VB" || n.xpos == "VBG") && !s.hasKid(n.head, "aux") &&
			!slices.ContainsFunc(s.kids(n.head, "nsubj"), func(k int) bool { return s.nodes[k].lemma != "it" })
	}
	if n.head >= 0 && !s.reported(v) || !s.leadsOff(v) {
		return false
	}
	if s.isVerb(v) {
		return n.xpos == "VBD" || n.xpos == "VBN" && !s.hasKid(v, "obl:agent")
	}
	return world.MeetingForm.Has(n.lemma) && n.upos == "NOUN" && s.hasKid(v, "amod") && n.mention < 0
}

// enjoyed tells whether node i says how somebody liked what he did: "great", "an honour".
func (t *tree) enjoyed(i int) bool {
	return world.EnjoyedAdjective.Has(t.nodes[i].lemma) || world.ExperienceNoun.Has(t.nodes[i].lemma) && t.hasKid(i, "cop")
}

// leadsOff tells whether node i opens its sentence, with no more than its own adverbs or
// adjectives before it.
func (t *tree) leadsOff(i int) bool {
	for k := range i {
		n := &t.nodes[k]
		if n.upos != "PUNCT" && !(n.head == i && among([]string{"advmod", "amod", "det"}, n.deprel)) {
			return false
		}
	}
	return true
}

// reported tells whether node i is what the verb above it reports. Who "is
// expected to come" says nothing.
func (t *tree) reported(i int) bool {
	n := &t.nodes[i]
	return (n.deprel == "ccomp" || n.deprel == "xcomp" || n.deprel == "parataxis") &&
		world.SpeechVerb.Has(t.nodes[n.head].lemma) && !t.hasKid(n.head, "aux:pass")
}

// firstMention returns the mention of the first node that has one, -1 if none has.
func (t *tree) firstMention(nodes []int) int {
	for _, k := range nodes {
		if t.nodes[k].mention >= 0 {
			return t.nodes[k].mention
		}
	}
	return -1
}
