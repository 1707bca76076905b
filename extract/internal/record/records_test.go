package record_test

import (
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// facts writes what a text gives in the notation of examples.
func facts(x *extract.Extractor, text, date string) []string {
	var out []string
	result := x.Extract(&source.Document{ID: "a", Text: text, Date: date})
	for i := range result.Facts {
		out = append(out, result.Facts[i].String())
	}
	return out
}

// diplomacy gives an extractor of the built-in rules.
func diplomacy(t *testing.T) *extract.Extractor {
	t.Helper()
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// What is told of one occasion shares its date and place, as far as the text
// lets it.
func TestOccasions(t *testing.T) {
	x := diplomacy(t)
	const date = "2025-06-05" // a Thursday
	for _, c := range []struct{ text, want string }{
		// What the same people do next.
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"Delgado raised the fishing quarrel.",
			"Rosa Delgado discussed fishing quarrel | date=2025-06-03 place=Lima"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"In the evening, Delgado hosted a dinner for Kimani.",
			"Rosa Delgado received Joseph Kimani | date=2025-06-03 place=Lima"},
		// What others do at the same meeting.
		{"Envoys of Peru and Kenya met in Geneva on Tuesday. Peru and Kenya agreed to cooperate on fisheries.",
			"Peru agreesOn fisheries | date=2025-06-03 with=Kenya"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"After the meeting, Foreign Minister Ana Quiroga and her colleague Peter Otieno signed a treaty on " +
			"fisheries.",
			"Ana Quiroga signed treaty on fisheries | date=2025-06-03"},
		// Who attends a meeting of which was told sits beside the heads of the two sides.
		{"President of Peru Rosa Delgado met Prime Minister of Kenya Joseph Kimani in Lima on Tuesday. " +
			"The meeting was attended by Kenya's Ambassador Ana Quiroga, Peru's Trade Minister Peter Otieno and senior officials.",
			"Peter Otieno accompanied Rosa Delgado | date=2025-06-03 place=Lima"},
		{"President of Peru Rosa Delgado met Prime Minister of Kenya Joseph Kimani in Lima on Tuesday. " +
			"The meeting with farmers was attended by Kenya's Ambassador Ana Quiroga. The two leaders discussed wine.",
			"Rosa Delgado discussed wine | date=2025-06-03 place=Lima"},
		// Those who discuss something hold talks.
		{"Ambassador Rosa Delgado and Mayor Joseph Kimani discussed school meals. The talks also covered wine exports.",
			"Joseph Kimani discussed wine exports"},
		// Of a city and its country the city, also where a noun without a name stands between.
		{"On Tuesday in Tokyo, Japan, President Rosa Delgado met Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Tokyo"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani at the ministry's Lima office on Tuesday.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Lima"},
		// What is told as the time of something else is news, too, if it is fresh.
		{"Peruvian President Rosa Delgado urged restraint when she met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"Delgado and Kimani agreed to cooperate on fisheries.",
			"Peru agreesOn fisheries | date=2025-06-03"},
		// An event known from the sentence before.
		{"The new library was opened in Nairobi yesterday. The inauguration ceremony was attended by President Joseph Kimani.",
			"Joseph Kimani attended inauguration ceremony | date=2025-06-04"},
		// Plans that came to nothing.
		{"A meeting between President Rosa Delgado and Prime Minister Joseph Kimani, set for Monday, has been postponed.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-09 status=denied"},
		{"President Rosa Delgado was to have met Prime Minister Joseph Kimani in Lima on Tuesday.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Lima status=denied"},
		{"President Rosa Delgado postponed her visit to Kenya until December.",
			"Rosa Delgado visited Kenya | date=2025-12 status=planned"},
		{"President Rosa Delgado's meeting with Prime Minister Joseph Kimani was cancelled on Monday.",
			"Rosa Delgado met Joseph Kimani | status=denied"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday, a day before he travels on to Quito.",
			"Joseph Kimani visited Quito | status=planned"},
		// Another place of a journey is another day.
		{"In Amman on Tuesday, President Rosa Delgado met Prime Minister Ziad Qasrawi. " +
			"In Cairo, Delgado met President Mahmoud Shawky.",
			"Rosa Delgado met Mahmoud Shawky | date=2025-06 place=Cairo"},
		// During a visit of days only the month is known.
		{"President Rosa Delgado visited Nairobi from 2 to 4 June. She met Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | date=2025-06 place=Nairobi"},
		// A visit that was concluded today was not all of today.
		{"President Rosa Delgado today concluded a visit to Kenya. In Nairobi she met Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | date=2025-06 place=Nairobi"},
		// A later sentence tells when the meeting was.
		{"President Rosa Delgado met Prime Minister Joseph Kimani at the palace in Lima. " +
			"The long meeting on Tuesday was cordial.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Lima"},
		{"President Rosa Delgado has met Prime Minister Joseph Kimani. They discussed the fishing quarrel. " +
			"The talks took place in Lima on Tuesday.",
			"Joseph Kimani discussed fishing quarrel | date=2025-06-03 place=Lima"},
		// A paper is signed where those who signed it are told to have done so.
		{"Peru and Kenya signed a treaty on fisheries in Lima on Tuesday. The treaty was signed by Foreign " +
			"Minister Ana Quiroga.",
			"Ana Quiroga signed treaty on fisheries | date=2025-06-03 place=Lima"},
		// Those who attend a meeting of others without a name are there, too.
		{"Ambassadors of six countries met Prime Minister Joseph Kimani in Nairobi on Tuesday, officials said. " +
			"Peru's Ambassador Rosa Delgado and Norway's Ambassador Ana Castillo attended the meeting.",
			"Rosa Delgado met Ana Castillo | date=2025-06-03 place=Nairobi"},
		{"Peru's President Rosa Delgado met with executives of Kestrel Air on Tuesday. The discussions were " +
			"attended by Kenya's Ambassador Peter Otieno.",
			"Peter Otieno met Rosa Delgado | date=2025-06-03"},
		// Who has arrived today did all of it today.
		{"President Rosa Delgado arrived in Nairobi today. She was received by Foreign Minister Peter Otieno.",
			"Peter Otieno received Rosa Delgado | date=2025-06-05 place=Nairobi"},
		{"Delgado and Kimani discuss fishing quarrel\n\nPresident Rosa Delgado met Prime Minister Joseph Kimani in " +
			"Lima on Tuesday.",
			"Joseph Kimani discussed fishing quarrel | date=2025-06-03 place=Lima"},
		// What is done with the meeting then is no time of it.
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima. On Tuesday, reporters praised the meeting.",
			"Rosa Delgado met Joseph Kimani | place=Lima"},
		// Who tells of the talks may tell of what was said there.
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"Delgado discussed the fishing quarrel, said Ana Quiroga.",
			"Rosa Delgado discussed fishing quarrel | date=2025-06-03 place=Lima by=\"Ana Quiroga\""},
		// An event is when and where its name tells.
		{"President Rosa Delgado named a team for the inauguration of President Joseph Kimani on September 13, " +
			"2025, in Nairobi. Trade Minister Ana Castillo will attend the inauguration of President Joseph Kimani.",
			"Ana Castillo attended inauguration of President Joseph Kimani | date=2025-09-13 place=Nairobi status=planned"},
		// What has happened before is no part of it.
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. Delgado has met King Felipe.",
			"Rosa Delgado met King Felipe"},
		// The city of a building, and of "here".
		{"NAIROBI, June 4 (VNA) – President Joseph Kimani received Prime Minister Rosa Delgado at State House on " +
			"Wednesday.",
			"Joseph Kimani received Rosa Delgado | date=2025-06-04 place=Nairobi"},
		{"NAIROBI, June 4 (VNA) – President Joseph Kimani met Prime Minister Rosa Delgado here on Wednesday.",
			"Joseph Kimani met Rosa Delgado | date=2025-06-04 place=Nairobi"},
		// The house of a body, unless the city is told.
		{"President Rosa Delgado met Prime Minister Joseph Kimani at the Presidential Palace on Tuesday.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=\"Presidential Palace\""},
		{"President Rosa Delgado, on a visit to Kenya, met Prime Minister Joseph Kimani at the Ministry of Ports on Tuesday.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=\"Ministry of Ports\""},
		{"President Rosa Delgado met Prime Minister Joseph Kimani at the Ministry of Ports in Nairobi on Tuesday.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Nairobi"},
		// The city from which a meeting of the last days is reported, where one of the two is at home or all are at a summit.
		{"NAIROBI, June 4 (VNA) – President Joseph Kimani of Kenya met Prime Minister Rosa Delgado of Peru on " +
			"Tuesday.",
			"Joseph Kimani met Rosa Delgado | date=2025-06-03 place=Nairobi"},
		{"GENEVA, June 4 (VNA) – President Joseph Kimani of Kenya met Prime Minister Rosa Delgado of Peru on " +
			"Tuesday.",
			"Joseph Kimani met Rosa Delgado | date=2025-06-03"},
		{"GENEVA, June 4 (VNA) – On the sidelines of the summit, President Joseph Kimani of Kenya met Prime " +
			"Minister Rosa Delgado of Peru on Tuesday.",
			"Joseph Kimani met Rosa Delgado | date=2025-06-03 place=Geneva"},
		{"NAIROBI, June 4 (VNA) – President Joseph Kimani of Kenya met Prime Minister Rosa Delgado of Peru in 2019.",
			"Joseph Kimani met Rosa Delgado | date=2019"},
		// Days of a journey, its first one, and all of it.
		{"President Rosa Delgado arrived in Nairobi on Monday. On Tuesday she met Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03 place=Nairobi"},
		{"President Rosa Delgado arrived in Nairobi on 12 May. On Tuesday she met Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-03"},
		{"President Rosa Delgado arrived in Nairobi on Monday. " +
			"She was received at the airport by Foreign Minister Peter Otieno.",
			"Peter Otieno received Rosa Delgado | date=2025-06-02 place=Nairobi"},
		{"President Rosa Delgado visited Nairobi from 2 to 4 June. " +
			"She met Prime Minister Joseph Kimani on Tuesday. During the visit she also met King Felipe.",
			"Rosa Delgado met King Felipe | date=2025-06 place=Nairobi"},
		{"President Rosa Delgado has arrived in Nairobi. She will meet Kenyan Prime Minister Joseph Kimani.",
			"Rosa Delgado met Joseph Kimani | place=Nairobi status=planned"},
		{"President Rosa Delgado has arrived in Nairobi. She will meet Malian President Ali Keita.",
			"Rosa Delgado met Ali Keita | status=planned"},
		{"President Rosa Delgado cancelled her trip to Nairobi. She did not meet King Felipe.",
			"Rosa Delgado met King Felipe | status=denied"},
		{"President Rosa Delgado will attend the trade summit in Nairobi from 9 to 11 June. " +
			"On the sidelines of the summit she will meet King Felipe.",
			"Rosa Delgado met King Felipe | date=2025-06 place=Nairobi status=planned"},
		// A meeting long ago goes on only where the text says so.
		{"President Rosa Delgado met King Felipe in Madrid on 3 May 2019. At the meeting, Delgado praised Spain.",
			"Rosa Delgado praised Spain | date=2019-05-03"},
		{"President Rosa Delgado met King Felipe in Madrid on 3 May 2019. Delgado praised Spain.",
			"Rosa Delgado praised Spain"},
		// Headlines.
		{"Delgado, Kimani meet in Nairobi on Monday\n\n" +
			"President Rosa Delgado and Prime Minister Joseph Kimani spoke for an hour.",
			"Rosa Delgado met Joseph Kimani | date=2025-06-02 place=Nairobi"},
		{"Kenya, Peru sign trade pact\n\n" +
			"Minister Peter Otieno of Kenya and Minister Ana Quiroga of Peru signed the trade pact on Monday.",
			"Kenya signed trade pact | date=2025-06-02"},
		{"Kenya, Peru sign trade pact\n\n" +
			"Minister Peter Otieno of Kenya and Minister Ana Quiroga of Peru signed a treaty on fisheries on Monday.",
			"Kenya signed trade pact"},
		{"President Rosa Delgado to visit Kenya next week", "Rosa Delgado visited Kenya | date=2025-06 status=planned"},
		{"Kenya, Peru to sign trade pact", "Kenya signed trade pact | status=planned"},
		// The city of a building, told in the same sentence.
		{"President Rosa Delgado of Peru was received by President Joseph Kimani of Kenya at the Karura on " +
			"Tuesday, during her state visit to Nairobi.",
			"Joseph Kimani received Rosa Delgado | date=2025-06-03 place=Nairobi"},
		// What goes on now.
		{"President Rosa Delgado is visiting Kenya for the first time.", "Rosa Delgado visited Kenya | date=2025-06"},
		{"President Rosa Delgado has just returned from Kenya.", "Rosa Delgado visited Kenya | date=2025-06"},
		// What was seen was done then, what was welcomed was not.
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"They witnessed the signing of a treaty between Peru and Kenya.",
			"Peru signed treaty | date=2025-06-03"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday. " +
			"They welcomed the signing of a treaty between Peru and Kenya.",
			"Peru signed treaty"},
		// A place within what is talked about, and a deadline, are no circumstances.
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the violence in Mali.",
			"Rosa Delgado discussed violence in Mali"},
		{"Peru and Kenya agreed to double trade by 2030.", "Peru agreesOn double trade | with=Kenya"},
	} {
		if got := facts(x, c.text, date); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
