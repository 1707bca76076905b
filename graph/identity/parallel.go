package identity

import (
	"runtime"
	"sync"

	"github.com/relata-graph/relata/extract/fault"
)

// inParallel calls do for 0 to n-1, on all processors; the calls must not depend on
// each other.
func inParallel(n int, do func(i int)) {
	workers := runtime.GOMAXPROCS(0)
	faults := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			faults[w] = fault.Contain(func() {
				for i := w; i < n; i += workers {
					do(i)
				}
			})
		})
	}
	wg.Wait()
	for _, err := range faults {
		if err != nil {
			panic(err) // here, where the caller can contain it
		}
	}
}
