package nlp

import (
	"bufio"
	"encoding/binary"
	"errors"
	"math"
)

func writeUint(w *bufio.Writer, v uint64) { w.Write(binary.AppendUvarint(nil, v)) }

func writeStrings(w *bufio.Writer, all []string) {
	writeUint(w, uint64(len(all)))
	for _, s := range all {
		writeUint(w, uint64(len(s)))
		w.WriteString(s)
	}
}

var errModel = errors.New("model file is cut short or damaged")

// A decoder reads what the write functions wrote. After the end it gives zeros
// and remembers the fault.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) uint() int {
	if len(d.data) > 0 && d.data[0] < 0x80 { // most numbers are small
		v := d.data[0]
		d.data = d.data[1:]
		return int(v)
	}
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > math.MaxUint32 {
		d.data, d.bad = nil, true
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

// count reads a number of things that take a byte each at least.
func (d *decoder) count() int {
	n := d.uint()
	if n > len(d.data) {
		d.data, d.bad = nil, true
		return 0
	}
	return n
}

// bytes gives bytes of the data itself.
func (d *decoder) bytes() []byte {
	n := d.count()
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) string() string {
	n := d.count()
	s := string(d.data[:n])
	d.data = d.data[n:]
	return s
}

func (d *decoder) strings() []string {
	all := make([]string, d.count())
	for i := range all {
		all[i] = d.string()
	}
	return all
}
