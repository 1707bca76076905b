package identity

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

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
	if !a.anchored(b) || a.middleDiffers(b) {
		return unlike, ""
	}
	return contained(a, b)
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
