package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// SpeaksOf tells whether an argument of a predicate speaks once more of the last record
// of a kind, one of which enough is told: by its name, by a noun of the kind that is
// known, "the treaty", "this deal", or as "it" in the sentence after one that spoke of
// it, where "it" is nobody.
func (r *Records) SpeaksOf(kind string, p *clause.Predicate, a *clause.Arg) bool {
	rec := r.lastOf(kind, p.Sentence)
	if rec == nil {
		return false
	}
	if !r.isNamed(rec, a) && !r.isCalled(rec, p, a) && !r.isIt(rec, p, a) {
		return false
	}
	rec.spoken = p.Sentence
	return true
}

// lastOf gives the record of a kind that a sentence can speak of, nil if there is none.
func (r *Records) lastOf(kind string, sentence int) *Record {
	for _, rec := range slices.Backward(r.records) {
		if rec.Kind.Name == kind && rec.isKnown(sentence) {
			return rec
		}
	}
	return nil
}

// isNamed tells whether an argument is the name of a record.
func (r *Records) isNamed(rec *Record, a *clause.Arg) bool {
	name, _ := rec.named()
	return name.ID != "" && r.doc.Mentioned(a.Mention).ID == name.ID
}

// isCalled tells whether an argument is a noun by which a record is known, with what
// says that it has been told of.
func (r *Records) isCalled(rec *Record, p *clause.Predicate, a *clause.Arg) bool {
	if !slices.Contains(rec.Kind.Noun, a.Head) || r.names(a) {
		return false
	}
	first := a.Tokens.First
	tokens := r.doc.Tokens(p.Sentence)
	if world.AnaphoricDeterminer.Has(strings.ToLower(tokens[first].Form)) {
		return true
	}
	for first > 0 && (tokens[first-1].UPOS == "ADJ" || tokens[first-1].UPOS == "NOUN") {
		first--
	}
	return world.AnaphoricDeterminer.Has(r.at(p).before(first))
}

// names tells whether an argument names somebody or something that is no record.
func (r *Records) names(a *clause.Arg) bool {
	if a.Mention < 0 {
		return false
	}
	m := &r.doc.Mentions[a.Mention]
	return slices.ContainsFunc(m.Entities, func(e int) bool { return !isName(r.doc.Entities[e].Ref) })
}

// isIt tells whether an argument is a pronoun for a record of which the sentence before
// told or spoke, or the one at hand before.
func (r *Records) isIt(rec *Record, p *clause.Predicate, a *clause.Arg) bool {
	if a.Head != "it" && !(a.Head == "they" && rec.isMany()) || r.names(a) {
		return false
	}
	if a.Mention >= 0 && r.doc.Mentions[a.Mention].Kind != entity.Pronoun {
		return false
	}
	return rec.spoken == p.Sentence || rec.spoken == p.Sentence-1
}

// isMany tells whether a record is known by a noun in the plural: "three documents".
func (rec *Record) isMany() bool {
	name, _ := rec.named()
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name.Name)), func(word string) bool {
		one, many := strings.CutSuffix(word, "s")
		return many && slices.Contains(rec.Kind.Noun, one)
	})
}
