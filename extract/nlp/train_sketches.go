package nlp

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// TrainSketches trains sketches of two models. read has the models that it is given tag,
// find names in and parse one of so many texts, as they will be asked to: texts are
// read again, one after the other. A tenth of them is not learned from: it tells how far a label must
// lead to be plain. The same texts and models give the same sketches, bit for bit.
func TrainSketches(m *Model, names *NameModel, texts int, read func(m *Model, names *NameModel, text int),
	progress func(format string, args ...any)) (*Sketches, error) {
	const pilot, held = 20, 10
	m, names = m.exact(), names.exact()
	taught := [sketchCount]*linear{
		tagsSketch: m.tagger.linear, supertagsSketch: m.parser.supertagger.linear,
		movesSketch: m.parser.linear, namesSketch: names.linear,
	}
	teach := func(each func(i int) *lessons, wanted func(text int) bool) {
		for i, l := range taught {
			l.lessons = each(i)
		}
		for text := range texts {
			if wanted(text) {
				read(m, names, text)
			}
		}
	}
	teach(func(i int) *lessons { return &lessons{} }, func(text int) bool { return text%pilot == 0 })
	var pupils [sketchCount]*pupil
	var done sync.WaitGroup
	for i, l := range taught {
		if len(l.lessons.labels) == 0 {
			return nil, errors.New("training sketches: no decisions to learn from")
		}
		done.Go(func() { pupils[i] = newPupil(l.lessons, len(l.labels)) })
	}
	done.Wait()
	progress("features of sketches chosen")
	var learn, test [sketchCount]*lessons
	teach(func(i int) *lessons { learn[i] = pupils[i].lessons(); return learn[i] },
		func(text int) bool { return text%held != held-1 })
	teach(func(i int) *lessons { test[i] = pupils[i].lessons(); return test[i] },
		func(text int) bool { return text%held == held-1 })
	progress("decisions of %d texts taken", texts)
	var s Sketches
	for i, p := range pupils {
		done.Go(func() {
			p.learn(learn[i], 2)
			var plain float64
			s.all[i], plain = p.sketch(test[i])
			progress("sketch %d: %d decisions, %.1f%% of others are plain", i+1, len(learn[i].labels), 100*plain)
		})
	}
	done.Wait()
	return &s, nil
}

// Write stores the file of the sketches in a directory, as this package embeds it.
func (s *Sketches) Write(dir string) error {
	var b bytes.Buffer
	for _, k := range s.all {
		if err := k.write(&b); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "sketches.bin"), b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing sketches: %w", err)
	}
	return nil
}

// A pupil is a sketch while it learns, by logistic regression with steps that shrink for
// each row as it learns (Duchi, Hazan and Singer 2011).
type pupil struct {
	picks  []int
	labels []int // the linear model's by the sketch's
	class  []int // and the other way about
	rows   [][sketchLabels]float32
	moved  []float32 // by how much the rows were to move, squared and summed up
}

// newPupil chooses the labels and features of a sketch: those that are met most, and those
// that move its sums most where it sees all.
func newPupil(l *lessons, labels int) *pupil {
	count := make([]int, labels)
	for _, label := range l.labels {
		count[label]++
	}
	p := &pupil{class: make([]int, labels)}
	for i := range labels {
		p.labels = append(p.labels, i)
	}
	slices.SortStableFunc(p.labels, func(a, b int) int { return count[b] - count[a] })
	p.labels = p.labels[:min(labels, sketchLabels-1)]
	for i := range p.class {
		p.class[i] = sketchLabels - 1
	}
	for i, label := range p.labels {
		p.class[label] = i
	}
	p.reset()
	p.learn(l, 2)
	moves := make([]float64, l.width)
	for i := range l.labels {
		for k, row := range l.of(i) {
			for _, w := range p.rows[row] {
				moves[k] += float64(w * w)
			}
		}
	}
	for i := range moves {
		p.picks = append(p.picks, i)
	}
	slices.SortStableFunc(p.picks, func(a, b int) int { return cmp.Compare(moves[b], moves[a]) })
	p.picks = p.picks[:min(len(p.picks), sketchPicks)]
	slices.Sort(p.picks)
	p.reset()
	return p
}

