package coref_test

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/nlp"
)

// read reads a text as the extractor does, with all of its sentences parsed.
func read(t testing.TB, text string) *entity.Document {
	t.Helper()
	doc, mentions := fixture.Parsed(t, text)
	return coref.Resolve(doc, mentions, coref.Origin{})
}

// A score counts decisions.
type score struct{ right, made, wanted int }

func (s score) String() string {
	p, r := float64(s.right)/float64(max(s.made, 1)), float64(s.right)/float64(max(s.wanted, 1))
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f (%d right, %d made, %d wanted)", p, r, 2*p*r/max(p+r, 1e-9), s.right, s.made, s.wanted)
}

// gapSet is the part of GAP to measure on: its test part, from which nothing was
// learned, unless GAP_SET says another.
func gapSet() string {
	if s := os.Getenv("GAP_SET"); s != "" {
		return s
	}
	return "test"
}

// TestGAP measures pronouns on GAP: ambiguous pronouns of encyclopedia
// articles, of which two names are each the antecedent or not.
func TestGAP(t *testing.T) {
	f, err := os.Open(fixture.Data(t, "GAP", "gap-"+gapSet()+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all, found score
	for _, row := range rows[1:] {
		text := row[1]
		d := read(t, text)
		at := byteOffset(text, row[3])
		var meant []int
		for _, m := range d.Mentions {
			if m.Start == at && m.Kind == entity.Pronoun {
				meant = m.Entities
			}
		}
		line := ""
		for k := range 2 {
			name, start, truth := row[4+3*k], byteOffset(text, row[5+3*k]), row[6+3*k] == "TRUE"
			who := named(d, start, start+len(name))
			said := who >= 0 && slices.Contains(meant, who)
			count(&all, said, truth)
			if who >= 0 {
				count(&found, said, truth)
			}
			line += fmt.Sprintf(" %s found=%v said=%v truth=%v", name, who >= 0, said, truth)
		}
		if os.Getenv("GAP_SHOW") != "" {
			names := []string{}
			for _, e := range meant {
				names = append(names, d.Entities[e].Name)
			}
			t.Logf("%s %s=%v |%s\n%s«%s»%s", row[0], row[2], names, line, text[:at], row[2], text[at+len(row[2]):])
		}
	}
	t.Logf("GAP %s: %v", gapSet(), all)
	t.Logf("GAP %s where the name is found: %v", gapSet(), found)
	p, rec := float64(all.right)/float64(all.made), float64(all.right)/float64(all.wanted)
	if gapSet() == "test" && (p < 0.77 || rec < 0.55) {
		t.Errorf("pronouns have become worse: precision %.3f recall %.3f", p, rec)
	}
}

func count(s *score, said, truth bool) {
	if said {
		s.made++
	}
	if truth {
		s.wanted++
	}
	if said && truth {
		s.right++
	}
}

// byteOffset turns an offset in characters into one in bytes.
func byteOffset(text, chars string) int {
	n, _ := strconv.Atoi(chars)
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// named gives the entity of the person whose name is at a place, -1 if none.
func named(d *entity.Document, start, end int) int {
	for _, m := range d.Mentions {
		if m.Kind == entity.Named && m.Type == entity.Person && m.NameSpan.Start < end && start < m.NameSpan.End && len(m.Entities) == 1 {
			return m.Entities[0]
		}
	}
	return -1
}

// A goldMention is a mention of GUM: the bytes of the first and last word, its
// chain, and the bytes of its head word.
type goldMention struct {
	nlp.Span
	chain string
	name  bool
}

// A goldText is a document of GUM with the mentions of people.
type goldText struct {
	id       string
	text     strings.Builder
	mentions []goldMention
}

// readGUM reads the people that a file of GUM names or refers to.
func readGUM(t testing.TB, path string) []*goldText {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []*goldText
	var d *goldText
	type opened struct {
		chain  string
		start  int
		person bool
		proper bool
		tokens int
	}
	var open []*opened
	end := 0 // of the last token
	space := false
	hidden := 0 // tokens inside a multi-word token
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		line := scan.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			d = &goldText{id: line[len("# newdoc id = "):]}
			docs = append(docs, d)
			open, space = nil, false
			continue
		case line == "# newpar":
			if d.text.Len() > 0 {
				d.text.WriteString("\n\n")
				space = false
			}
			continue
		case line == "" || line[0] == '#':
			continue
		}
		col := strings.Split(line, "\t")
		if strings.Contains(col[0], ".") {
			continue
		}
		if a, b, ok := strings.Cut(col[0], "-"); ok { // its words are not apart in the text
			x, _ := strconv.Atoi(a)
			y, _ := strconv.Atoi(b)
			hidden = y - x + 1
			if space {
				d.text.WriteByte(' ')
			}
			space = !strings.Contains(col[9], "SpaceAfter=No")
			continue
		}
		if space && hidden == 0 {
			d.text.WriteByte(' ')
		}
		start := d.text.Len()
		d.text.WriteString(col[1])
		end = d.text.Len()
		if hidden > 0 {
			hidden--
		} else {
			space = !strings.Contains(col[9], "SpaceAfter=No")
		}
		for _, o := range open {
			o.tokens++
			o.proper = o.proper || col[3] == "PROPN"
		}
		for _, kv := range strings.Split(col[9], "|") {
			v, ok := strings.CutPrefix(kv, "Entity=")
			if !ok {
				continue
			}
			for len(v) > 0 {
				if v[0] == '(' {
					n := strings.IndexAny(v[1:], "()") + 1
					if n == 0 {
						n = len(v)
					}
					parts := strings.SplitN(v[1:n], "-", 3)
					o := &opened{chain: parts[0], start: start, person: len(parts) > 1 && parts[1] == "person", proper: col[3] == "PROPN", tokens: 1}
					open = append(open, o)
					v = v[n:]
					if v != "" && v[0] == ')' {
						d.close(o.chain, o.start, end, o.person, o.proper)
						open = open[:len(open)-1]
						v = v[1:]
					}
					continue
				}
				n := strings.IndexByte(v, ')')
				if n < 0 {
					break
				}
				chain := v[:n]
				v = v[n+1:]
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].chain == chain {
						o := open[k]
						d.close(o.chain, o.start, end, o.person, o.proper)
						open = slices.Delete(open, k, k+1)
						break
					}
				}
			}
		}
	}
	if err := scan.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

