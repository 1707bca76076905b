package nlp

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func loadModel(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// analyse tags and parses a text of one sentence.
func analyse(t testing.TB, text string, groups ...string) *Sentence {
	t.Helper()
	m := loadModel(t)
	doc := Split(text)
	if len(doc.Sentences) != 1 {
		t.Fatalf("%d sentences in %q, want 1", len(doc.Sentences), text)
	}
	s := &doc.Sentences[0]
	m.Tag(s)
	var ranges []Range
	for _, g := range groups {
		at := strings.Index(text, g)
		var r Range
		for i, k := range s.Tokens {
			if k.Start == at {
				r.First = i
			}
			if k.End == at+len(g) {
				r.Last = i + 1
			}
		}
		ranges = append(ranges, r)
	}
	m.Parse(s, ranges)
	return s
}

// arc gives "relation(head, form)" of the first token with a form.
func arc(s *Sentence, form string) string {
	for _, t := range s.Tokens {
		if t.Form == form {
			head := "ROOT"
			if t.Head >= 0 {
				head = s.Tokens[t.Head].Form
			}
			return t.Deprel + "(" + head + ", " + form + ")"
		}
	}
	return "no " + form
}

func checkTree(t *testing.T, s *Sentence) {
	t.Helper()
	roots := 0
	for i := range s.Tokens {
		if s.Tokens[i].Head == -1 {
			roots++
			if s.Tokens[i].Deprel != "root" {
				t.Fatalf("root has relation %q", s.Tokens[i].Deprel)
			}
		}
		steps := 0
		for h := i; h >= 0; h = s.Tokens[h].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("token %d is in a cycle", i)
			}
		}
		if s.Tokens[i].Deprel == "" {
			t.Fatalf("token %d has no relation", i)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots, want 1", roots)
	}
}

func TestTag(t *testing.T) {
	m := loadModel(t)
	tests := []struct{ text, want string }{
		{"President Okoro met the Norwegian ministers in Lima on Friday.",
			"President/PROPN Okoro/PROPN meet/VERB the/DET Norwegian/ADJ minister/NOUN in/ADP Lima/PROPN on/ADP Friday/PROPN ./PUNCT"},
		{"She has visited three countries and won't be travelling again.",
			"she/PRON have/AUX visit/VERB three/NUM country/NOUN and/CCONJ will/AUX not/PART be/AUX travel/VERB again/ADV ./PUNCT"},
	}
	for _, test := range tests {
		s := &Split(test.text).Sentences[0]
		m.Tag(s)
		var got []string
		for _, k := range s.Tokens {
			got = append(got, k.Lemma+"/"+k.UPOS)
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("got  %s\nwant %s", g, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		text   string
		groups []string
		want   []string
	}{
		{"The minister was received by President Okoro on Friday.", []string{"President Okoro"},
			[]string{"nsubj:pass(received, minister)", "aux:pass(received, was)", "obl:agent(received, Okoro)", "flat(Okoro, President)"}},
		{"President Okoro met Norwegian Ambassador to Peru Kari Lund on Friday.", []string{"President Okoro", "Norwegian Ambassador to Peru Kari Lund"},
			[]string{"nsubj(met, Okoro)", "obj(met, Lund)", "flat(Lund, Norwegian)", "flat(Lund, to)", "obl(met, Friday)", "root(ROOT, met)"}},
		{"The two sides agreed to continue enhancing trust.", nil,
			[]string{"nsubj(agreed, sides)", "xcomp(agreed, continue)", "xcomp(continue, enhancing)", "obj(enhancing, trust)"}},
		{"Norway's minister thanked the president who visited Oslo.", nil,
			[]string{"nmod:poss(minister, Norway)", "nsubj(thanked, minister)", "obj(thanked, president)", "acl:relcl(president, visited)"}},
	}
	for _, test := range tests {
		s := analyse(t, test.text, test.groups...)
		checkTree(t, s)
		for _, want := range test.want {
			form := strings.TrimSuffix(want[strings.Index(want, ", ")+2:], ")")
			if got := arc(s, form); got != want {
				t.Errorf("%s\ngot %s, want %s", test.text, got, want)
			}
		}
	}
}

// TestNews parses sentences as news writes them, with our own analysis of each.
func TestNews(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "news.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	m := loadModel(t)
	n, right := 0, 0
	for _, s := range gold.Sentences {
		got := Sentence{Tokens: make([]Token, len(s.Tokens))}
		for i, k := range s.Tokens {
			got.Tokens[i] = Token{Form: k.Form}
		}
		m.Tag(&got)
		m.Parse(&got, nil)
		for i, k := range s.Tokens {
			if k.UPOS == "PUNCT" {
				continue
			}
			n++
			if g := got.Tokens[i]; g.Head == k.Head && g.Deprel == k.Deprel {
				right++
			} else {
				t.Logf("%s: %s: got %s of %d, want %s of %d", gold.Text[s.Start:s.End], k.Form, g.Deprel, g.Head+1, k.Deprel, k.Head+1)
			}
		}
	}
	if right*100 < 95*n {
		t.Errorf("%d of %d words have the right head and relation, want 95%%", right, n)
	}
}

func TestParseAlwaysTree(t *testing.T) {
	m := loadModel(t)
	random := rand.New(rand.NewPCG(1, 1))
	words := strings.Fields(newsText + " - , \" ( ) 's who which and to of | … Việt Nam")
	for _, n := range []int{1, 2, 3, 10, 50, 10000} {
		for range min(20, 100000/n) {
			s := &Sentence{}
			for range n {
				s.Tokens = append(s.Tokens, Token{Form: words[random.IntN(len(words))], Head: -1})
			}
			m.Tag(s)
			var groups []Range
			for i := random.IntN(4); i+5 < n; i += 5 + random.IntN(10) {
				groups = append(groups, Range{i, i + 1 + random.IntN(4)})
			}
			m.Parse(s, groups)
			if n < 10000 {
				checkTree(t, s)
			}
			for _, g := range groups {
				for j := g.First; j < g.Last-1; j++ {
					if s.Tokens[j].Head != g.Last-1 || s.Tokens[j].Deprel != "flat" {
						t.Fatalf("token %d of group %v: head %d", j, g, s.Tokens[j].Head)
					}
				}
			}
		}
	}
	m.Parse(&Sentence{}, nil)
	m.Tag(&Sentence{})
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { analyse(t, "President Okoro met the Norwegian ministers in Lima on Friday.") })
	}
	wg.Wait()
}