func (p *pupil) reset() {
	p.rows, p.moved = make([][sketchLabels]float32, sketchRows), make([]float32, sketchRows)
}

// lessons gives an empty collection of what the pupil wants to see.
func (p *pupil) lessons() *lessons {
	return &lessons{picks: p.picks, width: len(p.picks), class: p.class}
}

// of gives the rows of the i-th decision.
func (l *lessons) of(i int) []uint16 { return l.rows[i*l.width:][:l.width] }

// learn goes through the lessons so many times.
func (p *pupil) learn(l *lessons, epochs int) {
	random := rand.New(rand.NewPCG(1, 5))
	order := random.Perm(len(l.labels))
	total, done := epochs*len(order), 0
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			const rate = 0.1
			p.step(l.of(i), p.target(l, i), rate*(1-float32(done)/float32(total)))
			done++
		}
	}
}

// target gives how likely each label of the sketch is to the linear model.
func (p *pupil) target(l *lessons, i int) *[sketchLabels]float32 {
	var t [sketchLabels]float32
	if l.behind == nil {
		t[p.class[l.labels[i]]] = 1
		return &t
	}
	var sum float32
	for k, d := range l.behind[i*sketchLabels:][:sketchLabels] {
		if d != notBehind {
			t[k] = likelihood[d]
			sum += t[k]
		}
	}
	for k := range t {
		t[k] /= sum
	}
	return &t
}

// likelihood tells how likely a label is that is so many eighths of a point behind.
var likelihood = func() (all [256]float32) {
	for i := range all {
		all[i] = float32(math.Exp(-float64(i) / 6))
	}
	return all
}()

// step moves the weights of the rows of a decision towards a target.
func (p *pupil) step(rows []uint16, target *[sketchLabels]float32, rate float32) {
	var z [sketchLabels]float32
	for _, row := range rows {
		for k, w := range &p.rows[row] {
			z[k] += w
		}
	}
	top := slices.Max(z[:])
	var sum, off float32
	for k := range z {
		z[k] = float32(math.Exp(float64(z[k] - top)))
		sum += z[k]
	}
	for k := range z {
		z[k] = z[k]/sum - target[k]
		off += z[k] * z[k]
	}
	if off < 1e-6 {
		return
	}
	for _, row := range rows {
		p.moved[row] += off
		by := rate / float32(math.Sqrt(float64(1+p.moved[row])))
		r := &p.rows[row]
		for k, v := range &z {
			r[k] -= by * v
		}
	}
}

// sketch gives what was learned, and which share of the decisions of a test it finds plain.
func (p *pupil) sketch(test *lessons) (k *sketch, plain float64) {
	const most = 3 // no weight is worth more
	k = &sketch{picks: p.picks, labels: p.labels, rows: new(sketchTable)}
	for i := range p.rows {
		for j, w := range p.rows[i] {
			k.rows[i][j] = byte(128 + math.Round(float64(max(-most, min(most, w)))*127/most))
		}
	}
	type decision struct {
		lead  int32
		right bool
	}
	all := make([]decision, len(test.labels))
	for i, label := range test.labels {
		var sums [sketchLabels]int32
		k.rows.sum(test.of(i), &sums)
		best, lead := bestOf(&sums)
		all[i] = decision{lead, best < len(k.labels) && k.labels[best] == int(label)}
		if best >= len(k.labels) {
			all[i].lead = -1
		}
	}
	slices.SortStableFunc(all, func(a, b decision) int { return cmp.Compare(b.lead, a.lead) })
	wrong, n := 0, 0
	k.lead = math.MaxInt32
	for i, d := range all {
		if !d.right {
			wrong++
		}
		if float64(wrong) > wrongShare*float64(len(all)) || d.lead < 0 {
			break
		}
		k.lead, n = d.lead+1, i+1
	}
	return k, float64(n) / float64(max(1, len(all)))
}

// wrongShare is the share of decisions that a sketch may make otherwise than the model.
const wrongShare = 1e-4
