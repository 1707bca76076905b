package coref

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A cue speaks for or against a candidate as the one whom a pronoun means: its
// name and up to three values, such as "distance", "1", "subject".
type cue [4]string

//go:embed model/pronouns.tsv
var pronounModel string

// pronounWeights are the weights of cues in hundredths of log odds, learned by
// TrainPronouns; model/pronouns.tsv holds them.
var pronounWeights = sync.OnceValue(func() map[cue]int {
	weights := map[cue]int{}
	for line := range strings.Lines(pronounModel) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		n, _ := strconv.Atoi(f[len(f)-1])
		weights[cue(f[:len(f)-1])] = n
	}
	return weights
})

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
		a.seen = max(a.seen, t.seen[c.e])
		a.count = max(a.count, t.persons[c.e].count)
		if c.last < i && t.Mentions[c.last].Sentence == m.Sentence {
			a.here++
		}
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence >= m.Sentence-2; k-- {
		if o := &t.Mentions[k]; o.Kind == entity.Pronoun && !o.Plural && o.Type == entity.Person && o.Gender == m.Gender && len(o.Entities) == 1 {
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

// cuesOf notes which cues hold of a candidate, the n-th nearest.
func (t *thread) cuesOf(n int, c *candidate, a *setting) {
	m := &t.Mentions[a.i]
	add := func(name string, v ...string) {
		q := cue{name}
		copy(q[1:], v)
		c.cues = append(c.cues, q)
	}
	if c.e == nobody {
		add("nobody")
		add("nobody", a.function)
		add("nobody: people here", step(a.here, 0, 1, 2))
		add("nobody: people", step(n, 0, 1, 2, 4))
		add("nobody: quoted", yes(t.quoted[a.i]))
		add("nobody: stranger before", yes(t.stranger(m)), a.function)
		return
	}
	o := &t.Mentions[c.last]
	if c.last > a.i {
		under, tokens := t.under(m, o), t.NLP.Sentences[m.Sentence].Tokens
		add("after", under)
		add("after", under, a.function)
		add("after: functions", a.function, plain(t.functionOf(o)))
		add("after: people here", step(a.here, 0, 1), under)
		add("after: known", step(t.seen[c.e], 0, 1, 2))
		add("after: comma", yes(o.Tokens.First > 0 && tokens[o.Tokens.First-1].Form == ","), under)
		add("after: pronoun early", step(m.Tokens.First, 0, 2, 5), under)
		add("after: place", step(n, 0, 1, 2, 3))
		return
	}
	distance := m.Sentence - o.Sentence
	function := t.functionOf(o)
	role, away, near := plain(function), strconv.Itoa(distance), step(distance, 0, 1)
	add("distance", away)
	add("distance", away, a.function)
	add("distance", away, a.function, role)
	add("functions", a.function, function)
	add("function", function)
	kind := "full name"
	switch {
	case o.Kind == entity.Pronoun:
		kind = "pronoun"
	case o.Kind == entity.Nominal:
		kind = "nominal"
	case !strings.Contains(o.Name, " "):
		kind = "short name"
	}
	add("kind", kind, away)
	add("kind", kind, role, a.function)
	add("place", step(n, 0, 1, 2, 3))
	add("place", step(n, 0, 1, 2, 3), a.function, near)
	seen := step(t.seen[c.e], 1, 2, 4)
	add("seen", seen)
	add("seen", seen, step(t.persons[c.e].count, 1, 2, 3))
	add("count", step(t.persons[c.e].count, 1, 2, 3, 5))
	add("seen most", yes(t.seen[c.e] == a.seen), step(a.seen, 1, 2, 3))
	add("counted most", yes(t.persons[c.e].count == a.count), step(a.count, 1, 2, 3))
	first := t.first == c.e+1
	add("first", yes(first))
	if first {
		add("first", away, a.function)
	}
	add("gender known", yes(t.Entities[c.e].Gender == m.Gender))
	if t.bound(c.last, a.i) {
		add("bound")
		add("bound", a.function, role)
	}
	if o.Inside {
		add("inside")
	}
	if t.quoted[a.i] && !t.quoted[c.last] && t.says(o) {
		add("speaker")
	}
	if t.quoted[a.i] != t.quoted[c.last] {
		add("quoted", yes(t.quoted[a.i]), role)
	}
	t.subjectCues(c, a, add)
	if a.before >= 0 {
		before := &t.Mentions[a.before]
		back, same := strconv.Itoa(m.Sentence-before.Sentence), yes(a.same == c.e)
		add("pronoun before", same, back)
		add("pronoun before", same+" "+back, plain(t.functionOf(before)), a.function)
		if before.Sentence == m.Sentence && a.same == c.e {
			add("path to pronoun", t.path(m, before))
			if a.sameClause {
				add("pronoun of the verb", plain(t.functionOf(before)), a.function)
			}
		}
	}
	if distance == 0 {
		t.sentenceCues(c, a, add)
		return
	}
	add("sentence starts", yes(m.Tokens.First == 0), away, role)
	if distance == 1 {
		add("parallel", a.function, function, kind)
		add("from the end", step(len(t.NLP.Sentences[o.Sentence].Tokens)-o.Tokens.Last, 3, 8, 15, 25), role)
	}
	if a.here > 0 {
		add("passed over", step(a.here, 1, 2), a.function, step(distance, 1, 2))
	}
	if t.NLP.Sentences[o.Sentence].Paragraph != t.NLP.Sentences[m.Sentence].Paragraph {
		add("paragraph before", step(distance, 1, 2))
	}
}

// subjectCues tell whether this and the last sentences are about a candidate.
func (t *thread) subjectCues(c *candidate, a *setting, add func(string, ...string)) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	distance := m.Sentence - o.Sentence
	about := func(sentence int) bool {
		s := t.subject[sentence]
		return len(s) > 0 && s[0] == c.e
	}
	add("main", yes(about(o.Sentence)), step(distance, 0, 1, 2), a.function)
	if s := t.subject[o.Sentence]; len(s) > 1 && slices.Contains(s, c.e) {
		add("among subjects")
	}
	if about(m.Sentence - 1) {
		add("subject before", a.function, yes(distance == 0))
	}
	if about(m.Sentence - 2) {
		add("subject two before", a.function, step(distance, 0, 1))
	}
}

// sentenceCues compare the places of a pronoun and a candidate in one sentence.
func (t *thread) sentenceCues(c *candidate, a *setting, add func(string, ...string)) {
	m, o := &t.Mentions[a.i], &t.Mentions[c.last]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	role, subject := plain(t.functionOf(o)), false
	for k := a.i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		x := &t.Mentions[k]
		if len(x.Entities) != 1 || x.Entities[0] != c.e {
			continue
		}
		path := t.path(m, x)
		add("path", path)
		if up, down, ok := strings.Cut(path, "^"); ok {
			add("path up", up, plain(t.functionOf(x)))
			add("path down", down, a.function)
		}
		subject = subject || plain(t.functionOf(x)) == subjectRole
	}
	add("subject here", yes(subject), a.function)
	gap := step(m.Tokens.First-o.Tokens.Last, 1, 3, 6, 10, 16, 25)
	add("words between", gap)
	add("words between", gap, a.function)
	if v := t.verbOf(m); v >= 0 && v == t.verbOf(o) {
		add("same verb", a.function, t.functionOf(o))
	}
	if t.above(m, o) {
		add("verb above", a.function, role)
		add("verb above", a.function, role, tokens[t.verbOf(o)].Lemma)
	}
	words := tokens[o.Tokens.Last:max(m.Tokens.First, o.Tokens.Last)]
	for _, w := range words {
		if l := strings.ToLower(w.Form); world.ClauseLinker.Has(l) {
			add("between", l, a.function, role)
		}
	}
	if len(words) == 1 {
		add("joined by", strings.ToLower(words[0].Form), a.function)
	}
}

