package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// meets tells whether a sentence speaks of people who come together.
func meets(tokens []nlp.Token) bool { return anyWord(tokens, world.MeetingForm) }

func anyWord(tokens []nlp.Token, words world.Class) bool {
	for i := range tokens {
		if words.Has(strings.ToLower(tokens[i].Form)) {
			return true
		}
	}
	return false
}

// gather notes at the end of a sentence who came together in it.
func (t *thread) gather() {
	if len(t.present) == 0 || t.sentence >= len(t.NLP.Sentences) {
		return
	}
	tokens := t.NLP.Sentences[t.sentence].Tokens
	if !meets(tokens) && !(len(t.subject[t.sentence]) > 1 && anyWord(tokens, world.JointVerbForm)) {
		return
	}
	fresh := t.sentence-t.gathered <= 3 && len(t.gathering) > 0
	t.receive(tokens)
	switch {
	case fresh && ofThatMeeting(tokens):
		for _, e := range t.present {
			if !slices.Contains(t.gathering, e) {
				t.gathering = append(t.gathering, e)
			}
		}
	case len(t.present) > 1, anyWord(tokens, world.ConveningVerbForm):
		t.gathering = slices.Clone(t.present)
	default:
		return
	}
	t.gathered = t.sentence
	if slices.Contains(t.gathering, t.Author) && len(t.gathering) > 1 {
		t.own, t.owned = slices.Clone(t.gathering), t.sentence
	}
}

// receive notes who is the host and who the guest.
func (t *thread) receive(tokens []nlp.Token) {
	s := t.subject[t.sentence]
	if len(s) != 1 || t.Entities[s[0]].Type != entity.Person || len(t.people) > 2 {
		return
	}
	other := -1
	for _, e := range t.people {
		if e != s[0] {
			other = e
		}
	}
	for k := range tokens {
		l := strings.ToLower(tokens[k].Form)
		switch {
		case l == "received" || l == "hosted" || l == "hosts" || l == "welcomed" || l == "receives" || l == "welcomes":
			t.host, t.guest = s[0], other
			for _, w := range tokens[k+1:] {
				if strings.EqualFold(w.Form, "by") && k > 0 && world.BeForm.Has(strings.ToLower(tokens[k-1].Form)) {
					t.host, t.guest = other, s[0]
				}
			}
			return
		case l == "visit" && wordAfter(tokens[max(0, k-3):k], "'s", 3) >= 0:
			return // "the latter's state visit"
		case l == "arrived" || l == "visit" || l == "visited" || l == "visiting":
			t.guest = s[0]
			if t.host == s[0] || other >= 0 {
				t.host = other
			}
			return
		}
	}
}

// ofThatMeeting tells whether a sentence goes on about the meeting told before:
// "The talks were attended by", "who also took part in the meeting".
func ofThatMeeting(tokens []nlp.Token) bool {
	for k := 0; k+1 < len(tokens); k++ {
		if strings.EqualFold(tokens[k].Form, "the") && world.MeetingNoun.Has(strings.ToLower(tokens[k+1].Form)) {
			if k == 0 || anyWord(tokens, world.AttendanceForm) {
				return true
			}
		}
	}
	return false
}

// A fitness tells how well a person suits a word for a group.
type fitness uint8

const (
	unsuited fitness = iota
	possible         // nothing speaks against it
	suited
)

