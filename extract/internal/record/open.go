package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// Open opens the records that the predicates of a sentence tell of by their nouns,
// before its rules state facts: "The Malta-Ghana Policy Dialogue took place in Accra
// on Monday", "talks between Malta and Ghana".
func (r *Records) Open(predicates []clause.Predicate) {
	if len(predicates) > 0 {
		r.findAgain(&predicates[0])
	}
	for i := range predicates {
		r.tellAgain(&predicates[i])
	}
	for i := range predicates {
		p := &predicates[i]
		if p.Status != string(fact.Actual) && p.Status != string(fact.Planned) {
			continue
		}
		for _, kind := range r.program.Records {
			switch {
			case program.Happens(kind, p):
				r.openHeld(kind, p, predicates)
			case program.Calls(kind, p):
				if sides := r.sidesAs(p, "between"); len(sides) > 1 {
					r.openOf(kind, p, entity.Ref{}, sides)
				}
			}
		}
	}
}

// findAgain notes which records a sentence speaks of once more: by their noun, "the
// talks", "at the conference", or, soon after, by what their people are called
// together, "the ministers", "both sides". p is any predicate of it.
func (r *Records) findAgain(p *clause.Predicate) {
	now := r.at(p)
	groups := slices.Clone(r.doc.MentionsIn(p.Sentence))
	groups = slices.DeleteFunc(groups, func(i int) bool { return r.doc.Group(&r.doc.Mentions[i]) == "" })
	for _, kind := range r.program.Records {
		for _, rec := range slices.Backward(r.records) {
			if rec.Kind != kind {
				continue
			}
			if len(kind.Noun) > 0 && now.speaksOf(r.program.Nouns(kind)) {
				rec.again, rec.spoken = p.Sentence, p.Sentence
			} else if rec.isNear(p.Sentence) && slices.ContainsFunc(groups, func(i int) bool { return r.means(i, rec) }) {
				rec.again = p.Sentence
			}
			break
		}
	}
}

// tellAgain gives the record that a noun speaks of as known the time and place told
// with the noun: "The meeting on Thursday was cordial."
func (r *Records) tellAgain(p *clause.Predicate) {
	if p.Kind != clause.Noun || !p.Dated || r.looksBack(p) || p.When || !r.at(p).isKnown(p.Token) {
		return
	}
	for _, rec := range slices.Backward(r.records) {
		if !program.Calls(rec.Kind, p) || rec.sentence >= p.Sentence || len(rec.facts) == 0 {
			continue
		}
		place := r.doc.Venue(p.Place)
		if !rec.mayBe(p, place) {
			return
		}
		r.told = append(r.told, r.tellOf(rec, meeting, p, place))
		return
	}
}

// means tells whether group i of a sentence can be those of a record: "the ministers", but
// "they" only if it opens its sentence and nobody else is in between.
func (r *Records) means(i int, rec *Record) bool {
	m := &r.doc.Mentions[i]
	if m.Kind != entity.Pronoun {
		return true
	}
	isVerb := func(t nlp.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }
	if slices.ContainsFunc(r.doc.Tokens(m.Sentence)[:m.Tokens.First], isVerb) {
		return false
	}
	for k := max(0, rec.again+1); k < m.Sentence; k++ {
		tokens := r.doc.Tokens(k)
		subject := tokens[:max(slices.IndexFunc(tokens, isVerb), 0)]
		if slices.ContainsFunc(subject, func(t nlp.Token) bool {
			return strings.HasSuffix(t.XPOS, "S") && t.UPOS != "DET" && !world.OccasionNoun.Has(t.Lemma)
		}) {
			return false
		}
	}
	return true
}

// openHeld opens the record that a predicate says to happen, if one of its arguments
// is called as records of the kind are. The predicates are those of its sentence.
func (r *Records) openHeld(kind *rules.Record, p *clause.Predicate, predicates []clause.Predicate) {
	for i := range p.Args {
		a := &p.Args[i]
		if a.Function != "subject" && a.Function != "object" || !slices.Contains(kind.Noun, a.Head) ||
			slices.ContainsFunc(strings.Fields(a.Text), world.OtherOccasion.Has) { // "the last meeting was held in 2023"
			continue
		}
		name := r.EventMeant(p, a).Or(r.AgreementMeant(p, a))
		sides := append(r.sidesAs(p, "between", "with", "by", "subject"), r.represented(p)...)
		if a.Mention >= 0 {
			name = r.doc.Mentioned(a.Mention)
			sides = append(sides, r.doc.Inside(a.Mention)...)
		} else if name.ID == "" && kind.Takes(string(entity.Event)) {
			name = r.doc.Gathering(p.Sentence, a)
		}
		noun := nounOf(predicates, kind, a)
		if noun != nil && a.Mention < 0 { // "Malta-Ghana consultations were held"
			sides = append(sides, r.sidesAs(noun, "modifier", "between", "with")...)
		}
		rec := r.known(kind, p, a)
		if rec == nil || name.ID != "" || len(sides) > 0 {
			rec = r.openOf(kind, p, name, sides)
		}
		place := r.doc.Venue(p.Place)
		if noun != nil { // "held consultations in Lima"
			place = place.Or(r.doc.Venue(noun.Place))
		}
		r.keepHeld(rec, p, a, r.tellOf(rec, loose, p, place))
	}
}

