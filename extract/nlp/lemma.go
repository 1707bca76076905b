package nlp

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

// A lemmatizer gives dictionary forms: by a table for irregular words, else by
// the endings that the Penn tag tells, checked against the lexicon.
type lemmatizer struct {
	lexicon *lexicon
	shift   uint8
	slots   []slot // start is an index into lemmas
	lemmas  []string
	forms   func() map[string][]string // irregular ones by lemma, in small letters
}

// An irregular is a form whose lemma the rules do not find. Tag is a Penn tag
// or its first letter.
type irregular struct{ form, tag, lemma string }

func newLemmatizer(l *lexicon, all []irregular) *lemmatizer {
	z := &lemmatizer{lexicon: l}
	z.slots, z.shift = newTable(len(all))
	for _, e := range all {
		k := lemmaKey(e.form, e.tag)
		if s := find(z.slots, z.shift, k); s.key == 0 {
			*s = slot{k, uint32(len(z.lemmas)), 0}
			z.lemmas = append(z.lemmas, e.lemma)
		}
	}
	z.forms = sync.OnceValue(func() map[string][]string {
		forms := make(map[string][]string)
		add := func(form, lemma string) { forms[strings.ToLower(lemma)] = append(forms[strings.ToLower(lemma)], form) }
		for _, e := range all {
			add(e.form, e.lemma)
		}
		for short, full := range world.CalendarAbbreviation.All() {
			add(short, full)
		}
		return forms
	})
	return z
}

func lemmaKey(form, tag string) uint32 { return key(mix(hashString(form), hashString(tag))) }

func (z *lemmatizer) look(form, tag string) (string, bool) {
	if s := find(z.slots, z.shift, lemmaKey(form, tag)); s.key != 0 {
		return z.lemmas[s.start], true
	}
	return "", false
}

// lemma gives the dictionary form of a token. Capitals of names stay; inside
// of a sentence, those of adjectives (Peruvian) and acronyms stay too.
func (z *lemmatizer) lemma(form, xpos string, first bool, style caseStyle) string {
	if xpos == "NNP" {
		return z.name(form, style)
	}
	low := small(form)
	if s, ok := z.look(low, xpos); ok {
		return s
	}
	if s, ok := z.look(low, xpos[:min(1, len(xpos))]); ok && xpos[0] != 'J' {
		return s
	}
	return z.rule(form, low, xpos, first, style)
}

func (z *lemmatizer) rule(form, low, xpos string, first bool, style caseStyle) string {
	switch xpos {
	case "NNP":
		return z.name(form, style)
	case "FW", "ADD", "GW":
		return form
	case "CD":
		return withoutCommas(low)
	case "NNPS":
		return z.singular(form)
	case "NN", "JJ":
		if style == ordinaryCase && low != form && form[0] != '"' {
			if acronym := strings.ToUpper(form) == form && len(form) > 1; acronym || xpos == "JJ" && !first {
				if c, _, _ := z.lexicon.look(hashString(low)); !acronym || c == 0 {
					return form
				}
			}
		}
	case "NNS":
		if one := z.singular(low); z.lexicon.has(one, nounBase) || !z.lexicon.has(low, nounBase) {
			return one
		}
		return low // "amends"
	case "VBZ":
		return z.strip(low, verbBase)
	case "VBD", "VBN":
		if stem, ok := strings.CutSuffix(low, "ied"); ok && len(stem) > 1 {
			return stem + "y"
		}
		if stem, ok := strings.CutSuffix(low, "ed"); ok {
			return z.stem(low, stem, verbBase)
		}
	case "VBG":
		if stem, ok := strings.CutSuffix(low, "ing"); ok && len(stem) > 1 {
			return z.stem(low, stem, verbBase)
		}
	case "JJR", "RBR", "JJS", "RBS":
		for _, ending := range []string{"er", "est"} {
			stem, ok := strings.CutSuffix(low, ending)
			if !ok || len(stem) < 2 {
				continue
			}
			if y, ok := strings.CutSuffix(stem, "i"); ok && z.lexicon.has(y+"y", adjective|adverb) {
				return y + "y"
			}
			if s := z.stem(low, stem, adjective|adverb); z.lexicon.has(s, adjective|adverb) {
				return s
			}
		}
	}
	return low
}

