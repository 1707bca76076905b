package mention

import (
	"sort"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Find finds what a document mentions: people with their titles, countries,
// organisations, places, events, agreements, pronouns and nominals ("the
// ambassador", "both sides"). Tokens and capitals are enough; tags make it more
// exact where the document has them. Mentions come sorted by start, larger ones
// first; they overlap only where one is Inside another. Entities are left to
// Resolve. Find takes time linear in the document and is safe for concurrent use.
func Find(doc *nlp.Document) []entity.Mention {
	t := textOf(doc)
	for i := range t.sentences {
		t.tagNames(&t.sentences[i])
	}
	f := newFinder(t.low)
	// The first reading learns the names and abbreviations that the document
	// introduces anywhere, so that the second knows them everywhere.
	f.read(t.sentences)
	f.out = nil
	f.read(t.sentences)
	sort.SliceStable(f.out, func(i, j int) bool {
		a, b := &f.out[i], &f.out[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End > b.End
		}
		return !a.Inside && b.Inside
	})
	return f.out
}

// read reads sentences one after the other.
func (s *finder) read(sentences []sentence) {
	for i := range sentences {
		s.sentence = sentences[i]
		s.readSentence()
	}
}

func (s *finder) readSentence() {
	s.bodies = make([]body, len(s.ws))
	for i := range s.bodies {
		s.bodies[i].end = -1
	}
	for i := range s.at {
		h := &s.at[i]
		h.nounLen = -1
		if h.org != nil && h.orgLen == 1 && s.names[s.ws[i].fold] {
			h.org, h.orgLen = nil, 0 // "Honda" of a text about Minister Taro Honda
		}
	}
	for i := 0; i < len(s.ws); {
		i = max(s.step(i), i+1)
	}
}

// step reads what starts at token i and returns the token after it.
func (s *finder) step(i int) int {
	w := s.ws[i]
	if w.shape == punct {
		return i + 1
	}
	if end := s.group(i); end > i {
		return end
	}
	if end := s.eachOther(i); end > i {
		return end
	}
	if w.named() {
		s.learnFirm(i)
		if b, ok := s.firmAt(i); ok && s.body(b) {
			return b.end
		}
	}
	if w.named() || titleStart(w.lower) || world.RankOf(w.lower) != world.NoRank || strings.Contains(w.lower, "-") || world.FormerWord.Has(w.lower) || world.OfficeGrading.Has(w.lower) || world.PortfolioWord.Has(w.lower) || s.drops(i) {
		if p, ok := s.personAt(i); ok {
			s.person(&p)
			return p.end
		}
		list := s.respective(i)
		if list == nil {
			list = s.list(i)
		}
		if list != nil {
			for k := range list {
				s.person(&list[k])
			}
			return list[len(list)-1].end
		}
	}
	open := w.named() && (!world.ClosedWord.Has(w.lower) || s.startsPerson(i))
	if open || ordinal(w.lower) || w.lower == "the" || world.MonthName.Has(w.lower) && w.named() {
		end, b := s.bodyAt(i)
		if open && !(end > i && b.Type != entity.Place && b.Type != entity.Country && end > i+1 && (s.at[i].org != nil || b.Type == entity.Organization && world.BodySuffix.Has(s.ws[end-1].lower))) {
			if p, ok := s.bareName(i); ok && (end <= i || p.name[1] >= end) && !(b.Type == entity.Country && p.name[1] == end) {
				s.person(&p)
				return p.end
			}
		}
		// A country or organisation may start an office: "the Japanese ambassador".
		if end > i && (b.Type == entity.Country || b.Type == entity.Organization) {
			if e := s.nominal(i, end); e > i {
				return e
			}
		}
		if end > i {
			if s.body(b) {
				return end
			}
		} else if b, ok := s.taggedBody(i); ok && s.body(b) {
			return b.end
		}
	}
	if e := s.nominal(i, i); e > i {
		return e
	}
	if e := s.eventNominal(i); e > i {
		return e
	}
	if p, ok := possessives[w.lower]; ok {
		return s.pronoun(i, p)
	}
	if p, ok := pronouns[w.lower]; ok {
		return s.pronoun(i, p)
	}
	return i + 1
}
