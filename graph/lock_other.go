//go:build !unix

package graph

import "io/fs"

func inodeOf(fs.FileInfo) string { return "?" }
