package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// A node is a token of the tree, or a whole named mention, which the parser
// read as one token.
type node struct {
	token   int       // the token that carries the arc; last of a mention
	tokens  nlp.Range // what the node covers
	mention int       // index into entity.Document.Mentions, -1 if none
	lemma   string    // in lower case; of a mention's head
	form    string    // in lower case
	upos    string
	xpos    string
	deprel  string
	head    int // index of a node, -1 for the root
	kids    []int
}

// A tree is one sentence as nodes in text order.
type tree struct {
	doc      *entity.Document
	sentence *nlp.Sentence
	nodes    []node
	inner    []int         // the sentence's mentions inside larger ones
	surface  map[int][]int // memo of surfaceSubjects; nil value while it is being found
}

// Parse sets the trees of a tagged sentence, reading each name, with its titles,
// as one token. mentions are those of the sentence, sorted as entity.Find
// returns them.
func Parse(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	for i := range mentions { // "Shell" is no noun where it is a company
		m := &mentions[i]
		if t := &s.Tokens[m.Head]; m.Kind == entity.Named && m.Tokens.Last-m.Tokens.First == 1 && t.XPOS == "NN" {
			t.UPOS, t.XPOS = "PROPN", "NNP"
		}
	}
	mendTense(s)
	mendPresent(model, s, mentions)
	groups := groupsOf(s, mentions)
	dropped := map[int]int{} // tokens that the parser does not see, with what they hang on
	for _, i := range closingCommas(s, mentions) {
		dropped[i] = i - 1
	}
	words := linked(s)
	for _, r := range words {
		for i := r.First; i < r.Last-1; i++ {
			dropped[i] = r.Last - 1
		}
	}
	if len(dropped) == 0 {
		model.Parse(s, groups)
		return
	}
	view := nlp.Sentence{Span: s.Span, Paragraph: s.Paragraph}
	toView, toSentence := make([]int, len(s.Tokens)), []int{}
	for i := range s.Tokens {
		toView[i] = len(view.Tokens)
		if _, ok := dropped[i]; !ok {
			view.Tokens = append(view.Tokens, s.Tokens[i])
			toSentence = append(toSentence, i)
		}
	}
	for _, r := range words { // "people-to-people", "London-based" are adjectives to what follows them
		t := &view.Tokens[toView[r.Last-1]]
		t.UPOS, t.XPOS = "ADJ", "JJ"
	}
	for i := range groups {
		groups[i] = nlp.Range{First: toView[groups[i].First], Last: toView[groups[i].Last-1] + 1}
	}
	model.Parse(&view, groups)
	for i := range view.Tokens {
		t := &s.Tokens[toSentence[i]]
		t.Deprel, t.Head = view.Tokens[i].Deprel, view.Tokens[i].Head
		if t.Head >= 0 {
			t.Head = toSentence[t.Head]
		}
	}
	for i, head := range dropped {
		s.Tokens[i].Head, s.Tokens[i].Deprel = head, "punct"
	}
}

// mendTense makes a word the verb of a sentence that has no other finite one: a
// participle with an object, "the ministers discussed fish", and a noun between
// several and an infinitive, "Kenya and Peru plan to meet".
func mendTense(s *nlp.Sentence) {
	candidate, tag := -1, "VBD"
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return
		case "VBN":
			if candidate < 0 && i > 0 && i+1 < len(s.Tokens) {
				before, after := s.Tokens[i-1].UPOS, s.Tokens[i+1].UPOS
				if (before == "PROPN" || before == "NOUN" || before == "PUNCT" || before == "ADV") && (after == "DET" || after == "NOUN" || after == "PROPN" || after == "ADJ" || after == "PRON" || after == "NUM") {
					candidate = i
				}
			}
		case "NN":
			if candidate < 0 && willing[t.Lemma] && i > 2 && i+2 < len(s.Tokens) && s.Tokens[i-1].UPOS == "PROPN" && s.Tokens[i+1].XPOS == "TO" && s.Tokens[i+2].XPOS == "VB" && severalBefore(s, i) {
				candidate, tag = i, "VBP"
			}
		}
	}
	if candidate >= 0 {
		s.Tokens[candidate].UPOS, s.Tokens[candidate].XPOS = "VERB", tag
	}
}

// willing are nouns that as verbs take an infinitive.
var willing = set("plan", "hope", "aim", "pledge", "vow", "promise", "offer")

// severalBefore tells whether names joined by "and" stand right before token i.
func severalBefore(s *nlp.Sentence, i int) bool {
	for k := i - 1; k > 0 && (s.Tokens[k].UPOS == "PROPN" || s.Tokens[k].UPOS == "CCONJ" || s.Tokens[k].UPOS == "DET"); k-- {
		if s.Tokens[k].UPOS == "CCONJ" {
			return s.Tokens[k-1].UPOS == "PROPN"
		}
	}
	return false
}

// mendPresent makes a plural noun between somebody and what he does something to
// a verb where the sentence has no other finite one: "Ito visits Lima", "Lan shakes
// hands with Sato".
func mendPresent(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	if slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool { return finite[t.XPOS] }) {
		return
	}
	for i := range mentions {
		m := &mentions[i]
		k := m.Tokens.Last
		if m.Kind != entity.Named || m.Type != entity.Person || m.Inside || k+1 >= len(s.Tokens) || s.Tokens[k].XPOS != "NNS" {
			continue
		}
		switch s.Tokens[k+1].UPOS {
		case "NOUN", "PROPN", "DET", "ADJ", "PRON":
		default:
			continue
		}
		readings, _ := model.Readings(s.Tokens[k].Form)
		for _, r := range readings {
			if r.XPOS == "VBZ" {
				t := &s.Tokens[k]
				t.UPOS, t.XPOS, t.Lemma = "VERB", r.XPOS, r.Lemma
				return
			}
		}
	}
}

// finite tags are those of verbs that have a tense.
var finite = set("VBD", "VBZ", "VBP", "MD")

