package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A title is an office as its words: "Minister of Foreign Affairs" and "Foreign
// Minister" are the same title.
type title struct {
	noun  string // "minister"
	rank  world.OfficeRank
	lower string // sorted words apart from the noun, "foreign"
	vice  bool   // deputy, vice, assistant
}

// titleWords reads the name of an office.
func titleWords(s string) title {
	words := strings.FieldsFunc(strings.ToLower(world.Straight(s)), func(r rune) bool {
		return r == ' ' || r == '-' || r == '–' || r == ','
	})
	var t title
	n, from, stop := officeNoun(words)
	if from < stop {
		t.noun = strings.Join(words[from:stop], " ")
		if n.Full != "" && strings.ToLower(n.Full) != t.noun {
			return titleWords(strings.Join(words[:from], " ") + " " + n.Full)
		}
		t.rank = n.Rank
	}
	var rest []string
	for i, w := range words {
		switch {
		case w == "state" && strings.HasSuffix(t.noun, "minister"): // a lesser one
			rest = append(rest, w)
		case i >= from && i < stop || world.TitleFiller.Has(w):
		case world.DeputisingWord.Has(w):
			t.vice = true
		case w == "defence":
			rest = append(rest, "defense")
		case w == "external" || w == "exterior":
			rest = append(rest, "foreign")
		default:
			rest = append(rest, w)
		}
	}
	if first, noun, ok := strings.Cut(t.noun, " "); ok && world.RankOf(noun) != world.NoRank {
		switch {
		case world.PortfolioPrefix.Has(first):
			t.noun = noun
			rest = append(rest, first)
		case world.DeputyPrefix.Has(first):
			t.noun, t.vice = noun, true
		}
	}
	slices.Sort(rest)
	t.lower = strings.Join(slices.Compact(rest), " ")
	return t
}

// officeNoun finds the noun of an office, the longest that ends before its
// complement; it is empty where the lists know none.
func officeNoun(words []string) (n world.OfficeNoun, from, stop int) {
	stop = len(words)
	for i, w := range words {
		if i > 0 && world.OfficePreposition.Has(w) {
			stop = i
			break
		}
	}
	for i := range stop {
		if n, ok := world.LookupOffice(strings.Join(words[i:stop], " ")); ok {
			return n, i, stop
		}
	}
	return n, len(words), len(words)
}

// servedHead gives the title of the head whom the holder of an office serves: "President"
// of "Secretary to the President" and "President's Secretary".
func servedHead(office string) (head title, ok bool) {
	words := strings.Fields(strings.ToLower(world.Straight(office)))
	for i, w := range words {
		if owner, own := strings.CutSuffix(w, "'s"); own && i+1 < len(words) {
			head = titleWords(strings.Join(append(words[:i:i], owner), " "))
		} else if i > 0 && i+1 < len(words) && world.OfficePreposition.Has(w) {
			head = titleWords(strings.Join(words[i+1:], " "))
		}
		if head.rank == world.HeadRank && !head.vice {
			return head, true
		}
	}
	return title{}, false
}

// within tells whether all that a says holds of b: "secretary" of "Defense Secretary".
func (a title) within(b title) bool {
	if a.noun != b.noun || a.vice != b.vice {
		return false
	}
	have := " " + b.lower + " "
	for _, w := range strings.Fields(a.lower) {
		if !strings.Contains(have, " "+w+" ") {
			return false
		}
	}
	return true
}

// leads tells whether "leader" can mean the holder of an office.
func leads(a, b title) bool {
	return a.noun == "leader" && a.lower == "" && !b.vice && (b.rank == world.HeadRank || b.noun == "general secretary")
}

// clashes tells whether nobody holds both of two offices at once: that of a
// minister and of his deputy, those of two heads of one state.
func (a title) clashes(b title) bool {
	if a.noun == b.noun {
		return a.vice != b.vice
	}
	return a.rank == world.HeadRank && b.rank == world.HeadRank &&
		!world.LooseHeadTitle.Has(a.noun) && !world.LooseHeadTitle.Has(b.noun)
}

// National tells whether an office of which the text does not say whose it is can
// only be a country's.
func National(o *entity.Office) bool {
	t := titleWords(o.Title)
	switch {
	case t.noun == "president" && t.lower != "" && !world.TermWord.Has(t.lower): // "vice president of sales"
		return false
	case t.noun == "high commissioner" && t.lower != "": // "for Refugees"
		return false
	case strings.HasSuffix(strings.ToLower(o.Title), "head of mission"):
		return true
	}
	return t.rank == world.HeadRank || t.rank == world.StateRank && !world.SubnationalOffice.Has(t.noun)
}

// addOffice adds an office to a list, to one of the list where both can be the
// same.
func addOffice(list []entity.Office, o entity.Office) []entity.Office {
	same := func(a, b entity.Ref) bool { return a.ID == b.ID || a.ID == "" || b.ID == "" }
	y := titleWords(o.Title)
	for i := range list {
		a := &list[i]
		x := titleWords(a.Title)
		if !x.within(y) && !y.within(x) || a.Status != o.Status || !same(a.Of, o.Of) || !same(a.To, o.To) {
			continue
		}
		a.Of, a.To = a.Of.Or(o.Of), a.To.Or(o.To)
		if len(o.Title) > len(a.Title) {
			a.Title = o.Title
		}
		return list
	}
	return append(list, o)
}

// stateOfOffice gives the one state that has an office with certain words in its name,
// zero for others.
func stateOfOffice(title string) entity.Ref {
	words := strings.Fields(strings.ToLower(title))
	for i := range words {
		for end := i + 1; end <= len(words); end++ {
			code := world.PeculiarOffice.Value(strings.Join(words[i:end], " "))
			if c := world.CountryByCode(strings.ToUpper(code)); code != "" && c != nil {
				return entity.CountryRef(c)
			}
		}
	}
	return entity.Ref{}
}
