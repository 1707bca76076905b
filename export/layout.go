package export

import (
	"math"
	"math/rand/v2"
)

// layout is the state of the forces on some nodes; the slices go by node.
type layout struct {
	x, y, mass []float64
	radius     []float64
	dx, dy     []float64 // forces of this step
	oldX, oldY []float64 // of the step before
	ties       []tie
	speed      float64
}

type tie struct {
	a, b int
	pull float64
}

const gravity = 0.3

func newLayout(n *network, members []int) *layout {
	size := len(members)
	slice := func() []float64 { return make([]float64, size) }
	l := &layout{
		x: slice(), y: slice(), mass: slice(), radius: slice(),
		dx: slice(), dy: slice(), oldX: slice(), oldY: slice(), speed: 1,
	}
	random := rand.New(rand.NewPCG(1, 2))
	side := 40 * math.Sqrt(float64(size))
	at := map[int]int{}
	for i, m := range members {
		at[m] = i
		l.x[i], l.y[i] = float64(side*(random.Float64()-0.5)), float64(side*(random.Float64()-0.5))
		l.mass[i], l.radius[i] = 1, n.nodes[m].size()/2
	}
	pairs := map[[2]int]int{} // edges of one pair pull as one
	for i := range n.edges {
		e := &n.edges[i]
		a, ok := at[e.source]
		if !ok || e.source == e.target {
			continue
		}
		b := at[e.target]
		pair := [2]int{min(a, b), max(a, b)}
		j, known := pairs[pair]
		if !known {
			j = len(l.ties)
			pairs[pair] = j
			l.ties = append(l.ties, tie{a: a, b: b})
			l.mass[a]++
			l.mass[b]++
		}
		l.ties[j].pull += float64(e.weight())
	}
	for i := range l.ties {
		l.ties[i].pull = math.Sqrt(math.Sqrt(l.ties[i].pull))
	}
	return l
}

// length is exact on every processor, which math.Hypot is not.
func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// step moves the nodes once.
func (l *layout) step() {
	l.dx, l.oldX = l.oldX, l.dx
	l.dy, l.oldY = l.oldY, l.dy
	t := newQuadtree(l.x, l.y, l.mass)
	for i := range l.x {
		l.dx[i], l.dy[i] = t.push(l.x[i], l.y[i], l.mass[i])
		l.dx[i] -= float64(gravity * l.mass[i] * l.x[i])
		l.dy[i] -= float64(gravity * l.mass[i] * l.y[i])
	}
	for _, t := range l.ties {
		px, py := float64(t.pull*(l.x[t.b]-l.x[t.a])), float64(t.pull*(l.y[t.b]-l.y[t.a]))
		l.dx[t.a] += px
		l.dy[t.a] += py
		l.dx[t.b] -= px
		l.dy[t.b] -= py
	}
	l.move()
}

// move takes a step along the forces, a shorter one for nodes that swing.
func (l *layout) move() {
	var swings, moves float64
	swing := make([]float64, len(l.x))
	for i := range l.x {
		swing[i] = length(l.dx[i]-l.oldX[i], l.dy[i]-l.oldY[i])
		swings += float64(l.mass[i] * swing[i])
		moves += float64(l.mass[i] * length(l.dx[i]+l.oldX[i], l.dy[i]+l.oldY[i]) / 2)
	}
	if swings == 0 {
		return
	}
	wanted := moves / swings
	l.speed += math.Min(wanted-l.speed, float64(0.5*l.speed))
	for i := range l.x {
		factor := l.speed / (1 + math.Sqrt(float64(l.speed*swing[i])))
		if far := length(l.dx[i], l.dy[i]); far > 0 {
			factor = math.Min(factor, 10*math.Sqrt(float64(len(l.x)))/far)
		}
		l.x[i] += float64(factor * l.dx[i])
		l.y[i] += float64(factor * l.dy[i])
	}
}

// separate moves nodes off each other, as large as they are drawn.
func (l *layout) separate() {
	for range 50 {
		moved := false
		for pair := range near(l.x, l.y, 80) {
			i, j := pair[0], pair[1]
			dx, dy := l.x[j]-l.x[i], l.y[j]-l.y[i]
			far := length(dx, dy)
			lacks := l.radius[i] + l.radius[j] + 6 - far
			if lacks <= 0 {
				continue
			}
			if far == 0 {
				dx, dy, far = 1, 0, 1
			}
			mx, my := float64(lacks/2*dx/far), float64(lacks/2*dy/far)
			l.x[i], l.y[i], l.x[j], l.y[j] = l.x[i]-mx, l.y[i]-my, l.x[j]+mx, l.y[j]+my
			moved = true
		}
		if !moved {
			return
		}
	}
}

func round2(f float64) float64 { return math.Round(float64(f*100))/100 + 0 } // no -0
