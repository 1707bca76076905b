package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// suffix reads "Jr.", ", S.C.", "MP" after a name and returns the token after.
func (s *sentence) suffix(j int) int {
	for range 3 {
		k := j
		if k < len(s.ws) && s.ws[k].form == "," {
			k++
		}
		if s.ends(k) {
			return j
		}
		w := &s.ws[k]
		plain := undotted(w.lower)
		if !world.Postnominal.Has(plain) || w.shape == lower || w.loud || k > j && len(plain) > 4 {
			return j
		}
		if w.shape == capital && !world.CapitalisedPostnominal.Has(plain) {
			return j
		}
		j = k + 1
		if world.FilialSuffix.Has(plain) && s.ownStop(j) {
			j++
		}
	}
	return j
}

// generation gives the end of a name that ended before j, with "Jr." or "III".
func (s *sentence) generation(j int) int {
	k := j
	if k < len(s.ws) && s.ws[k].form == "," {
		k++
	}
	if s.ends(k) || s.ws[k].shape == lower {
		return j
	}
	w := &s.ws[k]
	plain := strings.TrimSuffix(w.lower, ".")
	if !world.GenerationSuffix.Has(plain) || !world.FilialSuffix.Has(plain) && (w.shape != upper || k > j) {
		return j
	}
	if plain == w.lower && s.ownStop(k+1) {
		return k + 2
	}
	return k + 1
}

// ownStop tells whether the full stop of an abbreviation stands at j as a token of
// its own, because the sentence goes on.
func (s *sentence) ownStop(j int) bool {
	return j+1 < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && !s.ws[j+1].cut && s.ws[j+1].shape == lower
}

// personName writes a name with plain spaces, without commas, capitals toned
// down where all is in capitals.
func (s *sentence) personName(i, end int) string {
	var b strings.Builder
	for k := i; k < end; k++ {
		w := s.ws[k]
		if w.form == "," {
			continue
		}
		if b.Len() > 0 && w.gap {
			b.WriteByte(' ')
		}
		if w.loud || w.shape == upper && len(w.form) > 3 && !strings.Contains(w.form, ".") {
			b.WriteString(world.TitleCase(w.lower))
		} else {
			b.WriteString(w.form)
		}
	}
	return b.String()
}
