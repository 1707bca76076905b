// Command relata-beam reads news on many machines, as an Apache Beam pipeline: JSON lines
// come in, their facts and their graph come out, the same bytes as of one run of relata.
//
//	relata-beam --input 'news/*.jsonl' --facts facts.jsonl --graph graph.nq
//
// runs here, on Beam's local runner. "--runner flink", "spark" or "dataflow", with the flags
// that Beam has for each, runs it there; --input and outputs are then paths that all workers
// see, such as gs://... It is a module of its own, so that relata stays small.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	var o outputs
	input := flag.String("input", "", "JSON lines to read, each with a \"text\" and an \"id\": a `GLOB`")
	flag.StringVar(&o.facts, "facts", "", "`FILE` for facts as JSON lines")
	flag.StringVar(&o.graph, "graph", "", "`FILE` for the graph as N-Quads")
	flag.Parse()
	beam.Init() // a worker does not return from here
	if *input == "" || o == (outputs{}) {
		log.Fatal("relata-beam: want --input, and --facts or --graph; see --help")
	}
	p := pipeline(*input, o)
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatalf("relata-beam: %v", err)
	}
}
