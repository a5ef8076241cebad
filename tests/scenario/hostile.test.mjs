// What a frightened person's browser never sends, and a stranger's program does: a clear error each, in the reader's
// language where a person reads it, and the server goes on with everybody's words kept.
import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import WebSocket from 'ws';
import { Reporter, isFromBot, receiptIn } from '../support/direct_line.mjs';
import { Varsel, root, temporaryFolder, until, varsel } from '../support/varsel.mjs';
import { logList, productionKey } from './support.mjs';

const SECRET_WORDS = 'Tordenskjold';  // stands in what is kept and in what is refused; must never reach the operator's log
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let server, kept, history, slow;
before(async () => {
  server = await Varsel.start();
  slow = dripping();
  kept = await Reporter.open(server.url);
  await kept.say(`I sent a mail about ${SECRET_WORDS} to a wrong recipient`);
  history = await kept.history();
});
after(() => server?.stop());

// Whatever was sent: the server answers, and what was kept is as it was.
afterEach(async () => {
  assert.equal(server.process.exitCode, null, 'the server is alive');
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  assert.deepEqual(await kept.history(), history);
});

// A request that never ends, a byte at a time: what came back, and after how many seconds.
function dripping() {
  const started = Date.now();
  return new Promise(done => {
    let got = '';
    const socket = net.connect(server.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
    const drops = setInterval(() => socket.write('a'), 500);
    socket.on('data', data => { got += data; }).on('error', () => {});
    socket.on('close', () => {
      clearInterval(drops);
      done({ got, after: (Date.now() - started) / 1000 });
    });
  });
}

// Sends bytes as they are and gives everything that comes back until the server closes or is quiet.
function raw(bytes, { quiet = 1500, half = false } = {}) {
  return new Promise(done => {
    let got = '';
    const socket = net.connect(server.port, '127.0.0.1', () => (half ? socket.write(bytes) : socket.end(bytes)));
    socket.setEncoding('latin1').setTimeout(quiet, () => socket.destroy());
    socket.on('data', text => { got += text; }).on('error', () => {}).on('close', () => done(got));
  });
}
const status = answer => Number(answer.match(/^HTTP\/1\.1 (\d{3})/)?.[1]);
const get = (target, headers = '') => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close\r\n\r\n`;

async function activity(body, { token = kept.token, id = kept.id, type = 'application/json', method = 'POST' } = {}) {
  const response = await fetch(`${server.url}/v3/directline/conversations/${id}/activities`, {
    method, headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) }, body,
  });
  const text = await response.text();
  return { status: response.status, text, error: JSON.parse(text).error };
}

const claims = token => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());

// A token signed with `key`, or else with the server's own: derived from the master key, so that pages outlive a restart.
function jwt(body, key) {
  const master = Buffer.from(readFileSync(join(server.data, 'master.key'), 'utf8').split('\n')[1], 'hex');
  const own = createHash('sha256').update(Buffer.concat([Buffer.from('varsel web tokens 1'), master])).digest('hex');
  const signed = [{ alg: 'HS256', typ: 'JWT' }, body].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createHmac('sha256', key ?? own).update(signed).digest('base64url')}`;
}

