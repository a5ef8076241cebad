// The chat page with JavaScript: the same page, the same conversation, without the waiting. Everything here also works as
// a plain form; this module only takes over.
import { DirectLine, Outbox, newId } from './direct-line.js';
import { Log } from './log.js';

const $ = id => document.getElementById(id);
const chat = $('chat');
const { dataset: page } = chat;
const texts = $('texts').dataset;
const composer = $('composer');
const message = $('message');
const file = $('file');
const chosen = $('chosen');
const problem = $('problem');
const buttons = $('buttons');
const status = $('status');
const touch = matchMedia('(pointer: coarse)').matches;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

// --- what this tab remembers, until it is closed or left -------------------------------------------------------------

const key = name => `varsel ${name} ${page.action}`;
const recall = name => { try { return JSON.parse(sessionStorage.getItem(key(name))); } catch { return null; } };
const remember = (name, value) => {
  try {
    if (value === null) sessionStorage.removeItem(key(name));
    else sessionStorage.setItem(key(name), JSON.stringify(value));
  } catch { /* storage is full or forbidden: the page works without */ }
};

function session() {
  const given = {
    base: page.directLine, conversation: page.conversation, person: page.person, token: page.token,
    seconds: Number(page.seconds), until: Date.now() + page.seconds * 1000,
  };
  // Another tab may have begun a conversation of its own since; this one goes on with its own.
  const own = recall('session');
  const chosenSession = own && own.conversation !== given.conversation && own.until > Date.now()
    ? { ...own, seconds: (own.until - Date.now()) / 1000 } : given;
  remember('session', chosenSession);
  return chosenSession;
}

// --- the conversation ------------------------------------------------------------------------------------------------

const log = new Log($('log'), texts);
let fresh = true; // until the first answer the log shows what the server drew
let writing = 0;

const line = new DirectLine(session(), document.documentElement.lang, {
  activities: receive,
  connection: up => tell(up ? texts.online : texts.offline, up ? 4000 : 0),
  session: renewed => remember('session', { ...renewed, until: Date.now() + renewed.seconds * 1000 }),
  lost,
});
const outbox = new Outbox(line, { read: () => recall('outbox') ?? [], write: list => remember('outbox', list.length ? list : null) },
  sent => {
    log.echo(sent, id => outbox.retry(id), edit);
    if (sent.state === 'refused') expectAnswer(false);
  });

function receive(activities) {
  const first = fresh;
  if (first) {
    fresh = false;
    log.clear();
  }
  let news = null;
  for (const activity of activities) {
    const mine = activity.from?.role === 'user';
    if (mine) outbox.seen(activity.channelData?.clientActivityID);
    const turn = log.show(activity);
    if (!turn) continue;
    if (!mine) {
      news ??= turn;
      expectAnswer(false);
    }
    offer(activity.suggestedActions?.actions ?? []);
    const progress = activity.channelData?.varsel?.progress;
    if (progress !== undefined) showProgress(progress);
    if (mine) document.body.classList.add('started');
  }
  if (first) {
    for (const waiting of outbox.messages) log.echo(waiting, id => outbox.retry(id), edit);
    outbox.run();
    $('log').setAttribute('aria-live', 'polite');
    if (document.body.classList.contains('started')) bringIntoView($('log').lastElementChild, 'auto');
  } else if (news) {
    bringIntoView(news, calm ? 'auto' : 'smooth');
  }
}

function lost() {
  // The cookie still names the conversation: a new page brings a new token. Not more than once a minute, lest a broken
  // clock make the page spin.
  if (Date.now() - (recall('reloaded') ?? 0) < 60_000) return tell(texts.offline, 0);
  remember('reloaded', Date.now());
  remember('session', null);
  line.stop();
  location.reload();
}

function send(text, shown = text, files = []) {
  outbox.add({ id: newId(), text, shown, files });
  offer([]);
  expectAnswer(true);
  document.body.classList.add('started');
  bringIntoView($('log').lastElementChild, calm ? 'auto' : 'smooth');
}

function edit(id) {
  const taken = outbox.take(id);
  log.remove(id);
  message.value = [taken?.text, message.value].filter(Boolean).join('\n');
  grow();
  message.focus();
}

// --- what is shown beside the log ------------------------------------------------------------------------------------

