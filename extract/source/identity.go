package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// names are the ids of documents: those of documents that were read before, and
// those in use.
type names struct {
	root   string // from which the paths of origins start
	paths  bool   // ids are these paths
	known  map[string]Origin
	byPath map[string]string   // ids of known
	byHash map[string][]string // ids of known
	used   map[string]Origin
}

func newNames(opts Options) *names {
	n := &names{
		root: opts.Root, paths: opts.PathIDs, known: opts.Known,
		used: map[string]Origin{}, byPath: map[string]string{}, byHash: map[string][]string{},
	}
	if root, err := filepath.Abs(cmp.Or(opts.Root, ".")); err == nil {
		n.root = root
	}
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(n.known))) {
		if o := n.known[id]; !o.Own {
			n.byPath[o.Path] = id
			n.byHash[o.Hash] = append(n.byHash[o.Hash], id)
		}
	}
	return n
}

// identify gives the files that can be read their ids. format is that of all
// files, "" if their endings tell.
func (n *names) identify(files []file, format string) {
	var fresh []*file
	for i := range files {
		f := &files[i]
		f.origin = "-"
		if !f.pipe {
			f.origin = f.abs
			if rel, err := filepath.Rel(n.root, filepath.FromSlash(f.abs)); err == nil {
				f.origin = filepath.ToSlash(rel)
			}
		}
		switch id, known := n.byPath[f.origin]; {
		case f.err != nil:
		case f.pipe:
			f.id = "stdin"
		case f.holdsMany(format):
			f.id = fileName(path.Base(f.abs))
			if n.paths {
				f.id = fileName(f.origin)
			}
		case known:
			f.id = id
			n.used[id] = Origin{Path: f.origin}
		default:
			f.fresh = true
			fresh = append(fresh, f)
		}
	}
	// Not in the order of reading, which depends on how the paths were given.
	slices.SortFunc(fresh, func(a, b *file) int { return strings.Compare(a.abs, b.abs) })
	for _, f := range fresh {
		n.choose(f)
		n.used[f.id] = Origin{Path: f.origin}
	}
}

// fileName gives a file's name without ending, unless it has nothing else.
func fileName(base string) string {
	base = uncompressed(base)
	return cmp.Or(stem(base), base)
}

// choose gives f the shortest id that no other document has.
func (n *names) choose(f *file) {
	var free func(id string) bool
	free = func(id string) bool {
		holder, used := n.holder(id)
		if !used {
			f.id = id
			return true
		}
		return path.Dir(holder.Path) == path.Dir(f.origin) && free(id+path.Ext(f.abs))
	}
	if n.paths && (free(fileName(f.origin)) || free(f.origin)) {
		return
	}
	parts := strings.Split(path.Dir(f.abs), "/")
	for i := range len(parts) + 1 {
		if free(strings.Join(append(slices.Clone(parts[len(parts)-i:]), fileName(path.Base(f.abs))), "/")) {
			return
		}
	}
	for i := 2; !free(f.abs + ":" + strconv.Itoa(i)); i++ {
	}
}

// holder gives the origin of the document that has an id.
func (n *names) holder(id string) (Origin, bool) {
	o, used := n.used[id]
	if !used {
		o, used = n.known[id]
	}
	return o, used
}

// name gives a document that is a whole file its id. It tells whether that says something
// new: an archive may have a file twice.
func (n *names) name(f file, doc *Document) bool {
	doc.ID, doc.Origin = f.id, Origin{Path: f.origin, Hash: hash(doc.Text)}
	if f.pipe {
		doc.ID += ":" + doc.Origin.Hash
	}
	if f.inside && !n.tellApart(doc) {
		return false
	}
	if id := n.moved(f, doc.Origin.Hash); id != "" {
		doc.ID = id
	}
	n.used[doc.ID] = doc.Origin
	return true
}

// tellApart gives a document of an archive an ID that no other document of this run has.
// It tells whether no other file of the same name says the same.
func (n *names) tellApart(doc *Document) bool {
	ext := path.Ext(doc.Origin.Path)
	for other, used := n.used[doc.ID]; used; other, used = n.used[doc.ID] {
		same := other.Path == doc.Origin.Path
		switch {
		case same && other.Hash == doc.Origin.Hash:
			return false
		case same || ext == "" || strings.HasSuffix(doc.ID, ext):
			doc.ID += ":" + doc.Origin.Hash
		default:
			doc.ID += ext
		}
	}
	return true
}

// moved gives the id of a known document that had the same text in a file that
// is not there any more, if of the same name if there is one; else "".
func (n *names) moved(f file, hash string) string {
	if !f.fresh {
		return ""
	}
	sameName := func(id string) int {
		if path.Base(n.known[id].Path) == path.Base(f.origin) {
			return 0
		}
		return 1
	}
	ids := slices.Clone(n.byHash[hash])
	slices.SortStableFunc(ids, func(a, b string) int { return sameName(a) - sameName(b) })
	for _, id := range ids {
		if _, used := n.used[id]; !used && n.gone(n.known[id]) {
			return id
		}
	}
	return ""
}

// gone tells whether the file of a known document is not there any more.
func (n *names) gone(o Origin) bool {
	if o.Path == "-" {
		return false
	}
	_, err := os.Stat(filepath.Join(n.root, filepath.FromSlash(o.Path)))
	return errors.Is(err, fs.ErrNotExist)
}

// nameLine gives a JSON line the id it does not have, or one that no other has.
// It tells whether the line says something new.
func (n *names) nameLine(f file, doc *Document) bool {
	doc.Origin = Origin{Path: f.origin, Hash: hash(doc.Text), Own: doc.ID != ""}
	if !doc.Origin.Own {
		doc.ID = f.id + ":" + doc.Origin.Hash
		if _, known := n.known[doc.ID]; !known {
			f.fresh = !f.pipe
			doc.ID = cmp.Or(n.moved(f, doc.Origin.Hash), doc.ID)
		}
	}
	for {
		other, used := n.used[doc.ID]
		if used && other.Hash == doc.Origin.Hash {
			return false
		}
		known, before := n.known[doc.ID]
		if !used && (!before || known.Own == doc.Origin.Own) {
			break
		}
		doc.ID += ":" + doc.Origin.Hash
		doc.Origin.Own = false
	}
	n.used[doc.ID] = doc.Origin
	return true
}

// hash tells texts apart.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}