describe('Direct Line refuses with a code and a sentence', () => {
  const message = fields => JSON.stringify({ type: 'message', from: { id: kept.user }, ...fields });
  const refused = [
    ['no JSON', () => SECRET_WORDS, 400],
    ['half of an object', () => `{"type":"message","text":"${SECRET_WORDS}`, 400],
    ['an array', () => `["${SECRET_WORDS}"]`, 400],
    ['a text that is a number', () => message({ text: 7 }), 400],
    ['a text that is an object', () => message({ text: { a: SECRET_WORDS } }), 400],
    ['a message without a type', () => `{"text":"${SECRET_WORDS}"}`, 400],
    ['broken UTF-8', () => Buffer.concat([Buffer.from('{"type":"message","text":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]), 400],
    ['an overlong encoding', () => Buffer.concat([Buffer.from('{"type":"message","text":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]), 400],
    ['half of a surrogate pair', () => '{"type":"message","text":"\\ud800"}', 400],
    ['100,000 nested arrays', () => `{"type":"message","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['10 MB of text', () => message({ text: SECRET_WORDS.repeat(900_000) }), 413],
    ['an id of 300 characters', () => message({ text: 'x', channelData: { clientActivityID: 'i'.repeat(300) } }), 400],
    ['nothing', () => '', 400],
  ];
  for (const [what, body, expected] of refused)
    test(what, async () => {
      const answer = await activity(body());
      assert.equal(answer.status, expected, answer.text);
      assert.ok(answer.error.code && answer.error.message);
      assert.ok(!answer.text.includes(SECRET_WORDS), 'it does not repeat what was sent');
    });

  test('an unknown conversation, also with a good token', async () => {
    assert.equal((await activity('{}', { id: randomBytes(16).toString('hex') })).status, 403);
    const { token, conversationId } = await (await fetch(`${server.url}/v3/directline/tokens/generate`, { method: 'POST' })).json();
    const answer = await activity('{"type":"message","text":"hello"}', { token, id: conversationId });
    assert.equal(answer.status, 404);
    assert.ok(answer.error.message);
  });

  test('no token, a forged one, one of another conversation, and a stream\'s', async () => {
    assert.equal((await activity('{}', { token: '' })).status, 401);
    const other = await Reporter.open(server.url);
    const stream = new URL(kept.streamUrl).searchParams.get('t');
    const [header, payload, signature] = kept.token.split('.');
    const nobody = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of ['x', '..', `${header}.${payload}.`, `${header}.${payload}.${signature.slice(0, -4)}AAAA`, `${nobody}.${payload}.`,
      `${nobody}.${payload}.${signature}`, jwt(claims(kept.token), 'guessed'), other.token, stream, 'A'.repeat(8000)]) {
      const answer = await activity('{"type":"message","text":"hello"}', { token });
      assert.equal(answer.status, 403, token.slice(0, 40));
      assert.ok(answer.error.message);
    }
    assert.equal((await activity(undefined, { token: other.token, method: 'GET' })).status, 403);
  });

  test('a token that has expired, in a way that clients understand', async () => {
    const { exp, ...own } = claims(kept.token);
    assert.ok(exp > Date.now() / 1000);
    assert.equal((await activity(undefined, { token: jwt({ ...own, exp }), method: 'GET' })).status, 200, 'made as the server makes them');
    const answer = await activity(undefined, { token: jwt({ ...own, exp: Math.floor(Date.now() / 1000) - 1 }), method: 'GET' });
    assert.equal(answer.status, 403);
    assert.equal(answer.error.code, 'TokenExpired');
  });

  test('a wrong method, an unknown path, a watermark that is none', async () => {
    const headers = { authorization: `Bearer ${kept.token}` };
    const put = await fetch(`${server.url}/v3/directline/conversations`, { method: 'PUT', headers });
    assert.equal(put.status, 405);
    assert.match(put.headers.get('allow'), /POST/);
    assert.equal((await fetch(`${server.url}/v3/directline/nowhere`, { headers })).status, 404);
    for (const watermark of ['x', '-1', '99999999999999999999', '1e3', '%00'])
      assert.equal((await fetch(`${kept.base}/conversations/${kept.id}/activities?watermark=${watermark}`, { headers })).status, 400, watermark);
  });

  test('a file that is not what it says, and too many files', async () => {
    const upload = files => {
      const form = new FormData();
      for (const [name, bytes] of files) form.append('file', new Blob([bytes], { type: 'image/png' }), name);
      return fetch(`${kept.base}/conversations/${kept.id}/upload?userId=${kept.user}`,
        { method: 'POST', headers: { authorization: `Bearer ${kept.token}` }, body: form });
    };
    assert.equal((await upload([['a.png', Buffer.from('MZ\x90\0\x03\0\0\0program', 'latin1')]])).status, 415);
    assert.equal((await upload(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, 'text']))).status, 400);
    assert.equal((await upload([['big.txt', 'x'.repeat(11 * 1024 * 1024)]])).status, 413);
  });
});

describe('an odd text is a text', () => {
  const odd = {
    'right-to-left overrides': 'I sent \u202Ea mail\u202C to a \u2066wrong\u2069 recipient \u200F\u061C',
    'zero bytes and control characters': 'a\u0000b\u0007c\u001b[31m wrong recipient\u0085',
    'combining marks without end': `wrong recipient ${'e\u0301\u0302\u0303'.repeat(500)}`,
    'markup': '<script>alert(1)</script><img src=x onerror=alert(1)> wrong recipient',
    'a message pattern': 'wrong recipient {receipt} {0} {count, plural, one {x}} %s %n ${7*7}',
    'a query': "'; DROP TABLE conversation; -- wrong recipient",
    'emoji and characters beyond the first plane': '😱😱 \u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u{10FFFF} wrong recipient',
  };
  for (const [what, text] of Object.entries(odd))
    test(what, async () => {
      const reporter = await Reporter.open(server.url);
      const { text: answer } = await reporter.say(text);
      assert.ok(answer.length > 0);
      assert.doesNotMatch(answer, /[\u202A-\u202E\u2066-\u2069]/, 'an answer turns no text around');
      const [said] = (await reporter.history()).filter(each => !isFromBot(each));
      assert.ok(said.text.includes('wrong'), said.text);
      assert.ok((await reporter.say('show me what you have')).text);
    });

  test('the page shows markup as text, and turns nothing around', async () => {
    const page = await browser('/');
    await send(page, `<b onclick="x">bold</b> \u202Ewrong recipient`);
    const html = await (await fetch(server.url, { headers: { cookie: page.cookie, accept: BROWSER } })).text();
    assert.ok(!html.includes('<b onclick'));
    assert.match(html, /&lt;b onclick/);
  });

  test('the longest message that is allowed is answered within seconds', async () => {
    const reporter = await Reporter.open(server.url);
    const started = Date.now();
    const { status: answered } = await reporter.post('en forkert modtager fik en mail. '.repeat(240));
    assert.equal(answered, 200);
    assert.ok(Date.now() - started < 5_000, `${Date.now() - started} ms`);
  });
});

describe('HTTP that no browser sends', () => {
  const bad = [
    ['no request at all', 'hello\r\n\r\n', 400],
    ['a version that is none', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', [400, 505]],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['a header of 100 KB', get('/', `X-Long: ${'a'.repeat(100_000)}\r\n`), 431],
    ['1,000 headers', get('/', 'X-A: b\r\n'.repeat(1_000)), 431],
    ['a target of 10 KB', get(`/${'a'.repeat(10_000)}`), [414, 431]],
    ['a line break in a header', get('/', 'X-A: b\rX-B: c\r\n'), 400],
    ['a zero byte in a header', get('/', 'X-A: b\0c\r\n'), 400],
    ['a folded header', get('/', 'X-A: b\r\n  c\r\n'), 400],
    ['a space before the colon', get('/', 'Content-Length : 5\r\n'), 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!', 400],
    ['a length and chunks', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
    ['a length beyond all limits', 'POST /language HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n', 413],
    ['chunks beyond the limit', 'POST /language HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n' +
      `10000\r\n${'a'.repeat(0x10000)}\r\n`.repeat(6), 413],
    ['a chunk of no size', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n', 400],
    ['a way out of the folder', get('/assets/../../etc/passwd'), [400, 404]],
    ['an encoded way out of the folder', get('/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd'), [400, 404]],
    ['a zero byte in the address', get('/case/%00'), [400, 404]],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', [400, 405, 501]],
    ['CONNECT', 'CONNECT localhost:80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', [400, 404, 405, 501]],
  ];
  for (const [what, bytes, expected] of bad)
    test(what, async () => {
      const answer = await raw(Buffer.from(bytes, 'latin1'), { half: true });
      assert.ok([expected].flat().includes(status(answer)), `${answer.slice(0, 200)}`);
    });

  test('a hundred clients that say nothing or half a request do not keep anybody waiting', async t => {
    const sockets = Array.from({ length: 100 }, (_, index) => {
      const socket = net.connect(server.port, '127.0.0.1', () => { if (index % 2) socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhal'); });
      socket.on('error', () => {});
      return socket;
    });
    t.after(() => sockets.forEach(socket => socket.destroy()));
    const reporter = await Reporter.open(server.url);
    const started = Date.now();
    assert.ok((await reporter.say('I sent a mail to a wrong recipient')).text);
    assert.ok(Date.now() - started < 3_000, `${Date.now() - started} ms`);
  });

  test('a client that hangs up in the middle of a request leaves nothing behind', async () => {
    const incidents = (await logList(server.data)).length;
    await Promise.all(Array.from({ length: 20 }, () => new Promise(done => {
      const socket = net.connect(server.port, '127.0.0.1', () => {
        socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntext=I+sent');
        setImmediate(() => socket.resetAndDestroy());
      });
      socket.on('error', () => {}).on('close', done);
    })));
    assert.equal((await logList(server.data)).length, incidents);
  });
});

describe('a stream', () => {
  async function stream(url = kept.streamUrl) {
    const socket = new WebSocket(url);
    const closed = new Promise(done => socket.on('close', code => done(code)));
    socket.on('error', () => {});
    await new Promise((done, broken) => socket.once('open', done).once('unexpected-response', (_, response) => broken(response.statusCode)));
    return { socket, closed };
  }
  const fresh = async () => (await kept.call('GET', `/conversations/${kept.id}`)).body.streamUrl;

  test('whose client sends too much is closed with 1009', async () => {
    const { socket, closed } = await stream(await fresh());
    socket.send('x'.repeat(1024 * 1024));
    assert.equal(await closed, 1009);
  });

  test('whose client sends text that is no UTF-8 is closed', async () => {
    const { socket, closed } = await stream(await fresh());
    socket.send(Buffer.from([0xff, 0xfe, 0xc3, 0x28]), { binary: false });
    assert.ok([1002, 1006, 1007].includes(await closed));
  });

  test('whose client sends frames without a mask is closed', async () => {
    const { socket, closed } = await stream(await fresh());
    socket._socket.write(Buffer.from([0x81, 0x02, 0x68, 0x69]));
    assert.ok([1002, 1006].includes(await closed));
  });

  test('is not opened with another token, for another conversation, or without one', async () => {
    const url = new URL(await fresh());
    const other = await Reporter.open(server.url);
    for (const change of [each => each.searchParams.set('t', kept.token), each => each.searchParams.delete('t'),
      each => each.searchParams.set('t', new URL(other.streamUrl).searchParams.get('t'))]) {
      const wrong = new URL(url);
      change(wrong);
      await assert.rejects(stream(wrong.href), refusal => refusal === 403);
    }
  });
});

describe('behind a proxy that ends TLS', () => {
  let folder, production;
  before(async () => {
    folder = temporaryFolder();
    const config = join(folder, 'varsel.toml');
    writeFileSync(config, `trial = false\n[data]\nmaster_key = "${productionKey(join(folder, 'master.key'))}"\n` +
      '[server]\npublic_url = "https://varsel.kommune.example"\ntrusted_proxies = ["127.0.0.1"]\n' +
      `[procedure]\ncontacts = "${join(root, 'playbooks/muni.contacts.template.toml')}"\n` +
      '[mail]\nserver = "smtp://localhost:9"\nfrom = "varsel@kommune.example"\n');
    production = await Varsel.start(['--config', config]);
  });
  after(async () => {
    await production?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const from = address => ({ 'x-forwarded-for': address, 'x-forwarded-proto': 'https' });

  test('an address that begins conversations without end is told to wait, and others are served', async () => {
    const enough = new AbortController();  // those that are made to wait are not waited for
    const answers = [];
    const asked = Array.from({ length: 60 }, () => fetch(`${production.url}/v3/directline/tokens/generate`,
      { method: 'POST', headers: from('192.0.2.1'), signal: enough.signal }).then(answer => answers.push(answer), () => {}));
    const refused = () => answers.filter(answer => answer.status === 429);
    await until(() => refused().length >= 20, 'most of them are refused');
    assert.ok(answers.some(answer => answer.status === 200), 'the first of them are served');
    assert.ok(Number(refused()[0].headers.get('retry-after')) > 0);
    const other = await fetch(`${production.url}/v3/directline/tokens/generate`, { method: 'POST', headers: from('192.0.2.2') });
    assert.equal(other.status, 200);
    enough.abort();
    await Promise.all(asked);
  });

  test('cookies are for this host and HTTPS alone, and browsers are told to stay with HTTPS', async () => {
    const page = await fetch(production.url, { headers: { accept: BROWSER, ...from('192.0.2.3') } });
    const [cookie] = page.headers.getSetCookie();
    assert.match(cookie, /^__Host-varsel=/);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(attribute), attribute);
    assert.match(page.headers.get('strict-transport-security'), /max-age=\d{7,}/);
    assert.match(page.headers.get('content-security-policy'), /default-src 'none'|default-src 'self'/);
  });

  test('the pages of a trial are not there', async () => {
    for (const path of ['/trial/mails', '/trial/mails/x']) assert.equal((await fetch(production.url + path)).status, 404);
  });
});

// A page as a browser without JavaScript has it.
async function browser(path, language = 'en') {
  const response = await fetch(server.url + path, { headers: { accept: BROWSER, 'accept-language': language } });
  const html = await response.text();
  return {
    status: response.status, html, language,
    cookie: response.headers.getSetCookie().map(each => each.split(';')[0]).join('; '),
    id: html.match(/name="id"[^>]*value="([^"]+)"/)?.[1],
  };
}
const send = (page, text, headers = {}) => fetch(server.url, {
  method: 'POST', redirect: 'manual',
  headers: { accept: BROWSER, 'accept-language': page.language, cookie: page.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams({ id: page.id ?? randomUUID(), text }),
});

describe('a page that refuses says so in the reader\'s language', () => {
  const words = {
    404: { da: /Her er ingenting|findes ikke|ikke noget/i, nb: /ingenting|finnes ikke|ikke noe/i, nn: /ingenting|finst ikkje|ikkje noko/i, en: /There is nothing here/ },
    403: { da: /anden side/i, nb: /annen side/i, nn: /annan side|anna side/i, en: /another page/i },
  };
  for (const [locale, sentence] of Object.entries(words[404]))
    test(`${locale}: an address where nothing is, and a case that never was`, async () => {
      for (const path of ['/nowhere', `/case/${randomBytes(32).toString('base64url')}`, '/case/x']) {
        const page = await browser(path, locale);
        assert.equal(page.status, 404, path);
        assert.match(page.html, sentence, path);
        assert.match(page.html, new RegExp(`<html[^>]* lang="${locale}"`));
      }
    });

  for (const [locale, sentence] of Object.entries(words[403]))
    test(`${locale}: a form from another site`, async () => {
      const page = await browser('/', locale);
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
        const answer = await send(page, 'wrong recipient', headers);
        assert.equal(answer.status, 403);
        assert.match(await answer.text(), sentence);
      }
    });

  for (const [locale, sentence] of Object.entries({ da: /for lang/i, nb: /for lang/i, nn: /for lang/i, en: /too long/i }))
    test(`${locale}: a message that is too long, which is not lost`, async () => {
      const page = await browser('/', locale);
      const text = `wrong recipient ${'x'.repeat(9_000)}`;
      const answer = await send(page, text);
      assert.ok(answer.status >= 400 && answer.status < 500);
      const html = await answer.text();
      assert.match(html, sentence);
      assert.ok(html.includes(text), 'what was written stands there still');
    });

  test('an empty message, a form that is none, text that is no UTF-8', async () => {
    const page = await browser('/');
    const empty = await send(page, '   ');
    assert.ok(empty.status >= 400 && empty.status < 500);
    assert.match(await empty.text(), /Write a message first/);
    const post = (type, body) => fetch(server.url, { method: 'POST', redirect: 'manual', body, headers: { accept: BROWSER, 'accept-language': 'en', cookie: page.cookie, 'content-type': type } });
    for (const [type, body] of [['application/json', '{"text":"x"}'], ['multipart/form-data', 'x'], ['multipart/form-data; boundary=a', '--b\r\n'],
      ['application/x-www-form-urlencoded', 'text=%C3%28%FF'], ['application/x-www-form-urlencoded', Buffer.from([0x74, 0x65, 0x78, 0x74, 0x3d, 0xff, 0xfe])]]) {
      const answer = await post(type, body);
      assert.equal(answer.status, 400, `${type} ${body}`);
      assert.match(await answer.text(), /could not be understood/);
    }
  });

  test('a body beyond the limit, while it is being sent', async () => {
    const answer = await raw(`POST / HTTP/1.1\r\nHost: localhost\r\nAccept: ${BROWSER}\r\nAccept-Language: da\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000000\r\n\r\n`, { half: true });
    assert.equal(status(answer), 413);
    assert.match(Buffer.from(answer, 'latin1').toString(), /lang="da"/);
  });

  test('a cookie that was forged begins a new conversation', async () => {
    const page = await browser('/');
    const forged = page.cookie.replace(/.{6}$/, 'AAAAAA');
    const response = await fetch(server.url, { headers: { accept: BROWSER, cookie: forged } });
    assert.equal(response.status, 200);
    assert.ok(!(await response.text()).includes(SECRET_WORDS));
  });
});

test('a request that comes a byte at a time is ended by the clock', { timeout: 30_000 }, async () => {
  const { got, after: seconds } = await slow;
  assert.equal(status(got), 408);
  assert.ok(seconds < 20, `${seconds} s`);
});

test('the operator\'s log holds nothing of what was said or sent', async () => {
  assert.ok(!server.log.includes(SECRET_WORDS));
  assert.doesNotMatch(server.log, /wrong|recipient|script|evil|dl_|127\.0\.0\.1|ACT /);
  const { code, out } = await varsel(['log', 'verify', '--data', server.data]);
  assert.equal(code, 0, out);
  const receipts = new Set((await logList(server.data)).map(incident => incident.receipt));
  assert.ok(receipts.has(receiptIn(history.filter(isFromBot).map(each => each.text).join('\n'))));
});
