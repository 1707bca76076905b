package main

import (
	"bufio"
	"os"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// A namedDocument is a document with the names of each sentence.
type namedDocument struct {
	nlp.Document
	names [][]nlp.Name
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
	span := nlp.Span{Start: r.tokens[0].Start, End: r.tokens[len(r.tokens)-1].End}
	d.Sentences = append(d.Sentences, nlp.Sentence{Span: span, Tokens: r.tokens})
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
		"person": nlp.PersonName, "politician": nlp.PersonName,
		"organisation": nlp.OrganizationName, "politicalparty": nlp.OrganizationName,
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
