package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// identify gives the files that can be read their ids.
func (r *reader) identify(files []file) {
	root, err := filepath.Abs(cmp.Or(r.opts.Root, "."))
	if err == nil {
		r.opts.Root = root
	}
	byPath := map[string]string{}
	r.byHash = map[string][]string{}
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(r.opts.Known))) {
		if o := r.opts.Known[id]; !o.Own {
			byPath[o.Path] = id
			r.byHash[o.Hash] = append(r.byHash[o.Hash], id)
		}
	}
	var fresh []*file
	for i := range files {
		f := &files[i]
		f.origin = "-"
		if !f.pipe {
			f.origin = f.abs
			if rel, err := filepath.Rel(r.opts.Root, filepath.FromSlash(f.abs)); err == nil {
				f.origin = filepath.ToSlash(rel)
			}
		}
		switch id, known := byPath[f.origin]; {
		case f.err != nil:
		case f.pipe:
			f.id = "stdin"
		case f.isJSON(r.opts.Format):
			f.id = fileName(path.Base(f.abs))
		case known:
			f.id = id
			r.ids[id] = Origin{Path: f.origin}
		default:
			f.fresh = true
			fresh = append(fresh, f)
		}
	}
	// Not in the order of reading, which depends on how the paths were given.
	slices.SortFunc(fresh, func(a, b *file) int { return strings.Compare(a.abs, b.abs) })
	for _, f := range fresh {
		r.choose(f)
		r.ids[f.id] = Origin{Path: f.origin}
	}
}

// fileName gives a file's name without ending, unless it has nothing else.
func fileName(base string) string { return cmp.Or(stem(base), base) }

// choose gives f the shortest id that no other document has.
func (r *reader) choose(f *file) {
	var free func(id string) bool
	free = func(id string) bool {
		holder, used := r.holder(id)
		if !used {
			f.id = id
			return true
		}
		return path.Dir(holder.Path) == path.Dir(f.origin) && free(id+path.Ext(f.abs))
	}
	parts := strings.Split(path.Dir(f.abs), "/")
	for i := range len(parts) + 1 {
		if free(strings.Join(append(slices.Clone(parts[len(parts)-i:]), fileName(path.Base(f.abs))), "/")) {
			return
		}
	}
	for n := 2; !free(f.abs + ":" + strconv.Itoa(n)); n++ {
	}
}

// holder gives the origin of the document that has an id.
func (r *reader) holder(id string) (Origin, bool) {
	o, used := r.ids[id]
	if !used {
		o, used = r.opts.Known[id]
	}
	return o, used
}

// name gives a document that is a whole file its id.
func (r *reader) name(f file, doc *Document) {
	doc.ID, doc.Origin = f.id, Origin{Path: f.origin, Hash: hash(doc.Text)}
	if f.pipe {
		doc.ID += ":" + doc.Origin.Hash
	}
	if id := r.moved(f, doc.Origin.Hash); id != "" {
		doc.ID = id
	}
	r.ids[doc.ID] = doc.Origin
}

// moved gives the id of a known document that had the same file name and text,
// if its file is not there any more; else "".
func (r *reader) moved(f file, hash string) string {
	if !f.fresh {
		return ""
	}
	for _, id := range r.byHash[hash] {
		o := r.opts.Known[id]
		if _, used := r.ids[id]; used || path.Base(o.Path) != path.Base(f.origin) {
			continue
		}
		if _, err := os.Stat(filepath.Join(r.opts.Root, filepath.FromSlash(o.Path))); err != nil {
			return id
		}
	}
	return ""
}

// nameLine gives a JSON line the id it does not have, or one that no other has.
// It tells whether the line says something new.
func (r *reader) nameLine(f file, doc *Document) bool {
	doc.Origin = Origin{Path: f.origin, Hash: hash(doc.Text), Own: doc.ID != ""}
	if !doc.Origin.Own {
		doc.ID = f.id + ":" + doc.Origin.Hash
	}
	for {
		other, used := r.ids[doc.ID]
		if used && other.Hash == doc.Origin.Hash {
			return false
		}
		known, before := r.opts.Known[doc.ID]
		if !used && (!before || known.Own == doc.Origin.Own) {
			break
		}
		doc.ID += ":" + doc.Origin.Hash
		doc.Origin.Own = false
	}
	r.ids[doc.ID] = doc.Origin
	return true
}

// hash tells texts apart.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}
