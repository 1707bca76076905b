package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// A hit is what the lists of the world know at a token.
type hit struct {
	country                               *world.CountryInfo
	capital                               *world.CountryInfo
	org                                   *world.OrgInfo
	place                                 *world.PlaceInfo
	countryLen, capitalLen, orgLen, plLen int
	adjective, seat                       bool
}

// noHit is what they know at most tokens.
var noHit hit

// look asks the lists once for every token of a sentence.
func look(ws []word) []*hit {
	at := slices.Repeat([]*hit{&noHit}, len(ws))
	forms := make([]string, len(ws))
	for i, w := range ws {
		forms[i] = w.form
		if n := len(w.form); w.shape == capital && (n == 3 || n == 4) && shapeOf(w.form[n-1:]) == initial {
			forms[i] = strings.ToUpper(w.form) // "RoK"
		}
	}
	for i, w := range ws {
		if !w.named() && w.shape != number {
			continue
		}
		end := min(i+12, len(forms))
		for k := i + 1; k < end; k++ {
			if ws[k].cut {
				end = k
			}
		}
		var h hit
		if w.shape != number {
			h.country, h.countryLen, h.adjective = world.FindCountry(forms[i:end])
			if h.country == nil && i > 0 && ws[i-1].lower == "the" { // "the Emirates", but not the airline
				if c, n, adjective := world.FindCountry(forms[i-1 : end]); n > 1 {
					h.country, h.countryLen, h.adjective = c, n-1, adjective
				}
			}
			h.capital, h.capitalLen, h.seat = world.FindCapital(forms[i:end])
		}
		h.org, h.orgLen = world.FindOrganization(forms[i:end])
		h.place, h.plLen = world.FindPlace(forms[i:end])
		if h != noHit {
			at[i] = &hit{}
			*at[i] = h // not &h: that is one for every token
		}
	}
	for i := range ws {
		lookPrefix(ws, at, i)
	}
	return at
}

// lookPrefix finds the country that a word before a hyphen and another country means:
// "Sino" in "Sino-Japanese".
func lookPrefix(ws []word, at []*hit, i int) {
	code := world.CountryPrefix.Value(ws[i].lower)
	if code == "" || !ws[i].named() || i+2 >= len(ws) || !world.Hyphen.Has(ws[i+1].lower) || ws[i+1].gap || ws[i+2].gap {
		return
	}
	if c := world.HyphenedCountry.Value(ws[i+2].lower); c != "" && at[i+2].country == nil {
		at[i+2] = &hit{country: world.CountryByCode(c), countryLen: 1}
	}
	if at[i+2].country != nil {
		at[i] = &hit{country: world.CountryByCode(code), countryLen: 1, adjective: true}
	}
}
