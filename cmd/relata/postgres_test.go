package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/lib/pq"
)

// newDatabase makes a database at the server that RELATA_POSTGRES names (.ci/postgres
// starts one), and gives its URL and what drops it; "" if there is no server.
func newDatabase(name string) (address string, drop func(), err error) {
	server := os.Getenv("RELATA_POSTGRES")
	if server == "" {
		return "", func() {}, nil
	}
	u, err := url.Parse(server)
	if err != nil {
		return "", nil, err
	}
	db, err := sql.Open("postgres", server)
	if err != nil {
		return "", nil, err
	}
	name = fmt.Sprintf("%s_%d", name, os.Getpid())
	u.Path = "/" + name
	_, err = db.Exec("CREATE DATABASE " + pq.QuoteIdentifier(name))
	return u.String(), func() {
		db.Exec("DROP DATABASE " + pq.QuoteIdentifier(name) + " WITH (FORCE)")
		db.Close()
	}, err
}

// TestKillPostgres is TestKill for a database.
func TestKillPostgres(t *testing.T) {
	address, drop, err := newDatabase("relata_kill")
	if err != nil {
		t.Fatal(err)
	}
	defer drop()
	if address == "" {
		t.Skip("no PostgreSQL: run .ci/postgres")
	}
	kills := 5
	if os.Getenv("RELATA_KILLS") != "" { // of a long test
		fmt.Sscan(os.Getenv("RELATA_KILLS"), &kills)
	}
	dir := t.TempDir()
	writeTexts(t, filepath.Join(dir, "news.jsonl"), min(400*kills, 3000))
	run := func(args ...string) (string, error) {
		cmd := exec.Command("relata", args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	rnd := rand.New(rand.NewSource(1))
	most, died := 0, 0
	for i := range kills {
		cmd := exec.Command("relata", "extract", "news.jsonl", "--store", address, "-j", "1")
		cmd.Dir = dir
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2*time.Second + time.Duration(rnd.Int63n(int64(2*time.Second)))) // it saves every two
		cmd.Process.Kill()
		if cmd.Wait() != nil {
			died++
		}
		out, err := run("store", "check", address)
		if strings.Contains(out, "nothing has been written yet") && most == 0 {
			continue
		}
		if n := documentsOf(t, out); err != nil || n < most {
			t.Fatalf("kill %d: %d documents, %d before\n%s", i, n, most, out)
		} else {
			most = n
		}
	}
	t.Logf("%d of %d runs died, with %d documents saved", died, kills, most)
	for _, args := range [][]string{
		{"extract", "news.jsonl", "--store", address, "-o", "killed.nq"},
		{"extract", "news.jsonl", "-o", "whole.nq"},
	} {
		if out, err := run(args...); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	a, errA := os.ReadFile(filepath.Join(dir, "killed.nq"))
	b, errB := os.ReadFile(filepath.Join(dir, "whole.nq"))
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("the graph is not that of an undisturbed run: %v, %v", errA, errB)
	}
}
