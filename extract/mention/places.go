package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// placeAt reads a place at i.
func (s *reader) placeAt(i int) body {
	h := s.at[i]
	w := s.ws[i]
	end := i
	var name string
	var id string
	article := i > 0 && s.ws[i-1].lower == "the"
	if h.place != nil && !(h.plLen == 1 && (subject(w) || article && h.place.Kind == "city")) {
		end = i + h.plLen
		name, id = h.place.Name, h.place.ID
	}
	if h.capital != nil && i+h.capitalLen >= end {
		end = i + h.capitalLen
		if name == "" || h.plLen < h.capitalLen {
			name = s.nameOf(i, end)
			id = entity.MakeID(entity.Place, name)
		}
	}
	// "Yamanashi prefecture", "Rakhine State"
	j := i
	for j < len(s.ws) && j < i+4 && s.ws[j].named() && !world.ClosedWord.Has(s.ws[j].lower) && (j == i || !s.ws[j].cut) {
		j++
		if j < len(s.ws) && world.PlaceNoun.Has(s.ws[j].lower) && !s.ws[j].cut && !subject(s.ws[j-1]) && s.at[j-1].org == nil && !(s.at[j-1].adjective) {
			if s.ws[j].named() || j == i+1 && (s.ws[j].lower == "province" || s.ws[j].lower == "prefecture" || s.ws[j].lower == "county" || s.ws[j].lower == "district" || s.ws[j].lower == "peninsula" || s.ws[j].lower == "governorate") {
				if _, n := s.officeNoun(j + 1); n == 0 || !s.ws[j].named() {
					if j+1 < len(s.ws) && s.ws[j+1].shape == capital && world.RegionAdjective.Has(s.ws[j+1].lower) && s.ws[j].named() {
						j++
					}
					return body{Type: entity.Place, end: j + 1, name: [2]int{i, j + 1}, ref: entity.NewRef(entity.Place, s.nameOf(i, j+1))}
				}
			}
		}
	}
	if world.HouseWord.Has(w.lower) && end == i {
		// "State Guest House"
		k := i + 1
		if k < len(s.ws) && s.ws[k].lower == "guest" {
			k++
		}
		if k < len(s.ws) && s.ws[k].named() && (s.ws[k].lower == "house" || s.ws[k].lower == "palace" || s.ws[k].lower == "residence") {
			end = k + 1
			name = s.nameOf(i, end)
			id = entity.MakeID(entity.Place, name)
		}
	}
	if end == i && (w.lower == "gulf" || w.lower == "strait" || w.lower == "bay" || w.lower == "sea") && i+2 < len(s.ws) && s.ws[i+1].lower == "of" && s.ws[i+2].named() {
		end = i + 3
		name = s.nameOf(i, end)
		id = entity.MakeID(entity.Place, name)
	}
	if end == i && (w.lower == "mount" || w.lower == "lake" || w.lower == "cape" || w.lower == "mt.") && i+1 < len(s.ws) && s.ws[i+1].named() && !world.ClosedWord.Has(s.ws[i+1].lower) {
		end = i + 2
		name = s.nameOf(i, end)
		id = entity.MakeID(entity.Place, name)
	}
	if end == i {
		return body{}
	}
	return body{Type: entity.Place, end: end, name: [2]int{i, end}, ref: entity.Ref{ID: id, Type: entity.Place, Name: name}}
}
