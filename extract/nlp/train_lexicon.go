package nlp

import (
	"cmp"
	"slices"
	"strings"
)

func makeLexicon(d TrainingData, labels []string) *lexicon {
	classes := map[string]class{
		"NN": nounBase, "NNS": nounPlural, "VB": verbBase, "VBZ": verbS, "VBD": verbPast, "VBN": verbPart, "VBG": verbIng,
		"JJ": adjective, "JJR": compared, "JJS": compared, "RB": adverb,
	}
	words := make(map[string]lexiconEntry)
	for _, f := range d.Forms {
		w := string(appendLower(nil, f.Form))
		e := words[w]
		e.class |= classes[f.XPOS]
		words[w] = e
	}
	counts := make(map[string]map[string]int)
	for _, s := range d.Treebank {
		for i := range s.Tokens {
			w := string(appendLower(nil, s.Tokens[i].Form))
			if counts[w] == nil {
				counts[w] = make(map[string]int)
			}
			counts[w][label(&s.Tokens[i])]++
		}
	}
	for w, c := range counts {
		total := 0
		for _, n := range c {
			total += n
		}
		best := frequent(c, 1)[0]
		if i := slices.Index(labels, best); i >= 0 && total >= 5 {
			e := words[w]
			e.tag = uint32(i) + 1
			words[w] = e
		}
	}
	for w, c := range clusters(slices.Concat(d.Text, d.Treebank), 240, 4, 2500, 8) {
		e := words[w]
		e.cluster = uint32(c)
		words[w] = e
	}
	return newLexicon(words)
}

// learnIrregulars finds the forms whose lemma the rules of the lemmatizer miss.
func learnIrregulars(d TrainingData, l *lexicon) []irregular {
	rules := newLemmatizer(l, nil)
	type use struct{ form, tag string }
	counts := make(map[use]map[string]int)
	for _, s := range d.Treebank {
		style := styleOf(s.Tokens)
		for i, t := range s.Tokens {
			if t.XPOS == "NNP" || t.XPOS == "GW" || t.XPOS == "ADD" || t.XPOS == "" || t.Lemma == "" || style != ordinaryCase {
				continue
			}
			u := use{small(t.Form), t.XPOS}
			if counts[u] == nil {
				counts[u] = make(map[string]int)
			}
			counts[u][t.Lemma]++
			// A capital that only the first word has tells nothing.
			if got := rules.rule(t.Form, u.form, t.XPOS, i == 0, style); got != t.Lemma {
				counts[u]["\x00"]++
			}
		}
	}
	var all []irregular
	known := make(map[use]bool)
	for u, c := range counts {
		missed, total := c["\x00"], 0
		delete(c, "\x00")
		for _, n := range c {
			total += n
		}
		if total >= 2 {
			known[u] = true
		}
		// Adjectives with a capital have it wherever they stand ("Peruvian").
		best := frequent(c, 1)[0]
		capital := u.tag == "JJ" && total >= 2 && capitalised(best) && c[best]*2 > total
		if missed*2 > total || capital {
			all = append(all, irregular{u.form, u.tag, best})
			known[u] = true
		}
	}
	for _, f := range d.Forms {
		u := use{small(f.Form), f.XPOS}
		group := use{u.form, f.XPOS[:1]}
		if known[u] || known[group] || f.Lemma == f.Form {
			continue
		}
		if rules.rule(f.Form, u.form, f.XPOS, false, ordinaryCase) != f.Lemma {
			known[u] = true
			all = append(all, irregular{u.form, u.tag, f.Lemma})
		}
	}
	slices.SortFunc(all, func(a, b irregular) int {
		return cmp.Or(strings.Compare(a.form, b.form), strings.Compare(a.tag, b.tag), strings.Compare(a.lemma, b.lemma))
	})
	return all
}
