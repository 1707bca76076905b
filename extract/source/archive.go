package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
)

// What is compressed may grow so much: text shrinks to a quarter, seldom to a tenth.
const (
	maxGrowth    = 200
	alwaysGrowth = 64 << 20 // bytes, whatever the size of the file
)

// A growthReader reads what a file of a size expands to, as long as that is not absurd.
type growthReader struct {
	in   io.Reader
	left int64
}

func grown(in io.Reader, size int64) *growthReader {
	return &growthReader{in: in, left: max(alwaysGrowth, maxGrowth*size)}
}

func (g *growthReader) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, fmt.Errorf("%w: it grows to more than %d times its size", ErrCompressed, maxGrowth)
	}
	n, err := g.in.Read(p[:min(int64(len(p)), g.left)])
	g.left -= int64(n)
	return n, err
}

// expanded gives what a stream holds, in clear if it is compressed with gzip. size is that
// of the file, 0 if it is unknown.
func expanded(in io.Reader, size int64) (*bufio.Reader, error) {
	buf := bufio.NewReaderSize(in, 256<<10)
	if magic, _ := buf.Peek(2); string(magic) != "\x1f\x8b" {
		return buf, nil
	}
	z, err := gzip.NewReader(buf)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrCompressed, err)
	}
	return bufio.NewReaderSize(grown(z, size), 256<<10), nil
}

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
	members := slices.DeleteFunc(slices.Clone(z.File), func(m *zip.File) bool { return m.FileInfo().IsDir() })
	slices.SortStableFunc(members, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, m := range members {
		in, err := m.Open()
		if err != nil {
			err = fmt.Errorf("%w: %v", ErrCompressed, err)
		}
		if !r.member(f, m.Name, in, int64(m.CompressedSize64), err) {
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
		}
		found = true
		if !r.member(f, head.Name, io.NopCloser(t), head.Size, nil) {
			return false
		}
	}
}

// member reads a file of an archive. It is known by the names of both.
func (r *reader) member(f file, name string, in io.ReadCloser, size int64, err error) bool {
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
		return r.fail(m, 0, fmt.Errorf("%w: the ending names no format; wanted %s", ErrSkipped, wanted))
	}
	buf, err := expanded(grown(in, size), size)
	if err != nil {
		return r.fail(m, 0, err)
	}
	return r.stream(m, buf, format)
}
