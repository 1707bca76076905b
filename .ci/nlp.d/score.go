// Score prints a table of what programs found in sentences, beside a treebank and its names.
// Punctuation is left out, since compromise has none; tags are coarse, since theirs differ.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A span is what stands where in a sentence, in bytes.
type span struct{ start, end int }

type sentence struct {
	text   string
	tokens map[span]string // coarse tags
	names  map[span]string // types; nil if nobody has looked for names
}

// coarse are classes that all tag sets tell apart: particles, prepositions and conjunctions are one, and so are determiners
// and pronouns, verbs and auxiliaries.
var coarse = map[string]string{
	"AUX": "VERB", "PRON": "DET", "SCONJ": "ADP", "CCONJ": "ADP", "PART": "ADP", "PUNCT": "", "SYM": "", "INTJ": "X", "SPACE": "",
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
	"VBP": "VERB", "VBZ": "VERB", "MD": "VERB", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV",
	"WRB": "ADV", "IN": "ADP", "TO": "ADP", "RP": "ADP", "POS": "ADP", "CC": "ADP", "DT": "DET", "PDT": "DET", "WDT": "DET",
	"PRP": "DET", "PRP$": "DET", "WP": "DET", "WP$": "DET", "EX": "DET", "CD": "NUM", "UH": "X", "FW": "X", "LS": "X",
}

func class(form, tag string) string {
	if low := strings.ToLower(form); low == "not" || low == "n't" || low == "n’t" {
		return "ADV"
	}
	if !strings.ContainsFunc(form, func(r rune) bool { return r > 127 || r >= '0' && r <= '9' || r|32 >= 'a' && r|32 <= 'z' }) {
		return ""
	}
	switch form {
	case "“", "”", "‘", "’", "–", "—", "…", "£", "€":
		return ""
	}
	if c, ok := coarse[tag]; ok {
		return c
	}
	return tag
}

// placed gives where forms stand in a text, one after the other.
func placed(text string, forms [][2]string, put func(s span, tag string)) {
	at := 0
	for _, f := range forms {
		i := strings.Index(text[at:], f[0])
		if f[0] == "" || i < 0 {
			continue
		}
		put(span{at + i, at + i + len(f[0])}, f[1])
		at += i + len(f[0])
	}
}

func main() {
	gold := readTrees(os.Args[1])
	readNames(os.Args[2], gold)
	fmt.Println("| | words found F1 | tags right | names P R F1 | MB/s, one core |\n|---|---|---|---|---|")
	for _, path := range os.Args[3:] {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		score(name, path, gold)
	}
}

type line struct {
	Tokens [][2]string
	Names  [][2]string
	Speed  float64
}

func score(name, path string, gold []sentence) {
	var words, tags, names tally
	speed, named := 0.0, false
	lines := linesOf(path)
	for i, text := range lines {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			fmt.Fprintln(os.Stderr, path, err)
			os.Exit(1)
		}
		if i == len(lines)-1 {
			speed = l.Speed
			break
		}
		g := &gold[i]
		tokens := map[span]string{}
		placed(g.text, l.Tokens, func(s span, tag string) {
			if c := class(g.text[s.start:s.end], tag); c != "" {
				tokens[s] = c
			}
		})
		words.count(tokens, g.tokens, false)
		tags.count(tokens, g.tokens, true)
		found := map[span]string{}
		for _, n := range l.Names { // not all of them come in order
			for at := 0; ; {
				j := strings.Index(g.text[at:], n[0])
				if j < 0 || n[0] == "" {
					break
				}
				s := span{at + j, at + j + len(n[0])}
				if at = s.end; found[s] == "" {
					found[s] = n[1]
					break
				}
			}
		}
		if g.names != nil {
			names.count(found, g.names, true)
		}
		named = named || l.Names != nil
	}
	shown := "none"
	if p, r, f := names.score(); named {
		shown = fmt.Sprintf("%.3f %.3f %.3f", p, r, f)
	}
	_, _, f := words.score()
	_, right, _ := tags.score()
	fmt.Printf("| %s | %.3f | %.3f | %s | %.2f |\n", name, f, right, shown, speed)
}

type tally struct{ right, found, wanted int }

func (t *tally) count(found, wanted map[span]string, tags bool) {
	t.found += len(found)
	t.wanted += len(wanted)
	for s, tag := range found {
		if w, ok := wanted[s]; ok && (!tags || w == tag) {
			t.right++
		}
	}
}

func (t *tally) score() (p, r, f float64) {
	p, r = float64(t.right)/float64(max(t.found, 1)), float64(t.right)/float64(max(t.wanted, 1))
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

func readTrees(path string) []sentence {
	var list []sentence
	var forms [][2]string
	for _, l := range linesOf(path) {
		if text, ok := strings.CutPrefix(l, "# text = "); ok {
			list = append(list, sentence{text: text, tokens: map[span]string{}})
		}
		f := strings.Split(l, "\t")
		if len(f) == 10 && !strings.ContainsAny(f[0], "-.") {
			forms = append(forms, [2]string{f[1], f[3]})
		}
		if l == "" && len(list) > 0 {
			g := &list[len(list)-1]
			placed(g.text, forms, func(s span, tag string) {
				if c := class(g.text[s.start:s.end], tag); c != "" {
					g.tokens[s] = c
				}
			})
			forms = nil
		}
	}
	return list
}

func readNames(path string, gold []sentence) {
	index := map[string]int{} // the orders of the two files differ
	for i, g := range gold {
		index[g.text] = i
	}
	i := -1
	var forms [][2]string
	for _, l := range linesOf(path) {
		if text, ok := strings.CutPrefix(l, "# text = "); ok {
			if i, ok = index[text]; ok {
				gold[i].names = map[span]string{}
			} else {
				i = -1
			}
		}
		if f := strings.Split(l, "\t"); len(f) >= 3 && !strings.HasPrefix(l, "#") {
			forms = append(forms, [2]string{f[1], f[2]})
		}
		if l != "" {
			continue
		}
		if i < 0 {
			forms = nil
			continue
		}
		var at span
		of := ""
		put := func() {
			if of != "" && of != "OTH" {
				gold[i].names[at] = of
			}
		}
		placed(gold[i].text, forms, func(s span, tag string) {
			switch {
			case strings.HasPrefix(tag, "I-") && of != "":
				at.end = s.end
				return
			case tag == "O":
				put()
				of = ""
			default:
				put()
				at, of = s, tag[2:]
			}
		})
		put()
		forms = nil
	}
}

func linesOf(path string) []string {
	file, err := os.Open(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer file.Close()
	var lines []string
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		lines = append(lines, in.Text())
	}
	return lines
}
