package entity

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// BodyName writes the name of a ministry or department in one way, by which it
// can be compared: "Department of State" for "State Department", "Ministry of
// Foreign Affairs" for "Foreign Ministry" and "Ministry for Foreign Affairs".
// The legal form of a company is left out: "Alder Foods" for "Alder Foods, Inc.". Other
// names are left as they are.
func BodyName(name string) string {
	name = withoutLegalForm(name)
	words := strings.Fields(name)
	n := len(words)
	if n < 2 {
		return name
	}
	head, rest := words[0], words[1:]
	switch last := words[n-1]; {
	case world.MinistryNoun.Has(strings.ToLower(last)) && !world.MinistryNoun.Has(strings.ToLower(head)) && n <= 5:
		head, rest = last, words[:n-1]
		if slices.ContainsFunc(rest, func(w string) bool {
			l := strings.ToLower(w)
			return !world.PortfolioWord.Has(l) && l != "and" && l != "state"
		}) {
			return name // "New York Police Department"
		}
	case world.MinistryNoun.Has(strings.ToLower(head)) && n > 2 && (rest[0] == "of" || rest[0] == "for"):
		if rest = rest[1:]; len(rest) > 1 && rest[0] == "the" {
			rest = rest[1:]
		}
	default:
		return name
	}
	about := strings.Join(rest, " ")
	switch strings.ToLower(about) {
	case "foreign":
		about = "Foreign Affairs"
	case "defence":
		about = "Defense"
	}
	return head + " of " + about
}

// withoutLegalForm leaves out the legal form at the end of a company's name: "Alder
// Foods" of "Alder Foods (Pvt) Ltd.".
func withoutLegalForm(name string) string {
	words := strings.Fields(name)
	n := len(words)
	for n > 1 && world.LegalForm.Has(strings.Trim(strings.ToLower(words[n-1]), "().,")) {
		n--
	}
	if n == len(words) {
		return name
	}
	return strings.TrimSuffix(strings.Join(words[:n], " "), ",")
}

// WithoutCountry parts the name of a body from a country at its beginning or
// end: "Supreme Court" and Peru of "Supreme Court of Peru". country is zero
// where there is none, rest is "" where the country stands elsewhere.
func WithoutCountry(name string) (rest string, country Ref) {
	words := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(name, "’", "'"), "'s ", " 's "))
	join := func(words []string) string { return strings.ReplaceAll(strings.Join(words, " "), " 's", "'s") }
	for i := range words {
		c, n, _ := world.FindCountry(words[i:])
		if c == nil {
			continue
		}
		country = CountryRef(c)
		before := strings.Fields(strings.TrimSuffix(strings.TrimSuffix(strings.Join(words[:i], " "), " the"), " of"))
		switch {
		case i == 0:
			return strings.TrimPrefix(join(words[n:]), "'s "), country
		case i+n == len(words) && len(before) < i:
			return join(before), country
		}
		return "", country
	}
	return "", Ref{}
}

// countryInName gives the one country at the start or the end of a body's name,
// or of a part of it: "Peru's Ministry of Justice", "Communist Party of
// Vietnam's Secretariat".
func CountryInName(name string) Ref {
	words := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(name, "’", "'"), "'s ", " "))
	found := Ref{}
	for i := 0; i < len(words); i++ {
		c, n, _ := world.FindCountry(words[i:])
		if c == nil {
			continue
		}
		if i > 0 && i+n < len(words) && !strings.EqualFold(words[i-1], "of") || found.ID != "" && found.ID != c.ID {
			return Ref{}
		}
		found = CountryRef(c)
		i += n - 1
	}
	return found
}
