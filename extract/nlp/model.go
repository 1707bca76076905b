package nlp

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// A Model tags, lemmatises and parses sentences. It is immutable: one model
// serves any number of goroutines.
type Model struct {
	lexicon    *lexicon
	irregulars []irregular
	lemmatizer *lemmatizer
	tagger     *tagger
	parser     *parser
}

//go:embed model/lexicon.bin
var lexiconFile []byte

//go:embed model/tagger.bin
var taggerFile []byte

//go:embed model/supertags.bin
var supertagsFile []byte

//go:embed model/parser.bin
var parserFile []byte

var load = sync.OnceValues(func() (*Model, error) {
	m := &Model{}
	var t, st, p *linear
	var errs [4]error
	var all sync.WaitGroup
	all.Go(func() {
		d := &decoder{data: lexiconFile}
		if m.lexicon, errs[0] = d.lexicon(); errs[0] == nil {
			m.irregulars, errs[0] = d.irregulars()
		}
	})
	all.Go(func() { t, errs[1] = (&decoder{data: taggerFile}).linear() })
	all.Go(func() { st, errs[2] = (&decoder{data: supertagsFile}).linear() })
	all.Go(func() { loadSketches() })
	p, errs[3] = (&decoder{data: parserFile}).linear()
	all.Wait()
	for i, name := range [...]string{"lexicon", "tagger", "supertagger", "parser"} {
		if errs[i] != nil {
			return nil, fmt.Errorf("loading %s: %w", name, errs[i])
		}
	}
	sketches, err := loadSketches()
	if err != nil {
		return nil, err
	}
	t.sketch, st.sketch, p.sketch = sketches.all[tagsSketch], sketches.all[supertagsSketch], sketches.all[movesSketch]
	m.lemmatizer = newLemmatizer(m.lexicon, m.irregulars)
	m.tagger = newTagger(t, m.lexicon)
	if m.parser, err = newParser(p, newSupertagger(st), m.lexicon); err != nil {
		return nil, fmt.Errorf("loading parser: %w", err)
	}
	return m, nil
})

// exact gives the model without sketches.
func (m *Model) exact() *Model {
	exact, tagger, parser, supertagger := *m, *m.tagger, *m.parser, *m.parser.supertagger
	tagger.linear, parser.linear, supertagger.linear = tagger.exact(), parser.exact(), supertagger.exact()
	parser.supertagger = &supertagger
	exact.tagger, exact.parser = &tagger, &parser
	return &exact
}

// Load gives the model that is built into the program. The first call unpacks
// it; later ones return the same model at once.
func Load() (*Model, error) { return load() }

// Write stores the model's files in a directory, as this package embeds them
// (see extract/nlp/model).
func (m *Model) Write(dir string) error {
	var lexicon, tagger, supertags, parser bytes.Buffer
	if err := m.lexicon.write(&lexicon); err != nil {
		return err
	}
	if err := writeIrregulars(&lexicon, m.irregulars); err != nil {
		return err
	}
	if err := m.tagger.write(&tagger); err != nil {
		return err
	}
	if err := m.parser.supertagger.write(&supertags); err != nil {
		return err
	}
	if err := m.parser.write(&parser); err != nil {
		return err
	}
	files := map[string]*bytes.Buffer{
		"lexicon.bin": &lexicon, "tagger.bin": &tagger, "supertags.bin": &supertags, "parser.bin": &parser,
	}
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			return fmt.Errorf("writing model: %w", err)
		}
	}
	return nil
}

// Tag fills Lemma, UPOS and XPOS of every token of the sentence.
func (m *Model) Tag(s *Sentence) {
	m.tagger.tag(s.Tokens)
	style := styleOf(s.Tokens)
	first := true
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = m.lemmatizer.lemma(t.Form, t.XPOS, first, style)
		first = first && t.UPOS == "PUNCT"
	}
}

// Parse fills Head and Deprel of every token of a tagged sentence. Each group is
// a run of tokens that the caller knows to be one name; groups must not overlap.
// The parser takes a group as one proper noun, with the form and lemma of its
// last token that is not in brackets; its very last token gets the group's place
// in the tree, the others attach to it as "flat". The result is always a tree
// with one root. Time is linear in the number of tokens.
func (m *Model) Parse(s *Sentence, groups []Range) {
	if len(s.Tokens) == 0 {
		return
	}
	var st state
	last := m.lexicon.units(&st, s.Tokens, groups)
	m.parser.supertagger.tag(st.units)
	m.parser.parse(&st)
	st.attach(s.Tokens)
	for i, j := range last {
		t, n := &s.Tokens[j], &st.nodes[i]
		if int(n.head) == len(last) {
			t.Head, t.Deprel = -1, "root"
			continue
		}
		t.Head, t.Deprel = last[n.head], m.parser.moves[n.move].deprel
		if t.Deprel == "nmod" && s.Tokens[t.Head].UPOS == "VERB" { // verbs have none
			t.Deprel = "obl"
			if n.caseWord == 0 {
				t.Deprel = "obj"
			}
		}
	}
	for _, k := range st.marks {
		s.Tokens[k.token].Head, s.Tokens[k.token].Deprel = last[k.head], "punct"
	}
}
