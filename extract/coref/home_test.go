package coref

import (
	"fmt"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/world"
)

// TestHome checks of which country an official is whose country no sentence tells.
func TestHome(t *testing.T) {
	tests := []struct{ url, text, name, want string }{
		// The page.
		{"https://www.state.gov/readout", "President Ada Rossi signed the law.", "Ada Rossi", "President of United States"},
		{"https://www.president.go.ke/news", "President Joseph Kimani signed the law.", "Joseph Kimani", "President of Kenya"},
		{"https://news.com.au/a", "Prime Minister Ada Rossi signed the law.", "Ada Rossi", "Prime Minister of Australia"},
		{"https://news.example.com/a", "Prime Minister Ada Rossi signed the law.", "Ada Rossi", "Prime Minister of "},
		{"https://state.gov/a", "President Ada Rossi spoke with President Joseph Kimani. President Rossi thanked him.", "Joseph Kimani", "President of "},
		{"https://state.gov/a", "Foreign Minister Ada Rossi was in Lima.", "Ada Rossi", "Foreign Minister of "},
		{"https://state.gov/a", "Ada Rossi, President, Friends of Birds, spoke.", "Ada Rossi", "President of "},
		{"https://state.gov/a", "President Ada Rossi spoke with Chancellor Karl Bauer of Germany. The leaders reviewed support for the government of Peru, and aid to Peru.", "Ada Rossi", "President of United States"},
		{"https://state.gov/a", "President Ada Rossi wrote to President Juan Soto of Peru, Trade Minister Jorge Rey, and Justice Minister Ana Luna.", "Jorge Rey", "Trade Minister of Peru"},
		{"https://state.gov/a", "The envoy met with President Ada Rossi and Trade Minister Jorge Rey of Peru.", "Ada Rossi", "President of Peru"},
		// The dateline.
		{"", "NAIROBI, May 3 – President Joseph Kimani signed the law.", "Joseph Kimani", "President of Kenya"},
		{"", "TOKYO – Foreign Minister Ada Rossi met Japanese Prime Minister Kenji Sato.", "Ada Rossi", "Foreign Minister of "},
		{"", "President Joseph Kimani flew home. He was in Nairobi – at last.", "Joseph Kimani", "President of "},
		// Who speaks.
		{"", "Statement by President Ada Rossi\n\nPeru has worked closely with our partners.", "Ada Rossi", "President of Peru"},
		{"", "Statement by President Ada Rossi\n\nPeru has helped, and we thank our partners.", "Ada Rossi", "President of "},
		{"", "MEDIA RELEASE\n\nADA ROSSI MINISTER FOR FOREIGN AFFAIRS\n\nThe Zambian Ambassador to Peru, Moses Banda, will move to Lima.", "Ada Rossi", "MINISTER FOR FOREIGN AFFAIRS of Zambia"},
		// What it is about.
		{"", "Peru is growing. Peru needs a port, and Peru will have it. Ports Minister Ada Rossi was glad for Peru.", "Ada Rossi", "Ports Minister of Peru"},
		{"", "Peru is growing. Peru needs a port, and Peru will have it. Under Secretary of State Ada Rossi was glad for Peru.", "Ada Rossi", "Under Secretary of State of "},
		{"", "Peru is growing. Peru needs a port, and Peru will have it. Ports Minister Ada Rossi travelled to Peru.", "Ada Rossi", "Ports Minister of "},
		// Beside whom or what.
		{"", "He thanked Peru and, personally, President Ada Rossi for their help.", "Ada Rossi", "President of Peru"},
		{"", "He imposed a tax on Peru, and President Ada Rossi will answer.", "Ada Rossi", "President of "},
		{"", "The envoy met with Peruvian President Ada Rossi and Trade Minister Jorge Soto.", "Jorge Soto", "Trade Minister of Peru"},
		{"", "The envoy assured President Ada Rossi of Peru's support.", "Ada Rossi", "President of "},
		// With the country before the name.
		{"", "Peru's Ada Rossi spoke with Kenya's Joseph Kimani. President Rossi thanked President Kimani.", "Ada Rossi", "President of Peru"},
		{"", "Before Peru's vote Ada Rossi spoke. President Rossi was glad.", "Ada Rossi", "President of "},
		// The staff of an embassy.
		{"https://www.president.go.ke/news", "The Ambassador of Peru to Kenya, Ada Rossi, called on President Joseph Kimani. Deputy High Commissioner Jorge Soto was there.", "Jorge Soto", "Deputy High Commissioner of Peru"},
		{"", "The Ambassador of Peru, Ada Rossi, and the Ambassador of Chile, Ana Luna, came. First Secretary Jorge Soto was there.", "Jorge Soto", "First Secretary of "},
		// Most officials of the document.
		{"", "Kenyan President Joseph Kimani and Kenyan Trade Minister Ada Rossi wrote to Peruvian President Ana Luna. Kenya needs a port. Ports Minister Jorge Soto was there.", "Jorge Soto", "Ports Minister of Kenya"},
		{"", "Kenyan President Joseph Kimani and Kenyan Trade Minister Ada Rossi came. Kenya needs a port. Ports Minister Jorge Soto met Kimani.", "Jorge Soto", "Ports Minister of "},
		{"", "Kenyan President Joseph Kimani and Kenyan Trade Minister Ada Rossi came. Kenya needs a port. Ports Minister Jorge Soto and Kimani signed a pact.", "Jorge Soto", "Ports Minister of "},
		{"", "Kenyan President Joseph Kimani and Peruvian President Ana Luna came. Kenya needs a port. Ports Minister Jorge Soto was there.", "Jorge Soto", "Ports Minister of "},
		// What is left over, or alone.
		{"", "The harbour of Peru is full. Peru needs cranes, Health Minister Ada Rossi said.", "Ada Rossi", "Health Minister of Peru"},
		{"", "Peru and Kenya need cranes. Kenyan President Joseph Kimani went to Peru. Kenya waits. Ports Minister Ada Rossi was glad.", "Ada Rossi", "Ports Minister of Peru"},
		{"", "Peru and Kenya need cranes. Peru waits, and so does Kenya. Ports Minister Ada Rossi was glad.", "Ada Rossi", "Ports Minister of "},
		{"", "Peru and Kenya need cranes. Kenyan President Joseph Kimani went to Peru. Kenya waits. Secretary Ada Rossi was glad.", "Ada Rossi", "Secretary of "},
		// Where embassies are.
		{"", "The Kenyan Embassy in Lima gave a dinner for Chilean and Zambian guests. Ports Minister Ada Rossi came.", "Ada Rossi", "Ports Minister of Peru"},
		{"", "The Kenyan Embassy in Lima and the Chilean Embassy in Accra gave dinners for Zambians. Ports Minister Ada Rossi came.", "Ada Rossi", "Ports Minister of "},
		{"", "The High Commission of Kenya gave a dinner in Peru and Chile. Ambassador Ada Rossi spoke.", "Ada Rossi", "Ambassador of Kenya"},
		// For whom they act.
		{"", "On behalf of Peru, the Ports Minister, Ada Rossi, and, representing Chile, Ana Luna signed it.", "Ada Rossi", "Ports Minister of Peru"},
		// Offices of one state, of a part of one, of a body.
		{"", "Guests from India and Peru came. External Affairs Minister Ada Rossi spoke.", "Ada Rossi", "External Affairs Minister of India"},
		{"", "Guests from Chile and Peru came. External Affairs Minister Ada Rossi spoke.", "Ada Rossi", "External Affairs Minister of "},
		{"", "In the United States, Senator Ada Rossi of Oregon spoke.", "Ada Rossi", "Senator of United States"},
		{"", "They met the Council of Lima Universities, led by President Ada Rossi.", "Ada Rossi", "President of Council of Lima Universities"},
	}
	for _, tt := range tests {
		doc := fixture.Tagged(t, tt.text)
		got := ""
		for _, e := range Resolve(doc, mention.Find(doc), Origin{URL: tt.url}).Entities {
			for _, o := range e.Offices {
				if world.Fold(e.Name) == world.Fold(tt.name) {
					got += fmt.Sprint(o.Title, " of ", o.Of.Name)
				}
			}
		}
		if world.Fold(got) != world.Fold(tt.want) {
			t.Errorf("%s %s\n got %s\nwant %s", tt.url, tt.text, got, tt.want)
		}
	}
}
