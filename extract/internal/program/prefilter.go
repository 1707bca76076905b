package program

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Prefilter tells from the bytes of a text whether any rule may start in it:
// whether it has, of one of the rules, a word that the rule cannot do without
// or, for rules about titles, the name of an office. It knows no grammar and
// errs on the side of yes. A word is a run of ASCII letters here, so that of
// "tête-à-tête", "don't" and "co-operate" one such run must be there.
type Prefilter struct {
	some  [1 << 12]uint64 // bits of the hashes: most words are none of all
	words map[uint64]bool // by hash
}

// NewPrefilter makes the prefilter of a program; the model tells the forms that
// its words have. It returns nil when a word has no ASCII letters to look for.
func NewPrefilter(p *Program, model *nlp.Model) *Prefilter {
	f := &Prefilter{words: map[uint64]bool{}}
	for _, r := range p.Rules {
		for _, word := range anchors(r) {
			for _, form := range model.Forms(word) {
				if !f.add(form) {
					return nil
				}
			}
		}
	}
	if len(p.Titles) > 0 {
		for noun := range world.OfficeNouns() {
			if !f.add(noun) {
				return nil
			}
		}
	}
	return f
}

// anchors returns words one of which stands, as lemma or form, in every
// sentence in which mayHold is true of the rule or a pattern of it fits. Of its
// trigger and conditions it takes those without short words, which are in every
// text: in "was in Peru for talks" not "be" but "talk".
func anchors(r *rules.Rule) []string {
	var best []string
	shortest := 0
	offer := func(words []string) {
		if n := len(slices.MinFunc(words, func(a, b string) int { return len(a) - len(b) })); n > shortest {
			best, shortest = words, n
		}
	}
	var triggers []string
	for _, w := range Triggers(r) {
		parts := strings.Fields(w)
		triggers = append(triggers, slices.MaxFunc(parts, func(a, b string) int { return len(a) - len(b) }))
	}
	for i := range r.On.Patterns {
		triggers = append(triggers, r.On.Patterns[i].Keys()...)
	}
	if len(triggers) == 0 {
		return nil // a rule about titles
	}
	offer(triggers)
	if len(r.On.Under) > 0 && len(r.On.Patterns) == 0 { // patterns ask for none
		offer(r.On.Under)
	}
	for i := range r.If {
		if role := &r.If[i]; len(role.Head) > 0 && len(role.Type) == 0 {
			offer(role.Head)
		}
	}
	return best
}

// add adds the longest run of letters of a word or phrase in small letters.
func (f *Prefilter) add(word string) bool {
	run := ""
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(part) >= len(run) { // the last of those of one length: "n't" is in "didn't"
			run = part
		}
	}
	if run == "" {
		return false
	}
	f.put(run)
	f.put(run + "n") // "hasn't"
	for _, whole := range nlp.Contractions(run) {
		f.put(whole)
	}
	return true
}

func (f *Prefilter) put(run string) {
	h := uint64(hashStart)
	for i := 0; i < len(run); i++ {
		h = hashLetter(h, run[i])
	}
	f.words[h] = true
	f.some[h>>58^h>>20&0xfff] |= 1 << (h >> 32 & 63)
}

func (f *Prefilter) has(h uint64) bool {
	return f.some[h>>58^h>>20&0xfff]&(1<<(h>>32&63)) != 0 && f.words[h]
}

// FNV-1a.
const hashStart = 14695981039346656037

func hashLetter(h uint64, c byte) uint64 { return (h ^ uint64(c)) * 1099511628211 }

// letters gives the small letter of an ASCII letter, 1 for bytes of other
// runes, else 0.
var letters = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = 1
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = byte(c | 0x20)
		}
	}
	return t
}()

// Matches tells whether any rule may start in a text. A nil Prefilter knows
// nothing and says yes.
func (f *Prefilter) Matches(text string) bool {
	if f == nil {
		return true
	}
	// word is the hash of the run of letters so far, part that of its letters from
	// the last capital after a small one: "saidThe" may be two words.
	word, part := uint64(hashStart), uint64(hashStart)
	small := false
	for i := 0; i < len(text); i++ {
		b := text[i]
		c := letters[b]
		if c > 1 {
			if b != c && small {
				if f.has(part) {
					return true
				}
				part = hashStart
			}
			small = b == c
			word, part = hashLetter(word, c), hashLetter(part, c)
			continue
		}
		if word != hashStart {
			if f.has(word) || part != word && f.has(part) {
				return true
			}
			word, part, small = hashStart, hashStart, false
		}
		if c == 1 {
			r, size := utf8.DecodeRuneInString(text[i:])
			if hides(r) {
				return true
			}
			i += size - 1
		}
	}
	return f.has(word) || part != word && f.has(part)
}

// hides tells whether a rune may stand inside of a word that has other letters
// to its readers: an invisible one, a mark that forms one letter with the
// letter before it, or an ASCII letter in disguise (the Kelvin sign).
func hides(r rune) bool {
	return r >= 0x300 && (unicode.In(r, unicode.Cf, unicode.M) || unicode.ToLower(r) < utf8.RuneSelf) ||
		r == '\u00ad' || r == 'İ'
}
