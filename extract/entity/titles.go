package entity

import (
	"iter"
	"maps"
	"strings"

	"github.com/relata-graph/relata/extract/world"
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

var suffixesOfThings = []string{"tion", "tions", "sion", "sions", "ment", "ments", "ities", "ity", "ness", "ship", "ships", "ology", "ologies", "ance", "ence", "ency", "ancy", "ics", "ism", "graphy", "culture", "ings"}

// subject tells whether a word belongs to a portfolio or organisation rather
// than to a person's name.
func subject(w word) bool {
	l := w.lower
	if world.PortfolioWord.Has(l) {
		return true
	}
	if i := strings.IndexByte(l, '-'); i > 0 && world.PortfolioWord.Has(l[:i]) && world.PortfolioWord.Has(l[i+1:]) {
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