// closingCommas finds the commas that close an apposition which is part of a
// mention: "Trade Minister, Ms Ada Obi, was in Lima". Left in, they part the
// subject from its verb.
func closingCommas(s *nlp.Sentence, mentions []entity.Mention) []int {
	var out []int
	for i := range mentions {
		m := &mentions[i]
		end := m.Tokens.Last
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person || end+1 >= len(s.Tokens) || s.Tokens[end].Form != "," {
			continue
		}
		opened := slices.ContainsFunc(s.Tokens[m.Tokens.First:end], func(t nlp.Token) bool { return t.Form == "," })
		switch s.Tokens[end+1].UPOS {
		case "VERB", "AUX", "ADP", "ADV", "PART":
			if opened {
				out = append(out, end)
			}
		}
	}
	return out
}

// groupsOf returns the token ranges of a sentence that the parser should read as
// one token: names, with their titles, of more than one token. A pair of
// countries ("the Kenya–Peru partnership") is one group too: as one token it is
// read as the modifier that it is.
func groupsOf(s *nlp.Sentence, mentions []entity.Mention) []nlp.Range {
	var groups []nlp.Range
	pair := false // the last group ends in a country that stands alone
	for i := range mentions {
		m := &mentions[i]
		if count(s, m) {
			groups = append(groups, m.Tokens)
			continue
		}
		if m.Kind != entity.Named || m.Inside && !separate(mentions, i) {
			continue
		}
		r := core(s, m)
		country := m.Type == entity.Country
		if n := len(groups); country && pair && n > 0 && groups[n-1].Last == r.First-1 && isDash(s.Tokens[r.First-1].Form) {
			groups[n-1].Last = r.Last
			continue
		}
		pair = country
		if r.Last-r.First > 1 || country {
			groups = append(groups, r)
		}
	}
	return slices.DeleteFunc(groups, func(r nlp.Range) bool { return r.Last-r.First < 2 })
}

// count tells whether a mention is a mere number before a verb, "the two
// discussed": read word by word, the verb would be an adjective to what follows.
func count(s *nlp.Sentence, m *entity.Mention) bool {
	last := m.Tokens.Last
	if m.Kind == entity.Named || last == len(s.Tokens) || s.Tokens[last-1].UPOS != "NUM" {
		return false
	}
	upos := s.Tokens[last].UPOS
	return upos == "VERB" || upos == "AUX" || upos == "ADV"
}

// separate tells whether a mention inside others is a noun phrase of its own: "the
// United States" in "representatives of the United States", but in no name.
func separate(mentions []entity.Mention, i int) bool {
	m := &mentions[i]
	if m.Adjective || m.Kind != entity.Named {
		return false
	}
	for k := i - 1; k >= 0 && mentions[k].Sentence == m.Sentence; k-- {
		if o := &mentions[k]; o.Kind == entity.Named && o.Tokens.Last >= m.Tokens.Last {
			return false
		}
	}
	return true
}

// linked returns the words that are written as one, such as "people-to-people"
// and "London-based".
func linked(s *nlp.Sentence) []nlp.Range {
	var out []nlp.Range
	tied := func(i, n int) bool { // whether n tokens at i have no space between them
		for k := i + 1; k < i+n; k++ {
			if k >= len(s.Tokens) || s.Tokens[k].SpaceBefore {
				return false
			}
		}
		return true
	}
	for i := 0; i < len(s.Tokens); i++ {
		n := 0
		switch t := s.Tokens[i:]; {
		case tied(i, 5) && isDash(t[1].Form) && isDash(t[3].Form) && linking[t[2].Form]:
			n = 5
		case tied(i, 3) && t[1].Form == "-" && t[0].UPOS == "PROPN" && t[2].XPOS == "VBN" && !tied(i+2, 2):
			n = 3
		default:
			continue
		}
		out = append(out, nlp.Range{First: i, Last: i + n})
		i += n - 1
	}
	return out
}

var linking = set("to", "by", "on", "for", "of", "and")

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "/" }

// core is the tokens of a mention without a leading article, which belongs to
// the noun phrase around it ("the Kenya-Peru partnership").
func core(s *nlp.Sentence, m *entity.Mention) nlp.Range {
	r := m.Tokens
	if r.Last-r.First > 1 && strings.EqualFold(s.Tokens[r.First].Form, "the") {
		r.First++
	}
	return r
}

// topOf returns the token that carries the arc of an office without a name, the
// noun that it is known by elsewhere: "deputy head of mission" hangs by "head".
func topOf(s *nlp.Sentence, m *entity.Mention) int {
	if len(m.Offices) == 0 || m.Kind != entity.Nominal {
		return m.Head
	}
	within := func(k int) bool { return k >= m.Tokens.First && k < m.Tokens.Last }
	h := m.Head
	for steps := m.Tokens.Last - m.Tokens.First; steps > 0 && within(s.Tokens[h].Head); steps-- {
		h = s.Tokens[h].Head
	}
	return h
}

