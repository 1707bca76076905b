package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// readValues reads a file of JSON values, one after the other.
func readValues[T any](file string, each func(*T)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for n, d := 1, json.NewDecoder(f); ; n++ {
		var value T
		switch err := d.Decode(&value); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s: value %d: %w", file, n, err)
		}
		each(&value)
	}
}
