package identity

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// A likeness is how much two names have in common.
type likeness int

const (
	unlike   likeness = iota
	misspelt          // a letter or two of a word are wrong
	part              // one is the beginning or the end of the other
	varied            // words spelt in another way
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
	if a.eastern == b.eastern {
		if !a.eastern && slices.Equal(a.words, b.words[b.family:]) {
			return surnames, "one name is the surnames of the other"
		}
		if a.anchored(b) && !a.middleDiffers(b) {
			like, how := contained(a, b)
			if like == faint && slices.Equal(a.bare(), b.bare()) { // "H. M. Hanif", not "H. for Hanif"
				like = unlike
			}
			if like != unlike {
				return like, how
			}
		}
	}
	if a.middleDiffers(b) {
		return unlike, ""
	}
	return nearly(a.bare(), b.bare(), a.eastern || b.eastern)
}

// nearly tells how alike two names are whose words differ in their letters, or of
// which one is a part of the other. Initials before the given name tell nothing, and
// eastern names are not left off at their end.
func nearly(a, b []string, eastern bool) (likeness, string) {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(a)
	if n < 2 {
		return unlike, ""
	}
	if slices.Equal(a, b) {
		return varied, "the names are equal but for initials"
	}
	like, how := aligned(a, b)
	if like == unlike && len(b) > n {
		if end, _ := aligned(a, b[len(b)-n:]); end == varied {
			return part, "one name is the end of the other"
		}
		if start, _ := aligned(a, b[:n]); start == varied && !eastern {
			return part, "one name is the beginning of the other"
		}
	}
	return like, how
}

// aligned tells how alike two names are that begin and end with the same words, as
// they may be spelt: the longer has words between.
func aligned(a, b []string) (likeness, string) {
	n, k := len(a), len(b)
	wrong, at := 0, 0
	for i, w := range a {
		if i == n-1 {
			at = k - 1
		}
		found := otherWord
		for ; at < k; at++ {
			v := b[at]
			if w == v || i > 0 && i < n-1 && sameWord(w, v, false) {
				found = respelt
			} else {
				found = spelt(w, v)
			}
			if found != otherWord || i == 0 {
				break
			}
		}
		switch found {
		case otherWord:
			return unlike, ""
		case misprint:
			wrong++
		}
		at++
	}
	switch {
	case wrong == 0:
		return varied, "the names are equal but for how they are spelt"
	case wrong == 1:
		return misspelt, "the names are equal but for a misprint"
	}
	return unlike, ""
}

// anchored tells whether the last word of n, or of an eastern name the first
// and the last, stand in a longer name where they can.
func (n *name) anchored(long *name) bool {
	last, k := n.words[len(n.words)-1], len(long.words)
	if n.eastern {
		return n.words[0] == long.words[0] && last == long.words[k-1]
	}
	if isInitial(last) {
		return false
	}
	at := slices.Index(long.words, last)
	return at > 0 && (at >= long.family || at == k-2 && !world.LookupName(last).Given)
}

// middleDiffers tells middle initials apart: "George W. Bush", "George H. W. Bush".
func (n *name) middleDiffers(o *name) bool {
	mine, theirs := n.middle(), o.middle()
	return mine != "" && theirs != "" && (isInitial(mine) || isInitial(theirs)) && !sameWord(mine, theirs, false)
}

// contained tells how alike two names are of which the longer has all words of
// the shorter, in its order and beginning with the same.
func contained(a, b *name) (likeness, string) {
	n, k := len(a.words), len(b.words)
	equal, how := 0, partial
	short := false
	at := 0
	for i, w := range a.words {
		for at < k && !sameWord(w, b.words[at], i == 0 && at == 0) {
			at++
		}
		if at == k || i == 0 && at > 0 {
			return unlike, ""
		}
		switch v := b.words[at]; {
		case w == v && !world.CommonParticle.Has(w) && !isInitial(w):
			equal++
		case isInitial(w) || isInitial(v):
			if i == 0 && (k == n || n == 2 || !isInitial(v)) {
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

// loose tells whether two words may be one of which several spellings are between.
func loose(a, b string) bool {
	n, d := min(len(a), len(b)), edits(sound(a), sound(b))
	return spelt(a, b) != otherWord || n >= longWord && d <= 3 || n >= longWord-2 && d <= 2
}

// akin tells whether all words of one name are in the other, in order and as they
// may be spelt, so that both may be of a third that is between them.
func akin(a, b *name) bool {
	if a.middleDiffers(b) || a.suffix != b.suffix && a.suffix != "" && b.suffix != "" {
		return false
	}
	x, y := a.bare(), b.bare()
	if len(x) > len(y) {
		x, y = y, x
	}
	if k, n := len(x), len(y); k == n && k > 2 && slices.Equal(x[1:], y[1:]) && !world.CommonParticle.Has(x[1]) &&
		(world.LookupName(x[0]) == (world.NameUse{}) || world.LookupName(y[0]) == (world.NameUse{})) {
		return true // "Attorney Ana Maria Paz", "Judge Ana Maria Paz"
	}
	at := 0
	for _, w := range x {
		if isInitial(w) {
			continue
		}
		for at < len(y) && !sameWord(w, y[at], at == 0) && !loose(w, y[at]) {
			at++
		}
		if at == len(y) {
			return false
		}
		at++
	}
	return true
}
