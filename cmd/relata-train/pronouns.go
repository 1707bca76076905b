package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// trainPronouns learns whom pronouns mean from the training part of GUM and from
// the parts of GAP that are there to develop with: its test part measures.
func trainPronouns(data, out string) error {
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	texts, err := readChains(m, filepath.Join(data, "GUM/open/gum-open-train.conllu"))
	if err != nil {
		return err
	}
	for _, set := range []string{"development", "validation"} {
		gap, err := readAmbiguous(m, filepath.Join(data, "GAP/gap-"+set+".tsv"))
		if err != nil {
			return err
		}
		texts = append(texts, gap...)
	}
	weights := coref.TrainPronouns(texts, progress())
	return os.WriteFile(filepath.Join(out, "pronouns.tsv"), []byte(weights), 0o644)
}

// readPeople analyses a text as the extractor does. The extractor parses only
// sentences that may state something, so one in skip is not parsed; 0 is none.
func readPeople(m *nlp.Model, text string, skip int) coref.PronounText {
	doc := nlp.Split(text)
	for i := range doc.Sentences {
		m.Tag(&doc.Sentences[i])
	}
	mentions := mention.Find(doc)
	groups := mention.LongNames(doc, mentions)
	for i := range doc.Sentences {
		if skip == 0 || i%skip != 0 {
			m.Parse(&doc.Sentences[i], groups[i])
		}
	}
	return coref.PronounText{Doc: doc, Mentions: mentions, Pronouns: map[nlp.Span]coref.Antecedents{}}
}

// readAmbiguous reads a part of GAP: texts with one pronoun, and two names that
// are each what it means or not.
func readAmbiguous(m *nlp.Model, file string) ([]coref.PronounText, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var texts []coref.PronounText
	for _, row := range rows[1:] {
		chars := []rune(row[1])
		var fault error
		span := func(name, offset string) nlp.Span {
			n, err := strconv.Atoi(offset)
			if err != nil || n > len(chars) {
				fault = fmt.Errorf("%s: %s: offset %q, want a number inside of the text", file, row[0], offset)
				return nlp.Span{}
			}
			start := len(string(chars[:n]))
			return nlp.Span{Start: start, End: start + len(name)}
		}
		pronoun := span(row[2], row[3])
		var a coref.Antecedents
		for k := 4; k < 10; k += 3 {
			if name := span(row[k], row[k+1]); strings.EqualFold(row[k+2], "true") {
				a.Names = append(a.Names, name)
			} else {
				a.Others = append(a.Others, name)
			}
		}
		if fault != nil {
			return nil, fault
		}
		text := readPeople(m, row[1], 0)
		text.Pronouns[pronoun] = a
		texts = append(texts, text)
	}
	return texts, nil
}

// readChains reads the texts of a file of GUM, each fully parsed and once more
// with every other sentence left unparsed.
func readChains(m *nlp.Model, file string) ([]coref.PronounText, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var texts []coref.PronounText
	const start = "# newdoc"
	for _, part := range strings.Split(string(content), start)[1:] {
		part = start + part
		doc, err := nlp.ReadCoNLLU(strings.NewReader(part))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		known := pronounsOf(doc, part)
		for _, skip := range []int{0, 2} {
			text := readPeople(m, doc.Text, skip)
			text.Pronouns = known
			texts = append(texts, text)
		}
	}
	return texts, nil
}

// pronounsOf gives the names that each he and she of a text of GUM means, as its
// Entity marks tell.
func pronounsOf(doc *nlp.Document, conllu string) map[nlp.Span]coref.Antecedents {
	var tokens []nlp.Token
	for _, s := range doc.Sentences {
		tokens = append(tokens, s.Tokens...)
	}
	type mention struct {
		nlp.Range
		chain          string
		person, proper bool
	}
	var open, all []mention
	i := 0
	for line := range strings.Lines(conllu) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		_, marks, _ := strings.Cut(f[9], "Entity=")
		marks, _, _ = strings.Cut(marks, "|")
		for _, mark := range gumMark.FindAllString(marks, -1) {
			p := strings.Split(strings.Trim(mark, "()"), "-")
			if mark[0] == '(' {
				open = append(open, mention{Range: nlp.Range{First: i}, chain: p[0], person: p[1] == "person"})
			}
			if !strings.HasSuffix(mark, ")") {
				continue
			}
			for k := len(open) - 1; k >= 0; k-- {
				if o := open[k]; o.chain == p[0] {
					o.Last = i + 1
					for _, w := range tokens[o.First:o.Last] {
						o.proper = o.proper || w.UPOS == "PROPN"
					}
					all = append(all, o)
					open = append(open[:k], open[k+1:]...)
					break
				}
			}
		}
		i++
	}
	span := func(m mention) nlp.Span { return nlp.Span{Start: tokens[m.First].Start, End: tokens[m.Last-1].End} }
	names := map[string][]nlp.Span{}
	for _, m := range all {
		if m.person && m.proper {
			names[m.chain] = append(names[m.chain], span(m))
		}
	}
	known := map[nlp.Span]coref.Antecedents{}
	for _, m := range all {
		if !m.person || m.Last != m.First+1 {
			continue
		}
		switch strings.ToLower(tokens[m.First].Form) {
		case "he", "him", "his", "she", "her":
			known[span(m)] = coref.Antecedents{Names: names[m.chain]}
		}
	}
	return known
}
