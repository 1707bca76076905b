package coref

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
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

func titleWords(s string) title {
	var t title
	words := strings.FieldsFunc(strings.ToLower(world.Straight(s)), func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == ',' })
	// The noun is the last one before a complement.
	stop := len(words)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "to" || w == "on") {
			stop = i
			break
		}
	}
	from := -1
	for i := 0; i < stop; i++ {
		if n, ok := world.LookupOffice(strings.Join(words[i:stop], " ")); ok {
			t.noun, t.rank, from = strings.Join(words[i:stop], " "), n.Rank, i
			if n.Full != "" && strings.ToLower(n.Full) != t.noun {
				return titleWords(strings.Join(words[:i], " ") + " " + n.Full)
			}
			break
		}
	}
	if from < 0 {
		from, stop = len(words), len(words)
	}
	var rest []string
	for i, w := range words {
		if i >= from && i < stop || world.TitleFiller.Has(w) {
			continue
		}
		switch w {
		case "deputy", "vice", "assistant", "associate", "under":
			t.vice = true
			continue
		case "defence":
			w = "defense"
		}
		rest = append(rest, w)
	}
	if first, p, ok := strings.Cut(t.noun, " "); ok && world.RankOf(p) != world.NoRank {
		switch first {
		case "foreign", "home", "special":
			t.noun = p
			rest = append(rest, first)
		case "vice", "deputy":
			t.noun, t.vice = p, true
		}
	}
	slices.Sort(rest)
	t.lower = strings.Join(slices.Compact(rest), " ")
	return t
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

// nameWords are the folded words of a name that tell people apart.
func nameWords(name string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(world.Fold(name), func(r rune) bool { return r == ' ' || r == ',' || r == '"' }) {
		w = strings.Trim(w, ".-'")
		if w == "" || world.Postnominal.Has(w) && len(w) < 3 && w != "ma" && w != "am" && w != "ao" {
			continue
		}
		words = append(words, w)
	}
	return words
}

func isInitial(w string) bool { return utf8.RuneCountInString(w) == 1 }

// people groups the mentions of people with names.
func (r *resolver) people() {
	var list []int
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind == entity.Named && m.Type == entity.Person {
			list = append(list, i)
		}
	}
	split := map[int][]string{}
	for _, i := range list {
		split[i] = nameWords(r.Mentions[i].Name)
	}
	words := func(i int) []string { return split[i] }
	byLength := slices.Clone(list)
	slices.SortStableFunc(byLength, func(a, b int) int { return cmp.Compare(len(words(b)), len(words(a))) })
	// Full names first, so that a part of a name finds its whole anywhere.
	for _, i := range byLength {
		m := &r.Mentions[i]
		ws := words(i)
		e := r.findPerson(i, ws)
		if e == unclear {
			continue
		}
		if e < 0 {
			e = r.addPerson(m.Name, ws)
		}
		m.Entities = []int{e}
		r.join(e, m)
	}
}

const unclear = -2

// addPerson appends a person and indexes the words of the name.
func (r *resolver) addPerson(name string, words []string) int {
	e := r.add(entity.Ref{ID: world.PersonID(name), Type: entity.Person, Name: name})
	p := &r.persons[e]
	p.words, p.generation = words, world.GenerationOf(name)
	p.family, p.given, _ = world.NameOrder(name)
	for i, w := range words {
		if slices.Contains(words[:i], w) {
			continue
		}
		r.byWord[w] = append(r.byWord[w], e)
		if _, last, ok := strings.Cut(w, "-"); ok && len(last) > 2 {
			r.byWord[last] = append(r.byWord[last], e) // "al-Abadi"
		}
	}
	return e
}