func newTree(doc *entity.Document, sentence int, mentions []int) *tree {
	s := &doc.NLP.Sentences[sentence]
	t := &tree{doc: doc, sentence: s, surface: map[int][]int{}}
	at := make([]int, len(s.Tokens)) // mention + 1 of a node, by its token
	end := make([]int, len(s.Tokens))
	for _, i := range mentions {
		m := &doc.Mentions[i]
		if m.Inside && !separate(doc.Mentions, i) {
			t.inner = append(t.inner, i)
			continue
		}
		if r := core(s, m); m.Kind == entity.Named && r.Last-r.First > 1 {
			at[r.First] = i + 1
			end[r.First] = r.Last
		} else if m.Kind == entity.Named {
			at[r.First] = i + 1
		} else if h := topOf(s, m); at[h] == 0 {
			at[h] = i + 1
		}
	}
	for _, r := range linked(s) {
		if at[r.First] == 0 {
			end[r.First] = r.Last
		}
	}
	nodeOf := make([]int, len(s.Tokens))
	for k := 0; k < len(s.Tokens); k++ {
		n := node{token: k, tokens: nlp.Range{First: k, Last: k + 1}, mention: at[k] - 1}
		lemmaAt := k
		if end[k] > 0 {
			n.token, n.tokens.Last = end[k]-1, end[k]
			if n.mention >= 0 {
				lemmaAt = t.doc.Mentions[n.mention].Head
			}
		}
		for ; k < n.tokens.Last; k++ {
			nodeOf[k] = len(t.nodes)
		}
		k--
		tok := &s.Tokens[n.token]
		n.lemma = strings.ToLower(s.Tokens[lemmaAt].Lemma)
		n.form = strings.ToLower(s.Tokens[lemmaAt].Form)
		n.upos, n.xpos, n.deprel, n.head = tok.UPOS, tok.XPOS, tok.Deprel, tok.Head
		if n.lemma == "" || n.tokens.Last-n.tokens.First > 1 && s.Tokens[lemmaAt].UPOS == "VERB" { // a name's "Meeting" is no verb
			n.lemma = n.form
		}
		if name := currencies[n.lemma]; name != "" {
			n.lemma = name
		}
		t.nodes = append(t.nodes, n)
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 {
			continue
		}
		n.head = nodeOf[n.head]
	}
	for i := range t.nodes { // words that became one can have arcs in a circle
		h := t.nodes[i].head
		for steps := 0; h >= 0 && steps < len(t.nodes); steps++ {
			h = t.nodes[h].head
		}
		if h >= 0 {
			t.nodes[i].head, t.nodes[i].deprel = -1, "root"
		}
	}
	for i := range t.nodes {
		if h := t.nodes[i].head; h >= 0 {
			t.nodes[h].kids = append(t.nodes[h].kids, i)
		}
	}
	for i := range t.nodes { // an object has no preposition
		if c := t.caseOf(i); t.nodes[i].deprel == "obj" && c != "" && (t.nodes[i].mention >= 0 || carriers[c] && gatherings[t.nodes[i].lemma]) {
			t.nodes[i].deprel = "obl"
		}
	}
	for i := range t.nodes { // without an auxiliary and with an object it is no passive: "the talks covered trade"
		if k := t.kid(i, "nsubj:pass"); k >= 0 && !t.hasKid(i, "aux") && t.hasKid(i, "obj") {
			t.nodes[k].deprel = "nsubj"
		} else if k >= 0 && t.kidLemma(i, "aux", "have") && !t.hasKid(i, "aux:pass") { // "was to have met"
			t.nodes[k].deprel = "nsubj"
		}
	}
	t.mendHeadline()
	t.mendNames()
	t.mendParticles()
	t.mendDoubles()
	t.mendObjects()
	t.mendMeasures()
	t.mendContents()
	t.mendAgents()
	t.mendSubjects()
	t.mendRelatives()
	t.mendInfinitives()
	t.mendThat()
	t.mendLists()
	t.mendPairs()
	t.mendOwners()
	t.mendTagged()
	t.mendNouns()
	t.mendVerbs()
	t.mendClauses()
	t.mendSides()
	t.mendCountries()
	t.mendTimes()
	t.mendCircumstances()
	t.mendOpening()
	t.mendPurposes()
	t.mendOffices()
	return t
}

// mendHeadline makes the infinitive that is all that a headline says of somebody
// its verb: "President Delgado to visit Kenya".
func (t *tree) mendHeadline() {
	root := slices.IndexFunc(t.nodes, func(n node) bool { return n.head < 0 })
	if root < 0 || !t.isPerson(root) && !t.isCountry(root) || t.hasKid(root, "cop", "nsubj", "case") || !t.untensed() {
		return
	}
	for _, v := range t.nodes[root].kids {
		if n := &t.nodes[v]; v < root || n.xpos != "VB" || !t.kidLemma(v, "mark", "to") {
			continue
		}
		switch rel(t.nodes[v].deprel) {
		case "xcomp", "parataxis", "acl", "advcl", "dep":
			if t.hasKid(v, "nsubj") {
				return
			}
			kids := slices.Clone(t.nodes[root].kids)
			t.hang(v, -1, "root")
			t.hang(root, v, "nsubj")
			for _, k := range kids {
				if k > v {
					t.hang(k, v, t.nodes[k].deprel)
				}
			}
			return
		}
	}
}

// mendPurposes hangs an infinitive that the parser hung on somebody on the verb:
// "met the ministers to discuss trade".
func (t *tree) mendPurposes() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl" || n.xpos != "VB" || n.head < 0 {
			continue
		}
		if m := t.mentionAt(n.head); !(m != nil && m.Type == entity.Person) && !actors[t.nodes[n.head].lemma] && !(doers[t.nodes[n.head].lemma] && t.nodes[n.head].deprel == "obj") {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) {
			a = t.nodes[a].head
		}
		if a >= 0 {
			t.hang(i, a, "advcl")
		}
	}
}

// doers are whom one urges to do something: "invited firms to invest".
var doers = set("company", "firm", "investor", "business", "bank", "state", "member", "parliament", "donor", "lender", "producer", "parties")

// mendOpening hangs the place that opens a sentence on its main verb: "In Peru,
// where she welcomed the new government, she met".
func (t *tree) mendOpening() {
	if len(t.nodes) < 4 || t.nodes[0].upos != "ADP" || t.nodes[1].mention < 0 {
		return
	}
	root := slices.IndexFunc(t.nodes, func(n node) bool { return n.head < 0 })
	if m := t.mentionAt(1); root > 1 && t.isVerb(root) && (m.Type == entity.Place || m.Type == entity.Country) && t.nodes[1].head != root {
		for k := root; k >= 0; k = t.nodes[k].head { // never below itself
			if k == 1 {
				return
			}
		}
		t.hang(1, root, "obl")
		t.hang(0, 1, "case")
	}
}

// hang makes node i depend on node head, unless head depends on it.
func (t *tree) hang(i, head int, deprel string) {
	for h := head; h >= 0; h = t.nodes[h].head {
		if h == i {
			return
		}
	}
	n := &t.nodes[i]
	if n.head >= 0 {
		old := &t.nodes[n.head]
		old.kids = slices.DeleteFunc(old.kids, func(k int) bool { return k == i })
	}
	n.head, n.deprel = head, deprel
	if head < 0 {
		return // the root
	}
	t.nodes[head].kids = append(t.nodes[head].kids, i)
	slices.Sort(t.nodes[head].kids)
}

