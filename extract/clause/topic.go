package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// Shell nouns (Schmid 2000, English Abstract Nouns as Conceptual Shells) say
// little themselves: what the talk is about stands in their complement.
var shells = set("way", "effort", "need", "importance", "implementation", "development", "step", "measure", "issue", "range", "topic",
	"matter", "area", "field", "direction", "opportunity", "possibility", "prospect", "principle", "efficiency", "effectiveness", "role",
	"cooperation", "co-operation", "collaboration", "coordination", "co-ordination", "partnership", "work", "commitment", "strengthening",
	"deepening", "promotion", "enhancement", "expansion", "improvement", "priority", "number", "variety", "series", "plan", "progress", "action",
	"question", "challenge", "problem", "concern", "sector", "pillar", "aspect", "idea", "initiative", "project", "focus", "view", "outcome",
	"set", "host", "array", "spectrum", "value", "desire", "wish", "support", "status", "state", "situation", "talk", "discussion", "dialogue", "exchange",
	"consultation", "negotiation", "engagement", "attention", "result", "impact", "potential", "content", "mechanism", "acceleration", "facilitation", "continuation",
	"creation", "intensification", "maintenance", "significance", "urgency", "necessity", "readiness", "willingness", "point", "object", "subject", "agenda")

// specific shells are topics themselves when nothing follows them.
var listed = set("including", "such as", "like", "especially", "particularly", "notably", "e.g.", "namely")

// content prepositions lead from a word of talk or work to what it is about.
var content = []string{"on", "about", "regarding", "concerning", "over", "in", "for", "of", "to", "towards", "toward", "into", "with", "at", "against", "around"}

const maxTopics = 24

// topicsOf returns what a predicate is about: the things one would name as the
// subjects of cooperation or talk in "agreed to strengthen cooperation in A, B
// and C", "discussed ways to promote D". Lists are taken apart and filler is
// left out.
func (t *tree) topicsOf(i int) []Arg {
	c := topics{t: t, seen: map[string]bool{}}
	if t.isVerb(i) || t.nodes[i].upos == "ADJ" {
		c.verb(i, 0)
	} else {
		c.noun(i, 0, true)
	}
	return c.out
}

type topics struct {
	t    *tree
	out  []Arg
	seen map[string]bool
}

func (c *topics) add(k int, text string) {
	if text == "" || len(c.out) >= maxTopics || c.seen[text] {
		return
	}
	c.seen[text] = true
	c.out = append(c.out, Arg{Function: "topic", Mention: c.t.nodes[k].mention, Tokens: c.t.extent(k), Head: c.t.nodes[k].lemma, Text: text})
}

// verb takes the objects of a verb, else its infinitive or participle, else
// what its prepositions lead to.
func (c *topics) verb(i, depth int) {
	if depth > 6 {
		return
	}
	t := c.t
	before := len(c.out)
	shell := false // "discussed A and ways to do B", where the parser hangs the infinitive on the verb
	for _, o := range t.kids(i, "obj") {
		c.nominals(o, depth)
		for _, x := range t.conjuncts(o) {
			shell = shell || shells[t.nodes[x].lemma] && !t.hasKid(x, "acl")
		}
	}
	if t.passive(i) && depth > 0 {
		for _, o := range t.kids(i, "nsubj:pass") {
			c.nominals(o, depth)
		}
	}
	// "agreed that a strong partnership is critical" is about the clause's subject and object alike.
	for _, k := range t.kids(i, "xcomp", "ccomp") {
		for _, v := range t.conjuncts(k) {
			if t.isVerb(v) {
				c.verb(v, depth+1)
			} else if t.hasKid(v, "nsubj") {
				for _, s := range t.kids(v, "nsubj") {
					c.nominals(s, depth)
				}
			}
		}
	}
	c.examples(i, depth)
	if len(c.out) == before || shell {
		for _, k := range t.kids(i, "advcl") { // "work together to boost", "cooperate to end"
			if t.nodes[k].xpos == "VB" && t.isVerb(k) {
				for _, v := range t.conjuncts(k) {
					c.verb(v, depth+1)
				}
			}
		}
	}
	if len(c.out) == before {
		c.prepositions(i, depth)
	}
}

