package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// references resolves nominals and pronouns in the order of the text.
func (r *resolver) references() {
	t := &thread{resolver: r, subject: map[int][]int{}, last: map[int]int{}, seen: map[int]int{}, host: -1, guest: -1}
	t.outside = r.outsideText()
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Sentence != t.sentence || i == 0 {
			t.enter(m.Sentence)
		}
		if m.Kind == entity.Nominal && m.Type == entity.Person && len(m.Entities) > 0 && r.headingAt(m.Sentence) && !m.Plural {
			// Tied by its place in the heading.
		} else if m.Kind == entity.Nominal || m.Kind == entity.Pronoun {
			m.Entities = t.resolve(i)
			if m.Type == entity.Person {
				t.why[i] = "office, country and gender fit nobody else, or nobody else who was named so late before"
			}
		} else if m.Type == entity.Person {
			t.counterpart(m)
		}
		t.see(i)
	}
}

// outsideText tells whether the author is named in headings only, as who signs
// a text is, so that "he" is another.
func (r *resolver) outsideText() bool {
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind != entity.Pronoun && slices.Contains(m.Entities, r.Author) && !r.headingAt(m.Sentence) {
			return false
		}
	}
	return true
}

// A thread is what has been read so far.
type thread struct {
	*resolver
	outside     bool // the author only signs the text
	sentence    int
	subject     map[int][]int   // sentence -> what it is about
	people      []int           // people of the sentence, each once
	present     []int           // people of the sentence, but not those who only own something
	lands       []int           // countries of the sentence, each once
	recent      [][]int         // people of the sentences before, last first
	recentC     [][]int         // countries of the sentences before
	last        map[int]int     // entity -> its last mention
	seen        map[int]int     // entity -> how often it has been mentioned
	first       int             // the first person, plus one
	gathering   []int           // who came together last
	own         []int           // the last gathering that whoever writes took part in
	owned       int             // sentence that told of it
	gathered    int             // sentence that told of it
	joined      *entity.Mention // the last of those that are the subject of the sentence
	host, guest int             // of the last visit or reception, -1 if not known
}

func (t *thread) enter(sentence int) {
	t.gather()
	if t.sentence != sentence || len(t.people)+len(t.lands) > 0 {
		t.recent = append([][]int{t.people}, t.recent...)
		t.recentC = append([][]int{t.lands}, t.recentC...)
		if len(t.recent) > 8 {
			t.recent, t.recentC = t.recent[:8], t.recentC[:8]
		}
	}
	t.sentence, t.people, t.present, t.lands = sentence, nil, nil, nil
}

// see notes a mention that has been resolved.
func (t *thread) see(i int) {
	m := &t.Mentions[i]
	if len(m.Entities) == 0 {
		if m.Kind == entity.Nominal && (m.Type == entity.Person || m.Type == "") && !m.Inside && t.isSubject(m) {
			if _, ok := t.subject[m.Sentence]; !ok {
				t.subject[m.Sentence] = nil // someone unknown
			}
		}
		return
	}
	for _, e := range m.Entities {
		switch t.Entities[e].Type {
		case entity.Person:
			t.last[e] = i
			t.seen[e]++
			if t.first == 0 {
				t.first = e + 1
			}
			if !slices.Contains(t.people, e) {
				t.people = append(t.people, e)
			}
			if !slices.Contains(t.present, e) && (m.Kind != entity.Pronoun || t.functionOf(m) != ownerRole && !world.PossessivePronoun.Has(strings.ToLower(t.text(m.Span)))) {
				t.present = append(t.present, e)
			}
		case entity.Country:
			if !m.Adjective && !slices.Contains(t.lands, e) {
				t.lands = append(t.lands, e)
			}
		}
	}
	if m.Inside || m.Adjective {
		return
	}
	if _, ok := t.subject[m.Sentence]; !ok && t.isSubject(m) {
		t.subject[m.Sentence] = slices.Clone(m.Entities)
		t.joined = m
	} else if ok && t.joined != nil && t.joined.Sentence == m.Sentence && t.joins(t.joined, m) {
		// "A, B and C met": all of them are the subject.
		t.subject[m.Sentence] = append(t.subject[m.Sentence], m.Entities...)
		t.joined = m
	}
}

