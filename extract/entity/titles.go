package entity

import (
	"iter"
	"maps"
	"strings"
)

// A rank says what kind of office a noun names, which decides what its
// complements mean and whose office it is when the text does not say.
type rank uint8

const (
	noRank      rank = iota
	headRank         // heads of state and government: "President of Peru"
	stateRank        // offices of a state: "Minister for Trade", "Ambassador to Chile"
	orgRank          // offices of any organisation: "Director of the Institute", "chairwoman"
	gradeRank        // grades and callings used like "Mr": "General", "Justice", "Professor"
	callingRank      // says what someone is, but is no office: "businessman", "diplomat"
)

// An officeNoun is the head of an office's name.
type officeNoun struct {
	rank   rank
	gender Gender
	full   string // what an abbreviation stands for: "Prime Minister"
	plural bool
	single string // the singular of a plural
}

// officeNouns are keyed by lower-case words with single spaces for hyphens.
var officeNouns = officeTable()

const nounsOfOffice = `
head   president, vice president, prime minister, premier, chancellor, monarch, sultan+m, emir+m, amir+m, king+m, queen+f, emperor+m, empress+f
head   crown prince+m, crown princess+f, head of state, head of government, taoiseach, supreme leader, first lady+f, second lady+f, first gentleman+m, second gentleman+m, chief minister
head   governor general, pope+m, pontiff+m, grand duke+m, duke+m, duchess+f, tsar+m, shah+m, caliph+m, vice premier, minister president, paramount chief, state counsellor, doge
state  minister, secretary, undersecretary, under secretary, attorney general, solicitor general, advocate general, secretary of state, treasurer, governor, lieutenant governor
state  mayor+, deputy mayor, senator, congressman+m, congresswoman+f, member of parliament, speaker, chief justice, chief of staff, minister of state, comptroller, comptroller general, ombudsman, parliamentarian
state  envoy, special envoy, ambassador, ambassador extraordinary and plenipotentiary, ambassador extraordinary, ambassador at large, ambassadress+f, consul general, consul, vice consul, chargé d'affaires, charge d'affaires, high commissioner, commissioner, commissioner general, permanent representative
state  representative, special representative, high representative, trade representative, counsellor, counselor, minister counsellor, minister counselor, attaché, attache, first secretary, prosecutor, prosecutor general, procurator general
state  adviser, advisor, administrator, councillor, councilor, sheriff, whip, majority leader, minority leader, nuncio, inspector general, auditor general, surgeon general, postmaster general, quartermaster general, state councillor, state councilor
state  minister mentor, home secretary, foreign secretary, press secretary, deputy, undersecretary general, under secretary general, assistant secretary general, plenipotentiary, legate, head of mission, deputy head of mission, desk officer, lord chancellor, commander in chief
state  secretary of the treasury, chief of protocol, chief of cabinet, head of delegation, member of congress, mep, cabinet secretary, principal secretary, permanent secretary, chief secretary, peace envoy, negotiator, chief negotiator, chief of the general staff, joint chiefs chairman
org    chairman+m, chairwoman+f, chairperson, chair, co chair, co chairman+m, co chairwoman+f, vice chairman+m, vice chairwoman+f, vice chair, director, director general, executive director, managing director, general director
org    general secretary, secretary general, head, chief, chief executive, chief executive officer, chief financial officer, chief operating officer, chief technology officer, chief scientist, chief economist, founder, co founder, cofounder
org    manager, general manager, spokesperson, spokesman+m, spokeswoman+f, spokesmen+m, rector, dean, provost, vice chancellor, vice rector, member, coordinator, co ordinator, rapporteur, special rapporteur
org    commander, editor, editor in chief, publisher, counsel, general counsel, trustee, leader, party leader, opposition leader, deputy leader, co leader, convenor, convener, registrar, moderator, executive secretary
org    under director, chief of defence, chief of defense, chief of army, chief of police, police chief, army chief, navy chief, intelligence chief, spy chief, chief delegate, resident coordinator, country director, principal, presiding officer, executive vice president
org    assistant, patron, delegate general, superintendent, warden, curator, conductor, first vice president, senior vice president
grade  general+, brigadier general, major general, lieutenant general, colonel, lieutenant colonel, major, captain, admiral, vice admiral, rear admiral, admiral of the fleet, air marshal, air chief marshal, air vice marshal, marshal, field marshal, brigadier, army general, colonel general
grade  sergeant, lieutenant, justice, judge, professor, associate professor, assistant professor, cardinal+m, archbishop, bishop, patriarch+m, metropolitan+m, ayatollah+m, grand ayatollah+m, imam+m, rabbi, commodore, chief inspector, inspector, superintendent, commissar, reverend, pastor, venerable
calling businessman+m, businesswoman+f, businessmen+m, diplomat, official, guest, host, counterpart, politician, activist, journalist, lawyer, banker, economist, author, writer, singer, actor, actress+f, billionaire, tycoon, philanthropist
calling scientist, researcher, analyst, expert, veteran, general manager, lawmaker, legislator, congressperson, nominee, candidate, aide, officer, statesman+m, stateswoman+f, dignitary, delegate, interlocutor, successor, predecessor, colleague, student
calling opposition figure, dissident, cleric, warlord, rebel leader, militant, oligarch, magnate, entrepreneur, investor, historian, academic, scholar, coach, astronaut, cosmonaut, athlete, player, midfielder, striker, goalkeeper, filmmaker, director of photography, poet, novelist, artist, physician, doctor, surgeon, nurse, teacher, engineer, pilot, reporter, correspondent, columnist, anchor, presenter, visitor, speaker of the evening, interpreter, translator, resident, witness, lobbyist, farmer, soldier, policeman+m, policewoman+f
calling man+m, woman+f, men+m, women+f, boy+m, girl+f
`

