// Package fault keeps what is wrong with the program at one text from ending the
// others: a panic becomes an error.
package fault

import (
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"
)

// Err is a fault of the program, for errors.Is.
var Err = errors.New("fault of relata")

// Contain runs f. The error is nil, or Err with what f panicked with and where. A
// panic of a goroutine that f starts is not contained: there the error is made with
// Contain, too, and f panics with it.
func Contain(f func()) (err error) {
	defer func() {
		switch cause := recover().(type) {
		case nil:
		case error:
			if err = cause; !errors.Is(cause, Err) {
				err = fmt.Errorf("%w: %w, at %s", Err, cause, place())
			}
		default:
			err = fmt.Errorf("%w: %v, at %s", Err, cause, place())
		}
	}()
	f()
	return nil
}

// place gives the file and line of the program that panicked, when called by what
// recovers.
func place() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		inRuntime := strings.HasPrefix(f.Function, "runtime.")
		if panicked && !inRuntime {
			return fmt.Sprintf("%s:%d", path.Base(f.File), f.Line)
		}
		if panicked = panicked || f.Function == "runtime.gopanic"; !more {
			return "an unknown place"
		}
	}
}
