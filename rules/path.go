package rules

// A Path is a way through the dependency tree from the word that starts a rule
// to the words that fill a role.
type Path struct {
	Text  string
	Steps []Step
}

// A Step goes from a word to those that depend on it, or to the word that it
// depends on itself.
type Step struct {
	Up        bool     // to the governor
	Relations []string // of Universal Dependencies, any of them; "nmod" also stands for "nmod:poss"
	Words     []string // lemmas, or prepositions, one of which the word reached has; empty = any
	Optional  bool     // may be left out
	Many      bool     // may be taken several times
}
