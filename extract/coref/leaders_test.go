package coref

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// TestKnownLeaders checks who is of a country that the text does not tell, since news
// takes it for known, and who else is of it then.
func TestKnownLeaders(t *testing.T) {
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ date, text, name, want string }{
		{"2023-05", "Chile will send tents, President Gabriel Boric said.", "Gabriel Boric", "Chile"},
		{"1995", "Aid was cut when President Clinton left.", "Clinton", "United States"},
		{"2014", "The fund was set up by former President Carter.", "Carter", "United States"},
		{"2018", "The fund was set up by Prime Minister Carter.", "Carter", ""},
		{"2010", "The line was opened by President Lee.", "Lee", "South Korea"},
		{"1990", "The line was opened by President Lee.", "Lee", "Taiwan"},
		{"1980", "The law was signed by President Emmanuel Macron.", "Emmanuel Macron", ""},
		{"2019", "The law was signed by President Ana Macron.", "Ana Macron", ""},
		{"2019", "The law was signed by Peruvian President Emmanuel Macron.", "Emmanuel Macron", "Peru"},
		{"2019", "Emmanuel Macron baked bread.", "Emmanuel Macron", ""},
		// Who is named beside a leader of the country where the text is written.
		{"2022", "President Gabriel Boric spoke. Ports Minister Ana Rey will leave today.", "Ana Rey", "Chile"},
		{"2022", "President Gabriel Boric spoke to President Emmanuel Macron. Ports Minister Ana Rey listened.", "Ana Rey", ""},
		{"2022", "Chilean President Gabriel Boric spoke. Ports Minister Ana Rey will leave today.", "Ana Rey", ""},
		// A country named in passing is not that of an official with such an office.
		{"2022", "Ports Minister Ana Rey spoke. Envoy Luis Soto wrote to Togo's ports minister.", "Ana Rey", ""},
		{"2022", "Togo built a port. Ports Minister Ana Rey spoke. Envoy Luis Soto wrote to Togo's ports minister.", "Ana Rey", "Togo"},
		// An official is not of the country to which he goes.
		{"2022", "President Gabriel Boric spoke. Later Ports Minister Ana Rey arrived in Chile.", "Ana Rey", ""},
		{"2022", "President Gabriel Boric spoke. Later Ports Minister Ana Rey returned to Chile.", "Ana Rey", "Chile"},
	}
	for _, tt := range tests {
		doc := nlp.Split(tt.text)
		for i := range doc.Sentences {
			model.Tag(&doc.Sentences[i])
		}
		got := "?"
		for _, e := range Resolve(doc, mention.Find(doc), Origin{Date: tt.date}).Entities {
			if e.Type == entity.Person && world.Fold(e.Name) == world.Fold(tt.name) {
				got = e.Country.Or(e.Supposed).Name
			}
		}
		if got != tt.want {
			t.Errorf("%s %s\n%s is of %q, want %q", tt.date, tt.text, tt.name, got, tt.want)
		}
	}
}
