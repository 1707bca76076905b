package coref_test

import "testing"

// TestHomeCountries tells of which country officials are by whom they come with,
// visit and meet.
func TestHomeCountries(t *testing.T) {
	tests := []struct{ name, text, person, want string }{
		{"accompanied by", "Chilean President Pedro Soto arrived, accompanied by Foreign Minister Rosa Fuentes and Energy Minister Luis Mora.", "Luis Mora", "Chile"},
		{"accompanying", "Chilean President Pedro Soto arrived. Accompanying the President are Foreign Minister Rosa Fuentes and Energy Minister Luis Mora.", "Luis Mora", "Chile"},
		{"delegation with", "President Pedro Soto, together with a Chilean delegation, arrived in Nairobi.", "Pedro Soto", "Chile"},
		{"delegation led by", "A Chilean delegation led by Foreign Minister Rosa Fuentes arrived in Nairobi.", "Rosa Fuentes", "Chile"},
		{"members of a delegation", "Chilean President Pedro Soto leads a delegation that includes Foreign Minister Rosa Fuentes.", "Rosa Fuentes", "Chile"},
		{"representing", "Representing Chile were Foreign Minister Rosa Fuentes and Energy Minister Luis Mora.", "Luis Mora", "Chile"},
		{"represented by", "Chile was represented by Foreign Minister Rosa Fuentes and Energy Minister Luis Mora.", "Luis Mora", "Chile"},
		{"from one side", "From the Chilean side, Foreign Minister Rosa Fuentes and Energy Minister Luis Mora took part.", "Luis Mora", "Chile"},
		{"from a place", "From the Chilean side of the lake they saw Energy Minister Luis Mora.", "Luis Mora", ""},
		{"invitation", "Chilean President Pedro Soto began a state visit to Kenya at the invitation of President Grace Wanjiru.", "Grace Wanjiru", "Kenya"},
		{"another president", "Chilean President Pedro Soto was joined by President Grace Wanjiru.", "Grace Wanjiru", ""},
		{"delegation that comprises", "The Chilean delegation will also comprise Ambassador for Trade Luis Mora and officials.", "Luis Mora", "Chile"},
		{"visitor", "Energy Minister Luis Mora was in Kenya for a working visit to strengthen ties between Chile and Kenya.", "Luis Mora", "Chile"},
		{"received", "Chilean President Pedro Soto visited Kenya, where he was received by President Grace Wanjiru.", "Grace Wanjiru", "Kenya"},
		{"across the table", "Chile and Kenya opened talks. Chilean President Pedro Soto met Energy Minister Luis Mora. Relations between Kenya and Chile are good.", "Luis Mora", "Kenya"},
		{"on one side", "Chile and Kenya opened talks. Chilean President Pedro Soto, joined by Energy Minister Luis Mora, met with officials. Relations between Kenya and Chile are good.", "Luis Mora", "Chile"},
		{"the only one with a president", "Japan and Kenya opened talks. Japanese Minister Ken Sato praised President Grace Wanjiru. Relations between Japan and Kenya are good.", "Grace Wanjiru", "Kenya"},
		{"chancellor", "Kenya thanked Chancellor Karl Brandt. The talks with Germany went on.", "Karl Brandt", "Germany"},
		{"president of a party", "Japan and Kenya opened talks. Kenyan Minister Grace Wanjiru met President of the Fishers' Party Ken Sato. Japan and Kenya agreed.", "Ken Sato", ""},
		{"of a national body", "Chairman of the Communist Party of Vietnam Le Van An arrived.", "Le Van An", "Vietnam"},
		{"aide of the head", "Kenyan President Grace Wanjiru met Peruvian Trade Minister Ana Luna. Senior Secretary to the President Luis Mora was there.", "Luis Mora", "Kenya"},
		{"aide in the possessive", "Kenyan President Grace Wanjiru met Peruvian Trade Minister Ana Luna. President's Secretary Luis Mora was there.", "Luis Mora", "Kenya"},
		{"aide of one of two heads", "Kenyan President Grace Wanjiru met Peruvian President Ana Luna. Secretary to the President Luis Mora was there.", "Luis Mora", ""},
		{"an official of another in a quote", "“Peru is a friend, and I saw the Peruvian Energy Minister,” Energy Minister Luis Mora said. Peru is far.", "Luis Mora", ""},
		{"once in that office", "Former Energy Minister Luis Mora spoke. The Peruvian Energy Minister wrote to him. Peru is far.", "Luis Mora", ""},
		{"named again by the office", "Energy Minister Luis Mora spoke in Peru. The Peruvian Energy Minister was glad.", "Luis Mora", "Peru"},
		{"a country named more often", "Chile and Kenya opened talks. Chilean President Pedro Soto met Energy Minister Luis Mora. Relations between Kenya and Chile are good. Peru, Peru and Peru.", "Luis Mora", ""},
		{"vice president of a club", "Japan and Kenya opened talks. Japanese Minister Ken Sato met Vice President Grace Wanjiru. Japan and Kenya agreed.", "Grace Wanjiru", "Kenya"},
		{"a minister of the lists", "Foreign Minister Tzipi Livni spoke.", "Tzipi Livni", "Israel"},
		{"invitation without a country", "Chilean President Pedro Soto came at the invitation of President Grace Wanjiru.", "Grace Wanjiru", ""},
	}
	for _, tt := range tests {
		d := read(t, tt.text)
		got := "nobody"
		for _, e := range d.Entities {
			if e.Name == tt.person {
				got = e.Country.Name
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s is of %q, want %q", tt.name, tt.person, got, tt.want)
		}
	}
}
