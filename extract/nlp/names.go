package nlp

import (
	_ "embed"
	"fmt"
	"math"
	"sync"
)

// A NameType is the kind of thing that a name names.
type NameType uint8

// The types of names. A country or city is a location, also where it stands
// for its government.
const (
	PersonName NameType = iota + 1
	OrganizationName
	LocationName
)

func (t NameType) String() string {
	return [...]string{"", "PER", "ORG", "LOC"}[t]
}

// A Name is a name in a sentence, without titles and articles around it.
type Name struct {
	Range
	Type NameType
	// Margin tells how sure the model is: by how much the best reading of the
	// sentence in which a token of the name is not of this type is worse than
	// this one. 100 is what names of the training data have on average.
	Margin int
}

// Clues are what lists and the document tell of a token beyond its sentence: a
// set of bits whose meaning only the caller and the training data know. The
// model takes each bit by itself and all of them together.
type Clues uint32

// DocumentClue is the first of the bits that the model takes together apart
// from the others: what the document tells, not the lists.
const DocumentClue Clues = 1 << 24

// A NameModel finds names of persons, organisations and locations. It is
// immutable and safe for concurrent use.
type NameModel struct {
	*linear
	lexicon *lexicon // of words and of listed names
	// next is the score of a label after another; only legal ones count.
	next   [nameLabels][nameLabels]int32
	margin int // what a Margin of 100 is
}

//go:embed model/names.bin
var namesFile []byte

// LoadNames gives the model of names that is built into the program. The first
// call unpacks it; later ones return the same model at once.
var LoadNames = sync.OnceValues(func() (*NameModel, error) {
	d := &decoder{data: namesFile}
	margin := d.uint()
	lexicon, err := d.lexicon()
	if err != nil {
		return nil, fmt.Errorf("loading names: %w", err)
	}
	m, err := d.linear()
	if err == nil && (len(m.labels) != nameLabels || margin == 0) {
		err = errModel
	}
	if err != nil {
		return nil, fmt.Errorf("loading names: %w", err)
	}
	return newNameModel(m, lexicon, margin), nil
})

// Labels tell the place of a token in a name: outside, or first, inside, last
// or alone in a name of each type.
const (
	outsideName = 0
	nameLabels  = 13
)

const (
	nameFirst = iota
	nameInside
	nameLast
	nameAlone
)

func nameLabel(t NameType, place int) int { return 1 + 4*int(t-PersonName) + place }

// nameNext tells whether a label may follow another. Sentences start after and
// end before a label outside.
var nameNext = func() (legal [nameLabels][nameLabels]bool) {
	for a := range nameLabels {
		for b := range nameLabels {
			open := a != outsideName && (a-1)%4 <= nameInside
			goesOn := b != outsideName && ((b-1)%4 == nameInside || (b-1)%4 == nameLast)
			legal[a][b] = open == goesOn && (!open || (a-1)/4 == (b-1)/4)
		}
	}
	return legal
}()

// nameLabelNames are the labels in the order of their numbers.
func nameLabelNames() []string {
	all := []string{"O"}
	for t := PersonName; t <= LocationName; t++ {
		for _, place := range []string{"B", "I", "E", "S"} {
			all = append(all, place+"-"+t.String())
		}
	}
	return all
}

func newNameModel(m *linear, lexicon *lexicon, margin int) *NameModel {
	n := &NameModel{linear: m, lexicon: lexicon, margin: margin}
	for a := range nameLabels {
		m.score([]uint32{nameTransition(a)}, n.next[a][:])
	}
	return n
}

// nameTransition is the feature of the label before.
func nameTransition(label int) uint32 { return key(mix(mix(0x7472616e73, uint64(label)), 1)) }

// A nameWord is what the model sees of a token.
type nameWord struct {
	lower, form, shape uint64
	cluster            uint64
	prefix             [2]uint64 // of 2 and 3 bytes
	suffix             [3]uint64 // of 2, 3 and 4 bytes
	upos, xpos         uint64
	clues, seen        uint64
	class              class  // what lists and texts tell of the word
	list               uint64 // the lists of the listed name that it stands in, and where in it
	caps               bool
	// The run of capitalised words in which the token stands.
	first, last int
}

