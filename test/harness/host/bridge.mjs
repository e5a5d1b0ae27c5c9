// Lets a test inside the extension host look at the window around it: a small HTTP server that only this machine reaches.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/**
 * Answers POST requests about the page: `{op: "screenshot", path}`, `{op: "page", js}` runs in the workbench,
 * `{op: "webview", js}` in the visible webview, `{op: "press", keys}` presses keys, `{op: "type", text}` types.
 */
export async function openBridge(pageNow) {
  const server = createServer(async (request, response) => {
    response.end(JSON.stringify(await answer(pageNow(), await text(request))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** The answer to one such request. */
export async function answer(page, body) {
  try {
    return { ok: true, value: (await operate(page, JSON.parse(body))) ?? null };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

async function operate(page, request) {
  switch (request.op) {
    case 'screenshot':
      await page.screenshot({ path: request.path });
      return null;
    case 'page':
      return page.evaluate(request.js);
    case 'webview':
      return (await visibleWebview(page)).evaluate(request.js);
    case 'press':
      return page.keyboard.press(request.keys);
    case 'type':
      return page.keyboard.type(request.text);
    default:
      throw new Error(`The bridge has no operation ${request.op}.`);
  }
}

/** An extension's page is a frame inside a frame of VS Code's own. */
async function visibleWebview(page) {
  const outer = await page.locator('iframe.webview.ready:visible').last().elementHandle({ timeout: 10000 });
  const inner = await (await outer.contentFrame()).locator('iframe#active-frame').elementHandle({ timeout: 10000 });
  return inner.contentFrame();
}