// abbreviatedOffices are used before names: "PM Ishiba".
const abbreviatedOffices = `
head   pm=prime minister, dpm=deputy prime minister, vp=vice president, pres.=president
state  fm=foreign minister, sen.=senator, sen=senator, rep.=representative, rep=representative, gov.=governor, gov=governor, amb.=ambassador, sec.=secretary, mp=MP, mps=MPs, nsa=national security advisor, eam=external affairs minister
org    ceo=chief executive officer, cfo=chief financial officer, coo=chief operating officer, cto=chief technology officer, sg=secretary general, dg=director general
grade  gen.=general, gen=general, lt.=lieutenant, lt=lieutenant, lt. gen.=lieutenant general, lt gen=lieutenant general, maj. gen.=major general, maj gen=major general, brig. gen.=brigadier general, brig gen=brigadier general, brig.=brigadier, col.=colonel, col=colonel, maj.=major, capt.=captain, capt=captain, cpt.=captain, adm.=admiral, adm=admiral, vice adm.=vice admiral, rear adm.=rear admiral, sgt.=sergeant, prof.=professor, prof=professor, lt. col.=lieutenant colonel, lt col=lieutenant colonel, cmdr.=commander, msgr.=monsignor
`

func officeTable() map[string]officeNoun {
	ranks := map[string]rank{"head": headRank, "state": stateRank, "org": orgRank, "grade": gradeRank, "calling": callingRank}
	table := map[string]officeNoun{}
	each := func(lines string, add func(rank, string)) {
		for line := range strings.Lines(strings.TrimSpace(lines)) {
			name, phrases, _ := strings.Cut(line, " ")
			for p := range strings.SplitSeq(phrases, ",") {
				add(ranks[name], strings.TrimSpace(p))
			}
		}
	}
	each(nounsOfOffice, func(r rank, phrase string) {
		phrase, mark, _ := strings.Cut(phrase, "+")
		noun := officeNoun{rank: r}
		switch mark {
		case "m":
			noun.gender = Male
		case "f":
			noun.gender = Female
		}
		if _, ok := table[phrase]; ok {
			return
		}
		noun.plural = strings.HasSuffix(phrase, "men")
		table[phrase] = noun
		noun.plural, noun.single = true, phrase
		if p := pluralOf(phrase); table[p] == (officeNoun{}) {
			table[p] = noun
		}
	})
	each(abbreviatedOffices, func(r rank, phrase string) {
		short, full, _ := strings.Cut(phrase, "=")
		if shapeOf(short) == lower && !strings.HasSuffix(short, ".") && short != "mps" {
			table[short+"s"] = officeNoun{rank: r, full: titleCase(full) + "s", plural: true}
		}
		table[short] = officeNoun{rank: r, full: titleCase(full), plural: short == "mps"}
	})
	return table
}

// OfficeNouns gives the nouns that name offices, in small letters with single
// spaces, in no order. A document without any of them tells no office.
func OfficeNouns() iter.Seq[string] { return maps.Keys(officeNouns) }

// pluralOf makes the plural of an office's name: "ministers", "chiefs of staff",
// "secretaries general".
func pluralOf(phrase string) string {
	first, rest, many := strings.Cut(phrase, " ")
	if many && (strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "in ") || rest == "general" && first != "major" && first != "brigadier" && first != "lieutenant") {
		return pluralOf(first) + " " + rest
	}
	switch {
	case strings.HasSuffix(phrase, "man"):
		return phrase[:len(phrase)-3] + "men"
	case strings.HasSuffix(phrase, "men"), strings.HasSuffix(phrase, "d'affaires"):
		return phrase
	case strings.HasSuffix(phrase, "y") && !strings.HasSuffix(phrase, "ey"):
		return phrase[:len(phrase)-1] + "ies"
	case strings.HasSuffix(phrase, "s"), strings.HasSuffix(phrase, "ch"), strings.HasSuffix(phrase, "sh"):
		return phrase + "es"
	case strings.HasSuffix(phrase, "chief"):
		return phrase + "s"
	}
	return phrase + "s"
}

