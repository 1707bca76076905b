package nlp

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// split gives the sentences of a text as lines of tokens.
func split(text string) []string {
	var out []string
	for _, s := range Split(text).Sentences {
		var forms []string
		for _, t := range s.Tokens {
			forms = append(forms, t.Form)
		}
		out = append(out, strings.Join(forms, " "))
	}
	return out
}

func TestSplit(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"titles and initials", "Mr. Okoro met Dr. Ma. Lourdes P. Reyes on Monday. Gen. J.R. Smith, Jr. left.",
			[]string{"Mr. Okoro met Dr. Ma. Lourdes P. Reyes on Monday .", "Gen. J.R. Smith , Jr. left ."}},
		{"U.S. inside and at the end", "The U.S. President left the U.S. He flew to Lima.",
			[]string{"The U.S. President left the U.S.", "He flew to Lima ."}},
		{"times and numbers", "Item No. 5 starts at 9:30 a.m. Tuesday and costs $3.2 billion, A$1.7bn or 10.5%.",
			[]string{"Item No. 5 starts at 9:30 a.m. Tuesday and costs $ 3.2 billion , A$ 1.7 bn or 10.5 % ."}},
		{"no is not number", "She said no. They left.", []string{"She said no .", "They left ."}},
		{"dateline with a dash", "QUITO — President Lan arrived.", []string{"QUITO —", "President Lan arrived ."}},
		{"dateline twice", "PERU, March 3 - LIMA – Ministers met.", []string{"PERU , March 3 - LIMA –", "Ministers met ."}},
		{"dateline with an agency", "OSLO (Newswire) - Ministers met.", []string{"OSLO ( Newswire ) -", "Ministers met ."}},
		{"no dateline", "Ministers met - NATO said.", []string{"Ministers met - NATO said ."}},
		{"quotes", `“We agree. We sign,” she said. "Why?" he asked. "Yes."`,
			[]string{"“ We agree .", "We sign , ” she said .", `" Why ? " he asked .`, `" Yes . "`}},
		{"clitics", "Japan's minister didn't say he'll, we’re and students' can't, cannot.",
			[]string{"Japan 's minister did n't say he 'll , we ’re and students ' ca n't , can not ."}},
		{"hyphens", "The U.S.-Kenya and Việt Nam-Japan ties, people-to-people, pro-peace, re-elected.",
			[]string{"The U.S. - Kenya and Việt Nam - Japan ties , people - to - people , pro-peace , re-elected ."}},
		{"names with hyphens", "Haider al-Rashid, Park Ki-moon, Lin Ching-te and Jean-Luc Martin had COVID-19.",
			[]string{"Haider al-Rashid , Park Ki-moon , Lin Ching-te and Jean-Luc Martin had COVID-19 ."}},
		{"compounds", "The Swiss-led, London-based and Win-win talks of 2003-04.",
			[]string{"The Swiss - led , London - based and Win - win talks of 2003 - 04 ."}},
		{"addresses", "See https://example.org/a?b=c, or write to a.b@example.org.",
			[]string{"See https://example.org/a?b=c , or write to a.b@example.org ."}},
		{"headlines", "Minister visits Lima\nTrade deal signed\n\nShe left.", []string{"Minister visits Lima", "Trade deal signed", "She left ."}},
		{"wrapped", "The President of Peru met on Monday the visiting prime minister of\nCanada in the capital, where both of them signed a long agreement on\nfish. They left.",
			[]string{"The President of Peru met on Monday the visiting prime minister of Canada in the capital , where both of them signed a long agreement on fish .", "They left ."}},
		{"numbered", "2. During the visit, she met him.\n3 The MOU covers trade.",
			[]string{"2 .", "During the visit , she met him .", "3", "The MOU covers trade ."}},
		{"bullets and cells", "• First point\n• Second point\nHome | News | Sport",
			[]string{"• First point", "• Second point", "Home |", "News |", "Sport"}},
		{"list on one line", "- Ana Ruiz, Chair - Joe Hall, Member", []string{"- Ana Ruiz , Chair", "- Joe Hall , Member"}},
		{"glued", "They ended the visit.The talks went on.", []string{"They ended the visit .", "The talks went on ."}},
		{"invisible", "Vie\u0323\u0302t\u00a0Nam\u200b co\u00adoperates", []string{"Việt Nam cooperates"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := split(test.text); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// checkOffsets fails unless tokens and sentences slice the text in order.
func checkOffsets(t *testing.T, text string) *Document {
	t.Helper()
	doc := Split(text)
	last := 0
	for _, s := range doc.Sentences {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %v does not span its tokens", s.Span)
		}
		for _, k := range s.Tokens {
			if k.Start < last || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %v after %d", k.Span, last)
			}
			last = k.End
			if !utf8.ValidString(k.Form) || !norm.NFC.IsNormalString(k.Form) || k.Form == "" {
				t.Fatalf("form %q of %q", k.Form, text[k.Start:k.End])
			}
		}
	}
	return doc
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"", "LIMA — President Lan met “Mr. Sato”.\n\n2. Việt Nam-Japan", "\xff\xfe.\xf0\x9f", "a\u0301\u200b-b's n't U.S. 1,000.5% a@b.c://",
		"-.-.-", "'s'’ll\r\n\r\n|x|\u2028(a) No. 5", "\u0301abc \u00ad", "$$$ A$1 'll",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := checkOffsets(t, text)
		// Nothing but white space and invisible runes is left out.
		last := 0
		gap := func(s string) {
			for _, r := range s {
				if !isSpace(r) && !invisible(r) {
					t.Fatalf("%q is in no token", s)
				}
			}
		}
		for _, s := range doc.Sentences {
			for _, k := range s.Tokens {
				gap(text[last:k.Start])
				last = k.End
			}
		}
		gap(text[last:])
	})
}

const newsText = `LIMA — President Amara Okoro on June 6 hosted a reception for the Norwegian Ambassador to Peru, Kari Lund, during which she affirmed that Norway remains a key partner and a top priority in Peru's foreign policy.

The two sides agreed to continue enhancing political trust, and to co-operate on semiconductor research. "We will sign the agreement in March," Mr. Lund said, adding that the U.S.-Peru talks were held at 3 p.m. Tuesday in Washington, D.C. The $3.2 billion deal hasn't been finalised.
`

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(newsText+"\n", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}
