package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

var dateFlag = &cli.StringFlag{
	Name: "date", Usage: "date of documents that do not tell their own: YYYY-MM-DD, YYYY-MM or YYYY",
}

// formatNames names the formats of texts.
func formatNames() string { return strings.Join(source.Formats(), ", ") }

func inputFlags() []cli.Flag {
	return []cli.Flag{
		dateFlag,
		&cli.StringFlag{
			Name: "format", Usage: "how all inputs are written, whatever their endings: " + formatNames(),
		},
		&cli.StringFlag{Name: "encoding", Usage: "how texts are encoded that are not UTF-8: windows-1252, gbk"},
	}
}

// inputs reads documents and tells of what cannot be read.
type inputs struct {
	c         *cli.Context
	paths     []string
	strict    bool // stop at the first fault
	sentences bool // the command takes a sentence too
	known     map[string]source.Origin
	root      string // of the paths of known
	// keep tells whether what a document says is known already, and how many facts
	// that are; it is then not read. nil for no document.
	keep     func(*source.Document) (facts int, kept bool)
	manifest *manifest       // nil if none is wanted
	seen     map[string]bool // ids of documents; nil if nobody asks
	pathIDs  bool            // see source.Options
	outputs  []string        // files that are not to be read
	shard    shard           // of the documents, those that are wanted
	progress *source.Progress

	found    int      // documents, of all shards
	checked  string   // the path of the last document that is no output
	read     int      // documents
	kept     int      // facts of documents that were not read since they are known
	repeated int      // lines that were there before
	refused  int      // documents that were read and are left out, each with a fault
	faults   []error  // why inputs could not be read
	skips    []error  // files of folders that are no texts
	told     struct { // the fault that was told last
		path string
		kind error
		more int // lines of the file with the same that were not told
	}
	replaced map[[2]string]int // known documents, by the files that had and have their ids
	undated  struct {          // documents whose date cannot be read
		first *source.Document
		count int
	}
	err error
}

// documents yields what can be read and goes on after faults. The counts are
// right when it has ended.
func (in *inputs) documents(ctx context.Context) iter.Seq[*source.Document] {
	opts := source.Options{
		Date: in.c.String("date"), Format: in.c.String("format"), Encoding: in.c.String("encoding"), Stdin: in.c.App.Reader,
		Known: in.known, Root: in.root, PathIDs: in.pathIDs, Progress: in.progress,
	}
	return func(yield func(*source.Document) bool) {
		if slices.ContainsFunc(in.paths, func(p string) bool { return strings.TrimSpace(p) == "" }) {
			in.err = usage(in.c, "no text given")
			return
		}
		defer in.tellReplaced()
		defer in.tellUndated()
		defer in.tellMore()
		for doc, err := range source.Read(in.paths, opts) {
			switch {
			case ctx.Err() != nil:
				in.err = ctx.Err()
				return
			case errors.Is(err, source.ErrOptions):
				in.err = usage(in.c, "%w", err)
				return
			case errors.Is(err, source.ErrSkipped):
				in.skips = append(in.skips, err)
				continue
			case errors.Is(err, source.ErrDuplicate):
				in.repeated++
				continue
			case err != nil:
				in.fail(err)
				if in.strict {
					in.err = &failure{code: exitFailed}
					return
				}
				continue
			}
			if out := in.output(doc); out != "" {
				in.err = usage(in.c, "-o %s: the file is read as a text of a folder: want another name or folder", out)
				return
			}
			if in.found++; !in.shard.has(doc.ID) {
				continue
			}
			in.read++
			if doc.Dated != "" {
				if in.undated.count++; in.undated.first == nil {
					in.undated.first = doc
				}
			}
			if in.seen != nil {
				in.seen[doc.ID] = true
			}
			if o, ok := in.known[doc.ID]; ok && o.Hash != doc.Origin.Hash && o.Path != doc.Origin.Path {
				if in.replaced == nil {
					in.replaced = make(map[[2]string]int)
				}
				in.replaced[[2]string{o.Path, doc.Origin.Path}]++
			}
			if in.keep != nil {
				if facts, kept := in.keep(doc); kept {
					in.kept += facts
					in.note(doc, facts)
					continue
				}
			}
			if !yield(doc) {
				return
			}
		}
		if in.found == 0 && len(in.faults) == 0 {
			advice := "name files ending in .txt, .md, .html or .jsonl, or folders that hold such"
			if err := errors.Join(in.skips...); errors.Is(err, source.ErrPDF) {
				advice, _ = in.kindOf(source.ErrPDF)
			}
			in.err = &failure{code: exitNone, err: errors.New("no texts found"), hint: advice}
		}
	}
}

