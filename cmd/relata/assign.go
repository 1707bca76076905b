package main

// assign gives each row the column, or -1, such that no column is given twice
// and the sum of the weights is greatest. Only positive weights are given.
// It is the Hungarian method (Kuhn 1955, Munkres 1957) in the form with
// potentials and shortest augmenting paths (Jonker and Volgenant 1987).
func assign(weights [][]int, columns int) []int {
	n, m := len(weights), len(weights)+columns // a column of weight 0 for each row that stays alone
	cost := func(row, col int) int {
		if col > columns {
			return 0
		}
		return -weights[row-1][col-1]
	}
	u, v := make([]int, n+1), make([]int, m+1)
	rowOf := make([]int, m+1) // from 1, 0 = free
	for row := 1; row <= n; row++ {
		const unreached = int(^uint(0) >> 1)
		least, from := make([]int, m+1), make([]int, m+1)
		for j := range least {
			least[j] = unreached
		}
		done := make([]bool, m+1)
		rowOf[0] = row
		col := 0
		for rowOf[col] != 0 {
			done[col] = true
			next, delta := 0, unreached
			for j := 1; j <= m; j++ {
				if done[j] {
					continue
				}
				if d := cost(rowOf[col], j) - u[rowOf[col]] - v[j]; d < least[j] {
					least[j], from[j] = d, col
				}
				if least[j] < delta {
					next, delta = j, least[j]
				}
			}
			for j := 0; j <= m; j++ {
				if done[j] {
					u[rowOf[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			col = next
		}
		for col != 0 {
			rowOf[col] = rowOf[from[col]]
			col = from[col]
		}
	}
	assigned := make([]int, n)
	for i := range assigned {
		assigned[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if r := rowOf[j]; r != 0 && weights[r-1][j-1] > 0 {
			assigned[r-1] = j - 1
		}
	}
	return assigned
}
