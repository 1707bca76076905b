package extract_test

import "testing"

// TestCheckFrame checks that a frame is asked for one example of each sense and of
// each statement, not of each statement of each sense.
func TestCheckFrame(t *testing.T) {
	failures := load(t, "frames").Check()
	if len(failures) != 1 || failures[0].Rule != "extradite-noun-freed" {
		t.Errorf("got %v, want the statement that no example shows, once", failures)
	}
}
