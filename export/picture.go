package export

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-fonts/dejavu/dejavusans"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"github.com/relata-graph/relata/graph"
)

// A picture is a drawn network, in pixels from the upper left corner. What stands
// behind stands first.
type picture struct {
	width, height float64
	lines         []stroke
	circles       []disc
	texts         []caption
}

type stroke struct {
	x1, y1, x2, y2, width float64
	title                 string
}

type disc struct {
	x, y, radius float64
	color        string
	title        string
}

// A caption is a text from x on, with the base line at y.
type caption struct {
	x, y, size float64
	text       string
}

const (
	pictureRatio = 0.66
	margin       = 28.0
	textSize     = 13.0
)

var loadFont = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(dejavusans.TTF) })

// newFace gives the font of pictures at a size in pixels.
func newFace(size float64) (font.Face, error) {
	f, err := loadFont()
	if err != nil {
		return nil, err
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72})
}

// newPicture draws the network that opts ask for.
func newPicture(s *graph.Store, opts Options) (*picture, error) {
	opts.Layout = true
	n, err := newNetwork(s, opts)
	if err != nil {
		return nil, err
	}
	width := float64(opts.Width)
	if width == 0 {
		width = 1200
	}
	p := &picture{width: width, height: math.Round(width * pictureRatio)}
	face, err := newFace(textSize)
	if err != nil {
		return nil, err
	}
	defer face.Close()
	n.draw(p)
	p.label(n, face)
	p.legend(n, face)
	return p, nil
}

// draw sets circles and lines, as large as the picture allows.
func (n *network) draw(p *picture) {
	lowX, lowY, highX, highY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	if len(n.nodes) == 0 {
		return
	}
	for i := range n.nodes {
		node := &n.nodes[i]
		lowX, highX = min(lowX, node.x), max(highX, node.x)
		lowY, highY = min(lowY, node.y), max(highY, node.y)
	}
	right := 150.0 // room for labels
	scale := min((p.width-2*margin-right)/max(highX-lowX, 1), (p.height-2*margin-24)/max(highY-lowY, 1), 2.5)
	p.height = min(p.height, math.Ceil(float64(scale*(highY-lowY))+2*margin+44)) // no empty rows
	moveX := (p.width - right - float64(scale*(lowX+highX))) / 2
	moveY := (p.height - 24 - float64(scale*(lowY+highY))) / 2
	for i := range n.nodes {
		node := &n.nodes[i]
		p.circles = append(p.circles, disc{
			round2(float64(scale*node.x) + moveX), round2(float64(scale*node.y) + moveY),
			round2(min(22, 3+float64(1.3*math.Sqrt(float64(node.weight))))), node.color, about(node),
		})
	}
	known := map[[2]int]int{}
	weights := []int{}
	for i := range n.edges {
		e := &n.edges[i]
		a, b := min(e.source, e.target), max(e.source, e.target)
		at, ok := known[[2]int{a, b}]
		if !ok {
			at = len(p.lines)
			known[[2]int{a, b}] = at
			p.lines = append(p.lines, stroke{x1: p.circles[a].x, y1: p.circles[a].y, x2: p.circles[b].x, y2: p.circles[b].y,
				title: n.nodes[a].label + " and " + n.nodes[b].label + ":"})
			weights = append(weights, 0)
		}
		weights[at] += e.weight()
		p.lines[at].title += fmt.Sprintf(" %s %d", e.kind, e.weight())
	}
	for i, w := range weights {
		p.lines[i].width = round2(min(6, float64(1.1*math.Sqrt(float64(w)))))
	}
}

// about tells of a node in a line.
func about(n *node) string {
	if n.office != "" {
		return n.label + ", " + n.office
	}
	return n.label
}

// A box is what a text covers.
type box struct{ x1, y1, x2, y2 float64 }

func (b box) meets(o box) bool { return b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 }

// label writes names where there is room, those of nodes with most facts first.
func (p *picture) label(n *network, face font.Face) {
	var taken []box
	for _, c := range p.circles {
		taken = append(taken, box{c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius})
	}
	order := make([]int, len(n.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return n.nodes[b].weight - n.nodes[a].weight })
	for _, i := range order {
		c, text := p.circles[i], shortened(n.nodes[i].label)
		width := textWidth(face, text)
		for _, at := range [][2]float64{
			{c.x + c.radius + 4, c.y + 4}, {c.x - c.radius - 4 - width, c.y + 4},
			{c.x - width/2, c.y - c.radius - 5}, {c.x - width/2, c.y + c.radius + 14},
			{c.x + c.radius - 2, c.y - c.radius - 2}, {c.x + c.radius - 2, c.y + c.radius + 12},
		} {
			b := box{at[0] - 2, at[1] - 11, at[0] + width + 2, at[1] + 4}
			free := b.x1 > 2 && b.x2 < p.width-2 && b.y1 > 2 && b.y2 < p.height-26
			for j := range taken {
				free = free && (j == i || !b.meets(taken[j]))
			}
			if free {
				taken = append(taken, b)
				p.texts = append(p.texts, caption{round2(at[0]), round2(at[1]), textSize, text})
				break
			}
		}
	}
}

// shortened gives a text of at most 40 runes in one line, with letters and their
// marks in one where Unicode has such.
func shortened(s string) string {
	s = norm.NFC.String(strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " "))
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

func textWidth(face font.Face, s string) float64 {
	return float64(font.MeasureString(face, s)) / float64(fixed.I(1))
}

// legend tells below the picture what colors stand for.
func (p *picture) legend(n *network, face font.Face) {
	x, y := margin, p.height-14
	for _, g := range n.groups {
		width := textWidth(face, g[0])
		if x+width+20 > p.width-margin {
			break
		}
		p.circles = append(p.circles, disc{x: x + 5, y: y - 4, radius: 5, color: g[1]})
		p.texts = append(p.texts, caption{round2(x + 15), y, textSize, g[0]})
		x += width + 34
	}
}