// joins tells whether b goes on a list of likes that a is in: "A, B and C".
func (t *thread) joins(a, b *entity.Mention) bool {
	if t.Entities[a.Entities[0]].Type != t.Entities[b.Entities[0]].Type || b.Tokens.First <= a.Tokens.Last {
		return false
	}
	tokens := t.NLP.Sentences[a.Sentence].Tokens
	between := tokens[a.Tokens.Last:b.Tokens.First]
	if !listed(between) {
		return false
	}
	if strings.EqualFold(between[0].Form, "and") || len(between) > 1 {
		return true
	}
	// After a comma the list must come to an "and".
	for _, w := range tokens[b.Tokens.Last:] {
		if strings.EqualFold(w.Form, "and") {
			return true
		}
		if w.UPOS == "VERB" || w.UPOS == "AUX" {
			return false
		}
	}
	return false
}

// isSubject tells whether a mention is the subject of its sentence's main
// clause, as far as order and dependencies tell.
func (t *thread) isSubject(m *entity.Mention) bool {
	if m.Kind == entity.Pronoun {
		l := strings.ToLower(t.text(m.Span))
		if l != "he" && l != "she" && l != "they" && l != "i" && l != "we" && l != "it" {
			return false
		}
	}
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	first := m.Tokens.First
	if first == 0 {
		return true
	}
	before := strings.ToLower(tokens[first-1].Form)
	if before == "," || before == "“" || before == `"` || before == "that" || before == "while" || before == "-" || before == "–" || before == "—" || before == "where" {
		return m.Type == entity.Person || m.Type == ""
	}
	return world.SubjectOpener.Has(before)
}

func (t *thread) resolve(i int) []int {
	m := &t.Mentions[i]
	switch {
	case m.Kind == entity.Pronoun && !m.Plural && m.Type == entity.Person:
		return t.singular(i)
	case m.Kind == entity.Pronoun && m.Plural:
		return t.plural(i)
	case m.Kind == entity.Pronoun:
		return t.neuter(i)
	case m.Plural:
		return t.group(i)
	case m.Type == entity.Country:
		return t.land(i)
	case m.Type == "":
		return t.ofTwo(i)
	}
	return t.holder(i)
}

// ofTwo resolves "the former" and "the latter" of two named last.
func (t *thread) ofTwo(i int) []int {
	m := &t.Mentions[i]
	pair := t.people
	if len(pair) < 2 && len(t.recent) > 0 && contains(t.recent[0], pair) {
		pair = t.recent[0]
	}
	if len(pair) != 2 {
		return nil
	}
	if strings.EqualFold(t.NLP.Sentences[m.Sentence].Tokens[m.Head].Form, "latter") {
		return one(pair[1])
	}
	return one(pair[0])
}

func one(e int) []int {
	if e < 0 {
		return nil
	}
	return []int{e}
}

// fits tells whether a person can be meant by a word of a gender.
func (t *thread) fits(e int, g world.Gender) bool {
	h := t.Entities[e].Gender
	return t.Entities[e].Type == entity.Person && (g == world.UnknownGender || h == world.UnknownGender || g == h)
}

// singular resolves he, she, his, her, I, my.
func (t *thread) singular(i int) []int {
	m := &t.Mentions[i]
	word := strings.ToLower(t.text(m.Span))
	switch word {
	case "i", "me", "my", "myself":
		if t.quoted[i] {
			return t.speaker(i)
		}
		return one(t.Author)
	}
	if e := t.voicing(i); e != nobody {
		return one(e)
	}
	list := t.candidates(i)
	best := list[0]
	if best.e == nobody || t.stranger(m) && t.Mentions[best.last].Sentence != m.Sentence {
		return nil
	}
	lead := sure
	for _, c := range list[1:] {
		if c.e != nobody {
			lead = best.score - c.score
			break
		}
	}
	if lead < least {
		return nil
	}
	if lead >= sure {
		t.learn(best.e, m)
	}
	return one(best.e)
}

// stranger tells whether this sentence or, where it has no subject yet, the one
// before is about a person who is not known: "The official said he".
func (t *thread) stranger(m *entity.Mention) bool {
	for n := m.Sentence; n >= 0 && n >= m.Sentence-2; n-- {
		if s, ok := t.subject[n]; ok {
			return len(s) == 0
		}
	}
	return false
}

