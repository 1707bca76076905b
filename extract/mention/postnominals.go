package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// suffix reads "Jr.", ", S.C.", "MP" after a name and returns the token after.
func (s *sentence) suffix(j int) int {
	for range 3 {
		k := j
		comma := false
		if k < len(s.ws) && s.ws[k].form == "," {
			k++
			comma = true
		}
		if k >= len(s.ws) || s.ws[k].cut {
			return j
		}
		w := s.ws[k]
		plain := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", "")
		if !world.Postnominal.Has(plain) || w.shape == lower || w.loud || comma && len(plain) > 4 {
			return j
		}
		if w.shape == capital && plain != "jr" && plain != "sr" && plain != "phd" && plain != "esq" {
			return j
		}
		j = k + 1
		if plain == "jr" || plain == "sr" {
			if j < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && (j+1 < len(s.ws)) && !s.ws[j+1].cut && s.ws[j+1].shape == lower {
				j++
			}
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
	if k >= len(s.ws) || s.ws[k].cut || s.ws[k].shape == lower {
		return j
	}
	w := s.ws[k]
	plain := strings.TrimSuffix(w.lower, ".")
	if !world.GenerationSuffix.Has(plain) || plain != "jr" && plain != "sr" && (w.shape != upper || k > j) {
		return j
	}
	if k+1 < len(s.ws) && s.ws[k+1].form == "." && !s.ws[k+1].gap && plain == w.lower && k+2 < len(s.ws) && !s.ws[k+2].cut && s.ws[k+2].shape == lower {
		return k + 2 // a full stop of its own
	}
	return k + 1
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
