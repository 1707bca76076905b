package nlp

import "math"

// namesOf reads the names that labels mark.
func namesOf(labels []uint8) []Name {
	var names []Name
	for i := 0; i < len(labels); i++ {
		if labels[i] == outsideName {
			continue
		}
		n := Name{Range: Range{i, i + 1}, Type: PersonName + NameType(labels[i]-1)/4}
		for ; (labels[i]-1)%4 <= nameInside; i++ {
			n.Last++
		}
		names = append(names, n)
	}
	return names
}

// A nameStep is the best way to each label of a token.
type nameStep struct {
	score [nameLabels]int32
	from  [nameLabels]uint8
}

const noPath = -1 << 29

// namePaths appends the best ways through the labels (Viterbi).
func namePaths(emissions [][nameLabels]int32, next *[nameLabels][nameLabels]int32, steps []nameStep) []nameStep {
	var before [nameLabels]int32
	for l := range before {
		before[l] = noPath
	}
	before[outsideName] = 0
	for i := range emissions {
		var s nameStep
		for b := range nameLabels {
			best, from := int32(noPath), 0
			for a := range nameLabels {
				if v := before[a] + next[a][b]; v > best && nameNext[a][b] {
					best, from = v, a
				}
			}
			s.score[b], s.from[b] = max(best+emissions[i][b], noPath), uint8(from)
		}
		before = s.score
		steps = append(steps, s)
	}
	return steps
}

// bestNames appends the labels of the best way.
func bestNames(steps []nameStep, labels []uint8) []uint8 {
	best := outsideName
	end := &steps[len(steps)-1].score
	for l, v := range end {
		if nameNext[l][outsideName] && v > end[best] {
			best = l
		}
	}
	for range steps {
		labels = append(labels, 0)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		labels[i] = uint8(best)
		best = int(steps[i].from[best])
	}
	return labels
}

// margins fills the margins of names from the best ways through each label; unit
// is what a margin of 100 is.
func margins(names []Name, labels []uint8, steps []nameStep, emissions [][nameLabels]int32,
	next *[nameLabels][nameLabels]int32, unit int) {
	var rest [nameLabels]int32 // best way from a label to the end
	for l := range rest {
		if !nameNext[l][outsideName] {
			rest[l] = noPath
		}
	}
	total := steps[len(steps)-1].score[labels[len(labels)-1]]
	k := len(names) - 1
	least := int32(math.MaxInt32)
	for i := len(steps) - 1; i >= 0 && k >= 0; i-- {
		if i < names[k].Last {
			other := int32(noPath)
			for l := range rest {
				if l == outsideName || PersonName+NameType(l-1)/4 != names[k].Type {
					other = max(other, steps[i].score[l]+rest[l])
				}
			}
			least = min(least, total-other)
			if i == names[k].First {
				names[k].Margin = int(least) * 100 / unit
				least = math.MaxInt32
				k--
			}
		}
		var before [nameLabels]int32
		for a := range before {
			before[a] = noPath
			for b := range rest {
				if nameNext[a][b] {
					before[a] = max(before[a], next[a][b]+emissions[i][b]+rest[b])
				}
			}
		}
		rest = before
	}
}
