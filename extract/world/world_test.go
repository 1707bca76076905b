package world

import (
	"strings"
	"testing"
)

func TestFindCountry(t *testing.T) {
	for _, test := range []struct {
		text      string // words of a sentence
		id        string
		n         int
		adjective bool
	}{
		{"Japan said", "japan", 1, false},
		{"Japanese minister", "japan", 1, true},
		{"the Netherlands and", "netherlands", 2, false},
		{"Dutch trade", "netherlands", 1, true},
		{"Holland", "netherlands", 1, false},
		{"Philippines", "philippines", 1, false},
		{"Filipinos abroad", "philippines", 1, true},
		{"Philippine Senate", "philippines", 1, true},
		{"U.S. Secretary", "united-states", 1, false},
		{"US troops", "united-states", 1, false},
		{"the United States of America", "united-states", 5, false},
		{"us troops", "", 0, false},
		{"Us troops", "", 0, false},
		{"Turkey", "turkey", 1, false},
		{"turkey", "", 0, false},
		{"Türkiye", "turkey", 1, false},
		{"Turks", "turkey", 1, true},
		{"UK", "united-kingdom", 1, false},
		{"Britons", "united-kingdom", 1, true},
		{"Việt Nam 's", "vietnam", 2, false},
		{"Viet Nam", "vietnam", 2, false},
		{"VIETNAM , October", "vietnam", 1, false},
		{"the Socialist Republic of Viet Nam", "vietnam", 6, false},
		{"Republic of Korea", "south-korea", 3, false},
		{"ROK", "south-korea", 1, false},
		{"Democratic People 's Republic of Korea", "north-korea", 6, false},
		{"Democratic People’s Republic of Korea", "north-korea", 5, false},
		{"DPRK", "north-korea", 1, false},
		{"the Lao People 's Democratic Republic", "laos", 6, false},
		{"People 's Republic of China", "china", 5, false},
		{"Republic of China", "taiwan", 3, false},
		{"Islamic Republic of Iran", "iran", 4, false},
		{"Federative Republic of Brazil", "brazil", 4, false},
		{"United Mexican States", "mexico", 3, false},
		{"Hashemite Kingdom of Jordan", "jordan", 4, false},
		{"Guinea-Bissau", "guinea-bissau", 1, false},
		{"Guinea - Bissau", "guinea-bissau", 3, false},
		{"Guinea - based", "guinea", 1, false},
		{"Equatorial Guinea", "equatorial-guinea", 2, false},
		{"Papua New Guinea", "papua-new-guinea", 3, false},
		{"Timor Leste", "timor-leste", 2, false},
		{"Timor - Leste", "timor-leste", 3, false},
		{"East Timorese", "timor-leste", 2, true},
		{"Côte d’Ivoire", "ivory-coast", 2, false},
		{"Cote d' Ivoire", "ivory-coast", 3, false},
		{"Ivorian", "ivory-coast", 1, true},
		{"Niger", "niger", 1, false},
		{"Nigerien", "niger", 1, true},
		{"Nigerians", "nigeria", 1, true},
		{"Democratic Republic of the Congo", "dr-congo", 5, false},
		{"the Republic of the Congo", "republic-of-the-congo", 5, false},
		{"Dominican Republic", "dominican-republic", 2, false},
		{"Dominica", "dominica", 1, false},
		{"Bosnia & Herzegovina", "bosnia-and-herzegovina", 3, false},
		{"Bosnia-Herzegovina", "bosnia-and-herzegovina", 1, false},
		{"Czech Republic", "czechia", 2, false},
		{"Czechs", "czechia", 1, true},
		{"Burma", "myanmar", 1, false},
		{"Swaziland", "eswatini", 1, false},
		{"the Gambia", "gambia", 2, false},
		{"Holy See", "vatican-city", 2, false},
		{"Saudi officials", "saudi-arabia", 1, true},
		{"UAE", "united-arab-emirates", 1, false},
		{"Emirati", "united-arab-emirates", 1, true},
		{"South Sudanese", "south-sudan", 2, true},
		{"Sudanese", "sudan", 1, true},
		{"Hong Kong", "hong-kong", 2, false},
		{"Taiwan", "taiwan", 1, false},
		{"Palestinians", "palestine", 1, true},
		{"Kosovo", "kosovo", 1, false},
		{"Greenlandic", "greenland", 1, true},
		{"St. Lucia", "saint-lucia", 2, false},
		{"Trinidad and Tobago", "trinidad-and-tobago", 3, false},
		{"Soviet Union", "soviet-union", 2, false},
		{"Swiss", "switzerland", 1, true},
		{"the Swiss Confederation", "switzerland", 3, false},
		{"New Zealanders", "new-zealand", 2, true},
		{"Georgia", "georgia", 1, false},
		{"Chad", "chad", 1, false},
		{"Atlantis", "", 0, false},
		{"the", "", 0, false},
		{"", "", 0, false},
	} {
		c, n, adjective := FindCountry(strings.Fields(test.text))
		id := ""
		if c != nil {
			id = strings.TrimPrefix(c.ID, "country:")
		}
		if id != test.id || n != test.n || adjective != test.adjective {
			t.Errorf("FindCountry(%q) = %q, %d, %v; want %q, %d, %v", test.text, id, n, adjective, test.id, test.n, test.adjective)
		}
	}
}

