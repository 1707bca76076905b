package nlp

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTrainNames trains twice on a few sentences: both models must have the
// same bytes and know their sentences by heart.
func TestTrainNames(t *testing.T) {
	m := loadModel(t)
	doc := Split("President Amara Okonkwo met John Whitfield in Lima. The University of Leeds opened an office in Nairobi. The talks ended.")
	names := [][]Name{
		{{Range: Range{1, 3}, Type: PersonName}, {Range: Range{4, 6}, Type: PersonName}, {Range: Range{7, 8}, Type: LocationName}},
		{{Range: Range{1, 4}, Type: OrganizationName}, {Range: Range{8, 9}, Type: LocationName}},
		nil,
	}
	data := NameData{Seed: 1}
	for range 20 {
		for i := range doc.Sentences {
			m.Tag(&doc.Sentences[i])
			data.Sentences = append(data.Sentences, NamedSentence{Tokens: doc.Sentences[i].Tokens, Names: names[i]})
		}
	}
	var files [2][]byte
	var trained *NameModel
	for k := range files {
		var err error
		if trained, err = TrainNames(data); err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := trained.Write(dir); err != nil {
			t.Fatal(err)
		}
		if files[k], err = os.ReadFile(filepath.Join(dir, "names.bin")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("names.bin differs from one training to the next")
	}
	for i, s := range doc.Sentences {
		got := trained.Names(s.Tokens, nil)
		if len(got) != len(names[i]) {
			t.Fatalf("names of sentence %d: %v, want %v", i+1, got, names[i])
		}
		for k, n := range got {
			if n.Range != names[i][k].Range || n.Type != names[i][k].Type {
				t.Errorf("name of sentence %d: %v, want %v", i+1, n, names[i][k])
			}
		}
	}
	if _, err := TrainNames(NameData{}); err == nil {
		t.Error("training on nothing gave no error")
	}
}