// counterpart gives "his Chilean counterpart, Rosa Fuentes" the office of the
// one whom "his" means, in Chile.
func (t *thread) counterpart(m *entity.Mention) {
	s := t.subject[m.Sentence]
	if len(m.Offices) == 0 || len(m.Entities) != 1 || len(s) != 1 || s[0] == m.Entities[0] || t.Entities[s[0]].Type != entity.Person {
		return
	}
	o := &m.Offices[0]
	words := strings.Fields(o.Title)
	title := t.persons[s[0]].office
	if o.Status != entity.Calling || len(words) != 1 || !world.PeerNoun.Has(words[0]) || o.Of.Type != entity.Country && (o.Of.ID != "" || words[0] != "counterpart") || title == "" {
		return
	}
	o.Title, o.Status = title, "actual"
	t.join(m.Entities[0], m)
	t.persons[m.Entities[0]].forms[plainName(m.Name)]--
	t.persons[m.Entities[0]].count--
}

// learn takes a person's gender from a pronoun that starts a sentence, which
// can hardly mean another.
func (t *thread) learn(e int, m *entity.Mention) {
	if m.Tokens.First == 0 && t.Entities[e].Gender == world.UnknownGender {
		t.Entities[e].Gender = m.Gender
	}
}

// plural resolves they, them, their, we, our, each other.
func (t *thread) plural(i int) []int {
	m := &t.Mentions[i]
	word := strings.ToLower(t.text(m.Span))
	switch word {
	case "we", "us", "our", "ours", "ourselves":
		return t.ourselves(i)
	case "each other", "one another":
		return t.several(i)
	case "them":
		return t.besidesSubject(i, t.those(i))
	}
	return t.those(i)
}

// several gives the group that the clause of "each other" is about.
func (t *thread) several(i int) []int {
	m := &t.Mentions[i]
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; len(o.Entities) > 1 && t.clauseSubject(o) {
			return slices.Clone(o.Entities)
		}
	}
	if s := t.subject[m.Sentence]; len(s) > 1 {
		return slices.Clone(s)
	}
	return nil
}

// besidesSubject leaves out of a group whoever is the subject of the verb of
// which mention i is the object: "Ana met Eva and Jan. She thanked them."
func (t *thread) besidesSubject(i int, group []int) []int {
	m := &t.Mentions[i]
	verb := t.verbOf(m)
	for k := i - 1; k >= 0 && verb >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; t.functionOf(o) == subjectRole && t.verbOf(o) == verb {
			group = slices.DeleteFunc(group, func(e int) bool { return slices.Contains(o.Entities, e) })
		}
	}
	if len(group) < 2 {
		return nil
	}
	return group
}

// those resolves they, them, their.
func (t *thread) those(i int) []int {
	m := &t.Mentions[i]
	// A group in this sentence, before.
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; len(o.Entities) > 1 {
			return slices.Clone(o.Entities)
		} else if o.Plural && o.Kind == entity.Nominal && t.isSubject(o) {
			return nil
		}
	}
	if s := t.subject[m.Sentence]; len(s) > 1 {
		return slices.Clone(s)
	}
	if t.othersBefore(m.Sentence, m.Tokens.First) {
		return nil
	}
	if tokens := t.NLP.Sentences[m.Sentence].Tokens; len(t.present) == 2 && m.Tokens.First > 0 && (contains(t.gathering, t.present) || contains(t.present, t.subject[m.Sentence]) && meets(tokens)) && !withFamily(tokens[:m.Tokens.First]) {
		return slices.Clone(t.present)
	}
	if len(t.people) == 0 && len(t.lands) == 2 {
		return slices.Clone(t.lands)
	}
	if m.Sentence == 0 || len(t.people) > 0 && !contains(t.gathering, t.people) {
		return nil
	}
	// The subject of the sentence before, then those who met in it.
	if s := t.subject[m.Sentence-1]; len(s) > 1 {
		return t.talkers(m, slices.Clone(s))
	}
	if t.othersBefore(m.Sentence-1, 1<<30) {
		return nil
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence >= m.Sentence-1; k-- {
		if o := &t.Mentions[k]; len(o.Entities) > 1 && (t.isSubject(o) || t.Entities[o.Entities[0]].Type == entity.Person) {
			return slices.Clone(o.Entities)
		}
	}
	if len(t.recent) > 0 && len(t.recent[0]) == 2 {
		return slices.Clone(t.recent[0])
	}
	if len(t.gathering) > 1 && m.Sentence-t.gathered <= 2 {
		return slices.Clone(t.gathering)
	}
	if len(t.recent) > 0 && len(t.recent[0]) == 0 && len(t.recentC[0]) == 2 && len(t.lands) == 0 {
		return slices.Clone(t.recentC[0])
	}
	return nil
}

