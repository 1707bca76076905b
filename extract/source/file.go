package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A file is one input, or what kept it from being one.
type file struct {
	path   string
	abs    string  // with slashes; the key of identity
	origin string  // Origin.Path
	id     string  // of the document; of JSON lines and of pipes what it begins with
	fresh  bool    // no known document comes from this path
	below  bool    // met in a directory that was named
	pipe   bool    // not a regular file: its first bytes tell its format
	inside bool    // in an archive
	growth *growth // of what is compressed in it; set when it is read
	size   int64   // bytes, as the listing saw it; 0 of what is no file
	err    error
}

// expand lists the files that paths name, sorted. Where anyEnding, the ending of
// a file need not name a format.
func expand(paths []string, anyEnding bool) []file {
	l := listing{anyEnding: anyEnding, seen: map[string]bool{}}
	for _, p := range slices.Sorted(slices.Values(paths)) {
		if p == "-" {
			l.add(file{path: p, pipe: true})
			continue
		}
		info, err := os.Stat(p)
		p = filepath.Clean(p)
		switch {
		case err != nil:
			l.add(file{path: p, err: err})
		case info.IsDir():
			if l.walk(p) == 0 {
				l.add(file{path: p, err: fmt.Errorf("%w: the directory has no files", ErrEmpty)})
			}
		case !anyEnding && info.Mode().IsRegular() && formats[ending(p)] == "":
			l.add(file{path: p, err: unnamed(p)})
		default:
			l.add(file{path: p, pipe: !info.Mode().IsRegular(), size: info.Size()})
		}
	}
	slices.SortFunc(l.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return l.files
}

// A listing is the files so far, each once.
type listing struct {
	anyEnding bool
	files     []file
	seen      map[string]bool // by file.abs
}

func (l *listing) add(f file) {
	f.abs = f.path
	if abs, err := filepath.Abs(f.path); err == nil && f.path != "-" {
		f.abs = filepath.ToSlash(abs)
	}
	if !l.seen[f.abs] {
		l.seen[f.abs] = true
		l.files = append(l.files, f)
	}
}

// walk adds the files below a directory and counts what is in it.
func (l *listing) walk(dir string) int {
	entries, err := os.ReadDir(dir)
	if err != nil {
		l.add(file{path: dir, err: err})
	}
	found := len(entries)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			found--
			continue
		}
		if e.IsDir() {
			l.walk(name)
			continue
		}
		f := file{path: name, below: true}
		info, err := os.Stat(name) // follows a link, but only to a file: links to directories can be circles
		switch {
		case err != nil:
			f.err = err
		case !info.Mode().IsRegular():
			f.err = fmt.Errorf("%w: not a regular file", ErrSkipped)
		case !l.anyEnding && formats[ending(name)] == "":
			f.err = fmt.Errorf("%w: %w", ErrSkipped, unnamed(name))
		default:
			f.size = info.Size()
		}
		l.add(f)
	}
	return found
}

// holdsMany tells whether a file may hold several documents.
func (f file) holdsMany(format string) bool {
	if format == "" {
		format = formats[ending(f.path)]
	}
	return isMany(format)
}

// sizeOf gives the bytes of all files, 0 if one has no size of its own.
func sizeOf(files []file) int64 {
	total := int64(0)
	for _, f := range files {
		if f.pipe {
			return 0
		}
		total += f.size
	}
	return total
}
