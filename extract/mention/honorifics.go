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

// honorifics is honorific with the gender that they tell.
func (s *reader) honorifics(i int) (end int, g world.Gender) {
	end = i
	for end < len(s.ws) && s.opensHonorific(&s.ws[end]) {
		next, gender := s.oneHonorific(i, end)
		if gender != world.UnknownGender {
			g = gender
		}
		if next == end {
			break
		}
		end = next
		if end < len(s.ws) && s.ws[end].form == "." {
			end++
		}
		end = s.pastHonorific(end)
	}
	return end, g
}

// opensHonorific tells whether a word can be the first of an honorific: "Mr", "the
// Hon", "His Excellency".
func (s *reader) opensHonorific(w *word) bool {
	return w.named() || w.lower == "the" || world.PossessiveDeterminer.Has(w.lower)
}

// oneHonorific reads the longest honorific at j, in a run of them that began at i,
// and returns the token after it, j if there is none.
func (s *reader) oneHonorific(i, j int) (next int, g world.Gender) {
	key := ""
	next = j
	for k := j; k < len(s.ws) && k < j+4 && (key == "" || world.BeginsHonorific(key)); k++ {
		w := &s.ws[k]
		if k > i && w.cut || w.shape == punct {
			break
		}
		_, noun := s.officeNoun(j)
		if key != "" {
			key += " "
		}
		key += strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", " ")
		gender, ok := world.HonorificGender(key)
		if !ok && s.apostrophe(k+1) {
			if gender, ok = world.HonorificGender(key + "'"); ok {
				k++
			}
		}
		if ok && k+2 < len(s.ws) && s.apostrophe(k+1) {
			k++ // "Dato' Ahmad"
		}
		if !ok || !s.addresses(key, k, k+1-j, noun) || s.ws[k].shape == lower || !s.nameStarts(k+1) {
			continue
		}
		if key != "u" || w.form == "U" {
			next = k + 1
			if gender != world.UnknownGender {
				g = gender
			}
		}
	}
	return next, g
}

// apostrophe tells whether an apostrophe without a space before it stands at j.
func (s *reader) apostrophe(j int) bool {
	return s.lowerAt(j) == "'" && !s.ws[j].gap
}

// addresses tells whether the honorific of n tokens that ends with k is one here,
// and no beginning of an office, whose noun has so many tokens, or of a name.
func (s *reader) addresses(key string, k, n, noun int) bool {
	if noun > n || noun > 0 && key == "chief" && s.officeFollows(k+1) {
		return false
	}
	return !world.NameHonorific.Has(key) || s.namedAt(k+1) && s.namedAt(k+2)
}

// nameStarts tells whether the token at k can start a name or a further title.
func (s *reader) nameStarts(k int) bool {
	if k < len(s.ws) && s.ws[k].form == "." {
		k++
	}
	if k = s.pastHonorific(k); s.ends(k) {
		return false
	}
	w := &s.ws[k]
	return w.proper() || (world.NameParticle.Has(w.lower) || w.shape == capital && w.use.FamilyFirst) && s.namedAt(k+1) ||
		world.MonthGivenName.Has(w.lower) && s.joined(k+1) && s.namedAt(k+2)
}

// pastHonorific returns the token behind an honorific in brackets at j, "Rev. (Dr.) Ana Soto", j if
// there is none.
func (s *reader) pastHonorific(j int) int {
	if k := s.pastBracket(j); k == j+3 && world.Honorific.Has(trimDot(s.ws[j+1].lower)) {
		return k
	}
	return j
}

// pastBracket returns the token behind a bracket of one or two words at j, "Ana Rey (OH)", j if
// there is none.
func (s *reader) pastBracket(j int) int {
	if s.wordAt(j).form != "(" {
		return j
	}
	for k := j + 2; k < j+5 && !s.ends(k); k++ {
		if s.ws[k].form == ")" {
			return k + 1
		}
	}
	return j
}
