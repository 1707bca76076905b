package identity

import (
	_ "embed"
	"iter"
	"regexp"
	"slices"
	"strings"
)

// What this package knows of language stands in data, a line a word or a name.
var (
	//go:embed data/words.tsv
	wordsFile string
	//go:embed data/spellings.txt
	spellingsFile string
	//go:embed data/shortforms.txt
	shortFormsFile string
	//go:embed data/bodies.txt
	bodiesFile string
)

// Words of names and titles, by their class in data/words.tsv.
var (
	nameSuffixes = wordsOf("suffix")
	articles     = wordsOf("article")
	joints       = wordsOf("joint")
	fillers      = wordsOf("filler")
	lesser       = wordsOf("lesser")
)

// spellings give for a word of a name the spelling that stands for all.
var spellings = func() map[string]string {
	m := map[string]string{}
	for line := range linesOf(spellingsFile) {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

// shortForms give the names that a short form can stand for.
var shortForms = func() map[string][]string {
	m := map[string][]string{}
	for line := range linesOf(shortFormsFile) {
		words := strings.Fields(line)
		m[words[0]] = words[1:]
	}
	return m
}()

// bodies finds words of organisations that most countries have one of.
var bodies = regexp.MustCompile(`\b(` + strings.Join(slices.Collect(linesOf(bodiesFile)), "|") + `)\b`)

func wordsOf(class string) map[string]bool {
	m := map[string]bool{}
	for line := range linesOf(wordsFile) {
		if columns := strings.Split(line, "\t"); columns[1] == class {
			m[columns[0]] = true
		}
	}
	return m
}

// linesOf gives the lines of a file that are neither blank nor a comment.
func linesOf(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
