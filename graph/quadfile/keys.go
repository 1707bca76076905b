package quadfile

import (
	"cmp"
	"slices"
)

// A key is what a sorter sorts: by hi, then by lo.
type key struct{ hi, lo uint64 }

func compareKeys(a, b key) int {
	if a.hi != b.hi {
		return cmp.Compare(a.hi, b.hi)
	}
	return cmp.Compare(a.lo, b.lo)
}

// sortKeys sorts keys by their bytes, from the last to the first, of which most
// are the same in all: several times quicker than by comparing.
func sortKeys(keys []key) {
	if slices.IsSortedFunc(keys, compareKeys) {
		return
	}
	if len(keys) < 256 {
		slices.SortFunc(keys, compareKeys)
		return
	}
	var hi, lo uint64 // the bits in which keys differ
	for _, k := range keys {
		hi |= k.hi ^ keys[0].hi
		lo |= k.lo ^ keys[0].lo
	}
	from, to := keys, make([]key, len(keys))
	pass := func(differ uint64, part func(*key) uint64) {
		for shift := 0; shift < 64; shift += 8 {
			if byte(differ>>shift) == 0 {
				continue
			}
			var at [256]int
			for i := range from {
				at[byte(part(&from[i])>>shift)]++
			}
			sum := 0
			for i, n := range at {
				at[i] = sum
				sum += n
			}
			for i := range from {
				b := byte(part(&from[i]) >> shift)
				to[at[b]] = from[i]
				at[b]++
			}
			from, to = to, from
		}
	}
	pass(lo, func(k *key) uint64 { return k.lo })
	pass(hi, func(k *key) uint64 { return k.hi })
	if &from[0] != &keys[0] {
		copy(keys, from)
	}
}
