package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show how a sentence or a file is understood, why a rule states a fact or not, who is who and why",
		ArgsUsage: "SENTENCE | PATH... | --entity NAME GRAPH...",
		Description: `For each sentence: its words with their tags and tree, who is named, what is said of whom, the rules that
started and what each lacked. At the end stand the facts. --rule shows only what one rule, or the rules of one
relation, did; --facts-only only the facts. --rule learned shows what no rule states but the pack has learned: for each two
arguments of a predicate, as "subject" and "topic", the logarithm of the odds that a relation holds, and what is wanted.

--relation tells in short why a sentence states nothing of a relation: which rule came closest, which of its parts
are there and which are not, what stands in their place; or which words come near to one that starts a rule.

With --entity: what a graph knows of one thing: its id, names, offices and documents, what each document calls it
and why that is taken for it, which names of other documents were joined with it and why, and what is near and was not. An alias file (--aliases) overrules this:
   same:       [[Pham Thi Lan, "person:lan-pham"]]
   different:  [[Sato Yuki, Sato Yukio]]
   name:       {"person:pham-thi-lan": Phạm Thị Lan}
` + graphInputs + `

Examples:
   relata explain "President Lan met Prime Minister Sato in Lima on Saturday." --date 2024-11-18
   relata explain news/lima.txt --rule met
   relata explain "President Lan met officials." --relation met
   relata explain --entity Kiprono graph.db`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "entity", Usage: "`NAME` or id of a thing of a graph"},
			&cli.StringFlag{Name: "rule", Usage: "`NAME` of a rule or a relation to explain"},
			&cli.StringFlag{Name: "relation", Usage: "tell which rule for the relation `NAME` came closest, and what it lacked"},
			&cli.BoolFlag{Name: "facts-only", Usage: "print the facts alone"},
		}, graphFlags()...),
		Action: explainAction,
	}
}

func explainAction(c *cli.Context) error {
	if c.IsSet("entity") {
		return explainEntity(c)
	}
	for _, flag := range []string{"store", "aliases"} {
		if c.IsSet(flag) {
			return usage(c, "--%s is for --entity", flag)
		}
	}
	if !c.Args().Present() {
		return usage(c, "no sentence or file given")
	}
	for _, path := range c.Args().Slice() {
		if _, err := os.Stat(path); err == nil && graphKind(path) != "texts" {
			return usage(c, "%s: want a sentence or texts; --entity NAME tells what a graph knows of somebody", path)
		}
	}
	pack, x, err := loadExtractor(c)
	if err != nil {
		return err
	}
	opts, err := explainOptions(c, pack)
	if err != nil {
		return err
	}
	relation, err := explainedRelation(c, pack, opts)
	if err != nil {
		return err
	}
	in := &inputs{c: c, paths: c.Args().Slice()}
	for doc := range in.sentenceOrDocuments() {
		if relation != "" {
			if err := x.ExplainRelation(c.App.Writer, doc, relation); err != nil {
				return err
			}
			continue
		}
		if err := x.Explain(c.App.Writer, doc, opts); err != nil {
			return err
		}
	}
	return in.fault()
}

// explainOptions reads --rule, which may be a rule or a relation of the pack, and
// --facts-only.
func explainOptions(c *cli.Context, pack *rules.Pack) (extract.ExplainOptions, error) {
	opts := extract.ExplainOptions{Rule: c.String("rule"), FactsOnly: c.Bool("facts-only")}
	if opts.Rule == "" {
		return opts, nil
	}
	if _, name, ok := strings.Cut(opts.Rule, "."); ok { // "diplomacy.call-on", as facts say
		opts.Rule = name
	}
	var names []string
	if pack.Learned != nil {
		names = append(names, rules.LearnedRule)
	}
	for _, r := range pack.Rules {
		names = append(names, r.Name, r.Relation)
	}
	if opts.Rule == rules.LearnedRule && pack.Learned == nil {
		return opts, usage(c, "--rule learned: these rules have learned nothing, or --strict leaves it out")
	}
	if !slices.Contains(names, opts.Rule) {
		return opts, unknownRule(fmt.Sprintf("--rule: no rule or relation is called %q", opts.Rule), opts.Rule, names)
	}
	return opts, nil
}