// groupFitness tells how well a person suits the noun of a group: "leaders",
// "ministers", "two".
func (t *thread) groupFitness(noun string, e int) fitness {
	p := &t.persons[e]
	switch noun {
	case "women":
		if t.Entities[e].Gender == world.Female {
			return suited
		}
		return unsuited
	case "two", "both", "men", "sides", "counterparts", "interlocutors", "friends":
		if noun == "men" && t.Entities[e].Gender == world.Female {
			return unsuited
		}
		return suited
	}
	if len(p.titles) == 0 {
		return possible
	}
	best := unsuited
	for _, ti := range p.titles {
		f := unsuited
		minister := strings.HasSuffix(ti.noun, "minister")
		switch noun {
		case "leaders", "statesmen", "heads", "heads of state", "heads of government", "principals", "chiefs":
			switch {
			case ti.rank == world.HeadRank && (!ti.vice || noun == "leaders") || ti.noun == "leader" || ti.noun == "secretary general" || ti.noun == "general secretary":
				f = suited
			case noun == "chiefs" && ti.rank != world.CallingRank:
				f = suited
			case ti.rank == world.StateRank || ti.rank == world.OrgRank:
				f = possible
			}
		case "ministers":
			switch {
			case minister && ti.noun != "prime minister" || strings.HasSuffix(ti.noun, "secretary") && ti.noun != "press secretary" || ti.noun == "secretary of state":
				f = suited
			case minister || ti.noun == "high representative" || ti.noun == "commissioner" || ti.noun == "trade representative":
				f = possible
			}
		case "presidents":
			if ti.noun == "president" {
				f = suited
			}
		case "prime ministers", "premiers":
			if ti.noun == "prime minister" || ti.noun == "premier" || ti.noun == "chancellor" || ti.noun == "taoiseach" {
				f = suited
			}
		case "secretaries":
			if strings.HasSuffix(ti.noun, "secretary") {
				f = suited
			}
		case "kings", "monarchs":
			if ti.noun == "king" || ti.noun == "sultan" || ti.noun == "emir" || ti.noun == "queen" {
				f = suited
			}
		case "ambassadors", "envoys", "diplomats":
			if world.DiplomatNoun.Has(ti.noun) {
				f = suited
			}
		case "generals", "commanders":
			if ti.rank == world.GradeRank || ti.noun == "commander" || strings.HasPrefix(ti.noun, "chief of") {
				f = suited
			}
		case "chairmen", "speakers":
			if strings.HasPrefix(ti.noun, strings.TrimSuffix(strings.TrimSuffix(noun, "s"), "men")) {
				f = suited
			}
		case "officials", "politicians", "dignitaries":
			f = suited
			if ti.rank == world.HeadRank && noun == "officials" || ti.rank == world.CallingRank {
				f = possible
			}
		default:
			f = suited
		}
		best = max(best, f)
	}
	return best
}

// group resolves "both sides", "the two leaders", "the ministers".
func (t *thread) group(i int) []int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	noun := strings.ToLower(tokens[m.Head].Form)
	first := strings.ToLower(tokens[m.Tokens.First].Form)
	if len(m.Offices) > 0 && m.Offices[0].Of.ID != "" {
		return t.officials(i)
	}
	switch first {
	case "the", "both", "two", "our", "their", "these":
	default:
		return nil
	}
	if m.Type == entity.Person {
		if first == "their" || first == "our" {
			return nil
		}
		fits := func(e int) fitness { return t.groupFitness(noun, e) }
		if len(m.Offices) > 0 {
			ti := titleWords(m.Offices[0].Title)
			if strings.HasPrefix(ti.noun, "head of ") {
				noun = strings.Replace(ti.noun, "head", "heads", 1)
			} else {
				fits = func(e int) fitness {
					if slices.ContainsFunc(t.persons[e].titles, ti.within) {
						return suited
					}
					return unsuited
				}
			}
		}
		return t.company(i, m.Count, fits)
	}
	if world.PairWord.Has(noun) || world.GroupNumber.Number(noun) > 0 {
		return t.company(i, max(2, m.Count), func(int) fitness { return suited })
	}
	if m.Count == 0 && first != "the" && first != "our" && first != "their" {
		return nil
	}
	lands := t.countries(i)
	if first == "our" {
		return t.withOurs(i, lands)
	}
	return lands
}

// withOurs gives "our two countries" only where whoever writes or speaks is of
// one of them.
func (t *thread) withOurs(i int, lands []int) []int {
	who := t.Author
	if t.quoted[i] {
		who = -1
		if s := t.speaker(i); len(s) == 1 {
			who = s[0]
		}
	}
	if who < 0 {
		if t.quoted[i] {
			return nil
		}
		return lands // a joint statement
	}
	own := t.landOf(who)
	if own == nil || contains(lands, own) {
		if own == nil {
			return nil
		}
		return lands
	}
	others := t.lands
	if len(others) == 0 && len(t.recentC) > 0 {
		others = t.recentC[0]
	}
	if len(others) == 1 && t.Mentions[i].Count <= 2 && !contains(own, others) {
		return append(own, others[0])
	}
	return nil
}

