package graph

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
)

// DefaultBase begins the IRIs of a graph's own things in files:
// <person:luong-cuong> of the store is <urn:relata:person/luong-cuong> there.
const DefaultBase = "urn:relata:"

// The terms of the graph, as short as the store has them.
const (
	rdfType       = quad.IRI("rdf:type")
	rdfsLabel     = quad.IRI("rdfs:label")
	alternateName = quad.IRI("schema:alternateName")
	sameAs        = quad.IRI("owl:sameAs")
	bothWays      = quad.IRI("owl:SymmetricProperty")
	newsArticle   = quad.IRI("schema:NewsArticle")
	headline      = quad.IRI("schema:headline")
	datePublished = quad.IRI("schema:datePublished")
	schemaURL     = quad.IRI("schema:url")

	relFact     = quad.IRI("rel:Fact")
	relRelation = quad.IRI("rel:relation")
	relSubject  = quad.IRI("rel:subject")
	relObject   = quad.IRI("rel:object")
	relStatus   = quad.IRI("rel:status")
	relDate     = quad.IRI("rel:date")
	relPlace    = quad.IRI("rel:place")
	relBy       = quad.IRI("rel:by")
	relOf       = quad.IRI("rel:of")
	relTo       = quad.IRI("rel:to")
	relWith     = quad.IRI("rel:with")
	relLevel    = quad.IRI("rel:level")
	relAmount   = quad.IRI("rel:amount")
	relEvent    = quad.IRI("rel:event")
	relRule     = quad.IRI("rel:rule")
	relEvidence = quad.IRI("rel:evidence")
	relStart    = quad.IRI("rel:start")
	relEnd      = quad.IRI("rel:end")
	relText     = quad.IRI("rel:text")
	relCAMEO    = quad.IRI("rel:cameo")  // of a relation
	relPLOVER   = quad.IRI("rel:plover") // of a relation

	wikidata = "http://www.wikidata.org/entity/"
)

// vocabularies are the prefixes of terms that others have defined.
var vocabularies = map[string]string{
	"rdf":    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":   "http://www.w3.org/2000/01/rdf-schema#",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
	"owl":    "http://www.w3.org/2002/07/owl#",
	"prov":   "http://www.w3.org/ns/prov#",
	"schema": "http://schema.org/",
}

// classes are the RDF classes of the types of entities that every pack has.
var classes = map[entity.Type]quad.IRI{
	entity.Person:       "schema:Person",
	entity.Country:      "schema:Country",
	entity.Organization: "schema:Organization",
	entity.Place:        "schema:Place",
	entity.Event:        "schema:Event",
	entity.Agreement:    "rel:Agreement",
	entity.Position:     "rel:Position",
	entity.Area:         "rel:Area",
}

// typeOf is classes the other way round.
var typeOf = func() map[quad.IRI]entity.Type {
	m := make(map[quad.IRI]entity.Type, len(classes))
	for t, c := range classes {
		m[c] = t
	}
	return m
}()

// classOf is the class of a type; of one that a rule pack has added it is
// called like the type. It is "" for what is no name of a type.
func classOf(t entity.Type) quad.IRI {
	if c, ok := classes[t]; ok {
		return c
	}
	first, _ := utf8.DecodeRuneInString(string(t))
	other := func(r rune) bool { return !unicode.IsLetter(r) }
	class := quad.IRI("rel:" + t)
	if !unicode.IsUpper(first) || strings.ContainsFunc(string(t), other) || class == relFact {
		return ""
	}
	return class
}

// typeOfClass is classOf the other way round, "" for classes of other things.
func typeOfClass(class quad.IRI) entity.Type {
	if t, ok := typeOf[class]; ok {
		return t
	}
	if name, ok := strings.CutPrefix(string(class), "rel:"); ok && classOf(entity.Type(name)) == class {
		return entity.Type(name)
	}
	return ""
}

// own are the prefixes of the graph's own things.
var own = func() map[string]bool {
	m := map[string]bool{"rel": true, "doc": true, "fact": true, "evidence": true, prefixOf(""): true}
	for t := range classes {
		m[prefixOf(t)] = true
	}
	return m
}()

// prefixOf gives the prefix of the ids of entities of type t.
func prefixOf(t entity.Type) string {
	prefix, _, _ := strings.Cut(entity.MakeID(t, "x"), ":")
	return prefix
}

// Expand gives the full form of an IRI of the store: standard terms in their
// vocabulary ("rdf:type"), the graph's own below base ("person:luong-cuong"),
// all others as they are. An empty base means DefaultBase.
func Expand(iri quad.IRI, base string) string {
	prefix, local, _ := strings.Cut(string(iri), ":")
	if ns, ok := vocabularies[prefix]; ok {
		return ns + local
	}
	if own[prefix] {
		return cmp.Or(base, DefaultBase) + prefix + "/" + local
	}
	return string(iri)
}

// contract is the inverse of Expand. What begins with DefaultBase is the graph's own
// below any base: nothing else does.
func contract(iri, base string) quad.IRI {
	for _, base := range []string{base, DefaultBase} {
		if rest, ok := strings.CutPrefix(iri, base); ok {
			if prefix, local, ok := strings.Cut(rest, "/"); ok && own[prefix] {
				return quad.IRI(prefix + ":" + local)
			}
		}
	}
	for prefix, ns := range vocabularies {
		if local, ok := strings.CutPrefix(iri, ns); ok {
			return quad.IRI(prefix + ":" + local)
		}
	}
	return quad.IRI(iri)
}

// escape percent-encodes what an IRI must not hold, and the percent sign, so
// that unescape gives s back.
func escape(s string) string { return percent(s, true) }

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// docIRI gives the node of a document, docID the inverse.
func docIRI(id string) quad.IRI { return quad.IRI("doc:" + escape(id)) }

func docID(iri quad.IRI) string { return unescape(strings.TrimPrefix(string(iri), "doc:")) }

// percent encodes the bytes of s that the path of an IRI must not hold, be it that
// many readers refuse them ("[", a mark of byte order); the percent sign
// where it does not begin an escape, or everywhere.
func percent(s string, all bool) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r <= ' ' || strings.ContainsRune("<>\"{}|^`\\[]#\uFEFF", r), 0x7f <= r && r <= 0x9f, r == utf8.RuneError, isPrivate(r),
			r == '%' && (all || !isEscape(s[i:])):
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isPrivate tells the characters that RFC 3987 keeps out of paths: private
// use, specials and noncharacters.
func isPrivate(r rune) bool {
	return 0xe000 <= r && r <= 0xf8ff || 0xfdd0 <= r && r <= 0xfdef || 0xfff0 <= r && r <= 0xffff ||
		r >= 0xe0000 || r&0xfffe == 0xfffe
}

func isEscape(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// cleanRef checks that a reference has a known type and the id of such an
// entity, and makes id and name fit for the graph.
func cleanRef(r entity.Ref) (entity.Ref, error) {
	if classOf(r.Type) == "" {
		return r, fmt.Errorf("entity %q: unknown type %q", r.ID, r.Type)
	}
	prefix, local, _ := strings.Cut(r.ID, ":")
	if want := prefixOf(r.Type); prefix != want || local == "" {
		return r, fmt.Errorf("%s %q has the id %q: want %s:name", r.Type, r.Name, r.ID, want)
	}
	r.ID = prefix + ":" + percent(local, false)
	r.Name = cleanText(r.Name)
	if r.Name == "" {
		return r, fmt.Errorf("%s %s has no name", r.Type, r.ID)
	}
	return r, nil
}

// cleanText makes s valid UTF-8 without space around it.
func cleanText(s string) string {
	return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
}
