// What is shown, and its drawing.
const state = {
  relations: new Set(edges.map(e => e.relation)), types: new Set(nodes.map(n => n.name.type)),
  statuses: new Set(raw.shown.length ? raw.shown : facts.map(f => f.status)),
  from: '', to: '', strongest: Math.min(nodes.length, 1500), node: null, pair: null, over: null,
};
let shownFacts = [];

function wanted(f) {
  return state.statuses.has(f.status) && (!state.from || !f.start || f.end >= state.from)
    && (!state.to || !f.start || f.start <= state.to);
}

// Works out what fits the filters: the weights of pairs and nodes, and which are strongest.
function sift() {
  for (const n of nodes) n.weight = 0;
  const all = new Set();
  for (const p of pairs) {
    p.facts = [];
    if (state.types.has(p.a.name.type) && state.types.has(p.b.name.type)) {
      for (const e of p.edges) if (state.relations.has(e.relation)) p.facts.push(...e.facts.filter(wanted));
    }
    p.weight = p.facts.length;
    p.a.weight += p.weight;
    p.b.weight += p.weight;
  }
  const strong = nodes.filter(n => n.weight).sort((a, b) => b.weight - a.weight || a.index - b.index);
  strong.forEach((n, i) => { n.shown = i < state.strongest || n === state.node; });
  for (const n of nodes) if (!n.weight) n.shown = false;
  let lines = 0;
  for (const p of pairs) {
    p.shown = p.weight > 0 && p.a.shown && p.b.shown;
    if (!p.shown) continue;
    lines++;
    p.facts.forEach(f => all.add(f));
  }
  shownFacts = [...all].sort((a, b) => (b.start || '').localeCompare(a.start || '') || a.index - b.index);
  return { nodes: Math.min(strong.length, state.strongest), lines, of: strong.length };
}

function dark() { return document.documentElement.classList.contains('dark'); }

const graph = new graphology.Graph({ type: 'undirected' });
for (const n of nodes) graph.addNode(n.index, { x: n.x, y: n.y, label: short(n.name.label), color: n.color, size: 3 });
for (const p of pairs) if (p.a !== p.b) graph.addEdgeWithKey(p.index, p.a.index, p.b.index, { size: 1 });

// The nodes that stay bright: the one chosen or pointed at, and its neighbours.
function bright() {
  if (state.pair) return new Set([state.pair.a.index, state.pair.b.index]);
  const n = state.over || state.node;
  if (!n) return null;
  const set = new Set([n.index]);
  graph.forEachEdge(n.index, (e, _, s, t) => { if (pairs[e].shown) set.add(+s).add(+t); });
  return set;
}
let lit = null;

let scale = 1; // of nodes, smaller on small screens

function drawNode(key, data) {
  const n = nodes[key];
  if (!n.shown) return { ...data, hidden: true };
  const chosen = n === state.node || state.pair && (n === state.pair.a || n === state.pair.b);
  const out = { ...data, size: scale * Math.min(24, 2.5 + 2 * Math.sqrt(n.weight)), zIndex: chosen ? 2 : 0 };
  if (chosen) out.forceLabel = true;
  if (lit && !lit.has(n.index)) {
    out.color = dark() ? '#2b3037' : '#e4e7eb';
    out.label = '';
  } else if (lit) {
    out.zIndex = 1;
    out.forceLabel = lit.size < 40;
  }
  return out;
}

function drawEdge(key, data) {
  const p = pairs[key];
  if (!p.shown) return { ...data, hidden: true };
  const near = lit && (state.pair ? p === state.pair : lit.has(p.a.index) && lit.has(p.b.index)
    && [p.a, p.b].includes(state.over || state.node));
  let color = dark() ? '#59636e' : '#c3c9d0';
  if (lit) color = near ? (dark() ? '#ff8a80' : '#b3261e') : (dark() ? '#20242a' : '#f0f1f3');
  return { ...data, size: 0.6 + Math.log2(1 + p.weight), color, zIndex: near ? 1 : 0 };
}

// Where a label of a width begins: behind its circle, or where there is no room before it.
function labelStart(data, width, gap) {
  const behind = data.x + data.size + gap, before = data.x - data.size - gap - width;
  return behind + width > place.clientWidth && before >= 0 ? before : behind;
}

// A label, where none stands yet.
const written = [];
function drawLabel(context, data, settings) {
  if (!data.label) return;
  const size = settings.labelSize;
  context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
  const box = [0, data.y - size / 2, context.measureText(data.label).width, size];
  box[0] = labelStart(data, box[2], 3);
  const clear = written.every(b => box[0] > b[0] + b[2] || b[0] > box[0] + box[2] || box[1] > b[1] + b[3] || b[1] > box[1] + box[3]);
  if (!clear) return;
  written.push(box);
  context.fillStyle = settings.labelColor.color;
  context.fillText(data.label, box[0], data.y + size / 3);
}

