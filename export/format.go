package export

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// formats are the writers by the endings of their files.
var formats = map[string]Writer{
	".graphml": GraphML,
	".jsonl":   Facts,
	".nq":      NQuads,
}

// Format gives the writer for a file by the ending of its name, without the .gz of
// one that is to be compressed. The error names the endings that are known.
func Format(name string) (Writer, error) {
	ending := filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	if w, ok := formats[ending]; ok {
		return w, nil
	}
	endings := strings.Join(slices.Sorted(maps.Keys(formats)), ", ")
	return nil, fmt.Errorf("unknown format of %q: want a name that ends in %s", name, endings)
}