function bringIntoView(turn, behavior) {
  if (!turn) return;
  // To the end of the conversation, but not past the beginning of what is new; the progress bar keeps its place above.
  const top = turn.getBoundingClientRect().top + scrollY - $('progress').offsetHeight - 16;
  const end = chat.getBoundingClientRect().bottom + scrollY - innerHeight;
  scrollTo({ top: Math.max(0, Math.min(top, end)), behavior });
}

function expectAnswer(expected) {
  clearTimeout(writing);
  $('writing').hidden = !expected;
  if (expected) writing = setTimeout(() => expectAnswer(false), 20_000);
}

function offer(actions) {
  const list = buttons.querySelector('.row');
  list.replaceChildren(...actions.map(({ title, value }) => {
    const button = document.createElement('button');
    button.type = 'submit';
    button.name = 'button';
    button.value = value;
    button.textContent = title;
    return button;
  }));
  buttons.hidden = !actions.length;
}

function showProgress(percent) {
  $('progress').hidden = false;
  $('progress').querySelector('progress').value = percent;
  $('progress').querySelector('.percent').textContent = `${percent} %`;
}

function tell(text, forget) {
  status.textContent = text;
  if (forget) setTimeout(() => { if (status.textContent === text) status.textContent = ''; }, forget);
}

function complain(text) {
  problem.textContent = text;
  problem.hidden = !text;
}

// --- writing ---------------------------------------------------------------------------------------------------------

const grows = CSS.supports('field-sizing', 'content');
function grow() {
  remember('draft', message.value || null);
  if (grows) return;
  message.style.height = 'auto';
  message.style.height = `${message.scrollHeight + 2}px`;
}

let files = [];
const kinds = file.accept.split(',');
function attach(list) {
  complain('');
  for (const candidate of list) {
    const known = kinds.some(kind => kind.startsWith('.') ? candidate.name.toLowerCase().endsWith(kind) : candidate.type === kind);
    if (!known) complain(texts.kind);
    else if (files.reduce((sum, one) => sum + one.size, candidate.size) > Number(page.maxFile)) complain(`${texts.tooBig} ${texts.limit}`);
    else if (files.length >= Number(page.maxFiles)) complain(texts.tooMany);
    else files.push(candidate);
  }
  file.value = '';
  showFiles();
}

function showFiles() {
  chosen.replaceChildren(...files.map(one => {
    const item = document.createElement('li');
    const name = document.createElement('bdi');
    name.textContent = one.name;
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = texts.remove;
    remove.setAttribute('aria-label', `${texts.remove}: ${one.name}`);
    remove.addEventListener('click', () => {
      files = files.filter(other => other !== one);
      showFiles();
      file.focus();
    });
    item.append(name, ' ', remove);
    return item;
  }));
  chosen.hidden = !files.length;
}

composer.addEventListener('submit', event => {
  event.preventDefault();
  const text = message.value.trim();
  if (!text && !files.length) {
    complain(texts.empty);
    return message.focus();
  }
  if ([...text].length > Number(page.maxText)) {
    complain(texts.tooLong);
    return message.focus();
  }
  complain('');
  send(text, text, files);
  files = [];
  showFiles();
  message.value = '';
  grow();
  message.focus();
});

message.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touch) return;
  event.preventDefault();
  composer.requestSubmit();
});
message.addEventListener('input', grow);
message.addEventListener('paste', event => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  attach(event.clipboardData.files);
});
file.addEventListener('change', () => attach(file.files));

buttons.addEventListener('submit', event => {
  event.preventDefault();
  const pressed = event.submitter;
  if (!pressed) return;
  send(pressed.value, pressed.textContent);
  // The pressed button is gone, and focus with it. On a phone the message box would bring up the keyboard.
  (touch ? chat : message).focus();
});

for (const name of ['dragover', 'dragleave', 'drop']) {
  addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    document.body.classList.toggle('dropping', name === 'dragover');
    if (name === 'drop') attach(event.dataTransfer.files);
  });
}

// --- coming and going ------------------------------------------------------------------------------------------------

const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('varsel') : null;
function forget() {
  line.stop();
  sessionStorage.clear();
}
$('leave').addEventListener('submit', () => {
  forget();
  tabs?.postMessage('left');
});
tabs?.addEventListener('message', () => {
  forget();
  location.replace($('leave').dataset.left);
});

addEventListener('online', () => { line.hurry(); outbox.wake?.abort(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) line.hurry(); });
addEventListener('beforeunload', event => { if (outbox.holdsFiles) event.preventDefault(); });

document.documentElement.classList.add('js');
$('hint').hidden = touch;
message.value ||= recall('draft') ?? '';
grow();
line.start();
