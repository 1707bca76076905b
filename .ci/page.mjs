// Opens a page that relata wrote in headless Chromium and uses it as a reader would.
// Usage: node page.mjs CHROMIUM PAGE.html SEARCH NODES [SCREENSHOTS]
// SEARCH is a name without diacritics, NODES how many nodes are to be drawn.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [chromium, page, query, nodes, shots] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'page-'));
const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--remote-debugging-pipe', '--use-gl=angle',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--hide-scrollbars', '--window-size=1400,1000',
  '--user-data-dir=' + profile, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const stop = setTimeout(() => { console.error('the browser does not answer'); end(1); }, 120e3);

function end(code) {
  clearTimeout(stop);
  browser.kill('SIGKILL');
  try { rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }); } catch { /* still in use */ }
  process.exit(code);
}

let last = 0, session, rest = '';
const answers = new Map(), faults = [], asked = [];
browser.stdio[4].setEncoding('utf8').on('data', data => {
  const parts = (rest + data).split('\0');
  rest = parts.pop();
  for (const part of parts) take(JSON.parse(part));
});
function take(m) {
  if (m.id) answers.get(m.id)(m);
  if (m.method === 'Runtime.exceptionThrown') faults.push(m.params.exceptionDetails.exception?.description || m.params.exceptionDetails.text);
  if (m.method === 'Log.entryAdded' && m.params.entry.level === 'error') faults.push(m.params.entry.text);
  if (m.method === 'Network.requestWillBeSent') asked.push(m.params.request.url);
}
function send(method, params = {}) {
  const id = ++last;
  browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId: session }) + '\0');
  return new Promise((done, fail) => answers.set(id, m => m.error ? fail(new Error(method + ': ' + m.error.message)) : done(m.result)));
}
async function run(expression) {
  const r = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (r.exceptionDetails) throw new Error(r.exceptionDetails.exception?.description || r.exceptionDetails.text);
  return r.result.value;
}
const wait = ms => new Promise(done => setTimeout(done, ms));
async function shot(name) {
  if (!shots) return;
  await wait(700);
  const { data } = await send('Page.captureScreenshot', { format: 'png' });
  writeFileSync(join(shots, name + '.png'), Buffer.from(data, 'base64'));
}
async function key(k) {
  for (const type of ['keyDown', 'keyUp']) {
    await send('Input.dispatchKeyEvent', { type, key: k, text: type === 'keyDown' && k.length === 1 ? k : k === 'Enter' ? '\r' : undefined,
      windowsVirtualKeyCode: { Enter: 13, Escape: 27 }[k] });
  }
}
async function click(x, y) {
  await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await wait(50);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
}
// Waits until an expression gives what is wanted, at most 5 seconds, and gives what it gave last.
async function until(expression, wanted) {
  let got;
  for (let i = 0; i < 50; i++) {
    got = await run(expression);
    if (wanted(got)) break;
    await wait(100);
  }
  return got;
}
const title = 'document.querySelector("#details h2").textContent';
let passed = 0, failed = 0;
function check(what, ok, got) {
  if (ok) { passed++; console.log('ok   ' + what); } else { failed++; console.log(`FAIL ${what}: ${got}`); }
}

