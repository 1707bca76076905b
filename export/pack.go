package export

import "math"

// A part is what hangs together in a network, with where it is set.
type part struct {
	members []int
	layout  *layout // about the middle of the part
	radius  float64
	x, y    float64
}

// newPart moves the middle of a layout to 0, 0.
func newPart(l *layout, members []int) part {
	lowX, highX, lowY, highY := l.x[0], l.x[0], l.y[0], l.y[0]
	for i := range l.x {
		lowX, highX = min(lowX, l.x[i]), max(highX, l.x[i])
		lowY, highY = min(lowY, l.y[i]), max(highY, l.y[i])
	}
	p := part{members: members, layout: l}
	for i := range l.x {
		l.x[i] -= (lowX + highX) / 2
		l.y[i] -= (lowY + highY) / 2
		p.radius = max(p.radius, length(l.x[i], l.y[i])+l.radius[i])
	}
	p.radius += 12
	return p
}

// turns are the directions in which a part is tried, as points of a circle that every
// processor finds alike: halves of the angle between them, again and again.
var turns = func() [][2]float64 {
	list := [][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}
	for range 4 {
		var finer [][2]float64
		for i, a := range list {
			b := list[(i+1)%len(list)]
			x, y := (a[0]+b[0])/2, (a[1]+b[1])/2
			far := length(x, y)
			finer = append(finer, a, [2]float64{x / far, y / far})
		}
		list = finer
	}
	return list
}()

// inCircle is how many parts are set about the middle; more of them, the smallest, stand
// in rows below.
const inCircle = 400

// pack sets parts side by side: each as near to the middle as there is room. Parts
// of one size start where the last of that size found room.
func pack(parts []part) {
	start, last := 0.0, 0.0
	for i := range parts[:min(inCircle, len(parts))] {
		p := &parts[i]
		if p.radius != last {
			start, last = math.Max(0, start-float64(4*p.radius)), p.radius
		}
		step := math.Max(6, p.radius/2)
		for far := start; ; far += step {
			if p.fits(far, parts[:i]) {
				start = far
				break
			}
		}
	}
	if len(parts) > inCircle {
		rows(parts[inCircle:], parts[:inCircle])
	}
}

// rows sets parts from left to right, row by row, below others.
func rows(parts, others []part) {
	left, right, y := 0.0, 0.0, 0.0
	for _, o := range others {
		left, right, y = min(left, o.x-o.radius), max(right, o.x+o.radius), max(y, o.y+o.radius)
	}
	x := left
	for i := range parts {
		p := &parts[i]
		if i > 0 && x+2*p.radius > right {
			x = left
			y += 2 * parts[i-1].radius
		}
		p.x, p.y = x+p.radius, y+p.radius
		x += 2 * p.radius
	}
}

// fits sets p at a distance of the middle, wider than high as screens are, if there
// is room.
func (p *part) fits(far float64, others []part) bool {
	for _, turn := range turns {
		p.x, p.y = float64(1.25*far*turn[0]), float64(far*turn[1])
		room := true
		for i := range others {
			o := &others[i]
			if length(p.x-o.x, p.y-o.y) < p.radius+o.radius {
				room = false
				break
			}
		}
		if room {
			return true
		}
	}
	return false
}
