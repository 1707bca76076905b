"""Reads what relata wrote of one graph into FOLDER with networkx, igraph, Graphviz and Python's csv,
and compares nodes, edges and labels. Usage: check.py FOLDER"""
import csv, html, json, os, re, subprocess, sys

folder = sys.argv[1]
path = lambda name: os.path.join(folder, name)
failed = 0
def check(what, ok, got):
    global failed
    print(f"{'ok  ' if ok else 'FAIL'} {what}: {got}")
    failed += not ok
xml = lambda s: re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '', s.replace('\r\n', '\n').replace('\r', '\n'))
csv.field_size_limit(10**9)
table = lambda name, sep=',': list(csv.DictReader(open(path(name), encoding='utf-8', newline=''), delimiter=sep, quoting=csv.QUOTE_NONE if sep == '\t' else csv.QUOTE_MINIMAL))

cy = json.load(open(path('a.cyjs'), encoding='utf-8'))['elements']
names = sorted(n['data']['name'] for n in cy['nodes'])
labels, edges = sorted(map(xml, names)), len(cy['edges'])
try:
    import networkx
    g = networkx.read_graphml(path('a.graphml'))
    got = sorted(d['label'] for _, d in g.nodes(data=True))
    check('networkx: labels', got == labels, len(got))
    check('networkx: edges', g.number_of_edges() == edges, g.number_of_edges())
    check('networkx: a directed graph', g.is_directed(), g)
except ImportError:
    print('no networkx: left out')
try:
    import igraph
    g = igraph.Graph.Read_GraphML(path('a.graphml'))
    check('igraph: labels', sorted(g.vs['label']) == labels, g.vcount())
    check('igraph: edges', g.ecount() == edges, g.ecount())
    check('igraph: weights', sum(g.es['weight']) == sum(e['data']['weight'] for e in cy['edges']), sum(g.es['weight']))
except ImportError:
    print('no igraph: left out')

nodes = table('nodes.csv')
clean = lambda s: s.replace('\x00', '').replace('\r\n', '\n')
check('csv: labels of nodes.csv', sorted(n['Label'].replace('\\\\', '\\') for n in nodes) == sorted(map(clean, names)), len(nodes))
ids = {n['Id'] for n in nodes}
rows = table('edges.csv')
check('csv: edges.csv', len(rows) == edges and all(r['Source'] in ids and r['Target'] in ids for r in rows), len(rows))
neo = table('neo4j-nodes.csv')
ids = {n['iri:ID'] for n in neo}
check('csv: neo4j-nodes.csv', len(ids) == len(neo), len(neo))
rows = table('neo4j-edges.csv')
check('csv: neo4j-edges.csv', all(r[':START_ID'] in ids and r[':END_ID'] in ids for r in rows), len(rows))
facts = [json.loads(l) for l in open(path('a.jsonl'), encoding='utf-8')]
rows = table('facts.csv')
check('csv: facts.csv has the facts of a.jsonl', len(rows) == len(facts), len(rows))
rows = table('a.tsv', '\t')
check('csv: a.tsv', all(r['relation'] and r['sentence'] and r['fact'].startswith('fact:') and None not in r for r in rows), len(rows))

try:
    out = subprocess.run(['dot', '-Tjson0', '-Kpatchwork', path('a.dot')], capture_output=True, check=True).stdout
    drawn = json.loads(out)
    flat = lambda s: re.sub('[\n\t]', ' ', re.sub('[\x00-\x08\x0b-\x1f]', '', s))
    got = sorted(html.unescape(o['label']).replace('\\\\', '\\').replace('\\"', '"') for o in drawn.get('objects', []))
    wanted = sorted(map(flat, names))
    check('graphviz: labels', got == wanted, len(got) if got == wanted else [(a[:80], b[:80]) for a, b in zip(got, wanted) if a != b][:3])
    check('graphviz: edges', len(drawn.get('edges', [])) == edges, len(drawn.get('edges', [])))
except FileNotFoundError:
    print('no Graphviz: left out')
sys.exit(failed > 0)
