package coref

import (
	"fmt"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// whom writes what each mention of a word in a text means: "he=Ana Silva".
func whom(d *entity.Document, word string) string {
	var out []string
	for _, m := range d.Mentions {
		if !strings.EqualFold(d.NLP.Text[m.Start:m.End], word) {
			continue
		}
		var names []string
		for _, e := range m.Entities {
			names = append(names, d.Entities[e].Name)
		}
		if len(names) == 0 {
			names = []string{"?"}
		}
		out = append(out, strings.Join(names, "+"))
	}
	return strings.Join(out, " ")
}

func resolved(text string) *entity.Document {
	doc := nlp.Split(text)
	return Resolve(doc, mention.Find(doc), Origin{})
}

func TestResolveNames(t *testing.T) {
	const text = `President Trần Văn Bình hosted a reception in Hà Nội for Chilean Ambassador to Việt Nam Rosa Fuentes.

President Bình praised Ambassador Fuentes and Chile. The President thanked the ambassador. He said PM Sato and Sato Kenji were one; Japanese Prime Minister Kenji Sato agreed.

The diplomat said both sides had agreed. For her part, Ms. Fuentes invited Bình to the South American country. Việt Nam-Chile relations grow.`
	d := resolved(text)
	for _, tt := range []struct{ word, want string }{
		{"President Bình", "Trần Văn Bình"},
		{"Bình", "Trần Văn Bình"},
		{"Ambassador Fuentes", "Rosa Fuentes"},
		{"The President", "Trần Văn Bình"},
		{"the ambassador", "Rosa Fuentes"},
		{"He", "Trần Văn Bình"},
		{"PM Sato", "Kenji Sato"},
		{"The diplomat", "Rosa Fuentes"},
		{"both sides", "Vietnam+Chile"},
		{"her", "Rosa Fuentes"},
		{"the South American country", "Chile"},
	} {
		if got := whom(d, tt.word); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.word, got, tt.want)
		}
	}
	var people []string
	for _, e := range d.Entities {
		if e.Type == entity.Person {
			people = append(people, fmt.Sprintf("%s %v %s", e.Name, e.Aliases, e.Country.Name))
		}
	}
	want := "Trần Văn Bình [Bình] Vietnam; Rosa Fuentes [Fuentes] Chile; Kenji Sato [Sato Sato Kenji] Japan"
	if got := strings.Join(people, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestResolveReferences(t *testing.T) {
	tests := []struct{ name, text, word, want string }{
		{"one surname, two people", "President Pedro Mora Diaz and Vice President Luis Diaz Mora spoke. Vice President Diaz left.", "Vice President Diaz", "Luis Diaz Mora"},
		{"brothers of one surname", "Mr Omar Haddad met Mr Samir Haddad. Ms Haddad left.", "Ms Haddad", "Haddad"},
		{"the leaders", "Prime Minister Ana Silva of Portugal met President Jan Novak of Poland. The two leaders spoke of trade.", "The two leaders", "Ana Silva+Jan Novak"},
		{"three of one title", "Foreign Minister A. Kaya, Foreign Minister B. Lind and Foreign Minister C. Osei met. The foreign ministers agreed.", "The foreign ministers", "A. Kaya+B. Lind+C. Osei"},
		{"the two countries", "Kenyan President Grace Mwangi met Ghanaian President Kofi Mensah. The two countries agreed on trade.", "The two countries", "Kenya+Ghana"},
		{"gender", "Prime Minister Ana Silva met Mr Jan Novak. She thanked him.", "She", "Ana Silva"},
		{"gender of the other", "Prime Minister Ana Silva met Mr Jan Novak. She thanked him.", "him", "Jan Novak"},
		{"nobody fits", "The weather was fine. He left.", "He", "?"},
		{"indefinite", "Ambassador Ana Silva left. An ambassador was named.", "An ambassador", "?"},
		{"statement", "Statement by President Ana Silva\n\nI met Mr Jan Novak.", "I", "Ana Silva"},
		{"heading of two lines", "MINISTER FOR TRADE\n\nThe Hon Helen Clarke MP\n\nToday I met exporters.", "I", "Helen Clarke"},
		{"quotation", "Statement by President Ana Silva\n\n“I agree,” said Jan Novak.", "I", "Jan Novak"},
		{"counterpart", "Chilean Foreign Minister Rosa Fuentes met Kenji Sato, the Foreign Minister of Japan. Fuentes thanked her Japanese counterpart.", "her Japanese counterpart", "Kenji Sato"},
		{"byline", "Ministers met\n\nHelen Clarke\n\nThe Trade Secretary flew to Lima on Monday.", "The Trade Secretary", "Helen Clarke"},
		{"short organisation", "The Law Society of Kenya met. The Law Society agreed.", "The Law Society", "Law Society of Kenya"},
		{"inner abbreviation", "The International Wool Alliance (IWA) met. IWA agreed.", "IWA", "International Wool Alliance"},
		{"a leader's kin", "President Trump left. Ivanka Trump stayed. Trump spoke.", "Trump", "Trump"},
		{"a leader with two names", "President Anura Dissanayake left. Dissanayake spoke.", "Dissanayake", "Anura Dissanayake"},
		{"wives of leaders", "President Joe Biden and First Lady Jill Biden hosted President Ana Soto. The leaders spoke.", "The leaders", "Joe Biden+Ana Soto"},
		{"a union as a side", "The European Union and Peru held talks. Both sides spoke. The European Union and Peru agreed on Chile.", "Both sides", "Peru+European Union"},
		{"abbreviation", "The National Oil Development Agency (NODA) met. NODA agreed.", "NODA", "National Oil Development Agency"},
	}
	for _, tt := range tests {
		if got := whom(resolved(tt.text), tt.word); got != tt.want {
			t.Errorf("%s: %s: got %s, want %s", tt.name, tt.word, got, tt.want)
		}
	}
}

func TestResolveOffices(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"country from elsewhere", "President Bình Trần met Japanese Prime Minister Kenji Sato. Việt Nam-Japan relations grow, and Việt Nam gains.", "President of Vietnam; Prime Minister of Japan"},
		{"place of the sentence", "Earlier, Mr. Lane travelled on. In Ghana, Mr. Lane met with Foreign Minister Kofi Mensah.", "Foreign Minister of Ghana"},
		{"counterpart", "Kenyan Foreign Minister Grace Wanjiru met her Chilean counterpart, Rosa Fuentes, on Monday.", "Foreign Minister of Kenya; Foreign Minister of Chile"},
		{"nothing shows it", "President Lane spoke of Ghana and Peru.", "President of "},
		{"short title", "Minister for Trade Helen Clarke of Fiji spoke. Minister Clarke left.", "Minister for Trade of Fiji"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range resolved(tt.text).Entities {
			for _, o := range e.Offices {
				got = append(got, o.Title+" of "+o.Of.Name)
			}
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, g, tt.want)
		}
	}
}

func TestResolveKeepsMentions(t *testing.T) {
	doc := nlp.Split("President Ana Silva met Jan Novak. She left.")
	ms := mention.Find(doc)
	Resolve(doc, ms, Origin{})
	for _, m := range ms {
		if m.Entities != nil {
			t.Fatalf("Resolve changed its argument: %+v", m)
		}
	}
}

func BenchmarkEntity(b *testing.B) {
	text := strings.Repeat("President Trần Văn Bình hosted a reception in Hà Nội for Chilean Ambassador to Việt Nam Rosa Fuentes. He praised the ambassador, and said both sides agreed.\n\n", 40)
	doc := nlp.Split(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(doc, mention.Find(doc), Origin{})
	}
}
