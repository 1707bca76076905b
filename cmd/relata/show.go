package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/rules"
)

// A shownRelation is a relation with its rules as "rules show" prints it.
type shownRelation struct {
	Relation  string      `json:"relation"`
	Doc       string      `json:"doc,omitempty"`
	Subject   []string    `json:"subject"`
	Object    []string    `json:"object"`
	Symmetric bool        `json:"symmetric"`
	Implies   []string    `json:"implies,omitempty"`
	ImpliedBy []string    `json:"implied_by,omitempty"`
	State     bool        `json:"state,omitempty"`
	Said      bool        `json:"said,omitempty"`
	Never     []string    `json:"never,omitempty"`
	CAMEO     string      `json:"cameo,omitempty"`
	PLOVER    string      `json:"plover,omitempty"`
	At        string      `json:"at"`
	Rules     []shownRule `json:"rules"`
}

// A shownFrame is a frame with the rules that it is read as.
type shownFrame struct {
	Frame string      `json:"frame"`
	Rules []shownRule `json:"rules"`
}

type shownRule struct {
	Rule     string         `json:"rule"`
	Frame    string         `json:"frame,omitempty"`
	Relation string         `json:"relation"`
	Pack     string         `json:"pack"`
	Doc      string         `json:"doc,omitempty"`
	Parts    []shownPart    `json:"parts"`
	Examples []shownExample `json:"examples"`
	At       string         `json:"at"`
}

type shownExample struct {
	Text  string   `json:"text"`
	Date  string   `json:"date,omitempty"`
	Facts []string `json:"facts"`
}

func showAction(c *cli.Context) error {
	if c.Args().Len() != 1 {
		return usage(c, "want the name of one relation, frame, rule or record")
	}
	output := c.String("output")
	if output != "table" && output != "json" {
		return usage(c, "unknown output %q: want table, json", output)
	}
	pack, err := loadPack(c)
	if err != nil {
		return err
	}
	name := c.Args().First()
	var shown interface{ write(w io.Writer) }
	if rec := recordNamed(pack, name); rec != nil {
		shown = showRecord(pack, rec)
	} else if frame := showFrame(pack, name); len(frame.Rules) > 1 {
		shown = frame
	} else if shown, err = showNamed(pack, name); err != nil {
		return err
	}
	if output == "json" {
		return writeJSON(c.App.Writer, shown)
	}
	shown.write(c.App.Writer)
	return nil
}

// showFrame gives the rules of the frame of a name, none if there is no such frame.
func showFrame(pack *rules.Pack, name string) *shownFrame {
	shown := &shownFrame{Frame: name}
	for i := range pack.Rules {
		if r := &pack.Rules[i]; r.Frame == name {
			shown.Rules = append(shown.Rules, showRule(r))
		}
	}
	return shown
}

// showNamed gives the relation of a name with all its rules, or the rule of a
// name, "pack.name" too, with its relation.
func showNamed(pack *rules.Pack, name string) (*shownRelation, error) {
	relation, only := name, ""
	var names []string
	for i := range pack.Rules {
		r := &pack.Rules[i]
		names = append(names, r.Relation, r.Name, r.Frame)
		if r.Name == name || r.Pack+"."+r.Name == name {
			relation, only = r.Relation, r.Name
		}
	}
	for i := range pack.Relations {
		names = append(names, pack.Relations[i].Name)
		if pack.Relations[i].Name == name {
			relation, only = name, ""
		}
	}
	for i := range pack.Records {
		names = append(names, pack.Records[i].Name)
	}
	at := slices.IndexFunc(pack.Relations, func(r rules.Relation) bool { return r.Name == relation })
	if at < 0 && pack.Learned != nil && (name == rules.LearnedRule || name == pack.Learned.Pack+"."+rules.LearnedRule) {
		return nil, &failure{code: exitUsage, err: fmt.Errorf("%q is no rule, but what the pack %s has learned, which states what no rule does", name, pack.Learned.Pack),
			hint: "relata explain PATH --rule learned shows where and why, --strict leaves it out"}
	}
	if at < 0 {
		return nil, unknownRule(fmt.Sprintf("no relation, frame, rule or record is called %q", name), name, names)
	}
	rel := &pack.Relations[at]
	shown := &shownRelation{
		Relation: rel.Name, Doc: oneLine(rel.Doc), Subject: rel.Subject, Object: rel.Object, Symmetric: rel.Symmetric,
		Implies: rel.Implies, State: rel.State, Said: rel.Said, Never: rel.Never, CAMEO: rel.CAMEO, PLOVER: rel.PLOVER,
		At: rel.Pos.String(), Rules: []shownRule{},
	}
	for _, other := range pack.Relations {
		if slices.Contains(other.Implies, rel.Name) {
			shown.ImpliedBy = append(shown.ImpliedBy, other.Name)
		}
	}
	for i := range pack.Rules {
		if r := &pack.Rules[i]; r.Relation == rel.Name && (only == "" || only == r.Name) {
			shown.Rules = append(shown.Rules, showRule(r))
		}
	}
	return shown, nil
}

