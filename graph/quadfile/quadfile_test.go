package quadfile_test

import (
	"bytes"
	"errors"
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/quadfile"
)

// sequence gives quads as Write takes them.
func sequence(quads []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func write(t testing.TB, quads []quad.Quad, opts quadfile.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := quadfile.Write(&b, sequence(quads), opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, quads []quad.Quad) *quadfile.File {
	t.Helper()
	f, err := quadfile.Open(write(t, quads, quadfile.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func collect(t testing.TB, seq iter.Seq2[quad.Quad, error]) []quad.Quad {
	t.Helper()
	var quads []quad.Quad
	for q, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

// values are terms of all kinds in the order of a file.
var values = []quad.Value{
	quad.IRI(""), quad.IRI("doc:a"), quad.IRI("doc:ä"), quad.BNode("b0"), quad.BNode("b1"),
	quad.Int(math.MinInt64), quad.Int(-1), quad.Int(0), quad.Int(10), quad.Int(math.MaxInt64),
	quad.String(""), quad.String("\x00"), quad.String("\x00\x01@en"), quad.String("2024-02-01"), quad.String("a"),
	quad.LangString{Value: "a", Lang: "de"}, quad.LangString{Value: "a", Lang: "en"},
	quad.TypedString{Value: "a", Type: "xsd:token"}, quad.String("a\x00"), quad.LangString{Value: "a\x00", Lang: "en"},
	quad.String("a\x00\xff"), quad.String("aa"), quad.String("not \xff UTF-8"), quad.String("ü"),
	quad.Bool(false), quad.Bool(true), quad.Float(math.Inf(-1)), quad.Float(-1.5), quad.Float(0), quad.Float(2),
	quad.Time(time.Unix(-5, 7).UTC()), quad.Time(time.Unix(5, 0).UTC()), quad.Time(time.Unix(5, 1).UTC()),
}

// some makes n quads of few terms of all kinds, some of them twice.
func some(n int, rnd *rand.Rand) []quad.Quad {
	var quads []quad.Quad
	for range n {
		q := quad.Quad{
			Subject:   values[rnd.IntN(6)],
			Predicate: values[rnd.IntN(3)],
			Object:    values[rnd.IntN(len(values))],
		}
		if i := rnd.IntN(6); i < 3 {
			q.Label = values[i]
		}
		quads = append(quads, q)
	}
	return quads
}

func compare(a, b quad.Quad) int {
	for _, d := range quad.Directions {
		if i, j := slices.Index(values, a.Get(d)), slices.Index(values, b.Get(d)); i != j {
			return i - j
		}
	}
	return 0
}

func TestRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 17, 300, 5000} {
		quads := some(n, rnd)
		data := write(t, quads, quadfile.Options{})
		if small := write(t, quads, quadfile.Options{Memory: 2000, Dir: t.TempDir()}); !bytes.Equal(small, data) {
			t.Errorf("%d quads: other bytes with little memory", n)
		}
		want := slices.Clone(quads)
		slices.SortFunc(want, compare)
		want = slices.Compact(want)
		f, err := quadfile.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := collect(t, f.Quads()); !slices.Equal(got, want) {
			t.Errorf("%d quads: got %d, want %d in their order", n, len(got), len(want))
		}
		if err := f.Check(); err != nil || f.Len() != len(want) {
			t.Errorf("%d quads: %d, %v", n, f.Len(), err)
		}
		rnd.Shuffle(n, func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		if !bytes.Equal(write(t, quads, quadfile.Options{}), data) {
			t.Errorf("%d quads: other bytes in another order", n)
		}
	}
}

// TestLittleMemory writes more terms than are sampled, in many runs.
func TestLittleMemory(t *testing.T) {
	dir := t.TempDir()
	quads := met(15_000)
	small := write(t, quads, quadfile.Options{Memory: 200_000, Dir: dir})
	if !bytes.Equal(small, write(t, quads, quadfile.Options{})) {
		t.Error("other bytes with little memory")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestMatch compares all combinations of given directions with a scan.
func TestMatch(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	quads := some(2000, rnd)
	f := open(t, quads)
	all := collect(t, f.Quads())
	for range 2000 {
		pattern := quads[rnd.IntN(len(quads))]
		other := quads[rnd.IntN(len(quads))]
		for _, d := range quad.Directions {
			switch rnd.IntN(4) {
			case 0, 1:
				pattern.Set(d, nil)
			case 2:
				pattern.Set(d, other.Get(d))
			}
		}
		var want []quad.Quad
		for _, q := range all {
			fits := true
			for _, d := range quad.Directions {
				fits = fits && (pattern.Get(d) == nil || pattern.Get(d) == q.Get(d))
			}
			if fits {
				want = append(want, q)
			}
		}
		got := collect(t, f.Match(pattern))
		slices.SortFunc(got, compare)
		if !slices.Equal(got, want) {
			t.Fatalf("%v: got %d, want %d", pattern, len(got), len(want))
		}
	}
	if got := collect(t, f.Match(quad.Quad{Subject: quad.IRI("nobody")})); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

func TestWriteErrors(t *testing.T) {
	q := quad.Quad{Subject: quad.IRI("a"), Predicate: quad.IRI("b"), Object: quad.IRI("c")}
	for _, d := range []quad.Direction{quad.Subject, quad.Predicate, quad.Object} {
		bad := q
		bad.Set(d, nil)
		if err := quadfile.Write(&bytes.Buffer{}, sequence([]quad.Quad{q, bad}), quadfile.Options{}); err == nil {
			t.Errorf("no error without %v", d)
		}
	}
	cut := errors.New("cut")
	err := quadfile.Write(&bytes.Buffer{}, func(yield func(quad.Quad, error) bool) { yield(q, cut) }, quadfile.Options{})
	if !errors.Is(err, cut) {
		t.Errorf("got %v", err)
	}
	full := fullDisk{errors.New("no space")}
	if err := quadfile.Write(full, sequence([]quad.Quad{q}), quadfile.Options{}); !errors.Is(err, full.err) {
		t.Errorf("got %v", err)
	}
}

type fullDisk struct{ err error }

func (d fullDisk) Write([]byte) (int, error) { return 0, d.err }

// use reads everything in every way and tells whether an error came.
func use(f *quadfile.File) error {
	n := 0
	for q, err := range f.Quads() {
		if err != nil {
			return err
		}
		if n++; n%97 == 0 {
			for _, err := range f.Match(quad.Quad{Object: q.Object, Predicate: q.Predicate}) {
				if err != nil {
					return err
				}
			}
		}
	}
	return f.Check()
}

// TestDamage flips each byte of a file and cuts it everywhere: an error comes,
// or what is read is right.
func TestDamage(t *testing.T) {
	data := write(t, some(120, rand.New(rand.NewPCG(5, 6))), quadfile.Options{})
	for n := range len(data) {
		if _, err := quadfile.Open(data[:n]); !errors.Is(err, quadfile.ErrDamaged) && !errors.Is(err, quadfile.ErrFormat) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
		bad := slices.Clone(data)
		bad[n] ^= 1 << (n % 8)
		f, err := quadfile.Open(bad)
		if err == nil {
			err = use(f)
		}
		if err == nil {
			t.Fatalf("byte %d is another: no error", n)
		}
	}
	other := slices.Clone(data)
	other[len("relata quads")]++
	if _, err := quadfile.Open(other); !errors.Is(err, quadfile.ErrVersion) {
		t.Errorf("got %v", err)
	}
	if _, err := quadfile.Open([]byte("a text of some length, which is no graph")); !errors.Is(err, quadfile.ErrFormat) {
		t.Errorf("got %v", err)
	}
}

// TestCutWhileOpen cuts a file that is mapped: reading gives an error.
func TestCutWhileOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph")
	if err := os.WriteFile(path, write(t, met(20_000), quadfile.Options{}), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := quadfile.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := os.Truncate(path, 100); err != nil {
		t.Skip(err)
	}
	if err := use(f); err != nil && !errors.Is(err, quadfile.ErrDamaged) {
		t.Errorf("got %v", err)
	}
	t.Log(use(f))
}

func TestOpenFileErrors(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty")
	os.WriteFile(empty, nil, 0o644)
	for _, path := range []string{dir, empty} {
		if _, err := quadfile.OpenFile(path); !errors.Is(err, quadfile.ErrFormat) {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	if _, err := quadfile.OpenFile(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
