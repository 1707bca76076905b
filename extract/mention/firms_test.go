package mention

import (
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

func TestFirms(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"The Danish start-up Agrinova sells seeds. Agrinova was founded in 2019.", []string{"Agrinova", "Agrinova"}},
		{"Panal, a Chilean maker of bread, opened a shop. Panal said so.", []string{"Panal", "Panal"}},
		{"They hold shares in Brasta. Brasta shares rose.", []string{"Brasta", "Brasta"}},
		{"Brasta AB and Panal SA compete with Daesung Pharma.", []string{"Brasta AB", "Panal SA", "Daesung Pharma"}},
		{"Ericsson and Honda cooperate.", []string{"Ericsson", "Honda"}},
		{"Foreign Minister Taro Honda spoke. Later Honda left.", nil},
		{"The firm hand of Lan Pham was felt. Lan Pham spoke.", nil},
		{"Brasta Andean Holdings Limited (BAL) opened a shop. BAL sells seeds.", []string{"Brasta Andean Holdings Limited", "BAL"}},
		{"The Lima-based Andean Fisheries Bank lent money.", []string{"Andean Fisheries Bank"}},
		{"Peru's Brasta Foods Plc opened a shop.", []string{"Brasta Foods Plc"}},
		{"Effective 3 May Brasta Holdings Plc sells seeds.", []string{"Brasta Holdings Plc"}},
		{"The grant went to the Tul-Nor Foundation Ltd. in May.", nil},
		{"Rugby Kenya's coach left. Peru Tourism's head signed up. Peru Tourism Minister Ana Soto left.", []string{"Rugby Kenya", "Peru Tourism"}},
		{"The Neighbouring Countries Harbour Agency met.", []string{"Neighbouring Countries Harbour Agency"}},
		{"Maria Sá, a maker of films, spoke in Lima, a giant of a city.", nil},
	} {
		var got []string
		for _, m := range Find(nlp.Split(test.text)) {
			if m.Type == entity.Organization && m.Kind == entity.Named {
				got = append(got, m.Name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