// explainedRelation reads --relation, a relation of the pack, "" if it is not
// given.
func explainedRelation(c *cli.Context, pack *rules.Pack, opts extract.ExplainOptions) (string, error) {
	relation := c.String("relation")
	if relation == "" {
		return "", nil
	}
	var names []string
	for _, r := range pack.Relations {
		names = append(names, r.Name)
	}
	switch {
	case opts != extract.ExplainOptions{}:
		return "", usage(c, "--relation goes without --rule and --facts-only")
	case !slices.Contains(names, relation):
		return "", unknownRule(fmt.Sprintf("--relation: no relation is called %q", relation), relation, names)
	}
	return relation, nil
}

// sentenceOrDocuments takes a single argument that is no file and has spaces
// for the text itself.
func (in *inputs) sentenceOrDocuments() iter.Seq[*source.Document] {
	in.sentences = true
	text := in.paths[0]
	if len(in.paths) == 1 && strings.ContainsAny(strings.TrimSpace(text), " \n") {
		// A long text is no name of a file either.
		if _, err := os.Stat(text); err != nil && !errors.Is(err, fs.ErrPermission) {
			return func(yield func(*source.Document) bool) {
				yield(&source.Document{ID: "sentence", Text: text, Date: in.c.String("date")})
			}
		}
	}
	return in.documents(in.c.Context)
}

func explainEntity(c *cli.Context) error {
	if strings.TrimSpace(c.String("entity")) == "" {
		return usage(c, "--entity: want a name or id")
	}
	store, fault, err := openGraph(c, c.Args().Slice())
	if err != nil {
		return err
	}
	defer store.Close()
	all, err := store.Explain(c.String("entity"))
	if err != nil {
		return err
	}
	for _, x := range all {
		writeExplanation(c.App.Writer, x)
	}
	if c.String("store") == "" && graphKind(c.Args().First()) == "nquads" {
		fmt.Fprintln(c.App.ErrWriter, "relata: N-Quads do not tell what was joined, and why: ask a store or texts")
	}
	return fault
}

// writeExplanation writes an explanation for people. What is said of several
// documents in the same words is written once.
func writeExplanation(w io.Writer, x *identity.Explanation) {
	fmt.Fprintln(w, x.ID)
	fmt.Fprintf(w, "  type       %s\n  label      %s\n", x.Type, x.Name)
	for i, a := range x.Aliases {
		fmt.Fprintf(w, "  %-10s %s\n", head(i, "aliases"), foldSpace(a))
	}
	if x.SameAs != "" {
		fmt.Fprintf(w, "  same as    %s\n", x.SameAs)
	}
	for i, o := range x.Offices {
		fmt.Fprintf(w, "  %-10s %s: %s\n", head(i, "offices"), foldSpace(o.String()), strings.Join(o.Docs, ", "))
	}
	n := 0
	for _, f := range x.Forms {
		if f.Why != "" {
			fmt.Fprintf(w, "  %-10s %s: %s\n", head(n, "called"), foldSpace(f.Text), f.Why)
			fmt.Fprintf(w, "  %-10s    in %s\n", "", strings.Join(f.Docs, ", "))
			n++
		}
	}
	for i, doc := range x.Documents {
		fmt.Fprintf(w, "  %-10s %s\n", head(i, "documents"), doc)
	}
	var joined []identity.Apart
	for _, m := range x.Merges {
		d := identity.Doubt{Ref: m.From, Reason: m.Reason}
		i := slices.IndexFunc(joined, func(o identity.Apart) bool { return o.Doubt == d })
		if i < 0 {
			i = len(joined)
			joined = append(joined, identity.Apart{Doubt: d})
		}
		if m.Doc != "" {
			joined[i].Docs = append(joined[i].Docs, m.Doc)
		}
	}
	for _, list := range []struct {
		title string
		of    []identity.Apart
	}{{"joined", joined}, {"not joined", x.Apart}} {
		for i, a := range list.of {
			fmt.Fprintf(w, "  %-10s %s (%s): %s\n", head(i, list.title), a.ID, foldSpace(a.Name), foldSpace(a.Reason))
			if len(a.Docs) > 0 {
				fmt.Fprintf(w, "  %-10s    in %s\n", "", strings.Join(a.Docs, ", "))
			}
		}
	}
}

// head gives the title before the first line of a list.
func head(i int, title string) string {
	if i == 0 {
		return title
	}
	return ""
}
