package mention

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A sentence is what its tokens are by themselves, before anything is read in it.
type sentence struct {
	index   int // in the document
	tokens  []nlp.Token
	ws      []word     // by token, as the next two
	at      []hit      // what the lists know there
	tagged  []nlp.Name // the name that the trained model sees there; nil where it was not asked
	heading bool       // most words are capitalised
	heNext  bool       // the next sentence of the paragraph begins with "he", "her" or the like
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
		if w.form == "(" {
			depth++
		}
		if depth == 0 {
			if b.Len() > 0 && w.gap {
				b.WriteByte(' ')
			}
			if w.loud && (s.at[k].org == nil || s.at[k].orgLen > 1) {
				b.WriteString(titleForm(w))
			} else {
				b.WriteString(w.form)
			}
		}
		if w.form == ")" {
			depth--
		}
	}
	return strings.TrimSpace(b.String())
}

// allOf tells whether all words of [i, end) are in a set.
func (s *sentence) allOf(i, end int, words world.Class) bool {
	for ; i < end; i++ {
		if !words.Has(s.ws[i].lower) {
			return false
		}
	}
	return true
}

func (s *sentence) skipGenitive(j int) int {
	if j < len(s.ws) && world.Genitive.Has(s.ws[j].lower) {
		return j + 1
	}
	return j
}

// afterComma returns the token after a comma, an "and" or both at j, j if there
// is none.
func (s *sentence) afterComma(j int) int {
	k := j
	if k < len(s.ws) && s.ws[k].form == "," && !s.ws[k].cut {
		k++
	}
	if k < len(s.ws) && s.ws[k].lower == "and" && !s.ws[k].cut {
		k++
	}
	return k
}

// joined tells whether a hyphen without a space stands at j.
func (s *sentence) joined(j int) bool {
	return j >= 0 && j < len(s.ws) && world.Hyphen.Has(s.ws[j].lower) && !s.ws[j].gap
}

// closedBy tells that a comma, bracket or the end of the sentence follows.
func (s *sentence) closedBy(j int) bool {
	return j >= len(s.ws) || s.ws[j].shape == punct && !world.Hyphen.Has(s.ws[j].form) || s.ws[j].upos == "VERB" || s.ws[j].upos == "AUX"
}

// fronted tells whether the token at i stands in a phrase before the sentence's
// subject, so that what follows its comma may be the subject.
func (s *sentence) fronted(i int) bool {
	return s.ws[0].upos == "ADP" && !slices.ContainsFunc(s.ws[:i], func(w word) bool { return w.upos == "VERB" || w.upos == "AUX" || w.form == "," })
}

// located tells whether an ambiguous name stands where a place does.
func (s *sentence) located(first, end int) bool {
	if first > 0 && world.PlaceCue.Has(s.ws[first-1].lower) {
		return true
	}
	if first == 0 && world.Hyphen.Has(s.ws[len(s.ws)-1].form) { // a dateline, "Doha, 19 February –"
		return true
	}
	return end+1 < len(s.ws) && s.ws[end].form == "," && (s.at[end+1].country != nil && !s.at[end+1].adjective || s.at[end+1].place != nil && s.at[end+1].place.Kind == "region")
}

// acts tells whether a verb stands at j, perhaps after an adverb.
func (s *sentence) acts(j int) bool {
	for j < len(s.ws) && !s.ws[j].cut && (strings.HasSuffix(s.ws[j].lower, "ly") || s.ws[j].lower == "also" || s.ws[j].lower == "then") {
		j++
	}
	if j >= len(s.ws) || s.ws[j].cut {
		return false
	}
	w := s.ws[j]
	return world.StateActVerbForm.Has(w.lower) || world.NameVerbForm.Has(w.lower) || w.upos == "VERB" || w.upos == "AUX" || w.upos == "" && w.shape == lower && strings.HasSuffix(w.lower, "ed")
}

// kinds tells what a phrase that ends with, or starts with, a noun names.
var kinds = kindTable(map[entity.Type]string{
	entity.Organization: `ministry department party committee council commission agency bank university institute institution college school academy society association
union federation confederation league alliance chamber group corporation company inc inc. ltd ltd. corp corp. co. llc plc ag gmbh holdings foundation fund trust court
tribunal tribunals parliament assembly congress senate house bureau office directorate authority board secretariat presidium centre center laboratory laboratories
airlines airways motors industries bancorp police army navy guard force forces club front movement coalition corps division branch section organisation organization
community embassy consulate service administration airline hospital network knesset duma diet bundestag inspectorate taskforce clinic legislature newspaper guards
incorporated limited foods telecom pharma pharmaceuticals technologies electronics ventures enterprises ab sa s.a. as a.s. nv n.v. bv b.v. oy oyj asa kk bhd berhad pte pty se sas srl spa s.p.a. tbk jsc pjsc ojsc
robotics systems solutions software semiconductors chemicals renewables networks broadcaster consortium conglomerate junta militia cartel ministries departments partners bourse mission polytechnic cooperative syndicate seminary choir orchestra fleet command brigade squadron battalion regiment`,
	entity.Event: `summit conference forum dialogue dialogues olympics games festival exhibition expo workshop seminar symposium week meeting meetings anniversary inauguration ceremony session
congress convention cup championship championships roundtable fair retreat consultations talks plenum webinar consultation hackathon assembly funeral coronation commemoration wedding biennale jubilee day`,
	entity.Agreement: `agreement agreements treaty treaties pact accord accords protocol memorandum memoranda mou mous mou's partnership declaration charter compact convention armistice communiqué
communique roadmap fta cepa epa`,
})

func kindTable(lists map[entity.Type]string) map[string]entity.Type {
	table := map[string]entity.Type{}
	for _, t := range []entity.Type{entity.Event, entity.Agreement, entity.Organization} {
		for _, w := range strings.Fields(lists[t]) {
			table[w] = t
		}
	}
	for _, w := range []string{"congress", "assembly"} {
		table[w] = entity.Organization
	}
	table["convention"] = entity.Agreement
	return table
}

// kindOf tells the kind that the noun at j gives to a phrase, "" if none.
func (s *sentence) kindOf(j int) entity.Type {
	w := s.ws[j]
	if !w.named() {
		return ""
	}
	if world.CompanyForm.Has(w.lower) && (w.loud || w.shape != upper && len(w.form) < 3) {
		return "" // "As", "Sa"
	}
	if w.lower == "house" && !(j+1 < len(s.ws) && s.ws[j+1].lower == "of") {
		return ""
	}
	return kinds[w.lower]
}

// kindAhead tells whether a noun of a kind comes within the capitalised words at j.
func (s *sentence) kindAhead(j int) bool {
	for k := j; k < len(s.ws) && k < j+8; k++ {
		w := s.ws[k]
		if s.kindOf(k) != "" {
			return true
		}
		if !(w.named() && !world.ClosedWord.Has(w.lower)) && !world.Hyphen.Has(w.lower) && w.lower != "and" && !world.Genitive.Has(w.lower) {
			return false
		}
	}
	return false
}
