package program

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Pattern is a rules.Pattern as a program for a machine with memory of where
// it has failed: each instruction is tried at most once at each word of a
// sentence, so the time is linear in the sentence (Cox 2010, Regular Expression
// Matching in the Wild, "bit-state").
type Pattern struct {
	Rule  *rules.Rule
	order int // in the pack
	code  []instruction
	keys  []string // a sentence has one of them if the pattern fits
}

type operation uint8

const (
	takeWord    operation = iota // any word, or one of words
	takeTagged                   // a word with one of the tags words
	takeEntity                   // a mention of one of the types words
	atStart                      // of the sentence
	atEnd                        // of the sentence
	split                        // try to, then otherwise
	openCapture                  // what comes is words[0]
	closeCapture
	accept
)

type instruction struct {
	op        operation
	words     []string
	to        int // where to go on
	otherwise int // of a split
}

func compilePattern(r *rules.Rule, p *rules.Pattern, order int) *Pattern {
	c := &Pattern{Rule: r, order: order, keys: p.Keys()}
	c.sequence(p.Pieces)
	c.emit(instruction{op: accept})
	return c
}

// emit adds an instruction, after which the next one comes unless it says
// otherwise.
func (c *Pattern) emit(in instruction) int {
	in.to = len(c.code) + 1
	c.code = append(c.code, in)
	return len(c.code) - 1
}

func (c *Pattern) sequence(pieces []rules.Piece) {
	for i := range pieces {
		p := &pieces[i]
		skip := -1
		if p.Optional {
			skip = c.emit(instruction{op: split})
		}
		start := len(c.code)
		c.single(p)
		if p.Many {
			again := c.emit(instruction{op: split})
			c.code[again].to, c.code[again].otherwise = start, len(c.code)
		}
		if skip >= 0 {
			c.code[skip].otherwise = len(c.code)
		}
	}
}

func (c *Pattern) single(p *rules.Piece) {
	if p.Capture != "" {
		c.emit(instruction{op: openCapture, words: []string{p.Capture}})
		defer c.emit(instruction{op: closeCapture})
	}
	switch {
	case p.Start:
		c.emit(instruction{op: atStart})
	case p.End:
		c.emit(instruction{op: atEnd})
	case len(p.Types) > 0:
		c.emit(instruction{op: takeEntity, words: p.Types})
	case len(p.Tags) > 0:
		c.emit(instruction{op: takeTagged, words: p.Tags})
	case len(p.Alternatives) > 0:
		var ends []int
		for i, a := range p.Alternatives {
			if i == len(p.Alternatives)-1 {
				c.sequence(a)
				break
			}
			choice := c.emit(instruction{op: split})
			c.sequence(a)
			ends = append(ends, c.emit(instruction{op: split})) // a jump: both ways lead on
			c.code[choice].otherwise = len(c.code)
		}
		for _, end := range ends {
			c.code[end].to, c.code[end].otherwise = len(c.code), len(c.code)
		}
	default:
		c.emit(instruction{op: takeWord, words: p.Words})
	}
}

// maxFits bounds how often a pattern is looked for in a sentence.
const maxFits = 16

// A Fit is a place in a sentence where a pattern fits.
type Fit struct {
	Tokens   nlp.Range // all that it took; may be empty
	Captures []Capture // in text order
}

// A Capture is a part of a Fit that the pattern has a name for.
type Capture struct {
	Name   string
	Tokens nlp.Range
}

// Fits finds where a pattern fits a sentence, from left to right, a bounded
// number of times. mentions are the indexes of those in the sentence.
func (c *Pattern) Fits(doc *entity.Document, sentence int, mentions []int) []Fit {
	tokens := doc.NLP.Sentences[sentence].Tokens
	run := fitting{
		pattern: c, tokens: tokens, doc: doc, mentions: mentions,
		failed: make([]bool, len(c.code)*(len(tokens)+1)),
	}
	var out []Fit
	for at := 0; at < len(tokens) && len(out) < maxFits; at++ {
		run.captures, run.closed = nil, nil
		end := run.from(0, at)
		if end < 0 {
			continue
		}
		slices.Reverse(run.captures) // the last was met first
		out = append(out, Fit{nlp.Range{First: at, Last: end}, run.captures})
		if end > at {
			at = end - 1
		}
	}
	return out
}

// fitting is a pattern at work on a sentence.
type fitting struct {
	pattern  *Pattern
	tokens   []nlp.Token
	doc      *entity.Document
	mentions []int
	failed   []bool // by instruction and word
	closed   []int  // ends of the captures that have no start yet
	captures []Capture
}

// from runs the program from instruction pc at word i, and returns where it
// ends, -1 if it fits not. Captures are filled in on the way back.
func (f *fitting) from(pc, i int) int {
	state := pc*(len(f.tokens)+1) + i
	if f.failed[state] {
		return -1
	}
	f.failed[state] = true // also while it runs: a loop that takes nothing leads nowhere
	in := &f.pattern.code[pc]
	end := -1
	switch in.op {
	case accept:
		end = i
	case split:
		if end = f.from(in.to, i); end < 0 && in.otherwise != in.to {
			end = f.from(in.otherwise, i)
		}
	case openCapture:
		if end = f.from(in.to, i); end >= 0 {
			last := f.closed[len(f.closed)-1]
			f.closed = f.closed[:len(f.closed)-1]
			if last > i {
				f.captures = append(f.captures, Capture{in.words[0], nlp.Range{First: i, Last: last}})
			}
		}
	case closeCapture:
		if end = f.from(in.to, i); end >= 0 {
			f.closed = append(f.closed, i)
		}
	case atStart:
		if i == 0 {
			end = f.from(in.to, i)
		}
	case atEnd:
		if i == len(f.tokens) || i == len(f.tokens)-1 && f.tokens[i].UPOS == "PUNCT" {
			end = f.from(in.to, i)
		}
	case takeEntity:
		for _, k := range f.mentions {
			if m := &f.doc.Mentions[k]; end < 0 && m.Tokens.First == i && in.takesMention(m) {
				end = f.from(in.to, m.Tokens.Last)
			}
		}
	default:
		if i < len(f.tokens) && in.takes(&f.tokens[i]) {
			end = f.from(in.to, i+1)
		}
	}
	if end >= 0 {
		f.failed[state] = false
	}
	return end
}

func (in *instruction) takesMention(m *entity.Mention) bool {
	return len(m.Entities) > 0 && m.Kind != entity.Pronoun && slices.Contains(in.words, string(m.Type))
}

func (in *instruction) takes(t *nlp.Token) bool {
	if in.op == takeTagged {
		return slices.Contains(in.words, t.UPOS) || slices.Contains(in.words, t.XPOS)
	}
	if len(in.words) == 0 {
		return true
	}
	form := strings.ToLower(t.Form)
	if world.Dash.Has(form) {
		form = "-"
	}
	return slices.Contains(in.words, form) || slices.Contains(in.words, strings.ToLower(t.Lemma))
}
