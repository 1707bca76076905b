package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
)

func inputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "date", Usage: "date of documents that do not tell their own: YYYY-MM-DD, YYYY-MM or YYYY"},
		&cli.StringFlag{Name: "format", Usage: "how all inputs are written, whatever their endings: txt, md, html or jsonl"},
	}
}

// inputs reads documents and tells of what cannot be read.
type inputs struct {
	c       *cli.Context
	paths   []string
	strict  bool // stop at the first fault
	read    int  // documents
	failed  int  // inputs that could not be read
	skipped int  // files of folders that are no texts
	err     error
}

// documents yields what can be read and goes on after faults. The counts are
// right when it has ended.
func (in *inputs) documents(ctx context.Context) iter.Seq[*source.Document] {
	opts := source.Options{Date: in.c.String("date"), Format: in.c.String("format"), Stdin: in.c.App.Reader}
	return func(yield func(*source.Document) bool) {
		for doc, err := range source.Read(in.paths, opts) {
			switch {
			case ctx.Err() != nil:
				in.err = ctx.Err()
				return
			case errors.Is(err, source.ErrOptions):
				in.err = usage(in.c, "%w", err)
				return
			case errors.Is(err, source.ErrSkipped):
				in.skipped++
				continue
			case err != nil:
				in.failed++
				printError(in.c.App.ErrWriter, &failure{err: err, hint: inputHint(err)})
				if in.strict {
					in.err = &failure{code: exitFailed}
					return
				}
				continue
			}
			in.read++
			if !yield(doc) {
				return
			}
		}
		if in.read == 0 && in.failed == 0 {
			in.err = hint(errors.New("no texts found"), "name files ending in .txt, .md, .html or .jsonl, or folders that hold such")
		}
	}
}

// fault is what went wrong in all, nil if nothing did. Everything has been said
// already unless it is an error of its own.
func (in *inputs) fault() error {
	if in.err == nil && in.failed > 0 {
		return &failure{code: exitFailed}
	}
	return in.err
}

func (in *inputs) summary(facts int) string {
	s := fmt.Sprintf("%s, %s", count(in.read, "document"), count(facts, "fact"))
	if in.skipped > 0 {
		s += fmt.Sprintf(", %s skipped", count(in.skipped, "file"))
	}
	if in.failed > 0 {
		s += fmt.Sprintf(", %s failed", count(in.failed, "input"))
	}
	return s
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// extractAll gives sink what the documents of in yield, in their order, and
// counts the facts.
func extractAll(c *cli.Context, x *extract.Extractor, in *inputs, sink func(*extract.Result) error) (facts int, err error) {
	show := progress(c)
	defer show.done()
	documents := 0
	for r := range x.All(in.documents(c.Context), c.Int("jobs")) {
		documents++
		facts += len(r.Facts)
		show.counts(documents, facts)
		if err := sink(r); err != nil {
			return facts, err
		}
	}
	return facts, in.err
}

// A meter is a line on a terminal that tells how far the work is.
type meter struct {
	w     io.Writer // nil when there is no terminal to show it
	shown time.Time
}

func progress(c *cli.Context) *meter {
	f, ok := c.App.ErrWriter.(*os.File)
	if !ok || c.Bool("quiet") {
		return &meter{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &meter{}
	}
	return &meter{w: f}
}

func (m *meter) counts(documents, facts int) {
	if m.w == nil || time.Since(m.shown) < 100*time.Millisecond {
		return
	}
	m.shown = time.Now()
	fmt.Fprintf(m.w, "\x1b[K%s, %s\r", count(documents, "document"), count(facts, "fact"))
}

func (m *meter) done() {
	if m.w != nil {
		fmt.Fprint(m.w, "\x1b[K")
	}
}

// inputHint says what can be done about an input that cannot be read.
func inputHint(err error) string {
	for _, known := range []struct {
		err  error
		hint string
	}{
		{source.ErrEmpty, "leave it out"},
		{source.ErrBinary, "make text of it first, for example with pdftotext or pandoc"},
		{source.ErrEncoding, "convert it, for example with iconv -f WINDOWS-1252 -t UTF-8"},
		{source.ErrFormat, "say how it is written with --format txt, md, html or jsonl"},
		{source.ErrJSON, `want one object a line with a "text", and maybe "id", "date", "title", "url"`},
		{source.ErrTooLarge, "split it, or make JSON lines of it"},
		{source.ErrDuplicate, `give each line an "id" of its own`},
		{fs.ErrNotExist, "check the path"},
		{fs.ErrPermission, "check who may read it"},
	} {
		if errors.Is(err, known.err) {
			return known.hint
		}
	}
	return ""
}
