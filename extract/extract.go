// Package extract turns documents into facts with rules.
package extract

import (
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// An Extractor is a rule pack compiled for use with the language models. It is
// immutable and safe for concurrent use.
type Extractor struct {
	model     *nlp.Model
	pack      *rules.Pack
	relations map[string]*rules.Relation
	rules     []*rules.Rule               // in order of the pack
	triggers  [3]map[string][]*rules.Rule // by clause.Kind, by first or head word
	titles    []*rules.Rule
	prefilter *prefilter
	patterns  map[string][]*pattern // by their keys
	described []entity.Type         // things known by their words rather than by name
}

// New compiles a pack. It loads the embedded models on first use.
func New(pack *rules.Pack) (*Extractor, error) {
	go nlp.LoadNames() // package entity asks for them; here they unpack beside the others
	model, err := nlp.Load()
	if err != nil {
		return nil, err
	}
	x := &Extractor{model: model, pack: pack, relations: map[string]*rules.Relation{}, patterns: map[string][]*pattern{}}
	for _, t := range pack.Types {
		x.described = append(x.described, entity.Type(t.Name))
	}
	x.described = append(x.described, entity.Area, entity.Agreement, entity.Event, entity.Position)
	for i := range pack.Relations {
		x.relations[pack.Relations[i].Name] = &pack.Relations[i]
	}
	for i := range x.triggers {
		x.triggers[i] = map[string][]*rules.Rule{}
	}
	order := 0
	for i := range pack.Rules {
		rule := pack.Rules[i]
		r := &rule
		if rel := x.relations[r.Relation]; rel != nil { // what a role leaves open the relation declares
			if len(r.Subject.Type) == 0 {
				r.Subject.Type = rel.Subject
			}
			if len(r.Object.Type) == 0 {
				r.Object.Type = rel.Object
			}
		}
		x.rules = append(x.rules, r)
		if r.On.Title {
			x.titles = append(x.titles, r)
		}
		for k := range r.On.Patterns {
			p := compilePattern(r, &r.On.Patterns[k], order)
			order++
			for _, key := range p.keys {
				x.patterns[key] = append(x.patterns[key], p)
			}
		}
		for kind := range x.triggers {
			for _, w := range triggerWords(r, clause.Kind(kind)) {
				key := keyWord(clause.Kind(kind), w)
				if list := x.triggers[kind][key]; len(list) == 0 || list[len(list)-1] != r {
					x.triggers[kind][key] = append(list, r)
				}
			}
		}
	}
	x.prefilter = newPrefilter(x)
	return x, nil
}

// wordsOf yields the words that start a rule.
func wordsOf(r *rules.Rule) iter.Seq2[clause.Kind, string] {
	return func(yield func(clause.Kind, string) bool) {
		for _, kind := range [...]clause.Kind{clause.Verb, clause.Noun, clause.Adjective} {
			for _, w := range triggerWords(r, kind) {
				if !yield(kind, w) {
					return
				}
			}
		}
	}
}

func triggerWords(r *rules.Rule, kind clause.Kind) []string {
	return [...][]string{clause.Verb: r.On.Verb, clause.Noun: r.On.Noun, clause.Adjective: r.On.Adjective}[kind]
}

// keyWord is the word of a trigger under which it is indexed: the verb of "sit
// down", the head of "courtesy call".
func keyWord(kind clause.Kind, trigger string) string {
	words := strings.Fields(trigger)
	if kind == clause.Noun {
		return words[len(words)-1]
	}
	return words[0]
}

// wants tells whether any rule may start at a predicate with this lemma or form.
func (x *Extractor) wants(kind clause.Kind, lemma, form string) bool {
	return len(x.triggers[kind][lemma]) > 0 || len(x.triggers[kind][form]) > 0
}

// mayState tells whether any rule may state a fact of a sentence, before it is
// parsed: a trigger is there, somebody who can be its subject, and the words
// that the rule's conditions ask for. Tags are not trusted here: a mistagged
// verb is still a trigger.
func (x *Extractor) mayState(s *nlp.Sentence, mentions []entity.Mention) bool {
	actor := slices.ContainsFunc(mentions, func(m entity.Mention) bool {
		return m.Type != entity.Place && m.Type != entity.Event && m.Type != entity.Agreement
	})
	words := wordSet(s)
	for word := range words {
		for kind := range x.triggers {
			for _, r := range x.triggers[kind][word] {
				if (actor || slices.ContainsFunc(r.Subject.Is, isBeyond)) && mayHold(r, clause.Kind(kind), words) {
					return true
				}
			}
		}
	}
	return false
}

// wordSet is the lemmas and forms of a sentence in lower case.
func wordSet(s *nlp.Sentence) map[string]bool {
	words := map[string]bool{}
	for i := range s.Tokens {
		words[strings.ToLower(s.Tokens[i].Lemma)] = true
		words[strings.ToLower(s.Tokens[i].Form)] = true
	}
	return words
}

// saysOffice tells whether a sentence may say of somebody what office he holds:
// "is Peru's envoy", "served as head".
func saysOffice(s *nlp.Sentence, mentions []entity.Mention) bool {
	return slices.ContainsFunc(mentions, func(m entity.Mention) bool {
		if m.Kind != entity.Nominal || len(m.Offices) == 0 || m.Tokens.First == 0 {
			return false
		}
		k := m.Tokens.First - 1
		for k > 0 && s.Tokens[k].UPOS == "ADV" { // "was previously head"
			k--
		}
		switch before := &s.Tokens[k]; strings.ToLower(before.Lemma) {
		case "be", "become", "remain", "as", "appoint", "name", "elect", "nominate":
			return true
		case "of": // "held the post of head"
			return k > 0 && clause.Post(strings.ToLower(s.Tokens[k-1].Lemma))
		default:
			return before.UPOS == "VERB"
		}
	})
}

// mayHold tells whether the words that a rule's trigger and conditions ask for
// are there.
func mayHold(r *rules.Rule, kind clause.Kind, words map[string]bool) bool {
	there := func(w string) bool { return words[w] }
	if !slices.ContainsFunc(triggerWords(r, kind), func(w string) bool {
		return !slices.ContainsFunc(strings.Fields(w), func(part string) bool { return !words[part] })
	}) {
		return false
	}
	if len(r.On.Under) > 0 && !slices.ContainsFunc(r.On.Under, there) {
		return false
	}
	for i := range r.If {
		role := &r.If[i]
		if len(role.Head) > 0 && len(role.Type) == 0 && !slices.ContainsFunc(role.Head, there) {
			return false
		}
	}
	return true
}

// An analysis is a document with everything found in it before rules apply.
type analysis struct {
	entities   *entity.Document
	mentions   [][]int // of each sentence
	predicates []clause.Predicate
}

func (x *Extractor) analyse(doc *source.Document, want func(clause.Kind, string, string) bool) *analysis {
	text := nlp.Split(doc.Text)
	eachOf(len(text.Sentences), func(i int) { x.model.Tag(&text.Sentences[i]) })
	mentions := mention.Find(text)
	bySentence := make([][]int, len(text.Sentences))
	for i := range mentions {
		s := mentions[i].Sentence
		bySentence[s] = append(bySentence[s], i)
	}
	parsed := make([]bool, len(text.Sentences))
	eachOf(len(text.Sentences), func(i int) {
		s := &text.Sentences[i]
		var here []entity.Mention
		if m := bySentence[i]; len(m) > 0 {
			here = mentions[m[0] : m[len(m)-1]+1]
		}
		if parsed[i] = want == nil || x.mayState(s, here) || len(x.titles) > 0 && saysOffice(s, here); parsed[i] {
			clause.Parse(x.model, s, here)
		}
	})
	a := &analysis{entities: coref.Resolve(text, mentions, coref.Origin{URL: doc.URL}), mentions: bySentence}
	analyzer := clause.Analyzer{Want: want, Offices: len(x.titles) > 0}
	for i := range text.Sentences {
		if parsed[i] {
			a.predicates = append(a.predicates, analyzer.Predicates(a.entities, i, bySentence[i], doc.Date)...)
		}
	}
	return a
}

// eachOf calls do for all sentences from 0 to n-1, on all processors where they
// are many.
func eachOf(n int, do func(i int)) {
	const batch = 16
	var next atomic.Int64
	run := func() {
		for {
			end := int(next.Add(batch))
			for i := end - batch; i < min(end, n); i++ {
				do(i)
			}
			if end >= n {
				return
			}
		}
	}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/batch) - 1 {
		all.Go(run)
	}
	run()
	all.Wait()
}

