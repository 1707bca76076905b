package rules

import (
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"
)

// several gives the items of a list, or what stands alone as one of them.
func (r *reader) several(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return slices.DeleteFunc([]*yaml.Node{n}, func(n *yaml.Node) bool { return n == nil })
	}
	return n.Content
}

// quoted tells how many columns a quote before a scalar takes, -1 if it is not
// written in one line.
func quoted(n *yaml.Node) int {
	switch n.Style {
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		return 1
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return -1
	}
	return 0
}

func (r *reader) readRole(n *yaml.Node, key string, keys []string) Role {
	m := r.mapping(n, key, keys, nil)
	if m != nil && m["is"] == nil && m["path"] == nil {
		r.fault(r.pos(n), "%s: missing key \"is\" or \"path\"", key)
	}
	role := Role{
		Is:         r.chosen(m["is"], "role function", r.functions),
		Path:       r.readPaths(m["path"]),
		Type:       r.chosen(m["type"], "type", r.typeNames()),
		Head:       texts(r.words(m["head"], "head")),
		NotHead:    texts(r.words(m["not-head"], "not-head")),
		Optional:   r.flag(m["optional"], "optional"),
		Several:    r.flag(m["several"], "several"),
		StandsFor:  r.flag(m["stands-for"], "stands-for"),
		Owner:      r.flag(m["owner"], "owner"),
		Side:       r.flag(m["side"], "side"),
		Across:     r.flag(m["across"], "across"),
		Compatriot: r.flag(m["compatriot"], "compatriot"),
		Again:      r.text(m["again"], "again").text,
		Near:       r.flag(m["near"], "near"),
	}
	if n != nil {
		role.Pos = r.pos(n)
	}
	return role
}

func (r *reader) readPaths(n *yaml.Node) []Path {
	var all []Path
	for _, n := range r.several(n) {
		if w := r.text(n, "path"); w.text != "" {
			all = append(all, r.readPath(w, quoted(n)))
		}
	}
	return all
}

func (r *reader) readConditions(n *yaml.Node, key string) []Role {
	var all []Role
	for _, item := range r.items(n, key) {
		all = append(all, r.readRole(item, key, roleKeys))
	}
	return all
}

func (r *reader) typeNames() []string { return append(Types(), slices.Sorted(maps.Keys(r.types))...) }
