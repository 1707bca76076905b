package mention_test

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
	"github.com/relata-graph/relata/extract/nlp"
)

// peoples are sentences about invented people and bodies of many countries,
// with their names marked.
var peoples = []string{
	"[PER Nguyễn Thị Thu Hà] received a delegation from [LOC Busan] on Monday.",
	"Talks in [LOC Đà Nẵng] were led by [PER Trần Quốc Bảo] and his Lao counterpart.",
	"Deputy Minister [PER Lê Minh Tuấn] said that the road to [LOC Pleiku] would open in May.",
	"[PER Pham Van Khoi], who heads the [ORG Mekong River Institute], thanked the donors.",
	"The [ORG Ministry of Construction] asked [PER Hoang Anh Dung] to explain the delay.",
	"[PER Kenji Murakawa] flew to [LOC Sapporo] after the vote.",
	"Foreign Minister [PER Shimada Haruko] told reporters that [LOC Japan] would wait.",
	"Mr. [PER Okuyama] had met [PER Takumi Hirabayashi] in [LOC Nagoya] the week before.",
	"[PER Ayaka Nishigaki] of the [ORG University of Osaka] wrote the report.",
	"[ORG Hoshino Steel Corp.] named [PER Daisuke Kumagai] as its president.",
	"[PER Kim Sang-hyun] and [PER Park Ji-woo] will visit [LOC Ulaanbaatar] together.",
	"[PER Choi Eun-ji], a lawyer from [LOC Incheon], sued the [ORG Daehan Bank].",
	"President [PER Yoo Min-seok] spoke by telephone with [PER Jeong Tae-yang].",
	"The [ORG National Assembly] questioned [PER Bae Soo-jin] for three hours.",
	"[PER Wang Xiaolei] met [PER Zhou Wenbin] in [LOC Chengdu] on Friday.",
	"[PER Liu Jianhua], the mayor of [LOC Hangzhou], opened the fair.",
	"Vice Premier [PER Sun Guoliang] will travel to [LOC Astana] next week.",
	"[PER Chen Mei-ling] left [LOC Taipei] for [LOC Palau] on Sunday.",
	"Shares of [ORG Golden Lotus Holdings] fell after [PER Xu Dongming] resigned.",
	"[PER Ahmad al-Rawi] met [PER Khalid bin Nasser Al Mutlaq] in [LOC Muscat].",
	"Sheikh [PER Hamad Al Suwaidi] opened the new port in [LOC Fujairah].",
	"[PER Yousef Abu Hamdan], a spokesman for the [ORG Ministry of Health], denied it.",
	"[PER Leila Benhaddou] was born in [LOC Oran] and studied in [LOC Lyon].",
	"[PER Mahmoud Abdel Latif] chairs the [ORG Arab Water Council].",
	"The [ORG Al Noor Party] elected [PER Mustafa El-Sherbini] as its leader.",
	"[PER Reza Farahani] travelled from [LOC Isfahan] to [LOC Baku].",
	"[PER Chukwuemeka Adeyemi] called on [LOC Ghana] to lift the ban.",
	"[PER Ngozi Eze] and [PER Babatunde Olaniyan] signed for [LOC Nigeria].",
	"[PER Thabo Mokoena] of the [ORG Limpopo Farmers Union] rejected the offer.",
	"Governor [PER Wanjiru Kamande] met [PER Otieno Odera] in [LOC Kisumu].",
	"[PER Tesfaye Gebremariam] left [LOC Addis Ababa] for [LOC Khartoum].",
	"[PER Abdoulaye Diarra] said that [LOC Mali] and [LOC Niger] had agreed.",
	"[PER Mariama Sow] will succeed [PER Ousmane Camara] at the [ORG West African Power Pool].",
	"[PER Jean-Baptiste Nkurunziza] addressed the [ORG East African Legislative Assembly].",
	"[PER Tendai Chikwanha] was arrested near [LOC Bulawayo].",
	"[PER Joaquim Mucavele] represents [LOC Mozambique] at the talks.",
	"[PER Rajesh Venkataraman] met [PER Sunita Chaudhary] in [LOC Chennai].",
	"[PER Arjun Deshmukh], who leads the [ORG Indian Textile Federation], praised the tariff.",
	"Chief Minister [PER Kavita Reddy] went to [LOC Hyderabad].",
	"[PER Imran Qureshi] told the court in [LOC Lahore] that he was ill.",
	"[PER Tharindu Wickramasinghe] and [PER Nuwan Perera] lost their seats in [LOC Colombo].",
	"[PER Bishnu Prasad Adhikari] returned to [LOC Kathmandu] from [LOC Delhi].",
	"[ORG Padma Textiles Ltd] hired [PER Farhana Akter] in [LOC Dhaka].",
	"[PER María Fernanda Quispe] met [PER José Luis Villagrán] in [LOC Arequipa].",
	"[PER Alejandro Ruiz Mondragón] was named ambassador to [LOC Uruguay].",
	"Senator [PER Luciana Cavalcanti] accused [ORG Banco do Vale] of fraud.",
	"[PER João Pedro da Nóbrega] flew from [LOC Recife] to [LOC Luanda].",
	"[PER Ximena Huanca] of the [ORG Union of Bolivian Miners] joined the march in [LOC Potosí].",
	"[PER Camila Echeverri] will open the embassy of [LOC Colombia] in [LOC Accra].",
	"[PER Oleksandr Hrytsenko] met [PER Zofia Wiśniewska] in [LOC Lublin].",
	"[PER Dmitry Gavrilenko] of the [ORG Institute of Oriental Studies] doubted it.",
	"[PER Nino Kvaratskhelia] spoke in [LOC Batumi] with [PER Levon Harutyunyan].",
	"[PER Gulnara Toktomambetova] arrived in [LOC Bishkek].",
	"[PER Ömer Yıldıztekin] left [LOC İzmir] for [LOC Nicosia].",
	"[PER Ferenc Szalontai] and [PER Andreea Munteanu] met in [LOC Cluj-Napoca].",
	"[PER Budi Hartawan] met [PER Siti Rahmawati] in [LOC Surabaya].",
	"Datuk Seri [PER Azlan Hakimi] went to [LOC Kota Kinabalu].",
	"[PER Maricel Dimaculangan] of the [ORG Philippine Coast Guard] said so.",
	"[PER Somchai Rattanakul] hosted [PER Sok Vannak] in [LOC Chiang Mai].",
	"Daw [PER Khin Hnin Yu] was released from prison in [LOC Mandalay].",
	"[PER Siaosi Tuipulotu] of [LOC Tonga] met [PER Ratu Jone Vakacegu] in [LOC Suva].",
	"[PER Gareth Pemberton] told [ORG Radio Clyde] that [LOC Scotland] was ready.",
	"[PER Lotte van den Broek] works for the [ORG Port of Rotterdam Authority].",
	"[PER Aoife Ní Bhraonáin] met [PER Freja Sørensen] in [LOC Galway].",
}

