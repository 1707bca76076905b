package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// Lint tells what in the pack is right but of no use, in order of position: what
// rules.Pack.Lint finds, triggers and functions that never come out of a text,
// and examples that do not test their rule, since it never starts there or since
// other rules give the same facts.
func (x *Extractor) Lint() rules.Faults {
	l := linter{x: x}
	for _, r := range x.program.Rules {
		l.roles(r)
	}
	for _, sense := range x.pack.Senses() {
		l.triggers(sense[0])
		l.examples(sense)
	}
	out := append(x.pack.Lint(), l.found...)
	slices.SortFunc(out, rules.Fault.Compare)
	return slices.Compact(out)
}

type linter struct {
	x     *Extractor
	found rules.Faults
}

func (l *linter) report(pos rules.Pos, r *rules.Rule, format string, args ...any) {
	l.found = append(l.found, rules.Fault{Pos: pos, Rule: r.Name, Msg: fmt.Sprintf(format, args...)})
}

// triggers finds words that no text gives as they are written.
func (l *linter) triggers(r *rules.Rule) {
	for kind, word := range program.Triggers(r) {
		key := kind.String()
		at := program.Key(kind, word)
		if kind == clause.Noun && slices.ContainsFunc(strings.Fields(word), world.ComplementPreposition.Has) {
			l.report(r.On.Pos(key, word), r, "noun %q never starts it: its last word is not its head, "+
				"want the head alone and a condition for the rest", word)
			continue
		}
		for part := range strings.FieldsSeq(word) {
			if msg := l.strange(part); msg != "" {
				l.report(r.On.Pos(key, word), r, "%s %q never starts it: %s", key, word, msg)
				at = ""
				break
			}
		}
		if at == "" {
			continue
		}
		if msg := l.notA(kind, at); msg != "" {
			l.report(r.On.Pos(key, word), r, "%s %q never starts it: %s", key, word, msg)
		}
	}
	for _, word := range r.On.Under {
		if msg := l.strange(word); msg != "" {
			l.report(r.On.Pos("under", word), r, "under %q never holds: %s", word, msg)
		} else if lemma := l.lemma(word); lemma != word {
			l.report(r.On.Pos("under", word), r, "under %q never holds: want the lemma %q", word, lemma)
		}
	}
}

// heads finds words of a role that no argument has as its head.
func (l *linter) heads(r *rules.Rule, role *rules.Role) {
	for _, word := range slices.Concat(role.Head, role.NotHead) {
		msg := ""
		if strings.Contains(word, " ") {
			msg = "want one word"
		} else if msg = l.strange(word); msg == "" {
			if lemma := l.lemma(word); lemma != word && len(word) > 2 { // "it"
				msg = fmt.Sprintf("want the lemma %q", lemma)
			}
		}
		if msg != "" {
			l.report(role.Pos, r, "head %q is never found: %s", word, msg)
		}
	}
}

// lemma gives the word itself if it is a lemma or not known, else one of its lemmas.
func (l *linter) lemma(word string) string {
	readings, _ := l.x.model.Readings(word)
	lemma := word
	for _, o := range readings {
		if lemma = strings.ToLower(o.Lemma); lemma == word {
			return word
		}
	}
	return lemma
}

// strange tells why a word never comes out of a text as one, "" if it does.
func (l *linter) strange(word string) string {
	if text := nlp.Split(word); len(text.Sentences) != 1 || len(text.Sentences[0].Tokens) != 1 {
		var parts []string
		for _, s := range text.Sentences {
			for _, t := range s.Tokens {
				parts = append(parts, t.Form)
			}
		}
		return fmt.Sprintf("texts have %q as the words %q", word, strings.Join(parts, " "))
	}
	if _, known := l.x.model.Readings(word); !known && len(word) > 4 {
		if near := l.misspelt(word); near != "" {
			return fmt.Sprintf("the lexicon does not know %q, want %q?", word, near)
		}
	}
	return ""
}