var outsideWord = nameWord{lower: 1, form: 1, shape: 1, upos: 1, xpos: 1, first: -1, last: -1}

const nameMargin = 2

// clusterForm is a word as the clusters have it, which keep capitalised words
// apart.
func clusterForm(form string, caps bool) string {
	form = string(appendLower(nil, form))
	if caps {
		return "^" + form
	}
	return form
}

func (m *NameModel) words(tokens []Token, clues []Clues, words []nameWord) ([]nameWord, caseStyle) {
	style := styleOf(tokens)
	words = append(words[:0], outsideWord, outsideWord)
	var buf [64]byte
	for i := range tokens {
		t := &tokens[i]
		var w nameWord
		r, _ := firstRune(t.Form)
		w.caps = isUpper(r)
		low := append(buf[:0], '^')
		low = appendLower(low, t.Form)
		w.lower = hashBytes(low[1:])
		if w.caps {
			_, _, c := m.lexicon.look(hashBytes(low))
			w.cluster = uint64(c)
		}
		class, _, c := m.lexicon.look(w.lower)
		if w.class = class; w.cluster == 0 {
			w.cluster = uint64(c)
		}
		low = low[1:]
		if style == allCapitals {
			w.form, w.shape = w.lower, shapeOf(string(low))
		} else {
			w.form, w.shape = hashString(t.Form), shapeOf(t.Form)
		}
		for k := range w.prefix {
			if len(low) > k+2 {
				w.prefix[k] = hashBytes(low[:k+2])
			}
		}
		for k := range w.suffix {
			if len(low) > k+2 {
				w.suffix[k] = hashBytes(low[len(low)-k-2:])
			}
		}
		w.upos, w.xpos = hashString(t.UPOS), hashString(t.XPOS)
		if i < len(clues) {
			w.clues, w.seen = uint64(clues[i]%DocumentClue), uint64(clues[i]/DocumentClue)
		}
		words = append(words, w)
	}
	words = append(words, outsideWord, outsideWord)
	m.markLists(words[nameMargin : len(words)-nameMargin])
	for i := nameMargin; i < len(words)-nameMargin; {
		j := i
		for words[j].caps {
			j++
		}
		for k := i; k < j; k++ {
			words[k].first, words[k].last = i, j-1
		}
		if j == i {
			words[i].first, words[i].last = i, i
			j++
		}
		i = j
	}
	return words, style
}

// markLists finds the listed names in words, the longest first from left to
// right.
func (m *NameModel) markLists(words []nameWord) {
	for i := 0; i < len(words); {
		c, hash := words[i].class, words[i].lower
		lists, end := c&nameLists, i+1
		for j := i + 1; c&startsName != 0 && j < len(words); j++ {
			hash = mix(hash, words[j].lower)
			if c, _, _ = m.lexicon.look(hash); c&nameLists != 0 {
				lists, end = c&nameLists, j+1
			}
		}
		if lists != 0 {
			for k := i; k < end; k++ {
				place := uint64(nameInside)
				switch {
				case end-i == 1:
					place = nameAlone
				case k == i:
					place = nameFirst
				case k == end-1:
					place = nameLast
				}
				words[k].list = uint64(lists)<<2 | place
			}
		}
		i = end
	}
}

// The class of a name in the lexicon of a NameModel: the lists that have it, as
// NameData.Lists tells, how often texts write it with a capital, and whether it
// begins a longer name.
const (
	nameLists    class = 1<<8 - 1
	nameParts    class = 3 << 8
	firstCapital       = 10
	capitalTimes class = 7 << firstCapital
	startsName   class = 1 << 15
)

func firstRune(s string) (rune, int) {
	for i, r := range s {
		return r, i
	}
	return 0, 0
}

