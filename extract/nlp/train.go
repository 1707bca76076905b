package nlp

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A WordForm is an inflected or basic form with its Penn tag and dictionary
// form.
type WordForm struct{ Form, XPOS, Lemma string }

// TrainingData is what a model learns from.
type TrainingData struct {
	Treebank []Sentence // analysed sentences
	Forms    []WordForm // a dictionary
	Text     []Sentence // sentences without analysis, for clusters of words
	Seed     uint64
	// Progress may be called from several goroutines at once.
	Progress func(format string, args ...any)
}

// Train builds a model. The same data give the same model, bit for bit.
func Train(d TrainingData) (*Model, error) {
	if len(d.Treebank) == 0 {
		return nil, fmt.Errorf("training: no sentences")
	}
	if d.Progress == nil {
		d.Progress = func(string, ...any) {}
	}
	m := &Model{}
	labels := tagLabels(d.Treebank)
	m.lexicon = makeLexicon(d, labels)
	m.irregulars = learnIrregulars(d, m.lexicon)
	m.lemmatizer = newLemmatizer(m.lexicon, m.irregulars)
	d.Progress("lemmas: %d irregular forms", len(m.irregulars))
	m.tagger = trainTagger(d, d.Treebank, labels, m.lexicon, 8)
	d.Progress("tagger: %d labels", len(labels))

	// The parser must learn from tags as wrong as those it will see: each part of the treebank is
	// tagged by a tagger that was trained on the others.
	tagged := make([]Sentence, len(d.Treebank))
	eachPart(func(part int) {
		var rest []Sentence
		for i, s := range d.Treebank {
			if partOf(i) != part {
				rest = append(rest, s)
			}
		}
		t := trainTagger(d, rest, labels, m.lexicon, 3)
		for i, s := range d.Treebank {
			if partOf(i) != part {
				continue
			}
			s.Tokens = slices.Clone(s.Tokens)
			t.tag(s.Tokens)
			for j := range s.Tokens {
				s.Tokens[j].Lemma = m.lemmatizer.lemma(s.Tokens[j].Form, s.Tokens[j].XPOS, j == 0, ordinaryCase)
			}
			tagged[i] = s
		}
	})
	d.Progress("parts of the treebank tagged")
	var err error
	if m.parser, err = trainParser(d, tagged, m.lexicon); err != nil {
		return nil, fmt.Errorf("training the parser: %w", err)
	}
	return m, nil
}

// eachPart calls do for each part of the treebank, side by side.
func eachPart(do func(part int)) {
	var all sync.WaitGroup
	for part := range parts {
		all.Go(func() { do(part) })
	}
	all.Wait()
}

const parts = 4

// partOf gives the part that a sentence belongs to: a run of sentences, which
// are often of one text.
func partOf(sentence int) int { return sentence / 20 % parts }

func label(t *Token) string { return t.UPOS + " " + t.XPOS }

// tagLabels gives the tags of a treebank by falling frequency. Those seen once
// or twice are annotation faults and left out.
func tagLabels(treebank []Sentence) []string {
	count := make(map[string]int)
	for _, s := range treebank {
		for i := range s.Tokens {
			count[label(&s.Tokens[i])]++
		}
	}
	return frequent(count, 3)
}

