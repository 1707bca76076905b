package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// A namedDocument is a document with the names of each sentence.
type namedDocument struct {
	nlp.Document
	names [][]nlp.Name
}

// nameSets are what the model of names learns from, in the order of their
// Source numbers: the first sets the habits.
var nameSets = []struct {
	files []string
	read  func(file string) ([]namedDocument, error)
}{
	{[]string{"UNER_English-EWT/en_ewt-ud-train.commit-0c7ce0d.iob2"}, readUNER},
	{[]string{"WikiGold/wikigold.conll.txt"}, readWikiGold},
	{[]string{"CrossNER-politics/train.txt", "CrossNER-politics/dev.txt", "CrossNER-politics/test.txt"}, readCrossNER},
	{[]string{"GUM/open/gum-open-train.conllu"}, readGUM},
}

var nameTests = []string{"UNER_English-EWT/en_ewt-ud-test.iob2", "UNER_English-PUD/en_pud-ud-test.iob2"}

// trainNames trains the model of names, for the tags of the built-in tagger.
func trainNames(data, text, out string) error {
	d := nlp.NameData{Seed: 1, Progress: progress()}
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	people, err := newPeoples(data, d.Seed)
	if err != nil {
		return err
	}
	for source, set := range nameSets {
		for _, file := range set.files {
			docs, err := set.read(filepath.Join(data, file))
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			if source == 0 { // a part once more, with other people
				var others []namedDocument
				for k := 0; k < len(docs); k += 4 {
					others = append(others, *people.renamed(&docs[k]))
				}
				docs = append(docs, others...)
			}
			for k := range docs {
				doc := &docs[k]
				for i := range doc.Sentences {
					m.Tag(&doc.Sentences[i])
				}
				clues := mention.Clues(&doc.Document)
				for i, s := range doc.Sentences {
					d.Sentences = append(d.Sentences, nlp.NamedSentence{Tokens: s.Tokens, Clues: clues[i], Names: doc.names[i], Source: source})
				}
			}
		}
	}
	for _, read := range []func() ([]nlp.Sentence, error){
		func() ([]nlp.Sentence, error) { return readText(text) },
		func() ([]nlp.Sentence, error) { return readMASC(data) },
		func() ([]nlp.Sentence, error) { return readGAP(data) },
	} {
		sentences, err := read()
		if err != nil {
			return err
		}
		d.Text = append(d.Text, sentences...)
	}
	if d.Lists, err = listedNames(data); err != nil {
		return err
	}
	names, err := nlp.TrainNames(d)
	if err != nil {
		return err
	}
	return names.Write(out)
}

// evalNames prints how well the built-in model finds names in texts that it
// was not trained on.
func evalNames(w io.Writer, data string, files []string) error {
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	names, err := nlp.LoadNames()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-18s %-5s %6s %6s %6s %6s\n", "", "", "P", "R", "F1", "names")
	for _, file := range files {
		docs, err := readUNER(filepath.Join(data, file))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		var score nameScore
		for k := range docs {
			doc := &docs[k]
			for i := range doc.Sentences {
				m.Tag(&doc.Sentences[i])
			}
			clues := mention.Clues(&doc.Document)
			for i := range doc.Sentences {
				score.add(doc.names[i], names.Names(doc.Sentences[i].Tokens, clues[i]))
			}
		}
		score.print(w, strings.TrimSuffix(filepath.Base(file), ".iob2"))
	}
	return nil
}

// A nameScore counts names by type, all under 0: found, there, and both.
type nameScore [nlp.LocationName + 1]struct{ got, gold, right float64 }

func (s *nameScore) add(gold, got []nlp.Name) {
	type span struct {
		nlp.Range
		nlp.NameType
	}
	there := make(map[span]bool)
	for _, n := range gold {
		there[span{n.Range, n.Type}] = true
		s[0].gold++
		s[n.Type].gold++
	}
	for _, n := range got {
		s[0].got++
		s[n.Type].got++
		if there[span{n.Range, n.Type}] {
			s[0].right++
			s[n.Type].right++
		}
	}
}

