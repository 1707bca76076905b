package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/relata-graph/relata/extract/source"
)

// skipped says which files of folders are no texts.
func (in *inputs) skipped() string {
	var names []string
	for _, err := range in.skips[:min(len(in.skips), 3)] {
		f := inputFault(err)
		name := f.Input
		for _, why := range []error{source.ErrWritten, source.ErrPDF} {
			if errors.Is(err, why) {
				name += ", " + why.Error()
			}
		}
		names = append(names, name)
	}
	if len(in.skips) > len(names) {
		names = append(names, "...")
	}
	return fmt.Sprintf(", %s skipped (%s)", count(len(in.skips), "file"), strings.Join(names, "; "))
}

// none tells whether of the inputs none could be read. A shard may have none that are
// its own.
func (in *inputs) none() bool { return len(in.faults) > 0 && in.found == in.refused }

// fault is what went wrong in all, nil if nothing did. Everything has been said
// already unless it is an error of its own.
func (in *inputs) fault() error {
	switch {
	case in.err == nil && in.none():
		return &failure{code: exitNone}
	case in.err == nil && len(in.faults) > 0:
		return &failure{code: exitFailed}
	}
	return in.err
}

// summary is what is said in the end of a run; stored tells what it changed in a store.
func (in *inputs) summary(facts int, stored string) message {
	return message{Level: levelInfo, Message: in.counted(facts) + stored, Counts: map[string]int64{
		"documents": int64(in.read), "facts": int64(facts), "failed": int64(len(in.faults)),
		"skipped": int64(len(in.skips)), "repeated": int64(in.repeated),
	}}
}

func (in *inputs) counted(facts int) string {
	s := fmt.Sprintf("%s, %s", count(in.read, "document"), count(facts, "telling")+" of facts")
	if in.repeated > 0 {
		s += fmt.Sprintf(", %s left out", count(in.repeated, "repeated line"))
	}
	if len(in.skips) > 0 {
		s += in.skipped()
	}
	if len(in.faults) > 0 {
		s += fmt.Sprintf(", %s failed", count(len(in.faults), "input"))
	}
	return s
}