// The label of a node that is pointed at, on a ground of its own.
function drawHover(context, data, settings) {
  if (!data.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width;
  context.fillStyle = dark() ? '#000d' : '#fffd';
  const start = labelStart(data, width, 4);
  context.fillRect(start - 4, data.y - settings.labelSize, width + 10, settings.labelSize * 2);
  context.fillStyle = dark() ? '#fff' : '#000';
  context.fillText(data.label, start, data.y + settings.labelSize / 3);
  context.beginPath();
  context.arc(data.x, data.y, data.size + 1.5, 0, 2 * Math.PI);
  context.strokeStyle = context.fillStyle;
  context.stroke();
}

const place = document.getElementById('canvas');
let renderer = null;
try {
  renderer = new Sigma(graph, place, {
    nodeReducer: drawNode, edgeReducer: drawEdge, defaultDrawNodeLabel: drawLabel, defaultDrawNodeHover: drawHover,
    zIndex: true,
    labelFont: 'system-ui, sans-serif', labelSize: 13, labelDensity: 0.7, labelGridCellSize: 90, labelRenderedSizeThreshold: 5,
    labelColor: { color: dark() ? '#e6e9ed' : '#1b1f24' }, minCameraRatio: 0.01, maxCameraRatio: 5, allowInvalidContainer: true,
  });
} catch (error) { // no WebGL
  place.textContent = 'This browser cannot draw the graph (no WebGL). Search, filters and timeline work.';
}

if (renderer) renderer.on('beforeRender', () => { written.length = 0; });

// More lines than this are left out of the drawing while it moves.
const manyLines = 3000;

function redraw() {
  lit = bright();
  const hide = pairs.reduce((n, p) => n + p.shown, 0) > manyLines;
  if (renderer && renderer.getSetting('hideEdgesOnMove') !== hide) renderer.setSetting('hideEdgesOnMove', hide);
  const crowd = Math.sqrt(400 / Math.max(1, nodes.filter(n => n.shown).length));
  scale = Math.max(0.4, Math.min(1, place.clientWidth / 900, crowd));
  if (renderer) renderer.refresh({ skipIndexation: false });
}

// The node whose circle has a point, the one nearest to it; null if there is none. Sigma tells of
// circles from what it drew last, which on a busy machine is not what is seen now.
function nodeAt({ x, y }) {
  let best = null, least = 1;
  for (const n of nodes) {
    if (!n.shown) continue;
    const data = renderer.getNodeDisplayData(n.index), at = renderer.graphToViewport(n);
    const far = Math.hypot(x - at.x, y - at.y) / Math.max(3, renderer.scaleSize(data.size));
    if (far < least) [best, least] = [n, far];
  }
  return best;
}

// The line within a few pixels of a point, null if there is none.
function lineAt({ x, y }) {
  let best = null, least = 7;
  const o = renderer.graphToViewport({ x: 0, y: 0 }), u = renderer.graphToViewport({ x: 1, y: 0 }), v = renderer.graphToViewport({ x: 0, y: 1 });
  const at = n => ({ x: o.x + n.x * (u.x - o.x) + n.y * (v.x - o.x), y: o.y + n.x * (u.y - o.y) + n.y * (v.y - o.y) });
  for (const p of pairs) {
    if (!p.shown || p.a === p.b) continue;
    const a = at(p.a), b = at(p.b), dx = b.x - a.x, dy = b.y - a.y;
    const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
    if (!(along > 0 && along < 1)) continue;
    const far = Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
    if (far < least) [best, least] = [p, far];
  }
  return best;
}

// The drawing as a picture, for print.
function picture() {
  if (!renderer) return;
  const { width, height } = renderer.getDimensions();
  if (!width || !height) return;
  const scale = 2, canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  renderer.refresh();
  renderer.render(); // WebGL keeps its picture only now
  for (const layer of ['edges', 'nodes', 'labels']) {
    const from = renderer.getCanvases()[layer];
    if (from) context.drawImage(from, 0, 0, canvas.width, canvas.height);
  }
  document.getElementById('printed').src = canvas.toDataURL();
}

// Where the strongest node and line stand, for tests of the page.
window.relataTest = () => {
  const at = n => renderer.graphToViewport(graph.getNodeAttributes(n.index));
  const strong = nodes.filter(n => n.shown).sort((a, b) => b.weight - a.weight)[0];
  const line = pairs.filter(p => p.shown && p.a !== p.b).map(p => ({ a: at(p.a), b: at(p.b) }))
    .sort((p, q) => Math.hypot(q.a.x - q.b.x, q.a.y - q.b.y) - Math.hypot(p.a.x - p.b.x, p.a.y - p.b.y));
  const clear = line.find(l => nodes.every(n => !n.shown || Math.hypot(at(n).x - (l.a.x + l.b.x) / 2, at(n).y - (l.a.y + l.b.y) / 2) > 30));
  const l = clear || line[0];
  return { label: strong.name.label,
    node: at(strong), edge: { x: (l.a.x + l.b.x) / 2, y: (l.a.y + l.b.y) / 2 } };
};
window.relataTest.render = () => renderer.render();
// A click of which Sigma does not know that there is a circle.
window.relataTest.clickStage = (x, y) => renderer.emit('clickStage', { event: { x, y } });
