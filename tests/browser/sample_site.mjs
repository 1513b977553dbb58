// A site that shows samples as if they were pages of the program, with the style sheets of the one that runs.

import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const HTML = 'text/html; charset=utf-8';
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

/** `/sample/LANGUAGE/FILE` of what was rendered to `folder`; axe at `axe`; everything else is asked of the program. */
export async function openSampleSite(house, folder) {
  const sample = (language, file) => readFile(path.join(folder, path.basename(language), path.basename(file)));

  /** What belongs to a page but is of events that the program does not have. */
  const own = async (address, language) => {
    const [, first, second, third] = address.split('/');
    if (first === 'sample') return [HTML, await sample(second, third)];
    if (first === 'axe.js') return ['text/javascript', await readFile(AXE)];
    if (first === 'postkasse' && third === 'html') return [HTML, await sample(language, 'confirmation-1-body.html')];
    if ((first === 'innleiar' && third === 'bilete') || address.includes('/logo/')) return ['image/svg+xml', DRAWING];
    if (address.endsWith('/vilkar.css')) return ['text/css', ''];
    return undefined;
  };

  const server = createServer(async (asked, answer) => {
    const { pathname } = new URL(asked.url, house.url);
    const language = new URL(asked.headers.referer ?? house.url, house.url).pathname.split('/')[2] || 'nn';
    try {
      const found = await own(pathname, language);
      if (found) {
        // Kept by the browser, so that it is compiled once and not for each sample.
        answer.writeHead(200, { 'content-type': found[0], 'cache-control': 'max-age=3600' }).end(found[1]);
        return;
      }
      const onward = request(house.url + asked.url, { method: asked.method, headers: asked.headers });
      asked.pipe(onward);
      const [got] = await once(onward, 'response');
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    } catch (problem) {
      answer.writeHead(500).end(String(problem));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    axe: '/axe.js',
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
