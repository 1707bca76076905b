// Reads what relata wrote of one graph into FOLDER with graphology, n3, oxigraph and jsonld,
// and compares nodes, edges, labels and quads.
// Usage: node check.mjs FOLDER MODULES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, modules] = process.argv.slice(2);
const require = createRequire(resolve(modules) + '/');
const { MultiDirectedGraph } = require('graphology');
const graphml = require('graphology-graphml/node'), gexf = require('graphology-gexf/node');
const n3 = require('n3'), oxigraph = require('oxigraph'), jsonld = require('jsonld');

const read = name => readFileSync(join(folder, name), 'utf8');
let failed = 0;
function check(what, ok, got) {
  console.log(ok ? `ok   ${what}${got === undefined ? '' : ': ' + got}` : `FAIL ${what}: ${got}`);
  if (!ok) failed++;
}
// What XML can hold of a text; the parser under graphology takes U+2028 for the end of a line, as XML 1.1 had it.
const spaces = s => s.replace(/[\u2028\u0085\n]/g, ' ');
const xml = s => s.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
const first = (a, b) => { const i = a.findIndex((x, j) => x !== b[j]); return `${a.length} and ${b.length}; ${JSON.stringify(a[i])?.slice(0, 200)} for ${JSON.stringify(b[i])?.slice(0, 200)}`; };

const cy = JSON.parse(read('a.cyjs')).elements;
const labels = cy.nodes.map(n => spaces(xml(n.data.name))).sort();
for (const [name, parser] of [['a.graphml', graphml], ['a.gexf', gexf]]) {
  const g = parser.parse(MultiDirectedGraph, read(name));
  const got = g.mapNodes((_, a) => spaces(a.label)).sort();
  check(`graphology: ${name}: labels`, same(got, labels), same(got, labels) ? got.length : first(got, labels));
  check(`graphology: ${name}: edges`, g.size === cy.edges.length, g.size);
  const weight = g.reduceEdges((sum, _, a) => sum + +a.weight, 0), wanted = cy.edges.reduce((sum, e) => sum + e.data.weight, 0);
  check(`graphology: ${name}: weights`, weight === wanted, weight);
  check(`graphology: ${name}: evidence`, g.everyEdge((_, a) => typeof a.evidence === 'string' && a.evidence), 'all');
}

const text = q => [q.subject, q.predicate, q.object, q.graph].map(t =>
  t.termType === 'Literal' ? JSON.stringify([t.value, t.language, t.datatype.value]) : t.value).join(' ');
const parsed = {};
for (const [name, format] of [['a.nq', 'N-Quads'], ['a.nt', 'N-Triples'], ['a.ttl', 'Turtle'], ['a.trig', 'TriG']]) {
  parsed[name] = new n3.Parser({ format }).parse(read(name)).map(text).sort();
}
const lines = read('a.nq').split('\n').length - 1;
check('n3: a.nq: quads', parsed['a.nq'].length === lines, lines);
check('n3: a.trig is a.nq', same(parsed['a.trig'], parsed['a.nq']), same(parsed['a.trig'], parsed['a.nq']) ? lines : first(parsed['a.trig'], parsed['a.nq']));
check('n3: a.ttl is a.nt', same(parsed['a.ttl'], parsed['a.nt']), parsed['a.nt'].length);
const types = { 'a.nq': 'application/n-quads', 'a.nt': 'application/n-triples', 'a.ttl': 'text/turtle', 'a.trig': 'application/trig', 'a.jsonld': 'application/ld+json' };
const sizes = { 'a.nq': lines, 'a.trig': lines, 'a.jsonld': lines, 'a.nt': parsed['a.nt'].length, 'a.ttl': parsed['a.nt'].length };
for (const [name, format] of Object.entries(types)) {
  const store = new oxigraph.Store();
  try {
    store.load(read(name), { format });
    check(`oxigraph: ${name}`, store.size === sizes[name], store.size);
  } catch (error) {
    check(`oxigraph: ${name}`, false, error.message || error);
  }
}
const back = (await jsonld.toRDF(JSON.parse(read('a.jsonld')), { format: 'application/n-quads', documentLoader: null })).trim().split('\n');
const canonical = new n3.Parser({ format: 'N-Quads' }).parse(back.join('\n')).map(text).sort();
check('jsonld: a.jsonld is a.nq', same(canonical, parsed['a.nq']), same(canonical, parsed['a.nq']) ? canonical.length : first(canonical, parsed['a.nq']));
process.exit(failed ? 1 : 0);