// checkCoNLLU fails if reading what WriteCoNLLU writes does not give the same.
func checkCoNLLU(t *testing.T, doc *Document) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, doc); err != nil {
		t.Fatal(err)
	}
	back, err := ReadCoNLLU(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if len(back.Sentences) != len(doc.Sentences) {
		t.Fatalf("%d sentences, want %d", len(back.Sentences), len(doc.Sentences))
	}
	for i, s := range doc.Sentences {
		for j, want := range s.Tokens {
			got := back.Sentences[i].Tokens[j]
			if got.Form != want.Form || got.Lemma != want.Lemma || got.UPOS != want.UPOS || got.Head != want.Head || got.Deprel != want.Deprel {
				t.Fatalf("token %+v, want %+v", got, want)
			}
			if f := back.Text[got.Start:got.End]; f != want.Form {
				t.Fatalf("offsets give %q, want %q", f, want.Form)
			}
		}
	}
}

func TestCoNLLU(t *testing.T) {
	m := loadModel(t)
	doc := Split(newsText)
	for i := range doc.Sentences {
		m.Tag(&doc.Sentences[i])
		m.Parse(&doc.Sentences[i], nil)
	}
	checkCoNLLU(t, doc)
	for _, bad := range []string{"1\tword\n", "1\ta\t_\tX\t_\t_\t9\tdep\t_\t_\n\n", "2\ta\t_\tX\t_\t_\t0\troot\t_\t_\n", "1\ta\t_\tX\t_\t_\tx\troot\t_\t_\n"} {
		if _, err := ReadCoNLLU(strings.NewReader(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

// TestAccuracy guards the embedded models. It needs the treebanks in the
// directory RELATA_DATA, or ../shared/data beside the repository.
func TestAccuracy(t *testing.T) {
	dir := os.Getenv("RELATA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "UD_English-EWT", "en_ewt-ud-dev.conllu"))
	if err != nil {
		t.Skip("the treebanks are not here: ", err)
	}
	defer f.Close()
	gold, err := ReadCoNLLU(f)
	if err != nil {
		t.Fatal(err)
	}
	m := loadModel(t)
	var n, upos, lemma, las int
	for _, s := range gold.Sentences {
		got := Sentence{Tokens: make([]Token, len(s.Tokens))}
		for i, k := range s.Tokens {
			got.Tokens[i] = Token{Form: k.Form}
		}
		m.Tag(&got)
		m.Parse(&got, nil)
		for i, k := range s.Tokens {
			g := got.Tokens[i]
			n++
			if g.UPOS == k.UPOS {
				upos++
			}
			if g.Lemma == k.Lemma {
				lemma++
			}
			if g.Head == k.Head && g.Deprel == k.Deprel {
				las++
			}
		}
	}
	for _, c := range []struct {
		name       string
		right, min int
	}{{"UPOS", upos, 95}, {"lemmas", lemma, 95}, {"LAS", las, 82}} {
		if c.right*100 < c.min*n {
			t.Errorf("%s %.2f%%, want %d at least", c.name, 100*float64(c.right)/float64(n), c.min)
		}
	}
}