// output gives the output that a document comes from, "" if none.
func (in *inputs) output(doc *source.Document) string {
	path := doc.Origin.Path
	if path == in.checked || path == "-" || len(in.outputs) == 0 {
		return ""
	}
	in.checked = path
	if !filepath.IsAbs(path) {
		path = filepath.Join(in.root, filepath.FromSlash(path))
	}
	return readsOutput(in.outputs, path)
}

// tell says what could not be read. Lines of one file with the same fault are
// told once.
func (in *inputs) tell(err error) {
	advice, kind := in.kindOf(err)
	path, line := "", 0
	if e := (*source.Error)(nil); errors.As(err, &e) {
		path, line = e.Path, e.Line
	}
	if !saysJSON(in.c.App.ErrWriter) && line > 0 && path == in.told.path && kind == in.told.kind {
		in.told.more++
		return
	}
	in.tellMore()
	in.told.path, in.told.kind = path, kind
	printError(in.c.App.ErrWriter, &failure{err: err, hint: advice})
}

// tellMore says of how many lines tell said nothing.
func (in *inputs) tellMore() {
	if in.told.more > 0 {
		text := fmt.Sprintf("%s: %s too: %v", in.told.path, count(in.told.more, "more line"), in.told.kind)
		say(in.c.App.ErrWriter, message{Level: levelError, Message: text})
	}
	in.told.more = 0
}

// tellUndated warns of documents that give a date which cannot be read.
func (in *inputs) tellUndated() {
	if doc := in.undated.first; doc != nil {
		warn(in.c.App.ErrWriter, "the date of %s cannot be read, that of document %s first, %q: wanted one like 2024-11-17 or 17 November 2024",
			count(in.undated.count, "document"), doc.ID, doc.Dated)
	}
}

// tellReplaced says which documents of one file go since another has their ids.
func (in *inputs) tellReplaced() {
	order := func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }
	for _, paths := range slices.SortedFunc(maps.Keys(in.replaced), order) {
		warn(in.c.App.ErrWriter, "%s of %s replaced: %s has the same ids",
			count(in.replaced[paths], "document"), paths[0], paths[1])
	}
}

// fail notes an input that could not be read, and tells of it.
func (in *inputs) fail(err error) {
	in.faults = append(in.faults, err)
	in.tell(err)
}

// note tells the manifest, if there is one, of a document.
func (in *inputs) note(doc *source.Document, facts int) {
	if in.manifest != nil {
		in.manifest.document(doc, facts)
	}
}

