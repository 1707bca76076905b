package clause_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/fixture"
	"github.com/relata-graph/relata/extract/mention"
)

// read reads a text as far as its trees need; mentions are the indexes of the
// mentions of each sentence.
func read(t testing.TB, text string) (doc *entity.Document, mentions [][]int) {
	t.Helper()
	model, tokens := fixture.Model(t), fixture.Tagged(t, text)
	found := mention.Find(tokens)
	for s := range tokens.Sentences {
		var list []entity.Mention
		var index []int
		for i := range found {
			if found[i].Sentence == s {
				list, index = append(list, found[i]), append(index, i)
			}
		}
		clause.Parse(model, &tokens.Sentences[s], list)
		mentions = append(mentions, index)
	}
	return coref.Resolve(tokens, found, coref.Origin{}), mentions
}

// analyse returns the predicates of a text and writes their arguments as
// "function=words".
func analyse(t testing.TB, text, date string) map[string]predicate {
	t.Helper()
	resolved, mentions := read(t, text)
	out := map[string]predicate{}
	for i, index := range mentions {
		for _, p := range (clause.Analyzer{}).Predicates(resolved, i, index, date) {
			var args []string
			for _, a := range p.Args {
				words := a.Text
				if a.Mention >= 0 && a.Text == "" {
					words = resolved.Mentions[a.Mention].Name
				}
				args = append(args, a.Function+"="+words)
			}
			place := ""
			if p.Place >= 0 {
				place = resolved.Mentions[p.Place].Name
			}
			out[p.Lemma] = predicate{args, p.Status, p.Date, place}
		}
	}
	return out
}

type predicate struct {
	args                []string
	status, date, place string
}

