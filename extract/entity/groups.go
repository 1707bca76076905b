package entity

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

func meets(tokens []nlp.Token) bool {
	for i := range tokens {
		if meetingWords[strings.ToLower(tokens[i].Form)] {
			return true
		}
	}
	return false
}

// group resolves "both sides", "the two leaders", "the ministers".
func (t *thread) group(i int) []int {
	m := &t.Mentions[i]
	if m.Count > 2 || len(m.Offices) > 0 && m.Offices[0].Of.ID != "" {
		return nil
	}
	noun := strings.ToLower(t.NLP.Sentences[m.Sentence].Tokens[m.Head].Form)
	first := strings.ToLower(t.NLP.Sentences[m.Sentence].Tokens[m.Tokens.First].Form)
	if first != "the" && first != "both" && first != "two" && first != "our" && first != "their" && first != "these" {
		return nil
	}
	if m.Type == Person {
		if first == "their" || first == "our" {
			return nil
		}
		if len(m.Offices) > 0 {
			return t.holders(titleWords(m.Offices[0].Title), m.Count)
		}
		return t.pairOfPeople(noun)
	}
	if noun == "both" {
		if p := t.pairOfPeople("leaders"); p != nil && len(t.people) == 2 {
			return p
		}
		return nil
	}
	if m.Count == 0 && first != "the" && first != "our" && first != "their" {
		return nil
	}
	return t.pairOfCountries()
}

// pairOfPeople gives the two people last named together.
func (t *thread) pairOfPeople(noun string) []int {
	suits := func(e int) bool {
		p := &t.persons[e]
		if len(p.titles) == 0 {
			return true
		}
		for _, ti := range p.titles {
			switch noun {
			case "leaders":
				if ti.rank == headRank || ti.rank == stateRank || ti.rank == orgRank {
					return true
				}
			case "ministers":
				if strings.HasSuffix(ti.noun, "minister") || strings.HasSuffix(ti.noun, "secretary") || ti.noun == "premier" {
					return true
				}
			case "presidents":
				if ti.noun == "president" {
					return true
				}
			case "prime ministers":
				if ti.noun == "prime minister" {
					return true
				}
			case "secretaries":
				if strings.HasSuffix(ti.noun, "secretary") {
					return true
				}
			case "ambassadors":
				if ti.noun == "ambassador" {
					return true
				}
			default:
				return true
			}
		}
		return false
	}
	lists := append([][]int{t.people}, t.recent...)
	for n, list := range lists {
		if n > 4 {
			break
		}
		var pair []int
		for _, e := range list {
			if suits(e) {
				pair = append(pair, e)
			}
		}
		if len(pair) == 2 {
			return pair
		}
		if len(pair) > 2 {
			break
		}
	}
	if len(t.meeting) == 2 && suits(t.meeting[0]) && suits(t.meeting[1]) {
		return slices.Clone(t.meeting)
	}
	return nil
}

// holders gives the people of one title who were last named together.
func (t *thread) holders(ti title, count int) []int {
	for n, list := range append([][]int{t.people}, t.recent...) {
		var found []int
		for _, e := range list {
			if slices.ContainsFunc(t.persons[e].titles, ti.within) {
				found = append(found, e)
			}
		}
		if len(found) > 1 && (count == 0 || count == len(found)) {
			return found
		}
		if n > 4 {
			break
		}
	}
	return nil
}

// pairOfCountries gives the two countries that a document is about: those of
// the two people who meet, else the two that it names most.
func (t *thread) pairOfCountries() []int {
	if len(t.meeting) == 2 {
		a, b := t.Entities[t.meeting[0]].Country, t.Entities[t.meeting[1]].Country
		x, okA := t.byID[a.ID]
		y, okB := t.byID[b.ID]
		if okA && okB && x != y {
			return []int{x, y}
		}
	}
	type counted struct{ e, n int }
	var list []counted
	for e := range t.Entities {
		if t.Entities[e].Type == Country {
			list = append(list, counted{e, t.persons[e].count})
		}
	}
	slices.SortStableFunc(list, func(a, b counted) int { return b.n - a.n })
	if len(list) < 2 || len(list) > 2 && (list[1].n < 3 || list[2].n*3 > list[1].n*2) || t.outside(list[0].e, list[1].e) {
		if len(t.lands) == 2 {
			return slices.Clone(t.lands)
		}
		if len(t.recentC) > 0 && len(t.recentC[0]) == 2 {
			return slices.Clone(t.recentC[0])
		}
		return nil
	}
	pair := []int{list[0].e, list[1].e}
	slices.Sort(pair)
	return pair
}

