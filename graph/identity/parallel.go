package identity

import (
	"runtime"
	"sync"
)

// inParallel calls do for 0 to n-1, on all processors; the calls must not depend on
// each other.
func inParallel(n int, do func(i int)) {
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}
