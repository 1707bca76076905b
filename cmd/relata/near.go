package main

// nearest gives the name that is fewest edits from the one given, "" if none is
// near: at most a third of its letters may differ.
func nearest(name string, among []string) string {
	best, fewest := "", max(1, len(name)/3)+1
	for _, other := range among {
		if d := edits(name, other); d < fewest && d < len(other) {
			best, fewest = other, d
		}
	}
	return best
}

// edits is the Levenshtein distance in bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			distance := diagonal
			if a[i] != b[j] {
				distance = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], distance
		}
	}
	return row[len(b)]
}
