package main

import (
	"fmt"
	"os"
	"time"
)

// progress gives a function that prints lines with the time passed.
func progress() func(format string, args ...any) {
	start := time.Now()
	return func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+format+"\n", append([]any{time.Since(start).Seconds()}, args...)...)
	}
}