func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "and" || w == "for" || w == "the" || w == "to" || w == "on" || w == "in") {
			continue
		}
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// gradings stand before an office's noun and belong to its name.
var gradings = set(`deputy vice first second third fourth senior junior acting permanent special assistant associate principal executive
general chief interim caretaker honorary personal presidential parliamentary national federal regional provincial district municipal
lead co joint non-executive adjunct emeritus extraordinary resident full alternate founding ruling main opposition majority minority
shadow cabinet inaugural royal military political provisional transitional union central supreme high top press hereditary standing`)

// dropped stand before an office's noun and say nothing of its name.
var dropped = set(`visiting new newly recently appointed elected re-elected reelected reappointed sworn-in current incumbent present sitting
long-time longtime long-serving veteran then-serving high-ranking then-acting respective fellow same Iron popular powerful own embattled
beloved dear good late outgoing departing designated so-called self-proclaimed young old elderly chief-designate influential respected prominent leading renowned noted well-known famous distinguished wealthy female male woman first-ever longest-serving youngest oldest local foreign-born`)

var pastWords = set(`former ex onetime one-time erstwhile past then previous retired ousted deposed late`)
var comingWords = set(`incoming designate elect nominee designated prospective future`)

// subjects are words of portfolios and of organisations' names: after "Minister
// of" or before "Ministry" they are no person's name.
var subjects = set(`
affair affairs external foreign internal interior home homeland security defence defense justice law legal finance financial trade commerce commercial industry industrial industries economy economic economics
development planning investment investments environment environmental climate change energy water resources resource natural agriculture agricultural rural farming fisheries fishery forestry forest food health public care
human humanitarian services service social welfare labour labor employment manpower skills workforce education higher schools training science sciences technology technologies innovation research digital information communications communication
telecommunications media broadcasting culture cultural arts sport sports youth family families women gender equality children child community communities communal religion religious ethnic minorities minority multicultural indigenous immigration migration citizenship refugees
asylum border borders transport transportation infrastructure works housing urban cities construction land lands mines mining minerals mineral petroleum oil gas nuclear atomic space aviation maritime marine ports shipping railways roads tourism
treasury budget revenue taxation tax customs excise privatization privatisation enterprise enterprises business small medium consumer competition cooperation co-operation integration regional relations relation policy strategy strategic political politics
parliament parliamentary legislative legislature assembly congress senate house representatives councillors councilors diet knesset duma bundestag cabinet government governance administration administrative reform reforms civil service personnel organisation organization propaganda
discipline inspection mobilization mobilisation veterans pensions pension disability disabilities disaster disasters emergency emergencies management relief rehabilitation reconstruction reconciliation reintegration resettlement unification unity national state federal central
local provincial municipal affairs' constitutional electoral elections election human rights right freedom liberties ombudsman audit statistics census data standards measurement quality property intellectual patents heritage museum museums library archives
army navy naval air force forces armed military marines guard guards police policing intelligence counterterrorism counter-terrorism terrorism anti-corruption corruption drugs narcotics control crime criminal prisons corrections sanctions nonproliferation disarmament arms peacekeeping peace
operations operation logistics procurement strategy engineering systems cyber cybersecurity data artificial intelligence semiconductor electronics aerospace manufacturing supply chain logistics export exports import imports markets market monetary fiscal banking bank insurance
diplomacy diplomatic protocol consular mission missions delegation delegations conference international multilateral bilateral global world european asian african american latin pacific atlantic western eastern northern southern north south east west hemisphere near middle central southeast northeast northwest southwest
sustainability sustainable green ecology ecological blue biodiversity wildlife conservation parks animal livestock plantation plantations irrigation hydrology meteorology geology surveys nuclear safety consumer product protection
office bureau department division branch section unit directorate agency authority commission committee council board secretariat ministry court courts tribunal tribunals bank institute institution institutions university college school faculty academy centre center foundation fund trust
party union association society federation confederation league alliance chamber group corporation company bar order front movement coalition congress presidium politburo praesidium bureaux organisations organizations bodies
communist socialist democratic democrats democrat liberal conservative labour republican republicans people peoples people's workers working christian islamic muslim nationalist progressive popular united general secretary
nations nation commonwealth states kingdom republic parliamentarian parliamentarians friendship solidarity inter-parliamentary interparliamentary exchange exchanges partnership partnerships programme program programmes programs project projects initiative initiatives
trade-related industry-related investor entrepreneurship startups productivity livelihoods upliftment empowerment well-being wellbeing nutrition population planning medicine medical hospital hospitals pharmaceutical disease diseases prevention control aids
ideology theory propaganda education masses mobilisation external economic relations overseas compatriots diaspora expatriates emigration nationals workers professional vocational technical technological applied advanced
monuments antiquities awqaf endowments hajj guidance islamic pilgrimage waqf devolution cohesion delivery modernisation modernization transformation transition growth prosperity opportunity coordination implementation monitoring evaluation
capital investment privatisation assets holdings nuclear power electricity renewable renewables utilities sanitation hygiene waste recycling circular steel coal textiles handicrafts ayush statistics jal shakti panchayati raj chemicals fertilizers fertilisers
prefecture province region county city district governorate oblast territory municipality island islands
security-related and/or treaties conventions ocean oceans fisheries polar arctic antarctic hemispheric trafficking persons weapons mass destruction stability engagement outreach affairs-related legislative liaison intergovernmental tribal indian
secretary-general minister-president president's king's queen's prime presidency palace court household royal chancellery chancery
reserve reserves federal securities exchange stock commodities futures aviation administration nuclear regulatory commission communications maritime transportation highway traffic railway
recovery resilience readiness preparedness vaccination pandemic immunization immunisation quarantine
african-american hispanic orthodox catholic protestant evangelical jewish buddhist hindu sunni shia shiite bible gospel church war revolution revolutionary independence peacetime loan loans grant grants
`)

