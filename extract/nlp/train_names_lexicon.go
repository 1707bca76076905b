package nlp

// nameLexicon tells of words what lists and texts do: the group of words with
// the same neighbours, those with a capital inside a sentence apart from
// others; how often they have a capital; the lists that have them, also as
// beginnings of longer names.
func nameLexicon(d NameData) *lexicon {
	text := make([]Sentence, 0, len(d.Text)+len(d.Sentences))
	add := func(tokens []Token) {
		s := Sentence{Tokens: make([]Token, len(tokens))}
		for i, t := range tokens {
			r, _ := firstRune(t.Form)
			s.Tokens[i].Form = clusterForm(t.Form, i > 0 && isUpper(r))
		}
		text = append(text, s)
	}
	for _, s := range d.Text {
		add(s.Tokens)
	}
	for _, s := range d.Sentences {
		add(s.Tokens)
	}
	words := make(map[string]lexiconEntry)
	for w, c := range clusters(text, 400, 4, 2500, 8) {
		words[w] = lexiconEntry{cluster: uint32(c)}
	}
	know := func(name string, c class) {
		e := words[name]
		e.class |= c
		words[name] = e
	}
	for w, n := range countCapitals(d.Text) {
		if c := n.class(); c > 0 {
			know(w, c)
		}
	}
	for name, lists := range d.Lists {
		know(name, class(lists)&(nameLists|nameParts))
		for i := range name {
			if name[i] == ' ' {
				know(name[:i], startsName)
			}
		}
	}
	return newLexicon(words)
}

// A capitals is how often a word was seen inside sentences, without and with a
// capital.
type capitals struct{ low, high int }

func countCapitals(text []Sentence) map[string]capitals {
	counts := make(map[string]capitals)
	for _, s := range text {
		if styleOf(s.Tokens) != ordinaryCase {
			continue
		}
		for i := 1; i < len(s.Tokens); i++ {
			r, _ := firstRune(s.Tokens[i].Form)
			before, _ := firstRune(s.Tokens[i-1].Form)
			if !isLetter(r) || !isLetter(before) && before != ',' {
				continue
			}
			w := string(appendLower(nil, s.Tokens[i].Form))
			n := counts[w]
			if isUpper(r) {
				n.high++
			} else {
				n.low++
			}
			counts[w] = n
		}
	}
	return counts
}

// class gives the capital bits of a class: none for a rare word, else from
// never to always.
func (n capitals) class() class {
	all := n.low + n.high
	step := class(0)
	switch {
	case all < 3:
	case n.high == 0:
		step = 1
	case n.high*20 < all:
		step = 2
	case n.high*2 < all:
		step = 3
	case n.high*20 < all*19:
		step = 4
	case n.low > 0:
		step = 5
	case all < 20:
		step = 6
	default:
		step = 7
	}
	return step << firstCapital
}