// mendTimes parts a name from the word for a day or month that follows it: "in
// Lima today" is two phrases, which parsers read as one.
func (t *tree) mendTimes() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if t.nodes[i].mention < 0 || !t.opens(i+1, h) || !t.isTime(h) || t.nodes[h].mention >= 0 || t.nodes[h].head < 0 {
			continue
		}
		switch rel(t.nodes[i].deprel) {
		case "compound", "nmod", "flat", "amod":
		default:
			continue
		}
		g, deprel := t.nodes[h].head, t.nodes[h].deprel
		t.hang(i, g, deprel)
		for _, k := range slices.Clone(t.nodes[h].kids) {
			if k < i {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		if i > 0 && t.nodes[i-1].upos == "ADP" {
			t.hang(i-1, i, "case")
			if t.nodes[i].deprel = "nmod"; t.isVerb(g) {
				t.nodes[i].deprel = "obl"
			}
		}
		t.nodes[h].deprel = "obl:unmarked"
	}
}

// opens tells whether the phrase of node h starts at node first.
func (t *tree) opens(first, h int) bool {
	for k := first; k < h; k++ {
		if t.nodes[k].head != h {
			return false
		}
	}
	return first <= h
}

var circumstances = set("at", "in", "on", "during", "after", "before", "following", "near", "outside", "for", "over", "amid", "ahead", "within", "upon", "to", "with", "about", "regarding", "between")

func (t *tree) isCountry(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Country && m.Kind == entity.Named
}

// sooner adverbs stand before a phrase of time or place without being part of
// it: "met earlier on the margins of the summit".
var sooner = set("earlier", "later", "here", "there", "together", "separately")

// mendCircumstances hangs phrases of time, place, subject and occasion that the
// parser hung on a person or country on what they take part in: people are met
// in a place, they are not "of" it; cooperation between two is on something.
func (t *tree) mendCircumstances() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || !t.isPerson(n.head) && !t.isCountry(n.head) && !(t.nodes[n.head].mention < 0 && t.isTime(n.head)) && !(rel(t.nodes[n.head].deprel) == "advmod" && sooner[t.nodes[n.head].form]) || t.isTime(i) && t.isTime(n.head) || t.isPerson(i) && !t.isTime(n.head) || !t.isNominal(i) && n.upos != "NUM" {
			continue
		}
		c := t.kid(i, "case")
		if c < 0 || !circumstances[t.nodes[c].form] {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) && !t.isVerbal(a) {
			a = t.nodes[a].head
		}
		if a < 0 {
			continue
		}
		if t.isVerb(a) {
			t.hang(i, a, "obl")
		} else {
			t.hang(i, a, "nmod")
		}
	}
}

// currencies gives the signs of money the lemma of their names, as rules have them.
var currencies = map[string]string{"$": "dollar", "us$": "dollar", "a$": "dollar", "c$": "dollar", "nz$": "dollar", "s$": "dollar", "hk$": "dollar", "usd": "dollar",
	"€": "euro", "eur": "euro", "£": "pound", "gbp": "pound", "¥": "yen", "jpy": "yen", "₹": "rupee", "inr": "rupee", "cny": "yuan", "rmb": "yuan"}

// mendLists makes the items of a list of names conjuncts of its first: parsers
// trained on running text read "the King, Prime Minister A, Foreign Minister B
// and C" as appositions or flat names as often as not.
func (t *tree) mendLists() {
	t.partLists()
	for i := 2; i < len(t.nodes); i++ { // "in economy-trade, investment and other areas"
		n, first := &t.nodes[i], i-2
		if n.deprel == "appos" && n.upos == "NOUN" && n.mention < 0 && isDash(t.nodes[i-1].form) && t.nodes[first].upos == "NOUN" && t.nodes[first].head == n.head && t.nodes[first].tokens.Last+1 == n.tokens.First {
			t.hang(i, first, "conj")
		}
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head >= i || !t.isPerson(i) {
			continue
		}
		if p := t.nodes[n.head].head; n.deprel == "conj" && t.isCountry(n.head) && t.nodes[n.head].deprel == "nmod" && p >= 0 && t.isPerson(p) {
			t.hang(i, p, "conj") // "Haddad of Oman and Mwangi of Kenya"
		}
		if !t.isPerson(n.head) {
			continue
		}
		switch rel(n.deprel) {
		case "appos", "list", "flat", "dep", "parataxis", "compound", "nmod":
			if !t.hasKid(i, "case") && !t.sameEntity(i, n.head) {
				n.deprel = "conj"
			}
		}
	}
}

// partLists parts people from the countries whose ministers they are: "the foreign
// ministers of Kenya and Peru, Petrov and Li, met", which parsers read as one list.
func (t *tree) partLists() {
	for i := range t.nodes {
		g := t.nodes[i].head
		if g < 0 || !t.isCountry(i) {
			continue
		}
		m := t.mentionAt(g)
		if rel(t.nodes[i].deprel) != "nmod" || t.nodes[g].xpos != "NNS" || m == nil || m.Kind != entity.Nominal || m.Type != entity.Person {
			continue
		}
		first := -1
		for _, k := range t.kids(i, "conj", "appos") {
			switch {
			case !t.isPerson(k):
			case first < 0:
				first = k
				t.hang(k, g, "appos")
			default:
				t.hang(k, first, "conj")
			}
		}
	}
}

// mendVerbs coordinates verbs of one form: one that the parser hung on a gerund or
// infinitive with the verb above in its own form, "plan to stress the importance of
// doing A and discuss B", "asked Peru to help and thanked Kenya"; one without a
// subject that follows without a conjunction, "increase A, effectively do B".
func (t *tree) mendVerbs() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head > i || !t.isVerb(i) || !t.isVerb(n.head) || t.hasKid(i, "mark", "nsubj", "aux") {
			continue
		}
		u := &t.nodes[n.head]
		switch {
		case n.deprel == "parataxis" && n.xpos == u.xpos && u.deprel != "root":
			n.deprel = "conj"
		case n.deprel == "conj" && (n.xpos == "VB" && u.xpos == "VBG" || n.xpos == "VBD" && (u.xpos == "VB" || u.xpos == "VBG")):
			for h := u.head; h >= 0; h = t.nodes[h].head {
				if t.isVerb(h) && t.nodes[h].xpos == n.xpos && h < i {
					t.hang(i, h, "conj")
					break
				}
			}
		}
	}
}

