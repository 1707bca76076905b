package clause

import "github.com/relata-graph/relata/extract/world"

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
