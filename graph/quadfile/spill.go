package quadfile

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// A spill is a temporary file of runs, one behind the other.
type spill struct {
	file *os.File
	w    *bufio.Writer
	off  int64   // bytes written
	ends []int64 // of the runs
}

func newSpill(dir string) (*spill, error) {
	file, err := os.CreateTemp(dir, "relata-*.tmp")
	if err != nil {
		return nil, err
	}
	os.Remove(file.Name()) // where the system lets an open file go; else in remove
	return &spill{file: file, w: bufio.NewWriterSize(file, 1<<16)}, nil
}

func (s *spill) Write(p []byte) (int, error) {
	s.off += int64(len(p))
	return s.w.Write(p)
}

// endRun ends a run.
func (s *spill) endRun() error {
	s.ends = append(s.ends, s.off)
	return s.w.Flush()
}

// run gives a reader of the i-th run.
func (s *spill) run(i int) *bufio.Reader {
	from := int64(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return bufio.NewReaderSize(io.NewSectionReader(s.file, from, s.ends[i]-from), 1<<16)
}

// remove removes the file.
func (s *spill) remove() error {
	if s == nil {
		return nil
	}
	err := s.file.Close()
	if gone := os.Remove(s.file.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}