// frequent gives the keys counted at least so often by falling count, as many
// as a model may have labels, less one.
func frequent(count map[string]int, least int) []string {
	var all []string
	for k, n := range count {
		if n >= least {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return all[:min(len(all), maxLabels-1)]
}

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
		if best := frequent(c, 1)[0]; missed*2 > total || u.tag == "JJ" && total >= 2 && capitalised(best) && c[best]*2 > total {
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

// withHeadlines adds copies of some sentences in the capitals of headlines.
func withHeadlines(treebank []Sentence, random *rand.Rand) []Sentence {
	out := slices.Clone(treebank)
	for _, s := range treebank {
		var change func(string) string
		switch n := random.IntN(100); {
		case n < 5:
			change = strings.ToUpper
		case n < 12:
			change = func(form string) string {
				r, size := utf8.DecodeRuneInString(form)
				if len(form) > 3 {
					return string(unicode.ToUpper(r)) + form[size:]
				}
				return form
			}
		default:
			continue
		}
		if len(s.Tokens) < 4 {
			continue
		}
		s.Tokens = slices.Clone(s.Tokens)
		for i := range s.Tokens {
			s.Tokens[i].Form = change(s.Tokens[i].Form)
		}
		out = append(out, s)
	}
	return out
}

func trainTagger(d TrainingData, treebank []Sentence, labels []string, l *lexicon, epochs int) *tagger {
	const margin = 4
	random := rand.New(rand.NewPCG(d.Seed, 1))
	treebank = withHeadlines(treebank, random)
	w := newWeights(labels)
	var features []uint32
	var words []word
	for range epochs {
		random.Shuffle(len(treebank), func(i, j int) { treebank[i], treebank[j] = treebank[j], treebank[i] })
		for _, s := range treebank {
			var style caseStyle
			words, style = l.context(s.Tokens, words)
			t1, t2 := uint64(len(labels)), uint64(len(labels))
			for i := range s.Tokens {
				features = taggerFeatures(features[:0], words, i, style, t1, t2)
				best := w.learn(features, slices.Index(labels, label(&s.Tokens[i])), margin)
				t1, t2 = uint64(best), t1
			}
		}
	}
	w.average()
	return newTagger(w.model(600_000), l)
}

// An example is a sentence as the parser learns it.
type example struct {
	part  int
	units []unit
	heads []int32 // the root's is len(units)
	rels  []string
}

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
		if head >= 0 {
			h = at[head]
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
		if first > 0 && tokens[first-1].XPOS == "JJ" && capitalised(tokens[first-1].Form) && first > 1 && whole(Range{first - 1, last}) {
			best.First--
		}
		// Names with "of", "for", "to", "and" inside.
		for last < len(tokens) {
			j := last + 1
			switch tokens[last].Form {
			case "of", "for", "to":
			default:
				j = len(tokens)
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

// trainParser trains with the dynamic oracle of Goldberg and Nivre (2013): the
// parser walks through its own mistakes and learns the best of what is left.
func trainParser(d TrainingData, treebank []Sentence, l *lexicon) (*parser, error) {
	var examples []example
	relations := make(map[string]int)
	for i, s := range treebank {
		examples = append(examples, l.example(s.Tokens, partOf(i)))
		if groups := names(s.Tokens); len(groups) > 0 {
			examples = append(examples, l.example(collapse(s.Tokens, groups), partOf(i)))
		}
	}
	supertagger := supertag(examples, d.Seed)
	d.Progress("supertagger: %d labels", len(supertagger.labels))
	for _, e := range examples {
		for i, r := range e.rels {
			switch h := e.heads[i]; {
			case int(h) < i:
				relations["right "+r]++
			case int(h) < len(e.heads):
				relations["left "+r]++
			}
		}
	}
	labels := append([]string{"shift"}, frequent(relations, 5)...)
	p, err := newParser(&linear{labels: labels}, supertagger, l)
	if err != nil {
		return nil, err
	}
	ids := make(map[string]int)
	for i, name := range labels {
		ids[name] = i
	}
	w := mixture(d.Seed, func(seed uint64) *weights {
		w := newWeights(labels)
		p.learn(w, examples, ids, rand.New(rand.NewPCG(seed, 2)), d.Progress)
		return w
	})
	return newParser(w.model(3_600_000), supertagger, l)
}

// learn trains weights on the examples; ids are the numbers of the moves.
func (p *parser) learn(w *weights, examples []example, ids map[string]int, random *rand.Rand, progress func(format string, args ...any)) {
	const epochs, margin = 6, 5
	scores := make([]float32, len(p.moves))
	var s state
	var features []uint32
	order := random.Perm(len(examples))
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		moves, wrong := 0, 0
		for _, k := range order {
			e := &examples[k]
			s.units = e.units
			s.restart()
			for s.next < s.n || len(s.stack) > 1 {
				features = s.features(features[:0])
				if epoch == 0 {
					w.count(features)
				}
				if len(s.stack) == 0 {
					s.apply(0, &p.moves[0])
					continue
				}
				w.score(features, scores)
				costs := e.costs(&s)
				// The best move, the best of those that lose nothing, and the best of the others.
				best, gold, rival := -1, -1, -1
				for i := range p.moves {
					kind := p.moves[i].kind
					if !s.legal(kind) || s.next == s.n && kind == left {
						continue
					}
					if best < 0 || scores[i] > scores[best] {
						best = i
					}
					if p.loses(e, &s, i, costs, ids) {
						if rival < 0 || scores[i] > scores[rival] {
							rival = i
						}
					} else if gold < 0 || scores[i] > scores[gold] {
						gold = i
					}
				}
				moves++
				w.step++
				if best != gold {
					wrong++
				}
				if rival >= 0 && scores[gold] <= scores[rival]+margin {
					w.update(features, gold, 1)
					w.update(features, rival, -1)
				}
				next := gold
				if epoch > 0 && random.IntN(10) > 0 {
					next = best
				}
				s.apply(next, &p.moves[next])
			}
		}
		progress("parser: epoch %d, %.2f%% of moves right", epoch+1, 100-100*float64(wrong)/float64(moves))
	}
}

// loses tells whether a move makes the tree worse than another would: by the
// arcs it costs, or by the relation of a right arc.
func (p *parser) loses(e *example, s *state, move int, costs [3]int, ids map[string]int) bool {
	kind, top := p.moves[move].kind, s.top(0)
	switch {
	case costs[kind] != min(costs[shift], costs[left], costs[right]):
		return true
	case kind == left && e.heads[top] == s.next:
		return p.moves[move].deprel != e.rels[top] && ids["left "+e.rels[top]] != 0
	case kind == right && e.heads[top] == s.top(1):
		return p.moves[move].deprel != e.rels[top] && ids["right "+e.rels[top]] != 0
	}
	return false
}

// costs counts the arcs of the right tree that each kind of move makes
// impossible; moves that are not allowed cost more than any.
func (e *example) costs(s *state) [3]int {
	const never = 1 << 20
	costs := [3]int{never, never, never}
	top, below, next := s.top(0), s.top(1), s.next
	head := e.heads[top]
	later := 0 // dependents of the top that are still to come
	for d := next; d < s.n; d++ {
		if e.heads[d] == top {
			later++
		}
	}
	if s.legal(shift) {
		costs[shift] = 0
		for i, u := range s.stack {
			if e.heads[u] == next {
				costs[shift]++
			}
			if e.heads[next] == u && i < len(s.stack)-1 {
				costs[shift]++
			}
		}
	}
	if s.legal(left) && s.next < s.n {
		costs[left] = later
		if head == below || head > next {
			costs[left]++
		}
	}
	if s.legal(right) {
		costs[right] = later
		if head >= next {
			costs[right]++
		}
	}
	return costs
}
