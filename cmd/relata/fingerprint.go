package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/relata-graph/relata/rules"
)

// fingerprint stands for all that decides which facts a text has: this program,
// with its models and word lists, and the rules. Stores keep it with documents, so
// that these are read anew when one of them has changed.
func fingerprint(pack *rules.Pack) (string, error) {
	h := sha256.New()
	h.Write(pack.Hash())
	if version := builtFrom(); version != "" {
		io.WriteString(h, version)
		return short(h.Sum(nil)), nil
	}
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	program, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer program.Close()
	_, err = io.Copy(h, program)
	return short(h.Sum(nil)), err
}

func short(hash []byte) string { return hex.EncodeToString(hash[:8]) }

// builtFrom gives the version of the sources, the same on all systems; "" if they
// were changed after it, or nobody knows.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" || strings.HasSuffix(info.Main.Version, "+dirty") {
		return ""
	}
	return info.Main.Version
}