// extractAll gives sink what the documents of in yield, in their order, and
// counts the facts. What does not fit the graph is told of and left out. load loads
// what reads them, if there is one to read: that takes longer than to see that a store
// has some thousands of texts already.
func extractAll(c *cli.Context, load func() (*extract.Extractor, error), in *inputs,
	sink func(*extract.Result) error) (facts int, err error) {
	if jobs := c.Int("jobs"); jobs < 0 {
		return 0, usage(c, "--jobs %d: want how many texts to read at a time, or 0 for one a processor", jobs)
	}
	show := progress(c)
	defer show.done()
	in.progress = show.bytes
	ctx, stop := context.WithCancel(c.Context)
	defer stop()
	docs := in.sent(ctx)
	first, ok := received(ctx, docs)
	if err := ctx.Err(); err != nil {
		return 0, err
	} else if !ok {
		return in.kept, in.err
	}
	x, err := load()
	if err != nil {
		return 0, err
	}
	documents := 0
	var refused []error // told in the end: documents may still tell of others
	for r := range x.All(ctx, following(ctx, first, docs), c.Int("jobs")) {
		documents++
		show.counts(documents, facts)
		err := r.Err
		if err == nil {
			err = sink(r)
		}
		switch {
		case (errors.Is(err, graph.ErrDocument) || errors.Is(err, extract.ErrFault)) && !in.strict:
			refused = append(refused, err)
		case err != nil:
			stop() // nobody waits for what is still read
			return facts, err
		default:
			facts += len(r.Facts)
			in.note(r.Document, len(r.Facts))
		}
	}
	if err := c.Context.Err(); err != nil {
		return facts, err
	}
	for _, err := range refused {
		in.fail(err)
	}
	in.refused = len(refused)
	return facts + in.kept, in.err
}

// sent sends the documents of in, from another goroutine: one that waits for a pipe
// is left to itself when ctx is done. Nothing but the documents may be asked of in
// before the channel is closed.
func (in *inputs) sent(ctx context.Context) <-chan *source.Document {
	docs := make(chan *source.Document)
	go func() {
		defer close(docs)
		err := fault.Contain(func() {
			for doc := range in.documents(ctx) {
				select {
				case docs <- doc:
				case <-ctx.Done():
					return
				}
			}
		})
		in.err = cmp.Or(err, in.err)
	}()
	return docs
}

// received gives the next document, unless there is none or ctx is done.
func received(ctx context.Context, docs <-chan *source.Document) (doc *source.Document, ok bool) {
	select {
	case doc, ok = <-docs:
	case <-ctx.Done():
	}
	return doc, ok
}

// following yields first and then what docs has, until ctx is done.
func following(ctx context.Context, first *source.Document, docs <-chan *source.Document) iter.Seq[*source.Document] {
	return func(yield func(*source.Document) bool) {
		for doc, ok := first, true; ok && yield(doc); {
			doc, ok = received(ctx, docs)
		}
	}
}

// kindOf says what can be done about the fault of an input, and of which kind it is.
func (in *inputs) kindOf(err error) (advice string, kind error) {
	path := "check the path"
	if in.pathIDs {
		path = "name your texts in " + in.c.String("config") + ", behind the key sources:"
	}
	if in.sentences {
		path += "; a sentence needs a space, or comes from standard input: -"
	}
	empty := "leave it out"
	if e := (*source.Error)(nil); errors.As(err, &e) && e.Path == "-" {
		empty = "send it a text: relata ... - < FILE"
	}
	advice = "say how it is written with --format: one of " + formatNames()
	if e, ok := errors.AsType[*source.Error](err); ok && holdsGraph(e.Path) {
		advice = "texts are read here; of graphs, stores and N-Quads (.nq) are read back"
	}
	for _, known := range []struct {
		err  error
		hint string
	}{
		{extract.ErrFault, "please report it, with the text; the others were read"},
		{source.ErrWritten, "name the texts that it was made from; relata eval reads facts"},
		{source.ErrEmpty, empty},
		{source.ErrPDF, "make text of it: pdftotext -raw -nopgbrk FILE.pdf FILE.txt"},
		{source.ErrBinary, "make text of it first, for example with pandoc"},
		{source.ErrEncoding, "say how it is encoded, for example with --encoding windows-1252"},
		{source.ErrFormat, advice},
		{source.ErrJSON, `want one object a line with a "text", and maybe "id", "date", "title", "url"`},
		{source.ErrTooLarge, "split it, or make JSON lines of it"},
		{fs.ErrNotExist, path},
		{fs.ErrPermission, "check who may read it"},
	} {
		if errors.Is(err, known.err) {
			return known.hint, known.err
		}
	}
	return "", err
}