// withFamily tells whether somebody comes with a wife or husband.
func withFamily(tokens []nlp.Token) bool { return anyWord(tokens, world.FamilyNoun) }

// othersBefore tells whether a sentence is about several who are not named
// ("The protesters left"), as far as its first tokens show.
func (t *thread) othersBefore(sentence, end int) bool {
	tokens := t.NLP.Sentences[sentence].Tokens
	for k := 0; k < len(tokens) && k < end; k++ {
		w := &tokens[k]
		if w.Deprel == "" && w.UPOS == "VERB" {
			return false
		}
		if w.XPOS != "NNS" || w.Deprel != "" && !strings.HasPrefix(w.Deprel, "nsubj") || world.ThingPlural.Has(strings.ToLower(w.Form)) {
			continue
		}
		if !slices.ContainsFunc(t.inSentence(sentence), func(m entity.Mention) bool { return m.Head == k && len(m.Entities) > 0 }) {
			return true
		}
	}
	return false
}

// inSentence gives the mentions of a sentence.
func (t *thread) inSentence(sentence int) []entity.Mention {
	first, _ := slices.BinarySearchFunc(t.Mentions, sentence, func(m entity.Mention, s int) int { return m.Sentence - s })
	last := first
	for last < len(t.Mentions) && t.Mentions[last].Sentence == sentence {
		last++
	}
	return t.Mentions[first:last]
}

// ourselves resolves we, us, our: whoever writes or speaks and those he has
// just met where they do something together, his country otherwise.
func (t *thread) ourselves(i int) []int {
	m := &t.Mentions[i]
	who := t.Author
	if t.quoted[i] {
		s := t.speaker(i)
		if len(s) != 1 {
			return nil
		}
		who = s[0]
	}
	if who < 0 {
		return nil
	}
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	if strings.EqualFold(t.text(m.Span), "we") && slices.Contains(t.own, who) && m.Sentence-t.owned <= 4 {
		for k := m.Tokens.Last; k < len(tokens) && k < m.Tokens.Last+3; k++ {
			if world.JointVerbForm.Has(strings.ToLower(tokens[k].Form)) {
				return slices.Clone(t.own)
			}
		}
	}
	return t.landOf(who)
}

// neuter resolves it and its.
func (t *thread) neuter(i int) []int {
	switch strings.ToLower(t.text(t.Mentions[i].Span)) {
	case "it":
		return t.agent(i)
	case "its":
		return t.owningBody(i)
	}
	return nil
}

// owningBody gives the country or organisation that the clause of "its" is
// about, or the one thanked or blamed: "Ana thanked Peru for its help".
func (t *thread) owningBody(i int) []int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		o := &t.Mentions[k]
		if !t.body(o) {
			continue
		}
		if v := t.verbOf(o); t.clauseSubject(o) || v >= 0 && t.functionOf(o) == objectRole && t.verbOf(m) == v && world.ThankingVerb.Has(tokens[v].Lemma) {
			return slices.Clone(o.Entities)
		}
	}
	return nil
}

// body tells whether a mention is of one country or organisation.
func (t *thread) body(m *entity.Mention) bool {
	return !m.Adjective && !m.Inside && t.collective(m.Entities)
}

// collective tells whether there is one thing, a country or an organisation.
func (t *thread) collective(entities []int) bool {
	return len(entities) == 1 && (t.Entities[entities[0]].Type == entity.Country || t.Entities[entities[0]].Type == entity.Organization)
}

