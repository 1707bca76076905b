package export_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
)

func TestPage(t *testing.T) {
	page := write(t, export.Page, store(t, results()), export.Options{})
	if regexp.MustCompile(`{{[a-z]+}}`).MatchString(page) {
		t.Error("a part of the page is missing")
	}
	if outside := regexp.MustCompile(`(?i)<(script|link|img|iframe)[^>]+(src|href)=`).FindString(page); outside != "" {
		t.Errorf("the page loads something: %s", outside)
	}
	_, rest, _ := strings.Cut(page, `<script id="data" type="application/json">`)
	data, _, _ := strings.Cut(rest, "</script>")
	var got struct {
		Shown []string
		Names [][]any
		Nodes [][]any
		Edges [][]any
		Facts [][]any
		Texts []string
		Words []string
	}
	if err := json.Unmarshal([]byte(data), &got); err != nil {
		t.Fatal(err)
	}
	// The denied meeting is there, to be shown on demand; Brandt is a node for it.
	if len(got.Nodes) != 3 || len(got.Edges) != 2 || len(got.Shown) != 1 {
		t.Errorf("%d nodes, %d edges, shown %v", len(got.Nodes), len(got.Edges), got.Shown)
	}
	// Facts of the people drawn, visits and offices too, but not who aided whom.
	if len(got.Facts) != 4 {
		t.Errorf("%d facts", len(got.Facts))
	}
	if text := strings.Join(got.Texts, "\n"); !strings.Contains(text, `& they`) || strings.Contains(text, "Norway") {
		t.Errorf("sentences: %s", text)
	}
	if got := write(t, export.Page, store(t, results()), export.Options{Statuses: []extract.Status{extract.Actual}}); strings.Contains(got, "denied having") {
		t.Error("a sentence of a fact that was not asked for")
	}
	if write(t, export.Page, store(t, nil), export.Options{}) == "" {
		t.Error("nothing is written of an empty graph")
	}
}

// The libraries are those that page/SOURCES.tsv names.
func TestPageSources(t *testing.T) {
	table, err := os.ReadFile("page/SOURCES.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
		f := strings.Split(line, "\t")
		data, err := os.ReadFile(filepath.Join("page", f[0]))
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(data)); sum != f[5] {
			t.Errorf("%s has the hash %s, SOURCES.tsv says %s", f[0], sum, f[5])
		}
	}
}
