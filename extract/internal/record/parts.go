package record

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/reading"
)

// GoOn goes on to the next part of the document, or to its first. What the part before did
// not speak of is over: no fact takes the date of an occasion that was told so long ago, and
// of a record it is known by its name alone.
func (r *Records) GoOn(doc *reading.Document) {
	before := r.doc
	r.doc = doc
	if before == nil {
		r.findHeadlines()
		return
	}
	r.Finish()
	start, sentences := 0, len(before.NLP.Sentences)
	if sentences > 0 {
		start = before.NLP.Sentences[0].Start
	}
	r.told = slices.DeleteFunc(r.told, func(t *telling) bool { return t.told < start })
	r.speeches = slices.DeleteFunc(r.speeches, func(s speech) bool { return s.told < start })
	r.records = slices.DeleteFunc(r.records, func(rec *Record) bool {
		name, _ := rec.named()
		return rec.again < 0 && name.ID == ""
	})
	for _, rec := range r.records {
		rec.moveBack(sentences)
	}
	if renamed := doc.Renamed(); len(renamed) > 0 {
		r.rename(renamed)
	}
}

// moveBack makes the sentences that have told of a record stand before those of a part.
func (rec *Record) moveBack(sentences int) {
	rec.sentence, rec.again, rec.spoken = rec.sentence-sentences, rec.again-sentences, rec.spoken-sentences
	for _, filled := range rec.Filled {
		for i := range filled {
			filled[i].Sentence -= sentences
		}
	}
}

// rename gives entities the names by which they are known now.
func (r *Records) rename(names map[string]entity.Ref) {
	rename := func(ref *entity.Ref) {
		if now, ok := names[ref.ID]; ok {
			*ref = now
		}
	}
	id := func(s *string) {
		if now, ok := names[*s]; ok {
			*s = now.ID
		}
	}
	r.ledger.rename(rename, func(relation string) bool { return r.program.Relation(relation).Symmetric })
	for _, t := range r.told {
		t.rename(rename, id)
	}
	for _, s := range r.speeches {
		for i := range s.of {
			id(&s.of[i])
		}
	}
	for i := range r.events {
		rename(&r.events[i].ref)
		rename(&r.events[i].place)
	}
	for _, rec := range r.records {
		for _, filled := range rec.Filled {
			for i := range filled {
				rename(&filled[i].Ref)
			}
		}
		for i := range rec.of {
			id(&rec.of[i])
		}
		for _, t := range rec.tellings {
			t.rename(rename, id)
		}
	}
}
