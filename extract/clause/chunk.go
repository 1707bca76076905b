package clause

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Noun phrases read from left to right by tags alone, beside the tree.

// A chunk is a base noun phrase, up to its head.
type chunk struct {
	first, noun int
	preposition int // node of the one that joins it to the chunk before, -1 if none does
}

// An item is one of several things: a base noun phrase with those that prepositions
// join to it.
type item struct {
	chunks  []chunk
	cc      []int // the nodes that stand between it and the item before it
	repeats bool  // the last of them is the preposition before the first item said again
	end     int   // the node behind it
}

// A coordination is a list of things.
type coordination struct {
	items []item
	top   int // which chunk of the first item the others are listed with
}

// first and end are the nodes where a coordination begins and the one behind it.
func (l *coordination) first() int { return l.items[0].chunks[0].first }
func (l *coordination) end() int   { return l.items[len(l.items)-1].end }

// head gives the node that heads item k.
func (l *coordination) head(k int) int {
	if k == 0 {
		return l.items[0].chunks[l.top].noun
	}
	return l.items[k].chunks[0].noun
}

// itemAt reads the item that begins at node i.
func (t *tree) itemAt(i int) (it item, ok bool) {
	c, ok := t.chunkAt(i)
	if !ok {
		return it, false
	}
	c.preposition = -1
	it = item{chunks: []chunk{c}, end: c.noun + 1}
	for p := it.end; p+1 < len(t.nodes); p = it.end {
		if n := &t.nodes[p]; n.upos != "ADP" || !world.ItemPreposition.Has(n.form) {
			break
		}
		c, ok := t.chunkAt(p + 1)
		if !ok || t.isTime(c.noun) {
			break
		}
		c.preposition = p
		it.chunks, it.end = append(it.chunks, c), c.noun+1
	}
	return it, true
}

// chunkAt reads the base noun phrase that begins at node i. Modifiers that "and" joins
// belong to it: "medical and nautical training".
func (t *tree) chunkAt(i int) (c chunk, ok bool) {
	c = chunk{first: i, noun: -1, preposition: -1}
	for k := i; k < len(t.nodes); k++ {
		switch {
		case t.isChunkNoun(k):
			c.noun = k
		case c.noun >= 0 && t.nodes[k].xpos == "POS":
			c.noun = -1
		case c.noun >= 0 && isDash(t.nodes[k].form) && t.isTied(k):
			c.noun = -1
		case c.noun >= 0:
			return c, true
		case t.isModifier(k), k > i && t.joinsModifiers(k):
		case k == i && (t.nodes[k].upos == "DET" || t.nodes[k].xpos == "PRP$"):
		default:
			return c, false
		}
	}
	return c, c.noun >= 0
}

// joinsModifiers tells whether node k is a conjunction of two modifiers of one noun: behind an
// adjective, before another or before a noun that stands before one, "educational and training
// courses".
func (t *tree) joinsModifiers(k int) bool {
	if t.nodes[k].upos != "CCONJ" || k+2 >= len(t.nodes) {
		return false
	}
	next := t.nodes[k+1].upos
	if t.nodes[k-1].upos == "ADV" && next == "ADV" { // "culturally and historically important"
		return t.isAdjective(k + 2)
	}
	return t.isAdjective(k-1) && (next == "ADJ" || next == "NOUN" && t.nodes[k+1].mention < 0 && t.nodes[k+2].upos == "NOUN")
}

// isTied tells whether node k, a dash, stands right between two words.
func (t *tree) isTied(k int) bool {
	return k+1 < len(t.nodes) && !t.sentence.Tokens[t.nodes[k].token].SpaceBefore &&
		!t.sentence.Tokens[t.nodes[k+1].tokens.First].SpaceBefore
}

// isChunkNoun tells whether node k may head a base noun phrase, or stand before its
// head.
func (t *tree) isChunkNoun(k int) bool {
	n := &t.nodes[k]
	switch n.upos {
	case "NOUN", "PROPN":
		return true
	case "VERB": // "flood forecasting", "mining and tourism"
		return n.xpos == "VBG" && !world.ListingParticiple.Has(n.form) && !t.isObjectBehind(k)
	}
	return n.mention >= 0 && n.upos != "PRON"
}

// isObjectBehind tells whether a gerund at node k goes on to an object or the like.
func (t *tree) isObjectBehind(k int) bool {
	if k+1 == len(t.nodes) {
		return false
	}
	switch n := &t.nodes[k+1]; n.upos {
	case "PUNCT", "CCONJ":
		return false
	case "ADP":
		return !world.ListConjunction.Has(n.form) && n.form != "of"
	case "ADV":
		return n.form != "as"
	}
	return !t.hasNounArc(k)
}

// hasNounArc tells whether the parser took the verb at node k for a word before a noun.
func (t *tree) hasNounArc(k int) bool {
	r := rel(t.nodes[k].deprel)
	return r == "compound" || r == "amod"
}

func (t *tree) isAdjective(k int) bool { return k < len(t.nodes) && t.nodes[k].upos == "ADJ" }

// isModifier tells whether node k may stand in a base noun phrase before its head.
func (t *tree) isModifier(k int) bool {
	n := &t.nodes[k]
	switch n.upos {
	case "ADJ":
		return n.form != "such"
	case "NUM":
		return true
	case "VERB":
		return (n.xpos == "VBN" || n.xpos == "VBG") && t.hasNounArc(k) && !world.ListingParticiple.Has(n.form)
	case "ADV":
		return t.isAdjective(k+1) || k+1 < len(t.nodes) && t.joinsModifiers(k+1)
	case "PUNCT":
		return isDash(n.form) && t.isTied(k)
	}
	return false
}

// isListable tells whether node k may head an item of a list of things.
func (t *tree) isListable(k int) bool {
	n := &t.nodes[k]
	if m := t.mentionAt(k); m != nil &&
		(m.Kind == entity.Named || m.Type == entity.Person || m.Type == entity.Country || m.Type == "") {
		return false
	}
	return (n.upos == "NOUN" || n.upos == "PROPN" || n.upos == "VERB") && !t.isTime(k) &&
		!world.ActorNoun.Has(n.lemma) && !world.ActorNoun.Has(n.form) && !t.isSum(k)
}

// isStop tells whether a node is a semicolon.
func (n *node) isStop() bool { return n.form == ";" }
