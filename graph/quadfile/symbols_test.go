package quadfile

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func trained(texts ...string) *symbols {
	var s sample
	for _, text := range texts {
		s.add([]byte(text))
	}
	return train(s.rests())
}

func TestSymbols(t *testing.T) {
	text := strings.Repeat("The Prime Minister met the President of the country in the capital. ", 20)
	table := trained(text, text+"a", "b"+text)
	code := table.encode(nil, []byte(text))
	if len(code) > len(text)/3 {
		t.Errorf("%d bytes of %d", len(code), len(text))
	}
	for _, s := range []string{"", text, "\x00\xff\xfe", "ü", strings.Repeat("\xff", 20), text[:7]} {
		got, ok := table.decode([]byte("x"), table.encode(nil, []byte(s)))
		if !ok || string(got) != "x"+s {
			t.Errorf("got %q, %v, want %q", got, ok, s)
		}
	}
	same, err := readSymbols(table.append(nil))
	if err != nil || !slices.Equal(same.list, table.list) || same.first != table.first {
		t.Errorf("the table is another, %v", err)
	}
	for _, bad := range strings.Split("/\x01/\x01\x00/\x01\x09abcdefghi/\x01\x02a/\x00a/\x02\x01b\x01a/\x02\x01a\x01a", "/") {
		if _, err := readSymbols([]byte(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
	if _, ok := table.decode(nil, []byte{escape}); ok {
		t.Error("an escape without a byte is read")
	}
}

func FuzzSymbols(f *testing.F) {
	f.Add("the sample of the text", []byte("the text"))
	f.Add("", []byte{255, 0})
	f.Fuzz(func(t *testing.T, text string, data []byte) {
		table := trained(text, text+text)
		if got, ok := table.decode(nil, table.encode(nil, data)); !ok || !bytes.Equal(got, data) {
			t.Errorf("got %q, %v, want %q", got, ok, data)
		}
		table.decode(nil, data)
		if other, err := readSymbols(data); err == nil && !bytes.Equal(other.append(nil), data) {
			t.Errorf("%q is written as %q", data, other.append(nil))
		}
	})
}
