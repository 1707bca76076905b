package nlp

import "github.com/relata-graph/relata/extract/world"

// An example is a sentence as the parser learns it.
type example struct {
	part  int
	units []unit
	heads []int32 // the root's is len(rels); -1 if unknown
	rels  []string
}

// unknownHead is the head of a token of which only the rest of the tree is known.
const unknownHead = -2

func (l *lexicon) example(tokens []Token, part int) example {
	var s state
	last := l.units(&s, tokens, nil)
	at := make([]int32, len(tokens))
	for i := range at {
		at[i] = -1
	}
	for i, j := range last {
		at[j] = int32(i)
	}
	e := example{part: part, units: s.units}
	for _, j := range last {
		head := tokens[j].Head
		for head >= 0 && at[head] < 0 { // a word that hangs on a punctuation mark
			head = tokens[head].Head
		}
		h := int32(len(last))
		switch {
		case head >= 0:
			h = at[head]
		case head == unknownHead:
			h = -1
		}
		e.heads = append(e.heads, h)
		e.rels = append(e.rels, tokens[j].Deprel)
	}
	return e
}

// names finds runs of proper nouns that hang together in the tree, as the
// callers of Parse give them as groups: "Prime Minister of Japan Ito Naoki".
func names(tokens []Token) []Range {
	proper := func(i int) bool { return i < len(tokens) && (tokens[i].XPOS == "NNP" || tokens[i].XPOS == "NNPS") }
	whole := func(r Range) bool {
		outside := 0
		for i := r.First; i < r.Last; i++ {
			if h := tokens[i].Head; h < r.First || h >= r.Last {
				outside++
			}
		}
		return outside == 1 && r.Last-r.First > 1
	}
	var all []Range
	for i := 0; i < len(tokens); i++ {
		if !proper(i) {
			continue
		}
		first, last := i, i+1
		for proper(last) {
			last++
		}
		i = last - 1
		best := Range{first, last}
		if first > 1 && tokens[first-1].XPOS == "JJ" && capitalised(tokens[first-1].Form) && whole(Range{first - 1, last}) {
			best.First--
		}
		// Names with a preposition inside.
		for last < len(tokens) {
			j := len(tokens)
			if world.GroupPreposition.Has(tokens[last].Form) {
				j = last + 1
			}
			if j < len(tokens) && tokens[j].Form == "the" {
				j++
			}
			if !proper(j) {
				break
			}
			for proper(j) {
				j++
			}
			if whole(Range{best.First, j}) {
				best.Last = j
				i = j - 1
			}
			last = j
		}
		if whole(best) {
			all = append(all, best)
		}
	}
	return all
}

// collapse makes each group one token.
func collapse(tokens []Token, groups []Range) []Token {
	at := make([]int, len(tokens)) // new index of each token
	var out []Token
	for i := 0; i < len(tokens); i++ {
		if len(groups) > 0 && groups[0].First == i {
			g := groups[0]
			groups = groups[1:]
			t := tokens[g.Last-1]
			t.UPOS, t.XPOS = "PROPN", "NNP"
			for ; i < g.Last; i++ {
				at[i] = len(out)
				if h := tokens[i].Head; h < g.First || h >= g.Last {
					t.Head, t.Deprel = h, tokens[i].Deprel
				}
			}
			i--
			out = append(out, t)
			continue
		}
		at[i] = len(out)
		out = append(out, tokens[i])
	}
	for i := range out {
		if out[i].Head >= 0 {
			out[i].Head = at[out[i].Head]
		}
	}
	return out
}
