package extract_test

import "testing"

// TestCheckFrame checks that a frame is asked for one example of each sense and of
// each statement, not of each statement of each sense.
func TestCheckFrame(t *testing.T) {
	failures := load(t, "frames").Check()
	if len(failures) == 0 {
		t.Fatal("a statement that no example shows was not found")
	}
	for _, f := range failures {
		if f.Rule != "extradite-noun-freed" && f.Rule != "extradite-verb-freed" {
			t.Error(f)
		}
	}
}