// agent resolves "it" as the subject of what a government or organisation says,
// "Peru said it backed Fiji", or where it does what only these do: the last of
// them that does or suffers something in the sentence before it, else the one that
// the sentence before is about.
func (t *thread) agent(i int) []int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	verb := t.verbOf(m)
	if verb < 0 || t.functionOf(m) != subjectRole || tokens[m.Head].Head != verb || tokens[verb].UPOS != "VERB" || world.ImpersonalVerb.Has(tokens[verb].Lemma) {
		return nil
	}
	for up, n := verb, 0; n < 6; n++ {
		relation := universal(tokens[up].Deprel)
		up = tokens[up].Head
		if up < 0 || relation != "ccomp" && relation != "conj" {
			break
		}
		for k := i - 1; k >= 0 && relation == "ccomp" && t.Mentions[k].Sentence == m.Sentence; k-- {
			if o := &t.Mentions[k]; tokens[t.anchor(o)].Head == up && t.functionOf(o) == subjectRole {
				if t.body(o) {
					return slices.Clone(o.Entities)
				}
				return nil
			}
		}
	}
	if !world.DeliberateVerb.Has(strings.ToLower(tokens[verb].Lemma)) {
		return nil
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; t.body(o) {
			if function := plain(t.functionOf(o)); function == subjectRole || function == objectRole {
				return slices.Clone(o.Entities)
			}
		}
	}
	if s := t.subject[m.Sentence-1]; len(t.people) == 0 && t.collective(s) {
		return slices.Clone(s)
	}
	return nil
}

// clauseSubject tells whether a thing is followed by a verb or governs one.
func (t *thread) clauseSubject(m *entity.Mention) bool {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	if m.Tokens.Last >= len(tokens) {
		return false
	}
	next := tokens[m.Tokens.Last]
	return next.UPOS == "VERB" || next.UPOS == "AUX" || world.StateActVerbForm.Has(strings.ToLower(next.Form))
}

// quotations tells of each mention whether it stands between quotation marks.
// A quotation ends with its paragraph at the latest.
func quotations(doc *nlp.Document, mentions []entity.Mention) []bool {
	quoted := make([]bool, len(mentions))
	next, open, paragraph := 0, false, -1
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Paragraph != paragraph {
			open, paragraph = false, s.Paragraph
		}
		for at, c := range doc.Text[s.Start:s.End] {
			for next < len(mentions) && mentions[next].Start <= s.Start+at {
				quoted[next] = open
				next++
			}
			switch c {
			case '“', '«':
				open = true
			case '”', '»':
				open = false
			case '"':
				open = !open
			}
		}
	}
	return quoted
}

// speaker finds who says the quoted words around a mention: the one person next
// to a verb of speech in the same paragraph, or the last one before where the
// quotation starts its paragraph.
func (t *thread) speaker(i int) []int {
	m := &t.Mentions[i]
	p := t.NLP.Sentences[m.Sentence].Paragraph
	found, before, many := -1, -1, false
	first := i
	for first > 0 && t.Mentions[first-1].Sentence >= m.Sentence-8 {
		first--
	}
	for k := first; k < len(t.Mentions); k++ {
		o := &t.Mentions[k]
		paragraph := t.NLP.Sentences[o.Sentence].Paragraph
		if o.Sentence > m.Sentence+2 || paragraph > p {
			break
		}
		if len(o.Entities) != 1 || t.Entities[o.Entities[0]].Type != entity.Person || t.quoted[k] || !t.says(o) {
			continue
		}
		switch e := o.Entities[0]; {
		case paragraph < p:
			before = e
		case o.Sentence >= m.Sentence-4:
			many = many || found >= 0 && found != e
			found = e
		}
	}
	switch {
	case many:
		return nil
	case found >= 0:
		return one(found)
	}
	for k := m.Sentence; k >= 0 && t.NLP.Sentences[k].Paragraph == p; k-- {
		if k == 0 || t.NLP.Sentences[k-1].Paragraph != p {
			switch t.NLP.Sentences[k].Tokens[0].Form {
			case `"`, "“", "«", "``":
				return one(before)
			}
		}
	}
	return nil
}

// says tells whether a verb of speech stands next to a mention.
func (t *thread) says(m *entity.Mention) bool {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	return m.Tokens.Last < len(tokens) && world.QuotingVerbForm.Has(strings.ToLower(tokens[m.Tokens.Last].Form)) ||
		m.Tokens.First > 0 && world.QuotingVerbForm.Has(strings.ToLower(tokens[m.Tokens.First-1].Form))
}
