package graph

import (
	"errors"
	"io/fs"
	"os"
)

// A Damage tells what of a store cannot be read any more.
type Damage struct {
	Sections  []string // parts beside the documents: "graph", "names", "aliases", "index"
	Documents []string // ids
	Whole     int      // how many documents can be read
}

// Check reads all of the store at path. The error is ErrDamaged where nothing can
// be read, or one as of Open.
func Check(path string) (*Damage, error) {
	file, err := openReading(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	d := &Damage{}
	if d.Sections, d.Documents, err = file.Check(); err != nil {
		return nil, err
	}
	if entries, err := file.Entries(); err == nil {
		d.Whole = len(entries) - len(d.Documents)
	}
	return d, nil
}

// Repair makes the store at path whole: it leaves out the documents that are
// damaged, whose ids it gives, and aliases that are, and makes the graph anew. The
// error is ErrDamaged where nothing can be read, or one as of Open.
func Repair(path string) (lost []string, err error) {
	if _, err := os.Stat(path); !IsDatabase(path) && errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	d, err := Check(path)
	if err != nil {
		return nil, err
	}
	s := newStore(Options{})
	s.path, s.lenient = path, true
	defer s.Close()
	if err := s.openFile(); err != nil {
		return nil, err
	}
	if len(d.Sections)+len(d.Documents) == 0 {
		return nil, nil
	}
	for _, id := range d.Documents {
		s.pending[id] = nil
	}
	return d.Documents, s.write(true)
}
