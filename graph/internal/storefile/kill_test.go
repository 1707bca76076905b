package storefile_test

import (
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/relata-graph/relata/graph/internal/storefile"
)

// TestMain makes the test binary a writer where the environment names a file: it
// puts file after file there until it is killed.
func TestMain(m *testing.M) {
	path := os.Getenv("STOREFILE_WRITE")
	if path == "" {
		os.Exit(m.Run())
	}
	l, err := storefile.Acquire(path)
	for n := 1; err == nil; n++ {
		err = l.Replace(contents(n % 100))
	}
	os.Stderr.WriteString(err.Error())
	os.Exit(1)
}

// TestKilledWriter kills writers at random: the file is always one that a writer
// has written, and the next can write.
func TestKilledWriter(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	makeFile(t, path, 5)
	rnd := rand.New(rand.NewSource(1))
	for i := range 50 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "STOREFILE_WRITE="+path)
		var stderr strings.Builder
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rnd.Int63n(int64(60 * time.Millisecond))))
		cmd.Process.Kill()
		cmd.Wait()
		if stderr.Len() > 0 {
			t.Fatalf("writer %d: %s", i, &stderr)
		}
		mustDump(t, path)
	}
	makeFile(t, path, 5)
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left: %v", entries)
	}
}
