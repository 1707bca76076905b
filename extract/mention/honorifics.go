package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// honorific reads the honorifics at i and returns the token after them, i if
// there are none.
func (s *reader) honorific(i int) int {
	end, _ := s.honorifics(i)
	return end
}

func (s *reader) honorifics(i int) (end int, g world.Gender) {
	end = i
	for end < len(s.ws) && (s.ws[end].named() || s.ws[end].lower == "the" || world.PossessiveDeterminer.Has(s.ws[end].lower)) {
		var key []byte
		next := end
		for k := end; k < len(s.ws) && k < end+4; k++ {
			w := s.ws[k]
			if k > i && w.cut {
				break
			}
			if w.shape == punct {
				break
			}
			if len(key) > 0 {
				key = append(key, ' ')
			}
			l := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", " ")
			key = append(key, l...)
			gender, ok := world.HonorificGender(string(key))
			if !ok && k+1 < len(s.ws) && s.ws[k+1].lower == "'" && !s.ws[k+1].gap {
				gender, ok = world.HonorificGender(string(key) + "'")
				if ok {
					k++
				}
			}
			if ok && k+2 < len(s.ws) && s.ws[k+1].lower == "'" && !s.ws[k+1].gap {
				k++ // "Dato' Ahmad"
			}
			if _, n := s.officeNoun(end); n > k+1-end || n > 0 && string(key) == "chief" && s.officeHere(k+1) {
				ok = false
			}
			if ok && world.NameHonorific.Has(string(key)) && !(k+2 < len(s.ws) && s.ws[k+1].named() && s.ws[k+2].named()) {
				ok = false
			}
			if ok && s.ws[k].shape != lower && s.nameStarts(k+1) && !(string(key) == "u" && w.form != "U") {
				next = k + 1
				if gender != world.UnknownGender {
					g = gender
				}
			}
		}
		if next == end {
			return end, g
		}
		end = next
		if end < len(s.ws) && s.ws[end].form == "." {
			end++
		}
	}
	return end, g
}

// nameStarts tells whether the token at k can start a name or a further title.
func (s *reader) nameStarts(k int) bool {
	if k < len(s.ws) && s.ws[k].form == "." {
		k++
	}
	if k >= len(s.ws) || s.ws[k].cut {
		return false
	}
	w := s.ws[k]
	return w.named() && !world.ClosedWord.Has(w.lower) || world.NameParticle.Has(w.lower) && k+1 < len(s.ws) && s.ws[k+1].named()
}
