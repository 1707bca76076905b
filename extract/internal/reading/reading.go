// Package reading reads a document, before any rule is asked: its sentences,
// whom they name and who that is, and what they say as predicates.
//
// In comes a source.Document, with what of it is of use; out comes a Document,
// which answers what can be asked of the text alone. It knows no rules and no
// facts, so nothing here depends on what has been found before.
package reading

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
)

// A Document is a source.Document with everything found in it. It must not be
// changed, and is then safe for concurrent use.
type Document struct {
	*entity.Document // its words, mentions and entities
	Source           *source.Document
	Predicates       []clause.Predicate // in text order

	bySentence [][]int // indexes of mentions
	byID       map[string]*entity.Entity
}

// Options tell what of a document is of use. The zero value reads all that it
// says, but for offices.
type Options struct {
	// Sentence tells before a sentence is parsed whether it may say anything of use;
	// nil takes all.
	Sentence func(s *nlp.Sentence, mentions []entity.Mention) bool
	// Predicate tells whether a predicate of a lemma or form is of use; nil takes all.
	Predicate func(kind clause.Kind, lemma, form string) bool
	// Offices tells whether what says an office is of use, whatever the others tell.
	Offices bool
}

// Read finds everything in a document. A model may serve many at once.
func Read(model *nlp.Model, doc *source.Document, opts Options) *Document {
	text := nlp.Split(doc.Text)
	eachOf(len(text.Sentences), func(i int) { model.Tag(&text.Sentences[i]) })
	mentions := mention.Find(text)
	bySentence := make([][]int, len(text.Sentences))
	for i := range mentions {
		s := mentions[i].Sentence
		bySentence[s] = append(bySentence[s], i)
	}
	parsed := make([]bool, len(text.Sentences))
	here := func(i int) []entity.Mention {
		if m := bySentence[i]; len(m) > 0 {
			return mentions[m[0] : m[len(m)-1]+1]
		}
		return nil
	}
	eachOf(len(text.Sentences), func(i int) {
		s := &text.Sentences[i]
		if parsed[i] = opts.wants(s, here(i)); parsed[i] {
			clause.Parse(model, s, here(i))
		}
	})
	for _, i := range itemsOf(text, parsed) {
		clause.Parse(model, &text.Sentences[i], here(i))
	}
	d := &Document{
		Document:   coref.Resolve(text, mentions, coref.Origin{URL: doc.URL, Date: doc.Date}),
		Source:     doc,
		bySentence: bySentence,
		byID:       map[string]*entity.Entity{},
	}
	for i := range d.Entities {
		d.byID[d.Entities[i].ID] = &d.Entities[i]
	}
	analyzer := clause.Analyzer{Want: opts.Predicate, Offices: opts.Offices}
	for i := range text.Sentences {
		if parsed[i] {
			d.Predicates = append(d.Predicates, analyzer.Predicates(d.Document, i, bySentence[i], d.Date(i))...)
		}
	}
	return d
}

// itemsOf gives the sentences that are items of the lists that parsed sentences head,
// as far as they are not parsed themselves.
func itemsOf(text *nlp.Document, parsed []bool) []int {
	var out []int
	for i := range text.Sentences {
		if !parsed[i] {
			continue
		}
		for _, item := range clause.Items(text, i) {
			if !parsed[item] && !slices.Contains(out, item) {
				out = append(out, item)
			}
		}
	}
	return out
}

// wants tells whether a sentence is to be parsed.
func (o *Options) wants(s *nlp.Sentence, mentions []entity.Mention) bool {
	return o.Sentence == nil || o.Sentence(s, mentions) || o.Offices && saysOffice(s, mentions)
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
		switch before := strings.ToLower(s.Tokens[k].Lemma); {
		case world.OfficeCueLemma.Has(before):
			return true
		case before == "of": // "held the post of head"
			return k > 0 && clause.Post(strings.ToLower(s.Tokens[k-1].Lemma))
		default:
			return s.Tokens[k].UPOS == "VERB"
		}
	})
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
	faults := make([]error, max(0, min(runtime.GOMAXPROCS(0), n/batch)-1))
	for i := range faults {
		all.Go(func() { faults[i] = fault.Contain(run) })
	}
	run()
	all.Wait()
	for _, err := range faults {
		if err != nil {
			panic(err) // here, where the caller can contain it
		}
	}
}

// Sentence gives a sentence by its index.
func (d *Document) Sentence(i int) *nlp.Sentence { return &d.NLP.Sentences[i] }

// Tokens gives the tokens of a sentence.
func (d *Document) Tokens(sentence int) []nlp.Token { return d.NLP.Sentences[sentence].Tokens }

// MentionsIn gives the indexes of the mentions of a sentence, in text order.
func (d *Document) MentionsIn(sentence int) []int { return d.bySentence[sentence] }

// Entity gives an entity by its id, nil if the document has none of it.
func (d *Document) Entity(id string) *entity.Entity { return d.byID[id] }

// Mentioned is the one entity that a mention refers to, zero if it is none or
// several, or the index is below 0.
func (d *Document) Mentioned(mention int) entity.Ref {
	if mention < 0 {
		return entity.Ref{}
	}
	if e := d.Mentions[mention].Entities; len(e) == 1 {
		return d.Entities[e[0]].Ref
	}
	return entity.Ref{}
}

// Venue is the entity of a mention as the place where something happens, which of a body
// is the house in which it sits.
func (d *Document) Venue(mention int) entity.Ref {
	ref := d.Mentioned(mention)
	if ref.Type == entity.Organization {
		return entity.NewRef(entity.Place, ref.Name)
	}
	return ref
}

// Standing gives the ids of an entity and, of a person, of the country.
func (d *Document) Standing(ref entity.Ref) []string {
	out := []string{ref.ID}
	if e := d.Entity(ref.ID); e != nil && e.Country.ID != "" {
		out = append(out, e.Country.ID)
	}
	return out
}

// Date is when a sentence was written, as far as known.
func (d *Document) Date(sentence int) string { return d.Source.DateAt(d.Sentence(sentence).Start) }
