package quadfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"testing"

	"github.com/cayleygraph/quad"
)

// seal makes the checksums of crafted bytes right where there is room for them,
// so that what lies behind them is tried.
func seal(data []byte) []byte {
	if len(data) < headerSize+footerSize {
		return data
	}
	copy(data, header())
	copy(data[len(data)-len(magic):], magic)
	tail := data[len(data)-footerSize:]
	binary.LittleEndian.PutUint64(tail, uint64(len(data)))
	end := len(data) - footerSize
	start := int(binary.LittleEndian.Uint64(tail[11*8:]))
	if start < headerSize || start > end || end-start != 4*((start+blockSize-1)/blockSize) {
		return data
	}
	for i := 0; i < end-start; i += 4 {
		block := data[i/4*blockSize : min((i/4+1)*blockSize, start)]
		binary.LittleEndian.PutUint32(data[start+i:], crc32.Checksum(block, castagnoli))
	}
	crc := crc32.Update(crc32.Checksum(data[start:end], castagnoli), castagnoli, tail[:numFields*8])
	binary.LittleEndian.PutUint32(tail[numFields*8:], crc)
	return data
}

// FuzzOpen reads crafted files in every way: nothing panics, and a file that Check
// finds sound gives as many quads as it says.
func FuzzOpen(f *testing.F) {
	for _, n := range []int{0, 1, 40} {
		var b bytes.Buffer
		err := Write(&b, func(yield func(quad.Quad, error) bool) {
			for i := range n {
				q := quad.Quad{Subject: quad.IRI(fmt.Sprint("person:", i%7)), Predicate: quad.IRI("rel:met"),
					Object: quad.LangString{Value: quad.String(fmt.Sprint(i)), Lang: "en"}, Label: quad.BNode("b")}
				if i%3 == 0 {
					q.Object, q.Label = quad.Int(i), nil
				}
				if !yield(q, nil) {
					return
				}
			}
		}, Options{})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes(), uint16(0), byte(0))
		f.Add(b.Bytes(), uint16(b.Len()-footerSize+8), byte(3))
		f.Add(b.Bytes(), uint16(headerSize+1), byte(200))
	}
	f.Fuzz(func(t *testing.T, data []byte, at uint16, flip byte) {
		data = bytes.Clone(data)
		if len(data) > 0 {
			data[int(at)%len(data)] ^= flip
		}
		file, err := Open(seal(data))
		if err != nil {
			return
		}
		ctx := context.Background()
		n := 0
		for it := file.QuadsAllIterator(); n < 200 && it.Next(ctx); n++ {
			for _, d := range quad.Directions {
				node := file.QuadDirection(it.Result(), d)
				file.ValueOf(file.NameOf(node))
				few := file.QuadIterator(d, node)
				for range 5 {
					few.Next(ctx)
				}
			}
		}
		n = 0
		for q, err := range file.Quads() {
			if err != nil {
				break
			}
			if n++; n > 200 {
				break
			}
			for range file.Match(quad.Quad{Object: q.Object, Label: q.Label}) {
				break
			}
		}
		if file.layout.quads < 200 && file.Check() == nil && n != file.Len() {
			t.Errorf("%d quads, want %d", n, file.Len())
		}
	})
}