// prepositions takes the phrases of the first content preposition that is there.
func (c *topics) prepositions(i, depth int) bool {
	t := c.t
	for _, want := range content {
		found := false
		for _, o := range t.kids(i, "obl", "nmod", "advcl", "acl", "xcomp") {
			if t.nodes[o].deprel == "nmod:poss" || !c.leadsTo(o, want) {
				continue
			}
			if m := t.mentionAt(o); m != nil && (m.Type == entity.Person || want != "of" && want != "with" && want != "for" && (m.Type == entity.Country || m.Type == entity.Place)) {
				continue
			}
			if m := t.mentionAt(o); m != nil && (want == "with" || want == "in" || want == "to" || want == "at") && m.Type != entity.Agreement && m.Type != entity.Area {
				continue
			}
			if t.isTime(o) {
				continue
			}
			found = true
			for _, x := range t.conjuncts(o) {
				if t.isVerb(x) {
					c.gerund(x, depth)
				} else {
					c.noun(x, depth+1, false)
				}
			}
		}
		if found {
			return true
		}
	}
	return false
}

func (c *topics) leadsTo(o int, want string) bool {
	if c.t.caseOf(o) == want {
		return true
	}
	return c.t.isVerb(o) && c.t.kidLemma(o, "mark", want) && want != "to"
}

// gerund takes "accepting 250 interns" as it stands, or its object where the
// verb says only that something is done about it.
func (c *topics) gerund(x, depth int) {
	c.verb(x, depth+1)
}

func (c *topics) nominals(k, depth int) {
	for _, x := range c.t.conjuncts(k) {
		if c.t.isVerb(x) {
			c.verb(x, depth+1)
		} else {
			c.noun(x, depth+1, false)
		}
	}
}

// examples takes "including A, B and C", "such as D".
func (c *topics) examples(i, depth int) bool {
	t := c.t
	found := false
	for _, k := range t.nodes[i].kids {
		n := &t.nodes[k]
		r := rel(n.deprel)
		switch {
		case (r == "nmod" || r == "obl" || r == "appos" || r == "advcl") && (listed[t.caseOf(k)] || t.kidLemma(k, "advmod", "especially", "particularly", "notably")):
			found = true
			c.nominals(k, depth)
		case (r == "acl" || r == "advcl") && n.form == "including":
			for _, o := range t.kids(k, "obj", "obl") {
				found = true
				c.nominals(o, depth)
			}
		}
	}
	return found
}

// noun takes a noun apart: a shell gives way to its complement, a name or a
// noun of substance is the topic itself.
func (c *topics) noun(k, depth int, root bool) {
	t := c.t
	n := &t.nodes[k]
	if depth > 6 || t.isTime(k) {
		return
	}
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named {
		if !root && m.Type != entity.Person && m.Type != entity.Country && m.Type != entity.Position {
			c.add(k, t.phraseText(k))
		}
		return
	} else if m != nil && (m.Kind == entity.Pronoun || m.Type == entity.Person) {
		return
	}
	if n.upos == "PRON" || n.upos == "NUM" {
		return
	}
	if root || shells[n.lemma] {
		if c.examples(k, depth) {
			return
		}
		before := len(c.out)
		if c.prepositions(k, depth); len(c.out) > before {
			return
		}
		for _, a := range t.kids(k, "acl", "advcl", "xcomp", "ccomp") {
			if t.nodes[a].deprel == "acl:relcl" || !t.isVerb(a) {
				continue
			}
			for _, v := range t.conjuncts(a) {
				c.verb(v, depth+1)
			}
		}
		if len(c.out) > before || root {
			return
		}
		if !t.hasKid(k, "amod", "compound", "nmod:poss") && !t.isNamed(k) {
			return // a bare "issues", "cooperation" says nothing
		}
	} else if c.examples(k, depth) {
		return
	}
	for _, text := range t.distributed(k) {
		c.add(k, text)
	}
}

func (t *tree) isNamed(k int) bool { return t.nodes[k].mention >= 0 }

