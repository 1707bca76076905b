package world

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"Việt Nam", "viet nam"},
		{"Đà Nẵng", "da nang"},
		{"Łódź", "lodz"},
		{"Tromsø", "tromso"},
		{"Straße", "strasse"},
		{"Çankaya", "cankaya"},
		{"İstanbul", "istanbul"},
		{"Ilham Əliyev", "ilham aliyev"},
		{"Þórdís", "thordis"},
		{"Nuku‘alofa", "nuku'alofa"},
		{"“Timor–Leste”", `"timor-leste"`},
		{"  New\u00a0\tDelhi\n", "new delhi"},
		{"Sou\u00adth\u200b Sudan", "south sudan"},
		{"ＮＡＴＯ", "nato"},
		{"Горбачёв", "горбачев"},
		{"がんばる", "がんばる"},
		{"한국", "한국"},
		{"", ""},
		{"\xff", "\ufffd"},
	} {
		if got := Fold(test.in); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Lương Cường", "U.S.", "Ǆ ẞ İ", "a\u0301\u0323", " \u2003x", "\xff\xfe", "´¨", "ﬁ Ⅷ ㎏"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Fold(%q) = %q is not valid UTF-8", s, got)
		}
		if again := Fold(got); again != got {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, got, again)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fold("Nguyễn Thị Hương")
		Fold("Kamikawa")
		Fold("minister")
	}
}