// join adds what a mention says to a person.
func (r *resolver) join(e int, m *entity.Mention) {
	p := &r.persons[e]
	p.forms[plainName(m.Name)]++
	p.count++
	if before := strings.Fields(r.text(nlp.Span{Start: m.Start, End: max(m.Start, m.NameSpan.Start)})); p.royal == "" && len(before) > 0 {
		if last := before[len(before)-1]; world.RoyalTitle.Has(last) {
			p.royal = last
			if len(before) > 1 && (before[len(before)-2] == "Crown" || before[len(before)-2] == "Grand") {
				p.royal = before[len(before)-2] + " " + last
			}
		}
	}
	if r.Entities[e].Gender == world.UnknownGender {
		r.Entities[e].Gender = m.Gender
	}
	for _, o := range m.Offices {
		if o.Status == entity.Calling {
			if c := r.nation(o); c.ID != "" && r.Entities[e].Country.ID == "" {
				r.Entities[e].Country = c
			}
			p.official = p.official || world.OfficialNoun.Has(o.Title[strings.LastIndexByte(o.Title, ' ')+1:])
			continue
		}
		p.official = true
		t := titleWords(o.Title)
		if p.office == "" && o.Status == "actual" && (t.rank == world.HeadRank || t.rank == world.StateRank) {
			p.office = o.Title
		}
		if !slices.Contains(p.titles, t) {
			p.titles = append(p.titles, t)
		}
		if o.Of.Type != entity.Organization && o.Of.Type != entity.Place {
			p.national = append(p.national, t)
		}
		if c := r.nation(o); c.ID != "" && r.Entities[e].Country.ID == "" && t.rank != world.GradeRank {
			r.Entities[e].Country = c
		}
	}
}

// nation tells the country that an office shows its holder to be of: its own, or
// that of the body.
func (r *resolver) nation(o entity.Office) entity.Ref {
	if o.Of.Type == entity.Country {
		return o.Of
	}
	if e, ok := r.byID[o.Of.ID]; ok {
		return r.Entities[e].Country
	}
	return entity.Ref{}
}

func plainName(s string) string { return strings.TrimSpace(plainSpaces(s)) }

// findPerson finds the person of whom a name is a form: -1 if there is none,
// unclear if there are several.
func (r *resolver) findPerson(i int, ws []string) int {
	m := &r.Mentions[i]
	type candidate struct {
		e, score int
		why      string
	}
	var found []candidate
	asked := map[int]bool{}
	for _, w := range ws {
		for _, e := range r.byWord[w] {
			if asked[e] {
				continue
			}
			asked[e] = true
			if s, why := r.match(m, ws, e); s > 0 {
				found = append(found, candidate{e, s, why})
			}
		}
	}
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Compare(a.e, b.e) })
	if len(found) == 0 {
		return -1
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	if len(found) == 1 || found[0].score > found[1].score {
		r.why[i] = found[0].why
		return found[0].e
	}
	// The one named last before.
	best, at := unclear, -1
	for _, c := range found {
		if c.score < found[0].score {
			break
		}
		for k := i - 1; k >= 0; k-- {
			if o := &r.Mentions[k]; len(o.Entities) == 1 && o.Entities[0] == c.e {
				if k > at {
					best, at = c.e, k
					r.why[i] = c.why + ", and nobody else of whom that holds was named later before"
				}
				break
			}
		}
	}
	return best
}

