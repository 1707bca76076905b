package storefile_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

func text(name, s string) storefile.Section {
	return storefile.Section{Name: name, Write: func(w io.Writer) error { _, err := io.WriteString(w, s); return err }}
}

// documents makes n documents.
func documents(n int) iter.Seq2[storefile.Document, error] {
	return func(yield func(storefile.Document, error) bool) {
		for i := range n {
			d := storefile.Document{ID: fmt.Sprintf("doc%03d", i), Head: []byte{byte(i)}, Data: bytes.Repeat([]byte{byte(i)}, i)}
			if !yield(d, nil) {
				return
			}
		}
	}
}

func contents(n int) storefile.Contents {
	return storefile.Contents{
		Sections:  []storefile.Section{text("graph", strings.Repeat("quads ", n)), text("aliases", "{}")},
		Documents: documents(n),
	}
}

// makeFile writes a file with n documents.
func makeFile(t *testing.T, path string, n int) {
	t.Helper()
	l, err := storefile.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(l.Replace(contents(n)), l.Release()); err != nil {
		t.Fatal(err)
	}
}

// dump reads all that a file has.
func dump(path string) (string, error) {
	f, err := storefile.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	for _, name := range []string{"graph", "aliases", "none"} {
		data, err := f.Read(name)
		if err != nil {
			return "", err
		}
		mapped, err := f.Map(name)
		if err != nil {
			return "", err
		}
		if !bytes.Equal(data, mapped) {
			return "", fmt.Errorf("%s: read and mapped differ", name)
		}
		fmt.Fprintf(&b, "%s: %q\n", name, data)
	}
	entries, err := f.Entries()
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		data, err := f.Data(e, nil)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s: %q %q\n", e.ID, e.Head, data)
	}
	return b.String(), nil
}

func mustDump(t *testing.T, path string) string {
	t.Helper()
	s, err := dump(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	makeFile(t, path, 3)
	got := mustDump(t, path)
	if !strings.Contains(got, `doc002: "\x02" "\x02\x02"`) || !strings.Contains(got, "quads quads") {
		t.Error(got)
	}
	first, _ := os.ReadFile(path)
	old, err := storefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	os.Chmod(path, 0o640)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	makeFile(t, link, 7)
	if entries, err := old.Entries(); err != nil || len(entries) != 3 {
		t.Errorf("who has the file open sees %d documents, %v", len(entries), err)
	}
	if strings.Count(mustDump(t, path), "\ndoc") != 7 {
		t.Error("not replaced through the link")
	}
	if info, _ := os.Lstat(link); info.Mode().Type() != fs.ModeSymlink {
		t.Error("the link is gone")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
	makeFile(t, path, 3)
	if again, _ := os.ReadFile(path); !bytes.Equal(first, again) {
		t.Error("the same contents give other bytes")
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	left := filepath.Join(dir, ".a.db.123.tmp")
	os.WriteFile(left, nil, 0o644)
	other := filepath.Join(dir, ".b.db.123.tmp")
	os.WriteFile(other, nil, 0o644)
	l, err := storefile.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed writer has left is there")
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("another store's file is gone")
	}
	for range 3 {
		if _, err := storefile.Acquire(path); !errors.Is(err, storefile.ErrLocked) {
			t.Errorf("two writers: %v", err)
		}
		if err := l.Replace(contents(2)); err != nil {
			t.Fatal(err)
		}
		mustDump(t, path)
	}
	l.Release()
	l, err = storefile.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	l.Release()
	mustDump(t, path)

	fresh := filepath.Join(dir, "fresh.db")
	if l, err = storefile.Acquire(fresh); err != nil {
		t.Fatal(err)
	}
	if _, err := storefile.Open(fresh); !errors.Is(err, storefile.ErrEmpty) {
		t.Errorf("nothing written yet: %v", err)
	}
	l.Release()
	if _, err := os.Stat(fresh); err == nil {
		t.Error("a file to which nothing was written stays")
	}
}

// TestDamage cuts a file everywhere, flips each of its bits and puts noise into
// it: what is read is an error or what was written.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	makeFile(t, path, 6)
	want, whole := mustDump(t, path), mustRead(t, path)
	try := func(what string, data []byte) {
		t.Helper()
		damaged := filepath.Join(dir, "damaged.db")
		if err := os.WriteFile(damaged, data, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := dump(damaged)
		if err == nil && got != want {
			t.Errorf("%s: read something else", what)
		}
		if err == nil {
			t.Errorf("%s: not noticed", what)
		}
		f, err := storefile.Open(damaged)
		if err != nil {
			return
		}
		defer f.Close()
		if sections, docs, err := f.Check(); err != nil || len(sections)+len(docs) == 0 {
			t.Errorf("%s: Check finds nothing: %v", what, err)
		}
	}
	for n := range len(whole) {
		try(fmt.Sprintf("cut at %d", n), whole[:n])
	}
	for i := range 8 * len(whole) {
		data := slices.Clone(whole)
		data[i/8] ^= 1 << (i % 8)
		try(fmt.Sprintf("bit %d", i), data)
	}
	rnd := rand.New(rand.NewSource(1))
	for range 200 {
		data := slices.Clone(whole)
		start := rnd.Intn(len(data))
		rnd.Read(data[start:min(start+1+rnd.Intn(64), len(data))])
		if !bytes.Equal(data, whole) {
			try(fmt.Sprintf("noise at %d", start), data)
		}
	}
	try("longer", append(slices.Clone(whole), 0))
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOtherFiles(t *testing.T) {
	dir := t.TempDir()
	bolt := make([]byte, 4096)
	copy(bolt[16:], "\xed\xda\x0c\xed")
	for want, data := range map[error][]byte{
		storefile.ErrEmpty: {}, storefile.ErrVersion: bolt,
		storefile.ErrNotStore: []byte("This is no store, but long enough."),
	} {
		path := filepath.Join(dir, "x.db")
		os.WriteFile(path, data, 0o644)
		if _, err := storefile.Open(path); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", data, err, want)
		}
	}
	if _, err := storefile.Open(dir); !errors.Is(err, storefile.ErrNotStore) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := storefile.Acquire(dir); !errors.Is(err, storefile.ErrNotStore) {
		t.Errorf("a folder: %v", err)
	}
}

// TestFailingDocuments ends a write with an error in the middle.
func TestFailingDocuments(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	makeFile(t, path, 3)
	before := mustRead(t, path)
	l, err := storefile.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	broken := errors.New("broken")
	err = l.Replace(storefile.Contents{Documents: func(yield func(storefile.Document, error) bool) {
		for d := range documents(2) {
			yield(d, nil)
		}
		yield(storefile.Document{}, broken)
	}})
	if !errors.Is(err, broken) || !bytes.Equal(mustRead(t, path), before) {
		t.Errorf("%v, or the file has changed", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left: %v", entries)
	}
}
