// Filters, time, search, keys.
const byId = id => document.getElementById(id);

function count(n, what) { return `${n} ${what}${n === 1 ? '' : 's'}`; }

function update() {
  const n = sift();
  byId('counts').textContent = `${count(n.nodes, 'node')}${n.nodes < n.of ? ' of ' + n.of : ''}, ${count(n.lines, 'edge')}, ${count(shownFacts.length, 'fact')}`;
  byId('counts').title = 'An edge is all facts between two nodes; a fact counts once, however many documents tell it.';
  byId('nothing').hidden = n.nodes > 0;
  byId('strong').textContent = state.strongest >= n.of ? 'all' : String(state.strongest);
  redraw();
  drawBars();
  rows = 0;
  byId('rows').replaceChildren();
  moreRows();
  if (!state.name && !state.pair) showAll();
}

// Choosing a thing, a line or nothing.
function choose(name) {
  state.pair = null;
  state.name = name;
  state.node = name ? name.node : null;
  history.replaceState(null, '', name ? '#' + encodeURIComponent(name.id) : '#');
  show();
  update();
  if (renderer && state.node) {
    const at = renderer.getNodeDisplayData(state.node.index);
    const camera = renderer.getCamera();
    if (at) camera.animate({ x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.5) }, { duration: still() ? 0 : 400 });
  }
}

function choosePair(p) {
  state.pair = p;
  state.node = state.name = null;
  show();
  update();
}

function still() { return matchMedia('(prefers-reduced-motion: reduce)').matches; }

if (renderer) {
  renderer.on('clickNode', e => choose(nodes[e.node].name));
  renderer.on('clickStage', ({ event }) => {
    const node = nodeAt(event), line = node ? null : lineAt(event);
    if (line) choosePair(line); else choose(node && node.name);
  });
  renderer.on('enterNode', e => { state.over = nodes[e.node]; place.style.cursor = 'pointer'; redraw(); });
  renderer.on('leaveNode', () => { state.over = null; place.style.cursor = ''; redraw(); });
  let pointed = null; // where the pointer was last in this frame
  renderer.on('moveBody', ({ event: { x, y } }) => {
    if (!pointed) requestAnimationFrame(() => {
      if (!state.over) place.style.cursor = nodeAt(pointed) || lineAt(pointed) ? 'pointer' : '';
      pointed = null;
    });
    pointed = { x, y };
  });
}

// Boxes to tick for the values of a filter.
function boxes(id, values, set, spell) {
  const counts = new Map();
  for (const v of values) counts.set(v, (counts.get(v) || 0) + 1);
  byId(id).hidden = counts.size < 2;
  for (const [v, n] of [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))) {
    const box = make('input', { type: 'checkbox', checked: set.has(v), value: v });
    box.onchange = () => { if (box.checked) set.add(v); else set.delete(v); update(); };
    byId(id).append(make('label', {}, box, ' ' + spell(v) + ' ', make('span', { className: 'small' }, String(n))));
  }
}
boxes('relations', edges.flatMap(e => e.facts.map(() => e.relation)), state.relations, spoken);
boxes('statuses', edges.flatMap(e => e.facts.map(f => f.status)), state.statuses, s => s);
boxes('types', nodes.map(n => n.name.type), state.types, t => t);

const strongest = byId('strongest');
strongest.max = nodes.length;
strongest.value = state.strongest;
strongest.oninput = () => { state.strongest = +strongest.value; update(); };

// Time: months from the first to the last, chosen by two thumbs.
const months = [];
{
  const days = edges.flatMap(e => e.facts.flatMap(f => [f.start, f.end])).filter(Boolean).sort();
  if (days.length) {
    const last = days[days.length - 1].slice(0, 7);
    for (let m = days[0].slice(0, 7); m <= last && months.length < 6000; m = nextMonth(m)) months.push(m);
  }
}

function nextMonth(m) {
  const next = +m.slice(0, 4) * 12 + +m.slice(5);
  return String(Math.floor(next / 12)).padStart(4, '0') + '-' + String(next % 12 + 1).padStart(2, '0');
}

const [from, to] = [byId('from'), byId('to')];
byId('time').hidden = months.length < 2;
from.max = to.max = Math.max(0, months.length - 1);
from.value = 0;
to.value = to.max;
from.oninput = to.oninput = function () {
  if (+from.value > +to.value) this.value = this === from ? to.value : from.value;
  const whole = +from.value === 0 && +to.value === months.length - 1;
  state.from = whole ? '' : firstDay(months[from.value]);
  state.to = whole ? '' : lastDay(months[to.value]);
  tellSpan();
  update();
};

function tellSpan() {
  if (months.length) byId('span').textContent = `${months[from.value]} to ${months[to.value]}`;
}

// How many facts each month has.
function drawBars() {
  const canvas = byId('bars');
  const width = canvas.width = canvas.clientWidth || 600, height = canvas.height;
  const counts = new Array(months.length).fill(0);
  for (const f of shownFacts) {
    const at = f.start ? months.indexOf(f.start.slice(0, 7)) : -1;
    if (at >= 0) counts[at]++;
  }
  const most = Math.max(1, ...counts), context = canvas.getContext('2d');
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--link');
  counts.forEach((n, i) => {
    const high = n / most * height, step = (width - 16) / months.length;
    context.fillRect(8 + i * step, height - high, Math.max(1, step - 1), high);
  });
}

