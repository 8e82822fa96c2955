import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inboxScript, inboxStyle } from './assets';
import type { Inbox } from './inbox';
import type { Message } from './message';
import { inboxPage } from './page';

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A letter's own HTML may look as it likes, and do nothing. Its links open beside the inbox. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Only these names lead here: another name that resolves to this machine is somebody's trick to read the letters. */
const ownNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The inbox for a browser, and as JSON under /api. It only reads. */
export class InboxWeb {
  private readonly server: Server;

  constructor(private readonly inbox: Inbox) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  /** Listens on a port of 127.0.0.1 (0: any). Gives the port. */
  async listen(port = 0): Promise<number> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    if (!ownNames.test(request.headers.host ?? '')) return send(response, 403, 'text/plain', 'Not by this name.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'Only reading.');
    const path = new URL(request.url ?? '/', 'http://inbox').pathname;
    const [, id, part] = /^\/(?:api\/)?messages\/(\d+)(?:\/(raw|html))?$/.exec(path) ?? [];
    if (id !== undefined) return this.answerMessage(response, path.startsWith('/api/'), Number(id), part);
    switch (path) {
      case '/':
        return page(response, inboxPage(this.inbox.messages(), undefined));
      case '/inbox.css':
        return send(response, 200, 'text/css', inboxStyle);
      case '/inbox.js':
        return send(response, 200, 'text/javascript', inboxScript);
      case '/api/messages':
        return json(response, { messages: this.inbox.messages().map(summaryOf) });
      case '/api/events':
        return this.follow(response);
      default:
        return send(response, 404, 'text/plain', 'There is no such page.');
    }
  }

  private answerMessage(response: ServerResponse, isApi: boolean, id: number, part: string | undefined): void {
    const message = this.inbox.messages().find((each) => each.id === id);
    if (!message) return send(response, 404, 'text/plain', 'There is no such letter.');
    if (part === 'raw') return send(response, 200, 'message/rfc822', message.raw);
    if (part === 'html') {
      response.setHeader('Content-Security-Policy', letterPolicy);
      return send(response, 200, 'text/html', `<base target="_blank">${message.html ?? ''}`);
    }
    if (isApi)
      return json(response, {
        ...summaryOf(message),
        headers: message.headers,
        text: message.text,
        html: message.html,
      });
    return page(response, inboxPage(this.inbox.messages(), message));
  }

  private follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': here\n\n');
    const end = this.inbox.onMessage(({ id }) => response.write(`data: ${id}\n\n`));
    response.once('close', end);
  }
}

function summaryOf(message: Message): Omit<Message, 'raw' | 'html' | 'text' | 'headers'> {
  const { id, receivedAt, envelopeFrom, envelopeTo, from, to, subject, messageId, inReplyTo, references } = message;
  return { id, receivedAt, envelopeFrom, envelopeTo, from, to, subject, messageId, inReplyTo, references };
}

function page(response: ServerResponse, html: string): void {
  response.setHeader('Content-Security-Policy', pagePolicy);
  send(response, 200, 'text/html', html);
}

function json(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type.startsWith('message/') ? type : `${type}; charset=utf-8` });
  response.end(body);
}
