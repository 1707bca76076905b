package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
)

func rulesCommand() *cli.Command {
	return &cli.Command{
		Name:  "rules",
		Usage: "list and show rules, run their examples, find what is of no use in them",
		Description: `Rules are YAML files. "diplomacy" is built in; --rules DIR adds a folder of your own.

Examples:
   relata rules list
   relata rules show met
   relata rules functions
   relata rules test --rules my-rules
   relata rules lint --rules my-rules`,
		Subcommands: []*cli.Command{
			{
				Name:   "list",
				Usage:  "print the rules: what each states, what starts it, how many examples it has",
				Flags:  []cli.Flag{packFlag, rulesFlag, outputFlag()},
				Action: printed(listRules),
			},
			{
				Name:      "show",
				Usage:     "print a relation with its rules and their examples, a frame, one rule, or a kind of record",
				ArgsUsage: "RELATION | FRAME | RULE | RECORD",
				Flags: []cli.Flag{packFlag, rulesFlag, &cli.StringFlag{
					Name: "output", Value: "table", Usage: "form of the answer: table (text for people), json", DefaultText: "table",
				}},
				Action: showAction,
			},
			{
				Name:   "functions",
				Usage:  "print the words of the rule language: the functions that a role's \"is\" may name, and the types",
				Flags:  []cli.Flag{packFlag, rulesFlag, outputFlag()},
				Action: printed(listFunctions),
			},
			{
				Name:  "test",
				Usage: "run the examples of all rules",
				Description: `A rule's example is a text and the facts that it must give. What is missing or not expected
is printed with its place in the rule file, and the exit code is 1.`,
				Flags:  []cli.Flag{packFlag, rulesFlag},
				Action: testRules,
			},
			{
				Name:  "lint",
				Usage: "find what in rules is of no use",
				Description: `Prints, each with its place: lists, types and relations that nothing uses; slots of records that nothing fills;
rules and triggers that another rule covers; triggers and functions that no text gives; examples that stand twice, that other rules satisfy too, or
that have no facts and no word that starts their rule. The exit code is 3 if there are any.`,
				Flags:  []cli.Flag{packFlag, rulesFlag},
				Action: lintRules,
			},
		},
	}
}

// printed is the action of a command that prints a table of a pack.
func printed(list func(*rules.Pack) *table) cli.ActionFunc {
	return func(c *cli.Context) error {
		output, err := outputOf(c)
		if err != nil {
			return err
		}
		pack, err := packOnly(c)
		if err != nil {
			return err
		}
		return list(pack).write(c.App.Writer, output, widthOf(c))
	}
}

// packOnly is loadPack for commands without arguments.
func packOnly(c *cli.Context) (*rules.Pack, error) {
	if c.Args().Present() {
		return nil, usage(c, "unexpected argument %q", c.Args().First())
	}
	return loadPack(c)
}

// listRules lists the rules, and after them the kinds of record that the pack declares.
func listRules(pack *rules.Pack) *table {
	t := newTable("rule", "pack", "relation", "examples", "triggers")
	for _, r := range pack.Rules {
		triggers := strings.Join(slices.Concat(r.On.Verb, r.On.Noun, r.On.Adjective), ", ")
		t.add(r.Name, r.Pack, r.Relation, len(r.Examples), triggers)
	}
	for i := range pack.Records {
		rec := &pack.Records[i]
		pack := path.Base(path.Dir(rec.Pos.File))
		t.add(rec.Name, pack, "record of "+strings.Join(rec.Holds, ", "), 0, strings.Join(rec.Noun, ", "))
	}
	return t
}

// meanings are those of the functions that are no prepositions.
var meanings = map[string]string{
	"subject":    "who does it, in active and passive sentences",
	"object":     "to whom it is done",
	"indirect":   "to whom something is given or told",
	"complement": "what is done as part of it, an infinitive or participle: agreed to meet",
	"clause":     "what is said, a whole clause: said that they met",
	"topic":      "what it is about",
	"purpose":    "what it is for",
	"possessor":  "whose it is: Lan's visit",
	"modifier":   "the word before a noun: trade talks",
	"apposition": "what a name is further called",
	"speaker":    "who says so",
	"self":       "the starting words themselves",
	"listed":     "the people of the list that the sentence is the heading of",
}

// listFunctions lists the words of roles, with the slots of the pack's records.
func listFunctions(pack *rules.Pack) *table {
	t := newTable("word", "of", "meaning")
	for _, f := range rules.Functions() {
		meaning, ok := meanings[f]
		if !ok {
			meaning = fmt.Sprintf("what follows %q", f)
		}
		t.add(f, "is", meaning)
	}
	for i := range pack.Records {
		rec := &pack.Records[i]
		for _, f := range rec.Functions() {
			_, slot, _ := rules.Asked(f)
			t.add(f, "is", fmt.Sprintf("the %s of the %s told of before", slot, rec.Name))
		}
	}
	for _, typ := range rules.Types() {
		t.add(typ, "type", nil)
	}
	return t
}

// compiled is loadExtractor for commands without arguments.
func compiled(c *cli.Context) (*rules.Pack, *extract.Extractor, error) {
	if c.Args().Present() {
		return nil, nil, usage(c, "unexpected argument %q", c.Args().First())
	}
	return loadExtractor(c)
}

func testRules(c *cli.Context) error {
	pack, x, err := compiled(c)
	if err != nil {
		return err
	}
	failures := x.Check()
	for _, f := range failures {
		if _, err := fmt.Fprintln(c.App.Writer, f); err != nil {
			return err
		}
	}
	examples := 0
	for _, sense := range pack.Senses() {
		examples += len(sense[0].Examples)
	}
	fmt.Fprintf(c.App.ErrWriter, "%s, %s, %s\n", count(len(pack.Rules), "rule"), count(examples, "example"), count(len(failures), "difference"))
	if len(failures) > 0 {
		return &failure{code: exitFailed}
	}
	return nil
}

func lintRules(c *cli.Context) error {
	pack, x, err := compiled(c)
	if err != nil {
		return err
	}
	found := x.Lint()
	for _, f := range found {
		if _, err := fmt.Fprintln(c.App.Writer, f); err != nil {
			return err
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "%d rules, %s\n", len(pack.Rules), count(len(found), "finding"))
	if len(found) > 0 {
		return &failure{code: exitDiffers}
	}
	return nil
}
