package mention

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// brief writes the named people of a text with their offices: "Ana Lima [Prime
// Minister of Chile; Ambassador of Peru to Ghana, former]".
func brief(text string) string {
	var out []string
	for _, m := range Find(nlp.Split(text)) {
		if m.Kind != entity.Named || m.Type != entity.Person {
			continue
		}
		var offices []string
		for _, o := range m.Offices {
			s := o.Title
			if o.Of.Name != "" {
				s += " / " + o.Of.Name
			}
			if o.To.Name != "" {
				s += " > " + o.To.Name
			}
			if o.Status != "actual" {
				s += ", " + o.Status
			}
			offices = append(offices, s)
		}
		s := m.Name
		if len(offices) > 0 {
			s += " [" + strings.Join(offices, "; ") + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestFindPeople(t *testing.T) {
	tests := []struct{ text, want string }{
		// Titles before the name.
		{"They met Trade Minister Gift Zulu and Ambassador Sunday Okafor.", "Gift Zulu [Trade Minister] | Sunday Okafor [Ambassador]"},
		{"Head Start programmes and Minister Budget Reform ended.", ""},
		{"Permanent Secretary in the Ministry of Trade Rosa Fuentes spoke.", "Rosa Fuentes [Permanent Secretary / Ministry of Trade]"},
		{"UN Resident Coordinator in Kenya Rosa Fuentes spoke.", "Rosa Fuentes [Resident Coordinator / United Nations]"},
		{"World Bank Vice President for Trade Rosa Fuentes spoke.", "Rosa Fuentes [Vice President for Trade / World Bank]"},
		{"Ministry of Technology Secretary Dr. Rosa Fuentes spoke.", "Rosa Fuentes [Secretary / Ministry of Technology]"},
		{"Luis Quispe, Boluarte's spokesman, and Rosa Fuentes, now ambassador to Chile, spoke.", "Luis Quispe [spokesman] | Boluarte | Rosa Fuentes [ambassador > Chile]"},
		{"India met Ministry of Defence Joint Secretary Rosa Fuentes.", "Rosa Fuentes [Joint Secretary / Ministry of Defence]"},
		{"The High Representative of the European Union for Foreign Affairs Rosa Fuentes spoke.", "Rosa Fuentes [High Representative for Foreign Affairs / European Union]"},
		{"Rosa Fuentes, CEO of the Kenyan airline Jambo, spoke.", "Rosa Fuentes [Chief Executive Officer / Jambo]"},
		{"The ministry's spokesperson, Rosa Fuentes, spoke.", "Rosa Fuentes [spokesperson]"},
		{"Rosa Fuentes, the president's chief of staff, spoke.", "Rosa Fuentes [chief of staff]"},
		{"Rosa Fuentes, then foreign minister, spoke.", "Rosa Fuentes [foreign minister, former]"},
		{"Two former presidents of Peru, Rosa Fuentes and Luis Quispe, spoke.", "Rosa Fuentes [president / Peru, former] | Luis Quispe [president / Peru, former]"},
		{"President Adaeze Okonkwo met farmers.", "Adaeze Okonkwo [President]"},
		{"State President Trần Văn Bình met farmers.", "Trần Văn Bình [President]"},
		{"Chilean Ambassador to Ghana Rosa Fuentes spoke.", "Rosa Fuentes [Ambassador / Chile > Ghana]"},
		{"He received the visiting Kenyan Minister of Foreign Affairs, Grace Wanjiru, on Monday.", "Grace Wanjiru [Minister of Foreign Affairs / Kenya]"},
		{"He met the Peruvian Minister of Justice, Mr Pedro Quispe.", "Pedro Quispe [Minister of Justice / Peru]"},
		{"Head of the Party Central Committee's Commission for Mass Mobilisation Phạm Thị Hoa spoke.", "Phạm Thị Hoa [Head / Party Central Committee's Commission for Mass Mobilisation]"},
		{"President of the Social Democratic Party and Prime Minister Kenji Sato spoke.", "Kenji Sato [President / Social Democratic Party; Prime Minister]"},
		{"Principal Deputy National Security Advisor Mark Evans flew to Oman.", "Mark Evans [Principal Deputy National Security Advisor]"},
		{"Acting Secretary of the Department of Agriculture of the Philippines Ms Maria Santos spoke.", "Maria Santos [Acting Secretary / Department of Agriculture of the Philippines]"},
		{"They greeted former Italian Prime Minister Paolo Rossi.", "Paolo Rossi [Prime Minister / Italy, former]"},
		{"They greeted ex-president Juan Perez.", "Juan Perez [president, former]"},
		{"Fiji's Permanent Secretary for Fisheries and the Environment, Mr Thomas Lee, signed.", "Thomas Lee [Permanent Secretary for Fisheries and the Environment / Fiji]"},
		{"Minister for Law and Second Minister for Home Affairs Mr Daniel Tan spoke.", "Daniel Tan [Minister for Law; Second Minister for Home Affairs]"},
		{"Minister of Trade, Tourism and Investment Karen Smith spoke.", "Karen Smith [Minister of Trade, Tourism and Investment]"},
		{"UN Secretary-General Maria Costa spoke.", "Maria Costa [Secretary-General / United Nations]"},
		{"Governor of Hiroshima prefecture Takeshi Yamada spoke.", "Takeshi Yamada [Governor / Hiroshima prefecture]"},
		{"She met Speaker of the Parliament Omar Hassan, King Hussein and Foreign Minister Ali Saleh.", "Omar Hassan [Speaker of the Parliament] | Hussein [King] | Ali Saleh [Foreign Minister]"},
		{"Politburo member, Secretary of the Party Central Committee and Chairman of the Central Inspection Commission Lê Văn Nam spoke.", "Lê Văn Nam [Politburo member; Secretary / Party Central Committee; Chairman / Central Inspection Commission]"},
		{"Interior Ministry spokesperson Anna Novak spoke.", "Anna Novak [spokesperson / Interior Ministry]"},
		{"His Excellency President Paul Mwangi arrived.", "Paul Mwangi [President]"},
		{"Senators Paul Green and Maria Lopez voted.", "Paul Green [Senator] | Maria Lopez [Senator]"},
		{"Kenya's ex-Trade Minister Paul Mwangi spoke.", "Paul Mwangi [Trade Minister / Kenya, former]"},
		{"Sri Lankan State Finance Minister Maria Lopez spoke.", "Maria Lopez [State Finance Minister / Sri Lanka]"},
		{"The Prime Minister and Trade Minister of Kenya, Paul Mwangi, spoke.", "Paul Mwangi [Prime Minister; Trade Minister / Kenya]"},
		{"Kenyan Deputy Prime Minister cum Trade Minister Paul Mwangi spoke.", "Paul Mwangi [Deputy Prime Minister / Kenya; Trade Minister]"},
		{"Adviser to the New Zealand Foreign Minister Thomas Lee spoke.", "Thomas Lee [Adviser to the New Zealand Foreign Minister / New Zealand]"},
		{"By appointing Maria Lopez trade minister, President Paul Mwangi kept his word.", "Maria Lopez | Paul Mwangi [President]"},
		{"The Ambassador of Kenya to Oman (resident in Lima), Mr Paul Mwangi, spoke.", "Paul Mwangi [Ambassador / Kenya > Oman]"},
		{"The Kenyan and Peruvian trade ministers, Paul Mwangi and Luis Rey, spoke.", "Paul Mwangi [trade minister / Kenya] | Luis Rey [trade minister / Peru]"},
		{"The trade ministers of Kenya, Paul Mwangi, and Peru, Luis Rey, spoke.", "Paul Mwangi [trade minister / Kenya] | Luis Rey [trade minister / Peru]"},
		// After the name.
		{"President Carlos Mendoza of Bolivia spoke.", "Carlos Mendoza [President / Bolivia]"},
		{"Ana Silva, the Prime Minister of Portugal, spoke.", "Ana Silva [Prime Minister / Portugal]"},
		{"Dr. Peter Jones, Assistant Administrator for the Bureau for Asia, U.S. Agency for International Development, spoke.", "Peter Jones [Assistant Administrator for the Bureau for Asia / USAID]"},
		{"They met Ana Silva, Prime Minister of Portugal, Hans Meyer, Chancellor of Austria, and Ivan Horvat.", "Ana Silva [Prime Minister / Portugal] | Hans Meyer [Chancellor / Austria] | Ivan Horvat"},
		{"Kenji Sato (Japan's envoy to Sudan) spoke.", "Kenji Sato [envoy / Japan > Sudan]"},
		{"Kenji Sato (Deputy Prime Minister and Trade Minister of Japan) spoke.", "Kenji Sato [Deputy Prime Minister; Trade Minister / Japan]"},
		{"Kenji Sato – Deputy Prime Minister and Trade Minister of Japan", "Kenji Sato [Deputy Prime Minister; Trade Minister / Japan]"},
		{"Kenji Sato, Director Alder Foods Ltd, spoke.", "Kenji Sato [Director / Alder Foods Ltd]"},
		{"Professor Anna Schmidt of Heidelberg University spoke.", "Anna Schmidt [Professor / Heidelberg University]"},
		// Names of many countries.
		{"Minister Mohammed bin Rashid Al Nasser met Minister Jan van der Berg.", "Mohammed bin Rashid Al Nasser [Minister] | Jan van der Berg [Minister]"},
		{"Sheikh Sultan bin Rashid met Sultan Haitham bin Tariq.", "Sheikh Sultan bin Rashid | Haitham bin Tariq [Sultan]"},
		{"Minister José María de la Cruz met Minister Luís da Silva.", "José María de la Cruz [Minister] | Luís da Silva [Minister]"},
		{"Chief Justice U Tin Aung Kyaw met Daw Khin Mya.", "Tin Aung Kyaw [Chief Justice] | Khin Mya"},
		{"Minister Dato' Ahmad Ismail met Tan Sri Lim Wei.", "Ahmad Ismail [Minister] | Lim Wei"},
		{"President George W. Carter, Jr. met The Hon Helen Clarke MP.", "George W. Carter Jr. [President] | Helen Clarke"},
		{"FOREIGN MINISTER PETER JONES VISITS PERU", "Peter Jones [Foreign Minister]"},
		{"These are the investments President Grace Wanjiru made.", "Grace Wanjiru [President]"},
		{"Watch Secretary Grace Wanjiru speak.", "Grace Wanjiru [Secretary]"},
		{"She is Chair Emerita of the Nile Council. Professor Emeritus Jan Novak left.", "Jan Novak [Professor Emeritus]"},
		{"We saw the full commitment President Grace Wanjiru made.", "Grace Wanjiru [President]"},
		{"Climate Resilience President Grace Wanjiru praised it.", "Grace Wanjiru [President]"},
		{"Ana Lima, Senior Adviser to President Soto, left.", "Ana Lima [Senior Adviser] | Soto [President]"},
		{"Deputy Assistant to the President Ana Lima spoke.", "Ana Lima [Deputy Assistant to the President]"},
		{"Pope Leo XIV met King Henrik III and Freddie Mac lent more.", "Leo XIV [Pope] | Henrik III [King]"},
		// No people.
		{"The Prime Minister's Office said on Monday that the Member States agreed.", ""},
		{"The Silva-Novak plan failed.", ""},
		{"In March the Bank of Ghana and the University of Lima met.", ""},
		{"Speaking in June, the Ministry of Health denied this.", ""},
	}
	for _, tt := range tests {
		if got := brief(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// things writes the mentions of a text that are no people.
func things(text string) string {
	var out []string
	doc := nlp.Split(text)
	for _, m := range Find(doc) {
		if m.Kind == entity.Named && m.Type != entity.Person && !m.Inside {
			out = append(out, fmt.Sprintf("%s:%s", m.Type, m.Name))
		}
	}
	return strings.Join(out, " | ")
}

func TestFindThings(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The Japanese government thanked the Government of Kenya.", "Country:Japan | Country:Kenya"},
		{"The government of Peru met him.", "Country:Peru"},
		{"The Obama administration and Putin's regime met him.", "Country:United States | Country:Russia"},
		{"The Biden-Harris Administration met him.", "Country:United States"},
		{"The Delgado administration met him.", ""},
		{"Peru–Chile relations grew.", "Country:Peru | Country:Chile"},
		{"Lima and Quito agreed on trade.", "Country:Peru | Country:Ecuador"},
		{"They met in Lima and flew to Quito.", "Place:Lima | Place:Quito"},
		{"The United States and European Union agreed on trade.", "Country:United States | Organization:European Union"},
		{"The United States and Foreign Commercial Service met.", "Organization:United States and Foreign Commercial Service"},
		{"Officials in Lima accused Chile.", "Country:Peru | Country:Chile"},
		{"Officials in Lima sang.", "Place:Lima"},
		{"White House officials met him.", "Country:United States"},
		{"Chile took a step rejected by Lima.", "Country:Chile | Country:Peru"},
		{"The Kremlin said no.", "Country:Russia"},
		{"The Ministry of Health of Ghana and the Bank of Korea signed.", "Organization:Ministry of Health of Ghana | Organization:Bank of Korea"},
		{"The National Oil Development Agency (NODA) said NODA would wait.", "Organization:National Oil Development Agency | Organization:NODA"},
		{"They spoke at the ASEAN-India Summit and the 13th Pacific Fisheries Forum.", "Event:ASEAN-India Summit | Event:13th Pacific Fisheries Forum"},
		{"They signed a Memorandum of Understanding (MOU) on Digital Trade.", "Agreement:Memorandum of Understanding on Digital Trade"},
		{"The Lisbon Treaty holds.", "Agreement:Lisbon Treaty"},
		{"They marked the 60th anniversary of Kenya's independence in May.", "Event:60th anniversary of Kenya's independence"},
		{"They toured Ayutthaya province.", "Place:Ayutthaya province"},
		{"They toured the Kakuma refugee camp and the Lomas naval base.", "Place:Kakuma refugee camp"},
		{"The Wheat and Maize Institute wrote to the Bank of Korea.", "Organization:Wheat and Maize Institute | Organization:Bank of Korea"},
		{"Alder Foods, LLC bought Kestrel Motors, Ltd., and left.", "Organization:Alder Foods, LLC | Organization:Kestrel Motors, Ltd."},
		{"Alder Foods (Pvt) Ltd wrote to Kestrel Motors (Private) Limited in Lima.", "Organization:Alder Foods (Pvt) Ltd | Organization:Kestrel Motors (Private) Limited | Place:Lima"},
		{"They read the report of the Chamber of Notaries.", "Organization:Chamber of Notaries"},
	}
	for _, tt := range tests {
		if got := things(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// checkMentions fails when mentions break what Find promises.
func checkMentions(t *testing.T, doc *nlp.Document, ms []entity.Mention) {
	t.Helper()
	if !slices.IsSortedFunc(ms, func(a, b entity.Mention) int { return a.Start - b.Start }) {
		t.Fatal("mentions are not sorted")
	}
	end := 0
	for _, m := range ms {
		s := doc.Sentences[m.Sentence]
		if m.Tokens.First < 0 || m.Tokens.Last <= m.Tokens.First || m.Tokens.Last > len(s.Tokens) {
			t.Fatalf("mention %+v: bad tokens", m)
		}
		if m.Start != s.Tokens[m.Tokens.First].Start || m.End != s.Tokens[m.Tokens.Last-1].End {
			t.Fatalf("mention %+v does not slice tokens", m)
		}
		if m.Head < m.Tokens.First || m.Head >= m.Tokens.Last {
			t.Fatalf("mention %+v: head outside", m)
		}
		if m.Kind == entity.Named && (m.Name == "" || m.NameSpan.Start < m.Start || m.NameSpan.End > m.End) {
			t.Fatalf("mention %+v: name outside", m)
		}
		if !m.Inside {
			if m.Start < end {
				t.Fatalf("mention %+v overlaps another", m)
			}
			end = m.End
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("President Ana Silva, the Prime Minister of Portugal, met Dr. Kenji Sato (Japan's envoy to Sudan) and Ms Ito.")
	f.Add("MINISTER FOR TRADE\n\nThe Hon Helen Clarke MP\n\nI met the two ministers. “We agreed,” she said.")
	f.Add("the 50th anniversary of Việt Nam’s Day, the Office of the High Commissioner for the Union of - and of (X) 's")
	f.Add("Senators A. Green, B and C of the Bank of the Party (P) Committee's Office and the adviser to the German Chancellor of")
	f.Fuzz(func(t *testing.T, text string) {
		doc := nlp.Split(text)
		ms := Find(doc)
		checkMentions(t, doc, ms)
		d := coref.Resolve(doc, ms, coref.Origin{})
		for _, m := range d.Mentions {
			for _, e := range m.Entities {
				if e < 0 || e >= len(d.Entities) {
					t.Fatalf("mention %+v: no such entity", m)
				}
			}
		}
		if d.Author >= len(d.Entities) {
			t.Fatal("no such author")
		}
	})
}

// A government or ministry told by its capital is the country.
func TestGovernmentIn(t *testing.T) {
	for text, want := range map[string]string{
		"The government in Lima fell.":         "The government in Lima",
		"The Foreign Ministry in Lima agreed.": "Foreign Ministry in Lima",
		"The hotel in Lima fell.":              "",
	} {
		var got string
		for _, m := range Find(nlp.Split(text)) {
			if m.Type == entity.Country {
				got = text[m.Start:m.End]
			}
		}
		if got != want {
			t.Errorf("%s: country %q, want %q", text, got, want)
		}
	}
}

// A capital is its country's government where it does or suffers what states do,
// else a place.
func TestCapitals(t *testing.T) {
	for _, tt := range []struct {
		text string
		want entity.Type
	}{
		{"Ghana praised Lima's patient diplomacy.", entity.Country},
		{"Ghana praised Lima's \"quiet diplomacy\".", entity.Country},
		{"Ghana welcomed Lima's decision to withdraw.", entity.Country},
		{"Ghana accused Lima of spying.", entity.Country},
		{"Lima on Friday accused Ghana of spying.", entity.Country},
		{"Ghana stopped its military aid to Lima.", entity.Country},
		{"Ghana recalled its ambassador from Lima.", entity.Country},
		{"The sanctions on Lima have failed.", entity.Country},
		{"Ghana denounced Lima's launch of a satellite.", entity.Country},
		{"Ghana slammed Lima over the dam.", entity.Country},
		{"Ghana gave Lima two ships.", entity.Country},
		{"Ghana lashed out at Lima.", entity.Country},
		{"Ghana voiced anger at Lima.", entity.Country},
		{"Ghana lodged a protest against Lima.", entity.Country},
		{"Ghana has close ties with Lima.", entity.Country},
		{"A sharp rebuke from Lima came first.", entity.Country},
		{"Ghana dismissed Lima's complaint.", entity.Country},
		{"Her condemnation of Lima was sharp.", entity.Country},
		{"Ghana looked out at Lima.", entity.Place},
		{"Ghana met the mayor in Lima.", entity.Place},
		{"Ghana praised Lima's mayor.", entity.Place},
		{"They flew to Lima.", entity.Place},
		{"They sat on Lima's beaches.", entity.Place},
	} {
		var got []entity.Type
		for _, m := range Find(nlp.Split(tt.text)) {
			if strings.HasPrefix(tt.text[m.Start:], "Lima") {
				got = append(got, m.Type)
			}
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: Lima is %v, want %s", tt.text, got, tt.want)
		}
	}
}
