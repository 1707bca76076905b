//go:build unix

package graph

import (
	"io/fs"
	"strconv"
	"syscall"
)

func inodeOf(info fs.FileInfo) string {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return strconv.FormatUint(uint64(st.Ino), 10)
	}
	return "?"
}
