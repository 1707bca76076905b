package rules

import (
	"fmt"
	"io"
	"io/fs"
	"math"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Project says what one run reads and writes, and what a check of it allows: it
// is what a file such as relata.yaml holds. project.schema.json tells editors the
// same. Paths are as they stand in the file.
type Project struct {
	Sources  []Named // paths and globs of texts, at least one
	Date     string  // of documents that tell none
	Format   string  // of all sources, "" for what their endings say
	Encoding string  // of texts that are not UTF-8
	Packs    []string
	Rules    []string // folders of rules of one's own
	Strict   bool     // only what rules state
	Aliases  string
	Base     string // IRI
	Store    string
	Cache    string // a store that holds what Sources say, and no more
	Outputs  []Output
	Check    Gates
}

// An Output is a file that a run writes, with what it chooses of the graph: the flags
// of the export command by their names.
type Output struct {
	File  Named
	Flags []Flag
}

// A Flag is an option of an output and where it stands; of true and false the value is
// "true" or "false".
type Flag struct {
	KeyValue
	Pos Pos
}

// Gates are what a check allows to be otherwise. The zero value allows nothing.
type Gates struct {
	Added, Removed, Changed Limit
	Failed                  int    // inputs that could not be read
	Gold                    string // a folder of gold files
	// The least scores that the facts must have against it, of all relations.
	Precision, Recall, F1 float64
}

// A Limit is how many facts may differ: a number, or a share of the facts before.
type Limit struct {
	Most    int
	Share   float64 // 0 to 1, instead of Most
	Percent bool    // Share is meant
}

// Allows tells whether n, of all facts, are within the limit.
func (l Limit) Allows(n, all int) bool {
	if l.Percent {
		return float64(n) <= math.Floor(l.Share*float64(all)+1e-9)
	}
	return n <= l.Most
}

// String is the limit as a file has it.
func (l Limit) String() string {
	switch {
	case l.Percent:
		return strconv.FormatFloat(100*l.Share, 'f', -1, 64) + "%"
	case l.Most == math.MaxInt:
		return anyNumber
	}
	return strconv.Itoa(l.Most)
}

const anyNumber = "any"

// OutputFlags are the keys of an output beside its file.
var OutputFlags = []string{"all", "from", "layout", "min-weight", "relation", "status", "to", "top", "type", "view"}

var (
	projectKeys = []string{
		"sources", "date", "format", "encoding", "packs", "rules", "strict", "aliases", "base", "store", "cache", "outputs", "check",
	}
	gateKeys = []string{
		"max-added", "max-removed", "max-changed", "max-failed", "gold", "min-precision", "min-recall", "min-f1",
	}
)

// LoadProject reads a file. The error is of type Faults and tells everything that is
// wrong in it.
func LoadProject(fsys fs.FS, file string) (*Project, error) {
	root, fault := parseFile(fsys, file, file, io.Discard)
	if fault != nil {
		return nil, Faults{*fault}
	}
	if root == nil {
		return nil, Faults{{Pos: Pos{File: file}, Msg: "the file is empty, want at least sources and outputs"}}
	}
	r := &reader{file: file}
	p := r.project(root)
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return p, nil
}

func (r *reader) project(root *yaml.Node) *Project {
	m := r.mapping(root, "project", projectKeys, []string{"sources"})
	p := &Project{
		Date: r.text(m["date"], "date").text, Format: r.text(m["format"], "format").text,
		Encoding: r.text(m["encoding"], "encoding").text,
		Packs:    texts(r.paths(m["packs"], "packs")), Rules: texts(r.paths(m["rules"], "rules")),
		Strict:  r.flag(m["strict"], "strict"),
		Aliases: r.text(m["aliases"], "aliases").text, Base: r.text(m["base"], "base").text,
		Store: r.text(m["store"], "store").text, Cache: r.text(m["cache"], "cache").text,
	}
	for _, w := range r.paths(m["sources"], "sources") {
		p.Sources = append(p.Sources, Named{w.text, w.pos})
	}
	if n := m["sources"]; n != nil && len(p.Sources) == 0 && len(r.faults) == 0 {
		r.fault(r.pos(n), "sources: want at least one path")
	}
	for _, item := range r.items(m["outputs"], "outputs") {
		p.Outputs = append(p.Outputs, r.output(item))
	}
	if p.Store == "" && (m["outputs"] == nil || len(m["outputs"].Content) == 0) && m != nil {
		r.fault(r.pos(root), "project: want outputs, or a store")
	}
	if p.Store != "" && p.Cache != "" {
		r.fault(r.pos(m["cache"]), "cache: a store keeps what was read already: want one of the two")
	}
	p.Check = r.gates(m["check"])
	return p
}

// paths reads a path or a list of paths.
func (r *reader) paths(n *yaml.Node, what string) []word {
	var all []word
	for _, item := range r.oneOrMore(n, what) {
		if w := r.text(item, what); w.text != "" {
			all = append(all, w)
		}
	}
	return all
}

// output reads a file name, or a mapping of "file" and flags.
func (r *reader) output(n *yaml.Node) Output {
	if n.Kind == yaml.ScalarNode {
		w := r.text(n, "outputs")
		return Output{File: Named{w.text, w.pos}}
	}
	m := r.mapping(n, "output", append([]string{"file"}, OutputFlags...), []string{"file"})
	file := r.text(m["file"], "file")
	out := Output{File: Named{file.text, file.pos}}
	for _, key := range OutputFlags {
		for _, w := range r.paths(m[key], key) {
			out.Flags = append(out.Flags, Flag{KeyValue{key, w.text}, w.pos})
		}
	}
	return out
}

func (r *reader) gates(n *yaml.Node) Gates {
	if n == nil {
		return Gates{}
	}
	m := r.mapping(n, "check", gateKeys, nil)
	g := Gates{
		Added: r.limit(m["max-added"], "max-added"), Removed: r.limit(m["max-removed"], "max-removed"),
		Changed: r.limit(m["max-changed"], "max-changed"), Gold: r.text(m["gold"], "gold").text,
		Precision: r.score(m["min-precision"], "min-precision"), Recall: r.score(m["min-recall"], "min-recall"),
		F1: r.score(m["min-f1"], "min-f1"),
	}
	if l := r.limit(m["max-failed"], "max-failed"); l.Percent {
		r.fault(r.pos(m["max-failed"]), "max-failed: want a number of inputs")
	} else {
		g.Failed = l.Most
	}
	if g.Gold == "" && g.Precision+g.Recall+g.F1 > 0 {
		r.fault(r.pos(n), "check: min-precision, min-recall and min-f1 want a gold folder")
	}
	return g
}

func (r *reader) limit(n *yaml.Node, what string) Limit {
	w := r.text(n, what)
	if w.text == "" {
		return Limit{}
	}
	l, err := ParseLimit(w.text)
	if err != nil {
		r.fault(w.pos, "%s: %v", what, err)
	}
	return l
}

// ParseLimit reads "12", "2.5%" or "any".
func ParseLimit(s string) (Limit, error) {
	if s == anyNumber {
		return Limit{Most: math.MaxInt}, nil
	}
	if share, ok := strings.CutSuffix(s, "%"); ok {
		if v, err := strconv.ParseFloat(strings.TrimSpace(share), 64); err == nil && v >= 0 && v <= 100 {
			return Limit{Share: v / 100, Percent: true}, nil
		}
	} else if most, err := strconv.Atoi(s); err == nil && most >= 0 {
		return Limit{Most: most}, nil
	}
	return Limit{}, fmt.Errorf("want a number from 0 on, a share such as 5%%, or %s, got %q", anyNumber, s)
}

// score reads a number from 0 to 1.
func (r *reader) score(n *yaml.Node, what string) float64 {
	w := r.text(n, what)
	if w.text == "" {
		return 0
	}
	v, err := strconv.ParseFloat(w.text, 64)
	if err != nil || !(v >= 0 && v <= 1) {
		r.fault(w.pos, "%s: want a number from 0 to 1, got %q", what, w.text)
	}
	return v
}