// company gives the people last named together who suit a group's word, count
// of them (0: two or more).
func (t *thread) company(i, count int, fits func(int) fitness) []int {
	m := &t.Mentions[i]
	choose := func(list []int, least fitness) []int {
		var found []int
		for _, e := range list {
			if fits(e) >= least {
				found = append(found, e)
			}
		}
		return found
	}
	right := func(list []int) bool { return len(list) > 1 && (count == 0 || count == len(list)) }
	lists := append([][]int{t.people}, t.recent...)
	if s := t.subject[m.Sentence]; len(s) == 1 && !t.isSubject(m) && !world.PairWord.Has(strings.ToLower(t.NLP.Sentences[m.Sentence].Tokens[m.Head].Form)) {
		// "President A congratulated both leaders": he is neither.
		lists[0] = slices.DeleteFunc(slices.Clone(t.people), func(e int) bool { return e == s[0] })
	}
	for _, least := range []fitness{suited, possible} {
		for n, list := range lists {
			if n > 5 && count < 3 { // three are not so soon mistaken for others
				break
			}
			found := choose(list, least)
			if right(found) {
				if all := choose(t.gathering, least); count == 0 && len(all) > len(found) && contains(all, found) {
					return all
				}
				return found
			}
			if n <= 1 && count > 0 && len(list) == count && len(found) > 0 && len(choose(list, possible)) == count {
				return slices.Clone(list)
			}
			if count == 0 && len(list) > 0 && n <= 1 && contains(t.gathering, list) {
				break
			}
			if count > 0 && len(found) > count {
				return nil
			}
		}
		if found := choose(t.gathering, least); right(found) && m.Sentence-t.gathered <= 12 {
			return found
		}
	}
	return nil
}

// contains tells whether a list holds all of another.
func contains(list, part []int) bool {
	for _, e := range part {
		if !slices.Contains(list, e) {
			return false
		}
	}
	return true
}

// officials resolves "the leaders of Japan, China and Peru": the one who holds
// such an office in each of the countries named.
func (t *thread) officials(i int) []int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	noun := strings.ToLower(tokens[m.Head].Form)
	ti := titleWords(m.Offices[0].Title)
	var lands []int
	end := -1 // of the last country read
	for k := i + 1; k < len(t.Mentions) && t.Mentions[k].Sentence == m.Sentence; k++ {
		o := &t.Mentions[k]
		if o.Type != entity.Country || o.Kind != entity.Named || o.Adjective || len(o.Entities) != 1 {
			if o.Tokens.First < m.Tokens.Last {
				continue
			}
			break
		}
		if end >= 0 && !listed(tokens[end:o.Tokens.First]) || end < 0 && o.Tokens.First >= m.Tokens.Last {
			break
		}
		lands = append(lands, o.Entities[0])
		end = o.Tokens.Last
	}
	if len(lands) < 2 {
		return nil
	}
	var found []int
	for _, land := range lands {
		who := -1
		for e := range t.Entities {
			if t.Entities[e].Type != entity.Person || t.persons[e].count == 0 || t.Entities[e].Country.ID != t.Entities[land].ID {
				continue
			}
			suits := slices.ContainsFunc(t.persons[e].titles, func(u title) bool { return ti.within(u) && !u.vice })
			if noun == "leaders" || strings.HasPrefix(ti.noun, "head of ") {
				suits = slices.ContainsFunc(t.persons[e].titles, func(u title) bool { return u.rank == world.HeadRank && !u.vice })
			}
			if suits && who >= 0 {
				return nil
			}
			if suits {
				who = e
			}
		}
		if who < 0 {
			return nil
		}
		found = append(found, who)
	}
	return found
}

// listed tells whether tokens only join the items of a list.
func listed(tokens []nlp.Token) bool {
	for _, w := range tokens {
		switch strings.ToLower(w.Form) {
		case ",", "and", "&", "the", ";":
		default:
			return false
		}
	}
	return len(tokens) > 0
}

