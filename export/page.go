package export

import (
	"bufio"
	_ "embed"
	"io"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// What the page is made of: graphology 0.26.0 and sigma 3.0.3 as their npm packages
// have them (page/SOURCES.tsv), and our own parts.
var (
	//go:embed page/page.html
	pageFrame string
	//go:embed page/page.css
	pageStyle string
	//go:embed page/graphology.umd.min.js
	graphology string
	//go:embed page/sigma.min.js
	sigma string
	//go:embed page/LICENSES.txt
	pageLicenses string
	//go:embed page/data.js
	pageData string
	//go:embed page/drawing.js
	pageDrawing string
	//go:embed page/details.js
	pageDetails string
	//go:embed page/controls.js
	pageControls string
)

// Page writes one HTML file that shows a network in a browser, with nothing to load
// from elsewhere: a drawing to walk about in, search, filters by relation, type, status and
// time, and for each node and edge what is told of it, with the sentences. It holds
// all facts in which its nodes have a part, of every status unless opts name some;
// those that are not actual are shown on demand, or at once with opts.All.
func Page(w io.Writer, s *graph.Store, opts Options) error {
	wanted := opts
	opts.Layout = true
	if len(opts.Statuses) == 0 {
		opts.All = true
	}
	g, sel, err := selected(s, opts)
	if err != nil {
		return err
	}
	n, err := g.viewed(sel, opts)
	if err != nil {
		return err
	}
	bw := bufio.NewWriterSize(w, 1<<16)
	for rest := pageFrame; ; {
		before, after, found := strings.Cut(rest, "{{")
		bw.WriteString(before)
		if !found {
			return bw.Flush()
		}
		part, after, _ := strings.Cut(after, "}}")
		rest = after
		switch part {
		case "licenses":
			bw.WriteString(pageLicenses)
		case "style":
			bw.WriteString(pageStyle)
		case "libraries":
			library, _, _ := strings.Cut(graphology, "//# sourceMappingURL")
			bw.WriteString(library + ";\n" + sigma)
		case "script":
			bw.WriteString(pageData + pageDrawing + pageDetails + pageControls)
		case "data":
			if err := writePageData(jsonWriter{bw}, g, n, wanted); err != nil {
				return err
			}
		}
	}
}
