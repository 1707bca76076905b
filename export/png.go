package export

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"github.com/relata-graph/relata/graph"
)

// PNG draws what SVG draws, two dots a pixel for sharp screens, in DejaVu Sans: names in
// Chinese, Japanese and Korean letters, and those written from right to left, need SVG.
func PNG(w io.Writer, s *graph.Store, opts Options) error {
	p, err := newPicture(s, opts)
	if err != nil {
		return err
	}
	c := canvas{image.NewRGBA(image.Rect(0, 0, int(p.width*dots), int(p.height*dots)))}
	draw.Draw(c, c.Bounds(), image.White, image.Point{}, draw.Src)
	for _, l := range p.lines {
		c.line(l)
	}
	for _, d := range p.circles {
		c.disc(d.x, d.y, d.radius+1, color.RGBA{255, 255, 255, 255})
		c.disc(d.x, d.y, d.radius, colorOfHex(d.color))
	}
	face, err := newFace(textSize * dots)
	if err != nil {
		return err
	}
	defer face.Close()
	for _, t := range p.texts {
		c.text(face, t)
	}
	return png.Encode(w, c)
}

const dots = 2 // a pixel

type canvas struct{ *image.RGBA }

func colorOfHex(hex string) color.RGBA {
	v, _ := strconv.ParseUint(hex[1:], 16, 32)
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// cover mixes a color into a dot, by how much of the dot it covers.
func (c canvas) cover(x, y int, with color.RGBA, share float64) {
	if share <= 0 || !(image.Point{x, y}).In(c.Rect) {
		return
	}
	share = min(share, 1)
	old := c.RGBAAt(x, y)
	mix := func(a, b uint8) uint8 { return uint8(float64(float64(a)*(1-share)) + float64(float64(b)*share) + 0.5) }
	c.SetRGBA(x, y, color.RGBA{mix(old.R, with.R), mix(old.G, with.G), mix(old.B, with.B), 255})
}

func (c canvas) disc(x, y, radius float64, fill color.RGBA) {
	x, y, radius = x*dots, y*dots, radius*dots
	for py := int(y - radius - 1); py <= int(y+radius+1); py++ {
		for px := int(x - radius - 1); px <= int(x+radius+1); px++ {
			c.cover(px, py, fill, radius+0.5-length(float64(px)+0.5-x, float64(py)+0.5-y))
		}
	}
}

// line draws a line by the distance of each dot near it.
func (c canvas) line(l stroke) {
	grey := color.RGBA{0xb9, 0xc0, 0xc8, 255}
	x1, y1, x2, y2, half := l.x1*dots, l.y1*dots, l.x2*dots, l.y2*dots, l.width*dots/2
	dx, dy := x2-x1, y2-y1
	square := float64(dx*dx) + float64(dy*dy)
	for py := int(math.Min(y1, y2) - half - 1); py <= int(math.Max(y1, y2)+half+1); py++ {
		fromX, toX := math.Min(x1, x2)-half-1, math.Max(x1, x2)+half+1
		if dy != 0 { // only what is near the line in this row
			at := x1 + float64((float64(py)+0.5-y1)*dx/dy)
			wide := float64((half + 2) * length(dx, dy) / math.Abs(dy))
			fromX, toX = math.Max(fromX, at-wide), math.Min(toX, at+wide)
		}
		for px := int(fromX); px <= int(toX); px++ {
			cx, cy := float64(px)+0.5-x1, float64(py)+0.5-y1
			along := 0.0
			if square > 0 {
				along = max(0, min(1, (float64(cx*dx)+float64(cy*dy))/square))
			}
			far := length(cx-float64(along*dx), cy-float64(along*dy))
			c.cover(px, py, grey, half+0.5-far)
		}
	}
}

// text writes a text with a light edge, so that it can be read over lines.
func (c canvas) text(face font.Face, t caption) {
	at := fixed.Point26_6{X: fixed.Int26_6(t.x * dots * 64), Y: fixed.Int26_6(t.y * dots * 64)}
	d := font.Drawer{Dst: c, Src: image.White, Face: face}
	for dx := -2; dx <= 2; dx++ {
		for dy := -2; dy <= 2; dy++ {
			d.Dot = at.Add(fixed.P(dx, dy))
			d.DrawString(t.text)
		}
	}
	d.Dot, d.Src = at, image.NewUniform(color.RGBA{0x1b, 0x1f, 0x24, 255})
	d.DrawString(t.text)
}
