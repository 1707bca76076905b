// Writes a graph as N-Quads whose names are hard on every format.
const names = ['a "quoted" & <b>bold</b> ]]> name', 'back\\slash \\n \\N \\G', 'tab\there', 'line\nbreak', '\x01\x07control\x1f\x7f',
  'emoji 👩‍👩‍👧 🇻🇳', 'עברית ‏שלום', 'العربية', 'x'.repeat(10000), 'INF', 'NaN', 'Nguye\u0302\u0303n', 'comma, semi; pipe|', '=1+1',
  'two  spaces', 'sep\u2028arated\u2029', '%41 %zz', "O'Brien", '{curly} [square] #hash', '-1', 'null', '&amp; &#38;', '[AP] a.txt', '#', '\ufeff', '\ufeffmarked', '', ' ', '\u202eoverride\u202c',
  '</script><script>', '<!-- -->', '<![CDATA[x]]>', '@prefix', '_:b0', '"""', '日本語の名前', 'a\rb', '1e5', 'true'];
const literal = s => '"' + s.replace(/[\\"]/g, '\\$&').replace(/[\x00-\x1f\x7f]/g, c => '\\u' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')) + '"';
const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>', label = '<http://www.w3.org/2000/01/rdf-schema#label>';
const rel = name => `<urn:relata:rel/${name}>`, doc = '<urn:relata:doc/d%20x/y>';
const lines = [`${doc} ${type} <http://schema.org/NewsArticle> ${doc} .`, `${doc} <http://schema.org/headline> ${literal(names[0])} ${doc} .`];
names.forEach((name, k) => {
  const person = `<urn:relata:person/p${k}>`, other = `<urn:relata:person/p${(k + 1) % names.length}>`;
  const fact = `<urn:relata:fact/${String(k).padStart(16, '0')}>`, evidence = `<urn:relata:evidence/d%20x/y/${k}-${k + 5}>`;
  const say = (s, p, o) => lines.push(`${s} ${p} ${o} ${doc} .`);
  lines.push(`${person} ${type} <http://schema.org/Person> .`, `${person} ${label} ${literal(name)} .`);
  say(fact, type, rel('Fact'));
  say(fact, rel('relation'), rel('met'));
  say(fact, rel('subject'), person);
  say(fact, rel('object'), other);
  say(fact, rel('status'), '"actual"');
  say(fact, rel('evidence'), evidence);
  if (k % 3 === 0) say(fact, rel('date'), `"202${k % 5}-0${k % 9 + 1}"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>`);
  say(evidence, rel('text'), literal('Said of ' + name));
});
console.log(lines.join('\n'));
