package reading

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
	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
)

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

// Read finds everything in a document, however long. A model may serve many at once.
func Read(model *nlp.Model, doc *source.Document, opts Options) *Document {
	r := reader{model: model, doc: doc, opts: opts, finder: mention.NewFinder()}
	return r.read(nlp.Split(doc.Text))
}

// partSize is how many bytes of a document are read at a time: more than nearly all have,
// so that those are read as a whole.
const partSize = 1 << 18

// Parts is Read for a document of any length in the memory of a part of it: it gives the
// parts one after the other, each of which knows who was named before it. What a part says
// of somebody may be known of him only from there on. There is one part at least.
func Parts(model *nlp.Model, doc *source.Document, opts Options) iter.Seq[*Document] {
	return func(yield func(*Document) bool) {
		r := reader{model: model, doc: doc, opts: opts, finder: mention.NewFinder()}
		if len(doc.Text) > partSize {
			r.cast = &coref.Cast{}
		}
		var first *lead
		for text := range nlp.Parts(doc.Text, partSize) {
			d := r.read(text)
			if d.first = first; first == nil {
				first = &lead{d.Dateline()}
			}
			if !yield(d) {
				return
			}
		}
	}
}

// A reader reads the parts of a document.
type reader struct {
	model  *nlp.Model
	doc    *source.Document
	opts   Options
	finder *mention.Finder
	cast   *coref.Cast // nil if there is one part
}

func (r *reader) read(text *nlp.Document) *Document {
	eachOf(len(text.Sentences), func(i int) { r.model.Tag(&text.Sentences[i]) })
	mentions := r.finder.Find(text)
	bySentence := make([][]int, len(text.Sentences))
	for i := range mentions {
		s := mentions[i].Sentence
		bySentence[s] = append(bySentence[s], i)
	}
	parsed := r.parse(text, func(i int) []entity.Mention {
		if m := bySentence[i]; len(m) > 0 {
			return mentions[m[0] : m[len(m)-1]+1]
		}
		return nil
	})
	d := &Document{
		Document:   r.cast.Resolve(text, mentions, coref.Origin{Author: r.author(), Title: r.doc.Title, URL: r.doc.URL, Date: r.doc.Date}),
		Source:     r.doc,
		bySentence: bySentence,
		byID:       map[string]*entity.Entity{},
		cast:       r.cast,
	}
	for i := range d.Entities {
		d.byID[d.Entities[i].ID] = &d.Entities[i]
	}
	analyzer := clause.Analyzer{Want: r.opts.Predicate, Offices: r.opts.Offices}
	for i := range text.Sentences {
		if parsed[i] {
			d.Predicates = append(d.Predicates, analyzer.Predicates(d.Document, i, bySentence[i], d.Date(i))...)
		}
	}
	d.parties = d.findParties()
	return d
}

// parse parses the sentences that may say anything of use, and tells which. here gives the
// mentions of a sentence.
func (r *reader) parse(text *nlp.Document, here func(sentence int) []entity.Mention) []bool {
	parsed := make([]bool, len(text.Sentences))
	eachOf(len(text.Sentences), func(i int) {
		s := &text.Sentences[i]
		if parsed[i] = r.opts.wants(s, here(i)); parsed[i] {
			clause.Parse(r.model, s, here(i))
		}
	})
	for _, i := range itemsOf(text, parsed) {
		clause.Parse(r.model, &text.Sentences[i], here(i))
	}
	return parsed
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
