package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A sentence is what its tokens are by themselves, before anything is read in it.
type sentence struct {
	index   int // in the document
	tokens  []nlp.Token
	ws      []word      // by token, as the next two
	at      []*hit      // what the lists know there
	tagged  []*nlp.Name // the name that the trained model sees there; nil where it was not asked
	heading bool        // most words are capitalised
	heNext  bool        // the next sentence of the paragraph begins with "he", "her" or the like
}

// titleCased tells whether a sentence is a heading with all its words capitalised.
func titleCased(ws []word) bool {
	caps, lows := 0, 0
	for _, w := range ws {
		switch {
		case w.shape == capital || w.shape == upper:
			caps++
		case w.shape == lower && !world.ClosedWord.Has(w.lower):
			lows++
		}
	}
	n := len(ws)
	return caps >= 4 && lows*5 <= caps && ws[n-1].form != "." && ws[n-1].form != ","
}

// wordAt gives the word at j; a mark where the sentence or its line ends before j.
func (s *sentence) wordAt(j int) *word {
	if s.ends(j) {
		return &endMark
	}
	return &s.ws[j]
}

// endMark stands for what is beyond the end.
var endMark = word{shape: punct}

// ends tells whether the sentence or its line ends before j.
func (s *sentence) ends(j int) bool { return j >= len(s.ws) || s.ws[j].cut }

// lowerAt gives the word at j in small letters, "" after the last.
func (s *sentence) lowerAt(j int) string {
	if j >= len(s.ws) {
		return ""
	}
	return s.ws[j].lower
}

// properAt tells whether a word that can be a name or part of one stands at j.
func (s *sentence) properAt(j int) bool { return j < len(s.ws) && s.ws[j].proper() }

// namedAt tells whether a word with a capital stands at j.
func (s *sentence) namedAt(j int) bool { return j < len(s.ws) && s.ws[j].named() }

// span gives where the tokens [first, end) stand in the document.
func (s *sentence) span(first, end int) nlp.Span {
	return nlp.Span{Start: s.tokens[first].Start, End: s.tokens[end-1].End}
}

// place sets where a mention stands.
func (s *sentence) place(m *entity.Mention, first, end, head int) {
	m.Span = s.span(first, end)
	m.Sentence = s.index
	m.Tokens.First, m.Tokens.Last = first, end
	m.Head = head
}

// nameOf writes the name of the tokens [i, end), without brackets and with
// plain spaces.
func (s *sentence) nameOf(i, end int) string {
	var b strings.Builder
	depth := 0
	for k := i; k < end; k++ {
		w := s.ws[k]
		if w.form == "(" && !(k+2 < end && world.LegalForm.Has(undotted(s.ws[k+1].lower))) { // not "(Pvt) Ltd"
			depth++
		}
		if depth == 0 {
			if b.Len() > 0 && w.gap {
				b.WriteByte(' ')
			}
			if w.loud && (s.at[k].org == nil || s.at[k].orgLen > 1) {
				b.WriteString(w.inTitle())
			} else {
				b.WriteString(w.form)
			}
		}
		if w.form == ")" && depth > 0 {
			depth--
		}
	}
	return strings.TrimSpace(b.String())
}

// allOf tells whether all words of [i, end) are of a class.
func (s *sentence) allOf(i, end int, words world.Class) bool {
	for ; i < end; i++ {
		if !words.Has(s.ws[i].lower) {
			return false
		}
	}
	return true
}

// skipGenitive returns the token after the ending of a possessor at j, j if there
// is none.
func (s *sentence) skipGenitive(j int) int {
	if world.Genitive.Has(s.lowerAt(j)) {
		return j + 1
	}
	return j
}

// skipComma returns the token after a comma, an "and" or both at j, j if there is
// none.
func (s *sentence) skipComma(j int) int {
	j, _, _ = s.link(j)
	return j
}

// link reads what stands at j between two offices, or an office and a name: a comma, an
// "and" or "cum", or both.
func (s *sentence) link(j int) (end int, comma, and bool) {
	if comma = s.wordAt(j).form == ","; comma {
		j++
	}
	if and = world.OfficeLink.Has(s.wordAt(j).lower); and {
		j++
	}
	return j, comma, and
}