// mendClauses coordinates the second verb of a headline with its first, "Kenya,
// Peru discuss transit, agree on trade", and takes the preposition before a noun
// for one, "Kenya and Peru commit to ceasefire".
func (t *tree) mendClauses() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || n.head > i || !t.isVerb(n.head) {
			continue
		}
		switch {
		case n.deprel == "parataxis" && t.isVerb(i) && n.xpos != "VBN" && n.xpos != "VBG" && t.hasKid(n.head, "nsubj") && !t.hasKid(i, "nsubj", "aux", "expl", "mark") && t.nodes[i-1].form == ",":
			n.deprel = "conj"
		case n.deprel == "xcomp" && n.upos == "NOUN" && t.kidLemma(i, "mark", "to") && !t.hasKid(i, "nsubj", "cop"):
			n.deprel = "obl"
			for _, k := range t.kids(i, "mark") {
				t.nodes[k].deprel = "case"
			}
		}
	}
}

// mendPairs makes the first of two words joined by a dash a part of the second where
// the parser hung the second on it: "cooperation in economy-trade and investment".
func (t *tree) mendPairs() {
	for i := 1; i+1 < len(t.nodes); i++ {
		a, b := i-1, i+1
		if !isDash(t.nodes[i].form) || t.sentence.Tokens[t.nodes[i].token].SpaceBefore || t.sentence.Tokens[t.nodes[b].tokens.First].SpaceBefore ||
			t.nodes[b].head != a || t.nodes[a].head < 0 || t.nodes[a].mention >= 0 || t.nodes[a].upos != "NOUN" || t.nodes[b].upos != "NOUN" {
			continue
		}
		switch rel(t.nodes[b].deprel) {
		case "appos", "parataxis", "conj", "dep", "list":
			t.hang(b, t.nodes[a].head, t.nodes[a].deprel)
			for _, k := range slices.Clone(t.nodes[a].kids) {
				t.hang(k, b, t.nodes[k].deprel)
			}
			t.hang(a, b, "compound")
			t.hang(i, a, "punct")
		}
	}
}

// mendOwners makes two countries the owners of what they have in common where the
// parser took the first for something else: "praised Kenya and Peru's commitment".
func (t *tree) mendOwners() {
	for i := range t.nodes {
		n := &t.nodes[i]
		a := t.listedBefore(i)
		if a < 0 || t.nodes[a].head < 0 || rel(t.nodes[a].deprel) != "obj" && t.nodes[a].deprel != "iobj" || !slices.ContainsFunc(t.kids(i, "case"), func(k int) bool { return k > i }) {
			continue
		}
		owned := n.head
		if n.head == a && n.deprel == "conj" { // "highlights Kenya" may be a clause, with the rest hung on its verb
			owned = slices.IndexFunc(t.nodes[i+1:], func(x node) bool { return x.upos == "NOUN" && x.head < i }) + i + 1
		}
		if owned <= i || !shells[t.nodes[owned].lemma] {
			continue
		}
		t.hang(owned, t.nodes[a].head, "obj")
		t.hang(a, owned, "nmod:poss")
		t.hang(i, a, "conj")
	}
}

// mendTagged makes a noun coordinated with an infinitive a verb where it has the
// dependents of one: "to cooperate on trade and push forward with talks".
func (t *tree) mendTagged() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel == "conj" && n.upos == "NOUN" && n.head >= 0 && t.isVerb(n.head) && t.nodes[n.head].xpos == "VB" && t.hasKid(i, "obl", "advmod") && !t.hasKid(i, "det", "amod", "compound", "nummod", "nmod", "case") {
			n.upos, n.xpos = "VERB", "VB"
		}
	}
}

// mendNouns makes a noun that the parser hung on a verb as its conjunct one of the
// noun before it: "focusing on rice, fisheries and trade", "called for talks and
// for a truce".
func (t *tree) mendNouns() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.upos != "NOUN" || n.head < 0 || n.head > i || !t.isVerb(n.head) || t.hasKid(i, "nsubj", "cop", "mark", "obj") {
			continue
		}
		own := t.caseOf(i)
		if k := t.nodes[i-1]; own == "" && !t.hasKid(i, "cc") && (i-1 == n.head || k.head == n.head && k.deprel == "compound:prt") && !t.hasKid(n.head, "obj") {
			n.deprel = "obj" // "step up training"
			continue
		}
		for _, o := range slices.Backward(t.kids(n.head, "obj", "obl")) {
			if o < i && o > n.head && t.nodes[o].upos == "NOUN" && !t.isTime(o) && (own == "" || own == t.caseOf(o)) {
				t.hang(i, o, "conj")
				break
			}
		}
	}
}

// mendSides hangs the sides of an agreement or of cooperation that the parser hung on what it is about
// on it: "a pact on high-speed railways between Kenya and the African
// Union".
func (t *tree) mendSides() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || t.caseOf(i) != "between" || !t.isLand(i) || !t.hasKid(i, "conj") || relating[t.nodes[n.head].lemma] {
			continue
		}
		a := n.head
		sided := func(k int) bool { return happening[t.nodes[k].lemma] || joint[t.nodes[k].lemma] }
		for a >= 0 && t.nodes[a].deprel == "nmod" && !sided(a) {
			a = t.nodes[a].head
		}
		if a >= 0 && sided(a) {
			t.hang(i, a, "nmod")
		}
	}
}

// relating nouns need two sides themselves.
var relating = set("border", "boundary", "frontier", "trade", "relation", "relationship", "tie", "link", "connection", "flight", "route", "conflict", "war", "dispute", "difference", "tension",
	"cooperation", "collaboration", "exchange", "travel", "traffic")

// mendCountries makes the last of several countries or organisations a conjunct
// of the others where the parser parted it from them: "the leaders of Kenya, Peru
// and the United States met", "Kenya, Peru agree to open the border".
func (t *tree) mendCountries() {
	for i := range t.nodes {
		p := t.listedBefore(i)
		if p < 0 || t.nodes[i].head == p || t.nodes[i].head < 0 {
			continue
		}
		switch n := &t.nodes[i]; {
		case n.deprel == "conj" && t.isLand(n.head): // a member of the list already
		case n.deprel == "conj", rel(n.deprel) == "nsubj" && t.hasSubject(n.head, p):
			if t.nodes[p].deprel == "conj" && t.isLand(t.nodes[p].head) {
				p = t.nodes[p].head
			}
			if t.nodes[p].deprel == "vocative" {
				t.nodes[p].deprel = n.deprel
			}
			t.hang(i, p, "conj")
		}
	}
}

