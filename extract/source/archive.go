package source

import (
	"archive/tar"
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
)

// zip reads the files of a zip archive in the order of their names.
func (r *reader) zip(f file, archive *os.File) bool {
	info, err := archive.Stat()
	if err != nil {
		return r.fail(f, 0, err)
	}
	z, err := zip.NewReader(archive, info.Size())
	if err != nil {
		return r.fail(f, 0, fmt.Errorf("%w: %v", ErrCompressed, err))
	}
	f.growth.read = info.Size()
	members := slices.DeleteFunc(slices.Clone(z.File), func(m *zip.File) bool { return m.FileInfo().IsDir() })
	slices.SortStableFunc(members, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, m := range members {
		if err := f.growth.check(); err != nil {
			return r.fail(f, 0, err)
		}
		in, err := m.Open()
		if err != nil {
			err = fmt.Errorf("%w: %v", ErrCompressed, err)
		}
		if !r.member(f, m.Name, in, err) {
			return false
		}
	}
	return len(members) > 0 || r.fail(f, 0, fmt.Errorf("%w: the archive has no files", ErrEmpty))
}

// tar reads the files of a tar archive as they come.
func (r *reader) tar(f file, in io.Reader) bool {
	t := tar.NewReader(in)
	for found := false; ; {
		head, err := t.Next()
		switch {
		case err == io.EOF:
			return found || r.fail(f, 0, fmt.Errorf("%w: the archive has no files", ErrEmpty))
		case err != nil:
			return r.fail(f, 0, fmt.Errorf("%w: %w", ErrCompressed, err))
		case head.Typeflag != tar.TypeReg:
			continue
		case f.growth.check() != nil:
			return r.fail(f, 0, f.growth.check()) // once, not at every file that is left
		}
		found = true
		if !r.member(f, head.Name, io.NopCloser(t), nil) {
			return false
		}
	}
}

// member reads a file of an archive. It is known by the names of both.
func (r *reader) member(f file, name string, in io.ReadCloser, err error) bool {
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	m := f
	m.path, m.abs, m.origin = f.path+"/"+name, f.abs+"/"+name, f.origin+"/"+name
	m.id, m.below, m.pipe, m.inside = f.id+"/"+stem(uncompressed(name)), true, false, true
	if err != nil {
		return r.fail(m, 0, err)
	}
	defer in.Close()
	if strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/") {
		return true // as in folders
	}
	format := r.opts.Format
	if format == "" {
		format = formats[ending(name)]
	}
	if format == "" || format == zipArchive || format == tarArchive {
		return r.fail(m, 0, fmt.Errorf("%w: %w", ErrSkipped, unnamed(name)))
	}
	buf, err := f.growth.expanded(f.growth.output(in))
	if err != nil {
		return r.fail(m, 0, err)
	}
	return r.stream(m, buf, format)
}
