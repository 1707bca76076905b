package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKill kills extract --store at random, again and again: what was saved stays,
// nothing else is left beside the store, and when a run ends its graph is that of
// one that nobody disturbed.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	kills := 5
	if os.Getenv("RELATA_KILLS") != "" { // of a long test
		fmt.Sscan(os.Getenv("RELATA_KILLS"), &kills)
	}
	dir := t.TempDir()
	texts := min(400*kills, 3000)
	writeTexts(t, filepath.Join(dir, "news.jsonl"), texts)
	relata := func(args ...string) *exec.Cmd {
		cmd := exec.Command("relata", args...)
		cmd.Dir = dir
		return cmd
	}
	run := func(args ...string) string {
		t.Helper()
		out, err := relata(args...).CombinedOutput()
		if err != nil {
			t.Fatalf("relata %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	rnd := rand.New(rand.NewSource(1))
	most, died := 0, 0
	for i := 0; died < kills && i < 4*kills; i++ {
		if most == texts { // a run would have nothing left to do
			if err := os.Remove(filepath.Join(dir, "killed.db")); err != nil {
				t.Fatal(err)
			}
			most = 0
		}
		cmd := relata("extract", "news.jsonl", "--store", "killed.db", "-j", "1")
		before := sizeOf(filepath.Join(dir, "killed.db"))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		wait := time.Duration(rnd.Int63n(int64(2 * time.Second)))
		for i%2 == 0 && len(ended) == 0 && sizeOf(filepath.Join(dir, "killed.db")) == before {
			time.Sleep(time.Millisecond) // until it has saved something
		}
		time.Sleep(wait / 2)
		cmd.Process.Kill()
		if <-ended != nil {
			died++
		}
		if info, err := os.Stat(filepath.Join(dir, "killed.db")); err != nil || info.Size() == 0 {
			continue
		}
		if out := run("store", "check", "killed.db"); !strings.Contains(out, "whole") {
			t.Fatalf("kill %d: %s", i, out)
		} else if n := documentsOf(t, out); n < most {
			t.Fatalf("kill %d: %d documents, %d before", i, n, most)
		} else {
			most = n
		}
	}
	if died < kills {
		t.Errorf("%d runs died, want %d", died, kills)
	}
	run("extract", "news.jsonl", "--store", "killed.db", "-o", "killed.nq")
	run("extract", "news.jsonl", "--store", "whole.db", "-o", "whole.nq")
	for _, ext := range []string{".nq", ".db"} {
		a, errA := os.ReadFile(filepath.Join(dir, "killed"+ext))
		b, errB := os.ReadFile(filepath.Join(dir, "whole"+ext))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("killed%s is not as whole%[1]s: %v, %v", ext, errA, errB)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*.tmp")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// sizeOf gives the size of a file, 0 if there is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// documentsOf gives the number of documents that store check tells.
func documentsOf(t *testing.T, out string) (n int) {
	t.Helper()
	_, told, _ := strings.Cut(out, "whole, ")
	if _, err := fmt.Sscan(told, &n); err != nil {
		t.Fatalf("%q: %v", out, err)
	}
	return n
}

// writeTexts writes n texts as JSON lines.
func writeTexts(t *testing.T, path string, n int) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	places, people := []string{"Lima", "Oslo", "Accra", "Quito"}, []string{"Sato Yuki", "Kofi Mensah", "Ana Ruiz"}
	for i := range n {
		text := fmt.Sprintf("President Pham Thi Lan met Prime Minister %s in %s on %d March 2025. They signed %d agreements.",
			people[i%len(people)], places[i%len(places)], i%28+1, i)
		if err := enc.Encode(map[string]string{"id": fmt.Sprint("text", i), "date": "2025-04-01", "text": text}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
