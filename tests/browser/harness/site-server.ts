// One server on the loopback interface stands for the whole internet: the browsers resolve every host name to it, so
// whatever a browser or an extension asks for, from any process, is seen and recorded here.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { newsroomHost, newsroomPage } from '../sites/newsroom/newsroom';
import { makeCertificate } from './certificate';
import { bundleAssets, composerPage } from './composer-sites';
import { demoSites } from './demo-sites';
import { notFound, type SiteAnswer } from './site-answer';

export interface RecordedRequest {
  method: string;
  url: string;
  at: number;
}

export interface SiteServer {
  port: number;
  /** Every request since the start, oldest first. */
  requests: RecordedRequest[];
  /** From now on this address (https://host/path) answers what a test wants, or breaks the connection off. */
  answerAt(url: string, answer: SiteAnswer | 'breaks-off'): void;
  close(): Promise<void>;
}

const firstByteOfTls = 0x16;

export async function startSiteServer(): Promise<SiteServer> {
  const assets = await bundleAssets();
  const requests: RecordedRequest[] = [];
  const special = new Map<string, SiteAnswer | 'breaks-off'>();

  const answerTo = (url: URL, request: IncomingMessage): SiteAnswer | 'breaks-off' => {
    const language = request.headers['accept-language'] ?? '';
    const asked = special.get(`${url.origin}${url.pathname}`);
    if (asked) return asked;
    const site = demoSites.find(({ host }) => host === url.hostname);
    if (site) return composerPage(site, url, language, assets);
    if (url.hostname === newsroomHost) return newsroomPage(url, language);
    return notFound;
  };

  const handle = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown'}`);
    requests.push({ method: request.method ?? '', url: url.href, at: Date.now() });
    const wanted = answerTo(url, request);
    if (wanted === 'breaks-off') request.socket.destroy();
    else response.writeHead(wanted.status, wanted.headers).end(wanted.body);
  };

  const hosts = [...demoSites.map(({ host }) => host), newsroomHost, 'twitter.com'];
  const secure = createHttpsServer(makeCertificate(hosts), handle('https'));
  const plain = createHttpServer(handle('http'));
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (chunk) => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === firstByteOfTls ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));

  return {
    port: (front.address() as AddressInfo).port,
    requests,
    answerAt: (url, wanted) => void special.set(url, wanted),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        front.close(() => done());
      }),
  };
}