// nameFeatures appends the features of token i. A source other than 0 tells
// which data the sentence is from, whose habits it learns beside what is true
// of all.
func nameFeatures(f []uint32, words []nameWord, i int, style caseStyle, source uint64) []uint32 {
	i += nameMargin
	w, p1, p2, n1, n2 := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	n := uint64(0)
	one := func(a uint64) {
		n++
		f = append(f, key(mix(mix(n, a), 0x2545f4914f6cdd1d)))
	}
	two := func(a, b uint64) { one(mix(a, b)) }
	three := func(a, b, c uint64) { one(mix(mix(a, b), c)) }
	edge := uint64(style)
	if i == nameMargin {
		edge |= 8
	}
	one(source)
	one(w.lower)
	one(w.form)
	two(w.shape, edge)
	one(w.cluster)
	two(w.cluster, w.shape)
	for _, s := range w.prefix {
		two(s, w.shape)
	}
	for _, s := range w.suffix {
		two(s, w.shape)
	}
	one(w.xpos)
	two(w.xpos, w.shape)
	one(p1.lower)
	one(p2.lower)
	one(n1.lower)
	one(n2.lower)
	one(p1.cluster)
	one(p2.cluster)
	one(n1.cluster)
	one(n2.cluster)
	one(p1.shape)
	one(n1.shape)
	two(p1.shape, w.shape)
	two(w.shape, n1.shape)
	three(p1.shape, w.shape, n1.shape)
	two(p1.xpos, w.xpos)
	two(w.xpos, n1.xpos)
	three(p1.xpos, w.xpos, n1.xpos)
	two(p1.lower, w.lower)
	two(w.lower, n1.lower)
	two(p1.cluster, w.cluster)
	two(w.cluster, n1.cluster)
	two(p1.lower, w.shape)
	two(n1.lower, w.shape)
	two(p2.lower, p1.lower)
	two(n1.lower, n2.lower)
	two(p1.cluster, n1.cluster)
	one(w.clues)
	two(w.clues, w.shape)
	two(w.clues, w.xpos)
	two(w.clues, w.cluster)
	two(p1.clues, w.clues)
	two(w.clues, n1.clues)
	one(p1.clues)
	one(n1.clues)
	three(p1.clues, w.clues, n1.clues)
	two(w.clues, p1.lower)
	two(w.clues, n1.lower)
	for b := w.clues; b != 0; b &= b - 1 {
		one(b & -b)
		n--
	}
	n++
	for b := p1.clues; b != 0; b &= b - 1 {
		two(b&-b, w.shape)
		n--
	}
	n++
	for b := n1.clues; b != 0; b &= b - 1 {
		two(b&-b, w.shape)
		n--
	}
	n++
	known := func(w *nameWord, which class) uint64 { return uint64(w.class & which) }
	one(known(w, ^startsName))
	two(known(w, ^startsName), w.shape)
	one(known(p1, ^startsName))
	one(known(n1, ^startsName))
	two(known(p1, ^startsName), known(w, ^startsName))
	two(known(w, ^startsName), known(n1, ^startsName))
	two(known(w, capitalTimes|nameParts), mix(edge, w.shape))
	two(w.list, w.shape)
	two(w.list, known(w, capitalTimes))
	two(w.list, p1.lower)
	two(w.list, n1.lower)
	two(p1.list, w.list)
	two(w.list, n1.list)
	two(w.list, w.clues)
	one(w.seen)
	two(w.seen, w.shape)
	two(w.seen, w.clues)
	two(w.seen, w.cluster)
	two(w.seen, edge)
	two(p1.seen, w.seen)
	two(w.seen, n1.seen)
	three(p1.seen, w.seen, n1.seen)
	if w.caps {
		place := uint64(min(i-w.first, 3))<<4 | uint64(min(w.last-i, 3))
		first, last := &words[w.first], &words[w.last]
		before, after := &words[w.first-1], &words[w.last+1]
		one(place)
		two(last.lower, place&15)
		two(last.clues, place&15)
		two(last.cluster, place&15)
		two(first.lower, place>>4)
		two(first.clues, place)
		two(before.lower, place>>4)
		two(after.lower, place&15)
		two(before.lower, after.lower)
		two(before.cluster, place>>4)
		two(after.cluster, place&15)
		two(after.xpos, place)
		two(before.xpos, place)
		three(first.clues, last.clues, place)
	}
	return f
}