// listedBefore returns the country or organisation that stands before the one at
// node i in a list, -1 if i is none of a list.
func (t *tree) listedBefore(i int) int {
	k := i - 1
	for k > 0 && (t.nodes[k].form == "the" || t.nodes[k].form == "and" || t.nodes[k].form == ",") {
		k--
	}
	if k < 0 || k == i-1 || !t.isLand(i) || !t.isLand(k) || t.nodes[k+1].form == "the" {
		return -1
	}
	return k
}

// isLand tells whether node i names a country or an organisation.
func (t *tree) isLand(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Kind == entity.Named && (m.Type == entity.Country || m.Type == entity.Organization)
}

// hasSubject tells whether node k belongs to a subject of the verb, or addresses
// somebody, as headlines seem to do.
func (t *tree) hasSubject(verb, k int) bool {
	for _, s := range t.kids(verb, "nsubj", "vocative") {
		if s <= k && slices.Contains(t.subtree(s, nil), k) {
			return true
		}
	}
	return false
}

func (t *tree) isPerson(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Person && m.Kind == entity.Named
}

func (t *tree) sameEntity(i, k int) bool {
	a, b := t.mentionAt(i).Entities, t.mentionAt(k).Entities
	return len(a) == 1 && len(b) == 1 && a[0] == b[0]
}

func (t *tree) mentionAt(i int) *entity.Mention {
	if m := t.nodes[i].mention; m >= 0 {
		return &t.doc.Mentions[m]
	}
	return nil
}

// rel is a relation without its subtype.
func rel(deprel string) string {
	base, _, _ := strings.Cut(deprel, ":")
	return base
}

