// What is told of a node, of a line, or of all.
const panel = document.getElementById('details');

// An element with properties and children; text is never read as markup.
function make(tag, props, ...children) {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children.filter(c => c !== null && c !== undefined && c !== ''));
  return e;
}

function nameOf(n) {
  if (!n) return '';
  return make('button', { type: 'button', className: 'name', title: n.label, onclick: () => choose(n) }, short(n.label));
}

function source(doc) {
  const title = doc.title || doc.id;
  const text = (doc.date ? doc.date + ', ' : '') + title;
  if (!/^https?:\/\//i.test(doc.url || '')) return make('span', { title: doc.id }, text);
  return make('a', { href: doc.url, target: '_blank', rel: 'noopener noreferrer', title: doc.id }, text);
}

// The sentences of a fact, each with its document and rule.
function sentences(f) {
  return f.statements.flatMap(s => s.sentences.map(e => make('blockquote', {}, e.text,
    make('footer', {}, source(s.doc), ' · ', e.rule, s.by ? ' · says ' + s.by.label : ''))));
}

function once(list) { return [...new Set(list.filter(Boolean))]; }

// A fact as a line that opens to its sentences.
function factLine(f, open) {
  const places = once(f.statements.map(s => s.place));
  const events = once(f.statements.map(s => s.event));
  const others = once(f.statements.flatMap(s => s.with));
  const extra = once(f.statements.flatMap(s => [s.level, s.amount]));
  const texts = f.statements.length;
  const line = make('summary', {}, make('span', { className: 'small' }, when(f) + ' '),
    nameOf(f.subject), ' ' + spoken(f.relation) + ' ', nameOf(f.object),
    f.of && f.of.node !== f.object ? make('span', {}, ' of ', nameOf(f.of)) : '', f.to ? make('span', {}, ' to ', nameOf(f.to)) : '',
    ...others.flatMap((o, i) => [i ? ', ' : ' with ', nameOf(o)]), ...places.flatMap((p, i) => [i ? ', ' : ' in ', nameOf(p)]),
    ...events.flatMap(e => [' at ', nameOf(e)]), extra.length ? ' (' + extra.join(', ') + ')' : '',
    f.status === 'actual' ? '' : make('span', {}, ' ', make('span', { className: 'status' }, f.status)),
    make('span', { className: 'small' }, ` · ${texts} text${texts > 1 ? 's' : ''}`));
  const box = make('details', { open: !!open }, line);
  const fill = () => { if (box.open && box.children.length === 1) box.append(...sentences(f)); };
  box.addEventListener('toggle', fill);
  fill();
  return make('li', {}, box);
}

function when(f) {
  if (f.date) return f.date;
  return f.start ? 'told ' + (f.start === f.end ? f.start : f.start.slice(0, 4)) : 'no date';
}

function latestFirst(a, b) { return (b.start || '').localeCompare(a.start || '') || a.index - b.index; }

// A list of facts, the rest of which comes on demand.
function factList(list, open) {
  const ul = make('ul', {});
  const add = from => {
    ul.append(...list.slice(from, from + 50).map(f => factLine(f, open)));
    if (list.length > from + 50) {
      const more = make('button', { type: 'button', onclick: () => { more.remove(); add(from + 50); } },
        `${list.length - from - 50} more`);
      ul.append(more);
    }
  };
  add(0);
  return ul;
}

// The offices of a person, or who held those of a country or body, the latest first.
function offices(n) {
  const held = new Map();
  for (const f of n.facts.filter(f => f.relation === 'holdsPosition')) {
    const key = [f.subject.id, f.object.id, f.of && f.of.id, f.to && f.to.id, f.status].join('\n');
    if (!held.has(key)) held.set(key, []);
    held.get(key).push(f);
  }
  return [...held.values()].map(list => ({
    list, first: list.map(f => f.start).filter(Boolean).sort()[0] || '',
    last: list.map(f => f.end).filter(Boolean).sort().pop() || '',
  })).sort((a, b) => b.last.localeCompare(a.last) || b.list.length - a.list.length || a.list[0].index - b.list[0].index);
}

function officeLine(n, { list, first, last }) {
  const f = list[0];
  const told = once(list.flatMap(g => g.statements.map(s => s.doc))).length;
  const box = make('details', {}, make('summary', {},
    f.subject === n ? '' : make('span', {}, nameOf(f.subject), ': '), nameOf(f.object),
    f.of && !f.object.label.endsWith(' of ' + f.of.label) && f.of !== n ? make('span', {}, ' of ', nameOf(f.of)) : '',
    f.to ? make('span', {}, ' to ', nameOf(f.to)) : '',
    f.status === 'actual' ? '' : make('span', {}, ' ', make('span', { className: 'status' }, f.status)),
    make('span', { className: 'small' }, ` · ${first ? (first === last ? first : first + ' – ' + last) : 'no date'} · ${told} text${told > 1 ? 's' : ''}`)));
  box.addEventListener('toggle', () => { if (box.children.length === 1) box.append(...list.flatMap(sentences)); });
  return make('li', {}, box);
}

function showNode(n) {
  const held = offices(n);
  const did = n.facts.filter(f => f.relation !== 'holdsPosition' && f.subject !== f.object).sort(latestFirst);
  const groups = new Map();
  for (const f of did) groups.set(f.relation, [...(groups.get(f.relation) || []), f]);
  panel.replaceChildren(
    make('h2', {}, n.label),
    make('dl', {}, ...[['Type', n.type], ['Office', n.office], ['Country', n.country === n.label ? '' : n.country],
      ['Also', n.aliases.slice(0, 12).join(', ')]].filter(([, v]) => v).flatMap(([k, v]) => [make('dt', {}, k), make('dd', {}, v)]),
    n.wikidata ? make('dt', {}, 'Wikidata') : '',
    n.wikidata ? make('dd', {}, make('a', {
      href: 'https://www.wikidata.org/wiki/' + encodeURIComponent(n.wikidata), target: '_blank', rel: 'noopener noreferrer',
    }, n.wikidata)) : ''),
    held.length ? make('h3', {}, 'Offices') : '', held.length ? make('ul', {}, ...held.map(h => officeLine(n, h))) : '',
    ...[...groups].flatMap(([relation, list]) => [make('h3', {}, `${spoken(relation)} (${list.length})`), factList(list)]));
}

function showPair(p) {
  panel.replaceChildren(make('h2', {}, nameOf(p.a.name), ' and ', nameOf(p.b.name)),
    factList([...p.facts].sort(latestFirst), true));
}

// The strongest, before anything is chosen.
function showAll() {
  const top = nodes.filter(n => n.shown).sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, 25);
  panel.replaceChildren(make('h2', {}, 'Who has most to do with others'),
    make('p', { className: 'small' }, 'Choose a circle, a line, a name or a row of the timeline.'),
    make('ul', {}, ...top.map(n => make('li', {}, nameOf(n.name), make('span', { className: 'small' },
      ` · ${n.weight} fact${n.weight > 1 ? 's' : ''}${n.name.office ? ' · ' + n.name.office : ''}`)))));
}

function show() {
  if (state.pair) showPair(state.pair);
  else if (state.name) showNode(state.name);
  else showAll();
  panel.scrollTop = 0;
}
