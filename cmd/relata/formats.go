package main

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// graphEndings are those of the files that a graph is mostly written to, for help texts.
const graphEndings = `.nq (N-Quads), .graphml, .gexf (Gephi), and others that "relata export --help" lists`

// formatHelp lists all formats of a graph.
func formatHelp() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "   %-16s %s\n", f[0], f[1])
	}
	return b.String()
}

// attributeHelp lists what nodes and edges carry.
func attributeHelp() string {
	var b strings.Builder
	for _, a := range export.Attributes() {
		fmt.Fprintf(&b, "   %-5s %-15s %s\n", a.Of, a.Name, a.Meaning)
	}
	return b.String()
}

var baseFlag = &cli.StringFlag{
	Name:        "base",
	Usage:       "`IRI` that the graph's own IRIs begin with in files, \"https://example.org/news/\"",
	DefaultText: "urn:relata:",
}

// absoluteIRI is RFC 3987's, as far as N-Quads need it.
var absoluteIRI = regexp.MustCompile("^[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]+$")

// networkFlags say which part of a graph nodes and edges are made of.
func networkFlags() []cli.Flag {
	return []cli.Flag{
		baseFlag,
		&cli.StringFlag{Name: "view", Usage: "what nodes and edges are: people, countries, full or events", DefaultText: "people"},
		&cli.BoolFlag{Name: "all", Usage: "facts of every status, planned and denied ones too"},
		&cli.StringSliceFlag{Name: "status", Usage: "only facts of these `STATUSES`: planned,proposed"},
		&cli.StringSliceFlag{Name: "relation", Usage: "only facts of these `RELATIONS`: met,visited"},
		&cli.StringSliceFlag{Name: "type", Usage: "only nodes of these `TYPES`: Person,Country"},
		&cli.StringFlag{Name: "from", Usage: "only facts from this `DATE` on; of those without one what was reported then"},
		&cli.StringFlag{Name: "to", Usage: "only facts up to this `DATE`"},
		&cli.IntFlag{Name: "min-weight", Usage: "only edges of at least `N` facts", DefaultText: "1"},
		&cli.IntFlag{Name: "top", Usage: "only the `N` nodes with most facts", DefaultText: "all"},
		&cli.BoolFlag{Name: "layout", Usage: "give nodes positions, so that the file opens as a picture"},
	}
}

// graphWriter finds how a graph is written to a path.
func graphWriter(c *cli.Context, path string) (export.Writer, error) {
	if path == "-" {
		return export.NQuads, nil
	}
	if holdsEntities(path) || holdsNearly(path) || holdsManifest(path) {
		return nil, usage(c, "-o %s: want facts or a graph: this is written by extract", path)
	}
	writer, err := export.Format(path)
	if err != nil {
		return nil, usage(c, "%w", err)
	}
	return writer, nil
}

// holdsFacts tells whether a file is for facts as JSON lines.
func holdsFacts(path string) bool {
	switch ending(path) {
	case ".jsonl", ".ndjson":
		return true
	}
	return path == "-"
}

// holdsGraph tells whether a file is for a graph in one of the formats.
func holdsGraph(path string) bool {
	_, err := export.Format(path)
	return err == nil
}

// exportOptions gives what the flags say.
func exportOptions(c *cli.Context) (export.Options, error) {
	opts := export.Options{
		Base: c.String("base"), All: c.Bool("all"), Layout: c.Bool("layout"),
		Relations: listed(c, "relation"), From: c.String("from"), To: c.String("to"),
		MinWeight: c.Int("min-weight"), Top: c.Int("top"),
	}
	if c.Command.Name == "draw" {
		opts.Width = c.Int("width")
		if !c.IsSet("top") {
			opts.Top = 60
		}
	}
	for _, t := range listed(c, "type") {
		opts.Types = append(opts.Types, entity.Type(t))
	}
	for _, name := range listed(c, "status") {
		status := extract.Status(name)
		if !slices.Contains(statuses, status) {
			return opts, usage(c, "--status %q: want some of %v", name, statuses)
		}
		opts.Statuses = append(opts.Statuses, status)
	}
	if c.IsSet("view") {
		view, err := export.ParseView(c.String("view"))
		if err != nil {
			return opts, usage(c, "--view: %w", err)
		}
		opts.View = view
	}
	if c.IsSet("base") && !absoluteIRI.MatchString(opts.Base) {
		return opts, usage(c, "--base %q: want an IRI such as https://example.org/news/", opts.Base)
	}
	if err := opts.Check(); err != nil {
		return opts, usage(c, "%w", err)
	}
	for _, flag := range []string{"min-weight", "top"} {
		if c.Int(flag) < 0 {
			return opts, usage(c, "--%s %d: want a number from 0 on", flag, c.Int(flag))
		}
	}
	return opts, nil
}

