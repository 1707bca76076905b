package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// placeAt reads a place at i, of the lists or one that its name shows to be one.
func (s *reader) placeAt(i int) body {
	if end := s.regionEnd(i); end > i {
		return s.newBody(entity.Place, i, end)
	}
	if b := s.listedPlace(i); b.end > i {
		return b
	}
	if end := s.sightEnd(i); end > i {
		return s.newBody(entity.Place, i, end)
	}
	return body{}
}

// listedPlace reads the longest place of the lists at i.
func (s *reader) listedPlace(i int) body {
	h := s.at[i]
	b := body{Type: entity.Place}
	article := i > 0 && s.ws[i-1].lower == "the"
	if h.place != nil && !(h.plLen == 1 && (s.ws[i].subject() || article && h.place.Kind == "city")) {
		b.end = i + h.plLen
		b.ref = entity.Ref{ID: h.place.ID, Type: entity.Place, Name: h.place.Name}
	}
	if h.capital != nil && i+h.capitalLen >= b.end {
		b.end = i + h.capitalLen
		if b.ref.Name == "" || h.plLen < h.capitalLen {
			b.ref = entity.NewRef(entity.Place, s.nameOf(i, b.end))
		}
	}
	b.name = [2]int{i, b.end}
	return b
}

// regionEnd reads the name of a region or building that ends with its kind,
// "Yamanashi prefecture", "Rakhine State", and returns the token after it, i if
// there is none.
func (s *reader) regionEnd(i int) int {
	for j := i; j < i+4 && s.properAt(j) && (j == i || !s.ws[j].cut); j++ {
		if k := j + 1; s.placeNoun(i, k) {
			// "Qayyarah Airfield West"
			if s.ws[k].named() && world.RegionAdjective.Has(s.lowerAt(k+1)) && s.ws[k+1].shape == capital {
				k++
			}
			return k + 1
		}
	}
	return s.siteEnd(i)
}

// siteEnd reads "Dadaab refugee camp" and returns the token after it, i if there is none.
func (s *reader) siteEnd(i int) int {
	j := i
	for j < i+3 && s.properAt(j) && (j == i || !s.ws[j].cut) && s.at[j].country == nil && !s.ws[j].subject() {
		j++
	}
	k := j
	for k < j+2 && !s.ends(k) && s.ws[k].shape == lower && (s.ws[k].upos == "NOUN" || s.ws[k].upos == "") {
		if world.SiteNoun.Has(s.ws[k].lower) {
			if j == i {
				break
			}
			return k + 1
		}
		k++
	}
	return i
}

// placeNoun tells whether the noun of a place at k ends the name that starts at i.
func (s *reader) placeNoun(i, k int) bool {
	if s.ends(k) || !world.PlaceNoun.Has(s.ws[k].lower) {
		return false
	}
	people := s.at[i].adjective && i+s.at[i].countryLen == k // "Sri Lankan State Minister"
	if s.at[k-1].org != nil || people {
		return false
	}
	if described := i < k-1 && (world.SiteNoun.Has(s.ws[k].lower) || world.VenueNoun.Has(s.ws[k].lower)); !described && (s.ws[k-1].subject() || s.at[k-1].adjective) {
		return false // but "Okombo Naval Base", "Lipka American Cemetery"
	}
	w := &s.ws[k]
	if !w.named() {
		return k == i+1 && world.LowerPlaceNoun.Has(w.lower)
	}
	return !s.officeHere(k + 1)
}

// sightEnd reads "State Guest House", "Gulf of Oman", "Mount Kenya", and returns
// the token after it, i if there is none.
func (s *reader) sightEnd(i int) int {
	w := &s.ws[i]
	if world.HouseWord.Has(w.lower) {
		k := i + 1
		if s.lowerAt(k) == "guest" {
			k++
		}
		if s.namedAt(k) && world.ResidenceNoun.Has(s.ws[k].lower) {
			return k + 1
		}
	}
	switch {
	case world.WaterNoun.Has(w.lower) && s.lowerAt(i+1) == "of" && s.namedAt(i+2):
		return i + 3
	case world.LandformWord.Has(w.lower) && s.properAt(i+1):
		return i + 2
	}
	return i
}
