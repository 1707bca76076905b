package world

import (
	"iter"
	"maps"
	"strings"
	"sync"
)

// An OfficeRank says what kind of office a noun names, which decides what its
// complements mean and whose office it is when the text does not say.
type OfficeRank uint8

// The ranks of offices, as data/offices.tsv names them.
const (
	NoRank      OfficeRank = iota
	HeadRank               // heads of state and government: "President of Peru"
	StateRank              // offices of a state: "Minister for Trade", "Ambassador to Chile"
	OrgRank                // offices of any organisation: "Director of the Institute", "chairwoman"
	GradeRank              // grades and callings used like "Mr": "General", "Justice", "Professor"
	CallingRank            // says what someone is, but is no office: "businessman", "diplomat"
)

var ranks = map[string]OfficeRank{
	"head": HeadRank, "state": StateRank, "org": OrgRank, "grade": GradeRank, "calling": CallingRank,
}

// An OfficeNoun is what is known of the head of an office's name.
type OfficeNoun struct {
	Rank   OfficeRank
	Gender Gender
	Full   string // what an abbreviation stands for: "Prime Minister"
	Plural bool
	Single string // the singular of a plural
}

// LookupOffice finds a noun of offices, given in small letters with single
// spaces for hyphens: "vice president", "secretaries general", "pm".
func LookupOffice(noun string) (OfficeNoun, bool) {
	o, ok := loadOffices()[noun]
	return o, ok
}

// BeginsOffice tells whether words, as LookupOffice wants them, begin a longer noun of
// offices: "vice", "secretary".
func BeginsOffice(words string) bool { return officeBeginnings()[words] }

var officeBeginnings = sync.OnceValue(func() map[string]bool { return beginningsOf(OfficeNouns()) })

// beginningsOf gives the runs of words with which phrases begin that are longer.
func beginningsOf(phrases iter.Seq[string]) map[string]bool {
	all := map[string]bool{}
	for phrase := range phrases {
		for i := range len(phrase) {
			if phrase[i] == ' ' {
				all[phrase[:i]] = true
			}
		}
	}
	return all
}

// RankOf gives the rank of a noun of offices, NoRank for any other word.
func RankOf(noun string) OfficeRank { return loadOffices()[noun].Rank }

// OfficeNouns gives the nouns that name offices, as LookupOffice wants them, in
// no order. A document without any of them tells no office.
func OfficeNouns() iter.Seq[string] { return maps.Keys(loadOffices()) }

var loadOffices = sync.OnceValue(func() map[string]OfficeNoun {
	table := map[string]OfficeNoun{}
	for f := range records("offices.tsv") {
		f = append(f, "", "")
		o := OfficeNoun{Rank: ranks[f[1]], Gender: genders[f[2]], Full: TitleCase(f[3])}
		if o.Plural = o.Full == "MPs"; o.Plural {
			o.Single = "mp"
		}
		table[f[0]] = o
	}
	for noun, o := range maps.Clone(table) {
		plural := OfficeNoun{Rank: o.Rank, Gender: o.Gender, Plural: true, Single: noun}
		form := pluralOf(noun)
		if o.Full != "" {
			if strings.ToLower(noun) != noun || strings.HasSuffix(noun, ".") || o.Plural {
				continue
			}
			plural.Full, plural.Single, form = o.Full+"s", "", noun+"s"
		}
		if _, listed := table[form]; !listed {
			table[form] = plural
		}
	}
	return table
})

// pluralOf makes the plural of an office's name: "ministers", "chiefs of staff",
// "secretaries general".
func pluralOf(phrase string) string {
	first, rest, many := strings.Cut(phrase, " ")
	complement := strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "in ")
	if many && (complement || rest == "general" && !GeneralGrade.Has(first)) {
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

// TitleCase writes the name of an office with capitals: "Chief of Staff".
func TitleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && SmallTitleWord.Has(w) {
			continue
		}
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// HonorificGender tells what gender a word of address before a name shows:
// "Mrs", "Dr", "the Hon". It is given in small letters without full stops, with
// single spaces. ok is false for what is no such word.
func HonorificGender(address string) (g Gender, ok bool) {
	if !Honorific.Has(address) {
		return UnknownGender, false
	}
	return genders[Honorific.Value(address)], true
}

// BeginsHonorific tells whether words, as HonorificGender wants them, begin a longer word of
// address: "the right".
func BeginsHonorific(words string) bool { return honorificBeginnings()[words] }

var honorificBeginnings = sync.OnceValue(func() map[string]bool {
	return beginningsOf(func(yield func(string) bool) {
		for address := range Honorific.All() {
			if !yield(address) {
				return
			}
		}
	})
})