// land resolves "the country", "the Southeast Asian nation", "our country".
func (t *thread) land(i int) []int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens[m.Tokens.First:m.Tokens.Last]
	det := strings.ToLower(tokens[0].Form)
	switch det {
	case "his", "her", "my":
		for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
			o := &t.Mentions[k]
			if o.Type == Person && !o.Plural && len(o.Entities) == 1 {
				return t.landOf(o.Entities[0])
			}
		}
		if s := t.subject[m.Sentence-1]; len(s) == 1 && t.Entities[s[0]].Type == Person {
			return t.landOf(s[0])
		}
		return nil
	case "our":
		if t.Author >= 0 && !t.quoted[i] {
			return t.landOf(t.Author)
		}
		return nil
	case "its", "their":
		return nil
	}
	region := strings.ToLower(plainSpaces(t.text(nlp.Span{Start: tokens[min(1, len(tokens)-1)].Start, End: tokens[len(tokens)-1].Start})))
	region = strings.ReplaceAll(strings.TrimSpace(region), "-", " ")
	if region != "" {
		return t.landIn(region)
	}
	if len(t.lands) > 0 {
		return one(t.lands[len(t.lands)-1])
	}
	if len(t.recentC) > 0 && len(t.recentC[0]) == 1 {
		return slices.Clone(t.recentC[0])
	}
	return nil
}

// outside tells that somebody is known to be of neither of two countries.
func (t *thread) outside(a, b int) bool {
	for e := range t.Entities {
		if c := t.Entities[e].Country.ID; t.Entities[e].Type == Person && c != "" && c != t.Entities[a].ID && c != t.Entities[b].ID {
			return true
		}
	}
	return false
}

func (t *thread) landOf(e int) []int {
	if c, ok := t.byID[t.Entities[e].Country.ID]; ok {
		return one(c)
	}
	return nil
}

// landIn gives the one country of the document in a part of the world.
func (t *thread) landIn(region string) []int {
	codes, ok := regions[region]
	if !ok {
		return nil
	}
	found := -1
	for e := range t.Entities {
		if t.Entities[e].Type != Country || t.persons[e].count == 0 {
			continue
		}
		c, _, _ := FindCountry(strings.Fields(t.Entities[e].Name))
		if c == nil || !strings.Contains(codes, c.ISO2) || c.ISO2 == "" {
			continue
		}
		if found >= 0 {
			return nil
		}
		found = e
	}
	return one(found)
}

// regions are the parts of the world by which countries are called, with the
// ISO 3166-1 codes of their countries.
var regions = regionTable()

func regionTable() map[string]string {
	const (
		southeastAsia = "BN KH ID LA MY MM PH SG TH TL VN "
		southAsia     = "AF BD BT IN MV NP PK LK "
		eastAsia      = "CN JP KP KR MN TW HK MO "
		centralAsia   = "KZ KG TJ TM UZ "
		middleEast    = "BH IR IQ IL JO KW LB OM PS QA SA SY TR AE YE EG "
		caucasus      = "AM AZ GE "
		northAfrica   = "DZ EG LY MA SD TN EH "
		westAfrica    = "BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG "
		eastAfrica    = "BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS TZ UG ZM ZW "
		centralAfrica = "AO CM CF TD CG CD GQ GA ST "
		southAfrica   = "BW LS NA ZA SZ ZW ZM MZ AO "
		nordic        = "DK FI IS NO SE "
		baltic        = "EE LV LT "
		balkan        = "AL BA BG HR GR XK ME MK RO RS SI "
		westEurope    = "AT BE FR DE IE LU NL CH GB MC LI "
		southEurope   = "AD IT MT PT SM ES VA CY GR "
		eastEurope    = "BY CZ HU MD PL SK UA RO BG RU "
		northAmerica  = "CA MX US "
		centralAm     = "BZ CR SV GT HN NI PA "
		caribbean     = "AG BS BB CU DM DO GD HT JM KN LC VC TT "
		southAmerica  = "AR BO BR CL CO EC GY PY PE SR UY VE "
		pacific       = "AU FJ KI MH FM NR NZ PW PG WS SB TO TV VU "
		europe        = nordic + baltic + balkan + westEurope + southEurope + eastEurope
		africa        = northAfrica + westAfrica + eastAfrica + centralAfrica + southAfrica
		gulf          = "BH KW OM QA SA AE "
		island        = caribbean + "FJ KI MH FM NR NZ PW PG WS SB TO TV VU LK MV MU SC KM CV ST MG JP PH ID CY MT IS BH SG TL "
	)
	return map[string]string{
		"southeast asian": southeastAsia, "south east asian": southeastAsia, "south asian": southAsia, "east asian": eastAsia, "central asian": centralAsia,
		"asian": southeastAsia + southAsia + eastAsia + centralAsia, "middle eastern": middleEast, "north african": northAfrica, "west african": westAfrica,
		"east african": eastAfrica, "central african": centralAfrica, "southern african": southAfrica, "african": africa, "nordic": nordic, "scandinavian": nordic,
		"baltic": baltic, "balkan": balkan, "western european": westEurope, "european": europe, "eastern european": eastEurope, "central european": "AT CH CZ DE HU LI PL SI SK ",
		"north american": northAmerica, "central american": centralAm, "caribbean": caribbean, "south american": southAmerica, "andean": "BO CO EC PE ",
		"latin american": southAmerica + centralAm + "MX CU DO HT ", "pacific": pacific, "gulf": gulf, "caucasus": caucasus, "himalayan": "NP BT ", "island": island,
		"caribbean island": caribbean, "pacific island": pacific, "horn of africa": "DJ ER ET SO ", "southern european": southEurope, "northern european": nordic + baltic,
		"arab": gulf + "DZ EG IQ JO LB LY MA MR PS SD SY TN YE ", "sahelian": "BF TD ML MR NE ", "landlocked": "",
	}
}
