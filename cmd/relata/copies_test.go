package main

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestCopies finds a text that was printed with another head and foot, and not texts that
// share only words.
func TestCopies(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func(words int) string {
		var out []string
		for range words {
			out = append(out, fmt.Sprintf("word%d", random.IntN(300)))
		}
		return strings.Join(out, " ")
	}
	sketches := map[string]sketch{}
	add := func(id, text string) {
		if s, ok := sketchOf(text); ok {
			sketches[id] = s
		}
	}
	wire := text(400)
	add("paper-b", "LIMA (Wire) - "+wire)
	add("paper-a", strings.ToUpper(wire)+". More follows.")
	add("paper-c", strings.ReplaceAll(wire, " ", ",\n"))
	other := text(200)
	add("twin-1", other)
	add("twin-2", other)
	for i := range 300 {
		add(fmt.Sprint("text-", i), text(300))
	}
	add("note-1", "See above.")
	add("note-2", "See above.")
	want := [][]string{{"paper-a", "paper-b", "paper-c"}, {"twin-1", "twin-2"}}
	if got := copies(sketches); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