try {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  ({ sessionId: session } = await send('Target.attachToTarget', { targetId, flatten: true }));
  for (const domain of ['Runtime', 'Log', 'Network', 'Page']) await send(domain + '.enable');
  await send('Performance.enable', { timeDomain: 'threadTicks' }); // processor time, whatever else the machine does
  const began = Date.now();
  await send('Page.navigate', { url: 'file://' + resolve(page) });
  let counts = '';
  for (let i = 0; i < 300 && !counts; i++) {
    await wait(50);
    counts = await run('document.readyState === "complete" && document.getElementById("counts").textContent || ""');
  }
  const took = Date.now() - began;
  const metrics = (await send('Performance.getMetrics')).metrics.filter(m => ['TaskDuration', 'ScriptDuration'].includes(m.name));
  console.log(`${counts}, open after ${took} ms; processor time: ${metrics.map(m => `${m.name} ${m.value.toFixed(2)} s`).join(', ')}`);
  check('draws all nodes', counts.startsWith(nodes + ' node'), counts);
  check('opens in 20 s, on a busy machine', took < 20000, took + ' ms');
  check('draws with WebGL', await run('document.querySelectorAll("#canvas canvas").length > 3'), 'no canvas');
  await shot('all');

  await key('/');
  await send('Input.insertText', { text: query });
  const offered = await run('document.querySelector("#found li")?.textContent || ""');
  await key('Enter');
  await wait(800);
  const name = await run('document.querySelector("#details h2").textContent');
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  check('search without diacritics', offered !== '' && plain.includes(query.toLowerCase()), name);
  check('a name tells all it did', await run('document.querySelectorAll("#details li").length > 0'), 'nothing');
  const first = await run('(() => { const d = document.querySelector("#details details"); d.open = true; return new Promise(r => setTimeout(() => r(d.querySelector("blockquote")?.textContent || ""), 100)); })()');
  check('a fact opens to its sentence', first.length > 20, first);
  check('the choice is in the address', await run('location.hash.length > 2'), 'no hash');
  await shot('person');

  await run('document.querySelector("#rows td:nth-child(3) button").click()');
  await wait(300);
  check('a row of the timeline shows its sentence', await run('document.querySelector("#details blockquote") !== null'), 'none');
  await shot('edge');

  await key('Escape');
  await run('document.getElementById("whole").click()');
  await wait(1500);
  const at = await run('(() => { const c = document.getElementById("canvas").getBoundingClientRect(); return [c.left + c.width / 2, c.top + 30, c.width, c.height]; })()');
  const hit = await run('window.relataTest ? window.relataTest() : null');
  if (hit) {
    await click(at[0] - at[2] / 2 + hit.node.x, at[1] - 30 + hit.node.y);
    const chosen = await until(title, t => t === hit.label);
    check('a click on a circle tells of it', chosen === hit.label, chosen + ', not ' + hit.label);
    await key('Escape');
    await run('document.getElementById("whole").click()');
    await wait(1500);
    await run('(() => { const { node } = relataTest(); relataTest.clickStage(node.x + 2, node.y + 1); })()');
    check('a circle that Sigma has not seen goes before the lines below it', (await run(title)) === hit.label, await run(title));
    await key('Escape');
    await run('document.getElementById("whole").click()');
    await wait(1500);
    const line = await run('window.relataTest()');
    await click(at[0] - at[2] / 2 + line.edge.x, at[1] - 30 + line.edge.y);
    const two = await until(title, t => / and /.test(t));
    check('a click on a line shows the sentences', / and /.test(two) && await run('document.querySelector("#details blockquote") !== null'), two);
    await key('Escape');
  }

  const before = await run('document.querySelectorAll("#rows tr").length');
  await run('(() => { const f = document.getElementById("from"); f.value = f.max; f.oninput(); })()');
  check('time filters', (await run('document.querySelectorAll("#rows tr").length')) < before || await run('document.getElementById("time").hidden'), before);
  await run('(() => { const f = document.getElementById("from"); f.value = 0; f.oninput(); })()');
  await run('document.querySelectorAll("#relations input").forEach(b => b.click())');
  check('nothing left says so', await run('!document.getElementById("nothing").hidden'), await run('document.getElementById("counts").textContent'));
  await run('document.querySelectorAll("#relations input").forEach(b => b.click())');

  // What the browser makes of a frame is the machine's: without a graphics card it paints in software. Ours is the script.
  await run('(() => { const s = document.getElementById("strongest"); s.value = 2000; s.oninput(); })()');
  await wait(500);
  const drawn = await run('document.getElementById("counts").textContent');
  const script = await run(`(() => { const times = []; for (let i = 0; i < 40; i++) { const t = performance.now(); relataTest.render(); times.push(performance.now() - t); }
    return times.sort((a, b) => a - b)[20]; })()`);
  const frames = await run(`new Promise(done => { let n = 0; const t = performance.now();
    (function step() { n++; document.getElementById(n % 2 ? 'closer' : 'farther').click();
      if (performance.now() - t < 2000) requestAnimationFrame(step); else done(Math.round(n / 2)); })(); })`);
  console.log(`${drawn}: ${script.toFixed(1)} ms of a frame by the script, ${frames} frames a second while zooming`);
  check('the script leaves room for 30 frames a second', script < 33, script + ' ms');
  await run('document.getElementById("whole").click()');
  await run('document.getElementById("theme").click()');
  await shot('dark');
  await run('document.getElementById("theme").click()');
  await run('dispatchEvent(new Event("beforeprint"))');
  await send('Emulation.setEmulatedMedia', { media: 'print' });
  const printed = await run('document.getElementById("printed").src.length');
  check('print has the picture', printed > 5000, printed);
  await send('Emulation.setEmulatedMedia', { media: '' });
  await send('Emulation.setDeviceMetricsOverride', { width: 390, height: 800, deviceScaleFactor: 2, mobile: true });
  await send('Page.reload');
  await wait(1500);
  check('fits a phone', (await until('document.documentElement?.scrollWidth || 0', n => n > 0)) <= 391, await run('document.documentElement.scrollWidth'));
  await shot('phone');
  check('no error', faults.length === 0, faults.join('\n'));
  const outside = asked.filter(u => !/^(file|data|blob|about):/.test(u));
  check('nothing is loaded', outside.length === 0, outside.join(' '));
} catch (error) {
  check('the page', false, error.stack);
}
console.log(`${passed} passed, ${failed} failed`);
end(failed ? 1 : 0);
