package graph

import (
	"math/rand"
	"reflect"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// TestCodec writes and reads records all of whose fields are set: one that the
// coder does not know is missed here.
func TestCodec(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	for range 50 {
		want := &record{}
		fill(rnd, reflect.ValueOf(want).Elem())
		for i := range want.Facts {
			want.Facts[i].Doc, want.Facts[i].ID = want.Document.ID, ""
		}
		got := &record{}
		data := encode(want.code)
		if err := decode(data, got.code); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
		for i := range data { // whatever stands there, there is no panic
			decode(data[:i], new(record).code)
			data[i] ^= byte(1 + rnd.Intn(255))
			decode(data, new(record).code)
		}
		h, read := &head{}, &head{}
		fill(rnd, reflect.ValueOf(h).Elem())
		if err := decode(encode(h.code), read.code); err != nil || *read != *h {
			t.Fatalf("%+v, %v", read, err)
		}
	}
}

// fill sets a value and all in it to something that is not zero.
func fill(rnd *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString([]string{"Lương Cường", "person:x", "b", "2025-03-01"}[rnd.Intn(4)])
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(1 + rnd.Intn(1000)))
	case reflect.Uint8:
		v.SetUint(uint64(1 + rnd.Intn(2)))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+rnd.Intn(3), 3))
		for i := range v.Len() {
			fill(rnd, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(rnd, v.Field(i))
		}
		if e := v.FieldByName("End"); e.IsValid() { // of a place in a text
			e.SetInt(v.FieldByName("Start").Int() + e.Int())
		}
	default:
		panic(v.Kind())
	}
}

// TestFormat fails when the format changes: then storefile.Version must, too, and
// after that what is wanted here.
func TestFormat(t *testing.T) {
	ref := entity.Ref{ID: "person:ada", Type: entity.Person, Name: "Ada"}
	rec := &record{
		Document: Document{ID: "a", Title: "T"},
		Entities: []entity.Entity{{Ref: ref, Aliases: []string{"A."}, Partial: true}},
		Facts: []extract.Fact{{
			Relation: "met", Subject: ref, Object: ref, Status: extract.Actual,
			Evidence: extract.Evidence{Start: 3, End: 300, Text: "Ada met Ada."}, Rule: "r",
		}},
		Symmetric: []string{"met"},
	}
	want := "\v\x01\x01\x00\n\x06\x03\x02\x03\x06\f\x01aTperson:adaPersonAdaA.metactualAda met Ada.r" +
		"\x00\x01\x02\x02\x01\x01\x03\x04\x05\x01\x06\x00\x00\x00\x00\x00\x01\x02\x01\a\x01\x03\x04\x05\x01\x03\x04\x05" +
		"\x02\x00\b\x00\x00\x00\x00\x00\x02\x02\x03\xa9\x02\t\n\x02\x02\x01\a"
	if got := string(encode(rec.code)); got != want {
		t.Errorf("%q", got)
	}
}
