package source

import (
	"strings"
	"testing"
)

func TestRejoined(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"a name that stands elsewhere", "Mr Ki-\nmani spoke.\nKimani left.", "Mr Kimani\nspoke.\nKimani left."},
		{"the end of a sentence", "The agree-\nment.\nAn agreement", "The agreement.\nAn agreement"},
		{"with a mark behind", "the agree-\r\n  ment, which\r\nAgreement", "the agreement,\nwhich\r\nAgreement"},
		{"a hyphen that stands elsewhere", "a well-\nknown man, a well-known text", "a well-known\nman, a well-known text"},
		{"both", "co-\nop a co-op, a coop, co-op", "co-op\na co-op, a coop, co-op"},
		{"nothing tells", "a well-\nknown man", "a well-\nknown man"},
		{"a capital", "Vice-\nPresident, Vicepresident", "Vice-\nPresident, Vicepresident"},
		{"a longer compound", "a mother-in-\nlaw, an inlaw", "a mother-in-\nlaw, an inlaw"},
		{"a dash", "the talks -\nand tea", "the talks -\nand tea"},
		{"a blank line", "the agree-\n\nment. Agreement", "the agree-\n\nment. Agreement"},
		{"a soft hyphen", "the agree\u00AD\nment was", "the agreement\nwas"},
		{"a text with hyphenation", "the minis-\nter of Ke-\nnya spoke to the govern-\nment of short-\nand long-term aid and tea",
			"the minister\nof Kenya\nspoke to the government\nof short-\nand long-term aid and tea"},
		{"a text with hyphens", strings.Repeat("a long-term plan, ", 20) + "a state-\nowned firm, a pro-\nreform man, an anti-\nwar one",
			strings.Repeat("a long-term plan, ", 20) + "a state-\nowned firm, a pro-\nreform man, an anti-\nwar one"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := rejoined(test.in); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestReadRejoins(t *testing.T) {
	if got := one(t, "a.txt", "Peter Ki-\nmani met Lan.\nKimani left.\n", Options{}).Text; got != "Peter Kimani\nmet Lan.\nKimani left.\n" {
		t.Errorf("got %q", got)
	}
}