func TestArguments(t *testing.T) {
	for _, c := range []struct{ text, predicate, args string }{
		{"President Rosa Delgado met Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"Prime Minister Joseph Kimani was received by President Rosa Delgado.", "receive", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"President Rosa Delgado and Chancellor Ada Bauer met Prime Minister Joseph Kimani and Premier Li Wen.", "meet", "subject=Rosa Delgado; subject=Ada Bauer; object=Joseph Kimani; object=Li Wen"},
		{"Meeting Prime Minister Joseph Kimani in Lima, President Rosa Delgado said the ports would open.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"Photographs showed President Rosa Delgado meeting Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"The storm prevented President Rosa Delgado from meeting Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"President Rosa Delgado met leaders, including Prime Minister Joseph Kimani and Chancellor Ada Bauer.", "meet", "subject=Rosa Delgado; object=Joseph Kimani; object=Ada Bauer"},
		{"Leaders including President Rosa Delgado met Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"President Rosa Delgado spoke after meeting with Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; with=Joseph Kimani"},
		{"President Rosa Delgado agreed to meet Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"President Rosa Delgado urged Prime Minister Joseph Kimani to visit Peru.", "visit", "subject=Joseph Kimani; object=Peru"},
		{"President Rosa Delgado arrived on Monday and met Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"President Rosa Delgado held talks with Prime Minister Joseph Kimani.", "talk", "subject=Rosa Delgado; with=Joseph Kimani"},
		{"President Rosa Delgado paid an official visit to Kenya.", "visit", "subject=Rosa Delgado; to=Kenya"},
		{"The meeting between President Rosa Delgado and Prime Minister Joseph Kimani lasted an hour.", "meeting", "between=Rosa Delgado; between=Joseph Kimani"},
		{"The Kenya-Peru partnership has grown.", "partnership", "modifier=Kenya; modifier=Peru"},
		{"Kenya remains an important partner of Peru.", "partner", "subject=Kenya; of=Peru"},
		{"Prime Minister Joseph Kimani, who visited Peru, thanked the hosts.", "visit", "subject=Joseph Kimani; object=Peru"},
		{"President Rosa Delgado met President Joseph Kimani, with whom she discussed fishing.", "discuss", "subject=she; with=Joseph Kimani"},
		{"Kenya and Peru agreed to strengthen cooperation in trade, tourism and education.", "agree", "subject=Kenya; subject=Peru; topic=trade; topic=tourism; topic=education"},
		{"Kenya and Peru agreed to expand cultural and people-to-people exchanges.", "agree", "topic=cultural exchanges; topic=people-to-people exchanges"},
		{"Kenya and Peru plan to form a joint commission.", "form", "subject=Kenya; subject=Peru; object=joint commission"},
		{"Kenya's purchase of the miner Kestrel Motors was completed in May.", "purchase", "possessor=Kenya; of=Kestrel Motors"},
		{"President Rosa Delgado named Joseph Kimani chairman.", "name", "subject=Rosa Delgado; object=Joseph Kimani; complement=chairman"},
		{"The Lima-based bank of Joseph Kimani met its goals in Kenya.", "meet", "in=Kenya"},
		{"Baltic Wind Group will merge with Solaris Group next year.", "merge", "subject=Baltic Wind Group; with=Solaris Group"},
		{"Peru imposed tariffs of 30 percent on Kenya.", "impose", "subject=Peru; on=Kenya"},
		{"Peru's donation of 40 ambulances to Kenya was announced.", "donation", "possessor=Peru; to=Kenya"},
		{"Peru sent radars worth 20 million euros to Kenya.", "send", "subject=Peru; to=Kenya"},
		{"President Rosa Delgado named Joseph Kimani finance minister.", "name", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"An agreement was signed to protect forests.", "sign", "object=agreement to protect forests"},
		{"Ministers recalled ties between Kenya and Peru, which were restored in 2019.", "restore", "object=ties between Kenya and Peru"},
		{"The farmers fear the tariffs Peru imposed on Kenya.", "impose", "subject=Peru; object=tariffs; on=Kenya"},
		{"The farmers fear the tariffs that Peru imposed on Kenya.", "tariff", "subject=Peru; on=Kenya"},
		{"Peru has asked to join the accord that Kenya and Norway signed in 2015.", "sign", "subject=Kenya; subject=Norway; object=accord"},
		{"Peru and Kenya signed an agreement to supply gas for the heating of schools.", "sign", "object=agreement to supply gas"},
		{"Peru adopted a third package of sanctions against Kenya.", "sanction", "subject=Peru; against=Kenya"},
		{"President Rosa Delgado sent a message of congratulation to Prime Minister Joseph Kimani.", "congratulation", "subject=Rosa Delgado; to=Joseph Kimani"},
		{"Peru is one of Kenya's oldest partners.", "partner", "subject=Peru; possessor=Kenya"},
		{"President Rosa Delgado called Prime Minister Joseph Kimani to thank the voters.", "thank", "subject=Rosa Delgado"},
		{"President Rosa Delgado has returned from talks with Prime Minister Joseph Kimani.", "talk", "subject=Rosa Delgado; with=Joseph Kimani"},
		{"President Rosa Delgado shakes hands with Prime Minister Joseph Kimani.", "shake", "subject=Rosa Delgado; object=hands"},
		{"President Rosa Delgado met face to face with Prime Minister Joseph Kimani.", "meet", "subject=Rosa Delgado; with=Joseph Kimani"},
		{"The foreign ministers of Kenya and Peru, Rosa Delgado and Joseph Kimani, met in Lima.", "meet", "subject=Rosa Delgado; subject=Joseph Kimani"},
		{"President Rosa Delgado saw off Prime Minister Joseph Kimani at the airport.", "see", "subject=Rosa Delgado; object=Joseph Kimani"},
		{"His Highness Sheikh Faisal bin Nasser received at the palace on Sunday morning Minister of Defence Joseph Kimani.", "receive", "object=Joseph Kimani"},
		{"President Rosa Delgado extended an invitation to Prime Minister Joseph Kimani to visit Peru.", "visit", "subject=Joseph Kimani; object=Peru"},
		{"President Rosa Delgado is in town for talks with Prime Minister Joseph Kimani.", "talk", "subject=Rosa Delgado; with=Joseph Kimani"},
		{"Rosa Delgado and Joseph Kimani to meet in Lima", "meet", "subject=Rosa Delgado; subject=Joseph Kimani"},
		{"Kenya and Peru will boost cooperation in economy-trade, investment and other practical areas.", "boost", "topic=economy-trade; topic=investment"},
		{"The treaty highlights Kenya and the Netherlands’ joint commitment to peace.", "commitment", "possessor=Kenya; possessor=Netherlands"},
		{"They discussed issues such as maritime security and migration.", "discuss", "topic=maritime security; topic=migration"},
		{"They discussed digital payments and women's rights.", "discuss", "topic=digital payments; topic=women's rights"},
		{"They discussed Peru's ports and the country's debt.", "discuss", "topic=Peru’s ports; topic=debt"},
		{"Kenya gave 3 million euros (about 4 million dollars) to Peru.", "give", "subject=Kenya; object=3 million euros; to=Peru"},
		{"The pact was signed by Ada Bauer (Director, Clean Seas), Joseph Kimani (Chairman, Alder Foods) and Rosa Delgado.", "sign", "by=Ada Bauer; by=Joseph Kimani; by=Rosa Delgado"},
		{"Kenya thanked its hosts, Peru and Chile, for the visit.", "thank", "subject=Kenya; object=Peru; object=Chile"},
		{"Kenya praised the minister, who said so, and Ada Bauer, now an adviser, who wrote a book.", "write", "subject=Ada Bauer"},
		{"Kenya hopes to work with Peru in tea, coffee and other sectors to win markets.", "hope", "subject=Kenya; topic=tea; topic=coffee"},
		{"Kenya is ready to expand ties with African countries.", "ready", "topic=ties with African countries"},
		{"Kenya is ready to expand ties with African countries in fishing.", "ready", "topic=fishing"},
		{"“Reefs are dying. Peru needs nets,” Minister Ada Bauer said.", "need", "subject=Peru; topic=nets"},
		{"Kenya called in a speech for new patrol boats.", "call", "subject=Kenya; topic=patrol boats"},
		{"Kenya called on Peru to suspend plans for a new rice treaty with Chad in light of reports of fraud on the islands.", "call", "topic=suspend plans for a new rice treaty"},
		{"Both sides should boost tea exports to feed the towns, Minister Ada Bauer said.", "say", "topic=tea exports"},
		{"A Kenyan minister urged Peru to plant trees.", "urge", "topic=plant trees"},
		{"Kenya urged Peru to bring tea prices down.", "urge", "topic=bring down tea prices"},
		{"Minister Ada Bauer proposed a framework aimed at expanding tea exports.", "propose", "topic=tea exports"},
		{"Minister Ada Bauer will do all to stop floods, including by urging Peru to build dams.", "urge", "subject=Ada Bauer"},
		{"Kenya and Peru have joined forces to build a gas pipeline.", "join", "topic=gas pipeline"},
		{"Kenya and Peru agreed to raise annual trade to $5 billion by 2030, and to set up a mechanism on supply chains.", "agree", "topic=annual trade; topic=mechanism on supply chains"},
		{"Kenya and Peru will deepen cooperation in the defence industry, including joint patrols.", "deepen", "topic=defence industry; topic=joint patrols"},
		{"Kenya and Peru will expand their partnership, focusing on rice, fisheries and trade.", "expand", "topic=rice; topic=fisheries; topic=trade"},
		{"The memorandum of understanding between Kenya and Peru covers vocational training and tourism.", "memorandum", "between=Kenya; between=Peru; topic=vocational training; topic=tourism"},
		{"They signed a memorandum on fast trains between Kenya and Peru.", "memorandum", "between=Kenya; between=Peru; topic=fast trains"},
		{"World Bank ties up with Peru to drill wells", "tie", "subject=World Bank; with=Peru"},
		{"World Bank, Peru team up to drill wells", "team", "subject=World Bank; subject=Peru"},
		{"Kenya has since renewed its ties with Peru.", "renew", "subject=Kenya; with=Peru"},
		{"Kenya has in recent weeks accused Peru of spying.", "accuse", "subject=Kenya; object=Peru"},
		{"President Rosa Delgado was last week sentenced by Peru.", "sentence", "object=Rosa Delgado; subject=Peru"},
		{"Kenya and the European Union aim to meet Peru, officials said.", "aim", "subject=Kenya; subject=European Union"},
		{"Kenya and Peru signed a Memorandum of Understanding (MoU) on Cattle Health in Lima on Monday.", "sign", "subject=Kenya; subject=Peru; purpose=Cattle Health"},
		{"Kenya and Peru concluded the Agreement on the Transfer of Prisoners and Fugitives.", "conclude", "purpose=Transfer of Prisoners and Fugitives"},
		{"Kenya and Peru signed the Treaty on Legal Assistance in Criminal Matters in Lima.", "sign", "purpose=Legal Assistance in Criminal Matters"},
		{"Kenya and Peru signed a Memorandum of Understanding on Trade, Tourism and Sports.", "sign", "purpose=Trade; purpose=Tourism; purpose=Sports"},
		{"Kenya and Peru signed a pact covering gas supplies and port fees.", "sign", "purpose=gas supplies; purpose=port fees"},
		{"Kenya and Peru signed a free trade agreement in Lima.", "sign", "purpose=free trade"},
		{"Kenya and Peru signed a Trade and Investment Agreement.", "sign", "purpose=trade; purpose=investment"},
		{"An accord was signed with Peru on fish farming.", "sign", "with=Peru; purpose=fish farming"},
		{"The MoU between Kenya and Peru on cooperation in seed research was praised.", "mou", "between=Kenya; between=Peru; topic=seed research"},
		{"The Kenya-Peru Comprehensive Partnership has grown.", "partnership", "modifier=Kenya; modifier=Peru"},
		{"The memorandum was signed by Prime Minister Joseph Kimani, on behalf of Kenya, and President Rosa Delgado, on behalf of Peru.", "sign", "subject=Joseph Kimani; subject=Rosa Delgado"},
		{"They discussed a number of areas for cooperation, including on shipping and health.", "discuss", "topic=shipping; topic=health"},
		{"They discussed issues ranging from debt relief to locust control.", "discuss", "topic=debt relief; topic=locust control"},
		{"They discussed bilateral and regional issues.", "discuss", "topic=bilateral and regional issues"},
		{"They discussed regional issues, including Mali.", "discuss", "topic=Mali"},
		{"They discussed ways to deepen cooperation between Kenya and Peru.", "discuss", "topic=cooperation between Kenya and Peru"},
		{"They discussed their long relationship and future cooperation.", "discuss", "topic=future cooperation"},
		{"President Rosa Delgado is in Lima, meeting Minister Ada Bauer to discuss tea.", "discuss", "subject=Rosa Delgado; topic=tea"},
		{"President Rosa Delgado is in Kenya on a visit to discuss tea.", "discuss", "subject=Rosa Delgado; topic=tea"},
		{"President Rosa Delgado called Minister Ada Bauer on Tuesday to discuss tea.", "discuss", "subject=Rosa Delgado; topic=tea"},
		{"Kenya and Peru agreed to step up links in copper and lithium.", "agree", "topic=copper; topic=lithium"},
		{"The cooperation between both countries in the prevention and suppression of crime has grown.", "cooperation", "topic=prevention of crime; topic=suppression of crime"},
		{"Officials from Kenya, Peru and the European Union signed the accord.", "official", "from=Kenya; from=Peru; from=European Union"},
		{"Kenya and Peru will boost cooperation in economy-trade, investment and tourism.", "cooperation", "topic=economy-trade; topic=investment; topic=tourism"},
		{"The visit highlights Kenya and Peru's joint commitment to contribute to climate research.", "commitment", "possessor=Kenya; possessor=Peru; topic=climate research"},
		{"Kenya and Peru share a number of goals, including a commitment to free trade.", "commitment", "subject=Kenya; subject=Peru; topic=free trade"},
		{"President Luis Rojas of Peru and President Omar Diallo of Guinea met.", "meet", "subject=Luis Rojas; subject=Omar Diallo"},
		{"Bhutan, Bangladesh discuss transit, agree on hydropower trade", "agree", "subject=Bhutan; subject=Bangladesh; topic=hydropower trade"},
		{"Kenya and Peru agreed that elections should follow.", "agree", "topic=elections"},
		{"Rosa Delgado is sure Kimani's talks with Ada Bauer will go well.", "talk", "with=Ada Bauer"},
		{"Kenya and Peru will coordinate their response to the floods.", "coordinate", "topic=response to the floods"},
		{"Cooperation on solar energy between Kenya and Peru has resumed.", "cooperation", "between=Kenya; between=Peru; topic=solar energy"},
		{"Kenya, Peru agree to boost trade", "agree", "subject=Kenya; subject=Peru; topic=trade"},
		{"They discussed the political and economic crisis in the north.", "discuss", "topic=political crisis in the north; topic=economic crisis in the north"},
		{"They discussed the long and costly war in the north.", "discuss", "topic=long and costly war in the north"},
		{"They discussed close cooperation between Baltic Bank and Kestrel Air.", "discuss", "topic=close cooperation between Baltic Bank and Kestrel Air"},
		{"They discussed the Cyprus issue.", "discuss", "topic=Cyprus issue"},
		{"Kenya and Peru discussed fishing amid rising tensions.", "discuss", "topic=fishing"},
		{"Kenya and Peru agreed on renewable energy and law and order.", "agree", "topic=renewable energy; topic=law and order"},
		{"Kenya and Peru agreed to avoid a trade war with the aim of lowering prices.", "agree", "topic=avoid a trade war"},
		{"Kenya urged Peru to resume flights between Lima and Nairobi by 2030.", "urge", "topic=resume flights between Lima and Nairobi"},
		{"Kenya and Peru agreed to prevent fires and floods.", "agree", "topic=prevent fires and floods"},
		{"Kenya told the summit that Africa needs vaccine factories.", "tell", "topic=vaccine factories"},
		{"It is necessary to reform the banks.", "necessary", "topic=reform the banks"},
		{"Kenya wished that direct flights would resume.", "wish", "topic=direct flights"},
		{"They exchanged views on Syria and grain prices.", "view", "topic=Syria; topic=grain prices"},
		{"Kenya appealed to donors for vaccines.", "appeal", "topic=vaccines"},
		{"They discussed Haiti and grain prices.", "discuss", "topic=Haiti; topic=grain prices"},
		{"They discussed the peace process and security challenges, including piracy.", "discuss", "topic=peace process; topic=security challenges; topic=piracy"},
		{"Kenya asked Peru to lift the ban on roses.", "ask", "topic=lift the ban on roses"},
		{"Kenya urged Peru to open its market.", "urge", "topic=open its market"},
		{"Kenya hoped that Peru would expand trade.", "hope", "topic=trade"},
		{"Kenya expressed the hope that Peru would expand trade.", "express", "topic=trade"},
		{"President Rosa Delgado had offered to mediate.", "offer", "topic=mediate"},
		{"Peru told reporters that Kenya must expand trade.", "tell", "topic=trade"},
		{"Kenya called for a truce and for the release of sailors.", "call", "topic=truce; topic=release of sailors"},
		{"The visit is an opportunity for Kenya and Peru to discuss trade.", "discuss", "subject=Kenya; subject=Peru; topic=trade"},
	} {
		got := analyse(t, c.text, "")[c.predicate]
		for want := range strings.SplitSeq(c.args, "; ") {
			if !slices.Contains(got.args, want) {
				t.Errorf("%s\n%s has %q, want %q", c.text, c.predicate, got.args, want)
			}
		}
	}
}

func TestCircumstances(t *testing.T) {
	for _, c := range []struct{ text, predicate, status, date, place string }{
		{"President Rosa Delgado met Prime Minister Joseph Kimani in Lima on Tuesday.", "meet", "actual", "2025-06-03", "Lima"},
		{"In Lima, President Rosa Delgado met Prime Minister Joseph Kimani yesterday.", "meet", "actual", "2025-06-05", "Lima"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani touched on Cyprus.", "touch", "actual", "", ""},
		{"President Rosa Delgado and Prime Minister Joseph Kimani held talks on Cyprus.", "hold", "actual", "", ""},
		{"President Rosa Delgado met Prime Minister Joseph Kimani on Cyprus.", "meet", "actual", "", "Cyprus"},
		{"President Rosa Delgado was in Kenya from 8 to 11 October 2014.", "be", "actual", "2014-10-08", "Kenya"},
		{"President Rosa Delgado will fly to Lima next week to meet Prime Minister Joseph Kimani.", "meet", "planned", "2025-06", "Lima"},
		{"President Rosa Delgado is to meet Prime Minister Joseph Kimani on 9 June.", "meet", "planned", "2025-06-09", ""},
		{"President Rosa Delgado cancelled her visit to Kenya.", "visit", "denied", "", ""},
		{"President Rosa Delgado is ready to meet Prime Minister Joseph Kimani.", "meet", "planned", "", ""},
		{"Rosa Delgado and Joseph Kimani to meet in Lima", "meet", "planned", "", "Lima"},
		{"President Rosa Delgado extended an invitation to Prime Minister Joseph Kimani to visit Peru.", "visit", "proposed", "", ""},
		{"President Rosa Delgado could meet Prime Minister Joseph Kimani.", "meet", "conditional", "", ""},
		{"President Rosa Delgado called Prime Minister Joseph Kimani to discuss tea.", "discuss", "actual", "", ""},
		{"President Rosa Delgado denied that she would visit Kenya.", "visit", "denied", "", ""},
		// What became of plans.
		{"President Rosa Delgado was to have met Prime Minister Joseph Kimani and signed a treaty.", "sign", "denied", "", ""},
		{"President Rosa Delgado had been due to visit Kenya last month but called off the trip.", "visit", "denied", "2025-05", ""},
		{"President Rosa Delgado was expected to visit Kenya, but then cancelled a trip to Mali.", "visit", "planned", "", ""},
		{"President Rosa Delgado would meet Prime Minister Joseph Kimani on Friday, but the visit was called off.", "meet", "denied", "2025-06-06", ""},
		{"President Rosa Delgado will meet Prime Minister Joseph Kimani, but the visit to Mali was called off.", "meet", "planned", "", ""},
		{"President Rosa Delgado had planned to visit Kenya, but the trip fell through.", "visit", "denied", "", ""},
		{"President Rosa Delgado was to meet Prime Minister Joseph Kimani, but the talks never took place.", "meet", "denied", "", ""},
		{"President Rosa Delgado was due to meet Prime Minister Joseph Kimani but pulled out at the last minute.", "meet", "denied", "", ""},
		{"President Rosa Delgado cancelled a trip to Kenya, where she was to meet Prime Minister Joseph Kimani.", "meet", "denied", "", "Kenya"},
		{"President Rosa Delgado was due to meet Prime Minister Joseph Kimani after a trip was cancelled.", "meet", "planned", "", ""},
		{"President Rosa Delgado would have met Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"President Rosa Delgado has yet to meet Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"President Rosa Delgado called off her visit to Kenya.", "visit", "denied", "", ""},
		{"President Rosa Delgado opposed meeting Prime Minister Joseph Kimani.", "meet", "conditional", "", ""},
		{"The paper wrote about the lack of talks between President Rosa Delgado and Prime Minister Joseph Kimani.", "talk", "denied", "", ""},
		{"President Rosa Delgado briefed the cabinet after a visit to Kenya was cancelled.", "visit", "denied", "", ""},
		{"President Rosa Delgado was asked to thank Prime Minister Joseph Kimani.", "thank", "proposed", "", ""},
		{"President Rosa Delgado left Peru without meeting Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"A planned meeting between President Rosa Delgado and Prime Minister Joseph Kimani was cancelled at the last minute.", "meeting", "denied", "", ""},
		{"The talks between President Rosa Delgado and Prime Minister Joseph Kimani will resume on 9 June.", "talk", "planned", "2025-06-09", ""},
		{"President Rosa Delgado expressed readiness to meet Prime Minister Joseph Kimani.", "meet", "planned", "", ""},
		{"President Rosa Delgado then flies to Lima.", "fly", "planned", "", ""},
		{"The talks between President Rosa Delgado and Prime Minister Joseph Kimani did not fail to take place.", "talk", "actual", "", ""},
		{"A visit to Kenya by President Rosa Delgado failed to materialise.", "visit", "denied", "", ""},
		{"The meeting between President Rosa Delgado and Prime Minister Joseph Kimani is expected to take place on 9 June.", "meeting", "planned", "2025-06-09", ""},
		{"The visit of President Rosa Delgado to Kenya fell through.", "visit", "denied", "", ""},
		{"President Rosa Delgado will hold talks in Lima and then also meet Prime Minister Joseph Kimani.", "meet", "planned", "", "Lima"},
		{"Premier Ada Bauer repeated her request to join the Ocean Treaty.", "join", "proposed", "", ""},
		{"President Rosa Delgado to visit Kenya in July, Prime Minister Joseph Kimani says", "visit", "planned", "2025-07", ""},
		// At the time of a plan, and what it is about.
		{"President Rosa Delgado decided this while visiting Kenya.", "visit", "actual", "", ""},
		{"President Rosa Delgado will decide this while visiting Kenya.", "visit", "planned", "", ""},
		{"President Rosa Delgado hopes that trade grows before she meets Prime Minister Joseph Kimani.", "meet", "planned", "", ""},
		{"President Rosa Delgado meets Prime Minister Joseph Kimani next month.", "meet", "planned", "2025-07", ""},
		{"President Rosa Delgado expects gains when she meets Prime Minister Joseph Kimani.", "meet", "planned", "", ""},
		{"President Rosa Delgado smiles when she meets Prime Minister Joseph Kimani.", "meet", "actual", "", ""},
		{"Kenya and Peru discussed building a dam.", "build", "conditional", "", ""},
		{"Kenya and Peru reviewed the option of building a dam.", "build", "conditional", "", ""},
		// What may be true or not.
		{"Rumours that President Rosa Delgado visited Kenya turned out to be false.", "visit", "denied", "", ""},
		{"Reports that President Rosa Delgado visited Kenya are not untrue.", "visit", "actual", "", ""},
		{"Reports that President Rosa Delgado visited Kenya are new.", "visit", "actual", "", ""},
		{"It is a lie that President Rosa Delgado visited Kenya.", "visit", "denied", "", ""},
		{"It is not true that President Rosa Delgado visited Kenya.", "visit", "denied", "", ""},
		{"President Rosa Delgado could have met Prime Minister Joseph Kimani but stayed at home.", "meet", "denied", "", ""},
		{"President Rosa Delgado left without meeting with Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"President Rosa Delgado is far from visiting Kenya.", "visit", "denied", "", ""},
		{"Parliament ordered President Rosa Delgado to meet Prime Minister Joseph Kimani.", "meet", "planned", "", ""},
		{"Prime Minister Joseph Kimani told President Rosa Delgado to visit Kenya.", "visit", "proposed", "", ""},
		{"President Rosa Delgado was too ill to meet Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"President Rosa Delgado has been banned from visiting Kenya.", "visit", "denied", "", ""},
		{"There were rumours that President Rosa Delgado met Prime Minister Joseph Kimani.", "meet", "conditional", "", ""},
		{"President Rosa Delgado rejected claims that Peru signed a pact.", "sign", "denied", "", ""},
		{"Neither side signed the pact between Peru and Kenya.", "sign", "denied", "", ""},
		{"Nobody believes that President Rosa Delgado visited Kenya.", "visit", "conditional", "", ""},
		{"President Rosa Delgado was supposed to visit Kenya.", "visit", "planned", "", ""},
		{"Far from visiting Kenya, President Rosa Delgado stayed at home.", "visit", "denied", "", ""},
		{"Instead of supporting Kenya, President Rosa Delgado stayed at home.", "support", "denied", "", ""},
		{"President Rosa Delgado stayed at home rather than visit Kenya.", "visit", "denied", "", ""},
		{"At no time did President Rosa Delgado meet Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"President Rosa Delgado neither met Prime Minister Joseph Kimani nor opened the school.", "meet", "denied", "", ""},
		{"President Rosa Delgado met neither Prime Minister Joseph Kimani nor Ambassador Ada Bauer.", "meet", "denied", "", ""},
		{"President Rosa Delgado no longer supports Prime Minister Joseph Kimani.", "support", "denied", "", ""},
		{"It was not President Rosa Delgado who met Prime Minister Joseph Kimani.", "meet", "denied", "", ""},
		{"It was President Rosa Delgado who met Prime Minister Joseph Kimani.", "meet", "actual", "", ""},
		{"There will be a meeting between President Rosa Delgado and Prime Minister Joseph Kimani.", "meeting", "planned", "", ""},
		{"President Rosa Delgado denied supporting Kenya.", "support", "denied", "", ""},
		{"President Rosa Delgado ruled out paying a visit to Kenya.", "pay", "denied", "", "Kenya"},
		{"Had Peru signed a pact with Kenya, the ports would have opened.", "sign", "denied", "", ""},
		{"Parliament asked President Rosa Delgado to praise Prime Minister Joseph Kimani.", "praise", "proposed", "", ""},
		{"President Rosa Delgado wants to thank Prime Minister Joseph Kimani.", "thank", "actual", "", ""},
		{"It is doubtful that President Rosa Delgado will visit Kenya.", "visit", "conditional", "", ""},
		{"Prime Minister Joseph Kimani doubts that President Rosa Delgado will visit Kenya.", "visit", "conditional", "", ""},
		{"Prime Minister Joseph Kimani does not doubt that President Rosa Delgado will visit Kenya.", "visit", "planned", "", ""},
		{"There is no chance that President Rosa Delgado will visit Kenya.", "visit", "denied", "", ""},
		{"There is no proof that President Rosa Delgado visited Kenya.", "visit", "conditional", "", ""},
		{"It is vital that Kenya and Peru sign the treaty.", "sign", "proposed", "", ""},
		{"It is good that Kenya and Peru signed the treaty.", "sign", "actual", "", ""},
		{"President Rosa Delgado made plans for a visit to Kenya.", "visit", "planned", "", ""},
		{"Premier Ada Bauer voiced the expectation for the signing of a pact.", "signing", "proposed", "", ""},
		{"The prospect of Kenya and Peru signing the treaty is dim.", "sign", "conditional", "", ""},
		// Questions.
		{"Has President Rosa Delgado visited Kenya?", "visit", "conditional", "", ""},
		{"Did President Rosa Delgado visit Kenya on Tuesday?", "visit", "conditional", "2025-06-03", ""},
		{"Will President Rosa Delgado visit Kenya on Tuesday?", "visit", "conditional", "2025-06-10", ""},
		{"Will President Rosa Delgado agree to visit Kenya?", "visit", "conditional", "", ""},
		{"Will Peru close the port that Kenya built?", "build", "actual", "", ""},
		{"Why did President Rosa Delgado visit Kenya?", "visit", "actual", "", ""},
		{"President Rosa Delgado, who visited Kenya, asked: \"Will Peru win?\"", "visit", "actual", "", ""},
		{"President Rosa Delgado cannot thank Kenya enough.", "thank", "actual", "", ""},
		{"President Rosa Delgado cannot thank Kenya.", "thank", "denied", "", ""},
		{"Kenya rejected Peru's proposal for talks.", "proposal", "actual", "", ""},
		{"Officials prepare a possible meeting between President Rosa Delgado and Prime Minister Joseph Kimani.", "meeting", "conditional", "", ""},
		// Times of other things.
		{"President Rosa Delgado thanked Prime Minister Joseph Kimani for last year's aid.", "thank", "actual", "", ""},
		{"Kenya suspended Mali after the December coup.", "suspend", "actual", "", ""},
		// Times and places of what it happens at.
		{"President Rosa Delgado received Prime Minister Joseph Kimani at a dinner given in Lima after a lunch hosted on Monday in Cusco.", "receive", "actual", "", "Lima"},
		{"President Rosa Delgado greeted Prime Minister Joseph Kimani at a reception hosted in Lima yesterday.", "greet", "actual", "2025-06-05", "Lima"},
		{"The pact was signed in a ceremony which took place on Monday at Elm Palace, Lima.", "sign", "actual", "2025-06-02", "Lima"},
		{"President Rosa Delgado will see Prime Minister Joseph Kimani at a forum to be held in Lima on 9 June.", "see", "planned", "2025-06-09", "Lima"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani on the margins of the Coral Summit being held in Lima this week.", "meet", "actual", "2025-06", "Lima"},
		{"President Rosa Delgado met Prime Minister Joseph Kimani after a conference held in Lima on Monday.", "meet", "actual", "", ""},
		{"President Rosa Delgado praised a summit held in Lima on Monday.", "praise", "actual", "", ""},
		{"President Rosa Delgado discussed tuna quotas during talks held in Lima on Monday.", "discuss", "actual", "2025-06-02", "Lima"},
		{"The row followed President Rosa Delgado's two-day trip last week to Kenya.", "trip", "actual", "2025-05", ""},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed tuna in a meeting at Elm House in Lima.", "meeting", "actual", "", "Lima"},
		// Days told by others.
		{"President Rosa Delgado left on Tuesday. She met Prime Minister Joseph Kimani a day later.", "meet", "actual", "2025-06-04", ""},
		{"President Rosa Delgado left on 3 May 2019. She met Prime Minister Joseph Kimani later that day.", "meet", "actual", "2019-05-03", ""},
		{"President Rosa Delgado will arrive on Tuesday. The following day she will meet Prime Minister Joseph Kimani.", "meet", "planned", "2025-06-11", ""},
		{"President Rosa Delgado left two weeks before the vote.", "leave", "actual", "", ""},
		{"President Rosa Delgado left in the last week of May.", "leave", "actual", "2025-05", ""},
		{"President Rosa Delgado was in Kenya from 30 March to 2 April 2014.", "be", "actual", "2014-03-30", "Kenya"},
		{"President Rosa Delgado will visit Kenya in the autumn.", "visit", "planned", "2025", ""},
		{"President Rosa Delgado left Kenya in late March.", "leave", "actual", "2025-03", ""},
	} {
		got := analyse(t, c.text, "2025-06-06")[c.predicate]
		if got.status != c.status || got.date != c.date || got.place != c.place {
			t.Errorf("%s\n%s: got %q %q %q, want %q %q %q", c.text, c.predicate, got.status, got.date, got.place, c.status, c.date, c.place)
		}
	}
}

func TestTopics(t *testing.T) {
	for _, c := range []struct{ text, predicate, topics string }{
		{"President Rosa Delgado called on cities, villages and tribes to plant mangroves.", "call", "plant mangroves"},
		{"President Rosa Delgado urged the workers to act responsibly.", "urge", ""},
		{"President Rosa Delgado encouraged more companies to invest in Peru.", "encourage", "invest in Peru"},
		{"President Rosa Delgado called for an independent survey to move the country forward.", "call", "independent survey"},
		{"Kenya and Peru agreed to train 90 midwives in Peru.", "agree", "train 90 midwives in Peru"},
		{"President Rosa Delgado demanded that the embargo be lifted.", "demand", "lift embargo"},
		{"President Rosa Delgado wants the embargo to be lifted.", "want", "lift embargo"},
		{"President Rosa Delgado demanded the embargo be lifted.", "demand", "lift embargo"},
		{"Kenya and Peru agreed that no salmon nets will be sold.", "agree", "no salmon nets"},
		{"President Rosa Delgado suggested a guard opened the gate.", "suggest", ""},
		{"President Rosa Delgado hoped that the school could become a bridge.", "hope", ""},
		{"Kenya and Peru agreed to take measures to end the siege of the fort.", "agree", "end the siege of the fort"},
		{"President Rosa Delgado proposed reforms in her capacity as chair.", "propose", "reforms"},
		{"President Rosa Delgado urged coastal farmers to apply for flood insurance.", "urge", "flood insurance"},
		{"President Rosa Delgado asked the authorities to release the sailors.", "ask", "release the sailors"},
		{"President Rosa Delgado asked parliament to invest $12 billion in railways.", "ask", "railways"},
		{"President Rosa Delgado requested $350 million from parliament.", "request", ""},
		{"President Rosa Delgado proposed a $5 million investment in lighthouses.", "propose", "$5 million investment in lighthouses"},
		{"Kenya and Peru will work with other agencies.", "work", ""},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed ways to achieve this.", "discuss", ""},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the vital role of lighthouses.", "discuss", "lighthouses"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed their shared vision to protect coral reefs.", "discuss", "coral reefs"},
		{"Kenya and Peru agreed that storms had ruined the harbour.", "agree", "harbour"},
		{"Kenya and Peru agreed to provide shelter for orphans.", "agree", "shelter for orphans"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the risks posed to shipping by the storms.", "discuss", "risks posed to shipping by the storms"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed preparations for the visit.", "discuss", "preparations for the visit"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the importance of protecting civilians.", "discuss", "protecting civilians"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed links on mutually beneficial grounds.", "discuss", "links on mutually beneficial grounds"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed lasting cooperation on mutually beneficial grounds.", "discuss", "lasting cooperation on mutually beneficial grounds"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the impact of the drought on food security.", "discuss", "impact of the drought on food security"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the role played by Peruvian nurses.", "discuss", "role played by Peruvian nurses"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed future development plans for the Cusco district.", "discuss", "future development plans for the Cusco district"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed the need to keep sea lanes open and safe.", "discuss", "keep sea lanes open and safe"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed how best to protect reefs.", "discuss", "reefs"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed a plan to achieve victory over the rebels.", "discuss", "victory over the rebels"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed ways and means to expand tea exports.", "discuss", "tea exports"},
		{"President Rosa Delgado urged the council to make companies pay fees on bottles.", "urge", "fees on bottles"},
		{"Kenya and Peru explored avenues for work in sectors which include tea, shipping and fruit.", "explore", "tea; shipping; fruit"},
		{"Kenya and Peru agreed to boost tourism, combat river pollution, and expand trade.", "agree", "tourism; combat river pollution; trade"},
		{"Kenya and Peru discussed in Lima the importance of further developing and advancing links in tea.", "discuss", "tea"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed boosting trade ties, particularly in tea and fruit.", "discuss", "tea; fruit; trade ties"},
		{"President Rosa Delgado and Prime Minister Joseph Kimani discussed economic issues, including rice prices and forced labour.", "discuss", "rice prices; forced labour; economic issues"},
		{"Kenya and Peru agreed to crack down on trade in illicit drugs.", "agree", "trade in illicit drugs"},
		{"Kenya and Peru agreed on an exchange of presidential visits.", "agree", "exchange of presidential visits"},
		{"Kenya and Peru agreed to take urgent steps to reopen the port.", "agree", "reopen the port"},
		{"Kenya and Peru agreed to work in two fields: ports and railways.", "agree", "ports; railways"},
		{"The treaty provides a framework for cooperation in nursing.", "provide", "nursing"},
		{"President Rosa Delgado stressed the need for computers to fight fraud.", "stress", "computers"},
		{"Premier Ada Bauer called for swift action against gangs.", "call", "swift action against gangs"},
		{"Kenya and Peru agreed not to raise tariffs.", "agree", "not raise tariffs"},
		{"Kenya and Peru agreed that the flags will not be flown.", "agree", ""},
		{"Kenya and Peru agreed to give up their warships.", "agree", "give up their warships"},
		{"Kenya and Peru agreed to roll back port fees in phases.", "agree", "roll back port fees in phases"},
		{"Kenya and Peru agreed on support for farmers.", "agree", "support for farmers"},
		{"Premier Ada Bauer asked the police to investigate what happened.", "ask", ""},
		{"Premier Ada Bauer discussed Peru being invited to the fair.", "discuss", ""},
		{"Kenya was committed to trade, adding that the bridge was open.", "commit", "trade"},
		{"On the anniversary of the treaty, President Rosa Delgado highlighted significant progress.", "highlight", ""},
		{"During the meeting, they reviewed cooperation in wine labelling and public health.", "review", "wine labelling; public health"},
		{"The talks focused on trade and problems on the Korean peninsula.", "focus", "trade; problems on the Korean peninsula"},
		{"Kenya and Peru agreed to cooperate in several sectors (sport, mining and cocoa grading).", "agree", "sport; mining; cocoa grading"},
		{"Kenya and Peru identified areas for cooperation in ports, shipping and logistics, health, education, law.", "identify",
			"ports; shipping; logistics; health; education; law"},
		{"Kenya and Peru agreed to strengthen exchanges and cooperation in culture, tourism and education.", "agree",
			"culture; tourism; education"},
		{"Kenya and Peru agreed to deepen cooperation in support for small farmers, shipping and port security.", "agree",
			"support for small farmers; shipping; port security"},
		{"Kenya and Peru agreed to combat the continuing and growing threat of piracy.", "agree", "combat the continuing and growing threat of piracy"},
		{"Kenya and Peru share a commitment to a safe, wealthy, and free Indo-Pacific.", "share", "Indo-Pacific"},
		{"Kenya and Peru agreed to deepen cooperation in educational and training programmes.", "agree",
			"educational programmes; training programmes"},
	} {
		var got []string
		for _, a := range analyse(t, c.text, "")[c.predicate].args {
			if topic, ok := strings.CutPrefix(a, "topic="); ok {
				got = append(got, topic)
			}
		}
		if strings.Join(got, "; ") != c.topics {
			t.Errorf("%s\n%s is about %q, want %q", c.text, c.predicate, got, c.topics)
		}
	}
}
