package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph/diff"
	"github.com/relata-graph/relata/rules"
)

// A verdict is what a check finds.
type verdict struct {
	Diff      *diff.Diff      `json:"diff"` // nil if no output tells all facts
	Outputs   []outputState   `json:"outputs"`
	Gates     []gate          `json:"gates"`
	Documents int             `json:"documents"`
	Failed    []manifestFault `json:"failed"`

	files map[string]string // of documents, by id
}

// An outputState tells how an output stands to what a run would write.
type outputState struct {
	File  string `json:"file"`
	State string `json:"state"` // "same", "differs" or "missing"
}

// A gate is something that is asked for, with what came out.
type gate struct {
	Name    string `json:"name"`
	Allowed string `json:"allowed"`
	Is      string `json:"is"`
	Passed  bool   `json:"passed"`

	kind  string // of the findings that it counts: "added"; "" of others
	least bool   // Allowed is the least, not the most
}

// fault is the end of a check: an error that has been said, nil if all is well.
func (v *verdict) fault() error {
	broken := slices.ContainsFunc(v.Gates, func(g gate) bool { return !g.Passed && g.kind != failedKind })
	switch {
	case broken:
		return &failure{code: exitDiffers}
	case slices.ContainsFunc(v.Gates, func(g gate) bool { return !g.Passed }):
		return &failure{code: exitFailed}
	}
	return nil
}

// compareFiles tells of each file whether it is as the one that a run has written.
func (v *verdict) compareFiles(stand, written []string) error {
	for i, path := range stand {
		same, err := sameBytes(path, written[i])
		state := "differs"
		switch {
		case errors.Is(err, fs.ErrNotExist):
			state = "missing"
		case err != nil:
			return err
		case same:
			state = "same"
		}
		v.Outputs = append(v.Outputs, outputState{filepath.ToSlash(path), state})
	}
	return nil
}

func sameBytes(a, b string) (bool, error) {
	f, err := os.Open(a)
	if err != nil {
		return false, err
	}
	defer f.Close()
	g, err := os.Open(b)
	if err != nil {
		return false, err
	}
	defer g.Close()
	one, two := bufio.NewReaderSize(f, 1<<16), bufio.NewReaderSize(g, 1<<16)
	for {
		p, errA := one.ReadByte()
		q, errB := two.ReadByte()
		switch {
		case errA == io.EOF && errB == io.EOF:
			return true, nil
		case errA == io.EOF || errB == io.EOF || p != q:
			return false, nil
		case errA != nil || errB != nil:
			return false, cmp.Or(errA, errB)
		}
	}
}

// The kinds of findings.
const (
	addedKind   = "added"
	removedKind = "removed"
	changedKind = "changed"
	failedKind  = "failed"
)

// atMost adds a gate for a number of things.
func (v *verdict) atMost(name, kind, allowed string, n int, passed bool) {
	v.Gates = append(v.Gates, gate{Name: name, kind: kind, Allowed: allowed, Is: strconv.Itoa(n), Passed: passed})
}

// judge holds what was found against what is allowed, of so many facts before.
func (v *verdict) judge(allowed rules.Gates, before int) {
	differs := false
	if d := v.Diff; d != nil {
		for _, n := range []struct {
			kind  string
			limit rules.Limit
			n     int
		}{
			{addedKind, allowed.Added, len(d.Added)},
			{removedKind, allowed.Removed, len(d.Removed)},
			{changedKind, allowed.Changed, len(d.Changed)},
		} {
			v.atMost("facts "+n.kind, n.kind, n.limit.String(), n.n, n.limit.Allows(n.n, before))
			differs = differs || n.n > 0
		}
	}
	other, missing := 0, 0
	for _, o := range v.Outputs {
		switch o.State {
		case "missing":
			missing++
		case "differs":
			other++
		}
	}
	if missing > 0 {
		v.atMost("outputs missing", "", "0", missing, false)
	}
	if !differs {
		v.atMost("outputs that differ", "", "0", other, other == 0)
	}
	failed := len(v.Failed)
	v.atMost("inputs failed", failedKind, strconv.Itoa(allowed.Failed), failed, failed <= allowed.Failed)
}

// score holds facts against gold.
func (v *verdict) score(allowed rules.Gates, gold []*goldDoc, facts []extract.Fact, symmetric map[string]bool) {
	all := compare(gold, facts, symmetric).All
	for _, s := range []struct {
		name      string
		least, is float64
	}{
		{"precision", allowed.Precision, all.Precision.value()}, {"recall", allowed.Recall, all.Recall.value()},
		{"F1", allowed.F1, all.f1()},
	} {
		if s.least > 0 {
			v.Gates = append(v.Gates, gate{
				Name: s.name, least: true, Allowed: fmt.Sprintf("%.3f", s.least), Is: fmt.Sprintf("%.3f", s.is),
				Passed: s.is >= s.least,
			})
		}
	}
}
