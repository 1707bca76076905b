package nlp

// lessons are decisions of a linear model, kept for a sketch to learn from.
type lessons struct {
	picks  []int // the features to keep; nil for all
	width  int   // how many are kept
	class  []int // the labels as the sketch numbers them; nil where it has not chosen any
	rows   []uint16
	labels []uint8 // as the linear model numbers them
	behind []uint8 // by how much each label of the sketch is behind the best, in eighths of a point
}

// see keeps the features of a decision that is about to be made.
func (l *lessons) see(features []uint32) {
	if l.picks == nil {
		l.width = len(features)
		for _, f := range features {
			l.rows = append(l.rows, sketchRow(f))
		}
		return
	}
	for _, p := range l.picks {
		l.rows = append(l.rows, sketchRow(features[p]))
	}
}

// hear keeps the label that was chosen, and how far the others were behind, if that is known.
func (l *lessons) hear(label int, s []int32) {
	l.labels = append(l.labels, uint8(label))
	if l.class == nil {
		return
	}
	var behind [sketchLabels]uint8
	for i := range behind {
		behind[i] = notBehind
	}
	if s == nil {
		behind[l.class[label]] = 0
		l.behind = append(l.behind, behind[:]...)
		return
	}
	for i, c := range l.class {
		if d := s[label] - s[i]; d >= 0 { // else the label was not allowed
			behind[c] = min(behind[c], uint8(min(d/8, notBehind-1)))
		}
	}
	l.behind = append(l.behind, behind[:]...)
}

// notBehind is said of labels that are out of the question.
const notBehind = 255
