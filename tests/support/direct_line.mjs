// A reporter on the web chat: Direct Line by plain requests, so that a test says exactly what crosses the wire.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const ANSWER_WITHIN = 20_000;

export class Reporter {
  static async open(url, { locale = 'en', user = `dl_${randomUUID()}` } = {}) {
    const reporter = new Reporter();
    reporter.base = `${url}/v3/directline`;
    const token = await reporter.call('POST', '/tokens/generate', { user: { id: user } });
    assert.equal(token.status, 200, JSON.stringify(token.body));
    Object.assign(reporter, { user, locale, token: token.body.token, id: token.body.conversationId });
    const started = await reporter.call('POST', '/conversations', { locale });
    assert.equal(started.status, 201, JSON.stringify(started.body));
    reporter.streamUrl = started.body.streamUrl;
    return reporter;
  }

  async call(method, path, body) {
    const response = await fetch(this.base + path, {
      method,
      headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    return { status: response.status, body: await response.json() };
  }

  // One attempt at a message: { status, body: { id } } or an error of the network.
  post(text, clientActivityID = randomUUID()) {
    return this.call('POST', `/conversations/${this.id}/activities`,
      { type: 'message', from: { id: this.user }, text, locale: this.locale, channelData: { clientActivityID } });
  }

  async history(watermark = '') {
    const { status, body } = await this.call('GET', `/conversations/${this.id}/activities?watermark=${watermark}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.activities;
  }

  // Says it, and gives what Varsel answered: { id, text, buttons }.
  async say(text, clientActivityID = randomUUID()) {
    const { status, body } = await this.post(text, clientActivityID);
    assert.equal(status, 200, JSON.stringify(body));
    const answers = (await this.history()).filter(activity => activity.replyToId === body.id);
    return {
      id: body.id,
      text: answers.map(activity => activity.text).join('\n\n'),
      buttons: answers.flatMap(activity => activity.suggestedActions?.actions ?? []).map(action => action.value),
    };
  }
}

export const sequence = activity => Number(activity.id.split('|')[1]);
export const isFromBot = activity => activity.from.role === 'bot';
export const receiptIn = text => text.match(/\b[A-Z]{1,4}-\d{4}-[0-9A-Z-]+\b/)?.[0];
