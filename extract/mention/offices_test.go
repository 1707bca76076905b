package mention

import (
	"testing"

	"github.com/relata-graph/relata/extract/nlp"
)

// TestOfficeShapes checks offices whose words stand in an unusual order or company.
func TestOfficeShapes(t *testing.T) {
	tests := []struct{ text, want string }{
		// A country before a hyphenated title.
		{"Peruvian Vice-Trade Minister Ana Lima spoke.", "Ana Lima [Vice-Trade Minister / Peru]"},
		{"Peruvian Deputy-Foreign Minister Ana Lima spoke.", "Ana Lima [Deputy-Foreign Minister / Peru]"},
		// Two offices share a country.
		{"Party Leader and Prime Minister of Malta Ana Borg spoke.", "Ana Borg [Party Leader / Malta; Prime Minister / Malta]"},
		{"Chairman and Prime Minister of Malta Ana Borg spoke.", "Ana Borg [Chairman; Prime Minister / Malta]"},
		// An inner office takes no name, but the name an office without article.
		{"Press Secretary for the Prime Minister Lars Berg spoke.", "Lars Berg [Press Secretary for the Prime Minister]"},
		// An office before a grade is of who has the grade.
		{"They saw Trade Minister Luis Rey, Chief of the Air Force Air Marshal Ana Soto and others.", "Luis Rey [Trade Minister] | Ana Soto [Chief / Air Force; Air Marshal]"},
		{"They saw Trade Minister Luis Rey, Chief of the Air Force, and others.", "Luis Rey [Trade Minister; Chief / Air Force]"},
		// Brackets that are part of an office.
		{"First Secretary (Commercial) Ana Soto spoke.", "Ana Soto [First Secretary (Commercial)]"},
		{"Joint Secretary (Ports) Ravi Shah of the Shipping Ministry spoke.", "Ravi Shah [Joint Secretary (Ports) / Shipping Ministry]"},
		{"The Secretary (Peru) Ana Soto spoke.", "Ana Soto"},
		// Names that look like other words.
		{"He saw Mr. To Bach, Chairman of the Miners' Union.", "To Bach [Chairman / Miners' Union]"},
		{"He sent To Bach a letter.", ""},
		{"Envoy Kwasi B.K. Mensah spoke.", "Kwasi B.K. Mensah [Envoy]"},
		{"Ambassador June-Marie Holm spoke.", "June-Marie Holm [Ambassador]"},
		{"Commerce Minister Shah Anwar Khan spoke.", "Shah Anwar Khan [Commerce Minister]"},
		{"Envoy Eitan ben Saar spoke. They thanked ben Saar.", "Eitan ben Saar [Envoy] | ben Saar"},
		{"They thanked ben Saar.", ""},
		{"They saw Karim Nour El Deen on Monday.", "Karim Nour El Deen"},
		{"Duchess met Attorney General in Lima.", ""},
		{"The Deputy Ambassador, Her Excellency June-Marie Holm, spoke.", "June-Marie Holm [Deputy Ambassador]"},
		// An office or a part of a body in the possessive.
		{"The Governor's Adviser Ana Soto spoke.", "Ana Soto [Governor's Adviser]"},
		{"Peru's Adviser Ana Soto spoke.", "Ana Soto [Adviser / Peru]"},
		{"Ana Soto, the head of the Ports Ministry's dredging department, spoke.", "Ana Soto [head of dredging department / Ports Ministry]"},
		{"Ana Soto, the head of the Ports Ministry, spoke.", "Ana Soto [head / Ports Ministry]"},
		{"Mines and Steel Union Minister Ravi Shah spoke.", "Ravi Shah [Mines and Steel Union Minister]"},
		{"Chief of Staff, Ana Soto, spoke.", "Ana Soto [Chief of Staff]"},
		// What an office is for, between it and its holder.
		{"They saw Ports Ministry Director General – East and Central Africa Ana Soto.", "Ana Soto [Director General – East and Central Africa / Ports Ministry]"},
		{"They saw Ministry of Ports Director General Fisheries Ana Soto.", "Ana Soto [Director General Fisheries / Ministry of Ports]"},
		{"They saw the Ports Office Director/Africa Directorate Ana Soto.", "Ana Soto [Director/Africa Directorate / Ports Office]"},
		{"They saw Director Sales and Marketing Ana Soto.", "Ana Soto [Director Sales and Marketing]"},
		{"They saw General Manager – Operations Ana Soto.", "Ana Soto [General Manager – Operations]"},
		{"They saw KPMG Head of Deal Advisory Ana Soto.", "Ana Soto [Head of Deal Advisory / KPMG]"},
		{"They saw the Director Fisheries Weekly praised.", ""},
		{"Mines, Water Supply and Roads Ministry Secretary Ana Soto spoke.", "Ana Soto [Secretary / Mines, Water Supply and Roads Ministry]"},
		// Firms and their branches.
		{"They saw Alder Foods Ltd., Group Chairman Ana Soto.", "Ana Soto [Group Chairman / Alder Foods Ltd.]"},
		{"HSBC Kenya Chief Executive Officer Ana Soto spoke.", "Ana Soto [Chief Executive Officer / HSBC Kenya]"},
		{"ADC Country Director for Kenya Ana Soto spoke.", "Ana Soto [Country Director / ADC > Kenya]"},
		// A comma that is missing, two offices with a stroke, lists with dashes.
		{"They saw Ana Soto Ambassador of Peru to Kenya on Monday.", "Ana Soto [Ambassador / Peru > Kenya]"},
		{"They saw Ana Soto Minister of Ports Luis Rey and others.", "Ana Soto | Luis Rey [Minister of Ports]"},
		{"They saw Ana Soto, Director/Group Chief Executive of Alder Foods Ltd.", "Ana Soto [Director / Alder Foods Ltd.; Group Chief Executive / Alder Foods Ltd.]"},
		{"They are Ana Soto – Head of Mission, Luis Rey – Minister of Ports and Eva Lima – Senior Adviser, Ports Council.", "Ana Soto [Head of Mission] | Luis Rey [Minister of Ports] | Eva Lima [Senior Adviser / Ports Council]"},
		{"MPs Ana Soto and Luis Rey voted.", "Ana Soto [MP] | Luis Rey [MP]"},
		{"Representatives of Prince Henrik and Alder Palace met.", ""},
		{"Chief Opposition Whip Ana Soto spoke.", "Ana Soto [Chief Opposition Whip]"},
		{"The Special Representative of the UN Secretary General, Ana Soto, spoke.", "Ana Soto [Special Representative of the UN Secretary General / United Nations]"},
		// Who is retired, and initials in one word.
		{"The High Commissioner to Peru, Air Commodore (Retd.) Ana Soto, spoke.", "Ana Soto [High Commissioner > Peru]"},
		{"They saw Ambassador P.M. Mensah on Monday.", "P.M. Mensah [Ambassador]"},
		{"They saw A.M.P. Atapatu on Monday.", "A.M.P. Atapatu"},
		{"They saw W.H.O. Director Ana Soto.", "Ana Soto [Director / World Health Organization]"},
		// Honorifics.
		{"The principal, Rev. Bro. (Dr.) Ana Soto, spoke.", "Ana Soto [principal]"},
		{"The Bishop's adviser, the Rev. Kofi Mensah, spoke.", "Kofi Mensah [Bishop's adviser]"},
		{"The Most Venerable Ananda Silva spoke.", "Ananda Silva"},
		{"The Minister of Mines H.E. Eng. Omar Aziz spoke.", "Omar Aziz [Minister of Mines]"},
		// Adjectives before a body, who is yet to come, initials without full stops.
		{"Ana Soto, founder of the main opposition Peru Peace Party, spoke.", "Ana Soto [founder / Peru Peace Party]"},
		{"They will meet incoming President Ana Soto.", "Ana Soto [President, planned]"},
		{"Minister KP Silva spoke.", "KP Silva [Minister]"},
		// A misprint.
		{"Finance Minster Ana Soto spoke.", "Ana Soto [Finance Minister]"},
		// Posts.
		{"Kenyan Consul General in Lima John Kamau spoke.", "John Kamau [Consul General / Kenya > Peru]"},
		{"The Kenyan Consul General in Lima spoke.", ""},
		// Bodies of those who hold an office, and parts of bodies.
		{"President of the Chamber of Notaries Ana Soto spoke.", "Ana Soto [President / Chamber of Notaries]"},
		{"Head of Press Office Ana Soto spoke.", "Ana Soto [Head / Press Office]"},
		{"Ministry of Mines Adviser Ana Soto spoke.", "Ana Soto [Adviser / Ministry of Mines]"},
		// Lists.
		{"Ms. Ana Soto – Ambassador of Chile (Resident in Lima)", "Ana Soto [Ambassador / Chile]"},
		{"Ms. Ana Soto – Ambassador of Chile since May – spoke.", "Ana Soto"},
		{"He saw Deputy Secretary Ana Soto, Chief of Cabinet Luis Rey and Director Eva Lima of the Ports Ministry.",
			"Ana Soto [Deputy Secretary / Ports Ministry] | Luis Rey [Chief of Cabinet / Ports Ministry] | Eva Lima [Director / Ports Ministry]"},
		{"He saw Minister Ana Soto, Ambassador Luis Rey and Director Eva Lima of the Ports Ministry.",
			"Ana Soto [Minister] | Luis Rey [Ambassador] | Eva Lima [Director / Ports Ministry]"},
		{"Notes were exchanged by Ana Soto, Minister of Finance, on behalf of Peru and Eva Lima, Minister of Trade, on behalf of Chile.",
			"Ana Soto [Minister of Finance / Peru] | Eva Lima [Minister of Trade / Chile]"},
		{"Ana Soto, Minister of Finance, on behalf of those present, spoke.", "Ana Soto [Minister of Finance]"},
		// Titles of different people side by side.
		{"TALKS WITH THE PRESIDENT OF CHILE Foreign Minister Ana Soto came.", "Ana Soto [Foreign Minister]"},
		{"When asked by Ana Soto, Prison Spokesperson and Commissioner Luis Rey spoke.", "Ana Soto | Luis Rey [Prison Spokesperson; Commissioner]"},
		// Several of one title, with where they are from in brackets.
		{"Senators Ana Soto (OH), Luis Rey (D-NH), and Eva Lima (MS) came.", "Ana Soto [Senator] | Luis Rey [Senator] | Eva Lima [Senator]"},
		// Officers of one body.
		{"Alder Council Chairman Luis Rey, Vice Chairmen Ana Soto and Ivo Luna came.",
			"Luis Rey [Chairman / Alder Council] | Ana Soto [Vice Chairman / Alder Council] | Ivo Luna [Vice Chairman / Alder Council]"},
		{"They saw Alder Council Chairman Luis Rey, President Ana Soto and others.", "Luis Rey [Chairman / Alder Council] | Ana Soto [President]"},
		// The body behind the office.
		{"Ana Soto, Chairman, Alder Life Insurance, spoke.", "Ana Soto [Chairman / Alder Life Insurance]"},
		{"Ana Soto, Chairman, Luis Rey, Secretary, and others spoke.", "Ana Soto [Chairman] | Luis Rey [Secretary]"},
		{"Ana Soto, Director, UNICEF Peru, spoke.", "Ana Soto [Director / UNICEF Peru]"},
		{"He saw Ambassador Ana Soto, Chief Representative, UNICEF Peru Mr. Luis Rey and others.", "Ana Soto [Ambassador] | Luis Rey [Chief Representative / UNICEF]"},
		{"Ana Soto, Secretary to the Ministry of Mines, spoke.", "Ana Soto [Secretary / Ministry of Mines]"},
		{"Ana Soto, Ambassador to the United Nations, spoke.", "Ana Soto [Ambassador > United Nations]"},
		{"Commander of the US Coral Fleet Ana Soto spoke.", "Ana Soto [Commander / US Coral Fleet]"},
		// Who serves, and whom.
		{"Chief of Staff of the President Ana Soto spoke.", "Ana Soto [Chief of Staff of the President]"},
		{"President Rey's security adviser Ana Soto spoke.", "Rey [President] | Ana Soto [security adviser]"},
		{"Ana Soto, now Mr. Rey's trade envoy, spoke.", "Ana Soto [trade envoy] | Rey"},
		{"As our Trade Minister Dr. Ana Soto said, it works.", "Ana Soto [Trade Minister]"},
		{"Secretary to the President, Ana Soto, and others spoke.", "Ana Soto [Secretary to the President]"},
		{"Also present were the Secretary to the President, Mr. Luis Rey and others.", "Luis Rey [Secretary to the President]"},
		// What ministers and members are for.
		{"The Minister for Law and Justice Mr Luis Rey spoke.", "Luis Rey [Minister for Law and Justice]"},
		{"Peru's Minister for Culture, Community and Sports Luis Rey spoke.", "Luis Rey [Minister for Culture, Community and Sports / Peru]"},
		{"Ana Soto, Member of Parliament for Alder West, spoke.", "Ana Soto [Member of Parliament for Alder West]"},
		{"The Minister for Mines, Senator Ana Soto, spoke.", "Ana Soto [Minister for Mines; Senator]"},
		// An office of societies.
		{"Alder Club Immediate Past President Ana Soto spoke.", "Ana Soto [Immediate Past President / Alder Club]"},
		{"Past President Ana Soto spoke.", "Ana Soto [President, former]"},
		// No comma behind what is said of the subject.
		{"Ana Soto, Secretary of the Alder Club added that it rained.", "Ana Soto [Secretary / Alder Club]"},
		// No people.
		{"The frigate Ana Soto left. Captain Luis Rey saw Ana Soto 6 there.", "Luis Rey [Captain]"},
		{"He met the Chief Justice, Ana Vela reporter said. Minister Ana Vela.", ""},
		// A calling in front of an office.
		{"Eva Lima, Official Secretary to the Governor, spoke.", "Eva Lima [Official Secretary to the Governor]"},
		{"Eva Lima, vice chair and resident manager of the Alder Bank, spoke.", "Eva Lima [vice chair / Alder Bank; resident manager / Alder Bank]"},
	}
	for _, tt := range tests {
		if got := brief(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestCommaLost checks of which country a speaker is when the comma before the title is
// missing.
func TestCommaLost(t *testing.T) {
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Peru seeks closer ties with Chile Trade Minister Ana Lima said.":   "Peru",
		"Miners seek closer ties with Chile Trade Minister Ana Lima said.":  "",
		"Peru seeks closer ties with Chile Trade Minister Ana Lima.":        "Chile",
		"Peru seeks closer ties with Chilean Trade Minister Ana Lima said.": "Chile",
		"In Lima, Chile Trade Minister Ana Lima said.":                      "Chile",
		"During her stay in Chile Trade Minister Ana Lima will speak.":      "",
	} {
		doc := nlp.Split(text)
		for i := range doc.Sentences {
			model.Tag(&doc.Sentences[i])
		}
		for _, m := range Find(doc) {
			if len(m.Offices) > 0 && m.Offices[0].Of.Name != want {
				t.Errorf("%s: minister of %q, want %q", text, m.Offices[0].Of.Name, want)
			}
		}
	}
}