// match scores how well a mention's name fits a person, and says how; 0 is not
// at all.
func (r *resolver) match(m *entity.Mention, ws []string, e int) (score int, why string) {
	p, ent := &r.persons[e], &r.Entities[e]
	if m.Gender != 0 && ent.Gender != 0 && m.Gender != ent.Gender && len(ws) < len(p.words) {
		return 0, ""
	}
	full := p.words
	switch {
	case slices.Equal(ws, full):
		score, why = 10, "the name"
	case len(ws) > 1 && sameWords(ws, full):
		score, why = 9, "the name in another order"
	case len(ws) > 1 && variant(ws, full):
		score, why = 8, "the name with words left out, added or shortened"
	case len(ws) == 1 && len(full) > 1:
		family, given := p.family, p.given
		switch {
		case ws[0] == full[len(full)-1]:
			score = 4
		case slices.ContainsFunc(family, func(f string) bool { return world.Fold(f) == ws[0] }):
			score = 4
		case ws[0] == full[0] && (len(m.Offices) > 0 || r.honorific(m)):
			score = 3
		case ws[0] == full[0]:
			score = 2
		case slices.ContainsFunc(given, func(f string) bool { return world.Fold(f) == ws[0] }) && slices.Contains(full, ws[0]):
			score = 2
		case slices.Contains(full, ws[0]) && (len(m.Offices) > 0 || r.honorific(m)):
			score = 1
		case strings.HasSuffix(full[len(full)-1], "-"+ws[0]):
			score = 3
		}
		if why = "part of the name"; score == 4 {
			why = "the name by which people are called"
		}
	}
	if score == 0 {
		return 0, ""
	}
	agree, clash := r.compare(m, e)
	if clash && score < 9 {
		return 0, ""
	}
	if !agree && len(ws) > 1 && slices.Equal(ws, full) && world.GenerationOf(m.Name) != p.generation {
		return 0, "" // father and son
	}
	if agree {
		score += 5
		why += ", and the office agrees"
	}
	return score, why
}

// honorific tells whether something stands before the name in a mention.
func (r *resolver) honorific(m *entity.Mention) bool { return m.NameSpan.Start > m.Start }

// compare tells whether the offices of a mention agree with a person's, or
// cannot be one person's.
func (r *resolver) compare(m *entity.Mention, e int) (agree, clash bool) {
	for _, o := range m.Offices {
		if o.Status == entity.Calling {
			continue
		}
		t := titleWords(o.Title)
		for _, u := range r.persons[e].titles {
			switch {
			case t.within(u) || u.within(t):
				agree = true
			case t.noun == u.noun && t.vice != u.vice, t.rank == world.HeadRank && u.rank == world.HeadRank && t.noun != u.noun && !onePerson(t.noun, u.noun):
				clash = clash || o.Status != "former"
			}
		}
		c := r.nation(o)
		if c.ID != "" && r.Entities[e].Country.ID != "" && c.ID != r.Entities[e].Country.ID && t.rank != world.OrgRank {
			clash = true
		}
	}
	if agree {
		for _, o := range m.Offices {
			if c := r.nation(o); c.ID != "" && r.Entities[e].Country.ID != "" && c.ID != r.Entities[e].Country.ID {
				return false, true
			}
		}
		return true, false
	}
	return false, clash
}

// onePerson tells of two ways to name a head of state that can be one person.
func onePerson(a, b string) bool {
	for _, w := range []string{"leader", "head of state", "supreme leader", "prince", "sheikh"} {
		if strings.Contains(a, w) || strings.Contains(b, w) {
			return true
		}
	}
	return false
}

// sameWords tells whether two names have the same words in any order.
func sameWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(x, y)
}

// variant tells whether the shorter name a is a form of b: words left out,
// initials, short first names ("Joe", "Joseph").
func variant(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n, k := len(a), len(b)
	if a[n-1] != b[k-1] && !(n == 2 && a[0] == b[0] && slices.Contains(b, a[1])) {
		// Family name first, one given name left out.
		return n >= 2 && a[0] == b[0] && subsequence(a, b)
	}
	if subsequence(a, b) {
		return true
	}
	if a[n-1] != b[k-1] {
		return false
	}
	x, y := a[0], b[0]
	if isInitial(x) || isInitial(y) {
		return x[:1] == y[:1]
	}
	return n == 2 && len(x) > 2 && len(y) > 2 && x[:2] == y[:2] && (len(x) <= 4 || len(y) <= 4)
}

func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || isInitial(a[i]) && strings.HasPrefix(w, a[i])) {
			i++
		}
	}
	return i == len(a)
}
