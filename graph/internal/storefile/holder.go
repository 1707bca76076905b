package storefile

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// holder says which process has locked the file at path, as far as the system
// tells: " by relata (process 4711)". Linux lists locks in /proc/locks.
func holder(path string) string {
	f, err := os.Open("/proc/locks")
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	inode := ":" + inodeOf(info)
	for lines := bufio.NewScanner(f); lines.Scan(); {
		// 1: FLOCK  ADVISORY  WRITE 4711 fe:00:2490383 0 EOF
		fields := strings.Fields(lines.Text())
		if len(fields) < 6 || fields[1] != "FLOCK" || !strings.HasSuffix(fields[5], inode) {
			continue
		}
		pid, err := strconv.Atoi(fields[4])
		if err != nil || pid <= 0 {
			continue
		}
		name, err := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
		if err != nil {
			return fmt.Sprintf(" by process %d", pid)
		}
		return fmt.Sprintf(" by %s (process %d)", strings.TrimSpace(string(name)), pid)
	}
	return ""
}
