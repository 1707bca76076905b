// Package extract turns documents into facts with rules.
package extract

import (
	"iter"
	"runtime"
	"strings"
	"sync"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// An Extractor is a rule pack compiled for use with the language models. It is
// immutable and safe for concurrent use.
type Extractor struct {
	model     *nlp.Model
	relations map[string]*rules.Relation
	rules     []*rules.Rule               // in order of the pack
	triggers  [3]map[string][]*rules.Rule // by clause.Kind, by first or head word
	titles    []*rules.Rule
}

// New compiles a pack. It loads the embedded models on first use.
func New(pack *rules.Pack) (*Extractor, error) {
	model, err := nlp.Load()
	if err != nil {
		return nil, err
	}
	x := &Extractor{model: model, relations: map[string]*rules.Relation{}}
	for i := range pack.Relations {
		x.relations[pack.Relations[i].Name] = &pack.Relations[i]
	}
	for i := range x.triggers {
		x.triggers[i] = map[string][]*rules.Rule{}
	}
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
		for kind, words := range [][]string{clause.Verb: r.On.Verb, clause.Noun: r.On.Noun, clause.Adjective: r.On.Adjective} {
			for _, w := range words {
				key := keyWord(clause.Kind(kind), w)
				if list := x.triggers[kind][key]; len(list) == 0 || list[len(list)-1] != r {
					x.triggers[kind][key] = append(list, r)
				}
			}
		}
	}
	return x, nil
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

// wantsToken tells whether a sentence with this token must be parsed. Tags are
// not trusted here: a mistagged verb is still a trigger.
func (x *Extractor) wantsToken(t *nlp.Token) bool {
	lemma, form := strings.ToLower(t.Lemma), strings.ToLower(t.Form)
	for kind := range x.triggers {
		if x.wants(clause.Kind(kind), lemma, form) {
			return true
		}
	}
	return false
}

// An analysis is a document with everything found in it before rules apply.
type analysis struct {
	entities   *entity.Document
	mentions   [][]int // of each sentence
	predicates []clause.Predicate
}

func (x *Extractor) analyse(doc *source.Document, want func(clause.Kind, string, string) bool) *analysis {
	text := nlp.Split(doc.Text)
	for i := range text.Sentences {
		x.model.Tag(&text.Sentences[i])
	}
	mentions := entity.Find(text)
	bySentence := make([][]int, len(text.Sentences))
	for i := range mentions {
		s := mentions[i].Sentence
		bySentence[s] = append(bySentence[s], i)
	}
	parsed := make([]bool, len(text.Sentences))
	next := 0
	for i := range text.Sentences {
		s := &text.Sentences[i]
		first := next
		for next < len(mentions) && mentions[next].Sentence == i {
			next++
		}
		for k := range s.Tokens {
			if want == nil || x.wantsToken(&s.Tokens[k]) {
				parsed[i] = true
				clause.Parse(x.model, s, mentions[first:next])
				break
			}
		}
	}
	a := &analysis{entities: entity.Resolve(text, mentions, ""), mentions: bySentence}
	analyzer := clause.Analyzer{Want: want}
	for i := range text.Sentences {
		if parsed[i] {
			a.predicates = append(a.predicates, analyzer.Predicates(a.entities, i, bySentence[i], doc.Date)...)
		}
	}
	return a
}

// Extract returns the entities and facts of one document.
func (x *Extractor) Extract(doc *source.Document) *Result {
	a := x.analyse(doc, x.wants)
	m := &matcher{x: x, doc: doc, a: a}
	m.run()
	return &Result{Document: doc, Entities: a.entities.Entities, Facts: m.facts}
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
