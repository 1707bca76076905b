package main

import "fmt"

// A ratio is how many of some are right.
type ratio struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

func (r *ratio) add(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

func (r ratio) value() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.Right) / float64(r.Of)
}

func (r ratio) String() string {
	if r.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", r.value())
}
