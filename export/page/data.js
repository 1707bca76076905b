// The data as things, from the lists that the file has them in.
const raw = JSON.parse(document.getElementById('data').textContent);
const words = raw.words || [], texts = raw.texts || [], rules = raw.rules || [];
const docs = (raw.docs || []).map(([id, title, date, url]) => ({ id, title, date, url }));
const names = raw.names.map(([id, label, type, country, office, aliases, wikidata], index) => ({
  index, id, label, type: words[type], country: country || '', office: office || '',
  aliases: aliases ? aliases.split('\n') : [], wikidata: wikidata || '', facts: [], node: null,
}));
const facts = raw.facts.map(([relation, subject, object, status, date, of, to, statements], index) => ({
  index, relation: words[relation], subject: names[subject], object: names[object], status: words[status], date,
  of: names[of], to: names[to],
  statements: statements.map(([doc, evidence, place, by, others, event, level, amount]) => ({
    doc: docs[doc], place: names[place], by: names[by], with: others.map(i => names[i]), event: names[event], level, amount,
    sentences: evidence.filter((_, i) => i % 2 === 0).map((t, i) => ({ text: texts[t], rule: rules[evidence[2 * i + 1]] })),
  })),
}));
for (const f of facts) {
  const part = new Set([f.subject, f.object, f.of, f.to]);
  for (const s of f.statements) [s.place, s.event, ...s.with].forEach(n => part.add(n));
  for (const n of part) if (n) n.facts.push(f);
  [f.start, f.end] = daysOf(f);
}
const nodes = raw.nodes.map(([name, x, y, color], index) => {
  const n = { index, name: names[name], x, y, color };
  n.name.node = n;
  return n;
});
const edges = raw.edges.map(([source, target, relation, list]) => ({
  source: nodes[source], target: nodes[target], relation: words[relation], facts: list.map(i => facts[i]),
}));

// What two nodes have to do with each other, one pair a line of the drawing.
const pairs = [];
{
  const known = new Map();
  for (const e of edges) {
    const key = e.source.index < e.target.index ? e.source.index + ' ' + e.target.index : e.target.index + ' ' + e.source.index;
    if (!known.has(key)) {
      known.set(key, { index: pairs.length, a: e.source, b: e.target, edges: [], weight: 0 });
      pairs.push(known.get(key));
    }
    known.get(key).edges.push(e);
  }
}

function firstDay(date) { return date && date + '-01-01'.slice(date.length - 4); }

function lastDay(date) {
  if (!date || date.length === 10) return date;
  if (date.length === 4) return date + '-12-31';
  return date + '-' + new Date(Date.UTC(+date.slice(0, 4), +date.slice(5), 0)).getUTCDate();
}

// The first and the last day of a fact, or where it has no date of its reports.
function daysOf(f) {
  if (f.date) return [firstDay(f.date), lastDay(f.date)];
  const told = f.statements.map(s => s.doc.date).filter(Boolean).sort();
  return told.length ? [firstDay(told[0]), lastDay(told[told.length - 1])] : ['', ''];
}

// The words of a relation: "spoke with" of "spokeWith".
function spoken(relation) { return relation.replace(/[A-Z]/g, c => ' ' + c.toLowerCase()); }

const letters = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ð: 'd', þ: 'th' };

// A text of at most 40 letters.
function short(s) { const all = [...s]; return all.length > 40 ? all.slice(0, 39).join('') + '…' : s; }

// A name without diacritics, in small letters.
function fold(s) {
  return s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đøłßæœıðþ]/g, c => letters[c])
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

// The names that have all words of a query at the beginning of words: nodes first, those with most facts first.
for (const n of names) n.forms = [n.label, ...n.aliases].map(f => ' ' + fold(f));

function find(query) {
  const wanted = fold(query).split(' ').filter(Boolean).map(w => ' ' + w);
  if (!wanted.length) return [];
  return names.filter(n => n.forms.some(f => wanted.every(w => f.includes(w))))
    .sort((a, b) => !!b.node - !!a.node || b.facts.length - a.facts.length || a.index - b.index).slice(0, 12);
}