// distributed gives a noun whose modifiers are coordinated as one phrase each:
// "cultural and people-to-people exchanges".
func (t *tree) distributed(k int) []string {
	if t.nodes[k].mention >= 0 {
		return []string{t.phraseText(k)}
	}
	for _, m := range t.kids(k, "amod", "compound") {
		conj := t.kids(m, "conj")
		if len(conj) == 0 || m > k {
			continue
		}
		var out []string
		all := append([]int{m}, conj...)
		for _, keep := range all {
			out = append(out, t.text(k, func(c int) bool {
				if t.outside(c) {
					// the conjunct that is kept is reached through the first modifier
					return c != keep
				}
				return false
			}, func(c int) bool {
				for _, other := range all {
					if c == other && c != keep {
						return true
					}
				}
				return false
			}))
		}
		return out
	}
	return []string{t.phraseText(k)}
}

// phraseText writes a phrase as one would name it: as in the text, without
// determiners, possessors at the start, relative clauses and appositions.
func (t *tree) phraseText(k int) string {
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named && m.Name != "" {
		return m.Name
	}
	return t.text(k, t.outside, nil)
}

// happening nouns name acts and documents; a place after them says where they
// were made, not what they are.
var happening = set("agreement", "treaty", "memorandum", "mou", "pact", "deal", "accord", "convention", "protocol", "contract", "declaration",
	"statement", "meeting", "talk", "visit", "summit", "conference", "ceremony", "reception")

func (t *tree) isPlace(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Place || m.Type == entity.Country) && placing[t.caseOf(k)]
}

// text joins the words below k, leaving out whole dependents (skip) and single
// words (drop).
func (t *tree) text(k int, skip, drop func(int) bool) string {
	nodes := t.subtree(k, func(c int) bool {
		if c < k && (t.nodes[c].deprel == "nmod:poss" || t.nodes[c].deprel == "nummod" && t.nodes[c].lemma == "two") {
			return true
		}
		if c > k && rel(t.nodes[c].deprel) != "nmod" && rel(t.nodes[c].deprel) != "acl" && t.nodes[c].head == k && rel(t.nodes[c].deprel) != "flat" && rel(t.nodes[c].deprel) != "compound" && rel(t.nodes[c].deprel) != "nummod" {
			return true
		}
		if t.nodes[c].head == k && c > k && (t.isTime(c) || listed[t.caseOf(c)] || happening[t.nodes[k].lemma] && t.isPlace(c)) {
			return true
		}
		// Below the head everything belongs to the phrase but clauses and asides.
		if t.nodes[c].head != k {
			switch t.nodes[c].deprel {
			case "acl:relcl", "appos", "parataxis", "advcl":
				return true
			}
			return false
		}
		return skip(c)
	})
	var b strings.Builder
	var last *nlp.Token
	for _, c := range nodes {
		if drop != nil && drop(c) || t.nodes[c].upos == "PUNCT" && (last == nil || t.nodes[c].form != "-" && t.nodes[c].form != "–") {
			continue
		}
		if last == nil && dropAtStart[t.nodes[c].form] {
			continue
		}
		for x := t.nodes[c].tokens.First; x < t.nodes[c].tokens.Last; x++ {
			tok := &t.sentence.Tokens[x]
			if last != nil && (tok.SpaceBefore || last.End != tok.Start) {
				b.WriteByte(' ')
			}
			b.WriteString(tok.Form)
			last = tok
		}
	}
	return b.String()
}

var dropAtStart = set("the", "a", "an", "this", "that", "these", "those", "our", "their", "its", "his", "her", "my", "your", "further", "more",
	"greater", "closer", "continued", "such", "other", "various", "several", "some", "any", "all", "key", "new", "deeper", "stronger", "increased", "enhanced",
	"and", "or", "both", "also", "as", "to", "for", "with", "of", "in", "on", "many", "additional", "broader", "wider", "better", "shared", "existing", "full", "mutual interest")

// isTime tells whether a nominal is a date or a stretch of time.
func (t *tree) isTime(k int) bool {
	n := &t.nodes[k]
	return timeNouns[n.lemma] || months[n.form] > 0 || weekdays[n.form] > 0 || isYear(n.form)
}

var timeNouns = set("day", "week", "month", "year", "decade", "morning", "afternoon", "evening", "today", "yesterday", "tomorrow", "time", "future", "occasion", "century", "hour", "minute", "quarter", "period", "moment", "night", "weekend")