// Names gives the names of a sentence, in order. The tokens must be tagged;
// clues are those of the tokens, or nil.
func (m *NameModel) Names(tokens []Token, clues []Clues) []Name {
	if len(tokens) == 0 {
		return nil
	}
	var wordBuf [64]nameWord
	words, style := m.words(tokens, clues, wordBuf[:0])
	var emissionBuf [64][nameLabels]int32
	emissions := emissionBuf[:0]
	var buf [160]uint32
	for i := range tokens {
		var scores [nameLabels]int32
		m.score(nameFeatures(buf[:0], words, i, style, 0), scores[:])
		emissions = append(emissions, scores)
	}
	var stepBuf [64]nameStep
	steps := namePaths(emissions, &m.next, stepBuf[:0])
	var labelBuf [64]uint8
	labels := bestNames(steps, labelBuf[:0])
	names := namesOf(labels)
	if len(names) > 0 {
		m.margins(names, labels, steps, emissions)
	}
	return names
}

// namesOf reads the names that labels mark.
func namesOf(labels []uint8) []Name {
	var names []Name
	for i := 0; i < len(labels); i++ {
		if labels[i] == outsideName {
			continue
		}
		n := Name{Range: Range{i, i + 1}, Type: PersonName + NameType(labels[i]-1)/4}
		for ; (labels[i]-1)%4 <= nameInside; i++ {
			n.Last++
		}
		names = append(names, n)
	}
	return names
}

// A nameStep is the best way to each label of a token.
type nameStep struct {
	score [nameLabels]int32
	from  [nameLabels]uint8
}

const noPath = -1 << 29

// namePaths appends the best ways through the labels (Viterbi).
func namePaths(emissions [][nameLabels]int32, next *[nameLabels][nameLabels]int32, steps []nameStep) []nameStep {
	var before [nameLabels]int32
	for l := range before {
		before[l] = noPath
	}
	before[outsideName] = 0
	for i := range emissions {
		var s nameStep
		for b := range nameLabels {
			best, from := int32(noPath), 0
			for a := range nameLabels {
				if v := before[a] + next[a][b]; v > best && nameNext[a][b] {
					best, from = v, a
				}
			}
			s.score[b], s.from[b] = max(best+emissions[i][b], noPath), uint8(from)
		}
		before = s.score
		steps = append(steps, s)
	}
	return steps
}

// bestNames appends the labels of the best way.
func bestNames(steps []nameStep, labels []uint8) []uint8 {
	best := outsideName
	end := &steps[len(steps)-1].score
	for l, v := range end {
		if nameNext[l][outsideName] && v > end[best] {
			best = l
		}
	}
	for range steps {
		labels = append(labels, 0)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		labels[i] = uint8(best)
		best = int(steps[i].from[best])
	}
	return labels
}

// margins fills the margins of names from the best ways through each label.
func (m *NameModel) margins(names []Name, labels []uint8, steps []nameStep, emissions [][nameLabels]int32) {
	var rest [nameLabels]int32 // best way from a label to the end
	for l := range rest {
		if !nameNext[l][outsideName] {
			rest[l] = noPath
		}
	}
	total := steps[len(steps)-1].score[labels[len(labels)-1]]
	k := len(names) - 1
	least := int32(math.MaxInt32)
	for i := len(steps) - 1; i >= 0 && k >= 0; i-- {
		if i < names[k].Last {
			other := int32(noPath)
			for l := range rest {
				if l == outsideName || PersonName+NameType(l-1)/4 != names[k].Type {
					other = max(other, steps[i].score[l]+rest[l])
				}
			}
			least = min(least, total-other)
			if i == names[k].First {
				names[k].Margin = int(least) * 100 / m.margin
				least = math.MaxInt32
				k--
			}
		}
		var before [nameLabels]int32
		for a := range before {
			before[a] = noPath
			for b := range rest {
				if nameNext[a][b] {
					before[a] = max(before[a], m.next[a][b]+emissions[i][b]+rest[b])
				}
			}
		}
		rest = before
	}
}
