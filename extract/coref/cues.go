package coref

import (
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A setting is what is the same for all candidates of a pronoun.
type setting struct {
	i          int    // the mention
	function   string // of the pronoun, plain
	here       int    // candidates named before in the sentence
	seen       int    // how often the one seen most has been mentioned before
	count      int    // and in the document
	before     int    // the last pronoun like it that is resolved, -1 if there is none near
	same       int    // whom that means
	sameClause bool   // it belongs to the same verb
}

func (t *thread) setting(i int, list []candidate) setting {
	m := &t.Mentions[i]
	a := setting{i: i, function: plain(t.functionOf(m)), before: -1}
	for _, c := range list {
		if c.e == nobody {
			continue
		}
		a.seen = max(a.seen, t.salience.seen[c.e])
		a.count = max(a.count, t.profiles[c.e].count)
		if c.last < i && t.Mentions[c.last].Sentence == m.Sentence {
			a.here++
		}
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence >= m.Sentence-2; k-- {
		o := &t.Mentions[k]
		heOrShe := o.Kind == entity.Pronoun && !o.Plural && o.Type == entity.Person
		if heOrShe && o.Gender == m.Gender && len(o.Entities) == 1 {
			a.before, a.same = k, o.Entities[0]
			a.sameClause = o.Sentence == m.Sentence && t.verbOf(m) >= 0 && t.verbOf(m) == t.verbOf(o)
			break
		}
	}
	return a
}

// step gives the first limit that is not below n, "more" above the last.
func step(n int, limits ...int) string {
	for _, l := range limits {
		if n <= l {
			return strconv.Itoa(l)
		}
	}
	return "more"
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// add notes a cue of a candidate.
func (c *candidate) add(name string, values ...string) {
	q := cue{name}
	copy(q[1:], values)
	c.cues = append(c.cues, q)
}

// cuesOf notes which cues hold of a candidate, the n-th nearest.
func (t *thread) cuesOf(n int, c *candidate, a *setting) {
	m := &t.Mentions[a.i]
	switch {
	case c.e == nobody:
		t.nobodyCues(n, c, a)
		return
	case c.last > a.i:
		t.laterCues(n, c, a)
		return
	}
	o := &t.Mentions[c.last]
	t.distanceCues(n, c, a)
	t.salienceCues(c, a)
	if t.bound(c.last, a.i) {
		c.add("bound")
		c.add("bound", a.function, plain(t.functionOf(o)))
	}
	if o.Inside {
		c.add("inside")
	}
	if t.quoted[a.i] && !t.quoted[c.last] && t.says(o) {
		c.add("speaker")
	}
	if t.quoted[a.i] != t.quoted[c.last] {
		c.add("quoted", yes(t.quoted[a.i]), plain(t.functionOf(o)))
	}
	t.subjectCues(c, a)
	t.chainCues(c, a)
	if m.Sentence == o.Sentence {
		t.sentenceCues(c, a)
	} else {
		t.earlierCues(c, a)
	}
}

// nobodyCues tell whether nobody who is named is meant, where there are n others.
func (t *thread) nobodyCues(n int, c *candidate, a *setting) {
	c.add("nobody")
	c.add("nobody", a.function)
	c.add("nobody: people here", step(a.here, 0, 1, 2))
	c.add("nobody: people", step(n, 0, 1, 2, 4))
	c.add("nobody: quoted", yes(t.quoted[a.i]))
	c.add("nobody: stranger before", yes(t.subjects.stranger(t.Mentions[a.i].Sentence)), a.function)
}

// laterCues tell of a candidate named after the pronoun: "In his speech, Banda".
func (t *thread) laterCues(n int, c *candidate, a *setting) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	under, tokens := t.under(m, o), t.tokens(m)
	c.add("after", under)
	c.add("after", under, a.function)
	c.add("after: functions", a.function, plain(t.functionOf(o)))
	c.add("after: people here", step(a.here, 0, 1), under)
	c.add("after: known", step(t.salience.seen[c.e], 0, 1, 2))
	c.add("after: comma", yes(o.Tokens.First > 0 && tokens[o.Tokens.First-1].Form == ","), under)
	c.add("after: pronoun early", step(m.Tokens.First, 0, 2, 5), under)
	c.add("after: place", step(n, 0, 1, 2, 3))
}

// distanceCues tell how near a candidate was named, how and as what.
func (t *thread) distanceCues(n int, c *candidate, a *setting) {
	o := &t.Mentions[c.last]
	distance := t.Mentions[a.i].Sentence - o.Sentence
	function := t.functionOf(o)
	role, away, near, kind := plain(function), strconv.Itoa(distance), step(distance, 0, 1), kindOf(o)
	c.add("distance", away)
	c.add("distance", away, a.function)
	c.add("distance", away, a.function, role)
	c.add("functions", a.function, function)
	c.add("function", function)
	c.add("kind", kind, away)
	c.add("kind", kind, role, a.function)
	c.add("place", step(n, 0, 1, 2, 3))
	c.add("place", step(n, 0, 1, 2, 3), a.function, near)
}

// kindOf tells how a mention calls a person.
func kindOf(m *entity.Mention) string {
	switch {
	case m.Kind == entity.Pronoun:
		return "pronoun"
	case m.Kind == entity.Nominal:
		return "nominal"
	case !strings.Contains(m.Name, " "):
		return "short name"
	}
	return "full name"
}

// salienceCues tell how much a candidate has been spoken of.
func (t *thread) salienceCues(c *candidate, a *setting) {
	m := &t.Mentions[a.i]
	seen, count, first := t.salience.seen[c.e], t.profiles[c.e].count, t.salience.first == c.e
	c.add("seen", step(seen, 1, 2, 4))
	c.add("seen", step(seen, 1, 2, 4), step(count, 1, 2, 3))
	c.add("count", step(count, 1, 2, 3, 5))
	c.add("seen most", yes(seen == a.seen), step(a.seen, 1, 2, 3))
	c.add("counted most", yes(count == a.count), step(a.count, 1, 2, 3))
	c.add("first", yes(first))
	if first {
		c.add("first", strconv.Itoa(m.Sentence-t.Mentions[c.last].Sentence), a.function)
	}
	c.add("gender known", yes(t.Entities[c.e].Gender == m.Gender))
}

// chainCues tell whether the last pronoun like it means a candidate, too.
func (t *thread) chainCues(c *candidate, a *setting) {
	if a.before < 0 {
		return
	}
	m, before := &t.Mentions[a.i], &t.Mentions[a.before]
	back, same, role := strconv.Itoa(m.Sentence-before.Sentence), yes(a.same == c.e), plain(t.functionOf(before))
	c.add("pronoun before", same, back)
	c.add("pronoun before", same+" "+back, role, a.function)
	if before.Sentence != m.Sentence || a.same != c.e {
		return
	}
	c.add("path to pronoun", t.path(m, before))
	if a.sameClause {
		c.add("pronoun of the verb", role, a.function)
	}
}

// earlierCues compare a pronoun with a candidate of a sentence before.
func (t *thread) earlierCues(c *candidate, a *setting) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	distance, function := m.Sentence-o.Sentence, t.functionOf(o)
	role := plain(function)
	c.add("sentence starts", yes(m.Tokens.First == 0), strconv.Itoa(distance), role)
	if distance == 1 {
		c.add("parallel", a.function, function, kindOf(o))
		c.add("from the end", step(len(t.tokens(o))-o.Tokens.Last, 3, 8, 15, 25), role)
	}
	if a.here > 0 {
		c.add("passed over", step(a.here, 1, 2), a.function, step(distance, 1, 2))
	}
	if t.NLP.Sentences[o.Sentence].Paragraph != t.NLP.Sentences[m.Sentence].Paragraph {
		c.add("paragraph before", step(distance, 1, 2))
	}
}

// subjectCues tell whether this and the last sentences are about a candidate.
func (t *thread) subjectCues(c *candidate, a *setting) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	distance := m.Sentence - o.Sentence
	about := func(sentence int) bool {
		s := t.subjects.of[sentence]
		return len(s) > 0 && s[0] == c.e
	}
	c.add("main", yes(about(o.Sentence)), step(distance, 0, 1, 2), a.function)
	if s := t.subjects.of[o.Sentence]; len(s) > 1 && slices.Contains(s, c.e) {
		c.add("among subjects")
	}
	if about(m.Sentence - 1) {
		c.add("subject before", a.function, yes(distance == 0))
	}
	if about(m.Sentence - 2) {
		c.add("subject two before", a.function, step(distance, 0, 1))
	}
}

