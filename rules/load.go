package rules

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

//go:embed */*.yaml */*.bin
var builtin embed.FS

// BuiltinNames gives the names of the packs that are part of the program, sorted.
func BuiltinNames() []string {
	var names []string
	entries, _ := builtin.ReadDir(".") // an embedded folder can be read
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Builtin returns a pack that is part of the program. The error is of type
// Faults. It reads the pack anew at each call.
func Builtin(name string) (*Pack, error) {
	names := BuiltinNames()
	if !slices.Contains(names, name) {
		msg := "no such built-in pack" + suggest(name, names) + ", want one of: " + strings.Join(names, ", ")
		return nil, Faults{{Pos: Pos{File: name}, Msg: msg}}
	}
	return load(builtin, name, path.Join("rules", name), name, nil)
}

// learnedFile is the file of a pack's folder that holds what it has learned.
const learnedFile = "learned.bin"

const maxLearned = 1 << 26 // bytes of that file

// Load reads the pack called name from the files *.yaml and *.yml of the folder
// dir of fsys; folders in it are not read. The rules may use the relations and
// lists of the base packs, a later one's before an earlier one's, but the
// result holds only what the folder holds: see Merge. The error is of type
// Faults and tells everything that is wrong in all files, each named by its
// path in fsys.
func Load(fsys fs.FS, dir, name string, base ...*Pack) (*Pack, error) {
	return load(fsys, dir, dir, name, base)
}

// load is Load for files to be shown as if they were in the folder shown.
func load(fsys fs.FS, dir, shown, name string, base []*Pack) (*Pack, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, Faults{{Pos: Pos{File: shown}, Msg: reason(err).Error()}}
	}
	r := newReader(name, base)
	seen := sha256.New()
	fmt.Fprintln(seen, name)
	found := false
	var trained *Learned
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if e.Name() == learnedFile && !e.IsDir() {
			trained = &Learned{File: path.Join(shown, learnedFile), Pack: name}
			if trained.Weights, err = readFile(fsys, path.Join(dir, learnedFile), maxLearned); err == nil && len(trained.Weights) > maxLearned {
				err = fmt.Errorf("weights have at most %d bytes", maxLearned)
			}
			if err != nil {
				return nil, Faults{{Pos: Pos{File: trained.File}, Msg: err.Error()}}
			}
			fmt.Fprintf(seen, "%s %d\n%s", learnedFile, len(trained.Weights), trained.Weights)
		}
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || ext != ".yaml" && ext != ".yml" {
			continue
		}
		found = true
		file := path.Join(shown, e.Name())
		root, fault := parseFile(fsys, path.Join(dir, e.Name()), file, seen)
		if fault != nil {
			r.faults = append(r.faults, *fault)
			r.partial = true
		} else if root != nil {
			r.open(file, root)
		}
	}
	if !found {
		return nil, Faults{{Pos: Pos{File: shown}, Msg: "no rule file here, want *.yaml or *.yml"}}
	}
	pack, err := r.read()
	if err == nil {
		pack.hash, pack.Learned = seen.Sum(nil), trained
	}
	return pack, err
}

// Merge returns a pack with the types, relations, records, lists and rules of all packs.
// One of a later pack replaces one of the same name, and a frame's rules all those of the frame. The error is of type Faults and
// tells which rules and relations do not fit the relations of the result; a
// rule's lists were resolved when it was loaded.
func Merge(packs ...*Pack) (*Pack, error) {
	types, relations, lists, rules := map[string]Type{}, map[string]Relation{}, map[string]List{}, map[string]Rule{}
	records := map[string]Record{}
	var trained *Learned
	uses := map[string]bool{}
	seen := sha256.New()
	for _, p := range packs {
		seen.Write(p.hash)
		for _, x := range p.Types {
			types[x.Name] = x
		}
		for _, x := range p.Relations {
			relations[x.Name] = x
		}
		for _, x := range p.Records {
			records[x.Name] = x
		}
		for _, x := range p.Lists {
			lists[x.Name] = x
		}
		replaced := map[string]bool{"": false}
		for _, x := range p.Rules {
			replaced[x.Frame] = x.Frame != ""
		}
		maps.DeleteFunc(rules, func(_ string, old Rule) bool { return replaced[old.Frame] })
		for _, x := range p.Rules {
			rules[x.Name] = x
		}
		maps.Copy(uses, p.uses)
		trained = cmp.Or(p.Learned, trained)
	}
	merged := &Pack{
		Types: byName(types), Relations: byName(relations), Records: byName(records), Lists: byName(lists),
		Rules: byName(rules), Learned: trained, uses: uses, hash: seen.Sum(nil),
	}
	if err := check(merged, relations, records, false).err(); err != nil {
		return nil, err
	}
	return merged, nil
}
