package export

import (
	"math"
	"math/rand/v2"
)

// place gives the nodes positions: forces push all nodes apart, the more the more
// edges they have, pull those together that edges tie, and keep the parts that
// nothing ties near the middle (ForceAtlas2: Jacomy, Venturini, Heymann and Bastian
// 2014, with the tree of Barnes and Hut for many nodes). Products are rounded
// before they are added, so that every processor gives the same positions.
func (n *network) place() {
	l := newLayout(n)
	rounds := 600
	if len(l.x) > 1000 {
		rounds = 250
	}
	for range rounds {
		l.step()
	}
	l.part(n)
	for i := range n.nodes {
		n.nodes[i].x, n.nodes[i].y = round2(l.x[i]), round2(l.y[i])
	}
	n.placed = true
}

func round2(f float64) float64 { return math.Round(float64(f*100))/100 + 0 } // no -0

// length is exact on every processor, which math.Hypot is not.
func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// layout is the state of the forces; the slices go by node.
type layout struct {
	x, y, mass   []float64
	dx, dy       []float64 // forces of this step
	oldX, oldY   []float64 // of the step before
	ties         []tie
	speed, quick float64
}

type tie struct {
	a, b int
	pull float64
}

const gravity = 1.0

func newLayout(n *network) *layout {
	size := len(n.nodes)
	slice := func() []float64 { return make([]float64, size) }
	l := &layout{
		x: slice(), y: slice(), mass: slice(), dx: slice(), dy: slice(), oldX: slice(), oldY: slice(),
		speed: 1, quick: 1,
	}
	random := rand.New(rand.NewPCG(1, 2))
	side := 10 * math.Sqrt(float64(size))
	for i := range n.nodes {
		l.x[i], l.y[i] = float64(side*(random.Float64()-0.5)), float64(side*(random.Float64()-0.5))
		l.mass[i] = float64(1 + n.nodes[i].degree)
	}
	for i := range n.edges {
		if e := &n.edges[i]; e.source != e.target {
			l.ties = append(l.ties, tie{e.source, e.target, math.Sqrt(float64(e.weight()))})
		}
	}
	return l
}

// step moves the nodes once.
func (l *layout) step() {
	l.dx, l.oldX = l.oldX, l.dx
	l.dy, l.oldY = l.oldY, l.dy
	t := newQuadtree(l.x, l.y, l.mass)
	for i := range l.x {
		l.dx[i], l.dy[i] = t.push(l.x[i], l.y[i], l.mass[i])
		pull := float64(gravity * l.mass[i])
		far := length(l.x[i], l.y[i]) + 1e-9
		l.dx[i] -= float64(pull * l.x[i] / far * math.Min(far, 50) / 10)
		l.dy[i] -= float64(pull * l.y[i] / far * math.Min(far, 50) / 10)
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
	wanted := float64(l.quick * moves / swings)
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

// part moves nodes off each other, as large as they are drawn.
func (l *layout) part(n *network) {
	for range 30 {
		moved := false
		for pair := range near(l.x, l.y, 60) {
			i, j := pair[0], pair[1]
			dx, dy := l.x[j]-l.x[i], l.y[j]-l.y[i]
			far := length(dx, dy)
			lacks := (n.nodes[i].size()+n.nodes[j].size())/2 + 4 - far
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
