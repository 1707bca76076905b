package coref_test

import (
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/entity"
)

// meant writes what the mentions of a word in a text mean, in text order, "?"
// for one that stays open.
func meant(d *entity.Document, word string) string {
	var out []string
	for _, m := range d.Mentions {
		if d.NLP.Text[m.Start:m.End] != word {
			continue
		}
		var names []string
		for _, e := range m.Entities {
			names = append(names, d.Entities[e].Name)
		}
		if names == nil {
			names = []string{"?"}
		}
		out = append(out, strings.Join(names, "+"))
	}
	return strings.Join(out, " | ")
}

func TestReferences(t *testing.T) {
	const (
		summit = "Kenyan President Grace Wanjiru received Chilean President Pedro Soto in Nairobi on Monday. "
		talks  = "Norwegian Foreign Minister Kari Lund met her Peruvian counterpart, Jorge Quispe, in Oslo on Friday. "
		three  = "The leaders of Ghana, Peru and Fiji met in Accra on Friday. Ghanaian President Kofi Mensah, Peruvian President Ana Quispe and Fijian Prime Minister Sitiveni Tora agreed to meet again. "
		hosted = "Kenya's Foreign Minister, Grace Wanjiru, chaired the meeting of the Lake Council on Monday. The meeting was attended by Ugandan Foreign Minister David Okello, Rwandan Foreign Minister Jean Habimana and the Secretary-General of the Lake Council, Paul Odera. "
	)
	tests := []struct{ name, text, word, want string }{
		// Groups of people.
		{"the two", talks + "The two discussed fish.", "The two", "Kari Lund+Jorge Quispe"},
		{"the two, in a clause", "Minister of Trade Helen Clarke hosted Minister of Trade Kenji Sato, and the two discussed wool.", "the two", "Helen Clarke+Kenji Sato"},
		{"the two of things", talks + "The two agreements cover fish.", "The two", ""},
		{"ministers by kind", summit + "Wanjiru praised Foreign Minister Ali Saleh and Energy Minister Omar Haddad. The two ministers spoke of gas.", "The two ministers", "Ali Saleh+Omar Haddad"},
		{"leaders by kind", summit + "Foreign Minister Ali Saleh met Energy Minister Omar Haddad. Both leaders spoke of gas.", "Both leaders", "Grace Wanjiru+Pedro Soto"},
		{"leaders as the object", summit + "Ghanaian President Kofi Mensah congratulated both leaders.", "both leaders", "Grace Wanjiru+Pedro Soto"},
		{"presidents", summit + "The presidents signed a treaty.", "The presidents", "Grace Wanjiru+Pedro Soto"},
		{"heads of state", summit + "The two Heads of State discussed trade.", "The two Heads of State", "Grace Wanjiru+Pedro Soto"},
		{"officials", talks + "The two officials signed a protocol.", "The two officials", "Kari Lund+Jorge Quispe"},
		{"the three", three + "The three discussed trade.", "The three", "Kofi Mensah+Ana Quispe+Sitiveni Tora"},
		{"three", three + "The three leaders left.", "The three leaders", "Kofi Mensah+Ana Quispe+Sitiveni Tora"},
		{"two of three", three + "The two leaders left.", "The two leaders", "?"},
		{"leaders of countries", three, "The leaders of Ghana", "Kofi Mensah+Ana Quispe+Sitiveni Tora"},
		{"all the ministers with their host", hosted + "The ministers discussed water.", "The ministers", "Grace Wanjiru+David Okello+Jean Habimana"},
		{"nobody met", "The ministers discussed water.", "The ministers", "?"},
		// Organisations.
		{"the bank", "The Lakes Development Bank opened an office in Lima on Monday. The bank praised Peru.", "The bank", "Lakes Development Bank"},
		{"the lender", "The Lakes Development Bank opened an office in Lima on Monday. The regional lender praised Peru.", "The regional lender", "Lakes Development Bank"},
		{"the alliance", "NATO held an exercise in Norway. Sweden joined the alliance.", "the alliance", "NATO"},
		{"the company", "Kestrel Motors Ltd. opened a plant in Ghana. The Oslo-based company praised Ghana.", "The Oslo-based company", "Kestrel Motors Ltd."},
		{"the bank of two", "The Lakes Development Bank and the Bank of Peru signed a treaty. The bank praised Peru.", "The bank", "?"},
		{"no bank", "The Ministry of Justice opened an office in Lima on Monday. The bank praised Peru.", "The bank", "?"},
		{"a bank's president", "The Lakes Development Bank opened an office in Lima. The bank chairman praised Peru.", "The bank", ""},
		// They.
		{"they after two", "President Grace Wanjiru and President Pedro Soto met on Monday. They discussed trade.", "They", "Grace Wanjiru+Pedro Soto"},
		{"they after a meeting", talks + "They agreed to meet again.", "They", "Kari Lund+Jorge Quispe"},
		{"they after countries", "Ghana and Peru signed a treaty. They will exchange students.", "They", "Ghana+Peru"},
		{"them", "Chilean Foreign Minister Rosa Fuentes met Finnish Foreign Minister Pekka Salo and Danish Foreign Minister Lars Holm. She thanked them.", "them", "Pekka Salo+Lars Holm"},
		{"each other", "Ghana and Peru supported each other in the Council.", "each other", "Ghana+Peru"},
		{"one another", talks + "The two ministers thanked one another.", "one another", "Kari Lund+Jorge Quispe"},
		{"they, whose officials met", "Officials from Peru and Ghana met in Lima on Monday. They signed a treaty.", "They", "Peru+Ghana"},
		{"they, of one country", "Officials from Peru met in Lima on Monday. They signed a treaty.", "They", "?"},
		{"they are others", talks + "Protesters gathered outside. They shouted.", "They", "?"},
		{"they go on behind what is about a thing", "Ghana and Peru signed a treaty. The treaty deals with fish. They agreed to meet again.", "They", "Ghana+Peru"},
		// Those who meet, and who else is there.
		{"the two who met", "As Kenyan President Grace Wanjiru left, Chilean President Pedro Soto met Peruvian President Ana Quispe. The two agreed to meet again.", "The two", "Pedro Soto+Ana Quispe"},
		{"talks of the two leaders", summit + "Wanjiru praised the two leaders’ talks.", "the two leaders", "Grace Wanjiru+Pedro Soto"},
		{"the counterparts", talks + "The counterparts discussed fish.", "The counterparts", "Kari Lund+Jorge Quispe"},
		{"the participants", talks + "The participants discussed fish.", "The participants", "Kari Lund+Jorge Quispe"},
		{"the participants, countries", "Ghana, Peru and Fiji held talks in Accra. The participants agreed to share data.", "The participants", "Ghana+Peru+Fiji"},
		{"the participants of nothing", "The participants discussed fish.", "The participants", "?"},
		{"the delegations of three", "Ghana, Peru and Fiji held talks in Accra. The delegations discussed fish.", "The delegations", "Ghana+Peru+Fiji"},
		{"both sides, one named only later", "Both sides praised the talks, Peru said. Peru also held talks with Ghana.", "Both sides", "?"},
		// A delegation and who leads it.
		{"the delegation", "A Fijian delegation led by Minister Sitiveni Tora came to Lima. The delegation met President Ana Quispe.", "The delegation", "Sitiveni Tora"},
		{"the team led", "Led by Minister Sitiveni Tora, the team flew to Lima. The team visited a school.", "The team", "Sitiveni Tora"},
		{"the delegation of who was accompanied", "Minister Sitiveni Tora was accompanied by Ambassador Kofi Mensah. President Ana Quispe received the delegation.", "the delegation", "Sitiveni Tora"},
		{"what the delegation wants", "Minister Sitiveni Tora led a delegation to Lima. The delegation wants more flights.", "The delegation", "?"},
		{"a delegation of two leaders", "A delegation led by Minister Sitiveni Tora met a delegation led by Minister Kofi Mensah. The delegation visited Lima.", "The delegation", "?"},
		// Holders of offices.
		{"the president beside another", "President Pedro Soto spoke with President Ana Quispe of Peru. The President thanked President Quispe.", "The President", "Pedro Soto"},
		{"the president at home", "President Pedro Soto met Peruvian President Ana Quispe. The president praised the talks.", "The president", "Pedro Soto"},
		{"the leader of a country's own", "Peru’s Ana Quispe flew to Accra. The Peruvian leader praised Ghana.", "The Peruvian leader", "Ana Quispe"},
		{"the leader, of two", "Peru’s Ana Quispe and Peru’s Jorge Lima flew to Accra. The Peruvian leader praised Ghana.", "The Peruvian leader", "?"},
		// Who goes abroad.
		{"he who comes", "Peruvian President Jorge Quispe will not meet Chilean President Pedro Soto when he visits Peru.", "he", "Pedro Soto"},
		{"he who goes", "Peruvian President Jorge Quispe met Chilean President Pedro Soto when he visited Chile.", "he", "Jorge Quispe"},
		// Groups of countries.
		{"the two sides", summit + "The two sides agreed on trade.", "The two sides", "Kenya+Chile"},
		{"the parties", summit + "The parties agreed on trade.", "The parties", "Kenya+Chile"},
		{"sides that talk", summit + "The two sides discussed trade.", "The two sides", "Grace Wanjiru+Pedro Soto"},
		{"three countries", three + "The three countries agreed on trade.", "The three countries", "Ghana+Peru+Fiji"},
		{"we of those who met", summit + "“We agreed to expand trade,” Wanjiru said.", "We", "Grace Wanjiru+Pedro Soto"},
		{"we who met later", "“We agreed to expand trade,” said Kenyan President Grace Wanjiru after talks with Chilean President Pedro Soto.", "We", "Grace Wanjiru+Pedro Soto"},
		{"we with others", summit + "“We signed a treaty with Ghana,” Wanjiru said.", "We", "Kenya"},
		{"the government", "Peru raised its taxes on Monday. The government backed Ghana.", "The government", "Peru"},
		{"the ministry", "Peru raised its taxes on Monday. The foreign ministry backed Ghana.", "The foreign ministry", "Peru"},
		{"its government", "Peru raised its taxes on Monday. Its government backed Ghana.", "Its government", "Peru"},
		{"the government of two", "Peru and Ghana raised their taxes on Monday. The government backed Fiji.", "The government", "?"},
		{"another's government", "Kenyan President Grace Wanjiru spoke in Lima. She praised the government.", "the government", "?"},
		{"it of what one does", "Peru raised its taxes on Monday. It backed Ghana.", "It", "Peru"},
		{"it of the weather", "Peru raised its taxes on Monday. It rained.", "It", "?"},
		{"a surname of two", "Chairman Kim Jong Un met Chinese President Xi Jinping. Kim left. Tony Kim, a prisoner, went home. His plane landed in Oslo. A minister met Kim.", "Kim", "Kim Jong Un | Kim Jong Un"},
		{"it of a country that speaks", "Ghana said on Friday that it backed Peru.", "it", "Ghana"},
		{"it of a body that speaks", "The European Union said it would send observers to Malawi.", "it", "European Union"},
		{"it that means nothing", "Ghana said it seemed that Peru had left.", "it", "?"},
		{"it of a thing", "Ghana said the treaty was signed. It covers fish.", "It", "?"},
		{"it that goes on speaking", "Ghana criticised Peru on Monday. It accused Peru of a lie.", "It", "Ghana"},
		{"its of those thanked", "Foreign Minister Kari Lund thanked Peru for its help.", "its", "Peru"},
		{"its of those punished", "Peru imposed sanctions on Kenya over its help for the rebels.", "its", "Kenya"},
		{"its of those accused", "Peru accused Kenya of continuing its help for the rebels.", "its", "Kenya"},
		{"its of who gives", "Peru imposed sanctions on Kenya at its border.", "its", "Peru"},
		{"his country", "President Pedro Soto of Chile said that Ghana had thanked his country.", "his country", "Chile"},
		{"neighbours of the one who acts", "Uganda and Rwanda opened the border. Kenya's Foreign Minister, Grace Wanjiru, thanked both neighbours.", "both neighbours", "Uganda+Rwanda"},
		// One person.
		{"host", summit + "The host praised Chile.", "The host", "Grace Wanjiru"},
		{"guest", summit + "The host thanked the guest.", "the guest", "Pedro Soto"},
		{"passive", "Chilean President Pedro Soto was received by Kenyan President Grace Wanjiru on Monday. The host praised Chile.", "The host", "Grace Wanjiru"},
		{"nobody's own guest", "Kenyan President Grace Wanjiru visited Lima. President Pedro Soto of Chile met President Grace Wanjiru. Wanjiru thanked her guest.", "her guest", "Pedro Soto"},
		{"accompanying the President", summit + "Accompanying the President are Foreign Minister Rosa Fuentes and Energy Minister Luis Mora.", "the President", "Pedro Soto"},
		{"counterpart", talks + "Lund thanked her counterpart.", "her counterpart", "Jorge Quispe"},
		{"no counterpart of one's own country", "Norwegian Trade Minister Ana Berg met Foreign Minister Kari Lund of Norway on Friday. Lund thanked her counterpart.", "her counterpart", "?"},
		{"the president of a state", "President Pedro Soto of Chile spoke on Monday. European Council President Jan Novak listened. The President praised trade.", "The President", "Pedro Soto"},
		{"the latter", talks + "Lund invited Quispe, and the latter accepted.", "the latter", "Jorge Quispe"},
		{"the latter's", talks + "The latter's visit was brief.", "The latter", "Jorge Quispe"},
		{"the former and the latter", talks + "The former praised Peru, while the latter praised Norway.", "the latter", "Jorge Quispe"},
		{"the former president", talks + "The former president left.", "The former", ""},
		{"her own support", "President Ana Silva met Foreign Minister Kari Lund to express her support for peace.", "her", "Ana Silva"},
		{"another's support", "President Ana Silva urged Foreign Minister Rosa Fuentes to reaffirm her support for peace.", "her", "Rosa Fuentes"},
		{"he after he", "President Pedro Soto met Prime Minister Ana Silva. He praised Portugal. He also spoke of trade.", "He", "Pedro Soto | Pedro Soto"},
		{"not the object of his own verb", "President Pedro Soto met Mr Jan Novak. Soto thanked him.", "him", "Jan Novak"},
		{"not the subject of a verb without one", "President Pedro Soto came to Nairobi with Mr Jan Novak. Soto travelled on to thank him.", "him", "Jan Novak"},
		{"whom one calls to congratulate", "President Pedro Soto called Mr Jan Novak to congratulate him.", "him", "Jan Novak"},
		{"it that acts", "Minister Kari Lund urged Chile to lift the tariffs that it imposed on fish.", "it", "Chile"},
		{"it that acts, of the sentence before", "Chile closed the border. It also expelled two envoys.", "It", "Chile"},
		{"it that is a thing", "Chile signed the treaty. It covers fish.", "It", "?"},
		{"three, long ago", three + "Mensah met Quispe. Mensah raised the ban on cocoa. Ghana lifted it. Tora invited Quispe to Suva. Mensah praised him. Quispe left. The three leaders will write.", "The three leaders", "Kofi Mensah+Ana Quispe+Sitiveni Tora"},
		{"someone else", "President Pedro Soto left. The officer said he was ill.", "he", "?"},
		// Those who speak.
		{"what is shared", "President Kari Lund of Norway met President Jorge Quispe of Peru on Monday. " +
			"“The visit shows our shared commitment to clean seas,” Lund said.", "our", "Norway+Peru"},
		{"our country", "Statement by Foreign Minister Kari Lund of Norway\n\nI met Jorge Quispe on Monday. We will support Peru.", "We", "Norway"},
		{"we together", "Statement by Foreign Minister Kari Lund of Norway\n\nI met Foreign Minister Jorge Quispe of Peru on Monday. We discussed fish.", "We", "Kari Lund+Jorge Quispe"},
		{"we together in a quotation", talks + "\n\n“We discussed fish,” said Quispe.", "We", "Kari Lund+Jorge Quispe"},
		{"our country in a quotation", talks + "\n\n“Our country wants peace,” said Quispe.", "Our country", "Peru"},
		{"we in a quotation", talks + "\n\n“We want peace,” said Quispe.", "We", "Peru"},
		{"we who talk with somebody", "“We had good talks with Minister Ada Bauer,” said Quispe. Jorge Quispe is the president of Peru.", "We", "Jorge Quispe"},
		{"we of a firm", "“We make cards,” said Rosa Fuentes, CEO of Lake Bank.", "We", "Lake Bank"},
		{"we of a firm, said behind a comma", "Rosa Fuentes, CEO of Lake Bank, said: “We make cards.”", "We", "Lake Bank"},
		{"we of a division", "“We make cards,” said Rosa Fuentes, Head of Card Sales.", "We", "?"},
		{"I in a quotation that goes on", talks + "\n\n“I want peace,” said Quispe.\n\n“I will return,” the text goes on.", "I", "Jorge Quispe | Jorge Quispe"},
		{"the government", "Statement by Foreign Minister Kari Lund of Norway\n\nThe Government will open an embassy.", "The Government", "Norway"},
		{"the host country", summit + "Soto praised the host country.", "the host country", "Kenya"},
	}
	for _, tt := range tests {
		if got := meant(read(t, tt.text), tt.word); got != tt.want {
			t.Errorf("%s: %s: got %s, want %s", tt.name, tt.word, got, tt.want)
		}
	}
}