func TestFindCapital(t *testing.T) {
	for _, test := range []struct {
		text, id string
		n        int
		seat     bool
	}{
		{"Hà Nội and", "vietnam", 2, false},
		{"Hanoi", "vietnam", 1, false},
		{"Tokyo", "japan", 1, false},
		{"the Kremlin said", "russia", 2, true},
		{"the White House", "united-states", 3, true},
		{"Washington , D.C.", "united-states", 3, false},
		{"Washington said", "united-states", 1, false},
		{"Number 10", "united-kingdom", 2, true},
		{"10 Downing Street", "united-kingdom", 3, true},
		{"Downing Street", "united-kingdom", 2, true},
		{"the Élysée Palace", "france", 3, true},
		{"Elysee", "france", 1, true},
		{"the Blue House", "south-korea", 3, true},
		{"Zhongnanhai", "china", 1, true},
		{"Kiev", "ukraine", 1, false},
		{"The Hague", "netherlands", 2, false},
		{"N’Djamena", "chad", 1, false},
		{"Brussels", "", 0, false},
		{"Singapore", "", 0, false},
		{"Lagos", "", 0, false},
	} {
		c, n, seat := FindCapital(strings.Fields(test.text))
		id := ""
		if c != nil {
			id = strings.TrimPrefix(c.ID, "country:")
		}
		if id != test.id || n != test.n || seat != test.seat {
			t.Errorf("FindCapital(%q) = %q, %d, %v; want %q, %d, %v", test.text, id, n, seat, test.id, test.n, test.seat)
		}
	}
}

