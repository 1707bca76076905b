package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract/source"
)

// What one sentence tells of talks, agreements and events, others take up.
func TestFoundAgain(t *testing.T) {
	x := diplomacy(t)
	const date = "2025-06-05" // a Thursday
	for _, c := range []struct{ text, want, not string }{
		// The countries in the name of what was held, its day and city.
		{text: "The Malta-Ghana Policy Dialogue took place in Accra on Monday. Discussions centred on ship repair.",
			want: "Ghana discussed ship repair | date=2025-06-02 place=Accra"},
		{text: "Talks between Peru and Kenya were held in Lima on Monday. Tuna quotas were discussed.",
			want: "Kenya discussed Tuna quotas | date=2025-06-02 place=Lima"},
		// Groups of which nobody knows who is in them.
		{text: "Ministers of Peru and Kenya met in Lima on Monday. The ministers agreed to reopen the port.",
			want: "Peru agreesOn reopen the port | date=2025-06-02 with=Kenya"},
		{text: "Ministers of Peru and Kenya met in Lima on Monday. It was agreed to reopen the port.",
			want: "Kenya agreesOn reopen the port | date=2025-06-02"},
		{text: "Ministers of Peru and Kenya met in Lima on Monday. They agreed to reopen the port.",
			want: "Peru agreesOn reopen the port | date=2025-06-02 with=Kenya"},
		{text: "Officials from Peru and Kenya held talks in Lima on Monday. They discussed tuna quotas.",
			want: "Peru discussed tuna quotas | date=2025-06-02 place=Lima"},
		{text: "Ministers of Peru and Kenya met in Lima on Monday. The fishermen waited. They agreed to reopen the port.",
			not: "agreesOn"},
		{text: "Ministers of Peru and Kenya met in Lima on Monday. The farmers agreed to reopen the port.",
			not: "agreesOn"},
		// They are not meant long after, or where the talks are those of countries nobody has told.
		{text: "Ministers of Peru and Kenya met in Lima on Monday. It rained. It was cold. Shops closed. Buses stopped. " +
			"Ministers agreed to raise the wages of nurses.", not: "agreesOn"},
		{text: "Talks were held in Lima on Monday. The ministers agreed to reopen the port.", not: "agreesOn"},
		// What was done at something that was held.
		{text: "A fisheries conference was held in Lima on Monday. At the conference, Togo and Chad signed a treaty.",
			want: "Togo signed treaty | date=2025-06-02 place=Lima"},
		{text: "Togo and Chad signed a treaty at a ceremony held in Lima on Monday.",
			want: "Togo signed treaty | date=2025-06-02 place=Lima"},
		// What one discusses at a meeting, the others do, unless it is told with whom.
		{text: "President Rosa Delgado met Prime Minister Joseph Kimani in Lima and discussed tuna quotas.",
			want: "Joseph Kimani discussed tuna quotas | place=Lima"},
		{text: "President Rosa Delgado met Prime Minister Joseph Kimani in Lima and discussed tuna quotas with Minister " +
			"Ana Quiroga.", not: "Kimani discussed"},
		// What is told later goes back.
		{text: "Togo and Chad signed a treaty on tuna. The treaty was signed in Lima on Monday by Minister Ana Quiroga.",
			want: "Chad signed treaty on tuna | date=2025-06-02 place=Lima"},
		{text: "Togo and Chad will sign a treaty on tuna. Minister Ana Quiroga signed a treaty on rice on Monday.",
			want: "Chad signed treaty on tuna | status=planned"},
		// What an agreement told before is about, by its noun and as "it".
		{text: "Togo and Chad signed a treaty in Lima. It lays down rules of the sea. It also covers tuna quotas.",
			want: "Chad agreesOn tuna quotas | place=Lima"},
		{text: "Togo and Chad agreed to extend the truce. The agreement mandates the return of hostages.",
			want: "Togo agreesOn return of hostages"},
		{text: "Togo and Chad signed a treaty in Lima. The aim of the treaty is to share flood data.",
			want: "Togo agreesOn flood data | place=Lima"},
		{text: "Togo and Chad signed a treaty. Under it, Togo will build river ports.",
			want: "Chad agreesOn river ports | status=planned"},
		{text: "Togo and Chad signed a treaty in Lima. It rained. It covers the roofs.", not: "agreesOn"},
		{text: "Togo and Chad signed a treaty in Lima. Peru left. It provides for the poor.", not: "agreesOn"},
		{text: "Togo and Chad signed a treaty in Lima. A treaty may cover tuna quotas.", not: "agreesOn"},
		{text: "Togo and Chad signed a treaty in Lima. The painting covers a wall.", not: "agreesOn"},
		// What is signed, agreed at talks.
		{text: "Ministers of Togo and Chad met in Lima on Monday. Two agreements on tuna and rice were signed.",
			want: "Togo agreesOn rice | date=2025-06-02"},
		{text: "Ministers of Togo and Chad met in Lima on Monday. An agreement on tuna may be signed.", not: "agreesOn"},
		// The items of a list.
		{text: "Togo and Chad agreed to work together in the following areas:\n- Training of pilots\n- Flood control",
			want: "Chad agreesOn Flood control | with=Togo"},
		{text: "Togo and Chad signed a treaty in Lima. The treaty provides for:\n\na) exchange of flood data;\n\n" +
			"b) training of pilots.\n\n2. Peru opened the port of Lima.", want: "Chad agreesOn exchange of flood data | place=Lima"},
		{text: "Togo and Chad agreed to work together in the following areas:\n- Training of pilots\n- Flood control\n" +
			"The port of Lima is open.", not: "port"},
	} {
		var got []string
		result := x.Extract(&source.Document{ID: "a", Text: c.text, Date: date})
		for i := range result.Facts {
			got = append(got, result.Facts[i].String())
		}
		has := func(f string) bool { return strings.Contains(f, c.not) }
		if c.want != "" && !slices.Contains(got, c.want) || c.not != "" && slices.ContainsFunc(got, has) {
			t.Errorf("%s\n got %q\nwant %q, not %q", c.text, got, c.want, c.not)
		}
	}
}