// writeGraphs writes a graph to files, each with its writer and options.
func writeGraphs(c *cli.Context, s *graph.Store, files outputFiles, writers []export.Writer, opts []export.Options) error {
	for i, file := range files {
		if err := checkWanted(c, s, opts[i]); err != nil {
			return err
		}
		if err := writers[i](file, s, opts[i]); err != nil {
			return file.fault(err)
		}
	}
	if err := warnOfLetters(c, s, files, opts); err != nil {
		return err
	}
	nothing, told, err := "", -1, error(nil)
	for i, file := range files {
		if !export.Chooses(file.path) {
			continue
		}
		if told < 0 || !reflect.DeepEqual(opts[i], opts[told]) {
			if nothing, err = whyNothing(s, opts[i]); err != nil {
				return err
			}
			told = i
		}
		if nothing != "" {
			warn(c.App.ErrWriter, "%s has no edges: %s", file.path, nothing)
		}
	}
	return nil
}

// warnOfLetters tells of pictures in dots whose font lacks letters of the names.
func warnOfLetters(c *cli.Context, s *graph.Store, files outputFiles, opts []export.Options) error {
	for i, file := range files {
		if ending(file.path) != ".png" {
			continue
		}
		n, err := export.Unwritten(s, opts[i])
		if err != nil {
			return err
		}
		if n > 0 {
			fmt.Fprintf(c.App.ErrWriter, "relata: warning: %s: the font of the picture lacks letters of %s; .svg shows them\n",
				file.path, count(n, "name"))
		}
	}
	return nil
}

// whyNothing tells why nothing fits what flags ask for, and which flag it is; "" if
// something does.
func whyNothing(s *graph.Store, opts export.Options) (string, error) {
	if left, err := export.Leaves(s, opts); left || err != nil {
		return "", err
	}
	warning := "nothing in the graph fits what is asked for"
	for _, filter := range []struct {
		name  string
		set   bool
		clear func(o *export.Options)
	}{
		{"--relation", len(opts.Relations) > 0, func(o *export.Options) { o.Relations = nil }},
		{"--type", len(opts.Types) > 0, func(o *export.Options) { o.Types = nil }},
		{"--from and --to", opts.From+opts.To != "", func(o *export.Options) { o.From, o.To = "", "" }},
		{"--min-weight", opts.MinWeight > 1, func(o *export.Options) { o.MinWeight = 0 }},
		{"--view " + string(opts.View), opts.View != "", func(o *export.Options) { o.View = "" }},
		{"--status", len(opts.Statuses) > 0, func(o *export.Options) { o.Statuses, o.All = nil, true }},
	} {
		looser := opts
		if filter.clear(&looser); !filter.set {
			continue
		}
		if left, err := export.Leaves(s, looser); err != nil {
			return "", err
		} else if left {
			warning += "; without " + filter.name + " there is something"
		}
	}
	if all := opts; len(opts.Statuses) == 0 && !opts.All {
		all.All = true
		if left, err := export.Leaves(s, all); err != nil {
			return "", err
		} else if left {
			warning += "; with --all, what is planned or denied too, there is something"
		}
	}
	return warning, nil
}

// checkWanted refuses relations and types that the graph does not have, which are
// mostly misspelt.
func checkWanted(c *cli.Context, s *graph.Store, opts export.Options) error {
	if len(opts.Relations) == 0 && len(opts.Types) == 0 {
		return nil
	}
	relations, types := map[string]bool{}, map[string]bool{}
	for f, err := range s.Facts() {
		if err != nil {
			return err
		}
		relations[f.Relation] = true
		types[string(f.Subject.Type)], types[string(f.Object.Type)] = true, true
	}
	var wanted []string
	for _, t := range opts.Types {
		wanted = append(wanted, string(t))
	}
	for _, check := range []struct {
		flag   string
		wanted []string
		known  map[string]bool
	}{{"relation", opts.Relations, relations}, {"type", wanted, types}} {
		for _, name := range check.wanted {
			if !check.known[name] {
				return usage(c, "--%s %s: the graph has none; it has %s", check.flag, name,
					strings.Join(slices.Sorted(maps.Keys(check.known)), ", "))
			}
		}
	}
	return nil
}
