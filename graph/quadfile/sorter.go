package quadfile

import (
	"encoding/binary"
	"io"
)

const keySize = 16 // bytes of a key in a file

// A sorter sorts any number of keys in bounded memory: those that do not fit
// wait in sorted runs in a temporary file.
type sorter struct {
	dir   string
	limit int // keys in memory
	room  int // for how many to make room at first
	keys  []key
	runs  *spill
}

func (s *sorter) add(hi, lo uint64) error {
	if len(s.keys) == s.limit {
		if err := s.spill(); err != nil {
			return err
		}
	}
	if s.keys == nil {
		s.keys = make([]key, 0, s.room)
	}
	s.keys = append(s.keys, key{hi, lo})
	return nil
}

func (s *sorter) spill() error {
	var err error
	if s.runs == nil {
		if s.runs, err = newSpill(s.dir); err != nil {
			return err
		}
	}
	sortKeys(s.keys)
	var b [keySize]byte
	for _, k := range s.keys {
		binary.LittleEndian.PutUint64(b[:], k.hi)
		binary.LittleEndian.PutUint64(b[8:], k.lo)
		if _, err := s.runs.Write(b[:]); err != nil {
			return err
		}
	}
	s.keys = s.keys[:0]
	return s.runs.endRun()
}

// each gives all keys in their order, and then forgets them.
func (s *sorter) each(yield func(key) error) (err error) {
	if s.runs == nil {
		sortKeys(s.keys)
		for _, k := range s.keys {
			if err := yield(k); err != nil {
				return err
			}
		}
		s.keys = nil
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	s.keys = nil
	var runs []func() (key, bool, error)
	for i := range s.runs.ends {
		r := s.runs.run(i)
		runs = append(runs, func() (key, bool, error) {
			var b [keySize]byte
			if _, err := io.ReadFull(r, b[:]); err == io.EOF {
				return key{}, false, nil
			} else if err != nil {
				return key{}, false, err
			}
			return key{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])}, true, nil
		})
	}
	return merge(runs, compareKeys, func(k key, _ int) error { return yield(k) })
}

func (s *sorter) close() error {
	if s == nil {
		return nil
	}
	return s.runs.remove()
}
