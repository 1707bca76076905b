package coref

import (
	"fmt"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// TestCast reads a text a paragraph at a time.
func TestCast(t *testing.T) {
	const text = `President Okoro met Rosa Delgado, the Foreign Minister of Peru, in Lima.

The Law Society of Peru (LSP) thanked President Daniel Okoro. Kofi Mensah did not.

Minister Delgado wrote to the LSP. Okoro did so, too.

Ama Mensah called Kofi. Mensah stayed at home.`
	want := []string{
		"Okoro, Rosa Delgado, Lima",
		"Law Society of Peru, Daniel Okoro, Kofi Mensah",
		"Rosa Delgado, Law Society of Peru, Daniel Okoro",
		"Ama Mensah, Kofi Mensah, Kofi Mensah",
	}
	var cast Cast
	finder := mention.NewFinder()
	n := 0
	for part := range nlp.Parts(text, 1) {
		d := cast.Resolve(part, finder.Find(part), Origin{})
		got := ""
		for _, m := range d.Mentions {
			if m.Kind == entity.Named && len(m.Entities) == 1 && !m.Inside {
				got += ", " + d.Entities[m.Entities[0]].Name
			}
		}
		if got = got[2:]; got != want[n] {
			t.Errorf("part %d: got %s, want %s", n, got, want[n])
		}
		renamed := "map[]"
		if n == 1 {
			renamed = "map[person:okoro:{person:daniel-okoro Person Daniel Okoro}]"
		}
		if got := fmt.Sprint(cast.Renamed()); got != renamed {
			t.Errorf("part %d renames %s, want %s", n, got, renamed)
		}
		n++
	}
	known := map[string]entity.Entity{}
	for _, e := range cast.Entities() {
		known[e.Name] = e
	}
	if e := known["Rosa Delgado"]; e.Country.Name != "Peru" || len(e.Offices) != 1 || len(e.Aliases) != 1 {
		t.Errorf("of Rosa Delgado is known %+v", e)
	}
	if e := known["Daniel Okoro"]; fmt.Sprint(e.Aliases) != "[Okoro]" {
		t.Errorf("of Daniel Okoro is known %+v", e)
	}
}

// TestCastAuthor has "I" mean who opens the text, in all of its parts.
func TestCastAuthor(t *testing.T) {
	const text = "Speech by Foreign Minister Rosa Delgado\n\nI thank you all.\n\nI will go to Kenya."
	var cast Cast
	finder := mention.NewFinder()
	for part := range nlp.Parts(text, 1) {
		d := cast.Resolve(part, finder.Find(part), Origin{})
		if got := whom(d, "I"); got != "" && got != "Rosa Delgado" {
			t.Errorf("I is %s", got)
		}
	}
}
