package coref

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// A PronounText is a text of which it is known whom some pronouns mean.
type PronounText struct {
	Doc      *nlp.Document
	Mentions []entity.Mention // as Find gives them
	Pronouns map[nlp.Span]Antecedents
}

// Antecedents are the places of the names of whom a pronoun means, and of some
// whom it does not mean. Where Names is empty, it means nobody who is named or,
// if there are Others, somebody else than these.
type Antecedents struct {
	Names, Others []nlp.Span
}

// TrainPronouns learns the weights of cues from texts and gives the content of
// model/pronouns.tsv. Candidates depend on earlier pronouns, so it learns three times,
// at first from texts with all other pronouns open. progress, if not nil, is
// told how many pronouns and cues there are.
func TrainPronouns(texts []PronounText, progress func(format string, args ...any)) string {
	var weights map[cue]int
	for range 3 {
		ids := map[cue]int{}
		var choices []choice
		for _, x := range texts {
			choices = append(choices, x.choices(weights, ids)...)
		}
		weights = learnCues(choices, ids)
		if progress != nil {
			progress("%d pronouns, %d cues", len(choices), len(weights))
		}
	}
	var b strings.Builder
	for _, q := range slices.SortedFunc(maps.Keys(weights), func(a, b cue) int { return slices.Compare(a[:], b[:]) }) {
		fmt.Fprintf(&b, "%s\t%d\n", strings.Join(q[:], "\t"), weights[q])
	}
	return b.String()
}

// choices resolves a text and gives the choices at its known pronouns. ids numbers
// the cues and is added to.
func (x *PronounText) choices(weights, ids map[cue]int) []choice {
	found := map[nlp.Span]choice{}
	r := newRoster(x.Doc, x.Mentions, nil)
	watch := func(m *entity.Mention, list []candidate) {
		known, ok := x.Pronouns[m.Span]
		if !ok {
			return
		}
		if c := r.choice(known, list, ids); slices.Contains(c.good, true) {
			found[m.Span] = c
		}
	}
	r.resolve(Origin{}, chooser{weights, watch})
	var list []choice
	byPlace := func(a, b nlp.Span) int { return cmp.Compare(a.Start, b.Start) }
	for _, span := range slices.SortedFunc(maps.Keys(found), byPlace) {
		list = append(list, found[span])
	}
	return list
}

// choice makes one of the candidates of a pronoun.
func (r *roster) choice(known Antecedents, list []candidate, ids map[cue]int) choice {
	meant, others := r.peopleAt(known.Names), r.peopleAt(known.Others)
	var c choice
	for _, k := range list {
		good := k.e != nobody && slices.Contains(meant, k.e)
		if len(known.Names) == 0 {
			good = k.e == nobody || len(known.Others) > 0 && !slices.Contains(others, k.e)
		}
		c.good = append(c.good, good)
		var cues []int
		for _, q := range k.cues {
			if _, ok := ids[q]; !ok {
				ids[q] = len(ids)
			}
			cues = append(cues, ids[q])
		}
		c.cues = append(c.cues, cues)
	}
	return c
}

// peopleAt gives the people whose names begin or end at places.
func (r *roster) peopleAt(spans []nlp.Span) []int {
	var people []int
	for i := range r.Mentions {
		m := &r.Mentions[i]
		at := func(s nlp.Span) bool {
			return m.NameSpan.Start < s.End && s.Start < m.NameSpan.End &&
				(m.End == s.End || m.NameSpan.End == s.End || m.Start == s.Start || m.NameSpan.Start == s.Start)
		}
		if names(m, entity.Person) && slices.ContainsFunc(spans, at) {
			people = append(people, m.Entities[0])
		}
	}
	return people
}
