package nlp

import "math/bits"

// Hashes of features: a string is hashed once (FNV-1a), then mixed with the
// number of its template and other hashes.

func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9fb21c651e98df25
	return h ^ h>>32
}

// key folds a hash into the key of a feature, which is never 0.
func key(h uint64) uint32 { return uint32(h>>29) | 1 }

// A slot is a place of a hash table with open addressing; start and n are what
// the table tells of the key.
type slot struct{ key, start, n uint32 }

// newTable gives an empty table for n keys and the shift that goes with it.
func newTable(n int) ([]slot, uint8) {
	size := bits.Len(uint(n + n/2 + 1))
	return make([]slot, 1<<size), uint8(32 - size)
}

// find gives the slot of a key: its own, or the empty one where it goes.
func find(slots []slot, shift uint8, key uint32) *slot {
	mask := uint32(len(slots) - 1)
	i := key >> shift
	for slots[i].key != 0 && slots[i].key != key {
		i = (i + 1) & mask
	}
	return &slots[i]
}