// unknownRule is the error for a name that is none, with the nearest that is one.
func unknownRule(message, name string, names []string) error {
	err := fmt.Errorf("%s", message)
	if s := nearest(name, names); s != "" {
		return &failure{code: exitUsage, err: err, hint: fmt.Sprintf("did you mean %q?", s)}
	}
	return &failure{code: exitUsage, err: err, hint: "relata rules list tells them"}
}

func showRule(r *rules.Rule) shownRule {
	s := shownRule{Rule: r.Name, Frame: r.Frame, Relation: r.Relation, Pack: r.Pack, Doc: oneLine(r.Doc), At: r.Pos.String(), Examples: []shownExample{}}
	part := func(key, says string) {
		if says != "" {
			s.Parts = append(s.Parts, shownPart{key, says})
		}
	}
	part("verb", strings.Join(r.On.Verb, ", "))
	part("noun", strings.Join(r.On.Noun, ", "))
	part("adjective", strings.Join(r.On.Adjective, ", "))
	for i := range r.On.Patterns {
		part("pattern", r.On.Patterns[i].Text)
	}
	if r.On.Title {
		part("title", "each office that a person's name carries")
	}
	part("under", strings.Join(r.On.Under, ", "))
	part("subject", sayRole(&r.Subject, ", else "))
	part("object", sayRole(&r.Object, ", else "))
	for i := range r.Qualifiers {
		part(r.Qualifiers[i].Name, sayRole(&r.Qualifiers[i].Role, ", else "))
	}
	for i := range r.If {
		part("if", sayRole(&r.If[i], " or "))
	}
	for i := range r.Not {
		part("not", sayRole(&r.Not[i], " or "))
	}
	part("status", r.Status)
	for i := range r.Examples {
		e := &r.Examples[i]
		shown := shownExample{Text: oneLine(e.Text), Date: e.Date, Facts: []string{}}
		for k := range e.Facts {
			shown.Facts = append(shown.Facts, e.Facts[k].String())
		}
		s.Examples = append(s.Examples, shown)
	}
	return s
}

// sayRole says in words what fills a role; or joins the ways to it.
func sayRole(r *rules.Role, or string) string {
	ways := slices.Clone(r.Is)
	for i := range r.Path {
		ways = append(ways, "the path "+r.Path[i].Text)
	}
	var b strings.Builder
	b.WriteString(strings.Join(ways, or))
	if len(r.Type) > 0 {
		b.WriteString(": " + strings.Join(r.Type, " or "))
	}
	for _, x := range []struct {
		says  string
		words []string
	}{{"with one of these words: ", r.Head}, {"but none of these words: ", r.NotHead}} {
		if len(x.words) > 0 {
			b.WriteString("; " + x.says + strings.Join(x.words, ", "))
		}
	}
	if r.Again != "" {
		b.WriteString("; speaks of the " + r.Again + " told of before")
	}
	for _, x := range []struct {
		says string
		so   bool
	}{
		{"two or more", r.Several}, {"people may stand for their country", r.StandsFor},
		{"those whose it is may stand for it", r.Owner}, {"may be missing", r.Optional},
	} {
		if x.so {
			b.WriteString("; " + x.says)
		}
	}
	return b.String()
}

func (s *shownRelation) write(w io.Writer) {
	fmt.Fprintf(w, "relation %s  (%s)\n", s.Relation, s.At)
	line := func(key, says string) { writeLine(w, key, says) }
	line("", s.Doc)
	holds := strings.Join(s.Subject, " or ") + " " + s.Relation + " " + strings.Join(s.Object, " or ")
	if s.Symmetric {
		holds += ", both ways"
	}
	line("holds", holds)
	line("implies", strings.Join(s.Implies, ", "))
	line("implied by", strings.Join(s.ImpliedBy, ", "))
	if s.State {
		line("state", "holds rather than happens")
	}
	if s.Said {
		line("said", "done by saying so")
	}
	line("never", strings.Join(s.Never, " or "))
	line("CAMEO", s.CAMEO)
	line("PLOVER", s.PLOVER)
	for i := range s.Rules {
		s.Rules[i].write(w)
	}
}

func (s *shownFrame) write(w io.Writer) {
	fmt.Fprintf(w, "frame %s\n", s.Frame)
	for i := range s.Rules {
		s.Rules[i].write(w)
	}
}

func (r *shownRule) write(w io.Writer) {
	fmt.Fprintf(w, "\nrule %s, pack %s  (%s)\n", r.Rule, r.Pack, r.At)
	writeLine(w, "", r.Doc)
	writeLine(w, "states", r.Relation)
	for _, p := range r.Parts {
		writeLine(w, p.Key, p.Says)
	}
	for _, e := range r.Examples {
		text := e.Text
		if e.Date != "" {
			text += " (" + e.Date + ")"
		}
		sign := "+"
		if len(e.Facts) == 0 {
			sign = "-"
		}
		writeFolded(w, "    "+sign+" ", text)
		for _, f := range e.Facts {
			fmt.Fprintf(w, "        %s\n", f)
		}
	}
}
