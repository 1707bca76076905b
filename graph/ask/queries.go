package ask

import (
	"slices"

	"github.com/relata-graph/relata/extract"
)

// Queries lists the queries that Ask answers, in the order of their help.
func Queries() []Query { return slices.Clone(queries) }

// actual is the status of most facts that questions are about.
var actual = []extract.Status{extract.Actual}

// queries are all queries, in the order of their help.
var queries = []Query{
	{
		Name: "who-met", Args: "PERSON", Help: "whom a person met, when and where",
		Long: `One row a meeting, by date. A meeting is told by one document or by several. --relation spokeWith asks for
telephone calls instead, --status planned for meetings that are to come.`,
		Examples: []string{`who-met "Lương Cường" --from 2025-03`, `who-met Biden --status planned --evidence`},
		run:      whoMet,
		columns: slices.Concat(shown("date", "reported", "person", "office", "place", "documents"),
			data("person_id", "fact", "status", "cameo", "plover")),
		asks: []string{"met"}, statuses: actual,
	},
	{
		Name: "met-both", Args: "PERSON PERSON", Help: "who met both of two people",
		Long:     `One row a person, those told of most first: when they met the first (A) and the second (B).`,
		Examples: []string{`met-both "Xi Jinping" "Vladimir Putin"`},
		run:      metBoth,
		columns:  slices.Concat(shown("person", "office", "met A", "met B", "documents"), data("person_id")),
		asks:     []string{"met"}, statuses: actual,
	},
	{
		Name: "path", Args: "FROM TO", Help: "the shortest chain of meetings between two people",
		Long: `One row a step, with the sentence that says it (--evidence: all of them). Of several chains of one length
it is the one told with dates, and by most documents. --relation takes other relations, so that countries
can be asked about too.`,
		Examples: []string{`path "Kim Jong Un" "Joko Widodo"`, `path Japan Chile --relation partnerOf,hasTiesWith`},
		run:      path,
		columns: slices.Concat(shown("step", "from", "relation", "to", "date", "reported", "place", "documents"),
			data("from_id", "to_id", "fact", "cameo", "plover")),
		asks: []string{"met"}, statuses: actual,
	},
	{
		Name: "timeline", Args: "[NAME]", Help: "what happened, by date; to one person, country or thing if it is named",
		Long:     `One row a fact of any status, by its own date, else by that of the first report.`,
		Examples: []string{`timeline "Lương Cường" --to 2025-06`, `timeline Maldives --relation signed,agreesOn`},
		run:      timeline,
		columns: slices.Concat(shown("date", "reported", "subject", "relation", "object", "status", "place", "documents"),
			data("fact", "subject_id", "object_id", "cameo", "plover")),
	},
	{
		Name: "agreed-on", Args: "COUNTRY [COUNTRY]", Help: "what a country, or two with each other, agreed on and signed",
		Long: `One row a matter, by date. COUNTRY may be an organisation too. --status planned asks for what is to be
agreed, --relation discussed for what was only talked about.`,
		Examples: []string{`agreed-on "Sri Lanka" Japan`, `agreed-on ASEAN --from 2025 --evidence`},
		run:      agreedOn,
		columns: slices.Concat(shown("date", "reported", "relation", "what", "with", "place", "documents"),
			data("what_id", "with_ids", "status", "cameo", "plover")),
		asks: []string{"agreesOn", "signed"}, statuses: actual,
	},
	{
		Name: "visits", Args: "[NAME]", Help: "who went where: all, one person's journeys, or those to a country or place",
		Long: `One row a journey: a country and the cities in it that texts name together are one. --status planned asks
for journeys that are to come.`,
		Examples: []string{`visits Japan --from 2024-06 --to 2024-12`, `visits "Xi Jinping"`},
		run:      visits,
		columns: slices.Concat(shown("date", "reported", "person", "office", "country", "places", "documents"),
			data("person_id", "country_id", "status", "cameo", "plover")),
		asks: []string{"visited"}, statuses: actual,
	},
	{
		Name: "offices", Args: "NAME", Help: "the offices of a person, or who holds those of a country or organisation",
		Long: `One row a person and office, those that most documents tell first; status is what was told last. "first
told" and "last told" are the dates of the first and the last document that tells the person in office,
"since" is a date that a text itself gives, "then" who was told in the same office after that, by several
documents. --at DATE: who was in office as far as documents until then tell, those told in the two months
before, and without another after them, first; who was called former before is left out.`,
		Examples: []string{`offices "Luong Cuong"`, `offices Japan --at 2024-09-15 --limit 20`},
		run:      holdings,
		columns: slices.Concat(shown("person", "office", "of", "status", "since", "first told", "last told", "then", "documents"),
			data("person_id", "office_id", "of_id", "then_id")),
		asks: []string{holds}, statuses: []extract.Status{extract.Actual, extract.Former, extract.Planned},
	},
	{
		Name: "planned", Args: "[NAME]", Help: "what was planned and is nowhere told to have happened",
		Long: `One row a plan. It counts as carried out when a text tells the same of the same people at a time that
fits, of the country for its city and the other way round, or tells for a journey that they did something
there. state is "overdue" when the day has passed before the newest document, "lapsed" when there was no
day and it was told half a year before that, "called off" when a text denies it, else "open".`,
		Examples: []string{`planned --relation visited,met --from 2025-03`, `planned "Narendra Modi"`},
		run:      planned,
		columns: slices.Concat(
			shown("date", "reported", "subject", "relation", "object", "place", "state", "documents"),
			data("fact", "subject_id", "object_id", "cameo", "plover")),
		statuses: []extract.Status{extract.Planned},
	},
	{
		Name: "changes", Args: "FROM TO [NAME]", Help: "what was first told between two days, and what it changed",
		Long: `One row a fact that no document told before FROM, by the day of the report. change is "new", or what was
told before with another status: "was planned" of what has now happened, "was actual" of an office that is
no longer held. Documents and sentences are those of the time asked for.`,
		Examples: []string{`changes 2025-03-01 2025-03-07`, `changes 2024-09 2024-09 "Sri Lanka" --relation holdsPosition`},
		run:      changes,
		columns: slices.Concat(
			shown("reported", "change", "subject", "relation", "object", "status", "date", "place", "documents"),
			data("fact", "subject_id", "object_id", "cameo", "plover")),
	},
	{
		Name: "top", Args: "[MEASURE]", Help: "who is at the centre of the meetings",
		Long: `Ranked by MEASURE: degree (how many others), weight (how many meetings; if none is named), pagerank (Brin
and Page 1998, by weight), betweenness (Freeman 1977: the share of pairs of others between whom one stands
on the shortest way). --relation makes the network of other relations.`,
		Examples: []string{`top betweenness --limit 10`, `top --relation partnerOf,hasTiesWith`},
		run:      top,
		columns: slices.Concat(
			shown("rank", "name", "office", "degree", "weight", "pagerank", "betweenness", "documents"), data("id")),
		asks: []string{"met"}, statuses: actual, limit: 20,
	},
	{
		Name: "communities", Args: "", Help: "groups of people who meet each other more than others",
		Long: `One row a group of three or more, by modularity (Blondel et al. 2008), the largest first; members with
most meetings first. --relation makes groups by other relations.`,
		Examples: []string{`communities --from 2025 --limit 5`, `communities --output json`},
		run:      communities,
		columns: slices.Concat(
			shown("community", "size", "meetings", "members", "countries", "documents"), data("member_ids")),
		asks: []string{"met"}, statuses: actual, limit: 20,
	},
	{
		Name: "about", Args: "NAME", Help: "all that is known of a person, country or thing, at a glance",
		Long: `Its names, its offices, what it did with whom how often ("visited (by)": who visited it), and what was
told last. "from" and "to" are dates of documents; timeline, who-met and offices tell the single facts.`,
		Examples: []string{`about "Anura Kumara Dissanayake"`, `about ASEAN --from 2025`},
		run:      about,
		columns:  shown("what", "value", "from", "to", "facts", "documents"),
	},
}
