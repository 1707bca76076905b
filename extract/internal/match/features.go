package match

import (
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/extract/nlp"
)

// areas are the functions of what is read as the name of an area; others have the bare words.
var areas = [...]string{"topic", "purpose", "including"}

// weigh scores each two arguments of a predicate, by their functions, of which one may do
// something about the other, an area.
func (d *description) weigh(p *clause.Predicate, yield func(subject, object string, s learned.Scores)) {
	subjects, objects := d.sides(p)
	if len(subjects) == 0 {
		return
	}
	w := d.opts.Reader.Weights
	if d.scores == nil {
		d.scores = w.Scores()
		w.Add(d.around(), d.scores)
	}
	base := slices.Clone(d.scores)
	w.Add(d.predicate(p), base)
	asObject := make([]learned.Scores, len(objects))
	for i, object := range objects {
		asObject[i] = make(learned.Scores, len(base))
		w.Add(d.argument("O", object), asObject[i])
	}
	for _, subject := range subjects {
		s := slices.Clone(base)
		w.Add(d.argument("S", subject), s)
		for i, object := range objects {
			both := s.With(asObject[i])
			w.Add(d.both(subject, object), both)
			yield(subject, object, both)
		}
	}
}

// sides gives the functions of who may act at a predicate and of areas there, none if one
// is lacking.
func (e *engine) sides(p *clause.Predicate) (subjects, objects []string) {
	for _, function := range areas {
		if slices.ContainsFunc(p.Args, func(a clause.Arg) bool { return a.Function == function && e.counts(p, &a) }) {
			objects = append(objects, function)
		}
	}
	if len(objects) > 0 {
		subjects = e.actors(p)
	}
	return subjects, objects
}

// counts tells whether an argument may be subject or object of what a predicate tells.
func (e *engine) counts(p *clause.Predicate, a *clause.Arg) bool {
	return a.Tokens.Last <= len(e.doc.Tokens(p.Sentence)) && (a.Function != "self" || p.Kind != clause.Verb)
}

// actors gives the functions of who may act at a predicate: those of arguments and, where
// nobody is its subject, those by which other sentences tell who does.
func (e *engine) actors(p *clause.Predicate) []string {
	var out []string
	known := false
	for i := range p.Args {
		a := &p.Args[i]
		named := a.Mention >= 0 && len(e.doc.Mentions[a.Mention].Entities) > 0
		if !e.counts(p, a) || !named && len(a.Owners) == 0 {
			continue
		}
		if !slices.Contains(out, a.Function) {
			out = append(out, a.Function)
		}
		known = known || a.Function == "subject" && named
	}
	if known {
		return out
	}
	for _, function := range e.program.Actors() {
		if refs, _ := e.records.Beyond(function, p); len(refs) > 0 {
			out = append(out, function)
		}
	}
	return out
}

// A description gives the features of the predicates of a sentence and their arguments: their
// words, what governs them, where their arguments stand and how they are reached, and words and
// clusters of words (of Kneser and Ney 1993) in both.
type description struct {
	*engine
	sentence int
	tokens   []nlp.Token
	scores   learned.Scores // of what is around, nil before they are asked for
	at       *clause.Predicate
	kind     string
	out      []uint32
	pair     []uint32 // those of both last, to be used again
}

func (e *engine) describe(sentence int) *description {
	return &description{engine: e, sentence: sentence, tokens: e.doc.Tokens(sentence)}
}

func (d *description) add(kind string, parts ...string) {
	d.out = append(d.out, learned.Feature(kind, parts...))
}

func (d *description) cluster(word string) string { return d.opts.Reader.Cluster(word) }

// predicate gives the features of a predicate, of which the others are then given.
func (d *description) predicate(p *clause.Predicate) []uint32 {
	d.at, d.kind, d.out = p, p.Kind.String()[:1], nil
	t := &d.tokens[p.Token]
	d.add("lemma", p.Lemma, d.kind)
	d.add("cluster", d.cluster(p.Lemma), d.kind)
	d.add("status", p.Status)
	d.add("status", p.Status, p.Lemma)
	d.add("relation", t.Deprel)
	d.add("relation", t.Deprel, p.Lemma)
	d.add("tag", t.XPOS)
	if len(p.Under) == 0 {
		d.add("top")
	} else {
		d.add("under", p.Under[0])
		d.add("under", p.Under[0], p.Lemma)
		d.add("under cluster", d.cluster(p.Under[0]))
		d.add("under cluster", d.cluster(p.Under[0]), d.cluster(p.Lemma))
	}
	for _, word := range p.Under[min(1, len(p.Under)):min(3, len(p.Under))] {
		d.add("far under", word)
	}
	for _, word := range p.Words {
		d.add("with word", word)
		d.add("with word", word, p.Lemma)
	}
	for i := range p.Args {
		d.add("has", p.Args[i].Function)
	}
	return d.out
}

