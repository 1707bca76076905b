package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ReadCoNLLU reads a treebank or other analysed text in the CoNLL-U format.
// The document's text is put together from the words and their SpaceAfter
// marks; paragraphs ("# newpar") and documents ("# newdoc") are set apart by
// blank lines. Words of a multiword token stand next to each other; empty nodes
// and enhanced dependencies are left out.
func ReadCoNLLU(r io.Reader) (*Document, error) {
	var c conlluReader
	in := bufio.NewScanner(r)
	in.Buffer(nil, 16<<20)
	for n := 1; in.Scan(); n++ {
		if err := c.line(in.Text()); err != nil {
			return nil, fmt.Errorf("conllu line %d: %w", n, err)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("reading conllu: %w", err)
	}
	if err := c.finish(); err != nil {
		return nil, err
	}
	c.doc.Text = c.text.String()
	return &c.doc, nil
}

// A conlluReader makes a document line by line.
type conlluReader struct {
	doc       Document
	text      strings.Builder
	sentence  Sentence // so far
	paragraph int
	space     bool // a space stands before the next word
	// How many words of a multiword token are still to come, and whether a space stands after it.
	multiword       int
	spaceAfterMulti bool
}

func (c *conlluReader) line(line string) error {
	switch {
	case line == "":
		err := c.finish()
		c.multiword = 0
		return err
	case line[0] == '#':
		c.comment(line)
		return nil
	}
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	spaceAfter := !strings.Contains("|"+f[9]+"|", "|SpaceAfter=No|")
	first, last, many := strings.Cut(f[0], "-")
	if !many {
		return c.word(f, spaceAfter)
	}
	a, err1 := strconv.Atoi(first)
	b, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || b < a {
		return fmt.Errorf("range %q, want two numbers", f[0])
	}
	c.multiword, c.spaceAfterMulti = b-a+1, spaceAfter
	return nil
}

// comment starts a paragraph where the comment says so.
func (c *conlluReader) comment(line string) {
	paragraph := strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_")
	starts := paragraph || strings.HasPrefix(line, "# newdoc")
	if starts && c.text.Len() > 0 && !strings.HasSuffix(c.text.String(), "\n") {
		c.text.WriteString("\n\n")
		c.space = false
		c.paragraph++
	}
}

// word adds the token of a line's columns.
func (c *conlluReader) word(f []string, spaceAfter bool) error {
	tokens := c.sentence.Tokens
	if id, err := strconv.Atoi(f[0]); err != nil || id != len(tokens)+1 {
		return fmt.Errorf("token %q, want %d", f[0], len(tokens)+1)
	}
	head := 0
	if f[6] != "_" {
		var err error
		if head, err = strconv.Atoi(f[6]); err != nil {
			return fmt.Errorf("head %q, want a number", f[6])
		}
	}
	if c.space {
		c.text.WriteByte(' ')
	}
	start := c.text.Len()
	c.text.WriteString(f[1])
	c.sentence.Tokens = append(tokens, Token{
		Span: Span{start, c.text.Len()}, Form: f[1], Lemma: blank(f[2], f[1]), UPOS: blank(f[3], ""), XPOS: blank(f[4], ""),
		Head: head - 1, Deprel: blank(f[7], ""), SpaceBefore: c.space || start > 0 && c.text.String()[start-1] == '\n',
	})
	c.space = spaceAfter
	if c.multiword > 0 {
		c.multiword--
		c.space = c.multiword == 0 && c.spaceAfterMulti
	}
	return nil
}

// finish ends the sentence.
func (c *conlluReader) finish() error {
	s := c.sentence
	if len(s.Tokens) == 0 {
		return nil
	}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h < -1 || h >= len(s.Tokens) || h == i {
			return fmt.Errorf("head %d of token %d is outside of its sentence", h+1, i+1)
		}
	}
	s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
	s.Paragraph = c.paragraph
	c.doc.Sentences = append(c.doc.Sentences, s)
	c.sentence = Sentence{}
	return nil
}

// blank gives "" for the "_" of an empty column, unless the form itself is "_".
func blank(value, form string) string {
	if value == "_" && form != "_" {
		return ""
	}
	return value
}

// WriteCoNLLU writes a document in the CoNLL-U format, with the byte offsets of
// each token as TokenRange in the last column.
func WriteCoNLLU(w io.Writer, doc *Document) error {
	out := bufio.NewWriter(w)
	column := func(s string) string {
		if s == "" {
			return "_"
		}
		return s
	}
	paragraph := -1
	for n, s := range doc.Sentences {
		if s.Paragraph != paragraph {
			paragraph = s.Paragraph
			fmt.Fprintf(out, "# newpar id = p%d\n", paragraph+1)
		}
		text := strings.Join(strings.FieldsFunc(doc.Text[s.Start:s.End], isSpace), " ")
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", n+1, text)
		for i, t := range s.Tokens {
			head := "_"
			if t.Deprel != "" {
				head = strconv.Itoa(t.Head + 1)
			}
			misc := fmt.Sprintf("TokenRange=%d:%d", t.Start, t.End)
			if i+1 < len(s.Tokens) && !s.Tokens[i+1].SpaceBefore {
				misc = "SpaceAfter=No|" + misc
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", i+1, t.Form,
				column(t.Lemma), column(t.UPOS), column(t.XPOS), head, column(t.Deprel), misc)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