// The timeline, row by row.
let rows = 0;
function moreRows() {
  const mine = !state.name && !state.pair ? shownFacts
    : shownFacts.filter(f => state.pair ? state.pair.facts.includes(f) : state.name.facts.includes(f));
  byId('rows').append(...mine.slice(rows, rows + 100).map(f => {
    const row = make('tr', {}, make('td', {}, when(f)), make('td', {}, nameOf(f.subject)),
      make('td', {}, make('button', { type: 'button', className: 'name', onclick: () => showFact(f) },
        spoken(f.relation) + (f.status === 'actual' ? '' : ' (' + f.status + ')'))),
      make('td', {}, nameOf(f.object)), make('td', {}, once(f.statements.map(s => s.place && s.place.label)).join(', ')),
      make('td', {}, String(f.statements.length)));
    return row;
  }));
  rows += 100;
  byId('more').hidden = rows >= mine.length;
}
byId('more').onclick = moreRows;

// Goes to the line of a fact and opens it.
function showFact(f) {
  const pair = pairs.find(p => p.facts && p.facts.includes(f));
  if (pair) choosePair(pair);
  panel.replaceChildren(make('h2', {}, nameOf(f.subject), ' ' + spoken(f.relation) + ' ', nameOf(f.object)), factList([f], true));
  panel.focus();
}

// Search.
const search = byId('search'), found = byId('found');
let marked = 0;
function offer() {
  const list = find(search.value);
  marked = 0;
  found.replaceChildren(...list.map((n, i) => make('li', {
    id: 'found' + i, role: 'option', ariaSelected: String(i === 0), onmousedown: e => { e.preventDefault(); take(n); },
  }, n.label, ' ', make('small', {}, [n.type, n.office].filter(Boolean).join(', ')))));
  if (search.value.trim() && !list.length) found.append(make('li', {}, make('small', {}, 'nobody and nothing of this name')));
  found.hidden = !search.value.trim();
  search.ariaExpanded = String(!found.hidden);
  return list;
}
function take(n) {
  found.hidden = true;
  search.ariaExpanded = 'false';
  search.value = n.label;
  choose(n);
}
search.oninput = offer;
search.onfocus = () => { search.select(); };
search.onblur = () => { found.hidden = true; };
search.onkeydown = e => {
  const list = find(search.value);
  if (e.key === 'Enter' && list.length) take(list[Math.min(marked, list.length - 1)]);
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    if (found.hidden) { offer(); return; }
    marked = Math.max(0, Math.min(list.length - 1, marked + (e.key === 'ArrowDown' ? 1 : -1)));
    [...found.children].forEach((li, i) => { li.ariaSelected = String(i === marked); });
    search.setAttribute('aria-activedescendant', 'found' + marked);
    if (found.children[marked]) found.children[marked].scrollIntoView({ block: 'nearest' });
  }
};

// Keys and buttons.
function zoom(factor) {
  if (renderer) renderer.getCamera().animate({ ratio: renderer.getCamera().ratio * factor }, { duration: still() ? 0 : 150 });
}
function move(dx, dy) {
  const camera = renderer && renderer.getCamera();
  if (camera) camera.animate({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio }, { duration: still() ? 0 : 100 });
}
const home = () => { if (renderer) renderer.getCamera().animatedReset({ duration: still() ? 0 : 300 }); };
const keys = { '+': () => zoom(0.7), '=': () => zoom(0.7), '-': () => zoom(1.4), 0: home };
const arrows = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') { found.hidden = true; document.activeElement.blur(); choose(null); return; }
  if (e.target.tagName === 'INPUT' || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === '/') { e.preventDefault(); search.focus(); }
  if (keys[e.key]) keys[e.key]();
  if (arrows[e.key] && document.activeElement === place) { e.preventDefault(); move(...arrows[e.key]); }
});
byId('closer').onclick = () => zoom(0.7);
byId('farther').onclick = () => zoom(1.4);
byId('whole').onclick = home;
byId('reset').onclick = () => { location.hash = ''; location.reload(); };
byId('help').onclick = () => {
  byId('keys').hidden = !byId('keys').hidden;
  byId('help').ariaExpanded = String(!byId('keys').hidden);
};
byId('print').onclick = () => print();
addEventListener('beforeprint', picture);
addEventListener('resize', () => { drawBars(); redraw(); });

function setTheme(isDark) {
  document.documentElement.classList.toggle('dark', isDark);
  if (renderer) renderer.setSetting('labelColor', { color: isDark ? '#e6e9ed' : '#1b1f24' });
  redraw();
  drawBars();
}
byId('theme').onclick = () => setTheme(!dark());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', e => setTheme(e.matches));

if (raw.groups.length > 1) byId('legend').append(...raw.groups.slice(0, 13).map(([name, color]) =>
  make('li', {}, Object.assign(make('i', {}), { style: 'background:' + color }), name)));
if (matchMedia('(max-width: 800px)').matches) byId('filters').open = false;
tellSpan();
setTheme(matchMedia('(prefers-color-scheme: dark)').matches);
{
  const id = decodeURIComponent(location.hash.slice(1));
  const name = id && names.find(n => n.id === id);
  if (name) choose(name); else { show(); update(); }
}