var suffixesOfThings = []string{"tion", "tions", "sion", "sions", "ment", "ments", "ities", "ity", "ness", "ship", "ships", "ology", "ologies", "ance", "ence", "ency", "ancy", "ics", "ism", "graphy", "culture", "ings"}

// subject tells whether a word belongs to a portfolio or organisation rather
// than to a person's name.
func subject(w word) bool {
	l := w.lower
	if subjects[l] {
		return true
	}
	if i := strings.IndexByte(l, '-'); i > 0 && subjects[l[:i]] && subjects[l[i+1:]] {
		return true
	}
	if len(l) < 7 {
		return false
	}
	for _, s := range suffixesOfThings {
		if strings.HasSuffix(l, s) {
			u := w.use
			return !u.Given && !u.Surname
		}
	}
	return false
}

// salutations stand before a name and are no office. Keys are lower case without
// full stops, words parted by single spaces.
var salutations = honorificTable(
	"+m mr, mister, sir, lord, sheikh, shaikh, shaykh, sheik, don, monsieur, herr, señor, senor, shri, haji, hajji, al haj, alhaji, rev, fr, khun, mullah, maulana, dato', dato, datuk, datuk seri, dato' sri, dato' seri, dato seri, tan sri, tun, ustaz, sayyid, sayyed, seyyed, mwalimu, baron, prince, pak, bapak",
	"+f mrs, ms, miss, madam, madame, mme, mlle, dame, lady, doña, dona, señora, senora, frau, smt, puan, puan sri, datin, datin seri, daw, hajia, hajiya, begum, baroness, princess, toh puan, ibu, nana",
	"+ mx, dr, doctor, honourable, honorable, hon, the honourable, the honorable, the hon, the hon dr, right honourable, the right honourable, right hon, rt hon, the rt hon, he, h e, hm, hrh, his excellency, her excellency, his highness, her highness, his royal highness, her royal highness, his majesty, her majesty, his holiness, his eminence, his excellency mr, his worship, excellency, comrade, ir, eng, engr, arch, adv, advocate, barrister, atty, chief, otunba, oba, hajj, the most reverend, the venerable, u",
)

func honorificTable(lists ...string) map[string]Gender {
	table := map[string]Gender{}
	for _, list := range lists {
		mark, phrases, _ := strings.Cut(list, " ")
		for p := range strings.SplitSeq(phrases, ",") {
			p = strings.TrimSpace(p)
			g := map[string]Gender{"+m": Male, "+f": Female}[mark]
			if strings.HasPrefix(p, "his ") {
				g = Male
			} else if strings.HasPrefix(p, "her ") {
				g = Female
			}
			table[p] = g
		}
	}
	return table
}

// postnominals stand after a name, with or without a comma.
var postnominals = set(`jr sr ii iii iv mp sc qc kc ao am ac oam om psm mbe obe cbe kbe dbe gcmg kcmg cmg dcmg frs phd md esq cpa llb llm mba msc bsc ma ba dphil mla mep usn usaf usmc ret nsc psm pbm fsa frcp bcomm td mnd ddg`)

// inNames stand in lower case inside names.
var inNames = set(`de da do dos das di del della du des la le las los van von der den ter ten te zu zum bin bint ibn binti al el ul ud ur e y abu ould mint ag wa st af bar ben dal degli d' af av 'abd abd`)