// TestPeoples tells how many of the names of many peoples the model and Find
// find.
func TestPeoples(t *testing.T) {
	model, err := nlp.LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	var tagged, found nameScore
	for _, marked := range peoples {
		text, want := unmark(marked)
		doc := fixture.Tagged(t, text)
		clues := mention.Clues(doc)
		got := map[nlp.Span]string{}
		for i, s := range doc.Sentences {
			for _, n := range model.Names(s.Tokens, clues[i]) {
				got[nlp.Span{Start: s.Tokens[n.First].Start, End: s.Tokens[n.Last-1].End}] = n.Type.String()
			}
		}
		tagged.add(want, got)
		logDifference(t, "model", text, want, got)
		got = mentioned(mention.Find(doc))
		found.add(want, got)
		logDifference(t, "Find", text, want, got)
	}
	tagged.log(t, "model")
	found.log(t, "Find")
	for title, score := range map[string]nameScore{"model": tagged, "Find": found} {
		if f := score[""].f1(); f < 80 {
			t.Errorf("%s: F1 of names is %.1f, want at least 80", title, f)
		}
	}
}

func logDifference(t *testing.T, title, text string, want, got map[nlp.Span]string) {
	t.Helper()
	for span, kind := range want {
		if got[span] != kind {
			t.Logf("%s: missing %s %s: %s", title, kind, text[span.Start:span.End], text)
		}
	}
	for span, kind := range got {
		if want[span] != kind {
			t.Logf("%s: unexpected %s %s: %s", title, kind, text[span.Start:span.End], text)
		}
	}
}

// unmark gives a text without the marks of its names, "[PER Ann Ray]", and the
// names.
func unmark(marked string) (text string, names map[nlp.Span]string) {
	names = map[nlp.Span]string{}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(marked, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), names
		}
		name, after, _ := strings.Cut(rest, "]")
		kind, name, _ := strings.Cut(name, " ")
		start := b.Len()
		b.WriteString(name)
		names[nlp.Span{Start: start, End: b.Len()}] = kind
		marked = after
	}
}
