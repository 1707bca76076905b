package nlp

import (
	"reflect"
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
		{"countries like articles", "The US-India pact, the UN-Kenya accord.", []string{"The US - India pact , the UN - Kenya accord ."}},
		{"names with hyphens", "Haider al-Rashid, Park Ki-moon, Lin Ching-te and Jean-Luc Martin had COVID-19.",
			[]string{"Haider al-Rashid , Park Ki-moon , Lin Ching-te and Jean-Luc Martin had COVID-19 ."}},
		{"compounds", "The Swiss-led, London-based and Win-win talks of 2003-04.",
			[]string{"The Swiss - led , London - based and Win - win talks of 2003 - 04 ."}},
		{"addresses", "See https://example.org/a?b=c, or write to a.b@example.org.",
			[]string{"See https://example.org/a?b=c , or write to a.b@example.org ."}},
		{"headlines", "Minister visits Lima\nTrade deal signed\n\nShe left.", []string{"Minister visits Lima", "Trade deal signed", "She left ."}},
		{"wrapped", "The President of Peru met on Monday the visiting prime minister of\nCanada in the capital, where both of them signed a long agreement on\nfish. They left.",
			[]string{"The President of Peru met on Monday the visiting prime minister of Canada in the capital , where both of them signed a long agreement on fish .", "They left ."}},
		{"wrapped before capitals", "OSLO, May 3 - Trade Minister Ana Ruiz met the Danish envoy Karl\nHolm in Bergen on Monday, and both of them signed an agreement\non fish. Ports Minister Eva Lima saw them there with President\nLuis Rey of Chile.",
			[]string{"OSLO , May 3 -", "Trade Minister Ana Ruiz met the Danish envoy Karl Holm in Bergen on Monday , and both of them signed an agreement on fish .", "Ports Minister Eva Lima saw them there with President Luis Rey of Chile ."}},
		{"lines that are not wrapped", "Trade Minister Ana Ruiz visits the Port of Bergen\nPorts Minister Eva Lima sees Danish Envoy Karl Holm\nPhoto: the press office",
			[]string{"Trade Minister Ana Ruiz visits the Port of Bergen", "Ports Minister Eva Lima sees Danish Envoy Karl Holm", "Photo : the press office"}},
		{"marks of editors", "Peru[1] and Chile[2][3] signed[citation needed] in Lima[where?]. They left.[12] The road of 5 km² is new² [sic] and [t]he minister[ial] car.",
			[]string{"Peru and Chile signed in Lima .", "They left .", "The road of 5 km² is new [ sic ] and [ t ] he minister [ ial ] car ."}},
		{"abbreviations before ministers", "Ruiz flew to the U.S. Foreign Minister Eva Lima left Alder Ltd. Prime Minister Luis Rey went at 5 p.m. Prime Minister Rey saw U.K. Prime Minister Ann Hale of the U.S. President Hale spoke.",
			[]string{"Ruiz flew to the U.S.", "Foreign Minister Eva Lima left Alder Ltd.", "Prime Minister Luis Rey went at 5 p.m.", "Prime Minister Rey saw U.K. Prime Minister Ann Hale of the U.S. President Hale spoke ."}},
		{"excellencies", "He met the envoy, H. E. Mr. Luis Rey, and H.E. Ms. Ana Ruiz.", []string{"He met the envoy , H. E. Mr. Luis Rey , and H.E. Ms. Ana Ruiz ."}},
		{"numbered", "2. During the visit, she met him.\n3 The MOU covers trade.",
			[]string{"2 .", "During the visit , she met him .", "3", "The MOU covers trade ."}},
		{"lettered", "a) Training of pilots\n(ii) Flood control\nb) and c) were kept.",
			[]string{"a )", "Training of pilots", "( ii )", "Flood control", "b )", "and c ) were kept ."}},
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

// TestSplitNews has the traps of news. "¶" parts the sentences.
func TestSplitNews(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// Initials and titles.
		{"The ambassador, J. K. Mwangi, met A. B. de Souza. He left.",
			"The ambassador , J. K. Mwangi , met A. B. de Souza . ¶ He left ."},
		{"Prime Minister T.G. Okafor and Lt. Col. R. Diaz met Dr. Ana P. Lopes, Ph.D., on Sept. 5. They talked.",
			"Prime Minister T.G. Okafor and Lt. Col. R. Diaz met Dr. Ana P. Lopes , Ph.D. , on Sept. 5 . ¶ They talked ."},
		{"President A met President B. They talked. Mr. C met Mr. D. Ms. E left.",
			"President A met President B. ¶ They talked . ¶ Mr. C met Mr. D. ¶ Ms. E left ."},
		{"Gov. Smith, Sen. Jones (D-Ohio), and Rep. Lee of No. 10 met at St. Mary's Church. St. Petersburg hosted.",
			"Gov. Smith , Sen. Jones ( D - Ohio ) , and Rep. Lee of No. 10 met at St. Mary 's Church . ¶ St. Petersburg hosted ."},
		{"He met John Smith Jr. on Monday. The Rev. Martin L. Hall Sr. spoke.",
			"He met John Smith Jr. on Monday . ¶ The Rev. Martin L. Hall Sr. spoke ."},
		{"He met Sheikh Salman Al Hadi Jr. The meeting was long.",
			"He met Sheikh Salman Al Hadi Jr. ¶ The meeting was long ."},
		// Abbreviations at the end of a sentence.
		{"He works for Acme Inc. The company grew. She moved to Washington, D.C. In May she left.",
			"He works for Acme Inc. ¶ The company grew . ¶ She moved to Washington , D.C. ¶ In May she left ."},
		{"The plane took off at 5 p.m. Monday. It landed at 9 a.m. The crew rested.",
			"The plane took off at 5 p.m. Monday . ¶ It landed at 9 a.m. ¶ The crew rested ."},
		{"The talks covered trade, energy, etc. The two sides agreed. They discussed oil, gas, etc. and more.",
			"The talks covered trade , energy , etc . ¶ The two sides agreed . ¶ They discussed oil , gas , etc. and more ."},
		{"He is a graduate of M.I.T. and Harvard. He left for the U.N. General Assembly.",
			"He is a graduate of M.I.T. and Harvard . ¶ He left for the U.N. General Assembly ."},
		{"He lived in the U.S. The E.U. agreed.",
			"He lived in the U.S. ¶ The E.U. agreed ."},
		{"Vol. 3, p. 5, pp. 10-12, Art. 5 and Sec. 3 apply. See fig. 2.",
			"Vol. 3 , p. 5 , pp. 10 - 12 , Art. 5 and Sec. 3 apply . ¶ See fig. 2 ."},
		{"The price rose 3.5 percent to $1.2bn. It cost 5 m. It was 10 a.m. He came.",
			"The price rose 3.5 percent to $ 1.2 bn . ¶ It cost 5 m . ¶ It was 10 a.m. ¶ He came ."},
		// Quotes and brackets.
		{"“We will sign.” The minister smiled. “Really?” she asked. “Yes!” he said. 'It is done.' Then they left.",
			"“ We will sign . ” ¶ The minister smiled . ¶ “ Really ? ” she asked . ¶ “ Yes ! ” he said . ¶ ' It is done . ' ¶ Then they left ."},
		{"The visit (the first since 1998.) ended. It was long.",
			"The visit ( the first since 1998 . ) ended . ¶ It was long ."},
		{`She said the "so-called 'deal'." He denied it.`,
			`She said the " so - called ' deal ' . " ¶ He denied it .`},
		{"The minister… left. Well... She left. Wow! he said.",
			"The minister … left . ¶ Well ... ¶ She left . ¶ Wow ! he said ."},
		// Datelines.
		{"KYIV, Ukraine (AP) — President Kovalenko met Prime Minister Horak.",
			"KYIV , Ukraine ( AP ) — ¶ President Kovalenko met Prime Minister Horak ."},
		{"NEW DELHI: The prime minister met the president.",
			"NEW DELHI : The prime minister met the president ."},
		{"BEIJING, Oct. 12 (Newswire) -- President Li met Prime Minister Kim.",
			"BEIJING , Oct. 12 ( Newswire ) -- ¶ President Li met Prime Minister Kim ."},
		{"Geneva, 3 May 2024 – The Director-General met Ms. Rossi.",
			"Geneva , 3 May 2024 – ¶ The Director - General met Ms. Rossi ."},
		{"(Newswire) - The president met the king.",
			"( Newswire ) - ¶ The president met the king ."},
		// Compounds and numbers.
		{"The U.S.-Kenya deal, the U.K.-based firm and the U.S.–Japan–ROK summit.",
			"The U.S. - Kenya deal , the U.K. - based firm and the U.S. – Japan – ROK summit ."},
		{"Việt Nam–Japan ties and Việt Nam-Lao ties. The Việt Nam—Japan relation.",
			"Việt Nam – Japan ties and Việt Nam - Lao ties . ¶ The Việt Nam — Japan relation ."},
		{"The G-7, G20, F-16, A320 and COVID-19 were named. Call 555-0123 at 7:30PM.",
			"The G-7 , G20 , F-16 , A320 and COVID-19 were named . ¶ Call 555-0123 at 7:30 PM ."},
		{"They won't; they can’t; O'Brien, Côte d'Ivoire, N'Djamena and Sana'a.",
			"They wo n't ; they ca n’t ; O'Brien , Côte d'Ivoire , N'Djamena and Sana'a ."},
		// Lost spaces.
		{"President Lan saidThe two sides agreed.",
			"President Lan said ¶ The two sides agreed ."},
		{"The plan runs until 2025The minister said so.",
			"The plan runs until 2025 ¶ The minister said so ."},
		{"She met the Minister.He agreed. They met in Lima.In May they met again.",
			"She met the Minister . ¶ He agreed . ¶ They met in Lima . ¶ In May they met again ."},
		{"He lived in the U.S.The country changed.",
			"He lived in the U.S. ¶ The country changed ."},
		{"The iPhone, YouTube, McDonald, LinkedIn and deMille stay whole.",
			"The iPhone , YouTube , McDonald , LinkedIn and deMille stay whole ."},
		// No capitals.
		{"we met in lima. they left, she said. didnt you? yes :-) ok",
			"we met in lima . ¶ they left , she said . ¶ did nt you ? ¶ yes :-) ok"},
	} {
		if got := strings.Join(split(test.text), " ¶ "); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// A text that never ends a sentence is cut all the same.
func TestSplitEndless(t *testing.T) {
	words := 0
	for _, s := range Split(strings.Repeat("and they met ", 1000)).Sentences {
		if len(s.Tokens) > maxTokens {
			t.Errorf("sentence of %d tokens", len(s.Tokens))
		}
		words += len(s.Tokens)
	}
	if words != 3000 {
		t.Errorf("%d tokens, want 3000", words)
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

func TestParts(t *testing.T) {
	text := strings.Repeat("LIMA, May 3 – The ministers met.\n\nThey agreed on trade, it was said,\nand left. - One - Two\n", 40)
	whole := Split(text)
	for _, size := range []int{1, 50, 1000, len(text) + 1} {
		var sentences []Sentence
		parts := 0
		for part := range Parts(text, size) {
			if part.Text != text || len(part.Sentences) == 0 {
				t.Fatalf("size %d: part %d has %d bytes and %d sentences", size, parts, len(part.Text), len(part.Sentences))
			}
			sentences = append(sentences, part.Sentences...)
			parts++
		}
		if !reflect.DeepEqual(sentences, whole.Sentences) {
			t.Errorf("size %d: the sentences of the parts are not those of the text", size)
		}
		if size > len(text) != (parts == 1) {
			t.Errorf("size %d: %d parts", size, parts)
		}
	}
	for part := range Parts("", 1) {
		if len(part.Sentences) > 0 {
			t.Errorf("the empty text has sentences")
		}
	}
}
