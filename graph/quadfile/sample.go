package quadfile

import (
	"cmp"
	"hash/crc32"
	"slices"
	"strings"
)

// A sample keeps some of the terms that it is shown: which, depends on the set
// of terms only, not on their order or on how often each comes.
type sample struct {
	kept []sampled
	full bool
	last sampled // nothing behind it is kept, if full
}

type sampled struct {
	hash uint32
	term string
}

const sampleSize = 1024

func compareSampled(a, b sampled) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), strings.Compare(a.term, b.term))
}

func (s *sample) add(term []byte) {
	hash := crc32.Checksum(term, castagnoli)
	if s.full && hash > s.last.hash {
		return
	}
	if s.kept = append(s.kept, sampled{hash, string(term)}); len(s.kept) == 2*sampleSize {
		s.cut()
	}
}

// cut keeps the terms with the least hashes.
func (s *sample) cut() {
	slices.SortFunc(s.kept, compareSampled)
	s.kept = slices.Compact(s.kept)
	if len(s.kept) >= sampleSize {
		s.kept = s.kept[:sampleSize]
		s.full, s.last = true, s.kept[sampleSize-1]
	}
}

// longestSampled is how many bytes of a term are taken into account.
const longestSampled = 512

// rests gives the terms of the sample in their order, each without what it shares
// with the one before.
func (s *sample) rests() [][]byte {
	s.cut()
	slices.SortFunc(s.kept, func(a, b sampled) int { return strings.Compare(a.term, b.term) })
	var rests [][]byte
	last := ""
	for _, x := range s.kept {
		same := 0
		for same < len(last) && same < len(x.term) && last[same] == x.term[same] {
			same++
		}
		rests = append(rests, []byte(x.term[same:min(len(x.term), same+longestSampled)]))
		last = x.term
	}
	return rests
}