func (s *nameScore) print(w io.Writer, title string) {
	for t, c := range s {
		name := "all"
		if t > 0 {
			name, title = nlp.NameType(t).String(), ""
		}
		fmt.Fprintf(w, "%-18s %-5s %6.2f %6.2f %6.2f %6.0f\n", title, name, 100*c.right/max(c.got, 1), 100*c.right/max(c.gold, 1), 200*c.right/max(c.got+c.gold, 1), c.gold)
	}
}

// A nameReader puts documents together from lines of a token and its label:
// "B-PER", "I-PER" or "O".
type nameReader struct {
	docs   []namedDocument
	text   strings.Builder
	tokens []nlp.Token
	names  []nlp.Name
	open   bool
}

func (r *nameReader) token(form, label string, types map[string]nlp.NameType) {
	t := nlp.Token{Form: form, Head: -1, SpaceBefore: len(r.tokens) > 0}
	if r.text.Len() > 0 {
		r.text.WriteByte(' ')
	}
	t.Start = r.text.Len()
	r.text.WriteString(form)
	t.End = r.text.Len()
	i := len(r.tokens)
	r.tokens = append(r.tokens, t)
	place, kind, _ := strings.Cut(label, "-")
	kindOf := types[kind]
	if n := len(r.names) - 1; kindOf != 0 && place == "I" && n >= 0 && r.names[n].Last == i && r.names[n].Type == kindOf {
		r.names[n].Last++
	} else if kindOf != 0 {
		r.names = append(r.names, nlp.Name{Range: nlp.Range{First: i, Last: i + 1}, Type: kindOf})
	}
}

func (r *nameReader) sentence() {
	if len(r.tokens) == 0 {
		return
	}
	if !r.open {
		r.docs = append(r.docs, namedDocument{})
		r.open = true
	}
	d := &r.docs[len(r.docs)-1]
	d.Sentences = append(d.Sentences, nlp.Sentence{Span: nlp.Span{Start: r.tokens[0].Start, End: r.tokens[len(r.tokens)-1].End}, Tokens: r.tokens})
	d.names = append(d.names, r.names)
	r.tokens, r.names = nil, nil
}

func (r *nameReader) document() {
	r.sentence()
	if r.open {
		r.docs[len(r.docs)-1].Text = r.text.String()
		r.text.Reset()
		r.open = false
	}
}

// eachLine calls do with every line of a file.
func eachLine(file string, do func(line string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		do(in.Text())
	}
	return in.Err()
}

var unerTypes = map[string]nlp.NameType{"PER": nlp.PersonName, "ORG": nlp.OrganizationName, "LOC": nlp.LocationName}

func readUNER(file string) ([]namedDocument, error) {
	var r nameReader
	err := eachLine(file, func(line string) {
		switch f := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# newdoc"):
			r.document()
		case line == "":
			r.sentence()
		case len(f) >= 3 && line[0] != '#':
			r.token(f[1], f[2], unerTypes)
		}
	})
	r.document()
	return r.docs, err
}

func readWikiGold(file string) ([]namedDocument, error) {
	var r nameReader
	err := eachLine(file, func(line string) {
		switch form, label, ok := strings.Cut(line, " "); {
		case form == "-DOCSTART-":
			r.document()
		case !ok:
			r.sentence()
		default:
			r.token(form, label, unerTypes)
		}
	})
	r.document()
	return r.docs, err
}

// readCrossNER reads sentences of many articles, each a document of its own.
// Elections and events are no names here, nor is what is named inside them.
func readCrossNER(file string) ([]namedDocument, error) {
	var r nameReader
	types := map[string]nlp.NameType{
		"person": nlp.PersonName, "politician": nlp.PersonName, "organisation": nlp.OrganizationName, "politicalparty": nlp.OrganizationName,
		"location": nlp.LocationName, "country": nlp.LocationName,
	}
	err := eachLine(file, func(line string) {
		if form, label, ok := strings.Cut(line, "\t"); ok {
			r.token(form, label, types)
		} else {
			r.document()
		}
	})
	r.document()
	return r.docs, err
}