// countries resolves "both sides", "the two countries", "the three neighbours":
// those of the people who meet, those named together last, or the two that the
// document is about.
func (t *thread) countries(i int) []int {
	m := &t.Mentions[i]
	right := func(list []int) bool { return len(list) > 1 && (m.Count == 0 || m.Count == len(list)) }
	if m.Count > 2 {
		lists := append([][]int{t.lands}, t.recentC...)
		for _, list := range append(slices.Clip(lists[:min(len(lists), 4)]), t.landsOf(t.gathering)) {
			if right(list) {
				return slices.Clone(list)
			}
		}
		return nil
	}
	word := strings.ToLower(t.NLP.Sentences[m.Sentence].Tokens[m.Head].Form)
	if strings.HasPrefix(word, "neighb") || word == "allies" {
		// They are others than whoever acts.
		var own []int
		if s := t.subject[m.Sentence]; !t.isSubject(m) {
			own = t.landsOf(s)
		}
		for n, list := range append([][]int{t.lands}, t.recentC...) {
			list = slices.DeleteFunc(slices.Clone(list), func(e int) bool { return slices.Contains(own, e) })
			if right(list) {
				return list
			}
			if n > 3 || len(list) > 2 {
				break
			}
		}
		if len(own) > 0 {
			return nil
		}
	}
	if lands := t.landsOf(t.gathering); len(lands) == 2 {
		if word == "sides" || word == "parties" {
			return t.talkers(m, lands)
		}
		return lands
	}
	return t.pairOfCountries()
}

// talkers gives the two people who meet in place of their countries where a
// mention of these is the subject of what only people do.
func (t *thread) talkers(m *entity.Mention, lands []int) []int {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	for k := m.Tokens.Last; k < len(tokens) && k < m.Tokens.Last+2; k++ {
		if world.PersonTalkVerbForm.Has(strings.ToLower(tokens[k].Form)) {
			if own := t.landsOf(t.gathering); len(t.gathering) == 2 && contains(own, lands) && m.Sentence-t.gathered <= 12 {
				return slices.Clone(t.gathering)
			}
		}
	}
	return lands
}

// landsOf gives the countries of people, each once; nil when one of them is of
// none that is known.
func (t *thread) landsOf(people []int) []int {
	var lands []int
	for _, e := range people {
		if t.Entities[e].Type != entity.Person {
			continue
		}
		c, ok := t.byID[t.Entities[e].Country.ID]
		if !ok {
			if t.Entities[e].Country.ID == "" && len(people) == 2 {
				return nil
			}
			continue
		}
		if !slices.Contains(lands, c) {
			lands = append(lands, c)
		}
	}
	return lands
}

// pairOfCountries gives the two countries that a document is about.
func (t *thread) pairOfCountries() []int {
	type counted struct{ e, n int }
	var list []counted
	for e := range t.Entities {
		if t.Entities[e].Type == entity.Country {
			list = append(list, counted{e, t.persons[e].count})
		}
	}
	slices.SortStableFunc(list, func(a, b counted) int { return b.n - a.n })
	if len(list) < 2 || len(list) > 2 && (list[1].n < 3 || list[2].n*3 > list[1].n*2) || t.others(list[0].e, list[1].e) {
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
	noun := strings.ToLower(tokens[len(tokens)-1].Form)
	if noun == "government" || noun == "administration" {
		return t.government(i)
	}
	switch det {
	case "his", "her", "my":
		if who := t.singular(i + 1); len(who) == 1 { // the pronoun inside
			return t.landOf(who[0])
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
	if region == "host" {
		if t.host >= 0 {
			return t.landOf(t.host)
		}
		return nil
	}
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

// government resolves "the Government": that of whoever writes or speaks, or of
// the one country of which officials are named.
func (t *thread) government(i int) []int {
	who := t.Author
	if t.quoted[i] {
		if s := t.speaker(i); len(s) == 1 {
			who = s[0]
		}
	}
	if who >= 0 {
		return t.landOf(who)
	}
	found := ""
	for e := range t.Entities {
		if c := t.Entities[e].Country.ID; t.Entities[e].Type == entity.Person && c != "" && len(t.persons[e].titles) > 0 {
			if found != "" && found != c {
				return nil
			}
			found = c
		}
	}
	if e, ok := t.byID[found]; ok && t.persons[e].count > 1 {
		return one(e)
	}
	return nil
}

// others tells that somebody is known to be of neither of two countries.
func (t *thread) others(a, b int) bool {
	for e := range t.Entities {
		if c := t.Entities[e].Country.ID; t.Entities[e].Type == entity.Person && c != "" && c != t.Entities[a].ID && c != t.Entities[b].ID {
			return true
		}
	}
	return false
}

func (t *thread) landOf(e int) []int {
	if e < 0 {
		return nil
	}
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
		if t.Entities[e].Type != entity.Country || t.persons[e].count == 0 {
			continue
		}
		c, _, _ := world.FindCountry(strings.Fields(t.Entities[e].Name))
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