// known gives the record of no name that an argument with an article speaks of once
// more, which may have been when and where a predicate tells; nil if there is none.
func (r *Records) known(kind *rules.Record, p *clause.Predicate, a *clause.Arg) *Record {
	if kind.Takes(string(entity.Agreement)) || kind.Takes(string(entity.Event)) || !r.isKnown(p, a) {
		return nil
	}
	for _, rec := range slices.Backward(r.records) {
		if rec.Kind == kind && len(rec.facts) > 0 {
			if !rec.mayBe(p, r.doc.Venue(p.Place)) {
				return nil
			}
			rec.sentence, rec.again, rec.spoken = p.Sentence, p.Sentence, p.Sentence
			return rec
		}
	}
	return nil
}

// mayBe tells whether a record may have been when and where a predicate tells.
func (rec *Record) mayBe(p *clause.Predicate, place entity.Ref) bool {
	return string(rec.Status) == p.Status && agree(rec.Date(), p.Date) &&
		(rec.Place().ID == "" || place.ID == "" || rec.Place().ID == place.ID)
}

// tellOf lets a predicate tell when and where a record is.
func (r *Records) tellOf(rec *Record, kind program.Tie, p *clause.Predicate, place entity.Ref) *telling {
	t := &telling{
		kind: kind, date: p.Date, place: place, own: true, status: rec.Status, by: r.doc.Mentioned(p.Speaker).ID,
		told: r.doc.Sentence(p.Sentence).Start, of: rec.of, days: p.Days,
	}
	rec.tellings = append(rec.tellings, t)
	t.date, t.place = rec.Date(), rec.Place()
	t.past = !r.doc.IsNear(t.date)
	return t
}

// nounOf gives the noun by which an argument tells of a record of a kind, as the predicate
// that it is; nil if it is none. The predicates are those of its sentence.
func nounOf(predicates []clause.Predicate, kind *rules.Record, a *clause.Arg) *clause.Predicate {
	for i := range predicates {
		p := &predicates[i]
		if p.Kind == clause.Noun && a.Tokens.First <= p.Token && p.Token < a.Tokens.Last && slices.Contains(kind.Noun, p.Lemma) {
			return p
		}
	}
	return nil
}

// keepHeld keeps what has been told of something that is held for the facts around it.
func (r *Records) keepHeld(rec *Record, p *clause.Predicate, a *clause.Arg, t *telling) {
	former := slices.ContainsFunc(strings.Fields(a.Text), world.FormerWord.Has) // "the previous meeting was held"
	if t.date == "" && t.place.ID == "" || r.looksBack(p) || p.When || former {
		return
	}
	t.head, t.at = a.Head, r.isAt(p, a)
	r.told = append(r.told, t)
}

// openOf opens a record that a predicate tells of, or finds it again by its name, or
// by those who have part in it.
func (r *Records) openOf(kind *rules.Record, p *clause.Predicate, name entity.Ref, sides []entity.Ref) *Record {
	rec := r.open(kind, p.Sentence, name)
	rec.Status = fact.Status(p.Status)
	if name.ID != "" {
		rec.fill(name, entity.Ref{}, p.Sentence, "")
	}
	for _, side := range sides {
		r.join(rec, side, p.Sentence, "")
	}
	return rec
}

// sidesAs gives those of a predicate's arguments of some functions who may have part
// in something.
func (r *Records) sidesAs(p *clause.Predicate, functions ...string) []entity.Ref {
	var out []entity.Ref
	for i := range p.Args {
		a := &p.Args[i]
		if a.Mention < 0 || !slices.Contains(functions, a.Function) {
			continue
		}
		for _, e := range r.doc.Mentions[a.Mention].Entities {
			if ref := r.doc.Entities[e].Ref; isParty(ref) {
				out = append(out, ref)
			}
		}
	}
	return out
}

// isAt tells whether words that tell of an occasion stand after a preposition, "at a
// ceremony held on Monday", so that their sentence tells what happened there.
func (r *Records) isAt(p *clause.Predicate, a *clause.Arg) bool {
	tokens := r.doc.Tokens(p.Sentence)
	first := a.Tokens.First
	for first > 0 && (tokens[first-1].UPOS == "DET" || tokens[first-1].UPOS == "ADJ") {
		first--
	}
	return first > 0 && world.OccasionPreposition.Has(r.at(p).before(first))
}

// isSpokenOfAs tells whether the sentence at hand speaks of an occasion by its noun:
// "at the conference", or "at a ceremony held on Monday", where it tells of it.
func (o *telling) isSpokenOfAs(now scene) bool {
	if o.head == "" || now.p == nil {
		return false
	}
	if now.doc.Sentence(now.p.Sentence).Start == o.told {
		return o.at
	}
	return now.speaksOfWord(o.head)
}