func (t *tree) kids(i int, rels ...string) []int {
	var out []int
	for _, k := range t.nodes[i].kids {
		d := t.nodes[k].deprel
		for _, r := range rels {
			if d == r || rel(d) == r && !strings.Contains(r, ":") {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

func (t *tree) kid(i int, rels ...string) int {
	if k := t.kids(i, rels...); len(k) > 0 {
		return k[0]
	}
	return -1
}

func (t *tree) hasKid(i int, rels ...string) bool { return t.kid(i, rels...) >= 0 }

// kidLemma finds a dependent by relation and lemma.
func (t *tree) kidLemma(i int, r string, lemmas ...string) bool {
	for _, k := range t.kids(i, r) {
		for _, l := range lemmas {
			if t.nodes[k].lemma == l || t.nodes[k].form == l {
				return true
			}
		}
	}
	return false
}

// conjuncts returns i and what is coordinated with it, in text order.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < len(t.nodes); k++ {
		out = append(out, t.kids(out[k], "conj")...)
	}
	return out
}

// caseOf returns the preposition of a nominal in lower case, "on behalf of"
// for a fixed one, "" for none.
func (t *tree) caseOf(i int) string {
	var words []string
	for _, k := range t.kids(i, "case") {
		if f := t.nodes[k].form; f == "'s" || f == "’s" || f == "'" || f == "’" {
			continue
		}
		words = append(words, t.nodes[k].form)
		for _, x := range t.kids(k, "fixed") {
			words = append(words, t.nodes[x].form)
		}
	}
	if len(words) == 0 {
		for _, k := range t.kids(i, "mark") { // "while meeting", "to strengthen" have none; "as a partner" may
			if t.nodes[k].form == "as" {
				return "as"
			}
		}
	}
	return strings.Join(words, " ")
}

// subtree returns the nodes below and including i, in text order, without those
// below any dependent that skip names.
func (t *tree) subtree(i int, skip func(k int) bool) []int {
	var out []int
	var walk func(int)
	walk = func(k int) {
		out = append(out, k)
		for _, c := range t.nodes[k].kids {
			if skip == nil || !skip(c) {
				walk(c)
			}
		}
	}
	walk(i)
	slices.Sort(out)
	return out
}

func (t *tree) isVerb(i int) bool {
	n := &t.nodes[i]
	if n.mention >= 0 && t.doc.Mentions[n.mention].Kind == entity.Named {
		return false
	}
	return n.upos == "VERB" || n.upos == "AUX" && rel(n.deprel) != "aux" && rel(n.deprel) != "cop"
}

func (t *tree) isNominal(i int) bool {
	switch t.nodes[i].upos {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return t.nodes[i].mention >= 0
}

func (t *tree) passive(i int) bool {
	if t.hasKid(i, "nsubj:pass", "aux:pass", "csubj:pass") {
		return true
	}
	n := &t.nodes[i]
	return n.xpos == "VBN" && n.upos == "VERB" && (n.deprel == "acl" || n.deprel == "advcl" && !t.hasKid(i, "obj", "aux")) // "invited by Peru, he"
}

// isActor tells whether node k names somebody who can do something.
func (t *tree) isActor(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Person || m.Type == entity.Country || m.Type == entity.Organization)
}

// mendParticles takes a particle for one where the parser took it for the
// preposition of the object: "called off the visit".
func (t *tree) mendParticles() {
	for i := range t.nodes {
		p := i + 1
		if p >= len(t.nodes) || t.nodes[p].deprel != "case" || !t.isVerb(i) || t.nodes[p].form != "off" && t.nodes[p].form != "out" {
			continue
		}
		o := t.nodes[p].head
		if o <= p || t.nodes[o].head != i || t.nodes[o].mention >= 0 {
			continue
		}
		if t.hang(p, i, "compound:prt"); t.calledOff(i) {
			t.nodes[o].deprel = "obj"
		} else {
			t.hang(p, o, "case")
		}
	}
}

// mendDoubles makes a word that is said twice an adverb, and gives the verb what
// follows it: "met face to face with the king".
func (t *tree) mendDoubles() {
	for i := 0; i+2 < len(t.nodes); i++ {
		v := t.nodes[i].head
		if v < 0 || v >= i || !t.isVerb(v) || !doubling[t.nodes[i+1].form] || t.nodes[i].form != t.nodes[i+2].form || t.nodes[i].upos == "NUM" {
			continue
		}
		t.hang(i, v, "advmod")
		for _, k := range append(t.kids(i, "nmod", "obl"), t.kids(i+2, "nmod", "obl")...) {
			t.hang(k, v, "obl")
		}
		t.hang(i+2, i, "fixed")
	}
}

// doubling words stand between a word and itself: "face to face", "side by side".
var doubling = set("to", "by", "on", "for")

// mendObjects tells direct objects from those to whom something is given.
func (t *tree) mendObjects() {
	for i := range t.nodes { // "called Peru a partner", "named Ito as chief": without another object it is no indirect one and no predicate
		n := &t.nodes[i]
		if n.head >= 0 && !t.hasKid(n.head, "obj", "ccomp") && (n.deprel == "iobj" || n.deprel == "xcomp" && i > n.head && t.isPerson(i) && t.caseOf(i) == "" && t.isVerb(n.head) && !t.passive(n.head)) {
			n.deprel = "obj"
		}
	}
	for i := range t.nodes { // "was appointed head of the fleet": what one is made is no object
		if n := &t.nodes[i]; n.deprel == "obj" && n.head >= 0 && t.passive(n.head) {
			if m := t.mentionAt(i); m != nil && m.Kind == entity.Nominal && m.Type == entity.Person && len(m.Offices) > 0 {
				n.deprel = "xcomp"
			}
		}
	}
	for i := range t.nodes { // "saw off the king", "swore in Ito": somebody after the particle is the object of a verb that has no other
		n := &t.nodes[i]
		if n.deprel == "obl" && n.head >= 0 && t.isPerson(i) && (t.caseOf(i) == "off" || t.caseOf(i) == "in" && t.nodes[n.head].lemma == "swear") && t.isVerb(n.head) && !t.hasKid(n.head, "obj") {
			t.hang(t.kid(i, "case"), n.head, "compound:prt")
			n.deprel = "obj"
		}
	}
	for i := range t.nodes { // "received on Monday the envoy of Peru": nobody is called a day
		n := &t.nodes[i]
		if n.deprel != "appos" || n.head < 0 || !t.isPerson(i) || !t.isTime(n.head) || t.nodes[n.head].mention >= 0 {
			continue
		}
		if v := t.nodes[n.head].head; v >= 0 && t.isVerb(v) && !t.passive(v) && !t.hasKid(v, "obj") {
			t.hang(i, v, "obj")
		}
	}
	for i := range t.nodes { // "sent Peru tents": the first of two objects is to whom
		o := t.kids(i, "obj")
		if len(o) != 2 || !t.isActor(o[0]) || t.isActor(o[1]) {
			continue
		}
		t.nodes[o[0]].deprel = "iobj"
	}
}

// mendNames parts names from the nouns beside them or joins them.
func (t *tree) mendNames() {
	for i := range t.nodes { // "named Lan finance minister": the name is no modifier of what its bearer becomes
		n := &t.nodes[i]
		if rel(n.deprel) != "obj" && n.deprel != "xcomp" || n.head < 0 || n.upos != "NOUN" || !objectControl[t.nodes[n.head].lemma] {
			continue
		}
		for _, k := range t.kids(i, "compound", "amod", "flat") {
			if k < i && k > n.head && t.isPerson(k) {
				t.hang(k, n.head, "obj")
				n.deprel = "xcomp"
				break
			}
		}
	}
	// A name right behind a noun goes with it where the parser made it a second
	// subject or object of one verb: "its purchase of the miner Kestrel ended".
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.head < 0 || n.deprel != "nsubj" && n.deprel != "nsubj:pass" && n.deprel != "obj" || t.nodes[i-1].xpos != "NN" || t.nodes[i-1].mention >= 0 || t.nodes[i-1].tokens.Last != n.tokens.First {
			continue
		}
		if m := t.mentionAt(i); m == nil || m.Kind != entity.Named || m.Type != entity.Organization {
			continue
		}
		if first := t.kid(n.head, n.deprel); first < i {
			t.hang(i, i-1, "appos")
		}
	}
}

// mendMeasures hangs those to whom something goes on what goes to them rather
// than on how much it is: "a donation of 20 tents to Peru", "tariffs of 25
// percent on Peru", "radars worth 90 million euros to Peru". "16 million euros in
// aid" is one phrase, too.
func (t *tree) mendMeasures() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.mention >= 0 || n.upos != "NOUN" || t.caseOf(i) != "in" || t.isTime(i) || t.hasKid(i, "det", "nmod:poss") {
			continue
		}
		for _, o := range t.kids(n.head, "obj") {
			if o < i && t.counted(o) && t.extent(o).Last == t.nodes[t.subtree(i, nil)[0]].tokens.First {
				t.hang(i, o, "nmod")
			}
		}
	}
	for i := range t.nodes {
		if c := t.caseOf(i); !t.isActor(i) || t.nodes[i].head < 0 || c != "to" && c != "for" && c != "on" && c != "against" {
			continue
		}
		up := t.nodes[i].head
		for hops := 0; hops < 4 && t.measures(up); hops++ {
			up = t.nodes[up].head
		}
		if up >= 0 && up != t.nodes[i].head && up < i {
			t.hang(i, up, "nmod")
		}
	}
}

// counted tells whether a number stands with a noun, or it is a currency.
func (t *tree) counted(i int) bool {
	return t.hasKid(i, "nummod") || t.kidLemma(i, "compound", "million", "billion")
}

// measures tells whether a word says how much of what it hangs on there is: a
// number of things after "of", a sum after "worth".
func (t *tree) measures(i int) bool {
	n := &t.nodes[i]
	if n.head < 0 || n.mention >= 0 || n.head >= i {
		return false
	}
	if n.form == "worth" {
		return true
	}
	switch rel(n.deprel) {
	case "nmod":
		return t.counted(i) && t.caseOf(i) == "of" || t.caseOf(i) == "of" && (t.counted(n.head) || containers[t.nodes[n.head].lemma]) || t.counted(i) && (t.kidLemma(n.head, "nmod", "worth") || t.caseOf(i) == "worth")
	case "obj", "obl", "appos", "dep":
		return t.nodes[n.head].form == "worth"
	}
	return false
}

