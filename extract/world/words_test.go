package world

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the lists of words in order, with one row a word")

// TestWords holds the lists to their form: rows in order, each word once, each
// class explained and with words, numbers where code reads numbers.
func TestWords(t *testing.T) {
	explained := map[string]bool{}
	for f := range records("classes.tsv") {
		if len(f) != 2 || !strings.HasSuffix(f[0], strings.TrimSpace(f[0])) || f[1] == "" || explained[f[0]] {
			t.Errorf("classes.tsv: %q: want a class of its own and what its words are", f)
		}
		explained[f[0]] = true
	}
	source, err := os.ReadFile("classes.go")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range classes {
		if len(c.words) == 0 {
			t.Errorf("class %s: it has no words", name)
		}
		if !explained[name] {
			words := slices.Sorted(maps.Keys(c.words))
			t.Errorf("class %s of %q: classes.tsv does not have it", name, words[:min(len(words), 3)])
			continue
		}
		if !bytes.Contains(source, []byte(`class("`+name+`")`)) {
			t.Errorf("class %s: classes.go has no name for it", name)
		}
	}
	for _, name := range strings.Split(string(source), `class("`)[1:] {
		if name, _, _ = strings.Cut(name, `"`); !explained[name] {
			t.Errorf("class %s: not in classes.tsv", name)
		}
	}
	for _, c := range []Class{Month, Weekday, Number, GroupNumber, Contraction, OfficeGrade} {
		for word, value := range c.All() {
			if n, err := strconv.Atoi(value); err != nil || n <= 0 {
				t.Errorf("%q: value %q, want a number", word, value)
			}
		}
	}
	for _, list := range wordLists {
		for f := range records(list) {
			if len(f) < 2 || len(f) > 3 || strings.TrimSpace(f[0]) != f[0] || f[0] == "" || f[1] == "" {
				t.Errorf("%s: %q: want a word, a tab, its classes, and perhaps a tab and a comment", list, f)
				continue
			}
			named := map[string]bool{}
			for class := range strings.FieldsSeq(f[1]) {
				name, _, _ := strings.Cut(class, "=")
				if named[name] {
					t.Errorf("%s: %q: class %s is there twice", list, f[0], name)
				}
				named[name] = true
			}
		}
		have, _ := data.ReadFile("data/" + list)
		if want := inOrder(have); !bytes.Equal(have, want) {
			if !*update {
				t.Errorf("%s: rows are not in order, or a word has two: go test ./extract/world -update", list)
			} else if err := os.WriteFile("data/"+list, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// inOrder sorts the rows of a list below its comment and joins those of one word.
func inOrder(list []byte) []byte {
	var head []string
	type row struct {
		classes []string
		comment string
	}
	rows := map[string]row{}
	for line := range strings.Lines(string(list)) {
		if line[0] == '#' && len(rows) == 0 {
			head = append(head, line)
			continue
		}
		f := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), "", "")
		r := rows[f[0]]
		r.classes = append(r.classes, strings.Fields(f[1])...)
		r.comment = strings.TrimSpace(r.comment + " " + f[2])
		rows[f[0]] = r
	}
	words := make([]string, 0, len(rows))
	for w := range rows {
		words = append(words, w)
	}
	slices.Sort(words)
	var b bytes.Buffer
	b.WriteString(strings.Join(head, ""))
	for _, w := range words {
		r := rows[w]
		slices.Sort(r.classes)
		b.WriteString(w + "\t" + strings.Join(slices.Compact(r.classes), " "))
		if r.comment != "" {
			b.WriteString("\t" + r.comment)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}
