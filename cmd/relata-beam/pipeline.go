package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

func init() { // Beam finds on a worker what is registered
	register.DoFn3x1[context.Context, fileio.ReadableFile, func(string, []byte), error](&readFn{})
	register.DoFn3x2[context.Context, string, []byte, []byte, error](&extractFn{})
	register.DoFn3x1[context.Context, int, func(*[]byte) bool, error](&writeFn{})
	register.Emitter2[string, []byte]()
	register.Iter1[[]byte]()
}

// outputs are the files to write, "" for none.
type outputs struct{ facts, graph string }

// pipeline reads documents, extracts them wherever there is a worker, and puts together what
// they say in one place: who is who is decided when all is known.
func pipeline(glob string, o outputs) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, glob), fileio.ReadUncompressed())
	docs := beam.Reshuffle(s, beam.ParDo(s, &readFn{}, files))
	results := beam.ParDo(s, &extractFn{}, docs)
	all := beam.GroupByKey(s, beam.AddFixedKey(s, results))
	beam.ParDo0(s, &writeFn{Facts: o.facts, Graph: o.graph}, all)
	return p
}

var (
	broken   = beam.NewCounter("relata", "brokenLines")
	faults   = beam.NewCounter("relata", "faults")
	repeated = beam.NewCounter("relata", "repeatedLines")
)

// A readFn gives the documents of a file of JSON lines, each with a key that tells its place
// among all. Lines that are broken are logged, counted and left out.
type readFn struct{}

func (*readFn) ProcessElement(ctx context.Context, f fileio.ReadableFile, emit func(string, []byte)) error {
	in, err := f.Open(ctx)
	if err != nil {
		return err
	}
	defer in.Close()
	path, n := f.Metadata.Path, 0
	for doc, err := range source.Read([]string{"-"}, source.Options{Format: "jsonl", Stdin: in}) {
		switch {
		case err != nil:
			beamlog.Errorf(ctx, "%s: %v", path, err)
			broken.Inc(ctx, 1)
			continue
		case !doc.Origin.Own: // such an id would depend on the file
			beamlog.Errorf(ctx, "%s: a line without \"id\"", path)
			broken.Inc(ctx, 1)
			continue
		}
		doc.Extra = nil
		data, err := encode(doc)
		if err != nil {
			return err
		}
		emit(fmt.Sprintf("%s\x00%012d", path, n), data)
		n++
	}
	return nil
}

// An extractFn gives what a document says. The extractor is one for all that a worker reads.
type extractFn struct{}

var extractor = sync.OnceValues(func() (*extract.Extractor, error) {
	pack, err := builtin()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(pack)
	if err != nil {
		return nil, err
	}
	return x.Whole(), nil
})

func builtin() (*rules.Pack, error) { return rules.Builtin("diplomacy") }

// A told is a result with the place of its document among all.
type told struct {
	Key    string
	Result extract.Result
}

func (*extractFn) ProcessElement(ctx context.Context, key string, data []byte) ([]byte, error) {
	x, err := extractor()
	if err != nil {
		return nil, err
	}
	var doc source.Document
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&doc); err != nil {
		return nil, err
	}
	t := told{Key: key}
	for r := range x.All(ctx, slices.Values([]*source.Document{&doc}), 1) {
		if r.Err != nil { // a fault of relata, which is not to end the others
			beamlog.Errorf(ctx, "%v", r.Err)
			faults.Inc(ctx, 1)
			r.Err = nil
		}
		t.Result = *r
	}
	return encode(&t)
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(v)
	return b.Bytes(), err
}

// A writeFn writes the facts and the graph of all results.
type writeFn struct{ Facts, Graph string }

func (w *writeFn) ProcessElement(ctx context.Context, _ int, results func(*[]byte) bool) error {
	all, err := inOrder(ctx, results)
	if err != nil {
		return err
	}
	if w.Facts != "" {
		if err := write(ctx, w.Facts, func(out io.Writer) error { return writeFacts(out, all) }); err != nil {
			return err
		}
	}
	if w.Graph == "" {
		return nil
	}
	store, err := graphOf(all)
	if err != nil {
		return err
	}
	defer store.Close()
	return write(ctx, w.Graph, func(out io.Writer) error { return export.NQuads(out, store, export.Options{}) })
}

// inOrder gives the results in the order of files and lines, a document once.
func inOrder(ctx context.Context, results func(*[]byte) bool) ([]told, error) {
	var all []told
	for data := []byte(nil); results(&data); {
		var t told
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&t); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b told) int { return strings.Compare(a.Key, b.Key) })
	hashes := map[string]string{}
	once := all[:0]
	for _, t := range all {
		doc := t.Result.Document
		switch hash, ok := hashes[doc.ID]; {
		case !ok:
			hashes[doc.ID] = doc.Origin.Hash
			once = append(once, t)
		case hash == doc.Origin.Hash:
			repeated.Inc(ctx, 1)
		default:
			return nil, fmt.Errorf("two documents have the id %q", doc.ID)
		}
	}
	return once, nil
}

func writeFacts(out io.Writer, all []told) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, t := range all {
		for _, f := range t.Result.Facts {
			if err := enc.Encode(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// graphOf merges what all documents say.
func graphOf(all []told) (*graph.Store, error) {
	pack, err := builtin()
	if err != nil {
		return nil, err
	}
	var opts graph.Options
	for _, r := range pack.Relations {
		opts.Relations = append(opts.Relations, graph.Relation{Name: r.Name, Symmetric: r.Symmetric})
	}
	store, err := graph.Open("", opts)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := store.Add(&all[i].Result); err != nil {
			store.Close()
			return nil, err
		}
	}
	return store, store.Commit()
}

// write writes a file, of whatever file system its path tells.
func write(ctx context.Context, path string, content func(io.Writer) error) error {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	out, err := fs.OpenWrite(ctx, path)
	if err != nil {
		return err
	}
	if err := content(out); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
