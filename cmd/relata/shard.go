package main

import (
	"hash/fnv"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// A shard is a part of all documents, by their ids. The zero value is all of them.
type shard struct {
	part, of int // from 1
}

var shardFlag = &cli.StringFlag{
	Name: "shard", Usage: "read only part `K/N` of the texts, 3/16; relata merge puts the parts together",
}

// shardOf reads --shard.
func shardOf(c *cli.Context) (shard, error) {
	value := c.String("shard")
	if value == "" {
		return shard{}, nil
	}
	part, of, _ := strings.Cut(value, "/")
	k, err := strconv.Atoi(part)
	n, err2 := strconv.Atoi(of)
	if err != nil || err2 != nil || k < 1 || k > n {
		return shard{}, usage(c, "--shard %q: want K/N with K from 1 to N, such as 3/16", value)
	}
	return shard{k, n}, nil
}

// has tells whether a document is in the shard.
func (s shard) has(id string) bool {
	if s.of == 0 {
		return true
	}
	h := fnv.New64a()
	io.WriteString(h, id)
	return mix(h.Sum64())%uint64(s.of) == uint64(s.part-1)
}
