package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A shape is what the letters of a token look like.
type shape uint8

// The shapes of tokens.
const (
	lower   shape = iota
	capital       // "Tokyo", "al-Abadi", "McDonald"
	upper         // "NATO", "U.S."
	initial       // "J.", "U"
	number        // "13th", "2024"
	punct
)

// A word is a token as the package sees it.
type word struct {
	form  string
	lower string        // lower case, apostrophes made straight
	fold  string        // of words with a capital only, as use is
	use   world.NameUse // in names of people
	upos  string
	shape shape
	gap   bool // white space stands before it
	cut   bool // a line ends before it, so that no name runs on
	loud  bool // in a run of capitals, where case says nothing
}

// named tells whether a word has the capital of a name.
func (w *word) named() bool {
	return w.shape == capital || w.shape == upper || w.shape == initial
}

// proper tells whether a word can be a name or part of one.
func (w *word) proper() bool { return w.named() && !world.ClosedWord.Has(w.lower) }

// verb tells whether a word is tagged as a verb.
func (w *word) verb() bool { return w.upos == "VERB" || w.upos == "AUX" }

// adverb tells whether a word looks like an adverb: "also" does not, "warmly" does.
func (w *word) adverb() bool { return strings.HasSuffix(w.lower, "ly") }

// shapeOf tells what the letters of a token look like.
func shapeOf(form string) shape {
	r, size := utf8.DecodeRuneInString(form)
	if unicode.IsDigit(r) {
		return number
	}
	letters, uppers := 0, 0
	for _, r := range form {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				uppers++
			}
		}
	}
	switch {
	case letters == 0:
		return punct
	case letters == 1 && uppers == 1 && (len(form) == size || form[size:] == "."):
		return initial
	case letters == uppers:
		return upper
	case unicode.IsUpper(r), uppers > 0 && strings.ContainsAny(form, "-'’‘"), uppers > 1:
		return capital
	}
	return lower
}

// A knownWord is what the lists say of a word.
type knownWord struct {
	fold string
	use  world.NameUse
}

// wordsOf looks at the tokens of a sentence. known keeps what has been looked up.
func wordsOf(doc *nlp.Document, sent *nlp.Sentence, known map[string]knownWord) []word {
	ws := make([]word, len(sent.Tokens))
	for i, t := range sent.Tokens {
		w := &ws[i]
		w.form, w.upos, w.gap = t.Form, t.UPOS, t.SpaceBefore
		w.lower = strings.ToLower(world.Straight(t.Form))
		w.shape = shapeOf(t.Form)
		if i > 0 {
			between := ""
			if a, b := sent.Tokens[i-1].End, t.Start; 0 <= a && a < b && b <= len(doc.Text) {
				between = doc.Text[a:b]
			}
			w.gap = w.gap || between != ""
			w.cut = strings.Count(between, "\n") > 1
		}
	}
	markLoud(ws)
	for i := range ws {
		w := &ws[i]
		if !w.named() {
			continue
		}
		k, ok := known[w.form]
		if !ok {
			k = knownWord{world.Fold(w.form), nameUse(w.form)}
			known[w.form] = k
		}
		w.fold, w.use = k.fold, k.use
	}
	return ws
}

// nameUse looks a word up; of a hyphenated word its first known part.
func nameUse(form string) world.NameUse {
	u := world.LookupName(form)
	if u == (world.NameUse{}) && strings.ContainsAny(form, "-–") {
		for part := range strings.FieldsFuncSeq(form, func(r rune) bool { return r == '-' || r == '–' }) {
			if u = world.LookupName(part); u != (world.NameUse{}) {
				return u
			}
		}
	}
	return u
}

// markLoud finds runs of capitals, as in headings.
func markLoud(ws []word) {
	for i := 0; i < len(ws); {
		j, ups, long := i, 0, 0
		for ; j < len(ws) && (ws[j].shape == upper || ws[j].shape == punct || ws[j].shape == initial); j++ {
			if ws[j].shape == upper {
				ups++
				if utf8.RuneCountInString(ws[j].form) > 3 {
					long++
				}
			}
		}
		if ups >= 3 && long >= 2 || ups == 2 && long == 2 && (i == 0 && j == len(ws)) {
			for k := i; k < j; k++ {
				if ws[k].shape == upper {
					ws[k].raise()
				}
			}
		}
		i = max(j, i+1)
	}
}

// raise marks a word of a run of capitals, and gives it the shape that it would
// have outside.
func (w *word) raise() {
	w.loud = true
	w.shape = capital
	if world.ClosedWord.Has(w.lower) {
		w.shape = lower
	}
}

// abstractSuffixes are those of world.AbstractSuffix, as they are tried one by one.
var abstractSuffixes = func() (list []string) {
	for suffix := range world.AbstractSuffix.All() {
		list = append(list, suffix)
	}
	return list
}()

// subject tells whether a word belongs to a portfolio or organisation rather
// than to a person's name.
func (w *word) subject() bool {
	l := w.lower
	if world.PortfolioWord.Has(l) {
		return true
	}
	if first, rest, ok := strings.Cut(l, "-"); ok && world.PortfolioWord.Has(rest) &&
		(world.PortfolioWord.Has(first) || world.OfficePrefix.Has(first)) { // "Vice-Foreign"
		return true
	}
	if len(l) < 7 {
		return false
	}
	for _, s := range abstractSuffixes {
		if strings.HasSuffix(l, s) {
			u := w.use
			return !u.Given && !u.Surname
		}
	}
	return false
}

// inTitle writes a word that is in capitals as titles have it.
func (w *word) inTitle() string {
	if world.ClosedWord.Has(w.lower) && w.shape == lower {
		return w.lower
	}
	return world.TitleCase(w.lower)
}

// ordinal tells whether a word is an ordinal in digits: "13th".
func ordinal(s string) bool {
	if len(s) <= 2 || s[0] < '0' || s[0] > '9' {
		return false
	}
	return world.OrdinalSuffix.Has(s[len(s)-2:])
}

// undotted takes away the full stops of an abbreviation: "ph.d." is "phd".
func undotted(s string) string {
	return strings.ReplaceAll(strings.TrimSuffix(s, "."), ".", "")
}

// hasDigit tells whether a digit is in a word: "G20".
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// trimDot takes away the full stop of an abbreviation.
func trimDot(s string) string {
	if n := len(s); n > 1 && s[n-1] == '.' {
		return s[:n-1]
	}
	return s
}

// isNoun tells whether the lexicon of the model has a word as an everyday noun.
func isNoun(word string) bool { return readAs(word, "NN", "NNS") }

// isInflectedVerb tells whether the lexicon of the model has a word as a form of a verb
// with an ending: "pursues", "called".
func isInflectedVerb(word string) bool { return readAs(word, "VBZ", "VBD", "VBG") }

// readAs tells whether the lexicon of the model gives a word one of some tags.
func readAs(word string, tags ...string) bool {
	model, err := nlp.Load()
	if err != nil {
		return false
	}
	readings, _ := model.Readings(word)
	return slices.ContainsFunc(readings, func(r nlp.Reading) bool { return slices.Contains(tags, r.XPOS) })
}
