package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// tellPlaces gives places that a document tells with their state or country an id
// with it, unless it is that of the place that all know by the name: "San Jose,
// California" is not San José. It gives what they lie in by those ids.
func (j *joins) tellPlaces(docs []Document) map[string]string {
	all := map[string]string{}
	for i := range docs {
		d := &docs[i]
		for i := range d.Entities {
			e := &d.Entities[i]
			if e.Type != entity.Place {
				continue
			}
			if region := regionTold(d, e); region.ID != "" {
				all[j.move(d.ID, e.ID, region.ID)] = region.Name
			}
		}
	}
	return all
}

// regionTold gives the one state or country that sentences of a document tell right
// behind a place's name; nothing if it is where the lists have the place.
func regionTold(d *Document, e *entity.Entity) entity.Ref {
	p, n := world.FindPlace(strings.Fields(e.Name))
	listed := p != nil && n == len(strings.Fields(e.Name)) && p.ID == e.ID
	if listed && p.Kind != "city" {
		return entity.Ref{}
	}
	forms := append([]string{e.Name}, e.Aliases...)
	for _, f := range e.Forms {
		forms = append(forms, f.Text)
	}
	found := entity.Ref{}
	for i := range d.Facts {
		f := &d.Facts[i]
		if f.Place.ID != e.ID && f.Object.ID != e.ID && f.Subject.ID != e.ID {
			continue
		}
		for _, form := range forms {
			_, after, ok := strings.Cut(f.Evidence.Text, form+", ")
			if !ok {
				continue
			}
			region, country := regionAt(after)
			switch {
			case region.ID == "" || region.ID == e.ID:
			case found.ID != "" && found.ID != region.ID, listed && country == p.CountryID:
				return entity.Ref{}
			default:
				found = region
			}
		}
	}
	return found
}

// regionAt gives the country or first-level region that a text begins with, unless it
// goes on as a list does, and the country that it lies in.
func regionAt(text string) (region entity.Ref, country string) {
	words := strings.Fields(text)
	words = words[:min(4, len(words))]
	for i, w := range words { // up to a mark or a small letter
		if bare := strings.TrimRight(w, ",.;:)"); bare != w {
			words[i] = bare
			if i+1 < len(words) && isCapital(words[i+1]) && strings.HasSuffix(w, ",") {
				return entity.Ref{}, "" // "Lima, Peru, Chile"
			}
			words = words[:i+1]
			break
		}
		if w == "and" {
			return entity.Ref{}, ""
		}
	}
	if c, _, adjective := world.FindCountry(words); c != nil && !adjective {
		return entity.CountryRef(c), c.ID
	}
	if p, _ := world.FindPlace(words); p != nil && p.Kind == "region" {
		return entity.Ref{ID: p.ID, Type: entity.Place, Name: p.Name}, p.CountryID
	}
	return entity.Ref{}, ""
}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