// Whole returns an extractor that also reads documents without any word that
// could start a rule, for their entities.
func (x *Extractor) Whole() *Extractor {
	whole := *x
	whole.prefilter = nil
	return &whole
}

// Extract returns the entities and facts of one document. A document without
// any word that could start a rule is not read and gives none (see Whole).
func (x *Extractor) Extract(doc *source.Document) *Result {
	if !x.prefilter.matches(doc.Text) {
		return &Result{Document: doc}
	}
	m := &matcher{x: x, doc: doc, a: x.analyse(doc, x.wants)}
	m.run()
	return m.result()
}

// All extracts documents in parallel and yields their results in the order of
// the documents. workers is the number of goroutines; 0 means one a processor.
func (x *Extractor) All(docs iter.Seq[*source.Document], workers int) iter.Seq[*Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*Result) bool) {
		type job struct {
			doc  *source.Document
			done chan *Result
		}
		jobs := make(chan job)
		pending := make(chan job, 4*workers) // in order; bounds what is held in memory
		stop := make(chan struct{})
		var wg sync.WaitGroup
		defer wg.Wait()
		defer close(stop)
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					j.done <- x.Extract(j.doc)
				}
			})
		}
		wg.Go(func() {
			defer close(pending)
			defer close(jobs)
			for doc := range docs {
				j := job{doc, make(chan *Result, 1)}
				select {
				case pending <- j:
				case <-stop:
					return
				}
				select {
				case jobs <- j:
				case <-stop:
					return
				}
			}
		})
		for j := range pending {
			if !yield(<-j.done) {
				return
			}
		}
	}
}
