package graph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A name is a person's name made comparable: without diacritics, hyphens,
// suffixes and the spellings that differ by who wrote it down.
type name struct {
	words   []string // in native order
	family  int      // index of the first word of the family name
	eastern bool     // the family name stands first: a given name is not left out at the end
	suffix  string   // "jr", "iii"
}

// spellings are given names that are written in several ways in Latin letters.
// The first of a line stands for all.
var spellings = index(`
muhammad mohammed mohamed mohammad mohamad muhammed muhamad mohd
ahmad ahmed ahmet
hussein husayn hussain husain hossein hussien hosein
hassan hasan
yousef youssef yusuf yousuf yusef youssouf yousif
abdullah abdallah abdulla abdalla
khaled khalid
mahmoud mahmud mahmood
mustafa mostafa moustafa mustapha moustapha
ibrahim ebrahim
omar umar
osama usama
faisal faysal
kassem qasem qasim qassem kasem
suleiman sulayman soleiman suleyman sulaiman
mahdi mehdi
jafar jaafar
rashid rasheed
hamid hameed
said saeed saied
salih saleh
nasir nasser naser
tarek tariq tareq
abbas abas
sergey sergei sergiy
alexey alexei aleksey aleksei
alexander aleksandr alexandr aleksander
dmitry dmitri dmitriy dmitrii
maxim maksim maxym maksym
viktor victor
nikolay nikolai
mikhail mihail
yevgeny evgeny evgeni evgenii
`)

// shortForms are what English calls people for short: the short form, then the
// names it can stand for.
var shortForms = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(`
abby abigail
al albert alan alfred alexander
alex alexander alexandra alejandro
andy andrew anders andreas
antony anthony
beth elizabeth
bill william
billy william
bob robert
bobby robert
charlie charles
chris christopher christian christina christine
chuck charles
cathy catherine
kathy katherine kathleen
kate katherine
dan daniel
danny daniel
dave david
debbie deborah
dick richard
don donald
doug douglas
ed edward edwin edgar
eddie edward edwin
fred frederick alfred
gabe gabriel
gene eugene
geoff geoffrey
greg gregory
hal harold
hank henry
harry harold henry
isabel isabella
jack john jackson
jake jacob
jeff jeffrey geoffrey
jen jennifer
jenny jennifer
jerry gerald jerome jeremiah
jill jillian gillian
jim james
jimmy james
joe joseph jose
joey joseph
johnny john
jon jonathan
josh joshua
ken kenneth
larry lawrence laurence
liz elizabeth
maggie margaret
marty martin
matt matthew
meg margaret megan
mike michael
mick michael
nick nicholas nicolas
nate nathan nathaniel
pat patrick patricia
patty patricia
pete peter
phil philip phillip
ray raymond
rich richard
rick richard frederick
rob robert
ron ronald
sam samuel samantha
sandy sandra alexander
steve steven stephen
stephen steven
sue susan suzanne
susie susan
ted edward theodore
terry terence theresa
tim timothy
tina christina
tom thomas
tommy thomas
tony anthony antonio antony
vicky victoria
vince vincent
wally walter
walt walter
wes wesley
will william wilfred
zach zachary
`) {
		if words := strings.Fields(line); len(words) > 0 {
			m[words[0]] = words[1:]
		}
	}
	return m
}()

func index(lines string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}

var (
	nameSuffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "vi": true, "vii": true, "viii": true, "ix": true, "xi": true, "xii": true, "xiii": true, "xiv": true, "xv": true, "xvi": true}
	articles     = map[string]bool{"al": true, "el": true, "ad": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "az": true, "ul": true} // "al-", before some letters otherwise
	// joints are words of names that tell nobody apart.
	joints = map[string]bool{"de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "la": true, "di": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "bint": true, "ibn": true, "ben": true, "y": true, "e": true}
)

// split gives the words of a name, folded and respelled, and its suffix.
func split(s string) (words []string, suffix string) {
	for _, w := range strings.FieldsFunc(world.Fold(s), func(r rune) bool { return r == ' ' || r == '.' || r == ',' || r == '"' || r == '(' || r == ')' }) {
		w = strings.ReplaceAll(w, "'", "")
		if first, rest, ok := strings.Cut(w, "-"); ok && articles[first] {
			w = rest // "al-Sisi"
		}
		w = strings.ReplaceAll(w, "-", "")
		n := len(words)
		switch {
		case w == "":
		case n > 1 && nameSuffixes[w]:
			suffix = w
		case n > 0 && (w == "al" || w == "el"): // "Abdel Fattah El Sisi"
		case n > 0 && (words[n-1] == "abdel" || words[n-1] == "abdul" || words[n-1] == "abd"):
			words[n-1] = "abdul" + w
		default:
			words = append(words, respell(w))
		}
	}
	return words, suffix
}

// respell brings the spellings of a word of a name to one.
func respell(w string) string {
	if to := spellings[w]; to != "" {
		return to
	}
	if rest, ok := strings.CutPrefix(w, "abdel"); ok && rest != "" {
		return "abdul" + rest
	}
	for _, end := range []string{"yy", "iy", "yi", "yj", "ij", "ii"} { // "Zelenskyy", "Dmitriy"
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			return stem + "y"
		}
	}
	return w
}

