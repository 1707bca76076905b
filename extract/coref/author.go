package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// findAuthor finds whom "I" means: the given author, whom the title tells, or a person with an
// office who stands alone in a heading or byline at the start or end.
func (r *roster) findAuthor(origin Origin) {
	if r.cast.goesOn() {
		if r.cast.author >= 0 {
			r.Author = r.recall(r.cast.author)
		}
		return
	}
	if origin.Author != "" && r.givenAuthor(origin.Author) || r.titleAuthor(origin) {
		return
	}
	for i := range r.NLP.Sentences {
		if i > 7 && i < len(r.NLP.Sentences)-3 || !r.isHeading(i) {
			continue
		}
		who, office := r.onlyName(i)
		if who == nil {
			continue
		}
		spoken := who.Tokens.First > 0 && world.BylineWord.Has(strings.ToLower(r.tokens(who)[0].Form))
		if !r.standsAlone(who, office, spoken) {
			continue
		}
		if office == nil {
			office = r.officeLine(i)
		}
		e := who.Entities[0]
		if len(r.profiles[e].titles) == 0 && office == nil && !spoken {
			continue
		}
		if office != nil && len(office.Entities) == 0 {
			r.holds(e, office)
		}
		if r.Author < 0 {
			r.Author = e
		}
		return
	}
}

// givenAuthor finds the author by his name, which may stand nowhere in the text;
// it tells whether the name is a person's.
func (r *roster) givenAuthor(name string) bool {
	words := nameWords(name)
	for e := range r.Entities {
		full := r.profiles[e].words
		if r.Entities[e].Type == entity.Person && (sameWords(words, full) || len(words) > 1 && variant(words, full)) {
			r.Author = e
			return true
		}
	}
	if len(words) == 0 || !world.LookupName(words[0]).Given {
		return false
	}
	r.Author = r.addPerson(name, words)
	r.profiles[r.Author].forms[name]++
	return true
}

// onlyName gives the one name of a person in a heading, nil if there is not one,
// and the first office that somebody is told to hold there, nil if there is none.
func (r *roster) onlyName(i int) (who, office *entity.Mention) {
	mentions := r.inSentence(i)
	for k := range mentions {
		m := &mentions[k]
		switch {
		case m.Type != entity.Person || m.Inside:
		case m.Kind == entity.Named && who != nil:
			return nil, nil
		case m.Kind == entity.Named:
			who = m
		case m.Kind == entity.Nominal && len(m.Offices) > 0 && m.Offices[0].Status == "actual" && office == nil:
			office = m
		}
	}
	if who == nil || len(who.Entities) != 1 {
		return nil, nil
	}
	return who, office
}

// standsAlone tells whether nothing but announcing words and his office, right
// beside it, stands before a name, and little behind it where it is not announced.
func (r *roster) standsAlone(who, office *entity.Mention, spoken bool) bool {
	if office != nil && office.Tokens.Last != who.Tokens.First && office.Tokens.First != who.Tokens.Last {
		return false
	}
	tokens := r.tokens(who)
	for k := range who.Tokens.First {
		inOffice := office != nil && k >= office.Tokens.First && k < office.Tokens.Last
		if !inOffice && !world.BylineWord.Has(strings.ToLower(tokens[k].Form)) {
			return false
		}
	}
	return spoken || len(tokens)-who.Tokens.Last <= 6
}

// officeLine finds an office that stands alone in the heading line before or
// after line i.
func (r *roster) officeLine(i int) *entity.Mention {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(r.NLP.Sentences) || !r.isHeading(k) {
			continue
		}
		mentions := r.inSentence(k)
		for n := range mentions {
			m := &mentions[n]
			if m.Kind == entity.Nominal && m.Type == entity.Person && !m.Plural && fills(m, &r.NLP.Sentences[k]) &&
				len(m.Offices) == 1 && m.Offices[0].Status != entity.Calling {
				return m
			}
		}
	}
	return nil
}

// titleAuthor finds the author by the title of the text: "Statement by Press Secretary Rosa Delgado".
// Where nobody says "I", "we" are not hers alone. Who has an office and speaks on the page of a
// government is of its country.
func (r *roster) titleAuthor(origin Origin) bool {
	name, office := authorOf(origin.Title)
	if name == "" || !r.saysI() || !r.givenAuthor(name) {
		return false
	}
	if home := countryOfURL(origin.URL); office != "" && home.ID != "" && governs(origin.URL) && r.Entities[r.Author].Country.ID == "" {
		r.belongs(r.Author, home)
	}
	return true
}

// saysI tells whether the text has the word "I".
func (r *roster) saysI() bool {
	return slices.ContainsFunc(r.NLP.Sentences, func(s nlp.Sentence) bool {
		return slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool { return t.Form == "I" })
	})
}
