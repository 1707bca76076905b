package export

import (
	"bufio"
	"io"

	"github.com/relata-graph/relata/graph"
)

// SVG draws a network: circles are nodes, the larger the more facts they have, lines
// tie those that have to do with each other, the thicker the more facts. Labels do not
// overlap; where there is no room there is none. Pointing at a circle or line tells of it.
func SVG(w io.Writer, s *graph.Store, opts Options) error {
	p, err := newPicture(s, opts)
	if err != nil {
		return err
	}
	x := xmlWriter{bufio.NewWriterSize(w, 1<<16)}
	x.write(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, number(p.width), " ", number(p.height), `" width="`,
		number(p.width), `" height="`, number(p.height), `" font-family="DejaVu Sans, Verdana, sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
<g stroke="#b9c0c8" stroke-linecap="round">
`)
	for _, l := range p.lines {
		x.write(`<line x1="`, number(l.x1), `" y1="`, number(l.y1), `" x2="`, number(l.x2), `" y2="`, number(l.y2),
			`" stroke-width="`, number(l.width), `">`)
		x.title(l.title)
		x.WriteString("</line>\n")
	}
	x.WriteString("</g>\n<g stroke=\"#fff\">\n")
	for _, c := range p.circles {
		x.write(`<circle cx="`, number(c.x), `" cy="`, number(c.y), `" r="`, number(c.radius), `" fill="`, c.color, `">`)
		x.title(c.title)
		x.WriteString("</circle>\n")
	}
	x.WriteString("</g>\n" + `<g font-size="13" fill="#1b1f24" stroke="#fff" stroke-width="3" paint-order="stroke">` + "\n")
	for _, t := range p.texts {
		x.write(`<text x="`, number(t.x), `" y="`, number(t.y), `">`)
		x.text(t.text)
		x.WriteString("</text>\n")
	}
	x.WriteString("</g>\n</svg>\n")
	return x.Flush()
}

// title writes what pointing at a shape tells.
func (g xmlWriter) title(s string) {
	if s != "" {
		g.WriteString("<title>")
		g.text(s)
		g.WriteString("</title>")
	}
}