// around gives the features of the sentence and what stands before it.
func (d *description) around() []uint32 {
	d.out = nil
	for i := range d.tokens {
		if t := &d.tokens[i]; strings.HasPrefix(t.XPOS, "VB") || t.XPOS == "NN" || t.XPOS == "NNS" || strings.HasPrefix(t.XPOS, "J") || strings.HasPrefix(t.XPOS, "R") {
			d.add("sentence", strings.ToLower(t.Lemma))
		}
	}
	d.add("number", strconv.Itoa(min(d.sentence, 3)))
	d.found()
	return d.out
}

// found adds what the sentence and the text just before it were found to tell.
func (d *description) found() {
	const near = 400 // bytes
	start := d.doc.Sentence(d.sentence).Start
	facts := d.records.Facts()
	for first := d.sentence; first > 0; first-- { // what was told in sentences far before is not near
		if d.doc.Sentence(first-1).End+near <= start {
			facts = facts[d.told[first]:]
			break
		}
	}
	seen := map[uint32]bool{}
	once := func(kind, relation string) {
		if f := learned.Feature(kind, relation); !seen[f] {
			seen[f] = true
			d.out = append(d.out, f)
		}
	}
	for i := range facts {
		switch f := &facts[i]; {
		case f.Evidence.Start == start:
			once("told here", f.Relation)
		case f.Evidence.Start < start && f.Evidence.End+near > start:
			once("told before", f.Relation)
		}
	}
}

// argument gives the features of the arguments of a function, as subject "S" or object "O".
func (d *description) argument(as, function string) []uint32 {
	p := d.at
	d.out = nil
	d.add(as, function)
	d.add(as+" lemma", function, p.Lemma, d.kind)
	d.add(as+" cluster", function, d.cluster(p.Lemma))
	d.add(as+" status", function, d.kind, p.Status)
	n := 0
	for i := range p.Args {
		a := &p.Args[i]
		if a.Function == function && a.Tokens.First < a.Tokens.Last && a.Tokens.Last <= len(d.tokens) {
			n++
			d.words(as, a)
			d.way(as, a)
		}
	}
	d.add(as+" number", strconv.Itoa(min(n, 4)))
	return d.out
}

// words adds what an argument is.
func (d *description) words(as string, a *clause.Arg) {
	p := d.at
	kind := "words"
	if a.Mention >= 0 {
		m := &d.doc.Mentions[a.Mention]
		kind = [...]string{"named", "nominal", "pronoun"}[m.Kind] + string(m.Type)
		if m.Plural {
			kind += "s"
		}
		if m.Kind != entity.Named {
			d.add(as+" head", a.Head)
		}
	} else if words := strings.Fields(strings.ToLower(a.Text)); len(words) > 0 {
		d.add(as+" head", a.Head)
		d.add(as+" head", a.Head, a.Function)
		d.add(as+" head of", a.Head, p.Lemma)
		d.add(as+" first", words[0])
		d.add(as+" last", words[len(words)-1])
		d.add(as+" length", strconv.Itoa(min(len(words), 7)))
		for _, word := range words {
			d.add(as+" word", word)
		}
	}
	if len(a.Owners) > 0 {
		kind += " owned"
	}
	d.add(as+" kind", kind)
	d.add(as+" kind", kind, a.Function)
	d.add(as+" kind", kind, a.Function, p.Lemma)
	head := d.cluster(a.Head)
	d.add(as+" head cluster", head)
	d.add(as+" head cluster", head, a.Function)
	d.add(as+" head cluster", head, "", p.Lemma)
	d.add(as+" head cluster", head, "", "", d.cluster(p.Lemma))
}

// way adds how an argument is reached from the predicate, and what stands beside it.
func (d *description) way(as string, a *clause.Arg) {
	at := a.Tokens.First
	for i := a.Tokens.First; i < a.Tokens.Last; i++ {
		if h := d.tokens[i].Head; h < a.Tokens.First || h >= a.Tokens.Last {
			at = i
			break
		}
	}
	const most = 5 // steps of a way
	path, through := "", ""
	for step := 0; step < most && at >= 0 && at != d.at.Token; step++ {
		path += ">" + d.tokens[at].Deprel
		if at = d.tokens[at].Head; at >= 0 && at != d.at.Token {
			through += ">" + d.tokens[at].Lemma
		}
	}
	if at != d.at.Token {
		path += "?"
	}
	d.add(as+" path", path)
	d.add(as+" path", path, a.Function)
	d.add(as+" through", through)
	d.add(as+" distance", strconv.Itoa(max(-5, min(5, (a.Tokens.First-d.at.Token)/3))))
	if a.Tokens.First > 0 {
		d.add(as+" behind", strings.ToLower(d.tokens[a.Tokens.First-1].Form))
	}
	if a.Tokens.Last < len(d.tokens) {
		next := &d.tokens[a.Tokens.Last]
		d.add(as+" before", strings.ToLower(next.Form))
		d.add(as+" before tag", next.XPOS)
	}
}

// both gives the features of two functions together.
func (d *description) both(subject, object string) []uint32 {
	p := d.at
	d.out = d.pair[:0]
	d.add("both", subject, object)
	d.add("both", subject, object, d.kind)
	d.add("both", subject, object, d.kind, p.Lemma)
	if len(p.Under) > 0 {
		d.add("both under", subject, object, p.Under[0])
	}
	d.pair = d.out
	return d.out
}