func (d *goldText) close(chain string, start, end int, person, proper bool) {
	if person {
		d.mentions = append(d.mentions, goldMention{nlp.Span{Start: start, End: end}, chain, proper})
	}
}

// TestGUM measures links between mentions of people on GUM's development part:
// pairs of mentions of one document that both the gold and the resolver have.
func TestGUM(t *testing.T) {
	part := "dev"
	if s := os.Getenv("GUM_PART"); s != "" {
		part = s
	}
	var pairs, pronouns score
	for _, g := range readGUM(t, fixture.Data(t, "GUM", "open", "gum-open-"+part+".conllu")) {
		text := g.text.String()
		d := read(t, text)
		type both struct {
			chain   string
			e       int
			pronoun bool
		}
		var list []both
		called := map[string]bool{} // chains with a name
		for _, m := range g.mentions {
			called[m.chain] = called[m.chain] || m.name
		}
		names := map[string]map[int]bool{} // chain -> entities by which its names go
		for _, gm := range g.mentions {
			for _, m := range d.Mentions {
				if m.Kind == entity.Named && m.Type == entity.Person && len(m.Entities) == 1 && gm.name && m.Start < gm.End && gm.Start < m.End && (m.End == gm.End || m.NameSpan.End == gm.End || m.Start == gm.Start) {
					if names[gm.chain] == nil {
						names[gm.chain] = map[int]bool{}
					}
					names[gm.chain][m.Entities[0]] = true
				}
			}
		}
		for _, gm := range g.mentions {
			b := both{chain: gm.chain, e: -1}
			for _, m := range d.Mentions {
				if (m.Start == gm.Start || m.NameSpan.Start == gm.Start && m.Kind == entity.Named) && (m.End == gm.End || m.Kind == entity.Named && m.NameSpan.End == gm.End) {
					b.pronoun = m.Kind == entity.Pronoun
					if len(m.Entities) == 1 {
						b.e = m.Entities[0]
					}
				}
			}
			if w := strings.ToLower(text[gm.Start:gm.End]); w == "he" || w == "she" || w == "his" || w == "her" || w == "him" {
				if called[gm.chain] {
					pronouns.wanted++
				}
				if b.e >= 0 {
					pronouns.made++
					if names[gm.chain][b.e] {
						pronouns.right++
					}
				}
			}
			list = append(list, b)
		}
		for i, a := range list {
			for _, b := range list[:i] {
				same, said := a.chain == b.chain && called[a.chain], a.e >= 0 && a.e == b.e
				count(&pairs, said, same)
			}
		}
	}
	t.Logf("GUM %s, pairs of mentions of people: %v", part, pairs)
	t.Logf("GUM %s, he and she to a name: %v", part, pronouns)
	if part == "dev" && (float64(pronouns.right) < 0.85*float64(pronouns.made) || float64(pronouns.right) < 0.83*float64(pronouns.wanted)) {
		t.Errorf("pronouns have become worse: %v", pronouns)
	}
}
