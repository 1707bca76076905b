package fault

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestContain(t *testing.T) {
	var empty []int
	for _, test := range []struct {
		name, says string
		f          func()
	}{
		{"nothing", "", func() {}},
		{"an index", "fault of relata: runtime error: index out of range [1] with length 0, at fault_test.go:", func() { _ = empty[len(empty)+1] }},
		{"a text", "fault of relata: no, at fault_test.go:", func() { panic("no") }},
		{"an error", "fault of relata: EOF, at fault_test.go:", func() { panic(io.EOF) }},
		{"a fault of another goroutine", "fault of relata: no, at fault_test.go:", func() { panic(Contain(func() { panic("no") })) }},
	} {
		err := Contain(test.f)
		if test.says == "" && err == nil {
			continue
		}
		if !errors.Is(err, Err) || !strings.HasPrefix(err.Error(), test.says) || strings.Count(err.Error(), "at ") != 1 {
			t.Errorf("%s: %v, want %q", test.name, err, test.says)
		}
	}
}
