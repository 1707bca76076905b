package main

// coreRelations are the relations that the row "core" of a score sums up.
var coreRelations = []string{
	"met", "spokeWith", "received", "visited", "holdsPosition", "agreesOn", "signed", "partnerOf",
}
