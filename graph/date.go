package graph

import (
	"fmt"
	"strconv"
	"time"
)

// daysOf gives the last day of a month, two digits each.
func daysOf(year, month string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	return fmt.Sprintf("%02d", time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}
