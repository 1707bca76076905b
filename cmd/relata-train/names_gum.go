package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

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
	var r gumReader
	err := eachLine(file, func(line string) {
		f := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			r.sentence()
			r.document()
		case line == "":
			r.sentence()
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			r.word(f)
		}
	})
	r.sentence()
	r.document()
	return r.docs, err
}

// A gumReader reads a sentence of GUM word by word.
type gumReader struct {
	nameReader
	open, spans []gumSpan
	tags        []string
}

var gumTypes = map[string]nlp.NameType{
	"person": nlp.PersonName, "organization": nlp.OrganizationName, "place": nlp.LocationName,
}

// word reads the columns of a word, with the marks of entities that start and
// end with it.
func (r *gumReader) word(f []string) {
	i := len(r.tags)
	r.tags = append(r.tags, f[4])
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
				s.kind, s.head = gumTypes[p[1]], i+max(n-1, 0)
			}
			r.open = append(r.open, s)
		}
		if mark[len(mark)-1] == ')' {
			id, _, _ := strings.Cut(body, "-")
			r.close(id, i+1)
		}
	}
}

// close ends the last open span of an entity.
func (r *gumReader) close(id string, end int) {
	for n := len(r.open) - 1; n >= 0; n-- {
		if r.open[n].id == id {
			s := r.open[n]
			s.Last = end
			r.spans = append(r.spans, s)
			r.open = slices.Delete(r.open, n, n+1)
			return
		}
	}
}

// sentence ends a sentence. Spans end in the order of their size, inner ones
// first; the outermost name wins.
func (r *gumReader) sentence() {
	for _, s := range slices.Backward(r.spans) {
		if s.kind == 0 || !r.proper(s.head) {
			continue
		}
		name := r.name(s)
		clash := s.kind == nlp.PersonName && r.titled(name.First)
		for _, n := range r.names {
			clash = clash || n.First < name.Last && name.First < n.Last
		}
		if !clash {
			r.names = append(r.names, nlp.Name{Range: name, Type: s.kind})
		}
	}
	r.open, r.spans, r.tags = nil, nil, nil
	r.nameReader.sentence()
}

func (r *gumReader) proper(i int) bool {
	return i >= 0 && i < len(r.tags) && strings.HasPrefix(r.tags[i], "NNP")
}

func (r *gumReader) titled(i int) bool { return world.GumTitle.Has(strings.ToLower(r.tokens[i].Form)) }

// name gives the proper nouns around the head of a span.
func (r *gumReader) name(s gumSpan) nlp.Range {
	first, last := s.head, s.head+1
	for first > s.First && r.proper(first-1) {
		first--
	}
	for last < s.Last && r.proper(last) {
		last++
	}
	switch s.kind {
	case nlp.OrganizationName, nlp.LocationName:
		joins := func(i int) bool {
			tag := r.tags[i]
			return tag == "IN" && r.tokens[i].Form == "of" || tag == "CC" || tag == "DT"
		}
		for j := last; j < s.Last && (r.proper(j) || joins(j)); j++ {
			if r.proper(j) {
				last = j + 1
			}
		}
	case nlp.PersonName:
		for first < last-1 && r.titled(first) {
			first++
		}
	}
	return nlp.Range{First: first, Last: last}
}