func TestFindOrganization(t *testing.T) {
	for _, test := range []struct {
		text, name string
		n          int
	}{
		{"the UN", "United Nations", 2},
		{"U.N.", "United Nations", 1},
		{"the United Nations Security Council", "UN Security Council", 5},
		{"Association of Southeast Asian Nations", "ASEAN", 5},
		{"Asean", "ASEAN", 1},
		{"Nato", "NATO", 1},
		{"WHO", "World Health Organization", 1},
		{"Who", "", 0},
		{"who", "", 0},
		{"EU", "European Union", 1},
		{"the World Bank Group", "World Bank", 4},
		{"African Union", "African Union", 2},
		{"Asia - Pacific Economic Cooperation", "APEC", 5},
		{"Asia-Pacific Economic Cooperation", "APEC", 3},
		{"G-20", "Group of Twenty", 1},
		{"G20", "Group of Twenty", 1},
		{"ECOWAS", "ECOWAS", 1},
		{"the Organization of American States", "Organization of American States", 5},
		{"the Red Cross", "International Red Cross and Red Crescent Movement", 3},
		{"JICA", "JICA", 1},
		{"al-Qaeda", "Al-Qaeda", 1},
		{"Doctors Without Borders", "Médecins Sans Frontières", 3},
		{"United Nations Children 's Fund", "UNICEF", 5},
		{"Ministry of Justice", "", 0},
	} {
		o, n := FindOrganization(strings.Fields(test.text))
		name := ""
		if o != nil {
			name = o.Name
		}
		if name != test.name || n != test.n {
			t.Errorf("FindOrganization(%q) = %q, %d; want %q, %d", test.text, name, n, test.name, test.n)
		}
	}
}

func TestFindPlace(t *testing.T) {
	for _, test := range []struct {
		text, id, country, kind string
		n                       int
		ambiguous               bool
	}{
		{"Lima on", "lima", "peru", "city", 1, false}, // a surname too, but the city is large
		{"Lagos", "lagos", "nigeria", "city", 1, false},
		{"Osaka", "osaka", "japan", "city", 1, false},
		{"Florence", "florence", "italy", "city", 1, true},
		{"Kharkiv", "kharkiv", "ukraine", "city", 1, false},
		{"Kharkov", "kharkiv", "ukraine", "city", 1, false},
		{"HCM City", "ho-chi-minh-city", "vietnam", "city", 2, false},
		{"Đà Nẵng", "da-nang", "vietnam", "city", 2, false},
		{"Quảng Ninh province", "quang-ninh", "vietnam", "region", 2, false},
		{"Nice", "nice", "france", "city", 1, true},
		{"nice", "", "", "", 0, false},
		{"Reading", "reading", "united-kingdom", "city", 1, true},
		{"Victoria", "victoria", "seychelles", "city", 1, true},
		{"Rio de Janeiro", "rio-de-janeiro", "brazil", "city", 3, false},
		{"the South China Sea", "south-china-sea", "", "sea", 4, false},
		{"the Red Sea", "red-sea", "", "sea", 3, false},
		{"West Africa", "west-africa", "", "region", 2, false},
		{"the Middle East", "middle-east", "", "region", 3, false},
		{"Indo - Pacific", "indo-pacific", "", "region", 3, false},
		{"Europe", "europe", "", "continent", 1, false},
		{"Bavaria", "bavaria", "germany", "region", 1, false},
		{"Texas", "texas", "united-states", "region", 1, false},
		{"Guangdong Province", "guangdong", "china", "region", 1, false},
		{"The Hague", "the-hague", "netherlands", "city", 2, false},
		{"Brussels", "brussels", "belgium", "city", 1, false},
		{"Nowhere", "", "", "", 0, false},
	} {
		p, n := FindPlace(strings.Fields(test.text))
		if p == nil {
			p = &PlaceInfo{}
		}
		id, country := strings.TrimPrefix(p.ID, "place:"), strings.TrimPrefix(p.CountryID, "country:")
		if id != test.id || country != test.country || p.Kind != test.kind || n != test.n || p.Ambiguous != test.ambiguous {
			t.Errorf("FindPlace(%q) = %q, %q, %q, %d, %v; want %q, %q, %q, %d, %v", test.text,
				id, country, p.Kind, n, p.Ambiguous, test.id, test.country, test.kind, test.n, test.ambiguous)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	words := strings.Fields("President Amina Okoro of Kenya met the Prime Minister of the Socialist Republic of Viet Nam in New York on the sidelines of the United Nations General Assembly , the Kremlin said")
	FindPlace(words)
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			FindCountry(words[i:])
			FindCapital(words[i:])
			FindOrganization(words[i:])
			FindPlace(words[i:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}