// sentenceCues compare the places of a pronoun and a candidate in one sentence.
func (t *thread) sentenceCues(c *candidate, a *setting) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	tokens := t.tokens(m)
	role, subject := plain(t.functionOf(o)), false
	for k := a.i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		x := &t.Mentions[k]
		if len(x.Entities) != 1 || x.Entities[0] != c.e {
			continue
		}
		path := t.path(m, x)
		c.add("path", path)
		if up, down, ok := strings.Cut(path, "^"); ok {
			c.add("path up", up, plain(t.functionOf(x)))
			c.add("path down", down, a.function)
		}
		subject = subject || plain(t.functionOf(x)) == subjectRole
	}
	c.add("subject here", yes(subject), a.function)
	gap := step(m.Tokens.First-o.Tokens.Last, 1, 3, 6, 10, 16, 25)
	c.add("words between", gap)
	c.add("words between", gap, a.function)
	if v := t.verbOf(m); v >= 0 && v == t.verbOf(o) {
		c.add("same verb", a.function, t.functionOf(o))
	}
	if t.above(m, o) {
		c.add("verb above", a.function, role)
		c.add("verb above", a.function, role, tokens[t.verbOf(o)].Lemma)
	}
	words := tokens[o.Tokens.Last:max(m.Tokens.First, o.Tokens.Last)]
	for _, w := range words {
		if l := strings.ToLower(w.Form); world.ClauseLinker.Has(l) {
			c.add("between", l, a.function, role)
		}
	}
	if len(words) == 1 {
		c.add("joined by", strings.ToLower(words[0].Form), a.function)
	}
}
