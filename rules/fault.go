package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// String gives "file:line:column", or the file alone when the whole of it is
// meant.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// A Fault is something wrong in a rule file.
type Fault struct {
	Pos  Pos
	Rule string // name of the rule, "" outside of rules
	Msg  string
	Err  error // why the file could not be read, nil if it was
}

// Unwrap gives Err.
func (f Fault) Unwrap() error { return f.Err }

// Error gives the fault as a compiler would: "meet.yaml:9:7: rule met-talks: …".
func (f Fault) Error() string {
	if f.Rule == "" {
		return f.Pos.String() + ": " + f.Msg
	}
	return f.Pos.String() + ": rule " + f.Rule + ": " + f.Msg
}

// Faults are all faults that were found, in order of position. It is the type
// of every error that this package returns.
type Faults []Fault

// Error gives one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults, for errors.Is.
func (f Faults) Unwrap() []error {
	errs := make([]error, len(f))
	for i, fault := range f {
		errs[i] = fault
	}
	return errs
}

// err sorts the faults and returns them as an error, nil when there are none.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f.sorted()
}

func (f Faults) sorted() Faults {
	slices.SortFunc(f, Fault.Compare)
	return slices.Compact(f)
}

// Compare orders faults by position.
func (f Fault) Compare(g Fault) int {
	return cmp.Or(f.Pos.compare(g.Pos), strings.Compare(f.Rule, g.Rule), strings.Compare(f.Msg, g.Msg))
}

// suggest gives ` (did you mean "…"?)` for the known word nearest to a wrong
// one, the first of equals, or "" when none is near.
func suggest(wrong string, known []string) string {
	plain := strings.NewReplacer("-", "", "_", "", " ", "")
	fold := func(s string) []rune { return []rune(plain.Replace(strings.ToLower(s))) }
	w := fold(wrong)
	if len(w) > 40 {
		return ""
	}
	best, least := "", 1+len(w)/3
	for _, k := range known {
		if d := distance(w, fold(k)); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}

// distance counts the runes to insert, delete, replace or swap with their
// neighbour to turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			row[j+1] = min(last[j+1], row[j]) + 1
			if a[i] == b[j] {
				row[j+1] = min(row[j+1], last[j])
			} else {
				row[j+1] = min(row[j+1], last[j]+1)
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// A Pos is a place in a rule file.
type Pos struct {
	File   string
	Line   int // from 1
	Column int // from 1, in runes
}