// misspelt gives a word that the lexicon knows and that one letter more or less,
// or two letters swapped, make of a word; "" if there is none.
func (l *linter) misspelt(word string) string {
	if strings.Contains(word, "-") {
		return "" // "co-operation"
	}
	knows := func(w string) bool { _, known := l.x.model.Readings(w); return known }
	if plain := world.Fold(word); plain != word && knows(plain) {
		return "" // "communiqué"
	}
	for i := range word {
		if i > 0 {
			if w := word[:i-1] + word[i:i+1] + word[i-1:i] + word[i+1:]; knows(w) {
				return w
			}
			if w := word[:i] + word[i+1:]; knows(w) {
				return w
			}
			for c := 'a'; c <= 'z'; c++ {
				if w := word[:i] + string(c) + word[i:]; knows(w) {
					return w
				}
			}
		}
	}
	return ""
}

// notA tells why a word is never found as a verb, noun or adjective, "" if it is.
func (l *linter) notA(kind clause.Kind, word string) string {
	readings, _ := l.x.model.Readings(word)
	if len(readings) == 0 {
		return ""
	}
	tag := [...]string{clause.Verb: "VB", clause.Noun: "NN", clause.Adjective: "JJ"}[kind]
	instead := ""
	for _, o := range readings {
		switch {
		// Nouns start by their form too, "talks"; participles serve as adjectives.
		case o.XPOS == tag,
			kind == clause.Noun && o.XPOS == "NNS",
			kind == clause.Adjective && (o.XPOS == "VBN" || o.XPOS == "VBG"):
			return ""
		case strings.HasPrefix(o.XPOS, tag) && o.Lemma != word:
			instead = fmt.Sprintf("%q is a form of %q", word, o.Lemma)
		}
	}
	if instead == "" {
		instead = fmt.Sprintf("%q is no %s", word, kind)
	}
	return instead
}

// unfilled are the functions that predicates of a kind never have.
var unfilled = [...][]string{
	clause.Verb:      {"possessor", "modifier", "apposition"},
	clause.Noun:      {"object", "indirect", "clause", "purpose"},
	clause.Adjective: {"object", "indirect", "clause", "purpose"},
}

// roles finds functions that the words of a trigger never have, and heads that
// no argument has.
func (l *linter) roles(r *rules.Rule) {
	var kinds []clause.Kind
	for kind := range program.Triggers(r) {
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	check := func(role *rules.Role) {
		l.heads(r, role)
		for _, function := range role.Is {
			has := func(kind clause.Kind) bool { return !slices.Contains(unfilled[kind], function) }
			if len(kinds) > 0 && !slices.ContainsFunc(kinds, has) {
				l.report(role.Pos, r, "function %q is never filled: no %s has it", function, kinds[0])
			}
		}
	}
	check(&r.Subject)
	check(&r.Object)
	for i := range r.Qualifiers {
		check(&r.Qualifiers[i].Role)
	}
	for i := range r.If {
		check(&r.If[i])
	}
	for i := range r.Not {
		check(&r.Not[i])
	}
}

// examples finds those that have no word that could start the rule, and those
// whose facts it states though they stay right without it. An example of what
// other rules state, so that this one need not, is neither.
func (l *linter) examples(sense []*rules.Rule) {
	r := sense[0]
	if r.On.Title {
		return
	}
	for i := range r.Examples {
		e := &r.Examples[i]
		doc := l.x.read(&source.Document{ID: "example", Text: e.Text, Date: e.Date})
		stated := false
		match.Run(l.x.program, doc, match.Options{Trace: func(m match.Match, o match.Outcome) {
			stated = stated || m.Rule.Together(r) && o.Verdict == match.Stated
		}})
		if !stated {
			if !mayStart(r, doc) {
				l.report(e.Pos, r, "the example has no word that starts the rule")
			}
			continue
		}
		others := match.Run(l.x.program, doc, match.Options{Without: r})
		without := &Result{Document: doc.Source, Entities: doc.Entities, Facts: others}
		failed := l.x.compare(sense, e, without, map[string]bool{})
		if len(e.Facts) > 0 && len(failed) == 0 {
			l.report(e.Pos, r, "the example does not need the rule: other rules give its facts")
		}
	}
}

// mayStart tells whether a text has the words that start a rule.
func mayStart(r *rules.Rule, doc *reading.Document) bool {
	for i := range doc.NLP.Sentences {
		if program.MayStart(r, doc.Sentence(i)) {
			return true
		}
	}
	return false
}