// A gumSpan is an entity of GUM: its head is the first token of its minimal span.
type gumSpan struct {
	nlp.Range
	id   string
	kind nlp.NameType
	head int
}

var gumMark = regexp.MustCompile(`\(?[^()]+\)?`)

// readGUM takes the entities of GUM whose heads are proper nouns. Their names
// are the proper nouns around the head, with "of" and the like between those of
// organisations, without the titles of people.
func readGUM(file string) ([]namedDocument, error) {
	var r nameReader
	types := map[string]nlp.NameType{"person": nlp.PersonName, "organization": nlp.OrganizationName, "place": nlp.LocationName}
	var open, spans []gumSpan
	var tags []string
	taken := func(i int) bool {
		for _, n := range r.names {
			if n.First <= i && i < n.Last {
				return true
			}
		}
		return false
	}
	finish := func() {
		proper := func(i int) bool { return i >= 0 && i < len(tags) && strings.HasPrefix(tags[i], "NNP") }
		titled := func(i int) bool { return titles[strings.ToLower(r.tokens[i].Form)] }
		// Spans end in the order of their size, inner ones first; the outermost name wins.
		for k := len(spans) - 1; k >= 0; k-- {
			s := spans[k]
			if s.kind == 0 || !proper(s.head) {
				continue
			}
			first, last := s.head, s.head+1
			for first > s.First && proper(first-1) {
				first--
			}
			for last < s.Last && proper(last) {
				last++
			}
			if s.kind == nlp.OrganizationName || s.kind == nlp.LocationName {
				for j := last; j < s.Last && (proper(j) || tags[j] == "IN" && r.tokens[j].Form == "of" || tags[j] == "CC" || tags[j] == "DT"); j++ {
					if proper(j) {
						last = j + 1
					}
				}
			}
			if s.kind == nlp.PersonName {
				for first < last-1 && titled(first) {
					first++
				}
			}
			clash := s.kind == nlp.PersonName && titled(first)
			for i := first; i < last; i++ {
				clash = clash || taken(i)
			}
			if !clash {
				r.names = append(r.names, nlp.Name{Range: nlp.Range{First: first, Last: last}, Type: s.kind})
			}
		}
		open, spans, tags = nil, nil, nil
		r.sentence()
	}
	err := eachLine(file, func(line string) {
		f := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			finish()
			r.document()
		case line == "":
			finish()
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			i := len(tags)
			tags = append(tags, f[4])
			r.token(f[1], "O", nil)
			_, marks, _ := strings.Cut(f[9], "Entity=")
			marks, _, _ = strings.Cut(marks, "|")
			for _, mark := range gumMark.FindAllString(marks, -1) {
				body := strings.Trim(mark, "()")
				if mark[0] == '(' {
					// id-type-infstat-salience-centering-minspan-link
					p := strings.Split(body, "-")
					s := gumSpan{Range: nlp.Range{First: i}, id: p[0], head: i}
					if len(p) > 5 {
						first, _, _ := strings.Cut(p[5], ",")
						n, _ := strconv.Atoi(first)
						s.kind, s.head = types[p[1]], i+max(n-1, 0)
					}
					open = append(open, s)
				}
				if mark[len(mark)-1] == ')' {
					for n := len(open) - 1; n >= 0; n-- {
						if id, _, _ := strings.Cut(body, "-"); open[n].id == id {
							s := open[n]
							s.Last = i + 1
							spans = append(spans, s)
							open = slices.Delete(open, n, n+1)
							break
						}
					}
				}
			}
		}
	})
	finish()
	r.document()
	return r.docs, err
}

// titles are proper nouns in GUM that the names of people do not include.
var titles = wordSet("mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame president premier minister prime secretary general senator governor king queen prince princess emperor empress pope bishop archbishop saint st. rev. reverend father captain capt. colonel col. gen. lt. lieutenant sergeant major admiral professor prof. judge justice mayor chancellor chairman director ambassador vice deputy attorney representative rep. sen. gov.")

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}
