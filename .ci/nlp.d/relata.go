// Relata prints for each line of a file its tokens with tags and its names, and how many
// megabytes a second of processor time that took.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

type line struct {
	Tokens [][2]string `json:"tokens"`
	Names  [][2]string `json:"names"`
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	check(err)
	model, err := nlp.Load()
	check(err)
	names, err := nlp.LoadNames()
	check(err)
	read := func(text string) (l line) {
		doc := nlp.Split(text)
		for i := range doc.Sentences {
			model.Tag(&doc.Sentences[i])
		}
		clues := mention.Clues(doc)
		for i, s := range doc.Sentences {
			for _, t := range s.Tokens {
				l.Tokens = append(l.Tokens, [2]string{text[t.Start:t.End], t.UPOS})
			}
			for _, n := range names.Names(s.Tokens, clues[i]) {
				of := map[nlp.NameType]string{nlp.PersonName: "PER", nlp.LocationName: "LOC", nlp.OrganizationName: "ORG"}[n.Type]
				l.Names = append(l.Names, [2]string{text[s.Tokens[n.First].Start:s.Tokens[n.Last-1].End], of})
			}
		}
		return l
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, text := range lines {
		out, err := json.Marshal(read(text))
		check(err)
		fmt.Fprintf(w, "%s\n", out)
	}
	size, start := 0, used()
	for used()-start < 3 {
		for i := 0; i+20 <= len(lines); i += 20 {
			text := strings.Join(lines[i:i+20], " ")
			read(text)
			size += len(text)
		}
	}
	fmt.Fprintf(w, "{\"speed\": %f}\n", float64(size)/1e6/(used()-start))
}

// used gives the seconds of processor time that the program took.
func used() float64 {
	var r syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &r))
	return float64(r.Utime.Sec) + float64(r.Utime.Usec)/1e6
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