// path writes the relations from a up to the word above both and down to b:
// "owner of the object and subject of a verb" is "nmod>obj^V^nsubj".
func (t *thread) path(a, b *entity.Mention) string {
	tokens := t.NLP.Sentences[a.Sentence].Tokens
	chain := func(k int) (heads []int) {
		for ; k >= 0 && len(heads) < 14; k = tokens[k].Head {
			heads = append(heads, k)
		}
		return heads
	}
	relations := func(heads []int) (list []string) {
		for _, k := range heads {
			if d := tokens[k].Deprel; d == "acl:relcl" || d == "nmod:poss" {
				list = append(list, d)
			} else {
				list = append(list, universal(d))
			}
		}
		return list
	}
	if tokens[t.anchor(a)].Deprel == "" {
		return ""
	}
	x, y := chain(t.anchor(a)), chain(t.anchor(b))
	for p, k := range x {
		q := slices.Index(y, k)
		if q < 0 {
			continue
		}
		top := "^N^"
		if tokens[k].UPOS == "VERB" || tokens[k].UPOS == "AUX" {
			top = "^V^"
		}
		up, down := relations(x[:p]), relations(y[:q])
		slices.Reverse(down)
		return strings.Join(slices.Compact(up), ">") + top + strings.Join(slices.Compact(down), ">")
	}
	return ""
}

// under gives the relation by which the branch with a pronoun hangs on the verb
// of which a later mention is the subject: "In his speech, Banda".
func (t *thread) under(m, o *entity.Mention) string {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	subject := &tokens[t.anchor(o)]
	if universal(subject.Deprel) != "nsubj" {
		return "no subject"
	}
	for k, n := t.anchor(m), 0; k >= 0 && n < 20; k, n = tokens[k].Head, n+1 {
		if tokens[k].Head == subject.Head {
			return universal(tokens[k].Deprel)
		}
	}
	return "apart"
}
