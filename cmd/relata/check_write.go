package main

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract"
)

// checkWriters write a verdict in each form; with summary without the single facts.
var checkWriters = map[string]func(w io.Writer, v *verdict, summary bool) error{
	"text": writeTextVerdict, "json": writeJSONVerdict, "markdown": writeMarkdownVerdict, "github": writeGitHubVerdict,
	"junit": writeJUnitVerdict, "sarif": writeSARIFVerdict,
}

func checkForms() []string { return slices.Sorted(maps.Keys(checkWriters)) }

func (g *gate) String() string {
	if g.least {
		return fmt.Sprintf("%s: %s, at least %s wanted", g.Name, g.Is, g.Allowed)
	}
	return fmt.Sprintf("%s: %s, %s allowed", g.Name, g.Is, g.Allowed)
}

func mark(passed bool) string {
	if passed {
		return "ok"
	}
	return "FAIL"
}

func writeTextVerdict(w io.Writer, v *verdict, summary bool) error {
	if v.Diff != nil {
		writeTextDiff(w, v.Diff, diffForm{summary: summary, rules: true})
	}
	for _, f := range v.Failed {
		fmt.Fprintf(w, "failed: %s\n", f.String())
	}
	for _, o := range v.Outputs {
		fmt.Fprintf(w, "%s: %s\n", o.File, o.State)
	}
	for i := range v.Gates {
		fmt.Fprintf(w, "%-4s %s\n", mark(v.Gates[i].Passed), v.Gates[i].String())
	}
	return nil
}

func writeJSONVerdict(w io.Writer, v *verdict, _ bool) error {
	return writeJSON(w, v)
}

func writeMarkdownVerdict(w io.Writer, v *verdict, summary bool) error {
	fmt.Fprint(w, "## relata check\n\n| | gate |\n|---|---|\n")
	for i := range v.Gates {
		fmt.Fprintf(w, "| %s | %s |\n", mark(v.Gates[i].Passed), v.Gates[i].String())
	}
	fmt.Fprintf(w, "\n%s", count(v.Documents, "document"))
	for _, o := range v.Outputs {
		fmt.Fprintf(w, ", `%s` %s", o.File, o.State)
	}
	fmt.Fprint(w, "\n\n")
	for _, f := range v.Failed {
		fmt.Fprintf(w, "- failed: %s\n", markdownText(f.String()))
	}
	if len(v.Failed) > 0 {
		fmt.Fprintln(w)
	}
	if v.Diff != nil {
		writeMarkdownDiff(w, v.Diff, diffForm{summary: summary, rules: true})
	}
	return nil
}

// A finding is what annotations and reports of tools tell: a difference or a failed input.
type finding struct {
	kind    string
	file    string // of a failed input or of the document, "" if that is gone
	line    int
	message string
}

// findings gives all that differs and failed.
func (v *verdict) findings() []finding {
	var out []finding
	for _, f := range v.Failed {
		out = append(out, finding{failedKind, f.Input, f.Line, f.Reason})
	}
	if v.Diff == nil {
		return out
	}
	tell := func(kind string, f *extract.Fact, more string) {
		out = append(out, finding{kind: kind, file: v.files[f.Doc], message: fmt.Sprintf("%s in %s by %s: %s%s: %s",
			kind, f.Doc, f.Rule, foldSpace(f.String()), more, foldSpace(f.Evidence.Text))})
	}
	for i := range v.Diff.Added {
		tell(addedKind, &v.Diff.Added[i], "")
	}
	for i := range v.Diff.Removed {
		tell(removedKind, &v.Diff.Removed[i], "")
	}
	for i := range v.Diff.Changed {
		change := &v.Diff.Changed[i]
		tell(changedKind, &change.After, " ("+changedFields(change)+")")
	}
	return out
}

// level is how grave a kind of finding is.
func (v *verdict) level(kind string) string {
	for i := range v.Gates {
		if g := &v.Gates[i]; g.kind == kind && !g.Passed {
			return "error"
		}
	}
	return "notice"
}

// writeGitHubVerdict writes workflow commands of GitHub Actions, which become annotations. Of
// findings GitHub shows ten of a kind; the gates come first.
func writeGitHubVerdict(w io.Writer, v *verdict, summary bool) error {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace
	for i := range v.Gates {
		if g := &v.Gates[i]; !g.Passed {
			fmt.Fprintf(w, "::error title=relata check::%s\n", data(g.String()))
		}
	}
	if summary {
		return nil
	}
	for _, f := range v.findings() {
		at := ""
		if f.file != "" {
			at = "file=" + property(f.file) + ","
		}
		if f.line > 0 {
			at += "line=" + strconv.Itoa(f.line) + ","
		}
		fmt.Fprintf(w, "::%s %stitle=relata %s::%s\n", v.level(f.kind), at, f.kind, data(f.message))
	}
	return nil
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnitVerdict writes each gate as a test case, as CI servers read JUnit's reports.
func writeJUnitVerdict(w io.Writer, v *verdict, summary bool) error {
	suite := junitSuite{Name: "relata check", Tests: len(v.Gates)}
	var findings []finding
	if !summary {
		findings = v.findings()
	}
	for i := range v.Gates {
		g := &v.Gates[i]
		test := junitCase{Name: g.Name, Class: "relata"}
		if !g.Passed {
			suite.Failures++
			test.Failure = &junitFailure{Message: g.String()}
			for _, f := range findings {
				if f.kind == g.kind {
					test.Failure.Text += strings.TrimPrefix(f.file+": ", ": ") + f.message + "\n"
				}
			}
		}
		suite.Cases = append(suite.Cases, test)
	}
	io.WriteString(w, xml.Header)
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(suite); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

// writeSARIFVerdict writes SARIF 2.1.0 (OASIS), which code scanning reads.
func writeSARIFVerdict(w io.Writer, v *verdict, summary bool) error {
	type object = map[string]any
	results := []object{}
	add := func(rule, level, message, file string, line int) {
		r := object{"ruleId": rule, "level": level, "message": object{"text": message}}
		place := object{"artifactLocation": object{"uri": file}}
		if line > 0 {
			place["region"] = object{"startLine": line}
		}
		r["locations"] = []object{{"physicalLocation": place}}
		results = append(results, r)
	}
	for i := range v.Gates {
		if g := &v.Gates[i]; !g.Passed {
			add("gate", "error", g.String(), projectFile, 0)
		}
	}
	for _, f := range v.findings() {
		if !summary {
			level := v.level(f.kind)
			if level == "notice" {
				level = "note"
			}
			add(f.kind, level, f.message, cmp.Or(f.file, projectFile), f.line)
		}
	}
	rules := []object{}
	for _, r := range [][2]string{
		{"gate", "more than the project allows"}, {addedKind, "a fact came"}, {removedKind, "a fact went"},
		{changedKind, "a fact is told otherwise"}, {failedKind, "an input could not be read"},
	} {
		rules = append(rules, object{"id": r[0], "shortDescription": object{"text": r[1]}})
	}
	return writeJSON(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{
			"tool":    object{"driver": object{"name": "relata", "version": programVersion(), "rules": rules}},
			"results": results,
		}},
	})
}
