package mention

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFloors holds the list of files in the package comment to those that are there.
func TestFloors(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	told := []string{"doc.go"}
	for _, m := range regexp.MustCompile(`(?m)^//\t([a-z]+(?:, [a-z]+)*)`).FindAllStringSubmatch(string(doc), -1) {
		for name := range strings.SplitSeq(m[1], ", ") {
			told = append(told, name+".go")
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, f := range files {
		if name := f.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			have = append(have, name)
		}
	}
	slices.Sort(told)
	if !slices.Equal(told, have) {
		t.Errorf("the package comment tells of %v\nthe files are %v", told, have)
	}
}
