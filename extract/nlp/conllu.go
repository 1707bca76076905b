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
	doc := &Document{}
	var text strings.Builder
	var s Sentence
	space, multiword, spaceAfterMulti := false, 0, true
	paragraph := 0
	finish := func() error {
		if len(s.Tokens) == 0 {
			return nil
		}
		for i := range s.Tokens {
			if h := s.Tokens[i].Head; h < -1 || h >= len(s.Tokens) || h == i {
				return fmt.Errorf("head %d of token %d is outside of its sentence", h+1, i+1)
			}
		}
		s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
		s.Paragraph = paragraph
		doc.Sentences = append(doc.Sentences, s)
		s = Sentence{}
		return nil
	}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 16<<20)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if err := finish(); err != nil {
				return nil, fmt.Errorf("conllu line %d: %w", n, err)
			}
			multiword = 0
			continue
		case line[0] == '#':
			if (strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc")) && !strings.HasPrefix(line, "# newpar_") &&
				text.Len() > 0 && !strings.HasSuffix(text.String()[text.Len()-1:], "\n") {
				text.WriteString("\n\n")
				space = false
				paragraph++
			}
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 {
			return nil, fmt.Errorf("conllu line %d: %d columns, want 10", n, len(f))
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		spaceAfter := !strings.Contains("|"+f[9]+"|", "|SpaceAfter=No|")
		if first, last, ok := strings.Cut(f[0], "-"); ok {
			a, err1 := strconv.Atoi(first)
			b, err2 := strconv.Atoi(last)
			if err1 != nil || err2 != nil || b < a {
				return nil, fmt.Errorf("conllu line %d: range %q, want two numbers", n, f[0])
			}
			multiword, spaceAfterMulti = b-a+1, spaceAfter
			continue
		}
		if id, err := strconv.Atoi(f[0]); err != nil || id != len(s.Tokens)+1 {
			return nil, fmt.Errorf("conllu line %d: token %q, want %d", n, f[0], len(s.Tokens)+1)
		}
		head := 0
		if f[6] != "_" {
			var err error
			if head, err = strconv.Atoi(f[6]); err != nil {
				return nil, fmt.Errorf("conllu line %d: head %q, want a number", n, f[6])
			}
		}
		if space {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(f[1])
		s.Tokens = append(s.Tokens, Token{
			Span: Span{start, text.Len()}, Form: f[1], Lemma: blank(f[2], f[1]), UPOS: blank(f[3], ""), XPOS: blank(f[4], ""),
			Head: head - 1, Deprel: blank(f[7], ""), SpaceBefore: space || start > 0 && text.String()[start-1] == '\n',
		})
		space = spaceAfter
		if multiword > 0 {
			multiword--
			space = multiword == 0 && spaceAfterMulti
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("reading conllu: %w", err)
	}
	if err := finish(); err != nil {
		return nil, err
	}
	doc.Text = text.String()
	return doc, nil
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
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", n+1, strings.Join(strings.FieldsFunc(doc.Text[s.Start:s.End], isSpace), " "))
		for i, t := range s.Tokens {
			head := "_"
			if t.Deprel != "" {
				head = strconv.Itoa(t.Head + 1)
			}
			misc := fmt.Sprintf("TokenRange=%d:%d", t.Start, t.End)
			if i+1 < len(s.Tokens) && !s.Tokens[i+1].SpaceBefore {
				misc = "SpaceAfter=No|" + misc
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", i+1, t.Form, column(t.Lemma), column(t.UPOS), column(t.XPOS), head, column(t.Deprel), misc)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
