/**
 * Servers on this machine that answer as Slack, Trello and Teams document it for what we ask of them, and refuse
 * everything that they would refuse. The sources are in extension/src/approval/channels.ts.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Taken {
  method: string;
  path: string;
  contentType: string;
  body: string;
}

export interface FakeService {
  base: string;
  /** What arrived and was accepted. */
  taken: Taken[];
  /** What arrived at all. */
  requests: number;
  /** Answers the next request instead of the service: an outage, a limit, a proxy. Null: hangs up without an answer. */
  next: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

async function start(answer: (taken: Taken, response: ServerResponse) => boolean, port = 0): Promise<FakeService> {
  const sockets = new Set<import('node:net').Socket>();
  const service: FakeService = { base: '', taken: [], requests: 0, next: [], close: async () => undefined };
  const server: Server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      service.requests += 1;
      // A browser asks before it posts JSON to another origin without a host permission.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'content-type');
      const instead = service.next.shift();
      if (instead) return instead(response);
      const taken = {
        method: request.method ?? '',
        path: request.url ?? '',
        contentType: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      };
      if (taken.method === 'OPTIONS') {
        service.requests -= 1;
        return response.writeHead(204).end();
      }
      if (answer(taken, response)) service.taken.push(taken);
      return undefined;
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  service.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return service;
}

const parsed = (body: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return null;
  }
};

const say = (response: ServerResponse, status: number, body: string, type = 'text/plain', whole = true) => {
  response.writeHead(status, { 'Content-Type': type }).end(body);
  return whole && status < 300;
};

export const startSlack = (port = 0) =>
  start(({ method, path, contentType, body }, response) => {
    if (path !== '/services/T0/B0/secret') return say(response, 404, 'no_service');
    if (method !== 'POST') return say(response, 405, 'method_not_allowed');
    const value = contentType.startsWith('application/json') ? parsed(body) : null;
    if (!value) return say(response, 400, 'invalid_payload');
    if (typeof value.text !== 'string' || value.text === '') return say(response, 400, 'no_text');
    // It cuts, and says ok.
    if (value.text.length > 40_000) return say(response, 200, 'ok', 'text/plain', false);
    // What is not escaped would call people, or be taken for a link.
    if (/<[@!#]/.test(value.text) || /&(?!amp;|lt;|gt;)/.test(value.text)) return say(response, 400, 'invalid_payload');
    return say(response, 200, 'ok');
  }, port);

export const startTrello = () =>
  start(({ method, path, contentType, body }, response) => {
    const url = new URL(path, 'http://trello');
    if (url.pathname !== '/1/cards' || method !== 'POST') return say(response, 404, 'Cannot POST');
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return say(response, 400, 'invalid body');
    const fields = new URLSearchParams(body);
    if (fields.get('key') !== 'the-key') return say(response, 401, 'invalid key');
    if (fields.get('token') !== 'my token+/=') return say(response, 401, 'invalid token');
    if (fields.get('idList') !== '5f00aa') return say(response, 400, 'invalid value for idList');
    if ((fields.get('desc') ?? '').length > 16_384) return say(response, 400, 'invalid value for desc');
    const known = ['key', 'token', 'idList', 'name', 'desc'];
    if ([...fields.keys()].some((key) => !known.includes(key))) return say(response, 400, 'invalid field');
    const card = {
      id: '60aa',
      name: fields.get('name'),
      shortUrl: 'https://trello.com/c/abc',
      url: 'https://trello.com/c/abc/1',
    };
    return say(response, 200, JSON.stringify(card), 'application/json');
  });

export const startTeams = () =>
  start(({ method, path, contentType, body }, response) => {
    if (path !== '/workflows/x/triggers/manual/paths/invoke?sig=s')
      return say(response, 404, '{"error":{"code":"NotFound"}}');
    const value = method === 'POST' && contentType.startsWith('application/json') ? parsed(body) : null;
    if (Buffer.byteLength(body) > 28_672) return say(response, 413, '');
    const [attachment] = (value?.attachments ?? []) as { contentType?: string; content?: Record<string, unknown> }[];
    const card = attachment?.content;
    const isCard =
      value?.type === 'message' &&
      attachment?.contentType === 'application/vnd.microsoft.card.adaptive' &&
      card?.type === 'AdaptiveCard' &&
      /^1\.[0-5]$/.test(String(card.version)) &&
      Array.isArray(card.body);
    if (!isCard) return say(response, 400, '{"error":{"code":"TriggerInputSchemaMismatch"}}');
    return say(response, 202, '');
  });
