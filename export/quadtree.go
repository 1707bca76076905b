package export

import (
	"iter"
	"math"
)

// repulsion is the force between two nodes of mass 1 at distance 1.
const repulsion = 900.0

// A quadtree holds points with masses, to sum forces of those far away as of one.
type quadtree struct{ cells []cell }

type cell struct {
	x, y, mass float64 // the centre of gravity
	width      float64
	midX, midY float64
	children   [4]int32 // 0 for none
	single     bool     // holds points of one place
}

func newQuadtree(x, y, mass []float64) *quadtree {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range x {
		low, high = min(low, x[i], y[i]), max(high, x[i], y[i])
	}
	t := &quadtree{cells: make([]cell, 1, 2*len(x)+1)}
	if len(x) == 0 {
		return t
	}
	t.cells[0] = cell{width: high - low, midX: (low + high) / 2, midY: (low + high) / 2}
	for i := range x {
		t.add(0, x[i], y[i], mass[i], 0)
	}
	return t
}

// add puts a point into a cell; too deep down points count as one place.
func (t *quadtree) add(at int32, x, y, mass float64, depth int) {
	c := &t.cells[at]
	if c.mass == 0 {
		c.x, c.y, c.mass, c.single = x, y, mass, true
		return
	}
	if c.single && depth < 40 {
		c.single = false
		ox, oy, om := c.x, c.y, c.mass
		t.add(t.child(at, ox, oy), ox, oy, om, depth+1)
	}
	c = &t.cells[at]
	sum := c.mass + mass
	c.x, c.y = (float64(c.x*c.mass)+float64(x*mass))/sum, (float64(c.y*c.mass)+float64(y*mass))/sum
	c.mass = sum
	if !c.single {
		t.add(t.child(at, x, y), x, y, mass, depth+1)
	}
}

// child gives the quarter of a cell that a point is in.
func (t *quadtree) child(at int32, x, y float64) int32 {
	c := &t.cells[at]
	quarter := 0
	half := c.width / 2
	midX, midY := c.midX-half/2, c.midY-half/2
	if x >= c.midX {
		quarter, midX = 1, midX+half
	}
	if y >= c.midY {
		quarter, midY = quarter+2, midY+half
	}
	if c.children[quarter] == 0 {
		c.children[quarter] = int32(len(t.cells))
		t.cells = append(t.cells, cell{width: half, midX: midX, midY: midY})
		c = &t.cells[at]
	}
	return c.children[quarter]
}

// push gives the force of all points on one.
func (t *quadtree) push(x, y, mass float64) (fx, fy float64) {
	var walk func(at int32)
	walk = func(at int32) {
		c := &t.cells[at]
		dx, dy := x-c.x, y-c.y
		far := float64(dx*dx) + float64(dy*dy)
		if c.mass == 0 || far == 0 && c.single {
			return
		}
		if c.single || float64(c.width*c.width) < float64(1.2*1.2*far) {
			force := float64(repulsion*mass*c.mass) / far
			fx += float64(force * dx)
			fy += float64(force * dy)
			return
		}
		for _, child := range c.children {
			if child != 0 {
				walk(child)
			}
		}
	}
	walk(0)
	return fx, fy
}

// near gives the pairs of points that may be nearer to each other than width, in order.
func near(x, y []float64, width float64) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		type square struct{ x, y int }
		at := func(i int) square { return square{int(math.Floor(x[i] / width)), int(math.Floor(y[i] / width))} }
		squares := map[square][]int{}
		for i := range x {
			squares[at(i)] = append(squares[at(i)], i)
		}
		for i := range x {
			s := at(i)
			for dx := -1; dx <= 1; dx++ {
				for dy := -1; dy <= 1; dy++ {
					for _, j := range squares[square{s.x + dx, s.y + dy}] {
						if i < j && !yield([2]int{i, j}) {
							return
						}
					}
				}
			}
		}
	}
}