// joined tells whether a hyphen without a space stands at j.
func (s *sentence) joined(j int) bool {
	return j >= 0 && j < len(s.ws) && world.Hyphen.Has(s.ws[j].lower) && !s.ws[j].gap
}

// closedBy tells that a comma, bracket, verb or the end of the sentence follows.
func (s *sentence) closedBy(j int) bool {
	return j >= len(s.ws) || s.ws[j].shape == punct && !world.Hyphen.Has(s.ws[j].form) || s.ws[j].verb()
}

// fronted tells whether the token at i stands in a phrase before the sentence's
// subject, so that what follows its comma may be the subject.
func (s *sentence) fronted(i int) bool {
	participle := strings.HasSuffix(s.ws[0].lower, "ing") && // "Speaking to Soto, the minister"
		(s.ws[0].verb() || len(s.ws) > 1 && s.ws[1].upos == "ADP")
	if i < 1 || s.ws[0].upos != "ADP" && !participle {
		return false
	}
	for j := 1; j < i; j++ {
		if s.ws[j].form == "," || s.ws[j].verb() && s.lowerAt(j+1) != "by" { // not "at a meeting chaired by"
			return false
		}
	}
	return true
}

// located tells whether an ambiguous name stands where a place does.
func (s *sentence) located(first, end int) bool {
	if first > 0 && world.PlaceCue.Has(s.ws[first-1].lower) {
		return true
	}
	if first == 0 && world.Hyphen.Has(s.ws[len(s.ws)-1].form) { // a dateline, "Doha, 19 February –"
		return true
	}
	if end+1 >= len(s.ws) || s.ws[end].form != "," {
		return false
	}
	h := s.at[end+1]
	return h.country != nil && !h.adjective || h.place != nil && h.place.Kind == "region"
}

// acts tells whether a verb stands at j, perhaps after an adverb.
func (s *sentence) acts(j int) bool {
	for !s.ends(j) && (s.ws[j].adverb() || world.PreverbalAdverb.Has(s.ws[j].lower)) {
		j++
	}
	if s.ends(j) {
		return false
	}
	w := &s.ws[j]
	return world.StateActVerbForm.Has(w.lower) || world.NameVerbForm.Has(w.lower) || w.verb() ||
		w.upos == "" && w.shape == lower && strings.HasSuffix(w.lower, "ed")
}

// kindOf tells the kind of the thing whose name the noun at j heads, "" if it
// heads none.
func (s *sentence) kindOf(j int) entity.Type {
	w := &s.ws[j]
	if !w.named() {
		return ""
	}
	if world.CompanyForm.Has(w.lower) && (w.loud || w.shape != upper && len(w.form) < 3) {
		return "" // "As", "Sa"
	}
	if w.lower == "house" && s.lowerAt(j+1) != "of" {
		return ""
	}
	if world.OfficeGrading.Has(w.lower) {
		k := j + 1
		for !s.ends(k) && (s.ws[k].subject() || s.ws[k].lower == "and") && world.RankOf(s.ws[k].lower) == world.NoRank {
			k++
		}
		if s.namedAt(k) && world.RankOf(s.ws[k].lower) == world.StateRank {
			return "" // "Union Trade Minister"
		}
	}
	if j > 0 && s.ws[j-1].named() {
		if two := world.NameHead.Value(s.ws[j-1].lower + " " + w.lower); two != "" {
			return entity.Type(two) // a "Consultative Conference" is a body
		}
	}
	return entity.Type(world.NameHead.Value(w.lower))
}

// kindAhead tells whether a noun of a kind comes within the capitalised words at j.
func (s *sentence) kindAhead(j int) bool {
	for k := j; k < len(s.ws) && k < j+8; k++ {
		if s.kindOf(k) != "" {
			return true
		}
		w := &s.ws[k]
		if !w.proper() && !world.Hyphen.Has(w.lower) && w.lower != "and" && !world.Genitive.Has(w.lower) {
			return false
		}
	}
	return false
}