// mendContents hangs what an agreement is to do on it, though "was signed" stands
// between: "an agreement was signed to protect forests".
func (t *tree) mendContents() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.xpos != "VB" || n.head < 0 || n.head > i || !t.kidLemma(i, "mark", "to") || t.hasKid(i, "nsubj") {
			continue
		}
		if k := t.kid(n.head, "nsubj:pass"); k >= 0 && k < n.head && happening[t.nodes[k].lemma] && t.nodes[k].mention < 0 {
			t.hang(i, k, "acl")
		}
	}
}

// mendRelatives hangs a clause that begins with "which" on the noun before it of
// its number: "ties between Peru and Kenya, which were restored".
func (t *tree) mendRelatives() {
	for w := range t.nodes {
		n := &t.nodes[w]
		if v := n.head; n.form == "that" && n.xpos == "WDT" && n.deprel == "mark" && v > w && t.nodes[v].deprel == "acl" && lightVerbs[t.nodes[v].lemma] && !attitudes[t.nodes[t.nodes[v].head].lemma] && !t.passive(v) && !t.hasKid(v, "obj", "ccomp", "xcomp") {
			n.deprel, t.nodes[v].deprel = "obj", "acl:relcl" // "the accord that Peru signed"
			continue
		}
		if n.form != "which" || n.head < 0 || w < 2 || t.nodes[w-1].form != "," || n.deprel != "nsubj" && n.deprel != "nsubj:pass" {
			continue
		}
		v := n.head
		if d := rel(t.nodes[v].deprel); d != "parataxis" && d != "ccomp" && d != "advcl" && d != "conj" || !t.isVerb(v) {
			continue
		}
		plural := t.kidLemma(v, "aux", "were", "are", "have") || t.nodes[v].xpos == "VBP"
		k := w - 2
		for hops := 0; hops < 6 && k >= 0 && (t.isActor(k) || plural != (t.nodes[k].xpos == "NNS")); hops++ {
			k = t.nodes[k].head
		}
		if k >= 0 && k != v && t.isNominal(k) && !t.isActor(k) && plural == (t.nodes[k].xpos == "NNS") {
			t.hang(v, k, "acl:relcl")
		}
	}
}

// mendAgents hangs the agent of a passive on its verb: "appointed head of the
// fleet by Peru", where the parser hangs Peru on the fleet.
func (t *tree) mendAgents() {
	for k := range t.nodes {
		n := &t.nodes[k]
		if n.deprel != "nmod" || t.caseOf(k) != "by" || !t.isActor(k) {
			continue
		}
		v := n.head
		for hops := 0; v >= 0 && !t.isVerb(v) && hops < 4; hops++ {
			v = t.nodes[v].head
		}
		if v >= 0 && v < k && t.hasKid(v, "aux:pass") && !t.hasKid(v, "obl:agent") {
			t.hang(k, v, "obl:agent")
		}
	}
}

// mendSubjects takes a preposition for one where the parser took it for a
// conjunction: "the cooperation of Peru on trade has grown".
func (t *tree) mendSubjects() {
	for m := range t.nodes {
		n := &t.nodes[m]
		if n.deprel != "mark" || n.head < 0 || !subjectless[n.form] {
			continue
		}
		first := -1
		for _, s := range t.kids(n.head, "nsubj", "nsubj:pass") {
			switch {
			case s < m:
				first = s
			case first >= 0 && t.subtree(s, nil)[0] == m+1:
				t.hang(m, s, "case")
				t.hang(s, first, "nmod")
			}
		}
	}
}

// mendInfinitives hangs infinitives on what they stand behind.
func (t *tree) mendInfinitives() {
	for i := range t.nodes { // "A and ways to do B", "support for efforts to do C"
		n := &t.nodes[i]
		if i == 0 || n.head < 0 || n.xpos != "VB" || n.deprel != "acl" && n.deprel != "advcl" {
			continue
		}
		k := i - 1
		for k > 0 && t.nodes[k].upos == "PART" {
			k--
		}
		if o := t.kid(n.head, "obj"); o >= 0 && o < i && t.nodes[o].lemma == "invitation" && n.deprel == "advcl" { // "extended an invitation to Ito to visit"
			t.hang(i, o, "acl")
			continue
		}
		switch p := &t.nodes[k]; {
		case k <= n.head:
		case toDo[p.lemma] && (p.deprel == "conj" || p.deprel == "nmod"),
			stances[p.lemma] && p.deprel == "obj" && p.upos == "NOUN" && n.lemma != "continue": // "expressed readiness to do A"
			t.hang(i, k, "acl")
		}
	}
	for i := range t.nodes { // "to raise trade to 5 billion dollars and to set up a fund", where the parser hangs "set up" on the dollars
		n := &t.nodes[i]
		if n.xpos != "VB" || n.deprel != "conj" || n.head < 0 || t.isVerb(n.head) || !t.kidLemma(i, "mark", "to") {
			continue
		}
		v := n.head
		for v >= 0 && !t.isVerb(v) {
			v = t.nodes[v].head
		}
		if v >= 0 && t.kidLemma(v, "mark", "to") {
			t.hang(i, v, "conj")
		}
	}
	for i := range t.nodes { // "was due to visit": no clause is the subject of another's adjective
		if n := &t.nodes[i]; n.deprel == "csubj" && n.xpos == "VB" && n.head >= 0 && i > n.head && t.hasKid(n.head, "nsubj") {
			n.deprel = "xcomp"
		}
	}
}

// mendThat makes a clause what is told where the parser made it tell more of
// those who are told: "told the summit that Africa needs factories".
func (t *tree) mendThat() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl:relcl" || n.head < 0 {
			continue
		}
		o := &t.nodes[n.head]
		k := n.head + 1
		if o.deprel != "obj" || !telling[t.nodes[o.head].lemma] || k >= i || t.nodes[k].form != "that" || t.nodes[k].head != i || rel(t.nodes[k].deprel) == "nsubj" || !t.hasKid(i, "nsubj") {
			continue
		}
		t.nodes[k].deprel = "mark"
		t.hang(i, o.head, "ccomp")
	}
}

// toDo nouns take an infinitive that stands right behind them.
var toDo = set("way", "effort", "attempt", "bid", "step", "measure", "opportunity", "possibility")

// stances are nouns for what somebody means to do.
var stances = set("readiness", "willingness", "intention", "desire", "wish", "hope", "refusal", "reluctance", "plan")

var subjectless = set("on", "in", "at", "with", "about", "over", "between", "of", "to")