// parseName reads a full name as it is written.
func parseName(s string) *name {
	family, given, known := world.NameOrder(s)
	if len(family) > 1 && len(given) > 0 && articles[world.Fold(family[0])] {
		family = family[1:] // "El Sisi"
	}
	f, suffix := split(strings.Join(family, " "))
	g, suffixOfGiven := split(strings.Join(given, " "))
	n := &name{suffix: suffix + suffixOfGiven}
	if n.suffix == "" {
		_, n.suffix = split(s)
	}
	n.eastern = known && len(g) > 0 && strings.HasPrefix(world.PersonID(s), entity.MakeID(entity.Person, strings.Join(family, " "))+"-") && familyFirst(family, given)
	if n.eastern {
		n.words = slices.Concat(f, g)
	} else {
		n.words, n.family = slices.Concat(g, f), len(g)
	}
	return n
}

// familyFirst tells whether the words are used in names whose family name
// stands first.
func familyFirst(family, given []string) bool {
	return world.LookupName(family[0]).FamilyFirst || !slices.ContainsFunc(given, func(w string) bool {
		u := world.LookupName(w)
		return u != (world.NameUse{}) && !u.FamilyFirst
	})
}

// compact gives the letters of words without spaces.
func compact(words ...[]string) string { return strings.Join(slices.Concat(words...), "") }

// rotations are the ways to put a name's family name first or last, without
// spaces.
func (n *name) rotations() []string {
	k := len(n.words)
	if k < 2 {
		return nil
	}
	return []string{compact(n.words), compact(n.words[k-1:], n.words[:k-1]), compact(n.words[1:], n.words[:1])}
}

// middle gives the first word between given and family name, "" if there is none.
func (n *name) middle() string {
	if !n.eastern && n.family > 1 {
		return n.words[1]
	}
	return ""
}

// surname gives the first word of the family name.
func (n *name) surname() string {
	if n.family < len(n.words) {
		return n.words[n.family]
	}
	return ""
}

// keys are such that two names that fit have one in common.
func (n *name) keys() []string {
	if len(n.words) < 2 {
		return nil
	}
	keys := n.rotations()
	for i, a := range n.words {
		for _, b := range n.words[i+1:] {
			for _, v := range variants(a) {
				keys = append(keys, min(v, b)+" "+max(v, b))
			}
			keys = append(keys, a[:runeLen(a)]+". "+b) // initial and surname
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// variants are a given name and the names that it can be short for.
func variants(given string) []string { return append([]string{given}, shortForms[given]...) }

func isInitial(w string) bool { return utf8.RuneCountInString(w) == 1 }

// A likeness is how much two names have in common.
type likeness int

const (
	unlike   likeness = iota
	faint             // given names only by an initial
	surnames          // one has all surnames, two words or more, and nothing else
	partial           // words left out, a short form of the given name
	close             // other spaces or order, or three equal words
	certain           // other letters only
	decided           // by the aliases
)

// compare tells how alike two full names are, and how they differ.
func compare(a, b *name) (likeness, string) {
	if a.suffix != "" && b.suffix != "" && a.suffix != b.suffix || len(a.words) < 2 || len(b.words) < 2 {
		return unlike, ""
	}
	if slices.Equal(a.words, b.words) {
		return certain, "the names are equal but for their spelling"
	}
	for _, r := range b.rotations() {
		if r == compact(a.words) {
			return close, "the names are equal but for spaces and order"
		}
	}
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if a.eastern != b.eastern {
		return unlike, ""
	}
	if !a.eastern && slices.Equal(a.words, b.words[b.family:]) {
		return surnames, "one name is the surnames of the other"
	}
	n, k := len(a.words), len(b.words)
	given, aLast := 0, n-1
	if a.eastern {
		if a.words[0] != b.words[0] || a.words[n-1] != b.words[k-1] {
			return unlike, ""
		}
	} else if at := slices.Index(b.words, a.words[aLast]); isInitial(a.words[aLast]) || at < 1 || at < b.family && !(at == k-2 && !world.LookupName(a.words[aLast]).Given) {
		return unlike, ""
	}
	if am, bm := a.middle(), b.middle(); am != "" && bm != "" && (isInitial(am) || isInitial(bm)) && !sameWord(am, bm, false) {
		return unlike, "" // "George W. Bush", "George H. W. Bush"
	}
	equal, how := 0, partial
	short := false
	at := 0
	for i, w := range a.words {
		from := at
		for at < k && !sameWord(w, b.words[at], i == given && at == given) {
			at++
		}
		if at == k || i == 0 && at > 0 || at > from && i == 0 {
			return unlike, ""
		}
		switch v := b.words[at]; {
		case w == v && !joints[w] && !isInitial(w):
			equal++
		case isInitial(w) || isInitial(v):
			if i == given && (k == n || n == 2 || !isInitial(v)) {
				how = faint
			}
		case w != v:
			short = true
		}
		at++
	}
	switch {
	case how == faint:
		return faint, "the names agree but for initials"
	case short:
		return partial, "one given name is short for the other"
	case equal >= 3:
		return close, "one name contains the other, of three words or more"
	}
	return partial, "one name contains the other"
}

// sameWord tells whether two words of names can be one: equal, an initial, or
// of given names a short form.
func sameWord(a, b string, given bool) bool {
	if a == b {
		return true
	}
	if isInitial(a) || isInitial(b) {
		return a[:runeLen(a)] == b[:runeLen(b)]
	}
	return given && slices.ContainsFunc(variants(a), func(v string) bool { return slices.Contains(variants(b), v) })
}
