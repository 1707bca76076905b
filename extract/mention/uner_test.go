package mention_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// TestNames measures the names that Find finds, those of the trained model of
// names beside them, on texts with names of Universal NER. Both are told the
// tokens.
func TestNames(t *testing.T) {
	names, err := nlp.LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		file  string
		least float64
	}{
		{"UNER_English-EWT/en_ewt-ud-dev.iob2", 66},
		{"UNER_English-EWT/en_ewt-ud-test.iob2", 67},
		{"UNER_English-PUD/en_pud-ud-test.iob2", 67},
	} {
		t.Run(strings.Split(set.file, "/")[0], func(t *testing.T) {
			var found, tagged nameScore
			for _, d := range readUNER(t, fixture.Data(t, set.file)) {
				fixture.Tag(t, d.doc)
				found.add(d.names, mentioned(mention.Find(d.doc)))
				clues := mention.Clues(d.doc)
				spans := map[nlp.Span]string{}
				for i, s := range d.doc.Sentences {
					for _, n := range names.Names(s.Tokens, clues[i]) {
						spans[nlp.Span{Start: s.Tokens[n.First].Start, End: s.Tokens[n.Last-1].End}] = n.Type.String()
					}
				}
				tagged.add(d.names, spans)
			}
			found.log(t, "Find")
			tagged.log(t, "model")
			if f := found[""].f1(); f < set.least {
				t.Errorf("F1 of names is %.1f, want at least %.1f", f, set.least)
			}
		})
	}
}

// mentioned gives the names among mentions, the larger one of two where they
// overlap.
func mentioned(ms []entity.Mention) map[nlp.Span]string {
	names := map[nlp.Span]string{}
	end := 0
	for _, m := range ms {
		kind := map[entity.Type]string{entity.Person: "PER", entity.Organization: "ORG", entity.Country: "LOC", entity.Place: "LOC"}[m.Type]
		if m.Kind != entity.Named || m.Adjective || kind == "" || m.NameSpan.Start < end && m.Inside {
			continue
		}
		names[m.NameSpan] = kind
		end = max(end, m.NameSpan.End)
	}
	return names
}

type unerDoc struct {
	doc   *nlp.Document
	names map[nlp.Span]string
}

func readUNER(t *testing.T, file string) []unerDoc {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []unerDoc
	var s nlp.Sentence
	var text string // of the sentence, from the token to come
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	var last nlp.Span // the name that the last token ends
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "# newdoc") {
			docs = append(docs, unerDoc{&nlp.Document{}, map[nlp.Span]string{}})
			continue
		}
		d := &docs[len(docs)-1]
		doc := d.doc
		if rest, ok := strings.CutPrefix(line, "# text = "); ok {
			text = rest
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 3 || line[0] == '#' {
			if n := len(s.Tokens); n > 0 {
				s.Span = nlp.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
				doc.Sentences = append(doc.Sentences, s)
				doc.Text += "\n"
			}
			s, last = nlp.Sentence{}, nlp.Span{}
			continue
		}
		token := nlp.Token{Form: f[1], Head: -1}
		if at := strings.Index(text, f[1]); at >= 0 && strings.TrimSpace(text[:at]) == "" {
			token.SpaceBefore = at > 0
			doc.Text += text[:at]
			text = text[at+len(f[1]):]
		}
		token.Start = len(doc.Text)
		doc.Text += f[1]
		token.End = len(doc.Text)
		s.Tokens = append(s.Tokens, token)
		place, kind, _ := strings.Cut(f[2], "-")
		switch {
		case kind != "PER" && kind != "ORG" && kind != "LOC":
			last = nlp.Span{}
			continue
		case place == "I" && d.names[last] == kind:
			delete(d.names, last)
			last.End = token.End
		default:
			last = token.Span
		}
		d.names[last] = kind
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

// A nameScore counts names by type, all of them under "".
type nameScore map[string]*nameCount

type nameCount struct{ got, gold, right float64 }

func (c *nameCount) f1() float64 {
	if c == nil {
		return 0
	}
	return 200 * c.right / max(c.got+c.gold, 1)
}

func (s *nameScore) add(gold, got map[nlp.Span]string) {
	if *s == nil {
		*s = nameScore{"": {}, "PER": {}, "ORG": {}, "LOC": {}}
	}
	for span, kind := range gold {
		for _, k := range []string{"", kind} {
			(*s)[k].gold++
			if got[span] == kind {
				(*s)[k].right++
			}
		}
	}
	for _, kind := range got {
		(*s)[""].got++
		(*s)[kind].got++
	}
}

func (s nameScore) log(t *testing.T, title string) {
	for _, kind := range []string{"", "PER", "ORG", "LOC"} {
		c := s[kind]
		t.Logf("%-6s %-4s P %6.2f R %6.2f F1 %6.2f of %.0f", title, kind, 100*c.right/max(c.got, 1), 100*c.right/max(c.gold, 1), c.f1(), c.gold)
	}
}