// name gives the lemma of a proper noun: without capitals that only the style
// of the sentence or of its first words has, and whole if it is the
// abbreviation of a month or weekday.
func (z *lemmatizer) name(form string, style caseStyle) string {
	var buf [16]byte
	if len(form) < len(buf) && isUpper(rune(form[0])) {
		if full := world.CalendarAbbreviation.Value(string(appendLower(buf[:0], form))); full != "" {
			return full
		}
	}
	if len(form) <= 3 || strings.ContainsFunc(form, func(r rune) bool { return !isLetter(r) || isLower(r) }) {
		return form
	}
	low := small(form)
	c, _, _ := z.lexicon.look(hashString(low))
	if len(form) > 6 || style == allCapitals && c != 0 {
		_, size := utf8.DecodeRuneInString(form)
		return form[:size] + strings.ToLower(form[size:])
	}
	return form
}

// withoutCommas takes the commas between thousands out of a number.
func withoutCommas(s string) string {
	if !strings.Contains(s, ",") {
		return s
	}
	whole, _, _ := strings.Cut(s, ".")
	for i, part := range strings.Split(whole, ",") {
		if !numeral(part) || i > 0 && len(part) != 3 {
			return s
		}
	}
	return strings.ReplaceAll(s, ",", "")
}

// singular takes the plural ending off a noun.
func (z *lemmatizer) singular(form string) string {
	if stem, ok := strings.CutSuffix(form, "men"); ok && len(stem) > 1 {
		return stem + "man"
	}
	return z.strip(form, nounBase)
}

// strip takes the ending -s off a noun or verb.
func (z *lemmatizer) strip(form string, c class) string {
	n := len(form)
	switch {
	case n < 3 || form[n-1] != 's' && form[n-1] != 'S' || strings.HasSuffix(form, "ss"):
		return form
	case form[n-1] == 'S':
		if form[n-2] >= 'A' && form[n-2] <= 'Z' && n > 3 {
			return form[:n-1]
		}
		return form
	case z.lexicon.has(strings.ToLower(form[:n-1]), c):
		return form[:n-1]
	case strings.HasSuffix(form, "ies") && n > 4:
		return form[:n-3] + "y"
	case strings.HasSuffix(form, "es") && (z.lexicon.has(strings.ToLower(form[:n-2]), c) || sibilant(form[:n-2])):
		return form[:n-2]
	case strings.HasSuffix(form, "'s"):
		return form[:n-2]
	}
	return form[:n-1]
}

func sibilant(stem string) bool {
	for _, s := range []string{"ss", "x", "zz", "ch", "sh"} {
		if strings.HasSuffix(stem, s) {
			return true
		}
	}
	return false
}

// stem undoes what spelling does before -ed, -ing, -er, -est. Given a stem
// without ending it finds the word of the lexicon: with a silent e, as it is,
// or with one consonant for two.
func (z *lemmatizer) stem(form, stem string, c class) string {
	n := len(stem)
	if n < 2 {
		return form
	}
	doubled := n > 3 && stem[n-1] == stem[n-2] && !strings.ContainsRune("aeiou", rune(stem[n-1]))
	switch {
	case !doubled && z.lexicon.has(stem+"e", c):
		return stem + "e"
	case z.lexicon.has(stem, c):
		return stem
	case doubled && z.lexicon.has(stem[:n-1], c):
		return stem[:n-1]
	}
	// Unknown words, also behind a prefix: "re-signed".
	if i := strings.LastIndexByte(stem, '-'); i > 0 && i+1 < n {
		return stem[:i+1] + z.stem(form[i+1:], stem[i+1:], c)
	}
	switch {
	case !strings.ContainsAny(stem, "aeiouy"):
		return form
	case doubled && !strings.ContainsRune("lsfz", rune(stem[n-1])):
		return stem[:n-1]
	case !doubled && (strings.ContainsRune("cvuz", rune(stem[n-1])) || stem[n-2:] == "at" || stem[n-2:] == "dg"):
		return stem + "e"
	}
	return stem
}

func writeIrregulars(w io.Writer, all []irregular) error {
	out := bufio.NewWriter(w)
	slices.SortFunc(all, func(a, b irregular) int {
		return strings.Compare(a.form+"\t"+a.tag, b.form+"\t"+b.tag)
	})
	writeUint(out, uint64(len(all)))
	last := ""
	for _, e := range all {
		shared := 0
		for shared < min(len(last), len(e.form)) && last[shared] == e.form[shared] {
			shared++
		}
		writeUint(out, uint64(shared))
		writeStrings(out, []string{e.form[shared:], e.tag, e.lemma})
		last = e.form
	}
	return out.Flush()
}

func (d *decoder) irregulars() ([]irregular, error) {
	all := make([]irregular, d.count())
	last := ""
	for i := range all {
		shared := d.uint()
		s := d.strings()
		if d.bad || len(s) != 3 || shared > len(last) {
			return nil, errModel
		}
		all[i] = irregular{last[:shared] + s[0], s[1], s[2]}
		last = all[i].form
	}
	return all, nil
}
