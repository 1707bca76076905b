package coref

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/relata-graph/relata/extract/entity"
)

// A cue speaks for or against a candidate as the one whom a pronoun means: its
// name and up to three values, such as "distance", "1", "subject".
type cue [4]string

// A candidate is a person whom a pronoun can mean, or nobody who is named.
type candidate struct {
	e     int // nobody for none
	last  int // the last mention before the pronoun, or the first after it
	cues  []cue
	score int
}

// A chooser knows what speaks for the candidates of a pronoun.
type chooser struct {
	weights map[cue]int
	watch   func(m *entity.Mention, list []candidate) // sees them, in training
}

// weigh scores candidates by their cues.
func (c *chooser) weigh(list []candidate) {
	for n := range list {
		for _, q := range list[n].cues {
			list[n].score += c.weights[q]
		}
	}
}

//go:embed model/pronouns.tsv
var pronounModel string

// pronounWeights are the weights of cues in hundredths of log odds, learned by
// TrainPronouns; model/pronouns.tsv holds them.
var pronounWeights = sync.OnceValue(func() map[cue]int {
	weights := map[cue]int{}
	for line := range strings.Lines(pronounModel) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		n, _ := strconv.Atoi(f[len(f)-1])
		weights[cue(f[:len(f)-1])] = n
	}
	return weights
})
