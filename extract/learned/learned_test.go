package learned

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// examples are of two labels, of which the first holds with the feature 1 and without 2,
// the second, where it is known, with 3, among features that tell nothing.
func examples() []Example {
	r := rand.New(rand.NewPCG(7, 7))
	var out []Example
	for range 60_000 {
		e := Example{Weight: 1}
		has := func(f uint32) bool {
			if r.IntN(2) == 0 {
				return false
			}
			e.Features = append(e.Features, Feature("f", string('0'+rune(f))))
			return true
		}
		if one, two := has(1), has(2); one && !two {
			e.Right |= 1
		} else {
			e.Wrong |= 1
		}
		if three := has(3); r.IntN(3) > 0 {
			if three {
				e.Right |= 2
			} else {
				e.Wrong |= 2
			}
		}
		for range 5 {
			e.Features = append(e.Features, Feature("noise", string('a'+rune(r.IntN(26)))))
		}
		out = append(out, e)
	}
	return out
}

func trained(t *testing.T) ([]byte, *Model) {
	t.Helper()
	data := Train([]Label{{"first", 0.5}, {"second", 1}}, examples()).Encode()
	m, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return data, m
}

func TestTrain(t *testing.T) {
	data, m := trained(t)
	if again, _ := trained(t); !bytes.Equal(data, again) {
		t.Error("the same examples give another model")
	}
	if l := m.Labels(); len(l) != 2 || l[0] != (Label{"first", 0.5}) || l[1] != (Label{"second", 1}) {
		t.Errorf("labels are %v", l)
	}
	scores := func(features ...string) Scores {
		s := m.Scores()
		for _, f := range features {
			m.Add([]uint32{Feature("never seen", f), Feature("f", f)}, s)
		}
		return s
	}
	none := scores()
	for _, c := range []struct {
		features      string
		first, second bool // whether it is likelier than without the features
	}{
		{"1", true, false},
		{"12", false, false},
		{"13", true, true},
		{"23", false, true},
		{"123", false, true},
	} {
		s := scores(strings.Split(c.features, "")...)
		if first, second := s.Of(0) > none.Of(0)+0.5, s.Of(1) > none.Of(1)+0.5; first != c.first || second != c.second {
			t.Errorf("features %s: scores %.2f and %.2f, of none %.2f and %.2f; want above these: %v, %v",
				c.features, s.Of(0), s.Of(1), none.Of(0), none.Of(1), c.first, c.second)
		}
	}
}

// TestParse damages the file of a model in all ways by a byte or a cut: each is reported or
// gives a model that can be asked.
func TestParse(t *testing.T) {
	data, _ := trained(t)
	ask := func(data []byte) {
		m, err := Parse(data)
		if err != nil {
			return
		}
		s := m.Scores()
		for i := range uint32(64) {
			m.Add([]uint32{i<<26 | i, Feature("f", "1")}, s)
		}
	}
	for i := range data {
		if _, err := Parse(data[:i]); err == nil && i < len(magic)+8 {
			t.Errorf("the first %d bytes are taken for a model", i)
		}
		ask(data[:i])
		for _, b := range []byte{0, 1, 127, 255} {
			damaged := bytes.Clone(data)
			damaged[i] = b
			ask(damaged)
		}
	}
	if _, err := Parse([]byte("relations:\n")); err == nil {
		t.Error("a rule file is taken for a model")
	}
}

func TestBlank(t *testing.T) {
	m := Blank([]Label{{"first", 0}})
	s := m.Scores()
	m.Add([]uint32{0, 1, 1 << 31, 1<<32 - 1}, s)
	if s.Of(0) != 0 {
		t.Errorf("score %v of what was not learned", s.Of(0))
	}
}
